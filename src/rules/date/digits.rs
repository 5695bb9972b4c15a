//! Dates that open with digits: `4-3`, `3/2017`, `2011-2016`, `9 giờ`, `6 tháng đầu năm`, and the bare year.

use crate::gazetteer::annotated::Lookup;
use crate::gazetteer::kind::EntryKind;
use crate::model::token::{Classes, Gap, Shape};
use crate::rules::date::expr::{From, Point, Read, Unit, When, Year};
use crate::rules::date::number::{Expect, Numeric, Side};
use crate::rules::date::scan::Scan;
use crate::rules::date::words as w;

impl Scan<'_, '_> {
    /// A date whose first token is a number.
    pub(super) fn in_digits(&self, at: usize, bound: bool) -> Option<Read> {
        if let Some(read) = self.clock_date(at, bound) {
            return Some(read);
        }
        if let Some(read) = self.counted(at) {
            return Some(read);
        }
        if let Some((day, _)) = self.small(at)
            && self.word(at + 1) == w::THANG
        {
            // `đường 30 tháng 4` is a street.
            return if w::is_no_date_before(self.before(at)) { None } else { self.day_of_month_in_words(day, at + 1) };
        }
        if let Some((day @ 28..=30, _)) = self.small(at)
            && self.word(at + 1) == w::TET
        {
            // `29 Tết Ất Tỵ` is of the year before.
            let (year, end) = self.lunar_year(at + 2);
            let year = if let Year::Given(year) = year { Year::Given(year - 1) } else { year };
            return Some(Read::one(When::LunarDay { year, month: 12, day }, end, "date.lunar"));
        }
        if self.before(at) == crate::w!("khánh")
            && let Some((day, _)) = self.small(at)
            && let Some(read) = self.parted_by_space(at, day)
        {
            return Some(read);
        }
        let numeric = self.run(at)?.read(Expect::Any)?;
        if !(bound || self.is_plain_date(at, &numeric)) {
            return None;
        }
        Some(self.with_lost_dash(self.finish_numeric(&numeric, bound)?))
    }

    /// What numbers mean, with the year, the time or `âm lịch` that may follow.
    pub(super) fn finish_numeric(&self, numeric: &Numeric, bound: bool) -> Option<Read> {
        let end = numeric.end;
        let rule = if numeric.second.is_some() { "date.range" } else { rule_of(numeric.first) };
        let (first, second) = (meaning(numeric.first), numeric.second.map(meaning));
        let (first, second, end) = match (first, second) {
            (When::Day { day, .. }, None) if self.word(end) == w::THANG => {
                return self.day_of_month_in_words(day, end);
            }
            (first @ When::Day { year: Year::Unstated, month: Some(_), .. }, None) => {
                let (first, end) = self.with_year(first, end);
                (first, None, end)
            }
            (first, Some(second @ When::Day { year: Year::Unstated, .. })) => {
                let (second, end) = self.with_year(second, end);
                (first, Some(second), end)
            }
            (first, second) => (first, second, end),
        };
        if !bound && matches!(numeric.first, Side::Day(_)) && second.is_none() {
            return None;
        }
        let (first, end) = if second.is_none() { self.lunar_if_said(first, end) } else { (first, end) };
        let read = Read { first: Point::new(first), second: second.map(Point::new), end, rule };
        Some(if numeric.second.is_none() { self.with_time_after(read) } else { read })
    }

    /// True where numbers without a word of time before them are a date all the same.
    fn is_plain_date(&self, at: usize, numeric: &Numeric) -> bool {
        let (before, end) = (self.before(at), numeric.end);
        let numbered = w::is_document_before(before) || self.is_listed_number(at);
        match (numeric.first, numeric.second) {
            (Side::DayMonthYear(..), _) => {
                before != crate::w!("số") && (numeric.digits != 1 || numeric.mark != b'.' || !numbered)
            }
            (Side::MonthYear(..), _) => !numbered && self.is_month_slash_year(at, numeric),
            (Side::Year(from), Some(Side::Year(to))) => {
                to - from <= 100 && from >= 1000 && !numbered && !self.counts(end)
            }
            (Side::Year(year), None) => self.is_bare_year(at, year, end),
            (Side::DayMonth(..), Some(_)) if numeric.mark != b'-' => {
                !self.is_measured(at, end) && (numeric.mark == b'/' || self.follows_date(at))
            }
            (Side::DayMonth(..), _) => self.is_bare_day(at, numeric),
            (Side::Day(_), Some(_)) => {
                numeric.digits <= 2
                    && self.doc.token_text(end - 1).contains('/')
                    && !self.is_measured(at, end)
                    && self.may_end(end)
            }
            _ => false,
        }
    }

