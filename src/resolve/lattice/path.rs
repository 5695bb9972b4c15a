//! The best path through a lattice (Viterbi over positions; the state is the name that ended last, if it is near).
//!
//! Most positions can only be in the state of no name near, so each knows which of its states are reached.

use crate::model::mention::NameKind;
use crate::model::span::narrow;
use crate::resolve::lattice::after;
use crate::rules::name::candidate::{Candidate, Lattice, NONE};
use crate::rules::name::feature;
use crate::rules::name::scene::Scene;

/// States at a position: no name near, or a name of one of four kinds that ended 0, 1 or 2 tokens before.
const STATES: usize = 1 + 4 * 3;

/// How a state was reached.
#[derive(Debug, Clone, Copy)]
struct Cell {
    score: f32,
    /// The position before, relative to the sentence.
    from: u32,
    /// The candidate taken, or none for a step.
    candidate: u32,
    /// The state before.
    state: u8,
}

const UNREACHED: Cell = Cell { score: f32::NEG_INFINITY, from: 0, candidate: NONE, state: 0 };

/// Finds best paths, sentence after sentence, in one piece of memory.
#[derive(Debug, Default)]
pub struct Pathfinder {
    /// The cells of a position stand together; only those that `reached` names hold something.
    cells: Vec<[Cell; STATES]>,
    /// For each position one bit a state.
    reached: Vec<u16>,
    path: Vec<u32>,
}

impl Pathfinder {
    /// The indices of the candidates on the best path through the scene's part of `lattice`, in the order of the text.
    /// `score` is what a candidate is worth by itself.
    pub fn best(&mut self, scene: &Scene<'_, '_>, lattice: &Lattice, score: impl Fn(u32, &Candidate) -> f32) -> &[u32] {
        let (base, length) = (scene.sentence.first(), scene.sentence.len());
        if self.cells.len() <= length {
            self.cells.resize(length + 1, [UNREACHED; STATES]);
        }
        self.reached.clear();
        self.reached.resize(length + 1, 0);
        self.offer(0, 0, Cell { score: 0.0, ..UNREACHED });
        for at in 0..length {
            self.step(scene, base + at, at);
            for (index, candidate) in lattice.starting(base + at) {
                self.take(scene, at, index, candidate, score(index, candidate));
            }
        }
        self.trace(length);
        &self.path
    }

    /// Goes past the token at `token`, which is at position `at`, without a name.
    fn step(&mut self, scene: &Scene<'_, '_>, token: usize, at: usize) {
        let board = scene.board;
        let cost = if board.doc.tokens[token].shape.is_capital() && !board.settled[token] {
            scene.weights.of(feature::skip(board.left[token], scene.opens(token)))
        } else {
            0.0
        };
        let mut left = self.reached[at];
        while left != 0 {
            let state = left.trailing_zeros() as usize;
            left &= left - 1;
            let next = match state {
                0 => 0,
                _ if (state - 1) % 3 < 2 => state + 1,
                _ => 0,
            };
            let score = self.cells[at][state].score + cost;
            self.offer(at + 1, next, Cell { score, from: narrow(at), candidate: NONE, state: small(state) });
        }
    }

    fn take(&mut self, scene: &Scene<'_, '_>, at: usize, index: u32, candidate: &Candidate, own: f32) {
        let end = at + candidate.extent.len();
        if end >= self.reached.len() {
            return;
        }
        let target = 1 + candidate.kind as usize * 3;
        let mut left = self.reached[at];
        while left != 0 {
            let state = left.trailing_zeros() as usize;
            left &= left - 1;
            let near = (state > 0).then(|| (kind((state - 1) / 3), (state - 1) % 3));
            let score = self.cells[at][state].score + own + scene.weights.of(after(scene.board, near, candidate));
            self.offer(end, target, Cell { score, from: narrow(at), candidate: index, state: small(state) });
        }
    }

    fn offer(&mut self, at: usize, state: usize, rival: Cell) {
        let cell = &mut self.cells[at][state];
        let bit = 1 << state;
        if self.reached[at] & bit == 0 || rival.score > cell.score {
            *cell = rival;
            self.reached[at] |= bit;
        }
    }

    /// The path that ends at the position `at`.
    fn trace(&mut self, mut at: usize) {
        self.path.clear();
        let score = |state: usize| {
            if self.reached[at] >> state & 1 == 1 { self.cells[at][state].score } else { f32::NEG_INFINITY }
        };
        let mut state = (0..STATES).fold(0, |best, state| if score(state) > score(best) { state } else { best });
        while at > 0 {
            let cell = self.cells[at][state];
            if cell.candidate != NONE {
                self.path.push(cell.candidate);
            }
            (at, state) = (cell.from as usize, usize::from(cell.state));
        }
        self.path.reverse();
    }
}

const fn kind(index: usize) -> NameKind {
    match index {
        0 => NameKind::Person,
        1 => NameKind::Title,
        2 => NameKind::Body,
        _ => NameKind::Place,
    }
}

fn small(state: usize) -> u8 {
    u8::try_from(state).unwrap_or(0)
}
