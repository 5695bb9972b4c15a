//! Which encoding a text is in, by what it says when decoded.
//!
//! Valid UTF-8 is UTF-8. Else each old encoding is tried, and the one wins in which most of the words with marks are
//! Vietnamese syllables: in the others they are not, since their bytes mean other letters.

use crate::normalize::charset::UNDEFINED;
use crate::normalize::decode::decode;
use crate::normalize::encoding::Encoding;
use crate::normalize::syllable::Spelling;
use crate::normalize::viqr;

/// What `bytes` are most likely in. Text that shows nothing is taken for UTF-8 where that can be, else for
/// windows-1258, which has the letters of its neighbours in western Europe.
#[must_use]
pub fn detect(bytes: &[u8]) -> Encoding {
    if let Some(marked) = by_mark(bytes) {
        return marked;
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if let Some(wide) = utf16(sample) {
        return wide;
    }
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return if text.is_ascii() && is_viqr(text.get(..SAMPLE).unwrap_or(text)) {
            Encoding::Viqr
        } else {
            Encoding::Utf8
        };
    }
    if is_damaged_utf8(sample) {
        return Encoding::Utf8;
    }
    let mut best = (0, Encoding::Windows1258);
    for encoding in
        [Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii, Encoding::Vps, Encoding::Tcvn5712]
    {
        let score = decode(around_first_mark(bytes), Some(encoding), true).map_or(0, |decoded| score(&decoded.text));
        if score > best.0 {
            best = (score, encoding);
        }
    }
    best.1
}

/// How many bytes are looked at.
const SAMPLE: usize = 1 << 16;

fn by_mark(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some(Encoding::Utf8),
        [0xFF, 0xFE, ..] if bytes.len().is_multiple_of(2) => Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] if bytes.len().is_multiple_of(2) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// UTF-16 without a mark: text in it has a zero at every second place for most letters, which no other text has.
fn utf16(sample: &[u8]) -> Option<Encoding> {
    let (mut even, mut odd) = (0, 0);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    let pairs = sample.len() / 2;
    if odd * 3 > pairs && even * 20 < odd {
        Some(Encoding::Utf16Le)
    } else if even * 3 > pairs && odd * 20 < even {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// True for ASCII text that is VIQR beyond doubt: enough words with marks that are hardly punctuation, most of them
/// Vietnamese.
fn is_viqr(text: &str) -> bool {
    let (marked, vietnamese) = viqr::evidence(text);
    let words = text.split_ascii_whitespace().count();
    vietnamese >= 3 && vietnamese * 10 >= marked * 7 && vietnamese * 8 >= words
}

/// UTF-8 with a few bad bytes: its sequences hardly come about by chance.
fn is_damaged_utf8(sample: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in sample.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > bad * 4
}

/// The sample about the first byte that is not ASCII: what stands before says nothing.
fn around_first_mark(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let start = first.saturating_sub(64);
    bytes.get(start..bytes.len().min(start + SAMPLE)).unwrap_or(bytes)
}

/// Words with marks that are Vietnamese, less those that are not, less what stands in no word of the language.
fn score(text: &str) -> i64 {
    let mut score = 0;
    for word in text.split(|c: char| !c.is_alphabetic() && c != UNDEFINED) {
        if word.is_ascii() {
            continue;
        }
        let undefined = word.chars().filter(|&c| c == UNDEFINED).count();
        let capitals = word.chars().skip(1).filter(|c| c.is_uppercase()).count();
        let is_cased = capitals == 0 || word.chars().all(char::is_uppercase);
        let is_syllable =
            || Spelling::read(word.chars().flat_map(char::to_lowercase)).and_then(Spelling::parse).is_some();
        score += match (undefined, is_cased && is_syllable()) {
            // A dash or bullet of one encoding is a letter of another: a letter alone says nothing for it.
            (0, true) => 4 * i64::from(word.chars().nth(1).is_some()),
            (0, false) => -4,
            _ => -12,
        };
    }
    let odd = |&c: &char| match c {
        '\t' | '\n' | '\r' => false,
        _ if c.is_ascii() => c.is_control(),
        _ => !c.is_alphanumeric() && !"“”‘’–—…•«»°·§\u{A0}".contains(c),
    };
    score - i64::try_from(2 * text.chars().filter(odd).count()).unwrap_or(i64::MAX)
}
