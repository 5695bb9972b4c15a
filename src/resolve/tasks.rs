//! Numbered tasks of the record: the slice, who is to do it, by when.

use crate::model::mention::{Claim, NameKind, TaskItem};
use crate::model::record::{Assignee, Deadline, Task};
use crate::model::span::Extent;
use crate::resolve::bodies::Bodies;
use crate::resolve::record::Ground;
use crate::resolve::titles::Titles;

/// The tasks, in the order of the text.
#[must_use]
pub fn records(ground: &Ground<'_>, bodies: &Bodies, titles: &Titles<'_>) -> Vec<Task> {
    let record = |claim: &Claim<TaskItem>| {
        let (start, end) = ground.wire.place(claim.extent);
        let item = &claim.what;
        Task {
            number: item.number.clone(),
            text: ground.wire.slice(claim.extent).to_owned(),
            start,
            end,
            assignee: assignee(ground, bodies, titles, &item.assignees),
            deadline: item
                .deadline
                .as_ref()
                .map(|(value, extent)| Deadline { value: value.clone(), text: ground.wire.line(*extent) }),
            parent: item.parent.clone(),
            derived: item.derived,
        }
    };
    ground.decided.tasks.iter().map(record).collect()
}

/// The addressees as written, joined by `|`, with the ids of the first of them.
fn assignee(ground: &Ground<'_>, bodies: &Bodies, titles: &Titles<'_>, extents: &[Extent]) -> Option<Assignee> {
    let text: Vec<String> = extents.iter().map(|&extent| ground.wire.line(extent)).collect();
    let first = *extents.first()?;
    let names = &ground.decided.names;
    let from = names.partition_point(|name| name.extent.first() < first.first());
    let at_start = |kind| {
        let same =
            (from..names.len()).take_while(|&at| names.get(at).is_some_and(|name| name.extent.first() < first.end()));
        same.into_iter()
            .find(|&at| names.get(at).is_some_and(|name| name.what.kind == kind && first.contains(name.extent)))
    };
    let title = at_start(NameKind::Title);
    let body = at_start(NameKind::Body).filter(|&body| title.is_none_or(|title| body < title));
    Some(Assignee {
        text: text.join("|"),
        body: body.and_then(|index| bodies.of(index)).map(|body| bodies.id(body)),
        title: title.filter(|_| body.is_none()).and_then(|index| titles.id(index)),
    })
}
