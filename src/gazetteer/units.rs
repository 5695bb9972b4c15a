//! Administrative units by their code. One code may stand in several rows: a name, type or parent that changed.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::entry::Entry;
use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::gazetteer::matcher::Gazetteer;
use crate::gazetteer::sheet::Column;
use crate::model::token::{Word, word};

/// The rows of provinces, districts and communes, by code.
#[derive(Debug, Default)]
pub(crate) struct Units {
    rows: FxHashMap<Word, Vec<EntryId>>,
}

impl Units {
    fn new(gazetteer: &Gazetteer) -> Self {
        let mut units = Self::default();
        for (at, data) in gazetteer.entries.iter().enumerate() {
            let unit =
                matches!(data.kind, EntryKind::Place(PlaceKind::Province | PlaceKind::District | PlaceKind::Commune));
            let Some(id) = u32::try_from(at).ok().filter(|_| unit).map(EntryId) else { continue };
            if let Some(entry) = gazetteer.entry(id).filter(|entry| !entry.reference.is_empty()) {
                units.rows.entry(word(entry.reference)).or_default().push(id);
            }
        }
        units
    }
}

impl Gazetteer {
    /// The unit of that GSO code on a day written `YYYY-MM-DD`; the latest row where none was in force or no day is given.
    #[must_use]
    pub fn unit(&self, code: &str, day: Option<&str>) -> Option<Entry<'_>> {
        let rows = self.units.get_or_init(|| Units::new(self)).rows.get(&word(code))?;
        let entries = || rows.iter().filter_map(|&id| self.entry(id)).filter(|entry| entry.reference == code);
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
