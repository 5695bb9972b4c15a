//! Titles of the record: mentions with the same words are one title, taken apart into modifier, post, body and place.

use rustc_hash::FxHashMap;

use crate::model::mention::NameKind;
use crate::model::record::{Title, TitleMention};
use crate::model::span::Extent;
use crate::model::token::Word;
use crate::resolve::bodies::Bodies;
use crate::resolve::holders::office;
use crate::resolve::places::Places;
use crate::resolve::record::Ground;
use crate::resolve::words;
use crate::w;

/// The titles of a document.
pub struct Titles<'t> {
    all: Vec<Draft>,
    of: FxHashMap<usize, usize>,
    holders: &'t [Vec<usize>],
}

struct Draft {
    /// The indexes of the names.
    mentions: Vec<usize>,
    body: Option<String>,
    place: Option<String>,
}

impl<'t> Titles<'t> {
    /// Gathers the mentions of each title; `holders` are the people of each, per index of the name.
    #[must_use]
    pub fn new(ground: &Ground<'_>, bodies: &Bodies, places: &Places, holders: &'t [Vec<usize>]) -> Self {
        let mut titles = Self { all: Vec::new(), of: FxHashMap::default(), holders };
        let mut known: FxHashMap<u64, usize> = FxHashMap::default();
        let names = &ground.decided.names;
        for (index, name) in names.iter().enumerate().filter(|(_, name)| name.what.kind == NameKind::Title) {
            let key = words::hash(office::words(ground.doc, name.extent).map(|(_, word)| word));
            let at = *known.entry(key).or_insert_with(|| {
                let body =
                    ground.nest.within(names, index).find_map(|inner| bodies.of(inner)).map(|body| bodies.id(body));
                let place =
                    ground.nest.within(names, index).find_map(|inner| places.of(inner)).map(|place| places.id(place));
                titles.all.push(Draft { mentions: Vec::new(), body, place });
                titles.all.len() - 1
            });
            if let Some(draft) = titles.all.get_mut(at) {
                draft.mentions.push(index);
            }
            titles.of.insert(index, at);
        }
        titles
    }

    /// The id of the title that the name `index` names.
    #[must_use]
    pub fn id(&self, index: usize) -> Option<String> {
        self.of.get(&index).map(|&at| id(at))
    }

    /// The titles of each of `count` people, each in the order of the text.
    #[must_use]
    pub fn by_person(&self, count: usize) -> Vec<Vec<usize>> {
        let mut titles: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (at, draft) in self.all.iter().enumerate() {
            for &person in draft.mentions.iter().flat_map(|&index| self.holders_of(index)) {
                // Titles come one after the other, so a person has this one already where it is the last.
                if let Some(held) = titles.get_mut(person).filter(|held| held.last() != Some(&at)) {
                    held.push(at);
                }
            }
        }
        titles
    }

    /// The tokens of the first mention of the title `at`.
    #[must_use]
    pub fn extent(&self, ground: &Ground<'_>, at: usize) -> Option<Extent> {
        let first = *self.all.get(at)?.mentions.first()?;
        ground.decided.names.get(first).map(|name| name.extent)
    }

    /// The titles, in the order of first mention.
    #[must_use]
    pub fn records(&self, ground: &Ground<'_>) -> Vec<Title> {
        self.all.iter().enumerate().map(|(at, draft)| self.record(ground, at, draft)).collect()
    }

    fn record(&self, ground: &Ground<'_>, at: usize, draft: &Draft) -> Title {
        let names = &ground.decided.names;
        let first = draft.mentions.first().copied().unwrap_or_default();
        let extent = names.get(first).map_or(Extent::new(0, 0), |name| name.extent);
        let nested = ground.nest.within(names, first).next().and_then(|inner| names.get(inner));
        let parts = Parts::of(ground, extent, nested.map_or(extent.end(), |inner| inner.extent.first()));
        let mentions =
            draft.mentions.iter().filter_map(|&index| Some((index, names.get(index)?))).map(|(index, name)| {
                let (start, end) = ground.wire.place(name.extent);
                let holders = self.holders_of(index).iter().map(|&person| crate::resolve::people::id(person)).collect();
                TitleMention {
                    start,
                    end,
                    text: ground.wire.slice(name.extent).to_owned(),
                    rule: name.rule.to_owned(),
                    holders,
                }
            });
        Title {
            id: id(at),
            name: ground.wire.line(extent),
            head: ground.wire.line(parts.head),
            body: draft.body.clone(),
            place: draft.place.clone(),
            modifier: parts.modifier(ground),
            mentions: mentions.collect(),
        }
    }

    fn holders_of(&self, index: usize) -> &[usize] {
        self.holders.get(index).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The id of the title `at`.
#[must_use]
pub fn id(at: usize) -> String {
    format!("t{}", at + 1)
}

/// A title taken apart: `nguyên Phó` | `Chủ tịch` | `Thường trực`.
struct Parts {
    before: Extent,
    head: Extent,
    after: Extent,
}

impl Parts {
    /// The parts of the title `extent`, whose post ends at the latest at token `end`.
    fn of(ground: &Ground<'_>, extent: Extent, end: usize) -> Self {
        const BEFORE: [Word; 9] =
            [w!("nguyên"), w!("cựu"), w!("cố"), w!("tân"), w!("quyền"), w!("q"), w!("phó"), w!("."), w!("kt")];
        const AFTER: [(Word, Word); 4] =
            [(w!("thường"), w!("trực")), (w!("danh"), w!("dự")), (w!("dự"), w!("khuyết")), (w!("lâm"), w!("thời"))];
        let word = |at: usize| ground.doc.word(at);
        let end = if end > extent.first() { end } else { extent.end() };
        let mut first = extent.first();
        while first + 1 < end && BEFORE.contains(&word(first)) {
            first += 1;
        }
        let mut last = end;
        // `của` before the body
        if last > first + 1 && matches!(word(last - 1), w if w == w!("của") || w == w!("thuộc")) {
            last -= 1;
        }
        let after_end = last;
        if last > first + 2 && AFTER.contains(&(word(last - 2), word(last - 1))) {
            last -= 2;
        }
        Self {
            before: Extent::new(extent.first(), first),
            head: Extent::new(first, last),
            after: Extent::new(last, after_end),
        }
    }

    fn modifier(&self, ground: &Ground<'_>) -> Option<String> {
        let parts = [self.before, self.after].into_iter().filter(|part| !part.is_empty());
        let text: Vec<String> = parts.map(|part| ground.wire.line(part)).collect();
        (!text.is_empty()).then(|| text.join(" "))
    }
}
