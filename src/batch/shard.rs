//! One shard of the output: written under a temporary name, renamed when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::model::error::{Error, ErrorKind};
use crate::model::record::Record;
use crate::output::{json, parquet};

/// How shards are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShardFormat {
    /// One record a line, zstd.
    NdjsonZst,
    /// One record a line.
    Ndjson,
    /// One record a row.
    Parquet,
}

impl ShardFormat {
    /// Every format, with its name on the command line (also the files' suffix) and one line about it.
    pub const ALL: &'static [(&'static str, Self, &'static str)] = &[
        ("ndjson.zst", Self::NdjsonZst, "one JSON record a line, compressed"),
        ("ndjson", Self::Ndjson, "one JSON record a line"),
        ("parquet", Self::Parquet, "one record a row, nested as the record is"),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, format, _)| *format == self).map_or("ndjson", |(name, ..)| name)
    }

    /// What a shard of this format takes of `record`; made by the workers, so that the writer has little to do.
    pub(super) fn encode(self, record: Record) -> Result<Encoded, Error> {
        if self == Self::Parquet {
            return Ok(Encoded::Row(Box::new(record)));
        }
        let mut line = Vec::new();
        json::to_line(&record, &mut line)?;
        line.push(b'\n');
        Ok(Encoded::Line(line))
    }
}

/// A record as a shard takes it.
pub(super) enum Encoded {
    Line(Vec<u8>),
    Row(Box<Record>),
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
    Parquet(Box<parquet::Writer<File>>),
}

impl Shard {
    /// Begins shard `number` in `folder`.
    pub(super) fn create(folder: &Path, number: u32, format: ShardFormat) -> Result<Self, Error> {
        let path = folder.join(format!("part-{number:05}.{}", format.name()));
        let mut unfinished = path.clone().into_os_string();
        unfinished.push(UNFINISHED);
        let unfinished = PathBuf::from(unfinished);
        let writer = File::create(&unfinished)
            .map_err(Error::from)
            .and_then(|file| Writer::new(file, format))
            .map_err(|error| error.at(unfinished.display().to_string()))?;
        Ok(Self { writer, unfinished, path, bytes: 0 })
    }

    /// Adds a record.
    pub(super) fn push(&mut self, record: &Encoded) -> Result<(), Error> {
        let added = self.writer.push(record).map_err(|error| error.at(self.unfinished.display().to_string()))?;
        self.bytes += u64::try_from(added).unwrap_or(0);
        Ok(())
    }

    /// Makes it whole: everything on the disk, then its name. Gives the name.
    pub(super) fn finish(self) -> Result<String, Error> {
        let Self { writer, unfinished, path, .. } = self;
        let name = |file: File| file.sync_all().and_then(|()| fs::rename(&unfinished, &path)).map_err(Error::from);
        writer.finish().and_then(name).map_err(|error| error.at(unfinished.display().to_string()))?;
        Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }
}

impl Writer {
    fn new(file: File, format: ShardFormat) -> Result<Self, Error> {
        Ok(match format {
            ShardFormat::NdjsonZst => Self::Zst(Box::new(zstd::stream::write::Encoder::new(file, 3)?)),
            ShardFormat::Ndjson => Self::Plain(BufWriter::with_capacity(256 << 10, file)),
            ShardFormat::Parquet => Self::Parquet(Box::new(parquet::Writer::new(file)?)),
        })
    }

    /// Gives the bytes that the record takes, before compression.
    fn push(&mut self, record: &Encoded) -> Result<usize, Error> {
        match (self, record) {
            (Self::Plain(writer), Encoded::Line(line)) => Ok(writer.write_all(line).map(|()| line.len())?),
            (Self::Zst(writer), Encoded::Line(line)) => Ok(writer.write_all(line).map(|()| line.len())?),
            (Self::Parquet(writer), Encoded::Row(record)) => writer.push(record),
            // `ShardFormat::encode` gives each writer what it takes.
            _ => Err(Error::new(ErrorKind::Internal, "a record in the form of another format")),
        }
    }

    fn finish(self) -> Result<File, Error> {
        match self {
            Self::Plain(writer) => writer.into_inner().map_err(|error| error.into_error().into()),
            Self::Zst(writer) => Ok(writer.finish()?),
            Self::Parquet(writer) => writer.finish(),
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
