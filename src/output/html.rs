//! `html`: the text with its mentions in colour, nested as they are; what a mention is shows when it is pointed at.

use std::fmt::Write;

use super::Format;
use super::span::{bytes_of, marked};
use crate::input::document::Document;
use crate::model::error::Error;
use crate::model::record::Record;

/// `html`.
pub const HTML: Format =
    Format { name: "html", about: "the text with its mentions in colour", header: HEADER, any_unit: false, write };

const HEADER: &str = "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>boctin</title>\n<style>\n\
article{white-space:pre-wrap;max-width:45em;margin:2em auto;font:1rem/1.7 serif}\n\
mark{padding:.1em .15em;border-radius:.2em;background:#eee}\n\
.PER{background:#cfe8ff}.TITLE{background:#ffe3b8}.ORG{background:#d9f2d0}.LOC{background:#f6d5e5}\n\
.DATE{background:#e4dcf7}.DOC{background:#fff3a8}.COUNT{background:#d3f0ee}.TASK{background:none;border-bottom:2px dotted #999}\n\
</style>\n";

fn write(record: &Record, document: &Document, out: &mut Vec<u8>) -> Result<(), Error> {
    let offsets = bytes_of(&document.text);
    let byte = |at: usize| offsets[at.min(offsets.len() - 1)];
    let mut page = format!("<article id=\"{}\"><h2>{0}</h2>", escape(&record.id));
    let (mut at, mut open) = (0, Vec::new());
    for mark in marked(record) {
        let (start, end) = (byte(mark.start), byte(mark.end));
        close(&mut page, &document.text, &mut at, &mut open, start);
        // A mention that crosses another's end cannot be an element.
        if open.last().is_some_and(|&outer| outer < end) {
            continue;
        }
        page.push_str(&escape(&document.text[at..start]));
        at = start;
        let said = [mark.kind, mark.name, &mark.value, mark.rule];
        let said: Vec<_> = said.into_iter().filter(|part| !part.is_empty()).collect();
        let _ = write!(page, "<mark class=\"{}\" title=\"{}\">", mark.kind, escape(&said.join(" · ")));
        open.push(end);
    }
    close(&mut page, &document.text, &mut at, &mut open, document.text.len());
    page.push_str(&escape(&document.text[at..]));
    page.push_str("</article>\n");
    out.extend_from_slice(page.as_bytes());
    Ok(())
}

/// Closes the marks that end at or before `until`.
fn close(page: &mut String, text: &str, at: &mut usize, open: &mut Vec<usize>, until: usize) {
    while let Some(end) = open.pop_if(|end| *end <= until) {
        page.push_str(&escape(&text[*at..end]));
        page.push_str("</mark>");
        *at = end;
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
