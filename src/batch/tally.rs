//! What a run has done: documents, mentions by type, failures by cause.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::error::{Error, ErrorKind};
use crate::model::record::Record;

/// The counts of a run or of a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Records written.
    pub documents: u64,
    /// Documents that failed.
    pub failed: u64,
    /// Mentions by array of the record: `people`, `titles`, …
    pub mentions: BTreeMap<String, u64>,
    /// Failures by cause.
    pub causes: BTreeMap<String, u64>,
}

impl Tally {
    /// Counts a record that is written.
    pub fn record(&mut self, counts: &[(&'static str, u64)]) {
        self.documents += 1;
        for (name, count) in counts {
            match self.mentions.get_mut(*name) {
                Some(sum) => *sum += count,
                None => drop(self.mentions.insert((*name).to_owned(), *count)),
            }
        }
    }

    /// Counts a document that failed.
    pub fn failure(&mut self, error: &Error) {
        self.failed += 1;
        *self.causes.entry(cause(error.kind()).to_owned()).or_default() += 1;
    }

    /// Adds the counts of another part.
    pub fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.failed += other.failed;
        for (sums, parts) in [(&mut self.mentions, &other.mentions), (&mut self.causes, &other.causes)] {
            for (name, count) in parts {
                *sums.entry(name.clone()).or_default() += count;
            }
        }
    }
}

/// The mentions of a record, by array.
#[must_use]
pub fn mentions(record: &Record) -> [(&'static str, u64); 8] {
    fn sum(lengths: impl Iterator<Item = usize>) -> u64 {
        lengths.map(|length| u64::try_from(length).unwrap_or(u64::MAX)).sum()
    }
    [
        ("people", sum(record.people.iter().map(|entity| entity.mentions.len()))),
        ("titles", sum(record.titles.iter().map(|entity| entity.mentions.len()))),
        ("bodies", sum(record.bodies.iter().map(|entity| entity.mentions.len()))),
        ("locations", sum(record.locations.iter().map(|entity| entity.mentions.len()))),
        ("dates", sum(record.dates.iter().map(|entity| entity.mentions.len()))),
        ("documents", sum(record.documents.iter().map(|entity| entity.mentions.len()))),
        ("announced", sum([record.announced.len()].into_iter())),
        ("tasks", sum([record.tasks.len()].into_iter())),
    ]
}

/// The name of a cause, in `errors.ndjson` and in summaries.
#[must_use]
pub fn cause(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Encoding => "encoding",
        ErrorKind::Format => "format",
        ErrorKind::Dictionary => "dictionary",
        ErrorKind::Io | ErrorKind::BrokenPipe => "io",
        ErrorKind::Limit => "limit",
        ErrorKind::Internal => "internal",
        ErrorKind::Usage => "usage",
    }
}
