//! [`Facts`]: what a gold file or a record says, in a form in which the two can be compared.

use std::collections::BTreeSet;

use crate::eval::gold::Gold;
use crate::model::record::{Mention, Record};

/// The types of spans, in the order of the report.
pub const TYPES: [&str; 8] = ["PER", "TITLE", "ORG", "LOC", "DATE", "DOC", "COUNT", "TASK"];

/// What is compared beside the spans, in the order of the report.
pub const VALUES: [&str; 6] =
    ["DATE+value", "person-title", "TASK number@start", "TASK assignee", "TASK deadline", "COUNT number"];

/// A span in code points, end exclusive.
pub type Stretch = (usize, usize);

/// A value with where it stands: (start, end, value). What a comparison leaves out (where a task ends, where a pair of
/// person and title stands) is 0.
pub type Value = (usize, usize, String);

/// What is said of one text. Sets: what is said twice counts once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The spans of each of [`TYPES`].
    pub spans: [BTreeSet<Stretch>; TYPES.len()],
    /// The values of each of [`VALUES`].
    pub values: [BTreeSet<Value>; VALUES.len()],
}

const COUNT: usize = 6;
const TASK: usize = 7;
const DATE_VALUE: usize = 0;
const PAIR: usize = 1;
const NUMBER: usize = 2;
const ASSIGNEE: usize = 3;
const DEADLINE: usize = 4;
const COUNT_NUMBER: usize = 5;

impl Facts {
    /// What a gold file says.
    #[must_use]
    pub fn of_gold(gold: &Gold) -> Self {
        let starts: Vec<usize> = gold.text.char_indices().map(|(byte, _)| byte).collect();
        let chars = |byte: u32| starts.partition_point(|&start| start < byte as usize);
        let mut facts = Self::default();
        for span in &gold.spans {
            let Some(kind) = TYPES.iter().position(|&name| name == span.kind) else { continue };
            let (start, end) = (chars(span.span.start()), chars(span.span.end()));
            facts.spans[kind].insert((start, end));
            let attribute = |name: &str| span.attribute(name).filter(|value| !value.is_empty());
            match TYPES[kind] {
                "DATE" => facts.say(DATE_VALUE, start, end, attribute("value").unwrap_or_default()),
                "COUNT" => facts.say(COUNT_NUMBER, start, end, attribute("n").unwrap_or_default()),
                "TITLE" => {
                    let title = gold.text.get(span.span.range()).unwrap_or_default();
                    for holder in attribute("h").unwrap_or_default().split('|').filter(|holder| !holder.is_empty()) {
                        facts.pair(holder, title);
                    }
                }
                "TASK" => {
                    facts.say(NUMBER, start, 0, attribute("n").unwrap_or_default());
                    facts.task(start, attribute("who"), attribute("due"));
                }
                _ => {}
            }
        }
        facts
    }

    /// What a record says, its offsets being code points. Tasks read out of prose that carries no numbers are left out:
    /// gold files have none.
    #[must_use]
    pub fn of_record(record: &Record) -> Self {
        let mut facts = Self::default();
        let stretches =
            |mentions: &[Mention]| mentions.iter().map(|mention| (mention.start, mention.end)).collect::<Vec<_>>();
        facts.spans[0].extend(record.people.iter().flat_map(|person| stretches(&person.mentions)));
        facts.spans[2].extend(record.bodies.iter().flat_map(|body| stretches(&body.mentions)));
        facts.spans[3].extend(record.locations.iter().flat_map(|place| stretches(&place.mentions)));
        facts.spans[4].extend(record.dates.iter().flat_map(|date| stretches(&date.mentions)));
        facts.spans[5].extend(record.documents.iter().flat_map(|document| stretches(&document.mentions)));
        for date in &record.dates {
            for mention in &date.mentions {
                facts.say(DATE_VALUE, mention.start, mention.end, &date.value);
            }
        }
        for mention in record.titles.iter().flat_map(|title| &title.mentions) {
            facts.spans[1].insert((mention.start, mention.end));
            for holder in &mention.holders {
                let person = record.people.iter().find(|person| person.id == *holder);
                facts.pair(person.map_or(holder, |person| &person.name), &mention.text);
            }
        }
        for item in &record.announced {
            facts.spans[COUNT].insert((item.start, item.end));
            facts.say(COUNT_NUMBER, item.start, item.end, &item.count.to_string());
        }
        for task in record.tasks.iter().filter(|task| !task.derived) {
            facts.spans[TASK].insert((task.start, task.end));
            facts.say(NUMBER, task.start, 0, &task.number);
            let who = task.assignee.as_ref().map(|who| who.text.as_str());
            let due = task.deadline.as_ref().map(|due| due.value.as_str());
            facts.task(task.start, who, due);
        }
        facts
    }

    fn say(&mut self, which: usize, start: usize, end: usize, value: &str) {
        self.values[which].insert((start, end, value.to_owned()));
    }

    fn pair(&mut self, holder: &str, title: &str) {
        let pair = format!("{}: {}", squeeze(holder), squeeze(title));
        self.say(PAIR, 0, 0, &pair);
    }

    fn task(&mut self, start: usize, who: Option<&str>, due: Option<&str>) {
        if let Some(who) = who.filter(|who| !who.is_empty()) {
            self.say(ASSIGNEE, start, 0, &squeeze(who));
        }
        if let Some(due) = due.filter(|due| !due.is_empty()) {
            self.say(DEADLINE, start, 0, due);
        }
    }
}

/// `text` on one line and without case.
fn squeeze(text: &str) -> String {
    one_line(text).trim().chars().flat_map(char::to_lowercase).collect()
}

/// `text` with every run of white space, and of the separators U+001C to U+001F, as one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    let is_space = |char: char| char.is_whitespace() || matches!(char, '\u{1c}'..='\u{1f}');
    let mut line = String::with_capacity(text.len());
    for char in text.chars() {
        if !is_space(char) {
            line.push(char);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gold_counts_code_points_and_reads_attributes() {
        let gold = Gold::parse(
            "#published: unknown\nẤ <TITLE h=\"Lê  Tám|B\">Bí thư</TITLE> <DATE value=\"2017\">năm 2017</DATE>\n\
             <TASK n=\"1\" who=\"Sở A\" due=\"2018\">Làm</TASK> <COUNT n=\"2\">hai việc</COUNT>",
        )
        .unwrap();
        let facts = Facts::of_gold(&gold);
        assert_eq!(facts.spans[1], BTreeSet::from([(2, 8)]));
        let values: Vec<Vec<Value>> = facts.values.iter().map(|set| set.iter().cloned().collect()).collect();
        let say = |start, end, value: &str| (start, end, value.to_owned());
        assert_eq!(values[0], [say(9, 17, "2017")]);
        assert_eq!(values[1], [say(0, 0, "b: bí thư"), say(0, 0, "lê tám: bí thư")]);
        assert_eq!(values[2], [say(18, 0, "1")]);
        assert_eq!(values[3], [say(18, 0, "sở a")]);
        assert_eq!(values[4], [say(18, 0, "2018")]);
        assert_eq!(values[5], [say(22, 30, "2")]);
    }
}
