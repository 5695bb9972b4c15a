//! Titles that stand at the name: right before it (`Thủ tướng A`, `Giáo sư - Tiến sĩ B`), or in apposition after it
//! (`ông C, Bí thư D, Chủ tịch E`, `F - Trợ lý G`, `H (Giám đốc I)`).

use crate::model::token::{Gap, Shape, Word};
use crate::resolve::holders::cue::{self, Cue};
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::link::Link;
use crate::resolve::holders::office;
use crate::resolve::holders::scene::Scene;
use crate::resolve::holders::sole::Sole;
use crate::resolve::holders::told::is_predecessor;
use crate::resolve::words;
use crate::w;

/// How many people one title is given to at most: what is longer is no list of holders.
pub const MOST: usize = 200;

/// Gives titles to the names that they stand right before.
pub fn before_name(scene: &Scene<'_>, ledger: &mut Ledger) {
    let standing = (0..scene.items.len()).filter(|&at| scene.is_title(at) && scene.is_person(at + 1));
    let standing: Vec<usize> = standing.filter(|&at| touches(scene, at)).collect();
    for &at in standing.iter().filter(|&&at| !is_proxy(scene, at)) {
        ledger.give_all(at, How::Before, &group_after(scene, ledger, at));
    }
    let sole = Sole::new(scene, ledger);
    for &at in &standing {
        let group = group_after(scene, ledger, at);
        let first = run_start(scene, at);
        let from = if all_before(scene, first, at) { first } else { at };
        // `Theo Chủ tịch nước, Thượng tướng A là …`: who says it is somebody else.
        let says = |title: usize| follows_theo(scene, title) && sole.is_anothers(scene, title, &group);
        for title in (from..at).filter(|&title| !is_proxy(scene, title) && !says(title)) {
            ledger.give_all(title, How::Before, &group);
        }
    }
}

fn follows_theo(scene: &Scene<'_>, at: usize) -> bool {
    scene.item(at).is_some_and(|item| item.lead.from > 0 && scene.doc.word(item.lead.from - 1) == w!("theo"))
}

/// True where the title `at` stands at the person after it.
fn touches(scene: &Scene<'_>, at: usize) -> bool {
    match scene.link(at + 1) {
        Link::Touch => true,
        Link::Line => is_wrapped(scene, at) || is_signature(scene, at),
        Link::Far => is_described(scene, at),
        _ => false,
    }
}

/// The line only breaks in the middle of a sentence: `Thủ tướng ⏎ A đã chủ trì`.
fn is_wrapped(scene: &Scene<'_>, at: usize) -> bool {
    let Some(person) = scene.item(at + 1) else { return false };
    let (doc, first, next) = (scene.doc, person.extent.first(), person.extent.end());
    scene.gap_before(at + 1).is_empty()
        && doc.gap(first) == Gap::Line
        && doc.gap(next) == Gap::Space
        && doc.shape(next) == Shape::Lower
}

/// A post on a line by itself, and a name on the next: `PHÓ CHỦ TỊCH ⏎ (Đã ký) ⏎ Nguyễn Văn A`.
fn is_signature(scene: &Scene<'_>, at: usize) -> bool {
    let (Some(title), Some(person)) = (scene.item(at), scene.item(at + 1)) else { return false };
    let doc = scene.doc;
    let alone = |first: usize, end: usize| {
        let opens =
            (0..=first).rev().take(6).find(|&at| at == 0 || doc.gap(at) >= Gap::Wrap || !words::is_markup(doc, at - 1));
        let closes =
            (end..doc.tokens.len() + 1).take(6).find(|&at| doc.gap(at) >= Gap::Wrap || !words::is_markup(doc, at));
        opens.is_some_and(|at| doc.gap(at) >= Gap::Wrap) && closes.is_some_and(|at| doc.gap(at) >= Gap::Wrap)
    };
    alone(title.extent.first(), title.extent.end()) && alone(person.extent.first(), person.extent.end())
}

/// A few words of description between: `nữ diễn viên xinh đẹp A`, `HLV người Úc B`.
fn is_described(scene: &Scene<'_>, at: usize) -> bool {
    const OPENERS: [Word; 22] = [
        w!("người"),
        w!("nổi"),
        w!("xinh"),
        w!("trẻ"),
        w!("kỳ"),
        w!("lừng"),
        w!("tài"),
        w!("gốc"),
        w!("đương"),
        w!("huyền"),
        w!("danh"),
        w!("quá"),
        w!("mới"),
        w!("sắp"),
        w!("đình"),
        w!("gạo"),
        w!("siêu"),
        w!("hàng"),
        w!("thứ"),
        w!("ngôi"),
        w!("lão"),
        w!("vào"),
    ];
    let gap = scene.gap_before(at + 1);
    let short = !gap.is_empty() && gap.len() <= 6 && scene.same_sentence(at, at + 1);
    let (doc, first) = (scene.doc, gap.first());
    let named =
        doc.word(first) == w!("có") && matches!(doc.word(first + 1), word if word == w!("tên") || word == w!("nghệ"));
    let replaces = [w!("thay"), w!("cho"), w!("của"), w!("với")].contains(&doc.word(gap.end().saturating_sub(1)));
    let plain = |at: usize| doc.shape(at).is_word() || doc.shape(at) == Shape::Number;
    short && !replaces && (named || OPENERS.contains(&doc.word(first))) && gap.range().all(plain)
}

