//! HTML pages: headline, date line, lead and body of the article as one text, entities undone.
//!
//! The article is found by `dom_smoothie` (Mozilla's Readability); a fragment without a page around it, a page nested
//! so deeply that a tree of it would be dangerous, and a page in which no article is found are taken whole.

mod page;
mod strip;

use super::document::Document;
use super::reading::Reading;
use super::{decoding, published};
use crate::model::error::Error;

/// Nesting beyond this is no page that a person made.
const MAX_DEPTH: usize = 512;

/// The document of the bytes of a page or fragment.
pub(super) fn document(bytes: Vec<u8>, id: String, reading: &Reading) -> Result<Document, Error> {
    let decoded = decoding::decode_html(bytes, reading)?;
    let mut document = of_str(&decoded.text);
    document.id = id;
    document.encoding = decoded.encoding;
    document.warnings.splice(0..0, decoded.warnings);
    Ok(document)
}

/// The document of a decoded page or fragment, with an empty id.
pub(super) fn of_str(html: &str) -> Document {
    let mut document = Document::new("", "");
    if !is_page(html) {
        document.text = strip::text(html);
        return document;
    }
    let page = if depth(html) > MAX_DEPTH { None } else { page::read(html) };
    let Some(page) = page else {
        document.text = strip::text(html);
        document.warnings.push("no article was found in the page: all of its text was read".to_owned());
        return document;
    };
    document.published = page.date.as_deref().and_then(published::parse);
    document.text = join(&page);
    document.title = page.title;
    document
}

/// The text of markup without a page around it, such as the description in a feed.
pub(super) fn text(html: &str) -> String {
    strip::text(html)
}

/// Headline, date line, lead, body, each once.
fn join(page: &page::Page) -> String {
    let mut text = String::new();
    let front = [&page.headline, &page.date_line, &page.lead];
    for part in front.into_iter().flatten() {
        // What the body repeats within its first lines is not put in front of it.
        let head_end = page.body.char_indices().nth(1500).map_or(page.body.len(), |(at, _)| at);
        if !part.is_empty() && !text.contains(part.as_str()) && !page.body[..head_end].contains(part.as_str()) {
            text.push_str(part);
            text.push_str("\n\n");
        }
    }
    text.push_str(&page.body);
    text
}

fn is_page(html: &str) -> bool {
    let head = html.get(..2048).unwrap_or_else(|| html.char_indices().nth(1024).map_or(html, |(at, _)| &html[..at]));
    let head = head.to_ascii_lowercase();
    ["<html", "<!doctype", "<head", "<body"].iter().any(|mark| head.contains(mark))
}

/// The deepest nesting of tags, roughly: void elements and unclosed paragraphs are not counted.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    let mut bytes = html.as_bytes();
    while let Some(at) = memchr::memchr(b'<', bytes) {
        bytes = &bytes[at + 1..];
        match bytes {
            [b'/', ..] => depth = depth.saturating_sub(1),
            [letter, ..] if letter.is_ascii_alphabetic() && !is_void(bytes) => depth += 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// True for elements that have no end tag, or mostly go without one.
fn is_void(tag: &[u8]) -> bool {
    const VOID: [&str; 15] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "p", "param", "source", "wbr",
    ];
    let name = tag.split(|byte| !byte.is_ascii_alphanumeric()).next().unwrap_or_default();
    // A tag that closes itself, as SVG's do.
    let end = memchr::memchr(b'>', &tag[..tag.len().min(4096)]);
    end.is_some_and(|end| end > 0 && tag[end - 1] == b'/')
        || VOID.iter().any(|void| name.eq_ignore_ascii_case(void.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html><head><title>Khai mạc hội chợ - Báo Sông Quê</title>
<meta property="og:title" content="Khai mạc hội chợ"/>
<meta property="article:published_time" content="2021-03-04T08:15:00+07:00"></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/t">Thời sự</a></li></ul></nav>
<div class="detail"><h1 class="title-detail">Khai mạc hội chợ</h1><span class="date">Thứ Năm, 4/3/2021, 08:15 (GMT+7)</span>
<h2 class="sapo">Sáng nay, hội chợ nông sản đã khai mạc.</h2>
<div class="content"><p>Ông Lê Văn Tám, Chủ tịch UBND huyện, cho biết hội chợ c&oacute; 120 gian hàng, đến từ nhiều tỉnh, thành phố trong cả nước.</p>
<p>Ban tổ chức mong bà con gần xa đến tham quan, mua sắm; hội chợ kéo dài đến hết ngày 10/3, mở cửa từ 8 giờ đến 21 giờ hằng ngày.</p>
<p>Trong khuôn khổ hội chợ còn có các hoạt động văn nghệ, thể thao, trò chơi dân gian, hội thi nấu ăn của các xã, thị trấn trong huyện.</p></div></div>
<footer>Bản quyền thuộc Báo Sông Quê</footer></body></html>"#;

    #[test]
    fn an_article_gives_headline_date_line_lead_and_body_in_order() {
        let document = of_str(PAGE);
        assert_eq!(document.title.as_deref(), Some("Khai mạc hội chợ"));
        assert_eq!(document.published.as_deref(), Some("2021-03-04T08:15:00+07:00"));
        let lines: Vec<_> = document.text.split("\n\n").collect();
        let starts =
            ["Khai mạc hội chợ", "Thứ Năm, 4/3/2021", "Sáng nay,", "Ông Lê Văn Tám", "Ban tổ chức", "Trong khuôn"];
        assert_eq!(lines.len(), starts.len(), "{lines:#?}");
        for (line, start) in lines.iter().zip(starts) {
            assert!(line.starts_with(start), "{line}");
        }
        assert!(document.text.contains("có 120 gian"));
    }

    #[test]
    fn a_fragment_is_taken_whole() {
        let document = of_str("<p>M&ocirc;t</p><p>Hai</p>");
        assert_eq!((document.text.as_str(), document.warnings.len()), ("Môt\n\nHai", 0));
    }

    #[test]
    fn deep_nesting_is_survived_with_a_warning() {
        let html = format!("<html><body>{}sâu{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let document = of_str(&html);
        assert_eq!((document.text.as_str(), document.warnings.len()), ("sâu", 1));
    }

    #[test]
    fn depth_counts_what_nests() {
        assert_eq!(depth("<div><p>a<br><p>b<img src=x><b>c</b></div><path d='x'/>"), 2);
    }
}
