//! The same documents in every container give the same records; what is broken is an error with its place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::io::Write;

use run::{Scratch, boctin};
use serde_json::{Value, json};

/// Three documents: id, title, date, text.
fn documents() -> Vec<[String; 4]> {
    let text = |n: usize| {
        format!(
            "Huyện mở hội chợ lần thứ {n}\n\nSáng 4-3, ông Lê Văn Tám, Chủ tịch UBND huyện, \"khai mạc\" hội chợ, có <100 gian; \
             trong đó {n} gian hàng của các xã.\n\nBan tổ chức mong bà con gần xa đến tham quan, mua sắm; hội chợ kéo dài đến hết \
             ngày 10/3, mở cửa từ 8 giờ đến 21 giờ hằng ngày."
        )
    };
    (1..4).map(|n| [format!("d{n}"), format!("Hội chợ {n} "), format!("2017-03-0{n}"), text(n)]).collect()
}

fn ndjson() -> Vec<u8> {
    let line = |[id, title, date, text]: &[String; 4]| {
        json!({"id": id, "title": title, "date": date, "text": text}).to_string()
    };
    (documents().iter().map(line).collect::<Vec<_>>().join("\n") + "\n").into_bytes()
}

fn reference() -> Vec<Value> {
    let out = boctin(&["extract"], ndjson());
    assert_eq!(out.code, 0, "{}", out.stderr);
    out.records()
}

fn table(separator: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    writer.write_record(["id", "title", "date", "text", "other"]).unwrap();
    for row in documents() {
        writer.write_record(row.iter().map(String::as_str).chain(["x"])).unwrap();
    }
    writer.into_inner().unwrap()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn xz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = lzma_rust2::XzWriter::new(Vec::new(), lzma_rust2::XzOptions::with_preset(1)).unwrap();
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn tables_and_arrays_give_the_records_of_ndjson() {
    let scratch = Scratch::new();
    let array: Vec<Value> =
        String::from_utf8(ndjson()).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let pretty: String = array.iter().map(|value| format!("{value:#}\n")).collect();
    let expected = reference();
    for (name, bytes) in [
        ("a.csv", table(b',')),
        ("b.csv", table(b';')),
        ("c.tsv", table(b'\t')),
        ("d.json", json!(array).to_string().into_bytes()),
        ("e.json", format!("{:#}", json!(array)).into_bytes()),
        ("f.json", pretty.into_bytes()),
        ("g", ndjson()),
    ] {
        let out = boctin(&["extract", &scratch.write_bytes(name, &bytes)], "");
        assert_eq!((out.code, out.stderr.as_str()), (0, ""), "{name}");
        assert_eq!(out.records(), expected, "{name}");
    }
}

#[test]
fn compression_is_seen_by_content() {
    let expected = reference();
    let twice = [gzip(&ndjson()), gzip(b"\n")].concat();
    let packed =
        [gzip(&ndjson()), zstd::encode_all(&ndjson()[..], 1).unwrap(), xz(&ndjson()), gzip(&xz(&ndjson())), twice];
    for bytes in packed {
        assert_eq!(boctin(&["extract"], bytes).records(), expected);
    }
}

#[test]
fn truncated_compression_is_an_error_and_what_came_before_is_kept() {
    // Text that compresses badly, so that what is cut off is a part of it and not one block of the compression.
    let mut seed = 1_u64;
    let mut noise = || {
        seed = seed.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        format!("{seed:x}")
    };
    let line = |n: usize| format!("{{\"id\":{n},\"text\":\"{}\"}}\n", (0..50).map(|_| noise()).collect::<String>());
    let lines: Vec<u8> = (0..8000).map(line).collect::<String>().into_bytes();
    let whole = boctin(&["extract"], &lines).records();
    for mut bytes in [gzip(&lines), zstd::encode_all(&lines[..], 1).unwrap(), xz(&lines)] {
        bytes.truncate(bytes.len() / 2);
        let out = boctin(&["extract"], bytes);
        let records = out.records();
        assert_eq!(out.code, 1);
        assert!(out.stderr.contains("truncated or corrupt"), "{}", out.stderr);
        assert!(!records.is_empty() && records[..] == whole[..records.len()]);
    }
}

#[test]
fn archives_are_opened_whatever_is_in_them() {
    let mut archive = tar::Builder::new(Vec::new());
    let long = format!("{}/tin.txt", "thư mục/".repeat(30));
    let files = [("a.ndjson.gz", gzip(&ndjson())), (long.as_str(), b"Tin".to_vec()), ("b.csv", table(b','))];
    for (name, bytes) in &files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        archive.append_data(&mut header, name, &bytes[..]).unwrap();
    }
    let archive = archive.into_inner().unwrap();
    let out = boctin(&["extract"], gzip(&archive));
    let records = out.records();
    assert_eq!((out.code, records.len(), out.stderr.as_str()), (0, 7, ""));
    assert_eq!(records[..3], reference()[..]);
    assert_eq!(records[3]["id"], format!("-!{long}"));
    let cut = boctin(&["extract"], &archive[..archive.len() - 2048]);
    assert!(cut.code == 1 && cut.stderr.contains("truncated"), "{}", cut.stderr);
}

