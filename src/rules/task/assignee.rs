//! Who is told to do a task: the addressee at the head of the item, behind `giao`, `yêu cầu`, `đề nghị`,
//! its line of responsibility (`Cơ quan chủ trì:`), its topic or basis. What an addressee is, `subject` reads; who is told above
//! a list, `above`.

use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape, Word};
use crate::rules::task::marker::Style;
use crate::rules::task::outline::Item;
use crate::rules::task::predicate::tells;
use crate::rules::task::subject::{LONGEST, Names, Subject, runs_on, subject};
use crate::rules::task::words::{
    Order, heads_order, is_addressee_head, is_bullet, is_markup, opens_predicate, order_at, trim,
};
use crate::w;

/// The longest topic before a colon, in tokens.
const TOPIC: usize = 25;

/// Verbs that hand something to an addressee, with the number of their tokens.
pub(crate) fn hands_over(doc: &Annotated<'_>, at: usize) -> Option<usize> {
    const VERBS: &[&[Word]] = &[
        &[w!("giao"), w!("nhiệm"), w!("vụ"), w!("cho")],
        &[w!("giao"), w!("trách"), w!("nhiệm"), w!("cho")],
        &[w!("phân"), w!("công")],
        &[w!("giao"), w!("cho")],
        &[w!("yêu"), w!("cầu")],
        &[w!("đề"), w!("nghị")],
        &[w!("giao")],
    ];
    let not_a_verb =
        [w!("thông"), w!("dịch"), w!("lưu"), w!("tiếp"), w!("thừa"), w!("hàng"), w!("ban"), w!("kế"), w!("đất")];
    let verb = VERBS.iter().find(|words| doc.follows(at, words))?;
    // `giao ban` is a meeting, but `giao ban thường vụ các tỉnh ủy lãnh đạo` hands over.
    let board = doc.word(at + 1) == w!("ban")
        && [w!("thường"), w!("chỉ"), w!("tổ"), w!("tuyên"), w!("dân"), w!("nội"), w!("quản"), w!("cán")]
            .contains(&doc.word(at + 2));
    (verb.len() > 1 || board || !not_a_verb.contains(&doc.word(at + 1))).then_some(verb.len())
}

/// The addressee at the head of a sentence, itself or behind `Giao`, `Yêu cầu`, `Đề nghị`.
pub(crate) fn at_head(doc: &Annotated<'_>, names: Names<'_>, at: usize, end: usize) -> Option<Subject> {
    if let Some(verb) = hands_over(doc, at) {
        return subject(doc, names, at + verb, end);
    }
    subject(doc, names, at, end)
}

/// True where an item only hands its parts to an addressee: `Giao các cơ quan, đơn vị:`, `Sở Y tế có trách nhiệm:`.
pub(crate) fn only_hands_over(doc: &Annotated<'_>, names: Names<'_>, at: usize, end: usize) -> bool {
    let handed = hands_over(doc, at).and_then(|verb| subject(doc, names, at + verb, end));
    let Some(mut next) = handed.or_else(|| subject(doc, names, at, end)).map(|subject| subject.predicate) else {
        return false;
    };
    if handed.is_none() {
        if !doc.follows(next, &[w!("có"), w!("trách"), w!("nhiệm")]) {
            return false;
        }
        next += 3;
    }
    // `… có trách nhiệm sau đây:`
    let says = [w!("sau"), w!("đây"), w!("như"), w!("các"), w!("nhiệm"), w!("vụ")];
    (next..end).all(|at| doc.shape(at) == Shape::Punct || says.contains(&doc.word(at)))
}

/// The addressee at the head of a sentence, if what stands around it makes it one.
pub(crate) fn told_at(
    doc: &Annotated<'_>,
    names: Names<'_>,
    at: usize,
    end: usize,
    heads_parts: bool,
) -> Option<Subject> {
    let handed = hands_over(doc, at).is_some();
    at_head(doc, names, at, end)
        .filter(|subject| handed && subject.predicate < end || is_told(doc, names, *subject, end, heads_parts))
}

