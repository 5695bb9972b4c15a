//! Lines of bounded length.

use std::io::{BufRead, Result};

use super::gather::{Met, Part, gather};

/// Reads one line of at most `limit` bytes, without its line break, into `line`, which is emptied first.
pub(super) fn read(input: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> Result<Met> {
    let met = gather(input, line, limit, |buffer| match memchr::memchr(b'\n', buffer) {
        Some(end) => Part { kept: 0..end, taken: end + 1, is_last: true },
        None => Part { kept: 0..buffer.len(), taken: buffer.len(), is_last: false },
    });
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    met
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_skipped_and_the_next_one_read() {
        let mut input = std::io::BufReader::with_capacity(3, &b"ab\r\nabcdefghij\nxyz\n\nend"[..]);
        let mut line = Vec::new();
        let mut seen = Vec::new();
        loop {
            let met = read(&mut input, &mut line, 4).unwrap();
            if met == Met::End {
                break;
            }
            seen.push((met, String::from_utf8(line.clone()).unwrap()));
        }
        let expected =
            [(Met::Whole, "ab"), (Met::TooLong, ""), (Met::Whole, "xyz"), (Met::Whole, ""), (Met::Whole, "end")];
        assert_eq!(seen, expected.map(|(met, text)| (met, text.to_owned())));
    }
}
