//! VIQR (RFC 1456): `Vie^.t`, `ddu+o+.c`. Marks are ASCII punctuation after the vowel; a backslash takes it literally.

use crate::normalize::compose::add_mark;
use crate::normalize::syllable::is_vietnamese;

/// Decodes `text`.
///
/// Much VIQR leaves out the backslash before a full stop or question mark, and has addresses and foreign words in it.
/// So a word is read as VIQR where that gives a Vietnamese syllable, or where it has a mark that is hardly punctuation
/// (`^ ( + ~`, a grave, `dd` in front); a last `. ? '` that spoils the syllable is punctuation.
pub(crate) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_alphabetic() {
            let len = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let letters = rest.get(..len).unwrap_or_default();
            let word = Word::read(rest);
            match word.reading() {
                _ if Word::abbreviation(letters).map(|short| out.push_str(&short)).is_some() => {
                    rest = rest.get(len..).unwrap_or_default();
                }
                Some((reading, used)) => {
                    out.push_str(reading);
                    rest = rest.get(used..).unwrap_or_default();
                }
                None => {
                    out.push_str(letters);
                    rest = rest.get(len..).unwrap_or_default();
                }
            }
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match (c, rest.chars().next()) {
            // The escape goes, what it protects stays.
            ('\\', Some(next)) if is_mark(next) || next == '\\' => {
                out.push(next);
                rest = rest.get(1..).unwrap_or_default();
            }
            _ => out.push(c),
        }
    }
    out
}

/// Words of `text` that have a mark that is hardly punctuation, and how many of them are Vietnamese when decoded.
pub(crate) fn evidence(text: &str) -> (usize, usize) {
    let (mut marked, mut vietnamese) = (0, 0);
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        rest = rest.get(at..).unwrap_or_default();
        let word = Word::read(rest);
        if word.is_strong {
            marked += 1;
            vietnamese += usize::from(word.is_syllable() || word.is_syllable_without_last());
        }
        rest = rest.get(word.used.max(1)..).unwrap_or_default();
    }
    (marked, vietnamese)
}

/// One word, read as VIQR throughout.
struct Word {
    text: String,
    used: usize,
    is_strong: bool,
    /// The text before its last mark was read, where that is the last character and may be punctuation.
    without_last: Option<String>,
}

impl Word {
    fn read(from: &str) -> Self {
        let bytes = from.as_bytes();
        let mut word = Self { text: String::new(), used: 0, is_strong: false, without_last: None };
        let mut has_tone = false;
        while let Some(&byte) = bytes.get(word.used).filter(|byte| byte.is_ascii_alphabetic()) {
            let next = bytes.get(word.used + 1).copied().unwrap_or(0);
            word.used += 1;
            word.without_last = None;
            if byte.eq_ignore_ascii_case(&b'd') && next.eq_ignore_ascii_case(&b'd') && word.text.is_empty() {
                word.text.push(if byte == b'd' { 'đ' } else { 'Đ' });
                word.used += 1;
                word.is_strong = true;
                continue;
            }
            let mut letter = char::from(byte);
            if let Some(modified) = modifier(next).and_then(|mark| add_mark(letter, mark)) {
                letter = modified;
                word.used += 1;
                word.is_strong = true;
            }
            if let Some(&mark) = bytes.get(word.used).filter(|_| !has_tone)
                && let Some(toned) = tone(mark).and_then(|tone| add_mark(letter, tone))
                && is_vowel(byte)
            {
                if matches!(mark, b'.' | b'?' | b'\'') {
                    word.without_last = Some(format!("{}{letter}", word.text));
                } else {
                    word.is_strong = true;
                }
                letter = toned;
                has_tone = true;
                word.used += 1;
            }
            word.text.push(letter);
        }
        word
    }

    fn is_syllable(&self) -> bool {
        is_vietnamese(&self.text.to_lowercase())
    }

    fn is_syllable_without_last(&self) -> bool {
        self.without_last.as_ref().is_some_and(|text| is_vietnamese(&text.to_lowercase()))
    }

    /// The abbreviation that it is, where it has only capitals and no vowel: there `DD` is đ anywhere (`QDD`, `HDDND`).
    fn abbreviation(from: &str) -> Option<String> {
        let is_one = from.contains("DD") && from.bytes().all(|byte| byte.is_ascii_uppercase() && !is_vowel(byte));
        is_one.then(|| from.replace("DD", "Đ"))
    }

    /// What the word says and how many bytes that takes; `None` where it is no VIQR.
    fn reading(&self) -> Option<(&str, usize)> {
        let whole = (self.text.as_str(), self.used);
        if self.is_syllable() {
            return Some(whole);
        }
        match &self.without_last {
            Some(text) if self.is_strong || self.is_syllable_without_last() => Some((text, self.used - 1)),
            _ => self.is_strong.then_some(whole),
        }
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn is_mark(c: char) -> bool {
    u8::try_from(c).is_ok_and(|byte| modifier(byte).is_some() || tone(byte).is_some())
}

fn modifier(byte: u8) -> Option<char> {
    match byte {
        b'^' => Some('\u{302}'),
        b'(' => Some('\u{306}'),
        b'+' | b'*' => Some('\u{31B}'),
        _ => None,
    }
}

fn tone(byte: u8) -> Option<char> {
    match byte {
        b'`' => Some('\u{300}'),
        b'\'' => Some('\u{301}'),
        b'?' => Some('\u{309}'),
        b'~' => Some('\u{303}'),
        b'.' => Some('\u{323}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_and_the_rest_stays() {
        let pairs = [
            ("Vie^.t Nam", "Việt Nam"),
            ("ddu+o+.c DDa?ng U?y ban", "được Đảng Ủy ban"),
            ("DDa('k La('k, QDD, ADD", "Đắk Lắk, QĐ, ADD"),
            ("Ho.p xong. Ai la`. Ba\\. Co\\?", "Họp xong. Ai là. Ba. Co?"),
            ("http://a.org/e.g U.S. add (ba) Obama's", "http://a.org/e.g U.S. add (ba) Obama's"),
            ("thu+' 3\\\\4", "thứ 3\\4"),
            ("TRU+O+`NG", "TRƯỜNG"),
        ];
        for (viqr, text) in pairs {
            assert_eq!(decode(viqr), text, "{viqr}");
        }
    }
}
