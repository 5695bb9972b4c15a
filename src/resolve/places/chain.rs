//! Chains of places, the smaller first: `xã A, huyện B, tỉnh C`; `quận D (thành phố E)`; `xã F thuộc huyện G`.

use crate::model::mention::NameKind;
use crate::model::token::Word;
use crate::resolve::record::Ground;
use crate::w;

/// The index of the name of the place that the place `index` is said to lie within: the next in its chain.
#[must_use]
pub fn outer(ground: &Ground<'_>, index: usize) -> Option<usize> {
    const JOINTS: [Word; 5] = [w!(","), w!("("), w!("thuộc"), w!("của"), w!("ở")];
    let names = &ground.decided.names;
    let inner = names.get(index)?;
    if super::reading::is_region(ground, inner) {
        return None;
    }
    let next = (index + 1..names.len().min(index + 4))
        .find(|&next| names.get(next).is_some_and(|name| name.extent.first() >= inner.extent.end()))?;
    let place = names.get(next).filter(|place| place.what.kind == NameKind::Place)?;
    let gap = inner.extent.end()..place.extent.first();
    let joined = gap.len() <= 1 && gap.clone().all(|at| JOINTS.contains(&ground.doc.word(at)));
    let apart = (inner.extent.end()..=place.extent.first()).any(|at| ground.doc.gap(at).is_break());
    let level = |index: usize| names.get(index).and_then(|name| super::reading::level(ground, name));
    // A list of neighbours (`xã A, xã B`) is no chain.
    let rises = match (level(index), level(next)) {
        (Some(inner), Some(outer)) => outer < inner,
        (None, Some(_)) => true,
        _ => false,
    };
    (joined && !apart && rises).then_some(next)
}
