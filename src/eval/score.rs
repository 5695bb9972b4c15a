//! [`Scores`]: what records say, counted against gold files, and the errors. Figures are made of it in
//! [`report`](crate::eval::report).

use std::collections::BTreeSet;

use crate::eval::facts::{Facts, Stretch, TYPES, VALUES, one_line};
use crate::eval::gold::Gold;
use crate::model::record::Record;

/// How many are right, were found, were wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found and wanted.
    pub hit: usize,
    /// Found.
    pub found: usize,
    /// Wanted.
    pub wanted: usize,
}

impl Tally {
    fn of<T: Ord>(found: &BTreeSet<T>, wanted: &BTreeSet<T>) -> Self {
        Self { hit: found.intersection(wanted).count(), found: found.len(), wanted: wanted.len() }
    }

    /// Adds another.
    pub fn add(&mut self, other: Self) {
        self.hit += other.hit;
        self.found += other.found;
        self.wanted += other.wanted;
    }

    /// Precision, recall and F1. Where nothing was wanted and nothing found, all is well: 1.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn figures(self) -> (f64, f64, f64) {
        let part = |of: usize, other: usize| match of {
            0 if other == 0 => 1.0,
            0 => 0.0,
            _ => self.hit as f64 / of as f64,
        };
        let (precision, recall) = (part(self.found, self.wanted), part(self.wanted, self.found));
        let sum = precision + recall;
        (precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 })
    }
}

/// The counts of many documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scores {
    /// How many documents.
    pub documents: usize,
    /// Exact spans, by type.
    pub exact: [Tally; TYPES.len()],
    /// Spans that share a code point with one of the other side, each paired once, by type.
    pub overlap: [Tally; TYPES.len()],
    /// Values, by sort.
    pub values: [Tally; VALUES.len()],
}

impl Scores {
    /// Counts one document.
    pub fn add(&mut self, found: &Facts, wanted: &Facts) {
        self.documents += 1;
        for kind in 0..TYPES.len() {
            let (found, wanted) = (&found.spans[kind], &wanted.spans[kind]);
            let exact = Tally::of(found, wanted);
            self.exact[kind].add(exact);
            self.overlap[kind].add(Tally { hit: overlap_hits(found, wanted), ..exact });
        }
        for (tally, (found, wanted)) in self.values.iter_mut().zip(found.values.iter().zip(&wanted.values)) {
            tally.add(Tally::of(found, wanted));
        }
    }

    /// Counts what `record` says of the text of `gold`.
    pub fn add_record(&mut self, record: &Record, gold: &Gold) {
        self.add(&Facts::of_record(record), &Facts::of_gold(gold));
    }
}

