//! What a dictionary file must be: every row well formed and, in the files that come with the program, in order, in
//! NFC and without doubles, under a header that says where it is from.

use rustc_hash::FxHashMap;
use unicode_normalization::is_nfc;

use crate::gazetteer::compile::Compiler;
use crate::gazetteer::sheet::{Column, Header, Row, lines};
use crate::gazetteer::source::Source;
use crate::gazetteer::user::as_ours;
use crate::model::error::{Error, ErrorKind};

/// What the comments above the header must state in a file that comes with the program.
const STATED: &[&str] = &["content:", "source:", "licence:", "retrieved:"];

/// What is wrong with the file `text`, each with file, line, the line and what to do; nothing where all is well. `ours`
/// asks for what the files that come with the program keep beyond well-formed rows: order, NFC, no doubles, a source.
#[must_use]
pub fn check(file: &str, text: &str, ours: bool) -> Vec<Error> {
    let mut compiler = Compiler::default();
    let as_read = if ours { text.to_owned() } else { as_ours(text.to_owned()) };
    let mut errors = compiler.add(Source::of_user(file.to_owned(), as_read)).err().unwrap_or_default();
    if ours {
        check_statements(file, text, &mut errors);
        check_rows(file, text, &mut errors);
    }
    errors
}

fn check_statements(file: &str, text: &str, errors: &mut Vec<Error>) {
    let comments: Vec<&str> = text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim).collect();
    for stated in STATED {
        if !comments.iter().any(|comment| comment.starts_with(stated)) {
            let message =
                format!("no comment `# {stated} …` above the header\n  = say it, so that the file can be checked");
            errors.push(Error::new(ErrorKind::Dictionary, message).at(format!("{file}:1")));
        }
    }
}

fn check_rows(file: &str, text: &str, errors: &mut Vec<Error>) {
    let mut rows = lines(text);
    let Some(header) = rows.next().and_then(|(_, _, line)| Header::parse(line).ok()) else { return };
    let mut before = "";
    let mut seen: FxHashMap<[&str; 6], usize> = FxHashMap::default();
    for (number, offset, line) in rows {
        let mut wrong = |what: &str, remedy: &str| {
            let message = format!("{what}\n  | {line}\n  = {remedy}");
            errors.push(Error::new(ErrorKind::Dictionary, message).at(format!("{file}:{number}")));
        };
        if !is_nfc(line) {
            wrong("not in NFC", "compose the letters with their marks (Unicode normal form C)");
        }
        if line < before {
            wrong("out of order", "sort the rows by their bytes (LC_ALL=C sort)");
        }
        before = line;
        let Ok(row) = header.row(number, offset, line) else { continue };
        for column in [Column::From, Column::To] {
            if !is_day(row.field(column)) {
                wrong("no day", "write days as YYYY, YYYY-MM or YYYY-MM-DD");
            }
        }
        if let Some(first) = seen.insert(identity(&row), number) {
            wrong(&format!("the same as line {first}"), "keep one of the two");
        }
    }
}

/// What two rows of a file may not share.
fn identity<'s>(row: &Row<'_, 's>) -> [&'s str; 6] {
    [
        row.field(Column::Kind),
        row.field(Column::Name),
        row.field(Column::Ref),
        row.field(Column::From),
        if row.field(Column::Post).is_empty() { row.field(Column::Within) } else { row.field(Column::Post) },
        if row.field(Column::Year).is_empty() { row.field(Column::Type) } else { row.field(Column::Year) },
    ]
}

/// True for nothing, `YYYY`, `YYYY-MM` and `YYYY-MM-DD`.
fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let digits = |part: Option<&str>, length: usize| {
        part.is_none_or(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    text.is_empty()
        || parts.next().is_some_and(|year| digits(Some(year), 4))
            && digits(parts.next(), 2)
            && digits(parts.next(), 2)
            && parts.next().is_none()
}
