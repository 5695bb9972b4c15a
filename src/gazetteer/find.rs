//! Looking names up by hand: what rows a name has, and names that look like it.

use crate::gazetteer::entry::Entry;
use crate::gazetteer::matcher::Gazetteer;
use crate::gazetteer::reader::NameReader;
use crate::gazetteer::sheet::lines;
use crate::gazetteer::standard;

impl Gazetteer {
    /// Every row that has `name` as its name or alias, whatever the capitals and the placement of tones.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<Entry<'_>> {
        let mut reader = NameReader::default();
        reader.read(name);
        let node = self.compiled.trie.walk(reader.words());
        let mut rows: Vec<Entry<'_>> = Vec::new();
        if node != 0 {
            rows.extend(self.compiled.trie.terminals(node).flat_map(|terminal| self.rows(terminal.entry)));
        }
        rows
    }

    /// The rows of single words that have `name`: surnames, words of grammar, … Each is (file, line, row).
    #[must_use]
    pub fn words_named(&self, name: &str) -> Vec<(&str, usize, &str)> {
        let wanted = name.to_lowercase();
        self.scan(|row| {
            let mut fields = row.split('\t');
            fields.next().is_some_and(|kind| kind.starts_with("word."))
                && fields.next().map(str::to_lowercase).as_ref() == Some(&wanted)
        })
    }

    /// The rows of the tables of documents that begin with `name`: types, issuers, laws. Each is (file, line, row).
    #[must_use]
    pub fn documents_named(name: &str) -> Vec<(&'static str, usize, &'static str)> {
        let mut reader = NameReader::default();
        reader.read(name);
        let wanted = reader.words().to_vec();
        let mut found = Vec::new();
        for &(file, text) in standard::TABLES {
            let mut is = |row: &str| {
                reader.read(row.split('\t').next().unwrap_or_default());
                !wanted.is_empty() && reader.words() == wanted
            };
            let rows = lines(text).filter(|&(_, _, row)| is(row));
            found.extend(rows.map(|(number, _, row)| (file, number, row)));
        }
        found
    }

    /// At most `most` rows whose name or aliases contain `name` where marks and case are left aside. Each is (file, line,
    /// row).
    #[must_use]
    pub fn names_like(&self, name: &str, most: usize) -> Vec<(&str, usize, &str)> {
        let wanted = plain(name);
        let mut found = Vec::new();
        if !wanted.trim().is_empty() {
            found = self.scan(|row| row.split('\t').skip(1).take(2).any(|field| plain(field).contains(&wanted)));
        }
        found.truncate(most);
        found
    }

    fn scan(&self, wanted: impl Fn(&str) -> bool) -> Vec<(&str, usize, &str)> {
        let mut found = Vec::new();
        for source in &self.sources {
            let rows = lines(&source.text).skip(1).filter(|&(_, _, row)| wanted(row));
            found.extend(rows.map(|(number, _, row)| (source.file.as_ref(), number, row)));
        }
        found
    }
}

/// Lower case without marks: `Đắk Lắk` → `dak lak`.
fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    text.nfd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case_and_placement() {
        let gazetteer = Gazetteer::standard();
        for name in ["Khánh Hòa", "khánh hoà", "KHÁNH HÒA", "Nguyễn Ái Quốc", "TP.HCM", "UBND tỉnh Khánh Hòa"]
        {
            assert!(!gazetteer.named(name).is_empty(), "{name}");
        }
        assert!(gazetteer.named("Khánh Hòa Hòa").is_empty());
    }

    #[test]
    fn documents_are_found_by_name_and_by_code() {
        for (name, file) in [("Luật Đất đai", "laws"), ("BXD", "issuers"), ("nghị định", "types"), ("BLHS", "named")]
        {
            let found = Gazetteer::documents_named(name);
            assert!(found.iter().any(|(path, ..)| path.contains(file)), "{name}: {found:?}");
        }
        assert!(Gazetteer::documents_named("").is_empty() && Gazetteer::documents_named("Luật Mây").is_empty());
    }

    #[test]
    fn names_without_marks_find_names_with_them() {
        let found = Gazetteer::standard().names_like("khanh hoa", 50);
        assert!(found.iter().any(|(_, _, row)| row.contains("Khánh Hòa")));
        assert!(Gazetteer::standard().names_like(" ", 5).is_empty());
    }
}
