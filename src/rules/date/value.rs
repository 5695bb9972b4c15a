//! The notation of dates: `2017-03-04`, `2017-Q1`, `2017-03-04TMO`, `199X`, `2016/2020`; `X` for what is not known.

use std::fmt;

use crate::calendar::CivilDate;
use crate::model::mention::{DateValue, Grain};
use crate::rules::date::expr::{DayPart, Time};

/// A day of which the year, or everything, may be unknown. Month and day 0 are unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: Option<i32>,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// A year that stands for any, where days are counted in a year that is not known: no leap year.
const ANY_YEAR: i32 = 2023;

impl Day {
    pub(super) const UNKNOWN: Self = Self { year: None, month: 0, day: 0 };

    pub(super) const fn of(date: CivilDate) -> Self {
        Self { year: Some(date.year), month: date.month, day: date.day }
    }

    /// The day with some year for one that is not known; `None` where month and day are not.
    pub(super) fn civil(self) -> Option<CivilDate> {
        CivilDate::new(self.year.unwrap_or(ANY_YEAR), self.month, self.day)
    }

    /// The result of `shift` on the day, whose year is as unknown as before.
    pub(super) fn map(self, shift: impl FnOnce(CivilDate) -> CivilDate) -> Self {
        match self.civil().map(shift) {
            Some(date) if self.year.is_some() => Self::of(date),
            Some(date) => Self { year: None, month: date.month, day: date.day },
            None => self,
        }
    }
}

/// One end of a range, or a single date, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) year: Option<i32>,
    pub(super) part: Part,
    pub(super) time: Option<Time>,
}

/// What part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Century,
    Decade,
    Whole,
    Half(u8),
    Quarter(u8),
    Month(u8),
    Week(u8),
    Day(u8, u8),
}

impl Stamp {
    pub(super) const fn new(year: Option<i32>, part: Part) -> Self {
        Self { year, part, time: None }
    }

    pub(super) const fn of_day(day: Day) -> Self {
        Self::new(day.year, Part::Day(day.month, day.day))
    }

    pub(super) const fn day(&self) -> Option<Day> {
        match self.part {
            Part::Day(month, day) => Some(Day { year: self.year, month, day }),
            _ => None,
        }
    }

    const fn grain(&self) -> Grain {
        match (self.time, self.part) {
            (Some(Time::Clock(..)), _) => Grain::Minute,
            (Some(_), _) => Grain::DayPart,
            (None, Part::Century) => Grain::Century,
            (None, Part::Decade) => Grain::Decade,
            (None, Part::Whole) => Grain::Year,
            (None, Part::Half(_)) => Grain::Half,
            (None, Part::Quarter(_)) => Grain::Quarter,
            (None, Part::Month(_)) => Grain::Month,
            (None, Part::Week(_)) => Grain::Week,
            (None, Part::Day(..)) => Grain::Day,
        }
    }
}

/// The value of a date or a range.
pub(super) fn value(first: Stamp, second: Option<Stamp>) -> DateValue {
    let grain = second.map_or(first.grain(), |second| first.grain().min(second.grain()));
    // `chiều tối` is a range of its own.
    if let (Some(Time::Parts(from, to)), None) = (first.time, second) {
        let at = |part| Stamp { time: Some(Time::Part(part)), ..first };
        return DateValue { value: format!("{}/{}", at(from), at(to)), grain };
    }
    match second {
        Some(second) if second != first => DateValue { value: format!("{first}/{second}"), grain },
        _ => DateValue { value: first.to_string(), grain },
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.part, self.year) {
            (Part::Century, Some(year)) => write!(f, "{:02}XX", year / 100)?,
            (Part::Decade, Some(year)) => write!(f, "{:03}X", year / 10)?,
            (_, Some(year)) => write!(f, "{year:04}")?,
            (_, None) => f.write_str("XXXX")?,
        }
        match self.part {
            Part::Century | Part::Decade | Part::Whole => {}
            Part::Half(half) => write!(f, "-H{half}")?,
            Part::Quarter(quarter) => write!(f, "-Q{quarter}")?,
            Part::Week(0) => f.write_str("-WXX")?,
            Part::Week(week) => write!(f, "-W{week:02}")?,
            Part::Month(month) => two(f, month)?,
            Part::Day(month, day) => {
                two(f, month)?;
                two(f, day)?;
            }
        }
        match self.time {
            None => Ok(()),
            Some(Time::Clock(hour, minute)) => write!(f, "T{hour:02}:{minute:02}"),
            Some(Time::Part(part) | Time::Parts(part, _)) => write!(f, "T{}", code(part)),
        }
    }
}

fn two(f: &mut fmt::Formatter<'_>, number: u8) -> fmt::Result {
    if number == 0 { f.write_str("-XX") } else { write!(f, "-{number:02}") }
}

const fn code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Noon => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
    }
}
