//! What the words before a list say of it, in halves of a point: the line that announces it (`… thực hiện các nhiệm vụ
//! sau:`) and the heading that governs it (`III. NHIỆM VỤ, GIẢI PHÁP`, `1. Mục đích`). What the sum makes of it, `judge` says.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::model::token::{Shape, Word};
use crate::rules::task::items::{is_order, own_end};
use crate::rules::task::outline::{Item, List, Outline};
use crate::rules::task::signs::{GOVERNORS, SIGNS};
use crate::rules::task::words::{is_addressee_head, is_markup, last_text};
use crate::w;

/// Tokens before a list that are read as its announcement.
const LEAD: usize = 120;
/// Tokens right before a list.
const CLOSE: usize = 16;
/// The weight of a heading that no other outweighs.
const STANDING: i32 = -12;
/// The longest heading, in tokens.
const HEADING: usize = 28;

/// What the words before the list say, in halves.
pub(crate) fn announced(doc: &Annotated<'_>, list: &List) -> i32 {
    let [lead, before, earlier] = list.above;
    // What stands right before the list says most: `…, Cục đề nghị các đơn vị thực hiện các nội dung sau:`.
    let close = Extent::new(lead.first().max(lead.end().saturating_sub(CLOSE)), lead.end());
    let close = weigh(doc, close);
    let mut score = weigh(doc, last_sentence(doc, lead));
    if close >= 4 {
        score = score.max(close);
    }
    if lead.len() < 25 {
        let above = weigh(doc, last_sentence(doc, before));
        let above = if above <= STANDING { above } else { above / 2 };
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
    score.clamp(-14, 6)
}

/// True where the title of the document is of a procedure, a form or the like.
pub(crate) fn is_of_procedure(doc: &Annotated<'_>) -> bool {
    let end = (1..doc.tokens.len().min(HEADING * 2)).find(|&at| doc.gap(at).is_break()).unwrap_or(0);
    let words = [[w!("quy"), w!("trình")], [w!("trình"), w!("tự")], [w!("thủ"), w!("tục")]];
    (0..end).take(6).any(|at| words.iter().any(|words| doc.follows(at, words)))
}

/// What the heading that governs the list says: of the item that it is part of, or of the line in bold above it, whichever
/// is nearer; an item that is a task itself governs by its verdict, not by its words.
pub(crate) fn governed(doc: &Annotated<'_>, outline: &Outline, list: &List) -> i32 {
    // `Y sĩ hạng IV - Mã số: …⏎1. Nhiệm vụ:` are the duties of a rank.
    let ranks =
        |line: Extent| line.len() < HEADING && line.range().any(|at| doc.follows(at, &[w!("mã"), w!("số"), w!(":")]));
    let standing = |heading: Extent| heading.len() < 60 && weigh(doc, heading) <= STANDING;
    if list.heading.is_some_and(standing) || list.above.iter().copied().any(ranks) {
        return STANDING;
    }
    let mut parent = list.parent.and_then(|parent| outline.items.get(parent));
    let nearer = |item: &Item| list.heading.filter(|heading| heading.first() > item.text);
    while let Some(item) = parent {
        if let Some(says) = nearer(item).and_then(|heading| governs(doc, heading)) {
            return says;
        }
        let own = Extent::new(item.text, own_end(item).max(item.text));
        if ranks(own) {
            return STANDING;
        }
        let says = governs(doc, own);
        if is_order(doc, item) {
            // `Tổ chức thực hiện` heads tasks like a heading; `Đánh giá …` is a task itself.
            return says.unwrap_or(0).max(0);
        }
        if let Some(says) = says {
            return says;
        }
        parent = item.parent.and_then(|parent| outline.items.get(parent));
    }
    list.heading.and_then(|heading| governs(doc, heading)).unwrap_or(0)
}

/// The weight of a heading, by its first words; none where they say nothing of a list.
pub(crate) fn governs(doc: &Annotated<'_>, heading: Extent) -> Option<i32> {
    let at = heading_words(doc, heading);
    let last = heading.end().min(at + HEADING);
    let ends = |at: usize| doc.gap(at).is_break() || doc.token_text(at) == ":";
    // A whole sentence is no heading.
    let end = (at + 1..=last).find(|&at| ends(at) || at == heading.end())?;
    // `Trách nhiệm Sở Y tế; Ủy ban nhân dân các xã`, not `Trách nhiệm của …`.
    if doc.follows(at, &[w!("trách"), w!("nhiệm")]) && is_addressee_head(doc, at + 2) {
        return Some(4);
    }
    let (_, says) = GOVERNORS.iter().find(|(words, _)| doc.follows(at, words))?;
    let asks = last_text(doc, at..end).is_some_and(|at| doc.token_text(at) == "?");
    // `Nội dung … ra sao?` asks for what some document says.
    (!asks || *says < 0).then_some(*says)
}

/// Where the words of a heading begin, behind its number and what opens it: `### Cụ thể, về **quan điểm chỉ đạo**:`.
fn heading_words(doc: &Annotated<'_>, heading: Extent) -> usize {
    const OPENINGS: [&[Word]; 5] =
        [&[w!("một"), w!("số")], &[w!("cụ"), w!("thể")], &[w!("các")], &[w!("những")], &[w!("về")]];
    let mut at = heading.first();
    while at < heading.end().min(heading.first() + HEADING) {
        let mark = is_markup(doc, at) || doc.word(at) == w!(",") || doc.shape(at) == Shape::Number;
        at += match OPENINGS.iter().find(|words| doc.follows(at, words)) {
            _ if mark => 1,
            Some(words) => words.len(),
            None => break,
        };
    }
    at
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
