//! [`Candidate`]: one reading of a stretch of tokens as a name, with the features that speak for and against it.

use crate::gazetteer::annotated::EntryId;
use crate::model::mention::{NameKind, RuleId};
use crate::model::span::{Extent, narrow};
use crate::rules::name::feature::{Feature, Template, feature};

/// A reading of `extent` as a name of `kind`.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// The tokens.
    pub extent: Extent,
    /// What they would name.
    pub kind: NameKind,
    /// The rule that proposes it.
    pub rule: RuleId,
    /// The dictionary row behind it.
    pub entry: Option<EntryId>,
    /// For a title, the body or place within it: an index into the lattice.
    pub inner: Option<u32>,
    /// The features: a range of the lattice's arena.
    features: (u32, u32),
}

/// The candidates of one sentence and their features.
#[derive(Debug, Default)]
pub struct Lattice {
    /// The candidates, in the order in which they were proposed.
    pub candidates: Vec<Candidate>,
    arena: Vec<Feature>,
}

impl Lattice {
    /// Forgets all candidates, but keeps the memory.
    pub fn clear(&mut self) {
        self.candidates.clear();
        self.arena.clear();
    }

    /// The features of a candidate.
    #[must_use]
    pub fn features(&self, candidate: &Candidate) -> &[Feature] {
        self.arena.get(candidate.features.0 as usize..candidate.features.1 as usize).unwrap_or_default()
    }

    /// Proposes a reading; `local` are the (template, value) pairs that its family knows of it. Returns its index.
    pub fn propose(&mut self, reading: Reading, local: &[(Template, usize)]) -> u32 {
        let start = narrow(self.arena.len());
        if let Some(inner) = reading.inner.and_then(|inner| self.candidates.get(inner as usize).copied()) {
            // A title is weighed with the body in it.
            self.arena.extend_from_within(inner.features.0 as usize..inner.features.1 as usize);
        }
        self.arena.extend(local.iter().map(|&(template, value)| feature(reading.kind, template, value)));
        let Reading { extent, kind, rule, entry, inner } = reading;
        let features = (start, narrow(self.arena.len()));
        self.candidates.push(Candidate { extent, kind, rule, entry, inner, features });
        narrow(self.candidates.len() - 1)
    }

    /// Adds what speaks for or against the candidate last proposed.
    pub fn add(&mut self, template: Template, value: usize) {
        if let Some(candidate) = self.candidates.last_mut() {
            self.arena.push(feature(candidate.kind, template, value));
            candidate.features.1 = narrow(self.arena.len());
        }
    }
}

/// A candidate without its features.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// The tokens.
    pub extent: Extent,
    /// What they would name.
    pub kind: NameKind,
    /// The rule that proposes it.
    pub rule: RuleId,
    /// The dictionary row behind it.
    pub entry: Option<EntryId>,
    /// For a title, the candidate within it.
    pub inner: Option<u32>,
}
