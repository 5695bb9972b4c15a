//! The best path through a lattice (Viterbi over positions; the state is the name that ended last, if it is near).
//!
//! Most positions can only be in the state of no name near. So what a path is worth is kept at the positions where names
//! end, and for no name near at every position that matters; the states one and two tokens behind a name are read off
//! where they are needed.

use crate::model::span::narrow;
use crate::resolve::lattice::{after_gap, separator};
use crate::rules::name::candidate::{Candidate, Lattice, NONE};
use crate::rules::name::feature::{KINDS, SEPARATORS, Template};
use crate::rules::name::scene::Scene;
use crate::rules::name::weights::Weights;

/// How far a name may have ended to be near: 0, 1 or 2 tokens before.
const NEAR: usize = 3;

/// The name that ended last: 0 where none is near, else its kind and how many tokens before. States are seen in this order,
/// and of ways that are worth the same the one seen first is taken.
#[derive(Debug, Clone, Copy)]
struct Last(u32);

impl Last {
    const NONE: Self = Self(0);

    #[inline]
    fn new(kind: usize, gap: usize) -> Self {
        Self(narrow(1 + kind * NEAR + gap))
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
    /// Of equals the one seen first stays.
    #[inline]
    fn see(&mut self, score: f32, follows: &[f32; KINDS], last: Last) {
        for (kind, follows) in follows.iter().enumerate() {
            let sum = score + follows;
            // All kinds at once: no branch.
            let better = sum > self.score[kind];
            self.score[kind] = if better { sum } else { self.score[kind] };
            self.last[kind] = if better { last } else { self.last[kind] };
        }
    }
}

/// The best way to a position in one state. What it is worth counts from the way that leaves every capital outside of
/// names: so a step costs nothing, and a name is worth what its capitals would have cost besides.
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
    leads: Leads,
    /// What a candidate of each kind may be worth beyond its own score.
    more: [f32; KINDS],
}

/// For each kind of name: what it may at most bring the name behind it, more than if none stood near. A way that is worth
/// less than that without it is on no best path.
#[derive(Debug)]
struct Leads([f32; KINDS]);

impl Default for Leads {
    /// Nothing is known of the weights.
    fn default() -> Self {
        Self([f32::INFINITY; KINDS])
    }
}

impl Leads {
    fn of(weights: &Weights) -> Self {
        let alone = weights.row(Template::After, 0);
        let behind = |kind: usize| {
            let rows = (0..SEPARATORS - 1).map(move |parted| weights.row(Template::After, after_gap(kind, parted)));
            let gains = rows.flat_map(|row| row.into_iter().zip(alone).map(|(behind, alone)| behind - alone));
            gains.fold(0.0, f32::max)
        };
        Self([behind(0), behind(1), behind(2), behind(3)])
    }
}

