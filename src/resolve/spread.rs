//! A name that the document settles in one place settles the places that were left open: `Trương` read as a person three
//! times is one in `thì thấy Trương` too. Only runs of capitals that no reading covers are filled.

use rustc_hash::FxHashMap;

use crate::model::mention::{Claim, Name, NameKind};
use crate::model::span::Extent;
use crate::model::token::Classes;
use crate::rules::name::board::Board;
use crate::rules::name::evidence::key;

/// How often people, titles, bodies and places were read under one name, by its words.
type Counts = FxHashMap<u64, [u32; 4]>;

/// Adds to `names` (sorted, with those nested) the open runs that bear a name settled elsewhere. Linear.
pub fn spread(board: &Board<'_>, names: &mut Vec<Claim<Name>>) {
    let mut counts = Counts::default();
    counts.reserve(names.len());
    let mut covered = board.settled.clone();
    for claim in names.iter() {
        if let Some(tokens) = covered.get_mut(claim.extent.range()) {
            tokens.fill(true);
        }
        counts.entry(key(board, claim.extent)).or_default()[claim.what.kind as usize] += 1;
    }
    let before = names.len();
    for &run in &board.runs {
        if run.range().any(|at| covered.get(at).copied().unwrap_or(true)) {
            continue;
        }
        if settled_person(board, &counts, run) {
            names.push(Claim { extent: run, rule: "person.run", what: Name { kind: NameKind::Person, entry: None } });
        }
    }
    if names.len() > before {
        names.sort_by_key(|claim| (claim.extent.first(), std::cmp::Reverse(claim.extent.end())));
    }
}

/// True where the document reads the words of `run` as a person and as nothing else: once for a name of several words,
/// twice for a single one, which a common word at the head of a sentence may equal.
fn settled_person(board: &Board<'_>, counts: &Counts, run: Extent) -> bool {
    let single = run.len() == 1;
    if single && board.token(run.first()).is_none_or(|token| token.is(Classes::FUNCTION)) {
        return false;
    }
    counts
        .get(&key(board, run))
        .is_some_and(|&[people, _, bodies, places]| people > u32::from(single) && bodies == 0 && places == 0)
}
