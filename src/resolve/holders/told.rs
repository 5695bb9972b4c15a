//! Titles that a verb or noun tells of: `ông A giữ chức B`, `được bầu làm C`, `thôi chức vụ D đối với bà E`, `Ông là F`,
//! `với cương vị G, ông H`.

use crate::model::span::Extent;
use crate::model::token::Word;
use crate::resolve::holders::cue::{self, Cue};
use crate::resolve::holders::filler;
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::link::Link;
use crate::resolve::holders::scene::Scene;
use crate::resolve::words;
use crate::w;

/// How many items are looked at on either side.
const REACH: usize = 24;

/// Gives the titles that are told of.
pub fn told(scene: &Scene<'_>, ledger: &mut Ledger) {
    let mut topic = Topic::default();
    let mut at = 0;
    while at < scene.items.len() {
        if let Some(person) = ledger.person(at).filter(|_| !is_credit(scene, at)) {
            topic.named(scene, at, person);
        }
        if !(scene.is_title(at) && ledger.is_open(at)) {
            at += 1;
            continue;
        }
        let end = run_end(scene, ledger, at);
        let verdict = judge(scene, ledger, &topic, at, end);
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

/// Whom a pronoun means: who was last said to have a post, a little later who was last named.
#[derive(Default)]
struct Topic {
    named: Option<usize>,
    told: Option<(usize, usize)>,
}

/// For how many sentences the person told of stays the topic.
const STAYS: usize = 3;

impl Topic {
    fn named(&mut self, scene: &Scene<'_>, at: usize, person: usize) {
        let sentence = scene.item(at).map_or(0, |item| item.sentence);
        if self.told.is_some_and(|(told, _)| told != person) && opens_line(scene, at) {
            self.told = None;
        }
        if self.told.is_some_and(|(told, _)| told == person) {
            self.told = Some((person, sentence));
        }
        self.named = Some(person);
    }

    fn told(&mut self, scene: &Scene<'_>, at: usize, people: &[usize]) {
        if let (&[person], Some(item)) = (people, scene.item(at)) {
            self.told = Some((person, item.sentence));
        }
    }

    fn at(&self, sentence: usize) -> Option<usize> {
        self.told.filter(|&(_, since)| sentence.saturating_sub(since) <= STAYS).map(|(person, _)| person).or(self.named)
    }
}

/// True where the person `at`, with titles before it, begins a line: a caption or a paragraph about somebody else.
fn opens_line(scene: &Scene<'_>, at: usize) -> bool {
    let titled = at > 0 && scene.is_title(at - 1) && scene.link(at) == Link::Touch;
    let first = scene.item(if titled { at - 1 } else { at }).map_or(0, |item| item.lead.from);
    scene.doc.gap(first).is_break() && first == scene.sentence_start(at)
}

/// One past the last title of the run that begins with the title `at`.
fn run_end(scene: &Scene<'_>, ledger: &Ledger, at: usize) -> usize {
    let mut end = at + 1;
    while scene.is_title(end)
        && ledger.is_open(end)
        && matches!(scene.link(end), Link::Comma | Link::Dash | Link::Plus | Link::And | Link::Semicolon | Link::Touch)
    {
        end += 1;
    }
    end
}

fn judge(scene: &Scene<'_>, ledger: &Ledger, topic: &Topic, at: usize, end: usize) -> Verdict {
    let Some(item) = scene.item(at) else { return Verdict::Open };
    let start = scene.gap_before(at).first();
    let told = cue::before(scene.doc, item.lead.from, start)
        .or_else(|| cue::career_before(scene.doc, item.lead.from, scene.sentence_start(at)));
    let Some((cue, from)) = told else {
        return continued(scene, ledger, topic, at, end);
    };
    let people = match cue {
        Cue::Proxy => Vec::new(),
        Cue::Holds => concerned(scene, ledger, end, &[w!("với")])
            .or_else(|| subject(scene, ledger, at, false))
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
            .or_else(|| concerned(scene, ledger, end, &[w!("của")]))
            .or_else(|| subject(scene, ledger, at, false))
            .or_else(|| topic.at(item.sentence).filter(|_| pronoun_after(scene, end)).map(|person| vec![person]))
            .unwrap_or_default(),
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
        (true, _) => Verdict::Nobody,
    }
}

/// The person of the posts told of before, whose list goes on: `giữ chức A; B; C`, or a line of a curriculum vitae.
fn continued(scene: &Scene<'_>, ledger: &Ledger, topic: &Topic, at: usize, end: usize) -> Verdict {
    let joined = matches!(scene.link(at), Link::Comma | Link::Dash | Link::Plus | Link::And | Link::Semicolon);
    if let Some(before) = at.checked_sub(1).filter(|&before| joined && ledger.how(before) == How::Told) {
        return Verdict::Of(ledger.holders(before).to_vec());
    }
    let Some(item) = scene.item(at) else { return Verdict::Open };
    let opens = scene.gap_before(at).is_empty() && scene.doc.gap(item.lead.from).is_break();
    let closes = scene.item(end - 1).is_some_and(|last| {
        let mut next = last.extent.end();
        while let Some(after) = filler::skip(scene.doc, next, scene.doc.tokens.len()) {
            next = after;
        }
        matches!(scene.doc.token_text(next), "." | ";" | "")
            && (scene.doc.gap(next + 1).is_break() || next >= scene.doc.tokens.len())
    });
    match topic.told {
        Some((person, since)) if opens && closes && end - at > 1 && item.sentence - since <= STAYS => {
            Verdict::Of(vec![person])
        }
        _ => Verdict::Open,
    }
}

/// The people after the titles whom the post concerns, behind one of `links`: `đối với ông A`, `cho B`, `của C`.
fn concerned(scene: &Scene<'_>, ledger: &Ledger, end: usize, links: &[Word]) -> Option<Vec<usize>> {
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
    while at < end + REACH && (at == end || matches!(scene.link(at), Link::And | Link::Comma | Link::Touch)) {
        if scene.is_title(at) && ledger.how(at) != How::Before {
            break;
        }
        people.extend(ledger.person(at));
        at += 1;
    }
    (!people.is_empty()).then_some(people)
}

/// The nearest person before, in the sentence, with those joined to it.
fn subject(scene: &Scene<'_>, ledger: &Ledger, at: usize, passive: bool) -> Option<Vec<usize>> {
    let mut before = at;
    while before > 0 && at - before < REACH && scene.same_sentence(before - 1, at) {
        before -= 1;
        let Some(person) = ledger.person(before).filter(|_| !is_credit(scene, before)) else { continue };
        if is_replaced(scene, before) || is_relative(scene, before) || (!passive && is_agent(scene, before, at)) {
            continue;
        }
        let mut people = vec![person];
        let mut first = before;
        while first > 0 && scene.link(first) == Link::And && scene.is_person(first - 1) && people.len() < REACH {
            first -= 1;
            people.extend(ledger.person(first));
        }
        people.reverse();
        return Some(people);
    }
    None
}

/// True where the sentence of the item `at` names a person, as far as it is looked at.
fn any_person(scene: &Scene<'_>, at: usize) -> bool {
    (at.saturating_sub(REACH)..at + REACH).any(|other| scene.is_person(other) && scene.same_sentence(other, at))
}

/// The person whom the pronoun that begins the sentence means: `Ông đã gặp B và là A`.
fn opening(scene: &Scene<'_>, topic: &Topic, at: usize) -> Option<Vec<usize>> {
    let item = scene.item(at)?;
    let start = scene.sentence_start(at);
    let first = scene.items.partition_point(|item| item.extent.first() < start);
    let named = scene.item(first).is_some_and(|item| item.is_person && item.lead.from == start);
    let meant = words::is_pronoun(scene.doc, start) && !named;
    meant.then(|| topic.at(item.sentence)).flatten().map(|person| vec![person])
}

fn is_credit(scene: &Scene<'_>, at: usize) -> bool {
    scene.item(at).is_some_and(|item| words::is_credited(scene.doc, item.extent.first()))
}

/// `con gái ông A`, `phu nhân Thủ tướng B`, `dưới thời C`: it is not A, B or C of whom something is told.
fn is_relative(scene: &Scene<'_>, at: usize) -> bool {
    let titled = at > 0 && scene.is_title(at - 1) && scene.link(at) == Link::Touch;
    let first = if titled { at - 1 } else { at };
    let lead = scene.item(first).map_or(0, |item| item.lead.from);
    let by = lead.checked_sub(1).is_some_and(|last| matches!(scene.doc.token_text(last), "thời" | "theo" | "Theo"));
    by || words::is_relative_of(scene.doc, lead)
}

/// `thay ông A`, `kế nhiệm bà B`: the one before in the post; not where the text goes on of A: `thay ông A được bầu B`.
fn is_replaced(scene: &Scene<'_>, at: usize) -> bool {
    const INSTEAD: [Word; 3] = [w!("thay"), w!("thế"), w!("nhiệm")];
    const GOES_ON: [Word; 5] = [w!("được"), w!("đã"), w!("vừa"), w!("nghỉ"), w!("chuyển")];
    let mut last = at;
    while scene.is_title(last + 1) && scene.link(last + 1) == Link::Comma && last - at < 4 {
        last += 1;
    }
    if scene.item(last).is_some_and(|item| GOES_ON.contains(&scene.doc.word(item.extent.end()))) {
        return false;
    }
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

fn has(scene: &Scene<'_>, extent: Extent, word: Word) -> bool {
    extent.range().take(200).any(|at| scene.doc.word(at) == word)
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

/// The person whom a pronoun in the words before means; also where the sentence has no subject.
fn pronoun(scene: &Scene<'_>, ledger: &Ledger, topic: &Topic, gap: Extent, at: usize) -> Option<Vec<usize>> {
    let sentence = scene.item(at)?.sentence;
    let earlier =
        at.checked_sub(1).filter(|&before| scene.same_sentence(before, at) && ledger.how(before) == How::Told);
    if gap.range().rev().take(40).any(|at| words::is_pronoun(scene.doc, at)) {
        return topic.at(sentence).map(|person| vec![person]);
    }
    if let Some(before) = earlier {
        return Some(ledger.holders(before).to_vec());
    }
    let recent = topic.told.filter(|&(_, since)| sentence - since <= STAYS).map(|(person, _)| vec![person]);
    let labelled = gap.len() <= 4 && scene.doc.token_text(scene.item(at)?.lead.from.checked_sub(1)?) == ":";
    if labelled {
        recent.or_else(|| topic.named.map(|person| vec![person]))
    } else {
        recent.filter(|_| gap.len() <= 12)
    }
}

/// `với cương vị A, ông B …`: the person who acts.
fn actor(scene: &Scene<'_>, ledger: &Ledger, end: usize) -> Option<Vec<usize>> {
    let mut at = end;
    let link = scene.link(at);
    while scene.is_title(at) && ledger.how(at) == How::Before && at < end + REACH {
        at += 1;
    }
    ledger.person(at).filter(|_| link == Link::Comma).map(|person| vec![person])
}

/// `trên cương vị A, ông …`: a pronoun after the titles.
fn pronoun_after(scene: &Scene<'_>, end: usize) -> bool {
    let Some(last) = scene.item(end - 1) else { return false };
    (last.extent.end()..last.extent.end() + 4).any(|at| words::is_pronoun(scene.doc, at))
}

/// `ông A từng là B`, `Ông cũng là C`: who is named right before `là`.
fn identified(scene: &Scene<'_>, ledger: &Ledger, topic: &Topic, at: usize, is: usize) -> Option<Vec<usize>> {
    const ADVERBS: [Word; 24] = [
        w!("từng"),
        w!("cũng"),
        w!("đang"),
        w!("hiện"),
        w!("vốn"),
        w!("còn"),
        w!("đồng"),
        w!("thời"),
        w!("tiếp"),
        w!("tục"),
        w!("chính"),
        w!("lúc"),
        w!("đó"),
        w!("khi"),
        w!("ấy"),
        w!("đã"),
        w!("sẽ"),
        w!("vẫn"),
        w!("nay"),
        w!("nguyên"),
        w!("người"),
        w!("trước"),
        w!("này"),
        w!(","),
    ];
    let gap = scene.gap_before(at);
    let mut near = is;
    while near > gap.first() && (ADVERBS.contains(&scene.doc.word(near - 1)) || words::is_markup(scene.doc, near - 1)) {
        near -= 1;
    }
    let item = scene.item(at)?;
    let before = at.checked_sub(1).filter(|&before| scene.same_sentence(before, at));
    let bracketed = before.and_then(|before| scene.item(before)).is_some_and(|before| {
        let mut next = before.extent.end();
        while next < near {
            match filler::skip(scene.doc, next, near) {
                Some(after) => next = after,
                None => return false,
            }
        }
        true
    });
    if let Some(before) = before.filter(|_| near == gap.first() || bracketed) {
        return match ledger.person(before) {
            Some(person) => Some(vec![person]),
            None => Some(ledger.holders(before).to_vec()).filter(|people| !people.is_empty()),
        };
    }
    let said = near.checked_sub(1).is_some_and(|last| last >= gap.first() && words::is_pronoun_end(scene.doc, last));
    if said {
        return topic.at(item.sentence).map(|person| vec![person]);
    }
    let dated = gap.first() < is && gap.first() == scene.sentence_start(at);
    if dated && (gap.first()..is).all(|at| filler::is_time(scene.doc, at)) {
        return topic.at(item.sentence).map(|person| vec![person]);
    }
    // `ông A quê ở B, là C`, `ông A có bằng B, từng là C`
    let apart =
        (near.saturating_sub(1).max(gap.first())..is).any(|at| matches!(scene.doc.token_text(at), "," | ";" | "và"));
    apart.then(|| subject(scene, ledger, at, true).or_else(|| opening(scene, topic, at))).flatten()
}
