//! Soft line wraps: which line breaks only wrap a line, so that the sentence, and a name, runs across them.
//!
//! Official documents come hard-wrapped at a fixed width; there, a break is soft unless the next line opens an item or a
//! paragraph. In other texts only a break in mid-sentence before a small letter is soft.

use crate::model::token::{Gap, Shape, Token};

/// Turns [`Gap::Line`] into [`Gap::Wrap`] where the break only wraps the line.
pub fn soften(text: &str, tokens: &mut [Token]) {
    let Some(page) = Page::of(text, tokens) else { return };
    let mut line_start = 0;
    for at in 1..tokens.len() {
        if tokens[at].gap < Gap::Line {
            continue;
        }
        let (last, next) = (tokens[at - 1], tokens[at]);
        if next.gap == Gap::Line && page.wraps(text, &tokens[line_start], &last, &next, tokens.get(at + 1)) {
            tokens[at].gap = Gap::Wrap;
        }
        line_start = at;
    }
}

/// What the breaks of a whole text say of it.
struct Page {
    /// True where the text is set in lines of a fixed width.
    hard_wrapped: bool,
    /// The length in bytes of a full line.
    width: u32,
}

impl Page {
    /// `None` where the text has no single line break.
    fn of(text: &str, tokens: &[Token]) -> Option<Self> {
        let (mut lines, mut small, mut width, mut start) = (0u32, 0u32, 0u32, 0usize);
        for at in 1..tokens.len() {
            if tokens[at].gap < Gap::Line {
                continue;
            }
            if tokens[at].gap == Gap::Line {
                lines += 1;
                if tokens[at].shape == Shape::Lower && !ends_sentence(text, &tokens[at - 1]) {
                    small += 1;
                    width = width.max(tokens[at - 1].end - tokens[start].start);
                }
            }
            start = at;
        }
        (lines > 0).then_some(Self { hard_wrapped: small >= 3 && small * 5 >= lines && width < 260, width })
    }

    fn wraps(&self, text: &str, first: &Token, last: &Token, next: &Token, after: Option<&Token>) -> bool {
        if ends_sentence(text, last) {
            return false;
        }
        // `Điều⏎2. Trách nhiệm …`
        if last.text(text) == "Điều" && next.shape == Shape::Number {
            return true;
        }
        if is_marker(text, next, after) {
            return false;
        }
        if next.shape == Shape::Lower {
            return true;
        }
        if self.hard_wrapped && leads_on(text, last) {
            return true;
        }
        let full = (last.end - first.start) * 2 >= self.width;
        let comma = last.text(text) == ",";
        match next.shape {
            Shape::Number | Shape::Code => self.hard_wrapped && full || takes_number(text, last),
            Shape::Upper if last.shape == Shape::Upper => self.hard_wrapped,
            Shape::Punct => self.hard_wrapped && full && matches!(next.text(text), "(" | "“" | "\""),
            _ => self.hard_wrapped && (full || comma) && (last.shape != Shape::Punct || comma),
        }
    }
}

fn ends_sentence(text: &str, token: &Token) -> bool {
    matches!(token.text(text), "." | "!" | "?" | "…" | "..." | ":" | ";" | "|" | "**" | "*" | "”" | "\"" | "-------")
        || token.shape == Shape::Punct && token.end - token.start > 2
}

/// True where the token opens an item: a bullet, a table's bar, `1.`, `a)`, `(1)`, `II.`.
fn is_marker(text: &str, token: &Token, after: Option<&Token>) -> bool {
    let closed = after.is_some_and(|after| after.gap == Gap::None && matches!(after.text(text), "." | ")" | "/"));
    match token.shape {
        Shape::Punct => matches!(token.text(text), "-" | "+" | "*" | "**" | "|" | "•" | "–" | "—" | "#" | "##" | "###"),
        Shape::Number | Shape::Code => closed && token.end - token.start <= 3,
        Shape::Lower | Shape::Title | Shape::Upper => closed && token.end - token.start <= 4,
        Shape::Mixed => false,
    }
}

/// Words that no line ends with: `Bộ Nông nghiệp và⏎Môi trường`, `khoản 25 Điều 3 Luật⏎Quản lý thuế`.
fn leads_on(text: &str, token: &Token) -> bool {
    matches!(
        token.text(text),
        "và" | "của"
            | "các"
            | "với"
            | "tại"
            | "do"
            | "để"
            | "trong"
            | "là"
            | "theo"
            | "cho"
            | "từ"
            | "đến"
            | "những"
            | "về"
            | "ở"
            | "Luật"
    )
}

/// Words that a number must follow: `Nghị định số⏎200/2023/NĐ-CP`.
fn takes_number(text: &str, token: &Token) -> bool {
    matches!(token.text(text), "số" | "Số" | "ngày" | "Ngày" | "tháng" | "năm" | "Điều" | "khoản" | "điểm" | "khóa")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::token::tokenize;

    fn wraps(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        soften(text, &mut tokens);
        tokens.iter().filter(|token| token.gap == Gap::Wrap).map(|token| token.text(text).to_owned()).collect()
    }

    #[test]
    fn a_number_belongs_to_its_word() {
        assert_eq!(wraps("Căn cứ Nghị định số\n200/2023/NĐ-CP"), ["200/2023/NĐ-CP"]);
    }

    #[test]
    fn lines_that_end_a_thought_stay() {
        assert!(wraps("Hội nghị khai mạc\nÔng An dự hội nghị.\nĐông đảo người dân đến xem").is_empty());
        assert!(wraps("yêu cầu:\na) rà soát;\nb) báo cáo").is_empty());
    }

    #[test]
    fn a_hard_wrapped_page_joins_names() {
        let page = "Theo báo cáo của Sở Nông nghiệp và\nMôi trường về tình hình mưa lũ tại\nkhu vực từ Quảng Trị đến Khánh\nHòa trong những ngày\nqua thì nước sông đã\nxuống.";
        assert_eq!(wraps(page), ["Môi", "khu", "Hòa", "qua", "xuống"]);
    }
}
