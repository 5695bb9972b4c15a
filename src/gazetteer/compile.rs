//! From dictionary files to a [`Gazetteer`]: rows into words, names into the trie, later rows over earlier ones.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::gazetteer::Gazetteer;
use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::entry::{EntryData, Made, RowPlace};
use crate::gazetteer::fold::word_of;
use crate::gazetteer::kind::{Case, EntryKind, PlaceKind};
use crate::gazetteer::lexicon::{Lexicon, NameWeight, WordInfo};
use crate::gazetteer::pattern::{Pattern, Province};
use crate::gazetteer::reader::NameReader;
use crate::gazetteer::sheet::{Column, Header, Row, RowKind, WordKind, lines};
use crate::gazetteer::trie::{LONGEST, Needs, Terminal, TrieBuilder};
use crate::model::error::{Error, ErrorKind};
use crate::model::span::narrow;
use crate::model::token::{Classes, Word};

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
    /// Rows beyond the first of entries that share a name: units of one name, posts of one person, years of one law.
    more: Vec<(EntryId, RowPlace)>,
    shared: FxHashMap<(u32, EntryKind), EntryId>,
    /// The provinces, for patterns.
    provinces: Vec<Province>,
    /// Nodes at which only rows of the user, or no rows, may end.
    taken: FxHashSet<u32>,
    reader: NameReader,
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
                    let (node, _) = self.trie.insert(self.reader.words());
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
        if row.field(Column::Name).contains('{') {
            return self.add_pattern(row, kind, source);
        }
        if kind == EntryKind::Place(PlaceKind::Province)
            && let Some(province) = Province::of(row, &mut self.reader)
        {
            match self.provinces.iter_mut().find(|known| known.full_name() == province.full_name()) {
                Some(known) => *known = province,
                None => self.provinces.push(province),
            }
        }
        let mut entry = None;
        for name in row.names() {
            let has = self.reader.read(name);
            let words = self.reader.words();
            if words.len() > LONGEST || words.is_empty() {
                let what = format!("{name:?} has {} words", words.len());
                return Err(wrong(row, &what, &format!("names have 1 to {LONGEST}")));
            }
            let words = words.to_vec();
            let (node, _) = self.trie.insert(&words);
            let id = match entry {
                Some(id) => id,
                None => *entry.insert(self.entry_at(node, row, kind, source)),
            };
            self.end_name(&words, has, id, kind, row, source);
        }
        Ok(())
    }

    fn add_pattern(&mut self, row: &Row<'_>, kind: EntryKind, source: &Source) -> Result<(), Error> {
        let remedy = "the slots are {tỉnh}, {tên}, {tên tỉnh} and {tên thành phố}";
        let mut patterns = Vec::new();
        for name in row.names() {
            match Pattern::parse(name) {
                Ok(Some(pattern)) => patterns.push(pattern),
                Ok(None) => return Err(wrong(row, "a name without a slot beside one with a slot", remedy)),
                Err(what) => return Err(wrong(row, &what, remedy)),
            }
        }
        let Some(first) = patterns.first() else { return Ok(()) };
        let provinces = std::mem::take(&mut self.provinces);
        for province in provinces.iter().filter(|province| first.fits(province)) {
            let name = self.store(&first.name(province));
            let reference = self.store(&format!("{}/{}", row.field(Column::Ref), province.code));
            let id = self.new_entry(row, kind, Some(Made { name, reference }));
            for pattern in &patterns {
                for made in pattern.expand(province, &mut self.reader) {
                    self.end_name(&made.words, made.has, id, kind, row, source);
                }
            }
        }
        self.provinces = provinces;
        Ok(())
    }

    /// Lets the name `words` of the entry `id` end in the trie.
    fn end_name(&mut self, words: &[Word], has: Needs, id: EntryId, kind: EntryKind, row: &Row<'_>, source: &Source) {
        let (node, root) = self.trie.insert(words);
        let case = row.case().unwrap_or_else(|| kind.default_case(words.len()));
        self.trie.end(node, Terminal { entry: id, kind, needs: needs_of(has, case) });
        self.mark_first(kind, words, root);
        if source.user {
            self.taken.insert(node);
        }
    }

    /// The entry of a row whose name ends at `node`.
    fn entry_at(&mut self, node: u32, row: &Row<'_>, kind: EntryKind, source: &Source) -> EntryId {
        let shares = !source.user
            && matches!(
                kind,
                EntryKind::Place(PlaceKind::Province | PlaceKind::District | PlaceKind::Commune)
                    | EntryKind::Person
                    | EntryKind::DocumentName
            );
        if shares && let Some(&id) = self.shared.get(&(node, kind)) {
            self.more.push((id, self.place_of(row)));
            return id;
        }
        let id = self.new_entry(row, kind, None);
        if shares {
            self.shared.insert((node, kind), id);
        }
        id
    }

    fn new_entry(&mut self, row: &Row<'_>, kind: EntryKind, made: Option<Made>) -> EntryId {
        let id = EntryId(narrow(self.entries.len()));
        self.entries.push(EntryData { kind, place: self.place_of(row), made });
        id
    }

    /// Where a row of the file that is being added stands.
    fn place_of(&self, row: &Row<'_>) -> RowPlace {
        RowPlace {
            source: u16::try_from(self.sources.len()).unwrap_or(u16::MAX),
            offset: narrow(row.offset),
            number: narrow(row.number),
        }
    }

    fn store(&mut self, text: &str) -> (u32, u32) {
        let start = narrow(self.arena.len());
        self.arena.push_str(text);
        (start, narrow(self.arena.len()))
    }

    /// Gives the first word of a name its root, and the class that goes with `kind`.
    fn mark_first(&mut self, kind: EntryKind, words: &[Word], root: u32) {
        let Some(&first) = words.first() else { return };
        let info = self.words.entry(first).or_default();
        info.root = root;
        info.classes = info.classes.with(match kind {
            EntryKind::PlaceHead(_) => Classes::PLACE_TYPE,
            EntryKind::BodyHead(_) => Classes::BODY_HEAD,
            EntryKind::Title(_) => Classes::TITLE_HEAD,
            EntryKind::Saying => Classes::SAYING,
            EntryKind::Honorific if words.len() == 1 => Classes::HONORIFIC,
            _ => Classes::NONE,
        });
    }

    /// The gazetteer of what was added.
    pub(crate) fn finish(self) -> Gazetteer {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let Self { trie, words, entries, mut more, sources, arena, taken, .. } = self;
        more.sort_by_key(|&(entry, place)| (entry, place));
        let is_user = |id: EntryId| {
            let source = entries.get(id.0 as usize).and_then(|entry| sources.get(usize::from(entry.place.source)));
            source.is_some_and(|source| source.user)
        };
        let trie = trie.finish(|node, terminal| !taken.contains(&node) || is_user(terminal.entry));
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let lexicon = Lexicon { words };
        Gazetteer { id, lexicon, trie, entries, more, sources, arena, units: std::sync::OnceLock::new() }
    }
}

fn wrong(row: &Row<'_>, what: &str, remedy: &str) -> Error {
    Error::new(ErrorKind::Dictionary, format!("{what}\n  | {}\n  = {remedy}", row.line))
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
