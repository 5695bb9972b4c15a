//! Dictionary files: tab-separated rows under a header, read line by line, with errors that a person can act on.
//!
//! ```text
//! # content: what stands here          comment lines come first
//! # source: where it is from
//! # licence: of the source
//! # retrieved: 2026-11-24
//! kind<TAB>name<TAB>aliases<TAB>ref    the header names the columns; `kind` and `name` are required
//! body.press<TAB>Báo Ban Mai<TAB>Ban Mai<TAB>bao-ban-mai
//! ```
//!
//! Aliases are separated by `;`. What the columns mean stands at [`Column`].

use crate::gazetteer::kind::{Case, EntryKind};
use crate::model::cue::Cue;
use crate::model::error::{Error, ErrorKind};
use crate::model::token::Classes;

macro_rules! columns {
    ($($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// A column of a dictionary file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Column {
            $($(#[$doc])* $variant),+
        }

        impl Column {
            /// Every column.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As spelled in a header.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

columns! {
    /// What the row names: `person`, `title.post`, `word.surname`, `ignore`, …
    Kind = "kind",
    /// The name, canonical.
    Name = "name",
    /// Other forms of the name, separated by `;`.
    Aliases = "aliases",
    /// An id for the record: a GSO or ISO code, a slug.
    Ref = "ref",
    /// What it belongs to: the name of a body, the code of a unit.
    Within = "within",
    /// The first day it was so, `YYYY-MM-DD` or a part of it.
    From = "from",
    /// The last day it was so.
    To = "to",
    /// The type word of an administrative unit: `phường`.
    Type = "type",
    /// The units that this one became, codes separated by `;`.
    Became = "became",
    /// The post that a person held.
    Post = "post",
    /// The field that a title is of: `party`, `military`, …
    Domain = "domain",
    /// The level that a title is of: `central`, `provincial`, …
    Level = "level",
    /// `exact`, `lead` or `any`: which capitals a text must have.
    Case = "case",
    /// How often it was seen.
    Weight = "weight",
    /// A number that a document bears.
    Number = "number",
    /// A year.
    Year = "year",
    /// What the code of an issuer stands for.
    Body = "body",
    /// What an abbreviation stands for.
    Full = "full",
    /// The source of the row, where rows of one file differ.
    Source = "source",
    /// Why an exception is one. Required where `kind` is `ignore`.
    Reason = "reason",
    /// Anything that a person should know.
    Note = "note",
}

/// What the column `kind` can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A name for the matcher.
    Entry(EntryKind),
    /// A class of single words: `word.surname`.
    Word(WordKind),
    /// A name that must not be found, though another row has it. Needs a reason.
    Ignore,
}

/// A class of single words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum WordKind {
    Surname,
    Middle,
    Given,
    Minority,
    Honorific,
    Function,
    Saying,
    /// Occurs in names of bodies after the type word.
    Tail,
    /// Often stands beside names: a feature of its own.
    Context,
    /// Keeps the company that its class keeps (the column `weight` is the class), in lower case or with a capital.
    Company {
        capital: bool,
    },
    /// The same, by finer classes.
    Circle {
        capital: bool,
    },
    /// Says something of the name beside it: `word.cue.place`.
    Cue(Cue),
}

impl WordKind {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "surname" => Self::Surname,
            "middle" => Self::Middle,
            "given" => Self::Given,
            "minority" => Self::Minority,
            "honorific" => Self::Honorific,
            "function" => Self::Function,
            "saying" => Self::Saying,
            "tail" => Self::Tail,
            "context" => Self::Context,
            "company" => Self::Company { capital: false },
            "company-capital" => Self::Company { capital: true },
            "circle" => Self::Circle { capital: false },
            "circle-capital" => Self::Circle { capital: true },
            _ => return text.strip_prefix("cue.").and_then(Cue::parse).map(Self::Cue),
        })
    }

    /// The class that tokens of such a word bear.
    #[must_use]
    pub const fn classes(self) -> Classes {
        match self {
            Self::Surname => Classes::SURNAME,
            Self::Middle => Classes::MIDDLE,
            Self::Given => Classes::GIVEN,
            Self::Minority => Classes::MINORITY,
            Self::Honorific => Classes::HONORIFIC,
            Self::Function => Classes::FUNCTION,
            Self::Saying => Classes::SAYING,
            Self::Tail | Self::Context | Self::Company { .. } | Self::Circle { .. } => Classes::NONE,
            Self::Cue(cue) => cue.class(),
        }
    }
}

