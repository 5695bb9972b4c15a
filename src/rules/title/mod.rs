//! Titles: a grammar of modifier, head and what the title is of.
//!
//! ```text
//! title = (nguyên | quyền | Phó | …)* head (Thường trực | danh dự | thứ 12 | …)*
//!         [[của | tại | ở | thuộc] (body | place | field | title) (đắc cử | …)*]
//! ```
//!
//! `nguyên Phó Chủ tịch Thường trực UBND tỉnh Bắc Giang`. Holders are given in `resolve`.

use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::kind::{EntryKind, ModifierPlace, TitleKind};
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Shape, Word};
use crate::rules::body::level::level_end;
use crate::rules::body::step::is_small;
use crate::rules::name::candidate::{Lattice, Reading};
use crate::rules::name::echo::Shared;
use crate::rules::name::feature::{Feature, Template, feature};
use crate::rules::name::scene::{NO_ENTRY, Scene, entry_value};
use crate::rules::name::{NameRule, rule};
use crate::w;

pub mod rules;

/// The head of a title with its modifiers.
#[derive(Debug, Clone, Copy)]
struct Head {
    first: usize,
    end: usize,
    kind: TitleKind,
    entry: EntryId,
    modified: bool,
    shared: Shared,
}

/// Proposes the titles that begin in the scene. Bodies and places must have been proposed before: titles take them in.
pub fn propose(scene: &Scene<'_, '_>, lattice: &mut Lattice) {
    let mut linked = false;
    let mut next = scene.sentence.first();
    for lookup in scene.board.lookups_in(scene.sentence) {
        let first = lookup.extent.first();
        let leads = matches!(lookup.kind, EntryKind::Title(_) | EntryKind::Modifier(ModifierPlace::Before));
        if !leads || first < next || scene.board.settled[first] || is_power(scene, first) {
            continue;
        }
        next = first + 1;
        if lattice.is_crowded(scene.sentence.len()) {
            return;
        }
        for head in heads(scene, first).into_iter().flatten() {
            if !linked {
                lattice.link();
                linked = true;
            }
            propose_head(scene, lattice, head);
        }
    }
}

/// `chính quyền Tổng thống …`: `quyền` is no modifier within a word of several syllables.
fn is_power(scene: &Scene<'_, '_>, at: usize) -> bool {
    const BEFORE: [Word; 5] = [w!("chính"), w!("cầm"), w!("thẩm"), w!("chủ"), w!("toàn")];
    let doc = scene.board.doc;
    doc.word(at) == w!("quyền") && at > scene.sentence.first() && BEFORE.contains(&doc.word(at - 1))
}

/// The heads that begin at `first`: the longest known title there, with and without modifiers before it.
fn heads(scene: &Scene<'_, '_>, first: usize) -> [Option<Head>; 2] {
    let board = scene.board;
    let mut at = first;
    let shared = board.echo.shared(&board.doc, first);
    let mut found = [head_at(scene, first, first, false, shared), None];
    for _ in 0..3 {
        let Some(modifier) = board.longest_at(at, |kind| kind == EntryKind::Modifier(ModifierPlace::Before)) else {
            break;
        };
        at = modifier.extent.end();
        if at >= scene.sentence.end() || !board.goes_on(at) {
            return found;
        }
        if let Some(head) = head_at(scene, first, at, true, shared) {
            found[1] = Some(head);
            break;
        }
    }
    found
}

fn head_at(scene: &Scene<'_, '_>, first: usize, at: usize, modified: bool, shared: Shared) -> Option<Head> {
    let lookup = scene.board.longest_at(at, |kind| matches!(kind, EntryKind::Title(_)))?;
    let EntryKind::Title(kind) = lookup.kind else { return None };
    Some(Head { first, end: past_modifiers(scene, lookup.extent.end()), kind, entry: lookup.entry, modified, shared })
}

/// The most modifiers that follow a head.
const MOST_MODIFIERS: usize = 3;

