//! The mentions of a record in one list, for the formats that are not the record itself.

use crate::model::record::{Mention, Record};

/// One mention, whatever array it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked<'r> {
    /// `PER`, `TITLE`, `ORG`, `LOC`, `DATE`, `DOC`, `COUNT`, `TASK`.
    pub kind: &'static str,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The input's text.
    pub text: &'r str,
    /// The id of its rule; empty for counts and tasks.
    pub rule: &'r str,
    /// The id of what it names, within the record; empty where it has none.
    pub entity: &'r str,
    /// The fullest form of the name.
    pub name: &'r str,
    /// A date's value, a document's or task's number, a place's code, a body's reference, a title's holders.
    pub value: String,
}

/// Every mention of `record`, in the order of the text, the longer first where two begin together.
#[must_use]
pub fn marked(record: &Record) -> Vec<Marked<'_>> {
    let mut all = Vec::new();
    for person in &record.people {
        add(&mut all, "PER", &person.id, &person.name, person.r#ref.as_ref(), &person.mentions);
    }
    for body in &record.bodies {
        add(&mut all, "ORG", &body.id, &body.name, body.r#ref.as_ref(), &body.mentions);
    }
    for place in &record.locations {
        add(&mut all, "LOC", &place.id, &place.name, place.code.as_ref(), &place.mentions);
    }
    for date in &record.dates {
        add(&mut all, "DATE", "", "", Some(&date.value), &date.mentions);
    }
    for document in &record.documents {
        add(&mut all, "DOC", &document.id, &document.kind, document.number.as_ref(), &document.mentions);
    }
    for title in &record.titles {
        all.extend(title.mentions.iter().map(|mention| Marked {
            kind: "TITLE",
            start: mention.start,
            end: mention.end,
            text: &mention.text,
            rule: &mention.rule,
            entity: &title.id,
            name: &title.name,
            value: mention.holders.join("|"),
        }));
    }
    for item in &record.announced {
        all.push(bare("COUNT", item.start, item.end, &item.text, item.count.to_string()));
    }
    for task in &record.tasks {
        all.push(bare("TASK", task.start, task.end, &task.text, task.number.clone()));
    }
    all.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    all
}

fn add<'r>(
    all: &mut Vec<Marked<'r>>,
    kind: &'static str,
    entity: &'r str,
    name: &'r str,
    value: Option<&String>,
    mentions: &'r [Mention],
) {
    all.extend(mentions.iter().map(|mention| Marked {
        kind,
        start: mention.start,
        end: mention.end,
        text: &mention.text,
        rule: &mention.rule,
        entity,
        name,
        value: value.cloned().unwrap_or_default(),
    }));
}

fn bare<'r>(kind: &'static str, start: usize, end: usize, text: &'r str, value: String) -> Marked<'r> {
    Marked { kind, start, end, text, rule: "", entity: "", name: "", value }
}

/// The byte offset of each code point of `text`, and of its end.
#[must_use]
pub fn bytes_of(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}
