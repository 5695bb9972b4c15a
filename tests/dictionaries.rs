//! Every row of `dictionaries/` is well formed, in order, in NFC, single, of a known kind, from a stated source.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use boctin::gazetteer::check::check;
use boctin::gazetteer::{EntryCounts, Gazetteer};
use unicode_normalization::is_nfc;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "tsv") {
            found.push(path);
        }
    }
}

fn dictionaries() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries");
    let mut found = Vec::new();
    files(&root, &mut found);
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
    found.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// Files with a header of the matcher's columns; the others are read by one stage only, which checks them.
fn is_sheet(text: &str) -> bool {
    text.lines().find(|line| !line.starts_with('#')).is_some_and(|line| line.starts_with("kind\t"))
}

#[test]
fn every_row_is_sound() {
    let mut wrong = Vec::new();
    let mut sheets = 0;
    for (file, text) in dictionaries().iter().filter(|(_, text)| is_sheet(text)) {
        sheets += 1;
        wrong.extend(check(file, text, true).iter().map(ToString::to_string));
    }
    assert!(sheets > 20, "only {sheets} files found");
    let shown: Vec<String> = wrong.iter().take(40).cloned().collect();
    assert!(wrong.is_empty(), "{} rows are wrong, the first:\n{}", wrong.len(), shown.join("\n"));
}

#[test]
fn every_file_states_its_source_and_is_in_nfc() {
    for (file, text) in dictionaries() {
        assert!(text.starts_with('#'), "{file}: say content, source and licence in comments at the top");
        assert!(is_nfc(&text), "{file}: not in NFC");
        assert!(text.ends_with('\n'), "{file}: the last line has no end");
    }
}

#[test]
fn every_sheet_is_compiled_in() {
    let counts: EntryCounts = Gazetteer::standard().counts();
    for (file, _) in dictionaries().iter().filter(|(_, text)| is_sheet(text)) {
        assert!(
            counts.files.iter().any(|known| &known.file == file),
            "{file} is not listed in src/gazetteer/standard.rs"
        );
    }
}

#[test]
fn wrong_rows_are_refused_with_place_line_and_remedy() {
    let head = "# content: x\n# source: x\n# licence: x\n# retrieved: 2026-01-01\nkind\tname\taliases\treason\n";
    let cases = [
        ("person", "no name"),
        ("body.zoo\tVườn Thú", "unknown kind"),
        ("person\tAn Văn Bình\t\t\t\t\t", "more fields"),
        ("ignore\tMột Hai", "without a reason"),
        ("word.function\tvà rồi", "single words"),
        ("person\tCa\u{301}t Văn Một", "NFC"),
        ("person\tBa Văn Bốn\nperson\tBa Văn Bốn", "the same as line 6"),
        ("person\tCa Văn Năm\nperson\tBa Văn Bốn", "out of order"),
        ("body.state\tHội {quận}", "unknown slot"),
    ];
    for (rows, what) in cases {
        let errors = check("mine.tsv", &format!("{head}{rows}\n"), true);
        let message = errors.first().unwrap_or_else(|| panic!("{rows:?} is accepted")).to_string();
        assert!(message.starts_with("mine.tsv:"), "{message}");
        assert!(message.contains(what), "{rows:?}: {message}");
        assert!(message.contains("  | ") && message.contains("  = "), "{message}");
    }
}

#[test]
fn no_two_words_share_a_value() {
    assert_eq!(Gazetteer::standard().word_collisions(), Vec::<(String, String)>::new());
}
