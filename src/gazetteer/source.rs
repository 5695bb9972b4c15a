//! A dictionary file as the gazetteer keeps it: its text, in which rows are read when they are asked for.

use std::borrow::Cow;

use crate::gazetteer::sheet::{Column, Header, lines};

/// A dictionary file.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: Cow<'static, str>,
    pub(crate) text: Cow<'static, str>,
    /// None where it has none, or a wrong one.
    pub(crate) header: Option<Header>,
    pub(crate) user: bool,
}

impl Source {
    /// A file of ours.
    pub(crate) fn ours(file: &'static str, text: &'static str) -> Self {
        Self { file: Cow::Borrowed(file), text: Cow::Borrowed(text), header: header(text), user: false }
    }

    /// A file of the user's.
    pub(crate) fn of_user(file: String, text: String) -> Self {
        let header = header(&text);
        Self { file: Cow::Owned(file), text: Cow::Owned(text), header, user: true }
    }

    /// One field of the row that begins at the byte `offset`.
    pub(crate) fn field(&self, offset: u32, column: Column) -> Option<&str> {
        Some(self.header.as_ref()?.field(self.text.get(offset as usize..)?, column))
    }
}

fn header(text: &str) -> Option<Header> {
    lines(text).next().and_then(|(_, _, line)| Header::parse(line).ok())
}
