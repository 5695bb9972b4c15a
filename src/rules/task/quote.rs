//! Where a law is quoted: from the line that announces an article of it (`Căn cứ Điều 16 Luật … quy định như sau:`) to the
//! next heading, article of another number, or line that announces a directive. What is quoted states rules, whatever its
//! verbs: its lists are of no tasks.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Shape, Word};
use crate::rules::task::line::{Line, LineKind, article_number};
use crate::rules::task::words::last_text;
use crate::w;

/// Tokens of a line that are read, from its end.
const LAST: usize = 60;

/// Lines within which the article that was announced stands itself: `Căn cứ Điều 16 …:⏎Điều 16. …`.
const NEAR: u32 = 3;

/// A quotation that is open: the article, and the lines since it was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quote {
    article: u32,
    lines: u32,
}

/// What is quoted behind `line`, where `open` was before it.
pub(crate) fn after(doc: &Annotated<'_>, line: Line, open: Option<Quote>) -> Option<Quote> {
    let goes_on = open.map(|quote| Quote { lines: quote.lines.saturating_add(1), ..quote });
    match line.kind {
        LineKind::Heading => None,
        LineKind::Article => {
            let number = doc.token_text(article_number(doc, line.text)).parse::<u32>().ok();
            let is_it = |quote: &Quote| Some(quote.article) == number && quote.lines <= NEAR;
            announced(doc, line).unwrap_or(goes_on.filter(is_it))
        }
        LineKind::Blank => open,
        LineKind::Gap | LineKind::Boundary | LineKind::Caption | LineKind::Bullet => goes_on,
        LineKind::Bold | LineKind::Closing | LineKind::SoftClosing | LineKind::Plain => {
            announced(doc, line).unwrap_or(goes_on)
        }
    }
}

/// What a line that ends with a colon announces: an article of a law, something else (`Some(None)`), or nothing.
fn announced(doc: &Annotated<'_>, line: Line) -> Option<Option<Quote>> {
    let end = last_text(doc, line.text..line.end)?;
    // `Căn cứ Điều 24 Nghị định … quy định⏎Thủ tục chứng thực chữ ký`
    let states = doc.word(end) == w!("định") && end > line.text && doc.word(end - 1) == w!("quy");
    if doc.token_text(end) != ":" && !states {
        return None;
    }
    let mut article = None;
    for at in line.text.max(end.saturating_sub(LAST))..end {
        let orders = doc.follows(at, &[w!("yêu"), w!("cầu")]) || doc.follows(at, &[w!("đề"), w!("nghị")]);
        // `Căn cứ Điều 12 Thông tư … quy định thẩm quyền đề nghị như sau:`
        if article.is_some() && doc.follows(at, &[w!("quy"), w!("định")]) {
            break;
        }
        if is_directive(doc, at) || orders && !is_noun(doc, at) {
            return Some(None);
        }
        let cited = doc.word(at) == w!("điều") && doc.shape(at).is_capital() && article.is_none();
        if cited && matches!(doc.shape(at + 1), Shape::Number | Shape::Code) && names_law(doc, at + 2, end) {
            article = doc.token_text(at + 1).parse().ok();
        }
    }
    article.map(|article| Some(Quote { article, lines: 0 }))
}

/// `các yêu cầu sau`, `về yêu cầu`, `hồ sơ đề nghị`: no verb.
fn is_noun(doc: &Annotated<'_>, at: usize) -> bool {
    let nominal = [
        w!("các"),
        w!("về"),
        w!("những"),
        w!("sơ"),
        w!("đơn"),
        w!("văn"),
        w!("theo"),
        w!("số"),
        w!("người"),
        w!("quyền"),
    ];
    at > 0 && nominal.contains(&doc.word(at - 1))
}

/// True where a law, decree or circular is named right behind its article: `Điều 16 Luật …`, `Điều 4 của Nghị định …`.
fn names_law(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    const LAWS: [Word; 4] = [w!("luật"), w!("hiến"), w!("điều"), w!("pháp")];
    let is_law = |at: usize| {
        LAWS.contains(&doc.word(at)) && doc.shape(at).is_capital()
            || doc.follows(at, &[w!("bộ"), w!("luật")])
            || doc.follows(at, &[w!("nghị"), w!("định")])
            || doc.follows(at, &[w!("thông"), w!("tư")])
            || doc.follows(at, &[w!("quy"), w!("chế")])
            || doc.follows(at, &[w!("quy"), w!("định")]) && doc.shape(at).is_capital()
            || doc.follows(at, &[w!("văn"), w!("bản"), w!("hợp"), w!("nhất")])
    };
    (at..end.min(at + 12)).any(is_law)
}

/// A document that assigns: `Công điện 102/CĐ-TTg`, `Chỉ thị số 05`, `Kế hoạch 188/KH-UBND`.
fn is_directive(doc: &Annotated<'_>, at: usize) -> bool {
    const KINDS: [[Word; 2]; 6] = [
        [w!("công"), w!("điện")],
        [w!("chỉ"), w!("thị")],
        [w!("kế"), w!("hoạch")],
        [w!("kết"), w!("luận")],
        [w!("công"), w!("văn")],
        [w!("thông"), w!("báo")],
    ];
    doc.shape(at).is_capital() && KINDS.iter().any(|kind| doc.follows(at, kind))
}
