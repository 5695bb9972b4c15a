//! `boctin eval`: figures against annotated articles.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use boctin::eval::facts::{Facts, TYPES, VALUES};
use boctin::eval::gold::Gold;
use boctin::eval::report::Report;
use boctin::eval::score::{Scores, errors};
use boctin::input::document::Document;
use boctin::model::error::{Error, ErrorKind};
use boctin::pipeline::{Extractor, Options};
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::status::{Status, report};

/// Score what is extracted against annotated articles
///
/// Extracts the text of each gold file, relative dates counted from its publication date, and prints precision, recall
/// and F1 of exact spans by type, the F1 where a shared character is enough (overlap), and of values: dates with their
/// value, pairs of person and title, tasks with number, assignee and deadline, announced numbers.
///
/// A gold file is an article with tags in it. Its first line is `#published: 2017-03-04` or `#published: unknown`; the
/// tags are PER, TITLE (h="holder|holder"), ORG, LOC, DATE (value="2017-03"), DOC, COUNT (n="8") and TASK (n="1",
/// who="…", due="2017-12-25"); they may nest; `&lt;` `&gt;` `&amp;` are undone.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Gold files, and folders of them (every `.ann` in it, by name)
    #[arg(value_name = "GOLD", required = true)]
    gold: Vec<PathBuf>,

    /// List the errors of a row of the tables, or of ALL, before the figures
    ///
    /// `-` was missed, `+` was wrongly found; positions are code points, and the words around are shown. ALL is every
    /// type; values (`DATE+value`, `person-title`, …) are listed by their own name.
    #[arg(long, value_name = "ROW", value_parser = rows())]
    errors: Option<String>,

    /// Take people, titles, bodies and places as annotated, so that only what is made of them is measured
    ///
    /// The pairs of person and title then show how well holders are found where the names themselves are right.
    #[arg(long)]
    given_names: bool,

    /// Write the figures as JSON, to the last digit
    #[arg(long)]
    json: bool,

    /// Dictionary of your own, whose rows win (repeatable)
    #[arg(long = "dictionary", value_name = "FILE")]
    dictionaries: Vec<PathBuf>,
}

/// Runs the subcommand.
pub(crate) fn run(args: &Args) -> Result<Status, Error> {
    let extractor = Extractor::new(&Options { dictionaries: args.dictionaries.clone() })?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (mut scores, mut status) = (Scores::default(), Status::Done);
    for path in expand(&args.gold) {
        let gold = match path.and_then(|path| read(&path).map(|gold| (path, gold))) {
            Ok(gold) => gold,
            Err(error) => {
                report(&error);
                status = Status::SomeFailed;
                continue;
            }
        };
        let (path, gold) = gold;
        let name = path.file_stem().map_or_else(|| path.to_string_lossy(), |stem| stem.to_string_lossy());
        let mut document = Document::new(name.as_ref(), gold.text.as_str());
        document.published.clone_from(&gold.published);
        let record = if args.given_names {
            extractor.extract_named(&document, &gold.names())
        } else {
            extractor.extract(&document)
        };
        let found = Facts::of_record(&record);
        scores.add(&found, &Facts::of_gold(&gold));
        if let Some(listed) = &args.errors {
            let is_listed = |row: &str| row == listed || listed == "ALL" && TYPES.contains(&row);
            for line in errors(&gold, &name, &found, is_listed) {
                writeln!(out, "{line}")?;
            }
        }
    }
    if scores.documents == 0 {
        return Ok(Status::Unusable);
    }
    write_figures(&mut out, &Report::of(&scores), args.json)?;
    out.flush()?;
    Ok(status)
}

fn write_figures(out: &mut impl Write, figures: &Report, json: bool) -> Result<(), Error> {
    if !json {
        return Ok(write!(out, "{figures}")?);
    }
    serde_json::to_writer_pretty(&mut *out, figures)
        .map_err(|error| Error::new(ErrorKind::Io, format!("the figures cannot be written: {error}")))?;
    Ok(writeln!(out)?)
}

/// The files, and those of the folders, in order.
fn expand(paths: &[PathBuf]) -> Vec<Result<PathBuf, Error>> {
    paths.iter().flat_map(|path| if path.is_dir() { folder(path) } else { vec![Ok(path.clone())] }).collect()
}

fn folder(path: &Path) -> Vec<Result<PathBuf, Error>> {
    let failed = |error: io::Error| Error::from(error).at(path.display().to_string());
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => return vec![Err(failed(error))],
    };
    let is_gold = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ann");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_gold).collect();
    files.sort();
    if files.is_empty() {
        let message = "no gold files here: their names end in .ann";
        return vec![Err(Error::new(ErrorKind::Usage, message).at(path.display().to_string()))];
    }
    files.into_iter().map(Ok).collect()
}

fn read(path: &Path) -> Result<Gold, Error> {
    let place = |error: Error| error.at(path.display().to_string());
    let source = fs::read_to_string(path).map_err(|error| place(error.into()))?;
    Gold::parse(&source).map_err(place)
}

fn rows() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(TYPES.into_iter().chain(VALUES).chain(["ALL"]))
}
