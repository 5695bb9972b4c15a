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
    pub(crate) fn of(row: &Row<'_>, reader: &mut NameReader) -> Option<Self> {
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

    /// The name with its type word.
    pub(crate) fn full_name(&self) -> String {
        let kind = if self.city { "thành phố" } else { "tỉnh" };
        format!("{kind} {}", self.name)
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
    pub(crate) before: &'p str,
    pub(crate) after: &'p str,
    slot: Slot,
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

/// What a pattern makes of one province's name.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) words: Vec<Word>,
    pub(crate) has: Needs,
}

impl<'p> Pattern<'p> {
    /// The pattern that `name` is; `None` where it has no slot.
    ///
    /// # Errors
    /// What is wrong with the slot.
    pub(crate) fn parse(name: &'p str) -> Result<Option<Self>, String> {
        let Some((before, rest)) = name.split_once('{') else { return Ok(None) };
        let Some((slot, after)) = rest.split_once('}') else { return Err("a slot without }".to_owned()) };
        let slot = match slot {
            "tỉnh" => Slot::Any,
            "tên" => Slot::Bare,
            "tên tỉnh" => Slot::Province,
            "tên thành phố" => Slot::City,
            _ => return Err(format!("unknown slot {{{slot}}}")),
        };
        Ok(Some(Self { before, after, slot }))
    }

    /// True where the pattern stands for a body of `province`.
    pub(crate) const fn fits(&self, province: &Province) -> bool {
        match self.slot {
            Slot::Any | Slot::Bare => true,
            Slot::Province => !province.city,
            Slot::City => province.city,
        }
    }

    /// The canonical name of the body of `province`.
    pub(crate) fn name(&self, province: &Province) -> String {
        let place = if self.slot == Slot::Any { province.full_name() } else { province.name.clone() };
        format!("{}{place}{}", self.before, self.after)
    }

    /// The words of every form of that name.
    pub(crate) fn expand<'e>(
        &'e self,
        province: &'e Province,
        reader: &mut NameReader,
    ) -> impl Iterator<Item = Made> + use<'e> {
        let before_has = reader.read(self.before);
        let before = reader.words().to_vec();
        let after_has = reader.read(self.after);
        let after = reader.words().to_vec();
        let forms = province.forms.iter().filter(|form| self.slot == Slot::Any || form.bare);
        forms.map(move |form| {
            let mut words = before.clone();
            words.extend_from_slice(&form.words);
            words.extend_from_slice(&after);
            let has = before_has.then(before.len(), form.has).then(before.len() + form.words.len(), after_has);
            Made { words, has }
        })
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
