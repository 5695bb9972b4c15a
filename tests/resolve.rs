//! Who is who and who holds what, on texts whose names are marked by hand: `{p:A}` a person, `{t:…}` a title, `{b:…}` a
//! body, `{l:…}` a place. All names are invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use boctin::gazetteer::annotated::Annotated;
use boctin::gazetteer::{Gazetteer, WordCache};
use boctin::model::mention::{Claim, Name, NameKind};
use boctin::model::record::Record;
use boctin::model::span::Extent;
use boctin::normalize::text::Text;
use boctin::resolve::{About, Decided, record};
use boctin::segment::{sentence, token, wrap};

/// The text without its marks, and what is marked, in bytes.
fn unmark(marked: &str) -> (String, Vec<(NameKind, usize, usize)>) {
    let (mut text, mut names, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        if rest[at..].starts_with('{') {
            let kind = match &rest[at + 1..at + 2] {
                "p" => NameKind::Person,
                "t" => NameKind::Title,
                "b" => NameKind::Body,
                _ => NameKind::Place,
            };
            open.push(names.len());
            names.push((kind, text.len(), 0));
            rest = &rest[at + 3..];
        } else {
            names[open.pop().unwrap()].2 = text.len();
            rest = &rest[at + 1..];
        }
    }
    text.push_str(rest);
    (text, names)
}

/// The record of a marked text.
fn read(marked: &str) -> Record {
    let (source, names) = unmark(marked);
    let text = Text::new(&source);
    assert_eq!(text.normal(), source, "the marks count bytes of the normal text");
    let mut tokens = Vec::new();
    token::tokenize(&source, &mut tokens);
    wrap::soften(&source, &mut tokens);
    let mut sentences = Vec::new();
    sentence::split(&source, &tokens, &mut sentences);
    let gazetteer = Gazetteer::standard();
    gazetteer.annotate(&source, &mut tokens, &mut WordCache::new());
    let mut lookups = Vec::new();
    gazetteer.lookups(&tokens, &mut lookups);
    let claim = |&(kind, start, end): &(NameKind, usize, usize)| Claim {
        extent: Extent::new(
            tokens.partition_point(|token| token.end as usize <= start),
            tokens.partition_point(|token| (token.start as usize) < end),
        ),
        rule: "test.marked",
        what: Name { kind, entry: None },
    };
    let decided = Decided { names: names.iter().map(claim).collect(), ..Decided::default() };
    let doc = Annotated {
        text: &source,
        tokens: &tokens,
        sentences: &sentences,
        lookups: &lookups,
        reference: None,
        year: None,
    };
    record(&doc, &text, gazetteer, &About::default(), &decided)
}

/// `title = holder, holder` for every mention of a title, in the order of the text.
fn holders(marked: &str) -> Vec<String> {
    let record = read(marked);
    let name = |id: &String| record.people.iter().find(|person| person.id == *id).unwrap().name.clone();
    let mut mentions: Vec<_> = record.titles.iter().flat_map(|title| &title.mentions).collect();
    mentions.sort_by_key(|mention| mention.start);
    let line = |holders: &[String]| holders.iter().map(name).collect::<Vec<_>>().join(", ");
    mentions.iter().map(|mention| format!("{} = {}", mention.text, line(&mention.holders))).collect()
}

/// `name: mention, mention` for every person.
fn people(marked: &str) -> Vec<String> {
    let record = read(marked);
    let texts = |person: &boctin::model::record::Person| {
        person.mentions.iter().map(|mention| mention.text.clone()).collect::<Vec<_>>().join(", ")
    };
    record.people.iter().map(|person| format!("{}: {}", person.name, texts(person))).collect()
}

#[test]
fn a_title_at_the_name() {
    assert_eq!(
        holders("{t:Chủ tịch nước} {p:Lò Văn Sáng} và {t:Thủ tướng} {p:Mạc Thị Lụa} đến."),
        ["Chủ tịch nước = Lò Văn Sáng", "Thủ tướng = Mạc Thị Lụa"]
    );
    assert_eq!(
        holders("Gặp {t:Giáo sư} - {t:Tiến sĩ} {p:Mạc Thị Lụa}."),
        ["Giáo sư = Mạc Thị Lụa", "Tiến sĩ = Mạc Thị Lụa"]
    );
    assert_eq!(holders("Hỏi {t:HLV} người Úc {p:Ross Tell}."), ["HLV = Ross Tell"]);
}

