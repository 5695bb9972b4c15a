//! From bytes to the text that all matching runs on: decoding, NFC, repairs, and the alignment that leads every offset
//! back into the input as decoded.

pub mod text;
