//! People: which mentions name one person, and the fullest form of each name.
//!
//! A Vietnamese is called by the last word of the name (`ông Huynh` is `Đinh Thế Huynh`), others by their last or first
//! (`Emery`, `Alex`), some by their first after an honorific (`ông Tập`). A short form goes to the nearest earlier full
//! name that it fits, else to the first later one; a title before both (`Tổng thống Biden`, `Tổng thống Joe Biden`) weighs
//! more than nearness.

use rustc_hash::FxHashMap;

mod form;
mod gather;
mod spelling;

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name};
use crate::model::record;
use crate::resolve::officials;
use crate::resolve::people::gather::Gather;
use crate::resolve::record::Ground;
use crate::resolve::titles::{self, Titles};

/// One person.
#[derive(Debug, Clone)]
pub struct Person {
    /// The indexes of the names that name the person, in the order of the text.
    pub mentions: Vec<usize>,
    /// The index of the name with the fullest form.
    pub fullest: usize,
}

/// The people of a document.
#[derive(Debug, Default)]
pub struct People {
    /// In the order of first mention.
    pub all: Vec<Person>,
    of: FxHashMap<usize, usize>,
}

impl People {
    /// Gathers the mentions of each person. Linear in the number of mentions.
    #[must_use]
    pub fn new(doc: &Annotated<'_>, names: &[Claim<Name>]) -> Self {
        Gather::new(doc, names).people()
    }

    /// The person that the name `index` names.
    #[must_use]
    pub fn of(&self, index: usize) -> Option<usize> {
        self.of.get(&index).copied()
    }
}

/// The people of the record, in the order of first mention.
#[must_use]
pub fn records(ground: &Ground<'_>, people: &People, titles: &Titles<'_>) -> Vec<record::Person> {
    let names = &ground.decided.names;
    let held = titles.by_person(people.all.len());
    let persons = people.all.iter().zip(held).enumerate();
    let extents = |held: &[usize]| held.iter().filter_map(|&at| titles.extent(ground, at)).collect::<Vec<_>>();
    persons
        .map(|(at, (person, titles))| {
            let mentions = person.mentions.iter().filter_map(|&index| names.get(index));
            let fullest = names.get(person.fullest).map(|name| name.extent);
            record::Person {
                id: id(at),
                name: fullest.map(|name| ground.wire.line(name)).unwrap_or_default(),
                r#ref: fullest.and_then(|name| officials::reference(ground, name, &extents(&titles))),
                titles: titles.into_iter().map(titles::id).collect(),
                mentions: mentions.map(|name| ground.wire.mention(name.extent, name.rule)).collect(),
            }
        })
        .collect()
}

/// The id of the person `at`.
#[must_use]
pub fn id(at: usize) -> String {
    format!("p{}", at + 1)
}