#[test]
fn titles_after_the_name() {
    let text = "Ông {p:Lò Văn Sáng} (52 tuổi), {t:Ủy viên {b:Bộ Gió}} khóa IV, V, {t:Chủ nhiệm {b:Ban Mây}} nhiệm kỳ \
                2030-2035 nói.";
    assert_eq!(holders(text), ["Ủy viên Bộ Gió = Lò Văn Sáng", "Chủ nhiệm Ban Mây = Lò Văn Sáng"]);
    assert_eq!(holders("Đại diện: {p:Mạc Thị Lụa} - {t:Trợ lý {b:Ban Mây}}."), ["Trợ lý Ban Mây = Mạc Thị Lụa"]);
    assert_eq!(holders("Nhóm ({p:Mạc Thị Lụa}, {t:Giám đốc}) về."), ["Giám đốc = Mạc Thị Lụa"]);
}

#[test]
fn a_list_of_names_each_with_its_title_before_it() {
    let text = "Có {t:Thủ tướng {l:Lào}} {p:Khăm Phết}, {t:Bộ trưởng} {p:Mạc Thị Lụa}, {t:Đại sứ} {p:Lò Văn Sáng}.";
    assert_eq!(holders(text), ["Thủ tướng Lào = Khăm Phết", "Bộ trưởng = Mạc Thị Lụa", "Đại sứ = Lò Văn Sáng"]);
}

#[test]
fn lists_under_a_plural() {
    let text = "Dự có các đồng chí {t:Ủy viên {b:Bộ Gió}}: {p:Lò Văn Sáng}, {t:Bí thư {b:Ban Mây}}; {p:Mạc Thị Lụa}, \
                {t:Chủ nhiệm {b:Ban Nắng}}.";
    assert_eq!(
        holders(text),
        [
            "Ủy viên Bộ Gió = Lò Văn Sáng, Mạc Thị Lụa",
            "Bí thư Ban Mây = Lò Văn Sáng",
            "Chủ nhiệm Ban Nắng = Mạc Thị Lụa"
        ]
    );
    assert_eq!(
        holders("Hai {t:phó ban} là {t:Đại tá} {p:Lò Văn Sáng} và {t:Đại tá} {p:Mạc Thị Lụa}."),
        ["phó ban = Lò Văn Sáng, Mạc Thị Lụa", "Đại tá = Lò Văn Sáng", "Đại tá = Mạc Thị Lụa"]
    );
    assert_eq!(
        holders("Kỷ luật các ông {p:Lò Văn Sáng}, {p:Vừ A Páo}, {t:nguyên Phó Giám đốc {b:Sở Mây}}."),
        ["nguyên Phó Giám đốc Sở Mây = Lò Văn Sáng, Vừ A Páo"]
    );
}

#[test]
fn posts_given_and_lost() {
    assert_eq!(
        holders("{t:Thủ tướng} {p:Mạc Thị Lụa} bổ nhiệm ông {p:Lò Văn Sáng} giữ chức {t:Thứ trưởng {b:Bộ Gió}}."),
        ["Thủ tướng = Mạc Thị Lụa", "Thứ trưởng Bộ Gió = Lò Văn Sáng"]
    );
    assert_eq!(
        holders(
            "Bà {p:Mạc Thị Lụa} được bầu làm {t:Chủ tịch {b:Hội Mây}}, thôi giữ chức {t:Phó Chủ tịch {b:Hội Mây}}."
        ),
        ["Chủ tịch Hội Mây = Mạc Thị Lụa", "Phó Chủ tịch Hội Mây = Mạc Thị Lụa"]
    );
    assert_eq!(
        holders("Công bố việc thôi chức vụ {t:Bí thư {b:Ban Mây}} nhiệm kỳ 2030-2035 đối với ông {p:Lò Văn Sáng}."),
        ["Bí thư Ban Mây = Lò Văn Sáng"]
    );
    assert_eq!(
        holders("Ông {p:Lò Văn Sáng} sinh năm 1980. Năm 2030, ông được điều chuyển làm {t:Giám đốc {b:Sở Mây}}."),
        ["Giám đốc Sở Mây = Lò Văn Sáng"]
    );
    assert_eq!(
        holders("Với cương vị là {t:Bí thư {b:Ban Mây}}, {t:Chủ tịch}, ông {p:Lò Văn Sáng} chịu trách nhiệm."),
        ["Bí thư Ban Mây = Lò Văn Sáng", "Chủ tịch = Lò Văn Sáng"]
    );
}

