//! Dates in digits: `4-3`, `04/03/2017`, `16- 20/11/2025`, `25.5-3.6`, `2011-2016`.
//!
//! A run of numbers may stand in one token or in several (`4 - 3`). Which number is a day, a month or a year follows
//! from their count, their separators and their digits; day before month, always (as Nghị định 30/2020/NĐ-CP writes it).

use crate::calendar::month_length;
use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Gap, Shape};

/// No run of numbers that is a date has more.
const MOST: usize = 7;

/// Numbers with separators between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    count: usize,
    numbers: [Number; MOST],
}

/// One number of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u16,
    pub(super) digits: u8,
    /// The separator before it; 0 before the first.
    mark: u8,
    /// True where white space stands at that separator.
    spaced: bool,
    /// One past the token that ends with it; 0 where the token goes on.
    end: usize,
}

/// Numbers read as a date, as far as they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Day(u8),
    DayMonth(u8, u8),
    MonthYear(u8, i32),
    DayMonthYear(u8, u8, i32),
    Month(u8),
    Year(i32),
}

/// A run's prefix read as a date or a range of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeric {
    pub(super) first: Side,
    pub(super) second: Option<Side>,
    /// One past its last token.
    pub(super) end: usize,
    /// The separator between its first two numbers, dashes as `-`; 0 for a single number.
    pub(super) mark: u8,
    /// How many digits its first number has.
    pub(super) digits: u8,
}

/// What the word before a run says of its first number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    /// A day, a month with its year, or a year.
    Any,
    /// `tháng`: a month.
    Month,
    /// `năm`, `giai đoạn`: a year.
    Year,
}

/// The run of numbers that begins with token `at`.
pub(super) fn run(doc: &Annotated<'_>, at: usize) -> Option<Run> {
    let mut run = Run { count: 0, numbers: [Number::default(); MOST] };
    let (mut mark, mut spaced, mut index) = (0, false, at);
    loop {
        if doc.shape(index) != Shape::Number || !run.push(doc.token_text(index), mark, spaced, index + 1) {
            break;
        }
        let next = doc.gap(index + 1);
        if doc.shape(index + 1) != Shape::Punct || next.is_break() || doc.gap(index + 2).is_break() {
            break;
        }
        mark = match doc.token_text(index + 1) {
            "-" | "–" | "—" => b'-',
            "/" => b'/',
            "." if next == Gap::None && doc.gap(index + 2) == Gap::None => b'.',
            _ => break,
        };
        spaced = next != Gap::None || doc.gap(index + 2) != Gap::None;
        index += 2;
    }
    (run.count > 0).then_some(run)
}

impl Run {
    /// Adds the numbers of one token; false where it holds anything but numbers and date separators, or too many.
    fn push(&mut self, text: &str, mark: u8, spaced: bool, end: usize) -> bool {
        let before = self.count;
        let (mut mark, mut spaced) = (mark, spaced);
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            let mut value: u16 = 0;
            while at < bytes.len() && bytes[at].is_ascii_digit() {
                value = value.saturating_mul(10).saturating_add(u16::from(bytes[at] - b'0'));
                at += 1;
            }
            if at == start || at - start > 4 || self.count == MOST {
                self.count = before;
                return false;
            }
            let digits = u8::try_from(at - start).unwrap_or(4);
            self.numbers[self.count] = Number { value, digits, mark, spaced, end: 0 };
            self.count += 1;
            spaced = false;
            match bytes.get(at) {
                Some(&(b'-' | b'/' | b'.')) => mark = bytes[at],
                None => break,
                Some(_) => {
                    self.count = before;
                    return false;
                }
            }
            at += 1;
        }
        self.numbers[self.count - 1].end = end;
        true
    }

    fn numbers(&self) -> &[Number] {
        &self.numbers[..self.count]
    }

    /// The only number, where the run is one, and where it ends.
    pub(super) fn single(&self) -> Option<(Number, usize)> {
        (self.count == 1).then(|| (self.numbers[0], self.numbers[0].end))
    }

    /// The longest prefix that ends with a token and reads as a date.
    pub(super) fn read(&self, expect: Expect) -> Option<Numeric> {
        (1..=self.count).rev().filter(|&count| self.numbers[count - 1].end != 0).find_map(|count| {
            let numbers = &self.numbers()[..count];
            let (first, second) = whole(numbers, expect).or_else(|| split(numbers, expect))?;
            let mark = if count > 1 { numbers[1].mark } else { 0 };
            Some(Numeric { first, second, end: numbers[count - 1].end, mark, digits: numbers[0].digits })
        })
    }

    /// True where the run has the form of a day and month that the calendar does not have: `31/2`, only where `called` a
    /// day; `31/02/2017`, always.
    pub(super) fn is_impossible(&self, called: bool) -> bool {
        let small = |n: &Number| n.digits <= 2;
        match self.numbers() {
            [d, m] => called && day_of(d).is_some() && month_of(m).is_some() && day_month(d, m).is_none(),
            [d, m, y] => {
                let form = small(d) && small(m) && y.digits == 4 && is_year(y) && m.mark == y.mark && y.mark != b'.';
                form && side(&[*d, *m, *y], Expect::Any).is_none()
            }
            _ => false,
        }
    }
}

