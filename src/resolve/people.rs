//! People: which mentions name one person, and the fullest form of each name.
//!
//! A Vietnamese is called by the last word of the name (`ông Huynh` is `Đinh Thế Huynh`), others by their last or first
//! (`Emery`, `Alex`), some by their first after an honorific (`ông Tập`). A short form goes to the nearest earlier full
//! name that it fits, else to the first later one; a title before both (`Tổng thống Biden`, `Tổng thống Joe Biden`) weighs
//! more than nearness.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name, NameKind};
use crate::model::record;
use crate::model::token::{Classes, Shape, Word, word};
use crate::normalize::fold::fold_word;
use crate::resolve::officials;
use crate::resolve::plain;
use crate::resolve::record::Ground;
use crate::resolve::titles::{self, Titles};
use crate::resolve::words::{self, Gender};
use crate::w;

/// One person.
#[derive(Debug, Clone)]
pub struct Person {
    /// The indexes of the names that name the person, in the order of the text.
    pub mentions: Vec<usize>,
    /// The index of the name with the fullest form.
    pub fullest: usize,
}

/// The people of a document.
#[derive(Debug, Default)]
pub struct People {
    /// In the order of first mention.
    pub all: Vec<Person>,
    of: FxHashMap<usize, usize>,
}

impl People {
    /// Gathers the mentions of each person. Linear in the number of mentions.
    #[must_use]
    pub fn new(doc: &Annotated<'_>, names: &[Claim<Name>]) -> Self {
        let mut gather = Gather::new(doc, names);
        gather.foresee();
        gather.assign();
        gather.plain_forms();
        gather.finish()
    }

    /// The person that the name `index` names.
    #[must_use]
    pub fn of(&self, index: usize) -> Option<usize> {
        self.of.get(&index).copied()
    }
}

/// A way of writing a name: the same folded words.
struct Form {
    words: Vec<Word>,
    first: usize,
    /// May be the short form of a longer one.
    short: bool,
    foreign: bool,
    gender: Gender,
    /// The first words of the titles right before its mentions.
    titles: Vec<u64>,
    /// The person whom its last mention named.
    person: Option<usize>,
}

/// A mention of a person in the text.
#[derive(Clone, Copy)]
struct Mention {
    /// The index of the name.
    index: usize,
    form: usize,
    gender: Gender,
    /// The first words of the title right before it.
    title: Option<u64>,
}

struct Draft {
    mentions: Vec<usize>,
    form: usize,
    gender: Gender,
}

/// How a short form is made of a full one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Last,
    First,
}

/// How many forms are remembered for one short form: who shares a name with more than these is told by nobody.
const REMEMBERED: usize = 6;
/// The longest short form, in words.
const LONGEST_SHORT: usize = 4;

struct Gather<'g> {
    doc: &'g Annotated<'g>,
    names: &'g [Claim<Name>],
    forms: Vec<Form>,
    form_of: Vec<Mention>,
    ahead: FxHashMap<(Part, u64), Vec<usize>>,
    seen: FxHashMap<(Part, u64), Vec<usize>>,
    drafts: Vec<Draft>,
}

