//! Compression, by content: gzip.

use std::io::{BufRead, BufReader, Read, Result};

use flate2::bufread::MultiGzDecoder;

/// Layers of compression beyond this are left as they are: nobody packs a text five times, but a bomb does.
const LAYERS: usize = 4;

/// A buffer that lets the first bytes be looked at without taking them.
pub(super) type Stream = Box<dyn BufRead + Send>;

/// The size of the buffer: what [`super::sniff`] can see of a stream.
pub(super) const BUFFER: usize = 64 << 10;

/// `input` without its compression.
pub(super) fn peel(input: impl Read + Send + 'static) -> Result<Stream> {
    let mut stream: Stream = Box::new(BufReader::with_capacity(BUFFER, input));
    for _ in 0..LAYERS {
        let head = stream.fill_buf()?;
        if head.starts_with(&[0x1F, 0x8B, 8]) {
            stream = Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(stream)));
        } else {
            break;
        }
    }
    Ok(stream)
}
