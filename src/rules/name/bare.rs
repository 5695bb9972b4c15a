//! Bare runs of capitals: stretches of a run, each as a person, as a body and as a place. Which it is, and where it
//! begins and ends, the weights decide: honorifics, neighbours, dictionaries, the rest of the document.

use crate::gazetteer::kind::EntryKind;
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Classes, Shape};
use crate::rules::name::candidate::{Lattice, Reading};
use crate::rules::name::scene::Scene;
use crate::rules::name::{initials, rule};

/// The longest bare name, in tokens.
const LONGEST: usize = 7;

/// Proposes the stretches of each run of capitals in the scene.
pub fn propose(scene: &Scene<'_, '_>, lattice: &mut Lattice) {
    let runs = &scene.board.runs;
    let from = runs.partition_point(|run| run.first() < scene.sentence.first());
    for &run in runs.get(from..).unwrap_or_default().iter().take_while(|run| run.end() <= scene.sentence.end()) {
        propose_run(scene, run, lattice);
    }
}

fn propose_run(scene: &Scene<'_, '_>, run: Extent, lattice: &mut Lattice) {
    for first in run.range() {
        if lattice.is_crowded(scene.sentence.len()) {
            return;
        }
        if !may_begin(scene, run, first) {
            continue;
        }
        for end in first + 1..=run.end().min(first + LONGEST) {
            if may_end(scene, run, first, end) {
                let extent = Extent::new(first, end);
                propose_stretch(scene, extent, lattice);
                if initials::may_be(scene, extent) {
                    propose_cut(scene, extent, lattice);
                }
            }
        }
    }
}

fn propose_stretch(scene: &Scene<'_, '_>, extent: Extent, lattice: &mut Lattice) {
    let (mut person, mut place, mut body) = (None, false, false);
    for lookup in scene.board.lookups_of(extent) {
        match lookup.kind {
            EntryKind::Person => person = person.or(Some(lookup.entry)),
            EntryKind::Place(_) => place = true,
            EntryKind::Body(_) => body = true,
            _ => {}
        }
    }
    let initials = initials::may_be(scene, extent).then(|| initials::feature_of(scene, extent)).flatten();
    let common = scene.common(lattice, extent);
    let reading = |kind, rule, entry| Reading { extent, kind, rule, entry, inner: None };
    let rule = if person.is_some() { rule!("person.dictionary") } else { rule!("person.run") };
    scene.propose_beside(lattice, reading(NameKind::Person, rule, person), initials.as_slice(), &common);
    // What the dictionaries know as a place or a body is proposed by those families.
    if !place {
        scene.propose_beside(lattice, reading(NameKind::Place, rule!("place.run"), None), &[], &common);
    }
    if !body {
        scene.propose_beside(lattice, reading(NameKind::Body, rule!("body.run"), None), &[], &common);
    }
}

/// `chị H. kể`, `Nguyễn Văn T. khai`: a last word cut to its initial keeps the dot, unless that ends the sentence.
fn propose_cut(scene: &Scene<'_, '_>, extent: Extent, lattice: &mut Lattice) {
    let end = extent.end() + 1;
    if !initials::is_cut(scene, extent) || end >= scene.sentence.end() {
        return;
    }
    let extent = Extent::new(extent.first(), end);
    let reading = Reading { extent, kind: NameKind::Person, rule: rule!("person.run"), entry: None, inner: None };
    scene.propose(lattice, reading, initials::feature_of(scene, extent).as_slice());
}

/// True where a name may begin at `first` of `run`.
fn may_begin(scene: &Scene<'_, '_>, run: Extent, first: usize) -> bool {
    let Some(token) = scene.board.token(first) else { return false };
    if token.shape == Shape::Lower || !token.shape.is_word() {
        return false;
    }
    // `GDP`, `USD`: abbreviations of common nouns.
    if token.shape == Shape::Upper && token.is(Classes::FUNCTION) && !scene.shouted {
        return false;
    }
    // A word of grammar that opens the sentence begins no name, unless it is a name's word too (`Tại`, but `Cao`).
    if token.is(Classes::FUNCTION) && !token.is(Classes::SURNAME) && scene.opens(first) && run.len() > 1 {
        return false;
    }
    let before = first.checked_sub(1).and_then(|before| scene.board.token(before));
    first == run.first()
        || run.len() <= 4
        || token.is(Classes::SURNAME.with(Classes::MINORITY))
        || before.is_some_and(|before| before.is(Classes::HONORIFIC) || before.shape == Shape::Punct)
        || scene.board.left.get(first - 1).is_some_and(|cue| cue.ends_head())
}

/// True where a name that begins at `first` of `run` may end at `end`.
fn may_end(scene: &Scene<'_, '_>, run: Extent, first: usize, end: usize) -> bool {
    let Some(last) = scene.board.token(end - 1) else { return false };
    if !last.shape.is_capital() {
        return false;
    }
    end == run.end()
        || run.len() <= 4
        || end - first >= 2 && end - first <= 4
        || scene.board.token(end).is_some_and(|next| next.shape == Shape::Punct)
        || scene.board.right.get(end).is_some_and(|cue| cue.ends_head())
}
