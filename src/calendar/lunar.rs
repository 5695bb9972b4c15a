//! The Vietnamese lunar calendar, computed for UTC+7: 1900 to 2100.
//!
//! The rules are those that Hồ Ngọc Đức published ("Thuật toán tính âm lịch"): a month begins on the day of the new
//! moon, the eleventh month holds the winter solstice, and of the thirteen months of a long year the first without a
//! principal term is the leap month. The new moon and the sun's longitude follow J. Meeus, "Astronomical Algorithms"
//! (1998). The day is that of UTC+7 throughout, so the dates of 1968 are those of the North.

use crate::calendar::CivilDate;

/// A day of the lunar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LunarDate {
    /// The civil year in which the lunar year begins.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// True in the second of two months of one number.
    pub leap: bool,
    /// 1 to 30.
    pub day: u8,
}

/// Hours of the Vietnamese day ahead of UTC, in days.
const ZONE: f64 = 7.0 / 24.0;
/// The Julian day number of 1 January 1970.
const EPOCH: i64 = 2_440_588;
/// Days of a lunation, on average.
const LUNATION: f64 = 29.530_588_853;

/// The first day of lunar `month` of `year` and how many days it has; `None` where the year lies outside 1900 to 2100,
/// or has no such (leap) month.
#[must_use]
pub fn month_start(year: i32, month: u8, leap: bool) -> Option<(CivilDate, u8)> {
    if !(1900..=2100).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    // Months 11 and 12 belong to the lunar year whose eleventh month lies in this civil year.
    let solstice_year = if month >= 11 { year } else { year - 1 };
    let eleventh = month_eleven(solstice_year);
    let next = month_eleven(solstice_year + 1);
    let mut offset = i64::from(if month >= 11 { month - 11 } else { month + 1 });
    let leap_offset = if next - eleventh > 365 { Some(leap_month_offset(eleventh)) } else { None };
    match leap_offset {
        Some(at) if leap && at - 1 == offset => offset += 1,
        _ if leap => return None,
        Some(at) if offset >= at => offset += 1,
        _ => {}
    }
    let number = moon_number(eleventh) + offset;
    let (start, end) = (new_moon(number), new_moon(number + 1));
    Some((CivilDate::from_number(start - EPOCH), u8::try_from(end - start).unwrap_or(30)))
}

/// The civil day of a lunar one; `None` where the calendar has no such day.
#[must_use]
pub fn to_civil(date: LunarDate) -> Option<CivilDate> {
    let (start, length) = month_start(date.year, date.month, date.leap)?;
    (1..=length).contains(&date.day).then(|| start.plus_days(i64::from(date.day) - 1))
}

/// The lunar year that `date` lies in.
#[must_use]
pub fn year_of(date: CivilDate) -> i32 {
    match month_start(date.year, 1, false) {
        Some((new_year, _)) if date < new_year => date.year - 1,
        _ => date.year,
    }
}

/// The Julian day on which the eleventh month begins that holds the winter solstice of `year`.
fn month_eleven(year: i32) -> i64 {
    let last = CivilDate { year, month: 12, day: 31 }.number() + EPOCH;
    let mut number = moon_number(last);
    if new_moon(number) > last {
        number -= 1;
    }
    let start = new_moon(number);
    if sun_sector(start) >= 9 { new_moon(number - 1) } else { start }
}

/// How many months after the eleventh the leap month stands: the first whose sun stays in one sector.
fn leap_month_offset(eleventh: i64) -> i64 {
    let number = moon_number(eleventh);
    let mut last = sun_sector(new_moon(number + 1));
    for offset in 2..=14 {
        let sector = sun_sector(new_moon(number + offset));
        if sector == last {
            return offset - 1;
        }
        last = sector;
    }
    14
}

/// The number of the lunation that begins nearest to a Julian day; that of January 1900 is 0.
#[allow(clippy::cast_possible_truncation, reason = "days of three centuries fit an i64")]
fn moon_number(julian_day: i64) -> i64 {
    ((julian_day as f64 - 2_415_021.076_998_695) / LUNATION + 0.5).floor() as i64
}