impl Pathfinder {
    /// From here on all scenes have `weights` as they are now, and a candidate of each kind is worth at most `more` than
    /// its own score: ways that this rules out are not followed.
    pub fn rely_on(&mut self, weights: &Weights, more: [f32; KINDS]) {
        self.leads = Leads::of(weights);
        self.more = more;
    }

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
        let skipped = scene.skipped();
        let skipped = skipped.as_ref();
        let before_token =
            |at: usize| at.checked_sub(1).and_then(|last| skipped.get(last)).copied().unwrap_or_default();
        self.idle[0] = Cell { score: 0.0, ..UNREACHED };
        let mut at = 0;
        while at < length {
            if lattice.first_at(base + at) != NONE {
                let before = self.before(scene, at);
                let here = before_token(at);
                for (index, candidate) in lattice.starting(base + at) {
                    let saved = before_token(at + candidate.extent.len()) - here;
                    let kind = candidate.kind as usize;
                    // Most are ruled out here: there are many wrong ones for each that is right.
                    let most = candidate.score + self.more[kind] - saved;
                    if !self.is_lost(at, kind, before.score[kind] + most) {
                        self.take(at, index, candidate, score(index, candidate) - saved, &before);
                    }
                }
            } else if !self.is_near(at) {
                at = self.pass(lattice, base, at);
                continue;
            }
            self.step(at);
            at += 1;
        }
        self.trace(length);
        &self.path
    }

    /// True where a name ended at position `at` or not far before.
    #[inline]
    fn is_near(&self, at: usize) -> bool {
        self.ended[at.saturating_sub(NEAR - 1)..=at].iter().any(|&kinds| kinds != 0)
    }

    /// Goes on past all tokens at which no name begins or ends; no name is near. Returns the position that it comes to.
    fn pass(&mut self, lattice: &Lattice, base: usize, at: usize) -> usize {
        let length = self.ended.len() - 1;
        let mut next = at + 1;
        while next < length && self.ended[next] == 0 && lattice.first_at(base + next) == NONE {
            next += 1;
        }
        self.idle[next] = Cell { score: self.idle[at].score, from: narrow(at), ..UNREACHED };
        next
    }

    /// Goes past the token at position `at` without a name: what is near no more two tokens behind a name is no name near.
    #[inline]
    fn step(&mut self, at: usize) {
        let mut best = Cell { score: self.idle[at].score, from: narrow(at), ..UNREACHED };
        if let Some(end) = at.checked_sub(NEAR - 1).filter(|&end| self.ended[end] != 0) {
            for kind in 0..KINDS {
                let score = self.ends[end][kind].score;
                if self.ended[end] >> kind & 1 == 1 && score > best.score {
                    (best.score, best.last) = (score, Last::new(kind, NEAR - 1));
                }
            }
        }
        self.idle[at + 1] = best;
    }

    /// For each kind of name that begins at position `at`: the best state to come from, and what that is worth.
    fn before(&self, scene: &Scene<'_, '_>, at: usize) -> Before {
        let follows = |value: usize| scene.weights.row(Template::After, value);
        let mut best = Before { score: [f32::NEG_INFINITY; KINDS], last: [Last::NONE; KINDS] };
        best.see(self.idle[at].score, &follows(0), Last::NONE);
        let near = self.near(at);
        if near == [0; NEAR] {
            return best;
        }
        let mut parted = [0; NEAR];
        for gap in (0..NEAR).filter(|&gap| near[gap] != 0) {
            parted[gap] = separator(scene.board, scene.sentence.first() + at, gap);
        }
        self.each_near(at, near, |kind, gap, score| {
            best.see(score, &follows(after_gap(kind, parted[gap])), Last::new(kind, gap));
        });
        best
    }

    /// The kinds of names that ended 0, 1 and 2 tokens before position `at`.
    #[inline]
    fn near(&self, at: usize) -> [u8; NEAR] {
        let ended = |gap: usize| at.checked_sub(gap).map_or(0, |end| self.ended[end]);
        [ended(0), ended(1), ended(2)]
    }

    /// The states at position `at` of the names that are `near`, in the order of [`Last`]: kind, gap, what it is worth.
    #[inline]
    fn each_near(&self, at: usize, near: [u8; NEAR], mut see: impl FnMut(usize, usize, f32)) {
        let kinds = near[0] | near[1] | near[2];
        for kind in (0..KINDS).filter(|kind| kinds >> kind & 1 == 1) {
            for gap in (0..NEAR).filter(|&gap| near[gap] >> kind & 1 == 1) {
                see(kind, gap, self.ends[at - gap][kind].score);
            }
        }
    }

    /// True where a way that takes a name of `kind` at position `at` and is worth `score` with it is on no best path.
    #[inline]
    fn is_lost(&self, at: usize, kind: usize, score: f32) -> bool {
        score + self.leads.0[kind] < self.idle[at].score
    }

    #[inline]
    fn take(&mut self, at: usize, index: u32, candidate: &Candidate, own: f32, before: &Before) {
        let kind = candidate.kind as usize;
        let score = before.score[kind] + own;
        if self.is_lost(at, kind, score) {
            return;
        }
        let end = at + candidate.extent.len();
        let Some(ended) = self.ended.get_mut(end) else { return };
        let cell = &mut self.ends[end][kind];
        if *ended >> kind & 1 == 0 || score > cell.score {
            *cell = Cell { score, from: narrow(at), candidate: index, last: before.last[kind] };
            *ended |= 1 << kind;
        }
    }

    /// The path that ends at the position `at`.
    fn trace(&mut self, mut at: usize) {
        self.path.clear();
        let (mut score, mut last) = (self.idle[at].score, Last::NONE);
        self.each_near(at, self.near(at), |kind, gap, worth| {
            if worth > score {
                (score, last) = (worth, Last::new(kind, gap));
            }
        });
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
