//! What the items of a list say of it, in halves of a point: verbs of order and addressees at their heads for tasks;
//! `đã`, questions, cases, blanks to fill in, names of sections, amendments of laws against them.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Gap, Shape, Word};
use crate::rules::task::assignee;
use crate::rules::task::marker::Style;
use crate::rules::task::outline::{Item, List, Outline};
use crate::rules::task::subject::Names;
use crate::rules::task::words::{heads_order, is_bullet, is_markup, order_at};
use crate::w;

/// Items of a list that are looked at.
const SAMPLE: usize = 12;
/// Tokens of an item in which an order below its head is looked for.
const BODY: usize = 300;

/// How the items begin, in halves; `expected` says that what stands above the list calls for tasks.
pub(crate) fn shown(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline, list: &List, expected: bool) -> i32 {
    let sample: Vec<&Item> = list.items.iter().take(SAMPLE).filter_map(|&item| outline.items.get(item)).collect();
    let Ok(count) = i32::try_from(sample.len()) else { return 0 };
    if count == 0 {
        return 0;
    }
    let share = |weight: i32, test: &dyn Fn(&Item) -> bool| {
        let hits = sample.iter().filter(|item| test(item)).count();
        i32::try_from(hits).map_or(0, |hits| weight * hits / count)
    };
    let orders = share(6, &|item| is_order(doc, item));
    let told = share(6, &|item| !is_order(doc, item) && is_told(doc, names, item));
    let must = share(4, &|item| has_early(doc, item, &[w!("cần"), w!("phải")]));
    // `3. Giao Sở Y tế …`
    let hands = if sample.iter().any(|item| hands_over(doc, names, item)) { 2 } else { 0 };
    let past = share(-3, &|item| has_early(doc, item, &[w!("đã"), w!("bị")]));
    let asked = share(-8, &|item| {
        doc.token_text(item.end) == "?" || item.end > item.text && doc.token_text(item.end - 1) == "?"
    });
    let case =
        share(-4, &|item| doc.follows(item.text, &[w!("trường"), w!("hợp")]) || doc.follows(item.text, &[w!("người")]));
    let blanks = share(-8, &|item| (item.text..(item.end + 4).min(item.text + 40)).any(|at| is_blank(doc, at)));
    let sections = share(-6, &|item| is_section(doc, item));
    // `1. Phê duyệt quy hoạch⏎a) Trình tự thực hiện: …`: a procedure.
    let procedures = share(-8, &|item| {
        item.first_part.is_some_and(|part| (part..part + 6).any(|at| doc.follows(at, &[w!("trình"), w!("tự")])))
    });
    // `1. Hạ tầng⏎- Xây dựng …`: what is to be done stands below the name of the item.
    let below =
        share(3, &|item| expected && !is_order(doc, item) && !is_told(doc, names, item) && has_orders_below(doc, item));
    // `1. Biên soạn từ điển (2006)`: what was made, with its year.
    let made = share(-8, &|item| ends_with_year(doc, item));
    let amendments = share(-12, &|item| is_amendment(doc, item));
    let alone = if count == 1 && list.items.len() == 1 { -2 } else { 0 };
    orders
        + told
        + hands
        + below
        + must
        + past
        + made
        + asked
        + case
        + blanks
        + sections
        + procedures
        + amendments
        + alone
}

/// `3. Giao Sở Y tế …`, not `3. Đề nghị xem xét …`.
fn hands_over(doc: &Annotated<'_>, names: Names<'_>, item: &Item) -> bool {
    assignee::hands_over(doc, item.text).is_some() && assignee::at_head(doc, names, item.text, own_end(item)).is_some()
}

/// True where most items of the list hand something to somebody.
pub(crate) fn charges(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline, list: &List) -> bool {
    let sample = list.items.iter().take(SAMPLE).filter_map(|&item| outline.items.get(item));
    let (all, handed) =
        sample.fold((0, 0), |(all, handed), item| (all + 1, handed + usize::from(hands_over(doc, names, item))));
    handed >= 2 && handed * 2 > all
}

/// True where every item of the list begins with somebody to do it, and each with another.
pub(crate) fn shares_out(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline, list: &List) -> bool {
    if list.article || list.items.len() < 2 {
        return false;
    }
    let mut told: Vec<&str> = Vec::new();
    let mut branches = 0;
    for item in list.items.iter().take(SAMPLE).filter_map(|&item| outline.items.get(item)) {
        let end = own_end(item).min(item.text + 200);
        let Some(subject) = assignee::told_at(doc, names, item.text, end, item.first_part == Some(end)) else {
            return false;
        };
        let name = doc.slice(subject.extent);
        branches += usize::from(subject.extent.range().any(|at| counts_branches(doc, at)));
        if told.contains(&name) || branches > 1 {
            return false;
        }
        told.push(name);
    }
    true
}

