//! Where inputs come from: standard input, files, folders. [`Source::pieces`] opens one and cuts it up.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::piece::{At, Piece, Place};
use super::reading::{Container, Reading};
use super::{ndjson, peel, sniff, text};
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
        let name = self.name();
        self.open().and_then(|input| cut(input, &name, reading)).map_err(|error| error.at(&*name))
    }

    fn open(&self) -> Result<Box<dyn Read + Send>, Error> {
        match self {
            Self::Stdin => Ok(Box::new(std::io::stdin())),
            Self::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(Error::new(ErrorKind::Io, format!("cannot be opened: {error}"))),
            },
        }
    }
}

fn cut(input: Box<dyn Read + Send>, name: &Arc<str>, reading: &Reading) -> Result<Pieces, Error> {
    let mut stream = peel::peel(input)?;
    let container = match reading.container {
        Container::Auto => sniff::container(stream.fill_buf()?, name),
        given => given,
    };
    let limit = reading.max_document_bytes;
    Ok(match container {
        Container::Ndjson => Box::new(ndjson::Records::new(stream, Arc::clone(name), limit)),
        Container::Auto | Container::Text => {
            Box::new(text::pieces(stream, Place { input: Arc::clone(name), at: At::Whole }, limit))
        }
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
        } else {
            Box::new(std::iter::once(Ok(Source::File(path.clone()))))
        }
    })
}

fn folder(path: &Path) -> impl Iterator<Item = Result<Source, Error>> + Send + use<> {
    WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_file() => Some(Ok(Source::File(entry.into_path()))),
        Ok(_) => None,
        Err(error) => Some(Err(Error::new(ErrorKind::Io, error.to_string()))),
    })
}
