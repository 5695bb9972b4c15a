//! [`Board`]: what the rules for names read beside the document itself: which lookups begin where, runs of capitals, and
//! what each token says of its neighbours.

use rustc_hash::FxHashMap;

use crate::gazetteer::Gazetteer;
use crate::gazetteer::annotated::{Annotated, Lookup};
use crate::gazetteer::kind::EntryKind;
use crate::model::cue::Cue;
use crate::model::span::{Extent, narrow};
use crate::model::token::{Classes, Gap, Shape, Token, Word};
use crate::rules::name::echo::Echo;
use crate::rules::name::small::Small;

/// The document, indexed for the rules of names.
#[derive(Debug)]
pub struct Board<'d> {
    /// The document.
    pub doc: Annotated<'d>,
    /// The dictionaries.
    pub gazetteer: &'d Gazetteer,
    /// Tokens of dates and cited documents, which no name may use.
    pub settled: Vec<bool>,
    /// What each token says as the left neighbour of a name.
    pub left: Vec<Cue>,
    /// What each token says as the right neighbour of a name.
    pub right: Vec<Cue>,
    /// Runs of capitals, in the order of the text; none crosses a sentence's edge.
    pub runs: Vec<Extent>,
    /// For each token the index of its run, or [`NO_RUN`].
    run_of: Vec<u32>,
    /// For each token the index of its first lookup; one more at the end.
    starts: Vec<u32>,
    /// How often each word is a run by itself inside a sentence.
    repeats: FxHashMap<Word, u32>,
    /// Where the beginnings of titles and bodies are said again.
    pub echo: Echo,
    /// What the document also writes small.
    pub small: Small,
}

/// The memory of a board that is no longer needed, for the next.
#[derive(Debug, Default)]
pub struct Spare {
    settled: Vec<bool>,
    left: Vec<Cue>,
    right: Vec<Cue>,
    runs: Vec<Extent>,
    run_of: Vec<u32>,
    starts: Vec<u32>,
    repeats: FxHashMap<Word, u32>,
    echo: Echo,
    small: Small,
}

const NO_RUN: u32 = u32::MAX;

impl<'d> Board<'d> {
    /// Indexes `doc`; `settled` are the extents of dates and cited documents.
    #[must_use]
    pub fn new(doc: Annotated<'d>, gazetteer: &'d Gazetteer, settled: impl Iterator<Item = Extent>) -> Self {
        Self::within(doc, gazetteer, settled, Spare::default())
    }

    /// The same in memory that was used before.
    #[must_use]
    pub fn within(
        doc: Annotated<'d>,
        gazetteer: &'d Gazetteer,
        taken: impl Iterator<Item = Extent>,
        spare: Spare,
    ) -> Self {
        let count = doc.tokens.len();
        let Spare { mut settled, mut left, right, mut runs, mut run_of, mut starts, mut repeats, mut echo, mut small } =
            spare;
        settled.clear();
        settled.resize(count, false);
        run_of.clear();
        run_of.resize(count, NO_RUN);
        left.clear();
        runs.clear();
        starts.clear();
        repeats.clear();
        echo.read(&doc);
        small.read(doc.tokens);
        let mut board = Self { doc, gazetteer, settled, left, right, runs, run_of, starts, repeats, echo, small };
        for extent in taken {
            if let Some(tokens) = board.settled.get_mut(extent.range()) {
                tokens.fill(true);
            }
        }
        board.index_lookups();
        board.read_cues();
        board.find_runs();
        board
    }

    /// Gives the memory back.
    #[must_use]
    pub fn into_spare(self) -> Spare {
        let Self { settled, left, right, runs, run_of, starts, repeats, echo, small, .. } = self;
        Spare { settled, left, right, runs, run_of, starts, repeats, echo, small }
    }

