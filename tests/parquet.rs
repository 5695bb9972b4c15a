//! Parquet in and out: the columns of others, and what pyarrow, pandas and DuckDB read of ours.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod run;

use std::process::Command;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use run::{Scratch, boctin};
use serde_json::{Value, json};

/// What the column of dates holds.
#[derive(Clone, Copy)]
enum Dates {
    Days,
    Nanoseconds,
    Words,
}

/// Three rows, in two row groups; the second has no title, the third no text.
fn table(dates: Dates, compression: Compression) -> Vec<u8> {
    let date = match dates {
        Dates::Days => "optional int32 date (DATE)",
        Dates::Nanoseconds => "optional int64 date (TIMESTAMP(NANOS,true))",
        Dates::Words => "optional binary date (STRING)",
    };
    let schema = format!(
        "message m {{ required int64 id; optional binary title (STRING); {date}; optional double other; optional binary text (STRING); }}"
    );
    let properties = WriterProperties::builder().set_compression(compression).build();
    let schema = Arc::new(parse_message_type(&schema).unwrap());
    let mut file = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).unwrap();
    for rows in [0..2, 2..3] {
        let mut group = file.next_row_group().unwrap();
        let mut at = 0;
        while let Some(mut column) = group.next_column().unwrap() {
            let texts = |has: &dyn Fn(usize) -> Option<String>| {
                let cells: Vec<_> = rows.clone().map(has).collect();
                let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
                (cells.into_iter().flatten().map(|text| ByteArray::from(text.as_str())).collect::<Vec<_>>(), levels)
            };
            let present = vec![1; rows.len()];
            match (at, column.untyped()) {
                (0, ColumnWriter::Int64ColumnWriter(writer)) => {
                    let ids: Vec<_> = rows.clone().map(|row| i64::try_from(row).unwrap() + 7).collect();
                    writer.write_batch(&ids, None, None).unwrap();
                }
                (1, ColumnWriter::ByteArrayColumnWriter(writer)) => {
                    let (values, levels) = texts(&|row| (row != 1).then(|| format!("Tin {row}")));
                    writer.write_batch(&values, Some(&levels), None).unwrap();
                }
                (2, ColumnWriter::Int32ColumnWriter(writer)) => {
                    writer.write_batch(&vec![17_229; rows.len()], Some(&present), None).unwrap();
                }
                (2, ColumnWriter::Int64ColumnWriter(writer)) => {
                    let moment = (17_229 * 86_400 + 3_661) * 1_000_000_000;
                    writer.write_batch(&vec![moment; rows.len()], Some(&present), None).unwrap();
                }
                (2, ColumnWriter::ByteArrayColumnWriter(writer)) => {
                    let (values, levels) = texts(&|_| Some("04/03/2017".to_owned()));
                    writer.write_batch(&values, Some(&levels), None).unwrap();
                }
                (3, ColumnWriter::DoubleColumnWriter(writer)) => {
                    writer.write_batch(&vec![0.5; rows.len()], Some(&present), None).unwrap();
                }
                (4, ColumnWriter::ByteArrayColumnWriter(writer)) => {
                    let (values, levels) = texts(&|row| (row < 2).then(|| format!("Ông Lê Văn Tám họp lần {row}.")));
                    writer.write_batch(&values, Some(&levels), None).unwrap();
                }
                _ => panic!("column {at}"),
            }
            column.close().unwrap();
            at += 1;
        }
        group.close().unwrap();
    }
    file.into_inner().unwrap()
}

