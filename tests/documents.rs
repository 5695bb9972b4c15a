//! Cited documents: the dictionaries, what stands beside a citation, soup. (The rules' examples: `tests/rules.rs`.)

// Tests fail by panics, and say on standard output why they skip.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

#[path = "support/read.rs"]
mod read;

use std::path::Path;

use boctin::rules::document::find;
use proptest::prelude::*;
use unicode_normalization::is_nfc;

use crate::read::Read;

fn citations(text: &str) -> Vec<String> {
    let read = Read::of(text);
    let doc = read.doc();
    find(&doc).into_iter().map(|claim| doc.slice(claim.extent).to_owned()).collect()
}

#[test]
fn numbers_in_every_dress_are_one_number() {
    for (text, number) in [
        ("Nghị định số 52/2021/NĐ-CP", "52/2021/NĐ-CP"),
        ("Nghị định 52 / 2021 / NĐ - CP", "52/2021/NĐ-CP"),
        ("nghị định số 52/2021/ND-CP", "52/2021/NĐ-CP"),
        ("Chỉ thị số 17-CT/TƯ", "17-CT/TW"),
        ("Chỉ thị 17- CT/TW", "17-CT/TW"),
        ("Kết luận 128–KL/TW", "128-KL/TW"),
        ("Công điện 61 CĐ TTg", "61/CĐ-TTg"),
        ("Công điện 61/CĐTTg", "61/CĐ-TTg"),
        ("Nghị quyết số 66.8/2025/NQ-CP", "66.8/2025/NQ-CP"),
        ("Thông tư 41 2023 TT-BXD", "41/2023/TT-BXD"),
        ("Luật số 33/2019/QH14", "33/2019/QH14"),
        ("Quyết định số\n871/QĐ-TTg", "871/QĐ-TTg"),
        ("Nghị định số 52/2021/NĐ-CPngày", "52/2021/NĐ-CP"),
    ] {
        let read = Read::of(text);
        let found = find(&read.doc());
        let numbers: Vec<_> = found.iter().map(|claim| claim.what.number.as_deref().unwrap_or_default()).collect();
        assert_eq!(numbers, [number], "{text}");
        assert_eq!(citations(text), [text], "the whole is the citation");
    }
}

#[test]
fn a_name_ends_where_the_law_is_named() {
    for (text, wanted) in [
        ("theo Luật Thủy sản năm 2017 và các quy định", vec!["Luật Thủy sản năm 2017"]),
        ("sửa đổi Luật Quản lý, sử dụng tài sản công có hiệu lực", vec!["Luật Quản lý, sử dụng tài sản công"]),
        (
            "tại Luật sửa đổi, bổ sung một số điều của Luật Công đoàn và Luật Việc làm năm 2021, theo đó",
            vec!["Luật sửa đổi, bổ sung một số điều của Luật Công đoàn và Luật Việc làm năm 2021"],
        ),
        ("Điều 9 Bộ luật Lao động, Luật Công đoàn", vec!["Bộ luật Lao động", "Luật Công đoàn"]),
        ("dự án Luật Nuôi trồng rong biển được trình", vec!["Luật Nuôi trồng rong biển"]),
        ("Khoa Luật Hình sự, Đại học Luật Hà Nội", vec![]),
        ("luật sư nói pháp luật Việt Nam cho phép", vec![]),
        ("Tòa án Hiến pháp họp", vec![]),
        ("Quyết định này thay thế các quyết định trước", vec![]),
    ] {
        assert_eq!(citations(text), wanted, "{text}");
    }
}

#[test]
fn a_name_runs_on_over_a_line_break() {
    assert_eq!(citations("Căn cứ Luật\nThủy lợi và tờ trình của xã."), ["Luật\nThủy lợi"]);
    let wrapped = "Hội đồng nhân dân huyện ban hành nghị quyết này trên cơ sở các quy định của Luật\nTổ chức chính\n\
        quyền địa phương, có ý kiến của các đại biểu và của cử tri\ntrong huyện, theo đề nghị của Ủy ban nhân dân\nhuyện.";
    assert_eq!(citations(wrapped), ["Luật\nTổ chức chính\nquyền địa phương"]);
    assert_eq!(citations("Sinh viên khoa Luật\nHà Nội họp mặt."), Vec::<String>::new());
}

#[test]
fn a_plenum_may_be_written_in_one_with_its_centre() {
    assert_eq!(citations("Chi bộ kiểm điểm theo Nghị quyết TW4 khóa XII."), ["Nghị quyết TW4 khóa XII"]);
    assert_eq!(citations("Chi bộ học tập Nghị quyết TƯ5."), ["Nghị quyết TƯ5"]);
    assert_eq!(citations("Hai nghị quyết TW nêu rõ mục tiêu."), Vec::<String>::new());
}

