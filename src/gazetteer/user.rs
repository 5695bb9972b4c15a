//! The user's own dictionaries: same format, and their rows win over ours.

use std::fs;
use std::path::Path;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::gazetteer::compile::Compiler;
use crate::gazetteer::matcher::Gazetteer;
use crate::gazetteer::source::Source;
use crate::model::error::{Error, ErrorKind};

impl Gazetteer {
    /// The dictionaries that come with the program together with the user's files. On a name that both have, only the
    /// user's rows count.
    ///
    /// # Errors
    /// A file that cannot be read or is not UTF-8, or a wrong row: file, line, the line itself and what to do.
    pub fn with_user<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, Error> {
        let mut files = Vec::new();
        for path in paths {
            let path = path.as_ref();
            let name = path.display().to_string();
            let bytes = fs::read(path).map_err(|error| Error::from(error).at(name.clone()))?;
            let text = String::from_utf8(bytes).map_err(|error| {
                let at = error.utf8_error().valid_up_to();
                let message = format!("byte {at}: not UTF-8\n  = save the dictionary as UTF-8");
                Error::new(ErrorKind::Dictionary, message).at(name.clone())
            })?;
            files.push((name, text));
        }
        Self::with_texts(files)
    }

    /// As [`with_user`](Self::with_user), of files already read: their names and their texts.
    ///
    /// # Errors
    /// A wrong row: file, line, the line itself and what to do.
    pub fn with_texts(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, Error> {
        let mut compiler = Compiler::standard();
        for (name, text) in files {
            compiler.add(Source::of_user(name.clone(), as_ours(text))).map_err(|errors| first_of(errors, &name))?;
        }
        let (compiled, sources) = compiler.finish();
        Ok(Self::new(compiled, sources))
    }
}

/// The text as our files are: without a byte order mark, in NFC, so that its names meet the normalised texts.
pub(crate) fn as_ours(text: String) -> String {
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if is_nfc(&text) { text } else { text.nfc().collect() }
}

/// The first error, which says how many more there are.
fn first_of(errors: Vec<Error>, file: &str) -> Error {
    let others = errors.len().saturating_sub(1);
    let first = errors.into_iter().next();
    let Some(first) = first else { return Error::new(ErrorKind::Dictionary, "a wrong row").at(file) };
    match others {
        0 => first,
        _ => Error::new(
            ErrorKind::Dictionary,
            format!("{first}\n{file}: {others} more wrong rows; `boctin dict check {file}` lists them all"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_the_user_join_ours() {
        let rows = "\u{feff}kind\tname\taliases\tref\nbody.club\tHội Cờ Trăng Ba\u{300}\tHCTB\thctb\n";
        let gazetteer = Gazetteer::with_texts([("mine.tsv".to_owned(), rows.to_owned())]).unwrap();
        let found = gazetteer.named("Hội Cờ Trăng Bà");
        assert_eq!(found.len(), 1);
        assert!(found[0].user && found[0].reference == "hctb" && found[0].file == "mine.tsv" && found[0].line == 2);
        assert!(gazetteer.named("Hà Nội").iter().any(|entry| !entry.user));
    }

    #[test]
    fn the_first_wrong_row_is_told_and_the_others_counted() {
        let rows = "kind\tname\nbody.zoo\tVườn Thú\nbody.zoo\tVườn Chim\n";
        let error = Gazetteer::with_texts([("mine.tsv".to_owned(), rows.to_owned())]).unwrap_err().to_string();
        for part in ["mine.tsv:2", "Vườn Thú", "1 more wrong row", "dict check"] {
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = Gazetteer::with_user(["/nowhere/mine.tsv"]).unwrap_err().to_string();
        assert!(error.contains("/nowhere/mine.tsv"), "{error}");
    }
}
