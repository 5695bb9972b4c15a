//! One letter with its combining marks as one character, where there is one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, decompose_canonical};

use crate::normalize::letter;
use crate::normalize::word::{Item, is_modifier, tone_of_mark};

/// Writes over `out` the characters of `group`, a letter and what stands on it, in NFC.
///
/// Vietnamese letters are composed whatever the order of their marks (`e` + acute + circumflex → `ế`), also where a
/// tone is there twice (`ế` + acute → `ế`) or the letter is dotless (`ı` + tilde → `ĩ`).
pub(crate) fn compose_group(group: &[Item], out: &mut String) {
    out.clear();
    match vietnamese_letter(group) {
        Some(letter) => out.push(letter),
        None => out.extend(group.iter().map(|item| item.c).nfc()),
    }
}

/// The Vietnamese letter that is `letter` with one mark more; `None` where there is none.
pub(crate) fn add_mark(letter: char, mark: char) -> Option<char> {
    let mut composed = [letter, mark].into_iter().nfc();
    let marked = composed.next().filter(|_| composed.next().is_none())?;
    letter::of(marked.to_lowercase().next()?).map(|_| marked)
}

/// The letter where `group` is one base letter, at most one modifier that fits it, and at most one tone.
fn vietnamese_letter(group: &[Item]) -> Option<char> {
    let (mut base, mut modifier, mut tone, mut spoiled) = (None, None, None, false);
    for item in group {
        decompose_canonical(item.c, |c| match base {
            None => base = Some(c),
            Some(_) if is_modifier(c) || c == STROKE => spoiled |= modifier.replace(c).is_some_and(|was| was != c),
            Some(_) if tone_of_mark(c).is_some() => spoiled |= tone.replace(c).is_some_and(|was| was != c),
            Some(_) => spoiled = true,
        });
    }
    if spoiled {
        return None;
    }
    match (base?, modifier, tone) {
        ('ı', None, Some(tone)) => compose('i', tone),
        (base, None, None) => Some(base),
        ('d', Some(STROKE), None) => Some('đ'),
        ('D', Some(STROKE), None) => Some('Đ'),
        (base, Some(mark), None) | (base, None, Some(mark)) => compose(base, mark),
        // Unicode builds `ệ` on `ẹ`, the others on the letter with its modifier.
        (base, Some(modifier), Some(tone)) => compose(base, modifier)
            .and_then(|letter| compose(letter, tone))
            .or_else(|| compose(compose(base, tone)?, modifier)),
    }
}

/// The short stroke overlay, which some keyboards put on `d`.
const STROKE: char = '\u{335}';
