//! Administrative units and countries by their code. One code may stand in several rows: a name, type or parent that changed.

use crate::gazetteer::code;
use crate::gazetteer::entry::Entry;
use crate::gazetteer::matcher::Gazetteer;
use crate::gazetteer::sheet::Column;
use crate::model::token::word;

impl Gazetteer {
    /// The unit of that GSO code, or the country of that ISO code, on a day written `YYYY-MM-DD`; the latest row where none was in force or no day is given.
    #[must_use]
    pub fn unit(&self, code: &str, day: Option<&str>) -> Option<Entry<'_>> {
        let (units, wanted) = (&self.compiled.units, word(code).0);
        let start = units.partition_point(0..units.len(), |unit| unit.code < wanted);
        let entries = || {
            let rows = units.range(start..units.len()).take_while(|unit| unit.code == wanted);
            let rows = rows.filter_map(|unit| self.row_at(code::kind(unit.kind), unit.place));
            rows.filter(|entry| entry.reference == code)
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
