//! Citations that share a head: `Nghị định 29 và 178`, `các Công điện: số 217/CĐ-TTg ngày …, 218/CĐ-TTg ngày …`,
//! `các luật Đất đai, Nhà ở`.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Citation, Claim};
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape, Word};
use crate::rules::document::law::{Tail, citation_of, fold};
use crate::rules::document::tables::{Kind, Tables};
use crate::rules::document::{BY_NUMBER, Found, IN_LIST, context, number, push};
use crate::w;

/// The first number of a list behind a type word and a colon: `các Công điện: số 217/CĐ-TTg`.
pub(crate) fn headed(doc: &Annotated<'_>, at: usize, kind: Kind) -> Option<Found> {
    let first = at + usize::from(doc.word(at) == w!("số"));
    if doc.gap(at) > Gap::Wrap || doc.gap(first) > Gap::Wrap {
        return None;
    }
    let number = number::read(doc, first).filter(|number| !number.bare && number.issuer.is_some())?;
    Some(Found { extent: Extent::new(at, number.end), rule: BY_NUMBER, citation: citation_of(kind.name, number) })
}

/// Takes the further numbers of a list whose last one ended at `at`; the token after the last.
pub(crate) fn numbers(
    doc: &Annotated<'_>,
    claims: &mut Vec<Claim<Citation>>,
    at: usize,
    kind: &str,
    bare: bool,
) -> usize {
    let mut end = at;
    loop {
        let join = context::issued(doc, end).map_or(end, Extent::end);
        let mut next = join;
        if ![w!(","), w!(";"), w!("và")].contains(&doc.word(next)) || doc.gap(next) > Gap::Wrap {
            return end;
        }
        next += 1;
        next += usize::from(doc.word(next) == w!("và"));
        let first = next + usize::from(doc.word(next) == w!("số"));
        if doc.gap(next) > Gap::Wrap || doc.gap(first) > Gap::Wrap {
            return end;
        }
        let Some(number) = number::read(doc, first) else { return end };
        let fits = if number.bare {
            bare && number.canonical.len() <= 4 && (first > next || ends_number(doc, number.end))
        } else {
            number.issuer.is_some()
        };
        if !fits {
            return end;
        }
        end = number.end;
        push(doc, claims, Found { extent: Extent::new(next, end), rule: IN_LIST, citation: citation_of(kind, number) });
    }
}

/// Takes the further names of `các luật Đất đai, Nhà ở và Đấu thầu`; the token after the last.
pub(crate) fn laws(doc: &Annotated<'_>, claims: &mut Vec<Claim<Citation>>, at: usize) -> usize {
    let Some(head) = claims.last().map(|claim| claim.extent.first()) else { return at };
    let plural = head.checked_sub(1).is_some_and(|before| doc.word(before) == w!("các"));
    if !plural || doc.word(head) != w!("luật") {
        return at;
    }
    let mut end = at;
    while [w!(","), w!("và")].contains(&doc.word(end)) && doc.shape(end + 1).is_capital() {
        let Some((law, after)) = Tables::get().law_after(doc, &[w!("luật")], end + 1) else { return end };
        let tail = Tail::read(doc, after);
        let key = tail.year.map_or_else(|| fold(law.name), |year| format!("{} {year}", fold(law.name)));
        let citation = Citation { kind: "Luật".to_owned(), year: tail.year, key, ..Citation::default() };
        let extent = Extent::new(end + 1, tail.end);
        end = extent.end();
        push(doc, claims, Found { extent, rule: IN_LIST, citation });
    }
    end
}