#[test]
fn nobody_holds_what_the_text_gives_to_nobody() {
    assert_eq!(
        holders("Hội nghị bầu chức danh {t:Chủ tịch {b:Hội Mây}}. Ông {p:Lò Văn Sáng} vắng."),
        ["Chủ tịch Hội Mây = "]
    );
    assert_eq!(
        holders("Được ủy quyền của {t:Trưởng {b:Ban Mây}}, ông {p:Lò Văn Sáng}, {t:Phó Trưởng {b:Ban Mây}} nói."),
        ["Trưởng Ban Mây = ", "Phó Trưởng Ban Mây = Lò Văn Sáng"]
    );
    assert_eq!(holders("Có 11 người giữ chức {t:Bí thư}. Ảnh: {p:Mạc Thị Lụa}"), ["Bí thư = "]);
    assert_eq!(
        holders("Yêu cầu {t:Chủ tịch {b:UBND các tỉnh}} họp. {t:Chủ tịch {b:UBND}} {p:Lò Văn Sáng} dự."),
        ["Chủ tịch UBND các tỉnh = ", "Chủ tịch UBND = Lò Văn Sáng"]
    );
}

#[test]
fn signatures() {
    assert_eq!(
        holders("Giao các sở thi hành.\n\nKT. {t:BỘ TRƯỞNG}\n{t:THỨ TRƯỞNG}\n(Đã ký)\n{p:Lò Văn Sáng}\n"),
        ["BỘ TRƯỞNG = ", "THỨ TRƯỞNG = Lò Văn Sáng"]
    );
}

#[test]
fn bare_mentions_of_a_title_that_one_person_holds() {
    let text = "{t:Thủ tướng {b:Chính phủ}} {p:Mạc Thị Lụa} đến. {t:Thủ tướng} yêu cầu.";
    assert_eq!(holders(text)[1], "Thủ tướng = Mạc Thị Lụa");
    let text = "{t:Thủ tướng {l:Lào}} {p:Khăm Phết}, {t:Thủ tướng {l:Úc}} {p:Ross Tell} đến. {t:Thủ tướng} yêu cầu.";
    assert_eq!(holders(text)[2], "Thủ tướng = ");
    let text = "Tiếp ông {p:Lò Văn Sáng}, {t:Thủ tướng} nói. {t:Thủ tướng {b:Chính phủ}} {p:Mạc Thị Lụa} vui.";
    assert_eq!(holders(text)[0], "Thủ tướng = Mạc Thị Lụa");
}

#[test]
fn a_career_in_lists() {
    let text = "Ông {p:Lò Văn Sáng} kinh qua nhiều chức vụ trong ngành như {t:Phó Trưởng phòng} rồi {t:Trưởng phòng}, \
                {t:Giám đốc {b:Sở Mây}}. Từ năm 2030 đến nay là {t:Chủ nhiệm {b:Ban Gió}}.";
    assert!(holders(text).iter().all(|line| line.ends_with(" = Lò Văn Sáng")), "{:?}", holders(text));
    let text = "Bà {p:Mạc Thị Lụa} là {t:Ủy viên {b:Hội Mây}} ba khóa 4, 5, 6; {t:Chủ nhiệm {b:Ban Gió}} của {b:Viện Nắng}; \
                {t:Giáo sư}.";
    assert!(holders(text).iter().all(|line| line.ends_with(" = Mạc Thị Lụa")), "{:?}", holders(text));
}

#[test]
fn a_title_is_further_of_the_body_behind_it() {
    assert_eq!(
        holders("Ông {p:Lò Văn Sáng}, {t:Trưởng khoa Nội}, {b:Bệnh viện Mây}, {t:Chủ tịch {b:Hội Gió}}, nói."),
        ["Trưởng khoa Nội = Lò Văn Sáng", "Chủ tịch Hội Gió = Lò Văn Sáng"]
    );
    assert_eq!(holders("{t:Đại sứ} tại {l:Lào} {p:Lò Văn Sáng} nói."), ["Đại sứ = Lò Văn Sáng"]);
    // Another body takes part by itself, and another person speaks.
    assert_eq!(holders("{t:Bộ trưởng} và {b:Sở Mây} gặp ông {p:Lò Văn Sáng}."), ["Bộ trưởng = "]);
}

