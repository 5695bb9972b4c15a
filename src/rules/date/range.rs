//! Ranges in words: `từ ngày 4 đến 6-3`, `từ 9 giờ đến 14 giờ`, `từ tháng 4/2016 đến nay`, `tháng 9/2023 - tháng 1/2024`.

use crate::model::token::Shape;
use crate::rules::date::expr::{Point, Read, Time, Unit, When, Year};
use crate::rules::date::number::{Expect, Side};
use crate::rules::date::scan::Scan;
use crate::rules::date::words as w;

/// What stands at a token: a date, or words of time that are no date and are passed over whole.
pub(super) enum Found {
    Date(Read),
    Pass(usize),
}

impl Scan<'_, '_> {
    /// The date or range that begins at `at`.
    pub(super) fn find(&self, at: usize) -> Option<Found> {
        if self.doc.word(at) == w::TU {
            return self.range_from(at);
        }
        let read = self.date(at, false)?;
        Some(self.extended(read).unwrap_or(Found::Date(read)))
    }

    /// `từ …`: a range from `từ` on, or nothing, so that a single date after it stands by itself.
    fn range_from(&self, at: usize) -> Option<Found> {
        let mut start = at + 1;
        while matches!(self.word(start), w::LUC | w::KHOANG | w::HOI) {
            start += 1;
        }
        let first = if self.word(start) == w::NAY && self.word(start + 1) != w::NGAY {
            Read::one(When::Now, start + 1, "date.range")
        } else {
            self.range_start(start)?
        };
        if first.second.is_some() {
            let dated = first.rule != "date.period" && !matches!(first.first.when, When::Quarter { .. });
            return dated.then_some(Found::Date(first));
        }
        self.up_to(first, true)
    }

    /// The first end of a range: a date, or the bare number that the other end completes (`từ 4 đến 6-3`).
    fn range_start(&self, at: usize) -> Option<Read> {
        if let Some(read) = self.bare_start(at).or_else(|| self.date(at, true)) {
            return Some(read);
        }
        if self.doc.word(at) == w::DAU && self.word(at + 1) == w::NAM && self.word(at + 2) == w::DEN {
            return Some(Read::one(When::Year(Year::Shift(0)), at + 2, "date.range"));
        }
        None
    }

    /// A number before `đến` or a dash: an hour or a day, as the other end will say.
    fn bare_start(&self, at: usize) -> Option<Read> {
        let (hour, _) = self.small(at).filter(|&(value, _)| value <= 31)?;
        (matches!(self.word(at + 1), w::DEN | w::TOI_UNTIL) || self.mark(at + 1, "-") || self.mark(at + 1, "–")).then(
            || Read {
                first: Point::at(When::Unstated, Time::Clock(hour, 0)),
                second: None,
                end: at + 1,
                rule: "date.range",
            },
        )
    }

    /// A range that does not begin with `từ`: `ngày 10/5 đến 15/5`, `8h - 11h30`, `tháng 9/2023 - tháng 1/2024`.
    fn extended(&self, first: Read) -> Option<Found> {
        if first.second.is_some()
            || matches!(
                first.first.when,
                When::SameMonths { .. } | When::Relative { unit: Unit::Year | Unit::Month, .. }
            )
        {
            return None;
        }
        match self.up_to(first, false)? {
            Found::Date(read) if alike(&first.first, &read.second?) => Some(Found::Date(read)),
            _ => None,
        }
    }

    /// `đến …` after the first end.
    fn up_to(&self, first: Read, from: bool) -> Option<Found> {
        let (start, dash) = self.connector(first.end)?;
        if from && matches!(self.word(start), w::NAY)
            || from && self.word(start) == w::HIEN && self.word(start + 1) == w::NAY
        {
            let end = if self.word(start) == w::HIEN { start + 2 } else { start + 1 };
            let usable = !first.first.is_time_only();
            return usable.then_some(Found::Date(Read {
                second: Some(Point::new(When::Now)),
                end,
                rule: "date.range",
                ..first
            }));
        }
        let start = self.past_hedges(start);
        let second = self.range_end(start, dash)?;
        if second.second.is_some() {
            return None;
        }
        let habit = |point: &Point| matches!(point.when, When::Weekday { week: None, near: 0, .. });
        if habit(&first.first) && habit(&second.first) || self.recurs(second.end) {
            return Some(Found::Pass(second.end));
        }
        if bare_hour(self, &first) && !matches!(second.first.time, Some(Time::Clock(..))) {
            // `từ 4 đến 6-3`: the first number is a day after all.
            let Some(Time::Clock(day, _)) = first.first.time else { return None };
            let is_day = matches!(second.first.when, When::Day { month: Some(_), .. }) && (1..=31).contains(&day);
            let when = When::Day { year: Year::Unstated, month: None, day };
            return is_day.then(|| {
                Found::Date(Read {
                    first: Point::new(when),
                    second: Some(second.first),
                    end: second.end,
                    rule: "date.range",
                })
            });
        }
        let read = Read { first: first.first, second: Some(second.first), end: second.end, rule: "date.range" };
        compatible(&first.first, &second.first).then_some(Found::Date(read))
    }

