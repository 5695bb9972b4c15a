//! [`Candidate`]: one reading of a stretch of tokens as a name, with the sum of what speaks for and against it.

use crate::gazetteer::annotated::EntryId;
use crate::model::mention::NameKind;
use crate::model::span::{Extent, narrow};
use crate::rules::name::NameRule;
use crate::rules::name::feature::{Feature, Template, feature};
use crate::rules::name::sides::Hear;
use crate::rules::name::weights::Weights;

/// A reading of `extent` as a name of `kind`.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// The tokens.
    pub extent: Extent,
    /// What they would name.
    pub kind: NameKind,
    /// The rule that proposes it.
    pub rule: NameRule,
    /// The dictionary row behind it.
    pub entry: Option<EntryId>,
    /// For a title, the body or place within it: an index into the lattice.
    pub inner: Option<u32>,
    /// The sum of its features' weights.
    pub score: f32,
    /// The same without what the rest of the document makes of the name.
    alone: f32,
    /// The candidate that begins at the same token and was proposed next.
    next: u32,
}

impl Candidate {
    /// The linked candidate that begins at the same token and was proposed next, or [`NONE`].
    #[inline]
    #[must_use]
    pub fn next(&self) -> u32 {
        self.next
    }
}

/// A candidate before it is weighed.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// The tokens.
    pub extent: Extent,
    /// What they would name.
    pub kind: NameKind,
    /// The rule that proposes it.
    pub rule: NameRule,
    /// The dictionary row behind it.
    pub entry: Option<EntryId>,
    /// For a title, the candidate within it.
    pub inner: Option<u32>,
}

/// The candidates of one document, sentence after sentence.
#[derive(Debug, Default)]
pub struct Lattice {
    /// The candidates, in the order in which they were proposed.
    pub candidates: Vec<Candidate>,
    /// The first candidate that begins at each token, or [`NONE`].
    heads: Vec<u32>,
    /// Where the candidates of the sentence that is being filled begin.
    sentence: u32,
    features: Option<Features>,
}

/// The features of every candidate, where they are kept.
#[derive(Debug, Default)]
struct Features {
    arena: Vec<Feature>,
    /// By candidate: its features alone, and those of what the rest of the document makes of it.
    ranges: Vec<[(u32, u32); 2]>,
}

/// The candidates that any sentence may have, and what each of its tokens adds: sentences that are lists of officials
/// have up to ten a token, but these are short.
const ROOM: usize = 2048;
const MOST_A_TOKEN: usize = 3;

/// No candidate.
pub const NONE: u32 = u32::MAX;

impl Lattice {
    /// A lattice that keeps the features of its candidates and not only their sum: to learn from, and to explain.
    #[must_use]
    pub fn with_features() -> Self {
        Self { features: Some(Features::default()), ..Self::default() }
    }

    /// True where the features of candidates are kept.
    #[inline]
    #[must_use]
    pub fn keeps_features(&self) -> bool {
        self.features.is_some()
    }

    /// Forgets all candidates, but keeps the memory. The document now has `tokens` tokens.
    pub fn clear(&mut self, tokens: usize) {
        self.candidates.clear();
        self.heads.clear();
        self.heads.resize(tokens, NONE);
        self.sentence = 0;
        if let Some(features) = &mut self.features {
            features.arena.clear();
            features.ranges.clear();
        }
    }

    /// Begins another sentence.
    pub fn begin(&mut self) {
        self.sentence = narrow(self.candidates.len());
    }

