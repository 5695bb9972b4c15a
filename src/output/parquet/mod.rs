//! Records as a Parquet file with the nested schema of the record: the same names, lists where the record has lists,
//! nulls where it has nulls. Which columns there are says `shape`; shards and their names are the business of `batch`.

mod column;
mod shape;

use std::io::{self, Write};
use std::sync::Arc;

use ::parquet::basic::{Compression, Repetition, ZstdLevel};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::{EnabledStatistics, WriterProperties};
use ::parquet::file::writer::SerializedFileWriter;

use self::column::{Columns, Cursor};
use self::shape::Shape;
use crate::model::error::Error;
use crate::model::record::Record;

/// Bytes of values that are kept before they are written as a row group.
const GROUP: usize = 32 << 20;

/// A Parquet file that is being written.
pub struct Writer<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Columns,
}

impl<W: Write + Send> Writer<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// Where `out` cannot be written.
    pub fn new(out: W) -> Result<Self, Error> {
        let schema = Record::node("record", Repetition::REQUIRED).map_err(failed)?;
        let properties = WriterProperties::builder()
            .set_created_by(concat!("boctin ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .build();
        let file = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(failed)?;
        let columns = Columns::new(file.schema_descr());
        Ok(Self { file, columns })
    }

    /// Adds a record; gives the bytes that its values take before compression.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn push(&mut self, record: &Record) -> Result<usize, Error> {
        let before = self.columns.bytes;
        record.shred(&mut Cursor::at_row(&mut self.columns));
        let added = self.columns.bytes - before;
        if self.columns.bytes >= GROUP {
            self.columns.write(&mut self.file).map_err(failed)?;
        }
        Ok(added)
    }

    /// Ends the file and gives the output back.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(mut self) -> Result<W, Error> {
        if self.columns.bytes > 0 {
            self.columns.write(&mut self.file).map_err(failed)?;
        }
        self.file.into_inner().map_err(failed)
    }
}

/// Errors of the output come back as what they are.
fn failed(error: ParquetError) -> Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => Error::from(*error),
            Err(inner) => io::Error::other(inner.to_string()).into(),
        },
        error => io::Error::other(error.to_string()).into(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ::parquet::file::reader::{FileReader, SerializedFileReader};
    use ::parquet::record::Field;
    use serde_json::{Value, json};

    use super::*;
    use crate::input::document::Document;
    use crate::pipeline::{Extractor, Options};

    fn written(records: &[Record]) -> SerializedFileReader<bytes::Bytes> {
        let mut writer = Writer::new(Vec::new()).unwrap();
        for record in records {
            assert!(writer.push(record).unwrap() > 0);
        }
        SerializedFileReader::new(writer.finish().unwrap().into()).unwrap()
    }

    fn json(field: Field) -> Value {
        match field {
            Field::Null => Value::Null,
            Field::Str(text) => json!(text),
            Field::Long(number) => json!(number),
            Field::Bool(truth) => json!(truth),
            Field::Group(row) => row.into_columns().into_iter().map(|(name, field)| (name, json(field))).collect(),
            Field::ListInternal(list) => list.elements().iter().cloned().map(json).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_read_back_is_the_record() {
        let extractor = Extractor::new(&Options::default()).unwrap();
        let text = "Sáng 4-3, ông Lê Văn Tám, Chủ tịch UBND tỉnh Hà Giang, ký Quyết định số 12/QĐ-UBND.\n\
                    UBND tỉnh giao 2 nhiệm vụ:\n1. Giao Sở Y tế hoàn thành báo cáo trước ngày 15/4.\n2. Các xã tuyên truyền.";
        let texts = [text, "", "Bà Trần Thị Bảy họp.", text];
        let records: Vec<_> = texts.iter().map(|text| extractor.extract(&Document::new("a", *text))).collect();
        let reader = written(&records);
        let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(|row| json(Field::Group(row.unwrap()))).collect();
        let expected: Vec<_> = records.iter().map(|record| serde_json::to_value(record).unwrap()).collect();
        assert!(!records[0].tasks.is_empty() && !records[0].announced.is_empty());
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_file_without_records_has_the_schema_all_the_same() {
        let reader = written(&[]);
        assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
        let columns: BTreeSet<_> = reader
            .metadata()
            .file_metadata()
            .schema()
            .get_fields()
            .iter()
            .map(|field| field.name().to_owned())
            .collect();
        let schema = crate::output::schema::schema();
        assert_eq!(columns, schema["properties"].as_object().unwrap().keys().cloned().collect());
    }

    #[test]
    fn a_disk_that_is_full_is_an_error_of_the_disk() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let error = Writer::new(Full).and_then(|writer| writer.finish().map(|_| ())).unwrap_err();
        assert_eq!(error.kind(), crate::model::error::ErrorKind::Io);
        assert!(error.to_string().contains("no storage space"), "{error}");
    }
}
