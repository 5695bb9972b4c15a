//! Announced counts: `8 nhiệm vụ, giải pháp trọng tâm`, `ba khâu đột phá`, `06 nhóm nhiệm vụ`.
//!
//! A count announces what is to be done. Results (`hoàn thành 5 chỉ tiêu`), parts of a programme or an exhibition and
//! statistics are none: verbs of planning before it speak for it, verbs of telling against it.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Announcement, Claim};
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape, Token, Word};
use crate::rules::task::ANNOUNCED;
use crate::rules::task::marker::cardinal;
use crate::w;

/// Tokens before the number that are read.
const REACH: usize = 16;

/// The announced counts of `doc`.
pub(crate) fn find(doc: &Annotated<'_>) -> Vec<Claim<Announcement>> {
    let mut claims = Vec::new();
    let counts = |token: &Token| match token.shape {
        Shape::Number => true,
        Shape::Lower | Shape::Title => cardinal(token.word).is_some(),
        _ => false,
    };
    for (at, _) in doc.tokens.iter().enumerate().filter(|(_, token)| counts(token)) {
        if let Some((count, head)) = number_at(doc, at)
            && let Some((end, firm)) = head_end(doc, head)
            && announces(doc, at, end, firm)
        {
            let what = Announcement { count, head: Extent::new(head, end) };
            claims.push(Claim { extent: Extent::new(at, end), rule: ANNOUNCED, what });
        }
    }
    claims
}

/// The number at `at` and the token after it; one thing is no list.
fn number_at(doc: &Annotated<'_>, at: usize) -> Option<(u32, usize)> {
    let count = match doc.shape(at) {
        Shape::Number => doc.token_text(at).parse().ok().filter(|_| doc.token_text(at).len() <= 3)?,
        Shape::Lower | Shape::Title => cardinal(doc.word(at))?,
        _ => return None,
    };
    let next = at + 1;
    let spelled_year = doc.word(at) == w!("năm") && doc.shape(next) == Shape::Number;
    // `lớp 6 chương trình`, `thứ 3`, `số 5`: the number is of what stands before it.
    let before = doc.word(at.saturating_sub(1));
    let numbered = at > 0
        && [
            w!("lớp"),
            w!("thứ"),
            w!("số"),
            w!("đoạn"),
            w!("khóa"),
            w!("tháng"),
            w!("quý"),
            w!("mục"),
            w!("điều"),
            w!("hơn"),
            w!("gần"),
            w!("khoảng"),
            w!("trên"),
            w!("mỗi"),
            w!("một"),
        ]
        .contains(&before);
    // `một trong 3 đột phá chiến lược` singles one out.
    let singled = before == w!("trong") && [w!("một"), w!("1")].contains(&doc.word(at.saturating_sub(2)));
    // `đáp ứng đủ 3 yêu cầu`, `ít nhất 3 nhiệm vụ` set a condition.
    let back = |count: usize| at.checked_sub(count).map_or(Word(0), |at| doc.word(at));
    let met = [2, 3].into_iter().any(|count| back(count) == w!("đáp") && back(count - 1) == w!("ứng"));
    let least = [w!("nhất"), w!("thiểu"), w!("đa")].contains(&before) && [w!("ít"), w!("tối")].contains(&back(2));
    let numbered = numbered || singled || met || least;
    // `2 (hai) nhiệm vụ`
    let next =
        if doc.token_text(next) == "(" && cardinal(doc.word(next + 1)).is_some() && doc.token_text(next + 2) == ")" {
            next + 3
        } else {
            next
        };
    // `làm rõ sâu hơn 5 nội dung` compares, `hơn 5 nội dung` counts roughly.
    let compares = before == w!("hơn")
        && [w!("sâu"), w!("rõ"), w!("tốt"), w!("cao"), w!("mạnh"), w!("kỹ")].contains(&doc.word(at.saturating_sub(2)));
    let numbered = numbered && !compares;
    ((2..100).contains(&count) && !spelled_year && !numbered && doc.gap(next) <= Gap::Wrap).then_some((count, next))
}

