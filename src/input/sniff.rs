//! Which container a stream is, by its first bytes, and where those leave a doubt, by the file's name.

use super::reading::Container;

/// The container of a stream that begins with `head` and is called `name`.
pub(super) fn container(head: &[u8], name: &str) -> Container {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    if head.starts_with(b"{") && is_record(head, name) { Container::Ndjson } else { Container::Text }
}

/// True where the first line is a JSON object, or looks like the beginning of one under a name that promises it.
fn is_record(head: &[u8], name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let promised = [".ndjson", ".jsonl"].iter().any(|suffix| name.contains(suffix));
    let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    promised
        || serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(line).is_ok()
        || (line.len() == head.len() && looks_like_a_key(line))
}

/// `{"`: a text in braces does not go on like this.
fn looks_like_a_key(line: &[u8]) -> bool {
    line.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}
