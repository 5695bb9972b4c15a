//! Which characters need a closer look, and the fast scan that finds the next one.
//!
//! Most texts have none: they are borrowed as they are, at the speed of the scan.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::normalize::letter::is_common_mark;
use crate::normalize::repairs::Repair;

/// What becomes of a character by itself, whatever stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stays.
    Keep,
    /// Another stands for it.
    Become(char, Repair),
    /// It is passed over.
    Drop(Repair),
}

/// The fate of `c`.
///
/// Quotes (`“ ”`), dashes (`– —`), the minus sign and tabs stay: rules look at them. Of the C1 controls, those that
/// windows-1252 uses for punctuation are read as that, since they come from its text declared as ISO 8859-1.
pub(crate) fn fate(c: char) -> Fate {
    use Fate::{Become, Drop, Keep};
    match c {
        '\t' | '\n' | ' '..='~' => Keep,
        '\r' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' => Become('\n', Repair::LineBreak),
        '\u{1C}'..='\u{1F}' => Become(' ', Repair::Control),
        '\u{85}' => Become('…', Repair::Control),
        '\u{91}' => Become('‘', Repair::Control),
        '\u{92}' => Become('’', Repair::Control),
        '\u{93}' => Become('“', Repair::Control),
        '\u{94}' => Become('”', Repair::Control),
        '\u{95}' => Become('•', Repair::Control),
        '\u{96}' => Become('–', Repair::Control),
        '\u{97}' => Become('—', Repair::Control),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Drop(Repair::Control),
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            Become(' ', Repair::Space)
        }
        '\u{2010}' | '\u{2011}' => Become('-', Repair::Hyphen),
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' => Drop(Repair::Invisible),
        '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => Drop(Repair::Invisible),
        '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' => {
            Drop(Repair::Invisible)
        }
        '\u{FFF9}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{E0000}'..='\u{E0FFF}' => Drop(Repair::Invisible),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => Drop(Repair::PrivateUse),
        _ => Keep,
    }
}

/// True for a character that text in NFC may hold, whatever stands before it.
pub(crate) fn is_settled(c: char) -> bool {
    match c {
        '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}' => true,
        _ if is_common_mark(c) => false,
        _ => canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes,
    }
}

/// True for a character that never composes with what stands before it.
pub(crate) fn is_start(c: char) -> bool {
    is_settled(c)
        || !is_common_mark(c) && canonical_combining_class(c) == 0 && {
            let mut first = None;
            decompose_canonical(c, |part| {
                first.get_or_insert(part);
            });
            first.is_some_and(|first| first != c && is_settled(first))
        }
}

/// The character that stands for `c` in NFC where that is one other, as for the Ångström sign.
pub(crate) fn canonical(c: char) -> Option<char> {
    if is_common_mark(c) || is_settled(c) || is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes {
        return None;
    }
    let mut parts = std::iter::once(c).nfc();
    parts.next().filter(|&part| part != c && parts.next().is_none())
}

/// True for a mark that stands on the character before it.
pub(crate) fn is_mark(c: char) -> bool {
    match c {
        '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}' => false,
        _ => is_common_mark(c) || canonical_combining_class(c) != 0,
    }
}

/// True for a character that may have to be repaired, by itself or with what stands beside it.
pub(crate) fn is_flaw(c: char) -> bool {
    match c {
        '\t' | '\n' | ' '..='~' => false,
        '\u{1E00}'..='\u{1EFF}' => false,
        'Ð' | 'ð' | 'Ɖ' | 'ɖ' => true,
        // Greek and Cyrillic letters.
        '\u{370}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}' => true,
        _ => fate(c) != Fate::Keep || !is_settled(c),
    }
}

/// The place of the first flaw of `text` at or after the character edge `from`.
pub(crate) fn next(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    // Two bytes more than are tested: a flaw shows in up to three.
    while let Some(window) = bytes.get(at..at + CHUNK + 2) {
        if is_suspect(window) {
            let (start, end) = (edge(text, at), edge(text, at + CHUNK));
            if let Some(found) = look_closer(text, start, end) {
                return Some(found);
            }
        }
        at += CHUNK;
    }
    look_closer(text, edge(text, at), text.len())
}

const CHUNK: usize = 64;

/// True where a flaw may begin in the window, but for its last two bytes. The loop has no branch, so that it compiles
/// to vector instructions.
fn is_suspect(window: &[u8]) -> bool {
    let (second, third) = (window.get(1..).unwrap_or_default(), window.get(2..).unwrap_or_default());
    let mut any = false;
    for ((&a, &b), &c) in window.iter().zip(second).zip(third) {
        let control = (a < 0x20) & (a != b'\n') & (a != b'\t') | (a == 0x7F);
        // From U+01C0 on all but two blocks: U+1E80..U+1EFF and general punctuation.
        let block = (a >= 0xC7) & (a != 0xE1) & (a != 0xE2) | (a == 0xE1) & (b & 0xFE != 0xBA);
        let latin =
            (a == 0xC2) & ((b <= 0xA0) | (b == 0xAD)) | (a == 0xC3) & (b | 0x20 == 0xB0) | (a == 0xC6) & (b == 0x89);
        let punctuation = (a == 0xE2) & ((b != 0x80) | (c < 0x92) | (c & 0xF8 == 0xA8));
        any |= control | block | latin | punctuation;
    }
    any
}

fn look_closer(text: &str, start: usize, end: usize) -> Option<usize> {
    text.get(start..end)?.char_indices().find(|&(_, c)| is_flaw(c)).map(|(at, _)| start + at)
}

/// The first character edge at or after `at`.
fn edge(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::letter::is_alphabetic;

    #[test]
    fn the_scan_agrees_with_the_closer_look_on_every_character() {
        let mut text = String::new();
        for c in '\0'..=char::MAX {
            text.clear();
            text.push_str(&"ế".repeat(20));
            text.push(c);
            text.push_str(&"a".repeat(80));
            assert_eq!(next(&text, 0), is_flaw(c).then_some(60), "{c:?}");
        }
    }

    #[test]
    fn a_flaw_is_found_wherever_it_stands() {
        for before in 0..200 {
            for after in [0, 1, 2, 3, 70] {
                let text = format!("{}\u{A0}{}", "x".repeat(before), "ệ".repeat(after));
                assert_eq!(next(&text, 0), Some(before));
                assert_eq!(next(&text, before + 2), None);
            }
        }
    }

    #[test]
    fn common_marks_are_what_the_tables_say_of_them() {
        for c in ('\u{300}'..='\u{33F}').chain('\u{1E00}'..='\u{1EFF}') {
            assert_eq!(is_common_mark(c), canonical_combining_class(c) != 0, "{c:?}");
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert!(!is_common_mark(c) || std::iter::once(c).nfc().eq(std::iter::once(c)), "{c:?}");
        }
    }

    #[test]
    fn what_is_kept_is_what_rules_look_at() {
        for c in "“”‘’–—−…•\t\n «»·°½№→€😀東".chars() {
            assert_eq!(fate(c), Fate::Keep, "{c:?}");
            assert!(!is_flaw(c), "{c:?}");
        }
    }
}
