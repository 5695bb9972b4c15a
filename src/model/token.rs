//! A token: one syllable, number, code or punctuation mark of the normalised text.

use crate::model::span::{Normal, Span};

/// A word by its *folded* form: lower case, tone marks in the old placement (`hòa`, `ủy`).
///
/// The value is a 64-bit hash of that form, so that rules can name words as constants, [`word`]`("ngày")`, and two
/// tokens are the same word where the values are equal, whatever their case and tone placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Word(pub u64);

/// The word whose folded form is `folded`. The caller folds: lower case, NFC, old tone placement.
#[must_use]
pub const fn word(folded: &str) -> Word {
    // FNV-1a, since it runs in constants; the lexicon's tests check that no two dictionary words share a value.
    let bytes = folded.as_bytes();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < bytes.len() {
        hash ^= bytes[at] as u64;
        hash = hash.wrapping_mul(0x0000_0100_0000_01b3);
        at += 1;
    }
    Word(hash)
}

/// `w!("ngày")`: the [`Word`] of a folded literal, computed when the program is compiled.
#[macro_export]
macro_rules! w {
    ($folded:literal) => {
        const { $crate::model::token::word($folded) }
    };
}

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Letters, the first of them lower case: `nói`.
    Lower,
    /// A capital, then lower case: `Huynh`; also a single capital letter: `A`, `Ý`.
    Title,
    /// Two or more letters, all capitals: `UBND`, `HUYNH`.
    Upper,
    /// Letters otherwise: `TƯ`-like mixtures, `McKenna`, `ĐBQHs`, `Jong-un`, `iPhone`.
    Mixed,
    /// Digits, perhaps with separators or a unit: `4`, `2,4%`, `4-3`, `22:22`, `8h30`, `04/03/2017`.
    Number,
    /// Letters and digits or separators in one: `05-CT/TƯ`, `30/2020/NĐ-CP`, `COVID-19`, `QH14`.
    Code,
    /// One punctuation mark or symbol (`...` is one).
    Punct,
}

impl Shape {
    /// True for words that begin with a capital: `Title`, `Upper` and `Mixed` (whose first letter may be small).
    #[inline]
    #[must_use]
    pub const fn is_capital(self) -> bool {
        matches!(self, Self::Title | Self::Upper | Self::Mixed)
    }

    /// True for words made of letters.
    #[inline]
    #[must_use]
    pub const fn is_word(self) -> bool {
        matches!(self, Self::Lower | Self::Title | Self::Upper | Self::Mixed)
    }
}

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: the tokens touch.
    None,
    /// White space on one line.
    Space,
    /// A line break that only wraps the line: the sentence, and a name, run across it.
    Wrap,
    /// A line break that ends a line: a headline, a list item, a paragraph set without blank lines.
    Line,
    /// A blank line, or the start of the text.
    Paragraph,
}

impl Gap {
    /// True where a sentence cannot run on: [`Gap::Line`] and [`Gap::Paragraph`].
    #[inline]
    #[must_use]
    pub const fn is_break(self) -> bool {
        matches!(self, Self::Line | Self::Paragraph)
    }
}

/// One token. Its fields from `word` on are filled in by the lexicon (`gazetteer`), the others by the segmenter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the normalised text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The folded form.
    pub word: Word,
    /// What the dictionaries know of the word by itself.
    pub classes: Classes,
    /// The matcher's node for phrases that begin with this word; 0 for none.
    pub root: u32,
    /// How it may be written where it is a name by itself, as the matcher has it; 0 for no name.
    pub alone: u8,
    /// The word's number among the context words, from 1; 0 for none.
    pub context: u16,
    /// The class of words that keep the same company (`dictionaries/seen/classes.tsv`); 0 for none.
    pub company: u8,
    /// Its circle: the same by finer classes (`dictionaries/seen/circles.tsv`).
    pub circle: u16,
    /// How common the word is in names of bodies behind their type word, as `round(10 ln(1 + n))`.
    pub tail: u8,
    /// How common it is as a surname, in the same measure.
    pub surname: u8,
    /// How common it is as the last word of a given name, in the same measure.
    pub given: u8,
    /// How it is written.
    pub shape: Shape,
    /// What stands before it.
    pub gap: Gap,
}

impl Token {
    /// The token's place in the normalised text.
    #[must_use]
    pub fn span(&self) -> Span<Normal> {
        Span::new(self.start, self.end.max(self.start)).unwrap_or_else(|| unreachable!("end is at least start"))
    }

    /// The token's text, given the normalised text that it is of.
    #[inline]
    #[must_use]
    pub fn text<'t>(&self, normal: &'t str) -> &'t str {
        normal.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// True where the word is in any of `classes`.
    #[inline]
    #[must_use]
    pub const fn is(&self, classes: Classes) -> bool {
        self.classes.0 & classes.0 != 0
    }
}

/// A set of word classes, one bit each. A class is evidence from the dictionaries about a word by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(pub u64);

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);
    /// A surname: `Nguyễn`, `Đinh`.
    pub const SURNAME: Self = Self(1);
    /// The last word of a given name: `Huynh`.
    pub const GIVEN: Self = Self(1 << 1);
    /// A middle word of a name: `Thị`, `Văn`.
    pub const MIDDLE: Self = Self(1 << 2);
    /// Stands before a person's name and is no title: `ông`, `bà`, `anh`.
    pub const HONORIFIC: Self = Self(1 << 3);
    /// A word of grammar that no name contains: `đã`, `sẽ`, `là`, `những`.
    pub const FUNCTION: Self = Self(1 << 4);
    /// A verb of saying: `nói`, `cho` (biết), `khẳng`.
    pub const SAYING: Self = Self(1 << 5);
    /// A syllable that Vietnamese phonology allows; names of other languages mostly have some that it does not.
    pub const SYLLABLE: Self = Self(1 << 6);
    /// First word of a place's type: `tỉnh`, `sông`.
    pub const PLACE_TYPE: Self = Self(1 << 7);
    /// First word of a body's type: `bộ`, `trường`, `công` (ty).
    pub const BODY_HEAD: Self = Self(1 << 8);
    /// First word of a title: `chủ` (tịch), `bộ` (trưởng).
    pub const TITLE_HEAD: Self = Self(1 << 9);
    /// First syllable of a surname of an ethnic minority, or of its marker: `Niê`, `Giàng`, `H'`.
    pub const MINORITY: Self = Self(1 << 10);

    /// The classes of either.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
