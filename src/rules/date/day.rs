//! Days in words: `ngày 16 tháng 11 năm 2025`, `ngày 4-3`, `ngày 15`, `hôm 22/10`, `mùng 1 Tết`, `rằm tháng Giêng`.

use crate::calendar::{month_length, sexagenary};
use crate::rules::date::expr::{From, Read, Unit, When, Year};
use crate::rules::date::number::{Expect, Side, two_digits};
use crate::rules::date::scan::Scan;
use crate::rules::date::words as w;

impl Scan<'_, '_> {
    /// `ngày …`.
    pub(super) fn day(&self, at: usize) -> Option<Read> {
        let next = at + 1;
        match self.word(next) {
            w::HOM => return self.hom(next),
            w::MAI => return Some(self.stated(relative(1, From::Published, next + 1))),
            w::KIA => return Some(relative(2, From::Published, next + 1)),
            w::MUNG | w::MONG | w::RAM => return self.lunar(next),
            // `ngày thứ Ba 18/2`: one date, which `ngày` opens.
            w::THU | w::CHU => {
                return self
                    .weekday(next, false)
                    .filter(|read| matches!(read.first.when, When::Day { month: Some(_), .. }));
            }
            _ => {}
        }
        if let Some((run, numeric)) = self.run(next).and_then(|run| Some((run, run.read(Expect::Any)?))) {
            return match (numeric.first, numeric.second) {
                (Side::Year(_) | Side::MonthYear(..), _) => None,
                (Side::Day(day), None) => self.lone_day(next, day, run.single()?.1),
                _ if self.recurs(numeric.end) => self.every_year(self.finish_numeric(&numeric, true)?, numeric.end),
                _ => self.finish_numeric(&numeric, true),
            };
        }
        let (day, end) = self.count(next)?;
        (self.word(end) == w::THANG).then(|| self.day_of_month_in_words(day, end))?
    }

    /// `ngày 25/12 hằng năm` names a day of no single year; `ngày 25 hằng tháng` none at all.
    fn every_year(&self, mut read: Read, end: usize) -> Option<Read> {
        match &mut read.first.when {
            When::Day { year, month: Some(_), .. } if self.word(end + 1) == w::NAM && read.second.is_none() => {
                *year = Year::Every;
                read.end = end;
                Some(read)
            }
            _ => None,
        }
    }

    /// A day of one or two digits after `ngày`: with `tháng` after it, `2 9` for `2/9` at a feast, or alone.
    fn lone_day(&self, at: usize, day: u8, end: usize) -> Option<Read> {
        if self.word(end) == w::THANG {
            return self.day_of_month_in_words(day, end);
        }
        if let Some(read) = self.parted_by_space(at, day) {
            return Some(read);
        }
        let of_month = self.word(end) == w::CUA && self.word(end + 1) == w::THANG;
        if of_month
            || self.recurs(end)
            || self.counts(end)
            || !self.may_end(end) && self.doc.shape(end) == crate::model::token::Shape::Number
        {
            return None;
        }
        Some(Read::one(When::Day { year: Year::Unstated, month: None, day }, end, "date.day"))
    }

    /// `ngày 2 9`, `Quốc khánh 2 9`: a separator lost to a headline.
    pub(super) fn parted_by_space(&self, at: usize, day: u8) -> Option<Read> {
        let (month, _) = self.small(at + 1)?;
        if !(1..=12).contains(&month) || !(1..=month_length(2000, month)).contains(&day) || self.counts(at + 2) {
            return None;
        }
        let (year, end) = self.four_digits(at + 2).map_or((Year::Unstated, at + 2), |year| (Year::Given(year), at + 3));
        Some(Read::one(When::Day { year, month: Some(month), day }, end, "date.day-month"))
    }

    /// `16 tháng 11 năm 2025`, `23 tháng Chạp`, with the day read before the token `month`.
    pub(super) fn day_of_month_in_words(&self, day: u8, month: usize) -> Option<Read> {
        let name = month + 1;
        if let Some(moon) = lunar_month(self.word(name)) {
            let (year, end) = self.lunar_year(name + 1);
            return Some(Read::one(When::LunarDay { year, month: moon, day }, end, "date.lunar"));
        }
        if let Some(numeric) = self.run(name).and_then(|run| run.read(Expect::Month)) {
            let (when, end) = match numeric.first {
                Side::Month(month) => (When::Day { year: Year::Unstated, month: Some(month), day }, numeric.end),
                Side::MonthYear(month, year) => {
                    (When::Day { year: Year::Given(year), month: Some(month), day }, numeric.end)
                }
                _ => return None,
            };
            return self.finish_day(when, end);
        }
        let (number, end) = self.count(name)?;
        self.finish_day(When::Day { year: Year::Unstated, month: Some(number), day }, end)
    }

