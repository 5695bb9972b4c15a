//! Bare mentions of a title (`Thủ tướng yêu cầu`) that one person alone holds in this text.
//!
//! The same words settle it; so does a mention cut off before a body or place (`Thủ tướng` of `Thủ tướng Chính phủ`), or
//! one that spells out where the office is (`Bí thư Thành ủy Thành phố A` after `Bí thư Thành ủy`). Ranks, professions and
//! seats are never settled so: many have them.

use rustc_hash::FxHashMap;

use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::Shape;
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::office;
use crate::resolve::holders::scene::Scene;
use crate::resolve::nest::Nest;
use crate::resolve::words;
use crate::w;

/// The longest title that is compared by its parts, in words.
const LONGEST: usize = 24;

/// Gives bare mentions to the only holder.
pub fn bare(scene: &Scene<'_>, nest: &Nest, ledger: &mut Ledger) {
    let held = Held::new(scene, nest, ledger);
    for (at, item) in scene.items.iter().enumerate() {
        let general = item.lead.plural || office::is_general(scene.doc, item.extent);
        if item.is_person || !ledger.is_open(at) || general {
            continue;
        }
        if let Some(person) = held.holder(scene, nest, at) {
            ledger.give(at, How::Later, person);
        }
    }
}

/// Whole titles and beginnings of titles, each with its holder; none where several people hold it.
#[derive(Default)]
struct Held {
    whole: FxHashMap<u64, Option<usize>>,
    begun: FxHashMap<u64, Option<usize>>,
    /// By the first words and a place in the title: `Bộ trưởng` … `Ấn Độ`.
    placed: FxHashMap<u64, Option<usize>>,
    /// By the mere post, what follows it where the text names but one such: `Bộ trưởng` | `Bộ A`.
    sole: FxHashMap<u64, Option<u64>>,
}

impl Held {
    fn new(scene: &Scene<'_>, nest: &Nest, ledger: &Ledger) -> Self {
        let mut held = Self::default();
        for (at, item) in scene.items.iter().enumerate().filter(|(_, item)| !item.is_person) {
            let (hash, cuts) = parts(scene, nest, at);
            if let Some(&post) = cuts.first().filter(|_| !item.lead.plural) {
                let entry = held.sole.entry(post).or_insert(Some(hash));
                *entry = entry.filter(|&other| other == hash);
            }
        }
        for (at, item) in scene.items.iter().enumerate().filter(|(_, item)| !item.is_person) {
            let holders = ledger.holders(at);
            let Some(&holder) = holders.first() else { continue };
            let holder = Some(holder).filter(|_| holders.len() == 1);
            let (hash, cuts) = parts(scene, nest, at);
            note(&mut held.whole, hash, holder);
            if office::is_office(scene.doc, item.extent) {
                for cut in cuts {
                    note(&mut held.begun, cut, holder);
                }
                for key in placed(scene, nest, at) {
                    note(&mut held.placed, key, holder);
                }
            }
        }
        held
    }

    fn holder(&self, scene: &Scene<'_>, nest: &Nest, at: usize) -> Option<usize> {
        let item = scene.item(at)?;
        let (hash, cuts) = parts(scene, nest, at);
        if let Some(&holder) = self.whole.get(&hash) {
            return holder;
        }
        if !office::is_office(scene.doc, item.extent) {
            return None;
        }
        if let Some(&holder) = self.begun.get(&hash) {
            return holder;
        }
        if let Some(holder) = brief(scene, nest, at).and_then(|key| self.placed.get(&key)) {
            return *holder;
        }
        // The longest beginning that somebody holds as a title; not the mere post (`Bộ trưởng` for `Bộ trưởng Bộ A`),
        // unless it is the government's.
        let first = item.extent.first();
        let government = scene.doc.word(item.extent.end().saturating_sub(1)) == w!("phủ")
            || (scene.doc.word(first + 1) == w!("tịch") && scene.doc.word(first + 2) == w!("nước"));
        // Also a minister, where the text knows no other.
        let minister = scene.doc.word(first) == w!("bộ") && scene.doc.word(first + 1) == w!("trưởng");
        let alone = minister && cuts.first().is_some_and(|post| matches!(self.sole.get(post), Some(Some(_))));
        let enough = usize::from(!government && !alone);
        cuts.iter().skip(enough).rev().find_map(|cut| self.whole.get(cut).copied()).flatten()
    }
}

