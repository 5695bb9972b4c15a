//! Fitting the weights to annotated articles: an averaged structured perceptron with a margin.
//!
//! For each sentence the best path under the present weights is compared with the annotated one; the features that only
//! the annotated path has gain, those that only the other has lose. The average over all steps is what is kept.

use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::resolve::lattice::path::Pathfinder;
use crate::resolve::lattice::{after, after_gap};
use crate::rules::body::shared::BUILDS;
use crate::rules::name::candidate::{Candidate, Lattice};
use crate::rules::name::feature::{self, Feature, Template};
use crate::rules::name::scene::Scene;
use crate::rules::name::weights::Weights;

/// The annotation of one document: names with those nested in them.
#[derive(Debug, Clone, Default)]
pub struct Gold(pub Vec<(Extent, NameKind)>);

/// What a reading that no annotation can have begins with.
const PARTED: f32 = -60.0;

/// What an item of a shared plural begins with.
const SHARED: f32 = 6.0;

/// The weights in the making.
#[derive(Debug)]
pub struct Fit {
    /// The present weights.
    pub weights: Weights,
    total: Weights,
    steps: f32,
    finder: Pathfinder,
}

impl Default for Fit {
    fn default() -> Self {
        let mut weights = Weights::zero();
        // A body or place right behind a title's last word is the title's own: the guidelines never part them.
        for kind in [NameKind::Body, NameKind::Place] {
            weights.nudge(feature::feature(kind, Template::After, after_gap(NameKind::Title as usize, 0)), PARTED);
        }
        // The items of `các Bộ: Xây dựng, Nội vụ` are bodies by the guidelines, and too rare in articles to be learnt well.
        for item in BUILDS {
            weights.nudge(feature::feature(NameKind::Body, Template::Build, item), SHARED);
        }
        Self { weights, total: Weights::zero(), steps: 1.0, finder: Pathfinder::default() }
    }
}

impl Fit {
    /// Learns from one sentence of a lattice that keeps its features; returns true where the path was right already.
    pub fn learn(&mut self, scene: &Scene<'_, '_>, lattice: &Lattice, gold: &Gold) -> bool {
        let wanted = gold_path(scene, lattice, gold, &self.weights);
        let margin = |index: u32| if wanted.contains(&index) { 0.0 } else { 1.0 };
        let score = |index: u32, _: &Candidate| self.weights.sum(&lattice.features(index)) + margin(index);
        let found = self.finder.best(&Scene { weights: &self.weights, sides: None, ..*scene }, lattice, score).to_vec();
        self.steps += 1.0;
        if found == wanted {
            return true;
        }
        for (path, step) in [(&wanted, 1.0), (&found, -1.0)] {
            for feature in path_features(scene, lattice, path) {
                self.weights.nudge(feature, step);
                self.total.nudge(feature, step * self.steps);
            }
        }
        false
    }

    /// The average of all weights so far.
    #[must_use]
    pub fn average(&self) -> Weights {
        let mut average = Weights::zero();
        for ((feature, now), (_, total)) in self.weights.iter().zip(self.total.iter()) {
            average.nudge(feature, now - total / self.steps);
        }
        average
    }
}

/// The candidates that are the annotation: for each outermost name the one of its extent and kind whose inner part is
/// annotated too, and best under `weights`. A name that no candidate has is left out.
fn gold_path(scene: &Scene<'_, '_>, lattice: &Lattice, gold: &Gold, weights: &Weights) -> Vec<u32> {
    let mut path = Vec::new();
    let mut end = 0;
    for &(extent, kind) in gold.0.iter().filter(|(extent, _)| scene.sentence.contains(*extent)) {
        if extent.first() < end {
            continue;
        }
        end = extent.end();
        let inner_of = |inner: Option<u32>| {
            inner.map(|index| (lattice.candidates[index as usize].extent, lattice.candidates[index as usize].kind))
        };
        let wanted_inner = (kind == NameKind::Title)
            .then(|| {
                gold.0.iter().find(|(inner, kind)| {
                    extent.contains(*inner) && *inner != extent && matches!(kind, NameKind::Body | NameKind::Place)
                })
            })
            .flatten()
            .copied();
        let fits = lattice
            .starting(extent.first())
            .filter(|(_, candidate)| candidate.extent == extent && candidate.kind == kind);
        let choice = fits.max_by(|&(a, one), &(b, other)| {
            let rank = |index: u32, candidate: &Candidate| {
                (inner_of(candidate.inner) == wanted_inner, weights.sum(&lattice.features(index)))
            };
            let (a, b) = (rank(a, one), rank(b, other));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        path.extend(choice.map(|(index, _)| index));
    }
    path
}

/// Every feature of a path: of its candidates, of what follows what, of the capitals it leaves out.
#[must_use]
pub fn path_features(scene: &Scene<'_, '_>, lattice: &Lattice, path: &[u32]) -> Vec<Feature> {
    let board = scene.board;
    let mut features = Vec::new();
    let mut last: Option<(NameKind, usize)> = None;
    let mut at = scene.sentence.first();
    let skip = |features: &mut Vec<Feature>, from: usize, to: usize| {
        for token in from..to {
            if board.doc.tokens[token].shape.is_capital() && !board.settled[token] {
                features.push(feature::skip(board.left[token], scene.opens(token)));
            }
        }
    };
    for &index in path {
        let candidate = &lattice.candidates[index as usize];
        skip(&mut features, at, candidate.extent.first());
        let near = last.map(|(kind, end)| (kind, candidate.extent.first() - end)).filter(|&(_, gap)| gap <= 2);
        features.push(after(board, near, candidate));
        features.extend(lattice.features(index));
        at = candidate.extent.end();
        last = Some((candidate.kind, at));
    }
    skip(&mut features, at, scene.sentence.end());
    features
}
