//! Titles that a verb or noun tells of: `ông A giữ chức B`, `được bầu làm C`, `thôi chức vụ D đối với bà E`, `Ông là F`,
//! `với cương vị G, ông H`. What the words before a title say is a [`Cue`]; here it is decided who is meant.

use crate::model::span::Extent;
use crate::resolve::holders::cue::{self, Cue};
use crate::resolve::holders::filler;
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::link::Link;
use crate::resolve::holders::scene::Scene;
use crate::resolve::holders::sole::Sole;
use crate::w;

use after::{actor, actor_beyond, concerned};
use identity::identified;
use subject::{any_person, has, is_credit, is_kin, subject};
use topic::{Topic, opening, pronoun, pronoun_after};

pub(super) use subject::{is_aside, is_predecessor};

mod after;
mod identity;
mod subject;
mod topic;

/// How many items are looked at on either side.
const REACH: usize = 24;

/// Gives the titles that are told of.
pub fn told(scene: &Scene<'_>, ledger: &mut Ledger) {
    let sole = Sole::new(scene, ledger);
    let mut topic = Topic::default();
    let mut at = 0;
    while at < scene.items.len() {
        if let Some(person) = ledger.person(at).filter(|_| !is_credit(scene, at) && !is_kin(scene, at)) {
            topic.named(scene, at, person);
        }
        if !(scene.is_title(at) && ledger.is_open(at)) {
            at += 1;
            continue;
        }
        let end = run_end(scene, ledger, at);
        let verdict = judge(scene, ledger, &sole, &topic, at, end);
        for title in at..end {
            match &verdict {
                Verdict::Of(people) => ledger.give_all(title, How::Told, people),
                Verdict::Nobody => ledger.bar(title),
                Verdict::Open => {}
            }
        }
        if let Verdict::Of(people) = &verdict {
            topic.told(scene, at, people);
        }
        at = end;
    }
}

/// What was decided of a run of titles.
enum Verdict {
    Of(Vec<usize>),
    Nobody,
    Open,
}

/// One past the last title of the run that begins with the title `at`.
fn run_end(scene: &Scene<'_>, ledger: &Ledger, at: usize) -> usize {
    let mut end = at + 1;
    while scene.is_title(end)
        && ledger.is_open(end)
        && matches!(scene.link(end), Link::Comma | Link::Dash | Link::Plus | Link::And | Link::Semicolon | Link::Touch)
        && !scene.is_boss(end)
    {
        end += 1;
    }
    end
}

