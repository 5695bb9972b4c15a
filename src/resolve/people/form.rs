//! The ways of writing a name in one text, and the shorter ones that each may be called by.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name};
use crate::model::token::{Classes, Shape, Word, word};
use crate::normalize::fold::fold_word;
use crate::resolve::words::{self, Gender};
use crate::w;

/// How a short form is made of a full one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// Its last words.
    Last,
    /// Its first words.
    First,
}

/// How many forms are remembered for one short form: who shares a name with more than these is told by nobody.
pub(super) const REMEMBERED: usize = 6;
/// The longest short form, in words.
const LONGEST_SHORT: usize = 4;

/// A way of writing a name: the same folded words.
pub(super) struct Form {
    /// Its words, without points.
    pub words: Vec<Word>,
    /// The index of the first name in this form.
    pub first: usize,
    /// How many names are in this form.
    pub count: usize,
    /// May be the short form of a longer one.
    pub short: bool,
    /// One of its words is no Vietnamese syllable.
    pub foreign: bool,
    /// What its honorifics say.
    pub gender: Gender,
    /// The first words of the titles right before its mentions.
    pub titles: Vec<u64>,
    /// The person whom its last mention named.
    pub person: Option<usize>,
}

/// A mention of a person in the text.
#[derive(Clone, Copy)]
pub(super) struct Mention {
    /// The index of the name.
    pub index: usize,
    /// The index of its form.
    pub form: usize,
    /// What the honorific before it says.
    pub gender: Gender,
    /// The first words of the title right before it.
    pub title: Option<u64>,
}

/// The words of a name, without points.
pub(super) fn words_of(doc: &Annotated<'_>, name: &Claim<Name>) -> Vec<Word> {
    tokens_of(doc, name).map(|at| word_of(doc, at)).collect()
}

/// The tokens of a name that are words.
pub(super) fn tokens_of(doc: &Annotated<'_>, name: &Claim<Name>) -> impl Iterator<Item = usize> {
    name.extent.range().filter(|&at| doc.shape(at) != Shape::Punct)
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

/// The form `words` that the name `index` is the first to have.
pub(super) fn form(doc: &Annotated<'_>, name: &Claim<Name>, index: usize, words: &[Word]) -> Form {
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
        count: 0,
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
pub(super) fn title_key(doc: &Annotated<'_>, title: &Claim<Name>) -> u64 {
    const PAST: [Word; 4] = [w!("nguyên"), w!("cựu"), w!("cố"), w!("tân")];
    let words = title.extent.range().map(|at| doc.word(at)).skip_while(|word| PAST.contains(word));
    words::hash(words.take(2))
}

/// `Thị` as the second word of a name is a woman's.
pub(super) fn gender_of(words: &[Word]) -> Gender {
    if words.len() > 2 && words.get(1) == Some(&w!("thị")) { Gender::Female } else { Gender::Unknown }
}

/// The short forms of a form.
pub(super) fn keys(forms: &[Form], at: usize) -> Vec<(Part, u64)> {
    let Some(form) = forms.get(at) else { return Vec::new() };
    let count = form.words.len();
    let short = (1..count.min(LONGEST_SHORT + 1)).flat_map(|length| {
        let last = form.words.get(count - length..).unwrap_or_default();
        let first = form.words.get(..length).unwrap_or_default();
        [(Part::Last, hash(last)), (Part::First, hash(first))]
    });
    short.collect()
}

/// A hash of the words in their order.
pub(super) fn hash(words: &[Word]) -> u64 {
    words::hash(words.iter().copied())
}
