//! WARC: the HTML pages and texts among the responses of a crawl. Other records are passed over in silence.

mod http;

use std::io::{BufRead, Read};
use std::sync::Arc;

use super::gather::Met;
use super::lines;
use super::piece::{At, Content, Piece, Place};
use super::text::too_long;
use crate::model::error::{Error, ErrorKind};

/// A header line longer than this is none.
const LINE: usize = 64 << 10;

/// The pages of one WARC input.
pub(super) struct Pages<R> {
    input: R,
    name: Arc<str>,
    limit: usize,
    record: u64,
    /// The first line of a record's header has been read already.
    at_header: bool,
    /// What is broken has been reported: look for the next record in silence.
    lost: bool,
    done: bool,
}

/// A record's address, and its page where it is one.
type Found = (Option<String>, Option<Content>);

/// What a record's header says.
#[derive(Default)]
struct Header {
    kind: String,
    uri: Option<String>,
    content_type: String,
    length: Option<u64>,
}

impl<R: BufRead> Pages<R> {
    /// The pages of `input`, which messages call `name`.
    pub(super) fn new(input: R, name: Arc<str>, limit: usize) -> Self {
        Self { input, name, limit, record: 0, at_header: false, lost: false, done: false }
    }

    /// The next record's page; `None` within where the record is no page.
    fn record(&mut self) -> Result<Option<Found>, Error> {
        if !self.seek()? {
            return Ok(None);
        }
        (self.at_header, self.lost) = (false, false);
        self.record += 1;
        let header = self.header()?;
        let Some(length) = header.length else {
            self.lost = true;
            return Err(malformed("no Content-Length"));
        };
        if !header.holds_a_page() {
            self.skip(length)?;
            return Ok(Some((None, None)));
        }
        let size = usize::try_from(length).unwrap_or(usize::MAX);
        // The HTTP header is not the document's.
        if size > self.limit.saturating_add(LINE) {
            self.skip(length)?;
            return Err(too_long(self.limit));
        }
        let mut block = Vec::new();
        (&mut self.input).take(length).read_to_end(&mut block)?;
        if block.len() < size {
            self.done = true;
            return Err(malformed("the file ends within it"));
        }
        let content = if header.kind == "response" {
            http::page(block, self.limit)?
        } else {
            Some(if header.content_type.contains("html") { Content::Html(block) } else { Content::Text(block) })
        };
        Ok(Some((header.uri, content)))
    }

    /// Reads up to the first line of the next record; `false` at the end. What stands before it and is no blank line is
    /// an error, once.
    fn seek(&mut self) -> Result<bool, Error> {
        let mut line = Vec::new();
        let mut strange = false;
        while !self.at_header {
            match lines::read(&mut self.input, &mut line, LINE)? {
                Met::End => break,
                Met::Whole if line.starts_with(b"WARC/") => self.at_header = true,
                Met::Whole if line.is_empty() => {}
                Met::Whole | Met::TooLong => strange = true,
            }
        }
        if strange && !self.lost {
            self.lost = true;
            return Err(malformed("bytes behind its end: its Content-Length is wrong"));
        }
        Ok(self.at_header)
    }

    fn header(&mut self) -> Result<Header, Error> {
        let mut header = Header::default();
        let mut line = Vec::new();
        loop {
            match lines::read(&mut self.input, &mut line, LINE)? {
                Met::Whole if line.is_empty() => return Ok(header),
                Met::Whole => header.field(&String::from_utf8_lossy(&line)),
                Met::TooLong => {}
                Met::End => return Err(malformed("the file ends within its header")),
            }
        }
    }

    fn skip(&mut self, length: u64) -> Result<(), Error> {
        std::io::copy(&mut (&mut self.input).take(length), &mut std::io::sink())?;
        Ok(())
    }
}

impl Header {
    fn field(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else { return };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "warc-type" => self.kind = value.to_ascii_lowercase(),
            "warc-target-uri" => self.uri = Some(value.trim_matches(['<', '>']).to_owned()),
            "content-type" => self.content_type = value.to_ascii_lowercase(),
            "content-length" => self.length = value.parse().ok(),
            _ => {}
        }
    }

    fn holds_a_page(&self) -> bool {
        match self.kind.as_str() {
            "response" => self.content_type.is_empty() || self.content_type.contains("application/http"),
            "resource" | "conversion" => {
                self.content_type.contains("html") || self.content_type.starts_with("text/plain")
            }
            _ => false,
        }
    }
}

impl<R: BufRead> Iterator for Pages<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        while !self.done {
            let (uri, content) = match self.record() {
                Ok(None) => return None,
                Ok(Some((_, None))) => continue,
                Ok(Some((uri, Some(content)))) => (uri, Ok(content)),
                Err(error) => {
                    // An error of reading comes again; one of the record does not.
                    self.done |= error.kind() == ErrorKind::Io;
                    (None, Err(error))
                }
            };
            let at = At::Record(self.record.max(1));
            let at = uri.map_or(at.clone(), |uri| At::Uri(uri.into(), Box::new(at)));
            return Some(Piece::new(Place { input: Arc::clone(&self.name), at }, content));
        }
        None
    }
}

fn malformed(what: &str) -> Error {
    Error::new(ErrorKind::Format, format!("not a WARC record: {what}"))
}
