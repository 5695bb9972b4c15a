//! From dictionary files to a [`Gazetteer`]: rows into words, names into the trie, later rows over earlier ones.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::gazetteer::Gazetteer;
use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::entry::EntryData;
use crate::gazetteer::fold::word_of;
use crate::gazetteer::kind::{Case, EntryKind, PlaceKind};
use crate::gazetteer::lexicon::{Known, Lexicon, NameWeight, WordCache, WordInfo};
use crate::gazetteer::sheet::{Column, Header, Row, RowKind, WordKind, lines};
use crate::gazetteer::trie::{LONGEST, Needs, Terminal, TrieBuilder};
use crate::model::error::{Error, ErrorKind};
use crate::model::span::narrow;
use crate::model::token::{Classes, Token, Word};
use crate::segment::token::tokenize;

/// A dictionary file.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: Cow<'static, str>,
    pub(crate) text: Cow<'static, str>,
    /// Set once the header has been read.
    pub(crate) header: Option<Header>,
    pub(crate) user: bool,
}

impl Source {
    /// A file of ours.
    pub(crate) const fn ours(file: &'static str, text: &'static str) -> Self {
        Self { file: Cow::Borrowed(file), text: Cow::Borrowed(text), header: None, user: false }
    }

    /// A file of the user's.
    pub(crate) const fn of_user(file: String, text: String) -> Self {
        Self { file: Cow::Owned(file), text: Cow::Owned(text), header: None, user: true }
    }
}

/// A gazetteer under construction.
#[derive(Debug, Default)]
pub(crate) struct Compiler {
    trie: TrieBuilder,
    words: FxHashMap<Word, WordInfo>,
    entries: Vec<EntryData>,
    sources: Vec<Source>,
    arena: String,
    /// Administrative units of one name and kind share an entry; the codes are told apart later.
    units: FxHashMap<(u32, EntryKind), EntryId>,
    /// Nodes at which only rows of the user, or no rows, may end.
    taken: FxHashSet<u32>,
    reader: NameReader,
}

/// Turns names into words.
#[derive(Debug, Default)]
struct NameReader {
    cache: WordCache,
    tokens: Vec<Token>,
    words: Vec<Word>,
}

impl NameReader {
    /// Reads `name` into `words`, and says which capitals it has.
    fn read(&mut self, name: &str) -> Needs {
        self.tokens.clear();
        self.words.clear();
        tokenize(name, &mut self.tokens);
        let mut needs = Needs::default();
        for (position, token) in self.tokens.iter().enumerate() {
            let (start, end) = (token.start as usize, token.end as usize);
            let known = self.cache.read_with(name, start, end, |surface, buffer| Known {
                word: word_of(surface, buffer),
                ..Known::default()
            });
            needs.see(position, token.shape);
            self.words.push(known.word);
        }
        needs
    }
}

