//! The words that names and texts share: a token's folded form, hashed.

use crate::model::token::{Word, word};
use crate::normalize::fold::fold_word;

/// The word of a token's surface: its folded form, hashed; the dashes are one word, and so are the apostrophes.
/// `buffer` is scratch space.
pub(crate) fn word_of(surface: &str, buffer: &mut String) -> Word {
    buffer.clear();
    match surface {
        "–" | "—" | "‑" | "‒" | "−" => buffer.push('-'),
        "’" | "‘" | "ʼ" => buffer.push('\''),
        _ => fold_word(surface, buffer),
    }
    word(buffer)
}