/// One past the head noun phrase that begins at `at`, and whether its nouns are of things to do.
fn head_end(doc: &Annotated<'_>, at: usize) -> Option<(usize, bool)> {
    let group = doc.word(at) == w!("nhóm");
    let (mut end, mut firm) = noun(doc, at + usize::from(group))?;
    loop {
        let join = usize::from([w!(","), w!("và"), w!("-"), w!("/")].contains(&doc.word(end)));
        let next = end + join + usize::from(doc.word(end + join) == w!("nhóm"));
        let Some((after, more)) = noun(doc, next).filter(|_| doc.gap(next) <= Gap::Wrap) else { break };
        (end, firm) = (after, firm || more);
    }
    loop {
        let join = usize::from(doc.word(end) == w!(",") || doc.word(end) == w!("và"));
        let Some(length) = adjective(doc, end + join) else { break };
        end += join + length;
    }
    Some((end, firm))
}

fn noun(doc: &Annotated<'_>, at: usize) -> Option<(usize, bool)> {
    const NOUNS: &[(&[Word], bool)] = &[
        (&[w!("nhiệm"), w!("vụ")], true),
        (&[w!("giải"), w!("pháp")], true),
        (&[w!("khâu"), w!("đột"), w!("phá")], true),
        (&[w!("đột"), w!("phá")], true),
        (&[w!("đề"), w!("án")], false),
        (&[w!("nội"), w!("dung")], false),
        (&[w!("yêu"), w!("cầu")], false),
        (&[w!("chỉ"), w!("tiêu")], false),
        (&[w!("mục"), w!("tiêu")], false),
        (&[w!("chương"), w!("trình")], false),
        (&[w!("việc")], false),
    ];
    let (words, firm) = NOUNS.iter().find(|(words, _)| doc.follows(at, words))?;
    Some((at + words.len(), *firm))
}

/// The number of tokens of the adjective at `at`.
fn adjective(doc: &Annotated<'_>, at: usize) -> Option<usize> {
    const ADJECTIVES: &[&[Word]] = &[
        &[w!("trọng"), w!("tâm")],
        &[w!("chủ"), w!("yếu")],
        &[w!("cụ"), w!("thể")],
        &[w!("cơ"), w!("bản")],
        &[w!("đột"), w!("phá")],
        &[w!("then"), w!("chốt")],
        &[w!("quan"), w!("trọng")],
        &[w!("cấp"), w!("bách")],
        &[w!("trọng"), w!("điểm")],
        &[w!("chiến"), w!("lược")],
        &[w!("ưu"), w!("tiên")],
        &[w!("trước"), w!("mắt")],
        &[w!("lâu"), w!("dài")],
        &[w!("thường"), w!("xuyên")],
        &[w!("đồng"), w!("bộ")],
        &[w!("tổng"), w!("thể")],
        &[w!("trọng"), w!("yếu")],
        &[w!("cấp"), w!("thiết")],
        &[w!("hành"), w!("động")],
        &[w!("chung")],
        &[w!("chính")],
        &[w!("lớn")],
        &[w!("lớn"), w!("nhất")],
    ];
    ADJECTIVES.iter().filter(|words| doc.follows(at, words) && doc.gap(at) <= Gap::Wrap).map(|words| words.len()).max()
}

/// True where the words around the count announce what is to be done.
fn announces(doc: &Annotated<'_>, at: usize, end: usize, firm: bool) -> bool {
    let mut planned = false;
    let mut first = at;
    while first > 0
        && at - first < REACH
        && !doc.gap(first).is_break()
        && !matches!(doc.token_text(first - 1), "." | ";" | "!" | "?")
    {
        first -= 1;
        if tells(doc, first) {
            return false;
        }
        planned |= plans(doc, first, firm);
    }
    // `36 nhiệm vụ, quyền hạn` are what a body always does.
    let standing = (w!(",") == doc.word(end) || w!("và") == doc.word(end)) && doc.word(end + 1) == w!("quyền");
    if tells_after(doc, end) || standing {
        return false;
    }
    let opens = matches!(doc.token_text(end), ":") || [w!("sau"), w!("gồm"), w!("như")].contains(&doc.word(end));
    planned || firm && opens
}

