//! The rules of the family, with their examples.

use crate::rules::Rule;
use crate::rules::task::{ANNOUNCED, DERIVED, NUMBERED};

/// The rules of tasks and announced counts.
pub const RULES: &[Rule] = &[
    Rule {
        id: ANNOUNCED,
        sees: "a number and a head noun of things to do, with its adjectives, behind a verb of planning",
        examples: &[
            "Huyện xác định ⟦5 nhiệm vụ, giải pháp trọng tâm|5⟧ trong năm 2018.",
            "Đại hội đề ra ⟦ba khâu đột phá|3⟧ cho nhiệm kỳ mới.",
        ],
        counter_examples: &[
            "Chương trình diễn ra với 6 nội dung, gồm thi hát và thi nấu ăn.",
            "Năm qua, xã đã hoàn thành 12 chỉ tiêu.",
            "Hệ thống phải đáp ứng đủ 3 yêu cầu sau đây: an toàn, tiện lợi, tiết kiệm.",
            "Mỗi viện tập trung chủ trì ít nhất 3 nhiệm vụ.",
            "Chính phủ giao Bộ thực hiện 36 nhiệm vụ, quyền hạn.",
            "Câu hỏi nhận biết tập trung vào hai yêu cầu: hoặc xác định thể thơ; hoặc tìm hình ảnh.",
        ],
    },
    Rule {
        id: NUMBERED,
        sees: "an item of a numbered list that is judged to be one of tasks",
        examples: &[
            "Ủy ban nhân dân huyện yêu cầu:\n\n1. ⟦Phòng Nội vụ rà soát hồ sơ trước ngày 20-4-2017|1⟧.\n\n2. Phòng Tài chính bố trí kinh phí.",
            "Theo Quyết định 15/QĐ-UBND, các cơ quan tham gia dự án như sau:\n\n(1) ⟦Sở Tài chính bố trí kinh phí|1⟧;\n\n(2) Sở Xây dựng thẩm định thiết kế.",
            "Chủ tịch đề nghị các đơn vị thực hiện các nhiệm vụ sau:\n\na) Kiểm tra đê điều;\n\nb) ⟦Chuẩn bị lực lượng ứng cứu|b⟧.",
        ],
        counter_examples: &[
            "Để trở thành giám đốc cần đáp ứng những tiêu chuẩn sau:\n\n1. Giám đốc phải có bằng đại học.\n\n2. Giám đốc phải tuân thủ điều lệ.",
            "Bộ có 3 tổ chức gồm:\n\n1. Vụ Pháp chế.\n\n2. Văn phòng.\n\n3. Thanh tra.",
            "Theo Điều 7 Luật Thú y thì hành vi bị nghiêm cấm gồm:\n\n1. Giấu dịch bệnh.\n\n2. Vận chuyển động vật bệnh.",
        ],
    },
    Rule {
        id: DERIVED,
        sees: "a clause of the prose that answers an announced count without numbers",
        examples: &[
            "Ngành xác định 2 nhiệm vụ trọng tâm. Theo đó, ⟦ngành tiếp tục rà soát quy định|1⟧; phát huy vai trò của cơ sở.",
            "Đoàn đề nghị làm rõ 2 nội dung: ⟦Đánh giá tình hình|1⟧; phối hợp với cơ quan liên quan.",
        ],
        counter_examples: &["Ngành xác định 2 nhiệm vụ trọng tâm. Hội nghị kết thúc vào buổi chiều."],
    },
];
