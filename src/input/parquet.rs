//! Parquet: one row a document, columns by their names, of which only the wanted ones are read. The format begins at its
//! end, so it is read from a file, or from memory where it comes out of a stream.

mod cell;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::vec::IntoIter;

use ::parquet::errors::ParquetError;
use ::parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};

use self::cell::{Cell, Column};
use super::piece::{At, Content, Piece, Place, Row};
use super::reading::Fields;
use super::text::too_long;
use crate::model::error::{Error, ErrorKind};

/// What a file begins and ends with.
pub(super) const MAGIC: &[u8] = b"PAR1";

/// A file that comes out of a stream (standard input, an archive, compression) may have so many bytes.
pub(super) const IN_MEMORY: usize = 64 << 20;

/// Rows that are read at once.
const ROWS: usize = 64;

/// The rows of one file.
pub(super) struct Rows {
    file: Box<dyn FileReader>,
    name: Arc<str>,
    columns: Wanted,
    limit: usize,
    /// Takes the size of each row group as it is begun.
    read: Arc<AtomicU64>,
    group: usize,
    open: Option<Open>,
    ready: IntoIter<Piece>,
}

/// Which columns hold what.
struct Wanted {
    text: usize,
    id: Option<usize>,
    title: Option<usize>,
    dates: Vec<usize>,
}

/// The row group that is being read.
struct Open {
    text: Column,
    id: Option<Column>,
    title: Option<Column>,
    dates: Vec<Column>,
    /// The number in the file of the row that was read last.
    row: u64,
}

impl Rows {
    /// The rows of `input`, which messages call `name`.
    pub(super) fn new(
        input: impl ChunkReader + 'static,
        name: Arc<str>,
        fields: &Fields,
        limit: usize,
        read: Arc<AtomicU64>,
    ) -> Result<Self, Error> {
        let file = caught(|| SerializedFileReader::new(input))?;
        let columns = Wanted::of(&file, fields)?;
        let ready = Vec::new().into_iter();
        Ok(Self { file: Box::new(file), name, columns, limit, read, group: 0, open: None, ready })
    }

    /// The next rows; none at the end of the file.
    fn fill(&mut self) -> Result<Vec<Piece>, Error> {
        loop {
            let Some(open) = &mut self.open else {
                if self.group >= self.file.num_row_groups() {
                    return Ok(Vec::new());
                }
                self.group += 1;
                self.open = Some(caught(|| self.columns.open(&*self.file, self.group - 1, &self.read))?);
                continue;
            };
            let before = open.row;
            let rows = caught(|| open.rows(self.limit))?;
            if !rows.is_empty() {
                let place = |row| Place { input: Arc::clone(&self.name), at: At::Record(row) };
                let pieces =
                    (before + 1..).zip(rows).map(|(row, cells)| Piece::new(place(row), cells.map(Content::Row)));
                return Ok(pieces.collect());
            }
            self.open = None;
        }
    }
}

impl Iterator for Rows {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some(piece) = self.ready.next() {
            return Some(piece);
        }
        match self.fill() {
            Ok(pieces) => self.ready = pieces.into_iter(),
            // The row group is lost from here on; the next one may be whole.
            Err(error) => {
                let row = self.open.take().map_or(0, |open| open.row) + 1;
                let place = Place { input: Arc::clone(&self.name), at: At::Record(row) };
                return Some(Piece::new(place, Err(error)));
            }
        }
        self.ready.next()
    }
}

impl Wanted {
    fn of(file: &dyn FileReader, fields: &Fields) -> Result<Self, Error> {
        let schema = file.metadata().file_metadata().schema_descr();
        let find = |name: &String| {
            schema.columns().iter().position(|column| column.path().string() == *name && column.max_rep_level() == 0)
        };
        let Some(text) = find(&fields.text) else {
            let names: Vec<_> = schema.columns().iter().take(12).map(|column| column.path().string()).collect();
            let (wanted, names) = (&fields.text, names.join(", "));
            return Err(Error::new(
                ErrorKind::Format,
                format!("the file has no column \"{wanted}\" (its columns: {names}): name it with --text-field"),
            ));
        };
        let dates = fields.dates.iter().filter_map(find).collect();
        Ok(Self { text, id: find(&fields.id), title: find(&fields.title), dates })
    }

    fn open(&self, file: &dyn FileReader, group: usize, read: &AtomicU64) -> Result<Open, ParquetError> {
        let groups = file.metadata().row_groups();
        let row = groups.iter().take(group).map(|group| u64::try_from(group.num_rows()).unwrap_or(0)).sum();
        let size = groups.get(group).map_or(0, |group| u64::try_from(group.compressed_size()).unwrap_or(0));
        read.fetch_add(size, Ordering::Relaxed);
        let group = file.get_row_group(group)?;
        let column = |at: usize| Column::open(&*group, at);
        Ok(Open {
            text: column(self.text)?,
            id: self.id.map(column).transpose()?,
            title: self.title.map(column).transpose()?,
            dates: self.dates.iter().copied().map(column).collect::<Result<_, _>>()?,
            row,
        })
    }
}

impl Open {
    /// The cells of the next rows; none at the end of the row group.
    fn rows(&mut self, limit: usize) -> Result<Vec<Result<Row, Error>>, ParquetError> {
        fn short(cells: &mut IntoIter<Cell>) -> Option<Vec<u8>> {
            let Some(Cell::Bytes(bytes)) = cells.next() else { return None };
            Some(bytes.trim_ascii()).filter(|bytes| !bytes.is_empty()).map(Vec::from)
        }
        let texts = self.text.read(ROWS, limit)?;
        let read = |column: &mut Option<Column>| column.as_mut().map(|column| column.read(ROWS, limit)).transpose();
        let mut ids = read(&mut self.id)?.unwrap_or_default().into_iter();
        let mut titles = read(&mut self.title)?.unwrap_or_default().into_iter();
        let dates = self.dates.iter_mut().map(|column| Ok(column.read(ROWS, limit)?.into_iter()));
        let mut dates = dates.collect::<Result<Vec<_>, ParquetError>>()?;
        self.row += u64::try_from(texts.len()).unwrap_or(0);
        let rows = texts.into_iter().map(|text| {
            let (id, title) = (short(&mut ids), short(&mut titles));
            // Each column goes one row on, whichever of them has the date.
            let date = dates.iter_mut().map(short).fold(None, Option::or);
            match text {
                Cell::Bytes(text) => Ok(Row { text, id, title, date, is_utf8: true }),
                Cell::TooLong => Err(too_long(limit)),
                Cell::Null => Err(Error::new(ErrorKind::Format, "the row has no text")),
            }
        });
        Ok(rows.collect())
    }
}

/// The result of `work`. On a corrupt file the parser may give up by a panic.
fn caught<T>(work: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, Error> {
    let corrupt =
        |why: String| Error::new(ErrorKind::Format, format!("the Parquet file is truncated or corrupt: {why}"));
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(|error| corrupt(error.to_string())),
        Err(_) => Err(corrupt("its pages are not what its footer says".to_owned())),
    }
}
