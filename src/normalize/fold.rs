//! The folded form of a word, by which words are told apart: lower case, tone marks in the old placement.
//!
//! The text itself keeps the placement that it was written in.

use crate::normalize::letter::is_alphabetic;
use crate::normalize::syllable::Spelling;

/// Writes the folded form of `word` (one token, NFC) over `folded`.
///
/// Every syllable in it (`Xuân-Hoà` has two) gets its tone mark where the old placement has it: on the first letter of
/// `oa`, `oe`, `uy` that end a word (`hoà` → `hòa`, `thuỷ` → `thủy`), else on the main vowel (`hoàn`, and `hòan` too
/// → `hoàn`), never on the `u` of `qu` or the `i` of `gi` (`quý`, `giá`; `qúy` → `quý`). What is no Vietnamese
/// syllable is only set in lower case.
pub fn fold_word(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return;
    }
    let mut run = 0;
    for c in word.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else if let Some(small) = small(c) {
            folded.push(small);
        } else {
            folded.extend(c.to_lowercase());
        }
        if !is_alphabetic(c) {
            run = place_tone(folded, run, folded.len() - c.len_utf8());
        }
    }
    place_tone(folded, run, folded.len());
}

/// The small letter of a Vietnamese one with marks, told by its number; `None` for other characters.
#[inline]
fn small(c: char) -> Option<char> {
    match c {
        // Capitals are even.
        '\u{1EA0}'..='\u{1EF9}' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' => {
            char::from_u32(c as u32 | 1)
        }
        'À'..='Ö' => char::from_u32(c as u32 + 0x20),
        'à'..='ö' | 'ư' => Some(c),
        'Ư' => Some('ư'),
        _ => None,
    }
}

/// Puts the tone mark of `folded[start..end]` in its place, and returns where the next run of letters begins.
fn place_tone(folded: &mut String, start: usize, end: usize) -> usize {
    let Some(run) = folded.get(start..end) else { return folded.len() };
    let Some(syllable) = Spelling::read(run.chars()).and_then(Spelling::parse) else { return folded.len() };
    if !syllable.is_at_home() {
        let tail = folded.split_off(end);
        folded.truncate(start);
        folded.extend(syllable.chars());
        folded.push_str(&tail);
    }
    folded.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(word: &str) -> String {
        let mut folded = String::from("rest of the last word");
        fold_word(word, &mut folded);
        folded
    }

    #[test]
    fn tone_marks_go_to_the_old_placement() {
        let pairs = [
            ("hoà", "hòa"),
            ("Hoà", "hòa"),
            ("HOÀ", "hòa"),
            ("uỷ", "ủy"),
            ("Uỷ", "ủy"),
            ("khoẻ", "khỏe"),
            ("quý", "quý"),
            ("Qúy", "quý"),
            ("qủa", "quả"),
            ("gía", "giá"),
            ("giá", "giá"),
            ("giặt", "giặt"),
            ("thuý", "thúy"),
            ("huỷ", "hủy"),
            ("luỹ", "lũy"),
            ("hoàn", "hoàn"),
            ("HÒAN", "hoàn"),
            ("thuyền", "thuyền"),
            ("toả", "tỏa"),
            ("xoè", "xòe"),
            ("hoạ", "họa"),
            ("goá", "góa"),
            ("Nguyễn", "nguyễn"),
            ("khuỷu", "khuỷu"),
            ("huỳnh", "huỳnh"),
            ("Huế", "huế"),
            ("thuở", "thuở"),
            ("múa", "múa"),
            ("mía", "mía"),
            ("cứu", "cứu"),
            ("đoài", "đoài"),
            ("gì", "gì"),
            ("giếng", "giếng"),
            ("quỵ", "quỵ"),
            ("quỷ", "quỷ"),
            ("Ðà", "ðà"),
            ("Đà", "đà"),
            ("ĐẶNG", "đặng"),
        ];
        for (word, folded) in pairs {
            assert_eq!(fold(word), folded, "{word}");
            assert_eq!(fold(folded), folded, "{word} twice");
        }
    }

    #[test]
    fn each_syllable_of_a_token_is_placed() {
        assert_eq!(fold("Xuân-Hoà"), "xuân-hòa");
        assert_eq!(fold("Hoà-Thuỷ/2"), "hòa-thủy/2");
        assert_eq!(fold("05-CT/TƯ"), "05-ct/tư");
        assert_eq!(fold("hoà."), "hòa.");
    }

    #[test]
    fn other_words_are_only_set_in_lower_case() {
        let pairs = [
            ("Zoé", "zoé"),
            ("Citroën", "citroën"),
            ("İzmir", "i\u{307}zmir"),
            ("МОСКВА", "москва"),
            ("", ""),
            ("東京", "東京"),
        ];
        for (word, folded) in pairs {
            assert_eq!(fold(word), folded, "{word}");
        }
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        for c in (0..=0x1_ffff).filter_map(char::from_u32) {
            assert!(small(c).is_none_or(|small| c.to_lowercase().eq([small])), "{c:?}");
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
        }
    }
}