fn page(n: usize) -> String {
    let [_, title, date, text] = &documents()[n];
    let paragraphs: String = text.split("\n\n").skip(1).map(|p| format!("<p>{}</p>", p.replace('<', "&lt;"))).collect();
    let headline = text.lines().next().unwrap();
    format!(
        "<!DOCTYPE html><html><head><title>{title}</title><meta charset=\"utf-8\">\
         <meta property=\"article:published_time\" content=\"{date}\"></head><body><nav><a href=\"/\">Trang chủ</a></nav>\
         <article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )
}

#[test]
fn pages_and_crawls_give_the_text_of_the_article() {
    let mut crawl = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n".to_vec();
    for n in 0..3 {
        let body = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}", page(n));
        let header = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response";
        let length = body.len();
        write!(crawl, "{header}\r\nWARC-Target-URI: http://x/{n}\r\nContent-Length: {length}\r\n\r\n{body}\r\n\r\n")
            .unwrap();
    }
    let expected = reference();
    let out = boctin(&["extract"], gzip(&crawl));
    let records = out.records();
    assert_eq!((out.code, records.len(), out.stderr.as_str()), (0, 3, ""));
    for (n, (record, expected)) in records.iter().zip(&expected).enumerate() {
        assert_eq!(record["id"], format!("http://x/{n}"));
        assert_eq!(record["meta"]["published"], expected["meta"]["published"]);
        for array in ["people", "titles", "bodies", "locations", "dates", "documents"] {
            assert_eq!(record[array], expected[array], "{array}");
        }
        assert_eq!(record["meta"]["chars"], expected["meta"]["chars"]);
    }
    let one = boctin(&["extract", "--input-format", "html"], page(0)).records();
    assert_eq!(one[0]["people"], expected[0]["people"]);
}

#[test]
fn a_corrupt_record_of_a_crawl_is_an_error_and_the_rest_goes_on() {
    let record = |n: usize| {
        let body = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Tin {n}</p>");
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/{n}\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
            body.len()
        )
    };
    let crawl = [record(0), record(1).replace("Content-Length: ", "Content-Length: x"), record(2)].concat();
    let out = boctin(&["extract"], crawl);
    assert_eq!((out.code, out.records().len()), (1, 2), "{}", out.stderr);
    assert!(out.stderr.contains("#2"), "{}", out.stderr);
}