    /// The lookups that begin at token `at`, longest first.
    #[inline]
    #[must_use]
    pub fn lookups_at(&self, at: usize) -> &'d [Lookup] {
        let edge = |index: usize| self.starts.get(index).map_or(self.doc.lookups.len(), |&start| start as usize);
        self.doc.lookups.get(edge(at)..edge(at + 1)).unwrap_or_default()
    }

    /// For each token of `extent` and the one behind it, how many lookups begin before it.
    #[inline]
    #[must_use]
    pub fn lookups_before(&self, extent: Extent) -> &[u32] {
        self.starts.get(extent.first()..=extent.end()).unwrap_or_default()
    }

    /// The lookups of just these tokens.
    #[inline]
    pub fn lookups_of(&self, extent: Extent) -> impl Iterator<Item = &'d Lookup> {
        // The longest come first.
        let longer = move |lookup: &&Lookup| lookup.extent.end() > extent.end();
        self.lookups_at(extent.first())
            .iter()
            .skip_while(longer)
            .take_while(move |lookup| lookup.extent.end() == extent.end())
    }

    /// The lookups that begin in `extent`, by first token, the longest first.
    #[must_use]
    pub fn lookups_in(&self, extent: Extent) -> &'d [Lookup] {
        let edge = |index: usize| self.starts.get(index).map_or(self.doc.lookups.len(), |&start| start as usize);
        self.doc.lookups.get(edge(extent.first())..edge(extent.end())).unwrap_or_default()
    }

    /// The longest lookup at `at` that `wanted` accepts.
    #[inline]
    pub fn longest_at(&self, at: usize, wanted: impl Fn(EntryKind) -> bool) -> Option<&'d Lookup> {
        self.lookups_at(at).iter().find(|lookup| wanted(lookup.kind))
    }

    /// The token, or `None` past the end.
    #[inline]
    #[must_use]
    pub fn token(&self, at: usize) -> Option<&'d Token> {
        self.doc.tokens.get(at)
    }

    /// The run of capitals that token `at` is in.
    #[inline]
    #[must_use]
    pub fn run_at(&self, at: usize) -> Option<Extent> {
        let index = *self.run_of.get(at)?;
        self.runs.get(index as usize).copied()
    }

    /// True where token `at` goes on the run of capitals that token `at - 1` is in.
    #[inline]
    #[must_use]
    pub fn goes_on_run(&self, at: usize) -> bool {
        let run = |index: usize| self.run_of.get(index).copied().unwrap_or(NO_RUN);
        at > 0 && run(at) != NO_RUN && run(at) == run(at - 1)
    }

    /// How often the word of token `at` is a run of capitals by itself behind another word.
    #[must_use]
    pub fn repeats(&self, at: usize) -> usize {
        self.repeats.get(&self.doc.word(at)).map_or(0, |&count| count as usize)
    }

    /// True where token `at` may go on a name that token `at - 1` is in: no line ends between them, and it is not taken
    /// by a date or a cited document.
    #[inline]
    #[must_use]
    pub fn goes_on(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.gap.is_break()) && !self.settled.get(at).copied().unwrap_or(true)
    }

    /// The left neighbour's cue of a name that begins at `first` in `sentence`.
    #[inline]
    #[must_use]
    pub fn left_of(&self, first: usize, sentence: Extent) -> Cue {
        if first <= sentence.first() { Cue::Edge } else { self.left.get(first - 1).copied().unwrap_or(Cue::Edge) }
    }

    /// The right neighbour's cue of a name that ends at `end` in `sentence`.
    #[inline]
    #[must_use]
    pub fn right_of(&self, end: usize, sentence: Extent) -> Cue {
        if end >= sentence.end() { Cue::Edge } else { self.right.get(end).copied().unwrap_or(Cue::Edge) }
    }

    fn index_lookups(&mut self) {
        self.starts.reserve(self.doc.tokens.len() + 1);
        for (index, lookup) in self.doc.lookups.iter().enumerate() {
            // The tokens up to this one have what comes from here on first, where they have not had an earlier one.
            if lookup.extent.first() >= self.starts.len() {
                self.starts.resize(lookup.extent.first() + 1, narrow(index));
            }
        }
        self.starts.resize(self.doc.tokens.len() + 1, narrow(self.doc.lookups.len()));
    }

    fn read_cues(&mut self) {
        self.left.reserve(self.doc.tokens.len());
        let text = self.doc.text;
        self.left.extend(self.doc.tokens.iter().zip(&self.settled).map(|(token, &settled)| {
            let mark = || if token.shape == Shape::Punct { token.text(text) } else { "" };
            if settled { Cue::Settled } else { Cue::of(token, mark()) }
        }));
        self.right.clone_from(&self.left);
        // Backwards: a longer lookup, or one that begins earlier, has the last word.
        for lookup in self.doc.lookups.iter().rev() {
            let cue = match lookup.kind {
                EntryKind::Title(_) => Cue::Title,
                EntryKind::Honorific => Cue::Honorific,
                EntryKind::BodyHead(_) => Cue::Body,
                EntryKind::PlaceHead(_) => Cue::PlaceType,
                EntryKind::Saying => Cue::Saying,
                _ => continue,
            };
            let (first, last) = (lookup.extent.first(), lookup.extent.end() - 1);
            if self.settled[first] || (cue == Cue::Saying && lookup.extent.len() == 1) {
                continue;
            }
            self.right[first] = cue;
            if !matches!(cue, Cue::Saying) {
                self.left[last] = cue;
            }
        }
    }

    fn find_runs(&mut self) {
        let tokens = self.doc.tokens;
        for &sentence in self.doc.sentences {
            let mut at = sentence.first();
            while let Some(next) = next_capital(tokens, at, sentence.end()) {
                at = next;
                if self.settled[at] {
                    at += 1;
                    continue;
                }
                let end = self.run_end(at, sentence.end());
                self.run_of[at..end].fill(narrow(self.runs.len()));
                self.runs.push(Extent::new(at, end));
                if end == at + 1 && at > sentence.first() && self.doc.shape(at - 1) != Shape::Punct {
                    *self.repeats.entry(self.doc.word(at)).or_default() += 1;
                }
                at = end;
            }
        }
    }

    fn is_name_word(&self, at: usize) -> bool {
        let (Some(token), Some(&settled)) = (self.doc.tokens.get(at), self.settled.get(at)) else { return false };
        token.shape.is_capital() && !settled
    }

    fn run_end(&self, first: usize, limit: usize) -> usize {
        let mut end = first + 1;
        loop {
            if end < limit && self.is_name_word(end) && self.gap(end) < Gap::Line {
                end += 1;
            } else if let Some(next) = self.past_joiner(end, limit) {
                end = next;
            } else {
                return end;
            }
        }
    }

    /// Where a mark or small words at `at` join two capitals of one name (`Saint-Germain`, `N.V.A`, `GD&ĐT`,
    /// `J. K. Rowling`, `Leonardo da Vinci`, `Luis de la Fuente`): past the capital that follows.
    fn past_joiner(&self, at: usize, limit: usize) -> Option<usize> {
        let particles = (at..limit.min(at + 2)).take_while(|&at| self.is_particle(at)).count();
        let next = at + particles.max(1);
        if next >= limit || !self.is_name_word(next) || (at..=next).any(|at| self.gap(at).is_break()) {
            return None;
        }
        let (last, joiner) = (self.doc.tokens.get(at - 1)?, self.doc.tokens.get(at)?);
        let touches = joiner.gap == Gap::None;
        let joins = match joiner.text(self.doc.text) {
            "-" | "&" => touches && self.gap(next) == Gap::None,
            "." => touches && (self.gap(next) == Gap::None || is_initial(last)),
            _ => particles > 0 && !(last.is(Classes::SYLLABLE) && self.doc.tokens[next].is(Classes::SYLLABLE)),
        };
        joins.then_some(next + 1)
    }

    /// A small word that stands inside names of other languages.
    fn is_particle(&self, at: usize) -> bool {
        // None is longer than three letters.
        let short = self.doc.tokens.get(at).filter(|token| token.shape == Shape::Lower && token.end - token.start <= 3);
        let text = short.map_or("", |token| token.text(self.doc.text));
        matches!(
            text,
            "de" | "da"
                | "van"
                | "der"
                | "den"
                | "von"
                | "bin"
                | "al"
                | "del"
                | "ten"
                | "ter"
                | "dos"
                | "das"
                | "des"
                | "di"
                | "la"
                | "le"
                | "of"
                | "the"
                | "and"
        )
    }

    fn gap(&self, at: usize) -> Gap {
        self.doc.gap(at)
    }
}

/// The first word with a capital among the tokens `from..end`.
fn next_capital(tokens: &[Token], from: usize, end: usize) -> Option<usize> {
    let found = tokens.get(from..end)?.iter().position(|token| token.shape.is_capital())?;
    Some(from + found)
}

/// A single capital letter: `J.` of `J. K. Rowling`.
fn is_initial(token: &Token) -> bool {
    token.shape == Shape::Title && token.end - token.start <= 2
}
