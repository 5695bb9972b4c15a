//! Administrative units by their code. One code may stand in several rows: a name, type or parent that changed.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::entry::{Entry, RowPlace};
use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::gazetteer::matcher::Gazetteer;
use crate::gazetteer::sheet::Column;
use crate::model::token::{Word, word};

/// The rows of provinces, districts and communes, by code.
#[derive(Debug, Default)]
pub(crate) struct Units {
    rows: FxHashMap<Word, Vec<(EntryKind, RowPlace)>>,
}

impl Units {
    fn new(gazetteer: &Gazetteer) -> Self {
        let mut units = Self::default();
        let kind_of = |id: EntryId| gazetteer.entries.get(id.0 as usize).map(|data| data.kind);
        let firsts = gazetteer.entries.iter().map(|data| (Some(data.kind), data.place));
        let others = gazetteer.more.iter().map(|&(id, place)| (kind_of(id), place));
        for (kind, place) in firsts.chain(others) {
            let Some(kind) = kind.filter(is_unit) else { continue };
            if let Some(entry) = gazetteer.row_at(kind, place).filter(|entry| !entry.reference.is_empty()) {
                units.rows.entry(word(entry.reference)).or_default().push((kind, place));
            }
        }
        units
    }
}

const fn is_unit(kind: &EntryKind) -> bool {
    matches!(kind, EntryKind::Place(PlaceKind::Province | PlaceKind::District | PlaceKind::Commune))
}

impl Gazetteer {
    /// The unit of that GSO code on a day written `YYYY-MM-DD`; the latest row where none was in force or no day is given.
    #[must_use]
    pub fn unit(&self, code: &str, day: Option<&str>) -> Option<Entry<'_>> {
        let rows = self.units.get_or_init(|| Units::new(self)).rows.get(&word(code))?;
        let entries = || {
            rows.iter().filter_map(|&(kind, place)| self.row_at(kind, place)).filter(|entry| entry.reference == code)
        };
        let then = day.and_then(|day| entries().find(|entry| entry.in_force(day)));
        then.or_else(|| entries().max_by_key(|entry| entry.field(Column::From)))
    }
}

impl Entry<'_> {
    /// True where the row holds on a day written `YYYY-MM-DD`. Rows without dates always hold.
    #[must_use]
    pub fn in_force(&self, day: &str) -> bool {
        let (from, to) = (self.field(Column::From), self.field(Column::To));
        (from.is_empty() || from <= day) && (to.is_empty() || day <= to)
    }
}
