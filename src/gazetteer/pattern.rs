//! Names with a slot for a province: `Công an {tỉnh}` stands for one body a province, each under all forms of its name.

use crate::gazetteer::reader::NameReader;
use crate::gazetteer::sheet::{Column, Row};
use crate::gazetteer::trie::{LONGEST, Needs};
use crate::model::token::Word;

/// A province or city under the centre, as patterns name it.
#[derive(Debug)]
pub(crate) struct Province {
    pub(crate) name: String,
    pub(crate) code: String,
    city: bool,
    forms: Vec<Form>,
}

/// One form of a province's name: `tỉnh Nghệ An`, `Nghệ An`, `TP.HCM`.
#[derive(Debug)]
struct Form {
    words: Vec<Word>,
    has: Needs,
    /// Without type word, as in `Tỉnh ủy Nghệ An`.
    bare: bool,
}

impl Province {
    /// The province that a row names; `None` for one without a code.
    pub(crate) fn of(row: &Row<'_, '_>, reader: &mut NameReader) -> Option<Self> {
        let (name, code, kind) = (row.field(Column::Name), row.field(Column::Ref), row.field(Column::Type));
        if code.is_empty() {
            return None;
        }
        let city = kind == "thành phố";
        let mut forms = vec![Form::of(name, true, reader), Form::of(&format!("{kind} {name}"), false, reader)];
        if city {
            forms.push(Form::of(&format!("TP {name}"), false, reader));
            forms.push(Form::of(&format!("TP. {name}"), false, reader));
            // The abbreviations of the city's name with its type word in it take the place of both.
            let whole = row.names().filter(|alias| alias.starts_with("TP") && alias.ends_with("HCM"));
            forms.extend(whole.map(|alias| Form::of(alias, true, reader)));
        }
        Some(Self { name: name.to_owned(), code: code.to_owned(), city, forms })
    }

    const fn kind(&self) -> &'static str {
        if self.city { "thành phố" } else { "tỉnh" }
    }

    /// True for two rows of one name and type.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.city == other.city && self.name == other.name
    }
}

impl Form {
    fn of(form: &str, bare: bool, reader: &mut NameReader) -> Self {
        let has = reader.read(form);
        Self { words: reader.words().to_vec(), has, bare }
    }
}

/// A name with a slot.
#[derive(Debug)]
pub(crate) struct Pattern<'p> {
    before: Part<'p>,
    after: Part<'p>,
    slot: Slot,
}

/// What stands before or after the slot.
#[derive(Debug)]
struct Part<'p> {
    text: &'p str,
    words: Vec<Word>,
    has: Needs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// `{tỉnh}`: with its type word or without.
    Any,
    /// `{tên}`: the bare name.
    Bare,
    /// `{tên tỉnh}`: the bare name of a province.
    Province,
    /// `{tên thành phố}`: the bare name of a city under the centre.
    City,
}

impl<'p> Part<'p> {
    fn read(text: &'p str, reader: &mut NameReader) -> Self {
        let has = reader.read(text);
        Self { text, words: reader.words().to_vec(), has }
    }
}

impl<'p> Pattern<'p> {
    /// The pattern that `name` is; `None` where it has no slot.
    ///
    /// # Errors
    /// What is wrong with the slot.
    pub(crate) fn parse(name: &'p str, reader: &mut NameReader) -> Result<Option<Self>, String> {
        let Some((before, rest)) = name.split_once('{') else { return Ok(None) };
        let Some((slot, after)) = rest.split_once('}') else { return Err("a slot without }".to_owned()) };
        let slot = match slot {
            "tỉnh" => Slot::Any,
            "tên" => Slot::Bare,
            "tên tỉnh" => Slot::Province,
            "tên thành phố" => Slot::City,
            _ => return Err(format!("unknown slot {{{slot}}}")),
        };
        Ok(Some(Self { before: Part::read(before, reader), after: Part::read(after, reader), slot }))
    }

    /// True where the pattern stands for a body of `province`.
    pub(crate) const fn fits(&self, province: &Province) -> bool {
        match self.slot {
            Slot::Any | Slot::Bare => true,
            Slot::Province => !province.city,
            Slot::City => province.city,
        }
    }

    /// Appends the canonical name of the body of `province`.
    pub(crate) fn write_name(&self, province: &Province, name: &mut String) {
        name.push_str(self.before.text);
        if self.slot == Slot::Any {
            name.push_str(province.kind());
            name.push(' ');
        }
        name.push_str(&province.name);
        name.push_str(self.after.text);
    }

    /// Writes each form of that name into `words`, and hands it to `each` with the capitals that it has.
    pub(crate) fn expand(&self, province: &Province, words: &mut Vec<Word>, mut each: impl FnMut(&[Word], Needs)) {
        for form in province.forms.iter().filter(|form| self.slot == Slot::Any || form.bare) {
            words.clear();
            words.extend_from_slice(&self.before.words);
            words.extend_from_slice(&form.words);
            let has = self.before.has.then(self.before.words.len(), form.has).then(words.len(), self.after.has);
            words.extend_from_slice(&self.after.words);
            each(words, has);
        }
    }
}

impl Needs {
    /// What a name has where `next` follows after `length` tokens.
    const fn then(self, length: usize, next: Self) -> Self {
        if length >= LONGEST {
            return self;
        }
        Self { capital: self.capital | next.capital << length, upper: self.upper | next.upper << length }
    }
}
