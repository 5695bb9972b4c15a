//! Reckoning from a known day: the year nearest to it, weekdays, relative units, lunar days.

use crate::calendar::lunar::{self, LunarDate};
use crate::calendar::{CivilDate, month_length};
use crate::model::span::Extent;
use crate::model::token::Shape;
use crate::rules::date::deictic::LAST_WEEK;
use crate::rules::date::expr::{From, Unit, When, Year};
use crate::rules::date::settle::Context;
use crate::rules::date::value::{Day, Part, Stamp};
use crate::w;

/// Which side of the day of publication the words around a date put it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tense {
    Unsaid,
    Past,
    Future,
}

/// Days within which a date without a year is of its nearest year, whatever the tense of its sentence.
const NEAR: i64 = 60;
/// Days ahead up to which the year of publication is kept; days behind always are.
const SAME_YEAR: i64 = 243;

impl Context<'_, '_> {
    /// A day or month with its year.
    pub(super) fn dated(&self, index: usize, year: Year, month: u8, day: u8) -> Day {
        let year = match year {
            Year::Unstated if self.is_yearly(index) => None,
            Year::Unstated => self.year_of_day(index, month, day),
            other => self.year(index, other),
        };
        Day { year, month, day }
    }

    /// `Hằng năm (trước ngày 05 tháng 12)`: a day of no single year.
    fn is_yearly(&self, index: usize) -> bool {
        let first = self.mentions[index].extent.first();
        (first.saturating_sub(5).max(self.sentence_of(index))..first).any(|at| {
            (self.doc.word(at) == w!("hằng") || self.doc.word(at) == w!("hàng")) && self.doc.word(at + 1) == w!("năm")
        })
    }

    /// The year of a day that does not state it: the rules are in `settle`.
    fn year_of_day(&self, index: usize, month: u8, day: u8) -> Option<i32> {
        if let Some(near) = self.date_of_another_time(index) {
            return nearest(near, month, day);
        }
        match self.base {
            Some(Day { year: Some(year), month: base_month, day: base_day }) => {
                let base = CivilDate { year, month: base_month, day: base_day };
                if self.published.is_some() {
                    choose(base, month, day, self.tense(index))
                } else {
                    nearest(base, month, day)
                }
            }
            _ => self.only_year,
        }
    }

    /// A full date or a year, shortly before in the same sentence, that lies two years or more from publication.
    fn date_of_another_time(&self, index: usize) -> Option<CivilDate> {
        let sentence = self.sentence_of(index);
        let first = self.mentions[index].extent.first();
        let before = self.mentions[..index]
            .last()
            .filter(|before| before.extent.first() >= sentence && first - before.extent.end() <= 12)?;
        if before.read.second.is_some() || self.is_of_name_or_birth(before.extent) {
            return None;
        }
        let near = match before.read.first.when {
            When::Day { year: Year::Given(year), month: Some(month), day } => CivilDate::new(year, month, day),
            When::Month { year: Year::Given(year), month } => CivilDate::new(year, month, 15),
            When::Year(Year::Given(year)) => CivilDate::new(year, 7, 1),
            _ => None,
        }?;
        // Where publication is not known, only a year that is told of (`Năm 1968, …`) is another time.
        let told = matches!(before.read.first.when, When::Year(_)) && before.extent.len() > 1;
        let published = self.published.or(self.base.filter(|_| told))?.year?;
        ((near.year - published).abs() >= 2 && near.year < published).then_some(near)
    }

    /// `(SN 1999)`, `sinh năm 1999`, `Hoa hậu 2012 Lê Thị Mây`: a year that is not that of what is told.
    fn is_of_name_or_birth(&self, extent: Extent) -> bool {
        let is_birth = |at: usize| self.doc.word(at) == w!("sinh") || self.doc.word(at) == w!("sn");
        let is_bare = extent.len() == 1 && self.doc.token_text(extent.first()).len() == 4;
        let in_name = is_bare && !self.doc.gap(extent.end()).is_break() && self.doc.shape(extent.end()) == Shape::Title;
        in_name || (extent.first().saturating_sub(2)..extent.first()).any(is_birth)
    }

    fn tense(&self, index: usize) -> Tense {
        let extent = self.mentions[index].extent;
        let (after, next) = (self.doc.word(extent.end()), self.doc.word(extent.end() + 1));
        if after == w!("vừa") && (next == w!("qua") || next == w!("rồi")) {
            return Tense::Past;
        }
        if after == w!("tới") || after == w!("sắp") && next == w!("tới") {
            return Tense::Future;
        }
        let sentence = self.sentence_of(index);
        let first = extent.first().saturating_sub(8).max(sentence);
        let nearest = (first..extent.first()).rev().find_map(|at| match self.doc.word(at) {
            word if word == w!("sẽ") || word == w!("hạn") || word == w!("nhất") || word == w!("kiến") => {
                Some(Tense::Future)
            }
            word if word == w!("đã") || word == w!("hồi") || word == w!("từng") => Some(Tense::Past),
            word if word == w!("trước") && at + 1 == extent.first() => Some(Tense::Future),
            _ => None,
        });
        nearest.unwrap_or(Tense::Unsaid)
    }

