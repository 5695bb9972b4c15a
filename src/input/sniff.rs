//! Which container a stream is, by its first bytes, and where those leave a doubt, by the file's name.

use super::reading::Container;
use super::{parquet, tar};

/// The container of a stream that begins with `head` and is called `name`.
pub(super) fn container(head: &[u8], name: &str) -> Container {
    if tar::is_archive(head) {
        return Container::Tar;
    }
    if head.starts_with(parquet::MAGIC) {
        return Container::Parquet;
    }
    if head.starts_with(b"WARC/") {
        return Container::Warc;
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    match text.first() {
        Some(b'{') => json(text, name),
        Some(b'[')
            if looks_like(&text[1..], b"{")
                && looks_like(text[1..].trim_ascii_start().get(1..).unwrap_or_default(), b"\"") =>
        {
            Container::Json
        }
        Some(b'<') => markup(text),
        _ => by_name(name).unwrap_or(Container::Text),
    }
}

/// Records a line, records over several lines, or a text that begins with a brace.
fn json(head: &[u8], name: &str) -> Container {
    let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let is_cut_off = line.len() == head.len();
    let is_object = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(line).is_ok();
    let named = by_name(name);
    if is_object || named == Some(Container::Ndjson) || (is_cut_off && looks_like(&line[1..], b"\"")) {
        Container::Ndjson
    } else if named == Some(Container::Json) || looks_like(&head[1..], b"\"") {
        Container::Json
    } else {
        Container::Text
    }
}

/// A feed, a page, or markup of some other kind, which is read as a page is.
fn markup(head: &[u8]) -> Container {
    let head = String::from_utf8_lossy(&head[..head.len().min(4096)]).to_ascii_lowercase();
    let mut rest = head.as_str();
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with(['?', '!']) && !rest.starts_with("!doctype html") {
            continue;
        }
        let name = rest.split(|c: char| !(c.is_ascii_alphanumeric() || ":!".contains(c))).next().unwrap_or_default();
        return match name {
            "rss" | "feed" | "rdf:rdf" | "atom:feed" => Container::Feed,
            "" => Container::Text,
            _ if is_element(name) => Container::Html,
            _ => Container::Text,
        };
    }
    Container::Text
}

/// Elements that pages and the markup of articles begin with. A text may begin with `<` for other reasons.
fn is_element(name: &str) -> bool {
    matches!(
        name,
        "!doctype"
            | "html"
            | "head"
            | "body"
            | "title"
            | "meta"
            | "div"
            | "p"
            | "span"
            | "h1"
            | "h2"
            | "h3"
            | "article"
            | "section"
            | "main"
            | "table"
            | "ul"
            | "ol"
            | "strong"
            | "em"
            | "b"
            | "i"
            | "a"
            | "img"
            | "figure"
            | "style"
            | "script"
            | "center"
            | "font"
            | "br"
            | "link"
            | "blockquote"
    )
}

fn by_name(name: &str) -> Option<Container> {
    let name = name.to_ascii_lowercase();
    let name = [".gz", ".zst", ".xz"].iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(&name);
    match name.rsplit_once('.')?.1 {
        "ndjson" | "jsonl" => Some(Container::Ndjson),
        "json" => Some(Container::Json),
        "csv" => Some(Container::Csv),
        "tsv" => Some(Container::Tsv),
        "html" | "htm" | "xhtml" => Some(Container::Html),
        _ => None,
    }
}

fn looks_like(rest: &[u8], next: &[u8]) -> bool {
    rest.trim_ascii_start().starts_with(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_the_name_where_it_leaves_a_doubt() {
        let cases: [(&str, &str, Container); 16] = [
            ("{\"text\":\"a\"}\n", "-", Container::Ndjson),
            ("{\"text\":\"a", "-", Container::Ndjson),
            ("{\n  \"text\": \"a\"\n}", "a.json", Container::Json),
            ("{bad\n", "a.ndjson.gz", Container::Ndjson),
            ("{Ngoặc} mở đầu\n", "a.txt", Container::Text),
            ("[{\"text\":1}]", "-", Container::Json),
            ("[1] Chú thích", "-", Container::Text),
            ("<!DOCTYPE html><html>", "-", Container::Html),
            ("<?xml version=\"1.0\"?>\n<!-- x -->\n<rss version=\"2.0\">", "-", Container::Feed),
            ("<feed xmlns=\"x\">", "-", Container::Feed),
            ("<p>Tin</p>", "-", Container::Html),
            ("<Tin> ngày", "-", Container::Text),
            ("WARC/1.0\r\n", "-", Container::Warc),
            ("id,text\n", "a.csv", Container::Csv),
            ("id,text\n", "a.txt", Container::Text),
            ("", "a.txt", Container::Text),
        ];
        for (head, name, expected) in cases {
            assert_eq!(container(head.as_bytes(), name), expected, "{head} in {name}");
        }
    }
}
