//! The rules of the family, with their examples.

use crate::rules::Rule;

/// The rules of bodies that have a type word, a row of the dictionaries or the shape of an abbreviation.
pub const RULES: &[Rule] = &[
    Rule {
        id: "body.dictionary",
        sees: "a whole name that the dictionaries know",
        examples: &[
            "Theo ⟦UNESCO⟧, di sản cần được bảo vệ.",
            "Theo ⟦Reuters⟧, giá dầu đã tăng.",
            "⟦WHO⟧ khuyến cáo người dân tiêm phòng.",
            "⟦UBND tỉnh Bắc Giang⟧ họp bàn.",
            "⟦Sở Y tế Nghệ An⟧ đã kiểm tra.",
            "⟦Bộ Y tế⟧ và ⟦Bộ Công an⟧ phối hợp.",
            "Bộ trưởng ⟦Bộ Tài chính⟧ Đoàn Bá Lâm dự lễ khởi công.",
        ],
        counter_examples: &["Các bộ, ngành đã báo cáo kết quả.", "GDP tăng 6,5% so với năm trước."],
    },
    Rule {
        id: "body.head-tail",
        sees: "a type word or a known name with the words that go on it, up to where the name may stop",
        examples: &[
            "Học sinh ⟦Trường THPT Nguyễn Khuyến⟧ đạt giải.",
            "Theo ⟦Đại sứ quán Nga tại Việt Nam⟧, lễ hội đã khai mạc.",
            "⟦Ban Chỉ đạo phòng, chống thiên tai tỉnh Nghệ An⟧ họp khẩn.",
            "Ông là thành viên ⟦đảng Cộng hòa⟧.",
            "⟦Hội đồng nghĩa vụ quân sự huyện Lâm Sơn⟧ họp.",
            "Theo ⟦Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh Bắc Giang⟧, dịch đã hết.",
        ],
        counter_examples: &["Các bộ, ngành đã báo cáo kết quả.", "Anh làm giám đốc một công ty nhỏ."],
    },
    Rule {
        id: "body.acronym",
        sees: "two to eight capitals that no dictionary knows and that are no word",
        examples: &["Theo ⟦VKMC⟧, khoản nợ xấu đã được bán.", "⟦EVNQX⟧ đã sửa xong đường dây."],
        counter_examples: &["GDP tăng 6,5% so với năm trước.", "CHÁY LỚN Ở CHỢ ĐẦU MỐI"],
    },
    Rule {
        id: "body.shared-plural",
        sees: "the items of a list that shares the type word at its head",
        examples: &[
            "Thủ tướng yêu cầu các Bộ: ⟦Xây dựng⟧, ⟦Nội vụ⟧, Y tế phối hợp.",
            "Các Sở: ⟦Tài chính⟧, Xây dựng rà soát hồ sơ.",
            "Yêu cầu các Bộ: Y tế, ⟦Nội vụ⟧ hướng dẫn thực hiện.",
        ],
        counter_examples: &["Các bộ, ngành đã báo cáo kết quả.", "Bộ Y tế và Bộ Công an phối hợp."],
    },
];
