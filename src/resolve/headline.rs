//! The headline: the first line of a text, where it stands by itself and is no sentence.

use crate::model::span::Extent;
use crate::model::token::Shape;
use crate::normalize::text::Text;
use crate::resolve::plain::one_line;
use crate::resolve::record::Ground;

/// The longest headline, in tokens.
const LONGEST: usize = 45;

/// The first line, without markup at its edges.
#[must_use]
pub fn headline(ground: &Ground<'_>, text: &Text<'_>) -> Option<String> {
    let doc = ground.doc;
    let end = (1..doc.tokens.len().min(LONGEST + 8)).find(|&at| doc.gap(at).is_break())?;
    let dress = |at: usize| matches!(doc.token_text(at), "*" | "#" | "|" | "_");
    let first = (0..end).find(|&at| !dress(at))?;
    let last = (first..end).rev().find(|&at| !dress(at))?;
    let words = (first..=last).filter(|&at| doc.shape(at).is_word()).count();
    let stops = doc.shape(last) == Shape::Punct && matches!(doc.token_text(last), "." | ":" | ";" | ",");
    if stops || words < 2 || last - first > LONGEST {
        return None;
    }
    let span = text.to_input(doc.span(Extent::new(first, last + 1)));
    text.input().get(span.range()).map(one_line)
}
