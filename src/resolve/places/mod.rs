//! Places of the record: which unit or country each mention names, by its type word, the places around it, the province
//! that the article is about and the document's day. What stays ambiguous lists its candidates.
//!
//! Mentions that resolve to one code are one location; else those with the same words.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::gazetteer::entry::Entry;
use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::gazetteer::sheet::Column;
use crate::model::mention::NameKind;
use crate::model::record::{Location, Unit};
use crate::model::span::Extent;
use crate::model::token::word;
use crate::resolve::record::Ground;
use crate::resolve::words;

pub mod chain;
pub mod reading;
pub mod setting;
pub mod unit;

use reading::{Reading, Rows};
use setting::Setting;

/// The places of a document.
pub struct Places<'p> {
    all: Vec<Draft<'p>>,
    setting: Setting<'p>,
    /// By index of the name.
    of: Vec<Option<usize>>,
}

struct Draft<'p> {
    mentions: Vec<usize>,
    reading: Rc<Reading<'p>>,
    /// The index of the name of the place that it lies within.
    within: Option<usize>,
}

/// How many candidates are listed.
const MOST_CANDIDATES: usize = 10;

impl<'p> Places<'p> {
    /// Gathers the mentions of each place.
    #[must_use]
    pub fn new(ground: &Ground<'p>) -> Self {
        let mut rows = Rows::default();
        let setting = Setting::new(ground, &mut rows);
        let readings = Readings::new(ground, &setting, &mut rows);
        let mut places = Self { all: Vec::new(), setting, of: vec![None; ground.decided.names.len()] };
        let mut by_code: FxHashMap<(PlaceRank, &'p str), usize> = FxHashMap::default();
        let mut by_words: FxHashMap<u64, usize> = FxHashMap::default();
        for (index, name) in
            ground.decided.names.iter().enumerate().filter(|(_, name)| name.what.kind == NameKind::Place)
        {
            let Some(reading) = readings.of(index) else { continue };
            let key = words::hash(name.extent.range().map(|at| ground.doc.word(at)));
            let code =
                reading.settled().map(|entry| (rank(entry.kind), entry.reference)).filter(|(_, code)| !code.is_empty());
            let known = match code {
                Some(code) => by_code.get(&code).copied(),
                None => by_words.get(&key).copied(),
            };
            let at = known.unwrap_or_else(|| {
                places.all.push(Draft { mentions: Vec::new(), reading: Rc::clone(reading), within: None });
                places.all.len() - 1
            });
            if let Some(code) = code {
                by_code.entry(code).or_insert(at);
            }
            by_words.entry(key).or_insert(at);
            if let Some(draft) = places.all.get_mut(at) {
                draft.mentions.push(index);
                draft.within = draft.within.or_else(|| readings.outer(index));
            }
            if let Some(of) = places.of.get_mut(index) {
                *of = Some(at);
            }
        }
        places
    }

    /// The place that the name `index` names.
    #[must_use]
    pub fn of(&self, index: usize) -> Option<usize> {
        self.of.get(index).copied().flatten()
    }

    /// The id of the place `at`.
    #[must_use]
    pub fn id(&self, at: usize) -> String {
        format!("l{}", at + 1)
    }

    /// The locations, in the order of first mention.
    #[must_use]
    pub fn records(&self, ground: &Ground<'_>) -> Vec<Location> {
        let mut by_code: FxHashMap<&str, usize> = FxHashMap::default();
        for (at, draft) in self.all.iter().enumerate() {
            if let Some(entry) = draft.reading.settled().filter(|entry| !entry.reference.is_empty()) {
                by_code.entry(entry.reference).or_insert(at);
            }
        }
        self.all.iter().enumerate().map(|(at, draft)| self.record(ground, at, draft, &by_code)).collect()
    }

    fn record(&self, ground: &Ground<'_>, at: usize, draft: &Draft<'_>, by_code: &FxHashMap<&str, usize>) -> Location {
        let names = &ground.decided.names;
        let mentions = draft.mentions.iter().filter_map(|&index| names.get(index));
        let first =
            draft.mentions.first().and_then(|&index| names.get(index)).map_or(Extent::new(0, 0), |name| name.extent);
        let entry = draft.reading.settled();
        let day = self.setting.day.as_deref();
        let code = entry.map(|entry| entry.reference).filter(|code| !code.is_empty());
        let parent = entry.map(|entry| entry.field(Column::Within)).filter(|parent| !parent.is_empty());
        let named = draft
            .within
            .and_then(|index| self.of(index))
            .or_else(|| parent.and_then(|code| by_code.get(code).copied()));
        let within = named.filter(|&outer| outer != at).map(|outer| self.id(outer));
        let fate = entry.map(|entry| unit::fate(ground.gazetteer, &entry, day)).unwrap_or_default();
        let candidates = match entry {
            // An incomplete list would mislead.
            Some(_) if fate.parts.len() > MOST_CANDIDATES => Vec::new(),
            Some(_) => fate.parts,
            None => candidates(ground, &draft.reading.rows, day),
        };
        Location {
            id: self.id(at),
            name: ground.wire.line(first),
            kind: draft.reading.kind().to_owned(),
            code: code.map(str::to_owned),
            within: within.or_else(|| parent.and_then(|code| unit::parent_name(ground.gazetteer, code, day))),
            now: fate.now,
            candidates,
            mentions: mentions.map(|name| ground.wire.mention(name.extent, name.rule)).collect(),
        }
    }
}

/// What a place means, and the index of the place around it.
type Read<'p> = (Rc<Reading<'p>>, Option<usize>);

