//! From the names in dictionaries to words, by the same tokeniser that reads texts, so that they meet.

use crate::gazetteer::fold::word_of;
use crate::gazetteer::lexicon::{Known, WordCache};
use crate::gazetteer::trie::Needs;
use crate::model::token::{Token, Word};
use crate::segment::token::tokenize;

/// Turns names into words. It keeps its memory from name to name.
#[derive(Debug, Default)]
pub(crate) struct NameReader {
    cache: WordCache,
    tokens: Vec<Token>,
    words: Vec<Word>,
}

impl NameReader {
    /// Reads `name` into [`words`](Self::words), and says which capitals it has.
    pub(crate) fn read(&mut self, name: &str) -> Needs {
        self.tokens.clear();
        self.words.clear();
        tokenize(name, &mut self.tokens);
        let mut has = Needs::default();
        for (position, token) in self.tokens.iter().enumerate() {
            let (start, end) = (token.start as usize, token.end as usize);
            let known = self.cache.read_with(name, start, end, |surface, buffer| Known {
                word: word_of(surface, buffer),
                ..Known::default()
            });
            has.see(position, token.shape);
            self.words.push(known.word);
        }
        has
    }

    /// The words of the name read last.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The words of `name`, each with its folded form.
    pub(crate) fn folded(&mut self, name: &str) -> Vec<(Word, String)> {
        self.read(name);
        let folded = self.tokens.iter().zip(&self.words).map(|(token, &word)| {
            let mut folded = String::new();
            word_of(token.text(name), &mut folded);
            (word, folded)
        });
        folded.collect()
    }
}
