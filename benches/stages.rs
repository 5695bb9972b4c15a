//! How fast each stage is, in megabytes of text a second on one core: the best of five passes over a corpus.
//!
//! ```text
//! cargo bench --bench stages                              the texts under fixtures/, again and again up to 4 MB
//! BOCTIN_BENCH_TEXTS=FILE cargo bench --bench stages      a file of your own, a document a paragraph-separated text
//! ```
//!
//! A file that is NDJSON is read as the fields `text` of its lines; any other file is one document.

use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

use boctin::gazetteer::annotated::{Annotated, Lookup};
use boctin::gazetteer::{Gazetteer, WordCache};
use boctin::input::document::Document;
use boctin::model::span::Extent;
use boctin::model::token::Token;
use boctin::normalize::text::Text;
use boctin::pipeline::{Extractor, Options};
use boctin::resolve::overlap::{self, Bench};
use boctin::rules;
use boctin::rules::name::board::Board;
use boctin::rules::name::weights::Weights;
use boctin::segment::{sentence, token, wrap};

mod corpus;

const PASSES: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let texts = corpus::corpus()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut report = Report { bytes, out: std::io::stdout().lock() };
    writeln!(report.out, "{} documents, {:.1} MB", texts.len(), megabytes(bytes))?;

    let start = Instant::now();
    let (gazetteer, weights) = (Gazetteer::standard(), Weights::standard());
    writeln!(report.out, "{:<22} {:>8.1} ms", "dictionaries", start.elapsed().as_secs_f64() * 1e3)?;

    report.time("normalise", || texts.iter().for_each(|text| drop(black_box(Text::new(text)))))?;
    let mut pages: Vec<Page> = texts.iter().map(|text| Page { text, ..Page::default() }).collect();
    report.time("tokens", || pages.iter_mut().for_each(Page::tokenize))?;
    let mut cache = WordCache::new();
    report.time("words", || {
        pages.iter_mut().for_each(|page| gazetteer.annotate(page.text, &mut page.tokens, &mut cache))
    })?;
    report.time("sentences", || pages.iter_mut().for_each(Page::split))?;
    report.time("lookups", || pages.iter_mut().for_each(|page| page.look_up(gazetteer)))?;
    report.time("documents", || pages.iter().for_each(|page| drop(black_box(rules::document::find(&page.doc())))))?;
    report.time("dates", || pages.iter().for_each(|page| drop(black_box(rules::date::find(&page.doc())))))?;
    report.time("counts of tasks", || {
        pages.iter().for_each(|page| drop(black_box(rules::task::announce(&page.doc()))))
    })?;
    let board = |page: &Page<'_>| drop(black_box(Board::new(page.doc(), gazetteer, std::iter::empty())));
    report.time("board of names", || pages.iter().for_each(board))?;
    let mut bench = Bench::default();
    report.time("board and names", || {
        for page in &pages {
            let board = Board::new(page.doc(), gazetteer, std::iter::empty());
            black_box(overlap::names(&board, weights, &mut bench));
        }
    })?;

    let extractor = Extractor::new(&Options::default())?;
    let documents: Vec<Document> = texts.iter().map(|text| Document::new("", text.as_str())).collect();
    report.time("whole: extract", || {
        documents.iter().for_each(|document| drop(black_box(extractor.extract(document))))
    })?;
    let records: Vec<_> = documents.iter().map(|document| extractor.extract(document)).collect();
    report.time("write JSON", || records.iter().for_each(|record| drop(black_box(serde_json::to_vec(record)))))?;
    Ok(())
}

struct Report<W> {
    bytes: usize,
    out: W,
}

impl<W: Write> Report<W> {
    fn time(&mut self, stage: &str, mut work: impl FnMut()) -> std::io::Result<()> {
        let mut best = Duration::MAX;
        for _ in 0..PASSES {
            let start = Instant::now();
            work();
            best = best.min(start.elapsed());
        }
        writeln!(self.out, "{stage:<22} {:>8.1} MB/s", megabytes(self.bytes) / best.as_secs_f64())
    }
}

#[allow(clippy::cast_precision_loss)]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

#[derive(Default)]
struct Page<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    sentences: Vec<Extent>,
    lookups: Vec<Lookup>,
}

impl Page<'_> {
    fn tokenize(&mut self) {
        self.tokens.clear();
        token::tokenize(self.text, &mut self.tokens);
        wrap::soften(self.text, &mut self.tokens);
    }

    fn split(&mut self) {
        self.sentences.clear();
        sentence::split(self.text, &self.tokens, &mut self.sentences);
    }

    fn look_up(&mut self, gazetteer: &Gazetteer) {
        self.lookups.clear();
        gazetteer.lookups(&self.tokens, &mut self.lookups);
    }

    fn doc(&self) -> Annotated<'_> {
        Annotated {
            text: self.text,
            tokens: &self.tokens,
            sentences: &self.sentences,
            lookups: &self.lookups,
            reference: None,
            year: None,
        }
    }
}
