//! Gold files: an article's text with inline tags. The first line is `#published: YYYY-MM-DD` or `#published: unknown`.
//!
//! Tags may nest, never cross: `<TITLE h="A">Bí thư <ORG>Tỉnh ủy</ORG></TITLE>`. `&lt;` `&gt;` `&amp;` are undone.

use crate::model::error::{Error, ErrorKind};
use crate::model::mention::NameKind;
use crate::model::span::{Input, Span, narrow};

/// An annotated article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gold {
    /// The publication date, where known.
    pub published: Option<String>,
    /// The article's text, tags stripped, escapes undone.
    pub text: String,
    /// Its spans, in the order of their opening tags.
    pub spans: Vec<GoldSpan>,
}

/// One annotated span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldSpan {
    /// `PER`, `TITLE`, `ORG`, `LOC`, `DATE`, `DOC`, `COUNT`, `TASK`.
    pub kind: String,
    /// Bytes of [`Gold::text`].
    pub span: Span<Input>,
    /// The attributes, in order.
    pub attributes: Vec<(String, String)>,
}

impl GoldSpan {
    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Gold {
    /// Its people, titles, bodies and places, in the order of their opening tags.
    #[must_use]
    pub fn names(&self) -> Vec<(Span<Input>, NameKind)> {
        let name = |span: &GoldSpan| {
            let kind = match span.kind.as_str() {
                "PER" => NameKind::Person,
                "TITLE" => NameKind::Title,
                "ORG" => NameKind::Body,
                "LOC" => NameKind::Place,
                _ => return None,
            };
            Some((span.span, kind))
        };
        self.spans.iter().filter_map(name).collect()
    }

    /// Reads a gold file.
    ///
    /// # Errors
    /// Where the first line is not `#published: …`, and where a tag is unknown, crosses another or is never closed: with
    /// the line.
    pub fn parse(source: &str) -> Result<Self, Error> {
        let (head, body) = source.split_once('\n').unwrap_or((source, ""));
        let Some(date) = head.strip_prefix("#published: ") else {
            return Err(wrong(1, "the first line is not '#published: YYYY-MM-DD' or '#published: unknown'"));
        };
        let published = (date != "unknown").then(|| date.to_owned());
        let mut reader =
            Reader { text: String::with_capacity(body.len()), spans: Vec::new(), open: Vec::new(), line: 2 };
        let mut rest = body;
        while let Some(at) = rest.find('<') {
            reader.push(&rest[..at]);
            let Some(end) = rest[at..].find('>').map(|end| at + end) else {
                return Err(wrong(reader.line, "'<' without '>': write &lt;"));
            };
            reader.tag(&rest[at + 1..end])?;
            rest = &rest[end + 1..];
        }
        reader.push(rest);
        match reader.open.last() {
            Some(&index) => Err(wrong(reader.line, &format!("<{}> is never closed", reader.spans[index].kind))),
            None => Ok(Self { published, text: reader.text, spans: reader.spans }),
        }
    }
}

fn wrong(line: usize, what: &str) -> Error {
    Error::new(ErrorKind::Format, what).at(format!("line {line}"))
}

struct Reader {
    text: String,
    spans: Vec<GoldSpan>,
    open: Vec<usize>,
    line: usize,
}

impl Reader {
    fn push(&mut self, piece: &str) {
        self.line += piece.matches('\n').count();
        self.text.push_str(&unescape(piece));
    }

    fn tag(&mut self, tag: &str) -> Result<(), Error> {
        if let Some(kind) = tag.strip_prefix('/') {
            return match self.open.pop() {
                Some(index) if self.spans[index].kind == kind.trim() => {
                    let start = self.spans[index].span.start();
                    self.spans[index].span = span(start, narrow(self.text.len()));
                    Ok(())
                }
                _ => Err(wrong(self.line, &format!("</{kind}> closes nothing"))),
            };
        }
        let kind = tag.split_whitespace().next().unwrap_or_default();
        if !["PER", "TITLE", "ORG", "LOC", "DATE", "DOC", "COUNT", "TASK"].contains(&kind) {
            return Err(wrong(self.line, &format!("unknown tag <{tag}>")));
        }
        let at = narrow(self.text.len());
        self.open.push(self.spans.len());
        self.spans.push(GoldSpan {
            kind: kind.to_owned(),
            span: span(at, at),
            attributes: attributes(&tag[kind.len()..]),
        });
        Ok(())
    }
}

fn span(start: u32, end: u32) -> Span<Input> {
    Span::new(start, end.max(start)).unwrap_or_else(|| unreachable!("end is at least start"))
}

fn attributes(mut text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while let Some((name, rest)) = text.split_once("=\"") {
        let Some((value, rest)) = rest.split_once('"') else { break };
        found.push((name.trim().to_owned(), unescape(value)));
        text = rest;
    }
    found
}

fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_nest_and_escapes_are_undone() {
        let gold =
            Gold::parse("#published: 2024-05-02\n<TITLE h=\"Lê A|Vũ B\">Bí thư <ORG>Sở T&amp;T</ORG></TITLE> họp")
                .unwrap();
        assert_eq!(gold.text, "Bí thư Sở T&T họp");
        assert_eq!(gold.published.as_deref(), Some("2024-05-02"));
        let texts: Vec<&str> = gold.spans.iter().map(|span| &gold.text[span.span.range()]).collect();
        assert_eq!(texts, ["Bí thư Sở T&T", "Sở T&T"]);
        assert_eq!(gold.spans[0].attribute("h"), Some("Lê A|Vũ B"));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (source, message) in [
            ("text", "line 1: the first line"),
            ("#published: unknown\na\n<PER>b", "line 3: <PER> is never closed"),
            ("#published: unknown\n</PER>", "line 2: </PER> closes nothing"),
            ("#published: unknown\n<FOO>x</FOO>", "line 2: unknown tag <FOO>"),
        ] {
            let error = Gold::parse(source).unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