    fn is_month_slash_year(&self, at: usize, numeric: &Numeric) -> bool {
        match numeric.mark {
            // `tỷ lệ 1/2000` is a scale.
            b'/' if self.before(at) == crate::w!("lệ") => false,
            b'/' => self.may_end(numeric.end) || self.mark_before(at, "("),
            b'-' => self.mark_before(at, "(") && self.mark(numeric.end, ")") || self.follows_date(at),
            _ => false,
        }
    }

    /// True in `Điều 4, 5/6`: a number listed after others that are no dates.
    fn is_listed_number(&self, at: usize) -> bool {
        at >= 2 && self.mark_before(at, ",") && self.doc.shape(at - 2) == Shape::Code
    }

    fn is_measured(&self, at: usize, end: usize) -> bool {
        w::is_no_date_before(self.before(at)) || self.counts(end)
    }

    /// `4/3` without `ngày`: the word before calls for a day, or it cannot be a share of something.
    fn is_bare_day(&self, at: usize, numeric: &Numeric) -> bool {
        let end = numeric.end;
        let Side::DayMonth(day, month) = numeric.first else { return false };
        if self.counts(end) && self.year_after(end).is_none()
            || self.doc.gap(end) == Gap::None && self.doc.shape(end).is_word()
        {
            return false;
        }
        if self.follows_date(at) {
            // `2-4 trước Bỉ, …`: a list of scores.
            let is_score = numeric.mark == b'-' && day < 10 && month < 10 && self.word(end) == w::TRUOC;
            return !is_score && !w::is_no_date_before(self.before(at));
        }
        // `Ngày Chiến thắng 30-4` is a feast; any other victory has a score.
        let is_score = w::is_score_before(self.before(at)) && !matches!((day, month), (30, 4) | (7, 5));
        if is_feast(day, month) && self.names_feast(at) && !is_score {
            return true;
        }
        if self.word(end) == w::AM && self.word(end + 1) == w::LICH {
            return true;
        }
        let before = self.before(at);
        if numeric.mark == b'-' && day > 12 && w::is_day_before(before) {
            return self.may_end(end);
        }
        // `ngày Thần Tài (7-2)`, where a score stands behind no day.
        let names_day = (at.saturating_sub(5)..at).any(|index| self.doc.word(index) == w::NGAY);
        if numeric.mark == b'-' && self.mark_before(at, "(") && self.mark(end, ")") && names_day {
            return true;
        }
        if numeric.mark != b'/' || w::is_no_date_before(before) || (day, month) == (24, 7) {
            return false;
        }
        let is_share = day <= month && day <= 9;
        let is_called =
            w::is_date_before(before) && (!is_share || self.may_end(end) || before != w::TU && before != w::DEN);
        is_called || !is_share && self.may_end(end) || self.mark_before(at, "(") && self.mark(end, ")")
    }

    /// True where the words before name a feast: `Quốc khánh 2-9`, `dịp lễ 30-4`, `Ngày Quốc tế Phụ nữ 8-3`.
    fn names_feast(&self, at: usize) -> bool {
        let first = at.saturating_sub(9);
        (first..at).rev().take_while(|&index| !self.doc.gap(index + 1).is_break()).any(|index| {
            let word = self.doc.word(index);
            [
                crate::w!("lễ"),
                crate::w!("dịp"),
                crate::w!("khánh"),
                crate::w!("mừng"),
                crate::w!("niệm"),
                w::NGAY,
                crate::w!("nghỉ"),
            ]
            .contains(&word)
        })
    }

