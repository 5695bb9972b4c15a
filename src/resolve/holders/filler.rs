//! What may stand beside a name or title without parting it from the next: brackets, terms of office, ages, markup.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Shape, Word};
use crate::resolve::words;
use crate::w;

/// The longest bracket that is skipped, in tokens.
const LONGEST_BRACKET: usize = 40;
/// The longest apposition about age, birth or dwelling that is skipped, in tokens.
const LONGEST_DETAIL: usize = 16;

/// The token after the filler that begins at `at`; none where none begins. Never past `to`.
#[must_use]
pub fn skip(doc: &Annotated<'_>, at: usize, to: usize) -> Option<usize> {
    if words::is_markup(doc, at) {
        return Some(at + 1);
    }
    tag(doc, at, to).or_else(|| bracket(doc, at, to)).or_else(|| term(doc, at, to)).or_else(|| detail(doc, at, to))
}

/// `<b>`, `</b>`: what a converter left.
fn tag(doc: &Annotated<'_>, at: usize, to: usize) -> Option<usize> {
    if doc.word(at) != w!("<") {
        return None;
    }
    (at + 1..to.min(at + 5)).find(|&end| doc.word(end) == w!(">")).map(|end| end + 1)
}

/// `(74 tuổi)`, `(bên trái)`.
fn bracket(doc: &Annotated<'_>, at: usize, to: usize) -> Option<usize> {
    if doc.word(at) != w!("(") {
        return None;
    }
    (at + 1..to.min(at + LONGEST_BRACKET)).find(|&end| doc.word(end) == w!(")")).map(|end| end + 1)
}

/// `nhiệm kỳ 2020-2025`, `khóa XIII`, `các khóa V, VI`, `thời kỳ 1981-1987`, `từ 2001 - 2006`, `giai đoạn 1941-1956`; and
/// a bracket that closes.
fn term(doc: &Annotated<'_>, at: usize, to: usize) -> Option<usize> {
    if doc.word(at) == w!(")") {
        return Some(at + 1);
    }
    const OPENERS: [Word; 9] =
        [w!("nhiệm"), w!("khóa"), w!("khoá"), w!("giai"), w!("thời"), w!("từ"), w!("năm"), w!("các"), w!("lần")];
    if !OPENERS.contains(&doc.word(at)) {
        return None;
    }
    let mut end = at;
    let mut counted = false;
    while end < to {
        if let Some(next) = bracket(doc, end, to).filter(|_| counted) {
            end = next;
            continue;
        }
        let number = is_number(doc, end);
        let comma = counted && doc.word(end) == w!(",") && end + 1 < to && is_number(doc, end + 1);
        if !(number || comma || is_term_word(doc, end)) {
            break;
        }
        counted |= number;
        end += 1;
    }
    counted.then_some(end)
}

fn is_term_word(doc: &Annotated<'_>, at: usize) -> bool {
    const WORDS: [Word; 20] = [
        w!("nhiệm"),
        w!("kỳ"),
        w!("khóa"),
        w!("giai"),
        w!("đoạn"),
        w!("thời"),
        w!("từ"),
        w!("đến"),
        w!("năm"),
        w!("tháng"),
        w!("ngày"),
        w!("các"),
        w!("lần"),
        w!("thứ"),
        w!("-"),
        w!("–"),
        w!("/"),
        w!("nay"),
        w!("và"),
        w!("kỳ"),
    ];
    WORDS.contains(&doc.word(at))
}

fn is_number(doc: &Annotated<'_>, at: usize) -> bool {
    let roman = |text: &str| !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    match doc.shape(at) {
        Shape::Number | Shape::Code => true,
        Shape::Upper | Shape::Title => roman(doc.token_text(at)),
        _ => false,
    }
}

/// `, 50 tuổi,`, `, sinh năm 1970,`, `, trú tại xã A,`: up to the comma that closes it, which is left.
fn detail(doc: &Annotated<'_>, at: usize, to: usize) -> Option<usize> {
    const OPENERS: [Word; 10] = [
        w!("sinh"),
        w!("sn"),
        w!("quê"),
        w!("trú"),
        w!("ngụ"),
        w!("người"),
        w!("tuổi"),
        w!("hiện"),
        w!("dân"),
        w!("bên"),
    ];
    if doc.word(at) != w!(",") {
        return None;
    }
    let next = at + 1;
    let aged = doc.shape(next) == Shape::Number && doc.word(next + 1) == w!("tuổi");
    if !(aged || OPENERS.contains(&doc.word(next))) {
        return None;
    }
    (next..to.min(next + LONGEST_DETAIL)).find(|&end| matches!(doc.token_text(end), "," | "-" | "–"))
}