    /// True where the sentence that is being filled has no candidate.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sentence as usize >= self.candidates.len()
    }

    /// True where a sentence of `tokens` tokens has so many candidates that it is no sentence: it gets no more, so that the
    /// work stays in proportion to the text whatever the text is.
    #[inline]
    #[must_use]
    pub fn is_crowded(&self, tokens: usize) -> bool {
        self.candidates.len() - self.sentence as usize > ROOM + tokens * MOST_A_TOKEN
    }

    /// Makes the candidates of the sentence known to [`starting`](Self::starting).
    pub fn link(&mut self) {
        let candidates = self.candidates.get_mut(self.sentence as usize..).unwrap_or_default();
        for candidate in candidates.iter() {
            if let Some(head) = self.heads.get_mut(candidate.extent.first()) {
                *head = NONE;
            }
        }
        let end = narrow(self.sentence as usize + candidates.len());
        for (candidate, index) in candidates.iter_mut().rev().zip((0..end).rev()) {
            if let Some(head) = self.heads.get_mut(candidate.extent.first()) {
                candidate.next = std::mem::replace(head, index);
            }
        }
    }

    /// The linked candidates that begin at token `at`, in the order in which they were proposed.
    #[inline]
    pub fn starting(&self, at: usize) -> impl Iterator<Item = (u32, &Candidate)> {
        let mut next = self.heads.get(at).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let index = next;
            let candidate = self.candidates.get(index as usize)?;
            next = candidate.next;
            Some((index, candidate))
        })
    }

    /// The linked candidate that begins at token `at` and was proposed first; [`NONE`] where there is none.
    #[inline]
    #[must_use]
    pub fn first_at(&self, at: usize) -> u32 {
        self.heads.get(at).copied().unwrap_or(NONE)
    }

    /// The features of a candidate, those of the body in a title included; none where the lattice does not keep them.
    #[must_use]
    pub fn features(&self, index: u32) -> Vec<Feature> {
        let mut all = Vec::new();
        let Some(features) = &self.features else { return all };
        let mut add = |index: u32, parts: std::ops::Range<usize>| {
            for &(from, to) in
                features.ranges.get(index as usize).and_then(|ranges| ranges.get(parts)).into_iter().flatten()
            {
                all.extend_from_slice(features.arena.get(from as usize..to as usize).unwrap_or_default());
            }
        };
        add(index, 0..2);
        if let Some(inner) = self.candidates.get(index as usize).and_then(|candidate| candidate.inner) {
            add(inner, 1..2);
        }
        all
    }

    /// Adds a reading whose own features are worth `own`; none of them is kept. Returns its index.
    #[inline]
    pub fn push(&mut self, reading: Reading, own: f32) -> u32 {
        let Reading { extent, kind, rule, entry, inner } = reading;
        // A title is weighed with the body in it.
        let inside = inner.and_then(|inner| self.candidates.get(inner as usize)).map_or(0.0, |inner| inner.alone);
        let score = inside + own;
        self.candidates.push(Candidate { extent, kind, rule, entry, inner, score, alone: score, next: NONE });
        narrow(self.candidates.len() - 1)
    }

    /// Adds a reading; `speak` says what speaks for and against it, feature by feature. Returns its index.
    pub fn propose(&mut self, weights: &Weights, reading: Reading, speak: impl FnOnce(&mut Tally<'_>)) -> u32 {
        let mut start = 0;
        let arena = self.features.as_mut().map(|features| {
            start = narrow(features.arena.len());
            if let Some([(from, to), _]) = reading.inner.and_then(|inner| features.ranges.get(inner as usize)) {
                features.arena.extend_from_within(*from as usize..*to as usize);
            }
            &mut features.arena
        });
        let mut tally = Tally { score: Score::new(weights, reading.kind), arena };
        speak(&mut tally);
        let own = tally.score.sum;
        if let Some(features) = &mut self.features {
            let end = narrow(features.arena.len());
            features.ranges.push([(start, end), (end, end)]);
        }
        self.push(reading, own)
    }

    /// Lets `speak` say of every candidate what the rest of the document makes of it.
    pub fn recall(&mut self, weights: &Weights, mut speak: impl FnMut(&mut Tally<'_>, Extent)) {
        for index in 0..self.candidates.len() {
            let inside = self.recalled_inside(index);
            let candidate = &mut self.candidates[index];
            let start = self.features.as_ref().map_or(0, |features| narrow(features.arena.len()));
            let arena = self.features.as_mut().map(|features| &mut features.arena);
            let mut tally = Tally { score: Score::new(weights, candidate.kind), arena };
            speak(&mut tally, candidate.extent);
            candidate.score = candidate.alone + inside + tally.score.sum;
            if let Some(features) = &mut self.features
                && let Some([_, recalled]) = features.ranges.get_mut(index)
            {
                *recalled = (start, narrow(features.arena.len()));
            }
        }
    }

    /// What the rest of the document made of the body or place within a title, which stands before it in the lattice.
    #[inline]
    fn recalled_inside(&self, index: usize) -> f32 {
        let inner = self.candidates.get(index).and_then(|candidate| self.candidates.get(candidate.inner? as usize));
        inner.map_or(0.0, |inner| inner.score - inner.alone)
    }
}

/// The sum of what speaks for and against one candidate.
#[derive(Debug)]
pub struct Score<'w> {
    weights: &'w Weights,
    kind: NameKind,
    /// The sum so far.
    pub sum: f32,
}

impl<'w> Score<'w> {
    /// Nothing heard yet of a candidate of `kind`.
    #[inline]
    #[must_use]
    pub fn new(weights: &'w Weights, kind: NameKind) -> Self {
        Self { weights, kind, sum: 0.0 }
    }
}

impl Hear for Score<'_> {
    #[inline]
    fn add(&mut self, template: Template, value: usize) {
        self.sum += self.weights.at(self.kind, template, value);
    }

    #[inline]
    fn put(&mut self, feature: Feature) {
        self.sum += self.weights.of(feature);
    }
}

/// The same with the features themselves, where the lattice keeps them.
#[derive(Debug)]
pub struct Tally<'t> {
    score: Score<'t>,
    arena: Option<&'t mut Vec<Feature>>,
}

impl Tally<'_> {
    /// The kind of the candidate.
    #[inline]
    #[must_use]
    pub fn kind(&self) -> NameKind {
        self.score.kind
    }
}

impl Hear for Tally<'_> {
    /// Adds a feature of the candidate's kind.
    fn add(&mut self, template: Template, value: usize) {
        self.put(feature(self.score.kind, template, value));
    }

    fn put(&mut self, feature: Feature) {
        self.score.put(feature);
        if let Some(arena) = &mut self.arena {
            arena.push(feature);
        }
    }
}
