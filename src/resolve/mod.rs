//! The only place that decides: which mentions name one thing, who holds which title, which place has which code.
//!
//! It takes what survived of the rules' claims ([`Decided`]) and makes the [`Record`] of them, in [`record()`]. Which of two
//! rival claims survives is settled before, in `overlap`.
//!
//! [`Record`]: crate::model::record::Record

use crate::input::document::Document;
use crate::model::mention::{Announcement, Citation, Claim, DateValue, Name, TaskItem};

pub mod agency;
pub mod announced;
pub mod bodies;
pub mod dates;
pub mod documents;
pub mod explain;
pub mod headline;
pub mod holders;
pub mod lattice;
pub mod mentions;
pub mod meta;
pub mod nest;
pub mod officials;
pub mod overlap;
pub mod people;
pub mod places;
pub mod plain;
pub mod record;
pub mod spread;
pub mod tasks;
pub mod titles;
pub mod within;
pub mod words;

pub use record::record;

/// What was decided about one document, in tokens.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decided {
    /// People, titles, bodies and places with those nested in them, sorted by first token, the longer first.
    pub names: Vec<Claim<Name>>,
    /// Points and spans of calendar time, in the order of the text.
    pub dates: Vec<Claim<DateValue>>,
    /// Cited documents, in the order of the text.
    pub documents: Vec<Claim<Citation>>,
    /// Announced numbers of tasks, in the order of the text.
    pub announced: Vec<Claim<Announcement>>,
    /// Numbered tasks, in the order of the text; an item with sub-items stands before them.
    pub tasks: Vec<Claim<TaskItem>>,
}

/// What is known of a document beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About<'a> {
    /// The file's path as given, the NDJSON `id`, the WARC record's URI, …
    pub id: &'a str,
    /// The headline, where the container names it.
    pub title: Option<&'a str>,
    /// When it was published, where the container says so: RFC 3339, to the precision known.
    pub published: Option<&'a str>,
    /// The encoding that the input was decoded from.
    pub encoding: &'a str,
    /// What was repaired, what was given up.
    pub warnings: &'a [String],
}

impl<'a> About<'a> {
    /// What is known of `document`.
    #[must_use]
    pub fn of(document: &'a Document) -> Self {
        Self {
            id: &document.id,
            title: document.title.as_deref(),
            published: document.published.as_deref(),
            encoding: &document.encoding,
            warnings: &document.warnings,
        }
    }
}
