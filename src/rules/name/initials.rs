//! Initials that stand for a person's words: `N.V.A`, `chị H.`, `Nguyễn Văn T.`; papers hide so the names of victims and
//! suspects. A dot behind the last of them belongs to the name where it stands for the cut word, not where it ends the
//! sentence.

use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape};
use crate::rules::name::feature::{Feature, Template, feature};
use crate::rules::name::scene::Scene;

/// False for most stretches of capitals: their last word is too long for an initial.
#[inline]
#[must_use]
pub fn may_be(scene: &Scene<'_, '_>, extent: Extent) -> bool {
    // No character takes more than four bytes.
    scene.board.token(extent.end() - 1).is_some_and(|token| token.end - token.start <= 4)
}

/// What speaks for `extent` as initials: none where its last word is none.
#[must_use]
pub fn feature_of(scene: &Scene<'_, '_>, extent: Extent) -> Option<Feature> {
    let dotted =
        scene.board.doc.shape(extent.end() - 1) == Shape::Punct && scene.board.doc.token_text(extent.end() - 1) == ".";
    let last = extent.end() - 1 - usize::from(dotted);
    if !is_initial(scene, last) {
        return None;
    }
    let words = (extent.first()..=last).filter(|&at| scene.board.doc.shape(at).is_word());
    let (mut all, mut initial) = (0, 0);
    for at in words {
        all += 1;
        initial += usize::from(is_initial(scene, at));
    }
    let sort = match (initial, all) {
        (1, 1) => 0,
        _ if initial == all => 1,
        _ => 2,
    };
    // A dot that is left although it belongs to a word; whether more of the name follows it.
    let left = if dotted {
        0
    } else if is_cut(scene, extent) && last + 2 < scene.sentence.end() {
        1 + usize::from(scene.board.run_at(last).is_some_and(|run| run.end() > extent.end()))
    } else {
        0
    };
    let value = if left == 2 { 6 } else { sort * 2 + left };
    Some(feature(NameKind::Person, Template::Initials, value))
}

/// True where `extent` ends with an initial and its dot follows.
#[must_use]
pub fn is_cut(scene: &Scene<'_, '_>, extent: Extent) -> bool {
    let dot = extent.end();
    is_initial(scene, dot - 1) && scene.board.doc.token_text(dot) == "." && scene.board.doc.gap(dot) == Gap::None
}

/// A single capital letter.
fn is_initial(scene: &Scene<'_, '_>, at: usize) -> bool {
    // No character takes more than four bytes: most words are told by their length.
    let token = scene.board.token(at).filter(|token| token.shape == Shape::Title && token.end - token.start <= 4);
    token.is_some_and(|token| token.text(scene.board.doc.text).chars().count() == 1)
}
