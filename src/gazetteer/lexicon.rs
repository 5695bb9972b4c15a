//! The lexicon: what the dictionaries know of single words, and the cache that makes a word one look-up.

use crate::gazetteer::compiled::Compiled;
use crate::gazetteer::fold::word_of;
use crate::gazetteer::surface::SurfaceCache;
use crate::gazetteer::table::{Table, record};
use crate::model::span::narrow;
use crate::model::token::{Classes, Word};
use crate::normalize::syllable::is_vietnamese;

/// How common a word is in each part of a person's name, as `round(10 ln(1 + n))` of the number of people seen with it;
/// 0 where it was not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameWeight {
    /// As a surname.
    pub surname: u8,
    /// As a middle word.
    pub middle: u8,
    /// As the last word of a given name.
    pub given: u8,
}

record! {
    /// What is known of a word.
    WordInfo {
        /// Its [`Classes`].
        classes: u64,
        /// The trie's node for names that begin with the word; 0 for none.
        root: u32,
        /// The number of the word among the context words, from 1; 0 for none.
        context: u16,
        /// The finer class of words that keep its company, in lower case; 0 for none.
        circle: u16,
        /// The same with a capital.
        circle_capital: u16,
        surname: u8,
        middle: u8,
        given: u8,
        /// How common the word is in names of bodies behind the type word.
        tail: u8,
        /// The class of words that keep its company, in lower case; 0 for none.
        company: u8,
        /// The same with a capital.
        company_capital: u8,
    }
}

record! {
    /// A word with what is known of it.
    KnownWord { key: u64, info: WordInfo }
}

/// Every word of the dictionaries, by its [`key`].
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// Where the words begin whose keys have the same upper bits.
    starts: Table<u32>,
    words: Table<KnownWord>,
}

/// How many upper bits of a key say where it is looked for.
const START_BITS: u32 = 12;

/// A word's value, mixed so that its upper bits tell words apart.
const fn key(word: Word) -> u64 {
    word.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

const fn start_of(key: u64) -> usize {
    (key >> (64 - START_BITS)) as usize
}

impl Lexicon {
    /// The lexicon of these words.
    pub(crate) fn new(words: impl IntoIterator<Item = (Word, WordInfo)>) -> Self {
        let mut words: Vec<_> = words.into_iter().map(|(word, info)| KnownWord { key: key(word), info }).collect();
        words.sort_unstable_by_key(|word| word.key);
        let before = |start: usize| narrow(words.partition_point(|word| start_of(word.key) < start));
        Self { starts: (0..=1 << START_BITS).map(before).collect(), words: words.into_iter().collect() }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn get(&self, word: Word) -> Option<WordInfo> {
        let key = key(word);
        let at = |start: usize| self.starts.get(start).unwrap_or(0) as usize;
        let mut words = self.words.range(at(start_of(key))..at(start_of(key) + 1));
        words.find(|known| known.key == key).map(|known| known.info)
    }

    #[allow(dead_code, reason = "build.rs calls it")]
    pub(crate) fn store(&self, out: &mut Vec<u8>) {
        self.starts.store(out);
        self.words.store(out);
    }

    pub(crate) fn load(bytes: &mut &'static [u8]) -> Self {
        Self { starts: Table::load(bytes), words: Table::load(bytes) }
    }

    /// What is known of a surface.
    pub(crate) fn read(&self, surface: &str, buffer: &mut String) -> Known {
        let word = word_of(surface, buffer);
        let info = self.get(word).unwrap_or_default();
        let mut classes = Classes(info.classes);
        if is_vietnamese(buffer) {
            classes = classes.with(Classes::SYLLABLE);
        }
        if surface.starts_with("H'") || surface.starts_with("H’") {
            // The marker of women's names among the Ê Đê and their neighbours: `H'Hen`.
            classes = classes.with(Classes::MINORITY);
        }
        let capital = surface.chars().next().is_some_and(char::is_uppercase);
        Known {
            word,
            classes,
            root: info.root,
            alone: 0,
            context: info.context,
            company: if capital { info.company_capital } else { info.company },
            circle: if capital { info.circle_capital } else { info.circle },
            tail: info.tail,
            surname: info.surname,
            given: info.given,
        }
    }
}

/// What a token gets from the lexicon.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    pub(crate) word: Word,
    pub(crate) classes: Classes,
    pub(crate) root: u32,
    /// What the trie says of the root; the lexicon leaves it out.
    pub(crate) alone: u8,
    pub(crate) context: u16,
    pub(crate) circle: u16,
    pub(crate) company: u8,
    pub(crate) tail: u8,
    pub(crate) surname: u8,
    pub(crate) given: u8,
}

/// A thread's memory of the surfaces it has met (768 KiB).
#[derive(Debug, Default)]
pub struct WordCache {
    surfaces: SurfaceCache<Known>,
    /// The gazetteer that they are of.
    owner: u64,
}

impl WordCache {
    /// An empty cache.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the cache one of the gazetteer `owner`, forgetting what it knows of another.
    pub(crate) fn belong_to(&mut self, owner: u64) {
        if self.owner != owner {
            self.surfaces.clear();
            self.owner = owner;
        }
    }

    /// What `compiled` knows of the bytes `start..end` of `text`.
    #[inline]
    pub(crate) fn read(&mut self, compiled: &Compiled, text: &str, start: usize, end: usize) -> Known {
        self.surfaces.get(text, start, end, |surface, buffer| {
            let known = compiled.lexicon.read(surface, buffer);
            Known { alone: compiled.trie.alone(known.root), ..known }
        })
    }
}
