//! [`Annotated`]: one document's normalised text with its tokens, sentences and lookups, which is all that a rule sees.

use crate::calendar::CivilDate;
pub use crate::gazetteer::entry::EntryId;
use crate::gazetteer::kind::EntryKind;
use crate::model::span::{Extent, Normal, Span};
use crate::model::token::{Gap, Shape, Token, Word};

/// One document as the rules see it.
#[derive(Debug, Clone, Copy)]
pub struct Annotated<'d> {
    /// The normalised text.
    pub text: &'d str,
    /// Its tokens.
    pub tokens: &'d [Token],
    /// Its sentences, in tokens, in order, covering every token.
    pub sentences: &'d [Extent],
    /// What the matcher found: by first token, then the longest first, then rows of the user first.
    pub lookups: &'d [Lookup],
    /// The day that relative expressions count from, where known.
    pub reference: Option<CivilDate>,
    /// The year of publication, where no more than that (and perhaps the month) is known.
    pub year: Option<i32>,
}

/// A hit of the matcher: the tokens of `extent` are the name of `entry`. Evidence, not a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lookup {
    /// The tokens.
    pub extent: Extent,
    /// The dictionary row.
    pub entry: EntryId,
    /// What the row names.
    pub kind: EntryKind,
}

impl<'d> Annotated<'d> {
    /// The text of one token; empty past the end.
    #[inline]
    #[must_use]
    pub fn token_text(&self, index: usize) -> &'d str {
        self.tokens.get(index).map_or("", |token| token.text(self.text))
    }

    /// The word of one token; no word past the end.
    #[inline]
    #[must_use]
    pub fn word(&self, index: usize) -> Word {
        self.tokens.get(index).map_or(Word(0), |token| token.word)
    }

    /// True where the tokens from `at` on are `words`, with no line end or blank line between them.
    #[inline]
    #[must_use]
    pub fn follows(&self, at: usize, words: &[Word]) -> bool {
        words.iter().enumerate().all(|(offset, &word)| {
            self.tokens
                .get(at + offset)
                .is_some_and(|token| token.word == word && (offset == 0 || !token.gap.is_break()))
        })
    }

    /// What the matcher found to begin at the token `first`, the longest first.
    #[must_use]
    pub fn lookups_at(&self, first: usize) -> &'d [Lookup] {
        let lookups = self.lookups;
        let start = lookups.partition_point(|lookup| lookup.extent.first() < first);
        let rest = lookups.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|lookup| lookup.extent.first() == first).count();
        rest.get(..length).unwrap_or_default()
    }

    /// The longest hit that begins at the token `first` and is of a kind that `wanted` accepts.
    pub fn longest_at(&self, first: usize, wanted: impl Fn(EntryKind) -> bool) -> Option<Lookup> {
        self.lookups_at(first).iter().find(|lookup| wanted(lookup.kind)).copied()
    }

    /// The shape of one token; punctuation past the end.
    #[inline]
    #[must_use]
    pub fn shape(&self, index: usize) -> Shape {
        self.tokens.get(index).map_or(Shape::Punct, |token| token.shape)
    }

    /// The gap before one token; a paragraph's past the end.
    #[inline]
    #[must_use]
    pub fn gap(&self, index: usize) -> Gap {
        self.tokens.get(index).map_or(Gap::Paragraph, |token| token.gap)
    }

    /// The tokens that share a byte with `span`.
    #[must_use]
    pub fn extent(&self, span: Span<Normal>) -> Extent {
        let first = self.tokens.partition_point(|token| token.end <= span.start());
        Extent::new(first, self.tokens.partition_point(|token| token.start < span.end()))
    }

    /// The bytes of the normalised text that `extent` covers, first token's start to last token's end.
    #[must_use]
    pub fn span(&self, extent: Extent) -> Span<Normal> {
        let empty = || Span::new(0, 0).unwrap_or_else(|| unreachable!("0 is the least"));
        let Some(tokens) = self.tokens.get(extent.range()) else { return empty() };
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end).unwrap_or_else(empty),
            _ => empty(),
        }
    }

    /// The normalised text of `extent`.
    #[must_use]
    pub fn slice(&self, extent: Extent) -> &'d str {
        self.text.get(self.span(extent).range()).unwrap_or_default()
    }
}
