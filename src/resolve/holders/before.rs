//! Titles that stand right before the name: `Thủ tướng A`, `Giáo sư - Tiến sĩ B`, `các Phó Thủ tướng C và D`.

use crate::model::token::{Gap, Shape, Word};
use crate::resolve::holders::cue::{self, Cue};
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::link::Link;
use crate::resolve::holders::office;
use crate::resolve::holders::scene::Scene;
use crate::resolve::holders::sole::Sole;
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
        let anothers = |title: usize| is_proxy(scene, title) || says(title) || is_premier_before_minister(scene, title);
        for title in (from..at).filter(|&title| !anothers(title)) {
            ledger.give_all(title, How::Before, &group);
        }
    }
}

/// `báo cáo với Thủ tướng, Bộ trưởng A cho biết`: a prime minister is no minister beside.
fn is_premier_before_minister(scene: &Scene<'_>, at: usize) -> bool {
    let (Some(title), Some(next)) = (scene.item(at), scene.item(at + 1)) else { return false };
    let begins = |at: usize, words: [Word; 2]| [scene.doc.word(at), scene.doc.word(at + 1)] == words;
    let first = next.extent.first();
    let deputy = usize::from(scene.doc.word(first) == w!("phó"));
    begins(title.extent.first(), [w!("thủ"), w!("tướng")])
        && scene.link(at + 1) == Link::Comma
        && (begins(first, [w!("bộ"), w!("trưởng")])
            || begins(first, [w!("thứ"), w!("trưởng")])
            || deputy == 1 && begins(first + 1, [w!("thủ"), w!("tướng")]))
}

fn follows_theo(scene: &Scene<'_>, at: usize) -> bool {
    scene.item(at).is_some_and(|item| item.lead.from > 0 && scene.doc.word(item.lead.from - 1) == w!("theo"))
}

/// True where the title `at` stands at the person after it.
fn touches(scene: &Scene<'_>, at: usize) -> bool {
    match scene.link(at + 1) {
        Link::Touch => !is_aide_of(scene, at),
        Link::Line => is_wrapped(scene, at) || is_signature(scene, at),
        Link::Far => is_described(scene, at),
        _ => false,
    }
}

/// `giữ chức Trợ lý đồng chí A`: A is the one served.
fn is_aide_of(scene: &Scene<'_>, at: usize) -> bool {
    const AIDES: [(Word, Word); 2] = [(w!("trợ"), w!("lý")), (w!("thư"), w!("ký"))];
    let (Some(title), Some(person)) = (scene.item(at), scene.item(at + 1)) else { return false };
    let first = title.extent.first();
    let told = cue::before(scene.doc, title.lead.from, scene.sentence_start(at));
    title.extent.len() == 2
        && AIDES.contains(&(scene.doc.word(first), scene.doc.word(first + 1)))
        && person.lead.honorific
        && matches!(told, Some((Cue::Holds | Cue::Gives | Cue::Is, _)))
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
    const OPENERS: [Word; 26] = [
        w!("kém"),
        w!("hơn"),
        w!("việt"),
        w!("uy"),
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
    let named = matches!(doc.word(first), word if word == w!("có") || word == w!("mang"))
        && matches!(doc.word(first + 1), word if word == w!("tên") || word == w!("nghệ"));
    let replaces = [w!("thay"), w!("cho"), w!("của"), w!("với")].contains(&doc.word(gap.end().saturating_sub(1)));
    let plain = |at: usize| doc.shape(at).is_word() || doc.shape(at) == Shape::Number;
    // `thủ môn người Hàn Quốc, A vẫn …`
    let goes_on = scene.item(at + 1).is_some_and(|item| doc.shape(item.extent.end()) == Shape::Lower);
    let end = gap.end() - usize::from(goes_on && gap.len() > 1 && doc.word(gap.end() - 1) == w!(","));
    // `tiền vệ 18 tuổi A`
    let aged = doc.shape(first) == Shape::Number && doc.word(first + 1) == w!("tuổi");
    short && !replaces && (named || aged || OPENERS.contains(&doc.word(first))) && (first..end).all(plain)
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

/// `tiền vệ A, B và C`, `diễn viên D, E, F.`: a profession before a list of bare names is that of all.
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
    let listed = (first..first + 2).any(|at| PROFESSIONS.contains(&(scene.doc.word(at), scene.doc.word(at + 1))));
    if item.extent.len() > 4 || !listed && scene.doc.word(first) != w!("rapper") {
        return false;
    }
    let bare = |at: usize| is_listed(scene, at) && scene.item(at).is_some_and(|item| !item.lead.honorific);
    let Some(last) = (at + 2..at + MOST).take_while(|&at| bare(at)).last() else { return false };
    let closed = scene.link(last) == Link::And || listed && scene.ends_clause(last);
    closed && !(scene.is_title(last + 1) && scene.link(last + 1).is_apposition() && scene.link(last) == Link::And)
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
        && !is_given(scene, first - 1)
    {
        first -= 1;
    }
    first
}

/// `Giao nhiệm vụ cho Cục trưởng, Thứ trưởng A nói`: the Cục trưởng is spoken to.
fn is_given(scene: &Scene<'_>, at: usize) -> bool {
    let Some(lead) = scene.item(at).map(|item| item.lead.from) else { return false };
    let start = scene.sentence_start(at);
    lead > start + 1 && scene.doc.word(lead - 1) == w!("cho") && VERBS.contains(&scene.doc.word(start))
}

/// Verbs at the start of a sentence that has no subject yet.
const VERBS: [Word; 14] = [
    w!("giao"),
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

/// Whether the whole run `first..=last`, which ends at a name, is that name's, or only its last title, the others being
/// of the person before: `ông A, Bí thư B, Thượng tá C`.
fn all_before(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let begins = scene.item(first).is_some_and(|item| item.lead.honorific);
    if first == last || first == 0 || begins || !scene.is_person(first - 1) || !scene.link(first).is_apposition() {
        return true;
    }
    let person = first - 1;
    if opens_with_verb(scene, person) && !scene.ends_clause(last + 1) {
        return true;
    }
    let prefix = person.checked_sub(1).filter(|&prefix| scene.is_title(prefix) && scene.link(person) == Link::Touch);
    prefix.and_then(|prefix| scene.item(prefix)).is_some_and(|title| office::is_office(scene.doc, title.extent))
}

/// `Tặng hoa chúc mừng ông A, Bí thư B, Chánh Văn phòng C nói`: the sentence has no subject before A, so C's titles begin
/// behind A.
fn opens_with_verb(scene: &Scene<'_>, person: usize) -> bool {
    let titled = person > 0 && scene.is_title(person - 1) && scene.link(person) == Link::Touch;
    let before = scene.gap_before(if titled { person - 1 } else { person });
    before.first() == scene.sentence_start(person)
        && !before.is_empty()
        && VERBS.contains(&scene.doc.word(before.first()))
}

/// `thay mặt Thủ tướng`, `KT. BỘ TRƯỞNG`: who acts is somebody else; `thay mặt Thủ tướng A` names him all the same.
pub fn is_proxy(scene: &Scene<'_>, at: usize) -> bool {
    let Some(item) = scene.item(at) else { return false };
    match cue::before(scene.doc, item.lead.from, scene.sentence_start(at)) {
        Some((Cue::Aspires, _)) => true,
        Some((Cue::Proxy, _)) => !(scene.is_person(at + 1) && scene.link(at + 1) == Link::Touch),
        _ => false,
    }
}
