//! A dictionary row as rules and records see it.

use crate::gazetteer::fields::Ends;
use crate::gazetteer::kind::EntryKind;
use crate::gazetteer::sheet::{Column, Header};
use crate::gazetteer::table::record;

/// A row of the dictionaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct EntryId(pub u32);

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

record! {
    /// Where a row stands; [`Entry`] is read from there.
    RowPlace {
        /// The index of the file.
        source: u16,
        /// The byte of the file at which the line begins.
        offset: u32,
        number: u32,
    }
}

record! {
    /// An entry: what it names, and where its first row stands.
    EntryData {
        /// The [`code`](crate::gazetteer::code) of its kind.
        kind: u8,
        /// One more than its place among the entries that patterns made; 0 for others.
        made: u32,
        place: RowPlace,
    }
}

record! {
    /// A row beyond the first of an entry.
    More { entry: u32, place: RowPlace }
}

record! {
    /// What a pattern made: bytes of the arena, the name and then the reference.
    Made { name: u32, reference: u32, end: u32 }
}