impl Compiler {
    /// Adds the rows of `source`; rows that are wrong are left out.
    ///
    /// # Errors
    /// One for each wrong row, with file, line, the line itself and what to do.
    pub(crate) fn add(&mut self, mut source: Source) -> Result<(), Vec<Error>> {
        let text = std::mem::take(&mut source.text);
        let errors = self.add_rows(&text, &mut source);
        source.text = text;
        self.sources.push(source);
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    fn add_rows(&mut self, text: &str, source: &mut Source) -> Vec<Error> {
        let mut rows = lines(text);
        let Some((number, _, line)) = rows.next() else {
            return vec![Error::new(ErrorKind::Dictionary, "no header").at(source.file.clone())];
        };
        let header = match Header::parse(line) {
            Ok(header) => header,
            Err(error) => return vec![error.at(place(source, number))],
        };
        let mut errors = Vec::new();
        for (number, offset, line) in rows {
            let added = header.row(number, offset, line).and_then(|row| self.add_row(&row, source));
            if let Err(error) = added {
                errors.push(error.at(place(source, number)));
            }
        }
        source.header = Some(header);
        errors
    }

    fn add_row(&mut self, row: &Row<'_>, source: &Source) -> Result<(), Error> {
        match row.kind {
            RowKind::Word(kind) => self.add_word(row, kind),
            RowKind::Ignore => {
                for name in row.names() {
                    self.reader.read(name);
                    let (node, _) = self.trie.insert(&self.reader.words);
                    self.taken.insert(node);
                }
            }
            RowKind::Entry(kind) => self.add_entry(row, kind, source)?,
        }
        Ok(())
    }

    fn add_word(&mut self, row: &Row<'_>, kind: WordKind) {
        let weight = log_weight(row.field(Column::Weight).parse().unwrap_or(1));
        let mut buffer = String::new();
        for name in row.names() {
            let info = self.words.entry(word_of(name, &mut buffer)).or_default();
            info.classes = info.classes.with(kind.classes());
            let NameWeight { surname, middle, given } = &mut info.names;
            let slot = match kind {
                WordKind::Surname => surname,
                WordKind::Middle => middle,
                WordKind::Given => given,
                WordKind::Tail => &mut info.tail,
                WordKind::Minority | WordKind::Honorific | WordKind::Function | WordKind::Saying | WordKind::Cue(_) => {
                    continue;
                }
            };
            *slot = weight.max(*slot);
        }
    }

    fn add_entry(&mut self, row: &Row<'_>, kind: EntryKind, source: &Source) -> Result<(), Error> {
        let mut entry = None;
        for name in row.names() {
            let needs = self.reader.read(name);
            let length = self.reader.words.len();
            if length > LONGEST {
                let message =
                    format!("{name:?} has {length} words\n  | {}\n  = names have at most {LONGEST}", row.line);
                return Err(Error::new(ErrorKind::Dictionary, message));
            }
            let (node, root) = self.trie.insert(&self.reader.words);
            let id = match entry {
                Some(id) => id,
                None => *entry.insert(self.entry_at(node, row, kind, source)),
            };
            let case = row.case().unwrap_or_else(|| kind.default_case(length));
            self.trie.end(node, Terminal { entry: id, kind, needs: needs_of(needs, case) });
            self.mark_first(kind, length, root);
            if source.user {
                self.taken.insert(node);
            }
        }
        Ok(())
    }

    /// The entry of a row whose name ends at `node`.
    fn entry_at(&mut self, node: u32, row: &Row<'_>, kind: EntryKind, source: &Source) -> EntryId {
        let unit = matches!(kind, EntryKind::Place(PlaceKind::Province | PlaceKind::District | PlaceKind::Commune));
        if unit && let Some(&id) = self.units.get(&(node, kind)) {
            return id;
        }
        let id = EntryId(narrow(self.entries.len()));
        self.entries.push(EntryData {
            kind,
            source: u16::try_from(self.sources.len()).unwrap_or(u16::MAX),
            offset: narrow(row.offset),
            number: narrow(row.number),
            made: None,
        });
        if unit && !source.user {
            self.units.insert((node, kind), id);
        }
        id
    }

    /// Gives the first word of the name just read its root, and the class that goes with `kind`.
    fn mark_first(&mut self, kind: EntryKind, length: usize, root: u32) {
        let Some(&first) = self.reader.words.first() else { return };
        let info = self.words.entry(first).or_default();
        info.root = root;
        info.classes = info.classes.with(match kind {
            EntryKind::PlaceHead(_) => Classes::PLACE_TYPE,
            EntryKind::BodyHead(_) => Classes::BODY_HEAD,
            EntryKind::Title(_) => Classes::TITLE_HEAD,
            EntryKind::Saying => Classes::SAYING,
            EntryKind::Honorific if length == 1 => Classes::HONORIFIC,
            _ => Classes::NONE,
        });
    }

    /// The gazetteer of what was added.
    pub(crate) fn finish(self) -> Gazetteer {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let Self { trie, words, entries, sources, arena, taken, .. } = self;
        let is_user = |id: EntryId| {
            let source = entries.get(id.0 as usize).and_then(|entry| sources.get(usize::from(entry.source)));
            source.is_some_and(|source| source.user)
        };
        let trie = trie.finish(|node, terminal| !taken.contains(&node) || is_user(terminal.entry));
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        Gazetteer { id, lexicon: Lexicon { words }, trie, entries, sources, arena, units: std::sync::OnceLock::new() }
    }
}

fn needs_of(written: Needs, case: Case) -> Needs {
    let capital = match case {
        Case::Exact => written.capital,
        Case::Lead => written.capital & 1,
        Case::Any => 0,
    };
    Needs { capital, upper: written.upper }
}

/// `round(10 ln(1 + n))`.
fn log_weight(n: u32) -> u8 {
    let weight = (f64::from(n).ln_1p() * 10.0).round();
    (0..=u8::MAX).rev().find(|&candidate| f64::from(candidate) <= weight).unwrap_or(0)
}

fn place(source: &Source, number: usize) -> String {
    format!("{}:{number}", source.file)
}
