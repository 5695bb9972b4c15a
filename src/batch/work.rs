//! One piece -> one outcome: decode, extract, count in the unit asked for. A panic is an error of that document.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::input::document::Document;
use crate::input::piece::Piece;
use crate::input::reading::Reading;
use crate::model::error::{Error, ErrorKind};
use crate::model::record::Record;
use crate::output::offsets::{self, Unit};
use crate::pipeline::Extractor;

/// What a worker needs.
#[derive(Debug)]
pub struct Worker {
    /// Reads the documents.
    pub extractor: Extractor,
    /// How inputs are read.
    pub reading: Reading,
    /// What the offsets of the records count.
    pub unit: Unit,
}

impl Worker {
    /// The document of `piece` and its record.
    ///
    /// # Errors
    /// Where the piece cannot be decoded, or extraction failed; the error names the place.
    pub fn run(&self, piece: Piece) -> Result<(Document, Record), Error> {
        let place = piece.place.clone();
        catch_unwind(AssertUnwindSafe(|| {
            let document = piece.document(&self.reading)?;
            let mut record = self.extractor.extract(&document);
            offsets::convert(&mut record, &document.text, self.unit);
            Ok((document, record))
        }))
        .unwrap_or_else(|cause| Err(panicked(&*cause).at(place.to_string())))
    }
}

fn panicked(cause: &(dyn std::any::Any + Send)) -> Error {
    let text = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
    let text = text.unwrap_or("no reason given");
    Error::new(ErrorKind::Internal, format!("a fault of boctin itself, please report it with the document: {text}"))
}
