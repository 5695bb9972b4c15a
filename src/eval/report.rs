//! [`Report`]: the figures of [`Scores`], as a table for a reader and as JSON for a program.

use std::fmt;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::eval::facts::{TYPES, VALUES};
use crate::eval::score::{Scores, Tally};

/// Precision, recall and F1 of every type and value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// How many documents were scored.
    pub documents: usize,
    /// Exact spans by type, then all names, dates and cited documents together (`ENTITIES`).
    #[serde(serialize_with = "as_map")]
    pub types: Vec<(&'static str, Row)>,
    /// Values by sort.
    #[serde(serialize_with = "as_map")]
    pub values: Vec<(&'static str, Row)>,
}

/// One row of figures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Row {
    /// Right among those found.
    pub precision: f64,
    /// Right among those wanted.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// F1 where a shared code point is enough; none for values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlap_f1: Option<f64>,
    /// How many were wanted.
    pub gold: usize,
    /// How many were found.
    pub found: usize,
}

/// The first types: those that make the row `ENTITIES`.
const ENTITIES: usize = 6;

impl Report {
    /// The figures of `scores`.
    #[must_use]
    pub fn of(scores: &Scores) -> Self {
        let pairs = || scores.exact.iter().zip(&scores.overlap);
        let mut types: Vec<_> =
            TYPES.into_iter().zip(pairs().map(|(exact, overlap)| Row::of(*exact, Some(*overlap)))).collect();
        let (mut exact, mut overlap) = (Tally::default(), Tally::default());
        for (of_type, overlap_of_type) in pairs().take(ENTITIES) {
            exact.add(*of_type);
            overlap.add(*overlap_of_type);
        }
        types.push(("ENTITIES", Row::of(exact, Some(overlap))));
        let values = VALUES.into_iter().zip(scores.values.iter().map(|tally| Row::of(*tally, None))).collect();
        Self { documents: scores.documents, types, values }
    }
}

impl Row {
    fn of(exact: Tally, overlap: Option<Tally>) -> Self {
        let (precision, recall, f1) = exact.figures();
        let overlap_f1 = overlap.map(|overlap| overlap.figures().2);
        Self { precision, recall, f1, overlap_f1, gold: exact.wanted, found: exact.found }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} documents", self.documents)?;
        writeln!(f, "{:18} {:>6} {:>6} {:>6} {:>8} {:>6} {:>6}", "", "P", "R", "F1", "overlap", "gold", "found")?;
        for (name, row) in self.types.iter().chain(&self.values) {
            let overlap = row.overlap_f1.map(|f1| format!("{f1:.3}")).unwrap_or_default();
            let Row { precision, recall, f1, gold, found, .. } = row;
            writeln!(f, "{name:18} {precision:6.3} {recall:6.3} {f1:6.3} {overlap:>8} {gold:6} {found:6}")?;
        }
        Ok(())
    }
}

fn as_map<S: Serializer>(rows: &[(&'static str, Row)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(rows.len()))?;
    for (name, row) in rows {
        map.serialize_entry(name, row)?;
    }
    map.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::facts::Facts;
    use crate::eval::gold::Gold;

    #[test]
    fn the_table_has_a_row_for_each_type_and_value() {
        let gold = Gold::parse("#published: unknown\nÔng <PER>Lê Tám</PER> họp.").unwrap();
        let mut scores = Scores::default();
        scores.add(&Facts::default(), &Facts::of_gold(&gold));
        let table = Report::of(&scores).to_string();
        assert_eq!(table.lines().count(), 2 + TYPES.len() + 1 + VALUES.len());
        assert!(table.starts_with("1 documents\n"), "{table}");
        assert!(table.contains("\nPER                 0.000  0.000  0.000    0.000      1      0\n"), "{table}");
        assert!(table.contains("\nTASK deadline       1.000  1.000  1.000               0      0\n"), "{table}");
    }

    #[test]
    fn halves_are_rounded_to_even_as_python_rounds_them() {
        assert_eq!(format!("{:.3} {:.3}", 0.0625, 0.1875), "0.062 0.188");
    }
}
