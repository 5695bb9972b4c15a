//! Why a name was taken: its features with their weights, and the readings that lost to it.
//!
//! The document is read as [`overlap::names`](crate::resolve::overlap::names) reads it; here nothing is decided.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::EntryId;
use crate::model::mention::{NameKind, RuleId};
use crate::model::span::Extent;
use crate::resolve::lattice::margin::margins;
use crate::resolve::lattice::path::Pathfinder;
use crate::resolve::lattice::{self, after};
use crate::resolve::overlap::Bench;
use crate::rules::name::board::Board;
use crate::rules::name::candidate::Lattice;
use crate::rules::name::evidence::Evidence;
use crate::rules::name::feature::Feature;
use crate::rules::name::scene::Scene;
use crate::rules::name::weights::Weights;

/// A reading of a stretch of text as a name, taken or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// The tokens.
    pub extent: Extent,
    /// What they would name.
    pub kind: NameKind,
    /// The rule that proposes it.
    pub rule: RuleId,
    /// The dictionary row behind it.
    pub entry: Option<EntryId>,
    /// True where it is on the best path.
    pub taken: bool,
    /// The sum of its features' weights; for a reading on the best path with what it follows.
    pub score: f32,
    /// What the best path through this reading is worth less than the best path of all; 0 for what was taken.
    pub behind: f32,
    /// Its features with their weights, the weightiest first; those of weight 0 left out.
    pub features: Vec<(Feature, f32)>,
}

/// A name that was taken, with its rivals; or, where no name was taken, readings that might have been.
#[derive(Debug, Clone, PartialEq)]
pub struct Contest {
    /// What was taken; none where no name was.
    pub taken: Option<Weighed>,
    /// The readings that share a token with it and lost, the nearest first, at most [`RIVALS`].
    pub rivals: Vec<Weighed>,
}

/// The most rivals that a contest lists.
pub const RIVALS: usize = 6;

/// Weights are kept in thousandths, and shown as the file has them.
const UNIT: f32 = 1000.0;

/// No reading is longer, in tokens: a rival that begins further before a name does not reach it.
const LONGEST: usize = 200;

/// The contests of a document, in the order of the text.
#[must_use]
pub fn contests(board: &Board<'_>, weights: &Weights) -> Vec<Contest> {
    let mut bench = Bench::default();
    bench.fill(board, weights);
    let first = bench.read(board, weights);
    let mut lattice = Lattice::with_features();
    lattice.clear(board.doc.tokens.len());
    let scenes: Vec<Scene<'_, '_>> = board
        .doc
        .sentences
        .iter()
        .map(|&sentence| Scene::new(board, sentence, weights))
        .filter(|scene| lattice::fill(scene, &mut lattice))
        .collect();
    Evidence::of(board, &first).recall(&mut lattice, board, weights);
    let mut finder = Pathfinder::default();
    let mut contests = Vec::new();
    for scene in &scenes {
        let taken = finder.best(scene, &lattice, |_, candidate| candidate.score);
        in_sentence(scene, &lattice, taken, &mut contests);
    }
    contests
}

