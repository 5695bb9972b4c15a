//! Places: names the dictionaries know, type words with what follows them, roads named by their ends.
//!
//! Bare runs of capitals that are proposed as places come from [`bare`](crate::rules::name::bare). Codes are given in
//! `resolve`.

use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::kind::{EntryKind, PlaceKind};
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Classes, Gap, Shape};
use crate::rules::name::board::Board;
use crate::rules::name::candidate::{Lattice, Reading};
use crate::rules::name::feature::{Feature, Template, feature};
use crate::rules::name::scene::Scene;
use crate::rules::name::{NameRule, rule};

pub mod rules;

/// Proposes the places that begin in the scene.
pub fn propose(scene: &Scene<'_, '_>, lattice: &mut Lattice) {
    for lookup in scene.board.lookups_in(scene.sentence) {
        let first = lookup.extent.first();
        if lattice.is_crowded(scene.sentence.len()) {
            return;
        }
        if scene.board.settled[first] {
            continue;
        }
        match lookup.kind {
            EntryKind::Place(_) => {
                put(scene, lattice, lookup.extent, rule!("place.dictionary"), Some(lookup.entry), &[]);
            }
            EntryKind::PlaceHead(kind) => propose_typed(scene, lattice, Head { first, end: lookup.extent.end(), kind }),
            _ => {}
        }
    }
}

/// A type word.
#[derive(Debug, Clone, Copy)]
struct Head {
    first: usize,
    end: usize,
    kind: PlaceKind,
}

fn put(
    scene: &Scene<'_, '_>,
    lattice: &mut Lattice,
    extent: Extent,
    rule: NameRule,
    entry: Option<EntryId>,
    local: &[Feature],
) {
    scene.propose(lattice, Reading { extent, kind: NameKind::Place, rule, entry, inner: None }, local);
}

fn propose_typed(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head) {
    let board = scene.board;
    let name = past_description(scene, head);
    if name >= scene.sentence.end() || !board.goes_on(name) {
        return;
    }
    let capital = usize::from(board.doc.shape(head.first).is_capital());
    let start = [feature(
        NameKind::Place,
        Template::Start,
        head.kind as usize * 4 + capital * 2 + usize::from(name > head.end),
    )];
    let mut known_end = 0;
    for lookup in board.lookups_at(name) {
        if matches!(lookup.kind, EntryKind::Place(_)) {
            put(
                scene,
                lattice,
                Extent::new(head.first, lookup.extent.end()),
                rule!("place.typed-known"),
                Some(lookup.entry),
                &start,
            );
            known_end = known_end.max(lookup.extent.end());
            propose_road(scene, lattice, head, lookup.extent.end(), &start);
        }
    }
    if let Some(run) = board.run_at(name) {
        for end in name + 1..=run.end().min(name + 6) {
            if end != known_end && board.doc.shape(end - 1).is_capital() {
                put(scene, lattice, Extent::new(head.first, end), rule!("place.typed-run"), None, &start);
            }
        }
        propose_road(scene, lattice, head, run.end(), &start);
        propose_numbered(scene, lattice, head, run.end(), &start);
    }
    propose_memorial(scene, lattice, head, name, &start);
    propose_number(scene, lattice, head, name, &start);
    // `sân vận động tỉnh Điện Biên`: a type word before another place with its own.
    if let Some(inner) = board.longest_at(name, |kind| matches!(kind, EntryKind::PlaceHead(_)))
        && let Some(end) = typed_end(board, inner.extent.end())
        && end <= scene.sentence.end()
    {
        put(scene, lattice, Extent::new(head.first, end), rule!("place.typed-nested"), None, &start);
    }
}

/// `Lăng Chủ tịch Hồ Chí Minh`, `Nhà lưu niệm đồng chí Trần Phú`: a site named for a person with a title.
fn propose_memorial(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, name: usize, start: &[Feature]) {
    let board = scene.board;
    if !matches!(head.kind, PlaceKind::Site | PlaceKind::Street) {
        return;
    }
    let honour = board.longest_at(name, |kind| matches!(kind, EntryKind::Title(_) | EntryKind::Honorific));
    let run =
        honour.and_then(|honour| board.run_at(honour.extent.end()).filter(|_| board.goes_on(honour.extent.end())));
    if let Some(run) = run.filter(|run| run.end() <= scene.sentence.end()) {
        put(scene, lattice, Extent::new(head.first, run.end()), rule!("place.typed-nested"), None, start);
    }
}

