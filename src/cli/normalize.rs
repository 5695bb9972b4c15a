//! `boctin normalize`: the text that matching runs on.

use std::io::{self, Write};
use std::path::PathBuf;

use boctin::input::source;
use boctin::model::error::Error;
use boctin::normalize::text::Text;

use super::args::InputArgs;
use super::status::{Status, report};

/// Write the normalised text of documents
///
/// Decodes each document and writes the text that all matching runs on: NFC, one placement of tone marks, repairs of
/// look-alike letters, spaces and line wraps. Useful to repair texts for other programs, and to see what was repaired.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders; `-` or nothing for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    input: InputArgs,
}

/// Runs the subcommand.
pub(crate) fn run(args: Args) -> Result<Status, Error> {
    let paths = if args.paths.is_empty() { vec![PathBuf::from("-")] } else { args.paths };
    let reading = args.input.reading();
    let (mut status, mut started) = (Status::Done, false);
    let mut out = io::BufWriter::new(io::stdout().lock());
    for source in source::expand(&paths) {
        let pieces = match source.and_then(|source| source.pieces(&reading)) {
            Ok(pieces) => pieces,
            Err(error) => {
                report(&error);
                status = Status::SomeFailed;
                continue;
            }
        };
        started = true;
        for piece in pieces {
            match piece.document(&reading) {
                Ok(document) => write(&mut out, &document.text)?,
                Err(error) => {
                    report(&error);
                    status = Status::SomeFailed;
                }
            }
        }
    }
    out.flush()?;
    Ok(if started || status == Status::Done { status } else { Status::Unusable })
}

/// The text, with a line break at its end, so that the next document begins a line.
fn write(out: &mut impl Write, text: &str) -> io::Result<()> {
    let text = Text::new(text);
    out.write_all(text.normal().as_bytes())?;
    if text.normal().ends_with('\n') { Ok(()) } else { out.write_all(b"\n") }
}
