//! [`Sides`]: what the candidates of a document have in common, worked out once a token: what speaks for a name that begins
//! at it or ends with it, what leaving it out costs, how it is written.
//!
//! A candidate asks for the sums of its two sides instead of weighing each neighbour anew.

use std::cell::Cell;

use crate::model::cue::Cue;
use crate::model::span::{Extent, narrow};
use crate::model::token::{Classes, Shape, Token};
use crate::rules::name::board::Board;
use crate::rules::name::feature::{self, Feature, KINDS, SORTS, Template};
use crate::rules::name::weights::{self, Weights};

/// Takes in what speaks for and against a candidate.
pub trait Hear {
    /// Adds a feature.
    fn add(&mut self, template: Template, value: usize);

    /// Adds a feature of one kind of name.
    fn put(&mut self, feature: Feature);
}

/// The sum of what was heard, for each kind of name at once.
#[derive(Debug)]
pub struct Sums<'w> {
    weights: &'w Weights,
    /// By kind.
    pub by_kind: [f32; KINDS],
}

impl<'w> Sums<'w> {
    /// Nothing heard yet.
    #[must_use]
    pub fn new(weights: &'w Weights) -> Self {
        Self { weights, by_kind: [0.0; KINDS] }
    }

    /// Adds what was summed before.
    #[inline]
    pub fn join(&mut self, sums: &[f32; KINDS]) {
        weights::add(&mut self.by_kind, sums);
    }
}

impl Hear for Sums<'_> {
    #[inline]
    fn add(&mut self, template: Template, value: usize) {
        self.weights.add_row(template, value, &mut self.by_kind);
    }

    #[inline]
    fn put(&mut self, feature: Feature) {
        self.by_kind[usize::from(feature) % KINDS] += self.weights.of(feature);
    }
}

/// How many tokens of a stretch are written how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writing {
    /// Words.
    pub words: usize,
    /// Words that are no Vietnamese syllables.
    pub foreign: usize,
    /// Words in capitals.
    pub upper: usize,
    /// Words in lower case.
    pub lower: usize,
}

/// What one edge of a candidate says of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Edge {
    /// What speaks for a name of each kind there.
    pub sums: [f32; KINDS],
    /// The value of [`Template::LeftSort`] or [`Template::RightSort`] with the cue there, for the first sort of words.
    pub sorts: u32,
    /// Its part of the value of [`Template::Cover`].
    pub cover: u16,
    /// On the left: whether a plural or a number stands before it.
    pub counted: bool,
    /// On the right: what may be a person's name there.
    pub person: Person,
    /// The document that it is of, as [`Sides`] counts them; 0 for none.
    document: u32,
}

/// What a person's name that ends at an edge may have, of the words before the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Person {
    /// One bit for each of the three capitals before the last that is a surname, the nearest first; none past the first
    /// token that is no capital, and none where the last is none.
    pub surnames: u8,
    /// True where the last word is common as a given name.
    pub given: bool,
}

impl Person {
    /// What stands before `end`.
    fn before(board: &Board<'_>, end: usize) -> Self {
        let tokens = board.doc.tokens.get(end.saturating_sub(4)..end).unwrap_or_default();
        let Some((last, before)) = tokens.split_last().filter(|(last, _)| last.shape == Shape::Title) else {
            return Self::default();
        };
        let capitals = before.iter().rev().take_while(|token| token.shape == Shape::Title);
        let surnames = capitals.zip(0..).map(|(token, back)| u8::from(token.is(Classes::SURNAME)) << back).sum();
        Self { surnames, given: last.given >= 25 }
    }
}

impl Edge {
    /// The left edge of a name that begins at `first`, nothing summed.
    #[must_use]
    pub fn left(board: &Board<'_>, sentence: Extent, first: usize, opens: bool) -> Self {
        let sorts = narrow(board.left_of(first, sentence) as usize * SORTS);
        let cover = u16::from(board.goes_on_run(first)) * 4 + u16::from(opens);
        Self { sorts, cover, counted: is_counted(board, sentence, first), ..Self::default() }
    }

    /// The right edge of a name that ends before `end`, nothing summed.
    #[must_use]
    pub fn right(board: &Board<'_>, sentence: Extent, end: usize) -> Self {
        let sorts = narrow(board.right_of(end, sentence) as usize * SORTS);
        let cover = u16::from(board.goes_on_run(end)) * 2;
        Self { sorts, cover, person: Person::before(board, end), ..Self::default() }
    }
}

/// True where a plural or a number stands before `first`: `các xã Tân Lập, Tân Hợp` names `Tân Lập`, and the type word
/// belongs to both.
fn is_counted(board: &Board<'_>, sentence: Extent, first: usize) -> bool {
    let counts = |at: usize| board.left[at] == Cue::Det || board.doc.shape(at) == Shape::Number && !board.settled[at];
    first > sentence.first() && counts(first - 1)
}

