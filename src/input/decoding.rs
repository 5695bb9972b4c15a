//! Bytes -> text, as [`Reading`] wants it.

use std::borrow::Cow;

use super::reading::Reading;
use crate::model::error::{Error, ErrorKind};
use crate::normalize::decode;
use crate::normalize::encoding::Encoding;

/// A decoded text.
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding's name.
    pub(super) encoding: String,
    pub(super) warnings: Vec<String>,
}

/// Decodes `bytes`.
pub(super) fn decode(bytes: Vec<u8>, reading: &Reading) -> Result<Decoded, Error> {
    decode_from(bytes, reading.encoding, reading.lossy)
}

/// Decodes `bytes` of a container that is UTF-8 by its own word; what is not, all the same, is decoded as any text.
pub(super) fn decode_utf8(bytes: Vec<u8>, reading: &Reading) -> Result<Decoded, Error> {
    let is_utf8 = reading.encoding.is_none() && simdutf8::basic::from_utf8(&bytes).is_ok();
    decode_from(bytes, if is_utf8 { Some(Encoding::Utf8) } else { reading.encoding }, reading.lossy)
}

/// Decodes the bytes of a page, which may say in its markup what its encoding is.
pub(super) fn decode_html(bytes: Vec<u8>, reading: &Reading) -> Result<Decoded, Error> {
    // A page that is UTF-8 is so, whatever it says; templates are copied, encodings change.
    let said = || if std::str::from_utf8(&bytes).is_ok() { None } else { charset(&bytes)?.parse().ok() };
    let wanted = reading.encoding.or_else(said);
    decode_from(bytes, wanted, reading.lossy)
}

fn decode_from(bytes: Vec<u8>, wanted: Option<Encoding>, lossy: bool) -> Result<Decoded, Error> {
    let decoded = decode::decode(&bytes, wanted, lossy)?;
    let (encoding, warnings) = (decoded.encoding.name().to_owned(), decoded.warnings);
    let text = match decoded.text {
        Cow::Owned(text) => text,
        // The text is the bytes, but for a byte order mark: it need not be copied.
        Cow::Borrowed(text) if text.len() == bytes.len() => String::from_utf8(bytes).unwrap_or_default(),
        Cow::Borrowed(text) => text.to_owned(),
    };
    Ok(Decoded { text, encoding, warnings })
}

/// The name after `charset=` in the first part of a page.
fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let of_name = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
    let name: String = rest.trim_start_matches(['"', '\'']).chars().take_while(of_name).collect();
    (!name.is_empty()).then_some(name)
}

/// The error of a text that stops being UTF-8 at byte `at`.
pub(super) fn not_utf8(at: usize) -> Error {
    Error::new(
        ErrorKind::Encoding,
        format!("byte {at} is not UTF-8: name the encoding with --encoding, or pass --lossy to read it as U+FFFD"),
    )
}