impl RowKind {
    /// The kind that `text` spells.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "ignore" {
            return Some(Self::Ignore);
        }
        match text.strip_prefix("word.") {
            Some(class) => WordKind::parse(class).map(Self::Word),
            None => EntryKind::parse(text).map(Self::Entry),
        }
    }
}

/// The most columns that a file may have.
pub(super) const MOST: usize = 16;
/// The place of a column that a file does not have.
const NONE: u8 = u8::MAX;

/// The header of a file: which field is which column.
#[derive(Debug, Clone)]
pub struct Header {
    pub(super) columns: usize,
    /// The field of each column, `MOST` for none.
    pub(super) places: [u8; Column::ALL.len()],
}

/// One row: its fields by column.
#[derive(Debug, Clone, Copy)]
pub struct Row<'h, 's> {
    /// The line's number in the file, from 1.
    pub number: usize,
    /// The byte at which the line begins.
    pub offset: usize,
    /// The line.
    pub line: &'s str,
    /// What it names.
    pub kind: RowKind,
    header: &'h Header,
    name: &'s str,
    aliases: &'s str,
}

impl<'s> Row<'_, 's> {
    /// The field of `column`, trimmed; empty where the file has no such column.
    #[must_use]
    pub fn field(&self, column: Column) -> &'s str {
        match column {
            Column::Name => self.name,
            Column::Aliases => self.aliases,
            _ => self.header.field(self.line, column),
        }
    }

    /// The name and its aliases.
    pub fn names(&self) -> impl Iterator<Item = &'s str> + use<'s> {
        let aliases = Some(self.aliases).filter(|aliases| !aliases.is_empty());
        let aliases = aliases.into_iter().flat_map(|aliases| aliases.split(';')).map(str::trim_ascii);
        std::iter::once(self.name).chain(aliases.filter(|alias| !alias.is_empty()))
    }

    /// The capitals that a text must have; `None` where the kind decides.
    #[must_use]
    pub fn case(&self) -> Option<Case> {
        match self.field(Column::Case) {
            "exact" => Some(Case::Exact),
            "lead" => Some(Case::Lead),
            "any" => Some(Case::Any),
            _ => None,
        }
    }
}

impl Header {
    /// The header that `line` spells.
    ///
    /// # Errors
    /// An unknown or doubled column, or one of `kind` and `name` missing.
    pub fn parse(line: &str) -> Result<Self, Error> {
        let mut columns = Vec::new();
        for name in line.split('\t').map(str::trim) {
            let Some(&column) = Column::ALL.iter().find(|column| column.as_str() == name) else {
                return Err(wrong(line, &format!("unknown column {name:?}"), &format!("use {}", column_names())));
            };
            if columns.contains(&column) {
                return Err(wrong(line, &format!("column {name:?} stands twice"), "name each column once"));
            }
            columns.push(column);
        }
        for needed in [Column::Kind, Column::Name] {
            if !columns.contains(&needed) {
                let what = format!("no column {:?}", needed.as_str());
                let remedy = "the first line below the comments names the columns, tabs between them";
                return Err(wrong(line, &what, remedy));
            }
        }
        if columns.len() > MOST {
            return Err(wrong(line, "too many columns", &format!("a file has at most {MOST}")));
        }
        let mut places = [NONE; Column::ALL.len()];
        for (place, &column) in (0..).zip(&columns) {
            places[column as usize] = place;
        }
        Ok(Self { columns: columns.len(), places })
    }

    /// The row that `line` spells.
    ///
    /// # Errors
    /// Too many fields, no name, an unknown kind or case, an exception without a reason.
    pub fn row<'h, 's>(&'h self, number: usize, offset: usize, line: &'s str) -> Result<Row<'h, 's>, Error> {
        let tabs = memchr::memchr_iter(b'\t', line.as_bytes()).count();
        if tabs >= self.columns {
            let what = format!("more fields than the {} columns of the header", self.columns);
            return Err(wrong(line, &what, "put one tab between fields and none within"));
        }
        self.row_after(number, offset, line, &mut None)
    }