/// The addressees that an item names, in the order of the text.
pub(crate) fn of_item(doc: &Annotated<'_>, names: Names<'_>, item: &Item, end: usize) -> Vec<Extent> {
    if let Some(subject) = told_at(doc, names, item.text, end, item.first_part == Some(end)) {
        return vec![subject.extent];
    }
    // `Căn cứ kế hoạch này, Giám đốc các sở …`
    let basis = || behind_basis(doc, names, item.text, end).filter(|_| doc.word(item.text) == w!("căn"));
    if let Some(subject) = basis() {
        return vec![subject.extent];
    }
    if heads_order(doc, item.text) {
        return led_by(doc, names, item, end)
            .or_else(|| behind_topic(doc, names, item.text, end))
            .into_iter()
            .collect();
    }
    let mut found: Vec<Extent> = Vec::new();
    if matches!(item.marker.style, Style::Roman | Style::Capital) {
        return Vec::new();
    }
    if let Some(subject) = behind_basis(doc, names, item.text, end) {
        return vec![subject.extent];
    }
    // `Về kiến nghị giao …:`, `Đối với tập thể …:` is what the item is about; who is told stands behind it.
    let about = doc.word(item.text) == w!("về") || doc.follows(item.text, &[w!("đối"), w!("với")]);
    let mut at = item.text + 1;
    while about && at < end && doc.token_text(at - 1) != ":" && doc.gap(at) != Gap::Paragraph {
        at += 1;
    }
    let behind_colon = about.then_some(at);
    while at < end {
        let subject = if begins_sentence(doc, at) || behind_colon == Some(at) {
            told_at(doc, names, at, end, false)
        } else if doc.shape(at) == Shape::Lower && names.end_at(at + 1).is_some() && doc.word(at) == w!("giao") {
            subject(doc, names, at + 1, end)
        } else {
            None
        };
        if let Some(subject) = subject {
            let text = doc.slice(subject.extent);
            if found.iter().all(|other| doc.slice(*other) != text) {
                found.push(subject.extent);
            }
            at = subject.predicate;
        }
        at += 1;
    }
    found
}

/// The addressee behind a clause of basis or purpose: `Trên cơ sở …, Bộ Tài chính khẩn trương …`.
fn behind_basis(doc: &Annotated<'_>, names: Names<'_>, at: usize, end: usize) -> Option<Subject> {
    let opens = [
        w!("căn"),
        w!("trên"),
        w!("theo"),
        w!("để"),
        w!("nhằm"),
        w!("đối"),
        w!("trong"),
        w!("từ"),
        w!("sau"),
        w!("khi"),
    ];
    if !opens.contains(&doc.word(at)) {
        return None;
    }
    (at + 1..end.min(at + 60))
        .take_while(|&at| !matches!(doc.token_text(at), "." | ";" | ":"))
        .filter(|&comma| doc.word(comma) == w!(",") && !is_member(doc, at, comma))
        .find_map(|comma| {
            let heads = doc.shape(comma + 1).is_capital() || doc.word(comma + 1) == w!("các");
            told_at(doc, names, comma + 1, end, false).filter(|_| heads)
        })
        // `căn cứ chỉ đạo của Bộ A, Bộ B để chủ động …`: the end of the clause, not who is told.
        .filter(|subject| doc.word(subject.predicate.saturating_sub(1)) != w!("để"))
}

/// True where what stands before the comma is a member of a list of bodies, which goes on behind it: `của các sở, địa phương,`.
fn is_member(doc: &Annotated<'_>, first: usize, comma: usize) -> bool {
    let opens = |at: usize| doc.word(at) == w!(",") || doc.word(at) == w!("của");
    (first + 1..comma).rev().take(5).find(|&at| opens(at)).is_some_and(|at| {
        let member = at + 1;
        doc.word(at) == w!(",") && is_addressee_head(doc, member)
            || [w!("ban"), w!("ngành")].contains(&doc.word(member))
    })
}

/// The addressee behind what the item is about: `Phát hành thẻ: Ủy ban nhân dân xã phối hợp với …`.
fn behind_topic(doc: &Annotated<'_>, names: Names<'_>, at: usize, end: usize) -> Option<Extent> {
    let colon = (at..end.min(at + TOPIC)).find(|&at| doc.token_text(at) == ":")?;
    let told = subject(doc, names, colon + 1, end).filter(|_| !doc.gap(colon + 1).is_break())?;
    (told.predicate < end && opens_predicate(doc, told.predicate)).then_some(told.extent)
}

/// What a plan writes below a task: `Đơn vị chủ trì: Sở Nội vụ.`, `Cơ quan chủ trì thực hiện: …`.
fn led_by(doc: &Annotated<'_>, names: Names<'_>, item: &Item, end: usize) -> Option<Extent> {
    let opens = |at: usize| doc.gap(at).is_break() || matches!(doc.token_text(at), "*" | "**" | "-" | "+" | "•");
    let names_it = |first: usize, last: usize| {
        let told = subject(doc, names, first, last)
            .filter(|told| told.predicate < last && matches!(order_at(doc, told.predicate), Some((Order::Verb, _))));
        told.map_or_else(|| Extent::new(first, last), |told| told.extent)
    };
    let line = (item.text + 1..end).find(|&at| {
        let head = [w!("đơn"), w!("cơ"), w!("chủ")].contains(&doc.word(at));
        head && (opens(at) || opens(at - 1)) && led_by_colon(doc, at).is_some_and(|colon| colon < end)
    })?;
    let mut first = led_by_colon(doc, line)? + 1;
    while first < end && is_markup(doc, first) {
        first += 1;
    }
    let last = (first..end)
        .find(|&at| {
            matches!(doc.token_text(at), "." | ";") || at > first && doc.gap(at).is_break() && !goes_on(doc, at)
        })
        .unwrap_or(end);
    let last = trim(doc, first, last);
    (last > first && last - first < LONGEST).then(|| names_it(first, last))
}

