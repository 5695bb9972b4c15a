//! The command as a user meets it: exit codes, errors, order, formats, help.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use run::{Scratch, boctin};
use serde_json::Value;

const TWO: &str = "{\"id\":\"a\",\"text\":\"Ông A họp.\",\"date\":\"04/03/2017\"}\n{\"id\":\"b\",\"text\":\"x\"}\n";

#[test]
fn standard_input_goes_to_standard_output_one_record_a_line_in_order() {
    for arguments in
        [&["extract"][..], &["extract", "-"], &["extract", "--input-format", "ndjson", "--format", "ndjson", "-"]]
    {
        let out = boctin(arguments, TWO);
        assert_eq!((out.code, out.stderr.as_str()), (0, ""), "{arguments:?}");
        let records = out.records();
        assert_eq!(ids(&records), ["a", "b"]);
        assert_eq!(records[0]["meta"]["published"], "2017-03-04");
        assert_eq!(records[0]["schema"], "boctin/1");
    }
}

#[test]
fn the_order_does_not_depend_on_the_number_of_jobs() {
    let lines: String = (0..500).map(|n| format!("{{\"id\":{n},\"text\":\"{}\"}}\n", "họp ".repeat(n % 40))).collect();
    let one = boctin(&["extract", "--jobs", "1"], &lines);
    assert_eq!(one.records().len(), 500);
    for jobs in ["2", "5"] {
        assert_eq!(boctin(&["extract", "--jobs", jobs], &lines).stdout, one.stdout);
    }
}

#[test]
fn a_bad_record_is_reported_with_its_line_and_the_rest_goes_on() {
    let out = boctin(
        &["extract"],
        "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\n\n{\"id\":3,\"body\":\"c\"}\n{\"id\":4,\"text\":\"d\"}\n",
    );
    assert_eq!(out.code, 1);
    assert_eq!(ids(&out.records()), ["1", "4"]);
    let lines: Vec<_> = out.stderr.lines().collect();
    assert!(lines[0].starts_with("boctin: -:2: not the JSON of a record"), "{lines:?}");
    assert!(lines[1].starts_with("boctin: -:4: ") && lines[1].contains("--text-field"), "{lines:?}");
}

#[test]
fn fields_have_other_names_where_the_user_says_so() {
    let line = "{\"url\":\"http://x/1\",\"noi_dung\":\"Tin\",\"dang\":\"2017-03\"}\n";
    let arguments = ["extract", "--text-field", "noi_dung", "--id-field", "url", "--date-field", "dang"];
    let record = &boctin(&arguments, line).records()[0];
    assert_eq!((&record["id"], &record["meta"]["published"]), (&"http://x/1".into(), &"2017-03".into()));
}

#[test]
fn published_on_the_command_line_wins() {
    let record = &boctin(&["extract", "--published", "2020-01-02"], TWO).records()[0];
    assert_eq!(record["meta"]["published"], "2020-01-02");
    let out = boctin(&["extract", "--published", "32/1/2020"], TWO);
    assert_eq!(out.code, 2);
    assert!(out.stderr.contains("2017-03-04"), "{}", out.stderr);
}

#[test]
fn folders_are_read_to_the_bottom_in_the_order_of_names() {
    let scratch = Scratch::new();
    scratch.write("in/b.txt", "Tin hai");
    scratch.write("in/a/x.txt", "Tin một");
    scratch.write("in/.hidden", "Tin ẩn");
    let out = boctin(&["extract", &scratch.path("in")], "");
    let names: Vec<_> = ids(&out.records()).iter().map(|id| id.rsplit('/').next().unwrap().to_owned()).collect();
    assert_eq!(names, [".hidden", "x.txt", "b.txt"]);
}