/// A greedy one-to-one pairing of spans that share a code point, the longest shared part first; of equals, the later.
fn overlap_hits(found: &BTreeSet<Stretch>, wanted: &BTreeSet<Stretch>) -> usize {
    let wanted: Vec<Stretch> = wanted.iter().copied().collect();
    // The furthest end so far, so that what ends before a span can be passed over though spans nest.
    let reach: Vec<usize> = wanted
        .iter()
        .scan(0, |reach, &(_, end)| {
            *reach = end.max(*reach);
            Some(*reach)
        })
        .collect();
    let mut pairs = Vec::new();
    for (i, &(start, end)) in found.iter().enumerate() {
        let from = reach.partition_point(|&reach| reach <= start);
        for (j, other) in wanted.iter().enumerate().skip(from).take_while(|(_, other)| other.0 < end) {
            let shared = end.min(other.1).saturating_sub(start.max(other.0));
            if shared > 0 {
                pairs.push((shared, i, j));
            }
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let (mut used, mut taken) = (vec![false; found.len()], vec![false; wanted.len()]);
    let mut hits = 0;
    for (_, i, j) in pairs {
        if !used[i] && !taken[j] {
            (used[i], taken[j]) = (true, true);
            hits += 1;
        }
    }
    hits
}

/// How many code points around an error are shown on either side.
const AROUND: usize = 40;

/// The errors of one document in the rows that `wanted_row` accepts, one a line: `- PER name:5-13 … ⟦missed⟧ …`, `+` for
/// what was wrongly found. Values are shown by themselves.
pub fn errors(gold: &Gold, name: &str, found: &Facts, wanted_row: impl Fn(&str) -> bool) -> Vec<String> {
    let wanted = Facts::of_gold(gold);
    let text = Text::new(&gold.text);
    let mut lines = Vec::new();
    for (kind, row) in TYPES.iter().enumerate().filter(|(_, row)| wanted_row(row)) {
        let (found, wanted) = (&found.spans[kind], &wanted.spans[kind]);
        for (sign, spans) in [("-", wanted.difference(found)), ("+", found.difference(wanted))] {
            lines.extend(spans.map(|&(start, end)| {
                let around = text.around(start, end);
                format!("{sign} {row} {name}:{start}-{end} {around}")
            }));
        }
    }
    for (which, row) in VALUES.iter().enumerate().filter(|(_, row)| wanted_row(row)) {
        let (found, wanted) = (&found.values[which], &wanted.values[which]);
        for (sign, values) in [("-", wanted.difference(found)), ("+", found.difference(wanted))] {
            lines.extend(values.map(|(start, end, value)| {
                let place = if *end > 0 { format!("{start}-{end}") } else { start.to_string() };
                let around = if *row == "person-title" { String::new() } else { text.around(*start, *end) };
                format!("{sign} {row} {name}:{place} {value} {around}").trim_end().to_owned()
            }));
        }
    }
    lines
}

/// A text that is cut by code points.
struct Text<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Text<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, starts: text.char_indices().map(|(byte, _)| byte).collect() }
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        let byte = |at: usize| self.starts.get(at).copied().unwrap_or(self.text.len());
        self.text.get(byte(start)..byte(end.max(start))).unwrap_or_default()
    }

    fn around(&self, start: usize, end: usize) -> String {
        let end = end.max(start);
        let before = self.slice(start.saturating_sub(AROUND), start);
        let after = self.slice(end, end + AROUND);
        one_line(&format!("{before}⟦{}⟧{after}", self.slice(start, end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_wanted_and_nothing_found_is_perfect() {
        assert_eq!(Tally::default().figures(), (1.0, 1.0, 1.0));
        assert_eq!(Tally { hit: 0, found: 2, wanted: 0 }.figures(), (0.0, 0.0, 0.0));
        let (precision, recall, f1) = Tally { hit: 1, found: 2, wanted: 1 }.figures();
        assert_eq!((precision, recall, f1), (0.5, 1.0, 2.0 / 3.0));
    }

    #[test]
    fn overlaps_are_paired_once_the_longest_first() {
        let set = |spans: &[Stretch]| spans.iter().copied().collect::<BTreeSet<_>>();
        assert_eq!(overlap_hits(&set(&[(0, 10)]), &set(&[(0, 3), (4, 10)])), 1);
        assert_eq!(overlap_hits(&set(&[(0, 10), (2, 3)]), &set(&[(0, 10), (2, 4)])), 2);
        // Greedy, not best: the long pair takes both, and the two short ones are left alone.
        assert_eq!(overlap_hits(&set(&[(0, 6), (5, 12)]), &set(&[(3, 12), (11, 13)])), 1);
        assert_eq!(overlap_hits(&set(&[(0, 5)]), &set(&[(5, 9)])), 0);
    }

    #[test]
    fn errors_show_their_context() {
        let gold = Gold::parse("#published: unknown\nÔng <PER>Lê Tám</PER>\nhọp.").unwrap();
        let lines = errors(&gold, "a", &Facts::default(), |row| row == "PER");
        assert_eq!(lines, ["- PER a:4-10 Ông ⟦Lê Tám⟧ họp."]);
    }
}
