//! A dictionary row as rules and records see it.

use crate::gazetteer::kind::EntryKind;
use crate::gazetteer::sheet::{Column, Ends, Header};

/// A row of the dictionaries.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'g> {
    /// What it names.
    pub kind: EntryKind,
    /// The canonical name.
    pub name: &'g str,
    /// The id for the record: a code, a slug; empty for none.
    pub reference: &'g str,
    /// True for a row of the user's own.
    pub user: bool,
    /// The file that it stands in.
    pub file: &'g str,
    /// The line's number in that file, from 1.
    pub line: usize,
    pub(crate) header: &'g Header,
    pub(crate) text: &'g str,
    pub(crate) ends: Ends,
}

impl<'g> Entry<'g> {
    /// The field of `column` as the row has it; empty where the file has no such column.
    #[must_use]
    pub fn field(&self, column: Column) -> &'g str {
        self.header.field_of(self.text, &self.ends, column)
    }
}

/// An entry: what it names, and where its first row stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EntryData {
    pub(crate) kind: EntryKind,
    pub(crate) place: RowPlace,
    /// Set where a pattern made it.
    pub(crate) made: Option<Made>,
}

/// Where a row stands; [`Entry`] is read from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RowPlace {
    /// The index of the file.
    pub(crate) source: u16,
    /// The byte of the file at which the line begins.
    pub(crate) offset: u32,
    pub(crate) number: u32,
}

/// What a pattern made: bytes of the arena.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Made {
    pub(crate) name: (u32, u32),
    pub(crate) reference: (u32, u32),
}
