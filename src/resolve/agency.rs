//! The news agency that a text is signed with: `(TTXVN)` or `Theo Reuters` at its end, `(TTXVN) -` at its beginning.

use crate::model::token::Word;
use crate::resolve::record::Ground;
use crate::w;

/// How many tokens from the end a signature may stand.
const TAIL: usize = 14;
/// How many tokens from the start the agency of a date line may stand.
const TOP: usize = 120;

/// The agency.
#[must_use]
pub fn agency(ground: &Ground<'_>) -> Option<String> {
    let doc = ground.doc;
    let count = doc.tokens.len();
    let at_end = (count.saturating_sub(TAIL)..count).rev().find_map(|at| {
        let (name, length) = agency_at(ground, at)?;
        let opens = at == 0
            || doc.gap(at).is_break()
            || ["(", "/", "|", "*"].contains(&doc.token_text(at - 1))
            || doc.word(at - 1) == w!("theo");
        let closes = (at + length..count).all(|at| !doc.shape(at).is_word()) || doc.token_text(at + length) == ")";
        (opens && closes).then_some(name)
    });
    at_end
        .or_else(|| {
            (1..count.min(TOP)).find_map(|at| {
                let (name, length) = agency_at(ground, at)?;
                let close = at + length;
                let dashed = (close..close + 3).any(|at| matches!(doc.token_text(at), "-" | "–" | "—"));
                (doc.token_text(at - 1) == "(" && doc.token_text(close) == ")" && dashed).then_some(name)
            })
        })
        .map(str::to_owned)
}

/// The agency whose name begins at token `at`, as the record spells it, and the number of its tokens.
fn agency_at(ground: &Ground<'_>, at: usize) -> Option<(&'static str, usize)> {
    const NAMES: [(&[Word], &str); 16] = [
        (&[w!("thông"), w!("tấn"), w!("xã"), w!("việt"), w!("nam")], "TTXVN"),
        (&[w!("tân"), w!("hoa"), w!("xã")], "Tân Hoa xã"),
        (&[w!("ttxvn")], "TTXVN"),
        (&[w!("ttxvn/vietnam+")], "TTXVN"),
        (&[w!("vietnam+")], "TTXVN"),
        (&[w!("vna")], "TTXVN"),
        (&[w!("reuters")], "Reuters"),
        (&[w!("afp")], "AFP"),
        (&[w!("ap")], "AP"),
        (&[w!("xinhua")], "Tân Hoa xã"),
        (&[w!("thx")], "Tân Hoa xã"),
        (&[w!("tass")], "TASS"),
        (&[w!("itar-tass")], "TASS"),
        (&[w!("yonhap")], "Yonhap"),
        (&[w!("kyodo")], "Kyodo"),
        (&[w!("bernama")], "Bernama"),
    ];
    const FIRSTS: [u64; NAMES.len()] = {
        let mut firsts = [0; NAMES.len()];
        let mut at = 0;
        while at < NAMES.len() {
            firsts[at] = NAMES[at].0[0].0;
            at += 1;
        }
        firsts
    };
    let first = ground.doc.word(at).0;
    // No early end: the compiler compares several at once.
    if !FIRSTS.iter().fold(false, |found, &other| found | (first == other)) {
        return None;
    }
    let (words, name) = NAMES.iter().find(|(words, _)| ground.doc.follows(at, words))?;
    Some((*name, words.len()))
}
