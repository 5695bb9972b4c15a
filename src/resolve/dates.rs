//! Dates of the record: all mentions of one value are one date.

use rustc_hash::FxHashMap;

use crate::model::mention::Grain;
use crate::model::record::Date;
use crate::resolve::record::Ground;

/// The dates, in the order of first mention.
#[must_use]
pub fn records(ground: &Ground<'_>) -> Vec<Date> {
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    let mut dates: Vec<Date> = Vec::new();
    for claim in &ground.decided.dates {
        let at = *known.entry(&claim.what.value).or_insert_with(|| {
            dates.push(Date {
                value: claim.what.value.clone(),
                grain: grain(claim.what.grain).to_owned(),
                mentions: Vec::new(),
            });
            dates.len() - 1
        });
        if let Some(date) = dates.get_mut(at) {
            date.mentions.push(ground.wire.mention(claim.extent, claim.rule));
        }
    }
    dates
}

/// As the record spells it.
const fn grain(grain: Grain) -> &'static str {
    match grain {
        Grain::Minute => "minute",
        Grain::Hour => "hour",
        Grain::DayPart => "daypart",
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Half => "half",
        Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Century => "century",
    }
}
