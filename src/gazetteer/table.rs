//! Tables of records of one width, as bytes: written by the compiler of dictionaries, read in place, so that what was
//! compiled at build time costs nothing to load.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::ops::Range;

use crate::model::span::narrow;

/// What a table holds: whole numbers, little end first.
pub(crate) trait Record: Sized {
    /// Its bytes.
    const WIDTH: usize;

    /// The record that `bytes`, as many as its width, spell.
    fn read(bytes: &[u8]) -> Self;

    /// Appends its bytes.
    fn write(&self, out: &mut Vec<u8>);
}

macro_rules! number {
    ($($type:ty),+) => {$(
        impl Record for $type {
            const WIDTH: usize = size_of::<Self>();

            #[inline]
            fn read(bytes: &[u8]) -> Self {
                bytes.first_chunk().map_or(0, |bytes| Self::from_le_bytes(*bytes))
            }

            fn write(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }
        }
    )+};
}

number!(u8, u16, u32, u64);

macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
        pub(crate) struct $name { $($(#[$field_doc])* pub(crate) $field: $type),+ }

        impl $crate::gazetteer::table::Record for $name {
            const WIDTH: usize = $(<$type as $crate::gazetteer::table::Record>::WIDTH +)+ 0;

            #[inline]
            fn read(bytes: &[u8]) -> Self {
                let rest = bytes;
                $(
                    let (field, rest) = rest
                        .split_at_checked(<$type as $crate::gazetteer::table::Record>::WIDTH)
                        .unwrap_or_default();
                    let $field = <$type as $crate::gazetteer::table::Record>::read(field);
                )+
                let _ = rest;
                Self { $($field),+ }
            }

            fn write(&self, out: &mut Vec<u8>) {
                $($crate::gazetteer::table::Record::write(&self.$field, out);)+
            }
        }
    };
}
pub(crate) use record;

/// Records one after another.
#[derive(Debug, Clone)]
pub(crate) struct Table<T> {
    bytes: Cow<'static, [u8]>,
    of: PhantomData<T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { bytes: Cow::Borrowed(&[]), of: PhantomData }
    }
}

impl<T: Record> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut bytes = Vec::new();
        records.into_iter().for_each(|record| record.write(&mut bytes));
        Self { bytes: Cow::Owned(bytes), of: PhantomData }
    }
}

impl<T: Record> Table<T> {
    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len() / T::WIDTH
    }

    /// One record; `None` past the end.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        let start = at * T::WIDTH;
        self.bytes.get(start..start + T::WIDTH).map(T::read)
    }

    /// The records of a range; none where it runs past the end.
    #[inline]
    pub(crate) fn range(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + '_ {
        let bytes = self.bytes.get(range.start * T::WIDTH..range.end * T::WIDTH).unwrap_or_default();
        bytes.chunks_exact(T::WIDTH).map(T::read)
    }

    /// Where in `range` the records that are `before` end; they come first.
    #[inline]
    pub(crate) fn partition_point(&self, range: Range<usize>, before: impl Fn(T) -> bool) -> usize {
        let Range { mut start, mut end } = range;
        while start < end {
            let middle = start.midpoint(end);
            if self.get(middle).is_some_and(&before) {
                start = middle + 1;
            } else {
                end = middle;
            }
        }
        start
    }

    /// Appends the table to `out`, its length first.
    #[allow(dead_code, reason = "build.rs calls it")]
    pub(crate) fn store(&self, out: &mut Vec<u8>) {
        narrow(self.bytes.len()).write(out);
        out.extend_from_slice(&self.bytes);
    }

    /// The table that [`store`](Self::store) put at the beginning of `bytes`, which become what comes after it.
    pub(crate) fn load(bytes: &mut &'static [u8]) -> Self {
        let (length, rest) = bytes.split_at_checked(u32::WIDTH).unwrap_or_default();
        let (table, rest) = rest.split_at_checked(u32::read(length) as usize).unwrap_or_default();
        *bytes = rest;
        Self { bytes: Cow::Borrowed(table), of: PhantomData }
    }
}

impl Table<u8> {
    /// The text of a range of bytes.
    pub(crate) fn text(&self, range: Range<u32>) -> &str {
        let bytes = self.bytes.get(range.start as usize..range.end as usize).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    record! { Pair { one: u16, other: u64 } }

    #[test]
    fn what_is_stored_is_loaded() {
        let pairs: Vec<Pair> = (0..5).map(|one| Pair { one, other: u64::from(one) << 40 }).collect();
        let table: Table<Pair> = pairs.iter().copied().collect();
        let mut stored = Vec::new();
        table.store(&mut stored);
        Table::<u32>::from_iter([7]).store(&mut stored);
        let mut bytes: &'static [u8] = Vec::leak(stored);
        let (loaded, next) = (Table::<Pair>::load(&mut bytes), Table::<u32>::load(&mut bytes));
        assert_eq!((loaded.range(0..5).collect::<Vec<_>>(), next.get(0)), (pairs.clone(), Some(7)));
        assert!(bytes.is_empty() && loaded.get(5).is_none() && next.get(1).is_none());
        assert_eq!(loaded.range(1..3).collect::<Vec<_>>(), pairs[1..3]);
        assert_eq!(loaded.partition_point(0..5, |pair| pair.one < 3), 3);
    }

    #[test]
    fn no_bytes_are_an_empty_table() {
        let table = Table::<u64>::load(&mut [].as_slice());
        assert!(table.len() == 0 && table.get(0).is_none() && table.range(0..4).len() == 0);
    }
}
