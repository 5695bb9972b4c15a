//! The words that the decisions look at around names: honorifics, plurals, markup, the parts of titles.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Shape, Word};
use crate::w;

/// What an honorific or a name says of a person's sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Nothing.
    Unknown,
    /// `ông`, `anh`.
    Male,
    /// `bà`, `chị`, `Thị`.
    Female,
}

impl Gender {
    /// This, else `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self == Self::Unknown { other } else { self }
    }

    /// False where the two contradict each other.
    #[must_use]
    pub fn fits(self, other: Self) -> bool {
        self == Self::Unknown || other == Self::Unknown || self == other
    }
}

/// The honorific that ends right before token `at`: its first token and what it says of the sex.
#[must_use]
pub fn honorific_before(doc: &Annotated<'_>, at: usize) -> Option<(usize, Gender)> {
    let last = at.checked_sub(1)?;
    let word = doc.word(last);
    if doc.gap(at).is_break() {
        return None;
    }
    if word == w!("chí") && last > 0 && doc.word(last - 1) == w!("đồng") {
        return Some((last - 1, Gender::Unknown));
    }
    // `các vị`, not `cương vị`
    if word == w!("vị") && last > 0 && is_plural(doc, last - 1) {
        return Some((last, Gender::Unknown));
    }
    if word == w!(".") && last > 0 && [w!("mr"), w!("ms"), w!("mrs")].contains(&doc.word(last - 1)) {
        return Some((last - 1, gender_of(doc.word(last - 1))));
    }
    HONORIFICS.contains(&word).then(|| (last, gender_of(word)))
}

/// What the honorific right before token `at` says of the sex.
#[must_use]
pub fn gender_before(doc: &Annotated<'_>, at: usize) -> Gender {
    honorific_before(doc, at).map_or(Gender::Unknown, |(_, gender)| gender)
}

const HONORIFICS: [Word; 22] = [
    w!("ông"),
    w!("bà"),
    w!("anh"),
    w!("chị"),
    w!("cô"),
    w!("cụ"),
    w!("em"),
    w!("cháu"),
    w!("bác"),
    w!("chú"),
    w!("cậu"),
    w!("thầy"),
    w!("ngài"),
    w!("mr"),
    w!("ms"),
    w!("mrs"),
    w!("đ/c"),
    w!("đc"),
    w!("đức"),
    w!("sir"),
    w!("nàng"),
    w!("chàng"),
];

