//! Whether a numbered list is one of tasks: the one place that decides it.
//!
//! The decision is a sum of named evidences ([`evidences`]), in halves of a point: what announces the list and the heading
//! that governs it (`lead`), how its items begin (`items`), what the lists around it are, and what it is a part of.
//! [`ENOUGH`] makes it one of tasks. Evidence of [`DECISIVE`] weight no other can outweigh.

use crate::gazetteer::annotated::Annotated;
use crate::rules::task::assignee;
use crate::rules::task::marker::Style;
use crate::rules::task::outline::{Item, List, Outline};
use crate::rules::task::subject::Names;
use crate::rules::task::words::{is_addressee_head, is_markup, last_text};
use crate::rules::task::{items, lead};
use crate::w;

/// The least score of a list of tasks, in halves.
const ENOUGH: i32 = 4;
/// More than all evidence on the other side.
const DECISIVE: i32 = -64;

/// What speaks for a list of tasks or against it, with its weight in halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Evidence(pub(crate) &'static str, pub(crate) i32);

/// For each list of the outline, whether it is one of tasks.
pub(crate) fn tasks(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline) -> Vec<bool> {
    judged(doc, names, outline, &mut |_| ())
}

/// For each list of the outline, whether it is one of tasks, and what was weighed for and against it.
pub(crate) fn reasons(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline) -> Vec<(bool, Vec<Evidence>)> {
    let mut weighed: Vec<Vec<Evidence>> = Vec::with_capacity(outline.lists.len());
    let verdicts = judged(doc, names, outline, &mut |evidences| {
        weighed.push(evidences.iter().copied().filter(|evidence| evidence.1 != 0).collect());
    });
    verdicts.into_iter().zip(weighed).collect()
}

fn judged(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline, show: &mut dyn FnMut(&[Evidence])) -> Vec<bool> {
    let mut verdicts: Vec<bool> = Vec::with_capacity(outline.lists.len());
    let procedure = lead::is_of_procedure(doc);
    for list in &outline.lists {
        // Articles are judged one by one, by who is told what.
        let verdict = if is_articles(outline, list) {
            show(&[Evidence("articles, each judged by whom it tells", ENOUGH)]);
            true
        } else {
            let evidences = evidences(doc, names, outline, &verdicts, list, procedure);
            show(&evidences);
            evidences.iter().map(|evidence| evidence.1).sum::<i32>() >= ENOUGH
        };
        verdicts.push(verdict);
    }
    verdicts
}

/// All that is weighed of a list; `verdicts` are those of the lists before it, `procedure` says what the document is.
fn evidences(
    doc: &Annotated<'_>,
    names: Names<'_>,
    outline: &Outline,
    verdicts: &[bool],
    list: &List,
    procedure: bool,
) -> [Evidence; 18] {
    let parent = list.parent.and_then(|parent| outline.items.get(parent));
    let is_task = |list: usize| verdicts.get(list).copied().unwrap_or(false);
    let inside = parent.is_some_and(|parent| parent.marker.style != Style::Article && is_task(parent.list));
    let before = verdicts.len().checked_sub(1).and_then(|before| Some((before, outline.lists.get(before)?)));
    let beside = before
        .is_some_and(|(before, other)| other.section == list.section && other.parent == list.parent && is_task(before));
    let handed = parent.is_some_and(|parent| is_handed_out(doc, names, parent));
    let article = parent.filter(|parent| parent.marker.style == Style::Article && !handed);
    let addressed = article.map_or(0, |_| items::addressed(doc, names, outline, list));
    // `1. Giao …`, `2. Đề nghị …` assign, whatever stands above them.
    let charges = items::charges(doc, names, outline, list);
    let entitled = !charges && article.is_some_and(|article| items::is_entitled(doc, article));
    let (announced, governed) = (lead::announced(doc, list), lead::governed(doc, outline, list));
    // What an article cites while it hands out (`thủ tục hành chính nêu tại Điều 1`) says nothing against its list; a
    // paragraph hands out under a title of execution alone, elsewhere it states what somebody always does.
    let by_article =
        handed && list.article && (governed > 0 || parent.is_some_and(|it| it.marker.style == Style::Article));
    let announced = if by_article { announced.max(0) } else { announced };
    let shown = items::shown(doc, names, outline, list, announced >= 4 || governed > 0);
    let least =
        if inside { i32::from(!parent.is_some_and(|it| items::is_told(doc, names, it))) } else { least(outline, list) };
    let when = |name, says: bool, halves| Evidence(name, if says { halves } else { 0 });
    [
        Evidence("announced", announced),
        Evidence("under a heading", governed),
        Evidence("items", shown),
        when("parts of a task", inside, 4),
        when("items hand the work out", charges, 6),
        when("handed out by an article", by_article, 6),
        // `(1) Bộ Công an …`, `(2) Bộ Xây dựng …`: the work is shared out.
        when("each item tells another", items::shares_out(doc, names, outline, list), 4),
        // Lists that start again under unnumbered heads of one assignment.
        when("beside tasks", beside, 3),
        when("neither announced nor in company", announced.max(governed) <= 0 && !inside && !beside && !list.torn, -2),
        when("in the text of a procedure", procedure && announced.max(governed) <= 0, -4),
        when("torn from its beginning", list.torn, -3),
        when("answers to choose from", answers(doc, list), -8),
        when("in an article of law", list.article && !handed && !charges, -4),
        when("all told by an article without a title", article.is_some() && !entitled && addressed >= 4, 4),
        // The paragraphs of an article state rules, unless they say who is to do what, or the article hands them out.
        when("rules", article.is_some() && addressed < 2, DECISIVE),
        when("rules under a title of their own", entitled && governed <= 0, DECISIVE),
        when("quoted from a law", list.quoted, DECISIVE),
        // Parts of a task may be named instead of ordered, but not all of them, unless they stand under an addressee.
        when("items that say nothing to do", shown < least, DECISIVE),
    ]
}

/// `Điều 3. Giao các cơ quan, đơn vị:`, `Sở Y tế có trách nhiệm:`
fn is_handed_out(doc: &Annotated<'_>, names: Names<'_>, parent: &Item) -> bool {
    let mut end = items::own_end(parent);
    while end > parent.text && is_markup(doc, end - 1) {
        end -= 1;
    }
    if end <= parent.text || doc.token_text(end - 1) != ":" {
        return false;
    }
    // `Sở Y tế và các đơn vị có liên quan đến các lĩnh vực nêu tại Điều 1, có trách nhiệm:`
    let duty = end > parent.text + 4 && doc.follows(end - 4, &[w!("có"), w!("trách"), w!("nhiệm")]);
    let first = parent.text + assignee::hands_over(doc, parent.text).unwrap_or(0);
    let told = || names.end_at(first).is_some() || is_addressee_head(doc, first);
    // `Ủy ban nhân dân tỉnh (tên)…… có trách nhiệm:` is a form.
    let blank = (parent.text..end).any(|at| items::is_blank(doc, at));
    !blank && duty && told() || assignee::only_hands_over(doc, names, parent.text, end)
}

/// True for the answers to choose from under a question: `… là gì?`, `A. …`, `B. …`.
fn answers(doc: &Annotated<'_>, list: &List) -> bool {
    let line = list.above[0];
    let last = last_text(doc, line.range());
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