#[test]
fn feeds_give_their_items() {
    let rss = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Báo</title>\
        <item><title>Tin m&#7897;t</title><guid>g1</guid><pubDate>Mon, 08 Apr 2024 04:00:00 +0700</pubDate>\
        <description><![CDATA[<p>Ông <b>Tám</b> nói.</p><p>Hết.</p>]]></description></item>\
        <item><title>Tin hai</title><link>http://x/2</link><description>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</description></item>\
        </channel></rss>";
    let out = boctin(&["extract"], rss);
    let records = out.records();
    assert_eq!((out.code, records.len()), (0, 2), "{}", out.stderr);
    assert_eq!((&records[0]["id"], &records[0]["meta"]["title"]), (&json!("g1"), &json!("Tin một")));
    assert_eq!(records[0]["meta"]["published"], "2024-04-08T04:00:00+07:00");
    assert_eq!(records[0]["meta"]["chars"], "Tin một\n\nÔng Tám nói.\n\nHết.".chars().count());
    assert_eq!(
        (&records[1]["id"], &records[1]["meta"]["chars"]),
        (&json!("http://x/2"), &json!("Tin hai\n\nA & B".len()))
    );
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><entry><id>a1</id><title>Tin</title>\
        <updated>2024-04-08T04:00:00Z</updated><content type=\"html\">&lt;p&gt;Một&lt;/p&gt;</content></entry></feed>";
    let records = boctin(&["extract"], atom).records();
    assert_eq!((&records[0]["id"], &records[0]["meta"]["published"]), (&json!("a1"), &json!("2024-04-08T04:00:00Z")));
}

#[test]
fn broken_tables_say_where_and_what() {
    let out = boctin(&["extract", "--input-format", "csv"], "id,body\n1,a\n");
    assert!(out.code == 1 && out.stderr.contains("id, body") && out.stderr.contains("--text-field"), "{}", out.stderr);
    let out = boctin(&["extract", "--input-format", "csv"], "text,id\na,1\n\"b\nc\",2\nd,3\n");
    assert_eq!(out.records().len(), 3);
    let open = format!("text,id\na,1\n\"{}", "b\n".repeat(200_000));
    let out = boctin(&["extract", "--input-format", "csv", "--max-document-bytes", "10K"], open);
    assert_eq!((out.code, out.records().len()), (1, 1));
    assert!(out.stderr.contains("--max-document-bytes"), "{}", out.stderr);
}

#[test]
fn hostile_inputs_end_in_errors_or_records() {
    let bomb = gzip(&vec![b'a'; 50 << 20]);
    let out = boctin(&["extract", "--max-document-bytes", "1M"], bomb);
    assert!(out.code == 1 && out.stderr.contains("longer than"), "{}", out.stderr);
    let nested = format!("{{\"text\":\"a\",\"x\":{}{}}}\n", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(boctin(&["extract"], &nested).records().len(), 1);
    let quotes = "\"\"".repeat(10_000) + "Tin";
    assert_eq!(boctin(&["extract"], &quotes).code, 0);
    let deep = "<html><body>".to_owned() + &"<div>".repeat(100_000) + "Tin";
    assert_eq!(boctin(&["extract"], &deep).records()[0]["meta"]["chars"], 3);
}

#[cfg(unix)]
#[test]
fn loops_unreadable_files_and_odd_names_are_survived() {
    use std::os::unix::ffi::OsStringExt;
    let scratch = Scratch::new();
    scratch.write("in/a.txt", "Tin");
    std::os::unix::fs::symlink(scratch.path("in"), scratch.path("in/loop")).unwrap();
    std::os::unix::fs::symlink(scratch.path("nowhere"), scratch.path("in/lost")).unwrap();
    let odd = std::ffi::OsString::from_vec(b"\xFFtin.txt".to_vec());
    std::fs::write(std::path::Path::new(&scratch.path("in")).join(odd), "Tin").unwrap();
    let out = boctin(&["extract", &scratch.path("in")], "");
    assert_eq!((out.code, out.records().len()), (1, 2), "{}", out.stderr);
    assert!(out.stderr.contains("loop") && out.stderr.contains("lost"), "{}", out.stderr);
}
