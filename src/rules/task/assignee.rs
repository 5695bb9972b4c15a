//! Who is told to do a task: the addressee at the head of the item, behind `giao`, `yêu cầu`, `đề nghị`, or in the words
//! that announce the list.
//!
//! An addressee is a noun phrase that begins with a body, an office or a group and ends where its predicate opens: a verb
//! of order, `theo chức năng`, `cần`, a colon, a bracket, the end of the line.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, NameKind};
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape, Word};
use crate::rules::task::marker::Style;
use crate::rules::task::outline::{Item, List, trim};
use crate::rules::task::predicate::{inner_bracket, inside_name, joins, must, names_work, rules, tells};
use crate::rules::task::words::{Order, heads_order, is_addressee_head, is_markup, opens_predicate, order_at};
use crate::w;

/// The longest addressee, in tokens.
const LONGEST: usize = 110;

/// The longest topic before a colon, in tokens.
const TOPIC: usize = 25;

/// Tokens of an announcing line that are read.
const LEAD: usize = 200;

/// The names of the document that can be addressees: bodies and titles, by first token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'n>(pub(crate) &'n [Claim<NameKind>]);

impl Names<'_> {
    /// One past the longest name that begins at the token.
    fn end_at(self, at: usize) -> Option<usize> {
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
fn runs_on(doc: &Annotated<'_>, at: usize) -> bool {
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
            let close = (at..end).find(|&at| doc.token_text(at) == ")").unwrap_or(end);
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
    while next < end && (is_markup(doc, next) || matches!(doc.token_text(next), "-" | "+" | "•" | "–")) {
        next += 1;
    }
    // `6. Tỉnh Sơn La⏎- Vùng III, gồm …` only parts a place.
    let places = [w!("tỉnh"), w!("thành"), w!("huyện"), w!("quận"), w!("xã"), w!("phường")];
    let is_body = !places.contains(&doc.word(subject.extent.first()));
    next >= end || next > line && is_body || order_at(doc, next).is_some() || orders(doc, names, next, end)
}

/// True where bullets or an order begin at the line.
fn orders_below(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    let bullet = matches!(doc.token_text(at), "-" | "+" | "•" | "–");
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

/// The addressee that has the line right above a list for itself: `- Bộ Xây dựng:`, `Đối với các địa phương:`.
pub(crate) fn of_heading(doc: &Annotated<'_>, names: Names<'_>, list: &List) -> Option<Extent> {
    let line = list.above[0];
    let end = trim_markup(doc, line);
    let last = end.checked_sub(1).filter(|&at| at > line.first() && doc.token_text(at) == ":")?;
    // The rest of a sentence that the line before began.
    if doc.gap(line.first()) == Gap::Line && line.first() > 0 && doc.shape(line.first() - 1).is_word() {
        return None;
    }
    let bullet = |at: usize| is_markup(doc, at) || matches!(doc.token_text(at), "-" | "+" | "•" | "–");
    let mut first = line.range().find(|&at| !bullet(at))?;
    first += if doc.follows(first, &[w!("đối"), w!("với")]) { 2 } else { 0 };
    subject(doc, names, first, end).filter(|told| told.predicate == last).map(|told| told.extent)
}

/// The addressee that the words announcing a list name: `… yêu cầu các đơn vị tập trung thực hiện các nhiệm vụ sau:`,
/// `Sở Y tế có trách nhiệm:`, and `Tập đoàn … chỉ đạo:` below a line that orders.
pub(crate) fn of_lead(doc: &Annotated<'_>, names: Names<'_>, list: &List) -> Option<Extent> {
    let [lead, before, earlier] = list.above;
    of_line(doc, names, lead, before).or_else(|| {
        // `- Tại các điểm cầu:` heads a part of what the line above it announces.
        let part = matches!(doc.token_text(lead.first()), "-" | "+" | "•" | "–");
        if part { of_line(doc, names, before, earlier) } else { None }
    })
}

fn of_line(doc: &Annotated<'_>, names: Names<'_>, line: Extent, above: Extent) -> Option<Extent> {
    let end = trim_markup(doc, line);
    let mark = doc.token_text(end.saturating_sub(1));
    if line.is_empty() || !matches!(mark, ":" | ".") {
        return None;
    }
    let sentence = sentence_start(doc, line.first(), end - 1);
    let first = if mark == ":" { line.first() } else { sentence };
    let told = handed_in(doc, names, first.max(end.saturating_sub(LEAD)), end);
    // `Bộ đề nghị các sở triển khai một số nội dung cơ bản.`
    if mark == "." {
        return told.filter(|_| (sentence..end).any(|at| names_work(doc, at)));
    }
    if told.is_some() {
        return told;
    }
    // `Giai đoạn 2021-2025, Sở Y tế tăng cường …:`
    let comma = (sentence..end.min(sentence + 16)).find(|&at| doc.word(at) == w!(",")).map_or(sentence, |at| at + 1);
    let subject = [line.first(), sentence, comma]
        .into_iter()
        .find_map(|at| subject(doc, names, at, end).filter(|subject| subject.predicate < end))?;
    let mut predicate = subject.predicate;
    if doc.token_text(predicate) == "(" {
        predicate = (predicate..end).find(|&at| doc.token_text(at) == ")")? + 1;
    }
    let ordered = above.range().take(LEAD).any(|at| hands_over(doc, at).is_some());
    const OWN: [Word; 12] = [
        w!("có"),
        w!("chú"),
        w!("chịu"),
        w!("thực"),
        w!("tập"),
        w!("triển"),
        w!("cần"),
        w!("phải"),
        w!("tăng"),
        w!("tiếp"),
        w!("khẩn"),
        w!("phối"),
    ];
    // `Các bộ theo chức năng được giao chú trọng một số nhiệm vụ sau:`
    let manner = [w!("theo"), w!("căn"), w!("trên")].contains(&doc.word(predicate));
    let work = || (predicate..end).any(|at| names_work(doc, at));
    let own = OWN.contains(&doc.word(predicate)) || manner && work();
    (own || ordered && doc.word(predicate) == w!("chỉ")).then_some(subject.extent)
}

/// The last addressee that a verb hands something to within `first..end`.
pub(crate) fn handed_in(doc: &Annotated<'_>, names: Names<'_>, first: usize, end: usize) -> Option<Extent> {
    let told = |at: usize| {
        let verb = hands_over(doc, at)?;
        subject(doc, names, at + verb, end).filter(|subject| subject.predicate < end).map(|subject| subject.extent)
    };
    (first..end).rev().find_map(told)
}

/// Where the last sentence of `first..end` begins.
pub(crate) fn sentence_start(doc: &Annotated<'_>, first: usize, end: usize) -> usize {
    let begins = |at: usize| matches!(doc.token_text(at - 1), "." | "!" | "?") && doc.shape(at).is_capital();
    (first + 1..end).rev().take(LEAD).find(|&at| begins(at)).unwrap_or(first)
}

fn trim_markup(doc: &Annotated<'_>, line: Extent) -> usize {
    let mut end = line.end();
    while end > line.first() && is_markup(doc, end - 1) {
        end -= 1;
    }
    end
}
