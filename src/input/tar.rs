//! Tar archives: every file in them, in its own format, read in one pass without unpacking to disk.

mod header;

use std::io::{self, BufRead, BufReader, Read};
use std::sync::{Arc, Mutex, PoisonError};

use self::header::{BLOCK, Header};
use super::piece::{At, Piece, Place};
use super::reading::Reading;
use super::source::{self, Pieces};
use crate::model::error::{Error, ErrorKind};

/// Archives within archives beyond this are left: a bomb, no dump.
const LEVELS: usize = 3;

/// The files of one archive.
pub(super) struct Members {
    archive: Arc<Mutex<Archive>>,
    name: Arc<str>,
    reading: Reading,
    level: usize,
    member: Option<(Arc<str>, Pieces)>,
    done: bool,
}

/// The name of a member, and its pieces where it could be opened.
type Opened = (Arc<str>, Result<Pieces, Error>);

/// The archive's stream, and how much of it is left of the member being read, and of the padding behind it.
struct Archive {
    input: Box<dyn Read + Send>,
    left: u64,
    padding: u64,
}

/// A member as a stream: what it does not read is skipped when the next one is asked for.
struct Member(Arc<Mutex<Archive>>);

impl Members {
    /// The files in `input`, which messages call `name`; `level` archives stand around it.
    pub(super) fn new(input: Box<dyn Read + Send>, name: Arc<str>, reading: &Reading, level: usize) -> Self {
        let archive = Arc::new(Mutex::new(Archive { input, left: 0, padding: 0 }));
        Self { archive, name, reading: reading.clone(), level, member: None, done: false }
    }

    /// Opens the next file; `None` at the end of the archive.
    fn open(&self) -> Result<Option<Opened>, Error> {
        let header = self.archive.lock().unwrap_or_else(PoisonError::into_inner).next()?;
        let Some(header) = header else { return Ok(None) };
        let name: Arc<str> = header.path.into();
        if !header.is_file {
            return Ok(Some((name, Ok(Box::new(std::iter::empty())))));
        }
        let member = Box::new(Member(Arc::clone(&self.archive)));
        let pieces = if self.level < LEVELS {
            source::cut(member, &name, &self.reading, self.level + 1)
        } else {
            Err(Error::new(ErrorKind::Limit, format!("more than {LEVELS} archives one in the other")))
        };
        Ok(Some((name, pieces)))
    }

    fn failed(&self, member: Option<&Arc<str>>, error: Error) -> Piece {
        let piece = Piece::new(Place { input: Arc::clone(&self.name), at: At::Whole }, Err(error));
        match member {
            Some(member) => piece.within(&self.name, member),
            None => piece,
        }
    }
}

impl Iterator for Members {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        while !self.done {
            if let Some((name, pieces)) = &mut self.member {
                if let Some(piece) = pieces.next() {
                    return Some(piece.within(&self.name, name));
                }
                self.member = None;
            }
            match self.open() {
                Ok(None) => return None,
                Ok(Some((name, Ok(pieces)))) => self.member = Some((name, pieces)),
                Ok(Some((name, Err(error)))) => return Some(self.failed(Some(&name), error)),
                Err(error) => {
                    self.done = true;
                    return Some(self.failed(None, error));
                }
            }
        }
        None
    }
}

impl Archive {
    /// Skips what is left of the member and reads the next header.
    fn next(&mut self) -> Result<Option<Header>, Error> {
        let skip = self.left + self.padding;
        let skipped = io::copy(&mut (&mut self.input).take(skip), &mut io::sink())?;
        if skipped < skip {
            return Err(Error::new(ErrorKind::Format, "the archive is truncated"));
        }
        let header = header::read(&mut self.input)?;
        self.left = header.as_ref().map_or(0, |header| header.size);
        self.padding = self.left.wrapping_neg() % BLOCK;
        Ok(header)
    }
}

impl Read for Member {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let archive = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let most = buffer.len().min(usize::try_from(archive.left).unwrap_or(usize::MAX));
        let count = archive.input.read(&mut buffer[..most])?;
        if count == 0 && most > 0 {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the archive is truncated"));
        }
        archive.left -= u64::try_from(count).unwrap_or(0);
        Ok(count)
    }
}

/// True where a stream that begins with `head` is an archive.
pub(super) fn is_archive(head: &[u8]) -> bool {
    head.get(257..262) == Some(b"ustar")
}

/// `input` as something to read members from.
pub(super) fn buffered(input: impl BufRead + Send + 'static) -> Box<dyn Read + Send> {
    Box::new(BufReader::with_capacity(8 << 10, input))
}
