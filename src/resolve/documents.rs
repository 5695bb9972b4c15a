//! Cited documents of the record: mentions with one key are one document; what stands beside any of them (issuer, date,
//! provision) is the document's.

use rustc_hash::FxHashMap;

use crate::model::mention::Citation;
use crate::model::record::CitedDocument;
use crate::model::span::Extent;
use crate::resolve::bodies::Bodies;
use crate::resolve::record::Ground;
use crate::rules::document::issuer_body;

/// The documents, in the order of first mention.
#[must_use]
pub fn records(ground: &Ground<'_>, bodies: &Bodies) -> Vec<CitedDocument> {
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    let mut documents: Vec<CitedDocument> = Vec::new();
    for claim in &ground.decided.documents {
        let citation = &claim.what;
        let at = *known.entry(&citation.key).or_insert_with(|| {
            documents.push(document(documents.len() + 1, citation));
            documents.len() - 1
        });
        let Some(document) = documents.get_mut(at) else { continue };
        document.mentions.push(ground.wire.mention(claim.extent, claim.rule));
        if document.issuer.is_none() {
            document.issuer = issuer(ground, bodies, citation);
        }
        if document.issued.is_none() {
            document.issued = citation.issued.and_then(|extent| date_in(ground, extent));
        }
        if document.year.is_none() {
            let issued = document.issued.as_deref().and_then(|day| day.get(..4)?.parse().ok());
            document.year = citation.year.or(issued);
        }
        if document.provision.is_none() {
            document.provision.clone_from(&citation.provision);
        }
    }
    documents
}

fn document(number: usize, citation: &Citation) -> CitedDocument {
    CitedDocument {
        id: format!("d{number}"),
        kind: citation.kind.clone(),
        number: citation.number.clone(),
        year: citation.year,
        issuer: None,
        issued: None,
        provision: None,
        mentions: Vec::new(),
    }
}

/// The body named beside the document, else the one that the code in its number stands for, where the text names it.
fn issuer(ground: &Ground<'_>, bodies: &Bodies, citation: &Citation) -> Option<String> {
    let named = citation.issuer.and_then(|extent| bodies.within(ground, extent));
    let coded = || citation.issuer_code.as_deref().and_then(issuer_body).and_then(|name| bodies.named(name));
    named.or_else(coded).map(|body| bodies.id(body))
}

/// The value of the date that shares a token with `extent`.
fn date_in(ground: &Ground<'_>, extent: Extent) -> Option<String> {
    let dates = &ground.decided.dates;
    let at = dates.partition_point(|date| date.extent.end() <= extent.first());
    dates.get(at).filter(|date| date.extent.overlaps(extent)).map(|date| date.what.value.clone())
}
