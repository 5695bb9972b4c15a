//! [`Extractor`]: the stages, in order.
//!
//! ```text
//! Document -normalize-> Text -segment-> tokens, sentences -gazetteer-> lookups -rules-> claims -resolve-> Record
//! ```

use std::cell::RefCell;
use std::path::PathBuf;

use crate::calendar::CivilDate;
use crate::gazetteer::annotated::{Annotated, Lookup};
use crate::gazetteer::{Gazetteer, WordCache};
use crate::input::document::Document;
use crate::model::error::Error;
use crate::model::mention::{Claim, Name, NameKind};
use crate::model::record::Record;
use crate::model::span::{Extent, Input, Span};
use crate::model::token::Token;
use crate::normalize::text::Text;
use crate::resolve::explain::{self, Explained};
use crate::resolve::overlap::Bench;
use crate::resolve::{self, About, Decided, overlap};
use crate::rules;
use crate::rules::name::board::{Board, Spare};
use crate::rules::name::weights::Weights;
use crate::segment::{sentence, token, wrap};

/// What an [`Extractor`] is made from.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Dictionaries of the user's own, whose rows win over the built-in ones.
    pub dictionaries: Vec<PathBuf>,
}

/// Reads documents. Made once, then used from any number of threads.
#[derive(Debug)]
pub struct Extractor {
    dictionaries: Dictionaries,
    weights: &'static Weights,
}

#[derive(Debug)]
enum Dictionaries {
    BuiltIn,
    /// With the user's own.
    Own(Box<Gazetteer>),
}

impl Dictionaries {
    fn gazetteer(&self) -> &Gazetteer {
        match self {
            Self::BuiltIn => Gazetteer::standard(),
            Self::Own(gazetteer) => gazetteer,
        }
    }
}

/// What one thread keeps from document to document, so that it need not be allocated anew.
#[derive(Debug, Default)]
struct Scratch {
    cache: WordCache,
    tokens: Vec<Token>,
    sentences: Vec<Extent>,
    lookups: Vec<Lookup>,
    bench: Bench,
    spare: Spare,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

impl Extractor {
    /// An extractor over the built-in dictionaries and those of `options`.
    ///
    /// # Errors
    /// Where a dictionary of `options` cannot be read or has a malformed row.
    pub fn new(options: &Options) -> Result<Self, Error> {
        let dictionaries = if options.dictionaries.is_empty() {
            Dictionaries::BuiltIn
        } else {
            Dictionaries::Own(Box::new(Gazetteer::with_user(&options.dictionaries)?))
        };
        Ok(Self { dictionaries, weights: Weights::standard() })
    }

    /// What `document` says.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Record {
        self.read(document, |doc, text, decided| {
            resolve::record(doc, text, self.dictionaries.gazetteer(), &About::of(document), decided)
        })
    }

    /// What `document` says where its people, titles, bodies and places are given, sorted by start, the longer first: only
    /// what is made of names (who is who, who holds which title, which place it is) is the extractor's own.
    #[must_use]
    pub fn extract_named(&self, document: &Document, given: &[(Span<Input>, NameKind)]) -> Record {
        self.read(document, |doc, text, decided| {
            let claim = |&(span, kind): &(Span<Input>, NameKind)| {
                let extent = doc.extent(text.to_normal(span));
                Claim { extent, rule: "given", what: Name { kind, entry: None } }
            };
            let decided = Decided { names: given.iter().map(claim).collect(), ..decided.clone() };
            resolve::record(doc, text, self.dictionaries.gazetteer(), &About::of(document), &decided)
        })
    }

    /// Why each mention of `document` was taken, and what was not: see [`Explained`].
    #[must_use]
    pub fn explain(&self, document: &Document) -> Vec<Explained> {
        self.read(document, |doc, text, decided| {
            explain::explain(doc, text, self.dictionaries.gazetteer(), self.weights, decided)
        })
    }

    /// Runs the stages up to what was decided, and gives it to `work` with the document as the rules saw it.
    pub fn read<T>(&self, document: &Document, work: impl FnOnce(&Annotated<'_>, &Text<'_>, &Decided) -> T) -> T {
        let text = Text::new(&document.text);
        let mut scratch = SCRATCH.with(RefCell::take);
        scratch.segment(self.dictionaries.gazetteer(), text.normal());
        let mut doc = Annotated {
            text: text.normal(),
            tokens: &scratch.tokens,
            sentences: &scratch.sentences,
            lookups: &scratch.lookups,
            reference: document.published.as_deref().and_then(CivilDate::parse),
            year: document.published.as_deref().and_then(|date| date.get(..4)?.parse().ok()),
        };
        if doc.reference.is_none() {
            let stated = rules::date::dateline(&doc).map(|line| line.day);
            doc.reference = stated.filter(|day| doc.year.is_none_or(|year| year == day.year));
        }
        let decided = self.decide(&doc, &mut scratch.bench, &mut scratch.spare);
        let result = work(&doc, &text, &decided);
        SCRATCH.with(|kept| kept.replace(scratch));
        result
    }

    /// The claims of all rules, decided.
    fn decide(&self, doc: &Annotated<'_>, bench: &mut Bench, spare: &mut Spare) -> Decided {
        let (documents, dates) = overlap::settled(doc);
        let settled = documents.iter().map(|claim| claim.extent).chain(dates.iter().map(|claim| claim.extent));
        let board = Board::within(*doc, self.dictionaries.gazetteer(), settled, std::mem::take(spare));
        let names = overlap::names(&board, self.weights, bench);
        *spare = board.into_spare();
        let announced = rules::task::announce(doc);
        let addressees = rules::task::addressees(&names);
        let tasks = rules::task::find(doc, &addressees, &dates, &announced);
        Decided { names, dates, documents, announced, tasks }
    }
}

impl Scratch {
    fn segment(&mut self, gazetteer: &Gazetteer, normal: &str) {
        self.tokens.clear();
        self.sentences.clear();
        self.lookups.clear();
        token::tokenize(normal, &mut self.tokens);
        wrap::soften(normal, &mut self.tokens);
        gazetteer.annotate(normal, &mut self.tokens, &mut self.cache);
        sentence::split(normal, &self.tokens, &mut self.sentences);
        gazetteer.lookups(&self.tokens, &mut self.lookups);
    }
}
