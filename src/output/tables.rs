//! Flat tables, one for each array of the record: a row an entity, in `mentions` a row a mention. For spreadsheets and
//! databases; rows belong together by the record's id and by the ids within it.

use super::span::marked;
use super::table::row;
use crate::model::record::{Record, Unit};

/// A table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name, also that of its file.
    pub name: &'static str,
    /// The names of its columns, as its first line has them.
    pub header: &'static str,
    /// Appends the rows of a record.
    pub rows: fn(&Record, &mut Vec<u8>),
}

/// Every table.
pub const TABLES: &[Table] = &[
    Table { name: "records", header: "record,title,published,agency,encoding,chars,warnings\n", rows: records },
    Table { name: "people", header: "record,id,name,titles,ref,mentions\n", rows: people },
    Table { name: "titles", header: "record,id,name,head,modifier,body,place,holders,mentions\n", rows: titles },
    Table { name: "bodies", header: "record,id,name,kind,ref,aliases,parent,mentions\n", rows: bodies },
    Table { name: "locations", header: "record,id,name,kind,code,within,now,candidates,mentions\n", rows: locations },
    Table { name: "dates", header: "record,value,grain,mentions\n", rows: dates },
    Table {
        name: "documents",
        header: "record,id,kind,number,year,issuer,issued,provision,mentions\n",
        rows: documents,
    },
    Table { name: "announced", header: "record,count,head,start,end,text,tasks,complete\n", rows: announced },
    Table {
        name: "tasks",
        header: "record,number,parent,start,end,text,assignee,assignee_id,deadline,deadline_text,derived\n",
        rows: tasks,
    },
    Table { name: "mentions", header: "record,type,start,end,text,entity,name,value,rule\n", rows: mentions },
];

/// What stands between several values in one cell.
const BETWEEN: &str = "|";

fn records(record: &Record, out: &mut Vec<u8>) {
    let meta = &record.meta;
    let warnings = meta.warnings.join(BETWEEN);
    let (title, published, agency) = (or_empty(&meta.title), or_empty(&meta.published), or_empty(&meta.agency));
    row(out, [&record.id, title, published, agency, &meta.encoding, &meta.chars.to_string(), &warnings]);
}