fn in_sentence(scene: &Scene<'_, '_>, lattice: &Lattice, taken: &[u32], contests: &mut Vec<Contest>) {
    let weights = scene.weights;
    let margins = margins(scene, lattice);
    let mut on_path: FxHashMap<u32, f32> = taken.iter().map(|&index| (index, f32::INFINITY)).collect();
    for (index, behind) in &margins {
        on_path.entry(*index).and_modify(|own| *own = *behind);
    }
    let losers: Vec<Weighed> = margins
        .into_iter()
        .filter(|(index, _)| !on_path.contains_key(index))
        .filter_map(|(index, behind)| weigh(lattice, weights, index, behind))
        .collect();
    let mut last: Option<(NameKind, usize)> = None;
    let mut from = scene.sentence.first();
    for &index in taken {
        let Some(candidate) = lattice.candidates.get(index as usize) else { continue };
        let before = Extent::new(from, candidate.extent.first());
        contests.extend(untaken(&losers, before));
        let own = on_path.get(&index).copied().unwrap_or_default();
        let Some(mut winner) = weigh(lattice, weights, index, own) else { continue };
        let near = last.map(|(kind, end)| (kind, candidate.extent.first() - end)).filter(|&(_, gap)| gap <= 2);
        winner.taken = true;
        winner.add(after(scene.board, near, candidate), weights);
        let rivals = nearest(around(&losers, candidate.extent));
        contests.push(Contest { taken: Some(winner), rivals });
        from = candidate.extent.end();
        last = Some((candidate.kind, from));
    }
    contests.extend(untaken(&losers, Extent::new(from, scene.sentence.end())));
}

/// The readings that lie in `stretch`, where no name was taken: one contest for each group of overlapping ones.
fn untaken(losers: &[Weighed], stretch: Extent) -> Vec<Contest> {
    let from = losers.partition_point(|loser| loser.extent.first() < stretch.first());
    let mut groups: Vec<(usize, Vec<&Weighed>)> = Vec::new();
    for loser in losers[from..].iter().take_while(|loser| loser.extent.first() < stretch.end()) {
        if !stretch.contains(loser.extent) {
            continue;
        }
        match groups.last_mut() {
            Some((end, group)) if loser.extent.first() < *end => {
                *end = loser.extent.end().max(*end);
                group.push(loser);
            }
            _ => groups.push((loser.extent.end(), vec![loser])),
        }
    }
    groups.into_iter().map(|(_, group)| Contest { taken: None, rivals: nearest(group.into_iter()) }).collect()
}

/// Those of `losers` (sorted by first token) that share a token with `extent`.
fn around(losers: &[Weighed], extent: Extent) -> impl Iterator<Item = &Weighed> {
    let from = losers.partition_point(|loser| loser.extent.first() + LONGEST < extent.first());
    let near =
        losers.get(from..).unwrap_or_default().iter().take_while(move |loser| loser.extent.first() < extent.end());
    near.filter(move |loser| loser.extent.overlaps(extent))
}

/// The nearest of `losers`, of each extent and kind the best.
fn nearest<'w>(losers: impl Iterator<Item = &'w Weighed>) -> Vec<Weighed> {
    let mut losers: Vec<&Weighed> = losers.collect();
    losers.sort_by(|a, b| a.behind.total_cmp(&b.behind).then(a.extent.cmp(&b.extent)));
    let mut kept: Vec<Weighed> = Vec::new();
    for loser in losers {
        if kept.len() == RIVALS {
            break;
        }
        if !kept.iter().any(|other| (other.extent, other.kind) == (loser.extent, loser.kind)) {
            kept.push(loser.clone());
        }
    }
    kept
}

fn weigh(lattice: &Lattice, weights: &Weights, index: u32, behind: f32) -> Option<Weighed> {
    let candidate = lattice.candidates.get(index as usize)?;
    let mut weighed = Weighed {
        extent: candidate.extent,
        kind: candidate.kind,
        rule: candidate.rule.id(),
        entry: candidate.entry,
        taken: false,
        score: 0.0,
        behind: behind / UNIT,
        features: Vec::new(),
    };
    for feature in lattice.features(index) {
        weighed.add(feature, weights);
    }
    Some(weighed)
}

impl Weighed {
    /// Counts one feature; the same one twice is one with twice the weight.
    fn add(&mut self, feature: Feature, weights: &Weights) {
        let weight = weights.of(feature) / UNIT;
        self.score += weight;
        match self.features.iter_mut().find(|(known, _)| *known == feature) {
            Some((_, sum)) => *sum += weight,
            None if weight != 0.0 => self.features.push((feature, weight)),
            None => {}
        }
        self.features.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    }
}
