//! From the names in dictionaries to words, by the same tokeniser that reads texts, so that they meet.

use crate::gazetteer::fold::word_of;
use crate::gazetteer::surface::SurfaceCache;
use crate::gazetteer::trie::Needs;
use crate::model::token::{Shape, Token, Word};
use crate::segment::token::tokenize;

/// Turns names into words. It keeps its memory from name to name.
#[derive(Debug)]
pub(crate) struct NameReader {
    seen: SurfaceCache<Piece>,
    tokens: Vec<Token>,
    words: Vec<Word>,
}

/// What stands between two spaces of a name.
#[derive(Debug, Clone, Copy, Default)]
struct Piece {
    word: Word,
    /// None where it is more than one token, or was never looked at.
    shape: Option<Shape>,
}

impl Default for NameReader {
    fn default() -> Self {
        let mut seen = SurfaceCache::default();
        seen.clear();
        Self { seen, tokens: Vec::new(), words: Vec::new() }
    }
}

impl NameReader {
    /// Reads `name` into [`words`](Self::words), and says which capitals it has.
    pub(crate) fn read(&mut self, name: &str) -> Needs {
        self.read_pieces(name).unwrap_or_else(|| self.read_tokens(name))
    }

    /// Reads a name whose pieces between spaces are one token each, which most are; None for any other.
    fn read_pieces(&mut self, name: &str) -> Option<Needs> {
        self.words.clear();
        let mut has = Needs::default();
        let mut start = 0;
        for end in memchr::memchr_iter(b' ', name.as_bytes()).chain(std::iter::once(name.len())) {
            if end > start {
                let piece = self.seen.get(name, start, end, Piece::read);
                has.see(self.words.len(), piece.shape?);
                self.words.push(piece.word);
            }
            start = end + 1;
        }
        Some(has)
    }

    fn read_tokens(&mut self, name: &str) -> Needs {
        self.tokens.clear();
        self.words.clear();
        tokenize(name, &mut self.tokens);
        let mut has = Needs::default();
        let mut buffer = String::new();
        for (position, token) in self.tokens.iter().enumerate() {
            has.see(position, token.shape);
            self.words.push(word_of(token.text(name), &mut buffer));
        }
        has
    }

    /// The words of the name read last.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The words of `name`, each with its folded form.
    pub(crate) fn folded(&mut self, name: &str) -> Vec<(Word, String)> {
        self.read_tokens(name);
        let folded = self.tokens.iter().zip(&self.words).map(|(token, &word)| {
            let mut folded = String::new();
            word_of(token.text(name), &mut folded);
            (word, folded)
        });
        folded.collect()
    }
}

impl Piece {
    fn read(surface: &str, buffer: &mut String) -> Self {
        let mut tokens = Vec::new();
        tokenize(surface, &mut tokens);
        match tokens.as_slice() {
            [token] => Self { word: word_of(surface, buffer), shape: Some(token.shape) },
            _ => Self::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_tokens_agree() {
        let mut reader = NameReader::default();
        for name in ["Ba Vàng", "tỉnh  Ba Vàng ", "H'Hen", "Băng-cốc", "30 Tháng 4", "", "UBND Ba"] {
            let pieces = reader.read_pieces(name).unwrap();
            let words = reader.words.clone();
            assert_eq!((pieces, words), (reader.read_tokens(name), reader.words.clone()), "{name}");
        }
        for name in ["TP.BV", "Ba Vàng-Vũng Dừa", "Sở A&B", "vớiThượng"] {
            assert!(reader.read_pieces(name).is_none(), "{name}");
        }
    }
}
