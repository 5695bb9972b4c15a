//! Features: what speaks for or against a candidate, each with a name that a person can read and a weight.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::model::cue::Cue;
use crate::model::mention::NameKind;

/// The index of a feature in the table of weights.
pub type Feature = u16;

macro_rules! templates {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $size:expr;)+) => {
        /// A family of features: one for each kind of name and each value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Template { $($(#[$doc])* $name),+ }

        const TEMPLATES: &[(Template, &str, usize)] = &[$((Template::$name, $text, $size)),+];
    };
}

/// Sorts of words that a name can have: see `Scene`.
pub const SORTS: usize = 8;
/// One more than the number of context words that have a weight.
const CONTEXTS: usize = 800;
/// One more than the number of classes of words that keep the same company.
const COMPANIES: usize = 256;
/// The same for the finer classes, their circles.
const CIRCLES: usize = 904;
/// How many sorts of steps a body's tail has.
pub const STEPS: usize = 32;
const CUES: usize = Cue::ALL.len();

templates! {
    /// The rule that made the candidate.
    Rule = "rule", 32;
    /// The cue before it.
    Left = "left", CUES;
    /// The cue one further.
    Left2 = "left2", CUES;
    /// The cue after it.
    Right = "right", CUES;
    /// The cue one further.
    Right2 = "right2", CUES;
    /// Its length in tokens, up to 7.
    Length = "length", 8;
    /// How foreign it is (none, some, all its words), by length, and whether all in capitals.
    Shape = "shape", 24;
    /// A person's name: how common its first word is as a surname, its last as a given name, by length.
    Parts = "parts", 80;
    /// What the dictionaries know under this very name.
    Entry = "entry", 24;
    /// Which part of the run of capitals it covers, and whether it opens the sentence.
    Cover = "cover", 8;
    /// What the rest of the document makes of the name.
    Elsewhere = "elsewhere", 24;
    /// One step of a body's tail, by what it starts from.
    Step = "step", 3 * STEPS;
    /// The cue of its last token.
    Last = "last", CUES;
    /// What a body's name leaves behind: how common the next word is in tails.
    Rest = "rest", 16;
    /// How its first word is written, by kind of entry.
    Start = "start", 64;
    /// How a title is built.
    Build = "build", 64;
    /// What the dictionaries know right behind a title's head, where the title goes on.
    Takes = "takes", 24;
    /// What they know right behind the title.
    Leaves = "leaves", 24;
    /// What it follows: the kind of the name before and what parts them.
    After = "after", 1 + 4 * (SEPARATORS - 1);
    /// The cue before it, by the sort of words it has.
    LeftSort = "left-sort", CUES * SORTS;
    /// The cue after it, by the sort of words it has.
    RightSort = "right-sort", CUES * SORTS;
    /// The rule that made it, where a plural or a number stands before it (`các xã`, `2 quận`).
    Counted = "counted", 32;
    /// How much a person's name it ends with: none, a weak one, a good one; whether it is more than that.
    Suffix = "suffix", 8;
    /// How often a single capital stands inside sentences of the document, and whether this one opens its own.
    Repeat = "repeat", 8;
    /// A person's name with initials: one or more, with the dot of the last or without, though it stands there.
    Initials = "initials", 8;
    /// The word before it.
    LeftWord = "left-word", CONTEXTS;
    /// The word after it.
    RightWord = "right-word", CONTEXTS;
    /// The first word, where it is a common one.
    FirstWord = "first-word", CONTEXTS;
    /// The company that the word before it keeps.
    LeftCompany = "left-company", COMPANIES;
    /// The company that the word behind it keeps.
    RightCompany = "right-company", COMPANIES;
    /// The company that the word one further before keeps.
    Left2Company = "left2-company", COMPANIES;
    /// The company that the word one further behind keeps.
    Right2Company = "right2-company", COMPANIES;
    /// The company that its first word keeps.
    FirstCompany = "first-company", COMPANIES;
    /// The company that its last word keeps.
    LastCompany = "last-company", COMPANIES;
    /// The company that a word between them keeps.
    InnerCompany = "inner-company", COMPANIES;
    /// The company of a word in lower case in a body's tail, by whether a mark or `và` stands before it.
    TailCompany = "tail-company", COMPANIES * 2;
    /// Two steps of a body's tail, one after the other.
    StepPair = "step-pair", STEPS * STEPS;
    /// Whether a body's name is all that its line or item says, by how its tail is written.
    Item = "item", 16;
    /// The circle of the word before it.
    LeftCircle = "left-circle", CIRCLES;
    /// The circle of the word behind it.
    RightCircle = "right-circle", CIRCLES;
    /// The circle of its first word.
    FirstCircle = "first-circle", CIRCLES;
    /// The circle of its last word.
    LastCircle = "last-circle", CIRCLES;
    /// The circle of a word between them.
    InnerCircle = "inner-circle", CIRCLES;
    /// The circle of a word in lower case in a body's tail.
    TailCircle = "tail-circle", CIRCLES;
    /// What many articles make of the name.
    Prior = "prior", 24;
    /// Whether the document also writes the name small.
    Small = "small", 6;
    /// Whether the document says a title or body again as far as here, and goes on there as it does here.
    Again = "again", 8;
}

/// How many sorts of separation [`Template::After`] tells apart.
pub const SEPARATORS: usize = 12;

/// How many kinds of names there are.
pub const KINDS: usize = 4;

/// The number of features, skips included.
pub const COUNT: usize = skip_base() + CUES * 2;

