//! Lines of a document as an outline needs them: what kind of line each is, and where its text begins.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Gap, Shape, Word};
use crate::rules::task::words::{closes, is_addressee_head, is_markup, last_text};
use crate::w;

/// The longest line that heads what follows it, in tokens.
const HEADING: usize = 18;

/// What a line is to the lists around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// A heading of the page: `## …`, a bold line that asks a question.
    Heading,
    /// A bold line inside a section.
    Bold,
    /// `Điều 5. …`
    Article,
    /// `Chương II`, `Phụ lục`, a line in italics, the bar of a table, a rule.
    Boundary,
    /// A line in italics under a picture (`(Hình từ Internet)`): ends the item, and the list unless it goes on.
    Caption,
    /// `...`, `[...]`: something was left out.
    Gap,
    /// Opens with a formula that ends a list for good: `Trên đây là …`, `Nơi nhận:`.
    Closing,
    /// Opens with words that end a list unless it goes on behind them: `Yêu cầu …`, `Văn phòng Chính phủ thông báo …`.
    SoftClosing,
    /// `- …`, `+ …`
    Bullet,
    /// Marks of markup alone.
    Blank,
    /// A paragraph.
    Plain,
}

/// A line: tokens `first..end`, the text behind its markup at `text`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) first: usize,
    pub(crate) text: usize,
    pub(crate) end: usize,
    pub(crate) kind: LineKind,
}

/// The line `first..end`.
pub(crate) fn read(doc: &Annotated<'_>, first: usize, end: usize) -> Line {
    let mut text = first;
    while text < end && is_markup(doc, text) {
        text += 1;
    }
    Line { first, text, end, kind: kind(doc, first, text, end) }
}

fn kind(doc: &Annotated<'_>, first: usize, text: usize, end: usize) -> LineKind {
    if (first..end).all(|at| doc.shape(at) == Shape::Punct) {
        return without_words(doc, first, end);
    }
    // The mark of a note, `**[13]**`.
    if doc.token_text(text) == "[" && (text..end).all(|at| matches!(doc.shape(at), Shape::Punct | Shape::Number)) {
        return LineKind::Blank;
    }
    // A row of a table.
    if (text..end).any(|at| doc.word(at) == w!("|")) {
        return LineKind::Boundary;
    }
    let mark = doc.token_text(first);
    if mark.starts_with('#') {
        return if is_article(doc, text) { LineKind::Article } else { LineKind::Heading };
    }
    if is_article(doc, text) {
        return LineKind::Article;
    }
    if is_part(doc, text, end) {
        return LineKind::Boundary;
    }
    let last = end - 1;
    let asks = last_text(doc, text..end).is_some_and(|at| doc.token_text(at) == "?");
    if mark == "**" && is_markup(doc, last) {
        return if asks { LineKind::Heading } else { LineKind::Bold };
    }
    if mark == "*" && text > first && doc.token_text(last).starts_with('*') && end - text > 3 {
        // `*Ảnh: An Lâm*`, `*(Hình từ Internet)*`, not `*Tình hình mưa lũ ảnh hưởng …*`.
        let names = |at: usize| [w!("hình"), w!("ảnh"), w!("internet")].contains(&doc.word(at));
        let pictured = names(text)
            || names(text + 1)
            || (text.max(end.saturating_sub(8))..end).any(|at| doc.word(at) == w!("internet"));
        return if pictured { LineKind::Caption } else { LineKind::Boundary };
    }
    if let Some(for_good) = closes(doc, text) {
        return if for_good { LineKind::Closing } else { LineKind::SoftClosing };
    }
    if sums_up(doc, text, end) {
        return LineKind::SoftClosing;
    }
    if matches!(doc.token_text(text), "-" | "+" | "•" | "–" | "▪" | "●" | "◦" | "○" | "o")
        && doc.shape(text) != Shape::Number
    {
        return LineKind::Bullet;
    }
    LineKind::Plain
}

/// `Bộ Y tế đề nghị các đơn vị thực hiện đầy đủ các nội dung nêu trên`: a paragraph in which the body that ordered asks for it.
fn sums_up(doc: &Annotated<'_>, text: usize, end: usize) -> bool {
    const BODIES: [Word; 8] = [w!("bộ"), w!("ubnd"), w!("ủy"), w!("sở"), w!("cục"), w!("tổng"), w!("ban"), w!("chủ")];
    if !BODIES.contains(&doc.word(text)) || !doc.shape(text).is_capital() {
        return false;
    }
    (text + 2..end.min(text + 14)).any(|at| {
        let asks = doc.follows(at, &[w!("đề"), w!("nghị")]) || doc.follows(at, &[w!("yêu"), w!("cầu")]);
        asks && is_addressee_head(doc, at + 2)
    })
}

fn without_words(doc: &Annotated<'_>, first: usize, end: usize) -> LineKind {
    let mut texts = (first..end).map(|at| doc.token_text(at));
    if (first..end).any(|at| doc.word(at) == w!("|") || doc.token_text(at).starts_with("---")) {
        return LineKind::Boundary;
    }
    if texts.any(|text| matches!(text, "..." | "…" | "....")) { LineKind::Gap } else { LineKind::Blank }
}

/// True for a row of a table: `26 | Đắk Lắk | …`.
pub(crate) fn is_row(doc: &Annotated<'_>, line: Line) -> bool {
    (line.text..line.end).any(|at| doc.word(at) == w!("|"))
}

/// `Điều 5.`, `Điều 12:`, also in bold.
fn is_article(doc: &Annotated<'_>, at: usize) -> bool {
    let number = article_number(doc, at);
    let after = number + 1;
    doc.word(at) == w!("điều")
        && doc.shape(at).is_capital()
        && doc.token_text(number).starts_with(|first: char| first.is_ascii_digit())
        && (matches!(doc.token_text(after), "." | ":" | ",")
            || is_markup(doc, after)
            || doc.gap(after).is_break()
            || doc.shape(after).is_capital())
}

/// The token of an article's number behind its word `at`, markup left out: the `3` of `Điều **3**.`
pub(crate) fn article_number(doc: &Annotated<'_>, at: usize) -> usize {
    let mut number = at + 1;
    while number < at + 4 && is_markup(doc, number) && !doc.gap(number).is_break() {
        number += 1;
    }
    number
}

/// `Chương II`, `Mục 1`, `Phụ lục III`: a line that names a part and little else.
fn is_part(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    let chapter = [w!("chương"), w!("phần"), w!("mục")].contains(&doc.word(at)) && end - at <= 5;
    let annex = doc.follows(at, &[w!("phụ"), w!("lục")]) && end - at <= 5;
    doc.shape(at).is_capital() && (chapter || annex)
}

/// True for a short line between blank ones that ends without a stop: it heads what follows.
pub(crate) fn is_heading(doc: &Annotated<'_>, line: Line) -> bool {
    let alone = doc.gap(line.first) == Gap::Paragraph && doc.gap(line.end) == Gap::Paragraph;
    let words = |at: usize| doc.shape(at) != Shape::Punct;
    alone && line.end - line.text <= HEADING && doc.shape(line.text).is_capital() && words(line.end - 1)
}

/// True where the text before the token `at` ends a sentence, markup apart.
pub(crate) fn ends_sentence(doc: &Annotated<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0 && (is_markup(doc, before - 1) || matches!(doc.token_text(before - 1), "”" | "\"" | ")")) {
        before -= 1;
    }
    before > 0 && matches!(doc.token_text(before - 1), "." | ";" | "!" | "…" | "...")
}
