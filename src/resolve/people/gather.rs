//! Which mention names whom: spellings of one name are joined, then each short form goes to a full one.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name, NameKind};
use crate::model::token::{Shape, Word};
use crate::resolve::people::form::{Form, Mention, Part, REMEMBERED, form, gender_of, hash, keys, title_key, words_of};
use crate::resolve::people::{People, Person, spelling};
use crate::resolve::words::{self, Gender};

struct Draft {
    mentions: Vec<usize>,
    form: usize,
    gender: Gender,
}

/// The names of a document on their way to people.
pub(super) struct Gather<'g> {
    doc: &'g Annotated<'g>,
    names: &'g [Claim<Name>],
    forms: Vec<Form>,
    form_of: Vec<Mention>,
    ahead: FxHashMap<(Part, u64), Vec<usize>>,
    seen: FxHashMap<(Part, u64), Vec<usize>>,
    drafts: Vec<Draft>,
}

impl<'g> Gather<'g> {
    /// The forms of the names, with what stands beside them.
    pub(super) fn new(doc: &'g Annotated<'g>, names: &'g [Claim<Name>]) -> Self {
        let (mut forms, mut form_of) = (Vec::<Form>::new(), Vec::new());
        let mut known: FxHashMap<Vec<Word>, usize> = FxHashMap::default();
        let mut last_title: Option<(usize, u64)> = None;
        for (index, name) in names.iter().enumerate() {
            if name.what.kind == NameKind::Title {
                last_title = Some((name.extent.end(), title_key(doc, name)));
            }
            if name.what.kind != NameKind::Person {
                continue;
            }
            let title = last_title.filter(|&(end, _)| end == name.extent.first()).map(|(_, key)| key);
            let words = words_of(doc, name);
            let gender = words::gender_before(doc, name.extent.first()).or(gender_of(&words));
            let form = *known.entry(words).or_insert_with_key(|words| {
                forms.push(form(doc, name, index, words));
                forms.len() - 1
            });
            if let Some(form) = forms.get_mut(form) {
                form.count += 1;
                form.gender = form.gender.or(gender);
                form.titles.extend(title.filter(|key| form.titles.len() < REMEMBERED && !form.titles.contains(key)));
            }
            form_of.push(Mention { index, form, gender, title });
        }
        Self { doc, names, forms, form_of, ahead: FxHashMap::default(), seen: FxHashMap::default(), drafts: Vec::new() }
    }

    /// The people, in the order of first mention.
    pub(super) fn people(mut self) -> People {
        let settled = spelling::settle(self.doc, self.names, &self.forms);
        for mention in &mut self.form_of {
            mention.form = settled.get(mention.form).copied().unwrap_or(mention.form);
        }
        self.foresee(&settled);
        self.assign();
        self.finish()
    }

    /// Notes for every short form the full forms of the whole text that it may stand for.
    fn foresee(&mut self, settled: &[usize]) {
        for (at, _) in settled.iter().enumerate().filter(|&(at, &form)| at == form) {
            for key in keys(&self.forms, at) {
                let forms = self.ahead.entry(key).or_default();
                if forms.len() < REMEMBERED {
                    forms.push(at);
                }
            }
        }
    }

    fn assign(&mut self) {
        for at in 0..self.form_of.len() {
            let Some(&mention) = self.form_of.get(at) else { continue };
            let Mention { index, form, gender, .. } = mention;
            let person = match self.full_form(mention) {
                Some(full) => self.person_of(full),
                None => self.person_of(form),
            };
            if let Some(draft) = self.drafts.get_mut(person) {
                draft.mentions.push(index);
                draft.gender = draft.gender.or(gender);
            }
            if let Some(form) = self.forms.get_mut(form) {
                form.person = Some(person);
            }
            for key in keys(&self.forms, form) {
                let recent = self.seen.entry(key).or_default();
                recent.retain(|&other| other != form);
                recent.push(form);
                if recent.len() > REMEMBERED {
                    recent.remove(0);
                }
            }
        }
    }

    /// The full form that a mention in a short form stands for.
    fn full_form(&self, mention: Mention) -> Option<usize> {
        let Mention { index, form, gender, title } = mention;
        let extent = self.names.get(index)?.extent;
        let cut = matches!(self.doc.token_text(extent.end()), "..." | "…");
        let short = self.forms.get(form).filter(|form| form.short || cut)?;
        let key = hash(&short.words);
        let fits = |&&full: &&usize| {
            self.forms.get(full).is_some_and(|full| {
                let sex =
                    full.person.and_then(|person| self.drafts.get(person)).map_or(full.gender, |draft| draft.gender);
                full.words.len() > short.words.len() && gender.fits(sex)
            })
        };
        let titled = |&&full: &&usize| {
            title.is_some_and(|title| self.forms.get(full).is_some_and(|full| full.titles.contains(&title)))
        };
        let find = |part| {
            let alike = [&self.seen, &self.ahead].into_iter().find_map(|known| {
                known.get(&(part, key)).and_then(|forms| forms.iter().rev().filter(titled).find(fits))
            });
            if let Some(&full) = alike {
                return Some(full);
            }
            let earlier = self.seen.get(&(part, key)).and_then(|forms| forms.iter().rev().find(fits));
            let longest = |&&full: &&usize| self.forms.get(full).map_or(0, |full| full.words.len());
            earlier
                .or_else(|| {
                    self.ahead.get(&(part, key)).and_then(|forms| forms.iter().rev().filter(fits).max_by_key(longest))
                })
                .copied()
        };
        find(Part::Last).filter(|_| short.short).or_else(|| {
            let full = find(Part::First)?;
            let foreign = self.forms.get(full).is_some_and(|full| full.foreign);
            let called = words::honorific_before(self.doc, extent.first()).is_some() || title.is_some();
            (foreign || cut || called).then_some(full)
        })
    }

    /// The person whom a full form names: the one of its last mention, else a new one.
    fn person_of(&mut self, form: usize) -> usize {
        if let Some(person) = self.forms.get(form).and_then(|form| form.person) {
            return person;
        }
        let person = self.drafts.len();
        if let Some(full) = self.forms.get_mut(form) {
            full.person = Some(person);
            self.drafts.push(Draft { mentions: Vec::new(), form, gender: full.gender });
        }
        person
    }

    fn finish(self) -> People {
        let mut people = People::default();
        let mut drafts: Vec<&Draft> = self.drafts.iter().filter(|draft| !draft.mentions.is_empty()).collect();
        drafts.sort_by_key(|draft| draft.mentions.first().copied());
        for draft in drafts {
            let words = self.forms.get(draft.form).map(|form| form.words.as_slice()).unwrap_or_default();
            let fullest = self.fullest(draft, words);
            people.of.extend(draft.mentions.iter().map(|&index| (index, people.all.len())));
            people.all.push(Person { mentions: draft.mentions.clone(), fullest });
        }
        people
    }

    /// The first mention in the fullest form, rather not one in capitals.
    fn fullest(&self, draft: &Draft, words: &[Word]) -> usize {
        let full = |&&index: &&usize| self.names.get(index).is_some_and(|name| words_of(self.doc, name) == words);
        let calm = |&&index: &&usize| {
            self.names.get(index).is_some_and(|name| name.extent.range().any(|at| self.doc.shape(at) == Shape::Title))
        };
        let mut mentions = draft.mentions.iter().filter(full);
        let first = mentions.clone().next().or(draft.mentions.first()).copied().unwrap_or_default();
        mentions.find(calm).copied().unwrap_or(first)
    }
}
