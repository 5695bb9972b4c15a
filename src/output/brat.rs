//! `brat`: the standoff annotation of one document, for the text beside it. Offsets are code points, as brat counts.

use std::fmt::Write;

use super::Format;
use super::span::marked;
use crate::input::document::Document;
use crate::model::error::Error;
use crate::model::record::Record;

/// `brat`.
pub const BRAT: Format =
    Format { name: "brat", about: "standoff annotation of one document, for brat", header: "", any_unit: false, write };

fn write(record: &Record, document: &Document, out: &mut Vec<u8>) -> Result<(), Error> {
    let chars: Vec<char> = document.text.chars().collect();
    let mut lines = String::new();
    for (number, mark) in (1..).zip(marked(record)) {
        // brat has a mention's lines as fragments of their own.
        let mut places = Vec::new();
        let mut start = mark.start;
        for at in mark.start..=mark.end.min(chars.len()) {
            if at == mark.end || chars.get(at) == Some(&'\n') {
                if at > start {
                    places.push(format!("{start} {at}"));
                }
                start = at + 1;
            }
        }
        let (kind, places, text) = (mark.kind, places.join(";"), mark.text.replace('\n', " "));
        let _ = writeln!(lines, "T{number}\t{kind} {places}\t{text}");
        if !mark.value.is_empty() {
            let _ = writeln!(lines, "#{number}\tAnnotatorNotes T{number}\t{}", mark.value);
        }
    }
    out.extend_from_slice(lines.as_bytes());
    Ok(())
}
