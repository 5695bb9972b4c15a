//! What may stand beside a name or title without parting it from the next: brackets, terms of office, ages, markup.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name, NameKind};
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

/// `nhiệm kỳ 2020-2025`, `khóa XIII`, `các khóa V, VI`, `hai khóa 14, 15`, `thời kỳ 1981-1987`, `từ 2001 - 2006`, `giai đoạn 1941-1956`; and
/// a bracket that closes.
fn term(doc: &Annotated<'_>, at: usize, to: usize) -> Option<usize> {
    if doc.word(at) == w!(")") {
        return Some(at + 1);
    }
    const OPENERS: [Word; 8] =
        [w!("nhiệm"), w!("khóa"), w!("giai"), w!("thời"), w!("từ"), w!("năm"), w!("các"), w!("lần")];
    const COUNTS: [Word; 5] = [w!("hai"), w!("ba"), w!("bốn"), w!("năm"), w!("nhiều")];
    let counted_terms = (COUNTS.contains(&doc.word(at)) || doc.shape(at) == Shape::Number)
        && matches!(doc.word(at + 1), w if w == w!("khóa") || w == w!("nhiệm"));
    if !(counted_terms || OPENERS.contains(&doc.word(at))) {
        return None;
    }
    let mut end = at + usize::from(counted_terms);
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

/// True for a token between two others of which only time is told: `Từ tháng 6/2013 đến nay,`.
#[must_use]
pub fn is_time(doc: &Annotated<'_>, at: usize) -> bool {
    const MORE: [Word; 8] = [w!(","), w!(":"), w!("đầu"), w!("cuối"), w!("giữa"), w!("sau"), w!("trước"), w!("đó")];
    is_number(doc, at) || is_term_word(doc, at) || MORE.contains(&doc.word(at)) || words::is_markup(doc, at)
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

/// `, 50 tuổi,`, ` 62 tuổi,`, `, sinh năm 1970,`, `, trú tại xã A,`: up to the comma that closes it, which is left.
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
    let comma = doc.word(at) == w!(",");
    if !comma && doc.shape(at) != Shape::Number {
        return None;
    }
    let next = at + usize::from(comma);
    let aged = doc.shape(next) == Shape::Number && doc.word(next + 1) == w!("tuổi");
    if !(aged || comma && OPENERS.contains(&doc.word(next))) {
        return None;
    }
    // `, quê huyện A, tỉnh B;`: the places go on.
    const UNITS: [Word; 9] =
        [w!("xã"), w!("phường"), w!("huyện"), w!("quận"), w!("thị"), w!("thành"), w!("tp"), w!("tỉnh"), w!("quê")];
    let closes = |&end: &usize| match doc.token_text(end) {
        "," => !UNITS.contains(&doc.word(end + 1)),
        text => matches!(text, "-" | "–" | ";"),
    };
    (next..to.min(next + LONGEST_DETAIL)).find(closes)
}

/// What a title is further of, behind it: `, Trường A`, `của Quốc hội`, `tại Nga`: past the body or place, one of `inner`
/// (those between the two neighbours, in the order of the text). Behind a name (not `titled`) only `Thành viên A`.
#[must_use]
pub fn aside(doc: &Annotated<'_>, at: usize, to: usize, inner: &[Claim<Name>], titled: bool) -> Option<usize> {
    const LINKS: [Word; 5] = [w!("của"), w!("thuộc"), w!("tại"), w!("ở"), w!("-")];
    // `Hoa hậu Việt Nam 2022`
    if titled && doc.shape(at) == Shape::Number && doc.token_text(at).len() == 4 {
        return Some(at + 1);
    }
    let mut next = at + usize::from(matches!(doc.token_text(at), "," | "kiêm"));
    next += usize::from(LINKS.contains(&doc.word(next)));
    // `đại biểu Quốc hội khóa XIV đơn vị tỉnh A`
    next += if doc.word(next) == w!("đơn") && doc.word(next + 1) == w!("vị") { 2 } else { 0 };
    // `Thành viên Hội đồng A`: no title, but of the same person.
    if next > at && doc.word(next) == w!("thành") && doc.word(next + 1) == w!("viên") {
        next += 2;
    } else if !titled {
        return None;
    }
    let name = inner.iter().find(|name| name.extent.first() >= next)?;
    let named = matches!(name.what.kind, NameKind::Body | NameKind::Place) && next > at;
    (named && name.extent.first() == next && name.extent.end() <= to).then(|| name.extent.end())
}
