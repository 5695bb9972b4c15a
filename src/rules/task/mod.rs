//! Numbered tasks and announced counts of tasks.
//!
//! `outline` reads the numbered lists, `judge` says which are of tasks, `assignee`, `above` and `deadline` read who is to
//! do them and by when, `derived` reads tasks out of prose behind an announced count. Names
//! and dates are given: the families of names and dates find them, `resolve` decides them.

mod above;
mod assignee;
mod count;
mod deadline;
mod derived;
mod items;
mod judge;
mod lead;
mod line;
mod marker;
mod outline;
mod predicate;
mod quote;
mod rules;
mod signs;
mod subject;
mod words;

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Announcement, Claim, DateValue, Name, NameKind, RuleId, TaskItem};
use crate::model::span::Extent;
use crate::model::token::Word;
use crate::rules::task::marker::Style;
use crate::rules::task::outline::{Item, List, Outline};
use crate::rules::task::subject::Names;
use crate::rules::task::words::trim;

use crate::w;

pub use crate::rules::task::rules::RULES;

pub(crate) const ANNOUNCED: RuleId = "task.announced-count";
pub(crate) const NUMBERED: RuleId = "task.numbered-item";
pub(crate) const DERIVED: RuleId = "task.derived-clause";

/// The dates of a document, by first token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dates<'d>(&'d [Claim<DateValue>]);

/// The announced counts of tasks, in the order of the text. Linear in the number of tokens.
#[must_use]
pub fn announce(doc: &Annotated<'_>) -> Vec<Claim<Announcement>> {
    count::find(doc)
}

/// The tasks of `doc`, in the order of the text.
///
/// `names` are its bodies and titles, nested ones included, and `dates` its dates, both sorted by first token. The extent
/// of a task is its text behind the marker, without final punctuation, up to its first part where it has parts.
#[must_use]
pub fn find(
    doc: &Annotated<'_>,
    names: &[Claim<NameKind>],
    dates: &[Claim<DateValue>],
    announced: &[Claim<Announcement>],
) -> Vec<Claim<TaskItem>> {
    let (names, dates) = (Names(names), Dates(dates));
    let outline = outline::read(doc);
    let verdicts = judge::tasks(doc, names, &outline);
    let is_task = |list: usize| verdicts.get(list).copied().unwrap_or(false);
    let mut reading = Reading {
        doc,
        names,
        dates,
        outline: &outline,
        told: vec![Vec::new(); outline.items.len()],
        announced: None,
        claims: Vec::new(),
    };
    for (index, list) in outline.lists.iter().enumerate() {
        let parts = |item: &Item| item.parts.is_some_and(is_task);
        reading.list(list, is_task(index), &parts);
    }
    let mut claims = reading.claims;
    claims.sort_by_key(|claim| (claim.extent.first(), claim.extent.end()));
    let derived = derived::find(doc, names, dates, announced, &claims);
    claims.extend(derived);
    claims.sort_by_key(|claim| (claim.extent.first(), claim.extent.end()));
    claims
}

