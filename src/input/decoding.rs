//! Bytes -> text, as [`Reading`] wants it.

use super::reading::Reading;
use crate::model::error::{Error, ErrorKind};

/// A decoded text.
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding's name.
    pub(super) encoding: String,
    pub(super) warnings: Vec<String>,
}

/// Decodes `bytes`.
pub(super) fn decode(bytes: Vec<u8>, reading: &Reading) -> Result<Decoded, Error> {
    let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    let (text, warnings) = match String::from_utf8(bytes) {
        Ok(text) => (text, Vec::new()),
        Err(error) if reading.lossy => (
            String::from_utf8_lossy(error.as_bytes()).into_owned(),
            vec!["bytes that are not UTF-8 became U+FFFD".to_owned()],
        ),
        Err(error) => return Err(not_utf8(error.utf8_error().valid_up_to())),
    };
    Ok(Decoded { text, encoding: "utf-8".to_owned(), warnings })
}

/// Decodes the bytes of a page, which may say in its markup what its encoding is.
pub(super) fn decode_html(bytes: Vec<u8>, reading: &Reading) -> Result<Decoded, Error> {
    // A page that is UTF-8 is so, whatever it says; templates are copied, encodings change.
    let said = if std::str::from_utf8(&bytes).is_ok() { None } else { charset(&bytes) };
    match said {
        Some(name) if reading.encoding.is_none() => {
            let reading = Reading { encoding: Some(name), ..reading.clone() };
            decode(bytes, &reading)
        }
        _ => decode(bytes, reading),
    }
}

/// The name after `charset=` in the first part of a page.
fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let name: String = rest
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The error of a text that stops being UTF-8 at byte `at`.
pub(super) fn not_utf8(at: usize) -> Error {
    Error::new(
        ErrorKind::Encoding,
        format!("byte {at} is not UTF-8: name the encoding with --encoding, or pass --lossy to read it as U+FFFD"),
    )
}
