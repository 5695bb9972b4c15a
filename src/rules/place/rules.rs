//! The rules of the family, with their examples.

use crate::rules::Rule;

/// The rules of places that have a type word or a row of the dictionaries.
pub const RULES: &[Rule] = &[
    Rule {
        id: "place.dictionary",
        sees: "a name that the dictionaries know, without its type word",
        examples: &[
            "Đoàn công tác đến ⟦Hà Nội⟧ hôm qua.",
            "Bà sinh ra ở ⟦Nghệ An⟧ và lớn lên ở ⟦Đà Nẵng⟧.",
            "Thủ tướng Nhật Bản thăm ⟦Pháp⟧.",
        ],
        counter_examples: &["Các tỉnh, thành phố đã báo cáo.", "Ông Nguyễn Phú Lộc bán cà phê ở chợ."],
    },
    Rule {
        id: "place.typed-known",
        sees: "a type word and a name that the dictionaries know",
        examples: &[
            "Lúa ở ⟦tỉnh Nghệ An⟧ bị ngập.",
            "Mưa lớn ở ⟦huyện Mộc Châu⟧ gây sạt lở.",
            "UBND ⟦tỉnh Bắc Giang⟧ họp bàn.",
        ],
        counter_examples: &["Huyện đã chi 12 tỷ đồng cho các xã.", "Đoàn công tác đến Hà Nội hôm qua."],
    },
    Rule {
        id: "place.typed-run",
        sees: "a type word and capitals that no dictionary knows",
        examples: &[
            "Cầu bắc qua ⟦sông Cái Mơ⟧ đã thông xe.",
            "Các hộ ở ⟦thôn Nậm Hồng⟧ được vay vốn.",
            "Vụ nổ xảy ra tại ⟦thị trấn Kharzad⟧.",
        ],
        counter_examples: &["Sông ngòi chằng chịt khắp vùng.", "Xe chạy chậm trên đường cao tốc."],
    },
    Rule {
        id: "place.typed-number",
        sees: "a type word and a number: wards, districts and lanes have numbers; a length or a count is no place",
        examples: &[
            "Cháy lớn ở ⟦Quận 12⟧ khiến hai người bị thương.",
            "Dân ở ⟦phường 7⟧, ⟦quận 3⟧ được đền bù.",
            "Anh thuê nhà ở ⟦Hẻm 174⟧.",
        ],
        counter_examples: &["Con đường dài 14 km đã xong.", "Huyện đã chi 12 tỷ đồng cho các xã."],
    },
    Rule {
        id: "place.typed-nested",
        sees: "a site that is named by the unit it is of: a type word before a place with its own",
        examples: &[
            "Trận đấu diễn ra trên ⟦sân vận động tỉnh Điện Biên⟧.",
            "Lễ hội mở tại ⟦quảng trường thành phố Vinh⟧.",
            "Họ tập trung ở ⟦sân vận động huyện Mộc Châu⟧.",
        ],
        counter_examples: &["Mưa lớn ở huyện Mộc Châu gây sạt lở.", "Các tỉnh, thành phố đã báo cáo."],
    },
    Rule {
        id: "place.road",
        sees: "a road or railway that is named by its ends",
        examples: &[
            "Xe chạy trên ⟦cao tốc Nội Bài - Lào Cai⟧.",
            "Dự án ⟦cao tốc Cam Lộ - La Sơn⟧ hoàn thành.",
            "⟦Đường sắt Hà Nội - Lào Cai⟧ bị sạt lở.",
            "Dự án ⟦Mai Lâm - Quán Gỏi⟧ sẽ thông xe vào tháng sau.",
        ],
        counter_examples: &[
            "Xe chạy chậm trên đường cao tốc.",
            "Quan hệ Việt Nam - Nhật Bản ngày càng tốt đẹp.",
            "Khách bay từ Hà Nội - Đà Nẵng tăng.",
        ],
    },
];
