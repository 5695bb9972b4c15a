//! CSV and TSV: one row a document, columns by the names in the header.

use std::io::BufRead;
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use super::bounded::{Bounded, Meter};
use super::piece::{At, Content, Piece, Place, Row};
use super::reading::Fields;
use crate::model::error::{Error, ErrorKind};

/// The rows of one table.
pub(super) struct Rows<R> {
    reader: csv::Reader<Bounded<R>>,
    meter: Meter,
    name: Arc<str>,
    columns: Result<Columns, Option<Error>>,
    record: ByteRecord,
    done: bool,
}

/// Which column holds what.
struct Columns {
    text: usize,
    id: Option<usize>,
    title: Option<usize>,
    dates: Vec<usize>,
}

impl<R: BufRead> Rows<R> {
    /// The rows of `input`, which messages call `name`. `separator` is that of its header where it is not given.
    pub(super) fn new(
        mut input: R,
        name: Arc<str>,
        separator: Option<u8>,
        fields: &Fields,
        limit: usize,
    ) -> Result<Self, Error> {
        let head = input.fill_buf()?;
        let separator = separator.unwrap_or_else(|| guess(head));
        if head.starts_with(b"\xEF\xBB\xBF") {
            input.consume(3);
        }
        let (input, meter) = Bounded::new(input, limit);
        let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(input);
        let columns = reader.byte_headers().map_err(failed).and_then(|header| Columns::of(header, fields));
        Ok(Self { reader, meter, name, columns: columns.map_err(Some), record: ByteRecord::new(), done: false })
    }

    fn place(&self, line: u64) -> Place {
        Place { input: Arc::clone(&self.name), at: At::Line(line) }
    }
}

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let columns = match &mut self.columns {
            Ok(columns) => columns,
            Err(error) => {
                let error = error.take()?;
                return Some(Piece::new(self.place(1), Err(error)));
            }
        };
        if self.done {
            return None;
        }
        self.meter.reset();
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => {
                let line = self.record.position().map_or(0, csv::Position::line);
                let content = columns.row(&self.record).map(Content::Row);
                Some(Piece::new(self.place(line), content))
            }
            Err(error) => {
                self.done = true;
                let line = self.reader.position().line();
                Some(Piece::new(self.place(line), Err(failed(error))))
            }
        }
    }
}

impl Columns {
    fn of(header: &ByteRecord, fields: &Fields) -> Result<Self, Error> {
        let find = |name: &String| header.iter().position(|cell| cell.trim_ascii() == name.as_bytes());
        let Some(text) = find(&fields.text) else {
            let names: Vec<_> = header.iter().take(12).map(String::from_utf8_lossy).collect();
            let (wanted, names) = (&fields.text, names.join(", "));
            return Err(Error::new(
                ErrorKind::Format,
                format!("the table has no column \"{wanted}\" (its columns: {names}): name it with --text-field"),
            ));
        };
        let dates = fields.dates.iter().filter_map(find).collect();
        Ok(Self { text, id: find(&fields.id), title: find(&fields.title), dates })
    }

    fn row(&self, record: &ByteRecord) -> Result<Row, Error> {
        let Some(text) = record.get(self.text) else {
            return Err(Error::new(
                ErrorKind::Format,
                format!("the row ends before the column of the text: it has {} cells", record.len()),
            ));
        };
        let cell =
            |column: usize| record.get(column).map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty()).map(Vec::from);
        Ok(Row {
            text: text.to_vec(),
            id: self.id.and_then(cell),
            title: self.title.and_then(cell),
            date: self.dates.iter().copied().find_map(cell),
            is_utf8: false,
        })
    }
}

/// The separator that the header has most of.
fn guess(head: &[u8]) -> u8 {
    let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |separator: u8| line.iter().filter(|&&byte| byte == separator).count();
    b",;\t|".iter().copied().rev().max_by_key(|&separator| count(separator)).unwrap_or(b',')
}

fn failed(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        kind => Error::new(ErrorKind::Format, format!("not a row of the table: {kind:?}")),
    }
}
