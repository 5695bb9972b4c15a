//! [`Echo`]: where the document says again what a name begins with, and how far it says the same.
//!
//! `Ủy ban soạn thảo Luật Rừng | họp`, `Ủy ban soạn thảo Luật Rừng | cho biết`: what is said again and again as far as one
//! word, and goes on in another way each time, ends there.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::gazetteer::kind::EntryKind;
use crate::model::span::narrow;
use crate::model::token::Word;

/// How many other places are compared, on each side of a name the nearest ones.
const NEAREST: usize = 4;

/// How many tokens are compared.
const FURTHEST: usize = 28;

/// No other place.
const NOWHERE: u32 = u32::MAX;

/// The places where titles and bodies may begin, each linked with the next one that begins with the same two words.
#[derive(Debug, Default)]
pub struct Echo {
    /// In the order of the text.
    spots: Vec<Spot>,
    /// The last spot of each pair of words.
    last: FxHashMap<(Word, Word), u32>,
}

#[derive(Debug, Clone, Copy)]
struct Spot {
    at: u32,
    /// Indices of spots.
    before: u32,
    behind: u32,
}

/// How many tokens of a name the other places have in common with it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shared {
    lengths: [u8; NEAREST * 2],
    count: usize,
}

impl Shared {
    /// How a name of `length` tokens is said elsewhere, as a value of a feature: 0 where it is not, or too long to tell; else whether once or
    /// more often, and whether none, some or all of these places go on as this one does.
    #[must_use]
    pub fn grade(&self, length: usize) -> usize {
        if length >= FURTHEST {
            return 0;
        }
        let lengths = self.lengths.get(..self.count).unwrap_or_default();
        let as_far = lengths.iter().filter(|&&shared| usize::from(shared) >= length).count();
        let further = lengths.iter().filter(|&&shared| usize::from(shared) > length).count();
        match as_far {
            0 => 0,
            _ if further == 0 => 1 + as_far.min(2),
            _ if further < as_far => 4,
            _ => 4 + as_far.min(2),
        }
    }
}

impl Echo {
    /// Forgets everything but the memory.
    pub fn clear(&mut self) {
        self.spots.clear();
        self.last.clear();
    }

    /// Finds the places of `doc`.
    pub fn read(&mut self, doc: &Annotated<'_>) {
        self.clear();
        let mut next = 0;
        for lookup in doc.lookups {
            let at = lookup.extent.first();
            let begins = matches!(lookup.kind, EntryKind::Body(_) | EntryKind::BodyHead(_) | EntryKind::Title(_));
            if !begins || at < next {
                continue;
            }
            next = at + 1;
            let index = narrow(self.spots.len());
            let before = self.last.insert((doc.word(at), doc.word(at + 1)), index).unwrap_or(NOWHERE);
            if let Some(before) = self.spots.get_mut(before as usize) {
                before.behind = index;
            }
            self.spots.push(Spot { at: narrow(at), before, behind: NOWHERE });
        }
    }

    /// What the name that begins at token `first` has in common with the nearest others.
    #[must_use]
    pub fn shared(&self, doc: &Annotated<'_>, first: usize) -> Shared {
        let mut shared = Shared::default();
        let Ok(own) = self.spots.binary_search_by_key(&narrow(first), |spot| spot.at) else { return shared };
        for step in [|spot: &Spot| spot.before, |spot: &Spot| spot.behind] {
            let mut next = step(&self.spots[own]);
            for _ in 0..NEAREST {
                let Some(spot) = self.spots.get(next as usize) else { break };
                shared.lengths[shared.count] = common(doc, first, spot.at as usize);
                shared.count += 1;
                next = step(spot);
            }
        }
        shared
    }
}

/// How many words two places have in common, up to the end of their lines.
fn common(doc: &Annotated<'_>, one: usize, other: usize) -> u8 {
    let goes_on = |at: usize, past: usize| past == 0 || !doc.gap(at + past).is_break();
    let same = |past: &usize| {
        let (one, other) = (one + past, other + past);
        one.max(other) < doc.tokens.len() && doc.word(one) == doc.word(other)
    };
    let length = (0..FURTHEST).take_while(|past| same(past) && goes_on(one, *past) && goes_on(other, *past)).count();
    u8::try_from(length).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::{Gazetteer, WordCache};
    use crate::segment::token::tokenize;

    /// The grades of the first `Ủy ban` of `text`, for names of 2, 3, … tokens.
    fn grades(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Vec<usize> {
        let gazetteer = Gazetteer::standard();
        let (mut tokens, mut lookups) = (Vec::new(), Vec::new());
        tokenize(text, &mut tokens);
        gazetteer.annotate(text, &mut tokens, &mut WordCache::default());
        gazetteer.lookups(&tokens, &mut lookups);
        let doc = Annotated { text, tokens: &tokens, sentences: &[], lookups: &lookups, reference: None, year: None };
        let mut echo = Echo::default();
        echo.read(&doc);
        let shared = echo.shared(&doc, 0);
        lengths.map(|length| shared.grade(length)).collect()
    }

    #[test]
    fn what_is_said_again_ends_where_it_goes_on_otherwise() {
        let text = "Ủy ban Rừng họp. Rồi Ủy ban Rừng về. Hôm sau Ủy ban Rừng họp mãi.";
        // `Ủy ban` goes on alike in both, `Ủy ban Rừng` in one, `Ủy ban Rừng họp` ends in the one that says it.
        assert_eq!(grades(text, 2..=5), [6, 4, 2, 0]);
        assert_eq!(grades("Ủy ban Rừng họp. Rồi Ủy ban Biển về.", 2..=3), [2, 0]);
    }

    #[test]
    fn a_line_ends_what_is_alike_and_so_does_the_most_that_is_compared() {
        assert_eq!(grades("Ủy ban\nRừng họp. Rồi Ủy ban\nRừng họp.", 2..=3), [2, 0]);
        let long = format!("Ủy ban {}. ", "Rừng ".repeat(40)).repeat(2);
        assert_eq!(grades(&long, 26..=29), [5, 5, 0, 0]);
    }
}
