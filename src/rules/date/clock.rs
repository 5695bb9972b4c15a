//! Times of day and what day they are of: `9 giờ ngày 4-3`, `22:22, Thứ Bảy, 04/03/2017`, `8h30`, `sáng 4-3`, `tối cùng ngày`.

use crate::model::token::{Gap, Shape};
use crate::rules::date::expr::{DayPart, From, Point, Read, Time, Unit, When, Year};
use crate::rules::date::number::{Expect, Side};
use crate::rules::date::scan::Scan;
use crate::rules::date::words as w;

/// A time of day, where it ends, and whether it is surely one: `8h30` is, `9 giờ` may be a duration.
struct Clock {
    time: Time,
    end: usize,
    sure: bool,
}

impl Scan<'_, '_> {
    /// A date that opens with a time of the clock.
    pub(super) fn clock_date(&self, at: usize, bound: bool) -> Option<Read> {
        let mut clock = self.clock(at)?;
        let named = self.day_part_of_clock(&mut clock);
        if let Some((when, end)) = self.day_of_clock(clock.end, named) {
            return Some(Read {
                first: Point::at(when, clock.time),
                second: None,
                end: self.zone(end),
                rule: "date.clock",
            });
        }
        let before = self.before(at);
        let told = bound || w::is_clock_before(before) || self.follows_date(at) && self.last_end != at;
        let lone = clock.sure
            && !self.doc.token_text(at).contains(':')
            && !w::is_vague_before(before)
            && !self.recurs(clock.end);
        let is_length = before == w::SAU || matches!(self.word(clock.end), w::QUA | w::TOI_UNTIL | w::TRUOC | w::DONG);
        if self.recurs(clock.end) || is_length && !named && !clock.sure {
            return (bound && self.recurs(clock.end)).then(|| Read {
                first: Point::at(When::Unstated, clock.time),
                second: None,
                end: clock.end,
                rule: "date.clock",
            });
        }
        (named || told && (clock.sure || named || before != w::TRUOC && before != w::DEN || bound) || lone).then(|| {
            Read { first: Point::at(When::Unstated, clock.time), second: None, end: clock.end, rule: "date.clock" }
        })
    }

    /// The time at `at`: `22:22`, `8h30`, `17h`, `9 giờ 30`, `3 giờ rưỡi`.
    fn clock(&self, at: usize) -> Option<Clock> {
        if self.doc.shape(at) != Shape::Number {
            return None;
        }
        let text = self.doc.token_text(at);
        if let Some((hour, minute, sure)) = clock_token(text) {
            let mut end = at + 1;
            if sure
                && (self.mark(end, "'")
                    || self.mark(end, "’")
                    || self.word(end) == crate::w!("p")
                    || self.word(end) == w::PHUT)
            {
                end += 1;
            }
            return Some(Clock { time: Time::Clock(hour, minute), end, sure });
        }
        let (hour, _) = self.small(at)?;
        if hour > 24 || !matches!(self.word(at + 1), w::GIO | w::H | w::G) {
            return None;
        }
        let mut end = at + 2;
        let (mut minute, mut hour) = (0, hour);
        let mut sure = false;
        if let Some((value, digits)) = self.small(end).filter(|&(value, _)| value < 60)
            && (digits == 2 || self.word(end + 1) == w::PHUT)
            && (self.word(end + 1) == w::PHUT || !self.counts(end + 1) && !matches!(self.word(end + 1), w::THANG))
        {
            minute = value;
            sure = true;
            end += if self.word(end + 1) == w::PHUT || self.mark(end + 1, "'") || self.mark(end + 1, "’") {
                2
            } else {
                1
            };
        } else if self.word(end) == w::RUOI {
            (minute, end) = (30, end + 1);
            sure = true;
        } else if self.word(end) == w::KEM
            && let Some((less, after)) = self.count(end + 1).filter(|&(less, _)| (1..60).contains(&less) && hour > 0)
        {
            (hour, minute, end) = (hour - 1, 60 - less, if self.word(after) == w::PHUT { after + 1 } else { after });
            sure = true;
        }
        sure |= self.word(end) == w::GMT || self.mark(end, "(") && self.word(end + 1) == w::GIO;
        Some(Clock { time: Time::Clock(hour, minute), end, sure })
    }

