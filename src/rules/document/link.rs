//! One key a document: a short citation (`Nghị quyết 19`, `Luật Đất đai`) gets the key of the full one in the same text,
//! where there is exactly one that it can mean, and with the key what that one says of its number, issuer and year.

use rustc_hash::FxHashMap;

use crate::model::mention::{Citation, Claim};
use crate::rules::document::law::fold;

/// Gives every short citation the key of the only full one that it can mean.
pub(crate) fn one_key_a_document(claims: &mut [Claim<Citation>]) {
    // What a short form can mean: `None` where several documents fit.
    let mut meant: FxHashMap<String, Option<String>> = FxHashMap::default();
    for Claim { what, .. } in claims.iter() {
        for short in short_forms(what) {
            let entry = meant.entry(short).or_insert_with(|| Some(what.key.clone()));
            if entry.as_deref() != Some(what.key.as_str()) {
                *entry = None;
            }
        }
    }
    let full: FxHashMap<String, Citation> = claims
        .iter()
        .filter(|claim| meant.get(&claim.what.key).is_none_or(Option::is_none))
        .map(|Claim { what, .. }| (what.key.clone(), what.clone()))
        .collect();
    for Claim { what, .. } in claims {
        let Some(Some(key)) = meant.get(&what.key) else { continue };
        what.key.clone_from(key);
        if let Some(full) = full.get(key) {
            what.number.clone_from(&full.number);
            what.issuer_code.clone_from(&full.issuer_code);
            what.year = full.year;
        }
    }
}

/// The keys under which a full citation may be cited short.
fn short_forms(full: &Citation) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(number) = full.number.as_deref().filter(|number| number.contains(['/', '-'])) {
        let counted = number.split(['/', '-']).next().unwrap_or_default();
        forms.push(format!("{} {counted}", full.kind));
        forms.push(format!("{} {}", full.kind, counted.trim_start_matches('0')));
        if let Some(year) = full.year {
            forms.push(format!("{counted}/{year}"));
        }
    } else if let Some(year) = full.year {
        forms.push(fold(full.key.trim_end_matches(&year.to_string())));
    }
    forms.retain(|form| *form != full.key);
    forms
}
