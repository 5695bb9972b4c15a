//! What no text may do: how the time a megabyte grows with the length of a document, what texts that are no news take
//! beside news, and how much faster two threads are than one.
//!
//! ```text
//! cargo bench --bench limits
//! ```

use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::ops::ControlFlow;
use std::time::Instant;

use boctin::batch::drive::{Limits, drive};
use boctin::input::document::Document;
use boctin::output::json;
use boctin::pipeline::{Extractor, Options};

mod corpus;
#[path = "../tests/support/hostile.rs"]
mod hostile;

use hostile::HOSTILE;

const PASSES: usize = 3;
/// The lengths of one document, in bytes, and how often each is read.
const LENGTHS: [(usize, usize); 3] = [(10_000, 100), (1_000_000, 3), (50_000_000, 1)];
/// How long a line of a hostile text is, in bytes.
const LINE: usize = 400_000;

/// One number without end: a single token, which the pieces of [`HOSTILE`] are not.
const DIGITS: (&str, &str) = ("one number", "1234567890");

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new(&Options::default())?;
    let mut out = std::io::stdout().lock();
    let texts = corpus::corpus()?;
    let whole = texts.join("\n\n");
    let mut first = None;
    for (length, times) in LENGTHS {
        let text = repeated(&whole, length);
        let rate = rate(&extractor, &text, times);
        let ratio = *first.get_or_insert(rate) / rate;
        writeln!(out, "a document of {length:>10} bytes {rate:>8.1} MB/s, {ratio:>5.2} times the first's time")?;
    }
    let ordinary = rate(&extractor, &repeated(&whole, LINE), PASSES);
    for (name, piece) in HOSTILE.into_iter().chain([DIGITS]) {
        let rate = rate(&extractor, &repeated(piece, LINE), PASSES);
        writeln!(out, "{name:<22} {rate:>17.1} MB/s, {:>5.2} times the time of news", ordinary / rate)?;
    }
    let one = rate_of_jobs(&extractor, &texts, 1);
    for jobs in [1, 2] {
        let rate = rate_of_jobs(&extractor, &texts, jobs);
        writeln!(out, "{jobs} jobs {rate:>31.1} MB/s, {:>5.2} times the rate of one", rate / one)?;
    }
    Ok(())
}

/// `text` again and again up to `length` bytes.
fn repeated(text: &str, length: usize) -> String {
    let mut long = text.repeat(length / text.len().max(1) + 1);
    let edge = (0..=length).rev().find(|&at| long.is_char_boundary(at)).unwrap_or(0);
    long.truncate(edge);
    long
}

/// Megabytes a second of the best of `times` readings.
#[allow(clippy::cast_precision_loss)]
fn rate(extractor: &Extractor, text: &str, times: usize) -> f64 {
    let document = Document::new("", text);
    let mut best = f64::INFINITY;
    for _ in 0..times {
        let start = Instant::now();
        black_box(extractor.extract(&document));
        best = best.min(start.elapsed().as_secs_f64());
    }
    text.len() as f64 / 1e6 / best
}

/// Megabytes a second of the best of [`PASSES`] passes over `texts`, from document to line of JSON, with `jobs` threads.
#[allow(clippy::cast_precision_loss)]
fn rate_of_jobs(extractor: &Extractor, texts: &[String], jobs: usize) -> f64 {
    let bytes: usize = texts.iter().map(String::len).sum();
    let work = |text: &String| {
        let mut line = Vec::new();
        let written = json::to_line(&extractor.extract(&Document::new("", text.as_str())), &mut line);
        (written.is_ok(), line)
    };
    let mut best = f64::INFINITY;
    for _ in 0..PASSES {
        let start = Instant::now();
        drive(
            texts.iter(),
            Limits::new(jobs),
            |text| text.len(),
            work,
            |line| {
                black_box(line);
                ControlFlow::Continue(())
            },
        );
        best = best.min(start.elapsed().as_secs_f64());
    }
    bytes as f64 / 1e6 / best
}
