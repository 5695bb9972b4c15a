//! Dictionaries, parsed and checked; the lexicon of words; the matcher. A hit is evidence ([`Lookup`]), not an entity.
//!
//! ```text
//! dictionaries/*.tsv -sheet-> Row -compile-> Compiled{Lexicon, Trie, entries} -> Gazetteer
//! tokens -annotate-> word, classes, root -lookups-> Lookup{extent, entry, kind}
//! ```
//!
//! What comes with the program is compiled when it is built (`src/build.rs`, `crate::standard`).
//!
//! [`Lookup`]: annotated::Lookup

pub mod annotated;
pub mod check;
mod code;
pub(crate) mod compile;
pub(crate) mod compiled;
pub mod count;
pub mod entry;
mod fields;
mod find;
pub(crate) mod fold;
pub mod kind;
mod lexicon;
mod matcher;
mod pattern;
mod reader;
pub mod sheet;
pub(crate) mod source;
pub(crate) mod standard;
mod surface;
mod table;
mod trie;
mod units;
mod user;

pub use crate::gazetteer::count::{EntryCounts, FileCount};
pub use crate::gazetteer::lexicon::{NameWeight, WordCache};
pub use crate::gazetteer::matcher::Gazetteer;
