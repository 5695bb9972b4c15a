//! Months, quarters, halves and parts of them: `tháng 3/2017`, `quý I`, `9 tháng đầu năm`, `đầu tháng 3`, `trung tuần tháng 5`.

use crate::model::token::Shape;
use crate::numeral::roman;
use crate::rules::date::day::lunar_month;
use crate::rules::date::digits::meaning;
use crate::rules::date::expr::{From, Point, Read, Unit, When, Year};
use crate::rules::date::number::Expect;
use crate::rules::date::scan::Scan;
use crate::rules::date::words as w;

impl Scan<'_, '_> {
    /// `tháng …`.
    pub(super) fn month(&self, at: usize) -> Option<Read> {
        if self.before(at) == w::MANG || self.before(at) == w::MOI {
            return None;
        }
        let next = at + 1;
        if let Some(by) = w::shift(self.word(next)) {
            let counted = at > 0 && self.count_ends_at(at)
                || w::is_vague_before(self.before(at)) && self.before(at) != crate::w!("trong");
            let plain = self.word(next + 1) != crate::w!("liền")
                && !(self.word(next) == w::TRUOC && self.word(next + 1) == w::DO)
                && self.word(next) != w::NAY;
            return (!counted && plain).then(|| {
                Read::one(When::Relative { unit: Unit::Month, by, from: From::Published }, next + 1, "date.deictic")
            });
        }
        if let Some(month) = lunar_month(self.word(next)) {
            let (year, end) = self.year_after(next + 1).unwrap_or((Year::Unstated, next + 1));
            return Some(Read::one(When::LunarMonth { year, month }, end, "date.lunar"));
        }
        if let Some(numeric) = self.run(next).and_then(|run| run.read(Expect::Month)) {
            if self.counts(numeric.end) && self.year_after(numeric.end).is_none() {
                return None;
            }
            let Some(second) = numeric.second else {
                let (when, end) = self.with_year(meaning(numeric.first), numeric.end);
                let (when, end) = self.lunar_if_said(when, end);
                return Some(Read::one(
                    when,
                    end,
                    if matches!(when, When::LunarMonth { .. }) { "date.lunar" } else { "date.month" },
                ));
            };
            let (second, end) = self.with_year(meaning(second), numeric.end);
            return Some(Read::range(meaning(numeric.first), second, end, "date.range"));
        }
        self.spelled_month(at, next)
    }

    /// `tháng Ba`, `tháng mười năm 2017`. `tháng năm` is May only with a capital or a year behind it.
    fn spelled_month(&self, at: usize, next: usize) -> Option<Read> {
        let (month, end) = self.count(next)?;
        if self.doc.shape(next) == Shape::Number || !(1..=12).contains(&month) || at > 0 && self.count_ends_at(at) {
            return None;
        }
        let (when, after) = self.with_year(When::Month { year: Year::Unstated, month }, end);
        let capital = self.doc.shape(next) == Shape::Title;
        let with_year = after != end;
        let lone = !capital && !with_year;
        if lone && (self.word(next) == w::NAM || self.counts(end) || !self.may_end(end)) {
            return None;
        }
        Some(Read::one(when, after, "date.month"))
    }

    /// True where the word before `at` counts it: `2 tháng`, `nhiều tháng`.
    pub(super) fn count_ends_at(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        !self.doc.gap(at).is_break()
            && (self.doc.shape(before) == Shape::Number
                || matches!(self.doc.word(before), w::NUA | w::RUOI)
                || crate::numeral::spelled(|ahead| if ahead == 0 { self.doc.word(before) } else { Default::default() })
                    .is_some())
    }

    /// `6 tháng đầu năm 2025`, `9 tháng năm 2017`, `06 tháng cuối năm`, with `count` months read before `unit`.
    pub(super) fn months_of_year(&self, at: usize, count: u8, unit: usize) -> Option<Read> {
        if !(1..=12).contains(&count) {
            return None;
        }
        let next = unit + 1;
        let is_last = self.word(next) == w::CUOI;
        if is_last || self.word(next) == w::DAU {
            let (year, end) = self.year_of_part(next + 1)?;
            return Some(Read::one(part_of_year(count, is_last, year), end, "date.half"));
        }
        if let Some((year, end)) = self.year_after(next)
            && matches!(self.word(next), w::NAM | w::CUA)
            && matches!(year, Year::Given(_) | Year::Shift(0 | -1))
            && self.word(end - 1) != w::TRUOC
            && count > 1
        {
            return Some(Read::one(part_of_year(count, false, year), end, "date.half"));
        }
        let leading_zero = self.small(at).is_some_and(|(value, digits)| digits == 2 && value < 10)
            && self.run(next).is_none()
            && self.count(next).is_none();
        (leading_zero
            && self.word(next) != w::TRUOC
            && !w::is_vague_before(self.before(at))
            && self.before(at) != w::SAU)
            .then(|| Read::one(When::SameMonths { count }, next, "date.half"))
    }

