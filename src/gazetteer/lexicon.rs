//! The lexicon: what the dictionaries know of single words, and the cache that makes a word one look-up.

use rustc_hash::FxHashMap;

use crate::gazetteer::fold::word_of;
use crate::model::token::{Classes, Word};
use crate::normalize::syllable::is_vietnamese;

/// How common a word is in each part of a person's name, as `round(10 ln(1 + n))` of the number of people seen with it;
/// 0 where it was not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameWeight {
    /// As a surname.
    pub surname: u8,
    /// As a middle word.
    pub middle: u8,
    /// As the last word of a given name.
    pub given: u8,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WordInfo {
    pub(crate) classes: Classes,
    /// The trie's node for names that begin with the word; 0 for none.
    pub(crate) root: u32,
    pub(crate) names: NameWeight,
    /// How common the word is in names of bodies behind the type word.
    pub(crate) tail: u8,
}

/// Every word of the dictionaries.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub(crate) words: FxHashMap<Word, WordInfo>,
}

impl Lexicon {
    pub(crate) fn get(&self, word: Word) -> Option<&WordInfo> {
        self.words.get(&word)
    }

    /// What is known of a surface.
    fn read(&self, surface: &str, buffer: &mut String) -> Known {
        let word = word_of(surface, buffer);
        let mut info = self.get(word).copied().unwrap_or_default();
        if is_vietnamese(buffer) {
            info.classes = info.classes.with(Classes::SYLLABLE);
        }
        if surface.starts_with("H'") || surface.starts_with("H’") {
            // The marker of women's names among the Ê Đê and their neighbours: `H'Hen`.
            info.classes = info.classes.with(Classes::MINORITY);
        }
        Known { word, classes: info.classes, root: info.root }
    }
}

/// What a token gets from the lexicon.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    pub(crate) word: Word,
    pub(crate) classes: Classes,
    pub(crate) root: u32,
}

/// A thread's memory of the surfaces it has met: one slot a hash, the newest surface wins, so that its size is fixed
/// (768 KiB) and nothing read through it depends on what came before.
#[derive(Debug)]
pub struct WordCache {
    slots: Vec<Slot>,
    /// The gazetteer that the slots are of.
    owner: u64,
    buffer: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// The surface's bytes and its length; 0 for an empty slot.
    surface: u128,
    known: Known,
}

const SLOT_BITS: u32 = 14;
/// The longest surface in bytes that a slot holds.
const LONGEST: usize = 15;

impl Default for WordCache {
    fn default() -> Self {
        Self::new()
    }
}

impl WordCache {
    /// An empty cache.
    #[must_use]
    pub fn new() -> Self {
        Self { slots: vec![Slot::default(); 1 << SLOT_BITS], owner: 0, buffer: String::new() }
    }

    /// Makes the cache one of the gazetteer `owner`, forgetting what it knows of another.
    pub(crate) fn belong_to(&mut self, owner: u64) {
        if self.owner != owner {
            self.slots.fill(Slot::default());
            self.owner = owner;
        }
    }

    /// What `lexicon` knows of the bytes `start..end` of `text`.
    pub(crate) fn read(&mut self, lexicon: &Lexicon, text: &str, start: usize, end: usize) -> Known {
        self.read_with(text, start, end, |surface, buffer| lexicon.read(surface, buffer))
    }

    /// What `read` makes of the bytes `start..end` of `text`, remembered.
    pub(crate) fn read_with(
        &mut self,
        text: &str,
        start: usize,
        end: usize,
        read: impl Fn(&str, &mut String) -> Known,
    ) -> Known {
        let surface = || text.get(start..end).unwrap_or_default();
        let Some(packed) = pack(text.as_bytes(), start, end) else { return read(surface(), &mut self.buffer) };
        let Some(slot) = self.slots.get_mut(slot_of(packed)) else { return Known::default() };
        if slot.surface != packed {
            *slot = Slot { surface: packed, known: read(surface(), &mut self.buffer) };
        }
        slot.known
    }
}

/// The bytes `start..end` and their number as one value; `None` for those that do not fit.
fn pack(bytes: &[u8], start: usize, end: usize) -> Option<u128> {
    let length = end.checked_sub(start)?;
    if length == 0 || length > LONGEST {
        return None;
    }
    let mut packed = [0; 16];
    if let Some(whole) = bytes.get(start..start + 16) {
        packed.copy_from_slice(whole);
        let value = u128::from_le_bytes(packed) & (u128::MAX >> (128 - 8 * length));
        return Some(value | (length as u128) << 120);
    }
    packed[..length].copy_from_slice(bytes.get(start..end)?);
    packed[15] = u8::try_from(length).ok()?;
    Some(u128::from_le_bytes(packed))
}

#[allow(clippy::cast_possible_truncation)] // Hashing: the halves are mixed, then the top bits kept.
const fn slot_of(packed: u128) -> usize {
    let mixed = (packed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ ((packed >> 64) as u64).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOT_BITS)) as usize
}
