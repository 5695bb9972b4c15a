//! Which names stand inside which: a place in a body, a body in a title.

use crate::model::mention::{Claim, Name};

/// The nesting of a document's names, by their index.
#[derive(Debug, Default)]
pub struct Nest {
    parents: Vec<Option<usize>>,
}

impl Nest {
    /// Reads the nesting off `names`, which are sorted by first token, the longer first. Linear.
    #[must_use]
    pub fn new(names: &[Claim<Name>]) -> Self {
        let mut open: Vec<usize> = Vec::new();
        let mut parents = Vec::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            while open
                .last()
                .is_some_and(|&last| names.get(last).is_none_or(|outer| !outer.extent.contains(name.extent)))
            {
                open.pop();
            }
            parents.push(open.last().copied());
            open.push(index);
        }
        Self { parents }
    }

    /// The name directly around the name `index`.
    #[must_use]
    pub fn parent(&self, index: usize) -> Option<usize> {
        self.parents.get(index).copied().flatten()
    }

    /// The names inside the name `index`, at any depth, in the order of the text.
    pub fn within<'n>(&'n self, names: &'n [Claim<Name>], index: usize) -> impl Iterator<Item = usize> + 'n {
        let outer = names.get(index).map(|name| name.extent);
        (index + 1..names.len()).take_while(move |&at| {
            names.get(at).is_some_and(|inner| outer.is_some_and(|outer| outer.contains(inner.extent)))
        })
    }
}
