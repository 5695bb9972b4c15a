//! The date line: what a document says of its own publication.

use crate::calendar::CivilDate;
use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::rules::date::expr::{Time, When, Year};
use crate::rules::date::settle::Mention;
use crate::w;

/// When a document says it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dateline {
    /// The tokens of the date.
    pub extent: Extent,
    /// The day.
    pub day: CivilDate,
    /// Hour and minute, where stated.
    pub time: Option<(u8, u8)>,
}

/// A date line stands among a document's first tokens.
pub(super) const HEAD: usize = 400;

/// The first full date at the head of the document that stands as a date line does: with a time of the clock
/// (`17/08/2024 08:35`), alone on its line, after `Cập nhật` or `Ngày đăng`, or after the place of a document's heading
/// (`Hà Nội, ngày 16 tháng 11 năm 2025`).
pub(super) fn choose(doc: &Annotated<'_>, mentions: &[Mention]) -> Option<Dateline> {
    mentions.iter().take_while(|mention| mention.extent.first() < HEAD).enumerate().find_map(|(index, mention)| {
        let (When::Day { year: Year::Given(year), month: Some(month), day }, None) =
            (mention.read.first.when, mention.read.second)
        else {
            return None;
        };
        let day = CivilDate::new(year, month, day)?;
        let mut time = clock(mention.read.first.time);
        let extent = mention.extent;
        let stands = (time.is_some() && is_at_edge(doc, extent))
            || is_announced(doc, extent)
            || is_alone(doc, extent)
            || is_heading(doc, extent);
        if !stands {
            return None;
        }
        // `03-12-2024 | 13:28:29`: the time in a mention of its own.
        if let Some(next) =
            mentions.get(index + 1).filter(|next| time.is_none() && next.extent.first() <= extent.end() + 1)
        {
            time = next.read.first.is_time_only().then(|| clock(next.read.first.time)).flatten();
        }
        Some(Dateline { extent, day, time })
    })
}

fn clock(time: Option<Time>) -> Option<(u8, u8)> {
    match time {
        Some(Time::Clock(hour, minute)) => Some((hour, minute)),
        _ => None,
    }
}

/// True where the line ends after the date, but for a bracket such as `(GMT+7)`.
fn is_at_edge(doc: &Annotated<'_>, extent: Extent) -> bool {
    let end = extent.end();
    doc.gap(end).is_break()
        || doc.token_text(end) == "("
        || doc.token_text(end) == "|"
        || starts_line(doc, extent.first())
}

fn starts_line(doc: &Annotated<'_>, at: usize) -> bool {
    doc.gap(at).is_break()
}

/// `Cập nhật: …`, `Ngày đăng …`, `Đăng lúc …`, `Xuất bản …` before it on the line.
fn is_announced(doc: &Annotated<'_>, extent: Extent) -> bool {
    let mut at = extent.first();
    for _ in 0..4 {
        if at == 0 || doc.gap(at).is_break() {
            return false;
        }
        at -= 1;
        let word = doc.word(at);
        if word == w!("đăng")
            || (word == w!("nhật") && doc.word(at.saturating_sub(1)) == w!("cập"))
            || (word == w!("bản") && doc.word(at.saturating_sub(1)) == w!("xuất"))
        {
            return true;
        }
    }
    false
}

fn is_alone(doc: &Annotated<'_>, extent: Extent) -> bool {
    starts_line(doc, extent.first()) && doc.gap(extent.end()).is_break()
}

/// `Hà Nội, ngày 16 tháng 11 năm 2025` on a line, or in a cell of a table, of its own.
fn is_heading(doc: &Annotated<'_>, extent: Extent) -> bool {
    let first = extent.first();
    let ends = doc.gap(extent.end()).is_break() || matches!(doc.token_text(extent.end()), "*" | "|" | "_");
    if !ends || doc.word(first) != w!("ngày") || first < 2 || doc.token_text(first - 1) != "," {
        return false;
    }
    let line = (first.saturating_sub(8)..first - 1).rev().take_while(|&at| !doc.gap(at + 1).is_break());
    line.filter(|&at| doc.shape(at).is_word()).all(|at| doc.shape(at).is_capital())
}