fn judge(scene: &Scene<'_>, ledger: &Ledger, sole: &Sole, topic: &Topic, at: usize, end: usize) -> Verdict {
    let Some(item) = scene.item(at) else { return Verdict::Open };
    let start = scene.gap_before(at).first();
    let told = cue::before(scene.doc, item.lead.from, start)
        .or_else(|| cue::career_before(scene.doc, item.lead.from, scene.sentence_start(at)));
    let Some((cue, from)) = told else {
        return continued(scene, ledger, topic, at, end);
    };
    let people = match cue {
        Cue::Proxy | Cue::Aspires => Vec::new(),
        // `Ai sẽ thay ông A làm B?`
        _ if has(scene, Extent::new(scene.sentence_start(at), from), w!("ai")) => Vec::new(),
        Cue::Holds => concerned(scene, ledger, end, &[w!("với")])
            .or_else(|| concerned(scene, ledger, end, &[w!("cho")]).filter(|_| scene.gap_before(end).len() == 1))
            .or_else(|| subject(scene, ledger, at, false))
            .or_else(|| actor(scene, ledger, end))
            .or_else(|| opening(scene, topic, at))
            .or_else(|| pronoun(scene, ledger, topic, Extent::new(start, from), at))
            .unwrap_or_default(),
        Cue::Gives => match concerned(scene, ledger, end, &[w!("với"), w!("cho"), w!("của")])
            .or_else(|| passive(scene, ledger, topic, at, from))
        {
            Some(people) => people,
            None => return Verdict::Open,
        },
        Cue::Post => concerned(scene, ledger, end, &[w!("với"), w!("cho"), w!("của")]).unwrap_or_default(),
        Cue::Station => actor(scene, ledger, end)
            .or_else(|| actor_beyond(scene, ledger, end))
            .or_else(|| concerned(scene, ledger, end, &[w!("của")]))
            .or_else(|| subject(scene, ledger, at, false))
            .or_else(|| {
                let meant = sole.holder(scene, at).or_else(|| topic.at(item.sentence));
                meant.filter(|_| pronoun_after(scene, end)).map(|person| vec![person])
            })
            .unwrap_or_default(),
        Cue::Is if item.lead.plural => return Verdict::Open,
        Cue::Is if from == scene.sentence_start(at) => actor(scene, ledger, end).unwrap_or_default(),
        Cue::Is => match identified(scene, ledger, topic, at, from) {
            Some(people) => people,
            None => return Verdict::Open,
        },
    };
    match (people.is_empty(), cue) {
        (false, _) => Verdict::Of(people),
        (true, Cue::Station | Cue::Is) => Verdict::Open,
        // `Bổ nhiệm Phó Cục trưởng A giữ chức Giám đốc B`: a headline, whose person the text names later.
        (true, Cue::Holds) if item.sentence == 0 && !any_person(scene, at) => Verdict::Open,
        // `Con gái ông A trở thành Thủ tướng`: who that is the text names elsewhere.
        (true, Cue::Holds) if at > 0 && scene.is_person(at - 1) && is_kin(scene, at - 1) => Verdict::Open,
        (true, _) => Verdict::Nobody,
    }
}

/// The person of the posts told of before, whose list goes on: `giữ chức A; B; C`, or a line of a curriculum vitae.
fn continued(scene: &Scene<'_>, ledger: &Ledger, topic: &Topic, at: usize, end: usize) -> Verdict {
    let joined = matches!(scene.link(at), Link::Comma | Link::Dash | Link::Plus | Link::And | Link::Semicolon);
    if let Some(before) = at.checked_sub(1).filter(|&before| joined && ledger.how(before) == How::Told) {
        return Verdict::Of(ledger.holders(before).to_vec());
    }
    // `miễn nhiệm A đối với ông B và C đối với ông D`
    if let Some(people) = ends(scene, end)
        .filter(|&next| scene.doc.word(next) == w!("đối"))
        .and_then(|_| concerned(scene, ledger, end, &[w!("với")]))
    {
        return Verdict::Of(people);
    }
    let Some(item) = scene.item(at) else { return Verdict::Open };
    let opens = scene.gap_before(at).is_empty() && scene.doc.gap(item.lead.from).is_break();
    let closes = ends(scene, end).is_some_and(|next| {
        matches!(scene.doc.token_text(next), "." | ";" | "")
            && (scene.doc.gap(next + 1).is_break() || next >= scene.doc.tokens.len())
    });
    match topic.recent(item.sentence) {
        Some(person) if opens && closes && end - at > 1 => Verdict::Of(vec![person]),
        _ => Verdict::Open,
    }
}

/// The token behind the run of titles that ends before item `end`, and behind terms of office and brackets.
fn ends(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let mut next = scene.item(end.checked_sub(1)?)?.extent.end();
    while let Some(after) = filler::skip(scene.doc, next, scene.doc.tokens.len()) {
        next = after;
    }
    Some(next)
}

/// `ông A được bổ nhiệm B`, `ông A bị cách chức B`, `kỷ luật ông A bằng hình thức cách chức B`.
fn passive(scene: &Scene<'_>, ledger: &Ledger, topic: &Topic, at: usize, from: usize) -> Option<Vec<usize>> {
    let gap = Extent::new(scene.gap_before(at).first(), from);
    let undergone = has(scene, gap, w!("được")) || has(scene, gap, w!("bị")) || has(scene, gap, w!("hình"));
    if !undergone {
        return None;
    }
    subject(scene, ledger, at, true).or_else(|| pronoun(scene, ledger, topic, gap, at))
}