#[test]
fn examples_under_a_plural() {
    assert_eq!(
        holders("Nhiều {t:nghị sĩ} như {p:Ross Tell}, {p:Ann Bell}, {t:cựu Thống đốc {l:Utah}} {p:Joe Hill} đã nói."),
        ["nghị sĩ = Ross Tell, Ann Bell", "cựu Thống đốc Utah = Joe Hill"]
    );
    assert_eq!(holders("{t:Bộ trưởng} cũng như ông {p:Lò Văn Sáng} vắng."), ["Bộ trưởng = "]);
}

#[test]
fn posts_behind_a_colon_and_in_brackets() {
    let text = "Các ông: {p:Lò Văn Sáng}, nguyên: {t:Phó Bí thư}, {t:Chủ tịch {b:Hội Mây}}; {p:Vừ A Páo}, nguyên: \
                {t:Giám đốc {b:Sở Gió}}.";
    assert_eq!(
        holders(text),
        ["Phó Bí thư = Lò Văn Sáng", "Chủ tịch Hội Mây = Lò Văn Sáng", "Giám đốc Sở Gió = Vừ A Páo"]
    );
    assert_eq!(
        holders("Bà {p:Mạc Thị Lụa} (53 tuổi, {t:Tổng Giám đốc {b:Công ty Mây}}) vắng."),
        ["Tổng Giám đốc Công ty Mây = Mạc Thị Lụa"]
    );
    // Another name of the same person in brackets; the next in a list is nobody's title.
    assert_eq!(holders("{p:Rốt Teo} ({p:Ross Tell}) là {t:Chủ tịch {b:Hội Mây}}."), ["Chủ tịch Hội Mây = Rốt Teo"]);
    assert_eq!(holders("Có bà {p:Mạc Thị Lụa} (thành viên kiêm {t:Giám đốc}), ông {p:Lò Văn Sáng}."), ["Giám đốc = "]);
}

#[test]
fn aides_are_not_whom_they_serve() {
    assert_eq!(
        holders("Ông {p:Vừ A Páo}, {t:Phó Chủ nhiệm} kiêm {t:trợ lý} {t:Chủ tịch {b:Hội Mây}} {p:Lò Văn Sáng}."),
        ["Phó Chủ nhiệm = Vừ A Páo", "trợ lý = Vừ A Páo", "Chủ tịch Hội Mây = Lò Văn Sáng"]
    );
    assert_eq!(
        holders("Thay mặt {t:Chủ tịch {b:Hội Mây}} {p:Lò Văn Sáng}, {t:Phó Chủ tịch} {p:Vừ A Páo} dự."),
        ["Chủ tịch Hội Mây = Lò Văn Sáng", "Phó Chủ tịch = Vừ A Páo"]
    );
}

#[test]
fn a_profession_before_several_bare_names() {
    assert_eq!(
        holders("Phim của {t:đạo diễn} {p:Ross Tell} và {p:Ann Bell} ra mắt."),
        ["đạo diễn = Ross Tell, Ann Bell"]
    );
    assert_eq!(
        holders("Gồm {t:hậu vệ} {p:Lò Văn Sáng}, {p:Vừ A Páo}, {t:tiền vệ} {p:Joe Hill}."),
        ["hậu vệ = Lò Văn Sáng, Vừ A Páo", "tiền vệ = Joe Hill"]
    );
    // An office is one person's, and so is a profession where the next name has an honorific or goes on.
    assert_eq!(holders("{t:Thủ tướng} {p:Ross Tell} và {p:Ann Bell} gặp nhau."), ["Thủ tướng = Ross Tell"]);
    assert_eq!(holders("{t:Ca sĩ} {p:Ross Tell} và bà {p:Ann Bell} đến."), ["Ca sĩ = Ross Tell"]);
    assert_eq!(holders("Với {t:ca sĩ} {p:Ross Tell}, {p:Ann Bell} chỉ cười."), ["ca sĩ = Ross Tell"]);
}