    /// The year after `đầu`, `cuối`: `năm`, `năm 2025`, `của năm nay`; not `năm học`.
    pub(super) fn year_of_part(&self, at: usize) -> Option<(Year, usize)> {
        if let Some(found) = self.year_after(at) {
            return Some(found);
        }
        let at = if self.word(at) == w::CUA { at + 1 } else { at };
        (self.word(at) == w::NAM && self.word(at + 1) != w::HOC).then_some((Year::Unstated, at + 1))
    }

    /// `10 ngày đầu tháng 3`, `20 ngày đầu năm 2025`.
    pub(super) fn days_of_month(&self, count: u8, unit: usize) -> Option<Read> {
        let next = unit + 1;
        if self.word(next) != w::DAU || !(2..=30).contains(&count) {
            return None;
        }
        let read = if self.word(next + 1) == w::THANG { self.month(next + 1)? } else { return None };
        let (year, month) = match read.first.when {
            When::Month { year, month } => (year, month),
            _ => return None,
        };
        Some(Read::one(When::Days { year, month, first: 1, last: count }, read.end, "date.range"))
    }

    /// `hai quý đầu năm`.
    pub(super) fn quarters_of_year(&self, count: u8, unit: usize) -> Option<Read> {
        if self.word(unit + 1) != w::DAU || !(2..=3).contains(&count) {
            return None;
        }
        let (year, end) = self.year_of_part(unit + 2)?;
        Some(Read::range(
            When::Quarter { year, quarter: 1 },
            When::Quarter { year, quarter: count },
            end,
            "date.quarter",
        ))
    }

    /// `quý I/2017`, `quý 4 năm 2016`, `quý này`.
    pub(super) fn quarter(&self, at: usize) -> Option<Read> {
        let next = at + 1;
        if let Some(by) = w::shift(self.word(next))
            .filter(|_| !self.count_ends_at(at) && !w::is_vague_before(self.before(at)) && self.word(next) != w::NAY)
        {
            return Some(Read::one(
                When::Relative { unit: Unit::Quarter, by, from: From::Published },
                next + 1,
                "date.deictic",
            ));
        }
        let (quarter, year, end) = self.quarter_number(next)?;
        let (year, end) = match year {
            Some(year) => (Year::Given(year), end),
            None => self.year_after(end).unwrap_or((Year::Unstated, end)),
        };
        let first = When::Quarter { year, quarter };
        if let Some((second, end)) = self.quarter_range(end, quarter) {
            return Some(Read::range(When::Quarter { year: Year::Unstated, quarter }, second, end, "date.quarter"));
        }
        Some(Read::one(first, end, "date.quarter"))
    }

    /// `I-III/2025` after `quý`.
    fn quarter_range(&self, at: usize, first: u8) -> Option<(When, usize)> {
        if !(self.mark(at, "-") || self.mark(at, "–")) {
            return None;
        }
        let (quarter, year, end) = self.quarter_number(at + 1)?;
        let (year, end) =
            year.map_or_else(|| self.year_after(end).unwrap_or((Year::Unstated, end)), |year| (Year::Given(year), end));
        (quarter > first).then_some((When::Quarter { year, quarter }, end))
    }

    /// `I`, `4`, `ba`, `1/2017`, `I-2017`: the quarter, the year in the same token, and where it ends.
    fn quarter_number(&self, at: usize) -> Option<(u8, Option<i32>, usize)> {
        if self.doc.gap(at).is_break() {
            return None;
        }
        let text = self.doc.token_text(at);
        let head = text.split(['-', '/']).next().unwrap_or_default();
        let quarter = roman(head).or_else(|| if head.len() == 1 { head.parse().ok() } else { None });
        if let Some(quarter) = quarter.and_then(|quarter| u8::try_from(quarter).ok()) {
            let year = text
                .get(head.len() + 1..)
                .and_then(|year| year.parse().ok())
                .filter(|year| (1900..=2100).contains(year));
            let is_plain = text.len() == head.len() || year.is_some();
            // `quý I năm nay`: the year follows, nothing is counted.
            let counts = self.counts(at + 1) && self.word(at + 1) != w::NAM;
            return ((1..=4).contains(&quarter) && is_plain && !counts).then_some((quarter, year, at + 1));
        }
        let (value, end) = self.count(at)?;
        ((1..=4).contains(&value)
            && self.doc.shape(at) != Shape::Number
            && (self.may_end(end) || self.word(end) == w::NAM))
            .then_some((value, None, end))
    }

