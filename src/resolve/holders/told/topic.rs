//! Whom a pronoun or an unsaid subject means.

use crate::model::span::Extent;
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::link::Link;
use crate::resolve::holders::scene::Scene;
use crate::resolve::words;

/// Whom a pronoun means: who was last said to have a post, a little later who was last named.
#[derive(Default)]
pub(super) struct Topic {
    named: Option<usize>,
    told: Option<(usize, usize)>,
}

/// For how many sentences the person told of stays the topic.
const STAYS: usize = 3;

impl Topic {
    /// Notes that the item `at` names a person.
    pub(super) fn named(&mut self, scene: &Scene<'_>, at: usize, person: usize) {
        let sentence = scene.item(at).map_or(0, |item| item.sentence);
        if self.told.is_some_and(|(told, _)| told != person) && opens_line(scene, at) {
            self.told = None;
        }
        if self.told.is_some_and(|(told, _)| told == person) {
            self.told = Some((person, sentence));
        }
        self.named = Some(person);
    }

    /// Notes that the titles from the item `at` on were said to be held.
    pub(super) fn told(&mut self, scene: &Scene<'_>, at: usize, people: &[usize]) {
        if let (&[person], Some(item)) = (people, scene.item(at)) {
            self.told = Some((person, item.sentence));
        }
    }

    /// Whom a pronoun in the sentence means.
    pub(super) fn at(&self, sentence: usize) -> Option<usize> {
        self.recent(sentence).or(self.named)
    }

    /// Who was told of a little before the sentence.
    pub(super) fn recent(&self, sentence: usize) -> Option<usize> {
        self.told.filter(|&(_, since)| sentence.saturating_sub(since) <= STAYS).map(|(person, _)| person)
    }
}

/// True where the person `at`, with titles before it, begins a line: a caption or a paragraph about somebody else.
fn opens_line(scene: &Scene<'_>, at: usize) -> bool {
    let titled = at > 0 && scene.is_title(at - 1) && scene.link(at) == Link::Touch;
    let first = scene.item(if titled { at - 1 } else { at }).map_or(0, |item| item.lead.from);
    scene.doc.gap(first).is_break() && first == scene.sentence_start(at)
}

/// The person whom the pronoun that begins the sentence means: `Ông đã gặp B và là A`.
pub(super) fn opening(scene: &Scene<'_>, topic: &Topic, at: usize) -> Option<Vec<usize>> {
    let item = scene.item(at)?;
    let start = scene.sentence_start(at);
    let first = scene.items.partition_point(|item| item.extent.first() < start);
    let named = scene.item(first).is_some_and(|item| item.is_person && item.lead.from == start);
    let meant = words::is_pronoun(scene.doc, start) && !named;
    meant.then(|| topic.at(item.sentence)).flatten().map(|person| vec![person])
}

/// The person whom a pronoun in the words before means; also where the sentence has no subject.
pub(super) fn pronoun(scene: &Scene<'_>, ledger: &Ledger, topic: &Topic, gap: Extent, at: usize) -> Option<Vec<usize>> {
    let sentence = scene.item(at)?.sentence;
    let earlier =
        at.checked_sub(1).filter(|&before| scene.same_sentence(before, at) && ledger.how(before) == How::Told);
    if gap.range().rev().take(40).any(|at| words::is_pronoun(scene.doc, at)) {
        return topic.at(sentence).map(|person| vec![person]);
    }
    if let Some(before) = earlier {
        return Some(ledger.holders(before).to_vec());
    }
    let recent = topic.recent(sentence).map(|person| vec![person]);
    // `Trình độ chuyên môn: A`
    let labelled = gap.len() <= 24 && scene.doc.token_text(scene.item(at)?.lead.from.checked_sub(1)?) == ":";
    if labelled {
        recent.or_else(|| topic.named.map(|person| vec![person]))
    } else {
        recent.filter(|_| gap.len() <= 12)
    }
}

/// `trên cương vị A, ông …`: a pronoun after the titles.
pub(super) fn pronoun_after(scene: &Scene<'_>, end: usize) -> bool {
    let Some(last) = scene.item(end - 1) else { return false };
    (last.extent.end()..last.extent.end() + 4).any(|at| words::is_pronoun(scene.doc, at))
}
