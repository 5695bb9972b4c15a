//! Numbered tasks and announced counts: both sides of the judgement, who and by when, soup.

// Tests fail by panics, and say on standard output why they skip.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

#[path = "support/read.rs"]
mod read;

use boctin::model::mention::{Claim, DateValue, Grain, NameKind, TaskItem};
use boctin::rules::task::{announce, find};
use proptest::prelude::*;

use crate::read::Read;

fn tasks(read: &Read) -> Vec<Claim<TaskItem>> {
    let doc = read.doc();
    find(&doc, &[], &[], &announce(&doc))
}

/// `number: first words` of each numbered task.
fn outline(text: &str) -> Vec<String> {
    let read = Read::of(text);
    let doc = read.doc();
    let line = |claim: &Claim<TaskItem>| {
        let words: Vec<&str> = doc.slice(claim.extent).split_whitespace().take(2).collect();
        format!("{}: {}", claim.what.number, words.join(" "))
    };
    tasks(&read).iter().filter(|claim| !claim.what.derived).map(line).collect()
}

fn assignees(text: &str, names: &[(&str, NameKind)]) -> Vec<String> {
    let read = Read::of(text);
    let doc = read.doc();
    let mut names: Vec<Claim<NameKind>> =
        names.iter().map(|&(name, what)| Claim { extent: read.extent(name), rule: "test", what }).collect();
    names.sort_by_key(|claim| claim.extent.first());
    let who = |claim: &Claim<TaskItem>| {
        let who: Vec<&str> = claim.what.assignees.iter().map(|&extent| doc.slice(extent)).collect();
        who.join("|")
    };
    find(&doc, &names, &[], &[]).iter().map(who).collect()
}

#[test]
fn numbers_are_paths() {
    let text = "Chủ tịch kết luận như sau:\n\n**I. ĐÁNH GIÁ CHUNG**\n\nTỉnh đã đạt kết quả tốt.\n\n**II. NHIỆM VỤ, GIẢI PHÁP**\n\n\
        1. Sở Y tế:\n\na) Rà soát cơ sở khám bệnh.\n\nb) Kiểm tra thuốc.\n\n2. Tăng cường tuyên truyền.\n\n2.1. Phát tờ rơi đến từng hộ.";
    assert_eq!(outline(text)[..3], ["II.1.a: Rà soát", "II.1.b: Kiểm tra", "II.2: Tăng cường"]);
}

#[test]
fn markers_in_all_their_dress() {
    for (text, wanted) in [
        ("Sở yêu cầu các trường:\n\n**(1)** Rà soát sĩ số.\n\n**(2) **Tổ chức ôn tập.", ["1: Rà soát", "2: Tổ chức"]),
        ("Sở yêu cầu các trường:\n1) Rà soát sĩ số.\n2) Tổ chức ôn tập.", ["1: Rà soát", "2: Tổ chức"]),
        ("Sở yêu cầu: (1) rà soát sĩ số; (2) tổ chức ôn tập.", ["1: rà soát", "2: tổ chức"]),
        ("Ông đề nghị: Một là, rà soát sĩ số; hai là, tổ chức ôn tập.", ["1: rà soát", "2: tổ chức"]),
        (
            "Ông đề nghị các nhiệm vụ sau:\nThứ nhất, rà soát sĩ số.\nThứ hai, tổ chức ôn tập.",
            ["1: rà soát", "2: tổ chức"],
        ),
        (
            "Nhiệm vụ trọng tâm:\n\nNhiệm vụ 1: Rà soát sĩ số.\n\nNhiệm vụ 2: Tổ chức ôn tập.",
            ["1: Rà soát", "2: Tổ chức"],
        ),
        (
            "Giải pháp:\n\nc) Bỏ qua.\n\nNhiệm vụ:\n\nd) Rà soát sĩ số.\n\nđ) Tổ chức ôn tập.",
            ["d: Rà soát", "đ: Tổ chức"],
        ),
    ] {
        let found = outline(text);
        assert_eq!(found[found.len().saturating_sub(2)..], wanted, "{text}");
    }
}

