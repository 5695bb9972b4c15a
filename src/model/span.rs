//! Where something stands: [`Span`] in the bytes of one text, [`Extent`] in its tokens.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

/// Marks a [`Span`] of the normalised text, on which all matching runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Normal {}

/// Marks a [`Span`] of the input as decoded, which is what the user sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Input {}

/// A half-open range of bytes, `start..end`, of the text that `Of` names.
///
/// Spans of different texts are different types: only the alignment of the normaliser turns one into the other.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span<Of> {
    start: u32,
    end: u32,
    of: PhantomData<Of>,
}

impl<Of> Span<Of> {
    /// The span `start..end` in bytes; `None` where `end < start`.
    #[inline]
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Option<Self> {
        if end < start { None } else { Some(Self { start, end, of: PhantomData }) }
    }

    /// The first byte.
    #[inline]
    #[must_use]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    #[inline]
    #[must_use]
    pub const fn end(self) -> u32 {
        self.end
    }

    /// The length in bytes.
    #[inline]
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// True where the span holds no byte.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range that slices the text.
    #[inline]
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl<Of> fmt::Debug for Span<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A half-open range of tokens, `first..end`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Extent {
    first: u32,
    end: u32,
}

impl Extent {
    /// The tokens `first..end`; where `end < first`, the empty extent at `first`.
    #[inline]
    #[must_use]
    pub fn new(first: usize, end: usize) -> Self {
        let first = narrow(first);
        Self { first, end: narrow(end).max(first) }
    }

    /// The index of the first token.
    #[inline]
    #[must_use]
    pub const fn first(self) -> usize {
        self.first as usize
    }

    /// One past the index of the last token.
    #[inline]
    #[must_use]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// How many tokens.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.first) as usize
    }

    /// True where the extent holds no token.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.first == self.end
    }

    /// As a range that slices the tokens.
    #[inline]
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }

    /// True where the two share a token.
    #[inline]
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }

    /// True where `other` lies within (or is) this extent.
    #[inline]
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.end <= self.end
    }
}

impl fmt::Debug for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}..{}", self.first, self.end)
    }
}

/// A size or offset as the 32 bits that spans and tokens keep. Texts are cut off far below 4 GiB at the entrance of
/// the pipeline, so nothing is lost; past that the value saturates instead of wrapping round.
#[inline]
#[must_use]
pub fn narrow(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
