//! Which names survive: the document is read twice, the second time with what the first made of each name; then the names
//! within names are taken out of the surviving readings.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Citation, Claim, DateValue, Name, NameKind};
use crate::model::span::Extent;
use crate::resolve::lattice;
use crate::resolve::lattice::path::Pathfinder;
use crate::resolve::spread::spread;
use crate::resolve::within::places_within;
use crate::rules;
use crate::rules::name::board::Board;
use crate::rules::name::candidate::{Candidate, Lattice};
use crate::rules::name::evidence::{Evidence, Recall};
use crate::rules::name::feature::KINDS;
use crate::rules::name::scene::Scene;
use crate::rules::name::sides::Sides;
use crate::rules::name::weights::Weights;

/// The names of a document with those nested in them, sorted by first token, the longer first.
#[must_use]
pub fn names(board: &Board<'_>, weights: &Weights, bench: &mut Bench) -> Vec<Claim<Name>> {
    bench.fill(board, weights);
    let first = bench.read(board, weights);
    if first.is_empty() {
        return first;
    }
    let evidence = Evidence::of(board, &first);
    let mut names = bench.read_again(board, weights, &Recall::new(&evidence, board, weights));
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
            let scene = Scene::beside(board, sentence, weights, &self.sides);
            if lattice::fill(&scene, &mut self.lattice) {
                self.scenes.push((sentence, scene.shouted));
            }
        }
    }

    /// How many tokens the candidates have together: what looking at each of them takes.
    #[must_use]
    pub fn candidate_tokens(&self) -> usize {
        self.lattice.candidates.iter().map(|candidate| candidate.extent.len()).sum()
    }

    /// How many candidates there are.
    #[must_use]
    pub fn candidates(&self) -> usize {
        self.lattice.candidates.len()
    }

    /// The names on the best paths.
    #[must_use]
    pub fn read(&mut self, board: &Board<'_>, weights: &Weights) -> Vec<Claim<Name>> {
        self.read_so(board, weights, [0.0; KINDS], |_, candidate| candidate.score)
    }

    /// The same with what the rest of the document makes of each name weighed in.
    #[must_use]
    pub fn read_again(&mut self, board: &Board<'_>, weights: &Weights, recall: &Recall<'_, '_>) -> Vec<Claim<Name>> {
        let score = |lattice: &Lattice, candidate: &Candidate| candidate.score + recall.of(lattice, candidate);
        self.read_so(board, weights, recall.most(), score)
    }

    /// The same where each candidate has a `score`, which is at most `more` than its own.
    fn read_so(
        &mut self,
        board: &Board<'_>,
        weights: &Weights,
        more: [f32; KINDS],
        score: impl Fn(&Lattice, &Candidate) -> f32,
    ) -> Vec<Claim<Name>> {
        let mut names = Vec::new();
        let lattice = &self.lattice;
        let score = |candidate: &Candidate| score(lattice, candidate);
        self.finder.rely_on(weights, more);
        for &(sentence, shouted) in &self.scenes {
            let scene = Scene { board, sentence, shouted, weights, sides: Some(&self.sides) };
            for &index in self.finder.best(&scene, lattice, |_, candidate| score(candidate)) {
                emit(board, lattice, &score, &lattice.candidates[index as usize], &mut names);
            }
        }
        names
    }
}

/// The name of a candidate, then the names within it.
fn emit(
    board: &Board<'_>,
    lattice: &Lattice,
    score: &dyn Fn(&Candidate) -> f32,
    candidate: &Candidate,
    names: &mut Vec<Claim<Name>>,
) {
    names.push(claim(candidate));
    match candidate.kind {
        NameKind::Title => {
            if let Some(inner) = candidate.inner.and_then(|inner| lattice.candidates.get(inner as usize)) {
                emit(board, lattice, score, inner, names);
                emit_outer(board, lattice, score, Extent::new(inner.extent.end(), candidate.extent.end()), names);
            }
        }
        NameKind::Body => places_within(board, candidate.extent, names),
        NameKind::Person | NameKind::Place => {}
    }
}

/// The body or place in the rest of a title: `Chủ nhiệm Ủy ban Pháp luật [của Quốc hội]`, `Đại sứ Việt Nam [tại Nga]`.
fn emit_outer(
    board: &Board<'_>,
    lattice: &Lattice,
    score: &dyn Fn(&Candidate) -> f32,
    rest: Extent,
    names: &mut Vec<Claim<Name>>,
) {
    let outer = lattice.starting(rest.first() + 1).map(|(_, candidate)| candidate);
    let outer = outer
        .filter(|outer| matches!(outer.kind, NameKind::Body | NameKind::Place) && outer.extent.end() == rest.end());
    if let Some(outer) = (!rest.is_empty()).then(|| outer.max_by(|a, b| score(a).total_cmp(&score(b)))).flatten() {
        emit(board, lattice, score, outer, names);
    }
}

fn claim(candidate: &Candidate) -> Claim<Name> {
    Claim {
        extent: candidate.extent,
        rule: candidate.rule.id(),
        what: Name { kind: candidate.kind, entry: candidate.entry },
    }
}

/// The documents that the text cites and the dates outside of them: what is settled before names are weighed.
#[must_use]
pub fn settled(doc: &Annotated<'_>) -> (Vec<Claim<Citation>>, Vec<Claim<DateValue>>) {
    let documents = rules::document::find(doc);
    let dates = outside(rules::date::find(doc), &documents);
    (documents, dates)
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