#[test]
fn a_post_told_of_one_before_another_is_named() {
    assert_eq!(
        holders("Ông {p:Joe Hill} được bầu làm {t:Thủ tướng}, bà {p:Ann Bell} ở lại."),
        ["Thủ tướng = Joe Hill"]
    );
    assert_eq!(holders("Sau khi được bầu làm {t:Thủ tướng}, bà {p:Ann Bell} ở lại."), ["Thủ tướng = Ann Bell"]);
    assert_eq!(
        holders("Các ông {p:Joe Hill}, {p:Ross Tell} làm {t:Phó Thủ tướng}."),
        ["Phó Thủ tướng = Joe Hill, Ross Tell"]
    );
    assert_eq!(holders("Gặp {p:Joe Hill}, {p:Ross Tell} làm {t:Giám đốc}."), ["Giám đốc = Ross Tell"]);
}

#[test]
fn rows_of_a_table_that_became_lines() {
    let text =
        "1\n{t:TS.} {p:Lò Văn Sáng}\n{t:Bí thư}\n{t:Hiệu trưởng}\n2\nÔng {p:Vừ A Páo}\n{t:Giám đốc {b:Sở Mây}}\n";
    assert_eq!(
        holders(text),
        ["TS. = Lò Văn Sáng", "Bí thư = Lò Văn Sáng", "Hiệu trưởng = Lò Văn Sáng", "Giám đốc Sở Mây = Vừ A Páo"]
    );
    // The name above is the writer's, and the post below begins a signature.
    assert_eq!(holders("Bài: ông {p:Vừ A Páo}\n\n{t:THỨ TRƯỞNG}\n{p:Lò Văn Sáng}\n"), ["THỨ TRƯỞNG = Lò Văn Sáng"]);
}

#[test]
fn who_speaks_is_not_who_is_spoken_to() {
    assert_eq!(
        holders("Thăm gia đình {t:nhạc sĩ} {p:Joe Hill}, {t:Bí thư}, {t:Chủ tịch {b:Hội Mây}} {p:Lò Văn Sáng} nói."),
        ["nhạc sĩ = Joe Hill", "Bí thư = Lò Văn Sáng", "Chủ tịch Hội Mây = Lò Văn Sáng"]
    );
    assert_eq!(
        holders("{t:Chủ tịch nước} {p:Mạc Thị Lụa} trao quyết định thăng cấp bậc hàm {t:Đại tá} cho ông {p:Vừ A Páo}."),
        ["Chủ tịch nước = Mạc Thị Lụa", "Đại tá = Vừ A Páo"]
    );
    assert_eq!(
        holders(
            "{t:Bộ trưởng} {p:Ann Bell} sẽ làm {t:Thủ tướng} thay cho ông {p:Joe Hill} - người trở thành {t:Chủ tịch}."
        ),
        ["Bộ trưởng = Ann Bell", "Thủ tướng = Ann Bell", "Chủ tịch = Joe Hill"]
    );
    assert_eq!(holders("Đó là {t:trọng tài} ở {l:Lào}. Ông {p:Joe Hill} bực."), ["trọng tài = "]);
    assert_eq!(
        holders("Ông {p:Vừ A Páo} là con trai cả của {t:họa sĩ} {p:Vừ Minh}. Ông làm {t:Trưởng đoàn {b:Gió}}.")[1],
        "Trưởng đoàn Gió = Vừ A Páo"
    );
}

#[test]
fn a_prime_minister_is_no_minister_beside() {
    assert_eq!(
        holders("Báo cáo với {t:Thủ tướng}, {t:Bộ trưởng {b:Bộ Gió}} {p:Lò Văn Sáng} nói vậy."),
        ["Thủ tướng = ", "Bộ trưởng Bộ Gió = Lò Văn Sáng"]
    );
    assert_eq!(
        holders("Sáng nay, {t:Thủ tướng}, {t:Trưởng {b:Ban Mây}} {p:Lò Văn Sáng} chủ trì."),
        ["Thủ tướng = Lò Văn Sáng", "Trưởng Ban Mây = Lò Văn Sáng"]
    );
}

