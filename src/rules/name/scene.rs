//! [`Scene`]: one sentence of a board, and what can be said of any candidate in it whatever its family: its neighbours,
//! its shape, what the dictionaries and the rest of the document make of its words.

use crate::gazetteer::kind::EntryKind;
use crate::model::cue::Cue;
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Classes, Shape, Token};
use crate::rules::name::board::Board;
use crate::rules::name::candidate::{Lattice, Reading, Tally};
use crate::rules::name::feature::{Feature, SORTS, Template};
use crate::rules::name::weights::Weights;

/// One sentence, ready for candidates.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a, 'd> {
    /// The document.
    pub board: &'a Board<'d>,
    /// The sentence.
    pub sentence: Extent,
    /// True where the sentence is written in capitals throughout.
    pub shouted: bool,
    /// How much each feature counts.
    pub weights: &'a Weights,
}

impl<'a, 'd> Scene<'a, 'd> {
    /// The scene of `sentence`.
    #[must_use]
    pub fn new(board: &'a Board<'d>, sentence: Extent, weights: &'a Weights) -> Self {
        let words =
            board.doc.tokens.get(sentence.range()).unwrap_or_default().iter().filter(|token| token.shape.is_word());
        let (mut upper, mut all) = (0, 0);
        for word in words {
            all += 1;
            upper +=
                usize::from(word.shape == Shape::Upper || (word.shape == Shape::Title && word.end - word.start <= 2));
        }
        Self { board, sentence, shouted: all >= 2 && upper * 5 >= all * 4, weights }
    }

    /// Proposes a reading with what its family knows of it (`local`) and what can be said of any candidate. Returns its
    /// index in the lattice.
    pub fn propose(&self, lattice: &mut Lattice, reading: Reading, local: &[Feature]) -> u32 {
        lattice.propose(self.weights, reading, |tally| {
            for &feature in local {
                tally.put(feature);
            }
            tally.add(Template::Rule, reading.rule.index());
            let sort = self.add_shape(tally, reading.extent);
            self.add_neighbours(tally, reading.extent, sort);
            self.add_words(tally, reading.extent);
            self.add_entries(tally, reading.extent);
            if reading.kind == NameKind::Person {
                self.add_parts(tally, reading.extent);
            }
        })
    }

    /// True where nothing but marks stands before `at` in the sentence, so that its capital may be due to that.
    #[must_use]
    pub fn opens(&self, at: usize) -> bool {
        let before = self.board.doc.tokens.get(self.sentence.first()..at).unwrap_or_default();
        match before.last() {
            None => true,
            Some(last) if last.shape != Shape::Punct => false,
            Some(last) => {
                matches!(last.text(self.board.doc.text), "“" | "\"" | ":" | "‘")
                    || before.iter().rev().take(4).all(|token| token.shape == Shape::Punct)
            }
        }
    }

    fn add_neighbours(&self, tally: &mut Tally<'_>, extent: Extent, sort: usize) {
        let (board, sentence) = (self.board, self.sentence);
        let (left, right) = (board.left_of(extent.first(), sentence), board.right_of(extent.end(), sentence));
        tally.add(Template::Left, left as usize);
        tally.add(Template::LeftSort, left as usize * SORTS + sort);
        tally.add(Template::RightSort, right as usize * SORTS + sort);
        let left2 =
            if extent.first() > sentence.first() { board.left_of(extent.first() - 1, sentence) } else { Cue::Edge };
        tally.add(Template::Left2, left2 as usize);
        tally.add(Template::Right, right as usize);
        tally.add(Template::Right2, board.right_of(extent.end() + 1, sentence) as usize);
        if let Some(&last) = board.left.get(extent.end().saturating_sub(1)) {
            tally.add(Template::Last, last as usize);
        }
        let run = board.run_at(extent.first()).unwrap_or(extent);
        let left_extra = usize::from(run.first() < extent.first());
        let right_extra = usize::from(board.run_at(extent.end()).is_some_and(|run| run.first() < extent.end()));
        let cover = left_extra * 4 + right_extra * 2 + usize::from(self.opens(extent.first()));
        tally.add(Template::Cover, cover);
    }

