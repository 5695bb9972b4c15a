//! Whether a numbered list is one of tasks.
//!
//! The decision is a score, in halves of a point: what announces the list (`yêu cầu`, `nhiệm vụ`, `đề nghị` for it; an
//! article of law, `quy định`, `hồ sơ`, `trường hợp`, a question against it), how its items begin (verbs of order and
//! addressees for it; `đã`, questions against it), and what the lists around it are. [`ENOUGH`] makes it one of tasks.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape, Word};
use crate::rules::task::assignee::{self, Names};
use crate::rules::task::marker::Style;
use crate::rules::task::outline::{Item, List, Outline};
use crate::rules::task::signs::SIGNS;
use crate::rules::task::words::{heads_order, is_markup, order_at};
use crate::w;

/// The least score of a list of tasks, in halves.
const ENOUGH: i32 = 4;
/// Tokens before a list that are read as its announcement.
const LEAD: usize = 120;
/// Tokens right before a list.
const CLOSE: usize = 16;
/// Items of a list that are looked at.
const SAMPLE: usize = 12;

/// For each list of the outline, whether it is one of tasks.
pub(crate) fn tasks(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline) -> Vec<bool> {
    let mut verdicts: Vec<bool> = Vec::with_capacity(outline.lists.len());
    for (index, list) in outline.lists.iter().enumerate() {
        let parent = list.parent.and_then(|parent| outline.items.get(parent));
        let inside = parent.is_some_and(|parent| {
            parent.marker.style != Style::Article && verdicts.get(parent.list).copied().unwrap_or(false)
        });
        // Sub-lists restart under unnumbered heads of one assignment.
        let beside = index.checked_sub(1).is_some_and(|before| {
            let same = outline
                .lists
                .get(before)
                .is_some_and(|other| other.section == list.section && other.parent == list.parent);
            same && verdicts.get(before).copied().unwrap_or(false)
        });
        if is_articles(outline, list) {
            // Articles are judged one by one.
            verdicts.push(true);
            continue;
        }
        let shown = items(doc, names, outline, list);
        // Parts of a task may be named instead of ordered, but not all of them, unless they stand under an addressee.
        let told = || parent.is_some_and(|parent| is_told(doc, names, parent));
        if list.quoted || shown < if inside { i32::from(!told()) } else { least(outline, list) } {
            verdicts.push(false);
            continue;
        }
        // The paragraphs of an article state rules, unless they say who is to do what, or the article hands them out.
        let handed = parent.is_some_and(|parent| {
            doc.token_text(own_end(parent) - 1) == ":"
                && assignee::only_hands_over(doc, names, parent.text, own_end(parent))
        });
        if parent.is_some_and(|parent| parent.marker.style == Style::Article)
            && !handed
            && addressed(doc, names, outline, list) < 2
        {
            verdicts.push(false);
            continue;
        }
        let score = lead(doc, list) + shown + if inside { 4 } else { 0 } + if beside { 3 } else { 0 }
            - if list.torn { 3 } else { 0 }
            - if list.article && !handed { 4 } else { 0 }
            - if answers(doc, list) { 8 } else { 0 };
        verdicts.push(score >= ENOUGH);
    }
    verdicts
}

/// True for the answers to choose from under a question: `… là gì?`, `A. …`, `B. …`.
fn answers(doc: &Annotated<'_>, list: &List) -> bool {
    let line = list.above[0];
    let last = line.range().rev().find(|&at| !is_markup(doc, at));
    last.is_some_and(|at| {
        doc.token_text(at) == "?" || matches!(doc.token_text(at), "”" | "\"") && doc.token_text(at - 1) == "?"
    })
}

/// The least that the items themselves must show: more where the markers are words (`Thứ nhất`), which also count facts
/// and reasons; a lone one is no list.
fn least(outline: &Outline, list: &List) -> i32 {
    let spelled = list
        .items
        .first()
        .and_then(|&item| outline.items.get(item))
        .is_some_and(|item| matches!(item.marker.style, Style::Ordinal | Style::Cardinal));
    match (spelled, list.items.len()) {
        (false, _) => 2,
        (true, 1) if !list.torn => 12,
        (true, _) => 3,
    }
}

