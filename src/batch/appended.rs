//! A file of the output folder that grows with the run (errors, tables), beside the shards. The manifest says how much
//! of it counts; what stands beyond that when a run is resumed is cut off and written again.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::model::error::Error;

/// The file.
#[derive(Debug)]
pub(super) struct Appended {
    file: BufWriter<File>,
    path: PathBuf,
}

impl Appended {
    /// Opens `name` in `folder`, of which `length` bytes count; at the very beginning `header` is written.
    pub(super) fn open(folder: &Path, name: &str, length: u64, header: &str) -> Result<Self, Error> {
        let path = folder.join(name);
        let open = || {
            let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(&path)?;
            file.set_len(length)?;
            file.seek(SeekFrom::End(0))?;
            let mut file = BufWriter::with_capacity(64 << 10, file);
            if length == 0 {
                file.write_all(header.as_bytes())?;
            }
            Ok(file)
        };
        let file = open().map_err(|error: std::io::Error| Error::from(error).at(path.display().to_string()))?;
        Ok(Self { file, path })
    }

    /// Adds `bytes`; they may stay in memory until [`Self::flush`] or [`Self::sync`].
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let written = self.file.write_all(bytes);
        written.map_err(|error| self.failed(error))
    }

    /// Makes what was added visible to others.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        let flushed = self.file.flush();
        flushed.map_err(|error| self.failed(error))
    }

    /// Brings everything to the disk; gives the file's length.
    pub(super) fn sync(&mut self) -> Result<u64, Error> {
        let sync = |file: &mut BufWriter<File>| {
            file.flush()?;
            file.get_ref().sync_data()?;
            file.get_ref().metadata()
        };
        let length = sync(&mut self.file).map(|metadata| metadata.len());
        length.map_err(|error| self.failed(error))
    }

    fn failed(&self, error: std::io::Error) -> Error {
        Error::from(error).at(self.path.display().to_string())
    }
}