/// The persons after the title `at`: the next one; under a plural (`các Phó Thủ tướng A, B và C`) those joined to it.
fn group_after(scene: &Scene<'_>, ledger: &Ledger, at: usize) -> Vec<usize> {
    let plural = |at: usize| scene.item(at).is_some_and(|item| item.lead.plural);
    let mut group: Vec<usize> = ledger.person(at + 1).into_iter().collect();
    if plural(run_start(scene, at)) || plural(at + 1) || is_shared(scene, at) {
        let mut next = at + 2;
        while is_listed(scene, next) && group.len() < MOST {
            group.extend(ledger.person(next));
            next += 1;
        }
    }
    group
}

fn is_listed(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_person(at) && matches!(scene.link(at), Link::Comma | Link::And)
}

/// `tiền vệ A, B và C`, `đạo diễn D và E`: a profession before a list of bare names that `và` closes is that of all.
fn is_shared(scene: &Scene<'_>, at: usize) -> bool {
    const PROFESSIONS: [(Word, Word); 14] = [
        (w!("ca"), w!("sĩ")),
        (w!("nghệ"), w!("sĩ")),
        (w!("nhạc"), w!("sĩ")),
        (w!("diễn"), w!("viên")),
        (w!("đạo"), w!("diễn")),
        (w!("tiền"), w!("vệ")),
        (w!("hậu"), w!("vệ")),
        (w!("trung"), w!("vệ")),
        (w!("tiền"), w!("đạo")),
        (w!("thủ"), w!("môn")),
        (w!("cầu"), w!("thủ")),
        (w!("kỹ"), w!("sư")),
        (w!("luật"), w!("sư")),
        (w!("kiến"), w!("trúc")),
    ];
    let Some(item) = scene.item(at) else { return false };
    let first = item.extent.first();
    let profession = (first..first + 2).any(|at| PROFESSIONS.contains(&(scene.doc.word(at), scene.doc.word(at + 1))))
        || scene.doc.word(first) == w!("rapper");
    if !profession || item.extent.len() > 4 {
        return false;
    }
    let bare = |at: usize| is_listed(scene, at) && scene.item(at).is_some_and(|item| !item.lead.honorific);
    let last = (at + 2..at + MOST).take_while(|&at| bare(at)).last();
    last.is_some_and(|last| {
        scene.link(last) == Link::And && !(scene.is_title(last + 1) && is_apposition(scene.link(last + 1)))
    })
}

/// The first title of the run that ends with the title `at`: `Ủy viên A, Bí thư B`. An honorific begins another.
pub fn run_start(scene: &Scene<'_>, at: usize) -> usize {
    let mut first = at;
    let begins = |at: usize| scene.item(at).is_none_or(|item| item.lead.honorific);
    while first > 0
        && at - first < MOST
        && scene.is_title(first - 1)
        && !begins(first)
        && matches!(scene.link(first), Link::Comma | Link::Dash | Link::Plus | Link::Touch)
        && !scene.is_boss(first)
    {
        first -= 1;
    }
    first
}

/// Whether the whole run `first..=last`, which ends at a name, is that name's, or only its last title, the others being
/// of the person before: `ông A, Bí thư B, Thượng tá C`.
fn all_before(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let begins = scene.item(first).is_some_and(|item| item.lead.honorific);
    if first == last || first == 0 || begins || !scene.is_person(first - 1) || !is_apposition(scene.link(first)) {
        return true;
    }
    let person = first - 1;
    if opens_with_verb(scene, person) && !ends_clause(scene, last + 1) {
        return true;
    }
    let prefix = person.checked_sub(1).filter(|&prefix| scene.is_title(prefix) && scene.link(person) == Link::Touch);
    prefix.and_then(|prefix| scene.item(prefix)).is_some_and(|title| office::is_office(scene.doc, title.extent))
}

