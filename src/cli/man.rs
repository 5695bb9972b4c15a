//! `boctin man`: the manual page.

use std::io::{self, Write};

use boctin::model::error::Error;

use super::status::Status;

/// Write the manual page
///
/// In roff, every subcommand after the other: `boctin man | man -l -`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs the subcommand.
pub(crate) fn run(_: &Args) -> Result<Status, Error> {
    let mut command = super::command();
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for subcommand in command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help") {
        clap_mangen::Man::new(subcommand.clone()).render(&mut page)?;
    }
    io::stdout().write_all(&page)?;
    Ok(Status::Done)
}
