//! What one mention of a place may mean: the rows of the dictionaries that its name, type word and surroundings allow.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Lookup;
use crate::gazetteer::entry::Entry;
use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::gazetteer::sheet::Column;
use crate::model::mention::{Claim, Name, NameKind};
use crate::resolve::record::Ground;

/// What a mention may mean.
#[derive(Debug, Clone)]
pub struct Reading<'p> {
    /// The rows that are left.
    pub rows: Vec<Entry<'p>>,
    /// The kind that the type word says.
    head: Option<PlaceKind>,
}

impl<'p> Reading<'p> {
    /// The row, where one unit is left.
    #[must_use]
    pub fn settled(&self) -> Option<Entry<'p>> {
        let first = self.rows.first()?;
        self.rows.iter().all(|row| row.kind == first.kind && row.reference == first.reference).then_some(*first)
    }

    /// The codes of the rows.
    pub fn codes(&self) -> impl Iterator<Item = &'p str> + '_ {
        self.rows.iter().map(|row| row.reference).filter(|code| !code.is_empty())
    }

    /// The kind, as the record spells it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        let row = self.rows.first().and_then(|row| place_kind(row.kind));
        let same = self.rows.iter().all(|other| place_kind(other.kind) == row);
        row.filter(|_| same).or(self.head).or(row).unwrap_or(PlaceKind::Other).as_str()
    }
}

const fn place_kind(kind: EntryKind) -> Option<PlaceKind> {
    match kind {
        EntryKind::Place(kind) | EntryKind::PlaceHead(kind) => Some(kind),
        _ => None,
    }
}

/// The document's day, `YYYY-MM-DD`.
#[must_use]
pub fn day(ground: &Ground<'_>) -> Option<String> {
    ground.doc.reference.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day))
}

/// The type word of a place, where the mention begins with one and goes on: its row and its tokens.
fn head(ground: &Ground<'_>, name: &Claim<Name>) -> Option<Lookup> {
    let head = ground.doc.longest_at(name.extent.first(), |kind| matches!(kind, EntryKind::PlaceHead(_)))?;
    (head.extent.end() < name.extent.end()).then_some(head)
}

/// The level that the mention says by itself, 0 for a country to 5 for a street; none for what has no level.
#[must_use]
pub fn level(ground: &Ground<'_>, name: &Claim<Name>) -> Option<u8> {
    let kind = match head(ground, name) {
        Some(head) => place_kind(head.kind),
        None => ground
            .doc
            .longest_at(name.extent.first(), |kind| matches!(kind, EntryKind::Place(_)))
            .and_then(|lookup| place_kind(lookup.kind)),
    };
    Some(match kind? {
        PlaceKind::Country => 0,
        PlaceKind::Province => 1,
        // `thành phố` is of the province or below it.
        PlaceKind::City | PlaceKind::District => 2,
        PlaceKind::Commune => 3,
        PlaceKind::Hamlet => 4,
        PlaceKind::Street => 5,
        _ => return None,
    })
}

/// The rows that the name, without its type word, has in the dictionaries.
fn rows<'p>(ground: &Ground<'p>, name: &Claim<Name>, head: Option<Lookup>) -> Vec<Entry<'p>> {
    let named = |first: usize| {
        let hits = ground.doc.lookups_at(first).iter().filter(move |hit| hit.extent.end() == name.extent.end());
        let places = hits.filter(|hit| matches!(hit.kind, EntryKind::Place(_)));
        places.flat_map(|hit| ground.gazetteer.rows(hit.entry)).collect::<Vec<_>>()
    };
    let whole = named(name.extent.first());
    match head {
        Some(head) if whole.is_empty() => named(head.extent.end()),
        _ => whole,
    }
}

