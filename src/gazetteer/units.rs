//! Administrative units and countries by their code. One code may stand in several rows: a name, type or parent that changed.

use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::entry::{Entry, RowPlace};
use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::gazetteer::matcher::Gazetteer;
use crate::gazetteer::sheet::Column;
use crate::model::token::{Word, word};

/// The rows of countries, provinces, districts and communes, by code.
#[derive(Debug, Default)]
pub(crate) struct Units {
    /// Sorted by code.
    rows: Vec<(Word, EntryKind, RowPlace)>,
}

impl Units {
    fn new(gazetteer: &Gazetteer) -> Self {
        let kind_of = |id: EntryId| gazetteer.entries.get(id.0 as usize).map(|data| data.kind);
        let firsts = gazetteer.entries.iter().map(|data| (Some(data.kind), data.place));
        let others = gazetteer.more.iter().map(|&(id, place)| (kind_of(id), place));
        let units = firsts.chain(others).filter_map(|(kind, place)| {
            let kind = kind.filter(is_unit)?;
            let code = gazetteer.field_at(place, Column::Ref).filter(|code| !code.is_empty())?;
            Some((word(code), kind, place))
        });
        let mut rows: Vec<_> = units.collect();
        rows.sort_unstable();
        Self { rows }
    }

    fn of(&self, code: &str) -> &[(Word, EntryKind, RowPlace)] {
        let code = word(code);
        let start = self.rows.partition_point(|&(other, ..)| other < code);
        let rest = self.rows.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|&&(other, ..)| other == code).count();
        rest.get(..length).unwrap_or_default()
    }
}

const fn is_unit(kind: &EntryKind) -> bool {
    use PlaceKind::{Commune, Country, District, Province};
    matches!(kind, EntryKind::Place(Country | Province | District | Commune))
}

impl Gazetteer {
    /// The unit of that GSO code, or the country of that ISO code, on a day written `YYYY-MM-DD`; the latest row where none was in force or no day is given.
    #[must_use]
    pub fn unit(&self, code: &str, day: Option<&str>) -> Option<Entry<'_>> {
        let rows = self.units.get_or_init(|| Units::new(self)).of(code);
        let entries = || {
            rows.iter().filter_map(|&(_, kind, place)| self.row_at(kind, place)).filter(|entry| entry.reference == code)
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
