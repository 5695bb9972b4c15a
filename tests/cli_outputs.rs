//! The output formats, on a document whose mentions are known.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use run::{Said, boctin};

const TEXT: &str = "Sáng 4-3, ông Lê Văn Tám, Chủ tịch UBND tỉnh Hà Giang, nói: \"Tốt\".";

fn extract(format: &str) -> Said {
    let out = boctin(&["extract", "--input-format", "text", "--published", "2017-03-04", "--format", format], TEXT);
    assert_eq!((out.code, out.stderr.as_str()), (0, ""), "{format}");
    out
}

#[test]
fn csv_has_a_row_for_each_mention() {
    let out = extract("csv").stdout;
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert!(rows.len() >= 4, "{out}");
    for row in &rows {
        let (start, end): (usize, usize) = (row[2].parse().unwrap(), row[3].parse().unwrap());
        assert_eq!(TEXT.chars().skip(start).take(end - start).collect::<String>(), row[4]);
    }
    assert!(rows.iter().any(|row| &row[1] == "PER" && &row[4] == "Lê Văn Tám"), "{out}");
    assert!(rows.iter().any(|row| &row[1] == "DATE" && &row[7] == "2017-03-04TMO"), "{out}");
}

#[test]
fn conll_has_a_tag_for_each_token() {
    let out = extract("conll").stdout;
    let start = out.find("Lê\tB-PER").unwrap_or_else(|| panic!("{out}"));
    assert!(out[start..].starts_with("Lê\tB-PER\nVăn\tI-PER\nTám\tI-PER\n,\tO\n"), "{out}");
    assert!(out.contains("tịch\tI-TITLE") && out.contains("UBND\tI-TITLE"), "the outermost: {out}");
}

#[test]
fn brat_counts_code_points() {
    let out = extract("brat").stdout;
    assert!(out.contains("\tPER 14 24\tLê Văn Tám\n"), "{out}");
    assert!(out.contains("\tAnnotatorNotes T1\t2017-03-04TMO\n"), "{out}");
}

#[test]
fn html_nests_what_is_nested_and_escapes_the_rest() {
    let out = extract("html").stdout;
    assert_eq!(out.matches("<mark ").count(), out.matches("</mark>").count());
    assert!(out.contains(">Lê Văn Tám</mark>") && out.contains("&quot;Tốt&quot;"), "{out}");
}

#[test]
fn text_is_for_a_reader() {
    let out = extract("text").stdout;
    assert!(out.contains("People\n  Lê Văn Tám: Chủ tịch UBND tỉnh Hà Giang\n"), "{out}");
}
