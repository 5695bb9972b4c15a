//! From what each date says by itself to its value: missing years, relative days, times of day without their day.
//!
//! The year of a day or month that does not state it, by the first of these that applies:
//! 1. a list or range shares it (`ngày 3/2 và 5/2/2017`, `từ ngày 28/12 đến 2/1/2025`);
//! 2. a full date or year of another time shortly before it in its sentence: the year nearest to that;
//! 3. the year that puts it within 60 days of the day of publication;
//! 4. `vừa qua`, `hồi`, `đã` make it the last one before publication, `tới`, `sẽ`, `chậm nhất`, `trước` the next one;
//! 5. the year of publication, unless that puts it more than eight months ahead: then the nearest.
//!
//! The day of publication is the caller's, else the date line's, else the latest full date of the text that is no term; where
//! that too is missing, the only year that the text names; else the year stays unknown (`XXXX-03-04`). Where no more than the
//! year of publication is known, it stands for all of these.

use crate::calendar::CivilDate;
use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, DateValue};
use crate::model::span::Extent;
use crate::rules::date::expr::{Point, Read, Time, When, Year};
use crate::rules::date::share;
use crate::rules::date::value::{Day, Part, Stamp, value};
use crate::rules::date::words;

/// A date as read, with its tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) extent: Extent,
    pub(super) read: Read,
}

/// What the document says of time so far.
pub(super) struct Context<'c, 'd> {
    pub(super) doc: &'c Annotated<'d>,
    pub(super) mentions: &'c [Mention],
    /// The day of publication.
    pub(super) published: Option<Day>,
    /// Where publication is not known: what years are counted from.
    pub(super) base: Option<Day>,
    /// The only year that the text names, where there is nothing better.
    pub(super) only_year: Option<i32>,
    /// The day last mentioned.
    pub(super) mentioned: Option<Day>,
    /// `9 tháng đầu năm`, as last mentioned: the months, and their year.
    pub(super) months: Option<(u8, Option<i32>)>,
}

/// The values of all mentions; those without one are left out.
pub(super) fn settle(doc: &Annotated<'_>, mentions: &[Mention]) -> Vec<Claim<DateValue>> {
    let published = doc.reference.map(Day::of);
    let base = published.or_else(|| if doc.year.is_none() { latest_full_date(doc, mentions) } else { None });
    let only_year = if base.is_some() { None } else { doc.year.or_else(|| only_year(mentions)) };
    let mut context = Context { doc, mentions, published, base, only_year, mentioned: None, months: None };
    let mut claims = Vec::with_capacity(mentions.len());
    for (index, mention) in mentions.iter().enumerate() {
        if let Some(what) = context.value_of(index, mention) {
            claims.push(Claim { extent: mention.extent, rule: mention.read.rule, what });
        }
    }
    claims
}

impl Context<'_, '_> {
    fn value_of(&mut self, index: usize, mention: &Mention) -> Option<DateValue> {
        let mut read = mention.read;
        share::within(&mut read);
        share::with_next(&mut read, index, self.mentions);
        let (mut first, mut first_end) = self.stamps(index, &read.first)?;
        let Some(mut other) = read.second else {
            if first_end.is_none()
                && let Some(day) = first.day()
            {
                self.mentioned = Some(day);
            }
            if let (Some(_), None) = (read.first.time, first_end) {
                first.time = read.first.time;
            }
            return Some(value(first, first_end));
        };
        share::year_of_second(&mut other, first);
        let (start, end) = self.stamps(index, &other)?;
        let mut last = end.unwrap_or(start);
        if mention.read.second.is_some_and(|point| point.is_time_only()) {
            last = after_midnight(first, last);
        }
        if matches!(read.first.when, When::Now) && first.year.is_none() {
            first = Stamp::new(last.year, Part::Day(0, 0));
        }
        if matches!(other.when, When::Now) && last.year.is_none() {
            return Some(value(first, Some(Stamp::new(None, Part::Whole))));
        }
        first_end = Some(last);
        if let Some(day) = last.day() {
            self.mentioned = Some(day);
        }
        Some(value(first, first_end))
    }

