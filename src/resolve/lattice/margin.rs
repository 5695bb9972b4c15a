//! How much a reading lacks to the best path: the best path through every candidate, all at once.
//!
//! The same paths as in [`path`](crate::resolve::lattice::path), read forwards and backwards: what the best path up to a
//! candidate is worth, and what the best path on from it is. Linear in the sentence. Only explanations need it.

use crate::model::mention::NameKind;
use crate::resolve::lattice::after;
use crate::rules::name::candidate::{Candidate, Lattice};
use crate::rules::name::feature;
use crate::rules::name::scene::Scene;

/// No name near, or a name of one of four kinds that ended 0, 1 or 2 tokens before.
const STATES: usize = 1 + 4 * 3;

type Cells = Vec<[f32; STATES]>;

/// For each candidate of the scene, by its index in the lattice: what the best path through it is worth less than the
/// best path of all; 0 for those on it. In the order of their first tokens.
#[must_use]
pub fn margins(scene: &Scene<'_, '_>, lattice: &Lattice) -> Vec<(u32, f32)> {
    let paths = Paths { scene, lattice };
    let forward = paths.forward();
    let backward = paths.backward();
    let best = backward.first().map_or(0.0, |states| states[0]);
    let margin = |at: usize, candidate: &Candidate| {
        let (Some(before), Some(behind)) = (forward.get(at), backward.get(at + candidate.extent.len())) else {
            return f32::INFINITY;
        };
        let through = (0..STATES).map(|state| before[state] + paths.worth(state, candidate));
        (best - through.fold(f32::NEG_INFINITY, f32::max) - behind[target(candidate.kind)]).max(0.0)
    };
    (0..scene.sentence.len())
        .flat_map(|at| paths.starting(at).map(move |(index, candidate)| (at, index, candidate)))
        .map(|(at, index, candidate)| (index, margin(at, candidate)))
        .collect()
}

struct Paths<'p, 's, 'd> {
    scene: &'p Scene<'s, 'd>,
    lattice: &'p Lattice,
}

impl Paths<'_, '_, '_> {
    /// The candidates that begin `at` tokens into the sentence and end within it.
    fn starting(&self, at: usize) -> impl Iterator<Item = (u32, &Candidate)> {
        let sentence = self.scene.sentence;
        self.lattice.starting(sentence.first() + at).filter(move |(_, candidate)| sentence.contains(candidate.extent))
    }

    fn unreached(&self) -> Cells {
        vec![[f32::NEG_INFINITY; STATES]; self.scene.sentence.len() + 1]
    }

    /// What the best path up to each token is worth, by state.
    fn forward(&self) -> Cells {
        let mut cells = self.unreached();
        cells[0][0] = 0.0;
        for at in 0..self.scene.sentence.len() {
            let skip = self.skip(at);
            for state in 0..STATES {
                let here = cells[at][state];
                let cell = &mut cells[at + 1][further(state)];
                *cell = cell.max(here + skip);
                for (_, candidate) in self.starting(at) {
                    let cell = &mut cells[at + candidate.extent.len()][target(candidate.kind)];
                    *cell = cell.max(here + self.worth(state, candidate));
                }
            }
        }
        cells
    }

    /// What the best path on from each token is worth, by state.
    fn backward(&self) -> Cells {
        let mut cells = self.unreached();
        cells[self.scene.sentence.len()] = [0.0; STATES];
        for at in (0..self.scene.sentence.len()).rev() {
            let skip = self.skip(at);
            for state in 0..STATES {
                let taken = self.starting(at).map(|(_, candidate)| {
                    self.worth(state, candidate) + cells[at + candidate.extent.len()][target(candidate.kind)]
                });
                cells[at][state] = taken.fold(skip + cells[at + 1][further(state)], f32::max);
            }
        }
        cells
    }

    /// What a candidate is worth after what `state` says went before.
    fn worth(&self, state: usize, candidate: &Candidate) -> f32 {
        let near = (state > 0).then(|| (kind((state - 1) / 3), (state - 1) % 3));
        // So near to the sentence's first token no name can have ended that far before.
        if near.is_some_and(|(_, gap)| candidate.extent.first() <= self.scene.sentence.first() + gap) {
            return f32::NEG_INFINITY;
        }
        candidate.score + self.scene.weights.of(after(self.scene.board, near, candidate))
    }

    /// What it costs to leave the token outside all names.
    fn skip(&self, at: usize) -> f32 {
        let (board, token) = (self.scene.board, self.scene.sentence.first() + at);
        let capital = board.token(token).is_some_and(|token| token.shape.is_capital());
        if !capital || board.settled.get(token).copied().unwrap_or(true) {
            return 0.0;
        }
        self.scene.weights.of(feature::skip(board.left[token], self.scene.opens(token)))
    }
}

/// The state one token further without a name.
const fn further(state: usize) -> usize {
    if state > 0 && (state - 1) % 3 < 2 { state + 1 } else { 0 }
}

/// The state where a name of `kind` ends.
const fn target(kind: NameKind) -> usize {
    1 + kind as usize * 3
}

const fn kind(index: usize) -> NameKind {
    match index {
        0 => NameKind::Person,
        1 => NameKind::Title,
        2 => NameKind::Body,
        _ => NameKind::Place,
    }
}
