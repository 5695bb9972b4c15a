//! The dictionaries that come with the program, in the order in which they are compiled.

macro_rules! files {
    ($(#[$doc:meta])* $name:ident: $($path:literal),+ $(,)?) => {
        $(#[$doc])*
        pub(crate) static $name: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../dictionaries/", $path)))),+];
    };
}

files! {
    /// The tables that the rules of documents read for themselves: name or code first, the fields after it named in the
    /// comment `columns:`.
    TABLES:
    "documents/types.tsv",
    "documents/issuers.tsv",
    "documents/laws.tsv",
    "documents/named.tsv",
}

files! {
    /// Each file's path under `dictionaries/`, and its text.
    FILES:
    "places/provinces.tsv",
    "places/districts.tsv",
    "places/communes.tsv",
    "places/communes_before_2025.tsv",
    "places/countries.tsv",
    "places/world.tsv",
    "places/features.tsv",
    "places/heads.tsv",
    "people/surnames.tsv",
    "people/middle.tsv",
    "people/given.tsv",
    "people/minority.tsv",
    "people/officials.tsv",
    "people/known.tsv",
    "titles/titles.tsv",
    "titles/abbreviations.tsv",
    "titles/modifiers.tsv",
    "bodies/heads.tsv",
    "bodies/bodies.tsv",
    "bodies/workplaces.tsv",
    "bodies/patterns.tsv",
    "bodies/tail_words.tsv",
    "seen/circles.tsv",
    "seen/classes.tsv",
    "seen/names.tsv",
    "words/abbreviations.tsv",
    "words/contexts.tsv",
    "words/compounds.tsv",
    "words/cues.tsv",
    "words/function.tsv",
    "words/honorifics.tsv",
    "words/saying.tsv",
}