    /// The day that a weekday names.
    pub(super) fn weekday(&self, index: usize, weekday: u8, week: Option<i32>, near: i8) -> Day {
        if let Some(day) = self.day_in_brackets(index).or_else(|| self.day_before_brackets(index, weekday)) {
            return day;
        }
        let Some(base) = self.published.filter(|day| day.year.is_some()).and_then(Day::civil) else {
            return Day::UNKNOWN;
        };
        let ahead = i64::from(weekday) - i64::from(base.weekday());
        if let Some(by) = week {
            return Day::of(base.plus_days(ahead + 7 * i64::from(self.weeks(base, by))));
        }
        let near = match (near, self.tense(index)) {
            (0, Tense::Past) => -1,
            (0, Tense::Future) => 1,
            (near, _) => near,
        };
        let days = match near {
            -1 if ahead > 0 => ahead - 7,
            1 if ahead < 0 => ahead + 7,
            0 if ahead > 3 => ahead - 7,
            0 if ahead < -3 => ahead + 7,
            _ => ahead,
        };
        Day::of(base.plus_days(days))
    }

    /// How many weeks from the week of `base`; `tuần qua` on a Saturday or Sunday is the week that ends.
    fn weeks(&self, base: CivilDate, by: i32) -> i32 {
        match by {
            LAST_WEEK if base.weekday() >= 6 => 0,
            LAST_WEEK => -1,
            by => by,
        }
    }

    /// `sáng nay (2.5)`, `thứ 7 (4/5)`, `hôm nay, 13-11`: the day in digits beside it settles which one is meant.
    fn day_in_brackets(&self, index: usize) -> Option<Day> {
        let (this, next) = (self.mentions[index].extent, self.mentions.get(index + 1)?);
        if next.extent.first() != this.end() + 1
            || next.read.second.is_some()
            || !matches!(self.doc.token_text(this.end()), "(" | ",")
        {
            return None;
        }
        match next.read.first.when {
            When::Day { year, month: Some(month), day } => Some(self.dated(index + 1, year, month, day)),
            _ => None,
        }
    }

    /// `ngày 01/01/2026 (thứ Năm)`: the weekday of the day before it.
    fn day_before_brackets(&self, index: usize, weekday: u8) -> Option<Day> {
        let (this, before) = (self.mentions[index].extent, self.mentions.get(index.checked_sub(1)?)?);
        let adjoins = before.extent.end() + 1 == this.first() && self.doc.token_text(before.extent.end()) == "(";
        self.mentioned
            .filter(|day| adjoins && day.year.is_some() && day.civil().is_some_and(|day| day.weekday() == weekday))
    }

    /// What relative expressions count from where publication is not known: the first day that the text names.
    fn first_day(&self) -> Option<Day> {
        self.mentions.iter().take_while(|mention| mention.extent.first() < 200).enumerate().find_map(
            |(index, mention)| match mention.read.first.when {
                When::Day { year, month: Some(month), day } if mention.read.second.is_none() => {
                    Some(self.dated(index, year, month, day))
                }
                _ => None,
            },
        )
    }

    /// True where the text names a day without its year, as news of the day does.
    fn has_day_without_year(&self) -> bool {
        self.mentions
            .iter()
            .any(|mention| matches!(mention.read.first.when, When::Day { year: Year::Unstated, month: Some(_), .. }))
    }

    /// A relative unit: `hôm qua`, `tuần tới`, `5 tháng trước`.
    pub(super) fn relative(&self, index: usize, unit: Unit, by: i32, from: From) -> Option<(Stamp, Option<Stamp>)> {
        let published = || self.published.or_else(|| self.first_day());
        let base = match from {
            From::Published => published(),
            From::Mentioned => self.mentioned.or_else(published),
        };
        if unit == Unit::Day {
            let bracketed = if from == From::Published { self.day_in_brackets(index) } else { None };
            if let Some(day) = bracketed {
                return Some((Stamp::of_day(day), None));
            }
            // `tự do của dân tộc hôm nay`: without a day of publication, today is no day.
            if self.published.is_none()
                && from == From::Published
                && by >= 0
                && self.mentions[index].read.first.time.is_none()
                && !self.has_day_without_year()
            {
                return None;
            }
            let base = base.unwrap_or(Day::UNKNOWN);
            return Some((Stamp::of_day(base.map(|date| date.plus_days(i64::from(by)))), None));
        }
        let known = base.filter(|day| day.civil().is_some());
        let stamp = match (unit, known) {
            (Unit::Week, Some(day)) => {
                let Some(date) = day.civil().filter(|_| day.year.is_some()) else {
                    return Some((Stamp::new(None, Part::Week(0)), None));
                };
                let (year, week) = date.plus_days(7 * i64::from(self.weeks(date, by))).iso_week();
                Stamp::new(Some(year), Part::Week(week))
            }
            (Unit::Week, None) => Stamp::new(None, Part::Week(0)),
            (Unit::Month, Some(day)) => {
                let day = Day { day: 1, ..day }.map(|date| date.plus_months(by));
                Stamp::new(day.year, Part::Month(day.month))
            }
            (Unit::Month, None) => Stamp::new(None, Part::Month(0)),
            (Unit::Quarter, Some(day)) => {
                let day = Day { day: 1, ..day }.map(|date| date.plus_months(3 * by));
                Stamp::new(day.year, Part::Quarter(day.month.div_ceil(3)))
            }
            (Unit::Year, _) => Stamp::new(self.year(index, Year::Unstated).map(|year| year + by), Part::Whole),
            (Unit::Season, Some(Day { year: Some(year), month, .. })) => {
                let start = if month >= 7 { year + by } else { year + by - 1 };
                return Some((Stamp::new(Some(start), Part::Whole), Some(Stamp::new(Some(start + 1), Part::Whole))));
            }
            _ => return None,
        };
        Some((stamp, None))
    }

