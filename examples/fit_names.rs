//! Fits `dictionaries/weights/names.tsv` to annotated articles.
//!
//! ```text
//! cargo run --release --example fit_names -- [--epochs N] GOLD.ann… >dictionaries/weights/names.tsv
//! ```
//!
//! The articles are annotated as `boctin eval` reads them. The order of sentences is shuffled by a fixed generator, so
//! the same articles give the same weights.

use std::io::Write;

use boctin::eval::gold::Gold;
use boctin::gazetteer::annotated::Annotated;
use boctin::gazetteer::{Gazetteer, WordCache};
use boctin::model::mention::NameKind;
use boctin::model::span::Extent;
use boctin::model::token::Token;
use boctin::resolve::lattice::fit::{self, Fit};
use boctin::resolve::lattice::{self};
use boctin::resolve::overlap;
use boctin::rules::name::board::Board;
use boctin::rules::name::candidate::Lattice;
use boctin::rules::name::evidence::Evidence;
use boctin::rules::name::feature;
use boctin::segment::{sentence, token, wrap};

struct Article {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Extent>,
    settled: Vec<Extent>,
    names: fit::Gold,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut epochs = 12;
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--epochs" {
            epochs = arguments.next().ok_or("--epochs takes a number")?.parse()?;
        } else {
            files.push(argument);
        }
    }
    let gazetteer = Gazetteer::standard();
    let mut articles = Vec::new();
    for file in &files {
        let gold = Gold::parse(&std::fs::read_to_string(file)?).map_err(|error| error.at(file.clone()))?;
        articles.push(read(gazetteer, gold));
    }
    report_reach(gazetteer, &articles)?;
    let fit = learn(gazetteer, &articles, epochs)?;
    write_weights(&fit)
}

fn read(gazetteer: &Gazetteer, gold: Gold) -> Article {
    let text = gold.text.clone();
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    token::tokenize(&text, &mut tokens);
    wrap::soften(&text, &mut tokens);
    sentence::split(&text, &tokens, &mut sentences);
    gazetteer.annotate(&text, &mut tokens, &mut WordCache::default());
    let (mut names, mut settled) = (Vec::new(), Vec::new());
    for span in &gold.spans {
        let first = tokens.partition_point(|token| token.end <= span.span.start());
        let end = tokens.partition_point(|token| token.start < span.span.end());
        let extent = Extent::new(first, end);
        match span.kind.as_str() {
            "PER" => names.push((extent, NameKind::Person)),
            "TITLE" => names.push((extent, NameKind::Title)),
            "ORG" => names.push((extent, NameKind::Body)),
            "LOC" => names.push((extent, NameKind::Place)),
            "DATE" | "DOC" => settled.push(extent),
            _ => {}
        }
    }
    Article { text, tokens, sentences, settled, names: fit::Gold(names) }
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
    };
    work(&Board::new(doc, gazetteer, article.settled.iter().copied()))
}

/// Says which annotated names no candidate has: what no weights can find.
fn report_reach(gazetteer: &Gazetteer, articles: &[Article]) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stderr().lock();
    let mut counts = [[0usize; 2]; 4];
    for article in articles {
        with_board(gazetteer, article, |board| -> std::io::Result<()> {
            let evidence = Evidence::default();
            let mut lattice = Lattice::default();
            for &sentence in board.doc.sentences {
                let scene = lattice::scene(board, sentence, &evidence);
                lattice::fill(&scene, &mut lattice);
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

fn learn(gazetteer: &Gazetteer, articles: &[Article], epochs: usize) -> Result<Fit, Box<dyn std::error::Error>> {
    let mut fit = Fit::default();
    let mut order: Vec<usize> = (0..articles.len()).collect();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for epoch in 0..epochs {
        for at in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, usize::try_from(random >> 33)? % (at + 1));
        }
        let (mut right, mut all) = (0, 0);
        for &index in &order {
            with_board(gazetteer, &articles[index], |board| {
                let first = overlap::read(board, &fit.weights, &Evidence::default());
                for evidence in [Evidence::default(), Evidence::of(board, &first)] {
                    let mut lattice = Lattice::default();
                    for &sentence in board.doc.sentences {
                        let scene = lattice::scene(board, sentence, &evidence);
                        lattice::fill(&scene, &mut lattice);
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

fn write_weights(fit: &Fit) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "# content: weights of the features by which readings of names are weighed against one another")?;
    writeln!(
        out,
        "# source: fitted by examples/fit_names.rs to annotated articles (the articles are their newspapers' and not kept here)"
    )?;
    writeln!(out, "# licence: MIT OR Apache-2.0")?;
    writeln!(out, "# retrieved: 2026-11-24")?;
    writeln!(out, "feature\tweight")?;
    let mut rows: Vec<(String, f32)> = fit
        .average()
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
