//! Every row of `dictionaries/` is well formed, in order, in NFC, single, of a known kind, from a stated source.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use boctin::gazetteer::check::check;
use boctin::gazetteer::{EntryCounts, Gazetteer};
use boctin::input::document::Document;
use boctin::pipeline::{Extractor, Options};
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

/// One test a file: each of its kinds of mistakes, made in its own rows, is refused.
#[test]
fn mistakes_in_any_file_are_refused() {
    for (file, text) in dictionaries().iter().filter(|(_, text)| is_sheet(text)) {
        let head_end = text.find("kind\t").unwrap() + text[text.find("kind\t").unwrap()..].find('\n').unwrap() + 1;
        let (head, rows) = text.split_at(head_end);
        let first = rows.lines().next().unwrap();
        let columns = head.lines().last().unwrap().split('\t').count();
        let cut = |from: &str| head.lines().filter(|line| !line.starts_with(from)).collect::<Vec<_>>().join("\n");
        let cases = [
            ("a field too many", format!("{head}{first}{}\n", "\tx".repeat(columns + 1)), "more fields"),
            ("a double", format!("{head}{first}\n{first}\n"), "the same as line"),
            ("out of order", format!("{head}{first}\n{}\n", first.replacen('\t', "\t!", 1)), "out of order"),
            ("not NFC", format!("{head}{}\n", first.replacen('\t', "\ta\u{301}", 1)), "NFC"),
            ("an unknown kind", format!("{head}x.{first}\n"), "unknown kind"),
            ("no source", format!("{}\n{first}\n", cut("# source:")), "# source:"),
            ("no header", format!("{first}\n"), "unknown column"),
        ];
        for (what, text, message) in cases {
            let errors = check(file, &text, true);
            let found = errors.iter().any(|error| error.to_string().contains(message));
            assert!(found, "{file}: {what} is accepted: {errors:?}");
        }
    }
}

#[test]
fn a_persons_reference_needs_the_post_and_the_day() {
    let rows = "kind\tname\tref\tfrom\tto\tpost\n\
        person\tLò Văn Mây\tlo-van-may-1\t2010\t2015\tChủ tịch UBND tỉnh Sơn La\n\
        person\tLò Văn Mây\tlo-van-may-2\t2016\t2021\tBí thư Huyện ủy Mộc Châu\n\
        person\tVừ Mí Gió\tvu-mi-gio\n";
    let path = std::env::temp_dir().join(format!("boctin-officials-{}.tsv", std::process::id()));
    fs::write(&path, rows).unwrap();
    let extractor = Extractor::new(&Options { dictionaries: vec![path.clone()] }).unwrap();
    let reference = |text: &str, day: &str| {
        let record = extractor.extract(&Document::new("a1", text).published(day));
        record.people.first().and_then(|person| person.r#ref.clone())
    };
    let found = [
        ("Chủ tịch UBND tỉnh Sơn La Lò Văn Mây đã phát biểu.", "2012-05-01", Some("lo-van-may-1")),
        ("Nguyên Chủ tịch UBND tỉnh Sơn La Lò Văn Mây đã phát biểu.", "2019-05-01", Some("lo-van-may-1")),
        ("Ông Lò Văn Mây, Bí thư Huyện ủy Mộc Châu, đã phát biểu.", "2019-05-01", Some("lo-van-may-2")),
        ("Ông Vừ Mí Gió đã phát biểu.", "2012-05-01", Some("vu-mi-gio")),
        // The post came later; another post; a bare title long after.
        ("Bí thư Huyện ủy Mộc Châu Lò Văn Mây đã phát biểu.", "2012-05-01", None),
        ("Luật sư Lò Văn Mây đã phát biểu.", "2012-05-01", None),
        ("Chủ tịch UBND Lò Văn Mây đã phát biểu.", "2024-05-01", None),
        ("Ông Lò Văn Mây đã phát biểu.", "2012-05-01", None),
    ];
    let wrong: Vec<_> = found.iter().filter(|(text, day, wanted)| reference(text, day).as_deref() != *wanted).collect();
    fs::remove_file(&path).unwrap();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn rows_are_counted_by_kind_file_and_source() {
    let counts = Gazetteer::standard().counts();
    let rows: usize = counts.files.iter().map(|file| file.rows).sum();
    assert_eq!(counts.kinds.values().sum::<usize>(), rows);
    assert_eq!(counts.sources.values().sum::<usize>(), rows);
    assert!(counts.files.iter().any(|file| file.file == "documents/laws.tsv" && file.rows > 100));
    assert!(counts.files.iter().all(|file| !file.source.is_empty() && !file.licence.is_empty()));
}

#[test]
fn no_two_words_share_a_value() {
    assert_eq!(Gazetteer::standard().word_collisions(), Vec::<(String, String)>::new());
}