/// The Julian day, in Vietnam, on which lunation `number` begins.
#[allow(clippy::cast_possible_truncation, reason = "days of three centuries fit an i64")]
fn new_moon(number: i64) -> i64 {
    let k = number as f64;
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * (166.56 + 132.87 * t - 0.009_173 * t2).to_radians().sin();
    let sun = (359.224_2 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3).to_radians();
    let moon = (306.025_3 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3).to_radians();
    let node = (21.296_4 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3).to_radians();
    let correction = (0.173_4 - 0.000_393 * t) * sun.sin() + 0.002_1 * (2.0 * sun).sin() - 0.406_8 * moon.sin()
        + 0.016_1 * (2.0 * moon).sin()
        - 0.000_4 * (3.0 * moon).sin()
        + 0.010_4 * (2.0 * node).sin()
        - 0.005_1 * (sun + moon).sin()
        - 0.007_4 * (sun - moon).sin()
        + 0.000_4 * (2.0 * node + sun).sin()
        - 0.000_4 * (2.0 * node - sun).sin()
        - 0.000_6 * (2.0 * node + moon).sin()
        + 0.001_0 * (2.0 * node - moon).sin()
        + 0.000_5 * (2.0 * moon + sun).sin();
    let drift = if t < -11.0 {
        0.001 + 0.000_839 * t + 0.000_226_1 * t2 - 0.000_008_45 * t3 - 0.000_000_081 * t * t3
    } else {
        -0.000_278 + 0.000_265 * t + 0.000_262 * t2
    };
    (mean + correction - drift + 0.5 + ZONE).floor() as i64
}

/// In which twelfth of the ecliptic, 0 to 11, the sun stands at Vietnamese midnight of a Julian day.
#[allow(clippy::cast_possible_truncation, reason = "0 to 11")]
fn sun_sector(julian_day: i64) -> i64 {
    let t = (julian_day as f64 - 0.5 - ZONE - 2_451_545.0) / 36_525.0;
    let t2 = t * t;
    let mean = (357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t2 - 0.000_000_48 * t * t2).to_radians();
    let longitude = 280.466_45
        + 36_000.769_83 * t
        + 0.000_303_2 * t2
        + (1.914_600 - 0.004_817 * t - 0.000_014 * t2) * mean.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * mean).sin()
        + 0.000_290 * (3.0 * mean).sin();
    (longitude.rem_euclid(360.0) / 30.0).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil(year: i32, month: u8, day: u8) -> Option<CivilDate> {
        to_civil(LunarDate { year, month, leap: false, day })
    }

    #[test]
    fn new_years_are_those_of_the_printed_calendars() {
        for (year, month, day) in [
            (1930, 1, 30),
            (1945, 2, 13),
            (1954, 2, 3),
            (1968, 1, 29),
            (1975, 2, 11),
            (1985, 1, 21),
            (2000, 2, 5),
            (2007, 2, 17),
            (2016, 2, 8),
            (2017, 1, 28),
            (2020, 1, 25),
            (2023, 1, 22),
            (2024, 2, 10),
            (2025, 1, 29),
            (2026, 2, 17),
            (2030, 2, 2),
        ] {
            assert_eq!(civil(year, 1, 1), CivilDate::new(year, month, day), "Tết {year}");
        }
    }

    #[test]
    fn feasts_and_leap_months() {
        assert_eq!(civil(2017, 3, 10), CivilDate::new(2017, 4, 6));
        assert_eq!(civil(2017, 1, 15), CivilDate::new(2017, 2, 11));
        assert_eq!(civil(2017, 8, 15), CivilDate::new(2017, 10, 4));
        assert_eq!(civil(2025, 8, 15), CivilDate::new(2025, 10, 6));
        assert!(month_start(2017, 6, true).is_some());
        assert!(month_start(2025, 6, true).is_some());
        assert!(month_start(2024, 6, true).is_none());
        assert_eq!(civil(2017, 13, 1), None);
        assert_eq!(civil(1899, 1, 1), None);
        assert_eq!(civil(2024, 1, 30), None, "the month has 29 days");
    }

    #[test]
    fn months_follow_on_one_another() {
        for year in 1900..2100 {
            let mut at = month_start(year, 1, false).unwrap().0;
            for month in 1..=12 {
                for leap in [false, true] {
                    let Some((start, length)) = month_start(year, month, leap) else { continue };
                    assert_eq!(start, at, "{year}-{month} {leap}");
                    assert!((29..=30).contains(&length));
                    at = start.plus_days(i64::from(length));
                }
            }
            assert_eq!(month_start(year + 1, 1, false).unwrap().0, at, "{year}");
        }
    }

    #[test]
    fn a_day_before_new_year_is_of_the_year_before() {
        assert_eq!(year_of(CivilDate::new(2017, 1, 27).unwrap()), 2016);
        assert_eq!(year_of(CivilDate::new(2017, 1, 28).unwrap()), 2017);
    }
}
