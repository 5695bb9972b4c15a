//! From bytes to the text that all matching runs on: decoding, NFC, repairs, and the alignment that leads every offset
//! back into the input as decoded; and what a word and a syllable are, whatever their case and tone placement.

mod alignment;
mod charset;
mod compose;
pub mod decode;
pub mod detect;
pub mod encoding;
mod flaw;
pub mod fold;
mod letter;
mod repairer;
pub mod repairs;
pub mod syllable;
pub mod text;
mod viqr;
mod word;
