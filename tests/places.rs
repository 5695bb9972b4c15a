//! Places of the record: what old units became, which unit a name means, how the press writes provinces. The sentences
//! are invented, the units are real.
#![allow(clippy::unwrap_used, clippy::panic)]

use boctin::input::document::Document;
use boctin::model::record::{Location, Record};
use boctin::pipeline::{Extractor, Options};

fn extract(text: &str, published: &str) -> Record {
    let extractor = Extractor::new(&Options::default()).unwrap();
    extractor.extract(&Document::new("a1", text).published(published))
}

fn place<'r>(record: &'r Record, name: &str) -> &'r Location {
    record
        .locations
        .iter()
        .find(|place| place.name == name)
        .unwrap_or_else(|| panic!("no {name}: {:?}", record.locations))
}

/// Old units and what they are now, as the resolutions of the National Assembly's Standing Committee of June 2025 say,
/// written down from general knowledge and not from the file that the dictionary was made of.
const FATES: &[(&str, &str)] = &[
    ("phường Tràng Tiền, quận Hoàn Kiếm, thành phố Hà Nội", "thành phố Hà Nội"),
    ("phường Hàng Bạc, quận Hoàn Kiếm, thành phố Hà Nội", "phường Hoàn Kiếm, thành phố Hà Nội"),
    ("phường Sa Pa, thị xã Sa Pa, tỉnh Lào Cai", "phường Sa Pa, tỉnh Lào Cai"),
    ("phường Bến Nghé, quận 1, thành phố Hồ Chí Minh", "phường Sài Gòn, thành phố Hồ Chí Minh"),
    ("phường Phạm Ngũ Lão, quận 1, thành phố Hồ Chí Minh", "phường Bến Thành, thành phố Hồ Chí Minh"),
    ("phường Thảo Điền, thành phố Thủ Đức, thành phố Hồ Chí Minh", "phường An Khánh, thành phố Hồ Chí Minh"),
    ("huyện Côn Đảo, tỉnh Bà Rịa - Vũng Tàu", "đặc khu Côn Đảo, thành phố Hồ Chí Minh"),
    ("huyện Lý Sơn, tỉnh Quảng Ngãi", "đặc khu Lý Sơn, tỉnh Quảng Ngãi"),
    ("huyện Phú Quý, tỉnh Bình Thuận", "đặc khu Phú Quý, tỉnh Lâm Đồng"),
    ("huyện Cồn Cỏ, tỉnh Quảng Trị", "đặc khu Cồn Cỏ, tỉnh Quảng Trị"),
    ("thành phố Hội An, tỉnh Quảng Nam", "thành phố Đà Nẵng"),
    ("thành phố Đà Lạt, tỉnh Lâm Đồng", "tỉnh Lâm Đồng"),
    ("thành phố Buôn Ma Thuột, tỉnh Đắk Lắk", "tỉnh Đắk Lắk"),
    ("huyện Đồng Văn, tỉnh Hà Giang", "tỉnh Tuyên Quang"),
    ("thành phố Quy Nhơn, tỉnh Bình Định", "tỉnh Gia Lai"),
    ("tỉnh Thái Bình", "tỉnh Hưng Yên"),
    ("tỉnh Hòa Bình", "tỉnh Phú Thọ"),
    ("tỉnh Kon Tum", "tỉnh Quảng Ngãi"),
    ("tỉnh Long An", "tỉnh Tây Ninh"),
    ("tỉnh Hà Tây", "thành phố Hà Nội"),
];

