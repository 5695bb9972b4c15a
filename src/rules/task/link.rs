//! Which tasks answer an announcement, and whether as many were found as it announced.

use crate::model::mention::{Announcement, Claim, TaskItem};

/// How far behind an announcement its list may begin, in tokens.
const REACH: usize = 400;

/// What answers one announcement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The tasks, as indices into those given, in the order of the text.
    pub tasks: Vec<usize>,
    /// True where as many were found as announced.
    pub complete: bool,
}

/// For each announcement its answer: the first list that begins behind it and before the next announcement, at most
/// [`REACH`] tokens away. Both are given in the order of the text.
#[must_use]
pub fn answers(announced: &[Claim<Announcement>], tasks: &[Claim<TaskItem>]) -> Vec<Answer> {
    let mut answers = Vec::with_capacity(announced.len());
    for (index, claim) in announced.iter().enumerate() {
        let from = claim.extent.end();
        let stop = announced.get(index + 1).map_or(usize::MAX, |next| next.extent.first());
        let first = tasks.partition_point(|task| task.extent.first() < from);
        let opener = tasks.get(first).filter(|task| task.extent.first() < stop.min(from + REACH) && begins_list(task));
        let Some(opener) = opener else {
            answers.push(Answer::default());
            continue;
        };
        let siblings = list_of(opener, tasks, first);
        let complete = u32::try_from(siblings.len()) == Ok(claim.what.count);
        answers.push(Answer { tasks: siblings, complete });
    }
    answers
}

fn begins_list(task: &Claim<TaskItem>) -> bool {
    matches!(last_label(task), "1" | "a" | "I" | "i" | "A")
}

fn last_label(task: &Claim<TaskItem>) -> &str {
    task.what.number.rsplit('.').next().unwrap_or_default()
}

/// The items of the list that `opener`, the task of index `first`, begins: the same parent, up to its next beginning.
fn list_of(opener: &Claim<TaskItem>, tasks: &[Claim<TaskItem>], first: usize) -> Vec<usize> {
    let mut siblings = vec![first];
    for (index, task) in tasks.iter().enumerate().skip(first + 1) {
        if task.what.derived != opener.what.derived || task.what.number.len() < opener.what.number.len() {
            break;
        }
        if task.what.parent != opener.what.parent {
            continue;
        }
        if begins_list(task) {
            break;
        }
        siblings.push(index);
    }
    siblings
}