    /// A day in words with its year, checked against the calendar.
    fn finish_day(&self, when: When, end: usize) -> Option<Read> {
        if self.counts(end) && self.word(end) != w::NAM {
            return None;
        }
        let (when, end) = self.with_year(when, end);
        let When::Day { year, month: Some(month), day } = when else { return None };
        let length = month_length(if let Year::Given(year) = year { year } else { 2000 }, month);
        if !(1..=length).contains(&day) {
            return None;
        }
        if self.recurs(end) {
            return self.every_year(Read::one(when, end, "date.full"), end);
        }
        let (when, end) = self.lunar_if_said(when, end);
        let rule = match (when, year) {
            (When::LunarDay { .. }, _) => "date.lunar",
            (_, Year::Given(_)) => "date.full",
            _ => "date.day-month",
        };
        Some(self.with_time_after(Read::one(when, end, rule)))
    }

    /// The year that stands at `at`, after a day or month: `năm 2025`, `, năm 1986`, `2017`, `năm ngoái`, `năm Đinh Dậu`.
    pub(super) fn with_year(&self, when: When, at: usize) -> (When, usize) {
        let stated = |when, given| match when {
            When::Day { month, day, year: Year::Unstated } => When::Day { year: given, month, day },
            When::Month { month, year: Year::Unstated } => When::Month { year: given, month },
            other => other,
        };
        match self.year_after(at) {
            Some((year, end)) => (stated(when, year), end),
            None => (when, at),
        }
    }

    /// The year that may follow a month, a quarter or a part of the year.
    pub(super) fn year_after(&self, at: usize) -> Option<(Year, usize)> {
        let mut next = at;
        if self.mark(next, ",") && self.word(next + 1) == w::NAM && self.four_digits(next + 2).is_some() {
            next += 1;
        }
        if self.word(next) == w::CUA && self.word(next + 1) == w::NAM {
            next += 1;
        }
        if self.word(next) == w::NAM {
            return self.year_name(next + 1);
        }
        if (self.mark(next, "/") || self.mark(next, "-")) && self.doc.gap(next + 1) == crate::model::token::Gap::None {
            return self.four_digits(next + 1).map(|year| (Year::Given(year), next + 2));
        }
        if self.mark(next, ",") && self.four_digits(next + 1).is_some() {
            next += 1;
        }
        let year = self.four_digits(next)?;
        ((1900..=2100).contains(&year) && !self.counts(next + 1)).then_some((Year::Given(year), next + 1))
    }

    /// What follows `năm`: `2025`, `nay`, `ngoái`, `Đinh Dậu`.
    pub(super) fn year_name(&self, at: usize) -> Option<(Year, usize)> {
        let relative = match self.word(at) {
            w::NAY => Some(0),
            w::NGOAI | w::TRUOC => Some(-1),
            w::SAU | w::TOI_UNTIL => Some(1),
            w::KIA => Some(-2),
            _ => None,
        };
        if let Some(by) = relative {
            return Some((Year::Shift(by), at + 1));
        }
        if let Some(year) = self.four_digits(at) {
            return Some((Year::Given(year), at + 1));
        }
        if let Some((year, end)) = self.sexagenary_year(at) {
            let given = self.four_digits(end).filter(|given| (given - year).rem_euclid(60) == 0);
            return Some(given.map_or((Year::Given(year), end), |given| (Year::Given(given), end + 1)));
        }
        let (value, digits) = self.small(at)?;
        (digits == 2 && value >= 30 && !self.goes_on(at + 1))
            .then(|| (Year::Given(two_digits(i32::from(value))), at + 1))
    }

    /// A year of four digits alone in its token.
    pub(super) fn four_digits(&self, at: usize) -> Option<i32> {
        let numeric = self.run(at)?.single()?;
        let value = i32::from(numeric.0.value);
        (numeric.0.digits == 4 && (1000..=2199).contains(&value)).then_some(value)
    }

    /// A year of the cycle of sixty, `Đinh Dậu`: the one nearest to the document.
    pub(super) fn sexagenary_year(&self, at: usize) -> Option<(i32, usize)> {
        let (stem, branch) = (sexagenary::stem(self.word(at))?, sexagenary::branch(self.word(at + 1))?);
        let near = self.four_digits(at + 2).or(self.doc.reference.map(|day| day.year)).unwrap_or(2010);
        Some((sexagenary::year(stem, branch, near)?, at + 2))
    }