/// True where a line that broke off in the middle of a name goes on: `Sở⏎Tài chính`, and not with a head of its own.
fn goes_on(doc: &Annotated<'_>, at: usize) -> bool {
    runs_on(doc, at) && !(at..at + 7).any(|at| doc.token_text(at) == ":")
}

/// The colon of `đơn vị chủ trì (thực hiện):`, `cơ quan chủ trì:`, `chủ trì:` at `at`.
fn led_by_colon(doc: &Annotated<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    if doc.follows(at, &[w!("đơn"), w!("vị")]) || doc.follows(at, &[w!("cơ"), w!("quan")]) {
        next += 2;
    }
    // `Cơ quan chủ trì (thực hiện):`, `Cơ quan thực hiện:`
    let leads = doc.follows(next, &[w!("chủ"), w!("trì")]);
    next += if leads { 2 } else { 0 };
    let does = doc.follows(next, &[w!("thực"), w!("hiện")]) && (leads || next > at);
    next += if does { 2 } else { 0 };
    if !leads && !does {
        return None;
    }
    while is_markup(doc, next) {
        next += 1;
    }
    (doc.token_text(next) == ":").then_some(next)
}

/// True where what follows the addressee makes it one: a predicate, a colon, a bracket, or a line of its own above orders.
fn is_told(doc: &Annotated<'_>, names: Names<'_>, subject: Subject, end: usize, heads_parts: bool) -> bool {
    let at = subject.predicate;
    if at >= end {
        // The name alone, above the parts of its item.
        return doc.gap(end).is_break() && (subject.extent.len() > 1) && heads_parts;
    }
    let mut next = at;
    if !doc.gap(at).is_break() {
        // `Vụ Địa bàn I (gọi tắt là Vụ I)` names, and tells nothing.
        if doc.token_text(at) == "(" {
            let close = (at..end.min(at + LONGEST)).find(|&at| doc.token_text(at) == ")").unwrap_or(end);
            let mut next = close + 1;
            while next < end && (is_markup(doc, next) || doc.word(next) == w!(",")) {
                next += 1;
            }
            let line = doc.gap(next).is_break();
            let goes_on = doc.shape(next) == Shape::Lower && !tells(doc, next);
            let told = doc.token_text(next) == ":" || !line && goes_on || line && orders_below(doc, next, end);
            return next < end && told || heads_parts;
        }
        if doc.token_text(at) != ":" {
            return true;
        }
        let mut order = at + 1;
        while is_markup(doc, order) && !doc.gap(order).is_break() {
            order += 1;
        }
        if !doc.gap(order).is_break() {
            // `Đơn vị công tác: …` fills in a form, `Hội đồng ngành Văn học: 3 ứng viên` counts.
            return order_at(doc, order).is_some()
                || doc.shape(order) == Shape::Lower
                || orders(doc, names, order, end);
        }
        next += 1;
    }
    // The end of its line: what follows must be orders, bullets or parts.
    let line = next;
    while next < end && (is_markup(doc, next) || is_bullet(doc, next)) {
        next += 1;
    }
    // `6. Tỉnh Sơn La⏎- Vùng III, gồm …` only parts a place.
    let places = [w!("tỉnh"), w!("thành"), w!("huyện"), w!("quận"), w!("xã"), w!("phường")];
    let is_body = !places.contains(&doc.word(subject.extent.first()));
    next >= end || next > line && is_body || order_at(doc, next).is_some() || orders(doc, names, next, end)
}

/// True where bullets or an order begin at the line.
fn orders_below(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    let bullet = is_bullet(doc, at);
    at < end && (bullet || order_at(doc, at).is_some())
}

/// True where an addressee and what it is to do begin at the token.
fn orders(doc: &Annotated<'_>, names: Names<'_>, at: usize, end: usize) -> bool {
    let told = subject(doc, names, at, end);
    told.is_some_and(|told| told.predicate < end && opens_predicate(doc, told.predicate))
}

/// True where a sentence begins at the token: behind a full stop, or on a new line that is no bullet.
fn begins_sentence(doc: &Annotated<'_>, at: usize) -> bool {
    let shape = doc.shape(at);
    if !shape.is_capital() {
        return false;
    }
    doc.gap(at).is_break() || at > 0 && doc.token_text(at - 1) == "." && doc.gap(at) != Gap::None
}
