//! Records -> bytes, one file a format; [`FORMATS`] is the table that the command reads its choices from.

pub mod brat;
mod compact;
pub mod conll;
pub mod html;
pub mod json;
pub mod offsets;
pub mod parquet;
pub mod schema;
pub mod span;
pub mod table;
pub mod tables;
pub mod text;

use crate::input::document::Document;
use crate::model::error::Error;
use crate::model::record::Record;

/// An output format.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// One line about it.
    pub about: &'static str,
    /// What stands once before the first document.
    pub header: &'static str,
    /// True where its offsets may count bytes or UTF-16 units; else `write` wants a record that counts code points.
    pub any_unit: bool,
    /// Appends a document's record.
    pub write: fn(&Record, &Document, &mut Vec<u8>) -> Result<(), Error>,
}

/// Every format.
pub const FORMATS: &[Format] =
    &[json::PRETTY, json::LINES, table::CSV, conll::CONLL, brat::BRAT, html::HTML, text::TEXT];

/// The format called `name`.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
