//! Levels of government that stand in a body's name instead of a place: `tỉnh`, `các tỉnh, thành phố`, `cấp xã`.

use crate::model::token::{Shape, Word};
use crate::rules::name::board::Board;
use crate::w;

/// Past a level of government named instead of a place: `tỉnh`, `các tỉnh, thành phố`, `cấp xã`, `cùng cấp`, `thành phố
/// trực thuộc Trung ương`. `None` where a name follows the type word, or none stands here.
pub fn level_end(board: &Board<'_>, at: usize, limit: usize) -> Option<usize> {
    let word = board.doc.word(at);
    if LEVELS & bit(word) == 0 {
        return None;
    }
    let pair = (word, board.doc.word(at + 1));
    if pair == (w!("cùng"), w!("cấp")) || pair == (w!("các"), w!("cấp")) {
        return (at + 2 <= limit).then_some(at + 2);
    }
    let unit = |at: usize| unit_end(board, at);
    let plural = word == w!("các") || word == w!("cấp");
    let mut end = unit(if plural { at + 1 } else { at }).filter(|&end| end <= limit)?;
    // `tỉnh, thành phố`, `tỉnh/thành phố`, `các xã, phường, đặc khu`.
    while end + 1 < limit && matches!(board.doc.token_text(end), "," | "/" | "-") {
        match unit(end + 1) {
            Some(next) if board.goes_on(end + 1) => end = next,
            _ => break,
        }
    }
    if board.doc.follows(end, &[w!("trực"), w!("thuộc"), w!("trung"), w!("ương")]) && end + 4 <= limit {
        return Some(end + 4);
    }
    let named = end < limit
        && board.goes_on(end)
        && (board.doc.shape(end).is_capital() || board.doc.shape(end) == Shape::Number && !plural)
        && !board.right.get(end).is_some_and(|cue| cue.ends_head());
    (!named).then_some(end)
}

/// Past the type word of an administrative unit at `at`: `tỉnh`, `thành phố`, `TP`; not the abbreviation with a full
/// stop, which a name must follow.
pub(super) fn unit_end(board: &Board<'_>, at: usize) -> Option<usize> {
    let (word, next) = (board.doc.word(at), board.doc.word(at + 1));
    if PAIRS.contains(&(word, next)) {
        return Some(at + 2);
    }
    (SINGLES.contains(&word) && board.doc.token_text(at + 1) != ".").then_some(at + 1)
}

/// Type words of two syllables.
const PAIRS: [(Word, Word); 4] =
    [(w!("thành"), w!("phố")), (w!("thị"), w!("xã")), (w!("thị"), w!("trấn")), (w!("đặc"), w!("khu"))];

/// Type words of one.
const SINGLES: [Word; 6] = [w!("tỉnh"), w!("huyện"), w!("quận"), w!("xã"), w!("phường"), w!("tp")];

/// A bit for each word that begins a level or a unit: most words begin none.
const LEVELS: u64 = {
    let mut bits = bit(w!("các")) | bit(w!("cấp")) | bit(w!("cùng"));
    let mut at = 0;
    while at < PAIRS.len() {
        bits |= bit(PAIRS[at].0);
        at += 1;
    }
    at = 0;
    while at < SINGLES.len() {
        bits |= bit(SINGLES[at]);
        at += 1;
    }
    bits
};

const fn bit(word: Word) -> u64 {
    1 << (word.0 & 63)
}