#[test]
fn old_units_say_what_they_are_now() {
    assert_eq!(FATES.len(), 20);
    let mut wrong = Vec::new();
    for (old, now) in FATES {
        let record = extract(&format!("Đoàn công tác đã về {old} để khảo sát."), "2025-03-01");
        let name = old.split(',').next().unwrap();
        let found = place(&record, name).now.as_ref().map(|unit| unit.name.clone());
        if found.as_deref() != Some(now) {
            wrong.push(format!("{old}: {found:?}, not {now}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_did_not_change_has_no_successor() {
    let record = extract("Đoàn đã về tỉnh Sơn La và thành phố Hà Nội.", "2025-03-01");
    assert!(record.locations.iter().all(|place| place.code.is_some() && place.now.is_none()));
}

#[test]
fn a_divided_unit_lists_its_parts() {
    let record = extract("Họp tại phường Tràng Tiền, quận Hoàn Kiếm, thành phố Hà Nội.", "2025-03-01");
    let ward = place(&record, "phường Tràng Tiền");
    let parts: Vec<_> = ward.candidates.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(parts, ["phường Hoàn Kiếm, thành phố Hà Nội", "phường Cửa Nam, thành phố Hà Nội"]);
}

/// `name: code` of every place, `?` where there is none.
fn codes(text: &str, published: &str) -> Vec<String> {
    let record = extract(text, published);
    let code = |place: &Location| place.code.clone().unwrap_or_else(|| "?".to_owned());
    record.locations.iter().map(|place| format!("{}: {}", place.name, code(place))).collect()
}

#[test]
fn names_as_the_press_writes_them() {
    for (name, code) in [
        ("TP HCM", "79"),
        ("TPHCM", "79"),
        ("TP. HCM", "79"),
        ("Sài Gòn", "79"),
        ("BR-VT", "77"),
        ("tỉnh TT-Huế", "46"),
        ("tỉnh Đắc Lắc", "66"),
        ("tỉnh Đắk Lắk", "66"),
        ("tỉnh Daklak", "66"),
        ("TP Qui Nhơn", "540"),
        ("huyện Phú Quý", "602"),
        ("TP Buôn Mê Thuột", "643"),
        ("Hoa Kỳ", "US"),
        ("Cộng hòa Séc", "CZ"),
        ("CHDCND Triều Tiên", "KP"),
    ] {
        let record = extract(&format!("Đoàn công tác đã đến {name} hôm qua."), "2024-03-01");
        assert_eq!(place(&record, name).code.as_deref(), Some(code), "{name}");
    }
}

#[test]
fn a_list_shares_its_type_word() {
    let text = "Tại huyện Duy Xuyên, đoàn tặng quà ở các xã Duy Trinh, Duy Trung và thị trấn Nam Phước.";
    let found = codes(text, "2024-03-01");
    assert_eq!(found, ["huyện Duy Xuyên: 508", "Duy Trinh: 20617", "Duy Trung: 20623", "thị trấn Nam Phước: 20599"]);
}

#[test]
fn names_of_smaller_units_settle_the_greater() {
    // There are two districts of that name; communes of those names are only in one of them.
    let text = "Huyện An Lão họp sơ kết. Dự có lãnh đạo xã Quang Trung, xã Quốc Tuấn và thị trấn Trường Sơn.";
    assert!(codes(text, "2024-03-01").contains(&"Huyện An Lão: 313".to_owned()), "{:?}", codes(text, "2024-03-01"));
    let alone = extract("Huyện An Lão họp sơ kết công tác năm.", "2024-03-01");
    assert!(alone.locations[0].code.is_none() && alone.locations[0].candidates.len() == 2);
}

#[test]
fn a_site_is_no_unit_of_its_name() {
    let text = "Sân Lạch Tray đông khán giả. Đội khách thua ngay tại Lạch Tray. Hải Phòng mừng vui.";
    let record = extract(text, "2024-03-01");
    assert!(record.locations.iter().all(|place| place.kind != "commune"), "{:?}", record.locations);
    let record = extract("Hành khách chờ ở Cảng hàng không quốc tế Phú Quốc và sân bay Tân Sơn Nhất.", "2024-03-01");
    assert!(
        record.locations.iter().all(|place| place.kind == "site" && place.code.is_none()),
        "{:?}",
        record.locations
    );
}

#[test]
fn a_number_is_a_place_only_with_its_district() {
    let found = codes("Cháy ở phường 3, TP Sóc Trăng, tỉnh Sóc Trăng.", "2021-03-01");
    assert_eq!(found, ["phường 3: 31519", "TP Sóc Trăng: 941", "tỉnh Sóc Trăng: 94"]);
    let record = extract("Cháy lớn ở phường 3 lúc rạng sáng.", "2021-03-01");
    assert!(record.locations.iter().all(|place| place.code.is_none()));
}

#[test]
fn an_undated_text_says_when_it_is() {
    let text = "Mưa lớn ở tỉnh Gia Lai. Ngày 5/8/2025, tỉnh đã họp.";
    assert!(codes(text, "").contains(&"tỉnh Gia Lai: 52".to_owned()), "{:?}", codes(text, ""));
    let text = "Mưa lớn ở huyện Chư Sê, tỉnh Gia Lai.";
    assert!(codes(text, "").contains(&"tỉnh Gia Lai: 64".to_owned()), "{:?}", codes(text, ""));
}

#[test]
fn a_bare_name_is_no_unit_that_was_yet_to_come() {
    let found = codes("Tại Hà Nội, đoàn đã đến Hòa Lạc. Hà Nội đẹp.", "2022-03-01");
    assert!(!found.iter().any(|place| place == "Hòa Lạc: 09988"), "{found:?}");
}

#[test]
fn places_of_the_world_lie_in_their_country() {
    let record = extract("Hội nghị diễn ra tại Tokyo và Geneva.", "2024-03-01");
    let within: Vec<_> = record.locations.iter().map(|place| place.within.as_deref()).collect();
    assert_eq!(within, [Some("Nhật Bản"), Some("Thụy Sĩ")]);
}