/// Verbs of planning and ordering; the common ones (`sẽ`, `cần`) only speak for heads that are things to do.
fn plans(doc: &Annotated<'_>, at: usize, firm: bool) -> bool {
    const PLANS: &[&[Word]] = &[
        &[w!("xác"), w!("định")],
        &[w!("đề"), w!("ra")],
        &[w!("đặt"), w!("ra")],
        &[w!("đưa"), w!("ra")],
        &[w!("tập"), w!("trung")],
        &[w!("thực"), w!("hiện")],
        &[w!("yêu"), w!("cầu")],
        &[w!("đề"), w!("nghị")],
        &[w!("giao")],
        &[w!("nêu")],
        &[w!("chỉ"), w!("đạo")],
        &[w!("lưu"), w!("ý")],
        &[w!("quán"), w!("triệt")],
        &[w!("làm"), w!("rõ")],
        &[w!("nhấn"), w!("mạnh")],
        &[w!("gợi"), w!("mở")],
        &[w!("kiến"), w!("nghị")],
        &[w!("phân"), w!("công")],
        &[w!("làm"), w!("tốt")],
    ];
    const COMMON: &[&[Word]] = &[
        &[w!("triển"), w!("khai")],
        &[w!("cần")],
        &[w!("phải")],
        &[w!("sẽ")],
        &[w!("phấn"), w!("đấu")],
        &[w!("thống"), w!("nhất")],
        &[w!("ưu"), w!("tiên")],
        &[w!("hoàn"), w!("thành")],
        &[w!("tiếp"), w!("tục")],
        &[w!("quyết"), w!("tâm")],
        &[w!("chú"), w!("trọng")],
    ];
    PLANS.iter().any(|words| doc.follows(at, words)) || firm && COMMON.iter().any(|words| doc.follows(at, words))
}

/// Verbs of telling what was done or what something consists of.
fn tells(doc: &Annotated<'_>, at: usize) -> bool {
    const TELLS: &[&[Word]] = &[
        &[w!("đã")],
        &[w!("đang")],
        &[w!("đạt")],
        &[w!("vượt")],
        &[w!("diễn"), w!("ra")],
        &[w!("chia"), w!("thành")],
        &[w!("lễ"), w!("hội")],
        &[w!("trong"), w!("đó"), w!("có")],
        &[w!("thảo"), w!("luận")],
        &[w!("cho"), w!("ý"), w!("kiến")],
        &[w!("thông"), w!("qua")],
        &[w!("tham"), w!("gia")],
        &[w!("thi"), w!("đấu")],
        &[w!("tranh"), w!("tài")],
        &[w!("được")],
        &[w!("vừa")],
        &[w!("biểu"), w!("diễn")],
        &[w!("phát"), w!("sóng")],
        &[w!("trưng"), w!("bày")],
        &[w!("tổng"), w!("cộng")],
        &[w!("kết"), w!("quả")],
        &[w!("trả"), w!("lời")],
        &[w!("câu"), w!("hỏi")],
        &[w!("phiên"), w!("chính")],
        &[w!("đào"), w!("tạo")],
        &[w!("chất"), w!("vấn")],
        &[w!("một"), w!("trong")],
        &[w!("là"), w!("một")],
    ];
    // `đã xác định 8 nhiệm vụ`, `đã đề ra …` announce all the same.
    let sets = doc.follows(at + 1, &[w!("xác"), w!("định")])
        || doc.follows(at + 1, &[w!("đề"), w!("ra")])
        || doc.follows(at + 1, &[w!("nêu")])
        || doc.follows(at + 1, &[w!("đưa"), w!("ra")])
        || doc.follows(at + 1, &[w!("yêu"), w!("cầu")])
        || doc.follows(at + 1, &[w!("chỉ"), w!("đạo")]);
    !sets && TELLS.iter().any(|words| doc.follows(at, words))
}

/// `02 chỉ tiêu chưa đạt`, `13 nhiệm vụ thuộc …`, `5 nội dung đã hoàn thành`.
fn tells_after(doc: &Annotated<'_>, at: usize) -> bool {
    [
        w!("chưa"),
        w!("đã"),
        w!("đạt"),
        w!("được"),
        w!("vượt"),
        w!("không"),
        w!("thi"),
        w!("liên"),
        w!("thuộc"),
        w!("kết"),
        w!("này"),
        w!("trên"),
        w!("đó"),
    ]
    .contains(&doc.word(at))
        && doc.gap(at) <= Gap::Wrap
}
