//! Exit codes, and errors on standard error.

use std::io::{self, Write};
use std::process::ExitCode;

use boctin::model::error::{Error, ErrorKind};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Everything was done.
    Done,
    /// Some documents failed; the others are written.
    SomeFailed,
    /// Wrong usage, or nothing could start or go on.
    Unusable,
    /// Stopped by Ctrl-C.
    Stopped,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::SomeFailed => 1,
            Status::Unusable => 2,
            // What a shell says of a program that was stopped so.
            Status::Stopped => 130,
        })
    }
}

/// The exit code of an outcome; an error is reported first. A reader of ours that has gone away is no error.
pub(crate) fn finish(outcome: Result<Status, Error>) -> ExitCode {
    match outcome {
        Ok(status) => status.into(),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Status::Done.into(),
        Err(error) => {
            report(&error);
            Status::Unusable.into()
        }
    }
}

/// Writes `error` to standard error, on one line. Where even that fails, nobody is listening.
pub(crate) fn report(error: &Error) {
    let _ = writeln!(io::stderr(), "boctin: {error}");
}