    /// `9 giờ sáng`, `3 giờ chiều`: takes the part of the day into the clock; false where none is named.
    fn day_part_of_clock(&self, clock: &mut Clock) -> bool {
        let Some(part) = w::day_part(self.word(clock.end)) else { return false };
        let next = clock.end + 1;
        if self.goes_on(next) && self.doc.shape(next) == Shape::Lower && !self.opens_day(next) && !self.may_end(next) {
            return false;
        }
        if let Time::Clock(hour, minute) = clock.time {
            let later = match part {
                DayPart::Morning => false,
                DayPart::Noon => hour < 4,
                DayPart::Afternoon | DayPart::Evening => hour < 12,
                DayPart::Night => (6..12).contains(&hour),
            };
            clock.time = Time::Clock(if later { hour + 12 } else { hour }, minute);
        }
        clock.end = next;
        true
    }

    /// True for the words that open the day of a time: `ngày`, `nay`, `mai`, `thứ`, …
    fn opens_day(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            w::NGAY | w::NAY | w::QUA | w::MAI | w::HOM | w::THU | w::CHU | w::CUNG | w::MUNG | w::MONG | w::RAM
        )
    }

    /// The day that follows a time, `named` saying whether a part of the day stood between them.
    fn day_of_clock(&self, at: usize, named: bool) -> Option<(When, usize)> {
        let relative = |by| When::Relative { unit: Unit::Day, by, from: From::Published };
        if named {
            match self.word(at) {
                w::NAY => return Some(self.explicit_after(at + 1, relative(0))),
                w::QUA => return Some(self.explicit_after(at + 1, relative(-1))),
                w::MAI => return Some(self.explicit_after(at + 1, relative(1))),
                _ => {}
            }
        }
        let mut at = if self.mark(at, ",") || self.mark(at, "|") || self.mark(at, "-") { at + 1 } else { at };
        let apart = self.doc.token_text(at.saturating_sub(1)).len() == 1
            && self.doc.shape(at.saturating_sub(1)) == Shape::Punct;
        if self.mark(at, "(") && self.word(at + 1) == w::GMT && self.mark(at + 4, ")") {
            at += 5;
        }
        // `2h rạng sáng 31/7`
        if (w::day_part(self.word(at)).is_some() || self.word(at) == w::RANG) && !named && !apart {
            let read = self.part_of_day(at)?;
            return (!read.first.is_time_only() && read.second.is_none()).then_some((read.first.when, read.end));
        }
        let read = match self.word(at) {
            w::THU | w::CHU | w::CN => self.weekday(at, !apart)?,
            w::NGAY => self.day(at)?,
            w::HOM => self.hom(at)?,
            w::MUNG | w::MONG => self.lunar(at)?,
            w::CUNG => self.same_day(at)?,
            _ => {
                let numeric = self.run(at)?.read(Expect::Any)?;
                match numeric.first {
                    Side::DayMonthYear(..) => {}
                    Side::DayMonth(..) if !apart && !self.counts(numeric.end) => {}
                    _ => return None,
                }
                self.finish_numeric(&numeric, true)?
            }
        };
        let is_day = matches!(
            read.first.when,
            When::Day { .. } | When::Relative { unit: Unit::Day, .. } | When::Weekday { .. } | When::LunarDay { .. }
        );
        // `lúc 9 giờ, ngày 4-3`: a comma parts a time from its day only in a date line.
        (is_day && read.second.is_none() && read.first.time.is_none()).then_some((read.first.when, read.end))
    }

    /// After a full date or a weekday: the clock or the part of the day that belongs to it, as in date lines.
    pub(super) fn with_time_after(&self, read: Read) -> Read {
        let end = read.end;
        let full = matches!(read.first.when, When::Day { year: Year::Given(_), .. });
        if read.first.time.is_some() || !full {
            return read;
        }
        let comma = self.mark(end, ",") || self.mark(end, "-") || self.mark(end, "–");
        let next = if comma { end + 1 } else { end };
        if comma
            && self.word(next) == w::BUOI
            && let Some(part) = w::day_part(self.word(next + 1))
        {
            return Read { first: Point::at(read.first.when, Time::Part(part)), end: next + 2, ..read };
        }
        match self.clock(next) {
            Some(clock)
                if !self.doc.gap(next).is_break() && clock.sure && self.doc.shape(clock.end) != Shape::Number =>
            {
                Read {
                    first: Point::at(read.first.when, clock.time),
                    end: self.zone(clock.end),
                    rule: "date.clock",
                    ..read
                }
            }
            _ => read,
        }
    }

    /// Past `GMT+7`, where it stands without brackets.
    fn zone(&self, at: usize) -> usize {
        if self.word(at) != w::GMT {
            return at;
        }
        if self.mark(at + 1, "+") && self.small(at + 2).is_some() { at + 3 } else { at + 1 }
    }

    /// `sáng 4-3`, `tối qua`, `chiều cùng ngày`, `buổi sáng`, `đầu giờ chiều`.
    pub(super) fn part_of_day(&self, at: usize) -> Option<Read> {
        let (time, end, whole) = self.day_part_name(at)?;
        if let Some((when, end)) = self.day_of_part(end) {
            return Some(Read { first: Point::at(when, time), second: None, end, rule: "date.day-part" });
        }
        let before = self.before(at);
        let counted =
            w::is_vague_before(before) && !matches!(before, w::DEN | w::TOI_UNTIL) && before != crate::w!("trong")
                || self.small(at.saturating_sub(1)).is_some() && at > 0
                || matches!(before, w::MOI | w::ONE);
        let opens = self.doc.gap(at).is_break()
            || self.doc.shape(at) == Shape::Title
            || self.doc.shape(at.saturating_sub(1)) == Shape::Punct;
        let whole =
            whole && (opens || matches!(before, w::VA) || before == crate::w!("trong")) && self.word(end) != w::NGAY;
        let alone = whole
            || matches!(time, Time::Parts(..))
            || before == w::VE && self.doc.shape(at) == Shape::Lower && self.may_end(end);
        (alone && !counted && !self.recurs(end) && (self.may_end(end) || whole)).then(|| Read {
            first: Point::at(When::Unstated, time),
            second: None,
            end,
            rule: "date.day-part",
        })
    }

    /// The words of a part of the day: what it is, where they end, and whether they are that and nothing else.
    pub(super) fn day_part_name(&self, at: usize) -> Option<(Time, usize, bool)> {
        let next = self.word(at + 1);
        let (time, end, whole) = match self.doc.word(at) {
            w::BUOI => (Time::Part(w::day_part(next)?), at + 2, true),
            w::RANG if next == w::SANG => (Time::Part(DayPart::Morning), at + 2, true),
            w::DAU | w::CUOI if next == w::GIO => (Time::Part(w::day_part(self.word(at + 2))?), at + 3, true),
            w::NUA if next == w::DEM => (Time::Part(DayPart::Night), at + 2, false),
            w::CHIEU if next == w::TOI => (Time::Parts(DayPart::Afternoon, DayPart::Evening), at + 2, false),
            w::SANG | w::TOI | w::CHIEU | w::DEM if matches!(next, w::SOM | w::MUON | w::KHUYA) => {
                (Time::Part(w::day_part(self.doc.word(at))?), at + 2, false)
            }
            word => (Time::Part(w::day_part(word)?), at + 1, false),
        };
        Some((time, end, whole))
    }

    /// The day after a part of the day.
    fn day_of_part(&self, at: usize) -> Option<(When, usize)> {
        let relative = |by, from| When::Relative { unit: Unit::Day, by, from };
        match self.word(at) {
            w::NAY => return Some(self.explicit_after(at + 1, relative(0, From::Published))),
            w::QUA if !w::is_passing(self.word(at + 1)) => {
                return Some(self.explicit_after(at + 1, relative(-1, From::Published)));
            }
            w::MAI => return Some(self.explicit_after(at + 1, relative(1, From::Published))),
            w::KIA => return self.may_end(at + 1).then_some((relative(-2, From::Published), at + 1)),
            _ => {}
        }
        let read = match self.word(at) {
            w::NGAY => self.day(at)?,
            w::HOM => self.hom(at)?,
            w::THU | w::CHU | w::CHUA | w::CN => self.weekday(at, true)?,
            w::CUNG => self.same_day(at)?,
            w::MUNG | w::MONG | w::RAM => self.lunar(at)?,
            w::ONE => self.counted(at)?,
            _ => return self.numbered_day(at),
        };
        let is_day = !matches!(read.first.when, When::Year(_) | When::Month { .. });
        (is_day && read.second.is_none() && read.first.time.is_none()).then_some((read.first.when, read.end))
    }

    /// `4-3` after a part of the day; `30 Tết`; `23 tháng Chạp`.
    fn numbered_day(&self, at: usize) -> Option<(When, usize)> {
        if let Some((day, _)) = self.small(at) {
            if self.word(at + 1) == w::TET && (28..=30).contains(&day) {
                return Some((When::LunarDay { year: Year::Unstated, month: 12, day }, at + 2));
            }
            if self.word(at + 1) == w::THANG {
                let read = self.day_of_month_in_words(day, at + 1)?;
                return Some((read.first.when, read.end));
            }
            if self.doc.gap(at + 1) == Gap::None && self.mark(at + 1, "h") {
                return None;
            }
        }
        let numeric = self.run(at)?.read(Expect::Any)?;
        if numeric.second.is_some()
            || self.counts(numeric.end)
            || !matches!(numeric.first, Side::DayMonth(..) | Side::DayMonthYear(..))
        {
            return None;
        }
        let read = self.finish_numeric(&numeric, true)?;
        Some((read.first.when, if read.first.time.is_some() { numeric.end } else { read.end }))
    }

    /// `chiều nay 4/11`: a day in digits right after `nay` says which day it is.
    pub(super) fn explicit_after(&self, at: usize, otherwise: When) -> (When, usize) {
        if matches!(self.word(at), w::THU | w::CHU) && !self.breaks(at) {
            return match self.weekday(at, false) {
                Some(read) if read.first.time.is_none() && matches!(read.first.when, When::Day { .. }) => {
                    (read.first.when, read.end)
                }
                _ => (otherwise, at),
            };
        }
        let explicit = if self.word(at) == w::NGAY { at + 1 } else { at };
        let read = self.run(explicit).and_then(|run| run.read(Expect::Any)).filter(|numeric| {
            numeric.second.is_none()
                && matches!(numeric.first, Side::DayMonth(..) | Side::DayMonthYear(..))
                && !self.counts(numeric.end)
        });
        match read.and_then(|numeric| self.finish_numeric(&numeric, true)) {
            Some(read) if read.first.time.is_none() => (read.first.when, read.end),
            _ => (otherwise, at),
        }
    }
}

/// `22:22`, `13:28:29`, `8h30`, `17h`: hour, minute, and whether the token is surely a time.
fn clock_token(text: &str) -> Option<(u8, u8, bool)> {
    let bytes = text.as_bytes();
    let (hour, at) = two(bytes, 0)?;
    let mark = *bytes.get(at)?;
    if hour > 24 || !matches!(mark, b':' | b'h' | b'g') {
        return None;
    }
    if at + 1 == bytes.len() {
        return (mark != b':').then_some((hour, 0, false));
    }
    let (minute, end) = two(bytes, at + 1)?;
    if minute > 59 || end - at != 3 && mark == b':' {
        return None;
    }
    match bytes.get(end) {
        None => Some((hour, minute, true)),
        Some(b':') => two(bytes, end + 1)
            .filter(|&(second, last)| second < 60 && last == bytes.len())
            .map(|_| (hour, minute, true)),
        Some(_) => None,
    }
}

/// One or two digits at `at`: their value, and where they end.
fn two(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let digit = |at: usize| bytes.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0');
    let first = digit(at)?;
    match digit(at + 1) {
        Some(second) if digit(at + 2).is_none() => Some((first * 10 + second, at + 2)),
        Some(_) => None,
        None => Some((first, at + 1)),
    }
}
