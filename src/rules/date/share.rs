//! Parts that the ends of a range, or the members of a list, share: `từ ngày 4 đến 6-3`, `ngày 3/2 và 5/2/2017`.

use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::model::token::Shape;
use crate::rules::date::expr::{Point, Read, When, Year};
use crate::rules::date::settle::Mention;
use crate::rules::date::value::{Part, Stamp};

/// Fills in what one end of a range has from the other.
pub(super) fn within(read: &mut Read) {
    let Some(second) = &mut read.second else { return };
    let first = &mut read.first;
    match (first.when, second.when) {
        (When::Unstated, when) if when != When::Unstated => first.when = when,
        (when, When::Unstated) if when != When::Unstated => second.when = when,
        (_, When::Day { year, month: Some(_), day: to }) => fill(&mut first.when, second.when, year, to),
        (When::Day { year, month: Some(month), day: from }, When::Day { month: None, day: to, .. }) => {
            let (year, month) = match year {
                Year::Given(year) if to < from => given(crate::calendar::shift_month(year, month, 1)),
                year if to < from => (year, month % 12 + 1),
                year => (year, month),
            };
            second.when = When::Day { year, month: Some(month), day: to };
        }
        (When::Month { year: Year::Unstated, month }, When::Month { year: Year::Given(year), month: last }) => {
            first.when = When::Month { year: Year::Given(if month > last { year - 1 } else { year }), month };
        }
        (When::Quarter { year: Year::Unstated, quarter }, When::Quarter { year, .. }) => {
            first.when = When::Quarter { year, quarter }
        }
        _ => {}
    }
}

fn given((year, month): (i32, u8)) -> (Year, u8) {
    (Year::Given(year), month)
}

/// The first end of a range of days takes month and year from the second, `of`, whose day is `to`.
fn fill(first: &mut When, of: When, year: Year, to: u8) {
    let When::Day { month: Some(last), .. } = of else { return };
    match *first {
        When::Day { month: None, day, .. } => {
            let (year, month) = match year {
                Year::Given(year) if day > to => given(crate::calendar::shift_month(year, last, -1)),
                year if day > to => (year, if last == 1 { 12 } else { last - 1 }),
                year => (year, last),
            };
            *first = When::Day { year, month: Some(month), day };
        }
        When::Day { year: Year::Unstated, month: Some(month), day } => {
            if let Year::Given(year) = year {
                let year = if (month, day) > (last, to) { year - 1 } else { year };
                *first = When::Day { year: Year::Given(year), month: Some(month), day };
            }
        }
        When::Month { year: Year::Unstated, month } => {
            if let Year::Given(year) = year {
                *first = When::Month { year: Year::Given(if month > last { year - 1 } else { year }), month };
            }
        }
        _ => {}
    }
}

/// The second end of a range without a year takes that of the first, or the next where it would end before it began.
pub(super) fn year_of_second(second: &mut Point, first: Stamp) {
    let Some(year) = first.year else { return };
    let start = match first.part {
        Part::Day(month, day) => (month, day),
        Part::Month(month) => (month, 1),
        _ => return,
    };
    match &mut second.when {
        When::Day { year: unstated @ Year::Unstated, month: Some(month), day } => {
            *unstated = Year::Given(if (*month, *day) < start { year + 1 } else { year });
        }
        When::Month { year: unstated @ Year::Unstated, month } => {
            *unstated = Year::Given(if *month < start.0 { year + 1 } else { year });
        }
        _ => {}
    }
}

/// `quý 1 và 2/2022`: behind a quarter, `2/2022` is one too.
pub(super) fn as_quarter(doc: &Annotated<'_>, before: &Mention, extent: Extent, read: Read) -> Read {
    match (before.read.first.when, read.first.when, read.second) {
        (When::Quarter { year: Year::Unstated, .. }, When::Month { year, month: quarter @ 1..=4 }, None)
            if extent.first() == before.extent.end() + 1 && doc.shape(extent.first()) == Shape::Number =>
        {
            Read::one(When::Quarter { year, quarter }, read.end, "date.quarter")
        }
        _ => read,
    }
}

/// A member of a list takes month and year from the next: `ngày 4 và 5-3`, `tháng 1 và tháng 2 năm 1999`.
pub(super) fn with_next(read: &mut Read, index: usize, mentions: &[Mention]) {
    if read.second.is_some() {
        return;
    }
    let mut last = index;
    while let (Some(this), Some(next)) = (mentions.get(last), mentions.get(last + 1)) {
        if next.extent.first() > this.extent.end() + 1 || next.read.second.is_some() || last - index > 12 {
            return;
        }
        last += 1;
        match (&mut read.first.when, next.read.first.when) {
            (
                When::Day { year, month: month @ None, .. },
                When::Day { year: next_year, month: Some(next_month), .. },
            ) => {
                (*year, *month) = (next_year, Some(next_month));
                return;
            }
            (
                When::Day { year: year @ Year::Unstated, month: Some(_), .. },
                When::Day { year: given @ Year::Given(_), .. },
            )
            | (When::Month { year: year @ Year::Unstated, .. }, When::Month { year: given @ Year::Given(_), .. })
            | (When::Quarter { year: year @ Year::Unstated, .. }, When::Quarter { year: given @ Year::Given(_), .. }) =>
            {
                *year = given;
                return;
            }
            (When::Day { month: None, .. }, When::Day { month: None, .. })
            | (When::Day { month: Some(_), .. }, When::Day { month: Some(_), .. })
            | (When::Month { .. }, When::Month { .. }) => {}
            _ => return,
        }
    }
}
