//! Markers of numbered items: `1.`, `1.1.`, `1)`, `(1)`, `a)`, `(i)`, `I.`, `A.`, `Một là,`, `Thứ nhất,`, `Nhiệm vụ 1:`.
//!
//! A marker opens its line, or stands inside a paragraph behind a colon, semicolon or full stop.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Gap, Shape, Token, Word};
use crate::rules::task::line::article_number;
use crate::rules::task::words::is_markup;
use crate::w;

/// How a marker is written. Markers of one list are written alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `Điều 5.`
    Article,
    /// `I.`
    Roman,
    /// `A.`
    Capital,
    /// `1.` is of depth 1, `1.1.` of depth 2.
    Dotted(u8),
    /// `1-`
    Dashed,
    /// `1)`
    Closed,
    /// `(1)`
    Bracketed,
    /// `a)`
    Letter,
    /// `(a)`
    BracketedLetter,
    /// `(i)`
    SmallRoman,
    /// `Thứ nhất,`
    Ordinal,
    /// `Một là,`
    Cardinal,
    /// `Nhiệm vụ 1:`
    Labelled,
}

/// A marker.
#[derive(Debug, Clone)]
pub(crate) struct Marker {
    /// The tokens from the first of the marker to the one after it, markup left out.
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) style: Style,
    /// Its place in the list, from 1; of a letter, its place in the Latin alphabet with `đ` behind `d`.
    pub(crate) value: u32,
    /// As the record writes it: `1`, `a`, `II`, `1.1`.
    pub(crate) label: String,
    /// True where it opens its line.
    pub(crate) opens_line: bool,
}

/// The marker at `at`; `opens_line` says whether nothing but markup stands before it on its line.
pub(crate) fn read(doc: &Annotated<'_>, at: usize, opens_line: bool) -> Option<Marker> {
    let bracket = doc.word(at) == w!("(");
    if !opens_line && !follows_mark(doc, at) && (!bracket || cites(doc, at)) {
        return None;
    }
    let (style, value, label, end) = match doc.shape(at) {
        Shape::Number => numbered(doc, at)?,
        Shape::Punct if doc.token_text(at) == "(" => bracketed(doc, at)?,
        Shape::Lower | Shape::Title | Shape::Upper => lettered(doc, at).or_else(|| spelled(doc, at, opens_line))?,
        _ => return None,
    };
    let inline = matches!(
        style,
        Style::Bracketed
            | Style::Ordinal
            | Style::Cardinal
            | Style::Closed
            | Style::Letter
            | Style::BracketedLetter
            | Style::SmallRoman
            | Style::Labelled
    ) || style == Style::Dotted(1) && doc.shape(end).is_capital();
    if !opens_line && !inline {
        return None;
    }
    Some(Marker { first: at, end, style, value, label, opens_line })
}

/// The marker of an article at `at`: `Điều 5.`, `Điều 5:`.
pub(crate) fn article(doc: &Annotated<'_>, at: usize) -> Option<Marker> {
    let number = article_number(doc, at);
    let label = doc.token_text(number);
    // `Điều 10a` was put in behind `Điều 10`.
    let value = label.trim_end_matches(char::is_alphabetic).parse::<u32>().ok()?;
    let close = close_at(doc, number);
    let end = if matches!(doc.token_text(close), "." | ":") { close + 1 } else { number + 1 };
    Some(Marker { first: at, end, style: Style::Article, value, label: label.to_owned(), opens_line: true })
}

/// True where the mark before the token can end what stands before an item.
fn follows_mark(doc: &Annotated<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0 && is_markup(doc, before - 1) {
        before -= 1;
    }
    before > 0 && matches!(doc.token_text(before - 1), ":" | ";" | "." | "," | "…" | "...")
}

/// True where the word before the bracket cites what the bracket holds: `quy định tại (1)`, `mục (2)`.
fn cites(doc: &Annotated<'_>, at: usize) -> bool {
    const CITING: &[Word] = &[
        w!("tại"),
        w!("mục"),
        w!("điểm"),
        w!("khoản"),
        w!("điều"),
        w!("số"),
        w!("hình"),
        w!("bảng"),
        w!("biểu"),
        w!("theo"),
        w!("cột"),
        w!("dòng"),
        w!("thức"),
        w!("từ"),
        w!("đến"),
    ];
    at == 0 || CITING.contains(&doc.word(at - 1)) || doc.gap(at) == Gap::None
}

type Read = (Style, u32, String, usize);

