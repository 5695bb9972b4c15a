//! The pass that repairs: clean stretches are copied whole, and around each flaw the words that it touches are taken
//! apart, repaired, and written with the places where they differ.

use std::ops::Range;

use crate::normalize::alignment::Alignment;
use crate::normalize::compose::compose_group;
use crate::normalize::flaw::{self, Fate, canonical, fate, is_flaw, is_mark, is_settled, is_start};
use crate::normalize::letter::is_alphabetic;
use crate::normalize::repairs::{Repair, Repairs};
use crate::normalize::word::{self, Item};

/// The state of the pass over one text.
pub(crate) struct Repairer<'i> {
    input: &'i str,
    /// Up to where the input is done.
    done: usize,
    normal: String,
    alignment: Alignment,
    repairs: Repairs,
    /// The characters of the stretch under repair that are not dropped.
    items: Vec<Item>,
    /// True where the last character that is no mark is one that a mark can stand on.
    has_base: bool,
    /// The text of a few of them.
    form: String,
}

/// Past so many characters a stretch under repair ends where it can, and a word is repaired in parts: no real one is
/// that long.
const LONGEST_STRETCH: usize = 4096;

impl<'i> Repairer<'i> {
    pub(crate) fn new(input: &'i str) -> Self {
        Self {
            input,
            done: 0,
            normal: String::with_capacity(input.len()),
            alignment: Alignment::default(),
            repairs: Repairs::default(),
            items: Vec::new(),
            has_base: false,
            form: String::new(),
        }
    }

    /// Repairs the whole text, the first flaw of which is at `flaw`.
    pub(crate) fn run(mut self, flaw: usize) -> (String, Alignment, Repairs) {
        let mut next = Some(flaw);
        while let Some(flaw) = next {
            let start = self.stretch_start(flaw);
            self.normal.push_str(self.input.get(self.done..start).unwrap_or_default());
            self.done = start;
            let end = self.take_stretch(start, flaw);
            self.repair_words();
            self.compose();
            self.write_stretch(end);
            next = flaw::next(self.input, end);
        }
        self.normal.push_str(self.input.get(self.done..).unwrap_or_default());
        (self.normal, self.alignment, self.repairs)
    }

    /// Where the word that runs up to `flaw` begins; where none does, the character before, which a mark may stand on.
    fn stretch_start(&self, flaw: usize) -> usize {
        let before = self.input.get(self.done..flaw).unwrap_or_default();
        let letters: usize =
            before.chars().rev().take(LONGEST_STRETCH).take_while(|&c| is_alphabetic(c)).map(char::len_utf8).sum();
        match letters {
            0 => flaw - before.chars().next_back().map_or(0, char::len_utf8),
            _ => flaw - letters,
        }
    }

    /// Takes the characters from `start` to the end of all words and flaws that follow on one another from `flaw`.
    fn take_stretch(&mut self, start: usize, flaw: usize) -> usize {
        self.items.clear();
        let mut end = start;
        for c in self.input.get(start..).unwrap_or_default().chars() {
            let full = self.items.len() > LONGEST_STRETCH && is_start(c);
            if end >= flaw && (full || !(is_alphabetic(c) || is_flaw(c))) {
                break;
            }
            let item = Item { c, start: end, end: end + c.len_utf8(), composed: false };
            end = item.end;
            self.take(item);
        }
        end
    }

    fn take(&mut self, item: Item) {
        let rest = self.input.get(item.end..).unwrap_or_default();
        match fate(item.c) {
            Fate::Become(_, kind) if item.c == '\r' && rest.starts_with('\n') => self.repairs.add(kind),
            Fate::Become(c, kind) => {
                self.repairs.add(kind);
                self.keep(Item { c, ..item });
            }
            Fate::Drop(kind) => self.repairs.add(kind),
            Fate::Keep if matches!(item.c, '\u{300}'..='\u{36F}') && !self.has_base => {
                self.repairs.add(Repair::StrayMark);
            }
            Fate::Keep => match canonical(item.c) {
                Some(c) => {
                    self.repairs.add(Repair::Composed);
                    self.keep(Item { c, ..item });
                }
                None => self.keep(item),
            },
        }
    }

