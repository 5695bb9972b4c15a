//! Where an addressee ends: verbs that are part of a noun and open no predicate (`Ban chỉ đạo`, `các chủ đầu tư`), and
//! what else stands between it and what it is to do.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Shape, Word};
use crate::rules::task::words::opens_predicate;
use crate::w;

/// A verb inside a name or a noun: `Ban chỉ đạo`, `là tổ chức`, `chương trình`, `các chủ đầu tư`.
pub(crate) fn inside_name(doc: &Annotated<'_>, at: usize) -> bool {
    let before = doc.word(at.saturating_sub(1));
    let (word, next) = (doc.word(at), doc.word(at + 1));
    if word == w!("trình") {
        return [w!("chương"), w!("tờ"), w!("quy"), w!("công"), w!("lịch"), w!("hành"), w!("giáo"), w!("tiến")]
            .contains(&before);
    }
    // `công tác bầu cử`, `Sở Giáo dục và Đào tạo`, `liên quan đến việc sắp xếp`, `các nhà đầu tư`
    let second = [
        (w!("bầu"), w!("cử")),
        (w!("ứng"), w!("cử")),
        (w!("đào"), w!("tạo")),
        (w!("xuất"), w!("nhập")),
        (w!("quá"), w!("trình")),
        (w!("chế"), w!("tạo")),
        (w!("sáng"), w!("tạo")),
    ];
    if second.contains(&(before, word)) || before == w!("việc") || before == w!("nhà") {
        return true;
    }
    // `các cấp ủy, tổ chức đảng, cơ quan …`
    if word == w!("tổ")
        && next == w!("chức")
        && [w!(","), w!("và"), w!("các")].contains(&before)
        && (doc.word(at + 2) == w!(",") || goes_on_far(doc, at + 2))
    {
        return true;
    }
    let heads = [
        w!("ban"),
        w!("sở"),
        w!("bộ"),
        w!("cục"),
        w!("vụ"),
        w!("phòng"),
        w!("viện"),
        w!("quan"),
        w!("đoàn"),
        w!("tổ"),
        w!("chủ"),
        w!("nhà"),
        w!("vị"),
        w!("lượng"),
        w!("chức"),
        w!("nghiệp"),
        w!("tâm"),
        w!("là"),
    ];
    let nominal = [
        (w!("chỉ"), w!("đạo")),
        (w!("tổ"), w!("chức")),
        (w!("kiểm"), w!("tra")),
        (w!("thanh"), w!("tra")),
        (w!("quản"), w!("lý")),
        (w!("tham"), w!("mưu")),
        (w!("đầu"), w!("tư")),
        (w!("giám"), w!("sát")),
        (w!("điều"), w!("tra")),
        (w!("tuyên"), w!("truyền")),
        (w!("bảo"), w!("vệ")),
        (w!("tư"), w!("vấn")),
        (w!("nghiên"), w!("cứu")),
        (w!("đào"), w!("tạo")),
        (w!("cung"), w!("cấp")),
        (w!("vận"), w!("hành")),
        (w!("khai"), w!("thác")),
        (w!("dự"), w!("báo")),
        (w!("phòng"), w!("chống")),
        (w!("thực"), w!("hiện")),
        (w!("kiểm"), w!("soát")),
        (w!("xây"), w!("dựng")),
        (w!("thông"), w!("tin")),
        (w!("điều"), w!("hành")),
        (w!("phát"), w!("triển")),
        (w!("hỗ"), w!("trợ")),
        (w!("ứng"), w!("dụng")),
        (w!("chủ"), w!("trì")),
        (w!("phối"), w!("hợp")),
    ];
    // `đề nghị các cơ quan chỉ đạo …`
    let leads = (word, next) == (w!("chỉ"), w!("đạo")) && [w!("quan"), w!("vị")].contains(&before);
    heads.contains(&before) && !leads && nominal.contains(&(word, next)) && (before == w!("là") || goes_on(doc, at + 2))
        || before == w!("có") && word == w!("thẩm")
}

