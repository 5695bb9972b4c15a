//! Lines of bounded length: a line past the limit is skipped to its end without being kept.

use std::io::{BufRead, ErrorKind, Result};

/// What [`read`] met.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// A line, without its line break.
    Line,
    /// A line longer than the limit; it was skipped.
    TooLong,
    /// The end of the input.
    End,
}

/// Reads one line of at most `limit` bytes into `line`, which is emptied first.
pub(super) fn read(input: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> Result<Met> {
    line.clear();
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
        let end = memchr::memchr(b'\n', buffer);
        let part = &buffer[..end.unwrap_or(buffer.len())];
        if too_long || line.len() + part.len() > limit {
            too_long = true;
            *line = Vec::new();
        } else {
            line.extend_from_slice(part);
        }
        let taken = part.len() + usize::from(end.is_some());
        input.consume(taken);
        if end.is_some() {
            break;
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(if too_long {
        Met::TooLong
    } else if any {
        Met::Line
    } else {
        Met::End
    })
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
        let expected = [(Met::Line, "ab"), (Met::TooLong, ""), (Met::Line, "xyz"), (Met::Line, ""), (Met::Line, "end")];
        assert_eq!(seen, expected.map(|(met, text)| (met, text.to_owned())));
    }
}
