//! From tokens to what the record shows: code points of the input and the slice between them. All edges are counted in
//! one forward pass.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::RuleId;
use crate::model::record::Mention;
use crate::model::span::Extent;
use crate::normalize::text::Text;
use crate::resolve::Decided;
use crate::resolve::plain::one_line;

/// Makes mentions of extents of one document.
pub struct Wire<'w> {
    doc: &'w Annotated<'w>,
    text: &'w Text<'w>,
    /// Bytes of the input, sorted, and the code points before each.
    edges: Vec<(u32, usize)>,
    total: usize,
}

impl<'w> Wire<'w> {
    /// For the extents of `decided`.
    #[must_use]
    pub fn new(doc: &'w Annotated<'w>, text: &'w Text<'w>, decided: &Decided) -> Self {
        let extents = (decided.names.iter().map(|claim| claim.extent))
            .chain(decided.dates.iter().map(|claim| claim.extent))
            .chain(decided.documents.iter().map(|claim| claim.extent))
            .chain(decided.announced.iter().map(|claim| claim.extent))
            .chain(decided.tasks.iter().map(|claim| claim.extent));
        let mut bytes: Vec<u32> = extents
            .flat_map(|extent| {
                let span = text.to_input(doc.span(extent));
                [span.start(), span.end()]
            })
            .collect();
        bytes.sort_unstable();
        bytes.dedup();
        let (edges, total) = count(text.input(), bytes);
        Self { doc, text, edges, total }
    }

    /// The length of the input in code points.
    #[must_use]
    pub fn chars(&self) -> usize {
        self.total
    }

    /// The first code point of `extent` and one past its last. The extent is one of those decided.
    #[must_use]
    pub fn place(&self, extent: Extent) -> (usize, usize) {
        let span = self.text.to_input(self.doc.span(extent));
        (self.chars_before(span.start()), self.chars_before(span.end()))
    }

    /// The first code point of any extent, counted anew: for the few that were not decided.
    #[must_use]
    pub fn count_to(&self, extent: Extent) -> usize {
        let start = self.text.to_input(self.doc.span(extent)).start() as usize;
        code_points(self.text.input().get(..floor(self.text.input(), start)).unwrap_or_default())
    }

    /// The input's text of `extent`, as it stands there.
    #[must_use]
    pub fn slice(&self, extent: Extent) -> &'w str {
        let span = self.text.to_input(self.doc.span(extent));
        self.text.input().get(span.range()).unwrap_or_default()
    }

    /// The input's text of `extent` on one line.
    #[must_use]
    pub fn line(&self, extent: Extent) -> String {
        one_line(self.slice(extent))
    }

    /// A mention. The extent is one of those decided.
    #[must_use]
    pub fn mention(&self, extent: Extent, rule: RuleId) -> Mention {
        let (start, end) = self.place(extent);
        Mention { start, end, text: self.slice(extent).to_owned(), rule: rule.to_owned() }
    }

    fn chars_before(&self, byte: u32) -> usize {
        let found = self.edges.binary_search_by_key(&byte, |&(edge, _)| edge);
        found.ok().and_then(|at| self.edges.get(at)).map_or(self.total, |&(_, chars)| chars)
    }
}

/// The code points of `input` before each of the sorted `edges`, and in all.
fn count(input: &str, edges: Vec<u32>) -> (Vec<(u32, usize)>, usize) {
    let (mut at, mut chars) = (0, 0);
    let counted = edges.into_iter().map(|edge| {
        let to = floor(input, edge as usize).max(at);
        chars += code_points(input.get(at..to).unwrap_or_default());
        at = to;
        (edge, chars)
    });
    let counted: Vec<_> = counted.collect();
    let total = chars + code_points(input.get(at..).unwrap_or_default());
    (counted, total)
}

/// The bytes that do not continue a code point, counted eight at a time: most pieces are too short for a wider loop.
fn code_points(piece: &str) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (blocks, rest) = piece.as_bytes().as_chunks::<8>();
    let mut continued = rest.iter().filter(|&&byte| byte & 0xc0 == 0x80).count();
    // A byte of the sum holds no more than 255.
    for blocks in blocks.chunks(255) {
        let each = blocks.iter().map(|&bytes| {
            let word = u64::from_le_bytes(bytes);
            (word >> 7) & !(word >> 6) & ONES
        });
        continued += each.sum::<u64>().to_le_bytes().iter().map(|&count| usize::from(count)).sum::<usize>();
    }
    piece.len() - continued
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points_up_to_each_edge() {
        assert_eq!(count("ấ𐍈b", vec![0, 3, 7, 8]), (vec![(0, 0), (3, 1), (7, 2), (8, 3)], 3));
        assert_eq!(count("", vec![]), (vec![], 0));
    }

    #[test]
    fn long_pieces_are_counted_as_short_ones() {
        for times in [0, 1, 7, 8, 900, 3000] {
            let piece = "ấb𐍈cđ".repeat(times);
            assert_eq!(code_points(&piece), piece.chars().count(), "{times}");
        }
    }

    #[test]
    fn an_edge_inside_a_code_point_or_past_the_end_is_no_panic() {
        assert_eq!(count("ấ", vec![1, 9]), (vec![(1, 0), (9, 1)], 1));
    }
}
