//! By when a task is to be done: the last date of the item behind `trước`, `chậm nhất`, `hoàn thành trong`, `trong`.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, DateValue, Grain};
use crate::model::span::Extent;
use crate::model::token::Word;
use crate::w;

/// How far before a date the word `hoàn thành` may stand, in tokens.
const REACH: usize = 8;

/// The last deadline in `first..end`; `dates` are the dates of the document by first token.
pub(crate) fn of(
    doc: &Annotated<'_>,
    dates: &[Claim<DateValue>],
    first: usize,
    end: usize,
) -> Option<(String, Extent)> {
    let from = dates.partition_point(|date| date.extent.first() < first);
    let inside = dates.get(from..)?.iter().take_while(|date| date.extent.end() <= end);
    let limits = || inside.clone().filter(|date| is_limit(doc, first, date));
    // A day of every year (`trước ngày 15/11 hằng năm`) only where no other limit is named.
    let once = limits().filter(|date| !date.what.value.starts_with("XXXX")).last();
    once.or_else(|| limits().last()).map(|date| (date.what.value.clone(), date.extent))
}

/// True where the words before the date make it a limit.
fn is_limit(doc: &Annotated<'_>, first: usize, date: &Claim<DateValue>) -> bool {
    if date.what.value.contains('/') || tells_of_past(doc, date) {
        return false;
    }
    let start = date.extent.first();
    let back = |count: usize| start.checked_sub(count).filter(|&at| at >= first).map_or(Word(0), |at| doc.word(at));
    let (two, one) = (back(2), back(1));
    let done = || {
        (1..=REACH).any(|count| {
            let pair = (back(count + 1), back(count));
            pair == (w!("hoàn"), w!("thành")) || back(count) == w!("xong") || pair == (w!("chậm"), w!("nhất"))
        })
    };
    // `trước ngày 25 hằng tháng`, `trước thứ Sáu hằng tuần` recur.
    let every = date.extent.end();
    if [w!("hằng"), w!("hàng"), w!("mỗi")].contains(&doc.word(every)) && doc.word(every + 1) != w!("năm") {
        return false;
    }
    // `các nhiệm vụ được giao trong năm 2025`: when it was handed out.
    if one == w!("trong") && (2..=3).any(|count| back(count) == w!("giao")) {
        return false;
    }
    let coarse = matches!(date.what.grain, Grain::Month | Grain::Quarter | Grain::Year | Grain::Week | Grain::Half);
    one == w!("trước")
        || (two, one) == (w!("chậm"), w!("nhất"))
        || (two, one) == (w!("trước"), w!("hết"))
        || (two, one) == (w!("đến"), w!("hết"))
        || one == w!("trong") && (coarse || done())
        || [w!("vào"), w!("đến"), w!("là"), w!("hết"), w!("trong")].contains(&one) && done()
        || one == w!("hạn")
        || one == w!(":") && (2..=5).any(|count| [w!("hạn"), w!("thành")].contains(&back(count)))
}

/// True where the date is of a year before the one that the document counts from.
fn tells_of_past(doc: &Annotated<'_>, date: &Claim<DateValue>) -> bool {
    let year = date.what.value.get(..4).and_then(|year| year.parse::<i32>().ok());
    match (year, doc.reference) {
        (Some(year), Some(reference)) => year < reference.year,
        _ => false,
    }
}