#[test]
fn an_item_ends_where_the_list_ends() {
    for ending in [
        "\n\n*Trên đây là nội dung công điện.*",
        "\n\nQuý khách cần hỏi thêm xin gọi tổng đài.",
        "\n\nVăn phòng Chính phủ thông báo để các cơ quan biết, thực hiện./.",
        "\n\n|\nNơi nhận:\n- Như trên;",
        "\n\n**Thủ tục cấp phép như thế nào?**\n\nĐoạn khác.",
        "\n\nĐoạn văn khác của bài báo, không thuộc mục nào.",
        "./.",
    ] {
        let text = format!("Ủy ban nhân dân tỉnh yêu cầu:\n\n1. Rà soát đê điều.\n\n2. Bố trí lực lượng.{ending}");
        let read = Read::of(&text);
        let last = tasks(&read).pop().map(|claim| read.doc().slice(claim.extent).to_owned());
        assert_eq!(last.as_deref(), Some("Bố trí lực lượng"), "{ending:?}");
    }
}

#[test]
fn bullets_and_wrapped_lines_belong_to_the_item() {
    let text = "Ủy ban nhân dân tỉnh yêu cầu:\n\n1. Sở Xây dựng\n\n- Rà soát nhà ở;\n\n- Báo cáo kết quả.\n\n2. Sở Y tế kiểm tra thuốc.";
    let read = Read::of(text);
    let first = read.doc().slice(tasks(&read)[0].extent).to_owned();
    assert_eq!(first, "Sở Xây dựng\n\n- Rà soát nhà ở;\n\n- Báo cáo kết quả");
}

