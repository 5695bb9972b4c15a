//! `text`: what a document says, for a reader at a terminal.

use std::fmt::Write;

use super::Format;
use crate::input::document::Document;
use crate::model::error::Error;
use crate::model::record::Record;

/// `text`.
pub const TEXT: Format = Format { name: "text", about: "a summary to read", header: "", any_unit: false, write };

fn write(record: &Record, _: &Document, out: &mut Vec<u8>) -> Result<(), Error> {
    let mut page = format!("{}\n", record.meta.title.as_deref().unwrap_or(&record.id));
    let title = |id: &String| record.titles.iter().find(|title| title.id == *id).map(|title| title.name.as_str());
    let people = record.people.iter().map(|person| {
        let titles: Vec<_> = person.titles.iter().filter_map(title).collect();
        if titles.is_empty() { person.name.clone() } else { format!("{}: {}", person.name, titles.join(", ")) }
    });
    section(&mut page, "People", people);
    section(&mut page, "Bodies", record.bodies.iter().map(|body| body.name.clone()));
    section(&mut page, "Places", record.locations.iter().map(|place| place.name.clone()));
    section(&mut page, "Dates", record.dates.iter().map(|date| date.value.clone()));
    let documents = record.documents.iter();
    let named =
        documents.filter_map(|document| document.mentions.first()).map(|mention| mention.text.replace('\n', " "));
    section(&mut page, "Documents", named);
    let tasks = record.tasks.iter().map(|task| {
        let who = task.assignee.as_ref().map(|assignee| format!(" [{}]", assignee.text)).unwrap_or_default();
        let due = task.deadline.as_ref().map(|deadline| format!(" (by {})", deadline.value)).unwrap_or_default();
        format!("{}. {}{who}{due}", task.number, task.text.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    section(&mut page, "Tasks", tasks);
    page.push('\n');
    out.extend_from_slice(page.as_bytes());
    Ok(())
}

fn section(page: &mut String, name: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(page, "\n{name}");
        for line in lines {
            let _ = writeln!(page, "  {line}");
        }
    }
}