    /// The common words before, behind and at the beginning of a name.
    fn add_words(&self, tally: &mut Tally<'_>, extent: Extent) {
        let context = |at: usize| {
            self.board
                .token(at)
                .filter(|_| self.sentence.range().contains(&at))
                .map_or(0, |token| usize::from(token.context))
        };
        let first = extent.first();
        let left = if first > 0 { context(first - 1) } else { 0 };
        for (template, word) in [
            (Template::LeftWord, left),
            (Template::RightWord, context(extent.end())),
            (Template::FirstWord, context(first)),
        ] {
            if word > 0 {
                tally.add(template, word);
            }
        }
    }

    /// Adds how foreign and how long it is; returns the sort of its words.
    fn add_shape(&self, tally: &mut Tally<'_>, extent: Extent) -> usize {
        let tokens = self.board.doc.tokens.get(extent.range()).unwrap_or_default();
        let words = tokens.iter().filter(|token| token.shape.is_word());
        let (mut foreign, mut upper, mut all) = (0, 0, 0);
        for word in words {
            all += 1;
            foreign += usize::from(!word.is(Classes::SYLLABLE));
            upper += usize::from(word.shape == Shape::Upper);
        }
        let strangeness = if foreign == 0 {
            0
        } else if foreign < all {
            1
        } else {
            2
        };
        let shouted = usize::from(upper == all && all > 0);
        tally.add(Template::Shape, strangeness * 8 + shouted * 4 + all.clamp(1, 4) - 1);
        tally.add(Template::Length, extent.len());
        let surname = tokens.first().is_some_and(|token| token.is(Classes::SURNAME));
        match (strangeness, all) {
            _ if all < tokens.len() || tokens.iter().any(|token| token.shape == Shape::Lower) => 7,
            (_, 1) if shouted == 1 => 6,
            (0, 1) => 2,
            (0, _) => usize::from(!surname),
            (1, _) => 5,
            (_, 1) => 3,
            _ => 4,
        }
    }

    /// What the dictionaries know under the very name.
    fn add_entries(&self, tally: &mut Tally<'_>, extent: Extent) {
        let mut known = false;
        let mut seen = 0u32;
        let mut prior = 0;
        for lookup in self.board.lookups_at(extent.first()) {
            if lookup.extent != extent {
                continue;
            }
            let value = match lookup.kind {
                EntryKind::Person => 0,
                EntryKind::Title(_) => 1,
                EntryKind::Modifier(_) => 2,
                EntryKind::Body(_) => 3,
                EntryKind::BodyHead(_) => 4,
                EntryKind::PlaceHead(_) => 5,
                EntryKind::Honorific => 6,
                EntryKind::Place(kind) => 8 + kind as usize,
                EntryKind::Seen(kind) => {
                    prior = 1 + kind as usize;
                    continue;
                }
                _ => continue,
            };
            known = true;
            if seen & (1 << value) == 0 {
                seen |= 1 << value;
                tally.add(Template::Entry, value);
            }
        }
        if !known {
            tally.add(Template::Entry, 7);
        }
        tally.add(Template::Prior, prior);
    }

    /// How common a person's first word is as a surname and its last as a given name.
    fn add_parts(&self, tally: &mut Tally<'_>, extent: Extent) {
        let grade = |weight: u8| match weight {
            0 => 0,
            1..=24 => 1,
            25..=44 => 2,
            _ => 3usize,
        };
        let weight = |at: usize, of: fn(&Token) -> u8| self.board.token(at).map_or(0, of);
        let surname = weight(extent.first(), |token| token.surname);
        let given = weight(extent.end().saturating_sub(1), |token| token.given);
        let length = extent.len().clamp(1, 5) - 1;
        tally.add(Template::Parts, length * 16 + grade(surname) * 4 + grade(given));
    }
}
