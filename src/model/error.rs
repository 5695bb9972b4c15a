//! The one error type of the library: what went wrong, where, and what to do.

use std::fmt;

/// An error of the library. It is opaque: print it, or ask for its [`ErrorKind`].
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    context: Vec<String>,
    message: String,
}

/// What sort of failure an [`Error`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Bytes that the encoding does not allow.
    Encoding,
    /// A container (NDJSON, CSV, gzip, …) that is malformed.
    Format,
    /// A row of a dictionary that is malformed.
    Dictionary,
    /// Reading or writing failed.
    Io,
    /// The reader of our output has gone away.
    BrokenPipe,
    /// Past a limit that the user can set.
    Limit,
    /// A fault of the program itself: please report it.
    Internal,
    /// A request that makes no sense: an option's value, a combination.
    Usage,
}

impl Error {
    /// An error of `kind`; `message` says what is wrong and, where it can, what to do.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, context: Vec::new(), message: message.into() }
    }

    /// The same error with the place in front that the caller knows: a file, a line, a record.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.context.push(place.into());
        self
    }

    /// What sort of failure it is.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in self.context.iter().rev() {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        let broken = error.kind() == std::io::ErrorKind::BrokenPipe;
        Self::new(if broken { ErrorKind::BrokenPipe } else { ErrorKind::Io }, error.to_string())
    }
}