/// True for the list of the articles of law.
pub(crate) fn is_articles(outline: &Outline, list: &List) -> bool {
    list.items.first().and_then(|&item| outline.items.get(item)).is_some_and(|item| item.marker.style == Style::Article)
}

/// What the words before the list say, in halves.
fn lead(doc: &Annotated<'_>, list: &List) -> i32 {
    let [lead, before, earlier] = list.above;
    // What stands right before the list says most: `…, Cục đề nghị các đơn vị thực hiện các nội dung sau:`.
    let close = Extent::new(lead.first().max(lead.end().saturating_sub(CLOSE)), lead.end());
    let close = weigh(doc, close);
    let mut score = weigh(doc, last_sentence(doc, lead));
    if close >= 4 {
        score = score.max(close);
    }
    if lead.len() < 25 {
        let above = weigh(doc, last_sentence(doc, before)) / 2;
        // In an article of law the line above may belong to the article before: it says nothing against the list.
        score += if list.article { above.max(0) } else { above };
    }
    // `Căn cứ khoản 1 Điều 9 Luật … quy định:`, a title, the list: quoted from a law.
    if close < 4
        && !list.article
        && [before, earlier].iter().any(|line| last_sentence(doc, *line).range().any(|at| is_article_cited(doc, at)))
    {
        score -= 4;
    }
    if let Some(heading) =
        list.heading.filter(|heading| *heading != lead && (list.article || *heading != before) && heading.len() < 60)
    {
        // The title of an article says what its list is; that of a page says less.
        score += if list.article { weigh(doc, heading) } else { weigh(doc, heading) / 2 };
    }
    score.clamp(-8, 6)
}

/// The last sentence of a line, at most [`LEAD`] tokens of it.
fn last_sentence(doc: &Annotated<'_>, line: Extent) -> Extent {
    let least = line.first().max(line.end().saturating_sub(LEAD));
    let ends = |at: usize| {
        // `**Điều 2.** Giao các đơn vị:`
        let before = if is_markup(doc, at - 1) { at.saturating_sub(2) } else { at - 1 };
        matches!(doc.token_text(before), "." | "!" | "?") && doc.shape(at).is_capital()
    };
    let first = (least + 1..line.end().saturating_sub(2)).rev().find(|&at| ends(at)).unwrap_or(least);
    Extent::new(first, line.end())
}

/// The weights of the words of an announcement, in halves; each counts once.
fn weigh(doc: &Annotated<'_>, extent: Extent) -> i32 {
    static BY_FIRST: OnceLock<FxHashMap<Word, Vec<usize>>> = OnceLock::new();
    let by_first = BY_FIRST.get_or_init(|| {
        let mut by_first: FxHashMap<Word, Vec<usize>> = FxHashMap::default();
        for (index, (words, _)) in SIGNS.iter().enumerate() {
            by_first.entry(words[0]).or_default().push(index);
        }
        by_first
    });
    let mut seen = [false; SIGNS.len()];
    let mut quoted = false;
    let mut score = 0;
    for at in extent.range() {
        if !quoted && is_article_cited(doc, at) {
            quoted = true;
            score -= 5;
        }
        for &index in by_first.get(&doc.word(at)).into_iter().flatten() {
            let (words, weight) = SIGNS[index];
            if !seen[index] && doc.follows(at, words) {
                seen[index] = true;
                score += weight;
            }
        }
    }
    score
}

/// `tại Điều 12`, `khoản 2 Điều 5`: the list is quoted from an article.
fn is_article_cited(doc: &Annotated<'_>, at: usize) -> bool {
    doc.word(at) == w!("điều") && doc.shape(at).is_capital() && matches!(doc.shape(at + 1), Shape::Number | Shape::Code)
}

