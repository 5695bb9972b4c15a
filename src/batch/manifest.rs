//! The manifest of an output folder: one JSON object a line, the run's settings first, then one line for each shard
//! that is whole. A line counts once it ends in a line break, so a run killed while writing one loses that shard's
//! claim to be whole, and writes it again.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::tally::Tally;
use crate::model::error::{Error, ErrorKind};

/// The manifest's name in the folder.
pub const NAME: &str = "manifest.ndjson";

/// What must be the same for two runs to write into one folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The format of the record.
    pub schema: String,
    /// The program: its version and a fingerprint of its build, built-in dictionaries included.
    pub program: String,
    /// A fingerprint of the user's dictionaries.
    pub dictionaries: String,
    /// The options that the records and the shards depend on.
    pub options: String,
    /// The inputs as given.
    pub inputs: Vec<String>,
    /// How many files they are.
    pub files: usize,
    /// A fingerprint of the files' names and sizes.
    pub fingerprint: String,
}

/// How far the inputs have been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    /// The index of the input file.
    pub file: usize,
    /// How many of its records.
    pub records: u64,
}

/// A shard that is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShardLine {
    /// Its number, from 0.
    pub shard: u32,
    /// The names of its files in the folder.
    pub files: Vec<String>,
    /// How far the inputs have been read with it.
    pub position: Position,
    /// The length of `errors.ndjson` in bytes, with it.
    pub errors: u64,
    /// The lengths of the tables in bytes, with it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, u64>,
    /// What it adds.
    pub tally: Tally,
    /// True where it is the last one.
    pub last: bool,
}

/// An open manifest.
#[derive(Debug)]
pub struct Manifest {
    path: PathBuf,
    file: File,
    /// The shards that are whole, in order.
    pub shards: Vec<ShardLine>,
}

impl Manifest {
    /// Begins the manifest of a new run in `folder`, or goes on with the one that stands there.
    ///
    /// # Errors
    /// Where there is one and `resume` is not asked for, where its settings are others, or it cannot be read or
    /// written.
    pub fn open(folder: &Path, settings: &Settings, resume: bool) -> Result<Self, Error> {
        let path = folder.join(NAME);
        let place = |error: std::io::Error| Error::from(error).at(path.display().to_string());
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(place)?;
        // Held until the process ends, however it ends. Where the file system has no locks, the user has to know.
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            let message = "another run is writing to this folder: wait for its end, or choose another folder";
            return Err(Error::new(ErrorKind::Usage, message).at(folder.display().to_string()));
        }
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(place)?;
        // What stands behind the last line break was being written when the run was stopped.
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        let mut lines = text[..whole].lines();
        let Some(first) = lines.next() else {
            file.set_len(0).map_err(place)?;
            let mut manifest = Self { path: path.clone(), file, shards: Vec::new() };
            manifest.append(settings)?;
            return Ok(manifest);
        };
        if !resume {
            let message = "the folder holds a run already: go on with it with --resume, or choose another folder";
            return Err(Error::new(ErrorKind::Usage, message).at(folder.display().to_string()));
        }
        let bad = |error: serde_json::Error| {
            Error::new(ErrorKind::Format, format!("not a manifest: {error}")).at(path.display().to_string())
        };
        same(&serde_json::from_str(first).map_err(bad)?, settings)
            .map_err(|error| error.at(folder.display().to_string()))?;
        let shards = lines.map(|line| serde_json::from_str(line).map_err(bad)).collect::<Result<_, _>>()?;
        file.set_len(u64::try_from(whole).unwrap_or(0)).map_err(place)?;
        file.seek(SeekFrom::End(0)).map_err(place)?;
        Ok(Self { path: path.clone(), file, shards })
    }

    /// Adds a shard that is whole: from here on it counts.
    ///
    /// # Errors
    /// Where the line cannot be written.
    pub fn commit(&mut self, shard: ShardLine) -> Result<(), Error> {
        self.append(&shard)?;
        self.shards.push(shard);
        Ok(())
    }

    fn append(&mut self, line: &impl Serialize) -> Result<(), Error> {
        let mut bytes = serde_json::to_vec(line).map_err(std::io::Error::from)?;
        bytes.push(b'\n');
        let written = self.file.write_all(&bytes).and_then(|()| self.file.sync_data());
        written.map_err(|error| Error::from(error).at(self.path.display().to_string()))
    }
}

/// Refuses to mix what two different runs would write.
fn same(old: &Settings, new: &Settings) -> Result<(), Error> {
    let what = [
        (old.schema != new.schema || old.program != new.program, "another version or build of boctin"),
        (old.dictionaries != new.dictionaries, "other dictionaries"),
        (old.options != new.options, "other options"),
        (old.inputs != new.inputs, "other inputs"),
        (old.fingerprint != new.fingerprint || old.files != new.files, "input files that have changed since"),
    ];
    match what.iter().find(|(differs, _)| *differs) {
        None => Ok(()),
        Some((_, what)) => Err(Error::new(
            ErrorKind::Usage,
            format!("the folder holds a run with {what}: --resume does not mix the two; choose another folder"),
        )),
    }
}

/// A fingerprint (FNV-1a, 64 bits) of `parts`, for telling changes, not for safety.
#[must_use]
pub fn fingerprint<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for chunk in part.chunks(8) {
            let word = chunk.iter().fold(0, |word, &byte| word << 8 | u64::from(byte));
            hash = (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
        }
        hash = (hash ^ 0xFF).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}")
}
