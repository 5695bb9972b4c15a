//! What the dictionaries hold, by file and by kind.

use std::collections::BTreeMap;

use crate::gazetteer::Gazetteer;
use crate::gazetteer::reader::NameReader;
use crate::gazetteer::sheet::{Header, RowKind, lines};
use crate::model::token::Word;

/// How many rows and names there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryCounts {
    /// By file, in the order in which they were compiled.
    pub files: Vec<FileCount>,
    /// Rows by the spelling of their kind: `title.post`, `word.surname`.
    pub kinds: BTreeMap<String, usize>,
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

impl Gazetteer {
    /// What the dictionaries hold. It reads every file again: for people, not for pipelines.
    #[must_use]
    pub fn counts(&self) -> EntryCounts {
        let mut counts = EntryCounts {
            nodes: self.trie.nodes(),
            entries: self.entries.len(),
            words: self.lexicon.words.len(),
            ..EntryCounts::default()
        };
        for source in &self.sources {
            let stated = |what: &str| {
                let line = source
                    .text
                    .lines()
                    .map_while(|line| line.strip_prefix("# "))
                    .find_map(|line| line.strip_prefix(what));
                line.unwrap_or_default().trim().to_owned()
            };
            let mut file = FileCount {
                file: source.file.to_string(),
                user: source.user,
                source: stated("source:"),
                licence: stated("licence:"),
                ..FileCount::default()
            };
            for (kind, names) in rows(&source.text) {
                file.rows += 1;
                file.names += names.len();
                *counts.kinds.entry(kind.to_owned()).or_default() += 1;
            }
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
        let names = self.sources.iter().flat_map(|source| rows(&source.text)).flat_map(|(_, names)| names);
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

/// The kind and the names of every row.
fn rows(text: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    let mut lines = lines(text);
    let header = lines.next().and_then(|(_, _, line)| Header::parse(line).ok());
    lines.filter_map(move |(number, offset, line)| {
        let row = header.as_ref()?.row(number, offset, line).ok()?;
        let names = if row.kind == RowKind::Ignore { Vec::new() } else { row.names().collect() };
        Some((line.split('\t').next().unwrap_or_default(), names))
    })
}