#[test]
fn a_missing_file_is_reported_and_the_rest_goes_on() {
    let scratch = Scratch::new();
    scratch.write("a.txt", "Tin");
    let out = boctin(&["extract", &scratch.path("none.txt"), &scratch.path("a.txt")], "");
    assert_eq!((out.code, out.records().len()), (1, 1));
    assert!(out.stderr.contains("none.txt: cannot be opened"), "{}", out.stderr);
    let out = boctin(&["extract", &scratch.path("none.txt")], "");
    assert_eq!((out.code, out.stdout.as_str()), (2, ""));
}

#[test]
fn undecodable_bytes_are_an_error_with_their_place_or_replaced() {
    let scratch = Scratch::new();
    // An overlong form and a stray byte: no encoding that is detected has them in a text like this.
    scratch.write_bytes("a.txt", b"Tin \xC0\xAF\xFF\xFE\x81 moi");
    let strict = boctin(&["extract", "--encoding", "utf-8", &scratch.path("a.txt")], "");
    assert_eq!(strict.code, 1);
    assert!(strict.stderr.contains("byte 4"), "{}", strict.stderr);
    let lossy = boctin(&["extract", "--encoding", "utf-8", "--lossy", &scratch.path("a.txt")], "");
    assert_eq!((lossy.code, lossy.records().len()), (0, 1));
}

#[test]
fn a_document_over_the_limit_is_an_error_and_the_rest_goes_on() {
    let long = format!("{{\"text\":\"{}\"}}\n{TWO}", "a".repeat(5000));
    let out = boctin(&["extract", "--max-document-bytes", "1K"], &long);
    assert_eq!((out.code, out.records().len()), (1, 2));
    assert!(out.stderr.contains("-:1: ") && out.stderr.contains("--max-document-bytes"), "{}", out.stderr);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let lines = TWO.repeat(20_000);
    let out = run::boctin_closing_its_output(&["extract"], &lines);
    assert_eq!((out.code, out.stderr.as_str()), (0, ""));
}

#[test]
fn json_is_indented_and_offsets_come_in_the_unit_asked_for() {
    let out = boctin(&["extract", "--format", "json", "--input-format", "text"], "Tin");
    assert!(out.stdout.starts_with("{\n  \"schema\": \"boctin/1\",\n  \"id\": \"-\","), "{}", out.stdout);
    for unit in ["codepoint", "byte", "utf16"] {
        assert_eq!(boctin(&["extract", "--offsets", unit], TWO).code, 0);
    }
}

#[test]
fn wrong_usage_is_2() {
    for arguments in [&["extract", "--format", "xml"][..], &["extrakt"], &[], &["extract", "--max-document-bytes", "0"]]
    {
        let out = boctin(arguments, "");
        assert_eq!((out.code, out.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!out.stderr.is_empty());
    }
}

#[test]
fn help_has_a_line_and_a_paragraph_for_each_option_and_lists_the_exit_codes() {
    let help = boctin(&["--help"], "");
    assert!(help.code == 0 && help.stdout.contains("Exit codes:"), "{}", help.stdout);
    let (short, long) = (boctin(&["extract", "-h"], "").stdout, boctin(&["extract", "--help"], "").stdout);
    assert!(long.len() > short.len());
    for option in ["--format", "--input-format", "--text-field", "--published", "--encoding", "--lossy", "--offsets"] {
        assert!(short.contains(option) && long.contains(option), "{option}");
    }
}

#[test]
fn the_other_subcommands_write_what_they_say() {
    let schema: Value = serde_json::from_str(&boctin(&["schema"], "").stdout).unwrap();
    assert_eq!(schema["title"], "Record");
    assert!(boctin(&["completions", "bash"], "").stdout.contains("boctin"));
    assert!(boctin(&["man"], "").stdout.contains(".TH"));
    assert_eq!(boctin(&["normalize"], "Hội nghị").stdout, "Hội nghị\n");
}

fn ids(records: &[Value]) -> Vec<String> {
    records.iter().map(|record| record["id"].as_str().unwrap().to_owned()).collect()
}
