//! [`Extractor`]: the stages, in order.

use std::path::PathBuf;

use crate::input::document::Document;
use crate::model::error::Error;
use crate::model::record::{Meta, Record, SCHEMA};

/// What an [`Extractor`] is made from.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Dictionaries of the user's own, whose rows win over the built-in ones.
    pub dictionaries: Vec<PathBuf>,
}

/// Reads documents. Made once, then used from any number of threads.
#[derive(Debug)]
pub struct Extractor {}

impl Extractor {
    /// An extractor over the built-in dictionaries and those of `options`.
    ///
    /// # Errors
    /// Where a dictionary of `options` cannot be read or has a malformed row.
    pub fn new(_options: &Options) -> Result<Self, Error> {
        Ok(Self {})
    }

    /// What `document` says.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Record {
        Record {
            schema: SCHEMA.to_owned(),
            id: document.id.clone(),
            meta: Meta {
                title: document.title.clone(),
                published: document.published.clone(),
                agency: None,
                encoding: document.encoding.clone(),
                chars: document.text.chars().count(),
                warnings: document.warnings.clone(),
            },
            people: Vec::new(),
            titles: Vec::new(),
            bodies: Vec::new(),
            locations: Vec::new(),
            dates: Vec::new(),
            documents: Vec::new(),
            announced: Vec::new(),
            tasks: Vec::new(),
        }
    }
}
