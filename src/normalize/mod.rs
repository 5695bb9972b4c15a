//! From bytes to the text that all matching runs on: decoding, NFC, repairs, and the alignment that leads every offset
//! back into the input as decoded; and what a word and a syllable are, whatever their case and tone placement.

pub mod fold;
mod letter;
pub mod syllable;
pub mod text;