fn note(map: &mut FxHashMap<u64, Option<usize>>, key: u64, holder: Option<usize>) {
    let entry = map.entry(key).or_insert(holder);
    if *entry != holder {
        *entry = None;
    }
}

/// The title's words as one value; and those of its beginnings that end before a body or place in it.
fn parts(scene: &Scene<'_>, nest: &Nest, at: usize) -> (u64, Vec<u64>) {
    let Some(item) = scene.item(at) else { return (words::EMPTY, Vec::new()) };
    // Also behind the type word of a place: `Chủ tịch UBND tỉnh`.
    let inner: Vec<usize> = nest
        .within(scene.names, item.name)
        .filter_map(|inner| scene.names.get(inner))
        .flat_map(|inner| {
            let first = inner.extent.first();
            let typed = inner.what.kind == NameKind::Place && scene.doc.shape(first) == Shape::Lower;
            let second = typed.then(|| first + if scene.doc.word(first) == w!("thành") { 2 } else { 1 });
            [Some(first), second].into_iter().flatten()
        })
        .collect();
    let mut hash = words::EMPTY;
    let mut cuts = Vec::new();
    let mut last = item.extent.first();
    let mut before = None;
    for (token, word) in office::words(scene.doc, item.extent).take(LONGEST) {
        let word = if word == w!("cựu") { w!("nguyên") } else { word };
        // `tân Thủ tướng` is `Thủ tướng`, `Bộ trưởng Bộ A` is `Bộ trưởng A`.
        let ministry = word == w!("bộ") && before == Some(w!("trưởng"));
        let fresh = word == w!("tân") && before.is_none();
        before = Some(word);
        if ministry || fresh {
            if ministry {
                cuts.push(hash);
            }
            continue;
        }
        if token != last && inner.contains(&token) {
            cuts.push(hash);
        }
        last = token;
        hash = words::more(hash, word);
    }
    (hash, cuts)
}

/// The longest beginning of a title that may stand for it beside a place, in words: `Bộ trưởng`, `Phó Chủ tịch`.
const LONGEST_HEAD: usize = 3;

/// Each of the first words of a title with each place in it.
fn placed(scene: &Scene<'_>, nest: &Nest, at: usize) -> Vec<u64> {
    let Some(item) = scene.item(at) else { return Vec::new() };
    let places: Vec<u64> = places(scene, nest, item.name).map(|place| place_key(scene, place)).collect();
    let mut hash = words::EMPTY;
    let mut keys = Vec::new();
    for (_, word) in office::words(scene.doc, item.extent).take(LONGEST_HEAD) {
        hash = words::more(hash, word);
        keys.extend(places.iter().map(|place| hash ^ place));
    }
    keys
}

/// The same of a title that is but a post and a place: `Chủ tịch Hà Nội`.
fn brief(scene: &Scene<'_>, nest: &Nest, at: usize) -> Option<u64> {
    let item = scene.item(at)?;
    let place = places(scene, nest, item.name).next().filter(|place| place.end() == item.extent.end())?;
    let head = Extent::new(item.extent.first(), place.first());
    let direct = nest.within(scene.names, item.name).count() == 1 && head.len() <= LONGEST_HEAD;
    direct.then(|| words::hash(office::words(scene.doc, head).map(|(_, word)| word)) ^ place_key(scene, place))
}

fn places<'s>(scene: &'s Scene<'s>, nest: &'s Nest, name: usize) -> impl Iterator<Item = Extent> + 's {
    let inner = nest.within(scene.names, name).filter_map(|inner| scene.names.get(inner));
    inner.filter(|inner| inner.what.kind == NameKind::Place).map(|inner| inner.extent)
}

/// The last two words of a place: `thành phố Hà Nội` is `Hà Nội`.
fn place_key(scene: &Scene<'_>, place: Extent) -> u64 {
    words::hash(place.range().skip(place.len().saturating_sub(2)).map(|at| scene.doc.word(at)))
}