/// `Chi nhánh số 12`, `Kiểm toán nhà nước khu vực I`: branches, of which a list says what each always does.
fn counts_branches(doc: &Annotated<'_>, at: usize) -> bool {
    let text = doc.token_text(at);
    let roman = doc.shape(at) == Shape::Upper && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let branch = [w!("số"), w!("vực")].contains(&doc.word(at.saturating_sub(1)));
    branch && (roman || doc.shape(at) == Shape::Number)
}

/// How many quarters of the items name who is told.
pub(crate) fn addressed(doc: &Annotated<'_>, names: Names<'_>, outline: &Outline, list: &List) -> usize {
    let sample = list.items.iter().take(SAMPLE).filter_map(|&item| outline.items.get(item));
    let (all, told) = sample.fold((0, 0), |(all, told), item| {
        let end = own_end(item).min(item.text + 200);
        (all + 1, told + usize::from(!assignee::of_item(doc, names, item, end).is_empty()))
    });
    told * 4 / all.max(1)
}

/// True where the item tells somebody to do something: at its head, or behind what it is about (`Về kiến nghị …:`).
pub(crate) fn is_told(doc: &Annotated<'_>, names: Names<'_>, item: &Item) -> bool {
    let end = own_end(item).min(item.text + 200);
    if assignee::told_at(doc, names, item.text, end, item.first_part == Some(end)).is_some() {
        return true;
    }
    let about = doc.word(item.text) == w!("về")
        || doc.follows(item.text, &[w!("đối"), w!("với")])
        || doc.follows(item.text, &[w!("trên"), w!("cơ"), w!("sở")]);
    about && item.marker.style != Style::Roman && !assignee::of_item(doc, names, item, end).is_empty()
}

/// `1. Mục đích`, `2. Mục tiêu đến năm 2030`, `IV. Kinh phí thực hiện`: the name of a section, not something to do.
pub(crate) fn is_section(doc: &Annotated<'_>, item: &Item) -> bool {
    const NAMES: &[&[Word]] = &[
        &[w!("mục"), w!("đích")],
        &[w!("mục"), w!("tiêu")],
        &[w!("quan"), w!("điểm")],
        &[w!("yêu"), w!("cầu")],
        &[w!("căn"), w!("cứ")],
        &[w!("thời"), w!("gian")],
        &[w!("địa"), w!("điểm")],
        &[w!("thành"), w!("phần")],
        &[w!("kinh"), w!("phí")],
        &[w!("đối"), w!("tượng")],
        &[w!("phạm"), w!("vi")],
        &[w!("nội"), w!("dung")],
        &[w!("hình"), w!("thức")],
        &[w!("tình"), w!("hình")],
        &[w!("kết"), w!("quả")],
        &[w!("đánh"), w!("giá"), w!("chung")],
        &[w!("nhiệm"), w!("vụ")],
        &[w!("giải"), w!("pháp")],
        &[w!("nguồn"), w!("kinh")],
        &[w!("chế"), w!("độ")],
        &[w!("hiệu"), w!("lực")],
        &[w!("nguyên"), w!("tắc")],
        &[w!("một"), w!("số")],
        &[w!("tên")],
        &[w!("trình"), w!("tự")],
        &[w!("cách"), w!("thức")],
        &[w!("cơ"), w!("quan"), w!("thực"), w!("hiện")],
        &[w!("cơ"), w!("quan"), w!("giải"), w!("quyết")],
        &[w!("phí")],
        &[w!("lệ"), w!("phí")],
        &[w!("thời"), w!("hạn")],
        &[w!("hạn"), w!("chế")],
    ];
    let line_end = (item.text..item.end)
        .find(|&at| at > item.text && doc.gap(at).is_break() || doc.token_text(at) == ":")
        .unwrap_or(item.end);
    line_end.saturating_sub(item.text) <= 8 && NAMES.iter().any(|words| doc.follows(item.text, words))
}

/// `Sửa đổi, bổ sung khoản 2 Điều 31 như sau: …`, `Bãi bỏ Điều 5`: what a law does to another, and nobody's order.
fn is_amendment(doc: &Annotated<'_>, item: &Item) -> bool {
    const DOES: &[[Word; 2]] =
        &[[w!("sửa"), w!("đổi")], [w!("bổ"), w!("sung")], [w!("bãi"), w!("bỏ")], [w!("thay"), w!("thế")]];
    let cited = |at: usize| {
        let part = [w!("điều"), w!("khoản"), w!("điểm"), w!("chương")].contains(&doc.word(at));
        part && matches!(doc.shape(at + 1), Shape::Number | Shape::Code | Shape::Upper)
            || doc.follows(at, &[w!("cụm"), w!("từ")])
    };
    DOES.iter().any(|words| doc.follows(item.text, words)) && (item.text..item.end.min(item.text + 20)).any(cited)
}

/// `……`, `......`: a place to fill in.
pub(crate) fn is_blank(doc: &Annotated<'_>, at: usize) -> bool {
    let text = doc.token_text(at);
    text.starts_with("....")
        || text.starts_with("……")
        || text.starts_with("..") && (text.contains('…') || doc.token_text(at + 1).starts_with('…'))
        || text == "…" && doc.token_text(at + 1) == "…"
}

