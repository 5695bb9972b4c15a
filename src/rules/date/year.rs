//! Years and what is longer: `năm 2017`, `giai đoạn 2016-2020`, `năm học 2024-2025`, `mùa giải`, `thập niên 90`, `thế kỷ XX`.

use crate::model::token::Shape;
use crate::numeral::roman;
use crate::rules::date::expr::{From, Read, Unit, When, Year};
use crate::rules::date::number::Expect;
use crate::rules::date::scan::Scan;
use crate::rules::date::words as w;

impl Scan<'_, '_> {
    /// `năm …`.
    pub(super) fn year(&self, at: usize) -> Option<Read> {
        let next = at + 1;
        let before = self.before(at);
        if matches!(before, w::THU | w::MUA) {
            return None;
        }
        if self.word(next) == w::HOC || self.word(next) == w::TAI && self.word(next + 1) == w::CHINH {
            let from = if self.word(next) == w::HOC { next + 1 } else { next + 2 };
            return self.years(from).map(|read| Read { rule: "date.period", ..read });
        }
        if let Some(read) = self.years(next) {
            return Some(read);
        }
        let (year, end) = self.year_name(next)?;
        if let Year::Shift(by) = year {
            let anchored = matches!(self.word(end), w::DO | w::KIA)
                || self.word(next) == w::SAU && self.word(end) == crate::w!("khi");
            let counted = self.count_ends_at(at)
                || w::is_vague_before(before)
                    && before != crate::w!("trong")
                    && !matches!(before, w::DEN | w::TOI_UNTIL);
            let lasting = by == 0 && (self.lasts(at) || w::is_many(before));
            if by != 0 && (counted || anchored) || lasting || before == w::NUA {
                return None;
            }
            return Some(Read::one(When::Year(year), end, "date.deictic"));
        }
        Some(Read::one(When::Year(year), end, "date.year"))
    }

    /// True in `đã 3 năm nay`, which is for three years; `quý 3 năm nay` is of this one.
    fn lasts(&self, at: usize) -> bool {
        let counted = at >= 2 && !self.breaks(at) && self.doc.shape(at) == Shape::Lower && self.small(at - 1).is_some();
        counted
            && self.word(at + 1) == w::NAY
            && !matches!(self.word(at - 2), w::THANG | w::QUY | w::QUY_I | w::NGAY | w::THU)
    }

    /// A year or a range of years in digits: `2017`, `2023-2024`, `1960 - 1965`.
    pub(super) fn years(&self, at: usize) -> Option<Read> {
        let numeric = self.run(at)?.read(Expect::Year)?;
        Some(self.with_lost_dash(self.finish_numeric(&numeric, true)?))
    }

    /// `năm học 2024 2025`: two years that a headline parts by no dash.
    pub(super) fn with_lost_dash(&self, read: Read) -> Read {
        match (read.first.when, read.second) {
            (When::Year(Year::Given(year)), None)
                if self.four_digits(read.end) == Some(year + 1) && self.four_digits(read.end + 1).is_none() =>
            {
                Read::range(read.first.when, When::Year(Year::Given(year + 1)), read.end + 1, "date.range")
            }
            _ => read,
        }
    }

    /// `giai đoạn`, `nhiệm kỳ`, `thời kỳ`, `niên khóa`, `niên vụ`, `mùa giải`, `mùa hè`, `chiến dịch`, `vụ` with their years.
    pub(super) fn period(&self, at: usize) -> Option<Read> {
        let (word, second) = (self.doc.word(at), self.word(at + 1));
        let next = match (word, second) {
            (w::GIAI, w::DOAN)
            | (w::NHIEM | w::THOI, w::KY_TERM | w::KY_TERM_I)
            | (w::NIEN, w::KHOA | w::VU)
            | (w::MUA, w::GIAI_SPORT | w::BONG)
            | (w::CHIEN, w::DICH) => at + 2,
            (w::MUA, w::XUAN | w::HE | w::HA | w::THU_AUTUMN | w::DONG) => return self.season(at + 2),
            (w::HE, _) => return self.season(at + 1),
            (w::MUA, _) => at + 1,
            (w::VU, _) => self.crop(at + 1),
            _ => return None,
        };
        if let Some(read) = self.years(next) {
            return (!self.counts(read.end) || read.second.is_some()).then_some(Read { rule: "date.period", ..read });
        }
        if word == w::NHIEM || word == w::GIAI || word == w::THOI || word == w::VU {
            return None;
        }
        let by = w::shift(self.word(next))
            .filter(|_| word == w::MUA && !matches!(self.word(next), w::QUA | w::ROI | w::NAY))
            .filter(|_| self.word(next + 1) != w::DO)?;
        (!self.count_ends_at(at) && !w::is_vague_before(self.before(at)) || self.before(at) == crate::w!("trong")).then(
            || Read::one(When::Relative { unit: Unit::Season, by, from: From::Published }, next + 1, "date.deictic"),
        )
    }

