//! Records of bounded length out of a stream: a record past the limit is passed over to its end without being kept.
//! Where records end is the business of the containers.

use std::io::{BufRead, ErrorKind, Result};
use std::ops::Range;

/// What [`gather`] met.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// A record.
    Whole,
    /// A record longer than the limit; it was passed over.
    TooLong,
    /// The end of the input.
    End,
}

/// What a container says of a part of the stream.
pub(super) struct Part {
    /// What of it is the record's.
    pub(super) kept: Range<usize>,
    /// How much of it is done with.
    pub(super) taken: usize,
    /// The record ends with it.
    pub(super) is_last: bool,
}

/// Reads one record of at most `limit` bytes into `record`, which is emptied first. `part` is asked of each part of the
/// stream in turn.
pub(super) fn gather(
    input: &mut impl BufRead,
    record: &mut Vec<u8>,
    limit: usize,
    mut part: impl FnMut(&[u8]) -> Part,
) -> Result<Met> {
    record.clear();
    let (mut any, mut too_long) = (false, false);
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        if buffer.is_empty() {
            break;
        }
        any = true;
        let Part { kept, taken, is_last } = part(buffer);
        if too_long || record.len() + kept.len() > limit {
            too_long = true;
            *record = Vec::new();
        } else {
            record.extend_from_slice(&buffer[kept]);
        }
        input.consume(taken);
        if is_last {
            break;
        }
    }
    Ok(match (too_long, any) {
        (true, _) => Met::TooLong,
        (false, true) => Met::Whole,
        (false, false) => Met::End,
    })
}
