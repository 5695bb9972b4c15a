//! Tokens: syllables, numbers, codes, punctuation marks, and the gaps between them.
//!
//! Vietnamese writes a space between syllables, so a token is mostly a syllable. What stays whole beyond that: names of
//! other languages with a hyphen before a small letter (`Jong-un`, `Băng-cốc`), numbers with their separators (`4-3`,
//! `22:22`, `2,4%`, `8h30`), and codes (`05-CT/TƯ`, `30/2020/NĐ-CP`, `COVID-19`). Whether a line break ends a line or
//! only wraps it is decided in [`wrap`](crate::segment::wrap).

use crate::model::span::narrow;
use crate::model::token::{Classes, Gap, Shape, Token, Word};
use crate::segment::code;
use crate::segment::letter::{self, Kind};

/// Appends the tokens of `text` to `tokens`, in order. Byte offsets; linear in the length of the text.
pub fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    tokens.reserve(text.len() / 4);
    let mut at = 0;
    let mut gap = Gap::Paragraph;
    while at < text.len() {
        if is_lone_space(text.as_bytes(), at) {
            (at, gap) = (at + 1, gap.max(Gap::Space));
        }
        let (kind, size) = letter::kind_at(text, at);
        // Words and the rest apart: most tokens are words, which the processor soon learns.
        if matches!(kind, Kind::Lower | Kind::Upper) {
            let (end, shape) = plain_end(text, at, kind, size).unwrap_or_else(|| word_end(text, at));
            push(tokens, at, end, shape, gap);
            (at, gap) = (end, Gap::None);
        } else {
            (at, gap) = past_other(text, at, (kind, size), gap, tokens);
        }
    }
}

/// Past white space, a number or a mark at `at`; returns where it ends, and the gap before what comes next.
fn past_other(text: &str, at: usize, (kind, size): (Kind, usize), gap: Gap, tokens: &mut Vec<Token>) -> (usize, Gap) {
    let (end, shape) = match kind {
        Kind::Space => return skip_space(text, at, gap),
        Kind::Digit => code::number_end(text, at),
        Kind::Lower | Kind::Upper | Kind::Other => (punct_end(text, at, size), Shape::Punct),
    };
    push(tokens, at, end, shape, gap);
    (end, Gap::None)
}

fn push(tokens: &mut Vec<Token>, start: usize, end: usize, shape: Shape, gap: Gap) {
    tokens.push(Token {
        start: narrow(start),
        end: narrow(end),
        word: Word(0),
        classes: Classes::NONE,
        root: 0,
        alone: 0,
        context: 0,
        company: 0,
        circle: 0,
        tail: 0,
        surname: 0,
        given: 0,
        shape,
        gap,
    });
}

/// True for a plain space before what is plainly none: most of the white space in any text.
#[inline]
fn is_lone_space(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b' ' && matches!(bytes.get(at + 1), Some(b'!'..=b'~' | 0xc3..=0xc6))
}

/// The end of the white space at `at`, and the gap it makes; a gap already wider stays.
fn skip_space(text: &str, mut at: usize, mut gap: Gap) -> (usize, Gap) {
    let mut breaks = 0;
    while at < text.len() {
        let (kind, size) = letter::kind_at(text, at);
        if kind != Kind::Space {
            break;
        }
        breaks += usize::from(text.as_bytes()[at] == b'\n');
        at += size;
    }
    let found = match breaks {
        0 => Gap::Space,
        1 => Gap::Line,
        _ => Gap::Paragraph,
    };
    gap = gap.max(found);
    (at, gap)
}

/// The end and shape of a word of small letters, or of one capital and small letters, that ends plainly: before white
/// space or a mark that joins nothing. `None` for the others: [`word_end`] reads them.
#[inline]
fn plain_end(text: &str, start: usize, first: Kind, size: usize) -> Option<(usize, Shape)> {
    let mut at = start + size;
    loop {
        at = letter::past_small(text.as_bytes(), at);
        if ends_plainly(text.as_bytes(), at) {
            break;
        }
        match letter::kind_at(text, at) {
            (Kind::Lower, size) => at += size,
            (Kind::Space, _) => break,
            (Kind::Other | Kind::Upper | Kind::Digit, _) => return None,
        }
    }
    Some((at, if first == Kind::Lower { Shape::Lower } else { Shape::Title }))
}

/// True for a space or a mark that never goes on a word: `,`, `)`, a full stop before white space.
#[inline]
fn ends_plainly(bytes: &[u8], at: usize) -> bool {
    const ENDS: [bool; 256] = {
        let mut ends = [false; 256];
        let mut marks: &[u8] = b" ,;:)\"!?(/]";
        while let [mark, rest @ ..] = marks {
            ends[*mark as usize] = true;
            marks = rest;
        }
        ends
    };
    let Some(&byte) = bytes.get(at) else { return true };
    ENDS[usize::from(byte)] || byte == b'.' && bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)
}

