//! Compression, by content: gzip (also many members one after the other), zstd, xz.

use std::io::{self, BufRead, BufReader, Read, Result};

use flate2::bufread::MultiGzDecoder;
use lzma_rust2::XzReader;
use zstd::stream::read::Decoder as ZstdDecoder;

/// Layers of compression beyond this are left as they are: nobody packs a text five times, but a bomb does.
const LAYERS: usize = 4;

/// A stream whose first bytes can be looked at without taking them.
pub(super) type Stream = Box<dyn BufRead + Send>;

/// The size of the buffer: what [`super::sniff`] can see of a stream.
const BUFFER: usize = 64 << 10;

/// `input` without its compression.
pub(super) fn peel(input: impl Read + Send + 'static) -> Result<Stream> {
    let mut stream: Stream = Box::new(BufReader::with_capacity(BUFFER, input));
    for _ in 0..LAYERS {
        let head = stream.fill_buf()?;
        stream = if head.starts_with(&[0x1F, 0x8B, 8]) {
            buffered(Named("gzip", MultiGzDecoder::new(stream)))
        } else if head.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]) {
            buffered(Named("zstd", ZstdDecoder::with_buffer(stream)?))
        } else if head.starts_with(&[0xFD, b'7', b'z', b'X', b'Z', 0]) {
            buffered(Named("xz", XzReader::new(stream, true)))
        } else {
            break;
        };
    }
    Ok(stream)
}

fn buffered(input: impl Read + Send + 'static) -> Stream {
    Box::new(BufReader::with_capacity(BUFFER, input))
}

/// A decompressor whose errors say that it was the compression that broke.
struct Named<R>(&'static str, R);

impl<R: Read> Read for Named<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        self.1.read(buffer).map_err(|error| match error.kind() {
            io::ErrorKind::Interrupted => error,
            kind => io::Error::new(kind, format!("the {} data is truncated or corrupt: {error}", self.0)),
        })
    }
}