#[test]
fn columns_are_read_by_their_names_and_rows_without_a_text_are_errors() {
    let scratch = Scratch::new();
    for (dates, published) in
        [(Dates::Days, "2017-03-04"), (Dates::Nanoseconds, "2017-03-04T01:01:01Z"), (Dates::Words, "2017-03-04")]
    {
        let lines = [(7, json!("Tin 0")), (8, Value::Null)].map(|(id, title)| {
            let text = format!("Ông Lê Văn Tám họp lần {}.", id - 7);
            json!({"id": id, "title": title, "date": published, "text": text}).to_string()
        });
        let expected = boctin(&["extract"], lines.join("\n")).stdout;
        for compression in [Compression::SNAPPY, Compression::UNCOMPRESSED, Compression::LZ4_RAW] {
            let bytes = table(dates, compression);
            let path = scratch.write_bytes("a.bin", &bytes);
            for out in [boctin(&["extract", &path], ""), boctin(&["extract", "--input-format", "parquet"], &bytes)] {
                assert_eq!((out.code, out.stdout.as_str()), (1, expected.as_str()), "{}", out.stderr);
                assert!(out.stderr.contains("#3: the row has no text"), "{}", out.stderr);
            }
        }
    }
    let path = scratch.path("a.bin");
    let renamed = boctin(&["extract", "--text-field", "title", "--id-field", "other", &path], "");
    assert_eq!(renamed.records()[0]["id"], "0.5");
    let wrong = boctin(&["extract", "--text-field", "body", &path], "");
    assert!(wrong.code == 2 && wrong.stderr.contains("id, title, date, other, text"), "{}", wrong.stderr);
    let limited = boctin(&["extract", "--max-document-bytes", "8", &path], "");
    assert!(limited.code == 1 && limited.stderr.contains("--max-document-bytes"), "{}", limited.stderr);
}

#[test]
fn a_file_that_is_cut_off_or_corrupt_is_an_error() {
    let whole = table(Dates::Words, Compression::SNAPPY);
    let out = boctin(&["extract"], &whole[..whole.len() - 10]);
    assert!(out.code > 0 && out.stderr.contains("truncated or corrupt"), "{}", out.stderr);
    for at in (4..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let code = boctin(&["extract", "--input-format", "parquet"], bytes).code;
        assert!((0..=2).contains(&code), "byte {at}: {code}");
    }
}

/// `BOCTIN_PYTHON`, else `python3`, with the packages duckdb, pandas and pyarrow.
#[test]
fn others_read_the_records_as_they_are() {
    let scratch = Scratch::new();
    let articles = [
        "Sáng 4-3, ông Lê Văn Tám, Chủ tịch UBND tỉnh Hà Giang, ký Quyết định số 12/QĐ-UBND.\n\
         UBND tỉnh giao 2 nhiệm vụ:\n1. Giao Sở Y tế hoàn thành báo cáo trước ngày 15/4.\n2. Các xã tuyên truyền.",
        "",
        "Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Trần Thị Bảy, Vũ Đức Chín; ông Phan Mười (Bộ Y tế) vắng mặt.",
        "Tin ngắn 😀 \"trong ngoặc\", không có ai.",
    ];
    let lines = (0..200).map(|n| {
        let date = (n % 3 > 0).then_some("2017-03-04");
        json!({"id": n, "text": articles[n % articles.len()], "date": date}).to_string()
    });
    let input = scratch.write("a.ndjson", &lines.collect::<Vec<_>>().join("\n"));
    for format in ["parquet", "ndjson"] {
        let out = scratch.path(format);
        let arguments = ["batch", &input, "--out", &out, "--format", format, "--quiet", "--shard-bytes", "50K"];
        let said = boctin(&arguments, "");
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert!(std::fs::read_dir(&out).unwrap().count() > 3, "several shards");
    }
    let python = std::env::var("BOCTIN_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/parquet_equals.py");
    let output = Command::new(&python).args([script, &scratch.path("parquet"), &scratch.path("ndjson")]).output();
    match output {
        Err(error) => println!("skipped: {python}: {error}"),
        Ok(output) => {
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            match output.status.code() {
                Some(0) => println!("{said}"),
                Some(3) => println!("skipped: {}", said.trim()),
                _ => panic!("{said}"),
            }
        }
    }
}
