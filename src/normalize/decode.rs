//! Bytes to text, in whatever encoding they are.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::model::error::{Error, ErrorKind};
use crate::normalize::charset::{Charset, UNDEFINED, vni_letter};
use crate::normalize::detect::detect;
use crate::normalize::encoding::Encoding;
use crate::normalize::viqr;

/// A text as decoded. All offsets of a record count in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text, without a byte order mark; borrowed where it is UTF-8.
    pub text: Cow<'b, str>,
    /// What it was decoded from.
    pub encoding: Encoding,
    /// What was given up, in words.
    pub warnings: Vec<String>,
}

/// Decodes `bytes` from `wanted`, or from what [`detect`] takes them for.
///
/// # Errors
/// Bytes that the encoding does not allow, with the offset of the first; under `lossy` they are read as U+FFFD, and a
/// warning counts them.
pub fn decode(bytes: &[u8], wanted: Option<Encoding>, lossy: bool) -> Result<Decoded<'_>, Error> {
    let encoding = wanted.unwrap_or_else(|| detect(bytes));
    let mut losses = Losses::default();
    let text = match encoding {
        Encoding::Utf8 => from_utf8(bytes, &mut losses),
        Encoding::Utf16Le => Cow::Owned(from_utf16(bytes, u16::from_le_bytes, &mut losses)),
        Encoding::Utf16Be => Cow::Owned(from_utf16(bytes, u16::from_be_bytes, &mut losses)),
        Encoding::Viqr => Cow::Owned(viqr::decode(&from_utf8(bytes, &mut losses))),
        legacy => Cow::Owned(from_charset(bytes, legacy, &mut losses)),
    };
    let mut warnings = Vec::new();
    if let Some((at, byte)) = losses.first {
        if !lossy {
            let message = format!(
                "byte {at} (0x{byte:02X}) is no {encoding}: name the right encoding, or ask for U+FFFD in its place (lossy)"
            );
            return Err(Error::new(ErrorKind::Encoding, message));
        }
        warnings.push(format!("{} undecodable bytes read as U+FFFD, the first at byte {at}", losses.count));
    }
    if encoding == Encoding::Tcvn3 {
        warnings.push("tcvn3 sets capitals with tone marks by the font: they are read as small letters".to_owned());
    }
    Ok(Decoded { text, encoding, warnings })
}

/// Bytes that the encoding does not allow.
#[derive(Default)]
struct Losses {
    first: Option<(usize, u8)>,
    count: usize,
}

impl Losses {
    fn add(&mut self, at: usize, bytes: &[u8]) {
        if let Some(&byte) = bytes.first() {
            self.first.get_or_insert((at, byte));
            self.count += bytes.len();
        }
    }
}

fn from_utf8<'b>(bytes: &'b [u8], losses: &mut Losses) -> Cow<'b, str> {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = simdutf8::basic::from_utf8(body) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(body.len());
    let mut at = bytes.len() - body.len();
    for chunk in body.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            losses.add(at, chunk.invalid());
            at += chunk.invalid().len();
            text.push(UNDEFINED);
        }
    }
    Cow::Owned(text)
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, losses: &mut Losses) -> String {
    let swapped = |pair: [u8; 2]| unit(pair).swap_bytes();
    // A byte order mark knows better than whoever named the encoding.
    let (skip, is_swapped) = match bytes.get(..2).and_then(|pair| <[u8; 2]>::try_from(pair).ok()).map(unit) {
        Some(0xFEFF) => (2, false),
        Some(0xFFFE) => (2, true),
        _ => (0, false),
    };
    let mut pairs = bytes.get(skip..).unwrap_or_default().chunks_exact(2);
    let units = pairs.by_ref().filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units = units.map(|pair| if is_swapped { swapped(pair) } else { unit(pair) });
    let mut text = String::with_capacity(bytes.len());
    let mut at = skip;
    for c in char::decode_utf16(units) {
        let c = c.unwrap_or_else(|_| {
            losses.add(at, bytes.get(at..at + 2).unwrap_or_default());
            UNDEFINED
        });
        at += c.len_utf16() * 2;
        text.push(c);
    }
    if !pairs.remainder().is_empty() {
        losses.add(bytes.len() - 1, pairs.remainder());
        text.push(UNDEFINED);
    }
    text
}

fn from_charset(bytes: &[u8], encoding: Encoding, losses: &mut Losses) -> String {
    let Some(charset) = Charset::of(encoding) else { return String::new() };
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if encoding == Encoding::Vni
            && let Some((letter, len)) =
                vni_letter(bytes.get(at..at + 2).unwrap_or(bytes.get(at..).unwrap_or_default()))
        {
            text.push(letter);
            at += len;
            continue;
        }
        let c = charset.char(byte);
        if c == UNDEFINED {
            losses.add(at, &[byte]);
        }
        text.push(c);
        at += 1;
    }
    match encoding {
        // These two have combining tone marks.
        Encoding::Windows1258 | Encoding::Tcvn5712 => text.nfc().collect(),
        _ => text,
    }
}