    /// The civil day of a lunar one; that of the year nearest to publication where none is stated.
    pub(super) fn lunar_day(&self, index: usize, year: Year, month: u8, day: u8) -> Option<Day> {
        let civil = |year| {
            let (start, length) = lunar::month_start(year, month, false)?;
            // `30 Tết` is the last day of the year, though the month have but 29.
            let day = if month == 12 && day == 30 { length } else { day };
            lunar::to_civil(LunarDate { year, month, leap: false, day }).filter(|date| *date >= start)
        };
        Some(match self.lunar_year(index, year, civil) {
            Some(year) => Day::of(civil(year)?),
            None => Day::UNKNOWN,
        })
    }

    /// The days of a lunar month.
    pub(super) fn lunar_month(&self, index: usize, year: Year, month: u8) -> Option<(Stamp, Option<Stamp>)> {
        let start = |year| lunar::month_start(year, month, false).map(|(start, _)| start);
        let Some(year) = self.lunar_year(index, year, start) else { return Some((Stamp::of_day(Day::UNKNOWN), None)) };
        let (first, length) = lunar::month_start(year, month, false)?;
        let last = first.plus_days(i64::from(length) - 1);
        Some((Stamp::of_day(Day::of(first)), Some(Stamp::of_day(Day::of(last)))))
    }

    fn lunar_year(&self, index: usize, year: Year, civil: impl Fn(i32) -> Option<CivilDate>) -> Option<i32> {
        if year != Year::Unstated {
            return self.year(index, year);
        }
        let base = self.base.filter(|day| day.year.is_some()).and_then(Day::civil)?;
        let this_year = lunar::year_of(base);
        let days = |year: i32| civil(year).map_or(i64::MAX, |date| date.number() - base.number());
        let near = (this_year - 1..=this_year + 1).min_by_key(|&year| days(year).saturating_abs())?;
        Some(if days(near).saturating_abs() > NEAR && days(this_year) <= SAME_YEAR { this_year } else { near })
    }
}

/// The year that puts the day nearest to `base`.
fn nearest(base: CivilDate, month: u8, day: u8) -> Option<i32> {
    candidates(base, month, day).min_by_key(|(_, days)| days.abs()).map(|(year, _)| year)
}

/// The years around `base` that have the day, each with how many days it then lies after `base`.
fn candidates(base: CivilDate, month: u8, day: u8) -> impl Iterator<Item = (i32, i64)> {
    (base.year - 1..=base.year + 1).filter_map(move |year| {
        let day = day.min(month_length(year, month));
        Some((year, CivilDate::new(year, month, day)?.number() - base.number()))
    })
}

fn choose(base: CivilDate, month: u8, day: u8, tense: Tense) -> Option<i32> {
    let (year, days) = candidates(base, month, day).min_by_key(|(_, days)| days.abs())?;
    if days.abs() <= NEAR {
        return Some(year);
    }
    let by_tense = match tense {
        Tense::Past => candidates(base, month, day).filter(|(_, days)| *days <= 0).last(),
        Tense::Future => candidates(base, month, day).find(|(_, days)| *days >= 0),
        Tense::Unsaid => candidates(base, month, day).find(|(year, days)| *year == base.year && *days <= SAME_YEAR),
    };
    by_tense.map(|(year, _)| year).or(Some(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_day_without_one() {
        let base = CivilDate::new(2017, 3, 4).unwrap();
        assert_eq!(choose(base, 3, 7, Tense::Unsaid), Some(2017));
        assert_eq!(choose(base, 12, 30, Tense::Unsaid), Some(2016), "last December is near");
        assert_eq!(choose(base, 10, 12, Tense::Unsaid), Some(2017));
        assert_eq!(choose(base, 10, 12, Tense::Past), Some(2016));
        assert_eq!(choose(base, 12, 31, Tense::Future), Some(2017));
        assert_eq!(choose(base, 2, 29, Tense::Unsaid), Some(2017));
    }
}