/// The readings of every place, by index of the name.
struct Readings<'p> {
    of: Vec<Option<Read<'p>>>,
}

impl<'p> Readings<'p> {
    /// Reads the places from the last to the first, since in `xã A, huyện B` the later settles the earlier; then lets a
    /// mention that stands alone take what the same words mean elsewhere, with a type word or without.
    fn new(ground: &Ground<'p>, setting: &Setting<'p>, rows: &mut Rows<'p>) -> Self {
        let names = &ground.decided.names;
        let mut of: Vec<Option<Read<'p>>> = vec![None; names.len()];
        let mut settled: FxHashMap<u64, Rc<Reading<'p>>> = FxHashMap::default();
        let mut typed: FxHashMap<u64, Rc<Reading<'p>>> = FxHashMap::default();
        let mut known: FxHashMap<(u64, u64, u64), Rc<Reading<'p>>> = FxHashMap::default();
        let places = || names.iter().enumerate().filter(|(_, name)| name.what.kind == NameKind::Place);
        let key = |range: Range<usize>| words::hash(range.map(|at| ground.doc.word(at)));
        for (index, name) in places().rev() {
            let outer = chain::outer(ground, index);
            let around: Vec<&str> = outer
                .and_then(|outer| of.get(outer)?.as_ref())
                .map(|(outer, _)| outer.codes().to_vec())
                .unwrap_or_default();
            let surroundings = words::hash(around.iter().map(|code| word(code)));
            let head = reading::type_word(ground, index);
            let kind = head.map_or(0, |head| key(head.lookup.extent.range()));
            let reading = known
                .entry((key(name.extent.range()), surroundings, kind))
                .or_insert_with(|| Rc::new(reading::read(ground, index, &around, setting, rows)));
            let reading = Rc::clone(reading);
            if reading.settled().is_some() {
                settled.insert(key(name.extent.range()), Rc::clone(&reading));
            }
            if let Some(head) = head.filter(|head| head.inside)
                && (reading.settled().is_some() || reading.is_site())
            {
                typed.insert(key(head.lookup.extent.end()..name.extent.end()), Rc::clone(&reading));
            }
            // `thành phố A, tỉnh B` of two neighbours is a list, not a chain.
            let unit = !reading.codes().is_empty() && !around.is_empty();
            let outer = outer.filter(|_| !unit || reading::fits(ground, &reading, &around));
            if let Some(of) = of.get_mut(index) {
                *of = Some((reading, outer));
            }
        }
        for (index, name) in places() {
            let Some(Some((reading, None))) = of.get_mut(index) else { continue };
            let key = key(name.extent.range());
            let elsewhere = match typed.get(&key) {
                // `sân Lạch Tray` says what a bare `Lạch Tray` is, but not what `Hải Phòng` is.
                Some(other) if other.is_site() => Some(other).filter(|_| reading.is_commune()),
                Some(other) => Some(other).filter(|_| reading.settled().is_none()),
                None => None,
            };
            let elsewhere = elsewhere.or_else(|| settled.get(&key).filter(|_| reading.settled().is_none()));
            if let Some(other) = elsewhere {
                *reading = Rc::clone(other);
            }
        }
        Self { of }
    }

    fn of(&self, index: usize) -> Option<&Rc<Reading<'p>>> {
        self.of.get(index)?.as_ref().map(|(reading, _)| reading)
    }

    fn outer(&self, index: usize) -> Option<usize> {
        self.of.get(index)?.as_ref().and_then(|&(_, outer)| outer)
    }
}

/// The level of a place: two places of different levels are never one.
type PlaceRank = u8;

fn rank(kind: EntryKind) -> PlaceRank {
    match kind {
        EntryKind::Place(PlaceKind::Country) => 0,
        EntryKind::Place(PlaceKind::Province) => 1,
        EntryKind::Place(PlaceKind::District) => 2,
        EntryKind::Place(PlaceKind::Commune) => 3,
        _ => 4,
    }
}

fn candidates(ground: &Ground<'_>, rows: &[Entry<'_>], day: Option<&str>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for entry in rows.iter().filter(|entry| !entry.reference.is_empty()) {
        if units.len() < MOST_CANDIDATES && units.iter().all(|unit| unit.code != entry.reference) {
            units.push(Unit { code: entry.reference.to_owned(), name: unit::full_name(ground.gazetteer, entry, day) });
        }
    }
    units
}