    /// `đầu tháng 3`, `giữa năm 2017`, `cuối thế kỷ XIX`, `nửa đầu năm`, `cuối tuần này`, `đầu giờ chiều`.
    pub(super) fn edge(&self, at: usize) -> Option<Read> {
        if let Some((_, _, _)) = self.day_part_name(at) {
            return self.part_of_day(at);
        }
        let is_half = self.doc.word(at) == w::NUA;
        let mut next = at + 1;
        if is_half {
            if !matches!(self.word(next), w::DAU | w::CUOI | w::SAU) {
                return None;
            }
            next += 1;
        }
        if self.word(next) == w::GIO {
            return None;
        }
        if is_half && let Some(read) = self.half(next) {
            return Some(read);
        }
        let read = match self.word(next) {
            w::THANG => self.month(next)?,
            w::NAM => self.year(next)?,
            w::QUY | w::QUY_I => self.quarter(next)?,
            w::TUAN => self.week(next)?,
            w::THE => self.century(next)?,
            w::THAP => self.decade(next)?,
            w::NHUNG => self.years_of_decade(next)?,
            _ if self.four_digits(next).is_some_and(|year| (1900..=2100).contains(&year)) && !self.counts(next + 1) => {
                self.years(next)?
            }
            w::MUA | w::GIAI | w::NHIEM => self.period(next)?,
            _ => return None,
        };
        (read.second.is_none() || read.rule == "date.period").then_some(read)
    }

    /// `nửa đầu năm 2025`, `nửa cuối tháng 3`, where `next` stands after `nửa đầu`.
    fn half(&self, next: usize) -> Option<Read> {
        let is_first = self.word(next - 1) == w::DAU;
        match self.word(next) {
            w::NAM => {
                let (year, end) = self.year_of_part(next)?;
                Some(Read::one(When::Half { year, half: if is_first { 1 } else { 2 } }, end, "date.half"))
            }
            w::THANG => {
                let read = self.month(next)?;
                let When::Month { year, month } = read.first.when else { return None };
                let (first, last) = if is_first { (1, 15) } else { (16, 31) };
                Some(Read::one(When::Days { year, month, first, last }, read.end, "date.range"))
            }
            _ => None,
        }
    }

    /// `thượng tuần`, `trung tuần`, `hạ tuần tháng 3`: ten days of a month.
    pub(super) fn third_of_month(&self, at: usize) -> Option<Read> {
        if self.word(at + 1) != w::TUAN || self.word(at + 2) != w::THANG {
            return None;
        }
        let read = self.month(at + 2)?;
        let When::Month { year, month } = read.first.when else { return None };
        let (first, last) = match self.doc.word(at) {
            w::THUONG => (1, 10),
            w::TRUNG => (11, 20),
            _ => (21, 31),
        };
        Some(Read { first: Point::new(When::Days { year, month, first, last }), rule: "date.range", ..read })
    }

    /// `T3/2017`, and years of the cycle beside their number: `Xuân Ất Tỵ 2025`.
    pub(super) fn in_letters(&self, at: usize) -> Option<Read> {
        if self.doc.shape(at) == Shape::Code {
            let rest = self.doc.token_text(at).strip_prefix('T')?;
            let (month, year) = rest.split_once('/')?;
            let (month, year) = (month.parse().ok()?, year.parse().ok()?);
            return ((1..=12).contains(&month) && (1900..=2100).contains(&year))
                .then(|| Read::one(When::Month { year: Year::Given(year), month }, at + 1, "date.month"));
        }
        if self.doc.shape(at) != Shape::Title || self.doc.shape(at + 1) != Shape::Title {
            return None;
        }
        let (year, end) = self.sexagenary_year(at)?;
        let given = self.four_digits(end).filter(|given| (given - year).rem_euclid(60) == 0)?;
        Some(Read::one(When::Year(Year::Given(given)), end + 1, "date.year"))
    }
}

/// The first or last `count` months of a year; six are a half.
const fn part_of_year(count: u8, is_last: bool, year: Year) -> When {
    match (count, is_last) {
        (6, false) => When::Half { year, half: 1 },
        (6, true) => When::Half { year, half: 2 },
        (_, true) => When::Months { year, first: 13 - count, last: 12 },
        (_, false) => When::Months { year, first: 1, last: count },
    }
}