/// How the items begin, in halves.
fn items(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline, list: &List) -> i32 {
    let sample: Vec<&Item> = list.items.iter().take(SAMPLE).filter_map(|&item| outline.items.get(item)).collect();
    let Ok(count) = i32::try_from(sample.len()) else { return 0 };
    if count == 0 {
        return 0;
    }
    let share = |weight: i32, test: &dyn Fn(&Item) -> bool| {
        let hits = sample.iter().filter(|item| test(item)).count();
        i32::try_from(hits).map_or(0, |hits| weight * hits / count)
    };
    let orders = share(6, &|item| is_order(doc, item));
    let told = share(6, &|item| !is_order(doc, item) && is_told(doc, names, item));
    let must = share(4, &|item| has_early(doc, item, &[w!("cần"), w!("phải")]));
    let past = share(-3, &|item| has_early(doc, item, &[w!("đã"), w!("bị")]));
    let asked = share(-8, &|item| {
        doc.token_text(item.end) == "?" || item.end > item.text && doc.token_text(item.end - 1) == "?"
    });
    let case =
        share(-4, &|item| doc.follows(item.text, &[w!("trường"), w!("hợp")]) || doc.follows(item.text, &[w!("người")]));
    let blanks = share(-8, &|item| (item.text..item.end.min(item.text + 20)).any(|at| is_blank(doc, at)));
    let sections = share(-6, &|item| is_section(doc, item));
    // `1. Phê duyệt quy hoạch⏎a) Trình tự thực hiện: …`: a procedure.
    let procedures = share(-8, &|item| {
        item.first_part.is_some_and(|part| (part..part + 6).any(|at| doc.follows(at, &[w!("trình"), w!("tự")])))
    });
    let amendments = share(-12, &|item| is_amendment(doc, item));
    let alone = if count == 1 && list.items.len() == 1 { -2 } else { 0 };
    orders + told + must + past + asked + case + blanks + sections + procedures + amendments + alone
}

/// How many quarters of the items name who is told.
fn addressed(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline, list: &List) -> usize {
    let sample = list.items.iter().take(SAMPLE).filter_map(|&item| outline.items.get(item));
    let (all, told) = sample.fold((0, 0), |(all, told), item| {
        let end = own_end(item).min(item.text + 200);
        (all + 1, told + usize::from(!assignee::of_item(doc, names, item, end).is_empty()))
    });
    told * 4 / all.max(1)
}

/// True where the item tells somebody to do something: at its head, or behind what it is about (`Về kiến nghị …:`).
fn is_told(doc: &Annotated<'_>, names: Names<'_>, item: &Item) -> bool {
    let end = own_end(item).min(item.text + 200);
    if assignee::told_at(doc, names, item.text, end, item.first_part == Some(end)).is_some() {
        return true;
    }
    let about = doc.word(item.text) == w!("về")
        || doc.follows(item.text, &[w!("đối"), w!("với")])
        || doc.follows(item.text, &[w!("trên"), w!("cơ"), w!("sở")]);
    about && item.marker.style != Style::Roman && !assignee::of_item(doc, names, item, end).is_empty()
}

