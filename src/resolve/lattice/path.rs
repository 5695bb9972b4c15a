//! The best path through a lattice (Viterbi over positions; the state is the name that ended last, if it is near).
//!
//! Most positions can only be in the state of no name near. So what a path is worth is kept at the positions where names
//! end, and for no name near at every position that matters; the states one and two tokens behind a name are read off
//! where they are needed.

use crate::model::span::narrow;
use crate::resolve::lattice::{after_gap, separator};
use crate::rules::name::candidate::{Candidate, Lattice, NONE};
use crate::rules::name::feature::{KINDS, Template};
use crate::rules::name::scene::Scene;

/// How far a name may have ended to be near: 0, 1 or 2 tokens before.
const NEAR: usize = 3;

/// The name that ended last: 0 where none is near, else its kind and how many tokens before. Of ways that are worth the
/// same, the lesser is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Last(u8);

impl Last {
    const NONE: Self = Self(0);

    #[allow(clippy::cast_possible_truncation)] // At most `1 + KINDS * NEAR`.
    #[inline]
    const fn new(kind: usize, gap: usize) -> Self {
        Self((1 + kind * NEAR + gap) as u8)
    }

    /// The kind, and how many tokens before.
    const fn parts(self) -> Option<(usize, usize)> {
        match self.0.checked_sub(1) {
            Some(code) => Some((code as usize / NEAR, code as usize % NEAR)),
            None => None,
        }
    }
}

/// For each kind of name that begins at a position: what the best way to it is worth, and its state there.
#[derive(Debug, Clone, Copy)]
struct Before {
    score: [f32; KINDS],
    last: [Last; KINDS],
}

impl Before {
    /// Weighs the way that is worth `score` in the state `last`; `follows` is what a name of each kind gains behind it.
    #[inline]
    fn see(&mut self, score: f32, follows: &[f32; KINDS], last: Last) {
        for kind in 0..KINDS {
            let sum = score + follows[kind];
            if sum > self.score[kind] || sum == self.score[kind] && last < self.last[kind] {
                (self.score[kind], self.last[kind]) = (sum, last);
            }
        }
    }
}

/// The best way to a position in one state.
#[derive(Debug, Clone, Copy)]
struct Cell {
    score: f32,
    /// The position before, relative to the sentence.
    from: u32,
    /// The candidate taken, or none for a step.
    candidate: u32,
    /// The state before.
    last: Last,
}

const UNREACHED: Cell = Cell { score: f32::NEG_INFINITY, from: 0, candidate: NONE, last: Last::NONE };

/// Finds best paths, sentence after sentence, in one piece of memory.
#[derive(Debug, Default)]
pub struct Pathfinder {
    /// The best ways to each position with no name near.
    idle: Vec<Cell>,
    /// The best ways to each position with a name of each kind that ends there; only those that `ended` names hold
    /// something.
    ends: Vec<[Cell; KINDS]>,
    /// For each position one bit a kind.
    ended: Vec<u8>,
    path: Vec<u32>,
}

impl Pathfinder {
    /// The indices of the candidates on the best path through the scene's part of `lattice`, in the order of the text.
    /// `score` is what a candidate is worth by itself.
    pub fn best(&mut self, scene: &Scene<'_, '_>, lattice: &Lattice, score: impl Fn(u32, &Candidate) -> f32) -> &[u32] {
        let (base, length) = (scene.sentence.first(), scene.sentence.len());
        if self.ends.len() <= length {
            self.ends.resize(length + 1, [UNREACHED; KINDS]);
            self.idle.resize(length + 1, UNREACHED);
        }
        self.ended.clear();
        self.ended.resize(length + 1, 0);
        self.idle[0] = Cell { score: 0.0, ..UNREACHED };
        let mut at = 0;
        while at < length {
            if lattice.first_at(base + at) != NONE {
                let before = self.before(scene, at);
                for (index, candidate) in lattice.starting(base + at) {
                    self.take(at, index, candidate, score(index, candidate), &before);
                }
            } else if !self.is_near(at) {
                at = self.pass(scene, lattice, at);
                continue;
            }
            self.step(scene, at);
            at += 1;
        }
        self.trace(scene, length);
        &self.path
    }

    /// True where a name ended at position `at` or not far before.
    fn is_near(&self, at: usize) -> bool {
        self.ended[at.saturating_sub(NEAR - 1)..=at].iter().any(|&kinds| kinds != 0)
    }

