//! The cells of one column, as the bytes that a table in text would have.

use ::parquet::basic::{ConvertedType, LogicalType, TimeUnit};
use ::parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use ::parquet::data_type::DataType;
use ::parquet::errors::Result;
use ::parquet::file::reader::RowGroupReader;

use crate::calendar::CivilDate;

/// A cell.
pub(super) enum Cell {
    Bytes(Vec<u8>),
    /// Longer than the limit.
    TooLong,
    Null,
}

/// A column of a row group, read from its beginning to its end.
pub(super) struct Column {
    reader: ColumnReader,
    /// The definition level of a value that is there.
    present: i16,
    meaning: Meaning,
}

/// What the numbers of a column mean.
#[derive(Clone, Copy)]
enum Meaning {
    Number,
    /// Days since 1970.
    Days,
    /// So many in a second since 1970, in UTC or wherever the clock stood.
    Instant {
        per_second: i64,
        is_utc: bool,
    },
}

impl Column {
    /// Column `at` of `group`.
    pub(super) fn open(group: &dyn RowGroupReader, at: usize) -> Result<Self> {
        let schema = group.metadata().schema_descr();
        let column = schema.column(at);
        let meaning = match (column.logical_type_ref(), column.converted_type()) {
            (Some(LogicalType::Date), _) | (None, ConvertedType::DATE) => Meaning::Days,
            (Some(LogicalType::Timestamp(kind)), _) => {
                let per_second = match kind.unit {
                    TimeUnit::MILLIS => 1000,
                    TimeUnit::MICROS => 1_000_000,
                    TimeUnit::NANOS => 1_000_000_000,
                };
                Meaning::Instant { per_second, is_utc: kind.is_adjusted_to_u_t_c }
            }
            (None, ConvertedType::TIMESTAMP_MILLIS) => Meaning::Instant { per_second: 1000, is_utc: true },
            (None, ConvertedType::TIMESTAMP_MICROS) => Meaning::Instant { per_second: 1_000_000, is_utc: true },
            _ => Meaning::Number,
        };
        Ok(Self { reader: group.get_column_reader(at)?, present: column.max_def_level(), meaning })
    }

    /// The next `count` cells, fewer at the end; texts of at most `limit` bytes.
    pub(super) fn read(&mut self, count: usize, limit: usize) -> Result<Vec<Cell>> {
        let (present, meaning) = (self.present, self.meaning);
        let text = |bytes: &[u8]| if bytes.len() > limit { Cell::TooLong } else { Cell::Bytes(bytes.to_vec()) };
        match &mut self.reader {
            ColumnReader::ByteArrayColumnReader(reader) => cells(reader, present, count, |value| text(value.data())),
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                cells(reader, present, count, |value| text(value.data()))
            }
            ColumnReader::Int32ColumnReader(reader) => {
                cells(reader, present, count, |value| meaning.cell(i64::from(*value)))
            }
            ColumnReader::Int64ColumnReader(reader) => cells(reader, present, count, |value| meaning.cell(*value)),
            ColumnReader::Int96ColumnReader(reader) => {
                let instant = Meaning::Instant { per_second: 1, is_utc: true };
                cells(reader, present, count, |value| instant.cell(value.to_seconds()))
            }
            ColumnReader::BoolColumnReader(reader) => cells(reader, present, count, written),
            ColumnReader::FloatColumnReader(reader) => cells(reader, present, count, written),
            ColumnReader::DoubleColumnReader(reader) => cells(reader, present, count, written),
        }
    }
}

fn cells<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    present: i16,
    count: usize,
    cell: impl Fn(&T::T) -> Cell,
) -> Result<Vec<Cell>> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    reader.read_records(count, Some(&mut levels), None, &mut values)?;
    if present == 0 {
        return Ok(values.iter().map(cell).collect());
    }
    let mut values = values.iter();
    let at = |level: &i16| if *level == present { values.next().map_or(Cell::Null, &cell) } else { Cell::Null };
    Ok(levels.iter().map(at).collect())
}

fn written(value: &impl ToString) -> Cell {
    Cell::Bytes(value.to_string().into_bytes())
}

impl Meaning {
    fn cell(self, number: i64) -> Cell {
        let day = |days: i64| {
            let date = CivilDate::from_number(days);
            format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
        };
        // Beyond these years it is no date of an article.
        let sane = |days: &i64| (-3_000_000..3_000_000).contains(days);
        let text = match self {
            Self::Number => number.to_string(),
            Self::Days => Some(number).filter(sane).map(day).unwrap_or_default(),
            Self::Instant { per_second, is_utc } => {
                let seconds = number.div_euclid(per_second);
                let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
                let zone = if is_utc { "Z" } else { "" };
                let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
                let time = format!("T{hour:02}:{minute:02}:{second:02}{zone}");
                Some(days).filter(sane).map(|days| day(days) + &time).unwrap_or_default()
            }
        };
        Cell::Bytes(text.into_bytes())
    }
}
