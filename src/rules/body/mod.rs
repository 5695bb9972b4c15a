//! Bodies: names the dictionaries know and type words, each with an open tail ([`tail`]); abbreviations; lists that share
//! a plural (`các Bộ: Xây dựng, Nội vụ`).
//!
//! Bare runs of capitals that are proposed as bodies come from [`bare`](crate::rules::name::bare).

use crate::gazetteer::annotated::{EntryId, Lookup};
use crate::gazetteer::kind::{BodyKind, EntryKind};
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Classes, Shape, Token};
use crate::rules::name::NameRule;
use crate::rules::name::candidate::{Lattice, Reading};
use crate::rules::name::feature::Feature;
use crate::rules::name::scene::Scene;
use crate::w;

pub mod level;
pub mod rules;
pub mod shared;
pub mod step;
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
    let tokens = board.doc.tokens.get(scene.sentence.range()).unwrap_or_default();
    let lookups_before = board.lookups_before(scene.sentence).windows(2);
    for ((first, token), lookups) in scene.sentence.range().zip(tokens).zip(lookups_before) {
        // Most tokens begin no name.
        let plural = token.word == w!("các");
        let acronym = matches!(token.shape, Shape::Upper | Shape::Mixed | Shape::Code);
        if lookups[0] == lookups[1] && !plural && !acronym || board.settled[first] {
            continue;
        }
        let lookups = board.lookups_at(first);
        if lattice.is_crowded(scene.sentence.len()) {
            return;
        }
        let (known, head) = (known(lookups), head(lookups));
        // What goes on behind a known name is said of that name and not of the type word that it begins with.
        let known_end = known.map_or(usize::MAX, |known| known.extent.end());
        if known.is_some() || head.is_some() {
            let shared = board.echo.shared(&board.doc, first);
            for (starter, until) in [(&known, usize::MAX), (&head, known_end)] {
                if let Some(starter) = starter {
                    tail::propose(scene, lattice, starter, shared, until);
                }
            }
        }
        if acronym && known.is_none() && head.is_none() && is_acronym(scene, token) {
            let extent = Extent::new(first, first + 1);
            let starter = Starter { extent, sort: Sort::Acronym, kind: BodyKind::Other, entry: None };
            tail::propose(scene, lattice, &starter, board.echo.shared(&board.doc, first), usize::MAX);
        }
        if plural {
            shared::propose(scene, lattice, first);
        }
    }
}

/// The longest known name among `lookups`.
fn known(lookups: &[Lookup]) -> Option<Starter> {
    lookups.iter().find_map(|lookup| {
        let EntryKind::Body(kind) = lookup.kind else { return None };
        Some(Starter { extent: lookup.extent, sort: Sort::Known, kind, entry: Some(lookup.entry) })
    })
}

/// The longest type word among `lookups`.
fn head(lookups: &[Lookup]) -> Option<Starter> {
    lookups.iter().find_map(|lookup| {
        let EntryKind::BodyHead(kind) = lookup.kind else { return None };
        Some(Starter { extent: lookup.extent, sort: Sort::Head, kind, entry: None })
    })
}

/// True for an abbreviation: two to eight capitals that are no Vietnamese syllable, in a sentence that is not all in
/// capitals.
fn is_acronym(scene: &Scene<'_, '_>, token: &Token) -> bool {
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