/// `Quận 2`, `Hẻm 174`, `quốc lộ 1A`, `sân 19/8 Nha Trang`.
fn propose_number(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, name: usize, start: &[Feature]) {
    let Some(token) = scene.board.token(name) else { return };
    if !matches!(token.shape, Shape::Number | Shape::Code) || name != head.end || token.end - token.start > 6 {
        return;
    }
    put(scene, lattice, Extent::new(head.first, name + 1), rule!("place.typed-number"), None, start);
    let next = scene.board.run_at(name + 1).filter(|run| run.first() == name + 1 && run.end() <= scene.sentence.end());
    if let Some(run) = next {
        put(scene, lattice, Extent::new(head.first, run.end()), rule!("place.typed-number"), None, start);
    }
}

/// Past the words in lower case that describe a site between its type word and its name: `khu đô thị mới Thủ Thiêm`,
/// `nhà máy nhiệt điện Quảng Trạch`. At most three, and no word of grammar.
fn past_description(scene: &Scene<'_, '_>, head: Head) -> usize {
    if !matches!(head.kind, PlaceKind::Site | PlaceKind::Street) {
        return head.end;
    }
    let mut at = head.end;
    while at < scene.sentence.end() && at < head.end + 3 && scene.board.goes_on(at) {
        let token = &scene.board.doc.tokens[at];
        let describes = token.shape == Shape::Lower && !token.is(Classes::FUNCTION) && token.gap != Gap::None;
        if !describes || scene.board.right[at].ends_head() {
            break;
        }
        at += 1;
    }
    let named = at < scene.sentence.end() && scene.board.token(at).is_some_and(|token| token.shape.is_capital());
    if named { at } else { head.end }
}

/// `đường cao tốc Hòa Bình - Mộc Châu`: a road, a railway named by its ends.
fn propose_road(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, at: usize, start: &[Feature]) {
    let board = scene.board;
    let dash = board.token(at).is_some_and(|token| matches!(token.text(board.doc.text), "-" | "–"));
    if head.kind != PlaceKind::Street || !dash || at + 1 >= scene.sentence.end() || !board.goes_on(at + 1) {
        return;
    }
    let known = board.longest_at(at + 1, |kind| matches!(kind, EntryKind::Place(_))).map(|lookup| lookup.extent.end());
    if let Some(end) = known.or_else(|| board.run_at(at + 1).map(Extent::end)) {
        put(scene, lattice, Extent::new(head.first, end), rule!("place.road"), None, start);
    }
}

/// `Nhà máy nhiệt điện Quảng Trạch 1`, `… Nhơn Trạch 3 và 4`.
fn propose_numbered(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, at: usize, start: &[Feature]) {
    let board = scene.board;
    let number = |at: usize| {
        at < scene.sentence.end()
            && board.goes_on(at)
            && board.token(at).is_some_and(|token| token.shape == Shape::Number && token.end - token.start <= 3)
    };
    if !number(at) {
        return;
    }
    put(scene, lattice, Extent::new(head.first, at + 1), rule!("place.typed-run"), None, start);
    if board.doc.word(at + 1) == crate::w!("và") && number(at + 2) {
        put(scene, lattice, Extent::new(head.first, at + 3), rule!("place.typed-run"), None, start);
    }
}

/// Where a place whose type word ends at `at` ends: past the longest known name there, else past the run of capitals or
/// the number. `None` where no name follows.
#[must_use]
pub fn typed_end(board: &Board<'_>, at: usize) -> Option<usize> {
    if !board.goes_on(at) {
        return None;
    }
    let known = board.longest_at(at, |kind| matches!(kind, EntryKind::Place(_))).map(|lookup| lookup.extent.end());
    let run = || board.run_at(at).filter(|run| run.first() <= at).map(|run| run.end().min(at + 4));
    let number =
        || board.token(at).filter(|token| token.shape == Shape::Number && token.end - token.start <= 3).map(|_| at + 1);
    known.or_else(run).or_else(number)
}
