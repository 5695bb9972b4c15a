//! The rules of dates, with the texts that show them. Relative dates count from Saturday, 4 March 2017.

use crate::rules::Rule;

/// Every rule of this family.
pub const RULES: &[Rule] = &[];
