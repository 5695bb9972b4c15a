//! `boctin dict`: what the dictionaries hold, and whether a file of the user's is sound.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use boctin::gazetteer::Gazetteer;
use boctin::gazetteer::check::check;
use boctin::gazetteer::entry::Entry;
use boctin::gazetteer::sheet::Column;
use boctin::model::error::Error;
use clap::Subcommand;

use super::status::{self, Status};

const FORMAT: &str = "\
A dictionary is a table in UTF-8, one row a name, tabs between the fields, under a header that names the columns:

  kind\tname\taliases\tref
  body.press\tBáo Ban Mai\tBan Mai; BBM\tban-mai
  title.post\tTrưởng trạm\t\t
  person\tAn Văn Bình\tBa Bình\tan-van-binh
  ignore\tBan Mai\t\t\t(needs a column `reason`)

Lines that begin with # are comments. `boctin dict stats` lists the kinds.";

/// What the dictionaries hold; whether a file of your own is sound
#[derive(Debug, clap::Args)]
#[command(after_long_help = FORMAT)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Find(FindArgs),
    Check(CheckArgs),
    Stats(StatsArgs),
}

/// Write every row that has a name: kind, reference, file and line
///
/// Capitals and the placement of tone marks do not matter. Where no row has the name, rows that contain it without its
/// marks follow, and the exit code is 1.
#[derive(Debug, clap::Args)]
struct FindArgs {
    /// The name
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,

    /// Dictionary of your own (repeatable)
    #[arg(long = "dictionary", value_name = "FILE")]
    dictionaries: Vec<PathBuf>,
}

/// Tell what is wrong with dictionaries: file, line, the line itself, what to do
///
/// The exit code is 1 where any row is wrong.
#[derive(Debug, clap::Args)]
struct CheckArgs {
    /// The dictionaries
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Ask for what the built-in dictionaries keep too: rows in order, no doubles, a stated source
    #[arg(long)]
    strict: bool,
}

/// Write how many rows there are, by kind and by file, with sources and licences
#[derive(Debug, clap::Args)]
struct StatsArgs {
    /// Dictionary of your own (repeatable)
    #[arg(long = "dictionary", value_name = "FILE")]
    dictionaries: Vec<PathBuf>,
}

/// Runs the subcommand.
pub(crate) fn run(args: Args) -> Result<Status, Error> {
    match args.command {
        Command::Find(args) => find(&args),
        Command::Check(args) => check_files(&args),
        Command::Stats(args) => stats(&args),
    }
}

/// The built-in dictionaries, with the user's where there are any.
fn with_gazetteer<T>(files: &[PathBuf], then: impl FnOnce(&Gazetteer) -> Result<T, Error>) -> Result<T, Error> {
    if files.is_empty() { then(Gazetteer::standard()) } else { then(&Gazetteer::with_user(files)?) }
}

fn find(args: &FindArgs) -> Result<Status, Error> {
    let name = args.name.join(" ");
    with_gazetteer(&args.dictionaries, |gazetteer| {
        let mut out = io::BufWriter::new(io::stdout().lock());
        let (rows, words) = (gazetteer.named(&name), gazetteer.words_named(&name));
        let documents = Gazetteer::documents_named(&name);
        for entry in &rows {
            write_entry(&mut out, entry)?;
        }
        for (file, line, row) in words.iter().chain(&documents) {
            writeln!(out, "{file}:{line}: {}", row.replace('\t', "  "))?;
        }
        if rows.is_empty() && words.is_empty() && documents.is_empty() {
            writeln!(out, "no row has the name {name:?}")?;
            for (file, line, row) in gazetteer.names_like(&name, 20) {
                writeln!(out, "like it: {file}:{line}: {}", row.replace('\t', "  "))?;
            }
            out.flush()?;
            return Ok(Status::SomeFailed);
        }
        out.flush()?;
        Ok(Status::Done)
    })
}

fn write_entry(out: &mut impl Write, entry: &Entry<'_>) -> io::Result<()> {
    let (family, member) = entry.kind.parts();
    let dot = if member.is_empty() { "" } else { "." };
    let yours = if entry.user { " (yours)" } else { "" };
    write!(out, "{}:{}{yours}: {family}{dot}{member}  {}", entry.file, entry.line, entry.name)?;
    if !entry.reference.is_empty() {
        write!(out, "  ref={}", entry.reference)?;
    }
    let told = [Column::Kind, Column::Name, Column::Ref];
    for &column in Column::ALL.iter().filter(|column| !told.contains(column)) {
        let field = entry.field(column);
        if !field.is_empty() {
            write!(out, "  {}={field}", column.as_str())?;
        }
    }
    writeln!(out)
}

fn check_files(args: &CheckArgs) -> Result<Status, Error> {
    let mut status = Status::Done;
    for path in &args.files {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| Error::from(error).at(name.clone()))?;
        let errors = check(&name, &text, args.strict);
        for error in &errors {
            status::report(error);
        }
        if errors.is_empty() {
            writeln!(io::stdout(), "{name}: sound")?;
        } else {
            writeln!(io::stdout(), "{name}: {} wrong", errors.len())?;
            status = Status::SomeFailed;
        }
    }
    Ok(status)
}

fn stats(args: &StatsArgs) -> Result<Status, Error> {
    with_gazetteer(&args.dictionaries, |gazetteer| {
        let counts = gazetteer.counts();
        let mut out = io::BufWriter::new(io::stdout().lock());
        writeln!(out, "rows by kind")?;
        for (kind, rows) in &counts.kinds {
            writeln!(out, "{rows:>8}  {kind}")?;
        }
        writeln!(out, "\nrows by source")?;
        for (source, rows) in &counts.sources {
            writeln!(out, "{rows:>8}  {source}")?;
        }
        writeln!(out, "\nrows and names by file")?;
        for file in &counts.files {
            let yours = if file.user { " (yours)" } else { "" };
            writeln!(out, "{:>8} {:>8}  {}{yours}", file.rows, file.names, file.file)?;
            if !file.source.is_empty() {
                writeln!(out, "{:>17}  source: {}", "", file.source)?;
                writeln!(out, "{:>17}  licence: {}", "", file.licence)?;
            }
        }
        let rows: usize = counts.files.iter().map(|file| file.rows).sum();
        let names: usize = counts.files.iter().map(|file| file.names).sum();
        writeln!(out, "\n{rows} rows, {names} names; {} entries, {} words", counts.entries, counts.words)?;
        out.flush()?;
        Ok(Status::Done)
    })
}