/// True where the token `at` is what a number before it counts: `nghị quyết 3 điều`, `thông tư 20 trang`.
pub(crate) fn is_counted(doc: &Annotated<'_>, at: usize) -> bool {
    const UNITS: &[Word] = &[
        w!("điều"),
        w!("trang"),
        w!("điểm"),
        w!("chương"),
        w!("nghị"),
        w!("văn"),
        w!("luật"),
        w!("người"),
        w!("đồng"),
        w!("triệu"),
        w!("tỷ"),
        w!("tỉ"),
        w!("nghìn"),
        w!("ngàn"),
        w!("vấn"),
        w!("nội"),
        w!("dự"),
        w!("cơ"),
        w!("đơn"),
        w!("tháng"),
        w!("ngày"),
        w!("tuần"),
        w!("lần"),
        w!("bộ"),
        w!("tổ"),
        w!("cá"),
        w!("chính"),
        w!("nhóm"),
        w!("nhiệm"),
        w!("giải"),
        w!("xã"),
    ];
    if doc.gap(at).is_break() {
        return false;
    }
    match doc.shape(at) {
        Shape::Lower if doc.word(at) == w!("năm") => !number::is_year(doc.token_text(at + 1)),
        // `Nghị quyết 19 ngày 16-6` is dated, `nghị quyết 30 ngày` lasts.
        Shape::Lower if doc.word(at) == w!("ngày") => doc.shape(at + 1) != Shape::Number,
        Shape::Lower => UNITS.contains(&doc.word(at)),
        Shape::Punct => matches!(doc.token_text(at), "%" | "/"),
        _ => false,
    }
}

/// True where the token `at` can follow a document's bare number: a mark, a word of grammar, a verb of law-making; not
/// what the number would count (`quyết định 3 vấn đề`).
pub(crate) fn ends_number(doc: &Annotated<'_>, at: usize) -> bool {
    const FOLLOW: &[Word] = &[
        w!("về"),
        w!("của"),
        w!("và"),
        w!("hoặc"),
        w!("có"),
        w!("được"),
        w!("đã"),
        w!("sẽ"),
        w!("thì"),
        w!("là"),
        w!("do"),
        w!("tại"),
        w!("cho"),
        w!("để"),
        w!("theo"),
        w!("với"),
        w!("trong"),
        w!("từ"),
        w!("khi"),
        w!("ra"),
        w!("như"),
        w!("nêu"),
        w!("xóa"),
        w!("quy"),
        w!("hướng"),
        w!("sửa"),
        w!("ban"),
        w!("này"),
        w!("còn"),
        w!("không"),
        w!("cũng"),
        w!("nhưng"),
        w!("gồm"),
        w!("bổ"),
        w!("đến"),
        w!("trên"),
        w!("vào"),
        w!("mà"),
        w!("đang"),
        w!("phải"),
        w!("chỉ"),
        w!("liên"),
        w!("giai"),
        w!("thế"),
        w!("chi"),
        w!("dưới"),
        w!("xác"),
        w!("thay"),
        w!("sang"),
        w!("bằng"),
        w!("gắn"),
        w!("kỳ"),
        w!("khóa"),
        w!("đối"),
        w!("vẫn"),
        w!("bị"),
        w!("nhằm"),
        w!("qua"),
        w!("mới"),
        w!("trở"),
        w!("vừa"),
        w!("thực"),
        w!("triển"),
        w!("yêu"),
        w!("cần"),
        w!("mở"),
        w!("đi"),
        w!("tạo"),
        w!("giúp"),
        w!("đặt"),
        w!("khẳng"),
        w!("nhấn"),
        w!("đề"),
    ];
    let gap = doc.gap(at);
    match doc.shape(at) {
        _ if gap.is_break() => true,
        Shape::Punct => !matches!(doc.token_text(at), "%" | "/" | "-" | "–" | "+"),
        // `Nghị quyết 19 năm 2022`, not `kế hoạch 5 năm`.
        _ if doc.word(at) == w!("ngày") => doc.shape(at + 1) == Shape::Number,
        _ if doc.word(at) == w!("năm") => number::is_year(doc.token_text(at + 1)),
        Shape::Lower => FOLLOW.contains(&doc.word(at)),
        Shape::Title | Shape::Upper | Shape::Mixed => true,
        // `Thông tư 73 2024`
        Shape::Number => number::is_year(doc.token_text(at)),
        Shape::Code => false,
    }
}
