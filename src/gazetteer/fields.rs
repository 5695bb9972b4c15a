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
        for at in controls(text.as_bytes()) {
            match text.as_bytes().get(at) {
                Some(b'\n') => {
                    length = at;
                    break;
                }
                Some(b'\t') => {
                    let Some(end) = open.next() else { continue };
                    *end = u16::try_from(at).unwrap_or(u16::MAX);
                }
                _ => {}
            }
        }
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

/// Where `bytes` has tabs, line ends and other control characters (below 16), eight bytes at a time: fields are short, and
/// a search for each would take longer to begin than to do.
fn controls(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (blocks, rest) = bytes.as_chunks::<8>();
    let mut last = [b' '; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    let blocks = blocks.iter().copied().chain([last]).enumerate();
    blocks.flat_map(|(block, bytes)| {
        let bytes = u64::from_le_bytes(bytes);
        // No sum of a byte's low seven bits and 0x70 carries into the next byte.
        let mut marks = !(((bytes & !HIGH) + 0x7070_7070_7070_7070) | bytes) & HIGH;
        std::iter::from_fn(move || {
            let at = marks.trailing_zeros() / 8;
            marks &= marks.wrapping_sub(1);
            (at < 8).then_some(block * 8 + at as usize)
        })
    })
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
            assert_eq!(controls(text.as_bytes()).collect::<Vec<_>>(), expected, "{text:?}");
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