    /// `2025` alone: after the number of a document, or a name (`Festival Huế 2026`), where nothing is counted.
    fn is_bare_year(&self, at: usize, year: i32, end: usize) -> bool {
        if !(1900..=2100).contains(&year) {
            return false;
        }
        if at == 0 || self.doc.gap(at).is_break() {
            // `2023 là năm thứ ba …`
            return self.word(end) == w::LA && self.word(end + 1) == w::NAM;
        }
        if self.counts(end) {
            return false;
        }
        // `lớp 10 Bắc Ninh 2025 2026`: a dash lost to a headline.
        let end = if self.four_digits(end) == Some(year + 1) { end + 1 } else { end };
        if self.follows_date(at) && self.last_end + 1 == at && !self.mark_before(at, "(") && !self.mark_before(at, "-")
        {
            return self.may_end(end);
        }
        let before = self.before(at);
        let recent = (2010..=2035).contains(&year);
        let open = match self.doc.shape(at - 1) {
            Shape::Code | Shape::Title | Shape::Upper | Shape::Mixed => self.may_hold_year(at),
            Shape::Lower if w::is_year_before(before) => recent || self.may_end(end),
            Shape::Lower => recent && self.may_end(end) && !w::is_no_date_before(before) && !self.is_of_law(at),
            _ => self.mark_before(at, "(") && (self.mark(end, ")") || self.years_close(end)),
        };
        open && !self.doc.token_text(end).starts_with(['%', '/', '+'])
    }

    /// True where the capitalised word before a bare year may be what happened then: Vietnamese or an abbreviation (`Tây
    /// Nguyên 2017`, `ASEAN 2024`), a foreign place (`London 2012`), or the name of an event (`World Cup 2026`). A foreign
    /// word otherwise names a product, whose year is its model's (`Honda City 2025`).
    fn may_hold_year(&self, at: usize) -> bool {
        let token = &self.doc.tokens[at - 1];
        let is_name = |index: usize| self.doc.shape(index).is_capital() && !self.doc.gap(index + 1).is_break();
        let is_place = |first| {
            let is_place = |lookup: &Lookup| lookup.extent.end() == at && matches!(lookup.kind, EntryKind::Place(_));
            self.doc.lookups_at(first).iter().any(is_place)
        };
        token.shape != Shape::Title
            || token.is(Classes::SYLLABLE)
            || (at.saturating_sub(4)..at)
                .rev()
                .take_while(|&index| is_name(index))
                .any(|index| w::is_event(self.doc.word(index)) || is_place(index))
    }

    /// True in `(2004 và 2016)` at `và`: more years, up to the bracket's end.
    fn years_close(&self, mut at: usize) -> bool {
        let first = at;
        while (self.mark(at, ",") || self.word(at) == w::VA) && self.four_digits(at + 1).is_some() {
            at += 2;
        }
        at > first && self.mark(at, ")")
    }

    /// True where a law is named shortly before: `Luật Đất đai 2013` holds its year.
    fn is_of_law(&self, at: usize) -> bool {
        let line = (at.saturating_sub(9)..at)
            .rev()
            .take_while(|&index| !self.doc.gap(index + 1).is_break() && self.doc.shape(index) != Shape::Number);
        line.into_iter().any(|index| {
            let word = self.doc.word(index);
            [crate::w!("luật"), crate::w!("lệnh"), crate::w!("pháp"), crate::w!("ước"), crate::w!("tcvn")]
                .contains(&word)
        })
    }

    /// `6 tháng đầu năm`, `3 năm 2023 - 2025`, `5 tháng trước`, `hai ngày 4-5/3`: a number of units that makes a date.
    pub(super) fn counted(&self, at: usize) -> Option<Read> {
        let (count, unit) = self.count(at)?;
        let read = match self.word(unit) {
            w::THANG => self.months_of_year(at, count, unit),
            w::NAM => self.range_after_count(unit, Expect::Year),
            w::NGAY => self.days_of_month(count, unit).or_else(|| self.range_after_count(unit, Expect::Any)),
            w::QUY | w::QUY_I => self.quarters_of_year(count, unit),
            w::TUAN => None,
            _ => return None,
        };
        read.or_else(|| self.ago(at, count, unit))
    }