/// What each token of a document says of the candidates that begin or end with it. A side is weighed when it is first
/// asked for: most tokens are no name's edge.
#[derive(Debug, Default)]
pub struct Sides {
    /// The edges of this document and of earlier ones, which need not be wiped off.
    left: Vec<Cell<Edge>>,
    right: Vec<Cell<Edge>>,
    /// The number of this document.
    document: u32,
    /// What it costs to leave the tokens of a sentence outside all names, up to each.
    skipped: Vec<f32>,
    opens: Vec<bool>,
    /// Before each token, and at the end: the sum of [`writing`] so far.
    writing: Vec<u64>,
}

impl Sides {
    /// Forgets the document before, and reads this one.
    pub fn read(&mut self, board: &Board<'_>, weights: &Weights) {
        let count = board.doc.tokens.len();
        self.document = self.document.checked_add(1).unwrap_or_else(|| {
            // So many documents that the numbers begin again.
            self.left.clear();
            self.right.clear();
            1
        });
        for side in [&mut self.left, &mut self.right] {
            side.resize(count.max(side.len()), Cell::default());
        }
        self.skipped.clear();
        self.skipped.resize(count, 0.0);
        self.opens.clear();
        self.opens.resize(count, false);
        self.writing.clear();
        self.writing.reserve(count + 1);
        let mut sum = 0u64;
        self.writing.extend(board.doc.tokens.iter().map(|token| {
            let before = sum;
            sum = sum.wrapping_add(writing(token));
            before
        }));
        self.writing.push(sum);
        for &sentence in board.doc.sentences {
            self.read_sentence(board, sentence, weights);
        }
    }

    fn read_sentence(&mut self, board: &Board<'_>, sentence: Extent, weights: &Weights) {
        // Only behind marks may a token open the sentence.
        let (mut behind_mark, mut sum) = (true, 0.0);
        let tokens = board.doc.tokens.get(sentence.range()).unwrap_or_default();
        let skipped = self.skipped.get_mut(sentence.range()).unwrap_or_default();
        for ((at, token), skipped) in sentence.range().zip(tokens).zip(skipped) {
            if behind_mark {
                self.opens[at] = opens(board, sentence, at);
            }
            behind_mark = token.shape == Shape::Punct;
            if token.shape.is_capital() {
                sum += skip_cost(board, weights, at, self.opens[at]);
            }
            *skipped = sum;
        }
    }

    /// The left edge of a name that begins at `first`, with what [`hear_left`] says of it.
    #[inline]
    #[must_use]
    pub fn left(&self, board: &Board<'_>, sentence: Extent, first: usize, weights: &Weights) -> Edge {
        self.remember(self.left.get(first), || {
            let mut sums = Sums::new(weights);
            hear_left(board, sentence, first, &mut sums);
            Edge {
                sums: sums.by_kind,
                document: self.document,
                ..Edge::left(board, sentence, first, self.opens(first))
            }
        })
    }

    /// The right edge of a name that ends before `end`, with what [`hear_right`] says of it.
    #[inline]
    #[must_use]
    pub fn right(&self, board: &Board<'_>, sentence: Extent, end: usize, weights: &Weights) -> Edge {
        let known = self.right.get(end.wrapping_sub(1)).filter(|_| end <= sentence.end());
        self.remember(known, || {
            let mut sums = Sums::new(weights);
            hear_right(board, sentence, end, &mut sums);
            Edge { sums: sums.by_kind, document: self.document, ..Edge::right(board, sentence, end) }
        })
    }

    /// What the cell knows of this document, else what `read` says, which the cell then knows.
    #[inline]
    fn remember(&self, cell: Option<&Cell<Edge>>, read: impl FnOnce() -> Edge) -> Edge {
        if let Some(known) = cell.map(Cell::get).filter(|known| known.document == self.document) {
            return known;
        }
        let edge = read();
        if let Some(cell) = cell {
            cell.set(edge);
        }
        edge
    }

    /// What it costs to leave the tokens of `sentence` outside all names: for each of them with those before it.
    #[inline]
    #[must_use]
    pub fn skipped(&self, sentence: Extent) -> &[f32] {
        self.skipped.get(sentence.range()).unwrap_or_default()
    }

    /// See [`opens`].
    #[inline]
    #[must_use]
    pub fn opens(&self, at: usize) -> bool {
        self.opens.get(at).copied().unwrap_or_default()
    }

    /// False for most sentences that are not written in capitals: too many words are not.
    #[inline]
    #[must_use]
    pub fn may_shout(&self, sentence: Extent) -> bool {
        let Writing { words, lower, .. } = self.writing(sentence);
        sentence.len() > usize::from(u16::MAX) || lower * 5 <= words
    }

    /// How the tokens of `extent` are written, which are no more than 65,535.
    #[inline]
    #[must_use]
    pub fn writing(&self, extent: Extent) -> Writing {
        let at = |index: usize| self.writing.get(index).copied().unwrap_or_default();
        unpack(at(extent.end()).wrapping_sub(at(extent.first())))
    }
}

