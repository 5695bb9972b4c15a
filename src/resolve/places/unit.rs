//! Names of administrative units, and what became of them on 1 July 2025.

use crate::gazetteer::Gazetteer;
use crate::gazetteer::entry::Entry;
use crate::gazetteer::sheet::Column;
use crate::model::record::Unit;

/// The day from which the units of 2025 are in force.
const REFORM: &str = "2025-07-01";

/// `xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La`: the unit with its parents as of `day`.
#[must_use]
pub fn full_name(gazetteer: &Gazetteer, entry: &Entry<'_>, day: Option<&str>) -> String {
    let mut name = short_name(entry);
    let mut within = entry.field(Column::Within);
    // A parent as of the time when the unit was.
    let day = day
        .filter(|day| entry.in_force(day))
        .or_else(|| Some(entry.field(Column::To)).filter(|to| !to.is_empty()))
        .or(day);
    for _ in 0..3 {
        let Some(parent) = Some(within).filter(|code| !code.is_empty()).and_then(|code| gazetteer.unit(code, day))
        else {
            break;
        };
        name.push_str(", ");
        name.push_str(&short_name(&parent));
        within = parent.field(Column::Within);
    }
    name
}

/// The full name of the unit of that code.
#[must_use]
pub fn parent_name(gazetteer: &Gazetteer, code: &str, day: Option<&str>) -> Option<String> {
    gazetteer.unit(code, day).map(|entry| full_name(gazetteer, &entry, day))
}

/// The one unit that a unit became on 1 July 2025, for a document of an earlier day. None where it was divided, or
/// nothing changed but the day.
#[must_use]
pub fn now(gazetteer: &Gazetteer, entry: &Entry<'_>, day: Option<&str>) -> Option<Unit> {
    let became = entry.field(Column::Became);
    let old = day.is_some_and(|day| day < REFORM) || (day.is_none() && !entry.field(Column::To).is_empty());
    if !old || became.is_empty() || became.contains(';') {
        return None;
    }
    let unit = gazetteer.unit(became, Some(REFORM))?;
    Some(Unit { code: became.to_owned(), name: full_name(gazetteer, &unit, Some(REFORM)) })
}

fn short_name(entry: &Entry<'_>) -> String {
    match entry.field(Column::Type) {
        "" => entry.name.to_owned(),
        // A unit with a number for a name has its type in it: `phường 4`.
        kind if entry.name.starts_with(kind) => entry.name.to_owned(),
        kind => format!("{kind} {}", entry.name),
    }
}