impl<'g> Gather<'g> {
    fn new(doc: &'g Annotated<'g>, names: &'g [Claim<Name>]) -> Self {
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
                form.gender = form.gender.or(gender);
                form.titles.extend(title.filter(|key| form.titles.len() < REMEMBERED && !form.titles.contains(key)));
            }
            form_of.push(Mention { index, form, gender, title });
        }
        Self { doc, names, forms, form_of, ahead: FxHashMap::default(), seen: FxHashMap::default(), drafts: Vec::new() }
    }

    /// Notes for every short form the full forms of the whole text that it may stand for.
    fn foresee(&mut self) {
        for at in 0..self.forms.len() {
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

    /// Joins a name written without its marks (`dinh the huynh`, in captions made of file names) to the same with them.
    fn plain_forms(&mut self) {
        let is_plain = |form: &Form| {
            form.words.len() >= 3
                && self.names.get(form.first).is_some_and(|name| self.doc.slice(name.extent).is_ascii())
        };
        if !self.forms.iter().any(is_plain) {
            return;
        }
        let plain_of =
            |form: &Form| self.names.get(form.first).map(|name| plain::strip_marks(self.doc.slice(name.extent)));
        let mut marked = FxHashMap::default();
        for form in self.forms.iter().filter(|form| form.words.len() >= 3 && !is_plain(form)) {
            if let (Some(text), Some(person)) = (plain_of(form), form.person) {
                marked.entry(text).or_insert(person);
            }
        }
        let moves: Vec<(usize, usize)> = self
            .forms
            .iter()
            .filter(|form| is_plain(form))
            .filter_map(|form| Some((form.person?, *marked.get(&plain_of(form)?)?)))
            .collect();
        for (from, to) in moves {
            let mentions =
                self.drafts.get_mut(from).map(|draft| std::mem::take(&mut draft.mentions)).unwrap_or_default();
            if let Some(draft) = self.drafts.get_mut(to) {
                draft.mentions.extend(mentions);
                draft.mentions.sort_unstable();
            }
        }
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

fn words_of(doc: &Annotated<'_>, name: &Claim<Name>) -> Vec<Word> {
    name.extent.range().filter(|&at| doc.shape(at) != Shape::Punct).map(|at| word_of(doc, at)).collect()
}

/// The word of a name; `H’Hen` is `H'Hen`.
fn word_of(doc: &Annotated<'_>, at: usize) -> Word {
    let text = doc.token_text(at);
    if !text.contains('\u{2019}') {
        return doc.word(at);
    }
    let mut folded = String::new();
    fold_word(&text.replace('\u{2019}', "'"), &mut folded);
    word(&folded)
}

fn form(doc: &Annotated<'_>, name: &Claim<Name>, index: usize, words: &[Word]) -> Form {
    let token = |at: usize| doc.tokens.get(at);
    let foreign = name
        .extent
        .range()
        .any(|at| token(at).is_some_and(|token| token.shape.is_word() && !token.is(Classes::SYLLABLE)));
    let surname = token(name.extent.first()).is_some_and(|token| token.is(Classes::SURNAME));
    // `Xuân Bắc` may be short for `Nguyễn Xuân Bắc`, `Nguyễn Bắc` for nothing.
    let surname = surname && (words.len() > 2 || words.first().is_some_and(|first| SURNAMES.contains(first)));
    let short = words.len() <= LONGEST_SHORT && (words.len() == 1 || foreign || !surname);
    Form {
        words: words.to_vec(),
        first: index,
        short,
        foreign,
        gender: Gender::Unknown,
        titles: Vec::new(),
        person: None,
    }
}

/// The surnames that are seldom the middle of a name: nine in ten people bear one of them.
const SURNAMES: [Word; 16] = [
    w!("nguyễn"),
    w!("trần"),
    w!("lê"),
    w!("phạm"),
    w!("huỳnh"),
    w!("hoàng"),
    w!("phan"),
    w!("vũ"),
    w!("võ"),
    w!("đặng"),
    w!("bùi"),
    w!("đỗ"),
    w!("hồ"),
    w!("ngô"),
    w!("dương"),
    w!("lý"),
];

/// The first two words of a title's post, without what says that it is past.
fn title_key(doc: &Annotated<'_>, title: &Claim<Name>) -> u64 {
    const PAST: [Word; 4] = [w!("nguyên"), w!("cựu"), w!("cố"), w!("tân")];
    let words = title.extent.range().map(|at| doc.word(at)).skip_while(|word| PAST.contains(word));
    words::hash(words.take(2))
}

/// `Thị` as the second word of a name is a woman's.
fn gender_of(words: &[Word]) -> Gender {
    if words.len() > 2 && words.get(1) == Some(&w!("thị")) { Gender::Female } else { Gender::Unknown }
}

/// The short forms of a form.
fn keys(forms: &[Form], at: usize) -> Vec<(Part, u64)> {
    let Some(form) = forms.get(at) else { return Vec::new() };
    let count = form.words.len();
    let short = (1..count.min(LONGEST_SHORT + 1)).flat_map(|length| {
        let last = form.words.get(count - length..).unwrap_or_default();
        let first = form.words.get(..length).unwrap_or_default();
        [(Part::Last, hash(last)), (Part::First, hash(first))]
    });
    short.collect()
}

fn hash(words: &[Word]) -> u64 {
    words::hash(words.iter().copied())
}

/// The people of the record, in the order of first mention.
#[must_use]
pub fn records(ground: &Ground<'_>, people: &People, titles: &Titles<'_>) -> Vec<record::Person> {
    let names = &ground.decided.names;
    let held = titles.by_person(people.all.len());
    let persons = people.all.iter().zip(held).enumerate();
    let extents = |held: &[usize]| held.iter().filter_map(|&at| titles.extent(ground, at)).collect::<Vec<_>>();
    persons
        .map(|(at, (person, titles))| {
            let mentions = person.mentions.iter().filter_map(|&index| names.get(index));
            let fullest = names.get(person.fullest).map(|name| name.extent);
            record::Person {
                id: id(at),
                name: fullest.map(|name| ground.wire.line(name)).unwrap_or_default(),
                r#ref: fullest.and_then(|name| officials::reference(ground, name, &extents(&titles))),
                titles: titles.into_iter().map(titles::id).collect(),
                mentions: mentions.map(|name| ground.wire.mention(name.extent, name.rule)).collect(),
            }
        })
        .collect()
}

/// The id of the person `at`.
#[must_use]
pub fn id(at: usize) -> String {
    format!("p{}", at + 1)
}
