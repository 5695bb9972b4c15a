//! What one mention of a place may mean: the rows of the dictionaries that its name, type word and surroundings allow.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Lookup;
use crate::gazetteer::entry::{Entry, EntryId};
use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::gazetteer::sheet::Column;
use crate::model::mention::{Claim, Name, NameKind};
use crate::model::token::Word;
use crate::resolve::places::setting::Setting;
use crate::resolve::places::unit::REFORM;
use crate::resolve::record::Ground;
use crate::w;

/// What a mention may mean.
#[derive(Debug, Clone)]
pub struct Reading<'p> {
    /// The rows that are left.
    pub rows: Vec<Entry<'p>>,
    /// The kind that the type word says.
    head: Option<PlaceKind>,
    /// The codes of those and of the units of other times.
    codes: Vec<&'p str>,
    /// False where the name alone says too little.
    sure: bool,
}

impl<'p> Reading<'p> {
    /// The row, where one unit is left.
    #[must_use]
    pub fn settled(&self) -> Option<Entry<'p>> {
        let first = self.rows.first().filter(|_| self.sure)?;
        self.rows.iter().all(|row| row.kind == first.kind && row.reference == first.reference).then_some(*first)
    }

    /// The codes that it may bear, those of units of other times among them.
    #[must_use]
    pub fn codes(&self) -> &[&'p str] {
        &self.codes
    }

    /// The kind, as the record spells it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        let row = self.rows.first().and_then(|row| place_kind(row.kind));
        let same = self.rows.iter().all(|other| place_kind(other.kind) == row);
        row.filter(|_| same).or(self.head).or(row).unwrap_or(PlaceKind::Other).as_str()
    }

    /// True where every row that is left is a commune's.
    #[must_use]
    pub fn is_commune(&self) -> bool {
        !self.rows.is_empty() && self.rows.iter().all(|row| place_kind(row.kind) == Some(PlaceKind::Commune))
    }

    /// True where the type word is of no administrative unit: `sân`, `đường`, `chùa`.
    #[must_use]
    pub fn is_site(&self) -> bool {
        use PlaceKind::{City, Commune, Country, District, Province};
        self.head.is_some_and(|head| !matches!(head, Country | Province | District | Commune | City))
    }
}

/// The type word of a place.
#[derive(Debug, Clone, Copy)]
pub struct TypeWord {
    /// Its row and its tokens.
    pub lookup: Lookup,
    /// True within the mention, false before it: `các xã A, B`.
    pub inside: bool,
}

/// The type word of the place `index`: the mention's own, or a commune's or district's that a list begins with.
#[must_use]
pub fn type_word(ground: &Ground<'_>, index: usize) -> Option<TypeWord> {
    let name = ground.decided.names.get(index)?;
    let own = head(ground, name).map(|lookup| TypeWord { lookup, inside: true });
    own.or_else(|| listed(ground, index).map(|lookup| TypeWord { lookup, inside: false }))
}

/// How many names of a list are gone back over for its type word.
const LONGEST_LIST: usize = 40;

/// The type word that stands before the list which the place `index` is in. One within the first name is no list's: `xã A,
/// B` is a chain.
fn listed(ground: &Ground<'_>, index: usize) -> Option<Lookup> {
    const JOINTS: [Word; 3] = [w!(","), w!("và"), w!(";")];
    let names = &ground.decided.names;
    let mut at = index;
    for _ in 0..LONGEST_LIST {
        let first = names.get(at)?.extent.first();
        if let Some(lookup) = word_before(ground, first) {
            return Some(lookup);
        }
        let before = at.checked_sub(1)?;
        let place = names.get(before).filter(|name| name.what.kind == NameKind::Place)?;
        let joined = place.extent.end() + 1 == first && JOINTS.contains(&ground.doc.word(place.extent.end()));
        if !joined || head(ground, place).is_some() {
            return None;
        }
        at = before;
    }
    None
}

/// True for a type word that a list of bare names may share.
const fn lists(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::PlaceHead(PlaceKind::Commune | PlaceKind::District))
}

