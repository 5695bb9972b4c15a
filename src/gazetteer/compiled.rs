//! [`Compiled`]: what the dictionaries come to, as tables that can be kept in a file and read where they lie.

use crate::gazetteer::entry::{EntryData, Made, More, RowPlace};
use crate::gazetteer::lexicon::Lexicon;
use crate::gazetteer::table::{Table, record};
use crate::gazetteer::trie::Trie;

/// Dictionaries, compiled; the rows themselves stay in the files' texts.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    pub(crate) lexicon: Lexicon,
    pub(crate) trie: Trie,
    pub(crate) entries: Table<EntryData>,
    pub(crate) made: Table<Made>,
    /// Rows beyond an entry's first, by entry.
    pub(crate) more: Table<More>,
    /// The rows of countries, provinces, districts and communes, by code.
    pub(crate) units: Table<Unit>,
    /// What patterns made.
    pub(crate) arena: Table<u8>,
}

record! {
    /// A row of an administrative unit or country.
    Unit {
        /// The word of its code.
        code: u64,
        /// The [`code`](crate::gazetteer::code) of its kind.
        kind: u8,
        place: RowPlace,
    }
}

impl Compiled {
    /// The tables one after another.
    #[allow(dead_code, reason = "build.rs calls it")]
    pub(crate) fn store(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.lexicon.store(&mut out);
        self.trie.store(&mut out);
        self.entries.store(&mut out);
        self.made.store(&mut out);
        self.more.store(&mut out);
        self.units.store(&mut out);
        self.arena.store(&mut out);
        out
    }

    /// What [`store`](Self::store) wrote.
    pub(crate) fn load(mut bytes: &'static [u8]) -> Self {
        Self {
            lexicon: Lexicon::load(&mut bytes),
            trie: Trie::load(&mut bytes),
            entries: Table::load(&mut bytes),
            made: Table::load(&mut bytes),
            more: Table::load(&mut bytes),
            units: Table::load(&mut bytes),
            arena: Table::load(&mut bytes),
        }
    }
}
