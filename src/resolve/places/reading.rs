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

/// The type word of a place, where the mention begins with one and goes on: its row and its tokens. The first word of a
/// name that the dictionaries know only as a whole is none (`Buôn Ma Thuột` is no `buôn`).
fn head(ground: &Ground<'_>, name: &Claim<Name>) -> Option<Lookup> {
    let head = ground.doc.longest_at(name.extent.first(), |kind| matches!(kind, EntryKind::PlaceHead(_)))?;
    if head.extent.end() >= name.extent.end() {
        return None;
    }
    let known = |first: usize| hits(ground, name, first).next().is_some();
    (known(head.extent.end()) || !known(name.extent.first())).then_some(head)
}

/// The level that the mention says by itself, 0 for a country to 5 for a street; none for what has no level.
#[must_use]
pub fn level(ground: &Ground<'_>, name: &Claim<Name>) -> Option<u8> {
    let level = |kind| match place_kind(kind)? {
        PlaceKind::Country => Some(0),
        PlaceKind::Province => Some(1),
        // `thành phố` is of the province or below it.
        PlaceKind::City | PlaceKind::District => Some(2),
        PlaceKind::Commune => Some(3),
        PlaceKind::Hamlet => Some(4),
        PlaceKind::Street => Some(5),
        _ => None,
    };
    match head(ground, name) {
        Some(head) => level(head.kind),
        None => hits(ground, name, name.extent.first()).filter_map(|hit| level(hit.kind)).min(),
    }
}

/// True for a region, which lies within nothing that a chain names.
#[must_use]
pub fn is_region(ground: &Ground<'_>, name: &Claim<Name>) -> bool {
    hits(ground, name, name.extent.first()).any(|hit| place_kind(hit.kind) == Some(PlaceKind::Region))
}

/// The names of places in the dictionaries that run from the token `first` to the end of the mention.
fn hits<'p>(ground: &Ground<'p>, name: &Claim<Name>, first: usize) -> impl Iterator<Item = &'p Lookup> + use<'p> {
    let end = name.extent.end();
    ground
        .doc
        .lookups_at(first)
        .iter()
        .filter(move |hit| hit.extent.end() == end && matches!(hit.kind, EntryKind::Place(_)))
}

/// The rows that the name has in the dictionaries, with its type word and without.
fn rows<'p>(ground: &Ground<'p>, name: &Claim<Name>, head: Option<Lookup>) -> Vec<Entry<'p>> {
    let bare = head.map(|head| hits(ground, name, head.extent.end()));
    let whole = hits(ground, name, name.extent.first());
    whole.chain(bare.into_iter().flatten()).flat_map(|hit| ground.gazetteer.rows(hit.entry)).collect()
}

/// Reads a mention; `around` are the codes of the place it is said to lie within, `subjects` those of the district and
/// province that the article is about.
#[must_use]
pub fn read<'p>(ground: &Ground<'p>, name: &Claim<Name>, around: &[&str], subjects: &[String]) -> Reading<'p> {
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
    let mut placed = keep(&mut rows, |row| around.iter().any(|outer| lies_within(ground, row, outer)));
    for subject in subjects {
        placed |= keep(&mut rows, |row| lies_within(ground, row, subject));
    }
    let typed = ground.doc.longest_at(name.extent.first(), |kind| matches!(kind, EntryKind::PlaceHead(_))).is_some();
    if !typed && !placed {
        // Many communes bear one name, and names of people: alone it settles nothing.
        rows.retain(|row| place_kind(row.kind) != Some(PlaceKind::Commune));
    }
    if let Some(day) = day(ground) {
        keep(&mut rows, |row| row.in_force(&day));
    }
    Reading { rows, head: kind }
}

/// True where a row of the reading lies within one of the units of those codes.
#[must_use]
pub fn fits(ground: &Ground<'_>, reading: &Reading<'_>, around: &[&str]) -> bool {
    reading.rows.iter().any(|row| around.iter().any(|outer| lies_within(ground, row, outer)))
}

/// Keeps the rows of which `wanted` is true, and says true, unless it is true of none.
fn keep<'p>(rows: &mut Vec<Entry<'p>>, wanted: impl Fn(&Entry<'p>) -> bool) -> bool {
    let some = rows.iter().any(&wanted);
    if some {
        rows.retain(wanted);
    }
    some
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

/// The codes of the district and the province that the article is about: of each level the one named most, where it is
/// named more than any other.
#[must_use]
pub fn subjects(ground: &Ground<'_>) -> Vec<String> {
    let day = day(ground);
    [PlaceKind::District, PlaceKind::Province]
        .into_iter()
        .filter_map(|kind| subject(ground, kind, day.as_deref()))
        .collect()
}

fn subject(ground: &Ground<'_>, kind: PlaceKind, day: Option<&str>) -> Option<String> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for name in ground.decided.names.iter().filter(|name| name.what.kind == NameKind::Place) {
        let head = head(ground, name);
        // A bare name is a province's before it is a district's.
        let level = level(ground, name);
        if level != Some(if kind == PlaceKind::Province { 1 } else { 2 })
            && head.is_none_or(|head| head.kind != EntryKind::PlaceHead(PlaceKind::City))
        {
            continue;
        }
        let mut rows = rows(ground, name, head);
        rows.retain(|row| row.kind == EntryKind::Place(kind));
        if let Some(day) = day {
            keep(&mut rows, |row| row.in_force(day));
        }
        if let Some(row) = rows.first().filter(|first| rows.iter().all(|row| row.reference == first.reference)) {
            *counts.entry(row.reference).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    let mut first = counts.iter().filter(|&(_, &count)| count == most);
    let (code, _) = first.next()?;
    first.next().is_none().then(|| (*code).to_owned())
}
