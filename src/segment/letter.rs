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
#[must_use]
pub fn kind_at(text: &str, at: usize) -> (Kind, usize) {
    match text.as_bytes().get(at) {
        None => (Kind::Space, 0),
        Some(&byte) if byte < 0x80 => (ASCII[byte as usize], 1),
        Some(_) => match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(char) => (wide_kind(char), char.len_utf8()),
            None => (Kind::Other, 1),
        },
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
