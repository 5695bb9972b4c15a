//! The dictionaries of documents (`dictionaries/documents/`) as the rules ask for them: phrases by their first word.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::token::Word;
use crate::rules::document::phrases::{Phrases, rows};

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
        let firsts = self.kinds.firsts().chain(self.laws.firsts()).chain(self.named.firsts());
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

fn bit(word: Word) -> (usize, u32) {
    let low = word.0 & 4095;
    (usize::try_from(low >> 6).unwrap_or(0), u32::try_from(low & 63).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::w;

    #[test]
    fn the_rows_are_read() {
        let tables = Tables::get();
        assert!(tables.laws.firsts().count() >= 3);
        assert_eq!(tables.type_code("ND"), Some("NĐ"));
        assert_eq!(issuer_body("TTg"), Some("Thủ tướng Chính phủ"));
        assert!(tables.may_begin(w!("nghị")));
    }
}