    fn keep(&mut self, item: Item) {
        if is_start(item.c) {
            self.has_base = !item.c.is_whitespace();
        }
        self.items.push(item);
    }

    fn repair_words(&mut self) {
        let mut at = 0;
        while let Some((start, end)) = next_word(&self.items, at) {
            if let Some(word) = self.items.get_mut(start..end) {
                word::repair_letters(word, &mut self.repairs);
            }
            at = end;
        }
    }

    /// Composes each letter with its marks. What that changes becomes characters that share the place of all of them.
    fn compose(&mut self) {
        if self.items.iter().all(|item| is_settled(item.c)) {
            return;
        }
        let items = std::mem::take(&mut self.items);
        let mut rest = items.as_slice();
        while let Some(first) = rest.first() {
            let len = 1 + rest.iter().skip(1).take_while(|item| !is_start(item.c)).count();
            let (group, tail) = rest.split_at(len);
            rest = tail;
            if len > 1 || !is_settled(first.c) {
                compose_group(group, &mut self.form);
                if !self.form.chars().eq(group.iter().map(|item| item.c)) {
                    let (start, end) = (first.start, group.last().map_or(first.end, |last| last.end));
                    self.items.extend(self.form.chars().map(|c| Item { c, start, end, composed: true }));
                    self.repairs.add(Repair::Composed);
                    continue;
                }
            }
            self.items.extend_from_slice(group);
        }
    }

    /// Writes the characters under repair, and with them what of the input up to `end` was dropped.
    fn write_stretch(&mut self, end: usize) {
        let items = std::mem::take(&mut self.items);
        let mut at = 0;
        let mut word_end = 0;
        while let Some(first) = items.get(at) {
            if at >= word_end && begins_word(first.c) {
                word_end = next_word(&items, at).map_or(at, |(_, end)| end);
                let word = items.get(at..word_end).unwrap_or_default();
                if let Some(mended) = word::with_tone_on_vowel(word) {
                    self.repairs.add(Repair::Composed);
                    self.write_form(&mended, first.start..word.last().map_or(first.end, |last| last.end));
                    at = word_end;
                    continue;
                }
            }
            let same_place = items.iter().skip(at + 1).take_while(|item| item.start == first.start).count();
            let mut form = std::mem::take(&mut self.form);
            form.clear();
            form.extend(items.iter().skip(at).take(1 + same_place).map(|item| item.c));
            self.write_form(&form, first.start..first.end);
            self.form = form;
            at += 1 + same_place;
        }
        self.items = items;
        self.drop_up_to(end);
    }

    /// Writes `form` for these bytes of the input.
    fn write_form(&mut self, form: &str, bytes: Range<usize>) {
        self.drop_up_to(bytes.start);
        let from = self.normal.len();
        self.normal.push_str(form);
        let was = self.input.get(bytes.clone()).unwrap_or_default();
        let is_one_for_one = was.len() == form.len() && was.chars().count() == 1 && form.chars().count() == 1;
        if was != form && !is_one_for_one {
            self.alignment.record(from..self.normal.len(), bytes.clone());
        }
        self.done = bytes.end;
    }

    fn drop_up_to(&mut self, at: usize) {
        if self.done < at {
            self.alignment.record(self.normal.len()..self.normal.len(), self.done..at);
            self.done = at;
        }
    }
}

/// The first word of `items` from `from` on: a letter, and the letters and marks that follow.
fn next_word(items: &[Item], from: usize) -> Option<(usize, usize)> {
    let rest = items.get(from..)?;
    let start = from + rest.iter().position(|item| begins_word(item.c))?;
    let len = items.get(start..)?.iter().take_while(|item| is_alphabetic(item.c) || is_mark(item.c)).count();
    Some((start, start + len))
}

fn begins_word(c: char) -> bool {
    is_alphabetic(c) && !is_mark(c)
}
