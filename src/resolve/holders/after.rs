//! Titles in apposition after the name (`ông C, Bí thư D, Chủ tịch E`, `F - Trợ lý G`, `H (Giám đốc I)`), and before it with
//! a comma or dash between (`Giám đốc Sở A, ông B cho biết`).

use crate::model::token::Gap;
use crate::resolve::holders::before::{MOST, is_proxy, run_start};
use crate::resolve::holders::cue::{self, Cue};
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::link::Link;
use crate::resolve::holders::office;
use crate::resolve::holders::scene::Scene;
use crate::resolve::holders::sole::Sole;
use crate::resolve::holders::told::{is_aside, is_predecessor};
use crate::w;

/// Gives titles to the names that they follow in apposition, and to names that follow them after a comma or dash.
pub fn after_name(scene: &Scene<'_>, ledger: &mut Ledger) {
    let sole = Sole::new(scene, ledger);
    for at in 0..scene.items.len() {
        // `ông A, quê tỉnh B; Giám đốc C`
        let detailed = scene.link(at + 1) == Link::Semicolon && scene.gap_before(at + 1).len() > 3;
        let stands = scene.link(at + 1).is_apposition() || detailed || is_row(scene, at);
        if scene.is_person(at) && scene.is_title(at + 1) && ledger.is_open(at + 1) && stands && !is_past(scene, at + 1)
        {
            let group = group_before(scene, ledger, scene.outside(at));
            give_run(scene, ledger, &group, at + 1, &sole);
        }
    }
    for at in 0..scene.items.len() {
        if scene.is_title(at) && ledger.is_open(at) && scene.is_person(at + 1) && introduces(scene, ledger, at) {
            let Some(person) = ledger.person(at + 1) else { continue };
            for title in run_start(scene, at)..=at {
                if ledger.is_open(title) && !is_proxy(scene, title) {
                    ledger.give(title, How::After, person);
                }
            }
        }
    }
}

fn give_run(scene: &Scene<'_>, ledger: &mut Ledger, group: &[usize], first: usize, sole: &Sole) {
    let mut at = first;
    while scene.is_title(at) && ledger.is_open(at) {
        let joined = match scene.link(at) {
            _ if at == first => true,
            Link::Line => is_row(scene, first - 1) && opens_line(scene, at) && closes_line(scene, at),
            _ if scene.is_boss(at) || scene.item(at).is_some_and(|item| item.lead.honorific || item.lead.plural) => {
                false
            }
            Link::Comma | Link::Dash | Link::Plus | Link::And | Link::Touch => true,
            Link::Semicolon => scene.ends_clause(at) || is_former(scene, at),
            _ => false,
        };
        let ends_run = !(scene.is_title(at + 1) && scene.link(at + 1) == Link::Comma);
        if !joined || (ends_run && is_anothers(scene, at, group, sole)) {
            return;
        }
        ledger.give_all(at, How::After, group);
        at += 1;
    }
}

/// `con gái ông A, và là Bí thư B`, `dưới thời A, và là C`: it is not A.
fn is_past(scene: &Scene<'_>, at: usize) -> bool {
    scene.link(at) == Link::Plus && at > 0 && is_aside(scene, at - 1)
}

/// A row of a table that became lines: `TS. A ⏎ Bí thư Đảng ủy ⏎ Hiệu trưởng`. The person has an honorific or title.
fn is_row(scene: &Scene<'_>, person: usize) -> bool {
    let (Some(item), Some(before)) = (scene.item(person), person.checked_sub(1)) else { return false };
    let titled = scene.is_title(before) && scene.link(person) == Link::Touch;
    let led = item.lead.honorific || titled;
    let first = if titled { before } else { person };
    let title = person + 1;
    led && scene.link(title) == Link::Line
        && opens_line(scene, first)
        && opens_line(scene, title)
        && !(closes_line(scene, title) && scene.is_person(title + 1) && scene.link(title + 1) == Link::Line)
}

fn opens_line(scene: &Scene<'_>, at: usize) -> bool {
    scene.item(at).is_some_and(|item| scene.doc.gap(item.lead.from) >= Gap::Line)
}

