//! The dictionaries of documents (`dictionaries/documents/`) as the rules ask for them: phrases by their first word.
//!
//! A comma in a name counts for nothing: `Luật Phòng, chống thiên tai` and `Luật Phòng chống thiên tai` are one name.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Word, word};
use crate::w;

/// What the dictionaries of documents hold.
#[derive(Debug)]
pub(crate) struct Tables {
    kinds: Phrases<Kind>,
    laws: Phrases<Law>,
    named: Phrases<&'static str>,
    /// Codes of types of documents, as written in numbers: `NĐ`, in capitals.
    codes: FxHashMap<String, &'static str>,
    /// Codes of issuers, in capitals, with the body.
    issuers: FxHashMap<String, (&'static str, &'static str)>,
    /// A bit for the low bits of each word that begins a phrase.
    first: [u64; 64],
}

/// A type of document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind {
    /// Canonical: `Chỉ thị`.
    pub(crate) name: &'static str,
    /// True where the word names nothing but a document: `nghị định`; false for `quyết định`, which is also a verb.
    pub(crate) strong: bool,
}

/// A law known by name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Law {
    /// Canonical, with its type: `Luật Đất đai`.
    pub(crate) name: &'static str,
    /// The numbers it was issued under, separated by spaces; empty where unknown.
    pub(crate) numbers: &'static str,
}

impl Tables {
    /// The tables, read once.
    pub(crate) fn get() -> &'static Self {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        TABLES.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut kinds = Phrases::default();
        let mut codes = FxHashMap::default();
        for [name, code, class] in rows(include_str!("../../../dictionaries/documents/types.tsv")) {
            kinds.add(name, Kind { name, strong: class == "strong" });
            codes.insert(code.to_uppercase(), code);
        }
        for (variant, code) in
            [("ND", "NĐ"), ("QD", "QĐ"), ("QĐI", "QĐi"), ("CTR", "CTr"), ("TTR", "TTr"), ("NQLT", "NQLT")]
        {
            codes.insert(variant.to_owned(), code);
        }
        let mut laws = Phrases::default();
        for [name, numbers] in rows(include_str!("../../../dictionaries/documents/laws.tsv")) {
            laws.add(name, Law { name, numbers: if numbers == "-" { "" } else { numbers } });
        }
        let mut named = Phrases::default();
        for [name, kind] in rows(include_str!("../../../dictionaries/documents/named.tsv")) {
            named.add(name, kind);
        }
        let issuers = rows(include_str!("../../../dictionaries/documents/issuers.tsv"))
            .map(|[code, body]| (code.to_uppercase(), (code, body)))
            .collect();
        let mut tables = Self { kinds, laws, named, codes, issuers, first: [0; 64] };
        tables.index();
        tables
    }

    fn index(&mut self) {
        let firsts = self.kinds.by_first.keys().chain(self.laws.by_first.keys()).chain(self.named.by_first.keys());
        for word in firsts {
            self.first[bit(*word).0] |= 1 << bit(*word).1;
        }
    }

    /// False for most words that begin no name of a document.
    pub(crate) fn may_begin(&self, word: Word) -> bool {
        let (at, shift) = bit(word);
        self.first[at] >> shift & 1 == 1
    }

    /// The type word at `at`, the longest, with the token after it.
    pub(crate) fn kind_at(&self, doc: &Annotated<'_>, at: usize) -> Option<(Kind, usize)> {
        self.kinds.longest(doc, at)
    }

    /// The law whose name, type word included, stands at `at`, with the token after it.
    pub(crate) fn law_at(&self, doc: &Annotated<'_>, at: usize) -> Option<(Law, usize)> {
        self.laws.longest(doc, at)
    }

    /// The law whose name without its type word stands at `at`, with the token after it.
    pub(crate) fn law_after(&self, doc: &Annotated<'_>, kind: &[Word], at: usize) -> Option<(Law, usize)> {
        self.laws.longest_after(doc, kind, at)
    }

    /// The document known by name at `at`: its type, with the token after it.
    pub(crate) fn named_at(&self, doc: &Annotated<'_>, at: usize) -> Option<(&'static str, usize)> {
        self.named.longest(doc, at)
    }

    /// The code of a type of document, canonical, for what a number writes: `ND` is `NĐ`.
    pub(crate) fn type_code(&self, written: &str) -> Option<&'static str> {
        self.codes.get(written.to_uppercase().as_str()).copied()
    }

    /// The code of an issuer, canonical, and the body that it names.
    pub(crate) fn issuer(&self, written: &str) -> Option<(&'static str, &'static str)> {
        self.issuers.get(written.to_uppercase().as_str()).copied()
    }
}

/// The body that the code of an issuer names, where it is known: `BXD` is `Bộ Xây dựng`.
#[must_use]
pub fn issuer_body(code: &str) -> Option<&'static str> {
    Tables::get().issuer(code).map(|(_, body)| body)
}

/// The columns of the rows of a dictionary; a row of another width is left out here and refused by the tests.
fn rows<const COLUMNS: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        let mut row = [""; COLUMNS];
        for column in &mut row {
            *column = columns.next()?;
        }
        columns.next().is_none().then_some(row)
    })
}

fn bit(word: Word) -> (usize, u32) {
    let low = word.0 & 4095;
    (usize::try_from(low >> 6).unwrap_or(0), u32::try_from(low & 63).unwrap_or(0))
}

/// Names of several words, found by the first.
#[derive(Debug)]
struct Phrases<T> {
    by_first: FxHashMap<Word, Vec<(Vec<Word>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<T: Copy> Phrases<T> {
    fn add(&mut self, name: &str, what: T) {
        let words: Vec<Word> = words_of(name).collect();
        if let Some(&first) = words.first() {
            let phrases = self.by_first.entry(first).or_default();
            let at = phrases.partition_point(|(other, _)| other.len() >= words.len());
            phrases.insert(at, (words, what));
        }
    }

    fn longest(&self, doc: &Annotated<'_>, at: usize) -> Option<(T, usize)> {
        let phrases = self.by_first.get(&doc.word(at))?;
        phrases.iter().find_map(|(words, what)| Some((*what, match_words(doc, at, words)?)))
    }

    fn longest_after(&self, doc: &Annotated<'_>, kind: &[Word], at: usize) -> Option<(T, usize)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_read() {
        let tables = Tables::get();
        assert!(tables.laws.by_first.len() >= 3);
        assert_eq!(tables.type_code("ND"), Some("NĐ"));
        assert_eq!(issuer_body("TTg"), Some("Thủ tướng Chính phủ"));
        assert!(tables.may_begin(w!("nghị")));
    }
}
