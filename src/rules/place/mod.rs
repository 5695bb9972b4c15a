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
use crate::w;

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
                propose_ends(scene, lattice, first, lookup.extent.end(), &[bare_ends(scene, lookup.extent.end())]);
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

impl Head {
    /// True for roads and works, which are named by their ends.
    fn may_join(self) -> bool {
        matches!(self.kind, PlaceKind::Street | PlaceKind::Site)
    }
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
            let end = lookup.extent.end();
            let extent = Extent::new(head.first, end);
            put(scene, lattice, extent, rule!("place.typed-known"), Some(lookup.entry), &start);
            if end > known_end {
                known_end = end;
                propose_beyond(scene, lattice, head, end, &start);
            }
        }
    }
    if let Some(run) = board.run_at(name) {
        for end in name + 1..=run.end().min(name + 6) {
            if end != known_end && board.doc.shape(end - 1).is_capital() {
                put(scene, lattice, Extent::new(head.first, end), rule!("place.typed-run"), None, &start);
            }
        }
        if let Some(end) = run_end(scene, name).filter(|&end| end != known_end) {
            propose_beyond(scene, lattice, head, end, &start);
        }
    }
    propose_memorial(scene, lattice, head, name, &start);
    propose_number(scene, lattice, head, &start);
    // `sân vận động tỉnh Điện Biên`: a type word before another place with its own.
    if let Some(inner) = board.longest_at(name, |kind| matches!(kind, EntryKind::PlaceHead(_)))
        && let Some(end) = typed_end(board, inner.extent.end())
        && end <= scene.sentence.end()
    {
        put(scene, lattice, Extent::new(head.first, end), rule!("place.typed-nested"), None, &start);
    }
}

/// What a name with its type word, so far up to `end`, may go on with: more ends, a number.
fn propose_beyond(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, end: usize, start: &[Feature]) {
    if head.may_join() {
        propose_ends(scene, lattice, head.first, end, start);
    }
    propose_numbered(scene, lattice, head, end, start);
}

/// The most capitals that a place has in a row: a longer run is a headline or no text at all.
const MOST_CAPITALS: usize = 8;

/// Where the run of capitals that token `at` is in ends.
fn run_end(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let end = scene.board.run_at(at)?.end();
    (end <= scene.sentence.end() && end - at <= MOST_CAPITALS).then_some(end)
}

/// `Lăng Chủ tịch Hồ Chí Minh`, `Nhà lưu niệm đồng chí Trần Phú`: a site named for a person with a title.
fn propose_memorial(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, name: usize, start: &[Feature]) {
    let board = scene.board;
    if !head.may_join() {
        return;
    }
    let honour = board.longest_at(name, |kind| matches!(kind, EntryKind::Title(_) | EntryKind::Honorific));
    let named = honour.map(|honour| honour.extent.end()).filter(|&at| board.goes_on(at));
    if let Some(end) = named.and_then(|at| run_end(scene, at)) {
        put(scene, lattice, Extent::new(head.first, end), rule!("place.typed-nested"), None, start);
    }
}

/// `Quận 2`, `Hẻm 174`, `quốc lộ 1A`, `đường số 2`, `đường 30 tháng 4`, `sân 19/8 Nha Trang`.
fn propose_number(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, start: &[Feature]) {
    let doc = scene.board.doc;
    let name = head.end + usize::from(doc.word(head.end) == w!("số"));
    let number = |at: usize| {
        let token = scene.board.token(at).filter(|_| at < scene.sentence.end() && scene.board.goes_on(at));
        token.is_some_and(|token| matches!(token.shape, Shape::Number | Shape::Code) && token.end - token.start <= 6)
    };
    if !number(name) {
        return;
    }
    put(scene, lattice, Extent::new(head.first, name + 1), rule!("place.typed-number"), None, start);
    if head.kind == PlaceKind::Street && doc.word(name + 1) == w!("tháng") && number(name + 2) {
        put(scene, lattice, Extent::new(head.first, name + 3), rule!("place.typed-number"), None, start);
    }
    if let Some(end) = run_end(scene, name + 1).filter(|_| !scene.board.goes_on_run(name + 1)) {
        put(scene, lattice, Extent::new(head.first, end), rule!("place.typed-number"), None, start);
    }
}

/// Past the words in lower case that describe a site between its type word and its name: `khu đô thị mới Thủ Thiêm`,
/// `nhà máy xử lý nước thải Yên Lâm`. At most five, and no word of grammar.
fn past_description(scene: &Scene<'_, '_>, head: Head) -> usize {
    if !head.may_join() {
        return head.end;
    }
    let mut at = head.end;
    while at < scene.sentence.end() && at < head.end + 5 && scene.board.goes_on(at) {
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

/// The most ends that a road has in its name.
const MOST_ENDS: usize = 3;

/// `đường cao tốc Hòa Bình - Mộc Châu`, `dự án Mai Lâm - Quán Gỏi - Cửa Vân`: a road, a railway named by its ends. The first
/// of them ends at `at`; `first` is where the name begins, with its type word if it has one.
fn propose_ends(scene: &Scene<'_, '_>, lattice: &mut Lattice, first: usize, mut at: usize, start: &[Feature]) {
    for _ in 1..MOST_ENDS {
        let Some(end) = next_end(scene, at) else { return };
        put(scene, lattice, Extent::new(first, end), rule!("place.road"), None, start);
        at = end;
    }
}

/// Where the next end of a road ends, if a dash and a name follow the one that ends at `at`.
fn next_end(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let board = scene.board;
    let dash = at + 1 < scene.sentence.end() && matches!(board.doc.token_text(at), "-" | "–");
    if !dash || !board.goes_on(at) || !board.goes_on(at + 1) {
        return None;
    }
    let known = board.longest_at(at + 1, |kind| matches!(kind, EntryKind::Place(_))).map(|lookup| lookup.extent.end());
    known.filter(|&end| end <= scene.sentence.end()).or_else(|| run_end(scene, at + 1))
}

/// The feature of a road without a type word: whether its dash touches the ends.
fn bare_ends(scene: &Scene<'_, '_>, at: usize) -> Feature {
    feature(NameKind::Place, Template::Start, BARE_ENDS + usize::from(scene.board.doc.gap(at) == Gap::None))
}

/// The values of [`Template::Start`] behind those of type words.
const BARE_ENDS: usize = 62;

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
    if board.doc.word(at + 1) == w!("và") && number(at + 2) {
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
