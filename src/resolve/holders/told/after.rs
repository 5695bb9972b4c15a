//! Who is named behind the titles told of: `đối với ông A`, `cho bà B`, `trên cương vị C, ông D …`.

use crate::model::token::Word;
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::link::Link;
use crate::resolve::holders::scene::Scene;
use crate::resolve::holders::told::REACH;
use crate::resolve::words;
use crate::w;

/// The people after the titles whom the post concerns, behind one of `links`: `đối với ông A`, `cho B`, `của C`.
pub(super) fn concerned(scene: &Scene<'_>, ledger: &Ledger, end: usize, links: &[Word]) -> Option<Vec<usize>> {
    if !scene.same_sentence(end.checked_sub(1)?, end) {
        return None;
    }
    let gap = scene.gap_before(end);
    let last = gap.end().checked_sub(1).filter(|&last| last >= gap.first())?;
    let word = scene.doc.word(last);
    let near = word == w!("với") || gap.len() <= 6;
    let concerning = word != w!("với")
        || last > 0 && scene.doc.word(last - 1) == w!("đối")
        || gap.len() <= 3 && links.contains(&w!("cho"));
    if !(links.contains(&word) && near && concerning) {
        return None;
    }
    let mut at = end;
    let mut people = Vec::new();
    // Behind a comma somebody else may act (`đối với ông A, Thủ tướng B nói`), unless a list is begun or closed.
    let mut listed = scene.item(end).is_some_and(|item| item.lead.plural);
    let mut sure = usize::MAX;
    while at < end + REACH && (at == end || matches!(scene.link(at), Link::And | Link::Comma | Link::Touch)) {
        if scene.is_title(at) && ledger.how(at) != How::Before {
            break;
        }
        listed |= at > end && scene.link(at) == Link::And;
        if at > end && scene.link(at) == Link::Comma {
            sure = sure.min(people.len());
        }
        people.extend(ledger.person(at));
        at += 1;
    }
    if !listed {
        people.truncate(sure);
    }
    (!people.is_empty()).then_some(people)
}

/// `với cương vị A, ông B …`: the person who acts.
pub(super) fn actor(scene: &Scene<'_>, ledger: &Ledger, end: usize) -> Option<Vec<usize>> {
    acting(scene, ledger, end).filter(|_| scene.link(end) == Link::Comma).map(|person| vec![person])
}

/// The same behind other words: `Trên cương vị A của đơn vị B, ông C …`.
pub(super) fn actor_beyond(scene: &Scene<'_>, ledger: &Ledger, end: usize) -> Option<Vec<usize>> {
    let gap = scene.gap_before(end);
    let near = scene.link(end) == Link::Far && scene.same_sentence(end.checked_sub(1)?, end) && gap.len() <= 12;
    let last = gap.end().checked_sub(1).filter(|&last| last >= gap.first())?;
    let plain = gap.range().all(|at| !words::is_markup(scene.doc, at)) && scene.doc.word(last) == w!(",");
    let led = scene.item(end).is_some_and(|item| item.lead.honorific);
    acting(scene, ledger, end).filter(|_| near && plain && led).map(|person| vec![person])
}

/// The person at item `end`, with titles before the name or not.
fn acting(scene: &Scene<'_>, ledger: &Ledger, end: usize) -> Option<usize> {
    let mut at = end;
    while scene.is_title(at) && ledger.how(at) == How::Before && at < end + REACH {
        at += 1;
    }
    ledger.person(at)
}
