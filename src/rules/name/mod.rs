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
pub mod echo;
pub mod evidence;
pub mod feature;
pub mod filter;
pub mod initials;
pub mod rules;
pub mod scene;
pub mod sides;
pub mod small;
pub mod weights;

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

/// One of [`RULES`], by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameRule(u8);

impl NameRule {
    /// The rule called `id`; meant for constants, where a name that no rule has does not compile.
    #[must_use]
    pub const fn new(id: &str) -> Self {
        let mut index: u8 = 0;
        while !same(RULES[index as usize].as_bytes(), id.as_bytes()) {
            index += 1;
        }
        Self(index)
    }

    /// The index among [`RULES`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The rule's id.
    #[must_use]
    pub fn id(self) -> RuleId {
        RULES.get(self.index()).copied().unwrap_or_default()
    }
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// `rule!("person.run")`: the [`NameRule`] of that name, found when the program is compiled.
macro_rules! rule {
    ($id:literal) => {
        const { $crate::rules::name::NameRule::new($id) }
    };
}
pub(crate) use rule;
