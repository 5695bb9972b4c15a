//! The best path through a lattice (Viterbi over positions; the state is the name that ended last, if it is near).

use crate::model::mention::NameKind;
use crate::resolve::lattice::after;
use crate::resolve::lattice::weights::Weights;
use crate::rules::name::candidate::Lattice;
use crate::rules::name::feature;
use crate::rules::name::scene::Scene;

/// States at a position: no name near, or a name of one of four kinds that ended 0, 1 or 2 tokens before.
const STATES: usize = 1 + 4 * 3;

/// How a state was reached.
#[derive(Debug, Clone, Copy)]
struct Cell {
    score: f32,
    /// The state before: position (relative to the sentence) and state; the candidate taken, or none for a step.
    from: u32,
    state: u8,
    candidate: u32,
}

const NONE: u32 = u32::MAX;
const UNREACHED: Cell = Cell { score: f32::NEG_INFINITY, from: 0, state: 0, candidate: NONE };

/// The indices of the candidates on the best path, in the order of the text. `bias` is added to each candidate's score
/// (the fitting program uses it to prefer wrong readings while it learns).
#[must_use]
pub fn best(scene: &Scene<'_, '_>, lattice: &Lattice, weights: &Weights, bias: impl Fn(usize) -> f32) -> Vec<u32> {
    let base = scene.sentence.first();
    let length = scene.sentence.len();
    let by_start = by_start(lattice, base, length);
    let mut cells = vec![[UNREACHED; STATES]; length + 1];
    cells[0][0].score = 0.0;
    for at in 0..length {
        step(scene, weights, &mut cells, base, at);
        for &index in &by_start[at] {
            take(scene, lattice, weights, &mut cells, base, at, index, bias(index as usize));
        }
    }
    trace(&cells)
}

fn by_start(lattice: &Lattice, base: usize, length: usize) -> Vec<Vec<u32>> {
    let mut by_start = vec![Vec::new(); length];
    for (index, candidate) in (0u32..).zip(&lattice.candidates) {
        if let Some(bucket) = candidate.extent.first().checked_sub(base).and_then(|at| by_start.get_mut(at)) {
            bucket.push(index);
        }
    }
    by_start
}

/// Goes past the token at `at` without a name.
fn step(scene: &Scene<'_, '_>, weights: &Weights, cells: &mut [[Cell; STATES]], base: usize, at: usize) {
    let board = scene.board;
    let token = &board.doc.tokens[base + at];
    let cost = if token.shape.is_capital() && !board.settled[base + at] {
        weights.of(feature::skip(board.left[base + at], scene.opens(base + at)))
    } else {
        0.0
    };
    for state in 0..STATES {
        let score = cells[at][state].score + cost;
        let next = match state {
            0 => 0,
            _ if (state - 1) % 3 < 2 => state + 1,
            _ => 0,
        };
        offer(&mut cells[at + 1][next], Cell { score, from: narrow(at), state: small(state), candidate: NONE });
    }
}

#[allow(clippy::too_many_arguments)]
fn take(
    scene: &Scene<'_, '_>,
    lattice: &Lattice,
    weights: &Weights,
    cells: &mut [[Cell; STATES]],
    base: usize,
    at: usize,
    index: u32,
    bias: f32,
) {
    let candidate = &lattice.candidates[index as usize];
    let end = candidate.extent.end() - base;
    if end >= cells.len() {
        return;
    }
    let own = weights.sum(lattice.features(candidate)) + bias;
    let target = 1 + candidate.kind as usize * 3;
    for state in 0..STATES {
        let before = cells[at][state].score;
        if before == f32::NEG_INFINITY {
            continue;
        }
        let near = (state > 0).then(|| (kind((state - 1) / 3), (state - 1) % 3));
        let score = before + own + weights.of(after(scene.board, near, candidate));
        offer(&mut cells[end][target], Cell { score, from: narrow(at), state: small(state), candidate: index });
    }
}

fn offer(cell: &mut Cell, rival: Cell) {
    if rival.score > cell.score {
        *cell = rival;
    }
}

fn trace(cells: &[[Cell; STATES]]) -> Vec<u32> {
    let mut path = Vec::new();
    let mut at = cells.len() - 1;
    let mut state =
        (0..STATES).fold(0, |best, state| if cells[at][state].score > cells[at][best].score { state } else { best });
    while at > 0 {
        let cell = cells[at][state];
        if cell.candidate != NONE {
            path.push(cell.candidate);
        }
        (at, state) = (cell.from as usize, usize::from(cell.state));
    }
    path.reverse();
    path
}

const fn kind(index: usize) -> NameKind {
    match index {
        0 => NameKind::Person,
        1 => NameKind::Title,
        2 => NameKind::Body,
        _ => NameKind::Place,
    }
}

fn narrow(size: usize) -> u32 {
    crate::model::span::narrow(size)
}

fn small(state: usize) -> u8 {
    u8::try_from(state).unwrap_or(0)
}
