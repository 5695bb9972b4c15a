//! `boctin batch`: a dump into a folder of shards.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use boctin::batch::drive::Limits;
use boctin::batch::manifest::{Settings, fingerprint};
use boctin::batch::run::{self, Job, ShardFormat, Stop, Summary};
use boctin::batch::tally::Tally;
use boctin::batch::work::Worker;
use boctin::input::source::{self, Source};
use boctin::model::error::Error;
use boctin::model::record::SCHEMA;
use boctin::pipeline::Extractor;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::args::{self, ExtractorArgs, InputArgs};
use super::progress::Progress;
use super::status::{Status, report};

/// Write what the documents of a dump say, into a folder of shards
///
/// Reads files, folders, patterns and archives with all cores and bounded memory, and writes the records in the order
/// of the documents. A document that cannot be read goes to errors.ndjson with its place and the reason. After any
/// stop, the same command with --resume goes on without a lost or doubled record.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files, folders and patterns; `-` for standard input
    #[arg(value_name = "INPUT", required = true)]
    inputs: Vec<PathBuf>,

    /// Folder to write to
    ///
    /// It gets part-00000, part-00001, …, manifest.ndjson and errors.ndjson. Only one run may write to it at a time.
    #[arg(long, short, value_name = "DIR")]
    out: PathBuf,

    /// Format of the shards
    #[arg(long, short, value_name = "FORMAT", default_value = "ndjson.zst", value_parser = formats())]
    format: ShardFormat,

    /// Size of a shard, before compression
    ///
    /// In bytes; K, M and G stand for KiB, MiB and GiB. What a stop can cost is the work of one shard.
    #[arg(long, value_name = "BYTES", default_value = "256M", value_parser = args::bytes)]
    shard_bytes: usize,

    /// Write flat tables too: people.csv, titles.csv, …
    ///
    /// One for each array of the record, with a row an entity; records.csv has a row a document, mentions.csv a row a
    /// mention. Several values in a cell stand with `|` between them. A cell that a spreadsheet would take for a formula
    /// gets a `'` before it.
    #[arg(long)]
    tables: bool,

    /// Go on with the run in the folder
    ///
    /// Inputs, options, dictionaries and the program must be the same. Without a run in the folder it begins one.
    #[arg(long)]
    resume: bool,

    /// Stop at the first document that fails
    #[arg(long)]
    fail_fast: bool,

    /// Write neither progress nor summary
    #[arg(long, short)]
    quiet: bool,

    #[command(flatten)]
    input: InputArgs,

    #[command(flatten)]
    extractor: ExtractorArgs,
}

/// Runs the subcommand.
pub(crate) fn run(args: Args) -> Result<Status, Error> {
    let options = format!("{:?} {:?} {:?} {}", args.input, args.extractor.unit(), args.format, args.shard_bytes);
    let options = if args.tables { options + " tables" } else { options };
    let sources: Vec<_> =
        source::expand(&args.inputs).map(|source| source.map_err(|error| error.to_string())).collect();
    let settings = settings(&args, options, &sources)?;
    let worker = Worker {
        extractor: Extractor::new(&args.extractor.options())?,
        reading: args.input.reading(),
        unit: args.extractor.unit(),
    };
    let read = Arc::new(AtomicU64::new(0));
    let size = sources.iter().flatten().map(Source::size).sum();
    let mut progress = Progress::new(args.quiet, Arc::clone(&read), size);
    let job = Job {
        sources,
        folder: args.out,
        format: args.format,
        shard_bytes: u64::try_from(args.shard_bytes).unwrap_or(u64::MAX),
        limits: Limits::new(args.extractor.jobs()),
        tables: args.tables,
        resume: args.resume,
        fail_fast: args.fail_fast,
        settings,
        read,
        stop: stop_at_ctrl_c(),
    };
    let summary = run::run(&job, &worker, |tally, _| progress.tell(tally))?;
    let speed = progress.finish();
    if !args.quiet {
        summarise(&progress, &summary, &speed);
    }
    Ok(match (&summary.stopped, summary.total.failed) {
        (Some(Stop::Failure(error)), _) => {
            report(error);
            Status::SomeFailed
        }
        (Some(Stop::Output(error)), _) => {
            report(error);
            progress.say("boctin: what is whole is kept: once the folder can be written, go on with --resume");
            Status::Unusable
        }
        (Some(Stop::Asked), _) => {
            progress.say("boctin: stopped: go on with --resume");
            Status::Stopped
        }
        (None, 0) => Status::Done,
        (None, _) => Status::SomeFailed,
    })
}

/// Set by the first Ctrl-C; the second one ends the process at once, which a run survives as well.
fn stop_at_ctrl_c() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    // Without a handler Ctrl-C ends the process.
    let _ = ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
    stop
}

fn settings(args: &Args, options: String, sources: &[Result<Source, String>]) -> Result<Settings, Error> {
    let dictionaries = args.extractor.options().dictionaries;
    let read = |path: &PathBuf| fs::read(path).map_err(|error| Error::from(error).at(path.display().to_string()));
    let dictionaries = dictionaries.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let program = std::env::current_exe().and_then(fs::read).unwrap_or_default();
    let names: Vec<String> = sources
        .iter()
        .map(|source| {
            source.as_ref().map_or_else(Clone::clone, |source| format!("{} {}", source.name(), source.size()))
        })
        .collect();
    Ok(Settings {
        schema: SCHEMA.to_owned(),
        program: format!("{} {}", env!("CARGO_PKG_VERSION"), fingerprint([&program[..]])),
        dictionaries: fingerprint(dictionaries.iter().map(Vec::as_slice)),
        options,
        inputs: args.inputs.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        files: sources.len(),
        fingerprint: fingerprint(names.iter().map(String::as_bytes)),
    })
}

fn summarise(progress: &Progress, summary: &Summary, speed: &str) {
    let Tally { documents, failed, mentions, causes } = &summary.total;
    let list = |counts: &std::collections::BTreeMap<String, u64>| {
        counts.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
    };
    progress.say(&format!("boctin: {documents} documents ({speed})"));
    progress.say(&format!("boctin: mentions: {}", list(mentions)));
    if *failed > 0 {
        progress.say(&format!("boctin: {failed} failed, see errors.ndjson: {}", list(causes)));
    }
    if *documents != summary.added.documents {
        progress.say(&format!("boctin: {} of the documents in this run", summary.added.documents));
    }
}

fn formats() -> impl TypedValueParser<Value = ShardFormat> {
    let values = ShardFormat::ALL.iter().map(|(name, _, about)| PossibleValue::new(*name).help(*about));
    PossibleValuesParser::new(values).map(|chosen| {
        let found = ShardFormat::ALL.iter().find(|(name, ..)| *name == chosen);
        found.map_or(ShardFormat::NdjsonZst, |(_, format, _)| *format)
    })
}
