//! Where a number or a code ends: `4-3`, `8h30`, `2,4%`, `30/2020/NĐ-CP`, `05-CT/TƯ`.

use crate::model::token::Shape;
use crate::segment::letter::{self, Kind};

/// The end of the number or code that begins at `start` with a digit, and its shape.
#[must_use]
pub fn number_end(text: &str, start: usize) -> (usize, Shape) {
    let bytes = text.as_bytes();
    let mut at = digits_end(bytes, start);
    // How many dashes there are, and where the last row of digits begins.
    let (mut dashes, mut last) = (0, start);
    loop {
        let Some(&mark) = bytes.get(at) else { return (at, Shape::Number) };
        let goes_on = digit_at(bytes, at + 1);
        match mark {
            // `27-7-1947/27-7-2017`: a slash after a full date with dashes parts two dates.
            b'/' if dashes == 2 && at - last == 4 => return (at, Shape::Number),
            b'.' | b',' | b':' | b'/' | b'-' if goes_on => {
                dashes += usize::from(mark == b'-');
                (last, at) = (at + 1, digits_end(bytes, at + 1));
            }
            b'/' | b'-' if begins_code(text, at + 1) => return (code_end(text, at), Shape::Code),
            b'%' => return (at + 1, Shape::Number),
            // `8h30`, `22h`, `10g15`: a time of day.
            b'h' | b'g' if goes_on => (last, at) = (at + 1, digits_end(bytes, at + 1)),
            b'h' | b'g' if !is_letter(text, at + 1) => return (at + 1, Shape::Number),
            // `5G`, `1A`, `12A1`: one capital.
            b'A'..=b'Z' if !is_letter(text, at + 1) => return (code_end(text, at), Shape::Code),
            _ => return (at, Shape::Number),
        }
    }
}

/// The end of the code that goes on at `at`: letters, digits, and `/ - . & _` between two of these.
#[must_use]
pub fn code_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        let (kind, size) = letter::kind_at(text, at);
        match kind {
            Kind::Lower | Kind::Upper | Kind::Digit => at += size,
            Kind::Other if joins_code(bytes, at) && (digit_at(bytes, at + 1) || begins_code(text, at + 1)) => at += 1,
            Kind::Other | Kind::Space => return at,
        }
    }
}

fn joins_code(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at], b'/' | b'-' | b'.' | b'&' | b'_')
}

/// True where letters of a code begin: `NĐ`, `CP`, `TTg`, `QH14`, a lone capital; not `Bộ`, `tháng`.
fn begins_code(text: &str, at: usize) -> bool {
    let (first, size) = letter::kind_at(text, at);
    if first != Kind::Upper {
        return false;
    }
    letter::kind_at(text, at + size).0 != Kind::Lower
}

fn digits_end(bytes: &[u8], start: usize) -> usize {
    start + bytes.get(start..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn digit_at(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

fn is_letter(text: &str, at: usize) -> bool {
    matches!(letter::kind_at(text, at).0, Kind::Lower | Kind::Upper)
}
