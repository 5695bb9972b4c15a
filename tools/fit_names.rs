//! Fits `dictionaries/weights/names.tsv` to annotated articles.
//!
//! ```text
//! cargo run --release --features fit --bin fit-names -- [--epochs N] [--runs N] [--folds N] GOLD.ann… >dictionaries/weights/names.tsv
//! ```
//!
//! The weights are the mean of `--runs` fits, each in an order of its own. An article that is given several times counts
//! as often. With `--folds`, writes no weights but the scores of articles that were held out, folder by folder.
//!
//! The articles are annotated as `boctin eval` reads them. The order of sentences is shuffled by a fixed generator, so
//! the same articles give the same weights.

use std::collections::{BTreeMap, HashSet};
use std::io::Write;
use std::path::Path;

use boctin::eval::gold::Gold;
use boctin::gazetteer::annotated::Annotated;
use boctin::gazetteer::{Gazetteer, WordCache};
use boctin::model::span::{Extent, Input, Span};
use boctin::model::token::Token;
use boctin::resolve::lattice;
use boctin::resolve::lattice::fit::{self, Fit};
use boctin::resolve::overlap::{self, Bench};
use boctin::rules::name::board::Board;
use boctin::rules::name::candidate::Lattice;
use boctin::rules::name::evidence::Evidence;
use boctin::rules::name::feature;
use boctin::rules::name::scene::Scene;
use boctin::rules::name::weights::Weights;
use boctin::segment::{sentence, token, wrap};

struct Article {
    file: String,
    /// The folder it is from.
    folder: String,
    /// How often it counts.
    times: usize,
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Extent>,
    settled: Vec<Extent>,
    names: fit::Gold,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut epochs = 5;
    let mut folds = 1;
    let mut runs = 12;
    let mut files: Vec<(String, usize)> = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--epochs" {
            epochs = arguments.next().ok_or("--epochs takes a number")?.parse()?;
        } else if argument == "--folds" {
            folds = arguments.next().ok_or("--folds takes a number")?.parse()?;
        } else if argument == "--runs" {
            runs = arguments.next().ok_or("--runs takes a number")?.parse()?;
        } else if let Some((_, times)) = files.iter_mut().find(|(file, _)| *file == argument) {
            *times += 1;
        } else {
            files.push((argument, 1));
        }
    }
    let gazetteer = Gazetteer::standard();
    let mut articles = Vec::new();
    for (file, times) in &files {
        let gold = Gold::parse(&std::fs::read_to_string(file)?).map_err(|error| error.at(file.clone()))?;
        let folder = Path::new(file).parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        articles.push(Article { file: file.clone(), folder, times: *times, ..read(gazetteer, gold) });
    }
    report_reach(gazetteer, &articles)?;
    if folds > 1 {
        return cross_validate(gazetteer, &articles, epochs, runs, folds);
    }
    let weights = learn(gazetteer, &articles.iter().collect::<Vec<_>>(), epochs, runs)?;
    let mut score = Score::default();
    for article in &articles {
        score.add(gazetteer, article, &weights);
    }
    writeln!(std::io::stderr(), "on the articles themselves: {score}")?;
    write_weights(&weights)
}

/// Fits to all parts but one, scores that one, and so on: what is learnt and not only fitted.
fn cross_validate(
    gazetteer: &Gazetteer,
    articles: &[Article],
    epochs: usize,
    runs: u16,
    folds: usize,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for fold in 0..folds {
        let (held, kept): (Vec<_>, Vec<_>) = articles.iter().enumerate().partition(|(index, _)| index % folds == fold);
        let kept: Vec<&Article> = kept.into_iter().map(|(_, article)| article).collect();
        let weights = learn(gazetteer, &kept, epochs, runs)?;
        for (_, article) in held {
            scores.entry(&article.folder).or_default().add(gazetteer, article, &weights);
        }
    }
    for (folder, score) in scores {
        writeln!(std::io::stderr(), "held out of {folder}: {score}")?;
    }
    Ok(())
}

/// Exact hits, names found, names wanted, by kind.
#[derive(Default)]
struct Score([[usize; 3]; 4]);

