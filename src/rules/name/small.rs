//! [`Small`]: which words the document also writes small: `KẾ HOẠCH` over a text that says `kế hoạch` is nobody's name.

use crate::model::token::{Shape, Token, Word};
use crate::rules::name::filter::Filter;

/// The words, and the pairs of words side by side, that stand in lower case: a filter that says yes too often, in one of
/// a hundred questions to an article of 500 words, in one of seven to a report of 10,000.
#[derive(Debug, Default)]
pub struct Small(Box<Filter<1024>>);

impl Small {
    /// Forgets the last document and reads `tokens`.
    pub fn read(&mut self, tokens: &[Token]) {
        self.0.clear();
        let mut last = None;
        for token in tokens {
            if token.shape == Shape::Lower {
                self.0.add(token.word.0);
                if let Some(last) = last.filter(|_| !token.gap.is_break()) {
                    self.0.add(of_two(last, token.word));
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
            return usize::from(self.0.may_have(one.word.0));
        }
        let (mut pairs, mut small) = (0, 0);
        for (one, other) in tokens.iter().zip(tokens.iter().skip(1)) {
            if one.shape.is_capital() && other.shape.is_capital() {
                pairs += 1;
                small += usize::from(self.0.may_have(of_two(one.word, other.word)));
            }
        }
        match (pairs, small) {
            (0, _) => 5,
            (_, 0) => 2,
            (pairs, small) if small < pairs => 3,
            _ => 4,
        }
    }
}

/// Two words side by side, as one value of the filter.
#[inline]
const fn of_two(one: Word, other: Word) -> u64 {
    one.0.rotate_left(21) ^ other.0
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
