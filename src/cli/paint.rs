//! Mentions shown in their text: in colour, or in brackets where colour cannot be seen.

use boctin::model::span::{Input, Span};

/// Whether colour is used.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint {
    /// True for the escape sequences of terminals.
    pub(crate) colour: bool,
}

const PLAIN: &str = "\x1b[0m";

impl Paint {
    /// `text` as what is of that kind.
    pub(crate) fn kind(self, kind: &str, text: &str) -> String {
        if self.colour { format!("{}{text}{PLAIN}", style(kind)) } else { text.to_owned() }
    }

    /// `text` as a heading.
    pub(crate) fn strong(self, text: &str) -> String {
        if self.colour { format!("\x1b[1m{text}{PLAIN}") } else { text.to_owned() }
    }
}

/// Legible on dark and on light ground; tasks are underlined, since other mentions stand in them.
fn style(kind: &str) -> &'static str {
    match kind {
        "PER" => "\x1b[1;32m",
        "TITLE" => "\x1b[36m",
        "ORG" => "\x1b[33m",
        "LOC" => "\x1b[35m",
        "DATE" => "\x1b[34m",
        "DOC" => "\x1b[31m",
        "COUNT" => "\x1b[1;34m",
        "TASK" => "\x1b[4m",
        _ => "\x1b[2m",
    }
}

/// `text` with each of `marks` (sorted by start, the longer first) in its colour, or as `[PER Lê Tám]`. A mark that
/// crosses one before it is left out.
pub(crate) fn mark(text: &str, marks: &[(Span<Input>, &str)], paint: &Paint) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for &(span, kind) in marks {
        let (start, end) = (span.start() as usize, span.end() as usize);
        close(&mut out, text, &mut at, &mut open, start, *paint);
        if open.last().is_some_and(|&(outer, _)| outer < end) {
            continue;
        }
        copy(&mut out, text, &mut at, start);
        out.push_str(&if paint.colour { style(kind).to_owned() } else { format!("[{kind} ") });
        open.push((end, kind));
    }
    close(&mut out, text, &mut at, &mut open, usize::MAX, *paint);
    copy(&mut out, text, &mut at, text.len());
    out
}

/// Closes the marks that end before `until`.
fn close(out: &mut String, text: &str, at: &mut usize, open: &mut Vec<(usize, &str)>, until: usize, paint: Paint) {
    while let Some(&(end, _)) = open.last().filter(|&&(end, _)| end <= until) {
        copy(out, text, at, end);
        open.pop();
        if paint.colour {
            out.push_str(PLAIN);
            open.iter().for_each(|(_, kind)| out.push_str(style(kind)));
        } else {
            out.push(']');
        }
    }
}

fn copy(out: &mut String, text: &str, at: &mut usize, to: usize) {
    out.push_str(text.get(*at..to).unwrap_or_default());
    *at = to.max(*at);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn marks_nest_and_do_not_cross() {
        let span = |start, end| Span::new(start, end).unwrap();
        let marks = [(span(0, 6), "TITLE"), (span(3, 6), "ORG"), (span(5, 8), "LOC"), (span(8, 9), "PER")];
        let plain = mark("abcdefghi", &marks, &Paint { colour: false });
        assert_eq!(plain, "[TITLE abc[ORG def]]gh[PER i]");
        let coloured = mark("abc", &[(span(1, 2), "LOC")], &Paint { colour: true });
        assert_eq!(coloured, "a\x1b[35mb\x1b[0mc");
    }
}
