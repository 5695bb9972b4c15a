//! A stream that fails where one record of it grows past a limit. For parsers of others, which keep a record whole.

use std::io::{BufRead, Error, ErrorKind, Read, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The stream.
pub(super) struct Bounded<R> {
    input: R,
    taken: Arc<AtomicUsize>,
    limit: usize,
}

/// Says when a record is done.
pub(super) struct Meter(Arc<AtomicUsize>);

impl Meter {
    /// The next record may be as long again.
    pub(super) fn reset(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

impl<R: BufRead> Bounded<R> {
    /// `input`, of which about `limit` bytes may be taken between two resets of the meter: parsers read ahead by a
    /// buffer, so the limit is not to the byte.
    pub(super) fn new(input: R, limit: usize) -> (Self, Meter) {
        let taken = Arc::new(AtomicUsize::new(0));
        (Self { input, taken: Arc::clone(&taken), limit: limit.saturating_add(1 << 16) }, Meter(taken))
    }
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.taken.load(Ordering::Relaxed) > self.limit {
            let message = "a record is longer than --max-document-bytes (a quote or tag that is never closed?); \
                           the rest of this input cannot be read";
            return Err(Error::new(ErrorKind::InvalidData, message));
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.taken.fetch_add(count, Ordering::Relaxed);
        self.input.consume(count);
    }
}