#[test]
fn what_stands_beside_is_read() {
    let text =
        "Căn cứ điểm a khoản 2 Điều 5 Nghị định số 52/2021/NĐ-CP ngày 20 tháng 5 năm 2021 của Chính phủ về gia hạn.";
    let read = Read::of(text);
    let doc = read.doc();
    let found = find(&doc);
    let citation = &found[0].what;
    assert_eq!(citation.provision.as_deref(), Some("điểm a khoản 2 Điều 5"));
    assert_eq!(citation.issued.map(|extent| doc.slice(extent)), Some("ngày 20 tháng 5 năm 2021"));
    assert_eq!(citation.issuer.map(|extent| doc.slice(extent)), Some("Chính phủ"));
    assert_eq!(citation.issuer_code.as_deref(), Some("CP"));
    assert_eq!(citation.year, Some(2021));
    let read = Read::of("Công điện 36/CĐ-BXD năm 2025 và Công điện 37/CĐ-BXD 2024 gửi các tỉnh.");
    let years: Vec<_> = find(&read.doc()).into_iter().map(|claim| claim.what.year).collect();
    assert_eq!(years, [Some(2025), Some(2024)]);
}

#[test]
fn a_short_citation_means_the_full_one() {
    let read = Read::of("Kết luận 44 đặt ra yêu cầu mới. Nội dung Kết luận số 44-KL/TW của Ban Bí thư được phổ biến.");
    let keys: Vec<_> = find(&read.doc()).into_iter().map(|claim| (claim.what.key, claim.what.number)).collect();
    assert_eq!(keys[0], keys[1]);
}

#[test]
fn the_dictionaries_are_in_order() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries/documents");
    for (file, columns) in [
        ("types.tsv", 3),
        ("laws.tsv", 2),
        ("named.tsv", 2),
        ("issuers.tsv", 2),
        ("orders.tsv", 2),
        ("addressees.tsv", 2),
        ("closings.tsv", 2),
    ] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let mut last: Option<&str> = None;
        for (number, line) in text.lines().enumerate() {
            let place = format!("dictionaries/documents/{file}:{}: {line:?}", number + 1);
            if let Some(comment) = line.strip_prefix('#') {
                assert!(last.is_none(), "{place}: move the comment above the rows");
                assert!(comment.contains(": "), "{place}: write the comment as `# key: value`");
                continue;
            }
            assert!(is_nfc(line), "{place}: normalise the row to NFC");
            assert_eq!(line.split('\t').count(), columns, "{place}: a row has {columns} columns, tab between them");
            assert!(
                line.split('\t').all(|column| !column.is_empty() && column == column.trim()),
                "{place}: fill every column, no space at its edges"
            );
            assert!(last.is_none_or(|last| last < line), "{place}: sort the rows, each once");
            let new_placement = ["oà", "oá", "oả", "oạ", "uý ", "uỷ", "uỵ", "oè", "oé"].iter().any(|tone| {
                line.to_lowercase()
                    .split([' ', '\t'])
                    .any(|syllable| syllable.ends_with(tone) && !syllable.starts_with("qu"))
            });
            assert!(!new_placement, "{place}: write tone marks in the old placement (hòa, ủy)");
            last = Some(line);
        }
    }
}

/// Pieces that citations are made of, in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Nghị định",
        "Luật",
        "luật",
        "Bộ luật",
        "số",
        "52/2021/NĐ-CP",
        "05-CT/TƯ",
        "12",
        "/",
        "-",
        "–",
        "2021",
        "năm",
        "Nghị quyết",
        "Đại hội",
        "lần thứ",
        "XIII",
        "Trung ương",
        "4",
        "khóa",
        ",",
        "và",
        "(",
        ")",
        "sửa đổi",
        "các",
        "Công điện",
        ":",
        "Điều 5",
        "khoản",
        "của",
        "Chính phủ",
        "ngày",
        "**",
        "|",
        "\n",
        "\n\n",
        "Đất đai",
        "phòng",
        "chống",
        "",
        "\u{301}",
        "ĐÁ",
        "ǅ",
        "Hiến pháp",
        "CĐ",
        "TTg",
        "Đề án",
        "Chiến lược",
        "QH15",
        "99999999999999999999",
        "....",
        "“",
        "”",
    ]);
    prop::collection::vec((pieces, prop::sample::select(vec![" ", "", "\n"])), 0..60)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| format!("{piece}{gap}")).collect())
}

proptest! {
    #[test]
    fn soup_is_read_without_harm(text in soup()) {
        let read = Read::of(&text);
        let doc = read.doc();
        let mut last = 0;
        for claim in find(&doc) {
            prop_assert!(claim.extent.first() >= last && claim.extent.end() > claim.extent.first());
            prop_assert!(claim.extent.end() <= doc.tokens.len());
            last = claim.extent.end();
        }
    }
}
