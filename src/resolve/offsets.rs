//! From bytes of the input to what the record counts: code points, bytes, or UTF-16 units, in one forward pass.

/// What `start` and `end` of the record count, always of the input as decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OffsetUnit {
    /// Unicode code points.
    #[default]
    CodePoint,
    /// Bytes of UTF-8.
    Byte,
    /// Units of UTF-16, as in JavaScript and Java.
    Utf16,
}

/// Where each byte offset of a sorted set stands in units.
#[derive(Debug)]
pub struct Offsets {
    bytes: Vec<u32>,
    units: Vec<usize>,
    total: usize,
}

impl Offsets {
    /// Counts `edges`, byte offsets of `input` in any order, in `unit`. Linear in the input, whatever their number.
    #[must_use]
    pub fn new(input: &str, mut edges: Vec<u32>, unit: OffsetUnit) -> Self {
        edges.sort_unstable();
        edges.dedup();
        let mut units = Vec::with_capacity(edges.len());
        let (mut at, mut count) = (0, 0);
        for &edge in &edges {
            let to = floor(input, edge as usize);
            count += measure(input.get(at..to).unwrap_or_default(), unit);
            at = to.max(at);
            units.push(count);
        }
        let total = count + measure(input.get(at..).unwrap_or_default(), unit);
        Self { bytes: edges, units, total }
    }

    /// The offset in units of a byte offset that was among the edges.
    #[must_use]
    pub fn of(&self, byte: u32) -> usize {
        self.bytes.binary_search(&byte).ok().and_then(|at| self.units.get(at)).copied().unwrap_or(self.total)
    }
}

fn measure(piece: &str, unit: OffsetUnit) -> usize {
    match unit {
        OffsetUnit::Byte => piece.len(),
        OffsetUnit::CodePoint => code_points(piece),
        OffsetUnit::Utf16 => code_points(piece) + piece.bytes().filter(|&byte| byte >= 0xf0).count(),
    }
}

/// The number of code points: bytes that do not continue one. (The compiler makes a wide loop of it.)
#[must_use]
pub fn code_points(piece: &str) -> usize {
    piece.bytes().filter(|&byte| byte & 0xc0 != 0x80).count()
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
    fn counts_edges_in_each_unit() {
        let input = "ấ𝐚b";
        let at = |unit, byte| Offsets::new(input, vec![8, 0, 3, 7, 3], unit).of(byte);
        assert_eq!([0, 3, 7, 8].map(|byte| at(OffsetUnit::CodePoint, byte)), [0, 1, 2, 3]);
        assert_eq!([0, 3, 7, 8].map(|byte| at(OffsetUnit::Byte, byte)), [0, 3, 7, 8]);
        assert_eq!([0, 3, 7, 8].map(|byte| at(OffsetUnit::Utf16, byte)), [0, 1, 3, 4]);
    }

    #[test]
    fn an_edge_inside_a_code_point_is_no_panic() {
        assert_eq!(Offsets::new("ấ", vec![1, 9], OffsetUnit::CodePoint).of(9), 1);
    }
}