#[test]
fn an_aide_by_appointment_is_not_whom_he_serves() {
    assert_eq!(
        holders("Bổ nhiệm ông {p:Lò Văn Sáng}, {t:Vụ trưởng}, giữ chức {t:Trợ lý} đồng chí {p:Mạc Thị Lụa}."),
        ["Vụ trưởng = Lò Văn Sáng", "Trợ lý = Lò Văn Sáng"]
    );
    assert_eq!(holders("Hôm qua {t:Trợ lý} {p:Mạc Thị Lụa} nói vậy."), ["Trợ lý = Mạc Thị Lụa"]);
}

#[test]
fn one_of_several_and_how_old() {
    assert_eq!(
        holders("Bà {p:Mạc Thị Lụa}, một {t:Thứ trưởng {b:Bộ Gió}}, nói vậy."),
        ["Thứ trưởng Bộ Gió = Mạc Thị Lụa"]
    );
    assert_eq!(holders("Bà {p:Mạc Thị Lụa} gặp một {t:Thứ trưởng {b:Bộ Gió}}."), ["Thứ trưởng Bộ Gió = "]);
    assert_eq!(holders("Có {t:tiền vệ} 18 tuổi {p:Vừ A Páo} vào sân."), ["tiền vệ = Vừ A Páo"]);
    assert_eq!(holders("Có {t:tiền vệ} 18 năm theo {p:Vừ A Páo} vào sân."), ["tiền vệ = "]);
}

#[test]
fn posts_announced_long_before_they_are_named() {
    assert_eq!(
        holders(
            "Ông {p:Lò Văn Sáng} giữ nhiều chức vụ quan trọng tại {b:Trường Mây} và các trung tâm cũng như {b:Viện Gió} \
             như: {t:Trưởng phòng}, {t:Viện trưởng {b:Viện Gió}}."
        ),
        ["Trưởng phòng = Lò Văn Sáng", "Viện trưởng Viện Gió = Lò Văn Sáng"]
    );
    assert_eq!(
        holders(
            "Ông {p:Lò Văn Sáng} qua các vị trí như {t:Phó Giám đốc} kiêm Thành viên {b:Hội đồng Mây}, {t:Phó Chủ tịch}."
        ),
        ["Phó Giám đốc = Lò Văn Sáng", "Phó Chủ tịch = Lò Văn Sáng"]
    );
}

#[test]
fn later_mentions_in_other_words() {
    let text = "{t:Bí thư {b:Tỉnh ủy {l:Lào Cai}}} {p:Lò Văn Sáng} nói. {t:Bí thư {b:Tỉnh ủy {l:tỉnh Lào Cai}}} đến.";
    assert_eq!(holders(text)[1], "Bí thư Tỉnh ủy tỉnh Lào Cai = Lò Văn Sáng");
    // A city and a province of one name have different heads.
    let text =
        "{t:Chủ tịch {b:UBND {l:tỉnh Lào Cai}}} {p:Lò Văn Sáng} nói. {t:Chủ tịch {b:UBND {l:thành phố Lào Cai}}} đến.";
    assert_eq!(holders(text)[1], "Chủ tịch UBND thành phố Lào Cai = ");
    let text = "Kỷ luật {t:cựu Chủ} ...\n\n{t:Nguyên Chủ tịch {b:Hội Mây}} {p:Lò Văn Sáng} bị kỷ luật.";
    assert_eq!(holders(text)[0], "cựu Chủ = Lò Văn Sáng");
    let text =
        "{t:Người phát ngôn {b:Bộ Gió}} {p:Ann Bell} và {t:Bộ trưởng} {p:Joe Hill} đến. {t:Người phát ngôn} này nói.";
    assert_eq!(holders(text)[2], "Người phát ngôn = Ann Bell");
    let text =
        "{t:Chủ nhiệm {b:Ủy ban về các vấn đề Gió}} {p:Ann Bell} đến. {t:Chủ nhiệm {b:Ủy ban về các vấn đề Gió}} nói.";
    assert_eq!(holders(text)[1], "Chủ nhiệm Ủy ban về các vấn đề Gió = Ann Bell");
    assert_eq!(
        holders("{t:Bộ trưởng Tư pháp} {p:Ann Bell} đến. Ông mong {t:Bộ trưởng Tư pháp} hai nước gặp nhau.")[1],
        "Bộ trưởng Tư pháp = "
    );
}

