//! Bodies of the record: mentions of one row of the dictionaries, or with the same words, are one body; so are an
//! abbreviation that the text introduces (`Liên đoàn Cờ (LĐC)`) and a bare type word (`Bộ`) of the one such body.

use rustc_hash::FxHashMap;

use crate::gazetteer::entry::Entry;
use crate::gazetteer::fold::word_of;
use crate::gazetteer::kind::EntryKind;
use crate::gazetteer::sheet::Column;
use crate::model::mention::{Claim, Name, NameKind};
use crate::model::record::Body;
use crate::model::span::Extent;
use crate::model::token::{Shape, Word};
use crate::resolve::holders::office;
use crate::resolve::record::Ground;
use crate::resolve::words;

/// The bodies of a document.
pub struct Bodies {
    all: Vec<Draft>,
    of: FxHashMap<usize, usize>,
    keys: FxHashMap<u64, usize>,
}

struct Draft {
    /// The indexes of the names.
    mentions: Vec<usize>,
    /// An abbreviation that the text gives once and never uses alone.
    abbreviation: Option<Extent>,
}

/// The longest name whose tail is compared with other bodies, in words.
const LONGEST: usize = 32;

impl Bodies {
    /// Gathers the mentions of each body.
    #[must_use]
    pub fn new(ground: &Ground<'_>) -> Self {
        let mut bodies = Self { all: Vec::new(), of: FxHashMap::default(), keys: FxHashMap::default() };
        for (index, name) in ground.decided.names.iter().enumerate() {
            if name.what.kind == NameKind::Body {
                bodies.add(ground, index, name);
            }
        }
        bodies.join_bare(ground);
        bodies.sort(ground);
        bodies
    }

    fn add(&mut self, ground: &Ground<'_>, index: usize, name: &Claim<Name>) {
        let by_words = key(ground, name.extent);
        let by_row = reference(ground, name).map(row_key);
        let known = by_row.and_then(|key| self.keys.get(&key)).or_else(|| self.keys.get(&by_words)).copied();
        let at = known.unwrap_or_else(|| {
            self.all.push(Draft { mentions: Vec::new(), abbreviation: None });
            self.all.len() - 1
        });
        self.keys.entry(by_words).or_insert(at);
        if let Some(key) = by_row {
            self.keys.entry(key).or_insert(at);
        }
        let abbreviation = introduced(ground, name.extent.end());
        if let Some(extent) = abbreviation {
            self.keys.entry(key(ground, extent)).or_insert(at);
        }
        if let Some(draft) = self.all.get_mut(at) {
            draft.mentions.push(index);
            draft.abbreviation = draft.abbreviation.or(abbreviation);
        }
        self.of.insert(index, at);
    }

    /// Joins a body that is named by a bare type word to the only one of that type in the text.
    fn join_bare(&mut self, ground: &Ground<'_>) {
        let names = &ground.decided.names;
        let first = |draft: &Draft| draft.mentions.first().and_then(|&index| names.get(index)).map(|name| name.extent);
        let mut only: FxHashMap<u64, Option<usize>> = FxHashMap::default();
        for (at, draft) in self.all.iter().enumerate() {
            let Some(extent) = first(draft) else { continue };
            let mut hash = words::EMPTY;
            let mut words = office::words(ground.doc, extent).map(|(_, word)| word).take(LONGEST_TYPE + 1).peekable();
            while let Some(word) = words.next() {
                hash = words::more(hash, word);
                if words.peek().is_some() {
                    only.entry(hash).and_modify(|one| *one = None).or_insert(Some(at));
                }
            }
        }
        for at in 0..self.all.len() {
            let own = |draft: &Draft| {
                draft.mentions.first().and_then(|&index| names.get(index)).and_then(|name| entry(ground, name))
            };
            let bare = self.all.get(at).filter(|draft| own(draft).is_none());
            let Some(extent) = bare.and_then(first).filter(|&extent| is_bare(ground, extent)) else {
                continue;
            };
            let Some(to) = only.get(&key(ground, extent)).copied().flatten().filter(|&to| to != at) else { continue };
            let moved = self.all.get_mut(at).map(|draft| std::mem::take(&mut draft.mentions)).unwrap_or_default();
            if let Some(draft) = self.all.get_mut(to) {
                draft.mentions.extend(&moved);
                draft.mentions.sort_unstable();
            }
        }
    }