    /// Past `đến`, `tới`, `cho đến`, or a dash; true for a dash.
    fn connector(&self, at: usize) -> Option<(usize, bool)> {
        match self.word(at) {
            w::DEN | w::TOI_UNTIL => Some((at + 1, false)),
            w::CHO if matches!(self.word(at + 1), w::DEN | w::TOI_UNTIL) => Some((at + 2, false)),
            _ if self.mark(at, "-") || self.mark(at, "–") => Some((at + 1, true)),
            _ => None,
        }
    }

    /// Past `hết`, `trước`, `chậm nhất`, `khoảng` before the second end.
    fn past_hedges(&self, at: usize) -> usize {
        match (self.word(at), self.word(at + 1)) {
            (w::CHAM | w::MUON, w::NHAT_MOST) => {
                if self.word(at + 2) == w::LA {
                    at + 3
                } else {
                    at + 2
                }
            }
            (w::HET | w::TRUOC | w::KHOANG | w::LUC, _) => at + 1,
            _ => at,
        }
    }

    fn range_end(&self, at: usize, dash: bool) -> Option<Read> {
        if self.doc.shape(at) != Shape::Number {
            // `đến cuối năm` ends a range, though it is vague by itself.
            let vague = matches!(self.doc.word(at), w::CUOI | w::GIUA) && self.word(at + 1) == w::NAM;
            return self.date(at, true).or_else(|| {
                (vague && self.may_end(at + 2))
                    .then(|| Read::one(When::Month { year: Year::Shift(0), month: 12 }, at + 2, "date.range"))
            });
        }
        let read = self.date(at, true)?;
        let is_bare = self
            .run(at)
            .and_then(|run| run.read(Expect::Any))
            .is_some_and(|numeric| matches!(numeric.first, Side::Day(_)) && numeric.second.is_none());
        (!(is_bare && (dash || !self.may_end(read.end))) || read.first.time.is_some()).then_some(read)
    }
}

/// `9` of `từ 9 đến 14 giờ`: an hour whose word stands at the other end.
fn bare_hour(scan: &Scan<'_, '_>, read: &Read) -> bool {
    read.first.is_time_only() && scan.small(read.end - 1).is_some() && scan.doc.token_text(read.end - 1).len() <= 2
}

/// True where the two can be the ends of one range.
fn compatible(first: &Point, second: &Point) -> bool {
    let is_bare_day = |point: &Point| matches!(point.when, When::Day { month: None, .. }) && point.time.is_none();
    match (first.when, second.when) {
        (When::Unstated, When::Unstated) => true,
        (When::Unstated, When::Day { .. }) => second.time.is_some(),
        (When::Unstated, _) => second.time.is_some(),
        (When::Year(_), When::Day { month: None, .. }) => false,
        (When::Year(Year::Given(from)), When::Year(Year::Given(to))) => from < to,
        _ => !(is_bare_day(first) && second.is_time_only()),
    }
}

/// True where two dates without `từ` before them are of one kind, so that `đến` or a dash makes them a range.
const fn alike(first: &Point, second: &Point) -> bool {
    match (first.when, second.when) {
        (When::Unstated, When::Unstated) => true,
        (When::Unstated, _) => second.time.is_some() && first.time.is_some(),
        (
            When::Day { .. } | When::Relative { unit: Unit::Day, .. } | When::LunarDay { .. },
            When::Day { .. } | When::LunarDay { .. },
        ) => true,
        (When::Day { .. }, When::Unstated) => first.time.is_some(),
        (When::Month { .. }, When::Month { .. }) | (When::Year(Year::Given(_)), When::Year(Year::Given(_))) => true,
        (When::Month { .. }, When::Year(Year::Given(_))) => true,
        _ => false,
    }
}
