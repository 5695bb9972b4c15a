//! [`record()`]: the record of a document, from what was decided about it.

use crate::gazetteer::Gazetteer;
use crate::gazetteer::annotated::Annotated;
use crate::model::record::{Record, SCHEMA};
use crate::normalize::text::Text;
use crate::resolve::mentions::Wire;
use crate::resolve::nest::Nest;
use crate::resolve::people::{self, People};
use crate::resolve::{About, Decided, announced, bodies, dates, documents, holders, meta, places, tasks, titles};

/// What the stages of [`record()`] share.
#[derive(Clone, Copy)]
pub struct Ground<'r> {
    /// The document.
    pub doc: &'r Annotated<'r>,
    /// The dictionaries.
    pub gazetteer: &'r Gazetteer,
    /// What was decided.
    pub decided: &'r Decided,
    /// Which names stand in which.
    pub nest: &'r Nest,
    /// Makes mentions of extents.
    pub wire: &'r Wire<'r>,
}

/// The record of a document. Offsets count code points of the input. Time linear in the document and in what was
/// decided.
#[must_use]
pub fn record(
    doc: &Annotated<'_>,
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    about: &About<'_>,
    decided: &Decided,
) -> Record {
    let nest = Nest::new(&decided.names);
    let wire = Wire::new(doc, text, decided);
    let ground = Ground { doc, gazetteer, decided, nest: &nest, wire: &wire };
    let people = People::new(doc, &decided.names);
    let holders = holders::holders(doc, &decided.names, &nest, &people);
    let bodies = bodies::Bodies::new(&ground);
    let places = places::Places::new(&ground);
    let titles = titles::Titles::new(&ground, &bodies, &places, &holders);
    Record {
        schema: SCHEMA.to_owned(),
        id: about.id.to_owned(),
        meta: meta::meta(&ground, text, about),
        people: people::records(&ground, &people, &titles),
        tasks: tasks::records(&ground, &bodies, &titles),
        titles: titles.records(&ground),
        documents: documents::records(&ground, &bodies),
        bodies: bodies.records(&ground),
        locations: places.records(&ground),
        dates: dates::records(&ground),
        announced: announced::records(&ground),
    }
}
