//! Which names survive: the document is read twice, the second time with what the first made of each name; then the names
//! within names are taken out of the surviving readings.

use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::model::mention::{Claim, Name, NameKind};
use crate::model::span::Extent;
use crate::resolve::lattice;
use crate::resolve::lattice::path::Pathfinder;
use crate::resolve::spread::spread;
use crate::rules::name::board::Board;
use crate::rules::name::candidate::{Candidate, Lattice};
use crate::rules::name::evidence::Evidence;
use crate::rules::name::scene::Scene;
use crate::rules::name::sides::Sides;
use crate::rules::name::weights::Weights;
use crate::rules::place::typed_end;

/// The names of a document with those nested in them, sorted by first token, the longer first.
#[must_use]
pub fn names(board: &Board<'_>, weights: &Weights, bench: &mut Bench) -> Vec<Claim<Name>> {
    bench.fill(board, weights);
    let first = bench.read(board, weights);
    if first.is_empty() {
        return first;
    }
    bench.recall(board, weights, &Evidence::of(board, &first));
    let mut names = bench.read(board, weights);
    spread(board, &mut names);
    names
}

/// What reading takes, kept from document to document so that it need not be allocated anew.
#[derive(Debug, Default)]
pub struct Bench {
    lattice: Lattice,
    finder: Pathfinder,
    sides: Sides,
    /// The sentences that have candidates.
    scenes: Vec<(Extent, bool)>,
}

impl Bench {
    /// Proposes the candidates of all sentences.
    pub fn fill(&mut self, board: &Board<'_>, weights: &Weights) {
        self.lattice.clear(board.doc.tokens.len());
        self.scenes.clear();
        self.sides.read(board, weights);
        for &sentence in board.doc.sentences {
            let scene = Scene { sides: Some(&self.sides), ..Scene::new(board, sentence, weights) };
            if lattice::fill(&scene, &mut self.lattice) {
                self.scenes.push((sentence, scene.shouted));
            }
        }
    }

    /// How many candidates there are.
    #[must_use]
    pub fn candidates(&self) -> usize {
        self.lattice.candidates.len()
    }

    /// Weighs in what the rest of the document makes of each name.
    pub fn recall(&mut self, board: &Board<'_>, weights: &Weights, evidence: &Evidence) {
        evidence.recall(&mut self.lattice, board, weights);
    }

    /// The names on the best paths.
    #[must_use]
    pub fn read(&mut self, board: &Board<'_>, weights: &Weights) -> Vec<Claim<Name>> {
        let mut names = Vec::new();
        for &(sentence, shouted) in &self.scenes {
            let scene = Scene { board, sentence, shouted, weights, sides: Some(&self.sides) };
            for &index in self.finder.best(&scene, &self.lattice, |_, candidate| candidate.score) {
                emit(board, &self.lattice, &self.lattice.candidates[index as usize], &mut names);
            }
        }
        names
    }
}

/// The name of a candidate, then the names within it.
fn emit(board: &Board<'_>, lattice: &Lattice, candidate: &Candidate, names: &mut Vec<Claim<Name>>) {
    names.push(claim(candidate));
    match candidate.kind {
        NameKind::Title => {
            if let Some(inner) = candidate.inner.and_then(|inner| lattice.candidates.get(inner as usize)) {
                emit(board, lattice, inner, names);
            }
        }
        NameKind::Body => places_within(board, candidate.extent, names),
        NameKind::Person | NameKind::Place => {}
    }
}

fn claim(candidate: &Candidate) -> Claim<Name> {
    Claim {
        extent: candidate.extent,
        rule: candidate.rule.id(),
        what: Name { kind: candidate.kind, entry: candidate.entry },
    }
}

/// The places in a body's name: `UBND [tỉnh Bắc Giang]`, `Đảng Cộng sản [Việt Nam]`.
fn places_within(board: &Board<'_>, body: Extent, names: &mut Vec<Claim<Name>>) {
    let mut at = body.first();
    while at < body.end() {
        let Some((extent, rule, entry)) = place_at(board, at, body) else {
            at += 1;
            continue;
        };
        names.push(Claim { extent, rule, what: Name { kind: NameKind::Place, entry } });
        at = extent.end();
    }
}

fn place_at(
    board: &Board<'_>,
    at: usize,
    body: Extent,
) -> Option<(Extent, &'static str, Option<crate::gazetteer::annotated::EntryId>)> {
    for lookup in board.lookups_at(at) {
        match lookup.kind {
            EntryKind::Place(kind) if body.contains(lookup.extent) && lookup.extent != body => {
                let unit =
                    matches!(kind, PlaceKind::Commune | PlaceKind::District | PlaceKind::Hamlet | PlaceKind::Other);
                // A bare commune's name inside a body's is mostly a coincidence.
                if !unit || lookup.extent.end() == body.end() {
                    return Some((lookup.extent, "place.dictionary", Some(lookup.entry)));
                }
            }
            EntryKind::PlaceHead(_) if lookup.extent.end() < body.end() => {
                let end = typed_end(board, lookup.extent.end()).filter(|&end| end <= body.end());
                if let Some(end) = end {
                    let known = board.longest_at(lookup.extent.end(), |kind| matches!(kind, EntryKind::Place(_)));
                    let rule = if known.is_some() { "place.typed-known" } else { "place.typed-run" };
                    return Some((Extent::new(at, end), rule, known.map(|known| known.entry)));
                }
            }
            _ => {}
        }
    }
    None
}

/// The claims that share no token with any of `taken`; both in the order of the text.
#[must_use]
pub fn outside<T, U>(claims: Vec<Claim<T>>, taken: &[Claim<U>]) -> Vec<Claim<T>> {
    let mut next = 0;
    let is_free = |claim: &Claim<T>| {
        while taken.get(next).is_some_and(|taken| taken.extent.end() <= claim.extent.first()) {
            next += 1;
        }
        !taken.get(next).is_some_and(|taken| taken.extent.overlaps(claim.extent))
    };
    let mut is_free = is_free;
    claims.into_iter().filter(|claim| is_free(claim)).collect()
}
