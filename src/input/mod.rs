//! From files, standard input and archives to [`Document`]s.
//!
//! A container is read in two steps. The reader cuts it into [`Piece`]s, cheap to make and bounded in size, each with
//! its place; the worker turns a piece into a [`Document`] (decoding, JSON, HTML). So one thread can feed many, and a
//! bad record is an error with its place while the rest goes on.
//!
//! [`Document`]: document::Document
//! [`Piece`]: piece::Piece

pub mod document;

#[cfg(feature = "cli")]
mod bounded;
#[cfg(feature = "cli")]
mod decoding;
#[cfg(feature = "cli")]
mod feed;
#[cfg(feature = "cli")]
mod gather;
#[cfg(feature = "cli")]
mod html;
#[cfg(feature = "cli")]
mod json;
#[cfg(feature = "cli")]
mod lines;
#[cfg(feature = "cli")]
mod ndjson;
#[cfg(feature = "cli")]
mod parquet;
#[cfg(feature = "cli")]
mod peel;
#[cfg(feature = "cli")]
pub mod piece;
#[cfg(feature = "cli")]
pub mod published;
#[cfg(feature = "cli")]
pub mod reading;
#[cfg(feature = "cli")]
mod row;
#[cfg(feature = "cli")]
mod sniff;
#[cfg(feature = "cli")]
pub mod source;
#[cfg(feature = "cli")]
mod table;
#[cfg(feature = "cli")]
mod tar;
#[cfg(feature = "cli")]
mod text;
#[cfg(feature = "cli")]
mod values;
#[cfg(feature = "cli")]
mod warc;
