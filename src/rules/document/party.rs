//! Resolutions of the party by their congress or plenum: `Nghị quyết Đại hội lần thứ 12`, `Nghị quyết Trung ương 4 khóa 11, 12`.
//!
//! Congresses and plenums are counted in Roman or Arabic numerals or ordinals (`lần thứ tư`); the plenum's number goes
//! with the term (`khóa`) of the Central Committee.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::Citation;
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape};
use crate::rules::document::law::fold;
use crate::rules::document::{Found, OF_PARTY};
use crate::w;

/// Tokens between the type word and the number of the congress.
const REACH: usize = 20;

/// The resolution whose type word stands at `at..after`.
pub(crate) fn read(doc: &Annotated<'_>, at: usize, after: usize, kind: &str) -> Option<Found> {
    let mut next = after + usize::from(doc.word(after) == w!("của"));
    next += usize::from(doc.word(next) == w!("các"));
    let end = congress(doc, next).or_else(|| plenum(doc, next))?;
    let extent = Extent::new(at, end);
    let key = fold(&doc.slice(extent).replace("của ", ""));
    Some(Found { extent, rule: OF_PARTY, citation: Citation { kind: kind.to_owned(), key, ..Citation::default() } })
}

/// `Đại hội (đại biểu toàn quốc, Đảng bộ tỉnh …) lần thứ XIII`, `Đại hội XIII`; the token after it.
fn congress(doc: &Annotated<'_>, first: usize) -> Option<usize> {
    if !doc.follows(first, &[w!("đại"), w!("hội")]) {
        return None;
    }
    let mut at = first + 2;
    while at < first + REACH && doc.gap(at) <= Gap::Wrap {
        if doc.follows(at, &[w!("lần"), w!("thứ")]) {
            return ordinal(doc, at + 2).then_some(at + 3);
        }
        if is_numeral(doc, at) {
            return Some(at + 1);
        }
        if doc.follows(at, &[w!("các"), w!("cấp")]) {
            return None;
        }
        if doc.word(at) == w!("nhiệm") && doc.word(at + 1) == w!("kỳ") && at > first + 2 {
            return Some(at - usize::from(doc.word(at - 1) == w!(",")));
        }
        let inside = doc.shape(at).is_word() && !ends_it(doc, at);
        let comma = doc.word(at) == w!(",") && (doc.word(at + 1) == w!("nhiệm") || doc.word(at + 1) == w!("lần"));
        if !inside && !comma {
            return None;
        }
        at += 1;
    }
    None
}

fn ends_it(doc: &Annotated<'_>, at: usize) -> bool {
    [
        w!("về"),
        w!("và"),
        w!("đã"),
        w!("được"),
        w!("đề"),
        w!("vào"),
        w!("trong"),
        w!("với"),
        w!("để"),
        w!("là"),
        w!("gắn"),
    ]
    .contains(&doc.word(at))
}

/// `Trung ương 4 khóa 11, 12`, `Hội nghị Trung ương 4 (khóa XII)`, `Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XI`.
fn plenum(doc: &Annotated<'_>, first: usize) -> Option<usize> {
    let mut at = first;
    let meeting = doc.follows(at, &[w!("hội"), w!("nghị")]);
    at += if meeting { 2 } else { 0 };
    if meeting && doc.follows(at, &[w!("lần"), w!("thứ")]) && ordinal(doc, at + 2) {
        at += 3;
        at += usize::from(doc.word(at) == w!(","));
        at += usize::from(doc.word(at) == w!("của"));
        at += if doc.follows(at, &[w!("ban"), w!("chấp"), w!("hành")]) { 3 } else { 0 };
        at = centre(doc, at)?;
        at += usize::from(doc.word(at) == w!("đảng"));
        return Some(term(doc, at).unwrap_or(at));
    }
    if joined_centre(doc, at) {
        return Some(term(doc, at + 1).unwrap_or(at + 1));
    }
    at = centre(doc, at)?;
    at += if doc.follows(at, &[w!("lần"), w!("thứ")]) { 2 } else { 0 };
    if !ordinal(doc, at) || doc.gap(at) > Gap::Wrap {
        return None;
    }
    at += 1;
    while [w!(","), w!("và")].contains(&doc.word(at)) && is_numeral(doc, at + 1) {
        at += 2;
    }
    Some(term(doc, at).unwrap_or(at))
}

/// The Central Committee: `Trung ương`, `TW`, `TƯ`, `T.Ư`.
fn centre(doc: &Annotated<'_>, at: usize) -> Option<usize> {
    if doc.follows(at, &[w!("trung"), w!("ương")]) {
        return Some(at + 2);
    }
    if doc.follows(at, &[w!("t"), w!("."), w!("ư")]) {
        return Some(at + 3);
    }
    [w!("tw"), w!("tư"), w!("t.ư")].contains(&doc.word(at)).then_some(at + 1)
}

/// `TW4`, `TƯ5`: the Central Committee and the number of its plenum in one.
fn joined_centre(doc: &Annotated<'_>, at: usize) -> bool {
    let text = doc.token_text(at);
    ["TW", "TƯ"].iter().any(|centre| {
        text.strip_prefix(centre)
            .is_some_and(|number| (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// `khóa XI, XII`, `, khóa 11, 12`, `(khóa XI, XII)`; the token after it.
fn term(doc: &Annotated<'_>, at: usize) -> Option<usize> {
    let open = doc.token_text(at) == "(";
    let mut next = at + usize::from(open || doc.word(at) == w!(","));
    if doc.word(next) != w!("khóa") || !is_numeral(doc, next + 1) || doc.gap(next) > Gap::Wrap {
        return None;
    }
    next += 2;
    while [w!(","), w!("và")].contains(&doc.word(next)) {
        let more = next + 1 + usize::from(doc.word(next + 1) == w!("khóa"));
        if !is_numeral(doc, more) {
            break;
        }
        next = more + 1;
    }
    if open { (doc.token_text(next) == ")").then_some(next + 1) } else { Some(next) }
}

/// A Roman numeral, or digits up to 99.
fn is_numeral(doc: &Annotated<'_>, at: usize) -> bool {
    let text = doc.token_text(at);
    match doc.shape(at) {
        Shape::Number => text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()),
        Shape::Upper | Shape::Title => !text.is_empty() && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')),
        _ => false,
    }
}

/// A numeral, or a spelled ordinal: `lần thứ tư`.
fn ordinal(doc: &Annotated<'_>, at: usize) -> bool {
    let spelled = [
        w!("nhất"),
        w!("hai"),
        w!("ba"),
        w!("tư"),
        w!("năm"),
        w!("sáu"),
        w!("bảy"),
        w!("bẩy"),
        w!("tám"),
        w!("chín"),
        w!("mười"),
    ];
    is_numeral(doc, at) || spelled.contains(&doc.word(at))
}
