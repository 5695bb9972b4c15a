//! Markup -> text: tags dropped, entities undone, white space collapsed as a browser does, a line for each block.
//!
//! It works on the tokens of the HTML, not on a tree, so its time and memory are linear whatever the nesting.

use std::cell::RefCell;

use html5ever::LocalName;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// The text of `html`. Blocks are set apart by a blank line, lines (`br`, list items, rows) by a line break, cells of a
/// table by ` | `.
pub(super) fn text(html: &str) -> String {
    let queue = BufferQueue::default();
    // The tokenizer's buffers count in 32 bits.
    let mut rest = html;
    while !rest.is_empty() {
        let mut size = rest.len().min(1 << 20);
        while !rest.is_char_boundary(size) {
            size -= 1;
        }
        let (head, tail) = rest.split_at(size);
        queue.push_back(StrTendril::from_slice(head));
        rest = tail;
    }
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let text = tokenizer.sink.text.into_inner();
    text.out
}

#[derive(Default)]
struct Sink {
    text: RefCell<Text>,
    /// The element whose content is no text, until its end tag.
    skipped: RefCell<Option<LocalName>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(characters) if self.skipped.borrow().is_none() => {
                self.text.borrow_mut().push(&characters);
            }
            Token::TagToken(tag) => {
                let mut skipped = self.skipped.borrow_mut();
                match (&*skipped, tag.kind) {
                    (Some(name), TagKind::EndTag) if *name == tag.name => *skipped = None,
                    (Some(_), _) => {}
                    (None, TagKind::StartTag) if !tag.self_closing && is_skipped(&tag.name) => {
                        let raw = raw_kind(&tag.name);
                        *skipped = Some(tag.name);
                        return raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
                    }
                    (None, kind) => self.text.borrow_mut().tag(&tag.name, kind == TagKind::StartTag),
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Elements whose content a reader of the page does not see.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "select"
            | "textarea"
            | "title"
            | "head"
            | "button"
    )
}

fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "noscript" | "iframe" => Some(RawKind::Rawtext),
        "textarea" | "title" => Some(RawKind::Rcdata),
        _ => None,
    }
}

/// The text so far, and the break that is due before what comes next.
#[derive(Default)]
struct Text {
    out: String,
    due: Due,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Due {
    #[default]
    Nothing,
    Space,
    Cell,
    Line,
    Paragraph,
}

impl Text {
    fn push(&mut self, characters: &str) {
        for part in characters.split_inclusive(is_space) {
            let word = part.trim_end_matches(is_space);
            if !word.is_empty() {
                self.flush();
                self.out.push_str(word);
            }
            if word.len() < part.len() {
                self.want(Due::Space);
            }
        }
    }

    fn tag(&mut self, name: &str, start: bool) {
        match name {
            "br" | "li" | "tr" | "dt" | "dd" | "option" | "figcaption" | "caption" | "hr" => self.want(Due::Line),
            "td" | "th" if start => self.want(Due::Cell),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "dl" | "table" | "blockquote"
            | "section" | "article" | "header" | "footer" | "aside" | "main" | "nav" | "figure" | "pre" | "form"
            | "address" | "body" => self.want(Due::Paragraph),
            _ => {}
        }
    }

    fn want(&mut self, due: Due) {
        self.due = self.due.max(due);
    }

    fn flush(&mut self) {
        let due = std::mem::take(&mut self.due);
        if !self.out.is_empty() {
            self.out.push_str(match due {
                Due::Nothing => "",
                Due::Space => " ",
                Due::Cell => " | ",
                Due::Line => "\n",
                Due::Paragraph => "\n\n",
            });
        }
    }
}

/// White space that HTML collapses: not the no-break space.
fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn blocks_lines_cells_and_entities() {
        let cases = [
            ("<p>B&agrave; <b>A</b>n&oacute;i</p>\n<p>hai\n  d&ograve;ng</p>", "Bà Anói\n\nhai dòng"),
            ("a<br/>b<ul><li>c</li><li>d</li></ul>e", "a\nb\n\nc\nd\n\ne"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc"),
            ("<script>var a='<p>x</p>';</script>Tin<style>p{}</style> m&#7899;i<!-- no -->", "Tin mới"),
            ("<head><title>no</title></head>&amp;lt; 5 &lt; 6", "&lt; 5 < 6"),
            ("<svg><title>x</title><text>y</text></svg>z", "z"),
            ("chưa đóng <p>thẻ <b", "chưa đóng\n\nthẻ"),
        ];
        for (html, expected) in cases {
            assert_eq!(text(html), expected, "{html}");
        }
    }

    #[test]
    fn deep_nesting_and_large_pages_take_linear_time() {
        let deep = "<div>".repeat(300_000) + "sâu";
        assert_eq!(text(&deep), "sâu");
        let large = "<p>Hội nghị</p>".repeat(200_000);
        assert_eq!(text(&large).len(), 200_000 * ("Hội nghị\n\n".len()) - 2);
    }
}
