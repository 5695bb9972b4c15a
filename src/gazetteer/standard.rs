//! The dictionaries that come with the program, in the order in which they are compiled.

macro_rules! files {
    ($($path:literal),+ $(,)?) => {
        /// Each file's path under `dictionaries/`, and its text.
        pub(crate) const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../dictionaries/", $path)))),+];
    };
}

files! {
    "words/cues.tsv",
    "words/function.tsv",
}
