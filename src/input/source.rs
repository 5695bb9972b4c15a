//! Where inputs come from: standard input, files, folders. [`Source::pieces`] opens one and cuts it up.

use std::fs::File;
use std::io::{Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use walkdir::WalkDir;

use super::piece::{At, Content, Piece, Place};
use super::reading::{Container, Reading};
use super::{feed, ndjson, parquet, peel, sniff, table, tar, text, values, warc};
use crate::model::error::{Error, ErrorKind};

/// One input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// The pieces of one input.
pub type Pieces = Box<dyn Iterator<Item = Piece> + Send>;

impl Source {
    /// Its name in messages and ids: the path as given, `-` for standard input.
    #[must_use]
    pub fn name(&self) -> Arc<str> {
        match self {
            Self::Stdin => "-".into(),
            Self::File(path) => path.to_string_lossy().into(),
        }
    }

    /// Opens the input.
    ///
    /// # Errors
    /// Where it cannot be opened, or its first bytes cannot be read.
    pub fn pieces(&self, reading: &Reading) -> Result<Pieces, Error> {
        self.pieces_counted(reading, &Arc::default())
    }

    /// The same, adding the bytes of the input to `read` as they are taken, before decompression.
    ///
    /// # Errors
    /// As [`Self::pieces`].
    pub fn pieces_counted(&self, reading: &Reading, read: &Arc<AtomicU64>) -> Result<Pieces, Error> {
        let name = self.name();
        let open = || {
            if let Self::File(path) = self
                && matches!(reading.container, Container::Auto | Container::Parquet)
                && let Some(file) = parquet_file(path)?
            {
                let (limit, read) = (reading.max_document_bytes, Arc::clone(read));
                let rows = parquet::Rows::new(file, Arc::clone(&name), &reading.fields, limit, read)?;
                return Ok(Box::new(rows) as Pieces);
            }
            cut(Box::new(Counted { input: self.open()?, read: Arc::clone(read) }), &name, reading, 0)
        };
        let opened = catch_unwind(AssertUnwindSafe(open)).unwrap_or_else(|_| Err(gave_up()));
        let pieces = opened.map_err(|error: Error| error.at(&*name))?;
        Ok(Box::new(Guarded { pieces: Some(pieces), name }))
    }

    /// The size of the file in bytes; 0 for standard input.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            Self::Stdin => 0,
            Self::File(path) => path.metadata().map_or(0, |metadata| metadata.len()),
        }
    }

    fn open(&self) -> Result<Box<dyn Read + Send>, Error> {
        match self {
            Self::Stdin => Ok(Box::new(std::io::stdin())),
            Self::File(path) => Ok(Box::new(open_file(path)?)),
        }
    }
}

fn open_file(path: &Path) -> Result<File, Error> {
    File::open(path).map_err(|error| Error::new(ErrorKind::Io, format!("cannot be opened: {error}")))
}

/// The file at `path`, where it is a regular file that begins as Parquet does.
fn parquet_file(path: &Path) -> Result<Option<File>, Error> {
    if !path.is_file() {
        return Ok(None);
    }
    let mut file = open_file(path)?;
    let mut head = Vec::new();
    (&mut file).take(4).read_to_end(&mut head)?;
    file.rewind()?;
    Ok(Some(file).filter(|_| head == parquet::MAGIC))
}

/// All of a stream of Parquet, which must be read from its end.
fn parquet_in_memory(stream: impl Read) -> Result<bytes::Bytes, Error> {
    text::read_whole(stream, parquet::IN_MEMORY).map(bytes::Bytes::from).map_err(|error| match error.kind() {
        ErrorKind::Limit => Error::new(
            ErrorKind::Limit,
            "Parquet of this size is read from a file of its own, neither packed nor from standard input: unpack it",
        ),
        _ => error,
    })
}

/// The pieces of an input whose parser may panic: that is the end of this input, not of the run.
struct Guarded {
    pieces: Option<Pieces>,
    name: Arc<str>,
}

impl Iterator for Guarded {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let pieces = self.pieces.as_mut()?;
        catch_unwind(AssertUnwindSafe(|| pieces.next())).unwrap_or_else(|_| {
            self.pieces = None;
            Some(Piece::new(Place { input: Arc::clone(&self.name), at: At::Whole }, Err(gave_up())))
        })
    }
}

fn gave_up() -> Error {
    Error::new(ErrorKind::Internal, "a fault of boctin itself in reading this input, please report it with the input")
}

/// A stream that counts what is read of it.
struct Counted {
    input: Box<dyn Read + Send>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.read.fetch_add(u64::try_from(count).unwrap_or(0), Ordering::Relaxed);
        Ok(count)
    }
}

