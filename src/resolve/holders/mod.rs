//! Who holds which title.
//!
//! Evidence in falling strength: a title at a name (`Thủ tướng A`, `A, Bí thư B`, `A - Trợ lý C`), lists under a plural
//! (`các đồng chí Ủy viên D: A, …; B, …`), signatures, words that tell of a post (`ông A giữ chức B`), and last a bare
//! mention whose title one person alone holds in this text. No holder where the text names none.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name};
use crate::resolve::nest::Nest;
use crate::resolve::people::People;
use scene::Scene;

pub mod after;
pub mod before;
pub mod cue;
pub mod filler;
pub mod later;
pub mod ledger;
pub mod link;
pub mod list;
pub mod office;
pub mod scene;
pub mod sole;
pub mod told;

/// The holders of each title mention: per index of the name, the people in the order of the text.
#[must_use]
pub fn holders(doc: &Annotated<'_>, names: &[Claim<Name>], nest: &Nest, people: &People) -> Vec<Vec<usize>> {
    let scene = Scene::new(doc, names, nest);
    let mut ledger = ledger::Ledger::new(&scene, people);
    before::before_name(&scene, &mut ledger);
    list::headed(&scene, &mut ledger);
    after::after_name(&scene, &mut ledger);
    told::told(&scene, &mut ledger);
    later::bare(&scene, nest, &mut ledger);
    ledger.by_name(names.len())
}
