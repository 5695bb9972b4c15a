//! Offsets in other units. Records count code points; some readers count bytes (Rust, Go) or UTF-16 units (Java,
//! JavaScript, Windows).

use crate::model::record::Record;

/// What `start` and `end` count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Unit {
    /// Unicode code points.
    #[default]
    CodePoint,
    /// Bytes of the UTF-8 text.
    Byte,
    /// UTF-16 code units.
    Utf16,
}

/// Turns every offset of `record`, which counts code points of `text`, into `unit`.
pub fn convert(record: &mut Record, text: &str, unit: Unit) {
    let width = match unit {
        Unit::CodePoint => return,
        Unit::Byte if text.is_ascii() => return,
        Unit::Byte => char::len_utf8,
        Unit::Utf16 => char::len_utf16,
    };
    let mut at = 0;
    let mut table: Vec<usize> = text
        .chars()
        .map(|c| {
            let here = at;
            at += width(c);
            here
        })
        .collect();
    table.push(at);
    each(record, |offset| *offset = table.get(*offset).copied().unwrap_or(at));
}

/// Calls `change` on every offset of `record`.
fn each(record: &mut Record, mut change: impl FnMut(&mut usize)) {
    let Record { people, titles, bodies, locations, dates, documents, announced, tasks, .. } = record;
    let mentions = (people.iter_mut().flat_map(|entity| &mut entity.mentions))
        .chain(bodies.iter_mut().flat_map(|entity| &mut entity.mentions))
        .chain(locations.iter_mut().flat_map(|entity| &mut entity.mentions))
        .chain(dates.iter_mut().flat_map(|entity| &mut entity.mentions))
        .chain(documents.iter_mut().flat_map(|entity| &mut entity.mentions))
        .map(|mention| [&mut mention.start, &mut mention.end])
        .chain(
            titles
                .iter_mut()
                .flat_map(|title| &mut title.mentions)
                .map(|mention| [&mut mention.start, &mut mention.end]),
        )
        .chain(announced.iter_mut().map(|item| [&mut item.start, &mut item.end]))
        .chain(tasks.iter_mut().map(|item| [&mut item.start, &mut item.end]));
    for offset in mentions.flatten() {
        change(offset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::{Announced, Meta, SCHEMA};

    fn record(start: usize, end: usize) -> Record {
        let announced = Announced {
            count: 3,
            head: String::new(),
            start,
            end,
            text: String::new(),
            tasks: vec![],
            complete: false,
        };
        Record {
            schema: SCHEMA.to_owned(),
            id: String::new(),
            meta: Meta::default(),
            people: vec![],
            titles: vec![],
            bodies: vec![],
            locations: vec![],
            dates: vec![],
            documents: vec![],
            announced: vec![announced],
            tasks: vec![],
        }
    }

    #[test]
    fn the_units_differ_past_other_alphabets() {
        let text = "Ủy 😀 ban";
        for (unit, expected) in [(Unit::CodePoint, (5, 8)), (Unit::Byte, (10, 13)), (Unit::Utf16, (6, 9))] {
            let mut record = record(5, 8);
            convert(&mut record, text, unit);
            assert_eq!((record.announced[0].start, record.announced[0].end), expected, "{unit:?}");
        }
    }
}
