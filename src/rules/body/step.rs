//! [`Step`]: the sorts of words that the tail of a body's name is made of.

use crate::model::cue::Cue;
use crate::model::token::{Classes, Token};

/// One step of a tail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A place that the dictionaries know.
    KnownPlace = 0,
    /// A place with its type word: `tỉnh Bắc Giang`.
    TypedPlace = 1,
    /// `tỉnh`, `các tỉnh, thành phố`, `cấp xã`: a level, not a place.
    Level = 2,
    /// A body that the dictionaries know.
    KnownBody = 3,
    /// Another type word.
    BodyHead = 4,
    /// A syllable with a capital.
    Capital = 5,
    /// A capital that is no syllable of Vietnamese.
    Foreign = 6,
    /// A word in capitals.
    Upper = 7,
    /// A short number.
    Number = 8,
    /// Letters and digits in one.
    Code = 9,
    /// A word in lower case that is common in names of bodies.
    Common = 10,
    /// One that is less common in them.
    Fair = 11,
    /// One that is rare in them.
    Rare = 12,
    /// A word in lower case that was never seen in one.
    Unseen = 13,
    /// A small word: see [`is_small`].
    Function = 14,
    /// `và` before a word in lower case.
    And = 15,
    /// `và` before a capital.
    AndCapital = 16,
    /// A comma before a word in lower case.
    Comma = 17,
    /// A comma before a capital.
    CommaCapital = 18,
    /// A dash between two words.
    Dash = 19,
    /// `&`, `/`, or a full stop within an abbreviation.
    Ampersand = 20,
    /// An abbreviation in brackets that the name goes on behind.
    Bracket = 21,
    /// `các`.
    Plural = 22,
    /// `về`.
    About = 23,
    /// A syllable with a capital that is common in names of bodies.
    CapitalCommon = 25,
    /// A capital right behind a known body, a place or a level: mostly a person's (`Văn phòng Bộ Nội vụ Kiều Thị Hoan`).
    CapitalBehind = 26,
    /// `tại`, `ở` behind what is named by its seat: `Đại sứ quán Ấn Độ tại Việt Nam`.
    Seat = 27,
    /// `phòng, chống`: one word with a mark in it.
    Guard = 28,
}

/// True for a small word that no name ends with: `với`, `cho`. Not for one that is a syllable of longer words in names of
/// bodies: `hành chính`, `quân sự`, `đối ngoại`.
#[must_use]
pub fn is_small(token: &Token, cue: Cue) -> bool {
    let links = matches!(
        cue,
        Cue::Place
            | Cue::Of
            | Cue::With
            | Cue::And
            | Cue::By
            | Cue::Source
            | Cue::Copula
            | Cue::Det
            | Cue::Conjunction
            | Cue::When
    );
    token.is(Classes::FUNCTION) && (token.tail == 0 || links)
}
