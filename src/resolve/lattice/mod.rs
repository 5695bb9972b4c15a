//! Which readings of a sentence survive: the best path through the lattice of candidates.
//!
//! Every candidate has a score, the sum of its features' weights. A path takes candidates that do not overlap, in the
//! order of the text; it also gains or loses by what follows what (a person after a title, a comma between), and pays for
//! each capital that it leaves outside all names. The best path is found exactly, in time linear in the sentence.

use crate::model::cue::Cue;
use crate::model::mention::NameKind;
use crate::rules::name::board::Board;
use crate::rules::name::candidate::{Candidate, Lattice};
use crate::rules::name::feature::{self, Feature, SEPARATORS, Template};
use crate::rules::name::scene::Scene;
use crate::rules::{body, name, place, title};

pub mod explain;
pub mod fit;
pub mod margin;
pub mod path;

/// Adds the candidates of one sentence to `lattice`. Returns false where there are none.
pub fn fill(scene: &Scene<'_, '_>, lattice: &mut Lattice) -> bool {
    lattice.begin();
    name::bare::propose(scene, lattice);
    place::propose(scene, lattice);
    body::propose(scene, lattice);
    title::propose(scene, lattice);
    let any = !lattice.is_empty();
    if any {
        lattice.link();
    }
    any
}

/// The feature of a candidate of `kind` that follows one of `before`, `gap` tokens earlier (0 to 2; `None`: none so near).
#[must_use]
pub fn after(board: &Board<'_>, before: Option<(NameKind, usize)>, candidate: &Candidate) -> Feature {
    let first = candidate.extent.first();
    let value = before.map_or(0, |(kind, gap)| after_gap(kind as usize, separator(board, first, gap)));
    feature::feature(candidate.kind, Template::After, value)
}

/// The value of [`Template::After`] for a name that follows one of `kind`, given what parts them.
const fn after_gap(kind: usize, parted: usize) -> usize {
    1 + kind * (SEPARATORS - 1) + parted
}

/// What parts a name that begins at `first` from one that ends `gap` tokens before.
fn separator(board: &Board<'_>, first: usize, gap: usize) -> usize {
    let cue = |at: usize| board.left.get(at).copied().unwrap_or(Cue::Mark);
    match gap {
        0 => 0,
        1 => match cue(first - 1) {
            Cue::Comma => 1,
            Cue::Semicolon => 2,
            Cue::Dash => 3,
            Cue::And => 4,
            Cue::Open => 5,
            Cue::Colon => 6,
            Cue::Stop | Cue::Close => 7,
            _ => 8,
        },
        _ => match cue(first - 2) {
            Cue::Comma | Cue::And => 9,
            _ => 10,
        },
    }
}
