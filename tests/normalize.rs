//! The normaliser from outside: what it repairs, and that every place of the normal text leads back into the input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use boctin::model::span::{Input, Normal, Span};
use boctin::normalize::repairs::Repair;
use boctin::normalize::text::Text;
use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Pieces that real texts mix, and some that only a fuzzer would.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "Nguyễn", "Việt", "Hoà", "hòa", "ủy ban", "đồng chí", "THỦ TƯỚNG", "quý I/2017", "05-CT/TƯ", "a", "e", "o", "t", " ", "\n",
    "\r\n", "\r", "\t", "\u{A0}", "\u{2009}", "\u{3000}", "\u{C}", "\u{2028}", "\u{85}", "\u{200B}", "\u{200D}", "\u{FEFF}",
    "\u{AD}", "\u{202E}", "\u{2011}", "\u{0}", "\u{8}", "\u{1E}", "\u{E000}", "\u{10FFFD}", "\u{FFFD}", "Ðảng", "Ð", "ð", "UBNÐ",
    "Guðmundur", "Ɖ", "þ", "ö", "СТ", "о", "а", "м", "Χ", "α", "ё", "ў", "T", "\u{300}", "\u{301}", "\u{302}", "\u{303}",
    "\u{306}", "\u{308}", "\u{309}", "\u{31B}", "\u{323}", "\u{335}", "\u{338}", "\u{340}", "\u{344}", "\u{345}", "=", ">", "1",
    ".", "“", "–", "😀", "👨\u{200D}👩", "\u{FE0F}", "東京", "\u{1100}\u{1161}\u{11A8}", "\u{AC00}", "\u{11A8}", "ไทย", "\u{E49}",
    "\u{958}", "\u{212B}", "\u{F900}", "\u{1F71}", "\u{2ADC}", "ı", "d", "İ", "ế", "ệ", "é", "nh", "q",
    "\u{5D0}\u{5B0}\u{5B4}", "\u{9C7}\u{9BE}", "\u{1D15E}",
];