/// The numbers as one date, or as two years that belong together: `2023/24`.
fn whole(numbers: &[Number], expect: Expect) -> Option<(Side, Option<Side>)> {
    if let [first, second] = numbers {
        let (from, to) = (i32::from(first.value), i32::from(second.value));
        if first.digits == 4 && is_year(first) && matches!(second.mark, b'/' | b'-') {
            if second.digits == 2 && to == (from + 1) % 100 {
                return Some((Side::Year(from), Some(Side::Year(from + 1))));
            }
            if second.digits == 4 && is_year(second) && (from < to || expect == Expect::Year && from == to) {
                return Some((Side::Year(from), Some(Side::Year(to))));
            }
            return None;
        }
    }
    // A date's separators are of one kind; `15/5-1999` has a year that settles it.
    if numbers.len() > 1 && numbers[1..].iter().any(|n| n.mark != numbers[1].mark || n.spaced != numbers[1].spaced) {
        let settled = matches!(numbers, [_, _, year] if year.digits == 4 && numbers[1].mark != b'-');
        if !settled {
            return None;
        }
    }
    side(numbers, expect).map(|side| (side, None))
}

/// The numbers as a range, at the dash that parts them: `16-20/11/2025`.
fn split(numbers: &[Number], expect: Expect) -> Option<(Side, Option<Side>)> {
    (1..numbers.len()).filter(|&at| numbers[at].mark == b'-').find_map(|at| {
        let (left, right) = numbers.split_at(at);
        let dash = &right[0];
        let is_apart = |part: &[Number]| {
            part[1..].iter().all(|n| n.mark == part[1].mark)
                && part[1..]
                    .iter()
                    .all(|n| n.mark != b'-' || (dash.spaced && !n.spaced) || numbers.len() != 2 * part.len())
        };
        let symmetric = left.len() == right.len() && left.len() == 3;
        if !(symmetric || is_apart(left) && is_apart(right)) {
            return None;
        }
        let (first, second) = (side(left, expect)?, side(right, expect)?);
        is_range(first, second).then_some((first, Some(second)))
    })
}

/// True where the two can be the ends of a range.
fn is_range(first: Side, second: Side) -> bool {
    match (first, second) {
        (Side::Day(from), Side::DayMonth(to, _) | Side::DayMonthYear(to, _, _)) => from < to,
        (Side::DayMonth(d1, m1), Side::DayMonth(d2, m2)) => (d1, m1) != (d2, m2),
        (Side::DayMonth(..), Side::DayMonthYear(..)) => true,
        (Side::DayMonthYear(d1, m1, y1), Side::DayMonthYear(d2, m2, y2)) => (y1, m1, d1) < (y2, m2, d2),
        (Side::DayMonthYear(_, _, from), Side::Year(to)) => from < to,
        (Side::Month(from), Side::MonthYear(to, _)) | (Side::Month(from), Side::Month(to)) => from < to,
        (Side::MonthYear(m1, y1), Side::MonthYear(m2, y2)) => (y1, m1) < (y2, m2),
        _ => false,
    }
}

fn side(numbers: &[Number], expect: Expect) -> Option<Side> {
    match (numbers, expect) {
        ([year], Expect::Year | Expect::Any) if year.digits == 4 && is_year(year) => {
            Some(Side::Year(i32::from(year.value)))
        }
        ([year], Expect::Year) if year.digits == 3 && year.value >= 100 => Some(Side::Year(i32::from(year.value))),
        ([month], Expect::Month) => month_of(month).map(Side::Month),
        ([month, year], Expect::Month | Expect::Any) if year.digits == 4 => {
            (is_year(year)).then_some(Side::MonthYear(month_of(month)?, i32::from(year.value)))
        }
        ([day], Expect::Any) => day_of(day).map(Side::Day),
        ([day, month], Expect::Any) => day_month(day, month),
        ([year, month, day], Expect::Any) if year.digits == 4 && month.digits == 2 && day.digits == 2 => {
            full(day, month, year)
        }
        ([day, month, year], Expect::Any) => full(day, month, year),
        _ => None,
    }
}

fn day_month(day: &Number, month: &Number) -> Option<Side> {
    let (day, month) = (day_of(day)?, month_of(month)?);
    // Without its year, 29 February may be.
    (day <= month_length(2000, month)).then_some(Side::DayMonth(day, month))
}

fn full(day: &Number, month: &Number, year: &Number) -> Option<Side> {
    let year_value = match year.digits {
        4 if is_year(year) => i32::from(year.value),
        2 if year.mark != b'.' && day.digits <= 2 => two_digits(i32::from(year.value)),
        _ => return None,
    };
    let (day, month) = (day_of(day)?, month_of(month)?);
    (day <= month_length(year_value, month)).then_some(Side::DayMonthYear(day, month, year_value))
}

/// The year that two digits stand for: 1930 to 2029, since the texts are of our time.
pub(super) const fn two_digits(value: i32) -> i32 {
    if value < 30 { 2000 + value } else { 1900 + value }
}

fn is_year(number: &Number) -> bool {
    (1000..=2199).contains(&number.value)
}

fn day_of(number: &Number) -> Option<u8> {
    (number.digits <= 2 && (1..=31).contains(&number.value)).then(|| u8::try_from(number.value).unwrap_or(0))
}

fn month_of(number: &Number) -> Option<u8> {
    (number.digits <= 2 && (1..=12).contains(&number.value)).then(|| u8::try_from(number.value).unwrap_or(0))
}
