//! The rules of dates, with the texts that show them. Relative dates count from Saturday, 4 March 2017.

use crate::rules::Rule;

/// Every rule of this family.
pub const RULES: &[Rule] = &[
    Rule {
        id: "date.full",
        sees: "A day with month and year; day before month, as Nghị định 30/2020/NĐ-CP writes it.",
        examples: &[
            "Thông báo được ký ⟦ngày 08/6/2018|2018-06-08⟧ tại Huế.",
            "Đại hội khai mạc ⟦ngày 16 tháng 11 năm 2025|2025-11-16⟧.",
            "Đoàn về đến nhà ⟦ngày thứ Ba 18/2/2025|2025-02-18⟧.",
            "Quyết định có hiệu lực từ ⟦1.3.2025|2025-03-01⟧.",
            "Nông trường kỷ niệm ngày thành lập (⟦27-7-1947|1947-07-27⟧/⟦27-7-2017|2017-07-27⟧).",
        ],
        counter_examples: &[
            "Hội nghị không thể họp ngày 31/2/2017.",
            "Gọi số 1900.1234 để được hỗ trợ.",
            "Phiên bản 10.2.1 đã sẵn sàng.",
        ],
    },
    Rule {
        id: "date.day-month",
        sees: "A day with its month; the year follows from the document.",
        examples: &[
            "⟦Ngày 4-3|2017-03-04⟧, hội nghị khai mạc.",
            "Hồ sơ nộp trước ⟦16/3|2017-03-16⟧.",
            "Lễ Quốc khánh ⟦2-9|2017-09-02⟧ được tổ chức trọng thể.",
            "Báo cáo gửi trước ⟦ngày 25/12|XXXX-12-25⟧ hằng năm.",
            "Bảng giá có hiệu lực từ ⟦17-9|2017-09-17⟧.",
            "Người dân mua vàng trong ngày Thần Tài (⟦6-2|2017-02-06⟧).",
            "Từ ⟦16/7|2017-07-16⟧ xe tải được đi hai chiều.",
            "Hoa hậu 2012 Lê Thị Mây qua đời ⟦ngày 13-2|2017-02-13⟧.",
        ],
        counter_examples: &[
            "Có 3/4 phiếu tán thành.",
            "Đội nhà thắng 2-1.",
            "Đội nhà thắng trận mở màn (2-1).",
            "Tổng đài trực 24/7.",
            "Nhà văn hóa ở đường 23/8 mở cửa.",
            "Nhà văn hóa ở đường 30 tháng 4 mở cửa.",
            "Nhiệt độ từ 24-27 độ.",
            "Giá tăng từ 13-15 triệu đồng.",
        ],
    },
    Rule {
        id: "date.day",
        sees: "A day without its month, which is that of the day mentioned beside or before it.",
        examples: &[
            "Đoàn làm việc ⟦ngày 4|2017-03-04⟧ và 5-3.",
            "Hội nghị họp ⟦ngày mùng 8|2017-03-08⟧.",
            "Ngày 2-3 khai mạc, ⟦ngày 15|2017-03-15⟧ bế mạc.",
        ],
        counter_examples: &["Uống ngày 2 lần sau bữa ăn.", "Báo cáo trước ngày 25 hằng tháng."],
    },
    Rule {
        id: "date.month",
        sees: "A month, perhaps with its year or the part of it.",
        examples: &[
            "Dự án xong trong ⟦tháng 11/2025|2025-11⟧.",
            "Công trình khởi công ⟦đầu tháng 3|2017-03⟧.",
            "Bà nhận huân chương (⟦12-2007|2007-12⟧).",
            "Từ ⟦tháng Sáu|2017-06⟧, giá sẽ tăng.",
        ],
        counter_examples: &[
            "Trẻ 6 tháng tuổi được tiêm.",
            "Việc này mất hai tháng.",
            "Theo Nghị định 10/2020 thì được.",
            "Quy hoạch khu vườn tỷ lệ 1/2000 được duyệt.",
        ],
    },
    Rule {
        id: "date.quarter",
        sees: "A quarter by Roman numeral, digit or word.",
        examples: &[
            "Kế hoạch ⟦quý I/2017|2017-Q1⟧ đã xong.",
            "Lãi của ⟦quý 4 năm 2016|2016-Q4⟧ tăng.",
            "Báo cáo ⟦quý II|2017-Q2⟧.",
            "Lãi của ⟦quý I năm nay|2017-Q1⟧ giảm.",
            "Số vụ cháy trong quý 1 và ⟦2/2016|2016-Q2⟧ giảm.",
        ],
        counter_examples: &["Quý khách cần hỏi thêm thông tin.", "Đó là loại gỗ quý hiếm."],
    },
    Rule {
        id: "date.half",
        sees: "The first or last months of a year; six of them are a half.",
        examples: &[
            "Thu ngân sách ⟦6 tháng đầu năm|2017-H1⟧ tăng.",
            "Trong ⟦10 tháng đầu năm 2025|2025-01/2025-10⟧, tỉnh đạt kế hoạch.",
            "⟦Nửa cuối năm 2017|2017-H2⟧, giá giảm.",
        ],
        counter_examples: &["Thời hạn là 6 tháng kể từ khi ký."],
    },
    Rule {
        id: "date.year",
        sees: "A year after `năm`, after the number of a document, or after the name of an event.",
        examples: &[
            "Công tác ⟦năm 2017|2017⟧ được triển khai.",
            "Công điện 217/CĐ-TTg ⟦2025|2025⟧ về phòng chống bão.",
            "Liên hoan tiếng hát Tây Nguyên ⟦2017|2017⟧ khai mạc.",
            "Bà từng thi bơi ở London ⟦2012|2012⟧.",
            "Dự án hoàn thành vào ⟦cuối năm 2018|2018⟧.",
            "⟦2016|2016⟧ là năm khó khăn.",
            "Anh đá hai trận chung kết (⟦2004|2004⟧ và 2016).",
        ],
        counter_examples: &[
            "Có 2000 người tham dự.",
            "Việc đó diễn ra trong 5 năm qua.",
            "Trong năm học mới, trường sẽ đổi tên.",
            "Chiếc Honda City 2016 được rao bán.",
        ],
    },
    Rule {
        id: "date.period",
        sees: "Years with the word for what they span: `giai đoạn`, `nhiệm kỳ`, `năm học`, `mùa giải`.",
        examples: &[
            "Kế hoạch ⟦giai đoạn 2016-2020|2016/2020⟧ được duyệt.",
            "Đại hội ⟦nhiệm kỳ 2025 - 2030|2025/2030⟧ thành công.",
            "Vào ⟦năm học 2024-2025|2024/2025⟧, trường có thêm lớp.",
            "Đội thắng nhiều trong ⟦mùa giải 2023/24|2023/2024⟧.",
        ],
        counter_examples: &["Nhiệm kỳ Đại hội XII đã qua.", "Công việc chia làm hai giai đoạn."],
    },
    Rule {
        id: "date.range",
        sees: "Two ends, which share what one of them leaves out; it begins at `từ`.",
        examples: &[
            "Hội chợ mở cửa ⟦từ ngày 4 đến 6-3|2017-03-04/2017-03-06⟧.",
            "⟦Từ ngày 16-20/11/2025|2025-11-16/2025-11-20⟧, sông có lũ.",
            "Họp trong các ⟦ngày 6 - 7.3|2017-03-06/2017-03-07⟧.",
            "Ông là giám đốc ⟦từ tháng 9-1997 đến tháng 6-2006|1997-09/2006-06⟧.",
            "Việc kéo dài ⟦từ tháng 4/2016 đến nay|2016-04/2017-03-04⟧.",
            "Sàn giao dịch mở ⟦từ 19:00 đến 02:30|2017-03-04T19:00/2017-03-05T02:30⟧.",
            "Đề thi lớp 10 tỉnh Hà Nam ⟦2016 2017|2016/2017⟧ đã có.",
        ],
        counter_examples: &[
            "Giá từ 6 - 7 triệu đồng.",
            "Làm việc từ thứ Hai đến thứ Bảy.",
            "Mở cửa từ 8h đến 17h hằng ngày.",
        ],
    },
    Rule {
        id: "date.clock",
        sees: "A time of the clock with its day, or alone where the day is clear.",
        examples: &[
            "Lễ khai mạc lúc ⟦20h ngày 10/3|2017-03-10T20:00⟧.",
            "Cập nhật lúc⟦22:22, Thứ Bảy, 04/03/2017|2017-03-04T22:22⟧ (GMT+7)",
            "Tàu rời ga lúc ⟦8h30|2017-03-04T08:30⟧.",
            "Trận đấu bắt đầu lúc ⟦2h rạng sáng 31/7|2017-07-31T02:00⟧.",
            "Cuộc họp kết thúc vào ⟦3 giờ chiều nay|2017-03-04T15:00⟧.",
        ],
        counter_examples: &["Dự báo trong 24 đến 48 giờ tới.", "Đội thi đấu suốt 3 giờ."],
    },
    Rule {
        id: "date.day-part",
        sees: "A part of the day with its day, or alone where it opens a phrase and the day is clear.",
        examples: &[
            "⟦Sáng 4-3|2017-03-04TMO⟧, hội nghị khai mạc.",
            "Bão vào bờ ⟦đêm qua|2017-03-03TNI⟧.",
            "Ngày 2-3, đoàn đến tỉnh. ⟦Buổi chiều|2017-03-02TAF⟧, đoàn thăm trường.",
            "⟦Chiều nay 5/3|2017-03-05TAF⟧, đội sẽ thi đấu.",
            "Chương trình ⟦buổi chiều 28-2|2017-02-28TAF⟧ đồng loạt diễn ra ở chín xã.",
        ],
        counter_examples: &[
            "Cần đổi mới sáng tạo.",
            "Ngược chiều với thế giới, giá tăng.",
            "Tối đa 20 người.",
            "Nên uống thuốc vào buổi sáng.",
        ],
    },
    Rule {
        id: "date.deictic",
        sees: "Days, weeks, months and years named from where one stands.",
        examples: &[
            "⟦Hôm qua|2017-03-03⟧, trời mưa.",
            "Đội sẽ đá trận nữa vào ⟦tuần tới|2017-W10⟧.",
            "Sản lượng tăng so với cùng kỳ ⟦năm ngoái|2016⟧.",
            "Ngày 2-3, đoàn đến Huế. Chiều muộn, ⟦cùng ngày|2017-03-02⟧ với lễ hội, đoàn về.",
        ],
        counter_examples: &[
            "Trong những năm qua, xã đã đổi thay.",
            "Thời gian tới, tỉnh sẽ đầu tư.",
            "Hai tuần qua trời nắng.",
            "Công trình ngưng 3 năm nay.",
            "Đó là thông lệ trong nhiều năm nay.",
            "Đội giữ ngôi vô địch mùa sau đó.",
        ],
    },
    Rule {
        id: "date.weekday",
        sees: "A weekday that names one day, not an ordinal or a habit.",
        examples: &[
            "Hai đội gặp nhau vào ⟦thứ 7|2017-03-04⟧ (4/3).",
            "Lớp học mở ⟦thứ Tư tuần tới|2017-03-08⟧.",
            "Cơ quan nghỉ ngày 1/1/2026 (⟦thứ Năm|2026-01-01⟧).",
            "Hai đội gặp lại nhau ⟦Chủ nhật tới|2017-03-05⟧.",
        ],
        counter_examples: &[
            "Đội đứng thứ 2 từ dưới lên.",
            "Chợ họp thứ bảy hằng tuần.",
            "Báo cáo trước 16h00 thứ Sáu hằng tuần.",
            "Đây là lần thứ năm xã đạt giải.",
            "Lịch chợ phiên - Chủ nhật: chợ Đông; thứ hai: chợ Tây.",
            "Đội nhà bỏ xa đội thứ 2 tới 9 điểm.",
        ],
    },
    Rule {
        id: "date.ago",
        sees: "So many units before: `39 năm về trước`, `5 tháng trước`, `cách đây 3 năm`.",
        examples: &["Chuyện xảy ra ⟦39 năm về trước|1978⟧.", "Ông nghỉ hưu ⟦cách đây 3 năm|2014⟧."],
        counter_examples: &[
            "Hơn một tháng trước, chi hội đã họp.",
            "Cần nộp 5 ngày trước kỳ thi.",
            "Xã nghỉ làm 2 ngày trước Tết.",
        ],
    },
    Rule {
        id: "date.decade",
        sees: "A decade: `thập niên 90`, `những năm 1980`.",
        examples: &[
            "Nhạc của ⟦thập niên 90|199X⟧ được yêu thích.",
            "Vào ⟦những năm 80 của thế kỷ trước|198X⟧, làng còn nghèo.",
        ],
        counter_examples: &["Hai thập kỷ qua, làng đã đổi thay."],
    },
    Rule {
        id: "date.century",
        sees: "A century by its number; the twentieth is `19XX`.",
        examples: &["Đền được xây từ ⟦đầu thế kỷ XX|19XX⟧.", "Gốm của ⟦thế kỷ 15|14XX⟧ còn đẹp."],
        counter_examples: &["Gần hai thế kỷ sau, đền được trùng tu.", "Món này có từ nhiều thế kỷ trước."],
    },
    Rule {
        id: "date.lunar",
        sees: "A day or month of the lunar calendar, with its civil value.",
        examples: &[
            "Hội làng mở ⟦rằm tháng Giêng|2017-02-11⟧.",
            "Lễ giỗ vào ⟦mùng 10 tháng 3 âm lịch|2017-04-06⟧.",
            "Chợ hoa nghỉ từ ⟦mùng 1 Tết|2017-01-28⟧.",
            "Đoàn viếng nghĩa trang chiều 28-1 (tức ⟦29 Tết Ất Tỵ|2025-01-28⟧).",
        ],
        counter_examples: &["Người dân đón Tết Nguyên đán vui vẻ."],
    },
];
