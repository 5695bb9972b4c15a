//! [`Text`]: the input as decoded, the normalised text, and the alignment between them.
//!
//! The normal text is NFC; eth is đ and look-alikes are Latin inside Vietnamese and Latin words; odd spaces are spaces,
//! line breaks `\n`; what cannot be seen is gone. Where tone marks stand (`hoà`, `hòa`) is as it was written: the
//! [fold](crate::normalize::fold) sees to that. Lines that only wrap are the segmenter's business.

use std::borrow::Cow;

use crate::model::span::{Input, Normal, Span, narrow};
use crate::normalize::alignment::Alignment;
use crate::normalize::flaw;
use crate::normalize::repairer::Repairer;
use crate::normalize::repairs::Repairs;

/// A decoded input with its normalised form.
#[derive(Debug, Clone)]
pub struct Text<'i> {
    input: &'i str,
    normal: Cow<'i, str>,
    alignment: Alignment,
    repairs: Repairs,
}

impl<'i> Text<'i> {
    /// Normalises `input`, in one pass and linear time. Text that is normal already is borrowed, not copied.
    #[must_use]
    pub fn new(input: &'i str) -> Self {
        let Some(first) = flaw::next(input, 0) else {
            return Self {
                input,
                normal: Cow::Borrowed(input),
                alignment: Alignment::default(),
                repairs: Repairs::default(),
            };
        };
        let (normal, alignment, repairs) = Repairer::new(input).run(first);
        let normal = if normal == input { Cow::Borrowed(input) } else { Cow::Owned(normal) };
        Self { input, normal, alignment, repairs }
    }

    /// The input as decoded, untouched.
    #[must_use]
    pub fn input(&self) -> &'i str {
        self.input
    }

    /// The normalised text.
    #[must_use]
    pub fn normal(&self) -> &str {
        &self.normal
    }

    /// What was repaired.
    #[must_use]
    pub fn repairs(&self) -> &Repairs {
        &self.repairs
    }

    /// Where `span` of the normalised text stands in the input: the least span on character edges that covers it.
    ///
    /// A letter takes its combining marks with it; characters that were dropped are in it where they stand inside, not
    /// where they stand at its edge. An empty span stays empty.
    #[must_use]
    pub fn to_input(&self, span: Span<Normal>) -> Span<Input> {
        if self.alignment.is_empty() {
            return on_edges(self.input, span.start(), span.end());
        }
        let start = self.alignment.start_to_input(span.start());
        let end = if span.is_empty() { start } else { self.alignment.end_to_input(span.end()) };
        on_edges(self.input, start, end)
    }

    /// Where `span` of the input stands in the normalised text: the least span on character edges that covers it;
    /// empty where all of it was dropped.
    #[must_use]
    pub fn to_normal(&self, span: Span<Input>) -> Span<Normal> {
        let start = self.alignment.start_to_normal(span.start());
        let end = if span.is_empty() { start } else { self.alignment.end_to_normal(span.end()) };
        on_edges(&self.normal, start, end)
    }
}

/// The span within `text`, widened to character edges where it is not on them.
fn on_edges<Of>(text: &str, start: u32, end: u32) -> Span<Of> {
    let edge = |at: &usize| text.is_char_boundary(*at);
    let start = (0..=text.len().min(start as usize)).rev().find(edge).unwrap_or(0);
    let end = (start.max(end as usize)..text.len()).find(edge).unwrap_or(text.len());
    Span::new(narrow(start), narrow(end)).unwrap_or_else(|| unreachable!("end is at least start"))
}
