//! Vietnamese without its marks, as in file names and old telegrams: `Đinh Thế Huynh` as `dinh the huynh`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` in lower case, without tone and vowel marks, `đ` as `d`, white space as single spaces.
#[must_use]
pub fn strip_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            plain.push(' ');
        }
        plain.extend(
            word.nfd()
                .filter(|&c| !is_combining_mark(c))
                .flat_map(char::to_lowercase)
                .map(|c| if c == 'đ' { 'd' } else { c }),
        );
    }
    plain
}

/// `text` with every run of white space as one space: what was broken over lines, on one line.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_every_mark() {
        assert_eq!(strip_marks("ĐỖ Thuỵ\nƯớc"), "do thuy uoc");
    }

    #[test]
    fn joins_lines() {
        assert_eq!(one_line(" Thủ\n tướng "), "Thủ tướng");
    }
}
