//! A plain text: the whole input is one document.

use std::io::Read;

use super::decoding;
use super::document::Document;
use super::piece::{Content, Piece, Place};
use super::reading::Reading;
use crate::model::error::{Error, ErrorKind};

/// The one piece of `input`, which is a `content` (a text, a page).
pub(super) fn pieces(
    input: impl Read,
    place: Place,
    limit: usize,
    content: fn(Vec<u8>) -> Content,
) -> impl Iterator<Item = Piece> {
    std::iter::once_with(move || {
        let bytes = read_whole(input, limit).map(content);
        Piece::new(place, bytes)
    })
}

/// All of `input`, which may hold `limit` bytes at most.
pub(super) fn read_whole(input: impl Read, limit: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let ceiling = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    input.take(ceiling).read_to_end(&mut bytes)?;
    if bytes.len() > limit { Err(too_long(limit)) } else { Ok(bytes) }
}

/// The error of a document that is longer than `limit` bytes.
pub(super) fn too_long(limit: usize) -> Error {
    Error::new(
        ErrorKind::Limit,
        format!("the document is longer than {limit} bytes: raise --max-document-bytes, or split it"),
    )
}

/// The document of the bytes of a text.
pub(super) fn document(bytes: Vec<u8>, place: &Place, reading: &Reading) -> Result<Document, Error> {
    let decoded = decoding::decode(bytes, reading)?;
    Ok(Document {
        id: place.id(),
        text: decoded.text,
        title: None,
        published: None,
        encoding: decoded.encoding,
        warnings: decoded.warnings,
    })
}