/// True where another predicate opens within the clause: the verb before it was part of the noun.
fn goes_on(doc: &Annotated<'_>, at: usize) -> bool {
    (at..at + 14)
        .take_while(|&at| !matches!(doc.token_text(at), "." | ";" | ":" | ",") && !doc.gap(at).is_break())
        .any(|at| opens_predicate(doc, at))
}

/// The same across commas, which join the members of a list.
fn goes_on_far(doc: &Annotated<'_>, at: usize) -> bool {
    (at..at + 24)
        .take_while(|&at| !matches!(doc.token_text(at), "." | ";" | ":") && !doc.gap(at).is_break())
        .any(|at| opens_predicate(doc, at))
}

/// The end of a bracket behind which the noun goes on: `Giám đốc (Thủ trưởng) các sở`.
pub(crate) fn inner_bracket(doc: &Annotated<'_>, open: usize) -> Option<usize> {
    let close = (open + 2..open + 7).find(|&at| doc.token_text(at) == ")")?;
    let goes_on = [w!("các"), w!("những"), w!("của")].contains(&doc.word(close + 1)) && !names_work(doc, close + 1);
    (goes_on && !doc.gap(close + 1).is_break()).then_some(close)
}

/// Words that open a predicate wherever they stand: `có trách nhiệm`, `phải`, `căn cứ`.
pub(crate) fn must(word: Word) -> bool {
    [w!("có"), w!("chịu"), w!("phải"), w!("cần"), w!("căn"), w!("chủ")].contains(&word)
}

/// Words between an addressee and its predicate.
pub(crate) fn joins(word: Word) -> bool {
    [w!("và"), w!("để"), w!("do"), w!("của"), w!("nhằm"), w!("khi"), w!("thì"), w!("với")].contains(&word)
}

/// `… một số nhiệm vụ sau`, `… các nội dung sau`: what is handed to the addressee.
pub(crate) fn names_work(doc: &Annotated<'_>, at: usize) -> bool {
    const WORK: [[Word; 2]; 7] = [
        [w!("nhiệm"), w!("vụ")],
        [w!("nội"), w!("dung")],
        [w!("công"), w!("việc")],
        [w!("giải"), w!("pháp")],
        [w!("biện"), w!("pháp")],
        [w!("vấn"), w!("đề")],
        [w!("yêu"), w!("cầu")],
    ];
    let noun = if doc.follows(at, &[w!("một"), w!("số")]) {
        at + 2
    } else if [w!("các"), w!("những")].contains(&doc.word(at)) || doc.shape(at) == Shape::Number {
        at + 1
    } else {
        return false;
    };
    WORK.iter().any(|work| doc.follows(noun, work))
}

/// Words that tell of something instead of ordering it.
pub(crate) fn tells(doc: &Annotated<'_>, at: usize) -> bool {
    let agrees = [[w!("nhất"), w!("trí")], [w!("ghi"), w!("nhận")], [w!("cơ"), w!("bản")], [w!("đồng"), w!("ý")]]
        .iter()
        .any(|words| doc.follows(at, words));
    // `Cục có 12 đơn vị:`
    let counts = doc.word(at) == w!("có") && doc.shape(at + 1) == Shape::Number;
    doc.shape(at) == Shape::Lower && (agrees || counts)
        || doc.shape(at) == Shape::Lower
            && [w!("đã"), w!("được"), w!("bị"), w!("đang"), w!("vừa"), w!("không"), w!("thì")].contains(&doc.word(at))
}

/// What a body is or does by rule: `Bộ Chính trị quyết định thành lập …`, `Tòa án huyện có thẩm quyền …`, not `các cơ quan có
/// thẩm quyền`, which names whom.
pub(crate) fn rules(doc: &Annotated<'_>, at: usize) -> bool {
    let named = [w!("quan"), w!("cấp"), w!("người"), w!("vị"), w!("chức"), w!("nhân")];
    let has = [[w!("có"), w!("thẩm")], [w!("có"), w!("phạm")], [w!("có"), w!("quyền")]];
    doc.follows(at, &[w!("quyết"), w!("định"), w!("thành"), w!("lập")])
        || has.iter().any(|words| doc.follows(at, words)) && !named.contains(&doc.word(at - 1))
}
