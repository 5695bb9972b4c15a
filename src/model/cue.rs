//! [`Cue`]: what a token says of the name that stands beside it. A closed list, so that a scorer can have a weight for each.

use crate::model::token::{Classes, Shape, Token};

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// What a token says of its neighbour.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Cue { $($(#[$doc])* $name),+ }

        impl Cue {
            /// Every cue, in the order of the weights.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// As spelled in dictionaries and weights.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

cues! {
    // Words, from dictionaries/words/cues.tsv. The order is that of precedence where a word has several.
    /// `tại`, `ở`, `đến`: a place follows.
    Place = "place",
    /// `của`, `thuộc`.
    Of = "of",
    /// `với`, `gặp`, `cho`: somebody follows.
    With = "with",
    /// `và`, `hoặc`.
    And = "and",
    /// `do`, `bởi`.
    By = "by",
    /// `theo`, `nguồn`.
    Source = "source",
    /// `ảnh`, `hình`.
    Photo = "photo",
    /// `là`, `làm`.
    Copula = "copula",
    /// `nói`, `kể`.
    Saying = "saying",
    /// `đã`, `sẽ`.
    Aux = "aux",
    /// `không`, `cần`.
    Modal = "modal",
    /// `bị`, `được`.
    Passive = "passive",
    /// `các`, `những`, spelled numbers.
    Det = "det",
    /// `vợ`, `con`.
    Kin = "kin",
    /// `giải`, `phim`, `bão`: the name of an event or a thing follows.
    Event = "event",
    /// `đội`, `trận`, `thắng`.
    Sport = "sport",
    /// `họ`, `tôi`.
    Pronoun = "pronoun",
    /// `này`, `đó`.
    Demonstrative = "demonstrative",
    /// `khi`, `trong`.
    When = "when",
    /// `nhưng`, `mà`.
    Conjunction = "conjunction",
    /// `sinh`, `quê`.
    Born = "born",
    /// `người`, `nước`, `tiếng`.
    Nation = "nation",
    /// `bổ` (nhiệm), `bầu`, `giữ` (chức).
    Appoint = "appoint",
    /// First syllables of verbs that people and bodies do.
    Act = "act",
    // Not from that file.
    /// A lower-case word that nothing is known of.
    Lower = "lower",
    /// A word of grammar without a cue of its own.
    Function = "function",
    /// A capitalised Vietnamese syllable.
    Capital = "capital",
    /// A capitalised word of another language.
    Foreign = "foreign",
    /// A word in capitals.
    Upper = "upper",
    /// A number.
    Number = "number",
    /// A code.
    Code = "code",
    /// `ông`, `bà`, `đồng chí`.
    Honorific = "honorific",
    /// A title ends (as the left neighbour) or begins (as the right one) here.
    Title = "title",
    /// The type word of a body ends or begins here.
    Body = "body-head",
    /// The type word of a place ends or begins here.
    PlaceType = "place-type",
    /// A token of a date or a cited document.
    Settled = "settled",
    /// `,`
    Comma = "comma",
    /// `;`
    Semicolon = "semicolon",
    /// `:`
    Colon = "colon",
    /// `.` `!` `?` `…`
    Stop = "stop",
    /// `(` `[`
    Open = "open",
    /// `)` `]`
    Close = "close",
    /// `-` `–`
    Dash = "dash",
    /// `“` `"`
    Quote = "quote",
    /// Any other mark.
    Mark = "mark",
    /// The edge of the sentence.
    Edge = "edge",
}

/// The first bit of [`Classes`] that stands for a cue; the cues of the dictionary come first in [`Cue::ALL`].
const FIRST_BIT: u32 = 16;
/// How many cues the dictionary gives.
const FROM_DICTIONARY: u32 = 24;

impl Cue {
    /// The class that a word with this cue bears; none for cues that do not come from the dictionary.
    #[must_use]
    pub const fn class(self) -> Classes {
        let index = self as u32;
        if index < FROM_DICTIONARY { Classes(1 << (FIRST_BIT + index)) } else { Classes::NONE }
    }

    /// The cue that the dictionary spells `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().take(FROM_DICTIONARY as usize).find(|cue| cue.as_str() == text)
    }

    /// The cue of a token by itself; `text` is read where it is a mark.
    #[inline]
    #[must_use]
    pub fn of(token: &Token, text: &str) -> Self {
        match token.shape {
            Shape::Punct => Self::of_mark(text),
            Shape::Number => Self::Number,
            Shape::Code => Self::Code,
            Shape::Lower => Self::of_word(token.classes, Self::Lower),
            Shape::Upper => Self::of_word(token.classes, Self::Upper),
            Shape::Title | Shape::Mixed if !token.is(Classes::SYLLABLE) => Self::Foreign,
            Shape::Title | Shape::Mixed => Self::of_word(token.classes, Self::Capital),
        }
    }

    #[inline]
    fn of_word(classes: Classes, otherwise: Self) -> Self {
        let bits = (classes.0 >> FIRST_BIT) & ((1 << FROM_DICTIONARY) - 1);
        if classes.0 & Classes::HONORIFIC.0 != 0 {
            return Self::Honorific;
        }
        if bits != 0 {
            return Self::ALL.get(bits.trailing_zeros() as usize).copied().unwrap_or(otherwise);
        }
        if classes.0 & Classes::FUNCTION.0 != 0 { Self::Function } else { otherwise }
    }

    fn of_mark(text: &str) -> Self {
        match text.as_bytes() {
            b"," => Self::Comma,
            b";" => Self::Semicolon,
            b":" => Self::Colon,
            b"." | b"!" | b"?" => Self::Stop,
            b"(" | b"[" => Self::Open,
            b")" | b"]" => Self::Close,
            b"-" => Self::Dash,
            b"\"" | b"'" => Self::Quote,
            [_] => Self::Mark,
            _ => Self::of_long_mark(text),
        }
    }

    fn of_long_mark(text: &str) -> Self {
        match text {
            "…" | "..." => Self::Stop,
            "–" | "—" => Self::Dash,
            "“" | "”" | "‘" | "’" | "«" | "»" => Self::Quote,
            _ => Self::Mark,
        }
    }
}

impl Cue {
    /// True for the cues of words that a name may follow at once: honorifics, titles, type words.
    #[must_use]
    pub const fn ends_head(self) -> bool {
        matches!(self, Self::Honorific | Self::Title | Self::Body | Self::PlaceType)
    }
}
