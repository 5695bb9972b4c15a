//! Announced numbers of tasks, and the tasks that answer them.

use crate::model::mention::{Announcement, Claim, TaskItem};
use crate::model::record::Announced;
use crate::resolve::record::Ground;

/// How many sentences may stand between an announcement and the first task that answers it.
const NEAR: usize = 12;

/// The announcements, in the order of the text.
#[must_use]
pub fn records(ground: &Ground<'_>) -> Vec<Announced> {
    let announced = &ground.decided.announced;
    let record = |(at, claim): (usize, &Claim<Announcement>)| {
        let next = announced.get(at + 1).map_or(usize::MAX, |next| next.extent.first());
        let tasks = answers(ground, claim, next);
        let (start, end) = ground.wire.place(claim.extent);
        Announced {
            count: claim.what.count,
            head: ground.wire.line(claim.what.head),
            start,
            end,
            text: ground.wire.slice(claim.extent).to_owned(),
            complete: u32::try_from(tasks.len()).is_ok_and(|found| found == claim.what.count),
            tasks,
        }
    };
    announced.iter().enumerate().map(record).collect()
}

/// The numbers of the tasks of the list that follows, up to where it starts again or token `next`, where another number
/// is announced. Sub-items do not count.
fn answers(ground: &Ground<'_>, announcement: &Claim<Announcement>, next: usize) -> Vec<String> {
    let tasks = &ground.decided.tasks;
    let from = tasks.partition_point(|task| task.extent.first() < announcement.extent.end());
    let list = tasks.get(from..).unwrap_or_default();
    let Some(first) = list.first().filter(|first| first.extent.first() < next && is_near(ground, announcement, first))
    else {
        return Vec::new();
    };
    let mut numbers: Vec<String> = Vec::new();
    let mut last = 0;
    let siblings =
        list.iter().take_while(|task| task.extent.first() < next).filter(|task| task.what.parent == first.what.parent);
    for task in siblings {
        let Some(ordinal) = ordinal(&task.what.number) else { break };
        if ordinal <= last {
            break;
        }
        last = ordinal;
        numbers.push(task.what.number.clone());
    }
    numbers
}

fn is_near(ground: &Ground<'_>, announcement: &Claim<Announcement>, first: &Claim<TaskItem>) -> bool {
    let sentences = ground.doc.sentences;
    let sentence = |token: usize| sentences.partition_point(|sentence| sentence.end() <= token);
    sentence(first.extent.first()) - sentence(announcement.extent.first()) <= NEAR
}

/// The place in its list that a number says: `2` of `II.2`, `3` of `c`, `4` of `IV`.
fn ordinal(number: &str) -> Option<u32> {
    let last = number.rsplit('.').next()?;
    let mut letters = last.chars();
    match (letters.next(), letters.next()) {
        (Some(letter @ ('a'..='z' | 'đ')), None) => {
            LETTERS.chars().position(|other| other == letter).and_then(|at| u32::try_from(at + 1).ok())
        }
        _ => last.parse().ok().or_else(|| roman(last)),
    }
}

/// The letters that Vietnamese lists count with; `đ` follows `d`.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";

fn roman(text: &str) -> Option<u32> {
    let digit = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let digits: Option<Vec<u32>> = text.chars().map(digit).collect();
    let digits = digits.filter(|digits| (1..=8).contains(&digits.len()))?;
    let (mut sum, mut most) = (0, 0);
    for &digit in digits.iter().rev() {
        if digit < most {
            sum -= digit;
        } else {
            sum += digit;
            most = digit;
        }
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_of_every_sort() {
        assert_eq!(
            ["2", "II.3", "2.đ", "IV", "1.e", "", "?"].map(ordinal),
            [Some(2), Some(3), Some(5), Some(4), Some(6), None, None]
        );
    }
}
