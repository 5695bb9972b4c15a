//! [`Reading`]: how the user wants inputs read. [`Container`]: the formats they may be in.

use crate::normalize::encoding::Encoding;

/// How inputs are to be read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The format of every input, or `Auto`.
    pub container: Container,
    /// The encoding of every text, or `None` to detect it.
    pub encoding: Option<Encoding>,
    /// Undecodable bytes become U+FFFD instead of an error.
    pub lossy: bool,
    /// The date of every document, over what the container says.
    pub published: Option<String>,
    /// The names of the fields of records and the columns of tables.
    pub fields: Fields,
    /// A document of more bytes is an error.
    pub max_document_bytes: usize,
}

/// 4 MiB: thirty times the longest article. Extraction takes up to 50 times a document's size in memory, so a run with
/// documents of this size stays within 400 MB.
pub const MAX_DOCUMENT_BYTES: usize = 4 << 20;

impl Default for Reading {
    fn default() -> Self {
        Self {
            container: Container::Auto,
            encoding: None,
            lossy: false,
            published: None,
            fields: Fields::default(),
            max_document_bytes: MAX_DOCUMENT_BYTES,
        }
    }
}

/// The names of fields (of JSON objects) and columns (of tables).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    /// The text.
    pub text: String,
    /// The id; a record without one is named by its place.
    pub id: String,
    /// The headline.
    pub title: String,
    /// The date of publication, the first of these that a record has.
    pub dates: Vec<String>,
}

impl Default for Fields {
    fn default() -> Self {
        Self {
            text: "text".to_owned(),
            id: "id".to_owned(),
            title: "title".to_owned(),
            dates: vec!["published".to_owned(), "date".to_owned()],
        }
    }
}

/// The formats that documents come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Container {
    /// By content, and where the content leaves a doubt, by the file's name.
    Auto,
    /// A text, one document an input.
    Text,
    /// One JSON object a line.
    Ndjson,
    /// A JSON array of objects, or objects one after the other.
    Json,
    /// A table with a header, separated by commas, semicolons, tabs or bars.
    Csv,
    /// A table with a header, separated by tabs.
    Tsv,
    /// A page, or the markup of an article.
    Html,
    /// A crawl.
    Warc,
    /// RSS, RDF or Atom.
    Feed,
    /// Parquet.
    Parquet,
    /// A tar archive of any of the others.
    Tar,
}

impl Container {
    /// Every container, with its name on the command line and one line about it.
    pub const ALL: &'static [(&'static str, Self, &'static str)] = &[
        ("auto", Self::Auto, "by content, then by name"),
        ("text", Self::Text, "one document an input"),
        ("ndjson", Self::Ndjson, "one JSON object a line"),
        ("json", Self::Json, "an array of JSON objects, or objects one after the other"),
        ("csv", Self::Csv, "a table with a header"),
        ("tsv", Self::Tsv, "a table with a header, separated by tabs"),
        ("html", Self::Html, "a page: its article is read"),
        ("warc", Self::Warc, "a crawl: the articles of its pages are read"),
        ("feed", Self::Feed, "RSS or Atom: one item a document"),
        ("parquet", Self::Parquet, "one row a document"),
        ("tar", Self::Tar, "an archive of any of these"),
    ];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, container, _)| *container == self).map_or("auto", |(name, ..)| name)
    }
}