    /// `hôm nay`, `hôm qua`, `hôm 22/10`, `hôm thứ Hai`.
    pub(super) fn hom(&self, at: usize) -> Option<Read> {
        let next = at + 1;
        match self.word(next) {
            w::NAY => Some(self.stated(relative(0, From::Published, next + 1))),
            w::QUA => Some(self.stated(relative(-1, From::Published, next + 1))),
            w::KIA => Some(relative(-2, From::Published, next + 1)),
            w::SAU => Some(relative(1, From::Mentioned, next + 1)),
            w::TRUOC => Some(relative(-1, From::Mentioned, next + 1)),
            w::THU | w::CHU => {
                let mut read = self.weekday(next, true)?;
                if let When::Weekday { week: None, near, .. } = &mut read.first.when {
                    *near = -1;
                }
                Some(read)
            }
            w::NGAY => self.day(next),
            w::MUNG | w::MONG => self.lunar(next),
            _ => {
                let numeric = self.run(next)?.read(Expect::Any)?;
                match numeric.first {
                    Side::Day(_) if numeric.second.is_none() && !self.may_end(numeric.end) => None,
                    Side::Day(_) | Side::DayMonth(..) | Side::DayMonthYear(..) => self.finish_numeric(&numeric, true),
                    _ => None,
                }
            }
        }
    }

    /// `hôm nay 4/11`, `ngày mai 28.7`: the day in digits right behind says which one it is.
    fn stated(&self, read: Read) -> Read {
        let (when, end) = self.explicit_after(read.end, read.first.when);
        self.with_time_after(Read { first: crate::rules::date::expr::Point::new(when), end, ..read })
    }

    /// `mùng 1 Tết`, `mồng 3 tháng 3`, `rằm tháng Giêng`.
    pub(super) fn lunar(&self, at: usize) -> Option<Read> {
        let is_full_moon = self.word(at) == w::RAM;
        if !is_full_moon
            && let Some(numeric) = self.run(at + 1).and_then(|run| run.read(Expect::Any))
            && matches!(numeric.first, Side::DayMonth(1..=10, _))
        {
            let read = self.finish_numeric(&numeric, true)?;
            let is_lunar = matches!(read.first.when, When::LunarDay { .. });
            return Some(if is_lunar { Read { rule: "date.lunar", ..read } } else { read });
        }
        let (day, end) = if is_full_moon { (15, at + 1) } else { self.count(at + 1)? };
        if !(1..=30).contains(&day) || !is_full_moon && day > 10 {
            return None;
        }
        if self.word(end) == w::TET {
            let (year, end) = self.lunar_year(end + 1);
            return Some(Read::one(When::LunarDay { year, month: 1, day }, end, "date.lunar"));
        }
        if self.word(end) == w::THANG {
            if let Some(month) = lunar_month(self.word(end + 1)) {
                let (year, end) = self.lunar_year(end + 2);
                return Some(Read::one(When::LunarDay { year, month, day }, end, "date.lunar"));
            }
            let read = self.day_of_month_in_words(day, end)?;
            return Some(if is_full_moon { as_lunar(read) } else { read });
        }
        (!is_full_moon && self.may_end(end))
            .then(|| Read::one(When::Day { year: Year::Unstated, month: None, day }, end, "date.day"))
    }

    /// The year after a lunar day or month: `năm Đinh Dậu`, `Đinh Dậu`, `2017`.
    pub(super) fn lunar_year(&self, at: usize) -> (Year, usize) {
        let mut at = at;
        if self.word(at) == w::AM && self.word(at + 1) == w::LICH {
            at += 2;
        }
        if let Some((year, end)) = self.year_after(at) {
            return (year, end);
        }
        self.sexagenary_year(at).map_or((Year::Unstated, at), |(year, end)| (Year::Given(year), end))
    }

    /// `âm lịch` after a day or a month makes it lunar.
    pub(super) fn lunar_if_said(&self, when: When, at: usize) -> (When, usize) {
        if self.word(at) != w::AM || self.word(at + 1) != w::LICH {
            return (when, at);
        }
        let (after, end) = self.lunar_year(at);
        let keep = |year| if year == Year::Unstated { after } else { year };
        match when {
            When::Day { year, month: Some(month), day } => (When::LunarDay { year: keep(year), month, day }, end),
            When::Month { year, month } => (When::LunarMonth { year: keep(year), month }, end),
            other => (other, at),
        }
    }
}

/// `Giêng` and `Chạp` name lunar months only.
pub(super) const fn lunar_month(word: crate::model::token::Word) -> Option<u8> {
    match word {
        w::GIENG => Some(1),
        w::CHAP => Some(12),
        _ => None,
    }
}

const fn relative(by: i32, from: From, end: usize) -> Read {
    Read::one(When::Relative { unit: Unit::Day, by, from }, end, "date.deictic")
}

fn as_lunar(mut read: Read) -> Read {
    if let When::Day { year, month: Some(month), day } = read.first.when {
        read.first.when = When::LunarDay { year, month, day };
        read.rule = "date.lunar";
    }
    read
}