/// `1.`, `1.1.`, `1.1`, `1)`.
fn numbered(doc: &Annotated<'_>, at: usize) -> Option<Read> {
    let text = doc.token_text(at);
    let mut depth = 0u8;
    let mut last = 0;
    for piece in text.split('.') {
        let plain = !piece.is_empty() && piece.len() <= 3 && piece.bytes().all(|byte| byte.is_ascii_digit());
        last = plain.then(|| piece.parse::<u32>().ok()).flatten()?;
        depth = depth.checked_add(1)?;
    }
    let close = close_at(doc, at);
    let closed = doc.gap(close) == Gap::None;
    let value = last;
    if depth > 1 {
        if value == 0 || value > 40 || text.split('.').skip(1).any(|piece| piece.starts_with('0')) || depth > 4 {
            return None;
        }
        let end = if closed && doc.token_text(close) == "." { close + 1 } else { at + 1 };
        let word_follows = doc.shape(end).is_word() || is_markup(doc, end);
        return (word_follows && (end > at + 1 || doc.shape(end).is_capital()))
            .then(|| (Style::Dotted(depth), value, text.to_owned(), end));
    }
    if value == 0 || value > 99 || !closed {
        return None;
    }
    let label = || value.to_string();
    match doc.token_text(close) {
        "." => Some((Style::Dotted(1), value, label(), close + 1)),
        ")" => Some((Style::Closed, value, label(), close + 1)),
        // `1- Tăng cường …`, not `1-2`.
        "-" | "–" if doc.gap(close + 1) == Gap::Space && value < 40 => {
            Some((Style::Dashed, value, label(), close + 1))
        }
        _ => None,
    }
}

/// The token that closes a marker whose number is `at`, markup left out: the `.` of `**1**.`
fn close_at(doc: &Annotated<'_>, at: usize) -> usize {
    let mut close = at + 1;
    while close < at + 3 && is_markup(doc, close) && doc.gap(close) == Gap::None {
        close += 1;
    }
    close
}

/// `(1)`, `(a)`, `(i)`.
fn bracketed(doc: &Annotated<'_>, at: usize) -> Option<Read> {
    if doc.token_text(at + 2) != ")" || doc.gap(at + 1) != Gap::None || doc.gap(at + 2) != Gap::None {
        return None;
    }
    let text = doc.token_text(at + 1);
    if doc.shape(at + 1) == Shape::Number {
        let value = text.parse::<u32>().ok().filter(|value| (1..=99).contains(value))?;
        return Some((Style::Bracketed, value, value.to_string(), at + 3));
    }
    if let Some(value) = roman(text).filter(|_| doc.shape(at + 1) == Shape::Lower) {
        return Some((Style::SmallRoman, value, text.to_owned(), at + 3));
    }
    letter(text).map(|value| (Style::BracketedLetter, value, text.to_owned(), at + 3))
}

/// `a)`, `đ)`, `I.`, `A.`, `I -`.
fn lettered(doc: &Annotated<'_>, at: usize) -> Option<Read> {
    let text = doc.token_text(at);
    let mark = close_at(doc, at);
    let close = doc.token_text(mark);
    let touches = doc.gap(mark) == Gap::None;
    if doc.shape(at) == Shape::Lower {
        let value = letter(text).filter(|_| touches && matches!(close, ")" | "."))?;
        return Some((Style::Letter, value, text.to_owned(), mark + 1));
    }
    if let Some(value) = roman(&text.to_lowercase()).filter(|_| text.chars().all(char::is_uppercase)) {
        let dash = matches!(close, "-" | "–" | ":") && doc.gap(mark) <= Gap::Space;
        // `I/ Mục đích`, not `V/v`; a term that wrapped (`khóa⏎XV.`) has nothing behind it.
        let slash = touches && close == "/" && doc.gap(mark + 1) == Gap::Space;
        let closed = touches && matches!(close, "." | ")") || slash || dash;
        return (closed && !doc.gap(mark + 1).is_break()).then(|| (Style::Roman, value, text.to_owned(), mark + 1));
    }
    let value = letter(&text.to_lowercase())
        .filter(|_| touches && matches!(close, "." | ")") && doc.shape(mark + 1).is_capital())?;
    Some((Style::Capital, value, text.to_owned(), mark + 1))
}

/// `Một là,`, `Thứ nhất,`, `Thứ 5,`, `Nhiệm vụ 1:`, `Nhiệm vụ thứ nhất:`.
fn spelled(doc: &Annotated<'_>, at: usize, opens_line: bool) -> Option<Read> {
    if doc.word(at + 1) == w!("là") {
        let value = cardinal(doc.word(at))?;
        let end = at + 2 + usize::from(matches!(doc.token_text(at + 2), "," | ":"));
        return Some((Style::Cardinal, value, value.to_string(), end));
    }
    if doc.word(at) == w!("thứ") {
        let value = ordinal(doc, at + 1)?;
        // `*Thứ năm*, …`
        let mut end = close_at(doc, at + 1);
        let mark = matches!(doc.token_text(end), "," | ":");
        end += usize::from(mark);
        if doc.word(end) == w!("là") {
            end += 1 + usize::from(matches!(doc.token_text(end + 1), "," | ":"));
        } else if !mark {
            return None;
        }
        let weekday = doc.word(end) == w!("ngày") || doc.shape(end) == Shape::Number;
        return (!weekday).then(|| (Style::Ordinal, value, value.to_string(), end));
    }
    if !opens_line || !doc.shape(at).is_capital() {
        return None;
    }
    let label = LABELS.iter().find(|words| doc.follows(at, words))?;
    let mut next = at + label.len();
    next += usize::from(matches!(doc.word(next), word if word == w!("thứ") || word == w!("số")));
    let value = ordinal(doc, next)?;
    let end = next + 1;
    matches!(doc.token_text(end), ":" | "." | "," | "-" | "–")
        .then(|| (Style::Labelled, value, value.to_string(), end + 1))
}

