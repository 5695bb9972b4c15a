//! The alignment of the normal text with the input: the places where they differ, and nothing for the rest.

use crate::model::span::narrow;

/// One place where the texts differ: these bytes of the normal text stand for those of the input. Where it has no
/// normal bytes, the input's were dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edit {
    normal_start: u32,
    normal_end: u32,
    input_start: u32,
    input_end: u32,
}

/// All edits, in order. Between two edits the texts are equal, byte for byte.
#[derive(Debug, Clone, Default)]
pub(crate) struct Alignment {
    edits: Vec<Edit>,
}

impl Alignment {
    /// True where the texts differ nowhere in their length.
    pub(crate) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// Records that `normal` stands for `input`; both follow all that was recorded before.
    pub(crate) fn record(&mut self, normal: std::ops::Range<usize>, input: std::ops::Range<usize>) {
        self.edits.push(Edit {
            normal_start: narrow(normal.start),
            normal_end: narrow(normal.end),
            input_start: narrow(input.start),
            input_end: narrow(input.end),
        });
    }

    /// Where a non-empty span of the normal text that starts at `at` starts in the input: after what was dropped there.
    pub(crate) fn start_to_input(&self, at: u32) -> u32 {
        let next = self.edits.partition_point(|edit| edit.normal_end <= at);
        match self.edits.get(next) {
            Some(edit) if edit.normal_start <= at => edit.input_start,
            _ => self.before(next).map_or(at, |edit| edit.input_end + (at - edit.normal_end)),
        }
    }

    /// Where a non-empty span of the normal text that ends at `at` ends in the input: before what was dropped there.
    pub(crate) fn end_to_input(&self, at: u32) -> u32 {
        let next = self.edits.partition_point(|edit| edit.normal_start < at);
        match self.before(next) {
            Some(edit) if edit.normal_end >= at => edit.input_end,
            Some(edit) => edit.input_end + (at - edit.normal_end),
            None => at,
        }
    }

    /// Where a non-empty span of the input that starts at `at` starts in the normal text.
    pub(crate) fn start_to_normal(&self, at: u32) -> u32 {
        let next = self.edits.partition_point(|edit| edit.input_end <= at);
        match self.edits.get(next) {
            Some(edit) if edit.input_start <= at => edit.normal_start,
            _ => self.before(next).map_or(at, |edit| edit.normal_end + (at - edit.input_end)),
        }
    }

    /// Where a non-empty span of the input that ends at `at` ends in the normal text.
    pub(crate) fn end_to_normal(&self, at: u32) -> u32 {
        let next = self.edits.partition_point(|edit| edit.input_start < at);
        match self.before(next) {
            Some(edit) if edit.input_end >= at => edit.normal_end,
            Some(edit) => edit.normal_end + (at - edit.input_end),
            None => at,
        }
    }

    fn before(&self, next: usize) -> Option<&Edit> {
        self.edits.get(next.checked_sub(1)?)
    }
}
