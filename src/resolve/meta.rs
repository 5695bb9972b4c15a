//! What is known of the document itself: headline, date of publication, agency.

use crate::model::mention::Grain;
use crate::model::record::Meta;
use crate::normalize::text::Text;
use crate::resolve::record::Ground;
use crate::resolve::{About, agency, headline};

/// How many sentences from the top the date line may stand.
const TOP: usize = 12;

/// The metadata: what the container says, else what the text says.
#[must_use]
pub fn meta(ground: &Ground<'_>, text: &Text<'_>, about: &About<'_>) -> Meta {
    Meta {
        title: about.title.map(str::to_owned).or_else(|| headline::headline(ground, text)),
        published: about.published.map(str::to_owned).or_else(|| dated(ground)),
        agency: agency::agency(ground),
        encoding: about.encoding.to_owned(),
        chars: ground.wire.chars(),
        warnings: about.warnings.to_vec(),
    }
}

/// The day that the text says it is of, with the time of day where the date line has one.
fn dated(ground: &Ground<'_>) -> Option<String> {
    let day = ground.doc.reference?;
    let day = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    let end = ground.doc.sentences.get(TOP).map_or(usize::MAX, |sentence| sentence.first());
    let line = ground.decided.dates.iter().take_while(|date| date.extent.first() < end);
    let timed = line
        .filter(|date| date.what.grain == Grain::Minute)
        .find(|date| date.what.value.strip_prefix(day.as_str()).is_some_and(|rest| rest.len() == "T00:00".len()));
    Some(timed.map_or(day, |date| format!("{}:00{}", date.what.value, zone(ground, date.extent.end()))))
}

/// `(GMT+7)` after the date line.
fn zone(ground: &Ground<'_>, at: usize) -> &'static str {
    let doc = ground.doc;
    let named = (at..at + 3).any(|at| doc.token_text(at).starts_with("GMT") || doc.token_text(at).starts_with("UTC"));
    let seven = (at..at + 5).any(|at| matches!(doc.token_text(at), "7" | "07" | "+7" | "GMT+7" | "UTC+7"));
    if named && seven { "+07:00" } else { "" }
}
