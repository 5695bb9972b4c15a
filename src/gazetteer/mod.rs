//! Dictionaries, parsed and checked; the lexicon of words; the matcher. A hit is evidence ([`Lookup`]), not an entity.
//!
//! [`Lookup`]: annotated::Lookup

pub mod annotated;