    /// Puts the bodies in the order of first mention, without those that were joined to others.
    fn sort(&mut self, ground: &Ground<'_>) {
        let mut order: Vec<usize> = (0..self.all.len())
            .filter(|&at| self.all.get(at).is_some_and(|draft| !draft.mentions.is_empty()))
            .collect();
        order.sort_by_key(|&at| self.all.get(at).and_then(|draft| draft.mentions.first().copied()));
        let mut drafts = Vec::with_capacity(order.len());
        let mut places: FxHashMap<usize, usize> = FxHashMap::default();
        for (new, &old) in order.iter().enumerate() {
            places.insert(old, new);
            if let Some(draft) = self.all.get_mut(old) {
                drafts.push(Draft { mentions: std::mem::take(&mut draft.mentions), abbreviation: draft.abbreviation });
            }
        }
        self.all = drafts;
        let names = &ground.decided.names;
        self.of.clear();
        for (at, draft) in self.all.iter().enumerate() {
            self.of.extend(draft.mentions.iter().map(|&index| (index, at)));
        }
        let of = &self.of;
        let bare = |index: usize| names.get(index).map(|name| key(ground, name.extent));
        self.keys = self.keys.iter().filter_map(|(&key, old)| Some((key, *places.get(old)?))).collect();
        self.keys.extend(of.iter().filter_map(|(&index, &at)| Some((bare(index)?, at))));
    }

    /// The body that the name `index` names.
    #[must_use]
    pub fn of(&self, index: usize) -> Option<usize> {
        self.of.get(&index).copied()
    }

    /// The first body named within `extent`.
    #[must_use]
    pub fn within(&self, ground: &Ground<'_>, extent: Extent) -> Option<usize> {
        let names = &ground.decided.names;
        let from = names.partition_point(|name| name.extent.first() < extent.first());
        (from..names.len())
            .take_while(|&at| names.get(at).is_some_and(|name| name.extent.first() < extent.end()))
            .find_map(|at| self.of(at))
    }

    /// The body of that name, where the text names it.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<usize> {
        let mut buffer = String::new();
        let words: Vec<Word> = name.split_whitespace().map(|word| word_of(word, &mut buffer)).collect();
        self.keys.get(&words::hash(words.into_iter().flat_map(office::expand))).copied()
    }

    /// The id of the body `at`.
    #[must_use]
    pub fn id(&self, at: usize) -> String {
        format!("b{}", at + 1)
    }

    /// The bodies, in the order of first mention.
    #[must_use]
    pub fn records(&self, ground: &Ground<'_>) -> Vec<Body> {
        (0..self.all.len()).filter_map(|at| self.record(ground, at)).collect()
    }

    fn record(&self, ground: &Ground<'_>, at: usize) -> Option<Body> {
        let draft = self.all.get(at)?;
        let named: Vec<&Claim<Name>> =
            draft.mentions.iter().filter_map(|&index| ground.decided.names.get(index)).collect();
        let fullest = named.iter().copied().rev().max_by_key(|name| {
            office::words(ground.doc, name.extent).count() * 2 + usize::from(!is_loud(ground, name.extent))
        })?;
        let entry = named.iter().find_map(|name| entry(ground, name));
        Some(Body {
            id: self.id(at),
            name: ground.wire.line(fullest.extent),
            kind: kind(ground, entry, fullest.extent).to_owned(),
            r#ref: named.iter().find_map(|name| reference(ground, name)).map(str::to_owned),
            aliases: aliases(ground, draft, &named, fullest.extent),
            parent: self.parent(ground, at, entry, fullest.extent).map(|parent| self.id(parent)),
            mentions: named.iter().map(|name| ground.wire.mention(name.extent, name.rule)).collect(),
        })
    }

    /// The body that the dictionary or the tail of the name says it belongs to: `Phòng A Công an tỉnh B`.
    fn parent(&self, ground: &Ground<'_>, at: usize, entry: Option<Entry<'_>>, extent: Extent) -> Option<usize> {
        let listed = entry.map(|entry| entry.field(Column::Within)).filter(|name| !name.is_empty());
        if let Some(parent) = listed.and_then(|name| self.named(name)) {
            return Some(parent).filter(|&parent| parent != at);
        }
        let words: Vec<Word> = office::words(ground.doc, extent).map(|(_, word)| word).take(LONGEST).collect();
        // One word is no body's tail: `ngành Tổ chức xây dựng Đảng` is not of `Đảng`.
        (1..words.len().saturating_sub(1)).find_map(|from| {
            let tail = words::hash(words.get(from..).unwrap_or_default().iter().copied());
            self.keys.get(&tail).copied().filter(|&parent| parent != at)
        })
    }
}

