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

/// The error of a text that stops being UTF-8 at byte `at`.
pub(super) fn not_utf8(at: usize) -> Error {
    Error::new(
        ErrorKind::Encoding,
        format!("byte {at} is not UTF-8: name the encoding with --encoding, or pass --lossy to read it as U+FFFD"),
    )
}
