//! The rules of the family, with their examples.

use crate::rules::Rule;
use crate::rules::document::{BY_NAME, BY_NUMBER, IN_LIST, OF_PARTY};

/// The rules of documents.
pub const RULES: &[Rule] = &[
    Rule {
        id: BY_NUMBER,
        sees: "a type word and a number (Nghị định 30/2020/NĐ-CP, Quy định 66-QĐ/TW, Luật Ban hành văn bản quy phạm pháp luật)",
        examples: &[
            "Ông đã ký ⟦Chỉ thị số 15-CT/TƯ|15-CT/TW⟧ của Ban Bí thư.",
            "Theo ⟦Nghị định số 41 /2023/NĐ-CP|41/2023/NĐ-CP⟧ của Chính phủ, phí giảm một nửa.",
            "Nội dung tiếp tục thực hiện ⟦Nghị quyết 27|27⟧ về cải cách tiền lương.",
            "Toàn văn ⟦Công điện 64 CĐ TTg|64/CĐ-TTg⟧ đăng trên cổng thông tin.",
            "Quốc hội ban hành ⟦Luật số 33/2019/QH14|33/2019/QH14⟧.",
            "Sở áp dụng ⟦Luật Thủy lợi 08/2017/QH14|08/2017/QH14⟧ từ năm nay.",
            "Việc này có hướng dẫn tại các ⟦công văn số 69/TCHQ-GSQL|69/TCHQ-GSQL⟧ và 70/TCHQ-GSQL.",
        ],
        counter_examples: &[
            "Hội nghị quyết định 3 vấn đề quan trọng.",
            "Huyện lập kế hoạch 5 năm và báo cáo 6 tháng.",
            "Quyết định này có hiệu lực từ ngày ký.",
            "Phương án 1, cầu bắt đầu từ nút giao phía bắc.",
        ],
    },
    Rule {
        id: BY_NAME,
        sees: "a law, constitution, programme or treaty by its name, with the year that belongs to it",
        examples: &[
            "Điều này trái với ⟦Luật Thủy sản năm 2017⟧.",
            "Việc sửa đổi ⟦Luật Phòng chống thiên tai⟧ là cần thiết.",
            "Các nước ký ⟦Công ước Viên⟧ về vấn đề này.",
            "Quốc hội thông qua ⟦Luật Nhà ở (sửa đổi, bổ sung)⟧ trong kỳ họp.",
        ],
        counter_examples: &[
            "Anh học Đại học Luật rồi làm luật sư.",
            "Tỉnh có kế hoạch phát triển đô thị theo quy định của pháp luật.",
        ],
    },
    Rule {
        id: OF_PARTY,
        sees: "a resolution by its congress or plenum",
        examples: &[
            "Toàn huyện học tập ⟦Nghị quyết Đại hội lần thứ 13⟧ của Đảng.",
            "Chi bộ kiểm điểm theo ⟦Nghị quyết Trung ương 4 khóa 11, 12⟧ một cách nghiêm túc.",
            "Chi bộ kiểm điểm theo ⟦Nghị quyết TW4⟧ một cách nghiêm túc.",
        ],
        counter_examples: &["Đảng viên học tập các nghị quyết Trung ương về xây dựng Đảng."],
    },
    Rule {
        id: IN_LIST,
        sees: "the further numbers or names of a list that shares its type word",
        examples: &[
            "Họ nghỉ hưu theo Nghị định 29 và ⟦178|178⟧.",
            "Thực hiện các Công điện: số 52/CĐ-TTg, ⟦53/CĐ-TTg|53/CĐ-TTg⟧ của Thủ tướng.",
        ],
        counter_examples: &["Nghị quyết 18 và 4 nghị quyết khác được thông qua."],
    },
];