impl Score {
    fn add(&mut self, gazetteer: &Gazetteer, article: &Article, weights: &Weights) {
        let found = with_board(gazetteer, article, |board| overlap::names(board, weights, &mut Bench::default()));
        let found: HashSet<_> = found.iter().map(|claim| (claim.extent, claim.what.kind)).collect();
        let wanted: HashSet<_> = article.names.0.iter().copied().collect();
        for &(extent, kind) in &found {
            self.0[kind as usize][1] += 1;
            self.0[kind as usize][0] += usize::from(wanted.contains(&(extent, kind)));
        }
        for &(_, kind) in &wanted {
            self.0[kind as usize][2] += 1;
        }
        if std::env::var_os("ERRORS").is_some() {
            let mut out = std::io::stderr().lock();
            for (sign, extent, kind) in wanted
                .difference(&found)
                .map(|&(e, k)| ('-', e, k))
                .chain(found.difference(&wanted).map(|&(e, k)| ('+', e, k)))
            {
                let edge =
                    |index: usize| article.tokens.get(index).map_or(article.text.len(), |token| token.start as usize);
                let (before, after) = (edge(extent.first().saturating_sub(8)), edge(extent.end() + 8));
                let (start, end) =
                    (edge(extent.first()), article.tokens.get(extent.end() - 1).map_or(0, |token| token.end as usize));
                let line = format!(
                    "{}: {sign} {kind:?} {}\u{27e6}{}\u{27e7}{}",
                    article.file,
                    &article.text[before..start],
                    &article.text[start..end],
                    &article.text[end..after.max(end)]
                );
                drop(writeln!(out, "{}", line.replace('\n', " ")));
            }
        }
    }
}

impl std::fmt::Display for Score {
    #[allow(clippy::cast_precision_loss)]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, [hit, found, wanted]) in ["PER", "TITLE", "ORG", "LOC"].iter().zip(self.0) {
            let (p, r) = (hit as f64 / found.max(1) as f64, hit as f64 / wanted.max(1) as f64);
            write!(f, "{name} P {p:.3} R {r:.3} F {:.3}  ", 2.0 * p * r / (p + r).max(1e-9))?;
        }
        Ok(())
    }
}

fn read(gazetteer: &Gazetteer, gold: Gold) -> Article {
    let text = gold.text.clone();
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    token::tokenize(&text, &mut tokens);
    wrap::soften(&text, &mut tokens);
    sentence::split(&text, &tokens, &mut sentences);
    gazetteer.annotate(&text, &mut tokens, &mut WordCache::default());
    let extent = |span: Span<Input>| {
        let first = tokens.partition_point(|token| token.end <= span.start());
        Extent::new(first, tokens.partition_point(|token| token.start < span.end()))
    };
    let names = gold.names().into_iter().map(|(span, kind)| (extent(span), kind)).collect();
    let settled = settled(gazetteer, &text, &tokens, &sentences);
    Article {
        file: String::new(),
        folder: String::new(),
        times: 1,
        text,
        tokens,
        sentences,
        settled,
        names: fit::Gold(names),
    }
}

/// The dates and cited documents as the rules find them, which no name may use: what the program will see.
fn settled(gazetteer: &Gazetteer, text: &str, tokens: &[Token], sentences: &[Extent]) -> Vec<Extent> {
    let mut lookups = Vec::new();
    gazetteer.lookups(tokens, &mut lookups);
    let doc = Annotated { text, tokens, sentences, lookups: &lookups, reference: None, year: None };
    let (documents, dates) = overlap::settled(&doc);
    documents.iter().map(|claim| claim.extent).chain(dates.iter().map(|claim| claim.extent)).collect()
}

