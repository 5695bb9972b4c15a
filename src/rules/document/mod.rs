//! Cited documents: laws, decisions, resolutions, plans, treaties, by number or by name.
//!
//! A citation runs from its type word to the end of its number or name; the date, the issuer and the subject behind it
//! are no part of it. Bodies and dates inside are left to their own families; `resolve` settles what overlaps.

mod context;
mod law;
mod link;
mod named;
mod number;
mod party;
pub(crate) mod phrases;
mod rules;
mod series;
mod tables;

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Citation, Claim, RuleId};
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape};
use crate::rules::document::tables::{Kind, Tables};
use crate::w;

pub use crate::rules::document::rules::RULES;
pub use crate::rules::document::tables::issuer_body;

pub(crate) const BY_NUMBER: RuleId = "document.number";
pub(crate) const BY_NAME: RuleId = "document.name";
pub(crate) const OF_PARTY: RuleId = "document.party-resolution";
pub(crate) const IN_LIST: RuleId = "document.list";

/// A citation as read, before what stands beside it is looked at.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) extent: Extent,
    pub(crate) rule: RuleId,
    pub(crate) citation: Citation,
}

/// The documents that `doc` cites, in the order of the text, none inside another. Linear in the number of tokens.
#[must_use]
pub fn find(doc: &Annotated<'_>) -> Vec<Claim<Citation>> {
    let tables = Tables::get();
    let mut claims = Vec::new();
    let mut at = 0;
    while at < doc.tokens.len() {
        let found = if tables.may_begin(doc.word(at)) { read(doc, tables, at) } else { None };
        let Some(found) = found else {
            at += 1;
            continue;
        };
        at = found.extent.end();
        let kind = found.citation.kind.clone();
        let bare =
            found.citation.number.as_ref().is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        let is_law = found.rule == BY_NAME;
        push(doc, &mut claims, found);
        at = if is_law {
            series::laws(doc, &mut claims, at)
        } else {
            series::numbers(doc, &mut claims, at, &kind, bare)
        };
    }
    link::one_key_a_document(&mut claims);
    claims
}

/// Adds what stands beside the citation and keeps it.
pub(crate) fn push(doc: &Annotated<'_>, claims: &mut Vec<Claim<Citation>>, found: Found) {
    let Found { extent, rule, mut citation } = found;
    citation.year = citation.year.or_else(|| context::year(doc, extent.end()));
    citation.provision = context::provision(doc, extent.first());
    citation.issued = context::issued(doc, extent.end());
    citation.issuer = context::issuer(doc, extent.end(), citation.issued);
    claims.push(Claim { extent, rule, what: citation });
}

/// The citation that begins at `at`.
fn read(doc: &Annotated<'_>, tables: &Tables, at: usize) -> Option<Found> {
    let Some((kind, after)) = tables.kind_at(doc, at) else { return known_or_treaty(doc, at) };
    let found = match kind.name {
        "Luật" | "Bộ luật" | "Pháp lệnh" | "Đạo luật" => law::read(doc, at, after, kind.name),
        _ => numbered(doc, at, after, kind).or_else(|| party_or_title(doc, at, after, kind)),
    };
    found.or_else(|| known_or_treaty(doc, at))
}

fn known_or_treaty(doc: &Annotated<'_>, at: usize) -> Option<Found> {
    named::known(doc, at).or_else(|| named::treaty(doc, at))
}

fn party_or_title(doc: &Annotated<'_>, at: usize, after: usize, kind: Kind) -> Option<Found> {
    if matches!(kind.name, "Nghị quyết" | "Kết luận" | "Quy định" | "Văn kiện") {
        return party::read(doc, at, after, kind.name);
    }
    named::titled(doc, at, after, kind.name)
}

/// The citation by number whose type word stands at `at..after`: `Nghị định (số) 30/2020/NĐ-CP`, `Nghị quyết 19`,
/// `Kết luận thanh tra số 12/KL-TTr`.
fn numbered(doc: &Annotated<'_>, at: usize, after: usize, kind: Kind) -> Option<Found> {
    if doc.token_text(after) == ":" && doc.gap(after) == Gap::None {
        return series::headed(doc, after + 1, kind);
    }
    let (marked, first) = number_start(doc, after)?;
    let number = number::read(doc, first)?;
    if number.bare && !bare_fits(doc, at, &number, kind, marked) {
        return None;
    }
    let end = number.end;
    // `số **12/QĐ-UBND**`: the part behind the markup is a name by itself.
    let markup = (after..first).any(|at| is_markup(doc, at));
    let begin = if markup { first } else { at };
    if markup && number.bare {
        return None;
    }
    Some(Found { extent: Extent::new(begin, end), rule: BY_NUMBER, citation: law::citation_of(kind.name, number) })
}

/// Where the number begins behind the type word, and whether `số` marks it. A few small words may stand before `số`.
fn number_start(doc: &Annotated<'_>, after: usize) -> Option<(bool, usize)> {
    let mut at = after;
    let mut small = 0;
    // `hướng dẫn tại các công văn số …` is of the letters.
    let is_small = |at: usize| doc.shape(at) == Shape::Lower && doc.gap(at) <= Gap::Wrap;
    while doc.word(at) != w!("số") && is_small(at) && small < 4 && Tables::get().kind_at(doc, at).is_none() {
        at += 1;
        small += 1;
    }
    let marked = doc.word(at) == w!("số") && doc.gap(at) <= Gap::Wrap;
    if small > 0 && !(marked && doc.shape(at + 1) == Shape::Code) {
        return None;
    }
    at += usize::from(marked);
    at += usize::from(marked && [":", "."].contains(&doc.token_text(at)));
    for _ in 0..3 {
        at += usize::from(is_markup(doc, at) && doc.gap(at) <= Gap::Line);
    }
    let near = if marked || is_markup(doc, at.saturating_sub(1)) { Gap::Line } else { Gap::Wrap };
    (doc.gap(at) <= near && matches!(doc.shape(at), Shape::Number | Shape::Code)).then_some((marked, at))
}

fn is_markup(doc: &Annotated<'_>, at: usize) -> bool {
    matches!(doc.token_text(at), "*" | "**" | "|" | "_" | "__")
}

/// True where digits alone are the number of a document: `Nghị quyết 19 về …`, not `quyết định 3 vấn đề`.
fn bare_fits(doc: &Annotated<'_>, at: usize, number: &number::Number, kind: Kind, marked: bool) -> bool {
    let capital = doc.shape(at).is_capital();
    if number.canonical.len() > 4 && !marked {
        return false;
    }
    if marked {
        return true;
    }
    let long = number.canonical.len() >= 3;
    if number::is_year(&number.canonical) {
        return false;
    }
    // `Phương án 1` is one to choose from.
    if matches!(kind.name, "Dự án" | "Phương án") {
        return false;
    }
    if kind.strong && (long || capital) {
        return !series::is_counted(doc, number.end);
    }
    // In small letters only the types that are cited by number alone: `kết luận 21 về …`.
    let cited = number.canonical.len() >= 2
        && matches!(kind.name, "Kết luận" | "Quy định" | "Kế hoạch" | "Chương trình" | "Đề án" | "Quyết định");
    (kind.strong || capital || long || cited) && series::ends_number(doc, number.end)
}