    /// `3 năm 2023 - 2025`, `hai ngày 4-5/3`: what follows the unit is a range.
    fn range_after_count(&self, unit: usize, expect: Expect) -> Option<Read> {
        let numeric = self.run(unit + 1)?.read(expect)?;
        numeric.second?;
        self.finish_numeric(&numeric, true)
    }

    /// `39 năm về trước`, `5 tháng trước`, `một ngày trước`: so many units before publication, or the day last named.
    pub(super) fn ago(&self, at: usize, count: u8, unit: usize) -> Option<Read> {
        let kind = match self.word(unit) {
            w::NGAY => Unit::Day,
            w::TUAN => Unit::Week,
            w::THANG => Unit::Month,
            w::NAM => Unit::Year,
            _ => return None,
        };
        let mut end = if self.word(unit + 1) == w::VE { unit + 2 } else { unit + 1 };
        if self.word(end) != w::TRUOC || w::is_vague_before(self.before(at)) || count == 0 {
            return None;
        }
        end += 1;
        // `2 ngày trước Tết` counts from the feast.
        let feast = [crate::w!("tết"), crate::w!("giáng"), crate::w!("noel")].contains(&self.word(end));
        if feast && self.goes_on(end) {
            return None;
        }
        let mut from = if kind == Unit::Day { From::Mentioned } else { From::Published };
        if self.word(end) == w::DO {
            (end, from) = (end + 1, From::Mentioned);
        } else if self.goes_on(end)
            && self.doc.shape(end) == Shape::Lower
            && !matches!(self.word(end), w::LA | w::TUC)
            && !(w::is_after_date(self.word(end))
                && !matches!(self.word(end), w::TOI_UNTIL)
                && self.word(end) != crate::w!("khi"))
        {
            return None;
        }
        Some(Read::one(When::Relative { unit: kind, by: -i32::from(count), from }, end, "date.ago"))
    }
}

/// What a side of a run says.
pub(super) const fn meaning(side: Side) -> When {
    match side {
        Side::Day(day) => When::Day { year: Year::Unstated, month: None, day },
        Side::DayMonth(day, month) => When::Day { year: Year::Unstated, month: Some(month), day },
        Side::DayMonthYear(day, month, year) => When::Day { year: Year::Given(year), month: Some(month), day },
        Side::MonthYear(month, year) => When::Month { year: Year::Given(year), month },
        Side::Month(month) => When::Month { year: Year::Unstated, month },
        Side::Year(year) => When::Year(Year::Given(year)),
    }
}

const fn rule_of(side: Side) -> &'static str {
    match side {
        Side::Day(_) => "date.day",
        Side::DayMonth(..) => "date.day-month",
        Side::DayMonthYear(..) => "date.full",
        Side::MonthYear(..) | Side::Month(_) => "date.month",
        Side::Year(_) => "date.year",
    }
}

/// Days that feasts are known by (`time_holidays`): those written without a word of time before them.
const fn is_feast(day: u8, month: u8) -> bool {
    matches!(
        (day, month),
        (1, 1)
            | (3, 2)
            | (14, 2)
            | (27, 2)
            | (8, 3)
            | (26, 3)
            | (21, 4)
            | (30, 4)
            | (1, 5)
            | (7, 5)
            | (19, 5)
            | (1, 6)
            | (5, 6)
            | (21, 6)
            | (28, 6)
            | (27, 7)
            | (28, 7)
            | (19, 8)
            | (2, 9)
            | (5, 9)
            | (23, 9)
            | (1, 10)
            | (10, 10)
            | (13, 10)
            | (14, 10)
            | (20, 10)
            | (9, 11)
            | (18, 11)
            | (20, 11)
            | (1, 12)
            | (19, 12)
            | (22, 12)
            | (24, 12)
            | (25, 12)
    )
}