#[test]
fn slips_of_the_pen_in_a_name() {
    let text = "{t:Tổng thống} {p:Vladmir Zorin} đến. {t:Tổng thống} {p:Vladimir Zorin} nói. Ông {p:Zorin} về. \
                {p:Vladimir Zorin} vui.";
    assert_eq!(people(text), ["Vladimir Zorin: Vladmir Zorin, Vladimir Zorin, Zorin, Vladimir Zorin"]);
    let text = "Ông {p:Lò Vắn Sáng} và bà {p:Mạc Thị Lụa} đến. Ông {p:Lò Văn Sáng} vui, {p:Lò Văn Sáng} về.";
    assert_eq!(people(text), ["Lò Văn Sáng: Lò Vắn Sáng, Lò Văn Sáng, Lò Văn Sáng", "Mạc Thị Lụa: Mạc Thị Lụa"]);
    // brothers, father and son, man and wife
    for (one, other) in [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("Trần Văn Tân", "Trần Văn Tấn"),
        ("Juan Peron Jr", "Juan Peron Sr"),
        ("Maria Keller", "Mark Keller"),
    ] {
        assert_eq!(people(&format!("Anh {{p:{one}}} gặp {{p:{other}}}.")).len(), 2, "{one}, {other}");
    }
}

#[test]
fn who_is_not_meant() {
    // A relative, a candidate, the speaker behind a quotation.
    assert_eq!(holders("Con gái ông {p:Lò Văn Sáng} trở thành {t:Giám đốc {b:Sở Mây}}."), ["Giám đốc Sở Mây = "]);
    assert_eq!(holders("Ứng cử viên {t:Tổng thống} {p:Ross Tell} vui."), ["Tổng thống = "]);
    assert_eq!(
        holders("“Mừng anh {p:Vừ A Páo} làm {t:Trưởng {b:Ban Mây}}”, {t:Chủ tịch} {p:Lò Văn Sáng} nói."),
        ["Trưởng Ban Mây = Vừ A Páo", "Chủ tịch = Lò Văn Sáng"]
    );
    assert_eq!(
        holders("{t:Thủ tướng} {p:Mạc Thị Lụa} trình việc miễn nhiệm chức vụ {t:Bộ trưởng {b:Bộ Gió}}."),
        ["Thủ tướng = Mạc Thị Lụa", "Bộ trưởng Bộ Gió = "]
    );
}

#[test]
fn short_names_by_their_titles() {
    assert_eq!(
        people("{t:Tổng thống} {p:Ross Tell} đến cùng bà {p:Ann Tell}. {t:Tổng thống} {p:Tell} nói."),
        ["Ross Tell: Ross Tell, Tell", "Ann Tell: Ann Tell"]
    );
}

#[test]
fn short_names() {
    assert_eq!(
        people("Ông {p:Lò Văn Sáng} gặp bà {p:Mạc Thị Sáng}. Ông {p:Sáng} nói, bà {p:Sáng} cười. {p:LÒ VĂN SÁNG}"),
        ["Lò Văn Sáng: Lò Văn Sáng, Sáng, LÒ VĂN SÁNG", "Mạc Thị Sáng: Mạc Thị Sáng, Sáng"]
    );
    assert_eq!(
        people("{p:Tell} thắng. HLV {p:Ross Tell} vui, Sir {p:Ross} cười."),
        ["Ross Tell: Tell, Ross Tell, Ross"]
    );
    assert_eq!(people("Ông {p:Lò Văn Thuỷ} đến. Anh {p:Thủy} về."), ["Lò Văn Thuỷ: Lò Văn Thuỷ, Thủy"]);
    assert_eq!(people("Ông {p:Mạc Đình Sáng}. ong {p:mac dinh sang}"), ["Mạc Đình Sáng: Mạc Đình Sáng, mac dinh sang"]);
}

#[test]
fn bodies_by_abbreviation() {
    let record = read("{b:Liên đoàn Diều Sáo} (LĐDS) họp. {b:LĐDS} mời {b:Câu lạc bộ Diều {b:Liên đoàn Diều Sáo}}.");
    assert_eq!(record.bodies[0].aliases, ["LĐDS"]);
    assert_eq!(record.bodies[0].mentions.len(), 3);
    assert_eq!(record.bodies[1].parent.as_deref(), Some("b1"));
}

