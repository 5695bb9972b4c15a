//! Offices that one person alone has at a name in this text (`Thủ tướng A`): whose they are elsewhere in it is no question.

use rustc_hash::FxHashMap;

use crate::model::token::Word;
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::office;
use crate::resolve::holders::scene::Scene;
use crate::resolve::words;
use crate::w;

/// The holders of such offices.
#[derive(Debug, Default)]
pub struct Sole {
    /// By the title's words; none where several people have it.
    holders: FxHashMap<u64, Option<usize>>,
}

impl Sole {
    /// Reads them off the titles that stand right before a name.
    #[must_use]
    pub fn new(scene: &Scene<'_>, ledger: &Ledger) -> Self {
        let mut sole = Self::default();
        for (at, item) in scene.items.iter().enumerate().filter(|&(at, _)| ledger.how(at) == How::Before) {
            if let [holder] = ledger.holders(at)
                && office::is_sole(scene.doc, item.extent)
            {
                let entry = sole.holders.entry(key(scene, at)).or_insert(Some(*holder));
                *entry = entry.filter(|other| other == holder);
            }
        }
        sole
    }

    /// Who has the office `at`.
    #[must_use]
    pub fn holder(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let item = scene.item(at)?;
        let holder = || self.holders.get(&key(scene, at)).copied().flatten();
        if office::is_sole(scene.doc, item.extent) { holder() } else { None }
    }

    /// True where somebody outside `group` has the office `at`.
    #[must_use]
    pub fn is_anothers(&self, scene: &Scene<'_>, at: usize, group: &[usize]) -> bool {
        self.holder(scene, at).is_some_and(|holder| !group.contains(&holder))
    }
}

/// The words of a title; `Thủ tướng` and `Thủ tướng Chính phủ` are one.
fn key(scene: &Scene<'_>, at: usize) -> u64 {
    let Some(item) = scene.item(at) else { return 0 };
    let mut words: Vec<Word> = office::words(scene.doc, item.extent).map(|(_, word)| word).collect();
    if words.ends_with(&[w!("chính"), w!("phủ")]) {
        words.truncate(words.len() - 2);
    }
    words::hash(words)
}
