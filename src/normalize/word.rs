//! Repairs that need the whole word: look-alikes of other scripts, eth for đ, and tone marks typed on a consonant.

use unicode_normalization::char::{compose, decompose_canonical};

use crate::normalize::letter::{self, Tone};
use crate::normalize::repairs::{Repair, Repairs};
use crate::normalize::syllable::Spelling;

/// A character of the text under repair, and the bytes of the input that it stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    pub(crate) c: char,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// True where it was composed out of several.
    pub(crate) composed: bool,
}

/// Repairs the letters of one word (letters and marks, a letter first) in place.
pub(crate) fn repair_letters(word: &mut [Item], repairs: &mut Repairs) {
    if word.iter().all(|item| item.c.is_ascii()) {
        return;
    }
    if has_look_alikes(word) {
        for item in word.iter_mut() {
            if let Some(latin) = latin_for(item.c) {
                item.c = latin;
                repairs.add(Repair::LookAlike);
            }
        }
    }
    if word.iter().any(|item| d_for(item.c).is_some()) {
        repair_eth(word, repairs);
    }
}

/// True for a word with letters of both kinds, all of whose Cyrillic and Greek letters look like Latin ones.
fn has_look_alikes(word: &[Item]) -> bool {
    let (mut latin, mut other) = (false, false);
    for item in word {
        match item.c {
            'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => latin = true,
            '\u{370}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}' if latin_for(item.c).is_some() => other = true,
            '\u{370}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}' => return false,
            _ => {}
        }
    }
    latin && other
}

/// The Latin letter that looks the same. Of small Greek letters only omicron: others are units and symbols (`TNFα`).
fn latin_for(c: char) -> Option<char> {
    const LOOKS: &str = "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYҮYХXԌGԚQԜWаaеeѕsіiјjоoрpсcуyүyхxһhԁdԛqԝwѐèЀÈёëЁËїïЇÏӑăӐĂӓäӒÄ\
                         ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoόóΆÁΈÉΊÍΌÓΎÝ";
    if !matches!(c, '\u{370}'..='\u{52F}') {
        return None;
    }
    let mut pairs = LOOKS.chars();
    while let (Some(look), Some(latin)) = (pairs.next(), pairs.next()) {
        if look == c {
            return Some(latin);
        }
    }
    None
}

fn d_for(c: char) -> Option<char> {
    match c {
        'Ð' | 'Ɖ' => Some('Đ'),
        'ð' | 'ɖ' => Some('đ'),
        _ => None,
    }
}

/// `Ð` is đ in a Vietnamese word: where it begins one, which it never does in Icelandic; where the word has a letter
/// that only Vietnamese has; and in abbreviations (`UBNÐ`, `QÐ`).
fn repair_eth(word: &mut [Item], repairs: &mut Repairs) {
    let (mut nordic, mut vietnamese, mut small, mut vowels) = (false, false, false, 0);
    for item in word.iter() {
        small |= item.c.is_lowercase();
        decompose_canonical(item.c, |c| match c {
            'þ' | 'Þ' | 'æ' | 'Æ' | 'ø' | 'Ø' | '\u{308}' | '\u{30A}' => nordic = true,
            // Circumflex, breve, hook above, horn, dot below.
            '\u{302}' | '\u{306}' | '\u{309}' | '\u{31B}' | '\u{323}' => vietnamese = true,
            'A' | 'E' | 'I' | 'O' | 'U' | 'Y' => vowels += 1,
            _ => {}
        });
    }
    let abbreviation = !small && vowels < 2;
    for (at, item) in word.iter_mut().enumerate() {
        if let Some(d) = d_for(item.c)
            && !nordic
            && (at == 0 || vietnamese || abbreviation)
        {
            item.c = d;
            repairs.add(Repair::Eth);
        }
    }
}

/// The word with its tone mark on the vowel, where it was typed on a consonant (`Viêt` + dot below → `Việt`).
///
/// `None` where no mark stands so, or the word is no Vietnamese syllable with one tone.
pub(crate) fn with_tone_on_vowel(word: &[Item]) -> Option<String> {
    let is_pair = |pair: &[Item]| matches!(pair, [before, mark] if is_tone(mark.c) && is_consonant(before.c));
    let is_astray = word.iter().any(is_composed_astray) || word.windows(2).any(is_pair);
    if word.len() > MOST_CHARACTERS || !is_astray {
        return None;
    }
    let mut letters: Vec<char> = Vec::with_capacity(MOST_CHARACTERS);
    let mut tone = None;
    let mut spoiled = false;
    for item in word {
        decompose_canonical(item.c, |c| match (tone_of_mark(c), letters.last_mut()) {
            (Some(found), _) => spoiled |= tone.replace(found).is_some(),
            (None, Some(last)) if is_modifier(c) => match compose(*last, c) {
                Some(composed) => *last = composed,
                None => spoiled = true,
            },
            _ => letters.push(c),
        });
    }
    if spoiled {
        return None;
    }
    let lower = letters.iter().map(|c| c.to_lowercase().next().unwrap_or(*c));
    let syllable = Spelling::read(lower)?.with_tone(tone?)?.parse()?;
    let cased = letters.iter().zip(syllable.chars()).map(|(was, c)| match was.is_uppercase() {
        true => c.to_uppercase().next().unwrap_or(c),
        false => c,
    });
    Some(cased.collect())
}

/// True for a consonant that was composed with a tone mark: `ṭ`, `ǹ`.
fn is_composed_astray(item: &Item) -> bool {
    let (mut consonant, mut tone) = (false, false);
    if item.composed {
        decompose_canonical(item.c, |c| {
            consonant |= is_consonant(c);
            tone |= is_tone(c);
        });
    }
    consonant && tone
}

fn is_tone(c: char) -> bool {
    tone_of_mark(c).is_some()
}

/// Seven letters, each perhaps with two marks of its own.
const MOST_CHARACTERS: usize = 21;

fn is_consonant(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | 'đ' | 'Đ')
        && !matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// The tone of a combining tone mark.
pub(crate) fn tone_of_mark(c: char) -> Option<Tone> {
    match c {
        '\u{300}' | '\u{340}' => Some(letter::HUYEN),
        '\u{301}' | '\u{341}' => Some(letter::SAC),
        '\u{309}' => Some(letter::HOI),
        '\u{303}' => Some(letter::NGA),
        '\u{323}' => Some(letter::NANG),
        _ => None,
    }
}

/// True for the combining circumflex, breve and horn.
pub(crate) fn is_modifier(c: char) -> bool {
    matches!(c, '\u{302}' | '\u{306}' | '\u{31B}')
}
