//! A plural that heads a list of bodies: `các Bộ: Xây dựng, Nội vụ, Y tế`. Each item is a body without its type word.

use crate::gazetteer::kind::EntryKind;
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::Shape;
use crate::rules::body::put;
use crate::rules::name::candidate::Lattice;
use crate::rules::name::feature::{Template, feature};
use crate::rules::name::rule;
use crate::rules::name::scene::Scene;
use crate::w;

/// The values of [`Template::Build`] for the first item of a list and for those behind it.
pub const BUILDS: [usize; 2] = [12, 13];

/// Proposes the items of the list that the plural `các` at `first` heads.
pub fn propose(scene: &Scene<'_, '_>, lattice: &mut Lattice, first: usize) {
    let board = scene.board;
    let Some(head) = board.longest_at(first + 1, |kind| matches!(kind, EntryKind::BodyHead(_))) else { return };
    let mut at = head.extent.end();
    if board.doc.token_text(at) == ":" {
        at += 1;
    }
    let mut items = 0;
    while at < scene.sentence.end() && items < 40 {
        let Some(end) = item_end(scene, at) else { return };
        put(
            scene,
            lattice,
            Extent::new(at, end),
            rule!("body.shared-plural"),
            None,
            &[feature(NameKind::Body, Template::Build, BUILDS[usize::from(items > 0)])],
        );
        items += 1;
        let (mark, next) = (board.doc.token_text(end), end + 1);
        if !(matches!(mark, "," | ";") || board.doc.word(end) == w!("và")) {
            return;
        }
        at = next;
    }
}

/// The end of one item: capitals and words in lower case up to the next mark; `Nông nghiệp và Môi trường` is one item
/// where a capital that no list goes on with follows `và`.
fn item_end(scene: &Scene<'_, '_>, first: usize) -> Option<usize> {
    let board = scene.board;
    if !board.token(first)?.shape.is_capital() || board.settled[first] {
        return None;
    }
    let mut end = first + 1;
    while end < scene.sentence.end() && end < first + 10 && board.goes_on(end) {
        let token = &board.doc.tokens[end];
        match token.shape {
            Shape::Punct if matches!(token.text(board.doc.text), "-" | "–") => {}
            Shape::Punct | Shape::Number | Shape::Code => break,
            Shape::Lower if token.word == w!("và") => {
                let last = board.token(end + 1).is_some_and(|next| next.shape.is_capital());
                if !last {
                    break;
                }
            }
            Shape::Lower if token.tail == 0 => break,
            _ => {}
        }
        end += 1;
    }
    Some(end)
}
