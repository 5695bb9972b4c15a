//! A record as JSON on one line, byte for byte what `serde_json` writes. Names of fields go out as they are, without a
//! search for what must be escaped, and texts in one piece where nothing must.

use std::fmt::Display;

use serde::ser::{Error as _, Impossible, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

/// Appends `value` to `out`.
///
/// # Errors
/// For a value of a type that no record has: a map, a tuple, an enum with fields, a fraction.
pub(super) fn write<T: Serialize>(value: &T, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    value.serialize(Compact { out })
}

struct Compact<'o> {
    out: &'o mut Vec<u8>,
}

/// The elements of a list, or the fields of a struct.
struct Parts<'o> {
    out: &'o mut Vec<u8>,
    first: bool,
    close: u8,
}

impl Parts<'_> {
    fn comma(&mut self) {
        if !std::mem::replace(&mut self.first, false) {
            self.out.push(b',');
        }
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Self::Error> {
        self.comma();
        value.serialize(Compact { out: self.out })
    }

    fn end(self) -> Result<(), Self::Error> {
        self.out.push(self.close);
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Self::Error> {
        self.comma();
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        value.serialize(Compact { out: self.out })
    }

    fn end(self) -> Result<(), Self::Error> {
        self.out.push(self.close);
        Ok(())
    }
}

impl<'o> Compact<'o> {
    fn open(self, open: u8, close: u8) -> Parts<'o> {
        self.out.push(open);
        Parts { out: self.out, first: true, close }
    }
}

fn other(what: &str) -> serde_json::Error {
    serde_json::Error::custom(format_args!("a record has no {what}"))
}

macro_rules! numbers {
    ($($method:ident: $type:ty),+) => {
        $(fn $method(self, number: $type) -> Result<(), Self::Error> {
            digits(number, self.out);
            Ok(())
        })+
    };
}

macro_rules! refused {
    ($($method:ident($($argument:ty),*) -> $answer:ty, $what:literal;)+) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$answer, Self::Error> {
            Err(other($what))
        })+
    };
}

type None = Impossible<(), serde_json::Error>;

impl<'o> Serializer for Compact<'o> {
    type Ok = ();
    type Error = serde_json::Error;
    type SerializeSeq = Parts<'o>;
    type SerializeStruct = Parts<'o>;
    type SerializeTuple = None;
    type SerializeTupleStruct = None;
    type SerializeTupleVariant = None;
    type SerializeMap = None;
    type SerializeStructVariant = None;

    numbers! { serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64 }

    refused! {
        serialize_i8(i8) -> (), "number with a sign";
        serialize_i16(i16) -> (), "number with a sign";
        serialize_i32(i32) -> (), "number with a sign";
        serialize_i64(i64) -> (), "number with a sign";
        serialize_f32(f32) -> (), "fraction";
        serialize_f64(f64) -> (), "fraction";
        serialize_char(char) -> (), "character";
        serialize_bytes(&[u8]) -> (), "bytes";
        serialize_unit() -> (), "unit";
        serialize_unit_struct(&'static str) -> (), "unit";
        serialize_tuple(usize) -> None, "tuple";
        serialize_tuple_struct(&'static str, usize) -> None, "tuple";
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> None, "variant with fields";
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> None, "variant with fields";
        serialize_map(Option<usize>) -> None, "map";
    }

    fn serialize_bool(self, value: bool) -> Result<(), Self::Error> {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Self::Error> {
        string(text, self.out);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Self::Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Self::Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Self::Error> {
        string(variant, self.out);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Self::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Self::Error> {
        Err(other("variant with fields"))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Self::Error> {
        Ok(self.open(b'[', b']'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Self::Error> {
        Ok(self.open(b'{', b'}'))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Self::Error> {
        string(&value.to_string(), self.out);
        Ok(())
    }
}

/// Appends a number.
fn digits(number: impl Into<u64>, out: &mut Vec<u8>) {
    let mut number: u64 = number.into();
    let mut buffer = [b'0'; 20];
    let mut first = buffer.len();
    while let Some(slot) = first.checked_sub(1).and_then(|at| buffer.get_mut(at)) {
        first -= 1;
        *slot = b'0' + u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(buffer.get(first..).unwrap_or_default());
}

/// Appends a text in quotes, with what JSON does not allow in them escaped.
fn string(text: &str, out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(at) = special(rest) {
        let (plain, special) = rest.split_at(at);
        out.extend_from_slice(plain);
        let Some((&byte, after)) = special.split_first() else { break };
        rest = after;
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0c => out.extend_from_slice(b"\\f"),
            _ => {
                let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            }
        }
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// The first byte that must be escaped.
fn special(bytes: &[u8]) -> Option<usize> {
    let (blocks, rest) = bytes.as_chunks::<8>();
    for (at, &block) in blocks.iter().enumerate() {
        if let Some(found) = special_of(block) {
            return Some(at * 8 + found);
        }
    }
    // The last bytes, filled up with some that need nothing.
    let mut block = [b' '; 8];
    block.get_mut(..rest.len())?.copy_from_slice(rest);
    special_of(block).map(|found| blocks.len() * 8 + found)
}

/// The same of eight bytes, judged at once: most texts are short, and need nothing.
#[inline]
fn special_of(block: [u8; 8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x80 * ONES;
    let block = u64::from_le_bytes(block);
    // The upper bit of each byte that is below `least`. Of several, the first is told rightly.
    let below = |block: u64, least: u64| block.wrapping_sub(ONES * least) & !block & TOPS;
    let is = |byte: u8| below(block ^ (ONES * u64::from(byte)), 1);
    let found = below(block, 0x20) | is(b'"') | is(b'\\');
    (found != 0).then(|| found.trailing_zeros() as usize / 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        OneThing,
    }

    #[derive(Serialize)]
    struct Example<'e> {
        text: &'e str,
        numbers: Vec<u64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        left_out: Option<bool>,
        r#ref: Option<u16>,
        nested: Vec<Option<Kind>>,
        flag: bool,
    }

    #[test]
    fn it_writes_what_serde_json_writes() {
        let texts = [
            "",
            "Ông Sáu nói: \"Mưa\\nắng\"",
            "dòng một\ndòng hai\r\n\tthụt\u{8}\u{c}\u{0}\u{1f}\u{7f}",
            "một dòng dài hơn mười sáu byte, rồi mới đến dấu \" ở gần cuối",
            "một dòng dài hơn mười sáu byte, không có gì phải thoát ra cả, 😀",
        ];
        for text in texts {
            let numbers = vec![0, 9, 10, 1234567890, u64::MAX];
            let nested = vec![Some(Kind::OneThing), None];
            let example = Example { text, numbers, left_out: None, r#ref: Some(7), nested, flag: true };
            let mut out = Vec::new();
            write(&example, &mut out).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&example).unwrap());
        }
    }

    #[test]
    fn what_no_record_has_is_an_error() {
        let map: std::collections::BTreeMap<u8, u8> = [(1, 2)].into();
        assert!(write(&map, &mut Vec::new()).is_err() && write(&1.5, &mut Vec::new()).is_err());
    }
}
