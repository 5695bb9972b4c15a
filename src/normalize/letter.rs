//! The 29 letters of Vietnamese and their six tones, as small numbers: what the syllable check and the fold work on.
//!
//! Lower case and precomposed letters only; whoever has others folds first.

/// One letter without its tone: 1 to 29 in the order of the alphabet, 0 for none.
pub(crate) type Code = u8;

/// A tone, as its index in a row of [`VOWELS`]: none, huyền, sắc, hỏi, ngã, nặng.
pub(crate) type Tone = u8;

/// No tone mark (*ngang*).
pub(crate) const LEVEL: Tone = 0;
/// The grave of `à`.
pub(crate) const HUYEN: Tone = 1;
/// The acute of `á`.
pub(crate) const SAC: Tone = 2;
/// The hook of `ả`.
pub(crate) const HOI: Tone = 3;
/// The tilde of `ã`.
pub(crate) const NGA: Tone = 4;
/// The dot of `ạ`.
pub(crate) const NANG: Tone = 5;

const ALPHABET: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxy";

/// The vowel letters, each in its six tones.
const VOWELS: [&str; 12] = [
    "aàáảãạ",
    "ăằắẳẵặ",
    "âầấẩẫậ",
    "eèéẻẽẹ",
    "êềếểễệ",
    "iìíỉĩị",
    "oòóỏõọ",
    "ôồốổỗộ",
    "ơờớởỡợ",
    "uùúủũụ",
    "ưừứửữự",
    "yỳýỷỹỵ",
];

/// One past the last letter of the lower block, `ư`.
const LOW_END: usize = 0x1B1;
/// The first and one past the last letter of the upper block, `Ạ` to `ỹ`.
const HIGH: u32 = 0x1EA0;
const HIGH_LEN: usize = 0x5A;

static LOW_LETTERS: [u8; LOW_END] = TABLES.low;
static HIGH_LETTERS: [u8; HIGH_LEN] = TABLES.high;
static FORMS: [[char; 6]; 32] = TABLES.forms;

/// The letter and tone of a lower-case Vietnamese character; `None` for any other.
#[inline]
pub(crate) fn of(c: char) -> Option<(Code, Tone)> {
    let at = u32::from(c);
    let packed = match at.checked_sub(HIGH) {
        None => LOW_LETTERS.get(at as usize),
        Some(high) => HIGH_LETTERS.get(high as usize),
    };
    match packed {
        None | Some(0) => None,
        Some(packed) => Some((packed & 31, packed >> 5)),
    }
}

/// The character of a letter in a tone. A consonant has the one form, whatever the tone.
pub(crate) fn form(code: Code, tone: Tone) -> char {
    FORMS[usize::from(code & 31)][usize::from(tone % 6)]
}

/// Up to six letters as one number, five bits each: for tables of onsets and rimes. The text holds letters without
/// tones; anything else counts as letter 0.
pub(crate) const fn key(letters: &str) -> u32 {
    let bytes = letters.as_bytes();
    let (mut at, mut key) = (0, 0);
    while at < bytes.len() {
        let (c, next) = decode(bytes, at);
        key = key << 5 | if (c as usize) < LOW_END { (TABLES.low[c as usize] & 31) as u32 } else { 0 };
        at = next;
    }
    key
}

/// As [`key`], of letters that are codes already.
pub(crate) fn key_of(letters: &[Code]) -> u32 {
    letters.iter().fold(0, |key, &code| key << 5 | u32::from(code))
}

struct Tables {
    low: [u8; LOW_END],
    high: [u8; HIGH_LEN],
    forms: [[char; 6]; 32],
}

const TABLES: Tables = tables();

const fn tables() -> Tables {
    let mut tables = Tables { low: [0; LOW_END], high: [0; HIGH_LEN], forms: [['\u{FFFD}'; 6]; 32] };
    let bytes = ALPHABET.as_bytes();
    let (mut at, mut code) = (0, 1);
    while at < bytes.len() {
        let (c, next) = decode(bytes, at);
        tables.low[c as usize] = code;
        tables.forms[code as usize] = [c; 6];
        at = next;
        code += 1;
    }
    let mut row = 0;
    while row < VOWELS.len() {
        let bytes = VOWELS[row].as_bytes();
        let (first, mut at) = decode(bytes, 0);
        let code = tables.low[first as usize];
        let mut tone = 1;
        while at < bytes.len() {
            let (c, next) = decode(bytes, at);
            let packed = code | tone << 5;
            if (c as usize) < LOW_END {
                tables.low[c as usize] = packed;
            } else {
                tables.high[(c as u32 - HIGH) as usize] = packed;
            }
            tables.forms[code as usize][tone as usize] = c;
            at = next;
            tone += 1;
        }
        row += 1;
    }
    tables
}

/// The character at `at` and where the next one begins. `char` has no constant decoder; three bytes are enough here.
const fn decode(bytes: &[u8], at: usize) -> (char, usize) {
    let lead = bytes[at] as u32;
    let (value, len) = if lead < 0x80 {
        (lead, 1)
    } else if lead < 0xE0 {
        ((lead & 0x1F) << 6 | (bytes[at + 1] & 0x3F) as u32, 2)
    } else {
        ((lead & 0x0F) << 12 | ((bytes[at + 1] & 0x3F) as u32) << 6 | (bytes[at + 2] & 0x3F) as u32, 3)
    };
    match char::from_u32(value) {
        Some(c) => (c, at + len),
        None => ('\u{FFFD}', at + len),
    }
}

/// `char::is_alphabetic`, answered for the letters and marks of Latin scripts without the tables of Unicode.
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        '\u{C0}'..='\u{24F}' => !matches!(c, '×' | '÷'),
        '\u{1E00}'..='\u{1EFF}' => true,
        _ => !is_common_mark(c) && c.is_alphabetic(),
    }
}

/// The marks of Vietnamese and their like: every one combines with the letter before. Said here since the tables of
/// Unicode are slow to ask, and in decomposed text every other character is a mark.
#[inline]
pub(crate) const fn is_common_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{33F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_and_tone_goes_there_and_back() {
        let mut seen = 0;
        for row in VOWELS {
            let code = of(row.chars().next().unwrap()).unwrap().0;
            for (tone, c) in (0..).zip(row.chars()) {
                assert_eq!(of(c), Some((code, tone)), "{c}");
                assert_eq!(form(code, tone), c);
                seen += 1;
            }
        }
        assert_eq!(seen, 72);
        for (code, c) in (1..).zip(ALPHABET.chars()) {
            assert_eq!(of(c), Some((code, LEVEL)));
        }
        for other in ['f', 'j', 'w', 'z', 'A', 'Ạ', 'ö', '1', '\u{0301}', '安', '\u{10FFFF}'] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
