//! NDJSON: one JSON object a line. Blank lines are no records.

use std::io::BufRead;
use std::sync::Arc;

use super::gather::Met;
use super::lines;
use super::piece::{At, Content, Piece, Place};
use super::text::too_long;
use crate::model::error::Error;

/// The records of one NDJSON input.
pub(super) struct Records<R> {
    input: R,
    name: Arc<str>,
    limit: usize,
    line: u64,
    done: bool,
}

impl<R: BufRead> Records<R> {
    /// The records of `input`, which messages call `name`; a line holds `limit` bytes at most.
    pub(super) fn new(input: R, name: Arc<str>, limit: usize) -> Self {
        Self { input, name, limit, line: 0, done: false }
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        while !self.done {
            self.line += 1;
            let mut line = Vec::new();
            let content = match lines::read(&mut self.input, &mut line, self.limit) {
                Ok(Met::End) => return None,
                Ok(Met::Whole) if line.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(Met::Whole) => Ok(Content::Json(line)),
                Ok(Met::TooLong) => Err(too_long(self.limit)),
                Err(error) => {
                    self.done = true;
                    Err(Error::from(error))
                }
            };
            return Some(Piece::new(Place { input: Arc::clone(&self.name), at: At::Line(self.line) }, content));
        }
        None
    }
}
