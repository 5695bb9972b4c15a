//! Dictionaries, parsed and checked; the lexicon of words; the matcher. A hit is evidence ([`Lookup`]), not an entity.
//!
//! ```text
//! dictionaries/*.tsv -sheet-> Row -compile-> Gazetteer{Lexicon, Trie, entries}
//! tokens -annotate-> word, classes, root -lookups-> Lookup{extent, entry, kind}
//! ```
//!
//! [`Lookup`]: annotated::Lookup

pub mod annotated;
pub mod check;
mod compile;
pub mod count;
pub mod entry;
mod find;
pub(crate) mod fold;
pub mod kind;
mod lexicon;
mod matcher;
mod pattern;
mod reader;
pub mod sheet;
mod standard;
mod surface;
mod trie;
mod units;
mod user;

pub use crate::gazetteer::count::{EntryCounts, FileCount};
pub use crate::gazetteer::lexicon::{NameWeight, WordCache};
pub use crate::gazetteer::matcher::Gazetteer;
