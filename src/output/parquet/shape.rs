//! Which columns a record has. Each type of the record is listed once, below; from the list come the schema and the way
//! through the columns, and a field that is missing from it does not compile.

use std::sync::Arc;

use ::parquet::basic::{ConvertedType, LogicalType, Repetition, Type as Physical};
use ::parquet::errors::Result;
use ::parquet::schema::types::Type;

use super::column::Cursor;
use crate::model::record::{
    Announced, Assignee, Body, CitedDocument, Date, Deadline, Location, Mention, Meta, Person, Record, Task, Title,
    TitleMention, Unit,
};

/// A value that is spread over one or more columns.
pub(super) trait Shape {
    /// How many columns.
    const WIDTH: usize;

    /// Its part of the schema.
    fn node(name: &str, repetition: Repetition) -> Result<Type>;

    /// Puts it into its columns.
    fn shred(&self, cursor: &mut Cursor<'_>);
}

macro_rules! shapes {
    ($($type:ident { $($field:ident: $kind:ty),* $(,)? })*) => { $(
        impl Shape for $type {
            const WIDTH: usize = 0 $(+ <$kind as Shape>::WIDTH)*;

            fn node(name: &str, repetition: Repetition) -> Result<Type> {
                let fields = vec![$(<$kind as Shape>::node(stringify!($field), Repetition::REQUIRED)?),*];
                group(name, repetition, fields).build()
            }

            fn shred(&self, cursor: &mut Cursor<'_>) {
                let Self { $($field),* } = self;
                $(<$kind as Shape>::shred($field, cursor);)*
            }
        }
    )* };
}

shapes! {
    Record {
        schema: String, id: String, meta: Meta, people: Vec<Person>, titles: Vec<Title>, bodies: Vec<Body>,
        locations: Vec<Location>, dates: Vec<Date>, documents: Vec<CitedDocument>, announced: Vec<Announced>,
        tasks: Vec<Task>,
    }
    Meta {
        title: Option<String>, published: Option<String>, agency: Option<String>, encoding: String, chars: usize,
        warnings: Vec<String>,
    }
    Mention { start: usize, end: usize, text: String, rule: String }
    TitleMention { start: usize, end: usize, text: String, rule: String, holders: Vec<String> }
    Person { id: String, name: String, titles: Vec<String>, r#ref: Option<String>, mentions: Vec<Mention> }
    Title {
        id: String, name: String, head: String, body: Option<String>, place: Option<String>, modifier: Option<String>,
        mentions: Vec<TitleMention>,
    }
    Body {
        id: String, name: String, kind: String, r#ref: Option<String>, aliases: Vec<String>, parent: Option<String>,
        mentions: Vec<Mention>,
    }
    Location {
        id: String, name: String, kind: String, code: Option<String>, within: Option<String>, now: Option<Unit>,
        candidates: Vec<Unit>, mentions: Vec<Mention>,
    }
    Unit { code: String, name: String }
    Date { value: String, grain: String, mentions: Vec<Mention> }
    CitedDocument {
        id: String, kind: String, number: Option<String>, year: Option<u16>, issuer: Option<String>,
        issued: Option<String>, provision: Option<String>, mentions: Vec<Mention>,
    }
    Announced { count: u32, head: String, start: usize, end: usize, text: String, tasks: Vec<String>, complete: bool }
    Task {
        number: String, text: String, start: usize, end: usize, assignee: Option<Assignee>, deadline: Option<Deadline>,
        parent: Option<String>, derived: bool,
    }
    Assignee { text: String, body: Option<String>, title: Option<String> }
    Deadline { value: String, text: String }
}

impl Shape for String {
    const WIDTH: usize = 1;

    fn node(name: &str, repetition: Repetition) -> Result<Type> {
        let node = Type::primitive_type_builder(plain(name), Physical::BYTE_ARRAY).with_repetition(repetition);
        node.with_logical_type(Some(LogicalType::String)).with_converted_type(ConvertedType::UTF8).build()
    }

    fn shred(&self, cursor: &mut Cursor<'_>) {
        cursor.text(self);
    }
}

/// Numbers are signed and of 64 bits: every reader has those.
macro_rules! numbers {
    ($($type:ty),*) => { $(
        impl Shape for $type {
            const WIDTH: usize = 1;

            fn node(name: &str, repetition: Repetition) -> Result<Type> {
                Type::primitive_type_builder(plain(name), Physical::INT64).with_repetition(repetition).build()
            }

            fn shred(&self, cursor: &mut Cursor<'_>) {
                cursor.number(i64::try_from(*self).unwrap_or(i64::MAX));
            }
        }
    )* };
}

numbers!(usize, u32, u16);

impl Shape for bool {
    const WIDTH: usize = 1;

    fn node(name: &str, repetition: Repetition) -> Result<Type> {
        Type::primitive_type_builder(plain(name), Physical::BOOLEAN).with_repetition(repetition).build()
    }

    fn shred(&self, cursor: &mut Cursor<'_>) {
        cursor.truth(*self);
    }
}

impl<T: Shape> Shape for Option<T> {
    const WIDTH: usize = T::WIDTH;

    fn node(name: &str, _: Repetition) -> Result<Type> {
        T::node(name, Repetition::OPTIONAL)
    }

    fn shred(&self, cursor: &mut Cursor<'_>) {
        match self {
            Some(value) => cursor.deeper(|cursor| value.shred(cursor)),
            None => cursor.nothing(T::WIDTH),
        }
    }
}

impl<T: Shape> Shape for Vec<T> {
    const WIDTH: usize = T::WIDTH;

    /// The three levels that the format's specification asks for.
    fn node(name: &str, repetition: Repetition) -> Result<Type> {
        let element = T::node("element", Repetition::REQUIRED)?;
        let list = group("list", Repetition::REPEATED, vec![element]).build()?;
        let node = group(name, repetition, vec![list]).with_logical_type(Some(LogicalType::List));
        node.with_converted_type(ConvertedType::LIST).build()
    }

    fn shred(&self, cursor: &mut Cursor<'_>) {
        if self.is_empty() {
            cursor.nothing(T::WIDTH);
        } else {
            cursor.each(self, |element, cursor| element.shred(cursor));
        }
    }
}

fn group(name: &str, repetition: Repetition, fields: Vec<Type>) -> ::parquet::schema::types::GroupTypeBuilder<'_> {
    let fields = fields.into_iter().map(Arc::new).collect();
    Type::group_type_builder(plain(name)).with_repetition(repetition).with_fields(fields)
}

/// The name in the record: `ref` is written `r#ref` in the program.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
