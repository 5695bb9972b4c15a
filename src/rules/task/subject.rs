//! An addressee as a noun phrase: it begins with a body, an office or a group and ends where its predicate opens: a verb of
//! order, `theo chức năng`, `cần`, a colon, a bracket, the end of the line.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, NameKind};
use crate::model::span::Extent;
use crate::model::token::Gap;
use crate::rules::task::predicate::{inner_bracket, inside_name, joins, must, names_work, rules, tells};
use crate::rules::task::words::{heads_order, is_addressee_head, is_markup, opens_predicate, order_at, trim};
use crate::w;

/// The longest addressee, in tokens.
pub(crate) const LONGEST: usize = 110;

/// The names of the document that can be addressees: bodies and titles, by first token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'n>(pub(crate) &'n [Claim<NameKind>]);

impl Names<'_> {
    /// One past the longest name that begins at the token.
    pub(crate) fn end_at(self, at: usize) -> Option<usize> {
        let first = self.0.partition_point(|claim| claim.extent.first() < at);
        self.0.get(first..)?.iter().take_while(|claim| claim.extent.first() == at).map(|claim| claim.extent.end()).max()
    }
}

/// An addressee, and the token at which its predicate (or the mark that ends it) stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) extent: Extent,
    pub(crate) predicate: usize,
}

/// The addressee that begins at `at` and whose predicate opens before `end`.
pub(crate) fn subject(doc: &Annotated<'_>, names: Names<'_>, at: usize, end: usize) -> Option<Subject> {
    let named = names.end_at(at);
    if named.is_none() && (heads_order(doc, at) || !is_addressee_head(doc, at)) {
        return None;
    }
    let mut next = named.unwrap_or(at + 1).min(end);
    let limit = end.min(at + LONGEST);
    let mut list_open = false;
    // A verb right behind a whole name is never a part of it: `Sở Nội vụ tham mưu …`.
    let mut behind_name = named.unwrap_or(usize::MAX);
    // Verbs behind `liên quan đến việc` say what the addressee is concerned with.
    let mut deed = false;
    while next < limit {
        if doc.gap(next).is_break() && !runs_on(doc, next) && !(next == at + 1 && doc.gap(next) == Gap::Line) {
            return finish(doc, at, next, next);
        }
        match doc.token_text(next) {
            ":" if !list_open && opens_list(doc, names, at, next) => list_open = true,
            "(" if let Some(close) = inner_bracket(doc, next) => next = close,
            ":" | "(" | "[" => return finish(doc, at, next, next),
            ";" if is_addressee_head(doc, next + 1) => {}
            "." | ";" | "?" | "!" | "…" | "..." => return None,
            _ if is_markup(doc, next) => {}
            _ => {
                if let Some(name_end) = names.end_at(next).filter(|&name_end| name_end > next) {
                    (next, behind_name) = (name_end, name_end);
                    continue;
                }
                deed |= describes(doc, next, end);
                if rules(doc, next) {
                    return None;
                }
                let is_free = next == behind_name && doc.word(next) != w!("có") || !inside_name(doc, next);
                let is_predicate =
                    opens_predicate(doc, next) && is_free && (!deed || binds(doc, next)) && !ends_line(doc, next, end);
                if is_predicate || !deed && names_work(doc, next) {
                    return finish(doc, at, next, next);
                }
                if !deed && tells(doc, next) {
                    return None;
                }
            }
        }
        next += 1;
    }
    (next == end && next < at + LONGEST && next < doc.tokens.len()).then(|| finish(doc, at, next, next)).flatten()
}

/// True where the verb is the last word of a line without a stop, and so a part of the name: `Đề nghị các đơn vị chi trả⏎a) …`.
fn ends_line(doc: &Annotated<'_>, verb: usize, end: usize) -> bool {
    if must(doc.word(verb)) {
        return false;
    }
    let mut after = order_at(doc, verb).map_or(verb + 1, |(_, after)| after);
    while is_markup(doc, after) && !doc.gap(after).is_break() {
        after += 1;
    }
    after >= end && doc.gap(after).is_break()
}

/// True where the verbs that follow say whom the addressee is concerned with: `liên quan đến việc …`, `chưa báo cáo …`.
fn describes(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    doc.word(at) == w!("việc") && [w!("đến"), w!("về"), w!("trong")].contains(&doc.word(at - 1))
        || doc.follows(at, &[w!("liên"), w!("quan"), w!("đến")]) && has_duty(doc, at, end)
        || doc.word(at) == w!("chưa") && order_at(doc, at + 1).is_some()
        || is_charged(doc, at, end)
}

/// `các đơn vị được giao chủ trì … có trách nhiệm …`: what they are charged with says who they are.
fn is_charged(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    let charged = doc.follows(at, &[w!("được"), w!("giao")]) || doc.follows(at, &[w!("được"), w!("phân")]);
    charged
        && (at + 2..end.min(at + 24))
            .take_while(|&at| !matches!(doc.token_text(at), "." | ";" | ":"))
            .any(|at| doc.word(at) != w!("căn") && binds(doc, at))
}

/// A predicate that no description holds: `có trách nhiệm`, `chủ động`, `phải`.
fn binds(doc: &Annotated<'_>, at: usize) -> bool {
    must(doc.word(at)) && !doc.follows(at, &[w!("chủ"), w!("trì")])
}

/// True where the sentence goes on with `…, có trách nhiệm`: what stands before it says whom it is about.
fn has_duty(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    (at..end.min(at + LONGEST))
        .take_while(|&at| !matches!(doc.token_text(at), "." | ";" | ":"))
        .any(|at| doc.follows(at, &[w!(","), w!("có"), w!("trách"), w!("nhiệm")]))
}

fn finish(doc: &Annotated<'_>, first: usize, end: usize, predicate: usize) -> Option<Subject> {
    let mut end = trim(doc, first, end);
    // What joins the addressee to its predicate is no part of it: `…, Chính phủ để | chủ động`.
    while end > first + 1 && joins(doc.word(end - 1)) {
        end = trim(doc, first, end - 1);
    }
    (end > first).then(|| Subject { extent: Extent::new(first, end), predicate })
}

/// True where the line before the token broke off in the middle of a noun phrase: `… thành phố từ⏎Hà Tĩnh`, `Sở⏎Tài chính`.
pub(crate) fn runs_on(doc: &Annotated<'_>, at: usize) -> bool {
    let comma = doc.word(at - 1) == w!(",");
    doc.gap(at) == Gap::Line
        && (doc.shape(at - 1).is_word() || comma)
        && doc.shape(at).is_word()
        && !heads_order(doc, at)
}

/// `Các Bộ: Quốc phòng, Công an chủ động …`: the colon opens the names of a plural, it does not end the addressee.
fn opens_list(doc: &Annotated<'_>, names: Names<'_>, first: usize, colon: usize) -> bool {
    (first..colon).any(|at| [w!("các"), w!("những")].contains(&doc.word(at)))
        && colon - first <= 16
        && doc.shape(colon + 1).is_capital()
        && doc.gap(colon + 1) <= Gap::Wrap
        // `: Cần Thơ, …` is no order, whatever its first word.
        && (names.end_at(colon + 1).is_some() || doc.shape(colon + 2).is_capital() || !heads_order(doc, colon + 1))
}
