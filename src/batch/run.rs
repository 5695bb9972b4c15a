//! [`run`]: a dump, from its inputs to a folder of shards.
//!
//! Records are written in the order of the inputs. What is written up to a shard's line in the manifest is final; what
//! comes after it is written again by the next run, from the same place of the same inputs. So a run that was killed
//! and resumed leaves the same bytes as one that was not.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::appended::Appended;
use super::drive::{Limits, drive};
use super::manifest::{Manifest, Position, Settings, ShardLine};
use super::shard::{self, Encoded, Shard};
use super::tally::{self, Tally};
use super::work::Worker;
use crate::input::piece::Piece;
use crate::input::source::Source;
use crate::model::error::{Error, ErrorKind};
use crate::output::tables::{TABLES, Table};

pub use super::shard::ShardFormat;

/// What a run is to do.
#[derive(Debug)]
pub struct Job {
    /// The input files, or the errors in their places.
    pub sources: Vec<Result<Source, String>>,
    /// The folder of the output; it is made where it is missing.
    pub folder: PathBuf,
    /// How shards are written.
    pub format: ShardFormat,
    /// A shard is whole after so many bytes of records, before compression.
    pub shard_bytes: u64,
    /// Threads and memory.
    pub limits: Limits,
    /// Write the flat tables too.
    pub tables: bool,
    /// Go on with the run that stands in the folder.
    pub resume: bool,
    /// Stop at the first document that fails.
    pub fail_fast: bool,
    /// What must be the same for the run to be resumed.
    pub settings: Settings,
    /// Counts the bytes of the input files as they are read.
    pub read: Arc<AtomicU64>,
    /// Set by others to stop the run.
    pub stop: Arc<AtomicBool>,
}

/// Why a run stopped before its end. What is whole by then is kept, and the run can be gone on with.
#[derive(Debug)]
pub enum Stop {
    /// The document that `fail_fast` stopped at.
    Failure(Error),
    /// The folder cannot be written any more.
    Output(Error),
    /// `Job::stop` was set.
    Asked,
}

/// How a run ended.
#[derive(Debug)]
pub struct Summary {
    /// Everything in the folder, earlier runs included.
    pub total: Tally,
    /// What this run added.
    pub added: Tally,
    /// Why it stopped before its end.
    pub stopped: Option<Stop>,
}

