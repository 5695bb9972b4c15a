//! The subcommands, one file each. [`run`] parses, dispatches, and turns what happened into an exit code.

mod args;
mod batch;
mod completions;
mod dict;
mod eval;
mod explain;
mod extract;
mod man;
mod normalize;
mod paint;
mod progress;
mod schema;
mod status;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use status::Status;

const EXIT_CODES: &str = "\
Exit codes:
  0  everything was done
  1  some documents failed; the others are written
  2  wrong usage, or nothing could start or go on (a full disk)
  130  stopped by Ctrl-C

Examples:
  boctin extract article.txt                       one article, indented JSON on a terminal
  boctin extract --published 2017-03-04 < article.txt
  zcat dump.ndjson.gz | boctin extract > records.ndjson
  boctin batch dumps/ --out records/               a dump, resumable, on all cores";

/// Reads Vietnamese news and official documents and writes what they say as JSON: people, their titles, bodies,
/// places, dates, cited documents and numbered tasks, each with its exact place in the text.
#[derive(Debug, Parser)]
#[command(name = "boctin", version, after_help = EXIT_CODES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(extract::Args),
    Batch(batch::Args),
    Explain(explain::Args),
    Eval(eval::Args),
    Normalize(normalize::Args),
    Dict(dict::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Parses the command line and runs what it says.
pub(crate) fn run() -> ExitCode {
    // A panic is caught where it happens and reported as an error of the document; the trace helps nobody who reads it.
    std::panic::set_hook(Box::new(|_| {}));
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Status::Unusable.into() } else { Status::Done.into() };
        }
    };
    let outcome = match cli.command {
        Command::Extract(args) => extract::run(args),
        Command::Batch(args) => batch::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Eval(args) => eval::run(&args),
        Command::Normalize(args) => normalize::run(args),
        Command::Dict(args) => dict::run(args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    };
    status::finish(outcome)
}

/// The command as clap sees it, for completions and the manual page.
fn command() -> clap::Command {
    <Cli as clap::CommandFactory>::command()
}
