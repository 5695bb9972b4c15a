//! [`Scene`]: one sentence of a board, and what can be said of any candidate in it whatever its family: its neighbours,
//! its shape, what the dictionaries and the rest of the document make of its words.

use std::borrow::Cow;

use crate::gazetteer::kind::EntryKind;
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Classes, Shape, Token};
use crate::rules::name::board::Board;
use crate::rules::name::candidate::{Lattice, Reading, Score};
use crate::rules::name::feature::{Feature, KINDS, Template};
use crate::rules::name::sides::{self, Edge, Hear, Sides, Sums, Writing};
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
    /// What the document's tokens say of candidates under these weights; where it was not worked out, it is asked of
    /// each candidate anew.
    pub sides: Option<&'a Sides>,
}

/// What can be said of any candidate of one extent.
#[derive(Debug)]
pub struct Common {
    /// What it is worth, for each kind.
    sums: [f32; KINDS],
    /// True where a plural or a number stands before it.
    counted: bool,
}

impl<'a, 'd> Scene<'a, 'd> {
    /// The scene of `sentence`.
    #[must_use]
    pub fn new(board: &'a Board<'d>, sentence: Extent, weights: &'a Weights) -> Self {
        Self { board, sentence, shouted: shouts(board, sentence), weights, sides: None }
    }

    /// The same, with what the document's tokens say worked out.
    #[must_use]
    pub fn beside(board: &'a Board<'d>, sentence: Extent, weights: &'a Weights, sides: &'a Sides) -> Self {
        Self {
            board,
            sentence,
            shouted: sides.may_shout(sentence) && shouts(board, sentence),
            weights,
            sides: Some(sides),
        }
    }

    /// Proposes a reading with what its family knows of it (`local`) and what can be said of any candidate. Returns its
    /// index in the lattice.
    pub fn propose(&self, lattice: &mut Lattice, reading: Reading, local: &[Feature]) -> u32 {
        self.propose_beside(lattice, reading, local, &self.common(lattice, reading.extent))
    }

    /// The same where what the family knows is summed already: `local` is worth `worth`.
    pub fn propose_summed(&self, lattice: &mut Lattice, reading: Reading, local: &[Feature], worth: f32) -> u32 {
        if lattice.keeps_features() {
            return self.propose_kept(lattice, reading, local);
        }
        self.push(lattice, reading, worth, &self.common(lattice, reading.extent))
    }

    /// What can be said of any candidate of `extent`.
    #[inline]
    #[must_use]
    pub fn common(&self, lattice: &Lattice, extent: Extent) -> Common {
        // Where features are kept, they are heard one by one.
        if lattice.keeps_features() {
            return Common { sums: [0.0; KINDS], counted: false };
        }
        match self.sides {
            Some(sides) => self.common_beside(sides, extent),
            None => self.common_anew(extent),
        }
    }

    /// [`propose`](Self::propose) where what holds for the extent is known already.
    #[inline]
    pub fn propose_beside(&self, lattice: &mut Lattice, reading: Reading, local: &[Feature], common: &Common) -> u32 {
        if lattice.keeps_features() {
            return self.propose_kept(lattice, reading, local);
        }
        self.push(lattice, reading, self.weights.sum(local), common)
    }

    #[inline]
    fn push(&self, lattice: &mut Lattice, reading: Reading, worth: f32, common: &Common) -> u32 {
        let mut score = Score::new(self.weights, reading.kind);
        self.hear_own(reading, common.counted, &mut score);
        lattice.push(reading, worth + score.sum + common.sums[reading.kind as usize])
    }

    /// The same where the lattice keeps the features.
    fn propose_kept(&self, lattice: &mut Lattice, reading: Reading, local: &[Feature]) -> u32 {
        lattice.propose(self.weights, reading, |tally| {
            let Reading { extent, .. } = reading;
            for &feature in local {
                tally.put(feature);
            }
            let edges = self.edges(extent);
            self.hear_own(reading, edges[0].counted, tally);
            sides::hear_left(self.board, self.sentence, extent.first(), tally);
            sides::hear_right(self.board, self.sentence, extent.end(), tally);
            self.hear_middle(extent, &edges, tally);
        })
    }

    /// What holds for this reading and not for every one of its extent.
    #[inline]
    fn hear_own(&self, reading: Reading, counted: bool, ear: &mut impl Hear) {
        ear.add(Template::Rule, reading.rule.index());
        if counted {
            ear.add(Template::Counted, reading.rule.index());
        }
        if reading.kind == NameKind::Person {
            self.hear_parts(reading.extent, ear);
        }
    }

