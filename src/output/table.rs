//! `csv`: one row a mention.

use super::Format;
use super::span::marked;
use crate::input::document::Document;
use crate::model::error::Error;
use crate::model::record::Record;

/// `csv`.
pub const CSV: Format = Format {
    name: "csv",
    about: "a table, one row a mention",
    header: "document,type,start,end,text,entity,name,value,rule\n",
    any_unit: true,
    write,
};

fn write(record: &Record, _: &Document, out: &mut Vec<u8>) -> Result<(), Error> {
    for mark in marked(record) {
        let (start, end) = (mark.start.to_string(), mark.end.to_string());
        row(out, [&record.id, mark.kind, &start, &end, mark.text, mark.entity, mark.name, &mark.value, mark.rule]);
    }
    Ok(())
}

/// Appends a row.
pub(super) fn row<const N: usize>(out: &mut Vec<u8>, cells: [&str; N]) {
    for (number, text) in cells.iter().enumerate() {
        if number > 0 {
            out.push(b',');
        }
        cell(text, out);
    }
    out.push(b'\n');
}

/// A cell by RFC 4180: quoted where it has to be. What a spreadsheet would take for a formula gets a `'` before it,
/// which spreadsheets read as "this is text".
pub(super) fn cell(text: &str, out: &mut Vec<u8>) {
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r']) {
        out.push(b'"');
        out.extend_from_slice(guard.as_bytes());
        out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(guard.as_bytes());
        out.extend_from_slice(text.as_bytes());
    }
}

/// What formulas begin with, in some spreadsheet or other.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
