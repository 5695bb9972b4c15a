//! What the dictionaries hold, by file and by kind.

use std::collections::BTreeMap;

use crate::gazetteer::Gazetteer;
use crate::gazetteer::reader::NameReader;
use crate::gazetteer::sheet::{Column, Header, RowKind, lines};
use crate::gazetteer::standard;
use crate::model::token::Word;

/// How many rows and names there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryCounts {
    /// By file, in the order in which they were compiled.
    pub files: Vec<FileCount>,
    /// Rows by the spelling of their kind: `title.post`, `word.surname`.
    pub kinds: BTreeMap<String, usize>,
    /// Rows by what their column `source` says, or their file where it has none.
    pub sources: BTreeMap<String, usize>,
    /// Nodes of the trie.
    pub nodes: usize,
    /// Entries, several rows of one name counted once, each body that a pattern makes by itself.
    pub entries: usize,
    /// Words known by themselves.
    pub words: usize,
}

/// One file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileCount {
    /// Its path under `dictionaries/`, or the user's.
    pub file: String,
    /// True for the user's.
    pub user: bool,
    /// Its rows.
    pub rows: usize,
    /// Names and aliases in them.
    pub names: usize,
    /// What its comments say of source and licence.
    pub source: String,
    /// The licence of the source.
    pub licence: String,
}

impl FileCount {
    /// What the comments of a file say; no rows counted yet.
    fn new(file: &str, text: &str, user: bool) -> Self {
        let stated = |what: &str| {
            let mut comments = text.lines().map_while(|line| line.strip_prefix("# "));
            comments.find_map(|line| line.strip_prefix(what)).unwrap_or_default().trim().to_owned()
        };
        Self { file: file.to_owned(), user, source: stated("source:"), licence: stated("licence:"), ..Self::default() }
    }
}

impl Gazetteer {
    /// What the dictionaries hold. It reads every file again: for people, not for pipelines.
    #[must_use]
    pub fn counts(&self) -> EntryCounts {
        let mut counts = EntryCounts {
            nodes: self.compiled.trie.nodes(),
            entries: self.compiled.entries.len(),
            words: self.compiled.lexicon.len(),
            ..EntryCounts::default()
        };
        for source in &self.sources {
            let mut file = FileCount::new(&source.file, &source.text, source.user);
            for (kind, names, from) in rows(&source.text) {
                file.rows += 1;
                file.names += names.len();
                *counts.kinds.entry(kind.to_owned()).or_default() += 1;
                let from = if from.is_empty() { file.source.as_str() } else { from };
                *counts.sources.entry(from.to_owned()).or_default() += 1;
            }
            counts.files.push(file);
        }
        for &(name, text) in standard::TABLES {
            let mut file = FileCount::new(name, text, false);
            let rows = lines(text).count();
            (file.rows, file.names) = (rows, rows);
            let kind = name.trim_end_matches(".tsv").replace('/', ".");
            *counts.kinds.entry(kind).or_default() += rows;
            *counts.sources.entry(file.source.clone()).or_default() += rows;
            counts.files.push(file);
        }
        counts
    }

    /// Pairs of different words of the dictionaries that share a value, as folded; there should be none.
    #[must_use]
    pub fn word_collisions(&self) -> Vec<(String, String)> {
        let mut reader = NameReader::default();
        let mut known: BTreeMap<Word, String> = BTreeMap::new();
        let mut collisions = Vec::new();
        let names = self.sources.iter().flat_map(|source| rows(&source.text)).flat_map(|(_, names, _)| names);
        for name in names {
            for (word, folded) in reader.folded(name) {
                match known.get(&word) {
                    Some(other) if *other != folded => collisions.push((other.clone(), folded)),
                    Some(_) => {}
                    None => drop(known.insert(word, folded)),
                }
            }
        }
        collisions
    }
}

/// The kind, the names and the source of every row.
fn rows(text: &str) -> impl Iterator<Item = (&str, Vec<&str>, &str)> {
    let mut lines = lines(text);
    let header = lines.next().and_then(|(_, _, line)| Header::parse(line).ok());
    lines.filter_map(move |(number, offset, line)| {
        let row = header.as_ref()?.row(number, offset, line).ok()?;
        let names = if row.kind == RowKind::Ignore { Vec::new() } else { row.names().collect() };
        Some((line.split('\t').next().unwrap_or_default(), names, row.field(Column::Source)))
    })
}
