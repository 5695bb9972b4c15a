//! The rules of the family, with their examples.

use crate::rules::Rule;

/// The rules of titles.
pub const RULES: &[Rule] = &[
    Rule {
        id: "title.head",
        sees: "a post, rank, degree or profession by itself, with its modifiers; a profession only beside a name",
        examples: &[
            "⟦Thủ tướng⟧ nhấn mạnh vai trò của doanh nghiệp.",
            "⟦Chủ tịch⟧ Lê Văn Thắng trao quà.",
            "⟦Giáo sư⟧ Lê Văn Thắng giảng bài.",
            "Dưới thời chính quyền ⟦Thủ tướng⟧ Lê Văn Thắng, giá dầu tăng.",
        ],
        counter_examples: &["Bác sĩ làm việc suốt đêm.", "Anh làm giám đốc một công ty nhỏ."],
    },
    Rule {
        id: "title.head-body",
        sees: "a post and the body that it is of",
        examples: &[
            "⟦Chủ tịch UBND tỉnh Bắc Giang⟧ kiểm tra đê.",
            "⟦Bí thư Tỉnh ủy Nghệ An⟧ thăm bà con.",
            "⟦Bộ trưởng Bộ Y tế⟧ trả lời chất vấn.",
            "Ông Lê Văn Thắng, ⟦Trưởng Ban Tổ chức Tỉnh ủy⟧, dự họp.",
            "Ông Lê Văn Thắng, ⟦Trưởng Phòng Giáo dục huyện Mộc Châu⟧, dự họp.",
            "Bà Trần Thị Lan, ⟦giáo sư tại Đại học Lâm Sơn⟧, cho biết.",
            "⟦Giám đốc các sở, ban, ngành tỉnh⟧ chịu trách nhiệm thi hành.",
        ],
        counter_examples: &[
            "Anh làm giám đốc một công ty nhỏ.",
            "UBND tỉnh Bắc Giang họp bàn.",
            "Các sở, ban, ngành tỉnh phối hợp.",
        ],
    },
    Rule {
        id: "title.head-place",
        sees: "a post and the place that it is of; the place is part of the title, not where its holder is",
        examples: &[
            "⟦Tổng thống Pháp⟧ thăm Việt Nam.",
            "⟦Thủ tướng Nhật Bản⟧ thăm Hà Nội.",
            "⟦Chủ tịch huyện Mộc Châu⟧ xin lỗi dân.",
            "⟦Đại sứ Việt Nam tại Nga⟧ Lê Văn Thắng dự lễ.",
            "⟦Tổng thống Mỹ đắc cử⟧ John Smith phát biểu.",
            "Ông Carter là ⟦Tổng thống thứ 39 của Mỹ⟧.",
        ],
        counter_examples: &["Thủ tướng nhấn mạnh vai trò của doanh nghiệp.", "Chủ tịch đến Hà Nội hôm qua."],
    },
    Rule {
        id: "title.head-field",
        sees: "a post and the field that it is of",
        examples: &[
            "⟦Bộ trưởng Tư pháp⟧ trả lời chất vấn.",
            "⟦Thứ trưởng Ngoại giao⟧ Lê Văn Thắng dự họp.",
            "⟦Bộ trưởng Quốc phòng⟧ Lê Văn Thắng tiếp đoàn.",
        ],
        counter_examples: &["Chủ tịch Lê Văn Thắng trao quà.", "Chủ tịch UBND tỉnh Bắc Giang kiểm tra đê."],
    },
];