    /// What can be said of any candidate of `extent`, given what its tokens say of its edges.
    fn common_beside(&self, sides: &Sides, extent: Extent) -> Common {
        let (board, sentence, weights) = (self.board, self.sentence, self.weights);
        let left = sides.left(board, sentence, extent.first(), weights);
        let right = sides.right(board, sentence, extent.end(), weights);
        let mut sums = Sums::new(weights);
        sums.join(&left.sums);
        sums.join(&right.sums);
        self.hear_middle(extent, &[left, right], &mut sums);
        Common { sums: sums.by_kind, counted: left.counted }
    }

    /// The same asked anew.
    fn common_anew(&self, extent: Extent) -> Common {
        let edges = self.edges(extent);
        let mut sums = Sums::new(self.weights);
        sides::hear_left(self.board, self.sentence, extent.first(), &mut sums);
        sides::hear_right(self.board, self.sentence, extent.end(), &mut sums);
        self.hear_middle(extent, &edges, &mut sums);
        Common { sums: sums.by_kind, counted: edges[0].counted }
    }

    /// The edges of `extent`, nothing summed.
    fn edges(&self, extent: Extent) -> [Edge; 2] {
        let (board, sentence) = (self.board, self.sentence);
        let left = Edge::left(board, sentence, extent.first(), self.opens(extent.first()));
        [left, Edge::right(board, sentence, extent.end())]
    }

    /// True where nothing but marks stands before `at` in the sentence, so that its capital may be due to that.
    #[inline]
    #[must_use]
    pub fn opens(&self, at: usize) -> bool {
        match self.sides {
            Some(sides) => sides.opens(at),
            None => sides::opens(self.board, self.sentence, at),
        }
    }

    /// What it costs to leave the token at `at` outside all names.
    #[inline]
    #[must_use]
    pub fn skip(&self, at: usize) -> f32 {
        sides::skip_cost(self.board, self.weights, at, self.opens(at))
    }

    /// The same for each token of the sentence with those before it.
    #[must_use]
    pub fn skipped(&self) -> Cow<'a, [f32]> {
        if let Some(sides) = self.sides {
            return Cow::Borrowed(sides.skipped(self.sentence));
        }
        let mut sum = 0.0;
        let sums = self.sentence.range().map(|at| {
            sum += self.skip(at);
            sum
        });
        Cow::Owned(sums.collect())
    }

    /// What depends on both ends of a name: how it is written, which part of a run it is, what is known of it. Inlined, so
    /// that the sums stay in registers.
    #[inline(always)]
    fn hear_middle(&self, extent: Extent, [left, right]: &[Edge; 2], ear: &mut impl Hear) {
        let sort = self.hear_shape(extent, ear);
        ear.add(Template::LeftSort, left.sorts as usize + sort);
        ear.add(Template::RightSort, right.sorts as usize + sort);
        ear.add(Template::Cover, (left.cover + right.cover) as usize);
        let tokens = self.board.doc.tokens.get(extent.range()).unwrap_or_default();
        ear.add(Template::Small, self.board.small.grade(tokens));
        self.hear_inner(extent, ear);
        self.hear_suffix(extent, right, ear);
        self.hear_repeat(extent, ear);
        self.hear_entries(extent, ear);
    }

    /// The company of the capitals between the first word and the last.
    #[inline(always)]
    fn hear_inner(&self, extent: Extent, ear: &mut impl Hear) {
        let tokens = self.board.doc.tokens.get(extent.first() + 1..extent.end() - 1).unwrap_or_default();
        // No company is kept across the end of the sentence.
        let kept = self.sentence.end().saturating_sub(extent.first() + 1);
        for (at, token) in tokens.iter().enumerate() {
            if token.shape.is_capital() {
                let (company, circle) = if at < kept { (token.company, token.circle) } else { (0, 0) };
                ear.add(Template::InnerCompany, usize::from(company));
                ear.add(Template::InnerCircle, usize::from(circle));
            }
        }
    }

    /// Whether it ends with what may be a person's name: a surname and one to three capitals, the last a given name.
    #[inline(always)]
    fn hear_suffix(&self, extent: Extent, right: &Edge, ear: &mut impl Hear) {
        let before = extent.len() - 1;
        let surnames = right.person.surnames & ((1 << before.min(3)) - 1);
        if surnames > 0 {
            // How far before the last the first surname stands.
            let back = surnames.ilog2() as usize + 1;
            let good = 1 + usize::from(right.person.given) + usize::from(back >= 2);
            ear.add(Template::Suffix, good * 2 + usize::from(back < before));
        }
    }

    /// How often a capital that stands alone does so inside sentences: `Duyên` again and again is somebody.
    #[inline(always)]
    fn hear_repeat(&self, extent: Extent, ear: &mut impl Hear) {
        if extent.len() == 1 && self.board.run_at(extent.first()) == Some(extent) {
            let count = self.board.repeats(extent.first()).min(3);
            ear.add(Template::Repeat, usize::from(self.opens(extent.first())) * 4 + count);
        }
    }

    /// Adds how foreign and how long it is; returns the sort of its words.
    #[inline(always)]
    fn hear_shape(&self, extent: Extent, ear: &mut impl Hear) -> usize {
        let Writing { words, foreign, upper, lower } = match self.sides {
            Some(sides) => sides.writing(extent),
            None => sides::writing_of(self.board, extent),
        };
        let strangeness = if foreign == 0 {
            0
        } else if foreign < words {
            1
        } else {
            2
        };
        let shouted = usize::from(upper == words && words > 0);
        ear.add(Template::Shape, strangeness * 8 + shouted * 4 + words.clamp(1, 4) - 1);
        ear.add(Template::Length, extent.len());
        let surname = self.board.token(extent.first()).is_some_and(|token| token.is(Classes::SURNAME));
        let whole = words == extent.len() && lower == 0;
        usize::from(SORTED[Sorted { words: words.min(4), strangeness, shouted, surname, whole }.place()])
    }

    /// What the dictionaries know under the very name.
    #[inline(always)]
    fn hear_entries(&self, extent: Extent, ear: &mut impl Hear) {
        let mut known = false;
        let mut seen = 0u32;
        let mut prior = 0;
        for lookup in self.board.lookups_of(extent) {
            if let EntryKind::Seen(kind) = lookup.kind {
                prior = 1 + kind as usize;
                continue;
            }
            let Some(value) = entry_value(lookup.kind) else { continue };
            known = true;
            if seen & (1 << value) == 0 {
                seen |= 1 << value;
                ear.add(Template::Entry, value);
            }
        }
        if !known {
            ear.add(Template::Entry, NO_ENTRY);
        }
        ear.add(Template::Prior, prior);
    }

    /// How common a person's first word is as a surname and its last as a given name.
    #[inline]
    fn hear_parts(&self, extent: Extent, ear: &mut impl Hear) {
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
        ear.add(Template::Parts, length * 16 + grade(surname) * 4 + grade(given));
    }
}

