//! Names of administrative units, and what became of them on 1 July 2025.

use crate::gazetteer::Gazetteer;
use crate::gazetteer::entry::Entry;
use crate::gazetteer::sheet::Column;
use crate::model::record::Unit;

/// The day from which the units of 2025 are in force.
pub const REFORM: &str = "2025-07-01";

/// `xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La`: the unit with its parents as of `day`.
#[must_use]
pub fn full_name(gazetteer: &Gazetteer, entry: &Entry<'_>, day: Option<&str>) -> String {
    let mut name = short_name(entry);
    for parent in parents(gazetteer, *entry, day) {
        name.push_str(", ");
        name.push_str(&short_name(&parent));
    }
    name
}

/// The full name of the unit, or the name of the country, of that code.
#[must_use]
pub fn parent_name(gazetteer: &Gazetteer, code: &str, day: Option<&str>) -> Option<String> {
    gazetteer.unit(code, day).map(|entry| full_name(gazetteer, &entry, day))
}

/// The units that a unit lies within, the nearest first, as of `day` or else of the time when the unit was.
fn parents<'g>(gazetteer: &'g Gazetteer, entry: Entry<'g>, day: Option<&str>) -> impl Iterator<Item = Entry<'g>> {
    let to = entry.field(Column::To);
    let then = day.filter(|day| entry.in_force(day)).map(str::to_owned);
    let then = then.or_else(|| Some(to).filter(|to| !to.is_empty()).or(day).map(str::to_owned));
    let above = move |unit: &Entry<'g>| {
        let within = Some(unit.field(Column::Within)).filter(|code| !code.is_empty())?;
        gazetteer.unit(within, then.as_deref())
    };
    std::iter::successors(above(&entry), above.clone()).take(3)
}

/// What became of a unit on 1 July 2025.
#[derive(Debug, Default)]
pub struct Fate {
    /// The smallest unit from that day on that holds the whole of it, as far as the dictionaries know.
    pub now: Option<Unit>,
    /// The units that it was divided among, where it went into more than one.
    pub parts: Vec<Unit>,
}

/// What became of a unit of the time before: nothing of one that stayed as it was.
#[must_use]
pub fn fate(gazetteer: &Gazetteer, entry: &Entry<'_>, day: Option<&str>) -> Fate {
    if entry.field(Column::To).is_empty() || entry.field(Column::To) >= REFORM {
        return Fate::default();
    }
    let named =
        |unit: &Entry<'_>| Unit { code: unit.reference.to_owned(), name: full_name(gazetteer, unit, Some(REFORM)) };
    let heirs = heirs(gazetteer, entry);
    let parts = if heirs.len() > 1 { heirs.iter().map(named).collect() } else { Vec::new() };
    // A unit of which no heir is known lies where what it was a part of lies now.
    let mut heirs = Some(heirs).filter(|heirs| !heirs.is_empty());
    let mut above = parents(gazetteer, *entry, day);
    while heirs.is_none() {
        let Some(parent) = above.next() else { break };
        heirs = Some(self::heirs(gazetteer, &parent)).filter(|heirs| !heirs.is_empty());
    }
    let now = whole(gazetteer, &heirs.unwrap_or_default());
    Fate { now: now.as_ref().map(named), parts }
}

/// The units in force from 1 July 2025 that the row names as what became of it.
fn heirs<'g>(gazetteer: &'g Gazetteer, entry: &Entry<'g>) -> Vec<Entry<'g>> {
    let codes = entry.field(Column::Became).split(';').map(str::trim).filter(|code| !code.is_empty());
    codes.filter_map(|code| gazetteer.unit(code, Some(REFORM))).collect()
}

/// The smallest unit that holds all of `units`: the one there is, or the province that they share.
fn whole<'g>(gazetteer: &'g Gazetteer, units: &[Entry<'g>]) -> Option<Entry<'g>> {
    let (first, rest) = units.split_first()?;
    if rest.is_empty() {
        return Some(*first);
    }
    let within = first.field(Column::Within);
    let shared = !within.is_empty() && rest.iter().all(|unit| unit.field(Column::Within) == within);
    gazetteer.unit(within, Some(REFORM)).filter(|_| shared)
}

fn short_name(entry: &Entry<'_>) -> String {
    match entry.field(Column::Type) {
        "" => entry.name.to_owned(),
        // A unit with a number for a name has its type in it: `phường 4`.
        kind if entry.name.starts_with(kind) => entry.name.to_owned(),
        kind => format!("{kind} {}", entry.name),
    }
}
