//! The lexicon: what the dictionaries know of single words, and the cache that makes a word one look-up.

use rustc_hash::FxHashMap;

use crate::gazetteer::fold::word_of;
use crate::gazetteer::surface::SurfaceCache;
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

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WordInfo {
    pub(crate) classes: Classes,
    /// The trie's node for names that begin with the word; 0 for none.
    pub(crate) root: u32,
    pub(crate) names: NameWeight,
    /// How common the word is in names of bodies behind the type word.
    pub(crate) tail: u8,
    /// The number of the word among the context words, from 1; 0 for none.
    pub(crate) context: u16,
    /// The class of words that keep its company, in lower case and with a capital; 0 for none.
    pub(crate) company: [u8; 2],
}

/// Every word of the dictionaries.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub(crate) words: FxHashMap<Word, WordInfo>,
}

impl Lexicon {
    pub(crate) fn get(&self, word: Word) -> Option<&WordInfo> {
        self.words.get(&word)
    }

    /// What is known of a surface.
    fn read(&self, surface: &str, buffer: &mut String) -> Known {
        let word = word_of(surface, buffer);
        let mut info = self.get(word).copied().unwrap_or_default();
        if is_vietnamese(buffer) {
            info.classes = info.classes.with(Classes::SYLLABLE);
        }
        if surface.starts_with("H'") || surface.starts_with("H’") {
            // The marker of women's names among the Ê Đê and their neighbours: `H'Hen`.
            info.classes = info.classes.with(Classes::MINORITY);
        }
        Known {
            word,
            classes: info.classes,
            root: info.root,
            context: info.context,
            company: info.company[usize::from(surface.chars().next().is_some_and(char::is_uppercase))],
            tail: info.tail,
            surname: info.names.surname,
            given: info.names.given,
        }
    }
}

/// What a token gets from the lexicon.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    pub(crate) word: Word,
    pub(crate) classes: Classes,
    pub(crate) root: u32,
    pub(crate) context: u16,
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

    /// What `lexicon` knows of the bytes `start..end` of `text`.
    #[inline]
    pub(crate) fn read(&mut self, lexicon: &Lexicon, text: &str, start: usize, end: usize) -> Known {
        self.surfaces.get(text, start, end, |surface, buffer| lexicon.read(surface, buffer))
    }
}
