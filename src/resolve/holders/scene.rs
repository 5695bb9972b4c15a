//! The people and titles of a text in order, and what stands between each and the next.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name, NameKind};
use crate::model::span::Extent;
use crate::model::token::Word;
use crate::resolve::holders::link::{self, Inner, Lead, Link};
use crate::resolve::nest::Nest;
use crate::w;

/// What a title needs to know of the text around it.
pub struct Scene<'s> {
    /// The document.
    pub doc: &'s Annotated<'s>,
    /// All its names.
    pub names: &'s [Claim<Name>],
    /// The people and titles that stand in no other person or title, in order.
    pub items: Vec<Item>,
}

/// A person or title in the text.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// The index of the name.
    pub name: usize,
    /// A person, else a title.
    pub is_person: bool,
    /// Its tokens.
    pub extent: Extent,
    /// The index of its sentence.
    pub sentence: usize,
    /// What leads up to it: `các đồng chí`.
    pub lead: Lead,
    /// What joins it to the item before.
    pub link: Link,
}

impl<'s> Scene<'s> {
    /// Sets the scene. Linear in the tokens.
    #[must_use]
    pub fn new(doc: &'s Annotated<'s>, names: &'s [Claim<Name>], nest: &Nest) -> Self {
        let mut items: Vec<Item> = Vec::new();
        let mut sentence = 0;
        for (index, name) in names.iter().enumerate() {
            let is_person = name.what.kind == NameKind::Person;
            if !(is_person || name.what.kind == NameKind::Title) || nest.parent(index).is_some() {
                continue;
            }
            let first = name.extent.first();
            while doc.sentences.get(sentence).is_some_and(|extent| extent.end() <= first) {
                sentence += 1;
            }
            let floor = items.last().map_or(0, |item| item.extent.end());
            let lead = link::lead(doc, first, floor.min(first));
            let link = match items.last() {
                Some(item) if ends_quotation(doc, item.extent) => Link::Far,
                Some(item) => {
                    let inner = Inner { names: between(names, item.name, index), titled: !item.is_person };
                    link::between(doc, item.extent.end(), lead.from, item.sentence != sentence, inner)
                }
                None => Link::Far,
            };
            items.push(Item { name: index, is_person, extent: name.extent, sentence, lead, link });
        }
        Self { doc, names, items }
    }

    /// The item `at`.
    #[must_use]
    pub fn item(&self, at: usize) -> Option<&Item> {
        self.items.get(at)
    }

    /// How the item `at` is joined to the one before; [`Link::Far`] past the end.
    #[must_use]
    pub fn link(&self, at: usize) -> Link {
        self.item(at).map_or(Link::Far, |item| item.link)
    }

    /// True where the item `at` is a person.
    #[must_use]
    pub fn is_person(&self, at: usize) -> bool {
        self.item(at).is_some_and(|item| item.is_person)
    }

    /// True where the item `at` is a title.
    #[must_use]
    pub fn is_title(&self, at: usize) -> bool {
        self.item(at).is_some_and(|item| !item.is_person)
    }

    /// The item `at`; where it is another name of the person before it, in brackets (`A (B)`), that one.
    #[must_use]
    pub fn outside(&self, at: usize) -> usize {
        let closes = self.item(at).is_some_and(|item| self.doc.token_text(item.extent.end()) == ")");
        if closes && self.is_person(at) && self.link(at) == Link::Open && at > 0 && self.is_person(at - 1) {
            at - 1
        } else {
            at
        }
    }

    /// True where the clause ends after the item `at`.
    #[must_use]
    pub fn ends_clause(&self, at: usize) -> bool {
        let Some(end) = self.item(at).map(|item| item.extent.end()) else { return false };
        self.doc.gap(end).is_break() || matches!(self.doc.token_text(end), "," | ";" | "." | ")" | "…" | "...")
    }

    /// True where the title `at` is that of whom the title before it serves: `trợ lý | Chủ tịch Quốc hội`.
    #[must_use]
    pub fn is_boss(&self, at: usize) -> bool {
        let Some(aide) = at.checked_sub(1).and_then(|before| self.item(before)) else { return false };
        let last = aide.extent.end() - 1;
        const AIDES: [(Word, Word); 2] = [(w!("trợ"), w!("lý")), (w!("thư"), w!("ký"))];
        let pair = |first: usize| (self.doc.word(first), self.doc.word(first + 1));
        // `trợ lý Ủy viên A, Bộ trưởng B`: the title names the first post of whom is served
        let (first, office) = (aide.extent.first(), [w!("ủy"), w!("tổng"), w!("chủ"), w!("phó"), w!("bộ"), w!("thủ")]);
        let serves = AIDES.contains(&pair(first)) && office.contains(&self.doc.word(first + 2));
        let joined = match self.link(at) {
            Link::Touch => AIDES.contains(&pair(last.saturating_sub(1))),
            Link::Comma => serves && aide.extent.len() > 2,
            _ => false,
        };
        joined && !aide.is_person && self.is_title(at)
    }

    /// True where the two items stand in one sentence, or in lines that a `;` or `:` joins.
    #[must_use]
    pub fn same_sentence(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.item(one), self.item(other)) else { return false };
        one.sentence == other.sentence
    }

    /// The first token of the sentence of item `at`.
    #[must_use]
    pub fn sentence_start(&self, at: usize) -> usize {
        let sentence = self.item(at).and_then(|item| self.doc.sentences.get(item.sentence));
        sentence.map_or(0, |sentence| sentence.first())
    }

    /// The tokens between the item before `at` (or the start of the sentence) and the lead of item `at`.
    #[must_use]
    pub fn gap_before(&self, at: usize) -> Extent {
        let Some(item) = self.item(at) else { return Extent::new(0, 0) };
        let start = at.checked_sub(1).and_then(|before| self.item(before)).map_or(0, |before| before.extent.end());
        Extent::new(start.max(self.sentence_start(at)), item.lead.from)
    }
}

/// The names that begin behind the name `before` and stand before the name `after`.
fn between(names: &[Claim<Name>], before: usize, after: usize) -> &[Claim<Name>] {
    let inner = names.get(before + 1..after).unwrap_or_default();
    let end = names.get(before).map_or(0, |name| name.extent.end());
    inner.get(inner.partition_point(|name| name.extent.first() < end)..).unwrap_or_default()
}

/// True where a quotation ends with the name, of which more was quoted: `“… bầu làm Chủ tịch A”, ông B nói`.
fn ends_quotation(doc: &Annotated<'_>, name: Extent) -> bool {
    let before = name.first().checked_sub(1).map_or("", |at| doc.token_text(at));
    matches!(doc.token_text(name.end()), "”" | "\"" | "»") && !matches!(before, "“" | "\"" | "«")
}
