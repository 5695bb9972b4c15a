//! [`Scan`]: where the grammar of dates stands in the tokens; dispatch by a date's first word.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Shape, Word};
use crate::rules::date::expr::Read;
use crate::rules::date::number::{self, Run};
use crate::rules::date::words as w;

/// The tokens, and where the last date found ends.
#[derive(Clone, Copy)]
pub(super) struct Scan<'s, 'd> {
    pub(super) doc: &'s Annotated<'d>,
    /// One past the last token of the date before; 0 where there is none.
    pub(super) last_end: usize,
    /// The token at which the grammar stands: the line end before it does not count.
    pub(super) start: usize,
}

impl Scan<'_, '_> {
    /// True where a line ends before `at`, so that nothing read so far goes on there.
    pub(super) fn breaks(&self, at: usize) -> bool {
        at != self.start && self.doc.gap(at).is_break()
    }

    /// The word at `at`; no word past the end, or where a line ends before it.
    pub(super) fn word(&self, at: usize) -> Word {
        if self.breaks(at) { Word(0) } else { self.doc.word(at) }
    }

    /// The word before `at` in the same line; no word at a line's start.
    pub(super) fn before(&self, at: usize) -> Word {
        match at.checked_sub(1) {
            Some(before) if !self.doc.gap(at).is_break() => self.doc.word(before),
            _ => Word(0),
        }
    }

    /// True where the token before `at`, in the same line, reads `mark`.
    pub(super) fn mark_before(&self, at: usize, mark: &str) -> bool {
        at > 0 && !self.doc.gap(at).is_break() && self.doc.token_text(at - 1) == mark
    }

    /// True where the token at `at`, in the same line, reads `mark`.
    pub(super) fn mark(&self, at: usize, mark: &str) -> bool {
        !self.doc.gap(at).is_break() && self.doc.shape(at) == Shape::Punct && self.doc.token_text(at) == mark
    }

