//! Tokens and sentences of the normalised text. Word identity is not known here: the lexicon (`gazetteer`) adds it.

pub mod code;
pub mod letter;
pub mod sentence;
pub mod token;
pub mod wrap;