/// Cuts up `input`, around which stand `level` archives.
pub(super) fn cut(
    input: Box<dyn Read + Send>,
    name: &Arc<str>,
    reading: &Reading,
    level: usize,
) -> Result<Pieces, Error> {
    let mut stream = peel::peel(input)?;
    let container = match reading.container {
        Container::Auto => sniff::container(stream.fill_buf()?, name),
        // An archive is opened whatever the format of what is in it.
        given if tar::is_archive(stream.fill_buf()?) && given != Container::Text => Container::Tar,
        given => given,
    };
    let (limit, fields) = (reading.max_document_bytes, &reading.fields);
    let own_name = Arc::clone(name);
    let whole = Place { input: Arc::clone(name), at: At::Whole };
    Ok(match container {
        Container::Auto | Container::Text => Box::new(text::pieces(stream, whole, limit, Content::Text)),
        Container::Html => Box::new(text::pieces(stream, whole, limit, Content::Html)),
        Container::Ndjson => Box::new(ndjson::Records::new(stream, own_name, limit)),
        Container::Json => Box::new(values::Values::new(stream, own_name, limit)),
        Container::Csv => Box::new(table::Rows::new(stream, own_name, None, fields, limit)?),
        Container::Tsv => Box::new(table::Rows::new(stream, own_name, Some(b'\t'), fields, limit)?),
        Container::Warc => Box::new(warc::Pages::new(stream, own_name, limit)),
        Container::Parquet => {
            Box::new(parquet::Rows::new(parquet_in_memory(stream)?, own_name, fields, limit, Arc::default())?)
        }
        Container::Feed => Box::new(feed::Items::new(stream, own_name, limit)),
        Container::Tar => Box::new(tar::Members::new(tar::buffered(stream), own_name, reading, level)),
    })
}

/// The inputs that `paths` name, folders read to the bottom in the order of names; `-` is standard input. Nothing is
/// skipped: no ignore files, no hidden files. A folder that cannot be read, or leads round in a circle, is an error in
/// the place of its files.
pub fn expand(paths: &[PathBuf]) -> impl Iterator<Item = Result<Source, Error>> + '_ {
    paths.iter().flat_map(|path| -> Box<dyn Iterator<Item = Result<Source, Error>> + Send> {
        if path.as_os_str() == "-" {
            Box::new(std::iter::once(Ok(Source::Stdin)))
        } else if path.is_dir() {
            Box::new(folder(path))
        } else if let Some(matches) = matches(path) {
            matches
        } else {
            Box::new(std::iter::once(Ok(Source::File(path.clone()))))
        }
    })
}

/// The files that a pattern (`dumps/2024-*.ndjson.gz`, `**/*.txt`) matches, in the order of names; `None` where `path`
/// is the name of a file, or no pattern.
fn matches(path: &Path) -> Option<Box<dyn Iterator<Item = Result<Source, Error>> + Send>> {
    let pattern = path.to_str().filter(|text| text.contains(['*', '?', '[']) && !path.exists())?;
    let found = match glob::glob(pattern) {
        Ok(paths) => paths,
        Err(error) => {
            let error = Error::new(ErrorKind::Usage, format!("not a pattern: {error}")).at(pattern);
            return Some(Box::new(std::iter::once(Err(error))));
        }
    };
    let sources = found.filter_map(|entry| match entry {
        Ok(path) => path.is_file().then_some(Ok(Source::File(path))),
        Err(error) => Some(Err(Error::new(ErrorKind::Io, error.to_string()))),
    });
    let mut sources = sources.peekable();
    if sources.peek().is_none() {
        let error = Error::new(ErrorKind::Usage, "no file matches the pattern").at(pattern);
        return Some(Box::new(std::iter::once(Err(error))));
    }
    Some(Box::new(sources.collect::<Vec<_>>().into_iter()))
}

fn folder(path: &Path) -> impl Iterator<Item = Result<Source, Error>> + Send + use<> {
    WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_file() => Some(Ok(Source::File(entry.into_path()))),
        Ok(_) => None,
        Err(error) => Some(Err(Error::new(ErrorKind::Io, error.to_string()))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parser_that_panics_ends_its_input_with_an_error() {
        let pieces = (0..3).map(|number| {
            assert!(number < 2, "corrupt");
            Piece::new(Place { input: "a".into(), at: At::Record(number) }, Ok(Content::Text(Vec::new())))
        });
        let guarded = Guarded { pieces: Some(Box::new(pieces)), name: "a".into() };
        let read: Vec<_> = guarded.map(|piece| piece.document(&Reading::default())).collect();
        assert_eq!(read.iter().filter(|document| document.is_ok()).count(), 2);
        assert!(read.len() == 3 && read[2].as_ref().is_err_and(|error| error.kind() == ErrorKind::Internal));
    }
}
