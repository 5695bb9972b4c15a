//! `boctin schema`: the JSON Schema of the record.

use std::io::{self, Write};

use boctin::model::error::Error;
use boctin::output::schema;

use super::status::Status;

/// Write the JSON Schema of the record
///
/// Draft 2020-12. Every record that `extract` and `batch` write validates against it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs the subcommand.
pub(crate) fn run(_: &Args) -> Result<Status, Error> {
    writeln!(io::stdout(), "{:#}", schema::schema())?;
    Ok(Status::Done)
}
