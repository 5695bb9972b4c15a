//! Decoding and detection of encodings, on sentences written for this test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashMap;

use boctin::normalize::decode::decode;
use boctin::normalize::detect::detect;
use boctin::normalize::encoding::Encoding;

const ARTICLE: &str = "Sáng 12-5, đồng chí Trịnh Quỹ Hưởng, Phó Chủ tịch Ủy ban nhân dân tỉnh Sơn Hạ, đã chủ trì cuộc họp \
    về phòng, chống lụt bão. Ông yêu cầu các sở, ngành khẩn trương rà soát những điểm xung yếu, chuẩn bị đủ thuyền, \
    lương thực và thuốc men cho người dân ở vùng trũng. Trước đó, bà Nguyễn Thị Khuê báo cáo rằng mực nước sông Đào \
    đã vượt mức báo động hai. Ở thôn Bãi Giữa, ba hộ phải dời nhà; không ai bị thương.";

/// Every character that one or two bytes of the encoding give, with those bytes.
fn alphabet(encoding: Encoding) -> HashMap<char, Vec<u8>> {
    let mut alphabet = HashMap::new();
    let ones = (0..=255_u8).map(|byte| vec![byte]);
    let pairs = (65..=255_u8).flat_map(|first| (128..=255_u8).map(move |second| vec![first, second]));
    for bytes in ones.chain(pairs) {
        if let Ok(decoded) = decode(&bytes, Some(encoding), false) {
            let mut chars = decoded.text.chars();
            if let (Some(c), None) = (chars.next(), chars.next()) {
                alphabet.entry(c).or_insert(bytes);
            }
        }
    }
    alphabet
}

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let alphabet = alphabet(encoding);
    text.chars().flat_map(|c| alphabet.get(&c).unwrap_or_else(|| panic!("no {c} in {encoding}")).clone()).collect()
}

#[test]
fn each_table_encoding_is_detected_and_read_back() {
    for encoding in [Encoding::Windows1258, Encoding::Tcvn5712, Encoding::Vni, Encoding::Viscii, Encoding::Vps] {
        let bytes = encode(ARTICLE, encoding);
        assert!(std::str::from_utf8(&bytes).is_err());
        assert_eq!(detect(&bytes), encoding);
        let decoded = decode(&bytes, None, false).unwrap();
        assert_eq!(decoded.text, ARTICLE, "{encoding}");
        assert_eq!(decoded.encoding, encoding);
        assert!(decoded.warnings.is_empty());
    }
}

#[test]
fn tcvn3_is_read_but_for_its_capitals() {
    let small = ARTICLE.to_lowercase();
    let bytes = encode(&small, Encoding::Tcvn3);
    let decoded = decode(&bytes, None, false).unwrap();
    assert_eq!(decoded.encoding, Encoding::Tcvn3);
    assert_eq!(decoded.text, small);
    assert_eq!(decoded.warnings.len(), 1);
}

#[test]
fn known_bytes_are_read() {
    let rows: [(&[u8], Encoding, &str); 5] = [
        (
            b"C\xE9ng h\xDFa x\xB7 h\xE9i ch\xF1 ngh\xDCa Vi\xD6t Nam, \xA7\xB6ng",
            Encoding::Tcvn3,
            "Cộng hòa xã hội chủ nghĩa Việt Nam, Đảng",
        ),
        (
            b"Co\xE4ng ho\xF8a xa\xF5 ho\xE4i VIE\xC4T NAM \xD1a\xFBng th\xF6\xF4\xEF",
            Encoding::Vni,
            "Cộng hòa xã hội VIỆT NAM Đảng thượ",
        ),
        (b"Vi\xAEt Nam \xD0\xE4ng", Encoding::Viscii, "Việt Nam Đảng"),
        (b"Vi\x8Ct Nam \xF1\xE4ng", Encoding::Vps, "Việt Nam Đảng"),
        (b"Vi\xEA\xF2t Nam \xD0a\xD2ng", Encoding::Windows1258, "Việt Nam Đảng"),
    ];
    for (bytes, encoding, text) in rows {
        assert_eq!(decode(bytes, Some(encoding), false).unwrap().text, text, "{encoding}");
    }
}

