//! The rules, one folder a family. A rule reads an [`Annotated`] document and makes [`Claim`]s; it never decides between
//! rivals of other families: `resolve` does.
//!
//! Every rule is listed in its family's `RULES` with examples and counter-examples, which the test suite runs through
//! the whole pipeline (`tests/rules.rs`).
//!
//! [`Annotated`]: crate::gazetteer::annotated::Annotated
//! [`Claim`]: crate::model::mention::Claim

pub mod date;
pub mod document;
pub mod task;

use crate::model::mention::RuleId;

pub mod body;
pub mod name;
pub mod place;
pub mod title;

/// A rule with the texts that show what it does.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// `family.what-it-sees`; it reaches the record.
    pub id: RuleId,
    /// One line: what it sees, and the source of the rule of the language where there is one.
    pub sees: &'static str,
    /// Texts in which the rule makes the marked mention: `⟦Ngày 4-3|2017-03-04⟧ họp`. What stands behind `|` is the
    /// mention's value (a date's value, a document's number, a task's number). Relative dates count from 2017-03-04.
    /// At least two.
    pub examples: &'static [&'static str],
    /// Texts in which the rule makes no mention at all. At least one.
    pub counter_examples: &'static [&'static str],
}

/// Every rule of every family.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        document::RULES,
        task::RULES,
        date::RULES,
        name::rules::RUNS,
        place::rules::RULES,
        body::rules::RULES,
        title::rules::RULES,
    ]
    .into_iter()
    .flatten()
}