fn closes_line(scene: &Scene<'_>, at: usize) -> bool {
    scene.item(at).is_some_and(|item| scene.doc.gap(item.extent.end()) >= Gap::Line)
}

/// `…; nguyên Bí thư B`
fn is_former(scene: &Scene<'_>, at: usize) -> bool {
    scene.item(at).is_some_and(|item| scene.doc.word(item.extent.first()) == w!("nguyên"))
}

/// True where the title is a sole office that somebody else holds in this text: `gặp ông A, Thủ tướng nhấn mạnh`; not
/// where the one before in the post is named: `thay ông A, Thủ tướng vừa nghỉ hưu`.
fn is_anothers(scene: &Scene<'_>, at: usize, group: &[usize], sole: &Sole) -> bool {
    let named = (0..at).rev().find(|&person| scene.is_person(person));
    sole.is_anothers(scene, at, group)
        && !scene.ends_clause(at)
        && !named.is_some_and(|person| is_predecessor(scene, person))
}

/// The persons that a title after the person `at` is of: that one; in a list of people without titles of their own
/// (`các ông A, B, nguyên Phó Giám đốc C`) all of them.
fn group_before(scene: &Scene<'_>, ledger: &Ledger, at: usize) -> Vec<usize> {
    let mut first = at;
    while first > 0
        && at - first < MOST
        && scene.is_person(first - 1)
        && matches!(scene.link(first), Link::Comma | Link::And)
    {
        first -= 1;
    }
    let Some(item) = scene.item(first) else { return Vec::new() };
    let listed = item.lead.plural || matches!(item.link, Link::Semicolon | Link::Colon);
    let first = if listed { first } else { at };
    (first..=at).filter_map(|at| ledger.person(at)).collect()
}

/// `Giám đốc Sở A, ông B cho biết`, `Chủ tịch xã - ông C`: the title introduces the name after it.
fn introduces(scene: &Scene<'_>, ledger: &Ledger, at: usize) -> bool {
    let Some(person) = scene.item(at + 1) else { return false };
    // `… của Giám đốc” - ông A nói`: the quotation or bracket ends, and another follows.
    let quoted =
        scene.item(at).is_some_and(|title| matches!(scene.doc.token_text(title.extent.end()), "”" | "\"" | "»" | ")"));
    if quoted {
        return false;
    }
    // `với ông A được bầu làm Thủ tướng, bà B …`: it is A of whom the post is told.
    let first = run_start(scene, at);
    let told = first > 0 && scene.is_person(first - 1) && scene.same_sentence(first - 1, first) && {
        let from = scene.item(first).map_or(0, |item| item.lead.from);
        matches!(cue::before(scene.doc, from, scene.gap_before(first).first()), Some((Cue::Holds | Cue::Gives, _)))
    };
    if told {
        return false;
    }
    let has_own = scene.is_title(at + 2) && ledger.how(at + 2) == How::After && scene.link(at + 2).is_apposition();
    match person.link {
        Link::Comma if person.lead.honorific => !person.lead.plural && !has_own,
        Link::Comma => !has_own && names_office(scene, at),
        Link::Dash | Link::Open => !person.lead.plural && !has_own,
        _ => false,
    }
}

/// `Chủ tịch Liên đoàn A, B khẳng định`, `Trong khi đó, Phó Chủ tịch Hội A, B …`: a title that begins its sentence, with
/// the body that it is of, and one name.
fn names_office(scene: &Scene<'_>, at: usize) -> bool {
    let Some(title) = scene.item(at) else { return false };
    let before = scene.gap_before(run_start(scene, at));
    let opener = before.len() <= 10
        && before.first() == scene.sentence_start(at)
        && before.end().checked_sub(1).is_some_and(|last| scene.doc.word(last) == w!(","));
    let starts = opener || before.end() == scene.sentence_start(at);
    let office = office::is_office(scene.doc, title.extent) || scene.doc.word(title.extent.first()) == w!("hlv");
    let opens = starts || office && (before.len() <= 3 || scene.gap_before(at).is_empty());
    let listed = scene.is_person(at + 2) && matches!(scene.link(at + 2), Link::Comma | Link::And);
    opens && !listed && !title.lead.plural && title.extent.len() > 2
}
