//! What a character is to the tokeniser.

/// What a character is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A small letter, a letter without case, or a mark that combines with one.
    Lower,
    /// A capital.
    Upper,
    /// An ASCII digit.
    Digit,
    /// White space.
    Space,
    /// Punctuation, symbols, anything else.
    Other,
}

/// The character at byte `at` of `text`: what it is, and its size in bytes. Past the end: `Space` of size 0.
#[inline]
#[must_use]
pub fn kind_at(text: &str, at: usize) -> (Kind, usize) {
    let bytes = text.as_bytes();
    match bytes.get(at) {
        None => (Kind::Space, 0),
        Some(&byte) if byte < 0x80 => (ASCII[byte as usize], 1),
        Some(&byte) => wide_kind_at(text, at, byte),
    }
}

/// The same for a character outside ASCII that begins with `byte`.
fn wide_kind_at(text: &str, at: usize, byte: u8) -> (Kind, usize) {
    let bytes = text.as_bytes();
    let next = bytes.get(at + 1).copied().unwrap_or(0);
    match byte {
        // À to ÿ.
        0xc3 if next & 0x9f != 0x97 => (if next & 0x20 == 0 && next != 0x9f { Kind::Upper } else { Kind::Lower }, 2),
        // ă đ ĩ ũ ơ ư and their capitals, which are the even bytes but for ư.
        0xc4 if matches!(next, 0x82 | 0x83 | 0x90 | 0x91 | 0xa8 | 0xa9) => (by_parity(next), 2),
        0xc5 if matches!(next, 0xa8 | 0xa9) => (by_parity(next), 2),
        0xc6 if matches!(next, 0xa0 | 0xa1) => (by_parity(next), 2),
        0xc6 if matches!(next, 0xaf | 0xb0) => (by_parity(next + 1), 2),
        // Ạ to ỹ: capitals are the even code points.
        0xe1 if matches!(next, 0xba | 0xbb) => vietnamese(bytes, at, next).unwrap_or_else(|| other_kind(text, at)),
        _ => other_kind(text, at),
    }
}

/// Past the small Vietnamese letters that begin at byte `at`; others stay.
#[inline]
#[must_use]
pub fn past_small(bytes: &[u8], mut at: usize) -> usize {
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let block = u64::from_le_bytes(*block);
        let run = small_or_wide(block);
        // Letters with marks are few, and the only ones to look at one by one. One may reach into the next block.
        let mut wide = block & (block << 1) & TOPS & FIRST[run];
        while wide != 0 {
            let letter = at + wide.trailing_zeros() as usize / 8;
            if marked_small(bytes, letter) == 0 {
                return letter;
            }
            wide &= wide - 1;
        }
        at += run;
        if run < size_of::<u64>() {
            return at;
        }
    }
    past_last_small(bytes, at)
}

/// The same for the last bytes of a text, which fill no block.
fn past_last_small(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        // A letter that the last block began goes on.
        let goes_on = byte & 0xc0 == 0x80;
        let size = if byte.is_ascii_lowercase() || goes_on { 1 } else { marked_small(bytes, at) };
        if size == 0 {
            break;
        }
        at += size;
    }
    at
}

/// The upper bit of each byte.
const TOPS: u64 = 0x8080_8080_8080_8080;

/// Masks of the first bytes of eight, by their number.
const FIRST: [u64; 9] =
    [0, 0xff, 0xffff, 0xff_ffff, 0xffff_ffff, 0xff_ffff_ffff, 0xffff_ffff_ffff, 0xff_ffff_ffff_ffff, u64::MAX];

/// How many of the first bytes of `block` are small ASCII letters or of characters outside ASCII.
#[inline]
const fn small_or_wide(block: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let low = block & !TOPS;
    // Added so that the upper bit says: not below `a`, above `z`.
    let (from_a, past_z) = (low + ONES * 0x1f, low + ONES * 0x05);
    let good = (from_a & !past_z | block) & TOPS;
    ((good ^ TOPS).trailing_zeros() / 8) as usize
}

/// The size of the small letter with marks at byte `at`; 0 for anything else.
#[inline]
fn marked_small(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([0xe1, 0xba, last, ..]) if *last >= 0xa0 && by_parity(*last) == Kind::Lower => 3,
        Some([0xe1, 0xbb, last, ..]) if *last <= 0xb9 && by_parity(*last) == Kind::Lower => 3,
        Some([0xc3, 0xa0..=0xb6 | 0xb8..=0xbf, ..]) => 2,
        Some([0xc4, 0x83 | 0x91 | 0xa9, ..] | [0xc5, 0xa9, ..] | [0xc6, 0xa1 | 0xb0, ..]) => 2,
        _ => 0,
    }
}

/// The letters with two marks, U+1EA0 to U+1EF9.
#[inline]
fn vietnamese(bytes: &[u8], at: usize, middle: u8) -> Option<(Kind, usize)> {
    let last = *bytes.get(at + 2)?;
    let listed = if middle == 0xba { last >= 0xa0 } else { last <= 0xb9 };
    listed.then_some((by_parity(last), 3))
}

/// Capitals are even, small letters odd.
#[inline]
const fn by_parity(byte: u8) -> Kind {
    if byte & 1 == 0 { Kind::Upper } else { Kind::Lower }
}

fn other_kind(text: &str, at: usize) -> (Kind, usize) {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(char) => (wide_kind(char), char.len_utf8()),
        None => (Kind::Other, 1),
    }
}

fn wide_kind(char: char) -> Kind {
    match char {
        // The Vietnamese letters with two marks: capitals are the even code points.
        '\u{1EA0}'..='\u{1EF9}' => {
            if (char as u32).is_multiple_of(2) {
                Kind::Upper
            } else {
                Kind::Lower
            }
        }
        // The letters with one mark that Vietnamese shares with Western languages, then its own.
        '×' | '÷' => Kind::Other,
        '\u{C0}'..='\u{DE}' | 'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => Kind::Upper,
        '\u{DF}'..='\u{FF}' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => Kind::Lower,
        '\u{300}'..='\u{36F}' => Kind::Lower,
        // Dashes, quotes, the ellipsis.
        '\u{2010}'..='\u{2027}' => Kind::Other,
        _ if char.is_uppercase() => Kind::Upper,
        _ if char.is_alphabetic() => Kind::Lower,
        _ if char.is_whitespace() => Kind::Space,
        _ => Kind::Other,
    }
}

const ASCII: [Kind; 128] = {
    let mut table = [Kind::Other; 128];
    let mut byte: u8 = 0;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' => Kind::Lower,
            b'A'..=b'Z' => Kind::Upper,
            b'0'..=b'9' => Kind::Digit,
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => Kind::Space,
            _ => Kind::Other,
        };
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_by_their_bytes_as_by_themselves() {
        for char in ('\u{80}'..='\u{ffff}').filter(|&char| char != '\u{feff}') {
            let text = format!("{char}a");
            assert_eq!(kind_at(&text, 0), (wide_kind(char), char.len_utf8()), "{char:?}");
            let past = past_small(text.as_bytes(), 0);
            assert!(past == 0 || past == text.len() && wide_kind(char) == Kind::Lower, "{char:?}");
        }
    }

    #[test]
    fn the_middle_of_a_character_is_no_letter() {
        assert_eq!(kind_at("ữ", 1), (Kind::Other, 1));
        assert_eq!(kind_at("ữ", 2), (Kind::Other, 1));
    }
}