/// Runs `job`. `watch` is called after each document, with what has been done and the error if it failed.
///
/// # Errors
/// Where the folder cannot be written, or holds a run that this one may not go on with.
pub fn run(job: &Job, worker: &Worker, mut watch: impl FnMut(&Tally, Option<&Error>)) -> Result<Summary, Error> {
    let mut output = Output::open(job)?;
    let before = output.total.clone();
    let mut stopped = None;
    if !output.is_complete() {
        let from = output.position;
        drive(
            pieces(job, worker, from),
            job.limits,
            |(_, piece)| piece.as_ref().map_or(0, Piece::bytes),
            |(position, piece)| (position, piece.and_then(|piece| work(job, worker, piece))),
            |(position, result)| {
                let error = result.as_ref().err();
                watch(&output.counts_with(error), error);
                stopped = match result {
                    _ if job.stop.load(Ordering::Relaxed) => Some(Stop::Asked),
                    Err(error) if job.fail_fast => Some(Stop::Failure(error)),
                    Err(error) => output.failure(&error, position).err().map(Stop::Output),
                    Ok(done) => output.record(&done, position).err().map(Stop::Output),
                };
                if stopped.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        // A shard that is cut off by a stop is left to the next run, which makes it as an undisturbed run would.
        if matches!(stopped, None | Some(Stop::Failure(_)))
            && let Err(error) = output.commit(stopped.is_none())
        {
            stopped = Some(Stop::Output(error));
        }
    }
    let mut added = output.total.clone();
    added.documents -= before.documents;
    added.failed -= before.failed;
    Ok(Summary { total: output.total, added, stopped })
}

/// A record as its shard takes it, and its mentions by array.
struct Done {
    record: Encoded,
    /// The rows of each table; nothing where no tables are wanted.
    tables: Vec<Vec<u8>>,
    mentions: [(&'static str, u64); 8],
}

fn work(job: &Job, worker: &Worker, piece: Piece) -> Result<Done, Error> {
    let (_, record) = worker.run(piece)?;
    let wanted = if job.tables { TABLES } else { &[] };
    let rows = |table: &Table| {
        let mut rows = Vec::new();
        (table.rows)(&record, &mut rows);
        rows
    };
    let tables = wanted.iter().map(rows).collect();
    Ok(Done { tables, mentions: tally::mentions(&record), record: job.format.encode(record)? })
}

/// The pieces from `from` on, each with the position after it.
fn pieces<'j>(
    job: &'j Job,
    worker: &'j Worker,
    from: Position,
) -> impl Iterator<Item = (Position, Result<Piece, Error>)> + Send + use<'j> {
    let rest = job.sources.iter().enumerate().skip(from.file);
    rest.flat_map(move |(file, source)| {
        let opened = match source {
            Ok(source) => source.pieces_counted(&worker.reading, &job.read),
            Err(message) => Err(Error::new(ErrorKind::Io, message.clone())),
        };
        let pieces: Box<dyn Iterator<Item = Result<Piece, Error>> + Send> = match opened {
            Ok(pieces) => Box::new(pieces.map(Ok)),
            Err(error) => Box::new(std::iter::once(Err(error))),
        };
        let done = if file == from.file { from.records } else { 0 };
        let numbered = (1_u64..).zip(pieces).skip(usize::try_from(done).unwrap_or(usize::MAX));
        numbered.map(move |(records, piece)| (Position { file, records }, piece))
    })
}

/// The folder: the shard being written, the errors, the tables, the manifest.
struct Output<'j> {
    job: &'j Job,
    manifest: Manifest,
    shard: Option<Shard>,
    errors: Appended,
    /// In the order of [`TABLES`].
    tables: Vec<Appended>,
    /// Up to where the inputs are done.
    position: Position,
    /// Everything, the shard being written included.
    total: Tally,
    /// The shard being written.
    tally: Tally,
}

impl<'j> Output<'j> {
    fn open(job: &'j Job) -> Result<Self, Error> {
        let folder = &job.folder;
        fs::create_dir_all(folder).map_err(|error| Error::from(error).at(folder.display().to_string()))?;
        let manifest = Manifest::open(folder, &job.settings, job.resume)?;
        let claimed: Vec<String> = manifest.shards.iter().flat_map(|shard| shard.files.clone()).collect();
        missing(folder, &claimed)?;
        shard::clean(folder, &claimed)?;
        let last = manifest.shards.last();
        let errors = Appended::open(folder, "errors.ndjson", last.map_or(0, |shard| shard.errors), "")?;
        let wanted = if job.tables { TABLES } else { &[] };
        let table = |table: &Table| {
            let length = last.and_then(|shard| shard.tables.get(table.name)).copied().unwrap_or(0);
            Appended::open(folder, &format!("{}.csv", table.name), length, table.header)
        };
        let tables = wanted.iter().map(table).collect::<Result<_, _>>()?;
        let position = last.map(|shard| shard.position).unwrap_or_default();
        let mut total = Tally::default();
        manifest.shards.iter().for_each(|shard| total.add(&shard.tally));
        Ok(Self { job, manifest, shard: None, errors, tables, position, total, tally: Tally::default() })
    }

    fn is_complete(&self) -> bool {
        self.manifest.shards.last().is_some_and(|shard| shard.last)
    }

    /// What will have been done once the document at hand is counted.
    fn counts_with(&self, error: Option<&Error>) -> Tally {
        let (documents, failed) = if error.is_some() { (0, 1) } else { (1, 0) };
        Tally { documents: self.total.documents + documents, failed: self.total.failed + failed, ..Tally::default() }
    }

    fn record(&mut self, done: &Done, position: Position) -> Result<(), Error> {
        if self.shard.is_none() {
            self.shard = Some(Shard::create(&self.job.folder, self.number(), self.job.format)?);
        }
        let Some(shard) = &mut self.shard else { return Ok(()) };
        shard.push(&done.record)?;
        for (table, rows) in self.tables.iter_mut().zip(&done.tables) {
            table.push(rows)?;
        }
        let is_full = shard.bytes >= self.job.shard_bytes;
        self.tally.record(&done.mentions);
        self.total.record(&done.mentions);
        self.position = position;
        if is_full { self.commit(false) } else { Ok(()) }
    }

    fn failure(&mut self, error: &Error, position: Position) -> Result<(), Error> {
        let line = serde_json::json!({
            "input": self.job.sources.get(position.file).and_then(|source| source.as_ref().ok()).map(|source| source.name().to_string()),
            "record": position.records,
            "cause": tally::cause(error.kind()),
            "error": error.to_string(),
        });
        self.errors.push(format!("{line}\n").as_bytes())?;
        self.errors.flush()?;
        self.tally.failure(error);
        self.total.failure(error);
        self.position = position;
        Ok(())
    }

    fn number(&self) -> u32 {
        u32::try_from(self.manifest.shards.len()).unwrap_or(u32::MAX)
    }

    /// Makes what has been written final.
    fn commit(&mut self, last: bool) -> Result<(), Error> {
        let shard = self.number();
        let files = match self.shard.take() {
            Some(shard) => vec![shard.finish()?],
            None if self.tally == Tally::default() && !last => return Ok(()),
            None => Vec::new(),
        };
        let errors = self.errors.sync()?;
        let lengths =
            TABLES.iter().zip(&mut self.tables).map(|(table, file)| Ok((table.name.to_owned(), file.sync()?)));
        let tables = lengths.collect::<Result<_, Error>>()?;
        let tally = std::mem::take(&mut self.tally);
        self.manifest.commit(ShardLine { shard, files, position: self.position, errors, tables, tally, last })
    }
}

fn missing(folder: &Path, claimed: &[String]) -> Result<(), Error> {
    match claimed.iter().find(|name| !folder.join(name).is_file()) {
        None => Ok(()),
        Some(name) => Err(Error::new(
            ErrorKind::Usage,
            format!(
                "{name} is in the manifest but not in the folder: the run cannot be resumed; choose another folder"
            ),
        )
        .at(folder.display().to_string())),
    }
}