#[test]
fn titles_are_taken_apart() {
    let record = read("{t:nguyên Phó Chủ tịch Thường trực {b:UBND {l:tỉnh Mây}}} {p:Lò Văn Sáng}");
    let title = &record.titles[0];
    assert_eq!(title.modifier.as_deref(), Some("nguyên Phó Thường trực"));
    assert_eq!(title.head, "Chủ tịch");
    assert_eq!((title.body.as_deref(), title.place.as_deref()), (Some("b1"), Some("l1")));
    assert_eq!(record.people[0].titles, ["t1"]);
}

/// `name: code, within` for every place.
fn places(marked: &str) -> Vec<String> {
    let record = read(marked);
    let show = |option: &Option<String>| option.clone().unwrap_or_else(|| "?".to_owned());
    record
        .locations
        .iter()
        .map(|place| format!("{}: {}, {}", place.name, show(&place.code), show(&place.within)))
        .collect()
}

#[test]
fn places_by_the_places_around_them() {
    // Many communes are called Tân Lập.
    assert_eq!(
        places("Mưa ở {l:xã Tân Lập}, {l:huyện Mộc Châu}, {l:tỉnh Sơn La}. {l:Tân Lập} ngập."),
        ["xã Tân Lập: 03997, l2", "huyện Mộc Châu: 123, l3", "tỉnh Sơn La: 14, ?"]
    );
    let record = read("Mưa ở {l:xã Tân Lập}.");
    assert!(record.locations[0].code.is_none() && record.locations[0].candidates.len() > 3);
    assert!(record.locations[0].candidates[0].name.contains(", "), "candidates have their parents");
}

#[test]
fn one_place_with_and_without_its_type_word() {
    let record = read("{l:Hà Nội} đẹp, {l:thành phố Hà Nội} vui, {l:TP Hà Nội} đông. Sang {l:Lào}.");
    let found: Vec<_> = record.locations.iter().map(|place| (place.code.as_deref(), place.mentions.len())).collect();
    assert_eq!(found, [(Some("01"), 3), (Some("LA"), 1)]);
}

#[test]
fn neighbours_are_no_chain() {
    let record = read("Giáp {l:thành phố Đà Nẵng}, {l:tỉnh Sơn La}.");
    assert_eq!(record.locations[0].within, None);
}

#[test]
fn an_office_holder_is_known_by_name_and_post() {
    let reference = |marked: &str| read(marked).people[0].r#ref.clone();
    let known = reference("{t:Tổng thống {l:Belarus}} {p:Alexander Lukashenko} đến.");
    assert_eq!(known.as_deref(), Some("alexander-lukashenko"));
    assert_eq!(reference("{t:Luật sư} {p:Alexander Lukashenko} đến."), None);
}

#[test]
fn offsets_count_code_points() {
    let record = read("😀 Ông {p:Lò Văn Sáng}.");
    let mention = &record.people[0].mentions[0];
    assert_eq!((mention.start, mention.end, mention.text.as_str()), (6, 17, "Lò Văn Sáng"));
    assert_eq!(record.meta.chars, 18);
}

#[test]
fn soup_is_no_panic() {
    for word in
        ["là mới ", "( ", ": ", "các ", "và ", "** ", "< ", "{p:Sáng} ", "{t:Bí thư} ", "{t:Bí thư}, ", "{p:Sáng}, "]
    {
        read(&format!("Ông {{p:Lò Văn Sáng}} {}{{t:Bí thư}}.", word.repeat(20_000)));
    }
}

#[test]
fn time_is_linear_in_the_number_of_names() {
    let long = |count: usize| {
        let one = "Ông {p:Lò Văn Anh}, {t:Giám đốc {b:Sở Mây}}, anh {p:Anh}; bà {p:Mạc Thị Anh} {l:xã Mây}, ";
        let start = std::time::Instant::now();
        assert!(!read(&one.repeat(count)).people.is_empty());
        start.elapsed().as_secs_f64()
    };
    long(100);
    let (short, tenfold) = (long(1_000), long(10_000));
    assert!(tenfold < 40.0 * short.max(0.002), "{short} s, ten times as much {tenfold} s");
}
