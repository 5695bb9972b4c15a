//! The record as JSON: indented for a reader, or one line for a program.

use super::Format;
use crate::input::document::Document;
use crate::model::error::{Error, ErrorKind};
use crate::model::record::Record;
use crate::output::compact;

/// `json`: indented, the documents one after the other.
pub const PRETTY: Format = Format { name: "json", about: "indented JSON", header: "", any_unit: true, write: pretty };

/// `ndjson`: one record a line.
pub const LINES: Format =
    Format { name: "ndjson", about: "one JSON record a line", header: "", any_unit: true, write: line };

fn pretty(record: &Record, _: &Document, out: &mut Vec<u8>) -> Result<(), Error> {
    serde_json::to_writer_pretty(&mut *out, record).map_err(failed)?;
    out.push(b'\n');
    Ok(())
}

fn line(record: &Record, _: &Document, out: &mut Vec<u8>) -> Result<(), Error> {
    to_line(record, out)?;
    out.push(b'\n');
    Ok(())
}

/// Appends the record on one line, without its end.
///
/// # Errors
/// None for any record.
pub fn to_line(record: &Record, out: &mut Vec<u8>) -> Result<(), Error> {
    compact::write(record, out).map_err(failed)
}

fn failed(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::Io, format!("the record cannot be written as JSON: {error}"))
}
