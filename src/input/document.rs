//! [`Document`]: one article or official document, decoded. What the pipeline reads; no container's details reach it.

/// One document, decoded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What the record will carry as its id.
    pub id: String,
    /// The text. Every offset of the record counts in it.
    pub text: String,
    /// The headline, where the container keeps it apart from the text.
    pub title: Option<String>,
    /// When it was published: RFC 3339, cut to the precision known (`2017`, `2017-03`, `2017-03-04`, or with a time).
    pub published: Option<String>,
    /// The encoding that the text was decoded from: `utf-8`, `windows-1258`, …
    pub encoding: String,
    /// What was repaired or given up on the way here, one sentence each.
    pub warnings: Vec<String>,
}

impl Document {
    /// A document of a text that is in memory already.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), encoding: "utf-8".to_owned(), ..Self::default() }
    }

    /// The same document with a headline.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// The same document with the date that relative expressions count from.
    #[must_use]
    pub fn published(mut self, date: impl Into<String>) -> Self {
        self.published = Some(date.into());
        self
    }
}
