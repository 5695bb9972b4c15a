//! The civil calendar: days, weeks, months. No clock: "today" is always given.
//!
//! Owns day arithmetic, the lunar calendar ([`lunar`]) and the cycle of sixty years ([`sexagenary`]). What a text means
//! by a date is left to the rules.

pub mod lunar;
pub mod sexagenary;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CivilDate {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// How many days `month` (1 to 12) of `year` has; 0 for no month.
#[must_use]
pub const fn month_length(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        _ => 0,
    }
}

impl CivilDate {
    /// The day, where the calendar has it: there is no 31 February.
    #[must_use]
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if day >= 1 && day <= month_length(year, month) { Some(Self { year, month, day }) } else { None }
    }

    /// The day that `text` begins with, `YYYY-MM-DD`; what follows (a time, a zone) is passed over.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let date = text.get(..10)?;
        let (year, rest) = date.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The day `number` days after 1 January 1970, which is 0 (H. Hinnant's algorithm, public domain).
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year: clamp(year), month: small(month), day: small(day) }
    }

    /// How many days it is after 1 January 1970; negative before.
    #[must_use]
    pub fn number(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
        let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
        era * 146_097 + of_era - 719_468
    }

    /// The day `days` later; earlier where negative.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_number(self.number() + days)
    }

    /// The same day `months` later, or that month's last day where it is too short.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month) = shift_month(self.year, self.month, months);
        Self { year, month, day: self.day.min(month_length(year, month)) }
    }

    /// The day of the week, 1 (Monday) to 7 (Sunday).
    #[must_use]
    pub fn weekday(self) -> u8 {
        small((self.number() + 3).rem_euclid(7) + 1)
    }

    /// The week that holds the day as ISO 8601 counts them: its year, and its number from 1 to 53.
    #[must_use]
    pub fn iso_week(self) -> (i32, u8) {
        let thursday = self.plus_days(4 - i64::from(self.weekday()));
        let first = Self { year: thursday.year, month: 1, day: 1 };
        (thursday.year, small((thursday.number() - first.number()) / 7 + 1))
    }
}

/// The month `months` after `month` of `year`.
#[must_use]
pub fn shift_month(year: i32, month: u8, months: i32) -> (i32, u8) {
    let count = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
    (clamp(count.div_euclid(12)), small(count.rem_euclid(12) + 1))
}

fn small(value: i64) -> u8 {
    u8::try_from(value).unwrap_or(0)
}

fn clamp(value: i64) -> i32 {
    i32::try_from(value).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> CivilDate {
        CivilDate::new(year, month, day).unwrap()
    }

    #[test]
    fn days_are_numbered_both_ways() {
        assert_eq!(day(1970, 1, 1).number(), 0);
        assert_eq!(day(2000, 3, 1).number(), 11_017);
        for number in (-200_000..200_000).step_by(37) {
            assert_eq!(CivilDate::from_number(number).number(), number);
        }
    }

    #[test]
    fn impossible_days_are_none() {
        assert_eq!(CivilDate::new(2017, 2, 31), None);
        assert_eq!(CivilDate::new(2017, 2, 29), None);
        assert!(CivilDate::new(2016, 2, 29).is_some());
        assert_eq!(CivilDate::new(2017, 13, 1), None);
        assert_eq!(CivilDate::new(2017, 0, 1), None);
    }

    #[test]
    fn weeks_are_counted_as_iso_8601_does() {
        assert_eq!(day(2017, 3, 4).weekday(), 6);
        assert_eq!(day(2017, 3, 4).iso_week(), (2017, 9));
        assert_eq!(day(2016, 1, 3).iso_week(), (2015, 53));
        assert_eq!(day(2018, 12, 31).iso_week(), (2019, 1));
    }

    #[test]
    fn months_shift_over_the_year() {
        assert_eq!(shift_month(2017, 5, -5), (2016, 12));
        assert_eq!(day(2017, 1, 31).plus_months(1), day(2017, 2, 28));
        assert_eq!(day(2016, 12, 31).plus_days(1), day(2017, 1, 1));
    }
}