    /// Goes on past all tokens at which no name begins or ends; no name is near. Returns the position that it comes to.
    fn pass(&mut self, scene: &Scene<'_, '_>, lattice: &Lattice, at: usize) -> usize {
        let (base, length) = (scene.sentence.first(), scene.sentence.len());
        let (mut next, mut score) = (at, self.idle[at].score);
        loop {
            score += scene.skip(base + next);
            next += 1;
            if next >= length || self.ended[next] != 0 || lattice.first_at(base + next) != NONE {
                break;
            }
        }
        self.idle[next] = Cell { score, from: narrow(at), ..UNREACHED };
        next
    }

    /// Goes past the token at position `at` without a name: what is near no more two tokens behind a name is no name near.
    fn step(&mut self, scene: &Scene<'_, '_>, at: usize) {
        let cost = scene.skip(scene.sentence.first() + at);
        let mut best = Cell { score: self.idle[at].score + cost, from: narrow(at), ..UNREACHED };
        if let Some(near) = self.near(scene, at, NEAR - 1) {
            for (kind, cell) in near.names() {
                let score = cell.score + near.cost + cost;
                if score > best.score {
                    (best.score, best.last) = (score, Last::new(kind, NEAR - 1));
                }
            }
        }
        self.idle[at + 1] = best;
    }

    /// The names that ended `gap` tokens before position `at`; none where none did.
    #[inline]
    fn near(&self, scene: &Scene<'_, '_>, at: usize, gap: usize) -> Option<Near<'_>> {
        let end = at.checked_sub(gap)?;
        let kinds = self.ended[end];
        if kinds == 0 {
            return None;
        }
        let cost = (end..at).map(|token| scene.skip(scene.sentence.first() + token)).sum();
        Some(Near { kinds, cells: &self.ends[end], cost })
    }

    /// For each kind of name that begins at position `at`: the best state to come from, and what that is worth.
    fn before(&self, scene: &Scene<'_, '_>, at: usize) -> Before {
        let follows = |value: usize| scene.weights.row(Template::After, value);
        let mut best = Before { score: follows(0), last: [Last::NONE; KINDS] };
        best.score.iter_mut().for_each(|score| *score = self.idle[at].score + *score);
        for gap in 0..NEAR {
            let Some(near) = self.near(scene, at, gap) else { continue };
            let parted = separator(scene.board, scene.sentence.first() + at, gap);
            for (kind, cell) in near.names() {
                best.see(cell.score + near.cost, &follows(after_gap(kind, parted)), Last::new(kind, gap));
            }
        }
        best
    }

    fn take(&mut self, at: usize, index: u32, candidate: &Candidate, own: f32, before: &Before) {
        let end = at + candidate.extent.len();
        let Some(ended) = self.ended.get_mut(end) else { return };
        let kind = candidate.kind as usize;
        let (score, last) = (before.score[kind], before.last[kind]);
        let cell = &mut self.ends[end][kind];
        if *ended >> kind & 1 == 0 || score + own > cell.score {
            *cell = Cell { score: score + own, from: narrow(at), candidate: index, last };
            *ended |= 1 << kind;
        }
    }

    /// The path that ends at the position `at`.
    fn trace(&mut self, scene: &Scene<'_, '_>, mut at: usize) {
        self.path.clear();
        let (mut score, mut last) = (self.idle[at].score, Last::NONE);
        for gap in 0..NEAR {
            let Some(near) = self.near(scene, at, gap) else { continue };
            for (kind, cell) in near.names() {
                let (worth, this) = (cell.score + near.cost, Last::new(kind, gap));
                if worth > score || worth == score && this < last {
                    (score, last) = (worth, this);
                }
            }
        }
        while at > 0 {
            let cell = match last.parts() {
                None => self.idle[at],
                Some((kind, gap)) => self.ends[at - gap][kind],
            };
            if cell.candidate != NONE {
                self.path.push(cell.candidate);
            }
            (at, last) = (cell.from as usize, cell.last);
        }
        self.path.reverse();
    }
}

/// The names that ended at one position, and what it costs to come from there.
struct Near<'p> {
    /// One bit a kind.
    kinds: u8,
    cells: &'p [Cell; KINDS],
    cost: f32,
}

impl Near<'_> {
    /// The kinds that ended, with the best way to each.
    #[inline]
    fn names(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(kind, _)| self.kinds >> kind & 1 == 1)
    }
}