const LABELS: &[&[Word]] = &[
    &[w!("nhiệm"), w!("vụ")],
    &[w!("nhóm"), w!("nhiệm"), w!("vụ")],
    &[w!("giải"), w!("pháp")],
    &[w!("nhóm"), w!("giải"), w!("pháp")],
    &[w!("yêu"), w!("cầu")],
    &[w!("nội"), w!("dung")],
    &[w!("đột"), w!("phá")],
    &[w!("khâu"), w!("đột"), w!("phá")],
    &[w!("việc")],
];

fn ordinal(doc: &Annotated<'_>, at: usize) -> Option<u32> {
    let word = doc.word(at);
    match doc.shape(at) {
        Shape::Number => doc.token_text(at).parse().ok().filter(|value| (1..=40).contains(value)),
        _ if word == w!("nhất") => Some(1),
        _ if word == w!("nhì") => Some(2),
        _ if word == w!("tư") => Some(4),
        _ => cardinal(word).filter(|&value| value > 1),
    }
}

const CARDINALS: [Word; 10] =
    [w!("một"), w!("hai"), w!("ba"), w!("bốn"), w!("năm"), w!("sáu"), w!("bảy"), w!("tám"), w!("chín"), w!("mười")];

/// A bit for the low bits of each cardinal: most words are told apart from them by one look.
const CARDINAL_BITS: u64 = {
    let (mut bits, mut at) = (0, 0);
    while at < CARDINALS.len() {
        bits |= 1 << (CARDINALS[at].0 & 63);
        at += 1;
    }
    bits
};

/// The number that a word spells, one to ten.
#[inline]
pub(crate) fn cardinal(word: Word) -> Option<u32> {
    if CARDINAL_BITS >> (word.0 & 63) & 1 == 0 {
        return None;
    }
    let at = CARDINALS.iter().position(|&other| other == word)?;
    u32::try_from(at + 1).ok()
}

/// A Roman numeral in small letters, up to 39.
fn roman(text: &str) -> Option<u32> {
    const DIGITS: [(&str, u32); 7] = [("xxx", 30), ("xx", 20), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];
    if text.is_empty() || text.len() > 7 || !text.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')) {
        return None;
    }
    let (mut rest, mut value) = (text, 0);
    while !rest.is_empty() {
        let (digit, worth) = ["ix", "iv"].iter().zip([9, 4]).find(|(digit, _)| rest.starts_with(**digit)).map_or_else(
            || DIGITS.iter().find(|(digit, _)| rest.starts_with(digit)).copied(),
            |(digit, worth)| Some((*digit, worth)),
        )?;
        value += worth;
        rest = rest.get(digit.len()..)?;
    }
    Some(value)
}

/// The letters of items, in order; `f`, `j`, `w`, `z` are often left out, and `đ` by some.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";

fn letter(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    let only = chars.next().filter(|_| chars.next().is_none())?;
    LETTERS.chars().position(|c| c == only).and_then(|at| u32::try_from(at + 1).ok())
}

/// True where `next` can follow `last` in a list of `style`.
pub(crate) fn follows(style: Style, last: u32, next: u32) -> bool {
    if !matches!(style, Style::Letter | Style::BracketedLetter | Style::Capital) {
        return next == last + 1;
    }
    // Left out: đ f j w z, by their places.
    next > last && (last + 1..next).all(|skipped| matches!(skipped, 5 | 7 | 11 | 24 | 27))
}

/// The first token from `at` on that may begin a marker in the middle of a line; `end` where there is none before it.
pub(crate) fn next_mark(doc: &Annotated<'_>, at: usize, end: usize) -> usize {
    let (tokens, behind) = (doc.tokens.get(at..end).unwrap_or_default(), doc.tokens.get(at + 1..).unwrap_or_default());
    if let Some(found) = tokens.iter().zip(behind).position(|(token, next)| may_mark(token, next.word)) {
        return at + found;
    }
    // The last token of the text has none behind it.
    match tokens.get(behind.len()..).and_then(<[Token]>::first) {
        Some(last) if may_mark(last, Word(0)) => end - 1,
        _ => end,
    }
}

/// True where an inline marker can begin at the token: a cheap test before the full one.
#[inline]
fn may_mark(token: &Token, next: Word) -> bool {
    let closed = (next == w!(".")) | (next == w!(")")) | (next == w!("là"));
    // No early end: nearly every token fails all of them.
    if !(closed | (token.word == w!("(")) | (token.word == w!("thứ"))) {
        return false;
    }
    match token.shape {
        Shape::Number => next == w!(".") || next == w!(")"),
        Shape::Punct => token.word == w!("("),
        Shape::Lower | Shape::Title | Shape::Upper => next == w!("là") || next == w!(")") || token.word == w!("thứ"),
        Shape::Mixed | Shape::Code => false,
    }
}
