//! Every rule's examples and counter-examples, through the whole pipeline.
//!
//! An example's marked mention must be found with the rule's id and its value; a counter-example must have no mention of
//! the rule. Relative dates count from Saturday, 4 March 2017.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/read.rs"]
mod read;

use std::collections::HashSet;

use boctin::input::document::Document;
use boctin::model::record::Record;
use boctin::pipeline::{Extractor, Options};
use boctin::rules::name::RULES;
use boctin::rules::{self, Rule};
use read::marked;

/// A mention: its rule, its place in code points, its value where it has one.
type Found = (String, usize, usize, Option<String>);

#[test]
fn every_example_gives_its_mention_and_no_counter_example_does() {
    let extractor = Extractor::new(&Options::default()).unwrap();
    let faults: Vec<String> = rules::all().flat_map(|rule| faults(&extractor, rule)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_rule_has_examples_and_an_id_of_its_own() {
    let mut ids = HashSet::new();
    for rule in rules::all() {
        assert!(rule.examples.len() >= 2, "{} needs two examples", rule.id);
        assert!(!rule.counter_examples.is_empty(), "{} needs a counter-example", rule.id);
        assert!(rule.examples.iter().all(|example| example.contains('⟦')), "{}: mark the mention: ⟦…⟧", rule.id);
        assert!(rule.id.contains('.') && !rule.sees.is_empty(), "{}", rule.id);
        assert!(ids.insert(rule.id), "{} stands twice", rule.id);
    }
    for id in RULES {
        assert!(ids.contains(id), "{id} proposes names, but shows no example");
    }
}

fn faults(extractor: &Extractor, rule: &Rule) -> Vec<String> {
    let mut faults = Vec::new();
    for example in rule.examples {
        let (text, wanted) = marked(example);
        let found = read_text(extractor, &text);
        for (range, value) in wanted {
            let (start, end) = (text[..range.start].chars().count(), text[..range.end].chars().count());
            let is_it = |(id, first, last, has): &Found| {
                id == rule.id && (*first, *last) == (start, end) && (value.is_none() || value == *has)
            };
            if !found.iter().any(is_it) {
                faults.push(format!("{} does not find ⟦{}⟧ in: {example}\n  {found:?}", rule.id, &text[range]));
            }
        }
    }
    for text in rule.counter_examples {
        let wrong: Vec<Found> = read_text(extractor, text).into_iter().filter(|(id, ..)| id == rule.id).collect();
        if !wrong.is_empty() {
            faults.push(format!("{} finds something in: {text}\n  {wrong:?}", rule.id));
        }
    }
    faults
}

fn read_text(extractor: &Extractor, text: &str) -> Vec<Found> {
    let record = extractor.extract(&Document::new("example", text).published("2017-03-04"));
    let mut found = names(&record);
    for date in &record.dates {
        found.extend(date.mentions.iter().map(|m| (m.rule.clone(), m.start, m.end, Some(date.value.clone()))));
    }
    for document in &record.documents {
        found.extend(document.mentions.iter().map(|m| (m.rule.clone(), m.start, m.end, document.number.clone())));
    }
    // Tasks and announced numbers carry no rule in the record: the rule is by their sort.
    for item in &record.announced {
        let id = "task.announced-count".to_owned();
        found.push((id, item.start, item.end, Some(item.count.to_string())));
    }
    for task in &record.tasks {
        let id = if task.derived { "task.derived-clause" } else { "task.numbered-item" }.to_owned();
        found.push((id, task.start, task.end, Some(task.number.clone())));
    }
    found
}

fn names(record: &Record) -> Vec<Found> {
    let people = record.people.iter().flat_map(|person| &person.mentions);
    let bodies = record.bodies.iter().flat_map(|body| &body.mentions);
    let places = record.locations.iter().flat_map(|place| &place.mentions);
    let named = people.chain(bodies).chain(places).map(|m| (m.rule.clone(), m.start, m.end, None));
    let titles = record.titles.iter().flat_map(|title| &title.mentions);
    named.chain(titles.map(|m| (m.rule.clone(), m.start, m.end, None))).collect()
}
