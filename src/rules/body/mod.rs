//! Bodies: names the dictionaries know and type words, each with an open tail ([`tail`]); abbreviations; lists that share
//! a plural (`các Bộ: Xây dựng, Nội vụ`).
//!
//! Bare runs of capitals that are proposed as bodies come from [`bare`](crate::rules::name::bare).

use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::kind::{BodyKind, EntryKind};
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Classes, Shape};
use crate::rules::name::NameRule;
use crate::rules::name::candidate::{Lattice, Reading};
use crate::rules::name::feature::Feature;
use crate::rules::name::scene::Scene;
use crate::w;

pub mod rules;
pub mod shared;
pub mod tail;

/// What a body's name begins with.
#[derive(Debug, Clone, Copy)]
pub struct Starter {
    /// The tokens.
    pub extent: Extent,
    /// How much of the name it is.
    pub sort: Sort,
    /// What sort of body.
    pub kind: BodyKind,
    /// The row, for a known name.
    pub entry: Option<EntryId>,
}

/// How much of a body's name a starter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A whole name that the dictionaries know.
    Known = 0,
    /// A type word.
    Head = 1,
    /// An abbreviation that they do not know.
    Acronym = 2,
}

/// Proposes the bodies that begin in the scene.
pub fn propose(scene: &Scene<'_, '_>, lattice: &mut Lattice) {
    let board = scene.board;
    for first in scene.sentence.range() {
        let Some(token) = board.token(first) else { continue };
        // Most tokens are words in lower case that begin no name.
        let trigger = token.shape != Shape::Lower || token.word == w!("các") || !board.lookups_at(first).is_empty();
        if !trigger || board.settled[first] {
            continue;
        }
        if lattice.is_crowded(scene.sentence.len()) {
            return;
        }
        for starter in starters(scene, first) {
            tail::propose(scene, lattice, &starter);
        }
        shared::propose(scene, lattice, first);
    }
}

/// What may begin a body at `first`: the longest known name, the longest type word, an abbreviation.
fn starters(scene: &Scene<'_, '_>, first: usize) -> impl Iterator<Item = Starter> {
    let board = scene.board;
    let known = board.longest_at(first, |kind| matches!(kind, EntryKind::Body(_))).map(|lookup| Starter {
        extent: lookup.extent,
        sort: Sort::Known,
        kind: if let EntryKind::Body(kind) = lookup.kind { kind } else { BodyKind::Other },
        entry: Some(lookup.entry),
    });
    let head = board.longest_at(first, |kind| matches!(kind, EntryKind::BodyHead(_))).map(|lookup| Starter {
        extent: lookup.extent,
        sort: Sort::Head,
        kind: if let EntryKind::BodyHead(kind) = lookup.kind { kind } else { BodyKind::Other },
        entry: None,
    });
    let acronym = (known.is_none() && head.is_none() && is_acronym(scene, first)).then(|| Starter {
        extent: Extent::new(first, first + 1),
        sort: Sort::Acronym,
        kind: BodyKind::Other,
        entry: None,
    });
    known.into_iter().chain(head).chain(acronym)
}

/// True for an abbreviation: two to eight capitals that are no Vietnamese syllable, in a sentence that is not all in
/// capitals.
fn is_acronym(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(token) = scene.board.token(at) else { return false };
    if token.is(Classes::FUNCTION) {
        return false;
    }
    let length = token.text(scene.board.doc.text).chars().count();
    match token.shape {
        Shape::Upper => !scene.shouted && (2..=8).contains(&length) && (length > 3 || !token.is(Classes::SYLLABLE)),
        Shape::Mixed => (2..=8).contains(&length) && !token.is(Classes::SYLLABLE),
        Shape::Code => {
            (2..=5).contains(&length) && token.text(scene.board.doc.text).starts_with(|char: char| char.is_uppercase())
        }
        _ => false,
    }
}

/// Proposes `extent` as a body.
fn put(
    scene: &Scene<'_, '_>,
    lattice: &mut Lattice,
    extent: Extent,
    rule: NameRule,
    entry: Option<EntryId>,
    local: &[Feature],
) {
    scene.propose(lattice, Reading { extent, kind: NameKind::Body, rule, entry, inner: None }, local);
}
