//! `boctin explain`: the text with its mentions marked, and why each was taken.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use boctin::input::document::Document;
use boctin::input::source;
use boctin::model::error::Error;
use boctin::model::span::{Input, Span};
use boctin::pipeline::{Extractor, Options};
use boctin::resolve::explain::{Explained, Rival, Row};
use clap::ValueEnum;

use super::args::InputArgs;
use super::paint::{Paint, mark};
use super::status::{Status, report};

/// Show why each mention was taken, and what lost
///
/// Writes the text with its mentions marked, in colour on a terminal, in brackets elsewhere; then for each mention its
/// rule, the features that speak for and against it with their weights, the dictionary rows behind it (file and line,
/// and whether they are your own), and the readings of the same words that lost: `-1.20` is what the best reading of the
/// sentence with them would be worth less.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders; `-` or nothing for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Show also capitals that might have been a name, and numbered lists that might have been of tasks, and were not taken
    #[arg(long)]
    all: bool,

    /// Show only mentions whose text contains this
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,

    /// How many features and rivals a mention shows
    #[arg(long, value_name = "N", default_value_t = 5)]
    top: usize,

    /// Colour the output
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: When,

    /// Dictionary of your own, whose rows win (repeatable)
    #[arg(long = "dictionary", value_name = "FILE")]
    dictionaries: Vec<PathBuf>,

    #[command(flatten)]
    input: InputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    /// On a terminal
    Auto,
    Always,
    Never,
}

/// Runs the subcommand.
pub(crate) fn run(args: Args) -> Result<Status, Error> {
    let paths = if args.paths.is_empty() { vec![PathBuf::from("-")] } else { args.paths };
    let extractor = Extractor::new(&Options { dictionaries: args.dictionaries })?;
    let reading = args.input.reading();
    let colour = match args.color {
        When::Auto => io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        When::Always => true,
        When::Never => false,
    };
    let view = View { paint: Paint { colour }, all: args.all, only: args.only, top: args.top };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (mut failed, mut started) = (false, false);
    for source in source::expand(&paths) {
        match source.and_then(|source| source.pieces(&reading)) {
            Ok(pieces) => {
                started = true;
                for piece in pieces {
                    match piece.document(&reading) {
                        Ok(document) => view.write(&mut out, &document, &extractor.explain(&document))?,
                        Err(error) => {
                            report(&error);
                            failed = true;
                        }
                    }
                }
            }
            Err(error) => {
                report(&error);
                failed = true;
            }
        }
    }
    out.flush()?;
    Ok(match (failed, started) {
        (false, _) => Status::Done,
        (true, true) => Status::SomeFailed,
        (true, false) => Status::Unusable,
    })
}

/// How explanations are shown.
struct View {
    paint: Paint,
    all: bool,
    only: Option<String>,
    top: usize,
}

impl View {
    fn write(&self, out: &mut impl Write, document: &Document, explained: &[Explained]) -> io::Result<()> {
        let text = document.text.as_str();
        writeln!(out, "{}", self.paint.strong(&document.id))?;
        let marks: Vec<(Span<Input>, &str)> =
            explained.iter().filter(|item| item.kind != "-").map(|item| (item.span, item.kind)).collect();
        if self.only.is_none() {
            writeln!(out, "{}\n", mark(text, &marks, &self.paint).trim_end())?;
        }
        for item in explained {
            let is_shown = self.only.as_ref().is_none_or(|only| slice(text, item.span).contains(only.as_str()));
            if is_shown && (self.all || item.kind != "-") {
                self.item(out, text, item)?;
            }
        }
        Ok(())
    }

    fn item(&self, out: &mut impl Write, text: &str, item: &Explained) -> io::Result<()> {
        let (start, end) = code_points(text, item.span);
        let what = if item.kind == "-" { "none" } else { item.kind };
        let name = self.paint.kind(item.kind, &shorten(slice(text, item.span)));
        write!(out, "{what:5} {start}-{end} {name}  {}", item.rule)?;
        if let Some(value) = &item.value {
            write!(out, "  = {value}")?;
        }
        if let Some((score, _)) = &item.weights {
            write!(out, "  {score:+.2}")?;
        }
        if let Some(within) = item.within {
            write!(out, "  within {}", shorten(slice(text, within)))?;
        }
        writeln!(out)?;
        if let Some((_, features)) = &item.weights {
            self.features(out, features)?;
        }
        for row in &item.rows {
            writeln!(out, "      row     {}", show_row(row))?;
        }
        for rival in item.rivals.iter().take(self.top) {
            self.rival(out, text, rival)?;
        }
        Ok(())
    }

    fn features(&self, out: &mut impl Write, features: &[(String, f32)]) -> io::Result<()> {
        let side = |positive: bool| features.iter().filter(move |(_, weight)| (*weight > 0.0) == positive);
        for (label, positive) in [("for", true), ("against", false)] {
            let shown: Vec<String> =
                side(positive).take(self.top).map(|(name, weight)| format!("{name} {weight:+.2}")).collect();
            if !shown.is_empty() {
                writeln!(out, "      {label:7} {}", shown.join(", "))?;
            }
        }
        Ok(())
    }

    fn rival(&self, out: &mut impl Write, text: &str, rival: &Rival) -> io::Result<()> {
        let name = self.paint.kind(rival.kind, &shorten(slice(text, rival.span)));
        write!(out, "      lost    {:+.2}  {} {name}  {}  {:+.2}", -rival.behind, rival.kind, rival.rule, rival.score)?;
        let against: Vec<String> = rival
            .features
            .iter()
            .filter(|(_, weight)| *weight < 0.0)
            .take(2)
            .map(|(name, weight)| format!("{name} {weight:+.2}"))
            .collect();
        if against.is_empty() { writeln!(out) } else { writeln!(out, "  ({})", against.join(", ")) }
    }
}

fn show_row(row: &Row) -> String {
    let whose = if row.user { " (yours)" } else { "" };
    let more = if row.more > 0 { format!(", {} more", row.more) } else { String::new() };
    format!("{} {} {}{whose}{more}", row.place, row.kind, row.name)
}

fn slice(text: &str, span: Span<Input>) -> &str {
    text.get(span.range()).unwrap_or_default()
}

fn code_points(text: &str, span: Span<Input>) -> (usize, usize) {
    let before = text.get(..span.start() as usize).unwrap_or_default().chars().count();
    (before, before + slice(text, span).chars().count())
}

/// On one line, and not too long a one.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 90;
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
