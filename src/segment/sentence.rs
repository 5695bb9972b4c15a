//! Sentences: extents of tokens that cover the whole text, in order.

use crate::model::span::Extent;
use crate::model::token::{Gap, Shape, Token};

/// Appends the sentences of `tokens` to `sentences`. A sentence ends at a line that ends, and after `.` `!` `?` `…`
/// where what follows begins a new one. A headline or caption without a full stop ends with its line.
pub fn split(text: &str, tokens: &[Token], sentences: &mut Vec<Extent>) {
    let mut first = 0;
    for at in 1..tokens.len() {
        if tokens[at].gap.is_break() || ends_before(text, tokens, at) {
            sentences.push(Extent::new(first, at));
            first = at;
        }
    }
    if first < tokens.len() {
        sentences.push(Extent::new(first, tokens.len()));
    }
}

/// True where a sentence ends between the tokens `at - 1` and `at` of one line.
fn ends_before(text: &str, tokens: &[Token], at: usize) -> bool {
    // The mark that ends a sentence stands before, perhaps with a quote or bracket that closes.
    if tokens[at - 1].shape != Shape::Punct {
        return false;
    }
    // A closing quote or bracket belongs to the sentence that it closes.
    let mut last = at - 1;
    if closes(text, &tokens[at]) && tokens[at].gap == Gap::None {
        return false;
    }
    while last > 0 && closes(text, &tokens[last]) && tokens[last].gap == Gap::None {
        last -= 1;
    }
    let mark = &tokens[last];
    if mark.shape != Shape::Punct || !begins(text, &tokens[at]) {
        return false;
    }
    match mark.text(text) {
        "!" | "?" => true,
        "…" | "..." => tokens[at].gap != Gap::None,
        "." => !belongs_to_word(text, tokens, last, at),
        _ => false,
    }
}

/// True where the full stop `stop` belongs to the word before it: `TP.`, `PGS.TS.`, `N.V.A.`, `1.`.
fn belongs_to_word(text: &str, tokens: &[Token], stop: usize, next: usize) -> bool {
    let Some(before) = stop.checked_sub(1).map(|index| &tokens[index]) else { return true };
    if tokens[stop].gap != Gap::None {
        return false;
    }
    let touches = tokens[next].gap == Gap::None;
    match before.shape {
        // `năm 2017.Ông`: a missing space after a year; `1. Rà soát`: a list's number.
        Shape::Number => (before.end - before.start) <= 2 && opens(text, tokens, stop - 1),
        Shape::Code | Shape::Lower => false,
        _ => {
            let word = before.text(text);
            is_abbreviation(word) || (touches && word.chars().count() <= 3 && before.shape == Shape::Upper)
        }
    }
}

/// True where the token opens its line or follows a mark, so that a number there counts an item.
fn opens(text: &str, tokens: &[Token], at: usize) -> bool {
    at == 0 || tokens[at].gap.is_break() || matches!(tokens[at - 1].text(text), "." | ";" | ":" | "(" | "**" | "|")
}

/// Words that keep their full stop before a name.
fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "TP" | "Tp"
            | "TX"
            | "TT"
            | "Q"
            | "P"
            | "H"
            | "X"
            | "GS"
            | "PGS"
            | "TS"
            | "ThS"
            | "Ths"
            | "BS"
            | "KS"
            | "KTS"
            | "LS"
            | "NSND"
            | "NSƯT"
            | "TSKH"
            | "BSCK"
            | "Mr"
            | "Mrs"
            | "Ms"
            | "Dr"
            | "St"
            | "KT"
            | "TM"
            | "TL"
            | "TUQ"
            | "Th"
            | "Tr"
    ) || word.chars().count() == 1 && word != "I"
}

fn closes(text: &str, token: &Token) -> bool {
    token.shape == Shape::Punct && matches!(token.text(text), "”" | "\"" | ")" | "]" | "»" | "’" | "'")
}

/// True for what a sentence begins with: a capital, a number, an opening quote or bracket, a bullet.
fn begins(text: &str, token: &Token) -> bool {
    match token.shape {
        Shape::Title | Shape::Upper | Shape::Mixed | Shape::Number | Shape::Code => true,
        Shape::Lower => false,
        Shape::Punct => matches!(token.text(text), "“" | "\"" | "(" | "[" | "-" | "–" | "*" | "**" | "+" | "•"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::token::tokenize;

    fn sentences(text: &str) -> Vec<String> {
        let (mut tokens, mut found) = (Vec::new(), Vec::new());
        tokenize(text, &mut tokens);
        split(text, &tokens, &mut found);
        found
            .iter()
            .map(|s| text[tokens[s.first()].start as usize..tokens[s.end() - 1].end as usize].to_owned())
            .collect()
    }

    #[test]
    fn headlines_end_with_their_line() {
        assert_eq!(
            sentences("Khai mạc hội nghị\nSáng 4-3, hội nghị khai mạc."),
            ["Khai mạc hội nghị", "Sáng 4-3, hội nghị khai mạc."]
        );
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_eq!(sentences("Ông đến TP. Huế gặp PGS.TS. Lê Văn An ngày 12.5.2017. Sau đó về.").len(), 2);
        assert_eq!(sentences("Bị cáo N.V.A. khai nhận.").len(), 1);
    }

    #[test]
    fn a_missing_space_still_ends_a_sentence() {
        assert_eq!(sentences("Hội nghị bế mạc.Ông An phát biểu.").len(), 2);
        assert_eq!(sentences("“Rất vui!” Bà nói thêm.").len(), 2);
    }

    #[test]
    fn every_token_is_in_one_sentence() {
        let text = "A. b… C? (d) \"E.\" F\n\ng";
        let (mut tokens, mut found) = (Vec::new(), Vec::new());
        tokenize(text, &mut tokens);
        split(text, &tokens, &mut found);
        assert!(found.windows(2).all(|pair| pair[0].end() == pair[1].first()));
        assert_eq!((found[0].first(), found[found.len() - 1].end()), (0, tokens.len()));
    }
}
