//! A title that heads a list of names: `các đồng chí Ủy viên A: B, …; C, …`, `Hai phó ban là D và E`, `Giám đốc: F`.

use crate::resolve::holders::before::{MOST, run_start};
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::link::Link;
use crate::resolve::holders::office;
use crate::resolve::holders::scene::{Item, Scene};
use crate::w;

/// Gives the titles at the heads of lists to the people listed.
pub fn headed(scene: &Scene<'_>, ledger: &mut Ledger) {
    for at in 0..scene.items.len() {
        let link = scene.link(at + 1);
        if !scene.is_title(at) || !ledger.is_open(at) || !matches!(link, Link::Colon | Link::Is | Link::Such) {
            continue;
        }
        let first = run_start(scene, at);
        let plural = scene.item(first).is_some_and(|item| item.lead.plural);
        if link == Link::Such && !plural {
            continue;
        }
        // `Giữ chức A là các ông, bà: B; C`
        let many = plural || link == Link::Colon && has_plural(scene, at + 1);
        let people = if many { listed(scene, ledger, at + 1) } else { named(scene, ledger, at + 1) };
        for title in first..=at {
            ledger.give_all(title, How::List, &people);
        }
    }
}

/// The people from item `from` to the end of the sentence, or to the next head; behind `là` and `như` only as far as the
/// list goes on without other words.
fn listed(scene: &Scene<'_>, ledger: &Ledger, from: usize) -> Vec<usize> {
    let strict = scene.link(from) != Link::Colon;
    // `các nghị sĩ như A, B, cựu Phó Tổng thống C`: another post begins.
    let other = |at: usize| {
        let office = |item: &Item| !item.is_person && office::is_office(scene.doc, item.extent);
        scene.link(from) == Link::Such && at > from && scene.item(at).is_some_and(office)
    };
    let mut people = Vec::new();
    for at in (from..scene.items.len()).take(2 * MOST) {
        let apart = at > from && !scene.same_sentence(from, at) && scene.link(at) != Link::Semicolon;
        // `gồm A và B cùng phi công C`
        let joins = scene.is_title(at)
            && scene.link(at) == Link::And
            && scene.item(at).is_some_and(|item| scene.doc.word(item.lead.from.saturating_sub(1)) == w!("cùng"));
        if apart
            || joins
            || other(at)
            || at > from && (scene.link(at) == Link::Colon || strict && scene.link(at) == Link::Far)
        {
            break;
        }
        people.extend(ledger.person(at));
    }
    people
}

fn has_plural(scene: &Scene<'_>, at: usize) -> bool {
    scene.gap_before(at).range().take(8).any(|at| scene.doc.word(at) == w!("các"))
}

/// The one person named right after, with those joined to it.
fn named(scene: &Scene<'_>, ledger: &Ledger, from: usize) -> Vec<usize> {
    let mut at = from;
    // `Người đứng đầu là Đại tá A`
    while scene.is_title(at) && ledger.how(at) == How::Before && at - from < 4 && scene.link(from) == Link::Is {
        at += 1;
    }
    let mut people: Vec<usize> = ledger.person(at).into_iter().collect();
    while !people.is_empty() && scene.link(from) == Link::Colon && people.len() < MOST {
        at += 1;
        let joined =
            scene.is_person(at) && matches!(scene.link(at), Link::Comma | Link::And) && scene.same_sentence(from, at);
        match ledger.person(at).filter(|_| joined) {
            Some(person) => people.push(person),
            None => break,
        }
    }
    people
}
