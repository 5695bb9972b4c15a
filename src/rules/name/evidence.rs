//! [`Evidence`]: what a first reading of the document made of each name, for the second.
//!
//! A full name elsewhere settles `ông Thăng`; a name read four times as a body is one the fifth time too.

use std::cell::Cell;

use rustc_hash::FxHashMap;

use crate::model::mention::{Claim, Name, NameKind};
use crate::model::span::Extent;
use crate::model::token::{Classes, Word};
use crate::rules::name::board::Board;
use crate::rules::name::candidate::{Candidate, Lattice};
use crate::rules::name::feature::{Feature, KINDS, Template, feature};
use crate::rules::name::filter::Filter;
use crate::rules::name::sides::{Hear, Sums};
use crate::rules::name::weights::Weights;

/// The value of [`Template::Elsewhere`] for a name that was read nowhere else.
const UNHEARD: usize = 8;

/// What the first reading found.
#[derive(Debug, Default)]
pub struct Evidence {
    /// How often each name was read as each kind.
    names: FxHashMap<u64, [u32; KINDS]>,
    /// The names read, so that a name does not speak for itself.
    read: FxHashMap<Extent, NameKind>,
    /// The words that the names read begin with, as a filter of 4,096 bits: most candidates begin with none of them.
    openers: Filter<64>,
    /// The same for the words in `short`.
    called: Filter<64>,
    /// Words by which people of two or more words are called for short.
    short: FxHashMap<Word, u32>,
}

impl Evidence {
    /// The evidence of `names`.
    #[must_use]
    pub fn of(board: &Board<'_>, names: &[Claim<Name>]) -> Self {
        let mut evidence = Self::default();
        evidence.names.reserve(names.len());
        evidence.read.reserve(names.len());
        for claim in names {
            let kind = claim.what.kind;
            let counts = evidence.names.entry(key(board, claim.extent)).or_default();
            counts[kind as usize] += 1;
            evidence.openers.add(board.doc.word(claim.extent.first()).0);
            evidence.read.insert(claim.extent, kind);
            if kind == NameKind::Person && claim.extent.len() >= 2 {
                let mut call = |at: usize| {
                    *evidence.short.entry(board.doc.word(at)).or_default() += 1;
                    evidence.called.add(board.doc.word(at).0);
                };
                call(claim.extent.end() - 1);
                let foreign = board.token(claim.extent.end() - 1).is_some_and(|token| !token.is(Classes::SYLLABLE));
                if foreign {
                    call(claim.extent.first());
                }
            }
        }
        evidence
    }

    /// Adds to every candidate of `lattice`, which keeps its features, what the rest of the document says of it.
    pub fn recall(&self, lattice: &mut Lattice, board: &Board<'_>, weights: &Weights) {
        if self.read.is_empty() {
            return;
        }
        lattice.recall(weights, |tally, extent| {
            hear(self.elsewhere(board, extent), tally);
            if let Some(called) = self.called(board, extent).filter(|_| tally.kind() == NameKind::Person) {
                tally.put(called);
            }
        });
    }

    /// How often the name of `extent` was read as each kind elsewhere.
    #[inline]
    fn elsewhere(&self, board: &Board<'_>, extent: Extent) -> [u32; KINDS] {
        if !self.openers.may_have(board.doc.word(extent.first()).0) {
            return [0; KINDS];
        }
        let Some(&(mut counts)) = self.names.get(&key(board, extent)) else { return [0; KINDS] };
        if let Some(&own) = self.read.get(&extent) {
            counts[own as usize] = counts[own as usize].saturating_sub(1);
        }
        counts
    }

    /// A person's single word: how often people of more words are called by it for short.
    #[inline]
    fn called(&self, board: &Board<'_>, extent: Extent) -> Option<Feature> {
        if extent.len() != 1 {
            return None;
        }
        let word = board.doc.word(extent.first());
        let count = if self.called.may_have(word.0) { self.short.get(&word).copied() } else { None };
        Some(called(count.unwrap_or_default()))
    }
}