/// The end of the word that begins at `start` with a letter, and its shape.
fn word_end(text: &str, start: usize) -> (usize, Shape) {
    let bytes = text.as_bytes();
    let mut case = Case::default();
    let mut at = start;
    while at < text.len() {
        let (kind, size) = letter::kind_at(text, at);
        match kind {
            Kind::Lower => case.lower(),
            Kind::Upper => {
                // `vớiThượng`: two words that touch, where the first is plainly Vietnamese (it has a mark of its own).
                if case.ends_lower && case.marked && !case.upper_inside() {
                    break;
                }
                case.upper();
            }
            Kind::Digit => {
                // `lúc22:22`, `Ngày4`: a word and a number that touch; `QH14`, `U23`, `Covid19`: a code.
                if case.begins_lower() || (case.marked && !case.all_upper()) {
                    break;
                }
                return (code::code_end(text, at), Shape::Code);
            }
            Kind::Other if is_inner_mark(text, at, size, &case) => {}
            Kind::Other if bytes[at] == b'.' && begins_domain(text, at) => case.domain = true,
            Kind::Other if bytes[at] == b'-' && case.all_upper() && digit_follows(bytes, at) => {
                return (code::code_end(text, at + 1), Shape::Code);
            }
            Kind::Space | Kind::Other => break,
        }
        if size > 1 && kind != Kind::Other {
            case.marked = true;
        }
        at += size;
    }
    (at, case.shape())
}

/// True for the apostrophe of `H'Hen` and `O'Neill`, and for the hyphen of `Jong-un`: a mark inside a word.
fn is_inner_mark(text: &str, at: usize, size: usize, case: &Case) -> bool {
    let next = letter::kind_at(text, at + size).0;
    match text.get(at..at + size) {
        Some("'" | "\u{2019}") => matches!(next, Kind::Lower | Kind::Upper),
        Some("-") => case.first_upper && case.ends_lower && next == Kind::Lower,
        _ => false,
    }
}

/// True for the full stop of `Zing.vn`, `binhdinh.gov.vn`: an internet domain, which is one name.
fn begins_domain(text: &str, at: usize) -> bool {
    const ENDINGS: [&str; 9] = [".vn", ".com", ".net", ".org", ".gov", ".edu", ".info", ".tv", ".eu"];
    let rest = text.get(at..).unwrap_or_default();
    ENDINGS.iter().any(|ending| {
        rest.starts_with(ending)
            && !matches!(letter::kind_at(text, at + ending.len()).0, Kind::Lower | Kind::Upper | Kind::Digit)
    })
}

fn digit_follows(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// The end of a mark: `...`, `**`, `---` are one, any other mark stands alone.
fn punct_end(text: &str, at: usize, size: usize) -> usize {
    let bytes = text.as_bytes();
    let mark = bytes[at];
    if !matches!(mark, b'.' | b'*' | b'-' | b'_' | b'=' | b'#' | b'~') {
        return at + size;
    }
    at + bytes[at..].iter().take_while(|&&byte| byte == mark).count()
}

/// What has been seen of a word's letters.
#[derive(Default)]
struct Case {
    letters: u32,
    uppers: u32,
    first_upper: bool,
    ends_lower: bool,
    /// A letter outside ASCII was seen.
    marked: bool,
    /// The word is an internet domain.
    domain: bool,
}

impl Case {
    fn lower(&mut self) {
        self.letters += 1;
        self.ends_lower = true;
    }

    fn upper(&mut self) {
        self.first_upper |= self.letters == 0;
        self.letters += 1;
        self.uppers += 1;
        self.ends_lower = false;
    }

    const fn all_upper(&self) -> bool {
        self.uppers == self.letters && self.letters > 0
    }

    const fn begins_lower(&self) -> bool {
        !self.first_upper
    }

    /// A capital stands elsewhere than at the beginning.
    const fn upper_inside(&self) -> bool {
        self.uppers > self.first_upper as u32
    }

    const fn shape(&self) -> Shape {
        match (self.uppers, self.letters) {
            _ if self.domain => Shape::Mixed,
            (0, _) => Shape::Lower,
            (1, _) if self.first_upper => Shape::Title,
            (uppers, letters) if uppers == letters => Shape::Upper,
            _ => Shape::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        tokens.iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn codes_and_numbers_stay_whole() {
        for whole in [
            "05-CT/TƯ",
            "30/2020/NĐ-CP",
            "45/2019/QH14",
            "217/CĐ-TTg",
            "66.8/2025/NQ-CP",
            "4-3",
            "2,4%",
            "22:22",
            "8h30",
            "16-20/11/2025",
            "QH14",
            "U23",
            "COVID-19",
            "Jong-un",
            "H'Hen",
            "O'Neill",
            "1.000.000",
            "7.5",
            "22h",
        ] {
            assert_eq!(words(whole), [whole]);
        }
    }

    #[test]
    fn words_that_touch_are_parted() {
        assert_eq!(words("lúc22:22, vớiThượng"), ["lúc", "22:22", ",", "với", "Thượng"]);
        assert_eq!(words("Ngày29/5"), ["Ngày", "29/5"]);
        assert_eq!(words("5km"), ["5", "km"]);
        assert_eq!(words("McKenna VnExpress"), ["McKenna", "VnExpress"]);
    }

    #[test]
    fn marks_stand_alone() {
        assert_eq!(words("TP.HCM..."), ["TP", ".", "HCM", "..."]);
        assert_eq!(words("Hà Nội-Hải Phòng"), ["Hà", "Nội", "-", "Hải", "Phòng"]);
        assert_eq!(words("**(1)**"), ["**", "(", "1", ")", "**"]);
        assert_eq!(words("kinh tế-xã hội"), ["kinh", "tế", "-", "xã", "hội"]);
        assert_eq!(words("năm 2025-Bộ Y tế"), ["năm", "2025", "-", "Bộ", "Y", "tế"]);
    }

    #[test]
    fn gaps_tell_lines_from_paragraphs() {
        let mut tokens = Vec::new();
        tokenize("a b\nc\n \nd,e", &mut tokens);
        let gaps: Vec<Gap> = tokens.iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::Paragraph, Gap::Space, Gap::Line, Gap::Paragraph, Gap::None, Gap::None]);
    }
}
