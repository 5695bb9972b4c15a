//! RSS, RDF and Atom feeds: one item a document, its headline and the text of its description or content.

use std::io::BufRead;
use std::sync::Arc;

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::bounded::{Bounded, Meter};
use super::piece::{At, Content, Item, Piece, Place};
use crate::model::error::{Error, ErrorKind};

/// The items of one feed.
pub(super) struct Items<R: BufRead> {
    reader: Reader<Bounded<R>>,
    meter: Meter,
    name: Arc<str>,
    count: u64,
    done: bool,
}

impl<R: BufRead> Items<R> {
    /// The items of `input`, which messages call `name`.
    pub(super) fn new(input: R, name: Arc<str>, limit: usize) -> Self {
        let (input, meter) = Bounded::new(input, limit);
        let mut reader = Reader::from_reader(input);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_dangling_amp = true;
        Self { reader, meter, name, count: 0, done: false }
    }

    /// The next item; `None` at the end of the feed.
    fn item(&mut self) -> Result<Option<Item>, Error> {
        let mut buffer = Vec::new();
        let mut item: Option<Item> = None;
        let (mut field, mut depth) = (None, 0usize);
        loop {
            buffer.clear();
            let event = self.reader.read_event_into(&mut buffer).map_err(failed)?;
            match event {
                Event::Start(tag) => {
                    let name = local(tag.name().as_ref());
                    if item.is_none() {
                        if matches!(name.as_str(), "item" | "entry") {
                            self.meter.reset();
                            item = Some(Item::default());
                        }
                    } else if field.is_some() {
                        // Markup inside a field (XHTML content of Atom).
                        depth += 1;
                        push(&mut item, &field, " ");
                    } else {
                        field = Some(name);
                    }
                }
                Event::Empty(tag) if field.is_none() && local(tag.name().as_ref()) == "link" => {
                    let href = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == "href");
                    if let (Some(href), Some(item)) = (href, &mut item) {
                        item.link.push_str(&href.value);
                    }
                }
                Event::End(tag) => {
                    let name = local(tag.name().as_ref());
                    if depth > 0 {
                        depth -= 1;
                        push(&mut item, &field, " ");
                    } else if field.take().is_none() && matches!(name.as_str(), "item" | "entry") && item.is_some() {
                        return Ok(item);
                    }
                }
                Event::Text(text) => push(&mut item, &field, &text),
                Event::CData(text) => push(&mut item, &field, &text),
                Event::GeneralRef(entity) => push(&mut item, &field, &undo(&entity)),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

fn push(item: &mut Option<Item>, field: &Option<String>, text: &str) {
    let (Some(item), Some(field)) = (item, field) else { return };
    match field.as_str() {
        "title" => item.title.push_str(text),
        "description" | "summary" => item.description.push_str(text),
        "encoded" | "content" => item.content.push_str(text),
        "pubdate" | "published" | "date" => item.date.push_str(text),
        "updated" => item.updated.push_str(text),
        "guid" | "id" => item.id.push_str(text),
        "link" => item.link.push_str(text),
        _ => {}
    }
}

/// The name without its prefix, in lower case.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// The five entities of XML and numbers; others are of the HTML inside, and stay.
fn undo(entity: &str) -> String {
    let number = entity.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    });
    match (entity, number.and_then(char::from_u32)) {
        (_, Some(c)) => c.to_string(),
        ("lt", _) => "<".to_owned(),
        ("gt", _) => ">".to_owned(),
        ("amp", _) => "&".to_owned(),
        ("quot", _) => "\"".to_owned(),
        ("apos", _) => "'".to_owned(),
        _ => format!("&{entity};"),
    }
}

impl<R: BufRead> Iterator for Items<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.done {
            return None;
        }
        let content = match self.item() {
            Ok(None) => return None,
            Ok(Some(item)) => Ok(Content::Item(Box::new(item))),
            Err(error) => {
                self.done = true;
                Err(error)
            }
        };
        self.count += 1;
        Some(Piece::new(Place { input: Arc::clone(&self.name), at: At::Record(self.count) }, content))
    }
}

fn failed(error: quick_xml::Error) -> Error {
    match error {
        quick_xml::Error::Io(error) => Error::new(ErrorKind::Io, error.to_string()),
        error => Error::new(ErrorKind::Format, format!("not the XML of a feed: {error}")),
    }
}