#[test]
fn lists_that_are_no_tasks_stay_out() {
    for text in [
        "Theo Điều 12 Luật Thú y, các hành vi bị nghiêm cấm gồm:\n\n1. Giấu dịch bệnh.\n\n2. Vứt xác động vật.",
        "Bộ có 3 đơn vị gồm:\n\n1. Vụ Pháp chế.\n\n2. Thanh tra.\n\n3. Văn phòng.",
        "Câu hỏi trắc nghiệm:\n\n1. Thủ đô ở đâu?\n\n2. Sông nào dài nhất?",
        "Hồ sơ gồm:\n\na) Đơn đề nghị;\n\nb) Bản sao giấy khai sinh.",
        "Kết quả nổi bật:\n\n1. Xã đã xây 3 trường học.\n\n2. Xã đã làm 5 km đường.",
        "Vụ việc cho thấy hai điều: Thứ nhất, đồng tiền làm hỏng con người. Thứ hai, ý thức còn kém.",
        "ĐƠN ĐỀ NGHỊ\n\n1. Họ và tên: ………………\n\n2. Địa chỉ: ………………\n\n3. Điện thoại: ………………",
        "Điều 3. Giải thích từ ngữ\n\n1. Rừng là hệ sinh thái.\n\n2. Chủ rừng là tổ chức được giao rừng.",
    ] {
        assert_eq!(outline(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_article_that_assigns_is_the_outermost_number() {
    let text = "QUYẾT NGHỊ:\n\nĐiều 1. Đối tượng áp dụng\n\n1. Người dân trong tỉnh.\n\n2. Tổ chức liên quan.\n\nĐiều 2. Tổ chức thực hiện\n\n\
        1. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.\n\n2. Giao Thường trực Hội đồng nhân dân giám sát việc thực hiện.";
    assert_eq!(outline(text), ["2.1: Giao Ủy", "2.2: Giao Thường"]);
}

#[test]
fn addressees_as_the_text_names_them() {
    use NameKind::Body;
    for (text, names, wanted) in [
        (
            "Ông yêu cầu:\n\n1. Sở Y tế chủ trì, phối hợp kiểm tra.\n\n2. Giao Sở Nội vụ rà soát.",
            vec![],
            vec!["Sở Y tế", "Sở Nội vụ"],
        ),
        (
            "Thủ tướng yêu cầu:\n\n1. Các Bộ: Quốc phòng, Công an chủ động ứng phó.\n\n2. Bộ Tài chính bố trí vốn.",
            vec![("Quốc phòng", Body), ("Công an", Body)],
            vec!["Các Bộ: Quốc phòng, Công an", "Bộ Tài chính"],
        ),
        (
            "Công điện yêu cầu:\n\n1. Chủ tịch Ủy ban nhân dân các tỉnh:\n\na) Rà soát đê.\n\nb) Sơ tán dân.",
            vec![],
            vec!["Chủ tịch Ủy ban nhân dân các tỉnh", "Chủ tịch Ủy ban nhân dân các tỉnh"],
        ),
        (
            "Bộ trưởng yêu cầu các đơn vị trong ngành Y tế tập trung thực hiện các nhiệm vụ sau:\n\n(1) Tăng cường trực ban.\n\n(2) Rà soát thuốc.",
            vec![],
            vec!["các đơn vị trong ngành Y tế", "các đơn vị trong ngành Y tế"],
        ),
        (
            "Kết luận về kiến nghị của tỉnh:\n\n1. Về dự án đường ven biển:\n\nGiao Bộ Xây dựng chủ trì rà soát.\n\n2. Về vốn: Bộ Tài chính khẩn trương báo cáo.",
            vec![],
            vec!["Bộ Xây dựng", "Bộ Tài chính"],
        ),
    ] {
        assert_eq!(assignees(text, &names), wanted, "{text}");
    }
}

#[test]
fn the_last_limit_is_the_deadline() {
    let due = |text: &str, date: &str, value: &str, grain: Grain| {
        let read = Read::of(text);
        let dates =
            [Claim { extent: read.extent(date), rule: "test", what: DateValue { value: value.to_owned(), grain } }];
        find(&read.doc(), &[], &dates, &[]).into_iter().find_map(|claim| claim.what.deadline).map(|(value, _)| value)
    };
    let list = |item: &str| format!("Sở yêu cầu:\n\n1. Các trường {item}.\n\n2. Các phòng rà soát hồ sơ.");
    let day = |item: &str| due(&list(item), "ngày 25-12", "2017-12-25", Grain::Day);
    assert_eq!(day("báo cáo kết quả trước ngày 25-12").as_deref(), Some("2017-12-25"));
    assert_eq!(day("báo cáo chậm nhất ngày 25-12").as_deref(), Some("2017-12-25"));
    assert_eq!(day("rà soát sổ sách lập ngày 25-12"), None);
    let month = |item: &str| due(&list(item), "tháng 11", "2017-11", Grain::Month);
    assert_eq!(month("rà soát sổ sách, hoàn thành trong tháng 11").as_deref(), Some("2017-11"));
    assert_eq!(due(&list("báo cáo trước ngày 25 hằng tháng"), "ngày 25", "XXXX-XX-25", Grain::Day), None);
}

#[test]
fn prose_behind_an_announcement_is_read_as_derived_tasks() {
    let text = "Ngành xác định 3 nhiệm vụ trọng tâm trong năm. Theo đó, ngành tiếp tục rà soát quy định; phát huy vai trò của cơ sở. \
        Ngành thực hiện tốt công tác cán bộ.\n\nHội nghị bế mạc chiều cùng ngày.";
    let read = Read::of(text);
    let found = tasks(&read);
    assert!(found.iter().all(|claim| claim.what.derived));
    assert_eq!(found.iter().map(|claim| claim.what.number.as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
}

/// Pieces that lists are made of, in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "1",
        "2",
        "10",
        ".",
        ")",
        "(",
        "1.1",
        "a",
        "đ",
        "I",
        "II",
        "Một là",
        "Hai là",
        "Thứ nhất",
        "Thứ 5",
        ",",
        ":",
        ";",
        "-",
        "**",
        "*",
        "|",
        "#",
        "Điều 5.",
        "Chương II",
        "Sở Y tế",
        "Giao",
        "yêu cầu",
        "nhiệm vụ",
        "rà soát",
        "Các Bộ:",
        "hoàn thành",
        "trước",
        "...",
        "./.",
        "…",
        "\u{301}",
        "8 nhiệm vụ",
        "Theo đó,",
        "Về",
        "căn cứ",
        "”",
        "“",
        "ǅ",
        "đơn vị chủ trì:",
        "Trên đây là",
        "Nơi nhận:",
        "?",
        "XV.",
        "cần",
        "đã",
        "99999999999",
    ]);
    prop::collection::vec((pieces, prop::sample::select(vec![" ", "", "\n", "\n\n"])), 0..80)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| format!("{piece}{gap}")).collect())
}

proptest! {
    #[test]
    fn soup_is_read_without_harm(text in soup()) {
        let read = Read::of(&text);
        let doc = read.doc();
        let mut last = 0;
        for claim in tasks(&read) {
            prop_assert!(claim.extent.first() >= last);
            prop_assert!(claim.extent.end() <= doc.tokens.len());
            last = claim.extent.first();
        }
    }
}

#[test]
fn what_a_law_states_is_no_task() {
    for text in [
        "Căn cứ Điều 16 Luật Thủy lợi quy định như sau:\n\n1. Rà soát công trình.\n\n2. Kiểm tra hồ chứa.",
        "Căn cứ Điều 12 Thông tư 29/2023/TT-BXD quy định thẩm quyền đề nghị như sau:\n\n(1) Giám đốc sở trình Bộ trưởng xét tặng.\n\n(2) Chủ tịch huyện đề nghị Giám đốc sở xét tặng.",
        "Căn cứ Điều 24 Nghị định 23 quy định\n\nThủ tục chứng thực\n\n1. Cán bộ kiểm tra giấy tờ như sau:\n\na) Ghi đầy đủ lời chứng.\n\nb) Ký, đóng dấu của phòng.",
        "**Các đài tỉnh có nhiệm vụ:**\n\n1. Thông tin về đời sống trong tỉnh.\n\n2. Tổ chức sản xuất chương trình.",
        "Việc xây cầu mang lại nhiều lợi ích:\n\n(1) Giảm tải cho quốc lộ.\n\n(2) Kết nối hai xã ven sông.",
        "Phòng có nhiệm vụ, quyền hạn sau đây:\n\na) Chủ trì xây dựng kế hoạch;\n\nb) Kiểm tra việc thực hiện.",
        "Sửa đổi, bổ sung một số nội dung của Nghị định như sau:\n\n1. Sửa đổi, bổ sung khoản 2 Điều 31 như sau: cơ quan thuế kiểm tra hồ sơ.\n\n2. Bãi bỏ Điều 32.",
        "Điều mong muốn cuối cùng của ông là gì?\n\nA. Xây dựng nhà trường.\n\nB. Phát triển nông thôn.",
    ] {
        assert!(outline(text).is_empty(), "{:?} in {text}", outline(text));
    }
    let text = "Thủ tướng yêu cầu các địa phương:\n\n1. Rà soát công trình.\n\n2. Kiểm tra hồ chứa.";
    assert_eq!(outline(text), ["1: Rà soát", "2: Kiểm tra"]);
    // To amend may be an order.
    let text = "Thủ tướng yêu cầu các địa phương:\n\n1. Sửa đổi, bổ sung quy chế phối hợp.\n\n2. Bổ sung kinh phí cho các trạm.";
    assert_eq!(outline(text), ["1: Sửa đổi,", "2: Bổ sung"]);
}

#[test]
fn an_addressee_ends_before_its_predicate_and_is_whole() {
    for (text, wanted) in [
        (
            "Bộ Y tế yêu cầu Sở Y tế các tỉnh một số nhiệm vụ sau:\n\n1. Rà soát kho thuốc.\n\n2. Kiểm tra giá thuốc.",
            ["Sở Y tế các tỉnh", "Sở Y tế các tỉnh"],
        ),
        (
            "Chủ tịch yêu cầu:\n\n1. Sở Giáo dục và Đào tạo rà soát trường lớp.\n\n2. Các cơ quan, đơn vị coi việc này là trọng tâm.",
            ["Sở Giáo dục và Đào tạo", "Các cơ quan, đơn vị"],
        ),
        (
            "Chủ tịch yêu cầu:\n\n1. Các cơ quan, đơn vị thuộc huyện: **Căn cứ kế hoạch này, rà soát hồ sơ.\n\n2. Ủy ban nhân dân xã xem xét, quyết định mức thu.",
            ["Các cơ quan, đơn vị thuộc huyện", "Ủy ban nhân dân xã"],
        ),
    ] {
        assert_eq!(assignees(text, &[]), wanted, "{text}");
    }
}

#[test]
fn names_that_only_count_or_part_are_told_nothing() {
    for text in [
        "Kết quả xét duyệt như sau:\n\n1. Hội đồng ngành Cơ học: 5 ứng viên.\n\n2. Hội đồng ngành Sử học: 7 ứng viên.",
        "Các vùng gồm:\n\n1. Tỉnh Sông Đà\n\n- Vùng III, gồm các xã vùng cao.\n\n2. Tỉnh Sông Mã\n\n- Vùng IV, gồm các xã còn lại.",
        "Các đội vắng người gồm:\n\n1. Đội Sông Đà:\nHai trụ cột vắng mặt ở giải.\n\n2. Đội Sông Mã:\nBa trụ cột vắng mặt ở giải.",
        "1. Cục Thuế có 3 đơn vị tại trung ương:\n\na) Văn phòng;\n\nb) Ban Pháp chế;\n\nc) Ban Tổ chức cán bộ.",
        "**Điều 10a. Ra vào cảng**\n\n1. Bộ trưởng quyết định mức phí.\n\n2. Trình tự cấp phép thực hiện như sau:\n\na) Nộp hồ sơ.\n\nb) Nhận kết quả.",
    ] {
        assert_eq!(outline(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_article_hands_out_its_parts() {
    let text = "**Điều 2.** Giao các cơ quan, đơn vị:\n1. Sở Tư pháp chủ trì, phối hợp với các xã xây dựng quy trình.\n\
        2. Sở Tư pháp, Ủy ban nhân dân các xã niêm yết công khai thủ tục.";
    assert_eq!(outline(text), ["2.1: Sở Tư", "2.2: Sở Tư"]);
    let text = "Điều 2. Sở Tư pháp có trách nhiệm:\n1. Xây dựng quy trình giải quyết thủ tục.\n\
        2. Niêm yết công khai thủ tục tại trụ sở.\nĐiều 3. Quyết định này có hiệu lực từ ngày ký.";
    assert_eq!(outline(text), ["2.1: Xây dựng", "2.2: Niêm yết"]);
    assert_eq!(assignees(text, &[]), ["Sở Tư pháp", "Sở Tư pháp"]);
}

#[test]
fn rights_requests_and_standing_duties_are_no_tasks() {
    for text in [
        "Bên thuê có quyền yêu cầu bên cho thuê thực hiện một trong các biện pháp sau đây:\n\na) Sửa chữa nhà.\n\nb) Giảm giá thuê.",
        "**Y sĩ hạng IV - Mã số: V.01**\n\n1. Nhiệm vụ:\n\na) Tham gia sơ cứu.\n\nb) Quản lý tủ thuốc.",
    ] {
        assert_eq!(outline(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_heading_above_a_list_says_what_it_is() {
    let plan = |heading: &str| {
        format!(
            "KẾ HOẠCH\n\nỦy ban nhân dân xã xây dựng kế hoạch như sau:\n\n{heading}\n\n1. Nâng cao nhận thức của người dân.\n\n2. Bảo đảm vệ sinh các chợ."
        )
    };
    for heading in ["**II. NHIỆM VỤ, GIẢI PHÁP**", "**III. TỔ CHỨC THỰC HIỆN**", "**II. NỘI DUNG**"] {
        assert_eq!(outline(&plan(heading)).len(), 2, "{heading}");
    }
    for heading in [
        "**I. MỤC TIÊU**",
        "**I. QUAN ĐIỂM CHỈ ĐẠO**",
        "**I. CHỨC NĂNG, NHIỆM VỤ**",
        "### Cụ thể, về **quan điểm chỉ đạo**:",
        "**II. YÊU CẦU KỸ THUẬT**",
    ] {
        assert!(outline(&plan(heading)).is_empty(), "{heading}: {:?}", outline(&plan(heading)));
    }
}

#[test]
fn what_is_told_of_work_orders_none() {
    for text in [
        "Ông là tác giả của một số sách sau:\n\n1. Xây dựng chữ viết cho tiếng Mạ (2007)\n\n2. Biên soạn từ điển tiếng Mạ (2008)",
        "Bộ máy lo lễ hội\n\n1. Chủ tịch huyện quyết định thành lập Ban Tổ chức lễ hội.\n\n2. Trưởng ban là Phó Chủ tịch huyện.",
        "Việc cấp lại thẻ theo quy trình như sau:\n\n1. Tổ dân phố lập danh sách người mất thẻ.\n\n2. Công an xã thực hiện kiểm tra.",
        "Theo nghị quyết về địa giới thì:\n\n1. Tòa án huyện Sông Đà có thẩm quyền giải quyết việc của 7 xã.\n\n2. Tòa án huyện Sông Mã có thẩm quyền giải quyết việc của 9 xã.",
        "ĐƠN ĐỀ NGHỊ\n\nKính gửi: Ban Quản lý khu công nghệ\n\n1. Họ và tên: ………………..………\n\n2. Đề nghị xem xét hỗ trợ cấp thẻ hạng: ………………",
        "Sau đây là các trận đáng chú ý.\n\n1. Đội Sông Đà gặp Đội Sông Mã (23h30, 31/8)\n\nHai đội đã gặp nhau năm lần.\n\n2. Đội Sông Lô gặp Đội Sông Chảy (1h45, 1/9)\n\nĐội khách đang thua.",
        "QUY TRÌNH THI LÁI XE\n\nI. Đối với giám khảo:\n\n1. Kiểm tra tên của từng thí sinh.\n\n2. Theo dõi hoạt động của máy tính.",
        "Khi đến chợ nổi, bạn cần lưu ý một số điểm sau:\n\n(1) Kiểm tra thời tiết trước khi đi.\n\n(2) Giữ gìn tài sản của mình.",
        "**Trợ lý nghiên cứu (hạng\nIV) - Mã số: V.05**\n\n1. Nhiệm vụ:\n\na) Thực hiện việc được giao.\n\nb) Hỗ trợ các nghiên cứu viên.",
        "Mẫu chương trình kiểm tra của chi bộ\n\n1. Giám sát đồng chí...... (ghi họ tên)\n\n2. Kiểm tra đồng chí...... (ghi họ tên)",
        "Huyện điều chỉnh kế hoạch sử dụng đất của các xã sau đây:\n\n(1) Xã Sông Đà\n\nNgày 2/5, huyện ký quyết định sau:\n\n- Bổ sung 5 dự án.\n\n(2) Xã Sông Mã\n\nNgày 3/5, huyện ký quyết định sau:\n\n- Bổ sung 7 dự án.",
        "**Điều 16. Kiểm tra hoạt động**\n\n1. Ban Chỉ đạo tổ chức kiểm tra hai lần mỗi năm.\n\n2. Văn phòng xây dựng chương trình kiểm tra.",
    ] {
        assert_eq!(outline(text), Vec::<String>::new(), "{text}");
    }
    let text = "**Điều 16. Tổ chức thực hiện**\n\n1. Sở Y tế tổ chức kiểm tra hai lần mỗi năm.\n\n2. Văn phòng xây dựng chương trình kiểm tra.";
    assert_eq!(outline(text), ["16.1: Sở Y", "16.2: Văn phòng"]);
    let text =
        "**Điều 2. Trách nhiệm Sở Nội vụ, các xã**\n\n1. Sở Nội vụ\n\na) Tổ chức tập huấn.\n\nb) Rà soát quy trình.";
    assert_eq!(outline(text), ["2.1.a: Tổ chức", "2.1.b: Rà soát"]);
}

#[test]
fn a_line_above_a_list_names_who_is_to_do_it() {
    let text = "Phó Thủ tướng yêu cầu các đơn vị thực hiện các nội dung sau:\n\n1. Về thi công:\n\n- Bộ Xây dựng:\n\n(i) Chỉ đạo nhà thầu tăng ca.\n\n\
        (ii) Kiểm tra tiến độ;\n\n- Sở Xây dựng:\n\n(i) Rà soát mặt bằng.\n\n(ii) Bố trí bãi vật liệu.";
    assert_eq!(assignees(text, &[]), ["Bộ Xây dựng", "Bộ Xây dựng", "Sở Xây dựng", "Sở Xây dựng"]);
    assert_eq!(outline(text)[1..3], ["1.ii: Kiểm tra", "1.i: Rà soát"]);
    let read = Read::of(text);
    assert_eq!(read.doc().slice(tasks(&read)[1].extent), "Kiểm tra tiến độ");
    let text = "Sở đề nghị Hiệu trưởng các trường triển khai một số nội dung cơ bản.\n\nThứ nhất, rà soát các phòng học.\n\nThứ hai, bảo đảm sách vở cho học sinh.";
    assert_eq!(assignees(text, &[]), ["Hiệu trưởng các trường", "Hiệu trưởng các trường"]);
}

#[test]
fn an_addressee_is_not_cut_by_what_describes_it() {
    for (text, wanted) in [
        (
            "Chủ tịch yêu cầu:\n\n1. Sở Y tế và các đơn vị liên quan đến việc cấp thẻ, có trách nhiệm rà soát hồ sơ.\n\n2. Giao ban thường vụ các huyện ủy chỉ đạo kiểm tra.",
            ["Sở Y tế và các đơn vị liên quan đến việc cấp thẻ", "ban thường vụ các huyện ủy"],
        ),
        (
            "Chủ tịch yêu cầu:\n\n1. Ủy ban nhân dân các huyện: Cần Giờ, Sông Đà rà soát đê.\n\n2. Trên cơ sở đề xuất của các sở, địa phương, Ủy ban nhân dân xã, các bộ bố trí vốn.",
            ["Ủy ban nhân dân các huyện: Cần Giờ, Sông Đà", "các bộ"],
        ),
        (
            "Chủ tịch yêu cầu:\n\n1. Các đơn vị được giao chủ trì các nội dung phải lập kế hoạch chi tiết.\n\n2. Đề nghị các cơ quan chỉ đạo các trạm rà soát kho thuốc.",
            ["Các đơn vị được giao chủ trì các nội dung", "các cơ quan"],
        ),
        (
            "Chủ tịch yêu cầu:\n\n**1. Các đơn vị cấp nước có trách nhiệm**\n\na) Nâng cấp mạng lưới cấp nước.\n\nb) Phối hợp kiểm tra nguồn nước.",
            ["Các đơn vị cấp nước", "Các đơn vị cấp nước"],
        ),
        (
            "Chủ tịch yêu cầu:\n\n1. Tổ chức tập huấn cho các xã\n\n- Cơ quan thực hiện: Sở Y tế hướng dẫn các trạm lập danh sách.\n\n2. Căn cứ kế hoạch này, Giám đốc các sở xây dựng kế hoạch riêng.",
            ["Sở Y tế", "Giám đốc các sở"],
        ),
    ] {
        assert_eq!(assignees(text, &[]), wanted, "{text}");
    }
}

#[test]
fn a_closing_request_is_no_part_of_the_last_item() {
    let text = "Bộ Y tế đề nghị các đơn vị thực hiện các việc sau:\n\n1. Bảo đảm trực đủ bốn cấp.\n\n- Phân công trực.\n\n2. Tổ chức tốt việc cấp cứu.\n\n\
        Bộ Y tế đề nghị các đơn vị nâng cao trách nhiệm, thực hiện đầy đủ các việc trên.";
    let read = Read::of(text);
    let last = tasks(&read).pop().map(|claim| read.doc().slice(claim.extent).to_owned());
    assert_eq!(last.as_deref(), Some("Tổ chức tốt việc cấp cứu"));
}

#[test]
fn party_markers_and_markup_in_a_marker() {
    let text = "Ban Bí thư yêu cầu các cấp ủy:\n\n1- Tăng cường lãnh đạo.\n\n2- Kiểm tra việc thực hiện.";
    assert_eq!(outline(text), ["1: Tăng cường", "2: Kiểm tra"]);
    let text = "Chủ tịch yêu cầu:\n\n*Thứ nhất*, rà soát các tuyến đê.\n\n*Thứ hai*, kiểm tra các kho thuốc.";
    assert_eq!(outline(text), ["1: rà soát", "2: kiểm tra"]);
    let text = "Đề án nêu các giải pháp:\n\nGiải pháp số 1 – Xây dựng chợ ở các xã.\n\nGiải pháp số 2 – Kiểm tra các kho thuốc.";
    assert_eq!(outline(text), ["1: Xây dựng", "2: Kiểm tra"]);
}

#[test]
fn what_takes_effect_is_no_task_of_an_article() {
    let text = "**Điều 5. Tổ chức thực hiện**\n\n1. Quyết định này có hiệu lực từ ngày ký.\n\n2. Sở Y tế tổ chức kiểm tra hai lần mỗi năm.\n\n\
        3. Chánh Văn phòng, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này.";
    assert_eq!(outline(text), ["5.2: Sở Y"]);
    // The number of an article may stand on a line of its own.
    let text = "**Điều\n2. Kiểm tra hoạt động**\n\n1. Sở Y tế tổ chức kiểm tra hai lần mỗi năm.\n\n2. Các trạm báo cáo kết quả.";
    assert_eq!(outline(text), Vec::<String>::new());
}

#[test]
fn a_list_goes_on_behind_a_picture_and_ends_with_its_bullet() {
    let text = "Bộ Xây dựng yêu cầu:\n\n(1) Các sở rà soát cầu yếu.\n\n*Bộ ra chỉ đạo sau vụ sập cầu (Hình từ Internet)*\n\n(2) Các chủ đầu tư kiểm tra tiến độ.";
    assert_eq!(outline(text), ["1: Các sở", "2: Các chủ"]);
    let read = Read::of(text);
    assert_eq!(read.doc().slice(tasks(&read)[0].extent), "Các sở rà soát cầu yếu");
    let text = "Bộ Chính trị yêu cầu các cấp ủy:\n\n- Đảng ủy Chính phủ:\n\n(1) Chỉ đạo xây dựng chương trình.\n\n(2) Phối hợp rà soát luật.\n\n\
        - Đảng ủy Quốc hội giám sát việc thực hiện.";
    let read = Read::of(text);
    let last = tasks(&read).pop().map(|claim| read.doc().slice(claim.extent).to_owned());
    assert_eq!(last.as_deref(), Some("Phối hợp rà soát luật"));
}

#[test]
fn where_the_money_comes_from_is_no_task() {
    let text = "**III. TỔ CHỨC THỰC HIỆN**\n\n1. Kinh phí thực hiện được bố trí từ ngân sách tỉnh.\n\n2. Sở Tài chính bố trí vốn hằng năm cho các trạm.";
    assert_eq!(outline(text), ["III.2: Sở Tài"]);
}

#[test]
fn a_heading_line_ends_the_last_item() {
    let text = "Thủ tướng yêu cầu:\n\n1. Sở Y tế rà soát kho thuốc.\n\nBáo cáo kết quả trong tuần.\n\n2. Sở Xây dựng kiểm tra cầu.\n\n\
        Tập trung tìm người mất tích\n\nChiều qua, nước sông đã rút.";
    let read = Read::of(text);
    let last = tasks(&read).pop().map(|claim| read.doc().slice(claim.extent).to_owned());
    assert_eq!(last.as_deref(), Some("Sở Xây dựng kiểm tra cầu"));
}