/// The feature of `template` with `value` for names of `kind`. A value past the template's size counts as its last.
#[inline]
#[must_use]
pub fn feature(kind: NameKind, template: Template, value: usize) -> Feature {
    Feature::try_from(row(template, value) * KINDS + kind as usize).unwrap_or(0)
}

/// Where the features of `template` with `value` for the four kinds of names stand together: the first of them by
/// [`KINDS`].
#[inline]
#[must_use]
pub fn row(template: Template, value: usize) -> usize {
    let (base, size) = PLACES[template as usize];
    base + value.min(size - 1)
}

/// The feature of a capital that is left outside all names: its cue, and whether it opens the sentence.
#[must_use]
pub fn skip(cue: Cue, opens: bool) -> Feature {
    Feature::try_from(skip_base() + cue as usize * 2 + usize::from(opens)).unwrap_or(0)
}

/// The name of a feature: `person.left=honorific`, `body.step=17`, `skip=capital,opens`.
#[must_use]
pub fn name(feature: Feature) -> String {
    let index = usize::from(feature);
    if index >= skip_base() {
        let value = index - skip_base();
        let cue = Cue::ALL.get(value / 2).map_or("?", |cue| cue.as_str());
        return format!("skip={cue}{}", if value % 2 == 1 { ",opens" } else { "" });
    }
    let mut base = 0;
    for &(template, text, size) in TEMPLATES {
        if index < base + size * KINDS {
            let (kind, value) = ((index - base) % KINDS, (index - base) / KINDS);
            let kind = ["person", "title", "body", "place"][kind];
            return format!("{kind}.{text}={}", value_name(template, value));
        }
        base += size * KINDS;
    }
    format!("?{index}")
}

/// The feature that [`name`] spells.
#[must_use]
pub fn parse(text: &str) -> Option<Feature> {
    let (family, value) = text.split_once('=')?;
    if family == "skip" {
        let (cue, opens) = value.split_once(',').map_or((value, false), |(cue, _)| (cue, true));
        return Some(skip(cue_named(cue)?, opens));
    }
    let (kind, template) = family.split_once('.')?;
    let kind = match kind {
        "person" => NameKind::Person,
        "title" => NameKind::Title,
        "body" => NameKind::Body,
        "place" => NameKind::Place,
        _ => return None,
    };
    let &(template, _, size) = TEMPLATES.iter().find(|(_, text, _)| *text == template)?;
    let value = parse_value(template, value).filter(|&value| value < size)?;
    Some(feature(kind, template, value))
}

fn parse_value(template: Template, value: &str) -> Option<usize> {
    match template {
        Template::Left | Template::Left2 | Template::Right | Template::Right2 | Template::Last => {
            cue_named(value).map(|cue| cue as usize)
        }
        Template::LeftSort | Template::RightSort => {
            let (cue, sort) = value.split_once('.')?;
            Some(cue_named(cue)? as usize * SORTS + sort.parse::<usize>().ok()?)
        }
        Template::LeftWord | Template::RightWord | Template::FirstWord => match value.strip_prefix('#') {
            Some(number) => number.parse().ok(),
            None => context_numbers().get(value).copied(),
        },
        _ => value.parse().ok(),
    }
}

fn cue_named(text: &str) -> Option<Cue> {
    Cue::ALL.iter().copied().find(|cue| cue.as_str() == text)
}

/// The context words with their numbers.
fn context_numbers() -> &'static FxHashMap<&'static str, usize> {
    static NUMBERS: OnceLock<FxHashMap<&'static str, usize>> = OnceLock::new();
    NUMBERS.get_or_init(|| context_words().zip(1..).collect())
}

fn value_name(template: Template, value: usize) -> String {
    match template {
        Template::Left | Template::Left2 | Template::Right | Template::Right2 | Template::Last => {
            Cue::ALL.get(value).map_or("?", |cue| cue.as_str()).to_owned()
        }
        Template::LeftSort | Template::RightSort => {
            format!("{}.{}", Cue::ALL.get(value / SORTS).map_or("?", |cue| cue.as_str()), value % SORTS)
        }
        Template::LeftWord | Template::RightWord | Template::FirstWord => {
            context_words().nth(value.wrapping_sub(1)).map_or_else(|| format!("#{value}"), str::to_owned)
        }
        _ => value.to_string(),
    }
}

/// The context words in the order of their numbers, from 1.
fn context_words() -> impl Iterator<Item = &'static str> {
    let rows = include_str!("../../../dictionaries/words/contexts.tsv").lines();
    rows.filter_map(|row| row.strip_prefix("word.context\t"))
}

/// By template: how many rows stand before its own, and how many it has.
const PLACES: [(usize, usize); TEMPLATES.len()] = {
    let mut places = [(0, 0); TEMPLATES.len()];
    let (mut index, mut base) = (0, 0);
    while index < TEMPLATES.len() {
        places[index] = (base, TEMPLATES[index].2);
        base += TEMPLATES[index].2;
        index += 1;
    }
    places
};

const fn skip_base() -> usize {
    let last = TEMPLATES.len() - 1;
    (PLACES[last].0 + PLACES[last].1) * KINDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_a_name_of_its_own() {
        let names: std::collections::HashSet<String> =
            (0..COUNT).map(|index| name(u16::try_from(index).unwrap())).collect();
        assert_eq!(names.len(), COUNT);
        for index in (0..COUNT).map(|index| u16::try_from(index).unwrap()) {
            assert_eq!(parse(&name(index)), Some(index), "{}", name(index));
        }
        assert_eq!(name(feature(NameKind::Person, Template::Left, Cue::Honorific as usize)), "person.left=honorific");
        assert_eq!(name(skip(Cue::Capital, true)), "skip=capital,opens");
    }
}
