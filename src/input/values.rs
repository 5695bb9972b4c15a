//! JSON arrays, and JSON values one after the other (indented records, say): cut by their brackets, without parsing.

use std::io::BufRead;
use std::sync::Arc;

use super::gather::{Met, Part, gather};
use super::piece::{At, Content, Piece, Place};
use super::text::too_long;
use crate::model::error::Error;

/// The values of one JSON input.
pub(super) struct Values<R> {
    input: R,
    name: Arc<str>,
    limit: usize,
    count: u64,
    done: bool,
}

impl<R: BufRead> Values<R> {
    /// The elements of the array in `input`, or the values that stand there one after the other.
    pub(super) fn new(input: R, name: Arc<str>, limit: usize) -> Self {
        Self { input, name, limit, count: 0, done: false }
    }
}

impl<R: BufRead> Iterator for Values<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.done {
            return None;
        }
        let mut value = Vec::new();
        let content = match cut(&mut self.input, &mut value, self.limit) {
            Ok(Met::Whole) => Ok(Content::Json(value)),
            Ok(Met::TooLong) => Err(too_long(self.limit)),
            Ok(Met::End) => return None,
            Err(error) => {
                self.done = true;
                Err(Error::from(error))
            }
        };
        self.count += 1;
        Some(Piece::new(Place { input: Arc::clone(&self.name), at: At::Record(self.count) }, content))
    }
}

/// Reads the next object into `value`. What stands between objects (the array's bracket, commas, white space) is
/// skipped; a value that is no object is given as it is, and refused where it is parsed.
fn cut(input: &mut impl BufRead, value: &mut Vec<u8>, limit: usize) -> std::io::Result<Met> {
    let mut state = State::default();
    let met = gather(input, value, limit, |buffer| {
        let (from, to, is_last) = state.scan(buffer);
        Part { kept: from..to, taken: to, is_last }
    })?;
    // Nothing but what stands between objects.
    Ok(if met == Met::Whole && value.is_empty() { Met::End } else { met })
}

#[derive(Default)]
struct State {
    begun: bool,
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl State {
    /// The part of `buffer` that is the value's, and whether the value ends with it.
    fn scan(&mut self, buffer: &[u8]) -> (usize, usize, bool) {
        let mut from = if self.begun { 0 } else { buffer.len() };
        for (at, &byte) in buffer.iter().enumerate() {
            if !self.begun {
                if byte.is_ascii_whitespace() || matches!(byte, b',' | b'[' | b']' | 0xEF | 0xBB | 0xBF) {
                    continue;
                }
                (self.begun, from) = (true, at);
            }
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return (from, at + 1, true);
                    }
                }
                b',' if self.depth == 0 => return (from, at, true),
                _ => {}
            }
        }
        (from, buffer.len(), false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(json: &str, limit: usize) -> Vec<String> {
        let mut input = std::io::BufReader::with_capacity(5, json.as_bytes());
        let mut found = Vec::new();
        loop {
            let mut value = Vec::new();
            match cut(&mut input, &mut value, limit).unwrap() {
                Met::Whole => found.push(String::from_utf8(value).unwrap()),
                Met::TooLong => found.push("too long".to_owned()),
                Met::End => return found,
            }
        }
    }

    #[test]
    fn arrays_and_streams_of_objects_are_cut_at_their_brackets() {
        let array = r#" [ {"text":"a]}\""} , {"x":[{"y":1}]},{}]"#;
        assert_eq!(values(array, 99), [r#"{"text":"a]}\""}"#, r#"{"x":[{"y":1}]}"#, "{}"]);
        assert_eq!(values("{\n \"a\": 1\n}\n{\"b\":2}\n", 99), ["{\n \"a\": 1\n}", "{\"b\":2}"]);
        assert_eq!(values("[]", 99), [""; 0]);
    }

    #[test]
    fn long_values_are_skipped_and_loose_ones_given_as_they_are() {
        assert_eq!(values(r#"[{"text":"aaaaaaaaaaaa"},{"b":1}]"#, 8), ["too long", r#"{"b":1}"#]);
        assert_eq!(values("[12, {}, {\"cut", 99), ["12", "{}", "{\"cut"]);
    }
}
