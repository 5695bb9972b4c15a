//! Dates: points and spans of calendar time, with their values.
//!
//! Owns what is written (`scan` and the grammar files beside it), what it says by itself (`expr`), and what it means in
//! its document (`settle`). One pass over the tokens: a number, or a word of time, opens a date. Documents whose numbers
//! hold a year, and deadlines of tasks, are left to their families.
//!
//! Values: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-Www`, each perhaps with `Thh:mm` or `TMO` (sáng),
//! `TMI` (trưa), `TAF` (chiều), `TEV` (tối), `TNI` (đêm); `A/B` for a range, `199X` for a decade, `19XX` for a century,
//! `X` for what is not known.

mod catalog;
mod clock;
mod dateline;
mod day;
mod deictic;
mod digits;
mod expr;
mod month;
mod number;
mod range;
mod reckon;
mod scan;
mod settle;
mod share;
mod value;
mod words;
mod year;

use crate::calendar::month_length;
use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, DateValue};
use crate::model::span::Extent;
use crate::model::token::Shape;
use crate::rules::date::number::Expect;
use crate::rules::date::range::Found;
use crate::rules::date::scan::Scan;
use crate::rules::date::settle::Mention;

pub use crate::rules::date::catalog::RULES;
pub use crate::rules::date::dateline::Dateline;

/// The dates of `doc`, in the order of the text, none overlapping. Relative ones count from `doc.reference`.
#[must_use]
pub fn find(doc: &Annotated<'_>) -> Vec<Claim<DateValue>> {
    settle::settle(doc, &mentions(doc, doc.tokens.len()))
}

/// What the document says of its own publication: `Thứ Bảy, 04/03/2017 22:22`. Only the head of the text is looked at.
#[must_use]
pub fn dateline(doc: &Annotated<'_>) -> Option<Dateline> {
    dateline::choose(doc, &mentions(doc, doc.tokens.len().min(dateline::HEAD)))
}

/// Tokens that have the form of a date which the calendar does not have: `ngày 31/2`, `ngày 31 tháng 2`, `31/02/2017`.
#[must_use]
pub fn impossible(doc: &Annotated<'_>) -> Vec<Extent> {
    (0..doc.tokens.len()).filter(|&at| doc.shape(at) == Shape::Number).filter_map(|at| no_such_day(doc, at)).collect()
}

/// The impossible date whose number stands at `at`.
fn no_such_day(doc: &Annotated<'_>, at: usize) -> Option<Extent> {
    let after_day = at > 0 && !doc.gap(at).is_break() && doc.word(at - 1) == words::NGAY;
    let first = if after_day { at - 1 } else { at };
    if !after_day && !doc.token_text(at).contains('/') {
        return None;
    }
    if after_day && doc.follows(at + 1, &[words::THANG]) {
        let (day, month): (u8, u8) = (doc.token_text(at).parse().ok()?, doc.token_text(at + 2).parse().ok()?);
        let lacks = (1..=31).contains(&day) && (1..=12).contains(&month) && day > month_length(2000, month);
        return lacks.then(|| Extent::new(first, at + 3));
    }
    let run = number::run(doc, at)?;
    (run.read(Expect::Any).is_none() && run.is_impossible(after_day)).then(|| Extent::new(first, at + 1))
}

/// The dates that begin before token `until`, as read.
fn mentions(doc: &Annotated<'_>, until: usize) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut scan = Scan { doc, last_end: 0, start: 0 };
    let mut at = 0;
    while at < until {
        if !opens(doc, at) {
            at += 1;
            continue;
        }
        scan.start = at;
        match scan.find_or_list(at) {
            Some(Found::Date(read)) if scan.before_our_era(read.end) => at = read.end,
            Some(Found::Date(read)) if read.end > at => {
                let extent = Extent::new(at, read.end);
                let read = found.last().map_or(read, |before| share::as_quarter(doc, before, extent, read));
                found.push(Mention { extent, read });
                scan.last_end = read.end;
                at = read.end;
            }
            Some(Found::Pass(end)) => at = end.max(at + 1),
            // `ngày 30 tháng 2` is no day, nor is its month meant.
            _ if doc.word(at) == words::NGAY => at = no_such_day(doc, at + 1).map_or(at + 1, Extent::end),
            _ => at += 1,
        }
    }
    found
}

/// True where a date may begin at the token: at a number, `T3/2017`, or a word that opens dates.
fn opens(doc: &Annotated<'_>, at: usize) -> bool {
    match doc.shape(at) {
        Shape::Number => true,
        Shape::Punct => false,
        Shape::Code => doc.token_text(at).starts_with('T'),
        Shape::Lower | Shape::Title | Shape::Upper | Shape::Mixed => words::may_open(doc.word(at)),
    }
}