/// Why a numbered list was taken for one of tasks, or was not.
#[derive(Debug, Clone, PartialEq)]
pub struct Reasoned {
    /// From the first marker of the list to the end of its last item.
    pub extent: Extent,
    /// Whether it is a list of tasks.
    pub is_task: bool,
    /// What was weighed, in points, and what each counted: the sum of a list of tasks is 2 or more.
    pub evidences: Vec<(&'static str, f32)>,
}

/// Why each numbered list of `doc` was taken for one of tasks, or was not: outer lists before those of their parts.
/// `names` as for [`find`].
#[must_use]
pub fn reasons(doc: &Annotated<'_>, names: &[Claim<NameKind>]) -> Vec<Reasoned> {
    let outline = outline::read(doc);
    let verdicts = judge::reasons(doc, Names(names), &outline);
    let reasoned = |(list, (is_task, evidences)): (&List, (bool, Vec<judge::Evidence>))| {
        let item = |at: Option<&usize>| outline.items.get(*at?);
        let (first, last) = (item(list.items.first())?, item(list.items.last())?);
        let points = |evidence: judge::Evidence| {
            (evidence.0, i16::try_from(evidence.1).map_or(f32::INFINITY, |halves| f32::from(halves) / 2.0))
        };
        Some(Reasoned {
            extent: Extent::new(first.marker.first, last.end.max(last.text)),
            is_task,
            evidences: evidences.into_iter().map(points).collect(),
        })
    };
    outline.lists.iter().zip(verdicts).filter_map(reasoned).collect()
}

/// The bodies and titles among `names`, which can be told to do something, for [`find`].
#[must_use]
pub fn addressees(names: &[Claim<Name>]) -> Vec<Claim<NameKind>> {
    let told = |claim: &&Claim<Name>| matches!(claim.what.kind, NameKind::Body | NameKind::Title);
    let addressee = |claim: &Claim<Name>| Claim { extent: claim.extent, rule: claim.rule, what: claim.what.kind };
    names.iter().filter(told).map(addressee).collect()
}

/// The tasks as they are read, list by list: outer lists come before the lists of their items' parts.
struct Reading<'r, 'd> {
    doc: &'r Annotated<'d>,
    names: Names<'r>,
    dates: Dates<'r>,
    outline: &'r Outline,
    /// For each item, the addressees that hold for it.
    told: Vec<Vec<Extent>>,
    /// The addressee last announced for a whole list: its section, the item that the list is part of, and the words.
    announced: Option<(usize, Option<usize>, Extent)>,
    claims: Vec<Claim<TaskItem>>,
}

impl Reading<'_, '_> {
    fn list(&mut self, list: &List, is_task: bool, parts: &dyn Fn(&Item) -> bool) {
        let doc = self.doc;
        let items: Vec<(usize, &Item)> =
            list.items.iter().filter_map(|&at| Some((at, self.outline.items.get(at)?))).collect();
        if !is_task && items.iter().all(|(_, item)| item.parts.is_none()) {
            return;
        }
        let ends: Vec<usize> = items.iter().map(|(_, item)| own_end(doc, item, parts(item))).collect();
        let own: Vec<Vec<Extent>> = items
            .iter()
            .map(|(_, item)| assignee::of_item(doc, self.names, item, raw_end(item, parts(item))))
            .collect();
        let named = own.iter().filter(|told| !told.is_empty()).count();
        let from_parent = list.parent.and_then(|parent| self.told.get(parent)).cloned().unwrap_or_default();
        // A line between the item and its parts may name who is to do them.
        let below = |line: Extent| {
            list.parent.and_then(|at| self.outline.items.get(at)).is_none_or(|it| line.first() > it.text)
        };
        let heading = above::of_heading(doc, self.names, list).filter(|_| is_task && below(list.above[0]));
        let from_above = if let Some(told) = heading {
            vec![told]
        } else if from_parent.is_empty() && is_task && named * 2 <= items.len() {
            let announced = above::of_lead(doc, self.names, list).map(|told| (list.section, list.parent, told));
            // Counts that start again under unnumbered heads go on with the addressee of the first.
            self.announced = announced
                .or(self.announced.filter(|(section, parent, _)| (*section, *parent) == (list.section, list.parent)));
            self.announced.map(|(_, _, told)| told).into_iter().collect()
        } else {
            from_parent
        };
        let parent = list.parent.and_then(|parent| self.outline.items.get(parent));
        let in_article = parent.is_some_and(|parent| parent.marker.style == Style::Article);
        for (((index, item), end), own) in items.into_iter().zip(ends).zip(own) {
            let own_funding = own.is_empty() && items::is_funding(doc, item);
            let told = if own.is_empty() { from_above.clone() } else { own };
            let article = item.marker.style == Style::Article;
            let heading = (parts(item) || article) && !says_task(doc, self.names, item, end);
            let unnamed = told.is_empty() || enacts(doc, item) || items::is_entitled(doc, item);
            let takes_effect = in_article && items::takes_effect(doc, item);
            let heading = heading || article && unnamed || takes_effect || own_funding || items::is_section(doc, item);
            if is_task && !heading && end > item.text {
                self.claims.push(Claim {
                    extent: Extent::new(item.text, end),
                    rule: NUMBERED,
                    what: self.task(item, end, told.clone()),
                });
            }
            if let Some(slot) = self.told.get_mut(index) {
                *slot = told;
            }
        }
    }

    fn task(&self, item: &Item, end: usize, assignees: Vec<Extent>) -> TaskItem {
        TaskItem {
            number: item.path.clone(),
            marker: Extent::new(item.marker.first, item.marker.end),
            assignees,
            deadline: deadline::of(self.doc, self.dates.0, item.text, end),
            parent: item.parent.and_then(|parent| self.outline.items.get(parent)).map(|parent| parent.path.clone()),
            derived: false,
        }
    }
}

/// Where the text of the item ends: before its first part, where its parts are tasks of their own.
fn own_end(doc: &Annotated<'_>, item: &Item, has_parts: bool) -> usize {
    if has_parts { trim(doc, item.text, items::own_end(item)) } else { item.end }
}

/// The same with the punctuation that ends it, which shows where an addressee stops.
fn raw_end(item: &Item, has_parts: bool) -> usize {
    if has_parts { items::own_end(item) } else { item.end }
}

/// `Điều 3. Chánh Văn phòng … chịu trách nhiệm thi hành Quyết định này`: the formula of every decision.
fn enacts(doc: &Annotated<'_>, item: &Item) -> bool {
    let says = |words: &[Word]| (item.text..item.end).any(|at| doc.follows(at, words));
    says(&[w!("này"), w!("thực"), w!("hiện")])
        || says(&[w!("thi"), w!("hành")]) && (says(&[w!("này")]) || says(&[w!("quyết"), w!("định"), w!("thi")]))
}

/// True where an item with parts says something to do itself and is more than the name of who is to do its parts.
fn says_task(doc: &Annotated<'_>, names: Names<'_>, item: &Item, end: usize) -> bool {
    if assignee::only_hands_over(doc, names, item.text, end) {
        return false;
    }
    if items::is_order(doc, item) {
        return true;
    }
    // `Về thi công: Yêu cầu các đơn vị tập trung …:`
    if doc.word(item.text) == w!("về") && !assignee::of_item(doc, names, item, end).is_empty() {
        return true;
    }
    let subject = assignee::at_head(doc, names, item.text, end);
    subject.is_some_and(|subject| subject.predicate < end && words::opens_predicate(doc, subject.predicate))
}
