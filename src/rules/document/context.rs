//! What stands beside a citation: the provision before it, the date of issue and the issuer after it.

use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape};
use crate::rules::document::number::is_year;
use crate::rules::document::tables::Tables;
use crate::w;

/// How far back a provision may begin, in tokens.
const REACH: usize = 24;

/// The provision cited before the token `at`: `điểm a khoản 2 Điều 5`, on one line.
pub(crate) fn provision(doc: &Annotated<'_>, at: usize) -> Option<String> {
    let mut end = at;
    while end > 0 && [w!(","), w!("của"), w!("tại"), w!("-")].contains(&doc.word(end - 1)) {
        end -= 1;
    }
    let mut first = None;
    let mut back = end;
    while back > 0 && end - back < REACH && !doc.gap(back).is_break() {
        back -= 1;
        if is_level(doc, back) {
            first = Some(back);
        } else if !is_provision_number(doc, back) {
            break;
        }
    }
    // `nhất là Hiến chương và` cites no chapter.
    let numbered = |at: usize| {
        let single = doc.shape(at).is_word() && doc.token_text(at).chars().count() == 1;
        matches!(doc.shape(at), Shape::Number | Shape::Code | Shape::Upper) || single
    };
    let first = first.filter(|&first| (first + 1..end).any(numbered))?;
    Some(doc.slice(Extent::new(first, end)).split_whitespace().collect::<Vec<_>>().join(" "))
}

fn is_level(doc: &Annotated<'_>, at: usize) -> bool {
    [w!("điểm"), w!("khoản"), w!("điều"), w!("mục"), w!("chương"), w!("tiết"), w!("phần"), w!("tiểu")]
        .contains(&doc.word(at))
}

fn is_provision_number(doc: &Annotated<'_>, at: usize) -> bool {
    let text = doc.token_text(at);
    match doc.shape(at) {
        Shape::Number | Shape::Code => text.len() <= 5,
        Shape::Lower | Shape::Title => {
            text.chars().count() == 1
                || [w!("và"), w!("các"), w!("thứ"), w!("của"), w!("đến"), w!("từ")].contains(&doc.word(at))
        }
        Shape::Upper => text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')),
        Shape::Punct => matches!(text, "," | ";"),
        Shape::Mixed => false,
    }
}

/// The date of issue that stands at or one comma after `at`: `ngày 15-5-2016`, `(15/5/2016)`, `ngày 06 tháng 10 năm 2025`.
pub(crate) fn issued(doc: &Annotated<'_>, at: usize) -> Option<Extent> {
    let mut first = at;
    if doc.word(first) == w!(",") || doc.token_text(first) == "(" {
        first += 1;
    }
    if doc.word(first) == w!("ra") {
        first += 1;
    }
    if doc.gap(first) > Gap::Wrap {
        return None;
    }
    if doc.word(first) != w!("ngày") {
        return (doc.token_text(at) == "(" && is_full_date(doc.token_text(first)))
            .then(|| Extent::new(first, first + 1));
    }
    if doc.shape(first + 1) != Shape::Number {
        return None;
    }
    let mut end = first + 2;
    for unit in [w!("tháng"), w!("năm")] {
        if doc.word(end) == unit && doc.shape(end + 1) == Shape::Number {
            end += 2;
        }
    }
    Some(Extent::new(first, end))
}

/// The year right behind the number: `Công điện 36/CĐ-BXD năm 2025`, `Công điện 78/CĐ-TTg 2025`.
pub(crate) fn year(doc: &Annotated<'_>, at: usize) -> Option<u16> {
    let at = at + usize::from(doc.word(at) == w!("năm"));
    let near = doc.gap(at) <= Gap::Wrap && doc.gap(at.saturating_sub(1)) <= Gap::Wrap;
    (near && is_year(doc.token_text(at))).then(|| doc.token_text(at).parse().ok())?
}

fn is_full_date(text: &str) -> bool {
    let pieces: Vec<&str> = text.split(['/', '-', '.']).collect();
    pieces.len() == 3 && pieces.last().is_some_and(|year| is_year(year))
}

/// The issuer named after `at` or after the date there: `của Bộ Chính trị`.
pub(crate) fn issuer(doc: &Annotated<'_>, at: usize, issued: Option<Extent>) -> Option<Extent> {
    let mut of = issued.map_or(at, Extent::end);
    if [")", ","].contains(&doc.token_text(of)) {
        of += 1;
    }
    if doc.word(of) == w!("năm") && is_year(doc.token_text(of + 1)) {
        of += 2;
    }
    if doc.word(of) != w!("của") || doc.gap(of) > Gap::Wrap || !doc.shape(of + 1).is_capital() {
        return None;
    }
    let first = of + 1;
    let mut end = first + 1;
    let mut at = end;
    while at < first + 14 && doc.shape(at).is_word() && doc.gap(at) <= Gap::Wrap && !ends_name(doc, at) {
        at += 1;
        if doc.shape(at - 1).is_capital() || is_name_part(doc, at - 1) {
            end = at;
        }
    }
    Some(Extent::new(first, end))
}

fn ends_name(doc: &Annotated<'_>, at: usize) -> bool {
    [w!("về"), w!("ban"), w!("quy"), w!("đã"), w!("là"), w!("có"), w!("trong"), w!("tại"), w!("sửa")]
        .contains(&doc.word(at))
        && doc.shape(at) == Shape::Lower
        || doc.word(at) == w!("và") && Tables::get().kind_at(doc, at + 1).is_some()
        || Tables::get().kind_at(doc, at).is_some_and(|(kind, _)| kind.strong)
}

/// Small words that end the name of an issuer: `Bộ Chính trị`, `Tỉnh ủy`, `Ủy ban nhân dân`.
fn is_name_part(doc: &Annotated<'_>, at: usize) -> bool {
    [w!("trị"), w!("ủy"), w!("dân"), w!("thư"), w!("phủ"), w!("hội"), w!("ương"), w!("tướng"), w!("vụ"), w!("dựng")]
        .contains(&doc.word(at))
}