/// What the sort of a name's words depends on.
struct Sorted {
    /// Up to 4.
    words: usize,
    /// 0 to 2.
    strangeness: usize,
    /// 1 where all are in capitals.
    shouted: usize,
    /// True where the first is a surname.
    surname: bool,
    /// True where it has nothing but words, none of them small.
    whole: bool,
}

impl Sorted {
    const fn place(&self) -> usize {
        let flags = self.shouted << 2 | (self.surname as usize) << 1 | self.whole as usize;
        flags << 5 | self.strangeness << 3 | self.words
    }

    const fn sort(&self) -> u8 {
        match (self.strangeness, self.words) {
            _ if !self.whole => 7,
            (_, 1) if self.shouted == 1 => 6,
            (0, 1) => 2,
            (0, _) => !self.surname as u8,
            (1, _) => 5,
            (_, 1) => 3,
            _ => 4,
        }
    }
}

/// The sorts by [`Sorted::place`]: no branch, since names come in no order.
const SORTED: [u8; 256] = {
    let mut sorts = [0; 256];
    let mut at = 0;
    while at < sorts.len() {
        let sorted = Sorted {
            words: at & 7,
            strangeness: at >> 3 & 3,
            shouted: at >> 7 & 1,
            surname: at >> 6 & 1 == 1,
            whole: at >> 5 & 1 == 1,
        };
        sorts[at] = sorted.sort();
        at += 1;
    }
    sorts
};

/// The value of a feature for what the dictionaries know: [`Template::Entry`], [`Template::Takes`], [`Template::Leaves`].
/// `None` for what is no evidence of a name.
#[inline]
#[must_use]
pub const fn entry_value(kind: EntryKind) -> Option<usize> {
    match kind {
        EntryKind::Person => Some(0),
        EntryKind::Title(_) => Some(1),
        EntryKind::Modifier(_) => Some(2),
        EntryKind::Body(_) => Some(3),
        EntryKind::BodyHead(_) => Some(4),
        EntryKind::PlaceHead(_) => Some(5),
        EntryKind::Honorific => Some(6),
        EntryKind::Place(kind) => Some(8 + kind as usize),
        _ => None,
    }
}

/// The value where they know nothing.
pub const NO_ENTRY: usize = 7;

/// True for a sentence that is written in capitals throughout, but for a fifth of its words.
fn shouts(board: &Board<'_>, sentence: Extent) -> bool {
    let tokens = board.doc.tokens.get(sentence.range()).unwrap_or_default();
    let (mut upper, mut all) = (0, 0);
    for word in tokens.iter().filter(|token| token.shape.is_word()) {
        all += 1;
        upper += usize::from(word.shape == Shape::Upper || (word.shape == Shape::Title && word.end - word.start <= 2));
    }
    all >= 2 && upper * 5 >= all * 4
}
