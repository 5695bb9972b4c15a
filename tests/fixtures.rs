//! Every `fixtures/<topic>/NAME.txt` against `NAME.expected.json`, as `boctin extract` writes it.
//!
//! `BOCTIN_RENEW=1 cargo test --test fixtures` writes the expected records anew; under CI that is refused. Read them
//! before they are committed: what is wrong in one and not mended yet is noted in `fixtures/KNOWN.md`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use boctin::input::document::Document;
use boctin::model::record::Record;
use boctin::output::schema::schema;
use boctin::pipeline::{Extractor, Options};

#[test]
fn texts_give_the_expected_records() {
    let renew = std::env::var_os("BOCTIN_RENEW").is_some();
    assert!(
        !(renew && std::env::var_os("CI").is_some()),
        "BOCTIN_RENEW is set under CI: expected records are renewed by people"
    );
    let mut wrong = Vec::new();
    for (path, _, record) in extracted() {
        let found = serde_json::to_string_pretty(&record).unwrap() + "\n";
        let expected = path.with_extension("expected.json");
        if renew {
            fs::write(&expected, &found).unwrap();
        } else if let Some(difference) = difference(&fs::read_to_string(&expected).unwrap_or_default(), &found) {
            wrong.push(format!("{}: {difference}", expected.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nIf the new record is right, renew it: BOCTIN_RENEW=1 cargo test --test fixtures",
        wrong.join("\n")
    );
}

#[test]
fn records_validate_against_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for (path, _, record) in extracted() {
        let value = serde_json::to_value(&record).unwrap();
        let errors: Vec<_> = validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
    }
    assert!(!validator.is_valid(&serde_json::json!({"schema": "boctin/1"})), "the schema asks for nothing");
}

#[test]
fn the_text_of_every_mention_is_its_slice_of_the_input() {
    for (path, text, record) in extracted() {
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(record.meta.chars, chars.len(), "{}", path.display());
        for (start, end, mention) in slices(&record) {
            let slice: String = chars.get(start..end).unwrap_or_default().iter().collect();
            assert!(!slice.is_empty() && slice == mention, "{}: {start}..{end} {mention:?} {slice:?}", path.display());
        }
    }
}

#[test]
fn ids_that_a_record_points_to_are_in_it() {
    for (path, _, record) in extracted() {
        let people: Vec<_> = record.people.iter().map(|person| &person.id).collect();
        let titles: Vec<_> = record.titles.iter().map(|title| &title.id).collect();
        let bodies: Vec<_> = record.bodies.iter().map(|body| &body.id).collect();
        let known = record.people.iter().flat_map(|person| &person.titles).all(|id| titles.contains(&id))
            && record.titles.iter().flat_map(|t| &t.mentions).flat_map(|m| &m.holders).all(|id| people.contains(&id))
            && record.titles.iter().filter_map(|title| title.body.as_ref()).all(|id| bodies.contains(&id))
            && record.documents.iter().filter_map(|document| document.issuer.as_ref()).all(|id| bodies.contains(&id));
        assert!(known, "{}", path.display());
    }
}

/// Every fixture: its path, its text, its record. The id is the path from the root of the project.
fn extracted() -> Vec<(PathBuf, String, Record)> {
    let extractor = Extractor::new(&Options::default()).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = texts(&root.join("fixtures"));
    assert!(texts.len() >= 14, "{} fixtures", texts.len());
    let extract = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let id = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        let record = extractor.extract(&Document::new(id, text.clone()));
        (path, text, record)
    };
    texts.into_iter().map(extract).collect()
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(path);
        }
    }
    found
}

fn slices(record: &Record) -> Vec<(usize, usize, &str)> {
    let plain = (record.people.iter().flat_map(|entity| &entity.mentions))
        .chain(record.bodies.iter().flat_map(|entity| &entity.mentions))
        .chain(record.locations.iter().flat_map(|entity| &entity.mentions))
        .chain(record.dates.iter().flat_map(|entity| &entity.mentions))
        .chain(record.documents.iter().flat_map(|entity| &entity.mentions))
        .map(|mention| (mention.start, mention.end, mention.text.as_str()));
    let titles = record.titles.iter().flat_map(|title| &title.mentions).map(|m| (m.start, m.end, m.text.as_str()));
    let announced = record.announced.iter().map(|item| (item.start, item.end, item.text.as_str()));
    let tasks = record.tasks.iter().map(|item| (item.start, item.end, item.text.as_str()));
    plain.chain(titles).chain(announced).chain(tasks).collect()
}

/// The first line where the two differ, with its number.
fn difference(expected: &str, found: &str) -> Option<String> {
    let (mut expected_lines, mut found_lines) = (expected.lines(), found.lines());
    for number in 1.. {
        match (expected_lines.next(), found_lines.next()) {
            (None, None) => return None,
            (a, b) if a == b => {}
            (a, b) => return Some(format!("line {number}: expected {a:?}, found {b:?}")),
        }
    }
    None
}