/// What stands before a name that begins at `first`, and its first word.
pub fn hear_left(board: &Board<'_>, sentence: Extent, first: usize, ear: &mut impl Hear) {
    let inside = first > sentence.first();
    ear.add(Template::Left, board.left_of(first, sentence) as usize);
    let left2 = if inside { board.left_of(first - 1, sentence) } else { Cue::Edge };
    ear.add(Template::Left2, left2 as usize);
    let left = if inside { context(board, first - 1) } else { 0 };
    hear_word(Template::LeftWord, left, ear);
    hear_word(Template::FirstWord, context(board, first), ear);
    let before = |back: usize| first.checked_sub(back).map_or(0, |at| company(board, sentence, at));
    ear.add(Template::LeftCompany, before(1));
    ear.add(Template::Left2Company, before(2));
    ear.add(Template::FirstCompany, company(board, sentence, first));
    ear.add(Template::LeftCircle, first.checked_sub(1).map_or(0, |at| circle(board, sentence, at)));
    ear.add(Template::FirstCircle, circle(board, sentence, first));
}

/// What stands behind a name that ends before `end`, and its last word.
pub fn hear_right(board: &Board<'_>, sentence: Extent, end: usize, ear: &mut impl Hear) {
    ear.add(Template::Right, board.right_of(end, sentence) as usize);
    ear.add(Template::Right2, board.right_of(end + 1, sentence) as usize);
    if let Some(&last) = board.left.get(end.saturating_sub(1)) {
        ear.add(Template::Last, last as usize);
    }
    let right = if end < sentence.end() { context(board, end) } else { 0 };
    hear_word(Template::RightWord, right, ear);
    ear.add(Template::RightCompany, company(board, sentence, end));
    ear.add(Template::Right2Company, company(board, sentence, end + 1));
    ear.add(Template::LastCompany, company(board, sentence, end.saturating_sub(1)));
    ear.add(Template::RightCircle, circle(board, sentence, end));
    ear.add(Template::LastCircle, circle(board, sentence, end.saturating_sub(1)));
}

fn hear_word(template: Template, word: usize, ear: &mut impl Hear) {
    if word > 0 {
        ear.add(template, word);
    }
}

/// The class of words that keep the token's company; 0 for none, and outside of the sentence.
#[inline]
pub fn company(board: &Board<'_>, sentence: Extent, at: usize) -> usize {
    within(board, sentence, at).map_or(0, |token| usize::from(token.company))
}

/// The circle of the token: the finer class of words that keep its company; 0 for none, and outside of the sentence.
#[inline]
pub fn circle(board: &Board<'_>, sentence: Extent, at: usize) -> usize {
    within(board, sentence, at).map_or(0, |token| usize::from(token.circle))
}

/// The token, if it stands in the sentence.
#[inline]
fn within<'d>(board: &Board<'d>, sentence: Extent, at: usize) -> Option<&'d Token> {
    board.token(at).filter(|_| sentence.range().contains(&at))
}

/// The number of the token among the common words; 0 for none.
#[inline]
fn context(board: &Board<'_>, at: usize) -> usize {
    board.token(at).map_or(0, |token| usize::from(token.context))
}

/// What it costs to leave the token outside all names: nothing but for a capital.
#[must_use]
pub fn skip_cost(board: &Board<'_>, weights: &Weights, at: usize, opens: bool) -> f32 {
    if !board.token(at).is_some_and(|token| token.shape.is_capital()) || board.settled[at] {
        return 0.0;
    }
    weights.of(feature::skip(board.left[at], opens))
}

/// True where nothing but marks stands before `at` in the sentence, so that its capital may be due to that.
#[must_use]
pub fn opens(board: &Board<'_>, sentence: Extent, at: usize) -> bool {
    let before = board.doc.tokens.get(sentence.first()..at).unwrap_or_default();
    match before.last() {
        None => true,
        Some(last) if last.shape != Shape::Punct => false,
        Some(last) => {
            matches!(last.text(board.doc.text), "“" | "\"" | ":" | "‘")
                || before.iter().rev().take(4).all(|token| token.shape == Shape::Punct)
        }
    }
}

/// How the tokens of `extent` are written, token by token.
#[must_use]
pub fn writing_of(board: &Board<'_>, extent: Extent) -> Writing {
    let tokens = board.doc.tokens.get(extent.range()).unwrap_or_default();
    unpack(tokens.iter().map(writing).sum())
}

/// How one token is written, as 16 bits for each number of [`Writing`].
#[inline]
fn writing(token: &Token) -> u64 {
    // By shape; no branch, since shapes come in no order.
    const SHAPES: [u64; 7] = {
        let mut shapes = [0; 7];
        shapes[Shape::Lower as usize] = 1 | 1 << 48;
        shapes[Shape::Upper as usize] = 1 | 1 << 32;
        shapes[Shape::Title as usize] = 1;
        shapes[Shape::Mixed as usize] = 1;
        shapes
    };
    let written = SHAPES[token.shape as usize];
    let foreign = written & u64::from(!token.is(Classes::SYLLABLE));
    written | foreign << 16
}

#[inline]
fn unpack(sum: u64) -> Writing {
    let bytes = sum.to_le_bytes();
    let lane = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    Writing { words: lane(0), foreign: lane(2), upper: lane(4), lower: lane(6) }
}