/// Reads a mention; `around` are the codes of the place it lies within, `subject` that of the article's province.
#[must_use]
pub fn read<'p>(ground: &Ground<'p>, name: &Claim<Name>, around: &[&str], subject: Option<&str>) -> Reading<'p> {
    let head = head(ground, name);
    let mut rows = rows(ground, name, head);
    let kind = head.and_then(|head| place_kind(head.kind));
    if let Some(entry) = head.and_then(|head| ground.gazetteer.entry(head.entry)) {
        keep(&mut rows, |row| same_type(row, &entry));
        // `phường An Hòa` is no commune of the type `xã`, and no province of that name.
        rows.retain(|row| is_of(row, kind));
    } else {
        prefer_greatest(&mut rows);
    }
    if let Some(day) = day(ground) {
        keep(&mut rows, |row| row.in_force(&day));
    }
    if !around.is_empty() {
        keep(&mut rows, |row| around.iter().any(|outer| lies_within(ground, row, outer)));
    } else if let Some(subject) = subject.filter(|_| rows.len() > 1) {
        keep(&mut rows, |row| lies_within(ground, row, subject));
    }
    Reading { rows, head: kind }
}

/// Keeps the rows of which `wanted` is true, unless it is true of none.
fn keep<'p>(rows: &mut Vec<Entry<'p>>, wanted: impl Fn(&Entry<'p>) -> bool) {
    if rows.iter().any(&wanted) {
        rows.retain(wanted);
    }
}

/// Without a type word, the greater unit is meant: `Cao Bằng` is the province, not the city in it.
fn prefer_greatest(rows: &mut Vec<Entry<'_>>) {
    let order = |row: &Entry<'_>| match place_kind(row.kind) {
        Some(PlaceKind::Country) => 0,
        Some(PlaceKind::Province) => 1,
        Some(PlaceKind::District | PlaceKind::City) => 2,
        Some(PlaceKind::Commune) => 4,
        _ => 3,
    };
    if let Some(greatest) = rows.iter().map(order).min() {
        rows.retain(|row| order(row) == greatest);
    }
}

/// True where the row's type is that of the type word, which may be abbreviated: `TP` is `thành phố`.
fn same_type(row: &Entry<'_>, head: &Entry<'_>) -> bool {
    row.field(Column::Type).to_lowercase() == head.name.to_lowercase()
}

/// True where a row may be what a type word of `kind` names.
fn is_of(row: &Entry<'_>, kind: Option<PlaceKind>) -> bool {
    match (place_kind(row.kind), kind) {
        (Some(row), Some(kind)) if row == kind => true,
        (Some(PlaceKind::Province | PlaceKind::District | PlaceKind::City), Some(PlaceKind::City)) => true,
        (Some(PlaceKind::Province | PlaceKind::District | PlaceKind::Commune), Some(_)) => false,
        _ => true,
    }
}

/// True where the row's unit is `outer` or lies within it, at any depth.
fn lies_within(ground: &Ground<'_>, row: &Entry<'_>, outer: &str) -> bool {
    let day = Some(row.field(Column::To)).filter(|to| !to.is_empty());
    let mut within = row.field(Column::Within);
    for _ in 0..3 {
        if within == outer {
            return true;
        }
        let Some(parent) =
            Some(within).filter(|code| !code.is_empty()).and_then(|code| ground.gazetteer.unit(code, day))
        else {
            break;
        };
        within = parent.field(Column::Within);
    }
    false
}

/// The code of the province that the article is about: the one named most, where it is named more than any other.
#[must_use]
pub fn subject(ground: &Ground<'_>) -> Option<String> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    let day = day(ground);
    for name in ground.decided.names.iter().filter(|name| name.what.kind == NameKind::Place) {
        let mut rows = rows(ground, name, head(ground, name));
        rows.retain(|row| {
            row.kind == EntryKind::Place(PlaceKind::Province) && day.as_deref().is_none_or(|day| row.in_force(day))
        });
        if let [row] = rows.as_slice() {
            *counts.entry(row.reference).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    let mut first = counts.iter().filter(|&(_, &count)| count == most);
    let (code, _) = first.next()?;
    first.next().is_none().then(|| (*code).to_owned())
}
