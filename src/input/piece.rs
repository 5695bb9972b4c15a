//! [`Piece`]: one record as cut out of its container, not yet decoded, with its [`Place`].

use std::fmt;
use std::sync::Arc;

use super::document::Document;
use super::reading::Reading;
use super::{json, text};
use crate::model::error::Error;

/// Where a record stands: for messages, and as the id of a record that has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The input's path as given; `-` for standard input.
    pub input: Arc<str>,
    /// The place in it.
    pub at: At,
}

/// A place in one input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The whole input.
    Whole,
    /// A line, counted from 1.
    Line(u64),
    /// A record, counted from 1.
    Record(u64),
    /// A member of an archive, or a record's URI, with the place in it.
    Member(Arc<str>, Box<At>),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.input, self.at)
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Line(number) => write!(f, ":{number}"),
            Self::Record(number) => write!(f, "#{number}"),
            Self::Member(name, at) => write!(f, "!{name}{at}"),
        }
    }
}

/// One record, cut out but not decoded.
#[derive(Debug)]
pub struct Piece {
    /// Where it stands.
    pub place: Place,
    content: Result<Content, Error>,
}

#[derive(Debug)]
pub(super) enum Content {
    /// The bytes of a text in an encoding not yet known.
    Text(Vec<u8>),
    /// The bytes of a JSON object.
    Json(Vec<u8>),
}

impl Piece {
    pub(super) fn new(place: Place, content: Result<Content, Error>) -> Self {
        Self { place, content }
    }

    /// The bytes that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        match &self.content {
            Ok(Content::Text(bytes) | Content::Json(bytes)) => bytes.len(),
            Err(_) => 0,
        }
    }

    /// Decodes it.
    ///
    /// # Errors
    /// Where the reader could not cut it out whole, or its bytes, its JSON or its fields are not what they should be.
    /// The error names the place.
    pub fn document(self, reading: &Reading) -> Result<Document, Error> {
        let Self { place, content } = self;
        let document = content.and_then(|content| match content {
            Content::Text(bytes) => text::document(bytes, &place, reading),
            Content::Json(bytes) => json::document(&bytes, &place, reading),
        });
        match document {
            Ok(mut document) => {
                if reading.published.is_some() {
                    document.published.clone_from(&reading.published);
                }
                Ok(document)
            }
            Err(error) => Err(error.at(place.to_string())),
        }
    }
}
