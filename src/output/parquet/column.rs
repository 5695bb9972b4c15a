//! The columns of a row group while it is gathered: values, and for each value, or its absence, the two levels that say
//! where in the nested record it stands (how many of the optional and repeated fields on the way are there; at which
//! repeated field it goes on).

use std::io::Write;
use std::mem::take;

use ::parquet::basic::Type as Physical;
use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int64Type};
use ::parquet::errors::Result;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::types::SchemaDescriptor;
use bytes::Bytes;

/// The columns of a row group.
pub(super) struct Columns {
    columns: Vec<Column>,
    /// What their values take, in bytes.
    pub(super) bytes: usize,
}

struct Column {
    values: Values,
    definition: Vec<i16>,
    repetition: Vec<i16>,
}

enum Values {
    /// The texts one after the other, and where each ends.
    Texts(Vec<u8>, Vec<usize>),
    Numbers(Vec<i64>),
    Truths(Vec<bool>),
}

impl Columns {
    pub(super) fn new(schema: &SchemaDescriptor) -> Self {
        let values = schema.columns().iter().map(|column| match column.physical_type() {
            Physical::INT64 => Values::Numbers(Vec::new()),
            Physical::BOOLEAN => Values::Truths(Vec::new()),
            _ => Values::Texts(Vec::new(), Vec::new()),
        });
        let column = |values| Column { values, definition: Vec::new(), repetition: Vec::new() };
        Self { columns: values.map(column).collect(), bytes: 0 }
    }

    /// Writes what is gathered as one row group, and is empty again.
    pub(super) fn write<W: Write + Send>(&mut self, file: &mut SerializedFileWriter<W>) -> Result<()> {
        let mut group = file.next_row_group()?;
        for column in &mut self.columns {
            if let Some(mut writer) = group.next_column()? {
                column.write(&mut writer)?;
                writer.close()?;
            }
        }
        group.close()?;
        self.bytes = 0;
        Ok(())
    }
}

impl Column {
    fn write(&mut self, writer: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let Self { values, definition, repetition } = self;
        match values {
            Values::Texts(bytes, ends) => {
                let (bytes, mut start) = (Bytes::from(take(bytes)), 0);
                let text = |end| {
                    let text = bytes.slice(start..end);
                    start = end;
                    ByteArray::from(text)
                };
                put::<ByteArrayType>(writer, &ends.drain(..).map(text).collect::<Vec<_>>(), definition, repetition)?;
            }
            Values::Numbers(numbers) => put::<Int64Type>(writer, &take(numbers), definition, repetition)?,
            Values::Truths(truths) => put::<BoolType>(writer, &take(truths), definition, repetition)?,
        }
        definition.clear();
        repetition.clear();
        Ok(())
    }
}

fn put<T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    values: &[T::T],
    definition: &[i16],
    repetition: &[i16],
) -> Result<()> {
    writer.typed::<T>().write_batch(values, Some(definition), Some(repetition)).map(drop)
}

/// The way of one row through the columns, from the first to the last.
pub(super) struct Cursor<'c> {
    columns: &'c mut Columns,
    at: usize,
    /// How many optional and repeated fields on the way here are there.
    definition: i16,
    /// The repeated field that goes on here, 0 for a new row.
    repetition: i16,
    /// How many repeated fields there are on the way here.
    depth: i16,
}

impl<'c> Cursor<'c> {
    /// A new row.
    pub(super) fn at_row(columns: &'c mut Columns) -> Self {
        Self { columns, at: 0, definition: 0, repetition: 0, depth: 0 }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.columns.bytes += text.len() + 8;
        if let Some(Values::Texts(bytes, ends)) = self.next() {
            bytes.extend_from_slice(text.as_bytes());
            ends.push(bytes.len());
        }
    }

    pub(super) fn number(&mut self, number: i64) {
        self.columns.bytes += 8;
        if let Some(Values::Numbers(numbers)) = self.next() {
            numbers.push(number);
        }
    }

    pub(super) fn truth(&mut self, truth: bool) {
        self.columns.bytes += 1;
        if let Some(Values::Truths(truths)) = self.next() {
            truths.push(truth);
        }
    }

    /// Passes over `width` columns that have no value here.
    pub(super) fn nothing(&mut self, width: usize) {
        for _ in 0..width {
            let _ = self.next();
        }
    }

    /// `shred` under an optional field that is there.
    pub(super) fn deeper(&mut self, shred: impl FnOnce(&mut Self)) {
        self.definition += 1;
        shred(self);
        self.definition -= 1;
    }

    /// `shred` for each of a list's `elements`, of which there is one at least.
    pub(super) fn each<T>(&mut self, elements: &[T], shred: impl Fn(&T, &mut Self)) {
        let (first, repetition) = (self.at, self.repetition);
        self.definition += 1;
        self.depth += 1;
        for element in elements {
            self.at = first;
            shred(element, self);
            self.repetition = self.depth;
        }
        self.depth -= 1;
        self.definition -= 1;
        self.repetition = repetition;
    }

    /// The next column's values, once its levels are there.
    fn next(&mut self) -> Option<&mut Values> {
        let column = self.columns.columns.get_mut(self.at)?;
        self.at += 1;
        column.definition.push(self.definition);
        column.repetition.push(self.repetition);
        Some(&mut column.values)
    }
}