#[test]
fn utf8_always_wins() {
    for text in [ARTICLE, "Cafe", "", "e.g. a(b)+c, http://a.org/?q=o+u~", "Zoë naïve", "Ho\u{303}", "ệ"] {
        assert_eq!(detect(text.as_bytes()), Encoding::Utf8, "{text}");
        let decoded = decode(text.as_bytes(), None, false).unwrap();
        assert!(matches!(decoded.text, std::borrow::Cow::Borrowed(_)));
        assert_eq!(decoded.text, text);
    }
    let marked = ["\u{FEFF}", ARTICLE].concat();
    assert_eq!(decode(marked.as_bytes(), None, false).unwrap().text, ARTICLE);
}

#[test]
fn damaged_utf8_is_an_error_with_its_place_or_replaced_and_counted() {
    let mut bytes = ARTICLE.as_bytes().to_vec();
    let at = ARTICLE.find("họp").unwrap() + 1;
    bytes.remove(at + 1);
    let error = decode(&bytes, None, false).unwrap_err().to_string();
    assert!(error.starts_with(&format!("byte {at} (0xE1) is no utf-8")), "{error}");
    let decoded = decode(&bytes, None, true).unwrap();
    assert_eq!(decoded.text, ARTICLE.replacen("họp", "h\u{FFFD}p", 1));
    assert_eq!(decoded.warnings, [format!("2 undecodable bytes read as U+FFFD, the first at byte {at}")]);
    assert!(decode(b"\xFF\xFE\x00", Some(Encoding::Utf8), false).is_err());
    assert!(decode(b"a\xB0", Some(Encoding::Tcvn3), false).is_err());
}

#[test]
fn utf16_is_read_in_either_order_with_and_without_its_mark() {
    for mark in ["", "\u{FEFF}"] {
        let text = format!("{mark}{ARTICLE} 😀");
        let least: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let most: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, encoding) in [(least, Encoding::Utf16Le), (most, Encoding::Utf16Be)] {
            assert_eq!(detect(&bytes), encoding);
            let decoded = decode(&bytes, None, false).unwrap();
            assert_eq!(decoded.text, format!("{ARTICLE} 😀"));
            assert!(decode(&bytes[..bytes.len() - 1], Some(encoding), false).is_err());
            assert!(decode(&bytes[..bytes.len() - 2], Some(encoding), true).unwrap().text.ends_with('\u{FFFD}'));
        }
    }
}

#[test]
fn viqr_needs_strong_evidence() {
    let text = "Sa'ng nay, U?y ban ho.p ta.i Ha` No^.i. Ddo^`ng chi' chu? ti.ch ye^u ca^`u ca'c so+? ba'o ca'o.";
    assert_eq!(detect(text.as_bytes()), Encoding::Viqr);
    assert_eq!(
        decode(text.as_bytes(), None, false).unwrap().text,
        "Sáng nay, Ủy ban họp tại Hà Nội. Đồng chí chủ tịch yêu cầu các sở báo cáo."
    );
    for plain in ["The add-on costs 5.", "a^2 + b^2 = c^2", "if (a+b) ~x?.y", "Ba Na, Ca Mau. Ai di?"] {
        assert_eq!(detect(plain.as_bytes()), Encoding::Utf8, "{plain}");
    }
}

#[test]
fn names_lead_to_encodings() {
    for encoding in Encoding::ALL {
        assert_eq!(encoding.name().parse::<Encoding>().unwrap(), encoding);
        assert_eq!(encoding.name().to_uppercase().parse::<Encoding>().unwrap(), encoding);
    }
    assert_eq!("ABC".parse::<Encoding>().unwrap(), Encoding::Tcvn3);
    assert_eq!("VNI-Windows".parse::<Encoding>().unwrap(), Encoding::Vni);
    assert!("latin-9".parse::<Encoding>().unwrap_err().to_string().contains("viscii"));
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
        let _ = decode(&bytes, None, false);
        for encoding in Encoding::ALL {
            proptest::prop_assert!(decode(&bytes, Some(encoding), true).is_ok());
        }
    }
}
