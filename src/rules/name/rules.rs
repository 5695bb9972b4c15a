//! The rules of bare runs of capitals, with their examples. People have no other.

use crate::rules::Rule;

/// The rules of names that are runs of capitals.
pub const RUNS: &[Rule] = &[
    Rule {
        id: "person.run",
        sees: "capitals that read as a person's name: surname, middle and given name, or a foreign name, behind an \
               honorific or title, before a verb of what people do",
        examples: &[
            "Ông ⟦Nguyễn Văn Lượm⟧ phát biểu tại hội nghị.",
            "Theo bà ⟦Trần Thị Mận⟧, giá rau đã giảm.",
            "Chị ⟦Lò Thị Pá⟧ trồng ngô trên nương.",
            "Huấn luyện viên ⟦Jan ten Veldhuis⟧ nói về trận đấu.",
        ],
        counter_examples: &[
            "Hội nghị Đầu tư diễn ra trong hai ngày.",
            "Đoàn công tác đến Hà Nội hôm qua.",
            "Bầu trời Hòa Bình hôm nay trong xanh.",
        ],
    },
    Rule {
        id: "person.dictionary",
        sees: "the full name of an office-holder that the dictionaries know",
        examples: &["Tổng Bí thư ⟦Nguyễn Phú Trọng⟧ tiếp đoàn.", "Chủ tịch Quốc hội ⟦Nguyễn Thị Kim Ngân⟧ dự lễ."],
        counter_examples: &["Ông Nguyễn Phú Lộc bán cà phê ở chợ.", "Tổng Bí thư tiếp đoàn tại trụ sở."],
    },
    Rule {
        id: "body.run",
        sees: "capitals that read as a body without a type word: a club in a match, a newspaper behind 'theo'",
        examples: &[
            "Trận gặp ⟦Kharzad United⟧ diễn ra trên sân nhà.",
            "Theo ⟦Kharzad Post⟧, giá dầu đã tăng.",
            "Trong trận này, đội nhà thắng ⟦Lakeford FC⟧ với tỷ số 2-1.",
        ],
        counter_examples: &["Mùa xuân đã về trên khắp bản làng.", "Theo bà Trần Thị Mận, giá rau đã giảm."],
    },
    Rule {
        id: "place.run",
        sees: "capitals that read as a place without a type word: behind 'tại', before the place that it lies in",
        examples: &[
            "Hội nghị diễn ra tại ⟦Springville⟧, Mỹ.",
            "Vụ tai nạn xảy ra tại ⟦Nậm Hồng⟧, huyện Mộc Châu.",
            "Động đất xảy ra tại ⟦Kharzad⟧, Nhật Bản.",
        ],
        counter_examples: &["Ông Nguyễn Văn Lượm phát biểu tại hội nghị.", "Sông ngòi chằng chịt khắp vùng."],
    },
];