fn people(record: &Record, out: &mut Vec<u8>) {
    for person in &record.people {
        let (titles, mentions) = (person.titles.join(BETWEEN), person.mentions.len().to_string());
        row(out, [&record.id, &person.id, &person.name, &titles, or_empty(&person.r#ref), &mentions]);
    }
}

fn titles(record: &Record, out: &mut Vec<u8>) {
    for title in &record.titles {
        let mut holders: Vec<&str> = Vec::new();
        for holder in title.mentions.iter().flat_map(|mention| &mention.holders) {
            if !holders.contains(&holder.as_str()) {
                holders.push(holder);
            }
        }
        let (holders, mentions) = (holders.join(BETWEEN), title.mentions.len().to_string());
        let (modifier, body, place) = (or_empty(&title.modifier), or_empty(&title.body), or_empty(&title.place));
        row(out, [&record.id, &title.id, &title.name, &title.head, modifier, body, place, &holders, &mentions]);
    }
}

fn bodies(record: &Record, out: &mut Vec<u8>) {
    for body in &record.bodies {
        let (aliases, mentions) = (body.aliases.join(BETWEEN), body.mentions.len().to_string());
        let (reference, parent) = (or_empty(&body.r#ref), or_empty(&body.parent));
        row(out, [&record.id, &body.id, &body.name, &body.kind, reference, &aliases, parent, &mentions]);
    }
}

fn locations(record: &Record, out: &mut Vec<u8>) {
    let code = |unit: &Unit| unit.code.clone();
    for place in &record.locations {
        let now = place.now.as_ref().map(code).unwrap_or_default();
        let candidates = place.candidates.iter().map(code).collect::<Vec<_>>().join(BETWEEN);
        let mentions = place.mentions.len().to_string();
        let (code, within) = (or_empty(&place.code), or_empty(&place.within));
        row(out, [&record.id, &place.id, &place.name, &place.kind, code, within, &now, &candidates, &mentions]);
    }
}

fn dates(record: &Record, out: &mut Vec<u8>) {
    for date in &record.dates {
        row(out, [&record.id, &date.value, &date.grain, &date.mentions.len().to_string()]);
    }
}

fn documents(record: &Record, out: &mut Vec<u8>) {
    for document in &record.documents {
        let year = document.year.map(|year| year.to_string()).unwrap_or_default();
        let mentions = document.mentions.len().to_string();
        let (number, issuer) = (or_empty(&document.number), or_empty(&document.issuer));
        let (issued, provision) = (or_empty(&document.issued), or_empty(&document.provision));
        let Record { id, .. } = record;
        row(out, [id, &document.id, &document.kind, number, &year, issuer, issued, provision, &mentions]);
    }
}

fn announced(record: &Record, out: &mut Vec<u8>) {
    for item in &record.announced {
        let (count, start, end) = (item.count.to_string(), item.start.to_string(), item.end.to_string());
        let tasks = item.tasks.join(BETWEEN);
        row(out, [&record.id, &count, &item.head, &start, &end, &item.text, &tasks, truth(item.complete)]);
    }
}

fn tasks(record: &Record, out: &mut Vec<u8>) {
    for task in &record.tasks {
        let (start, end) = (task.start.to_string(), task.end.to_string());
        let assignee = task.assignee.as_ref();
        let who = assignee.map_or("", |assignee| assignee.text.as_str());
        let ids = assignee.and_then(|assignee| assignee.body.as_deref().or(assignee.title.as_deref()));
        let (due, due_text) = task.deadline.as_ref().map_or(("", ""), |due| (due.value.as_str(), due.text.as_str()));
        let (parent, ids) = (or_empty(&task.parent), ids.unwrap_or_default());
        let Record { id, .. } = record;
        let derived = truth(task.derived);
        row(out, [id, &task.number, parent, &start, &end, &task.text, who, ids, due, due_text, derived]);
    }
}

fn mentions(record: &Record, out: &mut Vec<u8>) {
    for mark in marked(record) {
        let (start, end) = (mark.start.to_string(), mark.end.to_string());
        row(out, [&record.id, mark.kind, &start, &end, mark.text, mark.entity, mark.name, &mark.value, mark.rule]);
    }
}

fn or_empty(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

fn truth(truth: bool) -> &'static str {
    if truth { "true" } else { "false" }
}

#[cfg(test)]
mod tests {
    use super::super::table::cell;
    use super::*;
    use crate::input::document::Document;
    use crate::pipeline::{Extractor, Options};

    #[test]
    fn every_row_has_the_columns_of_its_header() {
        let text = "Sáng 4-3, ông Lê Văn Tám, Chủ tịch UBND tỉnh Hà Giang, ký \"Quyết định số 12/QĐ-UBND\".\n\
                    UBND tỉnh giao 2 nhiệm vụ:\n1. Giao Sở Y tế, Sở \"Nội vụ\"\nbáo cáo trước ngày 15/4.\n2. Các xã tuyên truyền.";
        let record = Extractor::new(&Options::default()).unwrap().extract(&Document::new("=1+1,\"a\"\n", text));
        for table in TABLES {
            let mut bytes = table.header.as_bytes().to_vec();
            (table.rows)(&record, &mut bytes);
            let rows: Vec<_> = csv::Reader::from_reader(&bytes[..]).records().collect::<Result<_, _>>().unwrap();
            assert!(!rows.is_empty() && rows.iter().all(|row| &row[0] == "'=1+1,\"a\"\n"), "{}: {rows:?}", table.name);
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+84 912", "'+84 912"),
            ("-5", "'-5"),
            ("@a", "'@a"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("a\"b", "\"a\"\"b\""),
            ("", ""),
        ] {
            let mut out = Vec::new();
            cell(text, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