    /// True where the sentence goes on at `at` with a word or a number.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        !self.breaks(at) && self.doc.shape(at) != Shape::Punct
    }

    /// The run of numbers at `at`, in the same line.
    pub(super) fn run(&self, at: usize) -> Option<Run> {
        if self.breaks(at) || self.doc.shape(at) != Shape::Number { None } else { number::run(self.doc, at) }
    }

    /// A number of one or two digits alone in its token: value, how many digits.
    pub(super) fn small(&self, at: usize) -> Option<(u8, u8)> {
        if self.breaks(at) || self.doc.shape(at) != Shape::Number {
            return None;
        }
        match self.doc.token_text(at).as_bytes() {
            [a @ b'0'..=b'9'] => Some((a - b'0', 1)),
            [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some(((a - b'0') * 10 + (b - b'0'), 2)),
            _ => None,
        }
    }

    /// A small number in digits or spelled, and where it ends.
    pub(super) fn count(&self, at: usize) -> Option<(u8, usize)> {
        if let Some((value, _)) = self.small(at) {
            return Some((value, at + 1));
        }
        let (value, words) = crate::numeral::spelled(|ahead| self.word(at + ahead))?;
        Some((u8::try_from(value).ok()?, at + words))
    }

    /// True where what stands at `at` is counted by a number before it: `5 người`, `3%`.
    pub(super) fn counts(&self, at: usize) -> bool {
        self.goes_on(at)
            && self.doc.shape(at) != Shape::Title
            && w::is_counted(self.word(at))
            && !self.is_date_word(at)
            && !(self.word(at) == crate::w!("đồng") && w::is_together(self.word(at + 1)))
            || self.mark(at, "%")
    }

    /// True where a unit of time at `at` opens a date of its own rather than being counted: `ngày 4-3`, `năm 2017`.
    fn is_date_word(&self, at: usize) -> bool {
        matches!(self.word(at), w::NGAY | w::THANG | w::NAM) && self.doc.shape(at + 1) == Shape::Number
    }

    /// True where a date may end a phrase before `at`: at a mark, a line's end, a capital, a word of grammar.
    pub(super) fn may_end(&self, at: usize) -> bool {
        !self.goes_on(at) || self.doc.shape(at).is_capital() || w::is_after_date(self.word(at))
    }

    /// True for `hằng ngày`, `hàng tháng`, `mỗi năm` at `at`, and behind a weekday there: `16h thứ Sáu hằng tuần`.
    pub(super) fn recurs(&self, at: usize) -> bool {
        let at = self.weekday_name(at).map_or(at, |(_, end)| end);
        matches!(self.word(at), w::HANG | w::HANG_EVERY | w::MOI)
            && matches!(self.word(at + 1), w::NGAY | w::TUAN | w::THANG | w::NAM | w::QUY)
    }

    /// True for `TCN`, `trước Công nguyên`, `tr.CN` at `at`: years before our era have no value.
    pub(super) fn before_our_era(&self, at: usize) -> bool {
        self.word(at) == crate::w!("tcn")
            || self.word(at) == w::TRUOC
                && (self.word(at + 1) == w::CN
                    || self.word(at + 1) == crate::w!("công") && self.word(at + 2) == crate::w!("nguyên"))
            || self.word(at) == crate::w!("tr")
    }

    /// True where the date before ends right before `at`, or is parted from it only by one of `, ( - | và`.
    pub(super) fn follows_date(&self, at: usize) -> bool {
        if self.last_end == 0 || self.doc.gap(at).is_break() {
            return false;
        }
        if self.last_end == at {
            return true;
        }
        self.last_end + 1 == at
            && (matches!(self.doc.token_text(at - 1), "," | "(" | "-" | "–" | "|" | ";") || self.before(at) == w::VA)
    }

    /// The date that begins at `at`, if one does. `bound` says that something before it calls for a date, so that bare
    /// numbers are taken too.
    pub(super) fn date(&self, at: usize, bound: bool) -> Option<Read> {
        if self.doc.shape(at) == Shape::Number {
            return self.in_digits(at, bound);
        }
        match self.doc.word(at) {
            w::NGAY => self.day(at),
            w::HOM => self.hom(at),
            w::MUNG | w::MONG | w::RAM => self.lunar(at),
            w::THANG => self.month(at),
            w::NAM => self.year(at),
            w::QUY | w::QUY_I => self.quarter(at),
            w::TUAN => self.week(at),
            w::SANG | w::TRUA | w::CHIEU | w::TOI | w::DEM | w::KHUYA | w::RANG | w::BUOI => self.part_of_day(at),
            w::DAU | w::GIUA | w::CUOI | w::NUA => self.edge(at),
            w::THUONG | w::TRUNG | w::HA => self.third_of_month(at),
            w::THU | w::CHU | w::CHUA | w::CN => self.weekday(at, bound),
            w::GIAI | w::NHIEM | w::THOI | w::NIEN | w::MUA | w::CHIEN | w::VU | w::HE => self.period(at),
            w::THAP => self.decade(at),
            w::NHUNG => self.years_of_decade(at),
            w::THE => self.century(at),
            w::CUNG => self.same_day(at),
            w::CACH => self.ago_from_here(at),
            w::ONE | w::TWO | w::THREE | w::FOUR | w::SIX | w::SEVEN | w::EIGHT | w::NINE | w::TEN => self.counted(at),
            w::TET | w::XUAN => None,
            _ => self.in_letters(at),
        }
    }
}

impl Scan<'_, '_> {
    /// A date, or a bare day in a list whose last member names the month: `5` in `ngày 4, 5, 6/3`.
    pub(super) fn find_or_list(&self, at: usize) -> Option<crate::rules::date::range::Found> {
        use crate::rules::date::range::Found;
        if let Some(found) = self.find(at) {
            return Some(found);
        }
        if self.last_end == 0 || self.last_end + 1 != at || !self.follows_date(at) || self.mark_before(at, "(") {
            return None;
        }
        let (day, _) = self.small(at)?;
        let before = self.doc.token_text(self.last_end - 1);
        let is_after_day = before.len() <= 2 && before.bytes().all(|byte| byte.is_ascii_digit());
        (is_after_day && self.list_names_month(at)).then(|| {
            let when = crate::rules::date::expr::When::Day {
                year: crate::rules::date::expr::Year::Unstated,
                month: None,
                day,
            };
            Found::Date(Read::one(when, at + 1, "date.day"))
        })
    }

    /// True where the bare days from `at` on end with one that has its month.
    fn list_names_month(&self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..12 {
            if !(self.mark(at + 1, ",") || self.word(at + 1) == w::VA) {
                return false;
            }
            at += 2;
            if self.small(at).is_none() {
                return self.run(at).is_some_and(|run| run.read(number::Expect::Any).is_some());
            }
            if self.word(at + 1) == w::THANG {
                return true;
            }
        }
        false
    }
}
