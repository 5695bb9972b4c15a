//! `boctin completions`: what shells need to complete the command line.

use std::io::{self, Write};

use boctin::model::error::Error;
use clap_complete::Shell;

use super::status::Status;

/// Write completions for a shell
///
/// For bash: `boctin completions bash > ~/.local/share/bash-completion/completions/boctin`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Runs the subcommand.
pub(crate) fn run(args: &Args) -> Result<Status, Error> {
    // The generator panics where it cannot write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::command(), "boctin", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Status::Done)
}
