//! Options that several subcommands share.

use std::path::PathBuf;

use boctin::input::published;
use boctin::input::reading::{Container, Fields, MAX_DOCUMENT_BYTES, Reading};
use boctin::model::error::Error;
use boctin::normalize::encoding::Encoding;
use boctin::output::offsets::Unit;
use boctin::pipeline::Options;
use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// How inputs are read.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct InputArgs {
    /// Format of the inputs
    ///
    /// `auto` looks at the content of each input, and at its name only where the content leaves a doubt. Compressed
    /// inputs are unpacked by content whatever their names.
    #[arg(long, value_name = "FORMAT", default_value = "auto", value_parser = containers())]
    input_format: Container,

    /// Field or column that holds the text
    ///
    /// For records (NDJSON, tables). A record without it is an error that names the fields it has.
    #[arg(long, value_name = "NAME", default_value = "text")]
    text_field: String,

    /// Field or column that holds the id
    ///
    /// A record without an id is named by its place: `dump.ndjson:17`.
    #[arg(long, value_name = "NAME", default_value = "id")]
    id_field: String,

    /// Field or column that holds the headline
    ///
    /// It becomes `meta.title`. It is not added to the text, so offsets are those of the text field alone.
    #[arg(long, value_name = "NAME", default_value = "title")]
    title_field: String,

    /// Field or column that holds the date of publication [default: published, else date]
    ///
    /// ISO 8601, RFC 2822 (`Mon, 08 Apr 2024 04:00:00 +0700`) and `22:05 26/09/2017` are understood; anything else is a
    /// warning in the record.
    #[arg(long, value_name = "NAME")]
    date_field: Option<String>,

    /// Date that relative expressions count from, for every document
    ///
    /// `2017-03-04` or a longer RFC 3339 date. It wins over the date that a container or the text's own date line
    /// gives.
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<String>,

    /// Encoding of the inputs
    ///
    /// `auto` detects it, and the record says what it took in `meta.encoding`. The names are utf-8, utf-16le, utf-16be,
    /// windows-1258, tcvn3, tcvn5712-1, vni, viqr, viscii, vps.
    #[arg(long, value_name = "NAME", default_value = "auto", value_parser = encoding)]
    encoding: EncodingArg,

    /// Read undecodable bytes as U+FFFD instead of failing
    ///
    /// Without it, a document with such bytes is an error that names the first of them.
    #[arg(long)]
    lossy: bool,

    /// Largest document, in bytes [default: 4M]
    ///
    /// A larger one is an error, and the rest goes on. Extraction takes up to 50 times a document's size in memory. K, M
    /// and G stand for KiB, MiB and GiB.
    #[arg(long, value_name = "BYTES", default_value_t = MAX_DOCUMENT_BYTES, value_parser = bytes, hide_default_value = true)]
    max_document_bytes: usize,
}

impl InputArgs {
    /// What the library needs of it.
    pub(crate) fn reading(self) -> Reading {
        let dates = self.date_field.map_or_else(|| Fields::default().dates, |name| vec![name]);
        Reading {
            container: self.input_format,
            encoding: self.encoding.0,
            lossy: self.lossy,
            published: self.published,
            fields: Fields { text: self.text_field, id: self.id_field, title: self.title_field, dates },
            max_document_bytes: self.max_document_bytes,
        }
    }
}

/// What documents are read with.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Extraction")]
pub(crate) struct ExtractorArgs {
    /// Dictionary of your own, whose rows win (repeatable)
    ///
    /// The format is that of the built-in dictionaries: see `boctin dict check`.
    #[arg(long = "dictionary", value_name = "FILE")]
    dictionaries: Vec<PathBuf>,

    /// What `start` and `end` count
    #[arg(long, value_name = "UNIT", default_value = "codepoint")]
    offsets: UnitArg,

    /// Worker threads [default: one a core]
    ///
    /// The output is the same, and in the same order, whatever their number.
    #[arg(long, short, value_name = "N", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
}

impl ExtractorArgs {
    /// Options of the extractor.
    pub(crate) fn options(&self) -> Options {
        Options { dictionaries: self.dictionaries.clone() }
    }

    /// The unit of offsets.
    pub(crate) fn unit(&self) -> Unit {
        self.offsets.0
    }

    /// Worker threads, 0 for one a core.
    pub(crate) fn jobs(&self) -> usize {
        self.jobs
    }
}

/// An encoding; none to detect it.
#[derive(Debug, Clone, Copy)]
struct EncodingArg(Option<Encoding>);

fn encoding(name: &str) -> Result<EncodingArg, String> {
    if name.eq_ignore_ascii_case("auto") {
        return Ok(EncodingArg(None));
    }
    name.parse().map(|encoding| EncodingArg(Some(encoding))).map_err(|error: Error| error.to_string())
}

#[derive(Debug, Clone, Copy)]
struct UnitArg(Unit);

impl ValueEnum for UnitArg {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Unit::CodePoint), Self(Unit::Byte), Self(Unit::Utf16)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self.0 {
            Unit::CodePoint => PossibleValue::new("codepoint").help("Unicode code points (Python)"),
            Unit::Byte => PossibleValue::new("byte").help("bytes of UTF-8 (Rust, Go)"),
            Unit::Utf16 => PossibleValue::new("utf16").help("UTF-16 code units (Java, JavaScript)"),
        })
    }
}

fn containers() -> impl TypedValueParser<Value = Container> {
    let values = Container::ALL.iter().map(|(name, _, about)| PossibleValue::new(*name).help(*about));
    PossibleValuesParser::new(values).map(|chosen| {
        Container::ALL.iter().find(|(name, ..)| *name == chosen).map_or(Container::Auto, |(_, container, _)| *container)
    })
}

fn date(text: &str) -> Result<String, String> {
    published::parse(text).ok_or_else(|| "no such date: write it as 2017-03-04".to_owned())
}

/// A number of bytes, as `64M`.
pub(crate) fn bytes(text: &str) -> Result<usize, String> {
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let factor = match text[digits.len()..].trim_end_matches("iB").trim_end_matches('B').to_ascii_uppercase().as_str() {
        "" => Some(1),
        "K" => Some(1 << 10),
        "M" => Some(1 << 20),
        "G" => Some(1 << 30),
        _ => None,
    };
    let number = digits.parse::<usize>().ok().filter(|number| *number > 0);
    factor
        .zip(number)
        .and_then(|(factor, number)| number.checked_mul(factor))
        .ok_or_else(|| "write a number of bytes, such as 64M".to_owned())
}
