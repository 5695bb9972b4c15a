//! [`Small`]: which words the document also writes small: `KẾ HOẠCH` over a text that says `kế hoạch` is nobody's name.

use crate::model::token::{Shape, Token, Word};

/// How many words of 64 bits the filter has.
const SLOTS: usize = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 10;

/// The words, and the pairs of words side by side, that stand in lower case: a filter that says yes too often, in one of
/// a hundred questions to an article of 500 words, in one of seven to a report of 10,000.
#[derive(Debug)]
pub struct Small(Box<[u64; SLOTS]>);

impl Default for Small {
    fn default() -> Self {
        Self(Box::new([0; SLOTS]))
    }
}

impl Small {
    /// Forgets the last document and reads `tokens`.
    pub fn read(&mut self, tokens: &[Token]) {
        self.0.fill(0);
        let mut last = None;
        for token in tokens {
            if token.shape == Shape::Lower {
                self.add(of_one(token.word));
                if let Some(last) = last.filter(|_| !token.gap.is_break()) {
                    self.add(of_two(last, token.word));
                }
                last = Some(token.word);
            } else {
                last = None;
            }
        }
    }

    /// Whether a name is also written small, as a value of a feature. A single word: 0 no, 1 yes. Several words, by the
    /// pairs of capitals in it: 2 none, 3 some, 4 all of them; 5 where it has no such pair.
    #[inline]
    #[must_use]
    pub fn grade(&self, tokens: &[Token]) -> usize {
        if let [one] = tokens {
            return usize::from(self.has(of_one(one.word)));
        }
        let (mut pairs, mut small) = (0, 0);
        for (one, other) in tokens.iter().zip(tokens.iter().skip(1)) {
            if one.shape.is_capital() && other.shape.is_capital() {
                pairs += 1;
                small += usize::from(self.has(of_two(one.word, other.word)));
            }
        }
        match (pairs, small) {
            (0, _) => 5,
            (_, 0) => 2,
            (pairs, small) if small < pairs => 3,
            _ => 4,
        }
    }

    #[inline]
    fn add(&mut self, (slot, bit): (usize, u64)) {
        self.0[slot] |= bit;
    }

    #[inline]
    fn has(&self, (slot, bit): (usize, u64)) -> bool {
        self.0[slot] & bit != 0
    }
}

/// The place of one word in the filter.
#[inline]
const fn of_one(word: Word) -> (usize, u64) {
    place(word.0)
}

/// The place of two words side by side.
#[inline]
const fn of_two(one: Word, other: Word) -> (usize, u64) {
    place(one.0.rotate_left(21) ^ other.0)
}

#[inline]
const fn place(value: u64) -> (usize, u64) {
    let mixed = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed >> (64 - SLOT_BITS)) as usize, 1 << (mixed >> 48 & 63))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::{Gazetteer, WordCache};
    use crate::segment::token::tokenize;

    fn grade(text: &str, name: &str) -> usize {
        let read = |text: &str| {
            let mut tokens = Vec::new();
            tokenize(text, &mut tokens);
            Gazetteer::standard().annotate(text, &mut tokens, &mut WordCache::default());
            tokens
        };
        let mut small = Small::default();
        small.read(&read(text));
        small.grade(&read(name))
    }

    #[test]
    fn what_is_also_written_small_is_told_from_what_is_not() {
        let text = "KẾ HOẠCH TRỒNG RỪNG: kế hoạch này do ông Lâm Kế Hoan ký, có lâm sản";
        assert_eq!(grade(text, "KẾ HOẠCH"), 4);
        assert_eq!(grade(text, "KẾ HOẠCH TRỒNG"), 3);
        assert_eq!(grade(text, "Lâm Kế Hoan"), 2);
        assert_eq!(grade(text, "Lâm"), 1);
        assert_eq!(grade(text, "Hoan"), 0);
        assert_eq!(grade(text, "Sở lâm sản"), 5);
    }
}
