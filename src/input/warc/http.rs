//! The page in an HTTP response: its body, without chunking and compression, where it is a page that was found.

use std::io::Read;

use super::super::peel;
use super::super::piece::Content;
use super::super::text::read_whole;
use crate::model::error::{Error, ErrorKind};

/// The page of a response; `None` for an error page, a redirection, an image.
pub(super) fn page(response: Vec<u8>, limit: usize) -> Result<Option<Content>, Error> {
    let Some((head, start)) = split(&response) else {
        return Err(Error::new(ErrorKind::Format, "not an HTTP response: its header does not end"));
    };
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let field = |name: &str| {
        head.lines()
            .skip(1)
            .filter_map(|line| line.split_once(':'))
            .find(|(key, _)| key.trim() == name)
            .map(|(_, value)| value.trim())
    };
    let status = head.split_ascii_whitespace().nth(1).unwrap_or_default();
    let kind = field("content-type").unwrap_or("text/html");
    let is_html = kind.contains("html");
    if status != "200" || !(is_html || kind.starts_with("text/plain")) {
        return Ok(None);
    }
    let mut body = response;
    body.drain(..start);
    if field("transfer-encoding").is_some_and(|value| value.contains("chunked")) {
        body = unchunk(body);
    }
    body = match field("content-encoding") {
        Some("br") => {
            return Err(Error::new(ErrorKind::Format, "the page is compressed with Brotli, which is not read"));
        }
        // By content: crawlers often undo the compression and leave the header.
        _ => read_whole(peel::peel(std::io::Cursor::new(body))?.by_ref(), limit)?,
    };
    Ok(Some(if is_html { Content::Html(body) } else { Content::Text(body) }))
}

/// The header, and where the body begins.
fn split(response: &[u8]) -> Option<(&[u8], usize)> {
    let windows = memchr::memmem::find(response, b"\r\n\r\n").map(|at| (at, at + 4));
    let bare = memchr::memmem::find(&response[..response.len().min(64 << 10)], b"\n\n").map(|at| (at, at + 2));
    let (end, start) = windows.into_iter().chain(bare).min()?;
    Some((&response[..end], start))
}

/// The body without the sizes of its chunks. One that is not chunked after all, as crawlers leave it, stays as it is.
fn unchunk(body: Vec<u8>) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = &body[..];
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let size = String::from_utf8_lossy(&rest[..end]);
        let size = size.split(';').next().unwrap_or_default().trim();
        let Ok(size) = usize::from_str_radix(size, 16) else { break };
        if size == 0 {
            return out;
        }
        let Some(chunk) = rest.get(end + 1..).and_then(|rest| rest.get(..size)) else { break };
        out.extend_from_slice(chunk);
        rest = &rest[end + 1 + size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
    if out.is_empty() { body } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_other_bodies_left() {
        assert_eq!(unchunk(b"4\r\nWiki\r\n5;x=y\r\npedia\r\n0\r\n\r\n".to_vec()), b"Wikipedia");
        assert_eq!(unchunk(b"<html>".to_vec()), b"<html>");
    }

    #[test]
    fn only_pages_that_were_found_are_read() {
        let html = page(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Tin".to_vec(), 99).unwrap();
        assert!(matches!(html, Some(Content::Html(body)) if body == b"<p>Tin"));
        for other in ["HTTP/1.1 404 Not Found\r\n\r\nx", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"] {
            assert!(page(other.as_bytes().to_vec(), 99).unwrap().is_none());
        }
        assert!(page(b"HTTP/1.1 200 OK\r\n".to_vec(), 99).is_err());
    }
}
