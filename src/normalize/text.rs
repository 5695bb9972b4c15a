//! [`Text`]: the input as decoded, the normalised text, and the alignment between them.

use std::borrow::Cow;

use crate::model::span::{Input, Normal, Span, narrow};

/// A decoded input with its normalised form.
#[derive(Debug, Clone)]
pub struct Text<'i> {
    input: &'i str,
    normal: Cow<'i, str>,
}

impl<'i> Text<'i> {
    /// Normalises `input`. Text that is normal already is borrowed, not copied.
    #[must_use]
    pub fn new(input: &'i str) -> Self {
        Self { input, normal: Cow::Borrowed(input) }
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

    /// Where `span` of the normalised text stands in the input.
    #[must_use]
    pub fn to_input(&self, span: Span<Normal>) -> Span<Input> {
        Span::new(span.start(), span.end()).unwrap_or_else(|| whole(self.input))
    }
}

fn whole(input: &str) -> Span<Input> {
    Span::new(0, narrow(input.len())).unwrap_or_else(|| unreachable!("0 is the least"))
}