fn gender_of(honorific: Word) -> Gender {
    const MALE: [Word; 6] = [w!("ông"), w!("anh"), w!("chú"), w!("cậu"), w!("mr"), w!("sir")];
    const FEMALE: [Word; 5] = [w!("bà"), w!("chị"), w!("cô"), w!("ms"), w!("mrs")];
    match honorific {
        word if MALE.contains(&word) => Gender::Male,
        word if FEMALE.contains(&word) => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// True for a word that stands for a person named before: `ông`, `bà`, `đồng` (chí).
#[must_use]
pub fn is_pronoun(doc: &Annotated<'_>, at: usize) -> bool {
    const PRONOUNS: [Word; 9] =
        [w!("ông"), w!("bà"), w!("anh"), w!("chị"), w!("cô"), w!("cụ"), w!("thầy"), w!("ngài"), w!("nữ")];
    PRONOUNS.contains(&doc.word(at)) || (doc.word(at) == w!("đồng") && doc.word(at + 1) == w!("chí"))
}

/// True for a word that makes what follows a plural: `các`, `hai`, `3`.
#[must_use]
pub fn is_plural(doc: &Annotated<'_>, at: usize) -> bool {
    const PLURALS: [Word; 14] = [
        w!("các"),
        w!("những"),
        w!("hai"),
        w!("ba"),
        w!("bốn"),
        w!("nhiều"),
        w!("%"),
        w!("mấy"),
        w!("chư"),
        w!("vài"),
        w!("mọi"),
        w!("cặp"),
        w!("đôi"),
        w!("loạt"),
    ];
    PLURALS.contains(&doc.word(at))
        || doc.token_text(at).ends_with('%')
        || (doc.word(at) == w!("số") && at > 0 && doc.word(at - 1) == w!("một"))
        || (doc.shape(at) == Shape::Number && doc.token_text(at).parse::<u8>().is_ok_and(|count| count > 1))
}

/// True where what ends right before token `at` makes the person there but a relative of whom the text speaks of:
/// `con gái ông A`, `phu nhân Thủ tướng B`.
#[must_use]
pub fn is_relative_of(doc: &Annotated<'_>, at: usize) -> bool {
    const KIN: [Word; 8] = [w!("vợ"), w!("chồng"), w!("con"), w!("cha"), w!("mẹ"), w!("bố"), w!("cháu"), w!("mẫu")];
    const PAIRS: [(Word, Word); 9] = [
        (w!("con"), w!("gái")),
        (w!("con"), w!("trai")),
        (w!("con"), w!("rể")),
        (w!("con"), w!("dâu")),
        (w!("em"), w!("gái")),
        (w!("em"), w!("trai")),
        (w!("anh"), w!("trai")),
        (w!("chị"), w!("gái")),
        (w!("phu"), w!("nhân")),
    ];
    let Some(mut last) = at.checked_sub(1) else { return false };
    if doc.word(last) == w!("của") && last > 0 {
        last -= 1;
    }
    // `con trai cả của ông A`, `con gái thứ hai`
    const WHICH: [Word; 12] = [
        w!("độc"),
        w!("duy"),
        w!("nhất"),
        w!("cả"),
        w!("út"),
        w!("đầu"),
        w!("nuôi"),
        w!("ruột"),
        w!("cũ"),
        w!("hai"),
        w!("ba"),
        w!("thứ"),
    ];
    let whole = last;
    while last > 0 && whole - last < 2 && WHICH.contains(&doc.word(last)) {
        last -= 1;
    }
    KIN.contains(&doc.word(last)) || last > 0 && PAIRS.contains(&(doc.word(last - 1), doc.word(last)))
}

/// True for a token that only dresses the text: `*`, `|`, `"`.
#[must_use]
pub fn is_markup(doc: &Annotated<'_>, at: usize) -> bool {
    doc.shape(at) == Shape::Punct
        && matches!(doc.token_text(at), "*" | "**" | "|" | "_" | "#" | "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»")
}

/// The first token of the tag of markup (`<b>`) that ends right before token `at`.
#[must_use]
pub fn tag_before(doc: &Annotated<'_>, at: usize) -> Option<usize> {
    let last = at.checked_sub(1).filter(|&last| doc.word(last) == w!(">"))?;
    (last.saturating_sub(4)..last).rev().find(|&first| doc.word(first) == w!("<"))
}

/// True where the name at token `at` is a credit: `Ảnh: A`, `Thực hiện: B`.
#[must_use]
pub fn is_credited(doc: &Annotated<'_>, at: usize) -> bool {
    const CREDITS: [Word; 5] = [w!("ảnh"), w!("nguồn"), w!("hiện"), w!("bài"), w!("tin")];
    at >= 2 && doc.word(at - 1) == w!(":") && CREDITS.contains(&doc.word(at - 2))
}

/// One value for a sequence of words: equal for equal sequences.
#[must_use]
pub fn hash(words: impl IntoIterator<Item = Word>) -> u64 {
    words.into_iter().fold(EMPTY, more)
}

/// The [`hash`] of no word.
pub const EMPTY: u64 = 0x9e37_79b9_7f4a_7c15;

/// The [`hash`] of a sequence and one more word.
#[must_use]
pub fn more(hash: u64, word: Word) -> u64 {
    (hash.rotate_left(5) ^ word.0).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// True for the last token of a word that stands for a person: `ông`, (đồng) `chí`.
#[must_use]
pub fn is_pronoun_end(doc: &Annotated<'_>, at: usize) -> bool {
    is_pronoun(doc, at) || (doc.word(at) == w!("chí") && at > 0 && is_pronoun(doc, at - 1))
}
