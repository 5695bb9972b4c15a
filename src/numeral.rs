//! Numbers that are not written in digits: Roman numerals, and the small numbers spelled out.
//!
//! Owns what words and letters count for; what is counted is left to the rules.

use crate::model::token::Word;
use crate::w;

/// The value of a Roman numeral in capitals, 1 to 3,999; `None` for any other text.
#[must_use]
pub fn roman(text: &str) -> Option<u32> {
    let digit = |byte| match byte {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        b'D' => Some(500),
        b'M' => Some(1000),
        _ => None,
    };
    if text.is_empty() || text.len() > 15 {
        return None;
    }
    let mut total = 0;
    let mut ahead = 0;
    for byte in text.bytes().rev() {
        let value: u32 = digit(byte)?;
        if value < ahead {
            total -= value;
        } else {
            total += value;
            ahead = value;
        }
    }
    (write_roman(total) == text).then_some(total)
}

/// The number spelled by the words from the first on, 1 to 99, and how many words it takes: `mười một`, `hai mươi mốt`.
///
/// `word` gives the word at a distance from the first. A lone `năm` counts as five: whether it is the year is for the
/// caller to know.
#[must_use]
pub fn spelled(word: impl Fn(usize) -> Word) -> Option<(u32, usize)> {
    let first = unit(word(0));
    if word(0) == w!("mười") {
        return Some(match unit(word(1)) {
            // Fifteen is `mười lăm`: `mười năm` is ten years, or October of a year.
            Some(value) if word(1) != w!("năm") => (10 + value, 2),
            None if word(1) == w!("lăm") => (15, 2),
            _ => (10, 1),
        });
    }
    let tens = first?;
    if word(1) == w!("mươi") && tens > 1 {
        return Some(match trailing_unit(word(2)) {
            Some(value) => (tens * 10 + value, 3),
            None => (tens * 10, 2),
        });
    }
    if word(1) == w!("mốt") && tens > 1 {
        return Some((tens * 10 + 1, 2));
    }
    Some((tens, 1))
}

fn unit(word: Word) -> Option<u32> {
    Some(match word {
        w if w == w!("một") => 1,
        w if w == w!("hai") => 2,
        w if w == w!("ba") => 3,
        w if w == w!("bốn") || w == w!("tư") => 4,
        w if w == w!("năm") => 5,
        w if w == w!("sáu") => 6,
        w if w == w!("bảy") || w == w!("bẩy") => 7,
        w if w == w!("tám") => 8,
        w if w == w!("chín") => 9,
        _ => return None,
    })
}

fn trailing_unit(word: Word) -> Option<u32> {
    match word {
        w if w == w!("mốt") => Some(1),
        w if w == w!("lăm") || w == w!("nhăm") => Some(5),
        w if w == w!("một") || w == w!("năm") => None,
        other => unit(other),
    }
}

fn write_roman(mut value: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (step, letters) in STEPS {
        while value >= step {
            out.push_str(letters);
            value -= step;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::token::word;

    fn read(text: &str) -> Option<(u32, usize)> {
        let words: Vec<Word> = text.split(' ').map(word).collect();
        spelled(|at| words.get(at).copied().unwrap_or_default())
    }

    #[test]
    fn roman_numerals() {
        assert_eq!(roman("XX"), Some(20));
        assert_eq!(roman("XIV"), Some(14));
        assert_eq!(roman("IV"), Some(4));
        assert_eq!(roman("IIII"), None);
        assert_eq!(roman("IC"), None);
        assert_eq!(roman("TX"), None);
        assert_eq!(roman(""), None);
    }

    #[test]
    fn spelled_numbers() {
        assert_eq!(read("ba"), Some((3, 1)));
        assert_eq!(read("mười một tháng"), Some((11, 2)));
        assert_eq!(read("mười lăm"), Some((15, 2)));
        assert_eq!(read("hai mươi"), Some((20, 2)));
        assert_eq!(read("hai mươi mốt"), Some((21, 3)));
        assert_eq!(read("ba mốt"), Some((31, 2)));
        assert_eq!(read("hai mươi năm"), Some((20, 2)), "twenty years, not twenty-five");
        assert_eq!(read("mười năm"), Some((10, 1)));
        assert_eq!(read("ngày"), None);
    }
}
