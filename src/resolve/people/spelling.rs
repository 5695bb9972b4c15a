//! Spellings of one full name: `Vladmir Putin` beside `Vladimir Putin`, `dinh the huynh` beside `Đinh Thế Huynh`.
//!
//! Two names of one text that differ by a letter or a mark in one word are nearly always one name and a slip of the
//! pen; brothers (`Nguyễn Văn Hùng`, `Nguyễn Văn Hưng`) differ in the given name, so that one needs a title in common.
//! What is short for what is left to [`super::gather`].

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name};
use crate::model::token::Classes;
use crate::resolve::people::form::{Form, REMEMBERED, hash, tokens_of};
use crate::resolve::plain::strip_marks;

/// For every form the form whose spelling stands for it: itself, or the most frequent of its spellings, one with
/// marks before one without. Linear in the number of forms.
pub(super) fn settle(doc: &Annotated<'_>, names: &[Claim<Name>], forms: &[Form]) -> Vec<usize> {
    let mut order: Vec<(bool, usize, &Form)> = forms
        .iter()
        .enumerate()
        .filter(|(_, form)| form.words.len() > 1)
        .map(|(at, form)| (names.get(form.first).is_some_and(|name| doc.slice(name.extent).is_ascii()), at, form))
        .collect();
    order.sort_by_key(|&(ascii, _, form)| (ascii, usize::MAX - form.count));
    let mut speller = Speller { doc, names, forms, beside: FxHashMap::default(), marked: FxHashMap::default() };
    let any_ascii = order.last().is_some_and(|&(ascii, ..)| ascii);
    let mut settled: Vec<usize> = (0..forms.len()).collect();
    for (ascii, at, form) in order {
        let plain = (any_ascii && form.words.len() > 2).then(|| speller.stripped(form));
        let other = speller.near(form).or_else(|| speller.marked.get(plain.as_ref()?).copied().filter(|_| ascii));
        if let (Some(other), Some(slot)) = (other, settled.get_mut(at)) {
            *slot = other;
            continue;
        }
        speller.learn(at, form, plain);
    }
    settled
}

struct Speller<'s> {
    doc: &'s Annotated<'s>,
    names: &'s [Claim<Name>],
    forms: &'s [Form],
    /// The forms by all their words but one, and which that is.
    beside: FxHashMap<(usize, u64), Vec<usize>>,
    /// The forms with marks by their text without them.
    marked: FxHashMap<String, usize>,
}

impl Speller<'_> {
    fn learn(&mut self, at: usize, form: &Form, plain: Option<String>) {
        if let Some(plain) = plain {
            self.marked.entry(plain).or_insert(at);
        }
        for skipped in 0..form.words.len() {
            let known = self.beside.entry((skipped, rest(form, skipped))).or_default();
            if known.len() < REMEMBERED {
                known.push(at);
            }
        }
    }

    /// A form learnt before whose words are those of `form` but for a slip in one.
    fn near(&self, form: &Form) -> Option<usize> {
        (0..form.words.len()).find_map(|skipped| {
            let known = self.beside.get(&(skipped, rest(form, skipped)))?;
            known.iter().copied().find(|&at| self.forms.get(at).is_some_and(|other| self.is_slip(form, other, skipped)))
        })
    }

    /// True where the word `skipped`, the only one in which the two differ, is one word in two spellings.
    fn is_slip(&self, one: &Form, other: &Form, skipped: usize) -> bool {
        let (Some((a, a_syllable)), Some((b, b_syllable))) = (self.word(one, skipped), self.word(other, skipped))
        else {
            return false;
        };
        if one.words.len() != other.words.len() || !one.gender.fits(other.gender) {
            return false;
        }
        if a == b {
            let given = skipped + 1 == one.words.len();
            return one.words.len() > 2 && (!given || one.titles.iter().any(|title| other.titles.contains(title)));
        }
        !(a_syllable && b_syllable) && differ_by_one(&a, &b)
    }

    /// The word `at` of a form without its marks, and whether it is a Vietnamese syllable.
    fn word(&self, form: &Form, at: usize) -> Option<(String, bool)> {
        let name = self.names.get(form.first)?;
        let token = self.doc.tokens.get(tokens_of(self.doc, name).nth(at)?)?;
        Some((strip_marks(token.text(self.doc.text)), token.is(Classes::SYLLABLE)))
    }

    fn stripped(&self, form: &Form) -> String {
        self.names.get(form.first).map(|name| strip_marks(self.doc.slice(name.extent))).unwrap_or_default()
    }
}

/// All words of a form but one.
fn rest(form: &Form, skipped: usize) -> u64 {
    let (before, from) = form.words.split_at(skipped.min(form.words.len()));
    hash(&[before, from.get(1..).unwrap_or_default()].concat())
}

/// The shortest words in which a letter may be a slip: `Kim` and `Kin`, `Jr` and `Sr` are two.
const SHORTEST: usize = 4;

/// True where the words begin alike and one letter less, more or other makes them the same.
fn differ_by_one(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let head = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    let left = short.len() - head;
    let tail = short.iter().rev().zip(long.iter().rev()).take(left).take_while(|(x, y)| x == y).count();
    short.len() >= SHORTEST && head > 0 && long.len() - head - tail <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_a_slip() {
        for (a, b) in [("vladimir", "vladmir"), ("jong", "joong"), ("mitshustin", "mishustin"), ("hasek", "hasaek")] {
            assert!(differ_by_one(a, b) && differ_by_one(b, a), "{a} {b}");
        }
        for (a, b) in [("maria", "daria"), ("kim", "kin"), ("johnson", "johansen"), ("mario", "marilla")] {
            assert!(!differ_by_one(a, b) && !differ_by_one(b, a), "{a} {b}");
        }
    }
}
