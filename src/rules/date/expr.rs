//! What a date says by itself, before the document around it is asked: years may be missing, days may be relative.

use crate::model::mention::RuleId;

/// What is said of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// Nothing: it follows from the document.
    Unstated,
    /// `năm 2017`.
    Given(i32),
    /// `năm nay` (0), `năm ngoái` (-1).
    Shift(i32),
    /// `25/12 hằng năm`: no single year.
    Every,
}

/// What a relative expression counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    /// A sports season, from July to June.
    Season,
}

/// What a relative expression counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// The day of publication: `hôm qua`.
    Published,
    /// The day last mentioned: `cùng ngày`.
    Mentioned,
}

/// The calendar part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A day; without its month in `ngày 15`.
    Day {
        year: Year,
        month: Option<u8>,
        day: u8,
    },
    /// The days `first` to `last` of a month; `last` 31 stands for the month's end.
    Days {
        year: Year,
        month: u8,
        first: u8,
        last: u8,
    },
    Month {
        year: Year,
        month: u8,
    },
    /// The months `first` to `last` of a year: `9 tháng đầu năm`.
    Months {
        year: Year,
        first: u8,
        last: u8,
    },
    /// `09 tháng`, which is a date only where the text has spoken of `09 tháng đầu năm`.
    SameMonths {
        count: u8,
    },
    Quarter {
        year: Year,
        quarter: u8,
    },
    Half {
        year: Year,
        half: u8,
    },
    Year(Year),
    /// The decade that begins with this year.
    Decade(i32),
    /// The century by its number: 20 for the twentieth.
    Century(i32),
    /// The century `by` after that of publication.
    CenturyShift(i32),
    /// A weekday, 1 to 7; with the week where it is named (`tuần tới`: 1). `near` is -1 or 1 in `thứ Hai vừa qua`, `thứ Hai tới`.
    Weekday {
        weekday: u8,
        week: Option<i32>,
        near: i8,
    },
    /// `by` units after what it counts from.
    Relative {
        unit: Unit,
        by: i32,
        from: From,
    },
    LunarDay {
        year: Year,
        month: u8,
        day: u8,
    },
    LunarMonth {
        year: Year,
        month: u8,
    },
    /// Only a time of day.
    Unstated,
    /// `nay`.
    Now,
}

/// Part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// The time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Clock(u8, u8),
    Part(DayPart),
    /// `chiều tối`.
    Parts(DayPart, DayPart),
}

/// One end of a range, or a single date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) when: When,
    pub(super) time: Option<Time>,
}

impl Point {
    pub(super) const fn new(when: When) -> Self {
        Self { when, time: None }
    }

    pub(super) const fn at(when: When, time: Time) -> Self {
        Self { when, time: Some(time) }
    }

    /// True for a time of day without its day.
    pub(super) const fn is_time_only(&self) -> bool {
        matches!(self.when, When::Unstated)
    }
}

/// A date read at some token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) first: Point,
    /// The other end of a range.
    pub(super) second: Option<Point>,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) rule: RuleId,
}

impl Read {
    pub(super) const fn one(when: When, end: usize, rule: RuleId) -> Self {
        Self { first: Point::new(when), second: None, end, rule }
    }

    pub(super) const fn range(first: When, second: When, end: usize, rule: RuleId) -> Self {
        Self { first: Point::new(first), second: Some(Point::new(second)), end, rule }
    }
}