/// The longest bare type word, in words: `Ủy ban nhân dân`.
const LONGEST_TYPE: usize = 4;

/// True where the name is but the words that name a type of body: `Bộ`, `Công ty`.
fn is_bare(ground: &Ground<'_>, extent: Extent) -> bool {
    let head = ground.doc.longest_at(extent.first(), |kind| matches!(kind, EntryKind::BodyHead(_)));
    head.is_some_and(|head| head.extent.end() >= extent.end())
}

/// `(LĐC)` right after a body: the abbreviation in the brackets.
fn introduced(ground: &Ground<'_>, open: usize) -> Option<Extent> {
    let doc = ground.doc;
    if doc.token_text(open) != "(" {
        return None;
    }
    let close = (open + 2..open + 5).find(|&at| doc.token_text(at) == ")")?;
    let short = |at: usize| {
        matches!(doc.shape(at), Shape::Upper | Shape::Code | Shape::Mixed) || matches!(doc.token_text(at), "-" | "&")
    };
    (open + 1..close).all(short).then(|| Extent::new(open + 1, close))
}

fn key(ground: &Ground<'_>, extent: Extent) -> u64 {
    words::hash(office::words(ground.doc, extent).map(|(_, word)| word))
}

/// Rows and words share one map; a row's key is made so that it meets no words.
fn row_key(reference: &str) -> u64 {
    words::hash([crate::model::token::word("ref:"), crate::model::token::word(reference)])
}

/// The row of the dictionaries for the whole name: the one that the claim brings, else the matcher's.
fn entry<'g>(ground: &Ground<'g>, name: &Claim<Name>) -> Option<Entry<'g>> {
    let is_body = |entry: &Entry<'_>| matches!(entry.kind, EntryKind::Body(_));
    let claimed = name.what.entry.and_then(|id| ground.gazetteer.entry(id)).filter(is_body);
    claimed.or_else(|| {
        let mut hits = ground.doc.lookups_at(name.extent.first()).iter();
        let hit = hits.find(|hit| hit.extent == name.extent && matches!(hit.kind, EntryKind::Body(_)))?;
        ground.gazetteer.entry(hit.entry)
    })
}

fn reference<'g>(ground: &Ground<'g>, name: &Claim<Name>) -> Option<&'g str> {
    entry(ground, name).map(|entry| entry.reference).filter(|reference| !reference.is_empty())
}

fn kind(ground: &Ground<'_>, entry: Option<Entry<'_>>, extent: Extent) -> &'static str {
    let listed = entry.map(|entry| entry.kind);
    let head =
        || ground.doc.longest_at(extent.first(), |kind| matches!(kind, EntryKind::BodyHead(_))).map(|head| head.kind);
    match listed.or_else(head) {
        Some(EntryKind::Body(kind) | EntryKind::BodyHead(kind)) => kind.as_str(),
        _ => "other",
    }
}

/// True for a name in capitals.
fn is_loud(ground: &Ground<'_>, extent: Extent) -> bool {
    extent.range().all(|at| ground.doc.shape(at) == Shape::Upper)
}

/// The other forms, in the order of the text.
fn aliases(ground: &Ground<'_>, draft: &Draft, named: &[&Claim<Name>], fullest: Extent) -> Vec<String> {
    let folded = |extent: Extent| words::hash(extent.range().map(|at| ground.doc.word(at)));
    let mut seen = vec![folded(fullest)];
    let mut aliases = Vec::new();
    for extent in named.iter().map(|name| name.extent).chain(draft.abbreviation) {
        let form = folded(extent);
        if seen.len() < MOST_ALIASES && !seen.contains(&form) {
            seen.push(form);
            aliases.push(ground.wire.line(extent));
        }
    }
    aliases
}

/// How many forms of one name are told apart.
const MOST_ALIASES: usize = 24;
