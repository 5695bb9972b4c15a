//! From dictionary files to a [`Gazetteer`]: rows into words, names into the trie, later rows over earlier ones.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::gazetteer::code::{self, code};
use crate::gazetteer::compiled::{Compiled, Unit};
use crate::gazetteer::entry::{EntryData, EntryId, Made, More, RowPlace};
use crate::gazetteer::fold::word_of;
use crate::gazetteer::kind::{Case, EntryKind, PlaceKind};
use crate::gazetteer::lexicon::{Lexicon, WordInfo};
use crate::gazetteer::pattern::{Pattern, Province};
use crate::gazetteer::reader::NameReader;
use crate::gazetteer::sheet::{Column, Header, Row, RowKind, WordKind, lines};
use crate::gazetteer::source::Source;
use crate::gazetteer::standard;
use crate::gazetteer::trie::{LONGEST, Needs, Terminal, TrieBuilder};
use crate::model::error::{Error, ErrorKind};
use crate::model::span::narrow;
use crate::model::token::{Classes, Word, word};

/// A gazetteer under construction.
#[derive(Debug, Default)]
pub(crate) struct Compiler {
    trie: TrieBuilder,
    words: FxHashMap<Word, WordInfo>,
    /// How many context words there are.
    contexts: u16,
    entries: Vec<EntryData>,
    made: Vec<Made>,
    sources: Vec<Source>,
    arena: String,
    /// Rows beyond the first of entries that share a name: units of one name, posts of one person, years of one law.
    more: Vec<More>,
    shared: FxHashMap<(u32, EntryKind), EntryId>,
    /// The provinces, for patterns.
    provinces: Vec<Province>,
    /// Nodes at which only rows of the user, or no rows, may end.
    taken: FxHashSet<u32>,
    reader: NameReader,
}

/// A name as it stands in the trie.
struct Name {
    node: u32,
    root: u32,
    first: Word,
    length: usize,
    has: Needs,
}

/// What ends there.
struct End {
    entry: EntryId,
    kind: EntryKind,
    case: Option<Case>,
    user: bool,
}

impl Compiler {
    /// With the dictionaries that come with the program, read anew.
    pub(crate) fn standard() -> Self {
        let mut compiler = Self::default();
        for &(file, text) in standard::FILES {
            // The test suite refuses a wrong row of ours; should one slip through, the others still count.
            drop(compiler.add(Source::ours(file, text)));
        }
        compiler
    }

