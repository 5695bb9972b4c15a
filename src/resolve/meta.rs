//! What is known of the document itself: headline, date of publication, agency, and what it says that cannot be.

use crate::model::record::Meta;
use crate::model::span::Extent;
use crate::normalize::text::Text;
use crate::resolve::record::Ground;
use crate::resolve::{About, agency, headline};
use crate::rules::date::{self, Dateline};

/// The most impossible dates that are warned of one by one.
const MOST: usize = 10;

/// The metadata: what the container says, else what the text says.
#[must_use]
pub fn meta(ground: &Ground<'_>, text: &Text<'_>, about: &About<'_>) -> Meta {
    let mut warnings = about.warnings.to_vec();
    warnings.extend(impossible_dates(ground));
    Meta {
        title: about.title.map(str::to_owned).or_else(|| headline::headline(ground, text)),
        published: about.published.map(str::to_owned).or_else(|| dated(ground)),
        agency: agency::agency(ground),
        encoding: about.encoding.to_owned(),
        chars: ground.wire.chars(),
        warnings,
    }
}

/// The day of the date line, with the time of day where it has one.
fn dated(ground: &Ground<'_>) -> Option<String> {
    let Dateline { extent, day, time } = date::dateline(ground.doc)?;
    let day = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    Some(match time {
        Some((hour, minute)) => format!("{day}T{hour:02}:{minute:02}:00{}", zone(ground, extent.end())),
        None => day,
    })
}

/// `(GMT+7)` after the date line.
fn zone(ground: &Ground<'_>, at: usize) -> &'static str {
    let doc = ground.doc;
    let near = at.saturating_sub(3)..at + 5;
    let named = near.clone().any(|at| doc.token_text(at).starts_with("GMT") || doc.token_text(at).starts_with("UTC"));
    let seven = near.clone().any(|at| matches!(doc.token_text(at), "7" | "07" | "+7" | "GMT+7" | "UTC+7"));
    if named && seven { "+07:00" } else { "" }
}

/// `no such day: ngày 31/2 (at 120)`, in code points of the input.
fn impossible_dates(ground: &Ground<'_>) -> Vec<String> {
    let cited = |extent: &Extent| ground.decided.documents.iter().any(|claim| claim.extent.overlaps(*extent));
    let found: Vec<Extent> = date::impossible(ground.doc).into_iter().filter(|extent| !cited(extent)).collect();
    let mut warnings: Vec<String> = found
        .iter()
        .take(MOST)
        .map(|&extent| format!("no such day: {} (at {})", ground.wire.line(extent), ground.wire.count_to(extent)))
        .collect();
    if found.len() > MOST {
        warnings.push(format!("no such day: {} more", found.len() - MOST));
    }
    warnings
}
