//! A table's row and a feed's item as documents.

use super::document::Document;
use super::html;
use super::piece::{Item, Place, Row};
use super::reading::Reading;
use super::{decoding, published};
use crate::model::error::Error;

/// The document of a row's cells.
pub(super) fn document(row: Row, place: &Place, reading: &Reading) -> Result<Document, Error> {
    let decode = if row.is_utf8 { decoding::decode_utf8 } else { decoding::decode };
    let text = decode(row.text, reading)?;
    let cell = |bytes: Vec<u8>| decode(bytes, reading).map(|decoded| decoded.text);
    let id = row.id.map(cell).transpose()?;
    let title = row.title.map(cell).transpose()?;
    let date = row.date.map(cell).transpose()?;
    let mut document = Document {
        id: id.unwrap_or_else(|| place.id()),
        text: text.text,
        title,
        published: None,
        encoding: text.encoding,
        warnings: text.warnings,
    };
    if let Some(date) = date {
        date_of(&mut document, &date);
    }
    Ok(document)
}

/// The document of a feed's item: its headline, a blank line, the text of its content (else of its description).
pub(super) fn of_item(item: Item, place: &Place) -> Document {
    let title = html::text(&item.title);
    let body = html::text(if item.content.trim().is_empty() { &item.description } else { &item.content });
    let text = if body.starts_with(&title) { body } else { format!("{title}\n\n{body}") };
    let id = [item.id.trim(), item.link.trim()].into_iter().find(|id| !id.is_empty()).map(str::to_owned);
    let mut document = Document::new(id.unwrap_or_else(|| place.id()), text);
    document.title = Some(title).filter(|title| !title.is_empty());
    let date = if item.date.trim().is_empty() { item.updated } else { item.date };
    if !date.trim().is_empty() {
        date_of(&mut document, &date);
    }
    document
}

/// Sets the date of publication, or warns that it is none.
pub(super) fn date_of(document: &mut Document, date: &str) {
    document.published = published::parse(date);
    if document.published.is_none() {
        document.warnings.push(format!("date of publication not understood: {}", date.trim()));
    }
}
