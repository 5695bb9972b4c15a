//! Where and when a document is: its day, the district and the province that it is about, the provinces it names. What
//! a single mention means is [`reading`](super::reading)'s.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::gazetteer::entry::Entry;
use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::gazetteer::sheet::Column;
use crate::model::mention::NameKind;
use crate::resolve::places::reading::{Rows, keep, place_kind, type_word};
use crate::resolve::record::Ground;
use crate::resolve::words;

/// Where and when a document is.
#[derive(Debug, Default)]
pub struct Setting<'p> {
    /// The day, `YYYY-MM-DD`: that of publication, else the latest that the text names in full, else one before the reform of
    /// 2025 where a district is named.
    pub day: Option<String>,
    /// The codes of what the document is about, the strongest first: of districts and of provinces the one named most, where
    /// it is named more than any other; then the unit that most names of smaller ones have in common.
    pub subjects: Vec<&'p str>,
    /// True where most mentions of provinces are of the one that the document is about.
    pub one_province: bool,
    /// The codes of the provinces named.
    pub provinces: FxHashSet<&'p str>,
}

/// What names of places say together.
#[derive(Default)]
struct Tally<'p> {
    districts: FxHashMap<&'p str, usize>,
    provinces: FxHashMap<&'p str, usize>,
    /// How many different names of communes and districts may be within each code.
    shared: FxHashMap<&'p str, usize>,
    seen: FxHashSet<u64>,
}

impl<'p> Setting<'p> {
    /// The setting of a document.
    #[must_use]
    pub fn new(ground: &Ground<'p>, rows: &mut Rows<'p>) -> Self {
        let day = day(ground);
        let mut tally = Tally::default();
        for (index, name) in ground.decided.names.iter().enumerate() {
            if name.what.kind == NameKind::Place {
                tally.add(ground, index, day.as_deref(), rows);
            }
        }
        let province = most(&tally.provinces, 1);
        let all: usize = tally.provinces.values().sum();
        let one_province = province.and_then(|code| tally.provinces.get(code)).is_some_and(|&count| count * 2 >= all);
        let subjects = [most(&tally.districts, 1), province, most(&tally.shared, 2)];
        Self {
            day,
            subjects: subjects.into_iter().flatten().collect(),
            one_province,
            provinces: tally.provinces.into_keys().collect(),
        }
    }
}

impl<'p> Tally<'p> {
    fn add(&mut self, ground: &Ground<'p>, index: usize, day: Option<&str>, rows: &mut Rows<'p>) {
        let Some(name) = ground.decided.names.get(index) else { return };
        let head = type_word(ground, index);
        let mut rows = rows.of(ground, name, head.filter(|head| head.inside).map(|head| head.lookup));
        if let Some(day) = day {
            keep(&mut rows, |row| row.in_force(day));
        }
        let of = |kind: PlaceKind| move |row: &&Entry<'p>| row.kind == EntryKind::Place(kind);
        let typed = head.map(|head| head.lookup.kind);
        let city = typed == Some(EntryKind::PlaceHead(PlaceKind::City));
        // A bare name is a province's before it is a district's.
        let greatest = rows.iter().filter_map(|row| place_kind(row.kind)).min();
        for (kind, counts) in [(PlaceKind::Province, &mut self.provinces), (PlaceKind::District, &mut self.districts)] {
            let said = typed.map_or(greatest == Some(kind), |typed| city || typed == EntryKind::PlaceHead(kind));
            let mut units = rows.iter().filter(of(kind)).map(|row| row.reference).filter(|code| !code.is_empty());
            if said
                && let Some(code) = units.next()
                && units.all(|other| other == code)
            {
                *counts.entry(code).or_default() += 1;
            }
        }
        let small =
            typed.and_then(place_kind).filter(|&kind| kind == PlaceKind::Commune || kind == PlaceKind::District);
        let words = words::hash(name.extent.range().map(|at| ground.doc.word(at)));
        if let Some(small) = small
            && self.seen.insert(words)
        {
            let above = |row: &Entry<'p>| match small {
                PlaceKind::Commune => row.field(Column::Within),
                _ => row.reference,
            };
            let codes: FxHashSet<&str> = rows.iter().filter(of(small)).map(above).collect();
            for code in codes.into_iter().filter(|code| !code.is_empty()) {
                *self.shared.entry(code).or_default() += 1;
            }
        }
    }
}

/// The key of the greatest count that is `least` or more, where it is the greatest alone.
fn most<'p>(counts: &FxHashMap<&'p str, usize>, least: usize) -> Option<&'p str> {
    let most = counts.values().copied().max().filter(|&most| most >= least)?;
    let mut first = counts.iter().filter(|&(_, &count)| count == most);
    let (code, _) = first.next()?;
    first.next().is_none().then_some(*code)
}

fn day(ground: &Ground<'_>) -> Option<String> {
    if let Some(day) = ground.doc.reference {
        return Some(format!("{:04}-{:02}-{:02}", day.year, day.month, day.day));
    }
    let days = ground.decided.dates.iter().filter_map(|date| date.what.value.get(..10));
    let whole = days.filter(|day| day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    let latest = whole.filter(|day| day.bytes().filter(|&byte| byte == b'-').count() == 2).max();
    latest.map(str::to_owned).or_else(|| names_a_district(ground).then(|| "2025-06-30".to_owned()))
}

/// True where a place bears the type word of a district, a level that is no more since 1 July 2025.
fn names_a_district(ground: &Ground<'_>) -> bool {
    let district = |index: usize| {
        type_word(ground, index).is_some_and(|head| head.lookup.kind == EntryKind::PlaceHead(PlaceKind::District))
    };
    let mut names = ground.decided.names.iter().enumerate();
    names.any(|(index, name)| name.what.kind == NameKind::Place && district(index))
}