    /// Adds the rows of `source`; rows that are wrong are left out.
    ///
    /// # Errors
    /// One for each wrong row, with file, line, the line itself and what to do.
    pub(crate) fn add(&mut self, source: Source) -> Result<(), Vec<Error>> {
        let errors = self.add_rows(&source);
        self.sources.push(source);
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    fn add_rows(&mut self, source: &Source) -> Vec<Error> {
        let mut rows = lines(&source.text);
        let Some((number, _, line)) = rows.next() else {
            return vec![Error::new(ErrorKind::Dictionary, "no header").at(source.file.clone())];
        };
        let header = match Header::parse(line) {
            Ok(header) => header,
            Err(error) => return vec![error.at(place(source, number))],
        };
        let mut errors = Vec::new();
        // Rows that share a name stand one after another in our files, and need not be read to be kept.
        let mut again: Option<(&str, EntryId)> = None;
        let mut kind = None;
        for (number, offset, line) in rows {
            if let Some((same, entry)) = again
                && line.starts_with(same)
            {
                self.more.push(More { entry: entry.0, place: self.place_of(number, offset) });
                continue;
            }
            // The test suite counts the fields of our files.
            let row = if source.user {
                header.row(number, offset, line)
            } else {
                header.row_after(number, offset, line, &mut kind)
            };
            match row.and_then(|row| self.add_row(&row, source)) {
                Ok(shared) => again = shared.and_then(|entry| Some((header.same_name(line)?, entry))),
                Err(error) => errors.push(error.at(place(source, number))),
            }
        }
        errors
    }

    /// Adds a row. What it returns is the entry that further rows of that name share.
    fn add_row(&mut self, row: &Row<'_, '_>, source: &Source) -> Result<Option<EntryId>, Error> {
        match row.kind {
            RowKind::Word(kind) => self.add_word(row, kind),
            RowKind::Ignore => {
                for name in row.names() {
                    self.reader.read(name);
                    let (node, _) = self.trie.insert(self.reader.words());
                    self.taken.insert(node);
                }
            }
            RowKind::Entry(kind) => {
                let entry = self.add_entry(row, kind, source)?;
                return Ok(entry.filter(|_| shares(kind) && !source.user));
            }
        }
        Ok(None)
    }

    fn add_word(&mut self, row: &Row<'_, '_>, kind: WordKind) {
        let number = row.field(Column::Weight).parse().unwrap_or(1);
        let weight = log_weight(number);
        let mut buffer = String::new();
        for name in row.names() {
            let info = self.words.entry(word_of(name, &mut buffer)).or_default();
            info.classes |= kind.classes().0;
            let slot = match kind {
                WordKind::Surname => &mut info.surname,
                WordKind::Middle => &mut info.middle,
                WordKind::Given => &mut info.given,
                WordKind::Tail => &mut info.tail,
                WordKind::Context => {
                    self.contexts += 1;
                    info.context = self.contexts;
                    continue;
                }
                WordKind::Company { capital } => {
                    let company = if capital { &mut info.company_capital } else { &mut info.company };
                    *company = u8::try_from(number).unwrap_or_default();
                    continue;
                }
                WordKind::Circle { capital } => {
                    let circle = if capital { &mut info.circle_capital } else { &mut info.circle };
                    *circle = u16::try_from(number).unwrap_or_default();
                    continue;
                }
                WordKind::Minority | WordKind::Honorific | WordKind::Function | WordKind::Saying | WordKind::Cue(_) => {
                    continue;
                }
            };
            *slot = weight.max(*slot);
        }
    }

    fn add_entry(&mut self, row: &Row<'_, '_>, kind: EntryKind, source: &Source) -> Result<Option<EntryId>, Error> {
        if row.field(Column::Name).as_bytes().contains(&b'{') {
            return self.add_pattern(row, kind, source).map(|()| None);
        }
        if kind == EntryKind::Place(PlaceKind::Province)
            && let Some(province) = Province::of(row, &mut self.reader)
        {
            match self.provinces.iter_mut().find(|known| known.is(&province)) {
                Some(known) => *known = province,
                None => self.provinces.push(province),
            }
        }
        let mut entry = None;
        for name in row.names() {
            let has = self.reader.read(name);
            let (length, first) = (self.reader.words().len(), self.reader.words().first().copied());
            let Some(first) = first.filter(|_| length <= LONGEST) else {
                let what = format!("{name:?} has {length} words");
                return Err(wrong(row, &what, &format!("names have 1 to {LONGEST}")));
            };
            let (node, root) = self.trie.insert(self.reader.words());
            let id = match entry {
                Some(id) => id,
                None => *entry.insert(self.entry_at(node, row, kind, source)),
            };
            let end = End { entry: id, kind, case: row.case(), user: source.user };
            self.end_name(&Name { node, root, first, length, has }, &end);
        }
        Ok(entry)
    }

    fn add_pattern(&mut self, row: &Row<'_, '_>, kind: EntryKind, source: &Source) -> Result<(), Error> {
        let remedy = "the slots are {tỉnh}, {tên}, {tên tỉnh} and {tên thành phố}";
        let mut patterns = Vec::new();
        for name in row.names() {
            match Pattern::parse(name, &mut self.reader) {
                Ok(Some(pattern)) => patterns.push(pattern),
                Ok(None) => return Err(wrong(row, "a name without a slot beside one with a slot", remedy)),
                Err(what) => return Err(wrong(row, &what, remedy)),
            }
        }
        let Some(first) = patterns.first() else { return Ok(()) };
        let provinces = std::mem::take(&mut self.provinces);
        let mut words = Vec::new();
        for province in provinces.iter().filter(|province| first.fits(province)) {
            let id = self.made_entry(row, kind, first, province);
            let end = End { entry: id, kind, case: row.case(), user: source.user };
            for pattern in &patterns {
                pattern.expand(province, &mut words, |words, has| {
                    let (node, root) = self.trie.insert(words);
                    let Some(&first) = words.first() else { return };
                    self.end_name(&Name { node, root, first, length: words.len(), has }, &end);
                });
            }
        }
        self.provinces = provinces;
        Ok(())
    }

    /// Lets a name end in the trie, and gives its first word its root and the class that goes with the kind.
    fn end_name(&mut self, name: &Name, end: &End) {
        let case = end.case.unwrap_or_else(|| end.kind.default_case(name.length));
        self.trie.end(name.node, Terminal { entry: end.entry, kind: end.kind, needs: needs_of(name.has, case) });
        if end.user {
            self.taken.insert(name.node);
        }
        let info = self.words.entry(name.first).or_default();
        info.root = name.root;
        let class = match end.kind {
            EntryKind::PlaceHead(_) => Classes::PLACE_TYPE,
            EntryKind::BodyHead(_) => Classes::BODY_HEAD,
            EntryKind::Title(_) => Classes::TITLE_HEAD,
            EntryKind::Saying => Classes::SAYING,
            EntryKind::Honorific if name.length == 1 => Classes::HONORIFIC,
            _ => Classes::NONE,
        };
        info.classes |= class.0;
    }

    /// The entry of a row whose name ends at `node`.
    fn entry_at(&mut self, node: u32, row: &Row<'_, '_>, kind: EntryKind, source: &Source) -> EntryId {
        let shares = !source.user && shares(kind);
        if shares && let Some(&id) = self.shared.get(&(node, kind)) {
            self.more.push(More { entry: id.0, place: self.place_of(row.number, row.offset) });
            return id;
        }
        let id = self.new_entry(row, kind, None);
        if shares {
            self.shared.insert((node, kind), id);
        }
        id
    }

    fn new_entry(&mut self, row: &Row<'_, '_>, kind: EntryKind, made: Option<Made>) -> EntryId {
        let id = EntryId(narrow(self.entries.len()));
        self.made.extend(made);
        let made = made.map_or(0, |_| narrow(self.made.len()));
        self.entries.push(EntryData { kind: code(kind), made, place: self.place_of(row.number, row.offset) });
        id
    }

    /// Where a row of the file that is being added stands.
    fn place_of(&self, number: usize, offset: usize) -> RowPlace {
        RowPlace {
            source: u16::try_from(self.sources.len()).unwrap_or(u16::MAX),
            offset: narrow(offset),
            number: narrow(number),
        }
    }

    /// The entry that a pattern makes for a province.
    fn made_entry(
        &mut self,
        row: &Row<'_, '_>,
        kind: EntryKind,
        pattern: &Pattern<'_>,
        province: &Province,
    ) -> EntryId {
        let start = narrow(self.arena.len());
        pattern.write_name(province, &mut self.arena);
        let middle = narrow(self.arena.len());
        self.arena.push_str(row.field(Column::Ref));
        self.arena.push('/');
        self.arena.push_str(&province.code);
        let made = Made { name: start, reference: middle, end: narrow(self.arena.len()) };
        self.new_entry(row, kind, Some(made))
    }

    /// What was added, compiled, and the files that it is of.
    pub(crate) fn finish(mut self) -> (Compiled, Vec<Source>) {
        self.more.sort_unstable();
        let units = self.units();
        let Self { trie, words, entries, made, more, sources, arena, taken, .. } = self;
        let is_user = |id: EntryId| {
            let source = entries.get(id.0 as usize).and_then(|entry| sources.get(usize::from(entry.place.source)));
            source.is_some_and(|source| source.user)
        };
        let (trie, nodes) = trie.finish(|node, terminal| !taken.contains(&node) || is_user(terminal.entry));
        let root = |node: u32| nodes.get(node as usize).copied().unwrap_or(0);
        let words = words.into_iter().map(|(word, info)| (word, WordInfo { root: root(info.root), ..info }));
        let compiled = Compiled {
            trie,
            lexicon: Lexicon::new(words),
            entries: entries.into_iter().collect(),
            made: made.into_iter().collect(),
            more: more.into_iter().collect(),
            units: units.into_iter().collect(),
            arena: arena.into_bytes().into_iter().collect(),
        };
        (compiled, sources)
    }

    /// The rows of countries, provinces, districts and communes, by code.
    fn units(&self) -> Vec<Unit> {
        let firsts = self.entries.iter().map(|entry| (entry.kind, entry.place));
        let others = self.more.iter().filter_map(|more| {
            let entry = self.entries.get(more.entry as usize)?;
            Some((entry.kind, more.place))
        });
        let mut units: Vec<Unit> = firsts
            .chain(others)
            .filter(|&(kind, _)| is_unit(code::kind(kind)))
            .filter_map(|(kind, place)| {
                let source = self.sources.get(usize::from(place.source))?;
                let code = source.field(place.offset, Column::Ref).filter(|code| !code.is_empty())?;
                Some(Unit { code: word(code).0, kind, place })
            })
            .collect();
        units.sort_unstable();
        units
    }
}

const fn is_unit(kind: EntryKind) -> bool {
    use PlaceKind::{Commune, Country, District, Province};
    matches!(kind, EntryKind::Place(Country | Province | District | Commune))
}

/// Kinds of which many rows may have one name: units, posts of a person, years of a law.
const fn shares(kind: EntryKind) -> bool {
    matches!(
        kind,
        EntryKind::Place(PlaceKind::Province | PlaceKind::District | PlaceKind::Commune)
            | EntryKind::Person
            | EntryKind::DocumentName
    )
}

fn wrong(row: &Row<'_, '_>, what: &str, remedy: &str) -> Error {
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
    (0..=u8::MAX).find(|&candidate| f64::from(candidate) >= weight).unwrap_or(u8::MAX)
}

fn place(source: &Source, number: usize) -> String {
    format!("{}:{number}", source.file)
}
