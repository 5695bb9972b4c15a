//! Tasks read out of prose: where an announced count is followed by no numbers but by clauses, the items are the clauses.
//!
//! ```text
//! … xác định 3 nhiệm vụ trọng tâm. Theo đó, ngành tiếp tục rà soát …; phát huy …. Ngành thực hiện …
//! … làm rõ 2 nội dung: Đánh giá …; kết quả …
//! ```
//! They are numbered in their order and marked, since the text does not number them.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Announcement, Claim, TaskItem};
use crate::model::span::Extent;
use crate::rules::task::subject::Names;
use crate::rules::task::words::{heads_order, opens_predicate, trim};
use crate::rules::task::{DERIVED, Dates, deadline};
use crate::rules::task::{above, assignee};
use crate::w;

/// The longest prose read after an announcement, in tokens.
const LONGEST: usize = 600;
/// Tokens between the start of a clause and its predicate, the subject and an adverb of time.
const SUBJECT: usize = 16;

/// The tasks that the prose after each announcement holds; `numbered` are the tasks that the text numbers itself.
pub(crate) fn find(
    doc: &Annotated<'_>,
    names: Names<'_>,
    dates: Dates<'_>,
    announced: &[Claim<Announcement>],
    numbered: &[Claim<TaskItem>],
) -> Vec<Claim<TaskItem>> {
    let mut found: Vec<Claim<TaskItem>> = Vec::new();
    for (index, claim) in announced.iter().enumerate() {
        let stop = announced.get(index + 1).map_or(doc.tokens.len(), |next| next.extent.first());
        let taken = |first: usize, end: usize| {
            numbered.iter().any(|task| task.extent.first() >= first && task.extent.first() < end)
        };
        let Some((first, colon)) = prose_start(doc, claim.extent.end()) else { continue };
        let end = paragraph_end(doc, first).min(if colon { stop.max(first) } else { doc.tokens.len() });
        if taken(claim.extent.end(), (end + 40).min(doc.tokens.len()))
            || found.last().is_some_and(|last| last.extent.end() > first)
        {
            continue;
        }
        let clauses = if colon { colon_clauses(doc, first, end) } else { clauses(doc, first, end) };
        // `tập trung vào hai yêu cầu: hoặc …, hoặc …` lists what may be.
        let either = clauses.first().is_some_and(|clause| doc.word(clause.first()) == w!("hoặc"));
        if clauses.len() < 2 || either {
            continue;
        }
        // `Đoàn đề nghị tỉnh làm rõ 2 nội dung: …`
        let sentence = above::sentence_start(doc, paragraph_start(doc, claim.extent.first()), claim.extent.first());
        let told = above::handed_in(doc, names, sentence, claim.extent.first());
        for (number, extent) in clauses.into_iter().enumerate() {
            found.push(task(doc, names, dates, number + 1, extent, told));
        }
    }
    found
}

fn task(
    doc: &Annotated<'_>,
    names: Names<'_>,
    dates: Dates<'_>,
    number: usize,
    extent: Extent,
    told: Option<Extent>,
) -> Claim<TaskItem> {
    let subject = assignee::at_head(doc, names, extent.first(), extent.end());
    let what = TaskItem {
        number: number.to_string(),
        marker: Extent::new(extent.first(), extent.first()),
        assignees: subject.map(|subject| subject.extent).or(told).into_iter().collect(),
        deadline: deadline::of(doc, dates.0, extent.first(), extent.end()),
        parent: None,
        derived: true,
    };
    Claim { extent, rule: DERIVED, what }
}

/// Where the prose that answers an announcement begins: behind `: ` at once, or at the next sentence where it opens with
/// `Theo đó`, `Cụ thể`, `Trong đó`.
fn prose_start(doc: &Annotated<'_>, at: usize) -> Option<(usize, bool)> {
    let mut next = at;
    while next < doc.tokens.len() && next < at + 40 {
        if doc.token_text(next) == ":" {
            return (!doc.gap(next + 1).is_break()).then_some((next + 1, true));
        }
        if next > at && (doc.token_text(next - 1) == "." || doc.gap(next).is_break()) {
            let opens = [[w!("theo"), w!("đó")], [w!("cụ"), w!("thể")], [w!("trong"), w!("đó")]];
            let opener = opens.iter().any(|words| doc.follows(next, words));
            return opener.then(|| (next + 2 + usize::from(doc.token_text(next + 2) == ","), false));
        }
        next += 1;
    }
    None
}

fn paragraph_start(doc: &Annotated<'_>, at: usize) -> usize {
    (at.saturating_sub(LONGEST)..=at).rev().find(|&at| doc.gap(at).is_break()).unwrap_or(at)
}

fn paragraph_end(doc: &Annotated<'_>, first: usize) -> usize {
    let last = doc.tokens.len().min(first + LONGEST);
    (first + 1..last).find(|&at| doc.gap(at).is_break()).unwrap_or(last)
}

/// The clauses between `;` of the one sentence behind a colon.
fn colon_clauses(doc: &Annotated<'_>, first: usize, end: usize) -> Vec<Extent> {
    let mut clauses = Vec::new();
    let mut start = first;
    for at in first..end {
        let mark = doc.token_text(at);
        let stop = matches!(mark, "." | "..." | "…") && (at + 1 >= end || doc.shape(at + 1).is_capital());
        if mark == ";" || stop || at + 1 == end {
            let clause = Extent::new(start, trim(doc, start, at + 1));
            if clause.len() > 2 {
                clauses.push(clause);
            }
            start = at + 1;
        }
        if stop {
            break;
        }
    }
    clauses
}

/// The clauses of `first..end` that order something; one that does not goes with the clause before it.
fn clauses(doc: &Annotated<'_>, first: usize, end: usize) -> Vec<Extent> {
    let mut clauses: Vec<Extent> = Vec::new();
    let mut start = first;
    for at in first..end {
        let mark = doc.token_text(at);
        let ends = mark == ";"
            || matches!(mark, "." | "..." | "…") && (at + 1 >= end || doc.shape(at + 1).is_capital())
            || at + 1 == end;
        if !ends {
            continue;
        }
        let clause = Extent::new(start, trim(doc, start, at + 1));
        start = at + 1;
        if clause.len() < 3 {
            continue;
        }
        if orders(doc, clause) {
            clauses.push(clause);
        } else if let Some(last) = clauses.last_mut() {
            *last = Extent::new(last.first(), clause.end());
        }
    }
    clauses
}

/// True where the clause has its predicate of order at its head or behind a short subject.
fn orders(doc: &Annotated<'_>, clause: Extent) -> bool {
    heads_order(doc, clause.first())
        || (clause.first() + 1..clause.end().min(clause.first() + SUBJECT)).any(|at| opens_predicate(doc, at))
            && !(clause.first()..clause.end().min(clause.first() + SUBJECT)).any(|at| doc.word(at) == w!("đã"))
}