/// The type word of a commune or district that ends right before the token `first`, a colon aside.
fn word_before(ground: &Ground<'_>, first: usize) -> Option<Lookup> {
    let end = first.checked_sub(usize::from(first > 0 && ground.doc.word(first - 1) == w!(":")))?;
    let at = |start: usize| ground.doc.lookups_at(start).iter().find(|hit| hit.extent.end() == end && lists(hit.kind));
    (1..=2).filter_map(|back| end.checked_sub(back)).find_map(|start| at(start).copied())
}

/// The kind of place that a row names or begins.
#[must_use]
pub const fn place_kind(kind: EntryKind) -> Option<PlaceKind> {
    match kind {
        EntryKind::Place(kind) | EntryKind::PlaceHead(kind) => Some(kind),
        _ => None,
    }
}

/// The type word of a place, where the mention begins with one and goes on: its row and its tokens. The first word of a
/// name that the dictionaries know only as a whole is none (`Buôn Ma Thuột` is no `buôn`).
fn head(ground: &Ground<'_>, name: &Claim<Name>) -> Option<Lookup> {
    let head = ground.doc.longest_at(name.extent.first(), |kind| matches!(kind, EntryKind::PlaceHead(_)))?;
    if head.extent.end() >= name.extent.end() {
        return None;
    }
    let known = |first: usize| hits(ground, name, first).next().is_some();
    // `Hồ Chí Minh` is no lake that bears the name of a commune.
    let unit = |hit: &Lookup| matches!(hit.kind, EntryKind::Place(PlaceKind::Province | PlaceKind::Country));
    if hits(ground, name, name.extent.first()).any(unit) && !unit_word(head.kind) {
        return None;
    }
    (known(head.extent.end()) || !known(name.extent.first())).then_some(head)
}

/// True for a type word of administrative units.
const fn unit_word(kind: EntryKind) -> bool {
    use PlaceKind::{City, Commune, Country, District, Province};
    matches!(kind, EntryKind::PlaceHead(Country | Province | District | Commune | City))
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

/// The rows of entries that a document has asked for: it names one place many times.
#[derive(Debug, Default)]
pub struct Rows<'p> {
    known: FxHashMap<EntryId, Vec<Entry<'p>>>,
}

impl<'p> Rows<'p> {
    /// The rows that the name has in the dictionaries, with its type word and without.
    #[must_use]
    pub fn of(&mut self, ground: &Ground<'p>, name: &Claim<Name>, head: Option<Lookup>) -> Vec<Entry<'p>> {
        let bare = head.map(|head| hits(ground, name, head.extent.end()));
        let whole = hits(ground, name, name.extent.first());
        let mut rows = Vec::new();
        for hit in whole.chain(bare.into_iter().flatten()) {
            let known = self.known.entry(hit.entry).or_insert_with(|| ground.gazetteer.rows(hit.entry).collect());
            rows.extend_from_slice(known);
        }
        rows
    }
}

/// Reads the place `index`; `around` are the codes of the place it is said to lie within.
#[must_use]
pub fn read<'p>(
    ground: &Ground<'p>,
    index: usize,
    around: &[&str],
    setting: &Setting<'_>,
    rows: &mut Rows<'p>,
) -> Reading<'p> {
    let Some(name) = ground.decided.names.get(index) else {
        return Reading { rows: Vec::new(), head: None, codes: Vec::new(), sure: false };
    };
    let word = type_word(ground, index);
    let own = word.filter(|word| word.inside).map(|word| word.lookup);
    let mut rows = rows.of(ground, name, own);
    let kind = word.and_then(|word| place_kind(word.lookup.kind));
    let feature = rows.iter().any(|row| is_feature(row));
    match (own, kind) {
        (Some(own), _) => {
            if let Some(entry) = ground.gazetteer.entry(own.entry) {
                keep(&mut rows, |row| same_type(row, &entry));
            }
            // `phường An Hòa` is no commune of the type `xã`, and no province of that name; `sân bay Phú Quốc` no island.
            if rows.iter().any(|row| !is_of(row, kind)) {
                let bare = bare(ground, name, own.extent.end());
                rows.retain(|row| is_of(row, kind) || !bare.contains(&(row.file, row.line)));
            }
        }
        (None, Some(kind)) if keep(&mut rows, |row| place_kind(row.kind) == Some(kind)) => {}
        _ => prefer_greatest(&mut rows),
    }
    let mut placed = keep(&mut rows, |row| around.iter().any(|outer| lies_within(ground, row, outer)));
    for subject in &setting.subjects {
        // Codes of provinces have passed from old ones to new ones.
        let is = |row: &Entry<'_>| row.kind == EntryKind::Place(PlaceKind::District) && row.reference == *subject;
        let within = |row: &Entry<'_>| is(row) || lies_within(ground, row, subject);
        placed |= keep(&mut rows, within) && (setting.one_province || subject.len() > 2);
    }
    let typed = word.is_some() || ground.doc.longest_at(name.extent.first(), unit_word).is_some();
    let sure = typed || placed || !(says_little(&rows, feature, setting) || is_person(ground, name));
    if !sure {
        // Many communes bear one name, and names of people: alone it settles nothing.
        rows.retain(|row| place_kind(row.kind) != Some(PlaceKind::Commune));
    }
    if word.is_none() && setting.day.as_deref().is_some_and(|day| day < REFORM) {
        // A bare name is no unit that was yet to come: `Hòa Lạc` of 2022 is not the commune of 2025.
        rows.retain(|row| row.field(Column::From) < REFORM);
    }
    let codes = rows.iter().map(|row| row.reference).filter(|code| !code.is_empty()).collect();
    if let Some(day) = &setting.day {
        keep(&mut rows, |row| row.in_force(day));
    }
    Reading { rows, head: own.and_then(|own| place_kind(own.kind)), codes, sure }
}

