//! What was found out about each item: its holders, and how.

use crate::resolve::holders::scene::Scene;
use crate::resolve::people::People;

/// How the holders of a title were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum How {
    /// Not yet.
    #[default]
    Open,
    /// It stands right before the name.
    Before,
    /// It stands in apposition after the name.
    After,
    /// It heads a list.
    List,
    /// A verb or noun tells.
    Told,
    /// A bare mention of a title held elsewhere in the text.
    Later,
    /// The text names no holder.
    Nobody,
}

/// The holders of a text's titles, by item.
pub struct Ledger {
    entries: Vec<(How, Vec<usize>)>,
    names: Vec<usize>,
    people: Vec<Option<usize>>,
}

impl Ledger {
    /// An empty one.
    #[must_use]
    pub fn new(scene: &Scene<'_>, people: &People) -> Self {
        Self {
            entries: vec![(How::Open, Vec::new()); scene.items.len()],
            names: scene.items.iter().map(|item| item.name).collect(),
            people: scene.items.iter().map(|item| if item.is_person { people.of(item.name) } else { None }).collect(),
        }
    }

    /// The person that the item `at` names.
    #[must_use]
    pub fn person(&self, at: usize) -> Option<usize> {
        self.people.get(at).copied().flatten()
    }

    /// The holders of the title `at`.
    #[must_use]
    pub fn holders(&self, at: usize) -> &[usize] {
        self.entries.get(at).map(|(_, holders)| holders.as_slice()).unwrap_or_default()
    }

    /// How the holders of the title `at` were found.
    #[must_use]
    pub fn how(&self, at: usize) -> How {
        self.entries.get(at).map_or(How::Open, |&(how, _)| how)
    }

    /// True where nothing was decided of the title `at`.
    #[must_use]
    pub fn is_open(&self, at: usize) -> bool {
        self.how(at) == How::Open
    }

    /// Gives the title `at` to a person, beside others it may have.
    pub fn give(&mut self, at: usize, how: How, person: usize) {
        if let Some((was, holders)) = self.entries.get_mut(at) {
            if *was == How::Open || *was == How::Nobody {
                *was = how;
            }
            if !holders.contains(&person) {
                holders.push(person);
            }
        }
    }

    /// Gives the title `at` to all of `people`.
    pub fn give_all(&mut self, at: usize, how: How, people: &[usize]) {
        for &person in people {
            self.give(at, how, person);
        }
    }

    /// Notes that the text names no holder of the title `at`.
    pub fn bar(&mut self, at: usize) {
        if let Some((how, _)) = self.entries.get_mut(at).filter(|(how, _)| *how == How::Open) {
            *how = How::Nobody;
        }
    }

    /// The holders per index of the name, of `count` names.
    #[must_use]
    pub fn by_name(self, count: usize) -> Vec<Vec<usize>> {
        let mut by_name = vec![Vec::new(); count];
        for ((_, holders), name) in self.entries.into_iter().zip(self.names) {
            if let Some(slot) = by_name.get_mut(name) {
                *slot = holders;
            }
        }
        by_name
    }
}
