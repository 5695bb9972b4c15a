//! Phrases of the dictionaries by their first word, and the rows they come from.
//!
//! A comma in a name counts for nothing: `Luật Phòng, chống thiên tai` and `Luật Phòng chống thiên tai` are one name.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Word, word};
use crate::w;

/// The columns of the rows of a dictionary; a row of another width is left out here and refused by the tests.
pub(crate) fn rows<const COLUMNS: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        let mut row = [""; COLUMNS];
        for column in &mut row {
            *column = columns.next()?;
        }
        columns.next().is_none().then_some(row)
    })
}

/// Names of several words, found by the first.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    by_first: FxHashMap<Word, Vec<(Vec<Word>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<T: Copy> Phrases<T> {
    /// The words that begin a phrase.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = &Word> {
        self.by_first.keys()
    }

    /// Adds a name.
    pub(crate) fn add(&mut self, name: &str, what: T) {
        let words: Vec<Word> = words_of(name).collect();
        if let Some(&first) = words.first() {
            let phrases = self.by_first.entry(first).or_default();
            let at = phrases.partition_point(|(other, _)| other.len() >= words.len());
            phrases.insert(at, (words, what));
        }
    }

    /// The longest phrase at `at`: what it is, and the token after it.
    pub(crate) fn longest(&self, doc: &Annotated<'_>, at: usize) -> Option<(T, usize)> {
        let phrases = self.by_first.get(&doc.word(at))?;
        phrases.iter().find_map(|(words, what)| Some((*what, match_words(doc, at, words)?)))
    }

    /// The same for phrases that begin with `kind`, which is not written at `at`.
    pub(crate) fn longest_after(&self, doc: &Annotated<'_>, kind: &[Word], at: usize) -> Option<(T, usize)> {
        let phrases = self.by_first.get(kind.first()?)?;
        phrases.iter().find_map(|(words, what)| {
            let rest = words.strip_prefix(kind)?;
            if rest.is_empty() { None } else { Some((*what, match_words(doc, at, rest)?)) }
        })
    }
}

/// The folded words of a dictionary name, its commas left out.
fn words_of(name: &str) -> impl Iterator<Item = Word> {
    name.split([' ', ',']).filter(|piece| !piece.is_empty()).map(|piece| word(&piece.to_lowercase()))
}

/// The token after `words`, which stand from `at` on with at most a comma between two of them.
fn match_words(doc: &Annotated<'_>, at: usize, words: &[Word]) -> Option<usize> {
    let mut next = at;
    for (count, &word) in words.iter().enumerate() {
        if count > 0 && doc.word(next) == w!(",") {
            next += 1;
        }
        if doc.word(next) != word || count > 0 && doc.gap(next).is_break() {
            return None;
        }
        next += 1;
    }
    Some(next)
}
