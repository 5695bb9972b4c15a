//! The types that the stages hand to one another. Nothing here decides anything.
//!
//! Offsets are half-open. A [`Span`](span::Span) counts bytes and says of which text (the input as decoded, or the normalised
//! text that all matching runs on); an [`Extent`](span::Extent) counts tokens. Only the wire types of [`record`] count code points.

pub mod cue;
pub mod error;
pub mod mention;
pub mod record;
pub mod span;
pub mod token;