/// `Tặng hoa chúc mừng ông A, Bí thư B, Chánh Văn phòng C nói`: the sentence has no subject before A, so C's titles begin
/// behind A.
fn opens_with_verb(scene: &Scene<'_>, person: usize) -> bool {
    const VERBS: [Word; 13] = [
        w!("thăm"),
        w!("trao"),
        w!("tặng"),
        w!("tiếp"),
        w!("gặp"),
        w!("đón"),
        w!("chúc"),
        w!("thay"),
        w!("hỏi"),
        w!("cảm"),
        w!("chia"),
        w!("giới"),
        w!("trả"),
    ];
    let titled = person > 0 && scene.is_title(person - 1) && scene.link(person) == Link::Touch;
    let before = scene.gap_before(if titled { person - 1 } else { person });
    before.first() == scene.sentence_start(person)
        && !before.is_empty()
        && VERBS.contains(&scene.doc.word(before.first()))
}

fn is_apposition(link: Link) -> bool {
    matches!(link, Link::Comma | Link::Dash | Link::Open | Link::Plus | Link::Touch)
}

/// `thay mặt Thủ tướng`, `KT. BỘ TRƯỞNG`: who acts is somebody else; `thay mặt Thủ tướng A` names him all the same.
fn is_proxy(scene: &Scene<'_>, at: usize) -> bool {
    let Some(item) = scene.item(at) else { return false };
    match cue::before(scene.doc, item.lead.from, scene.sentence_start(at)) {
        Some((Cue::Aspires, _)) => true,
        Some((Cue::Proxy, _)) => !(scene.is_person(at + 1) && scene.link(at + 1) == Link::Touch),
        _ => false,
    }
}

/// Gives titles to the names that they follow in apposition, and to names that follow them after a comma or dash.
pub fn after_name(scene: &Scene<'_>, ledger: &mut Ledger) {
    let sole = Sole::new(scene, ledger);
    for at in 0..scene.items.len() {
        if scene.is_person(at) && scene.is_title(at + 1) && ledger.is_open(at + 1) && is_apposition(scene.link(at + 1))
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
            link if at == first => is_apposition(link),
            _ if scene.is_boss(at) || scene.item(at).is_some_and(|item| item.lead.honorific) => false,
            Link::Comma | Link::Dash | Link::Plus | Link::And | Link::Touch => true,
            Link::Semicolon => ends_clause(scene, at) || is_former(scene, at),
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

/// `…; nguyên Bí thư B`
fn is_former(scene: &Scene<'_>, at: usize) -> bool {
    scene.item(at).is_some_and(|item| scene.doc.word(item.extent.first()) == w!("nguyên"))
}

/// True where the title is a sole office that somebody else holds in this text: `gặp ông A, Thủ tướng nhấn mạnh`; not
/// where the one before in the post is named: `thay ông A, Thủ tướng vừa nghỉ hưu`.
fn is_anothers(scene: &Scene<'_>, at: usize, group: &[usize], sole: &Sole) -> bool {
    let named = (0..at).rev().find(|&person| scene.is_person(person));
    sole.is_anothers(scene, at, group)
        && !ends_clause(scene, at)
        && !named.is_some_and(|person| is_predecessor(scene, person))
}

/// True where the clause ends after the item `at`.
fn ends_clause(scene: &Scene<'_>, at: usize) -> bool {
    let Some(end) = scene.item(at).map(|item| item.extent.end()) else { return false };
    scene.doc.gap(end).is_break() || matches!(scene.doc.token_text(end), "," | ";" | "." | ")" | "…" | "...")
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
    // `… của Giám đốc” - ông A nói`: the quotation ends, and who said it follows.
    let quoted =
        scene.item(at).is_some_and(|title| matches!(scene.doc.token_text(title.extent.end()), "”" | "\"" | "»"));
    if quoted {
        return false;
    }
    let has_own = scene.is_title(at + 2) && ledger.how(at + 2) == How::After && is_apposition(scene.link(at + 2));
    match person.link {
        Link::Comma if person.lead.honorific => !person.lead.plural && !has_own,
        Link::Comma => !has_own && names_office(scene, at),
        Link::Dash | Link::Open => !person.lead.plural && !has_own,
        _ => false,
    }
}

/// `Chủ tịch Liên đoàn A, B khẳng định`, `Trong khi đó, Phó Chủ tịch Hội A, B …`: an office that begins its sentence, with
/// the body that it is of, and one name.
fn names_office(scene: &Scene<'_>, at: usize) -> bool {
    let Some(title) = scene.item(at) else { return false };
    let before = scene.gap_before(run_start(scene, at));
    let opener = before.len() <= 6
        && before.first() == scene.sentence_start(at)
        && before.end().checked_sub(1).is_some_and(|last| scene.doc.word(last) == w!(","));
    let opens = before.len() <= 3 || opener || scene.gap_before(at).is_empty();
    let listed = scene.is_person(at + 2) && matches!(scene.link(at + 2), Link::Comma | Link::And);
    opens
        && !listed
        && !title.lead.plural
        && title.extent.len() > 2
        && (office::is_office(scene.doc, title.extent) || scene.doc.word(title.extent.first()) == w!("hlv"))
}
