//! The best path through a lattice (Viterbi over positions; the state is the name that ended last, if it is near).
//!
//! Most positions can only be in the state of no name near. So what a path is worth is kept at the positions where names
//! end, and for no name near at every position that matters; the states one and two tokens behind a name are read off
//! where they are needed.

use crate::model::mention::NameKind;
use crate::model::span::narrow;
use crate::resolve::lattice::{after_gap, separator};
use crate::rules::name::candidate::{Candidate, Lattice, NONE};
use crate::rules::name::feature::{KINDS, Template};
use crate::rules::name::scene::Scene;

/// How far a name may have ended to be near: 0, 1 or 2 tokens before.
const NEAR: usize = 3;

/// The name that ended last: its kind and how many tokens before; none where it is not near.
type Last = Option<(NameKind, u8)>;

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

const UNREACHED: Cell = Cell { score: f32::NEG_INFINITY, from: 0, candidate: NONE, last: None };

const KIND: [NameKind; KINDS] = [NameKind::Person, NameKind::Title, NameKind::Body, NameKind::Place];

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
        self.each_near(scene, at, NEAR - 1, |kind, score| {
            if score + cost > best.score {
                best.score = score + cost;
                best.last = Some((kind, 2));
            }
        });
        self.idle[at + 1] = best;
    }

    /// The states at position `at` of a name that ended `gap` tokens before, with what they are worth.
    #[inline]
    fn each_near(&self, scene: &Scene<'_, '_>, at: usize, gap: usize, mut see: impl FnMut(NameKind, f32)) {
        let Some(end) = at.checked_sub(gap).filter(|&end| self.ended[end] != 0) else { return };
        let cost: f32 = (end..at).map(|token| scene.skip(scene.sentence.first() + token)).sum();
        for kind in KIND {
            if self.ended[end] >> kind as usize & 1 == 1 {
                see(kind, self.ends[end][kind as usize].score + cost);
            }
        }
    }

    /// For each kind of name that begins at position `at`: the best state to come from, and what that is worth.
    fn before(&self, scene: &Scene<'_, '_>, at: usize) -> [(f32, Last); KINDS] {
        let mut best = [(f32::NEG_INFINITY, None); KINDS];
        let mut see = |score: f32, value: usize, last: Last| {
            for (best, follows) in best.iter_mut().zip(scene.weights.row(Template::After, value)) {
                let better = score + follows > best.0
                    // Of equals the one of the first kind, then the nearest.
                    || score + follows == best.0 && best.1.is_some_and(|other| last.is_some_and(|last| rank(last) < rank(other)));
                if better {
                    *best = (score + follows, last);
                }
            }
        };
        see(self.idle[at].score, 0, None);
        for gap in (0..NEAR).take_while(|&gap| gap <= at) {
            if self.ended[at - gap] == 0 {
                continue;
            }
            let parted = separator(scene.board, scene.sentence.first() + at, gap);
            self.each_near(scene, at, gap, |kind, score| see(score, after_gap(kind, parted), Some((kind, small(gap)))));
        }
        best
    }

    fn take(&mut self, at: usize, index: u32, candidate: &Candidate, own: f32, before: &[(f32, Last); KINDS]) {
        let end = at + candidate.extent.len();
        let Some(ended) = self.ended.get_mut(end) else { return };
        let kind = candidate.kind as usize;
        let (score, last) = before[kind];
        let cell = &mut self.ends[end][kind];
        if *ended >> kind & 1 == 0 || score + own > cell.score {
            *cell = Cell { score: score + own, from: narrow(at), candidate: index, last };
            *ended |= 1 << kind;
        }
    }

    /// The path that ends at the position `at`.
    fn trace(&mut self, scene: &Scene<'_, '_>, mut at: usize) {
        self.path.clear();
        let (mut score, mut last) = (self.idle[at].score, None);
        for gap in 0..NEAR {
            self.each_near(scene, at, gap, |kind, near| {
                let first = last.is_some_and(|other| rank((kind, small(gap))) < rank(other));
                if near > score || near == score && first {
                    (score, last) = (near, Some((kind, small(gap))));
                }
            });
        }
        while at > 0 {
            let cell = match last {
                None => self.idle[at],
                Some((kind, gap)) => self.ends[at - usize::from(gap)][kind as usize],
            };
            if cell.candidate != NONE {
                self.path.push(cell.candidate);
            }
            (at, last) = (cell.from as usize, cell.last);
        }
        self.path.reverse();
    }
}

/// The order of states among equals.
const fn rank(last: (NameKind, u8)) -> usize {
    last.0 as usize * NEAR + last.1 as usize
}

fn small(gap: usize) -> u8 {
    u8::try_from(gap).unwrap_or(0)
}