    /// A season's year: `mùa hè 2024`, `hè năm nay`, `mùa thu năm 1945`. The value is the year's.
    fn season(&self, at: usize) -> Option<Read> {
        if let Some((year, end)) = self.year_after(at) {
            return Some(Read::one(When::Year(year), end, "date.period"));
        }
        let by = match self.word(at) {
            w::NAY_THIS => 0,
            w::NGOAI => -1,
            _ => return None,
        };
        Some(Read::one(When::Year(Year::Shift(by)), at + 1, "date.deictic"))
    }

    /// Past the names of a crop season: `Đông Xuân`, `Hè Thu`, `mùa`.
    fn crop(&self, at: usize) -> usize {
        let mut at = at;
        while at < self.doc.tokens.len()
            && (matches!(self.word(at), w::XUAN | w::HE | w::THU_AUTUMN | w::DONG | w::MUA)
                || self.mark(at, "-") && self.doc.shape(at + 1) != Shape::Number)
        {
            at += 1;
        }
        at
    }

    /// `thập niên 90`, `thập kỷ 1990`, `thập niên 80 của thế kỷ XX`.
    pub(super) fn decade(&self, at: usize) -> Option<Read> {
        if !matches!(self.word(at + 1), w::NIEN | w::KY | w::KY_I) {
            return None;
        }
        let mut next = at + 2;
        if self.word(next) == w::NHUNG && self.word(next + 1) == w::NAM {
            next += 2;
        }
        self.decade_number(next)
    }

    /// `những năm 90`, `những năm 1980 - 1990`; the list `những năm 2016, 2017` is of years.
    pub(super) fn years_of_decade(&self, at: usize) -> Option<Read> {
        if self.word(at + 1) != w::NAM {
            return None;
        }
        let read = self.decade_number(at + 2)?;
        let listed = self.mark(read.end, ",") && self.four_digits(read.end + 1).is_some()
            || self.word(read.end) == w::VA && self.four_digits(read.end + 1).is_some();
        (!listed).then_some(read)
    }

    fn decade_number(&self, at: usize) -> Option<Read> {
        if let Some(year) = self.four_digits(at) {
            return (year % 10 == 0 && !self.counts(at + 1))
                .then(|| Read::one(When::Decade(year), self.of_century(at + 1).1, "date.decade"));
        }
        let (value, digits) = self.small(at)?;
        if digits != 2 || value % 10 != 0 || self.counts(at + 1) {
            return None;
        }
        let (century, end) = self.of_century(at + 1);
        let base = match century {
            Some(When::Century(number)) => (number - 1) * 100,
            _ if value <= 20 => 2000,
            _ => 1900,
        };
        Some(Read::one(When::Decade(base + i32::from(value)), end, "date.decade"))
    }

    /// `của thế kỷ XX`, `thế kỷ trước` after a decade.
    fn of_century(&self, at: usize) -> (Option<When>, usize) {
        let next = if self.word(at) == w::CUA { at + 1 } else { at };
        match (self.word(next) == w::THE).then(|| self.century(next)).flatten() {
            Some(read) => (Some(read.first.when), read.end),
            None => (None, at),
        }
    }

    /// `thế kỷ XX`, `thế kỷ 19`, `thế kỷ mười bảy`, `thế kỷ trước`.
    pub(super) fn century(&self, at: usize) -> Option<Read> {
        if !matches!(self.word(at + 1), w::KY | w::KY_I) {
            return None;
        }
        let next = at + 2;
        let by = match self.word(next) {
            w::TRUOC => Some(-1),
            w::NAY_THIS => Some(0),
            _ => None,
        };
        if let Some(by) = by {
            return (!self.count_ends_at(at) && !w::is_many(self.before(at)))
                .then(|| Read::one(When::CenturyShift(by), next + 1, "date.century"));
        }
        if self.doc.gap(next).is_break() || self.count_ends_at(at) {
            return None;
        }
        let text = self.doc.token_text(next);
        let (number, end) = match roman(text).and_then(|number| i32::try_from(number).ok()) {
            Some(number) => (number, next + 1),
            None => self.count(next).map(|(number, end)| (i32::from(number), end))?,
        };
        let is_before_christ = self.word(end) == w::TRUOC || self.word(end) == crate::w!("tcn");
        ((1..=21).contains(&number) && !is_before_christ).then(|| Read::one(When::Century(number), end, "date.century"))
    }
}
