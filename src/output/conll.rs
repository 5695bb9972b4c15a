//! `conll`: one token a line with its BIO tag, a blank line after each sentence. Outermost mentions only; tasks, which
//! are whole sentences, are left out.

use std::fmt::Write;

use super::Format;
use super::span::{bytes_of, marked};
use crate::input::document::Document;
use crate::model::error::Error;
use crate::model::record::Record;
use crate::normalize::text::Text;
use crate::segment::{sentence, token, wrap};

/// `conll`.
pub const CONLL: Format =
    Format { name: "conll", about: "one token a line with its BIO tag", header: "", any_unit: false, write };

fn write(record: &Record, document: &Document, out: &mut Vec<u8>) -> Result<(), Error> {
    let text = Text::new(&document.text);
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    token::tokenize(text.normal(), &mut tokens);
    wrap::soften(text.normal(), &mut tokens);
    sentence::split(text.normal(), &tokens, &mut sentences);
    let offsets = bytes_of(&document.text);
    let mut spans = Vec::new();
    for mark in marked(record).into_iter().filter(|mark| mark.kind != "TASK") {
        let (start, end) = (offsets[mark.start.min(offsets.len() - 1)], offsets[mark.end.min(offsets.len() - 1)]);
        if spans.last().is_none_or(|&(_, last, _): &(usize, usize, &str)| last <= start) {
            spans.push((start, end, mark.kind));
        }
    }
    let mut lines = format!("# id = {}\n", record.id.replace('\n', " "));
    let mut spans = spans.into_iter().peekable();
    for sentence in sentences {
        for token in &tokens[sentence.range()] {
            let place = text.to_input(token.span()).range();
            while spans.next_if(|(_, end, _)| *end <= place.start).is_some() {}
            let form = document.text.get(place.clone()).unwrap_or_default().replace(char::is_whitespace, "_");
            let tag = match spans.peek() {
                Some((start, _, kind)) if *start >= place.start && *start < place.end => format!("B-{kind}"),
                Some((start, _, kind)) if *start < place.start => format!("I-{kind}"),
                _ => "O".to_owned(),
            };
            let _ = writeln!(lines, "{form}\t{tag}");
        }
        lines.push('\n');
    }
    out.extend_from_slice(lines.as_bytes());
    Ok(())
}
