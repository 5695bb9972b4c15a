//! One shard of the output: written under a temporary name, renamed when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::model::error::Error;

/// How shards are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShardFormat {
    /// One record a line, zstd.
    NdjsonZst,
    /// One record a line.
    Ndjson,
}

impl ShardFormat {
    /// Every format, with its name on the command line (also the files' suffix) and one line about it.
    pub const ALL: &'static [(&'static str, Self, &'static str)] = &[
        ("ndjson.zst", Self::NdjsonZst, "one JSON record a line, compressed"),
        ("ndjson", Self::Ndjson, "one JSON record a line"),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, format, _)| *format == self).map_or("ndjson", |(name, ..)| name)
    }
}

/// Under this suffix files are not whole.
const UNFINISHED: &str = ".unfinished";

/// A shard that is being written.
pub(super) struct Shard {
    writer: Writer,
    unfinished: PathBuf,
    path: PathBuf,
    /// Bytes of records, before compression.
    pub(super) bytes: u64,
}

enum Writer {
    Plain(BufWriter<File>),
    Zst(Box<zstd::stream::write::Encoder<'static, File>>),
}

impl Shard {
    /// Begins shard `number` in `folder`.
    pub(super) fn create(folder: &Path, number: u32, format: ShardFormat) -> Result<Self, Error> {
        let path = folder.join(format!("part-{number:05}.{}", format.name()));
        let mut unfinished = path.clone().into_os_string();
        unfinished.push(UNFINISHED);
        let unfinished = PathBuf::from(unfinished);
        let writer = File::create(&unfinished)
            .and_then(|file| Writer::new(file, format))
            .map_err(|error| full(error, &unfinished))?;
        Ok(Self { writer, unfinished, path, bytes: 0 })
    }

    /// Adds a record, as the line that it is.
    pub(super) fn push(&mut self, line: &[u8]) -> Result<(), Error> {
        self.bytes += u64::try_from(line.len()).unwrap_or(0);
        self.writer.write_all(line).map_err(|error| full(error, &self.unfinished))
    }

    /// Makes it whole: everything on the disk, then its name. Gives the name.
    pub(super) fn finish(self) -> Result<String, Error> {
        let Self { writer, unfinished, path, .. } = self;
        let done = writer.finish().and_then(|file| file.sync_all()).and_then(|()| fs::rename(&unfinished, &path));
        done.map_err(|error| full(error, &unfinished))?;
        Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }
}

impl Writer {
    fn new(file: File, format: ShardFormat) -> io::Result<Self> {
        Ok(match format {
            ShardFormat::NdjsonZst => Self::Zst(Box::new(zstd::stream::write::Encoder::new(file, 3)?)),
            _ => Self::Plain(BufWriter::with_capacity(256 << 10, file)),
        })
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(writer) => writer.write_all(bytes),
            Self::Zst(writer) => writer.write_all(bytes),
        }
    }

    fn finish(self) -> io::Result<File> {
        match self {
            Self::Plain(writer) => writer.into_inner().map_err(io::IntoInnerError::into_error),
            Self::Zst(writer) => writer.finish(),
        }
    }
}

/// Removes what an earlier run left unfinished, and what it finished without claiming it in the manifest.
pub(super) fn clean(folder: &Path, claimed: &[String]) -> Result<(), Error> {
    let place = |error: io::Error| Error::from(error).at(folder.display().to_string());
    for entry in fs::read_dir(folder).map_err(place)? {
        let entry = entry.map_err(place)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("part-") && !claimed.contains(&name) {
            fs::remove_file(entry.path()).map_err(place)?;
        }
    }
    Ok(())
}

fn full(error: io::Error, path: &Path) -> Error {
    let remedy = if error.kind() == io::ErrorKind::StorageFull { ": make room, then go on with --resume" } else { "" };
    Error::new(crate::model::error::ErrorKind::Io, format!("{error}{remedy}")).at(path.display().to_string())
}