/// `1. Mục đích`, `2. Mục tiêu đến năm 2030`, `IV. Kinh phí thực hiện`: the name of a section, not something to do.
pub(crate) fn is_section(doc: &Annotated<'_>, item: &Item) -> bool {
    const NAMES: &[&[Word]] = &[
        &[w!("mục"), w!("đích")],
        &[w!("mục"), w!("tiêu")],
        &[w!("quan"), w!("điểm")],
        &[w!("yêu"), w!("cầu")],
        &[w!("căn"), w!("cứ")],
        &[w!("thời"), w!("gian")],
        &[w!("địa"), w!("điểm")],
        &[w!("thành"), w!("phần")],
        &[w!("kinh"), w!("phí")],
        &[w!("đối"), w!("tượng")],
        &[w!("phạm"), w!("vi")],
        &[w!("nội"), w!("dung")],
        &[w!("hình"), w!("thức")],
        &[w!("tình"), w!("hình")],
        &[w!("kết"), w!("quả")],
        &[w!("đánh"), w!("giá"), w!("chung")],
        &[w!("nhiệm"), w!("vụ")],
        &[w!("giải"), w!("pháp")],
        &[w!("nguồn"), w!("kinh")],
        &[w!("chế"), w!("độ")],
        &[w!("hiệu"), w!("lực")],
        &[w!("nguyên"), w!("tắc")],
        &[w!("một"), w!("số")],
        &[w!("tên")],
        &[w!("trình"), w!("tự")],
        &[w!("cách"), w!("thức")],
        &[w!("cơ"), w!("quan"), w!("thực"), w!("hiện")],
        &[w!("cơ"), w!("quan"), w!("giải"), w!("quyết")],
        &[w!("phí")],
        &[w!("lệ"), w!("phí")],
        &[w!("thời"), w!("hạn")],
        &[w!("hạn"), w!("chế")],
    ];
    let line_end = (item.text..item.end)
        .find(|&at| at > item.text && doc.gap(at).is_break() || doc.token_text(at) == ":")
        .unwrap_or(item.end);
    line_end.saturating_sub(item.text) <= 8 && NAMES.iter().any(|words| doc.follows(item.text, words))
}

/// `Sửa đổi, bổ sung khoản 2 Điều 31 như sau: …`, `Bãi bỏ Điều 5`: what a law does to another, and nobody's order.
fn is_amendment(doc: &Annotated<'_>, item: &Item) -> bool {
    const DOES: &[[Word; 2]] =
        &[[w!("sửa"), w!("đổi")], [w!("bổ"), w!("sung")], [w!("bãi"), w!("bỏ")], [w!("thay"), w!("thế")]];
    let cited = |at: usize| {
        let part = [w!("điều"), w!("khoản"), w!("điểm"), w!("chương")].contains(&doc.word(at));
        part && matches!(doc.shape(at + 1), Shape::Number | Shape::Code | Shape::Upper)
            || doc.follows(at, &[w!("cụm"), w!("từ")])
    };
    DOES.iter().any(|words| doc.follows(item.text, words)) && (item.text..item.end.min(item.text + 20)).any(cited)
}

/// `……`, `......`: a place to fill in.
fn is_blank(doc: &Annotated<'_>, at: usize) -> bool {
    let text = doc.token_text(at);
    text.starts_with("....") || text == "…" && doc.token_text(at + 1) == "…"
}

/// Where the item's own text ends: before its parts.
pub(crate) fn own_end(item: &Item) -> usize {
    item.first_part.map_or(item.end, |part| part.min(item.end))
}

/// True where the item is headed by a verb of order and is no bare heading.
pub(crate) fn is_order(doc: &Annotated<'_>, item: &Item) -> bool {
    let mut at = item.text;
    if doc.word(at) == w!("cần") || doc.word(at) == w!("phải") {
        at += 1;
    }
    const NOUNS: &[Word] = &[w!("thông"), w!("báo"), w!("kế"), w!("quyết"), w!("hướng"), w!("quy")];
    // `Thông báo 41/TB-UBND là căn cứ …`, `Thông tin về …`, `Quyết định số …`: a document, not an order.
    let cites = order_at(doc, at).is_some_and(|(_, end)| {
        matches!(doc.shape(end), Shape::Number | Shape::Code)
            || [w!("số"), w!("về")].contains(&doc.word(end)) && NOUNS.contains(&doc.word(at))
    });
    if cites || !heads_order(doc, at) || doc.shape(at) == Shape::Upper && doc.shape(at + 1) == Shape::Upper {
        return false;
    }
    // `2. Yêu cầu`, `IV. Tổ chức thực hiện`: the whole line is the name of a section.
    let ends = |count: usize| at + count >= item.end || doc.gap(at + count) > Gap::Wrap;
    !(ends(2) || ends(3) || ends(4) && item.marker.style == Style::Roman)
}

fn has_early(doc: &Annotated<'_>, item: &Item, words: &[Word]) -> bool {
    (item.text..item.end.min(item.text + 14)).any(|at| words.contains(&doc.word(at)))
}
