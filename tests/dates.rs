//! Dates: the expressions of other sources, what the text says of its own day, and input that means nothing.

// Tests fail by panics, and say on standard output why they skip.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

use boctin::calendar::CivilDate;
use boctin::gazetteer::annotated::Annotated;
use boctin::gazetteer::{Gazetteer, WordCache};
use boctin::input::document::Document;
use boctin::pipeline::{Extractor, Options};
use boctin::rules::date;
use boctin::segment::{sentence, token, wrap};
use proptest::prelude::*;

const SATURDAY: CivilDate = CivilDate { year: 2017, month: 3, day: 4 };

/// The dates of `text`: first and last byte, value, rule.
fn dates(text: &str, reference: Option<CivilDate>) -> Vec<(usize, usize, String, &'static str)> {
    with(text, reference, |doc| {
        date::find(doc)
            .into_iter()
            .map(|claim| {
                let span = doc.span(claim.extent).range();
                (span.start, span.end, claim.what.value, claim.rule)
            })
            .collect()
    })
}

fn with<T>(text: &str, reference: Option<CivilDate>, then: impl FnOnce(&Annotated<'_>) -> T) -> T {
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    token::tokenize(text, &mut tokens);
    wrap::soften(text, &mut tokens);
    sentence::split(text, &tokens, &mut sentences);
    Gazetteer::standard().annotate(text, &mut tokens, &mut WordCache::new());
    then(&Annotated { text, tokens: &tokens, sentences: &sentences, lookups: &[], reference, year: None })
}

fn values(text: &str, reference: Option<CivilDate>) -> Vec<String> {
    dates(text, reference).into_iter().map(|date| date.2).collect()
}

#[test]
fn the_date_line_stands_in_for_publication() {
    for (text, day, time) in [
        (
            "Hội nghị tổng kết\nCập nhật lúc22:22, Thứ Bảy, 04/03/2017 (GMT+7)\n\nHôm qua, trời mưa.",
            (2017, 3, 4),
            Some((22, 22)),
        ),
        (
            "Đội bóng thua trận\nLê Minh - Thứ bảy, 17/08/2024 08:35 (GMT+7)\n\nTối qua đội thua.",
            (2024, 8, 17),
            Some((8, 35)),
        ),
        ("Giá vàng tăng\n10/02/2025 17:26\n\nGiá tăng.", (2025, 2, 10), Some((17, 26))),
        ("UBND TỈNH\nHà Nội, ngày 16 tháng 11 năm 2025\n\nCÔNG ĐIỆN", (2025, 11, 16), None),
    ] {
        let line = with(text, None, date::dateline).unwrap();
        assert_eq!((line.day.year, line.day.month, line.day.day, line.time), (day.0, day.1, day.2, time), "{text}");
    }
    assert_eq!(with("Ông sinh ngày 3/2/1950 tại Huế.", None, date::dateline), None);
}

#[test]
fn the_year_follows_from_publication_text_or_nothing() {
    let published = CivilDate { year: 2025, month: 2, day: 10 };
    assert_eq!(values("Anh vắng mặt từ tháng 11.", Some(published)), ["2024-11"]);
    assert_eq!(values("Ngày 3/7 xã họp.", None), ["XXXX-07-03"]);
    assert_eq!(values("Ngày 3/7 xã họp. Năm 2022 xã đạt chuẩn.", None), ["2022-07-03", "2022"]);
    assert_eq!(
        values("Sáng nay (2.5), đoàn về nước.", Some(CivilDate { year: 2025, month: 4, day: 28 })),
        ["2025-05-02TMO", "2025-05-02"]
    );
    assert_eq!(values("Từ ngày 28/12 đến 2/1/2025 chợ nghỉ.", None), ["2024-12-28/2025-01-02"]);
    assert_eq!(values("Nghỉ từ ngày 28/12/2024 đến 2/1.", None), ["2024-12-28/2025-01-02"]);
}

#[test]
fn days_that_are_not_are_reported_and_not_claimed() {
    let text = "Nộp hồ sơ ngày 31/2 hoặc ngày 30/2/2017.";
    assert!(values(text, Some(SATURDAY)).is_empty());
    let found = with(text, Some(SATURDAY), |doc| {
        date::impossible(doc).iter().map(|&at| doc.slice(at).to_owned()).collect::<Vec<_>>()
    });
    assert_eq!(found, ["ngày 31/2", "ngày 30/2/2017"]);
}

/// The record's date of publication, its warnings, and the values of its dates.
fn told(text: &str, published: Option<&str>) -> (Option<String>, Vec<String>, Vec<String>) {
    let document = Document::new("article", text);
    let document = match published {
        Some(day) => document.published(day),
        None => document,
    };
    let record = Extractor::new(&Options::default()).unwrap().extract(&document);
    let values = record.dates.into_iter().map(|date| date.value).collect();
    (record.meta.published, record.meta.warnings, values)
}

#[test]
fn an_impossible_date_is_a_warning_and_no_value() {
    let (_, warnings, values) = told("Xã họp ngày 31/2, rồi nghỉ từ 31/11/2025.", Some("2017-03-04"));
    assert_eq!(warnings, ["no such day: ngày 31/2 (at 7)", "no such day: 31/11/2025 (at 30)"]);
    assert!(values.is_empty(), "{values:?}");
    let (_, warnings, values) = told("Xã họp ngày 30 tháng 2 rồi nghỉ.", Some("2017-03-04"));
    assert_eq!(warnings, ["no such day: ngày 30 tháng 2 (at 7)"]);
    assert!(values.is_empty(), "{values:?}");
    assert!(told("Tỷ lệ 24/24, kết quả 31/2 phiếu.", None).1.is_empty());
}

#[test]
fn weekdays_go_from_two_to_seven() {
    let day = CivilDate::new(2017, 3, 1);
    for none in ["thứ 0", "thứ 1", "thứ 00", "thứ 8"] {
        assert!(values(&format!("Họp vào sáng {none}."), day).is_empty(), "{none}");
    }
    assert_eq!(values("Họp vào sáng thứ 2 tới.", day).len(), 1);
}

#[test]
fn the_date_line_is_the_day_of_publication_unless_one_is_given() {
    let text = "Hội làng mở cửa\nThứ bảy, 17/08/2024 08:35 (GMT+7)\n\nHôm qua, xã Tân An họp.";
    let (published, _, values) = told(text, None);
    assert_eq!(published.as_deref(), Some("2024-08-17T08:35:00+07:00"));
    assert_eq!(values, ["2024-08-17T08:35", "2024-08-16"]);
    let (published, _, values) = told(text, Some("2024-09-01"));
    assert_eq!((published.as_deref(), values[1].as_str()), (Some("2024-09-01"), "2024-08-31"));
}

#[test]
fn the_year_alone_of_publication_serves_where_it_can() {
    let text = "Ngày 3/7 xã họp. Năm nay lúa được mùa. Năm ngoái mất mùa. Tuần tới gặt. Năm 2019 có bão.";
    assert_eq!(told(text, Some("2022")).2, ["2022-07-03", "2022", "2021", "2022-W27", "2019"]);
}

#[test]
fn lunar_months_are_those_of_another_computation() {
    let Ok(path) = std::env::var("BOCTIN_LUNAR_MONTHS") else {
        println!(
            "skipped: BOCTIN_LUNAR_MONTHS names no table of lunar months (lunar_year, can_chi, month, leap, solar_start, days)"
        );
        return;
    };
    for line in std::fs::read_to_string(path).unwrap().lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        let (start, length) =
            boctin::calendar::lunar::month_start(row[0].parse().unwrap(), row[2].parse().unwrap(), row[3] == "1")
                .unwrap();
        assert_eq!(format!("{:04}-{:02}-{:02}", start.year, start.month, start.day), row[4], "{line}");
        assert!(row[5].is_empty() || row[5] == length.to_string(), "{line}");
    }
}

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        (0u32..3000).prop_map(|number| number.to_string()),
        (0u32..40).prop_map(|number| format!("{number:02}")),
        proptest::sample::select(vec![
            "/",
            "-",
            ".",
            ":",
            ",",
            " ",
            " ",
            "–",
            "\n",
            "h",
            "g",
            "(",
            ")",
            "|",
            "ngày ",
            "tháng ",
            "năm ",
            "quý ",
            "từ ",
            "đến ",
            "sáng ",
            "tối ",
            "thứ ",
            "giờ ",
            "đầu ",
            "cuối ",
            "nửa ",
            "thế kỷ ",
            "thập niên ",
            "mùng ",
            "rằm ",
            "Tết ",
            "âm lịch ",
            "hôm ",
            "nay ",
            "qua ",
            "trước ",
            "tuần ",
            "mùa ",
            "giải ",
            "giai đoạn ",
            "cùng ngày ",
            "hằng ",
            "kém ",
            "rưỡi ",
            "Đinh Dậu ",
            "XX ",
            "I/2017 ",
            "T3/2017 ",
            "GMT+7 ",
            "kỷ ",
            "những ",
            "cách đây ",
            "chín ",
            "mười ",
            "và ",
            "buổi ",
            "phút ",
            "99999999999",
            "%",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_soup_of_numbers_and_words_gives_dates_in_order(text in soup(), known in any::<bool>()) {
        let found = dates(&text, known.then_some(SATURDAY));
        for pair in found.windows(2) {
            prop_assert!(pair[0].1 <= pair[1].0);
        }
        for date in &found {
            prop_assert!(is_well_formed(&date.2), "{:?} of {:?}", date, &text[date.0..date.1]);
        }
        with(&text, None, |doc| { let _ = (date::dateline(doc), date::impossible(doc)); });
    }
}

/// True for a value of the notation: `YYYY[-MM[-DD]|-Qn|-Hn|-Wnn][Thh:mm|TMO…]`, or two of them.
fn is_well_formed(value: &str) -> bool {
    value.split('/').count() <= 2
        && value.split('/').all(|point| {
            let (day, time) = point.split_once('T').map_or((point, None), |(day, time)| (day, Some(time)));
            let mut parts = day.split('-');
            let digits = |text: &str, count: usize| {
                text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
            };
            let year = parts.next().is_some_and(|year| digits(year, 4));
            let rest = parts.all(|part| {
                digits(part, 2)
                    || part.len() >= 2 && part.starts_with(['Q', 'H', 'W']) && digits(&part[1..], part.len() - 1)
            });
            let time = time.is_none_or(|time| {
                matches!(time, "MO" | "MI" | "AF" | "EV" | "NI") || time.len() == 5 && time.as_bytes()[2] == b':'
            });
            year && rest && time
        })
}
