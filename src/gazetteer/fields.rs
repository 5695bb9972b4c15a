//! Fields of a line of a dictionary file, found by their column.

use crate::gazetteer::sheet::{Column, Header, MOST};

/// Where the fields of one line end; `u16::MAX` for those that it leaves out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ends([u16; MOST]);

impl Header {
    /// The line that `text` begins with, and where its fields end, for [`field_of`](Self::field_of).
    pub(crate) fn line<'s>(&self, text: &'s str) -> (&'s str, Ends) {
        let mut ends = [u16::MAX; MOST];
        let mut open = ends.iter_mut().take(self.columns);
        let mut length = text.len();
        controls(text.as_bytes(), |at, byte| {
            if byte == b'\t'
                && let Some(end) = open.next()
            {
                *end = u16::try_from(at).unwrap_or(u16::MAX);
            }
            if byte == b'\n' {
                length = at;
            }
            byte == b'\n'
        });
        let line = text.get(..length).unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        if let Some(end) = open.next() {
            *end = u16::try_from(line.len()).unwrap_or(u16::MAX);
        }
        (line, Ends(ends))
    }

    /// One field of a line, given where its fields end.
    pub(crate) fn field_of<'s>(&self, line: &'s str, ends: &Ends, column: Column) -> &'s str {
        if line.len() >= usize::from(u16::MAX) {
            return self.field(line, column);
        }
        let place = self.places.get(column as usize).copied().map_or(MOST, usize::from);
        let Some(&end) = ends.0.get(place) else { return "" };
        let start = place.checked_sub(1).and_then(|before| ends.0.get(before)).map_or(0, |&end| usize::from(end) + 1);
        line.get(start..usize::from(end)).unwrap_or_default().trim_ascii()
    }

    /// The field of `column` in the line that `text` begins with; the line is read no further than that.
    pub(crate) fn field<'s>(&self, text: &'s str, column: Column) -> &'s str {
        let place = self.places.get(column as usize).copied().map_or(MOST, usize::from);
        if place >= self.columns {
            return "";
        }
        let mut start = 0;
        let mut ends = memchr::memchr2_iter(b'\t', b'\n', text.as_bytes());
        for before in 0..=place {
            let end = ends.next().unwrap_or(text.len());
            if before == place {
                return text.get(start..end).unwrap_or_default().trim_ascii();
            }
            if text.as_bytes().get(end) != Some(&b'\t') {
                break;
            }
            start = end + 1;
        }
        ""
    }
}

/// Hands `until` the tabs, line ends and other control characters (below 16) of `bytes` with their places, until it says
/// true. It looks at eight bytes at a time: fields are short, and a search for each would take longer to begin than to do.
#[inline]
fn controls(bytes: &[u8], mut until: impl FnMut(usize, u8) -> bool) {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (blocks, rest) = bytes.as_chunks::<8>();
    for (block, &bytes) in blocks.iter().enumerate() {
        let word = u64::from_le_bytes(bytes);
        // No sum of a byte's low seven bits and 0x70 carries into the next byte.
        let mut marks = !(((word & !HIGH) + 0x7070_7070_7070_7070) | word) & HIGH;
        while marks != 0 {
            let at = (marks.trailing_zeros() / 8) as usize;
            marks &= marks - 1;
            if until(block * 8 + at, bytes.get(at).copied().unwrap_or(0)) {
                return;
            }
        }
    }
    for (at, &byte) in (blocks.len() * 8..).zip(rest) {
        if byte < 16 && until(at, byte) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_found_wherever_they_stand() {
        for text in ["", "\t", "Ba\tVàng\tở đâu\n", "một dòng không có gì cả", "\n\t\r\tăâđêôơư\u{1f}\u{10}\t\u{f}"]
        {
            let expected: Vec<usize> =
                text.bytes().enumerate().filter(|(_, byte)| *byte < 16).map(|(at, _)| at).collect();
            let mut found = Vec::new();
            controls(text.as_bytes(), |at, byte| {
                found.push(at);
                assert_eq!(text.as_bytes()[at], byte);
                false
            });
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_ends_its_last_field() {
        let header = Header::parse("kind\tname\taliases\tref").unwrap();
        for (text, fields) in [("a\tb\tc\td\r\nnext", ["a", "b", "c", "d"]), ("a\tb", ["a", "b", "", ""])] {
            let (line, ends) = header.line(text);
            let columns = [Column::Kind, Column::Name, Column::Aliases, Column::Ref];
            assert_eq!(columns.map(|column| header.field_of(line, &ends, column)), fields, "{text:?}");
        }
    }
}
