//! The words that the rules of tasks turn on: verbs of order, openers of a predicate, heads of addressees, closing formulas.

use std::ops::Range;
use std::sync::OnceLock;

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Shape, Word};
use crate::rules::document::phrases::{Phrases, rows};
use crate::w;

/// What a phrase of the dictionary of orders does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// A verb that heads an order, also behind an addressee.
    Verb,
    /// A verb that counts only at the head of an item: it is too common elsewhere.
    Head,
    /// Opens the predicate behind an addressee: `theo chức năng`, `trên cơ sở`.
    Manner,
}

/// The order that begins at `at`, with the token after its phrase.
pub(crate) fn order_at(doc: &Annotated<'_>, at: usize) -> Option<(Order, usize)> {
    static ORDERS: OnceLock<Phrases<Order>> = OnceLock::new();
    let orders = ORDERS.get_or_init(|| {
        let mut orders = Phrases::default();
        for [phrase, class] in rows(include_str!("../../../dictionaries/documents/orders.tsv")) {
            let order = match class {
                "order" => Order::Verb,
                "head" => Order::Head,
                _ => Order::Manner,
            };
            orders.add(phrase, order);
        }
        orders
    });
    orders.longest(doc, at).filter(|&(_, end)| !is_noun(doc, at, end))
}

/// True where what looks like a verb of order is the head of a noun: `giao dịch`, `tổ chức tín dụng`, `tổ chức, cá nhân`.
fn is_noun(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    let next = doc.word(end);
    if end == at + 1 && doc.word(at) == w!("giao") {
        return [w!("thông"), w!("dịch"), w!("lưu"), w!("thừa"), w!("diện"), w!("điểm"), w!("hưởng"), w!("cắt")]
            .contains(&next);
    }
    if end == at + 1 && doc.word(at) == w!("không") {
        return next == w!("gian") || next == w!("khí");
    }
    if end == at + 1 && doc.word(at) == w!("chi") {
        return [w!("đầu"), w!("thường"), w!("phí"), w!("nhánh"), w!("cục"), w!("bộ"), w!("hội"), w!("tiết")]
            .contains(&next);
    }
    if doc.follows(at, &[w!("tổ"), w!("chức")]) && end == at + 2 {
        let bodies =
            [w!("đảng"), w!("cá"), w!("kinh"), w!("tín"), w!("chính"), w!("hành"), w!("phi"), w!("quốc"), w!("tôn")];
        return bodies.contains(&next) || next == w!(",") && doc.word(end + 1) == w!("cá");
    }
    false
}

/// True where the item whose text begins at `at` is headed by a verb of order.
pub(crate) fn heads_order(doc: &Annotated<'_>, at: usize) -> bool {
    matches!(order_at(doc, at), Some((Order::Verb | Order::Head, _)))
}

/// True where a predicate of order begins at `at`, behind an addressee: in small letters.
pub(crate) fn opens_predicate(doc: &Annotated<'_>, at: usize) -> bool {
    doc.shape(at) == Shape::Lower && matches!(order_at(doc, at), Some((Order::Verb | Order::Manner, _)))
}

/// What a phrase of the dictionary of addressees begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Addressee {
    /// A body, an office or a group: `sở`, `chủ tịch`.
    One,
    /// One only behind `các`, `mỗi`: `các cấp ủy`.
    Many,
    /// Something else that begins alike: `trường hợp`, `vụ án`.
    No,
}

/// True where a body, an office or a group that can be told to do something begins at `at`, by its first words.
pub(crate) fn is_addressee_head(doc: &Annotated<'_>, at: usize) -> bool {
    const MANY: &[Word] =
        &[w!("các"), w!("những"), w!("mỗi"), w!("từng"), w!("toàn"), w!("tất"), w!("hai"), w!("một"), w!("cả")];
    // `Thường trực Tỉnh ủy`, not `thường trực cấp cứu`.
    if doc.follows(at, &[w!("thường"), w!("trực")]) && !doc.shape(at + 2).is_capital() {
        return false;
    }
    if !MANY.contains(&doc.word(at)) {
        return addressee_at(doc, at) == Some(Addressee::One);
    }
    let noun = at + 1 + usize::from(doc.word(at + 1) == w!("các") || doc.word(at + 1) == w!("cả"));
    matches!(addressee_at(doc, noun), Some(Addressee::One | Addressee::Many))
}

fn addressee_at(doc: &Annotated<'_>, at: usize) -> Option<Addressee> {
    static ADDRESSEES: OnceLock<Phrases<Addressee>> = OnceLock::new();
    let addressees = ADDRESSEES.get_or_init(|| {
        let mut addressees = Phrases::default();
        for [phrase, class] in rows(include_str!("../../../dictionaries/documents/addressees.tsv")) {
            let what = match class {
                "one" => Addressee::One,
                "many" => Addressee::Many,
                _ => Addressee::No,
            };
            addressees.add(phrase, what);
        }
        addressees
    });
    addressees.longest(doc, at).map(|(what, _)| what)
}

/// How the line that begins at `at` closes a list, if it does: for good (thanks, signature, addressees of copies, a note of
/// the site: `true`), or unless the list goes on behind it (`false`).
pub(crate) fn closes(doc: &Annotated<'_>, at: usize) -> Option<bool> {
    static CLOSINGS: OnceLock<Phrases<bool>> = OnceLock::new();
    let closings = CLOSINGS.get_or_init(|| {
        let mut closings = Phrases::default();
        for [phrase, class] in rows(include_str!("../../../dictionaries/documents/closings.tsv")) {
            closings.add(phrase, class == "good");
        }
        closings
    });
    closings.longest(doc, at).map(|(for_good, _)| for_good)
}

/// True for marks of markup, which are no text: `**`, `|`, `#`.
pub(crate) fn is_markup(doc: &Annotated<'_>, at: usize) -> bool {
    let text = doc.token_text(at);
    doc.shape(at) == Shape::Punct
        && (matches!(text, "*" | "|" | "_" | "#" | ">" | "~")
            || text.len() > 1 && text.bytes().all(|b| matches!(b, b'*' | b'_' | b'#' | b'~')))
}

/// The last token of `range` that is no markup.
pub(crate) fn last_text(doc: &Annotated<'_>, range: Range<usize>) -> Option<usize> {
    range.rev().find(|&at| !is_markup(doc, at))
}

/// True for the marks that open a line of a list without numbers.
pub(crate) fn is_bullet(doc: &Annotated<'_>, at: usize) -> bool {
    matches!(doc.token_text(at), "-" | "+" | "•" | "–")
}

/// One past the last token of `first..end` that is no final punctuation.
pub(crate) fn trim(doc: &Annotated<'_>, first: usize, end: usize) -> usize {
    let mut end = end.min(doc.tokens.len()).max(first);
    while end > first {
        let text = doc.token_text(end - 1);
        let mark = matches!(text, ";" | "," | ":" | "…" | "/" | "-" | "–" | "+" | "•" | "\\")
            || text.bytes().all(|byte| byte == b'.');
        let closes = matches!(text, "”" | "\"") && !opens_inside(doc, first, end - 1);
        if !mark && !closes && !is_markup(doc, end - 1) {
            break;
        }
        end -= 1;
    }
    end
}

/// True where the quotation that the mark at `close` ends begins within `first..close`.
fn opens_inside(doc: &Annotated<'_>, first: usize, close: usize) -> bool {
    let open = if doc.token_text(close) == "”" { "“" } else { "\"" };
    let near = first.max(close.saturating_sub(400));
    (near..close).rev().any(|at| doc.token_text(at) == open)
}