/// True for a row of nature or building: an island, a river, a site.
const fn is_feature(row: &Entry<'_>) -> bool {
    use PlaceKind::{Island, Mountain, Region, Site, Water};
    matches!(row.kind, EntryKind::Place(Island | Mountain | Region | Site | Water))
}

/// True where the name is a known person's too: `Hồ Chí Minh`.
fn is_person(ground: &Ground<'_>, name: &Claim<Name>) -> bool {
    let hits = ground.doc.lookups_at(name.extent.first());
    hits.iter().any(|hit| hit.extent == name.extent && hit.kind == EntryKind::Person)
}

/// True of the rows of a bare name that may be a commune, or a rural or urban district of a province that the text does
/// not name, unless it is also the name of a feature: `Côn Đảo`.
fn says_little(rows: &[Entry<'_>], feature: bool, setting: &Setting<'_>) -> bool {
    rows.iter().any(|row| match place_kind(row.kind) {
        Some(PlaceKind::Commune) => true,
        Some(PlaceKind::District) => {
            !feature
                && matches!(row.field(Column::Type), "huyện" | "quận")
                && !setting.provinces.contains(row.field(Column::Within))
        }
        _ => false,
    })
}

/// Where the rows of the name without its type word stand.
fn bare<'p>(ground: &Ground<'p>, name: &Claim<Name>, after: usize) -> Vec<(&'p str, usize)> {
    let rows = hits(ground, name, after).flat_map(|hit| ground.gazetteer.rows(hit.entry));
    rows.map(|row| (row.file, row.line)).collect()
}

/// True where a row of the reading lies within one of the units of those codes.
#[must_use]
pub fn fits(ground: &Ground<'_>, reading: &Reading<'_>, around: &[&str]) -> bool {
    reading.rows.iter().any(|row| around.iter().any(|outer| lies_within(ground, row, outer)))
}

/// Keeps the rows of which `wanted` is true, and says true, unless it is true of none.
pub fn keep<'p>(rows: &mut Vec<Entry<'p>>, wanted: impl Fn(&Entry<'p>) -> bool) -> bool {
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
        // A province of old that left its name to a river or a hill.
        Some(PlaceKind::Province) if row.reference.is_empty() => 3,
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
    let (row, head) = (row.field(Column::Type), head.name);
    row == head || lowered(row).eq(lowered(head))
}

fn lowered(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

/// True where a row may be what a type word of `kind` names.
fn is_of(row: &Entry<'_>, kind: Option<PlaceKind>) -> bool {
    match (place_kind(row.kind), kind) {
        (Some(row), Some(kind)) if row == kind => true,
        (Some(PlaceKind::Province | PlaceKind::District | PlaceKind::City), Some(PlaceKind::City)) => true,
        (Some(_), Some(_)) => false,
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