    /// The stamp of a point, and its other end where it is a stretch of days or months.
    fn stamps(&mut self, index: usize, point: &Point) -> Option<(Stamp, Option<Stamp>)> {
        let (mut first, mut second) = self.bare_stamps(index, point)?;
        first.time = point.time;
        if let Some(second) = &mut second {
            second.time = point.time;
        }
        Some((first, second))
    }

    fn bare_stamps(&mut self, index: usize, point: &Point) -> Option<(Stamp, Option<Stamp>)> {
        let one = |stamp| Some((stamp, None));
        match point.when {
            When::Day { year, month: Some(month), day } => one(Stamp::of_day(self.dated(index, year, month, day))),
            When::Day { year: _, month: None, day } => one(Stamp::of_day(self.day_of_known_month(index, day)?)),
            When::Days { year, month, first, last } => {
                let day = self.dated(index, year, month, first);
                let length = crate::calendar::month_length(day.year.unwrap_or(2023), month);
                Some((Stamp::of_day(day), Some(Stamp::of_day(Day { day: last.min(length), ..day }))))
            }
            When::Month { year, month } => one(Stamp::new(self.dated(index, year, month, 15).year, Part::Month(month))),
            When::Months { year, first, last } => {
                let year = self.year(index, year);
                self.months = (first == 1).then_some((last, year));
                Some((Stamp::new(year, Part::Month(first)), Some(Stamp::new(year, Part::Month(last)))))
            }
            When::SameMonths { count } => {
                let (months, year) = self.months.filter(|&(months, _)| months == count)?;
                Some((Stamp::new(year, Part::Month(1)), Some(Stamp::new(year, Part::Month(months)))))
            }
            When::Quarter { year, quarter } => {
                one(Stamp::new(self.dated(index, year, quarter * 3 - 1, 15).year, Part::Quarter(quarter)))
            }
            When::Half { year, half } => one(Stamp::new(self.year(index, year), Part::Half(half))),
            When::Year(year) => one(Stamp::new(self.year(index, year), Part::Whole)),
            When::Decade(year) => one(Stamp::new(Some(year), Part::Decade)),
            When::Century(number) => one(Stamp::new(Some((number - 1) * 100), Part::Century)),
            When::CenturyShift(by) => one(Stamp::new(Some((self.base?.year? / 100 + by) * 100), Part::Century)),
            When::Weekday { weekday, week, near } => one(Stamp::of_day(self.weekday(index, weekday, week, near))),
            When::Relative { unit, by, from } => self.relative(index, unit, by, from),
            When::LunarDay { year, month, day } => one(Stamp::of_day(self.lunar_day(index, year, month, day)?)),
            When::LunarMonth { year, month } => self.lunar_month(index, year, month),
            When::Unstated => one(Stamp::of_day(self.day_of_time(index)?)),
            When::Now => one(Stamp::of_day(self.published.unwrap_or(Day::UNKNOWN))),
        }
    }

    /// `ngày 15`: the month of the day last mentioned, else that of publication.
    fn day_of_known_month(&self, index: usize, day: u8) -> Option<Day> {
        let near = self.mentioned.or(self.base);
        let known = near.map_or(Day { day, ..Day::UNKNOWN }, |near| Day { day, ..near });
        // `hôm 28` has been: before publication on the 4th, it is of the month before.
        let is_past = self.doc.word(self.mentions[index].extent.first()) == crate::w!("hôm");
        let known = match (known.civil(), self.published.and_then(Day::civil)) {
            (Some(date), Some(published)) if is_past && date > published => known.map(|date| date.plus_months(-1)),
            _ => known,
        };
        (known.month == 0 || known.civil().is_some()).then_some(known)
    }

    /// The day that a time of day is of, where the text leaves no doubt: a day beside it, else the day last mentioned if
    /// that is not of another time, else the day of publication.
    fn day_of_time(&self, index: usize) -> Option<Day> {
        if let Some(next) = self.mentions.get(index + 1)
            && next.extent.first() <= self.mentions[index].extent.end() + 1
            && let When::Day { year, month: Some(month), day } = next.read.first.when
            && next.read.second.is_none()
        {
            return Some(self.dated(index + 1, year, month, day));
        }
        let is_near = |day: &Day| match (day.civil(), self.published.and_then(Day::civil)) {
            (Some(day), Some(published)) => (day.number() - published.number()).abs() <= 40,
            _ => true,
        };
        self.mentioned.filter(is_near).or(self.published)
    }

