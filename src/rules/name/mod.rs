//! What the four families of names (people, titles, bodies, places) share: the board that they read, and the lattice of
//! candidates that they fill. Candidates are claims; `resolve` weighs them against one another.
//!
//! ```text
//! Annotated -board-> Board{lookups, cues, runs} -scene-> Scene (a sentence) -families-> Lattice{candidates, features}
//! ```

use crate::model::mention::RuleId;

pub mod bare;
pub mod board;
pub mod candidate;
pub mod evidence;
pub mod feature;
pub mod scene;

/// The rules that propose names, in the order of their weights.
pub const RULES: [RuleId; 18] = [
    "person.run",
    "person.dictionary",
    "body.run",
    "place.run",
    "place.dictionary",
    "place.typed-known",
    "place.typed-run",
    "place.typed-number",
    "place.typed-nested",
    "place.road",
    "body.dictionary",
    "body.head-tail",
    "body.acronym",
    "body.shared-plural",
    "title.head",
    "title.head-body",
    "title.head-place",
    "title.head-field",
];

/// The index of a rule among [`RULES`].
#[must_use]
pub fn rule_index(rule: RuleId) -> usize {
    RULES.iter().position(|&known| known == rule).unwrap_or(RULES.len())
}
