//! A JSON object as a document: the fields that [`Fields`] names; all others are skipped without being kept.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::document::Document;
use super::piece::Place;
use super::reading::{Fields, Reading};
use super::{decoding, published};
use crate::model::error::{Error, ErrorKind};

/// The document of the bytes of one JSON object.
pub(super) fn document(bytes: &[u8], place: &Place, reading: &Reading) -> Result<Document, Error> {
    let json = decode(bytes, reading)?;
    let mut parser = serde_json::Deserializer::from_str(&json);
    let found = Wanted(&reading.fields)
        .deserialize(&mut parser)
        .and_then(|found| parser.end().map(|()| found))
        .map_err(|error| Error::new(ErrorKind::Format, format!("not the JSON of a record: {}", on_one_line(&error))))?;
    let Some(body) = found.text else { return Err(no_text(&json, &reading.fields)) };
    let mut warnings = Vec::new();
    let date = found.dates.into_iter().flatten().next();
    let published = date.as_deref().and_then(published::parse);
    if let (Some(date), None) = (&date, &published) {
        warnings.push(format!("date of publication not understood: {date}"));
    }
    Ok(Document {
        id: found.id.unwrap_or_else(|| place.id()),
        text: body,
        title: found.title,
        published,
        encoding: "utf-8".to_owned(),
        warnings,
    })
}

/// The bytes as text: JSON is UTF-8, unless the user says otherwise.
fn decode<'b>(bytes: &'b [u8], reading: &Reading) -> Result<Cow<'b, str>, Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if reading.encoding.is_some() {
        return Ok(Cow::Owned(decoding::decode(bytes.to_vec(), reading)?.text));
    }
    if let Ok(json) = simdutf8::basic::from_utf8(bytes) {
        return Ok(Cow::Borrowed(json));
    }
    // Read again for the place of the error.
    match std::str::from_utf8(bytes) {
        Ok(json) => Ok(Cow::Borrowed(json)),
        Err(_) if reading.lossy => Ok(String::from_utf8_lossy(bytes)),
        Err(error) => Err(decoding::not_utf8(error.valid_up_to())),
    }
}

/// serde's message says "line 1" of every record: only the column is news.
fn on_one_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rfind(" at line ") {
        Some(at) if error.line() == 1 => format!("{} at byte {}", &message[..at], error.column()),
        _ => message,
    }
}

fn no_text(json: &str, fields: &Fields) -> Error {
    let names = serde_json::from_str::<serde_json::Map<String, Value>>(json)
        .map(|object| object.keys().map(String::as_str).take(12).collect::<Vec<_>>().join(", "))
        .unwrap_or_default();
    let wanted = &fields.text;
    Error::new(
        ErrorKind::Format,
        format!("the record has no text in \"{wanted}\" (its fields: {names}): name the field with --text-field"),
    )
}

struct Found {
    text: Option<String>,
    id: Option<String>,
    title: Option<String>,
    dates: Vec<Option<String>>,
}

struct Wanted<'f>(&'f Fields);

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found, A::Error> {
        let Self(fields) = self;
        let mut found = Found { text: None, id: None, title: None, dates: vec![None; fields.dates.len()] };
        while let Some(key) = map.next_key::<Key<'de>>()? {
            let key = &*key.0;
            // One field may serve as two: the address as the id and the title, say.
            let date = fields.dates.iter().position(|name| name == key);
            if key == fields.text {
                found.text = match map.next_value()? {
                    Value::String(text) => Some(text),
                    Value::Null => None,
                    _ => return Err(A::Error::custom(format_args!("\"{key}\" is not a string"))),
                };
            } else if key == fields.id || key == fields.title || date.is_some() {
                let value = scalar(map.next_value()?);
                if let Some(slot) = date.and_then(|at| found.dates.get_mut(at)) {
                    slot.clone_from(&value);
                }
                if key == fields.title {
                    found.title.clone_from(&value);
                }
                if key == fields.id {
                    found.id = value;
                }
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

fn scalar(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// A key, borrowed from the input unless it has escapes.
#[derive(serde::Deserialize)]
struct Key<'k>(#[serde(borrow)] Cow<'k, str>);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::piece::At;

    fn read(json: &str) -> Result<Document, Error> {
        let place = Place { input: "a.ndjson".into(), at: At::Line(7) };
        document(json.as_bytes(), &place, &Reading::default())
    }

    #[test]
    fn fields_are_found_whatever_their_order_and_others_skipped() {
        let document =
            read(r#"{"x":{"text":"no"},"date":"04/03/2017","text":"Ông \u0041","title":"Tin ","id":12}"#).unwrap();
        assert_eq!(document, Document::new("12", "Ông A").published("2017-03-04").with_title("Tin"),);
    }

    #[test]
    fn a_record_without_an_id_is_named_by_its_place() {
        assert_eq!(read(r#"{"text":"a","id":""}"#).unwrap().id, "a.ndjson:7");
    }

    #[test]
    fn published_wins_over_date() {
        let document = read(r#"{"date":"2016","text":"a","published":"2017-03-04"}"#).unwrap();
        assert_eq!(document.published.unwrap(), "2017-03-04");
    }

    #[test]
    fn errors_say_what_to_do() {
        let message = read(r#"{"id":"1","body":"x"}"#).unwrap_err().to_string();
        assert!(message.contains("body, id") && message.contains("--text-field"), "{message}");
        let message = read(r#"{"text":"a""#).unwrap_err().to_string();
        assert!(message.contains("at byte 11"), "{message}");
        assert!(read(r#"{"text":5}"#).unwrap_err().to_string().contains("not a string"));
        assert!(read(r#"{"text":"a"} b"#).is_err());
    }
}
