//! [`Piece`]: one record as cut out of its container, not yet decoded, with its [`Place`].

use std::fmt;
use std::sync::Arc;

use super::document::Document;
use super::reading::Reading;
use super::{html, json, row, text};
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
    /// A member of an archive, with the place in it.
    Member(Arc<str>, Box<At>),
    /// A record that has an address of its own, with its place.
    Uri(Arc<str>, Box<At>),
}

impl Place {
    /// The id of a record that carries none: its address, else its place.
    pub(super) fn id(&self) -> String {
        let mut at = &self.at;
        while let At::Member(_, within) = at {
            at = within;
        }
        match at {
            At::Uri(uri, _) => uri.to_string(),
            _ => self.to_string(),
        }
    }
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
            Self::Uri(uri, at) => write!(f, "{at} <{uri}>"),
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
    /// The bytes of an HTML page or fragment.
    Html(Vec<u8>),
    /// The cells of a table's row.
    Row(Row),
    /// An item of a feed.
    Item(Box<Item>),
}

/// The cells of a table's row, in the table's encoding.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) text: Vec<u8>,
    pub(super) id: Option<Vec<u8>>,
    pub(super) title: Option<Vec<u8>>,
    pub(super) date: Option<Vec<u8>>,
    /// The container says that its texts are UTF-8: nothing is to be detected where they are.
    pub(super) is_utf8: bool,
}

/// An item of a feed, as written: `description` and `content` are HTML.
#[derive(Debug, Default)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) link: String,
    pub(super) title: String,
    pub(super) date: String,
    pub(super) updated: String,
    pub(super) description: String,
    pub(super) content: String,
}

impl Piece {
    /// The same piece, found within the member `name` of the archive `input`.
    pub(super) fn within(mut self, input: &Arc<str>, name: &Arc<str>) -> Self {
        self.place.input = Arc::clone(input);
        self.place.at = At::Member(Arc::clone(name), Box::new(self.place.at));
        self
    }

    pub(super) fn new(place: Place, content: Result<Content, Error>) -> Self {
        Self { place, content }
    }

    /// The bytes that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        match &self.content {
            Ok(Content::Text(bytes) | Content::Json(bytes)) => bytes.len(),
            // The tree of a page is several times its size.
            Ok(Content::Html(bytes)) => bytes.len().saturating_mul(4),
            Ok(Content::Row(row)) => row.text.len(),
            Ok(Content::Item(item)) => item.description.len() + item.content.len(),
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
            Content::Html(bytes) => html::document(bytes, place.id(), reading),
            Content::Row(cells) => row::document(cells, &place, reading),
            Content::Item(item) => Ok(row::of_item(*item, &place)),
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
