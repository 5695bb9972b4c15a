//! Who is named before the words that tell of a post: the subject of the sentence, and who is named there but not meant
//! (the one replaced, a relative, who gives the post, a credit).

use crate::model::span::Extent;
use crate::model::token::Word;
use crate::resolve::holders::ledger::Ledger;
use crate::resolve::holders::link::Link;
use crate::resolve::holders::scene::Scene;
use crate::resolve::holders::told::REACH;
use crate::resolve::words;
use crate::w;

/// The nearest person before, in the sentence, with those joined to it.
pub(super) fn subject(scene: &Scene<'_>, ledger: &Ledger, at: usize, passive: bool) -> Option<Vec<usize>> {
    let mut before = at;
    while before > 0 && at - before < REACH && scene.same_sentence(before - 1, at) {
        before -= 1;
        let Some(person) = ledger.person(before).filter(|_| !is_credit(scene, before)) else { continue };
        if is_replaced(scene, before)
            || is_aside(scene, before)
            || (!passive && (is_agent(scene, before, at) || is_giver(scene, before, at)))
        {
            continue;
        }
        let mut people = vec![person];
        let mut first = before;
        while first > 0 && scene.link(first) == Link::And && scene.is_person(first - 1) && people.len() < REACH {
            first -= 1;
            people.extend(ledger.person(first));
        }
        people.extend(listed(scene, ledger, first));
        people.reverse();
        return Some(people);
    }
    None
}

/// Those before the person `last` in a list that begins with a plural: `Các ông A, B làm C`.
fn listed(scene: &Scene<'_>, ledger: &Ledger, last: usize) -> Vec<usize> {
    let mut first = last;
    while first > 0 && scene.link(first) == Link::Comma && scene.is_person(first - 1) && last - first < REACH {
        first -= 1;
    }
    let plural = scene.item(first).is_some_and(|item| item.lead.plural);
    let people = (first..last).rev().filter_map(|at| ledger.person(at)).filter(|_| plural);
    people.collect()
}

/// True where the sentence of the item `at` names a person, as far as it is looked at.
pub(super) fn any_person(scene: &Scene<'_>, at: usize) -> bool {
    (at.saturating_sub(REACH)..at + REACH).any(|other| scene.is_person(other) && scene.same_sentence(other, at))
}

pub(super) fn is_credit(scene: &Scene<'_>, at: usize) -> bool {
    scene.item(at).is_some_and(|item| words::is_credited(scene.doc, item.extent.first()))
}

/// `theo ông A`, `dưới thời B`, or a relative: it is not A or B of whom something is told.
pub(in crate::resolve::holders) fn is_aside(scene: &Scene<'_>, at: usize) -> bool {
    let lead = whole_lead(scene, at);
    let by = lead.checked_sub(1).is_some_and(|last| matches!(scene.doc.token_text(last), "thời" | "theo" | "Theo"));
    by || words::is_relative_of(scene.doc, lead)
}

/// `con gái ông A`, `phu nhân Thủ tướng B`: a relative is meant, not A or B.
pub(super) fn is_kin(scene: &Scene<'_>, at: usize) -> bool {
    words::is_relative_of(scene.doc, whole_lead(scene, at))
}

/// Where the person `at` begins, with the title right before it.
fn whole_lead(scene: &Scene<'_>, at: usize) -> usize {
    let titled = at > 0 && scene.is_title(at - 1) && scene.link(at) == Link::Touch;
    scene.item(if titled { at - 1 } else { at }).map_or(0, |item| item.lead.from)
}

/// The one before in the post; not where the text goes on of A: `thay ông A được bầu B`, `thay ông A - người trở thành B`.
fn is_replaced(scene: &Scene<'_>, at: usize) -> bool {
    const GOES_ON: [Word; 5] = [w!("được"), w!("đã"), w!("vừa"), w!("nghỉ"), w!("chuyển")];
    let mut last = at;
    while scene.is_title(last + 1) && scene.link(last + 1) == Link::Comma && last - at < 4 {
        last += 1;
    }
    let goes_on = scene.item(last).is_some_and(|item| {
        let next = item.extent.end();
        let mark = matches!(scene.doc.token_text(next), "," | "-" | "–");
        GOES_ON.contains(&scene.doc.word(next)) || mark && scene.doc.word(next + 1) == w!("người")
    });
    !goes_on && is_predecessor(scene, at)
}

/// `thay ông A`, `thay cho B`, `kế nhiệm bà C`.
pub(in crate::resolve::holders) fn is_predecessor(scene: &Scene<'_>, at: usize) -> bool {
    const INSTEAD: [Word; 3] = [w!("thay"), w!("thế"), w!("nhiệm")];
    let gap = scene.gap_before(at);
    let Some(mut last) = gap.end().checked_sub(1).filter(|&last| last >= gap.first()) else { return false };
    if scene.doc.word(last) == w!("cho") && last > gap.first() {
        last -= 1;
    }
    INSTEAD.contains(&scene.doc.word(last))
        && (scene.doc.word(last) != w!("nhiệm") || scene.doc.word(last.saturating_sub(1)) == w!("kế"))
}

/// `ông A được Thủ tướng B bổ nhiệm làm C`: B gives the post.
fn is_agent(scene: &Scene<'_>, person: usize, at: usize) -> bool {
    let mut first = person;
    while first > 0 && scene.is_title(first - 1) && scene.link(first) == Link::Touch {
        first -= 1;
    }
    let gap = scene.gap_before(first);
    let near = gap.end().saturating_sub(4).max(gap.first())..gap.end();
    let passive = first > 0
        && scene.is_person(first - 1)
        && scene.same_sentence(first - 1, first)
        && near.clone().any(|at| scene.doc.word(at) == w!("được"));
    passive
        && !has(
            scene,
            Extent::new(scene.item(person).map_or(0, |item| item.extent.end()), scene.gap_before(at).end()),
            w!("được"),
        )
}

/// `A ký quyết định bổ nhiệm, giữ chức B`, `A trao quyết định thăng hàm B`: A gives the post.
fn is_giver(scene: &Scene<'_>, person: usize, at: usize) -> bool {
    let from = scene.item(person).map_or(0, |item| item.extent.end());
    let between = Extent::new(from, scene.gap_before(at).end());
    let gives = between.range().take(40).any(|at| {
        matches!(scene.doc.token_text(at), "ký" | "trao")
            || scene.doc.word(at) == w!("bố") && scene.doc.word(at - 1) == w!("công")
    });
    gives && !has(scene, between, w!("được")) && !has(scene, between, w!("bị"))
}

/// True where one of the tokens is `word`.
pub(super) fn has(scene: &Scene<'_>, extent: Extent, word: Word) -> bool {
    extent.range().take(200).any(|at| scene.doc.word(at) == word)
}
