//! Records -> bytes, one file a format; [`FORMATS`] is the table that the command reads its choices from.

pub mod json;
pub mod offsets;
pub mod schema;

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
    /// Appends a document's record.
    pub write: fn(&Record, &Document, &mut Vec<u8>) -> Result<(), Error>,
}

/// Every format.
pub const FORMATS: &[Format] = &[json::PRETTY, json::LINES];

/// The format called `name`.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