/// Past the modifiers that follow a head: `Chủ tịch Thường trực`, `Ủy viên dự khuyết`, `Tổng thống thứ 12`.
fn past_modifiers(scene: &Scene<'_, '_>, mut at: usize) -> usize {
    let board = scene.board;
    let goes_on = |at: usize| at < scene.sentence.end() && board.goes_on(at);
    for _ in 0..MOST_MODIFIERS {
        if !goes_on(at) {
            break;
        }
        match board.longest_at(at, |kind| kind == EntryKind::Modifier(ModifierPlace::After)) {
            Some(modifier) => at = modifier.extent.end(),
            None if board.doc.word(at) == w!("thứ") && goes_on(at + 1) && board.doc.shape(at + 1) == Shape::Number => {
                at += 2;
            }
            None => break,
        }
    }
    at.min(scene.sentence.end())
}

fn propose_head(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head) {
    let board = scene.board;
    put(scene, lattice, head, head.end, rule!("title.head"), None, 0);
    let at = head.end;
    if at >= scene.sentence.end() || !board.goes_on(at) {
        return;
    }
    let divided = divided(scene, head).filter(|parted| reaches_beyond(lattice, parted.end, head.end));
    // Two words or more that begin a body are the body's: `Trưởng | Ban Tổ chức Tỉnh ủy`, `Chánh | Văn phòng Bộ Y tế`.
    if divided.is_none_or(|parted| head.end - parted.end < 2) {
        propose_inner(scene, lattice, head, at, 0);
    }
    if board.doc.word(at) == w!("của") && at + 1 < scene.sentence.end() && board.goes_on(at + 1) {
        propose_inner(scene, lattice, head, at + 1, 1);
    }
    // `phó giáo sư tại Đại học Lâm Sơn`, `điều phối viên thuộc Hội đồng An ninh quốc gia`.
    if [w!("tại"), w!("ở"), w!("thuộc")].contains(&board.doc.word(at))
        && at + 1 < scene.sentence.end()
        && board.goes_on(at + 1)
    {
        propose_inner(scene, lattice, head, at + 1, 7);
    }
    if let Some(head) = divided {
        propose_inner(scene, lattice, head, head.end, 5);
    }
    propose_title_of_title(scene, lattice, head, at);
    propose_field(scene, lattice, head, at);
    propose_plural(scene, lattice, head, at);
}

/// `Thủ trưởng các cơ quan, đơn vị`, `Giám đốc các sở, ban, ngành tỉnh`: the addressees of an order, whom no proper name
/// tells.
fn propose_plural(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, at: usize) {
    const SHORT: [Word; 4] = [w!("sở"), w!("ban"), w!("ngành"), w!("phòng")];
    const NOUNS: [(Word, Word); 7] = [
        (w!("đoàn"), w!("thể")),
        (w!("cơ"), w!("quan")),
        (w!("đơn"), w!("vị")),
        (w!("tổ"), w!("chức")),
        (w!("ngang"), w!("bộ")),
        (w!("địa"), w!("phương")),
        (w!("doanh"), w!("nghiệp")),
    ];
    let doc = scene.board.doc;
    let chief = [(w!("thủ"), w!("trưởng")), (w!("giám"), w!("đốc"))]
        .contains(&(doc.word(head.end.saturating_sub(2)), doc.word(head.end - 1)));
    if !chief || doc.word(at) != w!("các") {
        return;
    }
    let (mut next, mut end) = (at + 1, None);
    while next < scene.sentence.end() {
        let words = match (doc.word(next), doc.word(next + 1)) {
            pair if NOUNS.contains(&pair) => 2,
            (word, _) if SHORT.contains(&word) => 1,
            _ => break,
        };
        next += words;
        end = Some(next.min(scene.sentence.end()));
        if doc.token_text(next) == "," || doc.word(next) == w!("và") {
            next += 1;
        }
    }
    if let Some(end) = end {
        put(scene, lattice, head, end, rule!("title.head-body"), None, 0);
        if let Some(end) = level_end(scene.board, end, scene.sentence.end()) {
            put(scene, lattice, head, end, rule!("title.head-body"), None, 0);
        }
    }
}

