//! Documents known by a proper name: constitutions, programmes, strategies, plans, treaties.
//!
//! A description in small letters (`kế hoạch phát triển đô thị`) is no name; a name that the dictionary does not have
//! must begin with a capital behind its type word.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::Citation;
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape, Word};
use crate::rules::document::law::{self, Tail, fold};
use crate::rules::document::tables::Tables;
use crate::rules::document::{BY_NAME, Found};
use crate::w;

/// The document of the dictionary whose name stands at `at` with a capital.
pub(crate) fn known(doc: &Annotated<'_>, at: usize) -> Option<Found> {
    if !doc.shape(at).is_capital() || inside_name(doc, at) {
        return None;
    }
    let (kind, end) = Tables::get().named_at(doc, at)?;
    let tail = Tail::read(doc, end);
    let name = doc.slice(Extent::new(at, end));
    let end = if tail.year.is_some() { tail.end } else { end };
    Some(found(kind, at, end, name, tail.year))
}

/// A treaty that the dictionary does not have: `Hiệp định Khung …`, `Công ước Rotterdam`.
pub(crate) fn treaty(doc: &Annotated<'_>, at: usize) -> Option<Found> {
    let (kind, after) = match (doc.word(at), doc.word(at + 1)) {
        (a, b) if a == w!("công") && b == w!("ước") => ("Công ước", at + 2),
        (a, b) if a == w!("hiệp") && b == w!("định") => ("Hiệp định", at + 2),
        (a, b) if a == w!("hiệp") && b == w!("ước") => ("Hiệp ước", at + 2),
        (a, b) if a == w!("nghị") && b == w!("định") && doc.word(at + 2) == w!("thư") => {
            ("Nghị định thư", at + 3)
        }
        _ => return None,
    };
    let counted = at > 0 && doc.shape(at - 1) == Shape::Number && doc.gap(at) == Gap::Space;
    if !doc.shape(at).is_capital() || inside_name(doc, at) || counted {
        return None;
    }
    // `Hiệp định CEPA`: an acronym is the whole name.
    let acronym = doc.shape(after) == Shape::Upper && !doc.shape(after + 1).is_capital();
    let end = if acronym && doc.gap(after) <= Gap::Wrap { after + 1 } else { law::unknown_name_end(doc, after)? };
    let tail = Tail::read(doc, end);
    let name = doc.slice(Extent::new(at, end));
    Some(found(kind, at, tail.end, name, tail.year))
}

/// True where the words before belong to one name with it: `Tòa án Hiến pháp`, `Tổ chức Hiệp ước …`, `Ủy ban dự thảo sửa
/// đổi Hiến pháp`.
fn inside_name(doc: &Annotated<'_>, at: usize) -> bool {
    let back = |count: usize| at.checked_sub(count).map_or(Word(0), |before| doc.word(before));
    let pair = (back(2), back(1));
    pair == (w!("tòa"), w!("án"))
        || pair == (w!("tổ"), w!("chức"))
        || pair == (w!("hội"), w!("đồng"))
        || pair == (w!("sửa"), w!("đổi")) && back(6) == w!("ủy") && back(5) == w!("ban")
}

/// `đề án Thí điểm …`, `Chiến lược Phát triển …`: a type word, then a name with a capital up to the end of its clause.
pub(crate) fn titled(doc: &Annotated<'_>, at: usize, after: usize, kind: &str) -> Option<Found> {
    let named = kind == "Đề án" || kind == "Chiến lược" && doc.shape(at).is_capital();
    // `Viện Chiến lược Thông tin` is a body.
    let bodies = [w!("viện"), w!("vụ"), w!("cục"), w!("ban"), w!("tâm"), w!("phòng"), w!("hội")];
    let named = named && !(at > 0 && bodies.contains(&doc.word(at - 1)) && doc.gap(at) <= Gap::Wrap);
    let fits = named && doc.shape(after) == Shape::Title && doc.shape(after + 1) == Shape::Lower;
    if !fits || doc.gap(after) > Gap::Wrap {
        return None;
    }
    let mut end = after;
    while end < after + 40 && doc.gap(end) <= Gap::Wrap && !ends_clause(doc, end) {
        end += 1;
    }
    (end >= after + 3).then(|| found(kind, at, end, doc.slice(Extent::new(at, end)), None))
}

fn ends_clause(doc: &Annotated<'_>, at: usize) -> bool {
    if doc.shape(at) == Shape::Punct {
        return doc.word(at) != w!("-");
    }
    let word = doc.word(at);
    [
        w!("giai"),
        w!("được"),
        w!("do"),
        w!("đã"),
        w!("là"),
        w!("theo"),
        w!("sẽ"),
        w!("có"),
        w!("này"),
        w!("gồm"),
        w!("nhằm"),
    ]
    .contains(&word)
        || word == w!("năm") && doc.shape(at + 1) == Shape::Number
        || word == w!("đến") && doc.word(at + 1) == w!("năm")
}

fn found(kind: &str, at: usize, end: usize, name: &str, year: Option<u16>) -> Found {
    let key = year.map_or_else(|| fold(name), |year| format!("{} {year}", fold(name)));
    let citation = Citation { kind: kind.to_owned(), year, key, ..Citation::default() };
    Found { extent: Extent::new(at, end), rule: BY_NAME, citation }
}