/// Where the item's own text ends: before its parts.
pub(crate) fn own_end(item: &Item) -> usize {
    item.first_part.map_or(item.end, |part| part.min(item.end))
}

/// True where the item is headed by a verb of order and is no bare heading.
pub(crate) fn is_order(doc: &Annotated<'_>, item: &Item) -> bool {
    let mut at = item.text;
    if doc.word(at) == w!("cần") || doc.word(at) == w!("phải") {
        at += 1;
    }
    const NOUNS: &[Word] = &[w!("thông"), w!("báo"), w!("kế"), w!("quyết"), w!("hướng"), w!("quy")];
    // `Thông báo 41/TB-UBND là căn cứ …`, `Thông tin về …`, `Quyết định số …`: a document, not an order.
    let cites = order_at(doc, at).is_some_and(|(_, end)| {
        matches!(doc.shape(end), Shape::Number | Shape::Code)
            || [w!("số"), w!("về")].contains(&doc.word(end)) && NOUNS.contains(&doc.word(at))
    });
    if cites || !heads_order(doc, at) || doc.shape(at) == Shape::Upper && doc.shape(at + 1) == Shape::Upper {
        return false;
    }
    // `2. Yêu cầu`, `IV. Tổ chức thực hiện`: the whole line is the name of a section.
    let ends = |count: usize| at + count >= item.end || doc.gap(at + count) > Gap::Wrap;
    !(ends(2) || ends(3) || ends(4) && item.marker.style == Style::Roman)
}

fn has_early(doc: &Annotated<'_>, item: &Item, words: &[Word]) -> bool {
    (item.text..item.end.min(item.text + 14)).any(|at| words.contains(&doc.word(at)))
}

/// True where a line or bullet below the item's first line begins with an order.
fn has_orders_below(doc: &Annotated<'_>, item: &Item) -> bool {
    let end = own_end(item).min(item.text + BODY);
    (item.text + 1..end).filter(|&at| doc.gap(at).is_break()).any(|at| {
        let first = (at..end).find(|&at| !is_markup(doc, at) && !is_bullet(doc, at)).unwrap_or(end);
        first < end && heads_order(doc, first)
    })
}

/// `… (2006)`, `… (2006).`
fn ends_with_year(doc: &Annotated<'_>, item: &Item) -> bool {
    let Some(close) = item.end.checked_sub(1).filter(|&at| at > item.text + 3 && doc.token_text(at) == ")") else {
        return false;
    };
    let year = doc.token_text(close - 1);
    doc.token_text(close - 2) == "(" && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// True where the article has a title on the line above its parts: `Điều 13. Cơ quan, tổ chức nộp hồ sơ⏎1. …`.
pub(crate) fn is_entitled(doc: &Annotated<'_>, item: &Item) -> bool {
    let Some(part) = item.first_part else { return false };
    let mut end = part.min(item.end);
    while end > item.text && is_markup(doc, end - 1) {
        end -= 1;
    }
    end > item.text && !matches!(doc.token_text(end - 1), "." | ";" | ":" | ",")
}

/// What an article says of itself: `1. Quyết định này có hiệu lực từ ngày ký.`, `2. Trường hợp các văn bản được viện dẫn …
/// được sửa đổi …`, `3. Các nội dung khác …`, `4. Chánh Văn phòng, … chịu trách nhiệm thi hành Quyết định này.`
pub(crate) fn takes_effect(doc: &Annotated<'_>, item: &Item) -> bool {
    let says = |length: usize, words: &[Word]| {
        (item.text..item.end.min(item.text + length)).find(|&at| doc.follows(at, words))
    };
    // `… chịu trách nhiệm thi hành Quy chế này. Định kỳ … báo cáo …` goes on with an order.
    let enacts = says(BODY, &[w!("trách"), w!("nhiệm"), w!("thi"), w!("hành")])
        .is_some_and(|at| (at..item.end.saturating_sub(1)).all(|at| doc.token_text(at) != "."));
    enacts
        || says(8, &[w!("có"), w!("hiệu"), w!("lực")]).is_some()
        || says(8, &[w!("hết"), w!("hiệu"), w!("lực")]).is_some()
        || says(40, &[w!("viện"), w!("dẫn")]).is_some()
        || says(1, &[w!("các"), w!("nội"), w!("dung"), w!("khác")]).is_some()
}

/// `1. Kinh phí thực hiện được bố trí từ …`, `2. Nguồn tài trợ …`: where the money comes from.
pub(crate) fn is_funding(doc: &Annotated<'_>, item: &Item) -> bool {
    const SOURCES: [Word; 4] = [w!("kinh"), w!("vốn"), w!("tài"), w!("lực")];
    let source = doc.word(item.text) == w!("nguồn") && SOURCES.contains(&doc.word(item.text + 1));
    source || doc.follows(item.text, &[w!("kinh"), w!("phí")])
}
