//! `boctin extract`: documents in, records out, in order.

use std::io::{self, IsTerminal, StdoutLock, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

use boctin::batch::drive::{Limits, drive};
use boctin::batch::work::Worker;
use boctin::input::piece::Piece;
use boctin::input::reading::{Container, Reading};
use boctin::input::source::{self, Source};
use boctin::model::error::Error;
use boctin::output::offsets::Unit;
use boctin::output::{self, FORMATS, Format};
use boctin::pipeline::Extractor;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::args::{ExtractorArgs, InputArgs};
use super::status::{Status, report};

/// Write what documents say, one record a document
///
/// Reads texts, NDJSON and whole folders, in the order given, and writes the records in the same order to standard
/// output. A document that cannot be read is reported on standard error while the rest goes on.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders; `-` or nothing for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Format of the output [default: json for one text on a terminal, else ndjson]
    #[arg(long, short, value_name = "FORMAT", value_parser = formats())]
    format: Option<&'static Format>,

    #[command(flatten)]
    input: InputArgs,

    #[command(flatten)]
    extractor: ExtractorArgs,
}

/// Runs the subcommand.
pub(crate) fn run(args: Args) -> Result<Status, Error> {
    let paths = if args.paths.is_empty() { vec![PathBuf::from("-")] } else { args.paths };
    let mut limits = Limits::new(args.extractor.jobs());
    let reading = args.input.reading();
    let format = args.format.unwrap_or_else(|| default_format(&paths, &reading));
    let extractor = Extractor::new(&args.extractor.options())?;
    let unit = if format.any_unit { args.extractor.unit() } else { Unit::CodePoint };
    let worker = Worker { extractor, reading: reading.clone(), unit };
    if is_one_document(&paths, &reading) {
        limits.jobs = 1;
    }

    let mut sink = Sink { out: io::stdout().lock(), written: 0, failed: 0, started: false, broken: None };
    sink.write(format.header.as_bytes());
    let pieces = source::expand(&paths).flat_map(|source| open(source, &reading));
    drive(
        pieces,
        limits,
        |piece| piece.as_ref().map_or(0, Piece::bytes),
        |piece| {
            let (document, record) = worker.run(piece.map_err(Failure::Input)?).map_err(Failure::Document)?;
            let mut bytes = Vec::new();
            (format.write)(&record, &document, &mut bytes).map_err(Failure::Document)?;
            Ok(bytes)
        },
        |result| sink.take(result),
    );
    sink.finish()
}

/// A piece, or the error of an input that could not even be opened.
fn open(source: Result<Source, Error>, reading: &Reading) -> Box<dyn Iterator<Item = Result<Piece, Error>> + Send> {
    match source.and_then(|source| source.pieces(reading)) {
        Ok(pieces) => Box::new(pieces.map(Ok)),
        Err(error) => Box::new(std::iter::once(Err(error))),
    }
}

enum Failure {
    Input(Error),
    Document(Error),
}

struct Sink<'o> {
    out: StdoutLock<'o>,
    written: u64,
    failed: u64,
    /// True once an input could be opened.
    started: bool,
    broken: Option<Error>,
}

impl Sink<'_> {
    fn take(&mut self, result: Result<Vec<u8>, Failure>) -> ControlFlow<()> {
        match result {
            Ok(bytes) => {
                self.started = true;
                self.written += 1;
                self.write(&bytes);
            }
            Err(failure) => {
                self.failed += 1;
                self.started |= matches!(failure, Failure::Document(_));
                let (Failure::Input(error) | Failure::Document(error)) = failure;
                report(&error);
            }
        }
        if self.broken.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn write(&mut self, bytes: &[u8]) {
        if let Err(error) = self.out.write_all(bytes) {
            self.broken = Some(error.into());
        }
    }

    fn finish(mut self) -> Result<Status, Error> {
        if let Some(error) = self.broken {
            return Err(error.at("standard output"));
        }
        self.out.flush().map_err(|error| Error::from(error).at("standard output"))?;
        Ok(match (self.failed, self.started) {
            (0, _) => Status::Done,
            (_, true) => Status::SomeFailed,
            (_, false) => Status::Unusable,
        })
    }
}

/// A single text shown to a person is indented; all else is for programs.
fn default_format(paths: &[PathBuf], reading: &Reading) -> &'static Format {
    let for_a_person = io::stdout().is_terminal() && is_one_document(paths, reading);
    output::format(if for_a_person { "json" } else { "ndjson" }).unwrap_or(&FORMATS[0])
}

/// True where the input is one file that is surely one document.
fn is_one_document(paths: &[PathBuf], reading: &Reading) -> bool {
    let [path] = paths else { return false };
    match reading.container {
        Container::Text | Container::Html => !path.is_dir(),
        Container::Auto => path.extension().is_some_and(|extension| extension == "txt" || extension == "html"),
        _ => false,
    }
}

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let values = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(values).map(|name| output::format(&name).unwrap_or(&FORMATS[0]))
}
