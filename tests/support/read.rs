//! A text as the rules see it, without the rest of the pipeline.
#![allow(dead_code)]

use std::ops::Range;

use boctin::gazetteer::annotated::Annotated;
use boctin::gazetteer::{Gazetteer, WordCache};
use boctin::model::span::Extent;
use boctin::model::token::Token;
use boctin::segment::{sentence, token, wrap};

/// A text with its tokens and sentences.
pub(crate) struct Read {
    pub(crate) text: String,
    tokens: Vec<Token>,
    sentences: Vec<Extent>,
}

impl Read {
    pub(crate) fn of(text: &str) -> Self {
        let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
        token::tokenize(text, &mut tokens);
        wrap::soften(text, &mut tokens);
        Gazetteer::standard().annotate(text, &mut tokens, &mut WordCache::new());
        sentence::split(text, &tokens, &mut sentences);
        Self { text: text.to_owned(), tokens, sentences }
    }

    pub(crate) fn doc(&self) -> Annotated<'_> {
        Annotated {
            text: &self.text,
            tokens: &self.tokens,
            sentences: &self.sentences,
            lookups: &[],
            reference: None,
            year: None,
        }
    }

    /// The tokens of the first place where `part` stands.
    pub(crate) fn extent(&self, part: &str) -> Extent {
        let start = self.text.find(part).unwrap_or_else(|| panic!("{part:?} is in the text"));
        let first = self.tokens.partition_point(|token| (token.start as usize) < start);
        let end = self.tokens.partition_point(|token| (token.start as usize) < start + part.len());
        Extent::new(first, end)
    }
}

/// What an example marks: the bytes of a mention, and the value behind its `|`.
pub(crate) type Marked = (Range<usize>, Option<String>);

/// The text of an example, `… ⟦mention|value⟧ …`, and its marked mentions.
pub(crate) fn marked(example: &str) -> (String, Vec<Marked>) {
    let (mut text, mut wanted) = (String::new(), Vec::new());
    let mut rest = example;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (inside, behind) = after.split_once('⟧').expect("a mark closes");
        let (mention, value) = match inside.split_once('|') {
            Some((mention, value)) => (mention, Some(value.to_owned())),
            None => (inside, None),
        };
        text.push_str(before);
        wanted.push((text.len()..text.len() + mention.len(), value));
        text.push_str(mention);
        rest = behind;
    }
    text.push_str(rest);
    (text, wanted)
}