    /// The year that `year` says.
    pub(super) fn year(&self, index: usize, year: Year) -> Option<i32> {
        let known = || self.base.and_then(|day| day.year).or(self.only_year);
        match year {
            Year::Given(year) => Some(year),
            Year::Every => None,
            Year::Unstated => known(),
            Year::Shift(by) => {
                let spoken_of = if self.is_anchored(index) { self.year_spoken_of(index) } else { None };
                spoken_of.or_else(known).map(|known| known + by)
            }
        }
    }

    /// `năm trước`, `năm sau` count from the year spoken of; `năm ngoái`, `năm nay` from that of publication.
    fn is_anchored(&self, index: usize) -> bool {
        let last = self.doc.word(self.mentions[index].extent.end().saturating_sub(1));
        last == crate::w!("trước") || last == crate::w!("sau")
    }

    /// The year that the sentence has named before this mention.
    fn year_spoken_of(&self, index: usize) -> Option<i32> {
        let sentence = self.sentence_of(index);
        self.mentions[..index].iter().rev().take_while(|before| before.extent.first() >= sentence).find_map(|before| {
            match (before.read.first.when, before.read.second) {
                (
                    When::Year(Year::Given(year))
                    | When::Month { year: Year::Given(year), .. }
                    | When::Quarter { year: Year::Given(year), .. },
                    None,
                ) => Some(year),
                _ => None,
            }
        })
    }

    /// The first token of the sentence that the mention stands in.
    pub(super) fn sentence_of(&self, index: usize) -> usize {
        let first = self.mentions[index].extent.first();
        let after = self.doc.sentences.partition_point(|sentence| sentence.first() <= first);
        after.checked_sub(1).map_or(0, |at| self.doc.sentences[at].first())
    }
}

/// `từ 19:00 đến 02:35`: the end, of the next day where the clock has begun again.
fn after_midnight(first: Stamp, last: Stamp) -> Stamp {
    match (first.time, last.time, last.day()) {
        (Some(Time::Clock(from, at)), Some(Time::Clock(to, until)), Some(day))
            if first.part == last.part && (to, until) < (from, at) =>
        {
            Stamp { time: last.time, ..Stamp::of_day(day.map(|date| date.plus_days(1))) }
        }
        _ => last,
    }
}

/// The years that a term may lie ahead of the text that sets it.
const LONGEST_TERM: i32 = 6;

/// The latest day that the text gives in full, terms (`đến hết ngày 30/6/2027`) only where there is no other; none where
/// a month of a later year is named: then the day is of the past.
fn latest_full_date(doc: &Annotated<'_>, mentions: &[Mention]) -> Option<Day> {
    let full = |point: Point| match point.when {
        When::Day { year: Year::Given(year), month: Some(month), day } => CivilDate::new(year, month, day),
        _ => None,
    };
    let is_term = |mention: &&Mention| {
        let before = mention.extent.first().checked_sub(1).map(|before| doc.word(before));
        before.is_some_and(|word| matches!(word, words::DEN | words::HET | words::TRUOC | words::TOI_UNTIL))
    };
    let told = mentions.iter().filter(|mention| !is_term(mention)).filter_map(|mention| full(mention.read.first));
    let points = || mentions.iter().flat_map(|mention| [Some(mention.read.first), mention.read.second]).flatten();
    let latest = points().filter_map(full).max()?;
    let latest = told.max().filter(|day| latest.year - day.year <= LONGEST_TERM).unwrap_or(latest);
    let is_later =
        |point: Point| matches!(point.when, When::Month { year: Year::Given(year), .. } if year > latest.year + 1);
    (!points().any(is_later)).then(|| Day::of(latest))
}

/// The year that every single-year mention names.
fn only_year(mentions: &[Mention]) -> Option<i32> {
    let mut years =
        mentions.iter().filter(|mention| mention.read.second.is_none()).filter_map(|mention| {
            match mention.read.first.when {
                When::Year(Year::Given(year)) | When::Month { year: Year::Given(year), .. } => Some(year),
                _ => None,
            }
        });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}