/// What [`Evidence::recall`] adds to candidates, one by one: most are lost whatever it says of them.
#[derive(Debug)]
pub struct Recall<'e, 'b> {
    evidence: &'e Evidence,
    board: &'e Board<'b>,
    weights: &'e Weights,
    /// For a name that was read nowhere, by kind.
    unheard: [f32; KINDS],
    /// The extent asked for last, and the answer: readings of one extent mostly stand one after the other.
    last: Cell<(Extent, [f32; KINDS])>,
}

impl<'e, 'b> Recall<'e, 'b> {
    /// What `evidence` says under `weights`.
    #[must_use]
    pub fn new(evidence: &'e Evidence, board: &'e Board<'b>, weights: &'e Weights) -> Self {
        let unheard = weights.row(Template::Elsewhere, UNHEARD);
        Self { evidence, board, weights, unheard, last: Cell::new((Extent::new(0, 0), [0.0; KINDS])) }
    }

    /// What is added to a candidate of each kind, and to the name within it, at most.
    #[must_use]
    pub fn most(&self) -> [f32; KINDS] {
        let mut heard = [0.0; KINDS];
        for other in 0..KINDS {
            let [once, often] = [0, 1].map(|more| self.weights.row(Template::Elsewhere, other * 2 + more));
            for (kind, sum) in heard.iter_mut().enumerate() {
                *sum += once[kind].max(often[kind]).max(0.0);
            }
        }
        let called = (0..=MOST_CALLS).map(|count| self.weights.of(called(count))).fold(0.0, f32::max);
        let most = |kind: NameKind| self.unheard[kind as usize].max(heard[kind as usize]);
        let (body, place) = (most(NameKind::Body), most(NameKind::Place));
        [most(NameKind::Person) + called, most(NameKind::Title) + body.max(place).max(0.0), body, place]
    }

    /// What is added to `candidate` of `lattice`, with what is added to the body or place within it.
    #[inline]
    #[must_use]
    pub fn of(&self, lattice: &Lattice, candidate: &Candidate) -> f32 {
        let inner = candidate.inner.and_then(|inner| lattice.candidates.get(inner as usize));
        let inside = inner.map_or(0.0, |inner| self.sums(inner.extent)[inner.kind as usize]);
        self.sums(candidate.extent)[candidate.kind as usize] + inside
    }

    /// What is added to candidates of `extent`, by kind.
    #[inline]
    fn sums(&self, extent: Extent) -> [f32; KINDS] {
        let (last, sums) = self.last.get();
        if last == extent {
            return sums;
        }
        let mut sums = Sums::new(self.weights);
        match self.evidence.elsewhere(self.board, extent) {
            counts if counts == [0; KINDS] => sums.by_kind = self.unheard,
            counts => hear(counts, &mut sums),
        }
        if let Some(called) = self.evidence.called(self.board, extent) {
            sums.put(called);
        }
        self.last.set((extent, sums.by_kind));
        sums.by_kind
    }
}

/// More than so many people who are called by one word are as good as so many.
const MOST_CALLS: u32 = 2;

/// The feature of a word by which `count` people are called for short.
fn called(count: u32) -> Feature {
    feature(NameKind::Person, Template::Elsewhere, 9 + count.min(MOST_CALLS) as usize)
}

/// Says what a name is elsewhere, given how often it was read as each kind.
#[inline]
fn hear(counts: [u32; KINDS], ear: &mut impl Hear) {
    for (other, &count) in counts.iter().enumerate() {
        if count > 0 {
            ear.add(Template::Elsewhere, other * 2 + usize::from(count > 1));
        }
    }
    if counts == [0; KINDS] {
        ear.add(Template::Elsewhere, UNHEARD);
    }
}

/// A name by its words, whatever their case and tone placement.
#[must_use]
pub fn key(board: &Board<'_>, extent: Extent) -> u64 {
    extent.range().fold(0xcbf2_9ce4_8422_2325, |hash, at| {
        (hash ^ board.doc.word(at).0).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
    })
}
