//! The header of one member: ustar, with the long names and sizes of GNU and pax.

use std::io::{self, Read};

use crate::model::error::{Error, ErrorKind};

/// The unit of everything in an archive, in bytes.
pub(super) const BLOCK: u64 = 512;

/// Long names and attributes beyond this are no names.
const LONGEST: u64 = 1 << 20;

/// What is known of a member.
pub(super) struct Header {
    pub(super) path: String,
    /// Bytes.
    pub(super) size: u64,
    pub(super) is_file: bool,
}

/// Reads headers up to that of the next member; `None` at the end of the archive.
pub(super) fn read(input: &mut impl Read) -> Result<Option<Header>, Error> {
    let (mut long_path, mut long_size) = (None, None);
    loop {
        let mut block = [0; 512];
        if !fill(input, &mut block)? || block.iter().all(|&byte| byte == 0) {
            return Ok(None);
        }
        check(&block)?;
        let size = number(&block[124..136]);
        match block[156] {
            b'L' => long_path = Some(string(&extra(input, size)?)),
            b'K' | b'g' => drop(extra(input, size)?),
            b'x' => {
                for (key, value) in attributes(&extra(input, size)?) {
                    match key.as_str() {
                        "path" => long_path = Some(value),
                        "size" => long_size = value.parse().ok(),
                        _ => {}
                    }
                }
            }
            kind => {
                let is_file = matches!(kind, 0 | b'0' | b'7');
                let size = if is_file { long_size.unwrap_or(size) } else { 0 };
                return Ok(Some(Header { path: long_path.unwrap_or_else(|| short_path(&block)), size, is_file }));
            }
        }
    }
}

/// Fills `block`; `false` where the input has ended before it.
fn fill(input: &mut impl Read, block: &mut [u8; 512]) -> io::Result<bool> {
    match input.read_exact(block) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        result => result.map(|()| true),
    }
}

fn check(block: &[u8; 512]) -> Result<(), Error> {
    let sum: u64 = block.iter().map(|&byte| u64::from(byte)).sum();
    let own: u64 = block[148..156].iter().map(|&byte| u64::from(byte)).sum();
    if sum - own + 8 * u64::from(b' ') == number(&block[148..156]) {
        Ok(())
    } else {
        Err(Error::new(ErrorKind::Format, "the archive is corrupt: a header's checksum is wrong"))
    }
}

/// The content of a member that only describes the next one.
fn extra(input: &mut impl Read, size: u64) -> Result<Vec<u8>, Error> {
    if size > LONGEST {
        return Err(Error::new(ErrorKind::Limit, "the archive has a name of more than 1 MiB"));
    }
    let mut content = Vec::new();
    let padded = size + size.wrapping_neg() % BLOCK;
    input.take(padded).read_to_end(&mut content)?;
    content.truncate(usize::try_from(size).unwrap_or(0));
    Ok(content)
}

/// The `length key=value` lines of pax.
fn attributes(content: &[u8]) -> Vec<(String, String)> {
    let content = String::from_utf8_lossy(content);
    let line = |line: &str| {
        let (key, value) = line.split_once(' ')?.1.split_once('=')?;
        Some((key.to_owned(), value.to_owned()))
    };
    content.lines().filter_map(line).collect()
}

fn short_path(block: &[u8; 512]) -> String {
    let (name, prefix) = (string(&block[..100]), string(&block[345..500]));
    if prefix.is_empty() || &block[257..263] != b"ustar\0" { name } else { format!("{prefix}/{name}") }
}

/// The bytes up to the first zero.
fn string(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes.split(|&byte| byte == 0).next().unwrap_or_default()).into_owned()
}

/// A number in octal digits, or in binary where the first bit is set.
fn number(bytes: &[u8]) -> u64 {
    if bytes[0] & 0x80 != 0 {
        return bytes[bytes.len() - 8..].iter().fold(0, |number, &byte| number << 8 | u64::from(byte));
    }
    let digits = bytes.iter().filter(|byte| (b'0'..=b'7').contains(byte));
    digits.fold(0, |number: u64, &digit| number.wrapping_shl(3) | u64::from(digit - b'0'))
}