/// `Trưởng ban | Tổ chức Trung ương`, `Phó đoàn | Đại biểu Quốc hội`: the body begins within the known title, whose head is
/// what stands before.
fn divided(scene: &Scene<'_, '_>, head: Head) -> Option<Head> {
    const TYPES: [Word; 4] = [w!("ban"), w!("đoàn"), w!("phòng"), w!("khoa")];
    let board = scene.board;
    let is_type = |at: &usize| board.lookups_at(*at).iter().any(|lookup| matches!(lookup.kind, EntryKind::BodyHead(_)));
    let leads = |at: usize| [w!("trưởng"), w!("chánh")].contains(&board.doc.word(at));
    let divides = |at: &usize| leads(at - 1) || TYPES.contains(&board.doc.word(*at));
    let end = (head.first + 1..head.end).filter(divides).find(is_type)?;
    Some(Head { end, ..head })
}

/// True where a body was proposed that begins at `at` and goes on behind `end`.
fn reaches_beyond(lattice: &Lattice, at: usize, end: usize) -> bool {
    lattice.starting(at).any(|(_, inner)| inner.kind == NameKind::Body && inner.extent.end() > end)
}

/// Titles that take in a body or place which begins at `at`.
fn propose_inner(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, at: usize, of: usize) {
    let mut next = lattice.first_at(at);
    while let Some(&inner) = lattice.candidates.get(next as usize) {
        let rule = match inner.kind {
            NameKind::Body => Some(rule!("title.head-body")),
            NameKind::Place => Some(rule!("title.head-place")),
            NameKind::Person | NameKind::Title => None,
        };
        if let Some(rule) = rule.filter(|_| scene.sentence.contains(inner.extent)) {
            let end = inner.extent.end();
            put(scene, lattice, head, end, rule, Some(next), of);
            // `Tổng thống Mỹ đắc cử`.
            let modified = past_modifiers(scene, end);
            if modified > end {
                put(scene, lattice, head, modified, rule, Some(next), of);
            }
            propose_outer(scene, lattice, head, next);
            propose_envoy(scene, lattice, head, next);
        }
        next = inner.next();
    }
}

/// `Chủ nhiệm Ủy ban Pháp luật của Quốc hội`: the body in the title is of a body that the dictionaries know.
fn propose_outer(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, inner: u32) {
    let board = scene.board;
    let of = lattice.candidates[inner as usize].extent.end();
    if lattice.candidates[inner as usize].kind != NameKind::Body || board.doc.word(of) != w!("của") {
        return;
    }
    let known = board.longest_at(of + 1, |kind| matches!(kind, EntryKind::Body(_))).map(|lookup| lookup.extent.end());
    if let Some(end) = known.filter(|&end| end <= scene.sentence.end() && board.goes_on(of + 1)) {
        put(scene, lattice, head, end, rule!("title.head-body"), Some(inner), 4);
    }
}

/// `Đại sứ Việt Nam tại Nga`: an envoy is of the country that sends and of the place where the post is.
fn propose_envoy(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, inner: u32) {
    const ENVOYS: [Word; 3] = [w!("sứ"), w!("sự"), w!("diện")];
    let board = scene.board;
    let (kind, seat) = (lattice.candidates[inner as usize].kind, lattice.candidates[inner as usize].extent.end());
    let envoy = (head.first..head.end).any(|at| ENVOYS.contains(&board.doc.word(at)));
    if !envoy || kind != NameKind::Place || board.doc.word(seat) != w!("tại") || !board.goes_on(seat + 1) {
        return;
    }
    let mut next = lattice.first_at(seat + 1);
    while let Some(&place) = lattice.candidates.get(next as usize) {
        if matches!(place.kind, NameKind::Place | NameKind::Body) && scene.sentence.contains(place.extent) {
            put(scene, lattice, head, place.extent.end(), rule!("title.head-place"), Some(inner), 6);
        }
        next = place.next();
    }
}