fn mixture() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        2 => prop::sample::select(PIECES).prop_map(|piece| piece.nfd().collect::<String>()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn edges(text: &str) -> Vec<usize> {
    (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect()
}

fn span<Of>(start: usize, end: usize) -> Span<Of> {
    Span::new(u32::try_from(start).unwrap(), u32::try_from(end).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn normal_text_is_nfc_and_normal_again(input in mixture()) {
        let text = Text::new(&input);
        prop_assert!(is_nfc(text.normal()), "{:?} -> {:?}", input, text.normal());
        let again = Text::new(text.normal());
        prop_assert_eq!(again.normal(), text.normal());
        prop_assert_eq!(text.input(), input.as_str());
    }

    #[test]
    fn every_normal_span_stands_in_the_input(input in mixture()) {
        let text = Text::new(&input);
        let edges = edges(text.normal());
        let mut last_start = 0;
        for (i, &start) in edges.iter().enumerate() {
            let mut last_end = 0;
            for &end in &edges[i..] {
                let here: Span<Normal> = span(start, end);
                let there = text.to_input(here);
                prop_assert!(input.get(there.range()).is_some(), "{:?} {:?} {:?}", input, here, there);
                prop_assert_eq!(there.is_empty(), here.is_empty());
                prop_assert!(last_start <= there.start() && last_end <= there.end(), "{:?} {:?}", input, here);
                last_end = there.end();
                if !here.is_empty() {
                    let back = text.to_normal(there);
                    prop_assert!(back.start() <= here.start() && here.end() <= back.end(), "{:?} {:?}", input, here);
                    prop_assert_eq!(text.to_input(back), there, "{:?} {:?}", input, here);
                }
            }
            last_start = text.to_input(span(start, start)).start();
        }
    }

    #[test]
    fn every_input_span_stands_in_the_normal_text(input in mixture()) {
        let text = Text::new(&input);
        let edges = edges(&input);
        for (i, &start) in edges.iter().enumerate() {
            for &end in &edges[i..] {
                let there = text.to_normal(span::<Input>(start, end));
                prop_assert!(text.normal().get(there.range()).is_some(), "{:?} {}..{} {:?}", input, start, end, there);
            }
        }
    }

    #[test]
    fn what_is_equal_in_both_maps_to_itself(before in mixture(), after in mixture()) {
        let input = format!("{before} [Đinh] {after}");
        let text = Text::new(&input);
        let at = text.normal().find("[Đinh]").unwrap();
        let there = text.to_input(span(at, at + "[Đinh]".len()));
        prop_assert_eq!(input.get(there.range()), Some("[Đinh]"));
        prop_assert_eq!(there.start() as usize, before.len() + 1);
    }
}

#[test]
fn normal_text_is_borrowed() {
    for input in ["", "Hà Nội\n\t“Đảng” – 1", "hoà thuỷ 😀 東京", "Москва", "Guðmundur", "TNFα 50μm"]
    {
        let text = Text::new(input);
        assert_eq!(text.normal(), input);
        assert!(std::ptr::eq(text.normal(), input), "{input} is copied");
        assert!(text.repairs().is_empty(), "{input}");
    }
}

#[test]
fn texts_are_repaired() {
    let pairs = [
        // Both forms, marks in any order, doubled, on the consonant, on a dotless letter, and standing alone.
        ("Nguye\u{302}\u{303}n", "Nguyễn"),
        ("Vie\u{323}\u{302}t", "Việt"),
        ("ho\u{301}\u{302}", "hố"),
        ("thuế\u{301} nộ\u{323}p", "thuế nộp"),
        ("Viê\u{323}t quyêt\u{301} TRÂN\u{300} Viêt\u{323}", "Việt quyết TRẦN Việt"),
        ("Gdan\u{301}sk man\u{303}ana", "Gdańsk mañana"),
        ("Ngh\u{131}\u{303}a", "Nghĩa"),
        ("\u{323}trường \u{301}trả 1\u{323}", "trường trả 1\u{323}"),
        ("d\u{335}ồng", "đồng"),
        ("đ\u{200B}ồ\u{AD}n\u{202C}g", "đồng"),
        ("o\u{200D}\u{302}ng", "ông"),
        // Eth and its Nordic homes.
        ("Ðảng, Ð/c, ÐHQG, QÐ, UBNÐ, 500ð, HàNộiÐẹp", "Đảng, Đ/c, ĐHQG, QĐ, UBNĐ, 500đ, HàNộiĐẹp"),
        ("Sigurður Guðmundsson, Gleðileg, SIGURÐUR", "Sigurður Guðmundsson, Gleðileg, SIGURÐUR"),
        // Look-alikes inside Latin words only.
        ("theо Nguуên BHΧΗ VIIІ", "theo Nguyên BHXH VIII"),
        ("Сармат теплотеxники Bот СТ 7μm NFκB", "Сармат теплотеxники Bот СТ 7μm NFκB"),
        // Spaces, lines, hyphens, controls.
        ("ngày\u{A0}4\u{2011}3\r\nHà\rNội\u{2028}x\u{C}y", "ngày 4-3\nHà\nNội\nx\ny"),
        ("ông \u{8}H\u{85} \u{F0B7}Doanh\u{1F}nghiệp\u{96}", "ông H… Doanh nghiệp–"),
    ];
    for (input, normal) in pairs {
        assert_eq!(Text::new(input).normal(), normal, "{input:?}");
    }
}

#[test]
fn a_name_takes_its_marks_and_leaves_what_is_dropped_beside_it() {
    let input = "Ông\u{A0}\u{200B}Đinh The\u{302}\u{301}\u{AD} Hu\u{AD}ynh\u{FEFF}, nói";
    let text = Text::new(input);
    for (name, there) in [
        ("Đinh Thế Huynh", "Đinh The\u{302}\u{301}\u{AD} Hu\u{AD}ynh"),
        ("Thế", "The\u{302}\u{301}"),
        ("Huynh", "Hu\u{AD}ynh"),
        ("Ông ", "Ông\u{A0}"),
    ] {
        let at = text.normal().find(name).unwrap();
        assert_eq!(&input[text.to_input(span(at, at + name.len())).range()], there);
    }
}

#[test]
fn spans_off_the_edges_or_past_the_end_are_widened_and_cut() {
    let text = Text::new("ệ\u{A0}ệ");
    for start in 0..12 {
        for end in start..12 {
            assert!(text.input().get(text.to_input(span(start, end)).range()).is_some());
            assert!(text.normal().get(text.to_normal(span(start, end)).range()).is_some());
        }
    }
}

#[test]
fn repairs_are_counted() {
    let text = Text::new("Ðảng\u{A0}theо\u{200B} Nguye\u{302}n\r\n\u{F0B7}");
    let counts: Vec<_> = text.repairs().iter().collect();
    let kinds = [
        Repair::Composed,
        Repair::Eth,
        Repair::LookAlike,
        Repair::Space,
        Repair::Invisible,
        Repair::PrivateUse,
        Repair::LineBreak,
    ];
    assert_eq!(counts, kinds.map(|kind| (kind, 1)));
    assert_eq!(text.repairs().messages().nth(3).unwrap(), "1 odd spaces read as a space");
}

/// Each would take minutes if any step looked at the same characters again and again.
#[test]
fn time_is_linear() {
    let pieces = [
        "\u{301}",
        "a\u{301}",
        "\u{A0}",
        "\u{200B}",
        "ð",
        "aо",
        "м",
        "e\u{323}\u{302}",
        "\u{1100}",
        "\r\n",
        "\u{F0B7}a",
        "ไ\u{E49}",
    ];
    for piece in pieces {
        let input = piece.repeat(200_000);
        assert!(is_nfc(Text::new(&input).normal()), "{piece:?}");
    }
}