fn with_board<T>(gazetteer: &Gazetteer, article: &Article, work: impl FnOnce(&Board<'_>) -> T) -> T {
    let mut lookups = Vec::new();
    gazetteer.lookups(&article.tokens, &mut lookups);
    let doc = Annotated {
        text: &article.text,
        tokens: &article.tokens,
        sentences: &article.sentences,
        lookups: &lookups,
        reference: None,
        year: None,
    };
    work(&Board::new(doc, gazetteer, article.settled.iter().copied()))
}

/// Says which annotated names no candidate has: what no weights can find.
fn report_reach(gazetteer: &Gazetteer, articles: &[Article]) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stderr().lock();
    let mut counts = [[0usize; 2]; 4];
    for article in articles {
        with_board(gazetteer, article, |board| -> std::io::Result<()> {
            let weights = Weights::zero();
            let mut lattice = Lattice::default();
            for &sentence in board.doc.sentences {
                lattice.clear(board.doc.tokens.len());
                lattice::fill(&Scene::new(board, sentence, &weights), &mut lattice);
                let mut end = 0;
                for &(extent, kind) in article
                    .names
                    .0
                    .iter()
                    .filter(|(extent, _)| sentence.first() <= extent.first() && extent.first() < sentence.end())
                {
                    if extent.first() < end {
                        continue;
                    }
                    end = extent.end();
                    let reached =
                        lattice.candidates.iter().any(|candidate| candidate.extent == extent && candidate.kind == kind);
                    counts[kind as usize][usize::from(reached)] += 1;
                    if !reached && std::env::var_os("REACH").is_some() {
                        writeln!(out, "unreached {kind:?}: {}", board.doc.slice(extent))?;
                    }
                }
            }
            Ok(())
        })?;
    }
    writeln!(
        out,
        "outermost names [unreached, reached] PER {:?} TITLE {:?} ORG {:?} LOC {:?}",
        counts[0], counts[1], counts[2], counts[3]
    )?;
    Ok(())
}

/// The mean of several fits that see the articles in different orders: what only an order taught cancels out.
fn learn(
    gazetteer: &Gazetteer,
    articles: &[&Article],
    epochs: usize,
    runs: u16,
) -> Result<Weights, Box<dyn std::error::Error>> {
    let mut mean = Weights::zero();
    for run in 0..runs {
        for (feature, weight) in learn_once(gazetteer, articles, epochs, run)?.average().iter() {
            mean.nudge(feature, weight / f32::from(runs));
        }
    }
    Ok(mean)
}

fn learn_once(
    gazetteer: &Gazetteer,
    articles: &[&Article],
    epochs: usize,
    run: u16,
) -> Result<Fit, Box<dyn std::error::Error>> {
    let mut fit = Fit::default();
    let repeat = |(index, article): (usize, &&Article)| std::iter::repeat_n(index, article.times);
    let mut order: Vec<usize> = articles.iter().enumerate().flat_map(repeat).collect();
    let mut random = 0x2545_f491_4f6c_dd1d_u64 ^ u64::from(run) << 32;
    for epoch in 0..epochs {
        for at in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, usize::try_from(random >> 33)? % (at + 1));
        }
        let (mut right, mut all) = (0, 0);
        for &index in &order {
            with_board(gazetteer, articles[index], |board| {
                let mut bench = Bench::default();
                bench.fill(board, &fit.weights);
                let first = bench.read(board, &fit.weights);
                let (mut lattice, weights) = (Lattice::with_features(), fit.weights.clone());
                for evidence in [Evidence::default(), Evidence::of(board, &first)] {
                    for &sentence in board.doc.sentences {
                        let scene = Scene::new(board, sentence, &weights);
                        lattice.clear(board.doc.tokens.len());
                        lattice::fill(&scene, &mut lattice);
                        evidence.recall(&mut lattice, board, &weights);
                        right += usize::from(fit.learn(&scene, &lattice, &articles[index].names));
                        all += 1;
                    }
                }
            });
        }
        writeln!(std::io::stderr(), "epoch {epoch}: {right} of {all} sentences right")?;
    }
    Ok(fit)
}

fn write_weights(weights: &Weights) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "# content: weights of the features by which readings of names are weighed against one another")?;
    writeln!(
        out,
        "# source: fitted by tools/fit_names.rs to annotated articles (the articles are their newspapers' and not kept here)"
    )?;
    writeln!(out, "# licence: MIT OR Apache-2.0")?;
    writeln!(out, "# retrieved: 2026-11-24")?;
    writeln!(out, "feature\tweight")?;
    let mut rows: Vec<(String, f32)> = weights
        .iter()
        .filter(|(_, weight)| weight.abs() >= 0.01)
        .map(|(index, weight)| (feature::name(index), weight))
        .collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    for (name, weight) in rows {
        writeln!(out, "{name}\t{weight:.3}")?;
    }
    out.flush()?;
    Ok(())
}