    /// As [`row`](Self::row), of a line that has no field too many; `before` is the kind of the row before, as spelled and
    /// as read, which most rows share.
    pub(crate) fn row_after<'h, 's>(
        &'h self,
        number: usize,
        offset: usize,
        line: &'s str,
        before: &mut Option<(&'s str, RowKind)>,
    ) -> Result<Row<'h, 's>, Error> {
        let [spelled, name, aliases] = self.first_fields(line);
        let known = before.filter(|&(known, _)| known == spelled).map(|(_, kind)| kind);
        let Some(kind) = known.or_else(|| RowKind::parse(spelled)) else {
            return Err(wrong(line, &format!("unknown kind {spelled:?}"), "`boctin dict stats` lists the kinds"));
        };
        *before = Some((spelled, kind));
        let row = Row { number, offset, line, kind, header: self, name, aliases };
        if name.is_empty() {
            return Err(wrong(line, "no name", "fill in the column \"name\""));
        }
        if self.has(Column::Case) && row.case().is_none() && !row.field(Column::Case).is_empty() {
            return Err(wrong(line, "unknown case", "write exact, lead or any, or leave it empty"));
        }
        if kind == RowKind::Ignore && row.field(Column::Reason).is_empty() {
            return Err(wrong(line, "an exception without a reason", "say why in the column \"reason\""));
        }
        if matches!(kind, RowKind::Word(_)) && row.names().any(|name| name.contains(' ')) {
            return Err(wrong(line, "a word class holds single words", "use the kind of a name, or one word"));
        }
        Ok(row)
    }

    /// True where the file has the column.
    fn has(&self, column: Column) -> bool {
        self.places.get(column as usize).is_some_and(|&place| usize::from(place) < self.columns)
    }

    /// The kind, the name and the aliases of `line`, in one pass where they are its first columns.
    fn first_fields<'s>(&self, line: &'s str) -> [&'s str; 3] {
        const WANTED: [Column; 3] = [Column::Kind, Column::Name, Column::Aliases];
        let place = |column: Column| self.places.get(column as usize).copied();
        if place(Column::Kind) != Some(0)
            || place(Column::Name) != Some(1)
            || !matches!(place(Column::Aliases), Some(2 | NONE))
        {
            return WANTED.map(|column| self.field(line, column));
        }
        let mut fields = [""; 3];
        let mut rest = line;
        for field in &mut fields {
            let end = rest.bytes().position(|byte| byte == b'\t');
            *field = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default().trim_ascii();
            let Some(after) = end.and_then(|end| rest.get(end + 1..)) else { break };
            rest = after;
        }
        if !self.has(Column::Aliases) {
            fields[2] = "";
        }
        fields
    }

    /// The beginning of `line` with which every row of its kind and name begins that has no aliases; None where the
    /// order of the columns does not allow to say so.
    pub(crate) fn same_name<'s>(&self, line: &'s str) -> Option<&'s str> {
        let place = |column: Column| self.places.get(column as usize).copied();
        if place(Column::Kind) != Some(0) || place(Column::Name) != Some(1) {
            return None;
        }
        let mut tabs = memchr::memchr_iter(b'\t', line.as_bytes());
        let after_name = tabs.nth(1)? + 1;
        if place(Column::Aliases) == Some(NONE) {
            return line.get(..after_name);
        }
        (place(Column::Aliases) == Some(2) && tabs.next() == Some(after_name))
            .then(|| line.get(..=after_name))
            .flatten()
    }
}

/// The lines of a file that are no comment and not blank, with their numbers (from 1) and the bytes at which they begin.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len()));
    ends.enumerate().filter_map(move |(index, end)| {
        let offset = std::mem::replace(&mut start, end + 1);
        let line = text.get(offset..end)?;
        let line = line.strip_suffix('\r').unwrap_or(line);
        (!line.starts_with('#') && !line.trim_ascii_start().is_empty()).then_some((index + 1, offset, line))
    })
}

fn wrong(line: &str, what: &str, remedy: &str) -> Error {
    Error::new(ErrorKind::Dictionary, format!("{what}\n  | {line}\n  = {remedy}"))
}

fn column_names() -> String {
    Column::ALL.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(", ")
}
