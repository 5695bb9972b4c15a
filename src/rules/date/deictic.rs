//! Days and weeks named from where one stands: `cùng ngày`, `tuần tới`, `Chủ nhật`, `thứ Sáu tuần trước`, `cách đây 3 năm`.

use crate::model::token::Shape;
use crate::rules::date::expr::{From, Point, Read, Unit, When};
use crate::rules::date::number::{Expect, Side};
use crate::rules::date::scan::Scan;
use crate::rules::date::words as w;

impl Scan<'_, '_> {
    /// `cùng ngày`: the day last named.
    pub(super) fn same_day(&self, at: usize) -> Option<Read> {
        (self.word(at + 1) == w::NGAY && !matches!(self.word(at + 2), w::THANG) && self.run(at + 2).is_none()).then(
            || Read::one(When::Relative { unit: Unit::Day, by: 0, from: From::Mentioned }, at + 2, "date.deictic"),
        )
    }

    /// `tuần này`, `tuần tới`, `tuần qua`.
    pub(super) fn week(&self, at: usize) -> Option<Read> {
        let by = self.week_shift(at)?;
        let before = self.before(at);
        if self.count_ends_at(at)
            || w::is_vague_before(before) && !matches!(before, w::DEN | w::TOI_UNTIL) && before != crate::w!("trong")
        {
            return None;
        }
        Some(Read::one(When::Relative { unit: Unit::Week, by, from: From::Published }, at + 2, "date.deictic"))
    }

    fn week_shift(&self, at: usize) -> Option<i32> {
        if self.word(at) != w::TUAN
            || self.word(at + 1) == w::NAY
            || self.word(at + 1) == w::TRUOC && self.word(at + 2) == w::DO
        {
            return None;
        }
        // `tuần qua` is the week that ends: where it stands, `settle` asks what day it is.
        if self.word(at + 1) == w::QUA { Some(LAST_WEEK) } else { w::shift(self.word(at + 1)) }
    }

    /// `thứ Bảy`, `Chủ nhật tuần này`, `Thứ bảy, 17/08/2024 08:35`.
    pub(super) fn weekday(&self, at: usize, bound: bool) -> Option<Read> {
        let (weekday, end) = self.weekday_name(at)?;
        // `lượt trận thứ hai ngày 22/6`: an ordinal, beside a day of its own.
        let is_ordinal =
            [crate::w!("trận"), crate::w!("lượt"), crate::w!("lần"), crate::w!("vòng")].contains(&self.before(at));
        if !is_ordinal && let Some(read) = self.date_of_weekday(end) {
            return Some(read);
        }
        if self.recurs(end) || matches!(self.word(end), w::HANG | w::HANG_EVERY) {
            return None;
        }
        if let Some(by) = self.week_shift(end) {
            return Some(Read::one(When::Weekday { weekday, week: Some(by), near: 0 }, end + 2, "date.weekday"));
        }
        let (near, after) = match (self.word(end), self.word(end + 1)) {
            (w::VUA, w::ROI | w::QUA) => (-1, end + 2),
            // `đội thứ 2 tới 9 điểm`: how far.
            (w::TOI_UNTIL, next) if next != w::THU && self.doc.shape(end + 1) != Shape::Number => (1, end + 1),
            (w::NAY_THIS, _) => (1, end + 1),
            _ => (0, end),
        };
        (near != 0 && !w::is_ordinal_before(self.before(at)) || near == 0 && self.is_lone_weekday(at, end, bound))
            .then(|| Read::one(When::Weekday { weekday, week: None, near }, after, "date.weekday"))
    }

    /// The name of a weekday: 1 (Monday) to 7.
    pub(super) fn weekday_name(&self, at: usize) -> Option<(u8, usize)> {
        let next = at + 1;
        match self.doc.word(at) {
            w::CN if self.doc.shape(at) == Shape::Upper => Some((7, next)),
            w::CHU | w::CHUA if self.word(next) == w::NHAT => Some((7, next + 1)),
            w::THU => {
                if let Some(weekday) = w::weekday(self.word(next)) {
                    return Some((weekday, next + 1));
                }
                let (value, digits) = self.small(next)?;
                (digits == 1 && (2..=7).contains(&value)).then(|| (value - 1, next + 1))
            }
            _ => None,
        }
    }

    /// The date that a weekday stands before: it settles the day.
    fn date_of_weekday(&self, at: usize) -> Option<Read> {
        let next = if self.mark(at, ",") || self.mark(at, "-") { at + 1 } else { at };
        let read = match self.word(next) {
            w::NGAY => self.day(next)?,
            w::MUNG | w::MONG => self.lunar(next)?,
            _ => {
                let numeric = self.run(next)?.read(Expect::Any)?;
                let (Side::DayMonth(..) | Side::DayMonthYear(..), None) = (numeric.first, numeric.second) else {
                    return self.day_in_words(next);
                };
                if self.counts(numeric.end) {
                    return None;
                }
                self.finish_numeric(&numeric, true)?
            }
        };
        (read.second.is_none() && matches!(read.first.when, When::Day { .. } | When::LunarDay { .. })).then_some(read)
    }

    fn day_in_words(&self, at: usize) -> Option<Read> {
        let (day, _) = self.small(at)?;
        (self.word(at + 1) == w::THANG).then(|| self.day_of_month_in_words(day, at + 1))?
    }

    /// True where a weekday's name without a date is a day and not an ordinal or a habit.
    fn is_lone_weekday(&self, at: usize, end: usize, bound: bool) -> bool {
        let before = self.before(at);
        let is_sunday = matches!(self.doc.word(at), w::CHU | w::CHUA);
        // `Chủ nhật: chợ Đông họp`: what is done each week, in a list of weekdays.
        if self.mark(end, ":") && !bound {
            return false;
        }
        if w::is_ordinal_before(before) && !is_sunday && !matches!(before, w::NGAY)
            || matches!(before, w::MOI)
            || self.count_ends_at(at)
        {
            return false;
        }
        if self.doc.word(at) == w::CN {
            return bound;
        }
        let capital = self.doc.shape(end - 1) == Shape::Title;
        let dated = self.mark(end, "(") && self.run(end + 1).is_some_and(|run| run.read(Expect::Any).is_some());
        if matches!(before, w::NGAY) {
            return is_sunday || capital;
        }
        dated || bound || w::is_weekday_before(before) || is_sunday || capital && self.doc.shape(at) != Shape::Title
    }

    /// `cách đây 3 năm`.
    pub(super) fn ago_from_here(&self, at: usize) -> Option<Read> {
        if self.word(at + 1) != w::DAY {
            return None;
        }
        let (count, unit) = self.count(at + 2)?;
        let kind = match self.word(unit) {
            w::NGAY => Unit::Day,
            w::TUAN => Unit::Week,
            w::THANG => Unit::Month,
            w::NAM => Unit::Year,
            _ => return None,
        };
        let when = When::Relative { unit: kind, by: -i32::from(count), from: From::Published };
        (self.word(unit + 1) != w::RUOI).then(|| Read {
            first: Point::new(when),
            second: None,
            end: unit + 1,
            rule: "date.ago",
        })
    }
}

/// Marks `tuần qua`, whose week depends on the weekday of publication.
pub(super) const LAST_WEEK: i32 = i32::MIN;
