//! Dates of publication as containers write them (feeds, headers, database columns, date lines) -> RFC 3339, cut to
//! the precision known. Dates in prose are the business of the rules.

/// `text` as an RFC 3339 date or date-time: `2017`, `2017-03`, `2017-03-04`, `2017-03-04T22:22:00+07:00` (without an
/// offset where none is known). `None` where it is no date.
///
/// Day stands before month, as Vietnamese writes it: `04/03/2017` is 4 March. Words around a full date are skipped
/// (`Cập nhật lúc22:22, Thứ Bảy, 04/03/2017 (GMT+7)`); a bare year or month must stand alone.
#[must_use]
pub fn parse(text: &str) -> Option<String> {
    let parts = Parts::of(text);
    let Some(((year, month, day), at)) = parts.full_date() else {
        return parts.year_or_month();
    };
    if !(1..=12).contains(&month) || !(1..=days(year, month)).contains(&day) {
        return None;
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(match parts.time(at) {
        Some((hour, minute, second, after)) => {
            format!("{date}T{hour:02}:{minute:02}:{second:02}{}", parts.offset(after).unwrap_or_default())
        }
        None => date,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A number of so many digits.
    Number(u32, usize),
    Month(u32),
    Mark(char),
}

struct Parts(Vec<Part>);

impl Parts {
    /// The numbers, English months and marks of `text`; other words are dropped.
    fn of(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text.trim();
        while let Some(first) = rest.chars().next() {
            let alike = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
            let end = match rest.find(|c| !alike(c)) {
                Some(0) => first.len_utf8(),
                Some(end) => end,
                None => rest.len(),
            };
            let (word, after) = rest.split_at(end);
            rest = after;
            if first.is_ascii_digit() {
                parts.push(Part::Number(word.parse().unwrap_or(u32::MAX), word.len()));
            } else if let Some(month) = english_month(word) {
                parts.push(Part::Month(month));
            } else if first.is_alphabetic() && word.chars().count() > 1 {
                // `T` and `Z` of ISO 8601 and `h` of 22h22 are marks; longer words say nothing.
                parts.push(Part::Mark('…'));
            } else if !first.is_whitespace() || parts.last() != Some(&Part::Mark(' ')) {
                parts.push(Part::Mark(if first.is_whitespace() { ' ' } else { first }));
            }
        }
        Self(parts)
    }

    /// The first full date, and the index of the part where it begins.
    fn full_date(&self) -> Option<((u32, u32, u32), usize)> {
        use Part::{Mark, Month, Number};
        let joins = |mark: char| matches!(mark, '-' | '/' | '.');
        let spaced = |mark: char| matches!(mark, '-' | ' ');
        (0..self.0.len()).find_map(|at| {
            let date = match &self.0[at..] {
                [Number(year, 4), Mark(a), Number(month, 1 | 2), Mark(b), Number(day, 1 | 2), ..]
                | [Number(day, 1 | 2), Mark(a), Number(month, 1 | 2), Mark(b), Number(year, 4), ..]
                    if joins(*a) && a == b =>
                {
                    (*year, *month, *day)
                }
                [Number(day, 1 | 2), Mark(a), Month(month), Mark(b), Number(year, 4), ..]
                    if spaced(*a) && spaced(*b) =>
                {
                    (*year, *month, *day)
                }
                [Number(packed, 8), rest @ ..] if at == 0 && !matches!(rest, [Number(..), ..]) => {
                    (packed / 10_000, packed / 100 % 100, packed % 100)
                }
                _ => return None,
            };
            (1000..3000).contains(&date.0).then_some((date, at))
        })
    }

    fn year_or_month(&self) -> Option<String> {
        match self.0[..] {
            [Part::Number(year @ 1000..3000, 4)] => Some(format!("{year:04}")),
            [Part::Number(year @ 1000..3000, 4), Part::Mark('-' | '/'), Part::Number(month @ 1..=12, 1 | 2)]
            | [Part::Number(month @ 1..=12, 1 | 2), Part::Mark('-' | '/'), Part::Number(year @ 1000..3000, 4)] => {
                Some(format!("{year:04}-{month:02}"))
            }
            _ => None,
        }
    }

    /// The time of day: the first after the date (the parts from `date` on), else the first of all. With the index
    /// of the part after it.
    fn time(&self, date: usize) -> Option<(u32, u32, u32, usize)> {
        use Part::{Mark, Number};
        let at = |at: usize| match &self.0[at..] {
            [Number(hour, 1 | 2), Mark(':' | 'h'), Number(minute, 2), rest @ ..] if *hour < 24 && *minute < 60 => {
                match rest {
                    [Mark(':'), Number(second, 2), rest @ ..] if *second < 60 => Some((
                        *hour,
                        *minute,
                        *second,
                        at + 5 + if matches!(rest, [Mark('.'), Number(..), ..]) { 2 } else { 0 },
                    )),
                    _ => Some((*hour, *minute, 0, at + 3)),
                }
            }
            _ => None,
        };
        (date..self.0.len()).find_map(at).or_else(|| (0..date).find_map(at))
    }

    /// The offset from UTC that stands after part `from`: `Z`, `+0700`, `+07:00`, `GMT+7`.
    fn offset(&self, from: usize) -> Option<String> {
        use Part::{Mark, Number};
        let rest = self.0.get(from..)?;
        if let [Mark('Z'), ..] = rest {
            return Some("Z".to_owned());
        }
        rest.windows(2).enumerate().find_map(|(at, pair)| {
            let [Mark(sign @ ('+' | '-')), Number(hours, digits)] = *pair else { return None };
            let (hours, minutes) = match (digits, rest.get(at + 2..at + 4)) {
                (4, _) => (hours / 100, hours % 100),
                (1 | 2, Some([Mark(':'), Number(minutes, 2)])) => (hours, *minutes),
                (1 | 2, _) if at > 0 || sign == '+' => (hours, 0),
                _ => return None,
            };
            (hours <= 14 && minutes < 60).then(|| format!("{sign}{hours:02}:{minutes:02}"))
        })
    }
}

fn english_month(word: &str) -> Option<u32> {
    let head = word.get(..3)?;
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let index = months.iter().position(|month| head.eq_ignore_ascii_case(month))?;
    u32::try_from(index + 1).ok()
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_forms_of_feeds_columns_and_date_lines() {
        let cases = [
            ("2017-03-04", "2017-03-04"),
            ("2017", "2017"),
            ("2017-03", "2017-03"),
            ("03/2017", "2017-03"),
            ("20201001", "2020-10-01"),
            ("4/3/2017", "2017-03-04"),
            ("04.03.2017", "2017-03-04"),
            ("26/09/2017 22:05", "2017-09-26T22:05:00"),
            ("22:05 26/09/2017", "2017-09-26T22:05:00"),
            ("2017-03-04T22:22:05+07:00", "2017-03-04T22:22:05+07:00"),
            ("2017-03-04T22:22:05.123Z", "2017-03-04T22:22:05Z"),
            ("2017-03-04 22:22:05", "2017-03-04T22:22:05"),
            ("Mon, 08 Apr 2024 04:00:00 +0700", "2024-04-08T04:00:00+07:00"),
            ("Cập nhật lúc22:22, Thứ Bảy, 04/03/2017 (GMT+7)", "2017-03-04T22:22:00+07:00"),
            ("Thứ Bảy, ngày 04/03/2017 - 22h22", "2017-03-04T22:22:00"),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "2018-2021", "crawled Dec 2025", "31/02/2017", "2017-13-01", "99999999", "hôm qua", "0000-00-00"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
