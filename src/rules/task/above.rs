//! Who is told above a list: in the words that announce it, on the line right above it, before an announced count.

use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::model::token::{Gap, Word};
use crate::rules::task::assignee::hands_over;
use crate::rules::task::outline::List;
use crate::rules::task::predicate::names_work;
use crate::rules::task::subject::{Names, subject};
use crate::rules::task::words::{is_bullet, is_markup};
use crate::w;

/// Tokens of an announcing line that are read.
const LEAD: usize = 200;

/// The addressee that has the line right above a list for itself: `- Bộ Xây dựng:`, `Đối với các địa phương:`.
pub(crate) fn of_heading(doc: &Annotated<'_>, names: Names<'_>, list: &List) -> Option<Extent> {
    let line = list.above[0];
    let end = trim_markup(doc, line);
    let last = end.checked_sub(1).filter(|&at| at > line.first() && doc.token_text(at) == ":")?;
    // The rest of a sentence that the line before began.
    if doc.gap(line.first()) == Gap::Line && line.first() > 0 && doc.shape(line.first() - 1).is_word() {
        return None;
    }
    let bullet = |at: usize| is_markup(doc, at) || is_bullet(doc, at);
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
        let part = is_bullet(doc, lead.first());
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
