//! Who is said to be something: `ông A từng là B`, `Ông cũng là C`.

use crate::model::span::Extent;
use crate::model::token::Word;
use crate::resolve::holders::filler;
use crate::resolve::holders::ledger::Ledger;
use crate::resolve::holders::scene::Scene;
use crate::resolve::holders::told::subject::{has, subject};
use crate::resolve::holders::told::topic::{Topic, opening};
use crate::resolve::words;
use crate::w;

/// `ông A từng là B`, `Ông cũng là C`: who is named right before `là`.
pub(super) fn identified(
    scene: &Scene<'_>,
    ledger: &Ledger,
    topic: &Topic,
    at: usize,
    is: usize,
) -> Option<Vec<usize>> {
    const ADVERBS: [Word; 25] = [
        w!("cùng"),
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
        return match ledger.person(scene.outside(before)) {
            Some(person) => Some(vec![person]),
            None => Some(ledger.holders(before).to_vec()).filter(|people| !people.is_empty()),
        };
    }
    let said = near.checked_sub(1).is_some_and(|last| last >= gap.first() && words::is_pronoun_end(scene.doc, last));
    if said {
        return topic.at(item.sentence).map(|person| vec![person]);
    }
    // `Sau đó là A`, but `Đó là A` names somebody else
    let dated = gap.first() < is && gap.first() == scene.sentence_start(at) && scene.doc.word(gap.first()) != w!("đó");
    if dated && (gap.first()..is).all(|at| filler::is_time(scene.doc, at)) {
        return topic.at(item.sentence).map(|person| vec![person]);
    }
    // `ông A quê ở B, là C`, `ông A có bằng B, từng là C`
    let also = has(scene, Extent::new(near.saturating_sub(1), is), w!("đồng"));
    let apart = also
        || (near.saturating_sub(1).max(gap.first())..is).any(|at| matches!(scene.doc.token_text(at), "," | ";" | "và"));
    apart.then(|| subject(scene, ledger, at, true).or_else(|| opening(scene, topic, at))).flatten()
}