/// `Trợ lý Chủ tịch nước`, `trợ lý Chủ tịch Quốc hội`: the title of a person who serves another.
fn propose_title_of_title(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, at: usize) {
    let Some(other) = head_at(scene, at, at, false, head.shared) else { return };
    put(scene, lattice, head, other.end, rule!("title.head-field"), None, 2);
    if scene.board.goes_on(other.end) {
        propose_inner(scene, lattice, Head { end: other.end, ..head }, other.end, 2);
    }
}

/// The most words that a field has.
const LONGEST_FIELD: usize = 8;

/// A field in capitals or lower case behind the head: `Bộ trưởng Tư pháp`, `Cử nhân Luật`, `Trưởng đoàn kiểm tra`.
fn propose_field(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, at: usize) {
    let board = scene.board;
    let mut end = at;
    let mut words = [0; LONGEST_FIELD];
    while end < scene.sentence.end() && end < at + words.len() && board.goes_on(end) {
        let token = &board.doc.tokens[end];
        let weight = token.tail;
        let joins = token.word == w!("và") && end > at;
        let field = match token.shape {
            Shape::Title | Shape::Upper => true,
            Shape::Lower => joins || weight > 0 && !is_small(token, board.left[end]),
            _ => false,
        };
        if !field {
            return;
        }
        words[end - at] = feature(NameKind::Title, Template::TailCompany, usize::from(token.company));
        end += 1;
        if !joins {
            let build = 3 + usize::from(token.shape == Shape::Lower);
            let tail = Tail { end, inner: None, build };
            put_with(scene, lattice, head, tail, rule!("title.head-field"), &words[..end - at]);
        }
    }
}

/// What a title takes in behind its head.
#[derive(Debug, Clone, Copy)]
struct Tail {
    end: usize,
    inner: Option<u32>,
    /// How it is built.
    build: usize,
}

fn put(
    scene: &Scene<'_, '_>,
    lattice: &mut Lattice,
    head: Head,
    end: usize,
    rule: NameRule,
    inner: Option<u32>,
    build: usize,
) {
    put_with(scene, lattice, head, Tail { end, inner, build }, rule, &[]);
}

/// The same with what the words of a field say.
fn put_with(scene: &Scene<'_, '_>, lattice: &mut Lattice, head: Head, tail: Tail, rule: NameRule, words: &[Feature]) {
    let Tail { end, inner, build } = tail;
    let reading =
        Reading { extent: Extent::new(head.first, end), kind: NameKind::Title, rule, entry: Some(head.entry), inner };
    let capital = usize::from(scene.board.doc.shape(head.first).is_capital());
    let bare = usize::from(end == head.end);
    let start = head.kind as usize * 8 + capital * 4 + usize::from(head.modified) * 2 + bare;
    let taken = if end > head.end { known_at(scene, head.end) } else { NOTHING };
    let mut local = [0; LONGEST_FIELD + 5];
    local[0] = feature(NameKind::Title, Template::Start, start);
    local[1] = feature(NameKind::Title, Template::Build, build * 8 + head.kind as usize);
    local[2] = feature(NameKind::Title, Template::Takes, taken);
    local[3] = feature(NameKind::Title, Template::Leaves, known_at(scene, end));
    local[4] = feature(NameKind::Title, Template::Again, head.shared.grade(end - head.first));
    local[5..5 + words.len()].copy_from_slice(words);
    scene.propose(lattice, reading, &local[..5 + words.len()]);
}

/// What the dictionaries know that begins at `at`, by the longest row: a country behind a post is the post's.
fn known_at(scene: &Scene<'_, '_>, at: usize) -> usize {
    if at >= scene.sentence.end() || !scene.board.goes_on(at) {
        return NOTHING;
    }
    let mut kinds = scene.board.lookups_at(at).iter().map(|lookup| lookup.kind);
    // A modifier behind a title is no other name.
    let known = kinds.find_map(|kind| if matches!(kind, EntryKind::Modifier(_)) { None } else { entry_value(kind) });
    known.unwrap_or(NO_ENTRY)
}

/// What stands behind the last token of a sentence or line, and what a title takes in that ends with its head.
const NOTHING: usize = 23;
