//! The matcher's trie over words: a step is one look-up of (node, word), hits are kept a node.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::gazetteer::annotated::EntryId;
use crate::gazetteer::kind::EntryKind;
use crate::model::span::narrow;
use crate::model::token::{Shape, Word};

/// The longest name in tokens; longer rows are refused.
pub(crate) const LONGEST: usize = 32;

/// A name that ends at a node.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terminal {
    pub(crate) entry: EntryId,
    pub(crate) kind: EntryKind,
    pub(crate) needs: Needs,
}

/// Which of the first 32 tokens must have a capital (`capital`), and which must be an abbreviation in capitals (`upper`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Needs {
    pub(crate) capital: u32,
    pub(crate) upper: u32,
}

impl Needs {
    /// Sets what the token at `position` has, or must have.
    pub(crate) const fn see(&mut self, position: usize, shape: Shape) {
        if position >= LONGEST {
            return;
        }
        let bit = 1 << position;
        match shape {
            Shape::Lower => {}
            Shape::Title => self.capital |= bit,
            Shape::Upper | Shape::Mixed | Shape::Code | Shape::Number | Shape::Punct => {
                self.capital |= bit;
                self.upper |= bit;
            }
        }
    }

    /// True where `length` tokens that have `seen` are written as a compound that needs these: no capitals beyond its own
    /// but the first letter's, or all in capitals.
    pub(crate) const fn is_compound(self, seen: Self, length: usize) -> bool {
        let all = if length >= LONGEST { u32::MAX } else { (1 << length) - 1 };
        seen.capital & !self.capital & !1 == 0 || seen.upper & all == all
    }

    /// True where a text with `seen` satisfies these needs.
    pub(crate) const fn met_by(self, seen: Self) -> bool {
        self.capital & !seen.capital == 0 && self.upper & !seen.upper == 0
    }
}

/// Steps by word from node to node. Node 0 is none.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    steps: FxHashMap<u64, u32>,
    /// For each node the words that it steps on, as a filter of 64 bits: most words that follow go on no name, and the
    /// table of steps is far larger than the cache.
    masks: Vec<u64>,
    /// Where the terminals of each node begin; one more than there are nodes.
    firsts: Vec<u32>,
    terminals: Vec<Terminal>,
}

impl Trie {
    /// The node after `node` on `word`; 0 for none.
    #[inline]
    pub(crate) fn step(&self, node: u32, word: Word) -> u32 {
        if !self.may_step(node, word) {
            return 0;
        }
        self.steps.get(&key(node, word)).copied().unwrap_or(0)
    }

    /// False for most words on which no step leads from `node`.
    #[inline]
    pub(crate) fn may_step(&self, node: u32, word: Word) -> bool {
        self.masks.get(node as usize).is_some_and(|mask| mask & bit(word) != 0)
    }

    /// True where a name ends at `node`.
    #[inline]
    pub(crate) fn ends_at(&self, node: u32) -> bool {
        let node = node as usize;
        self.firsts.get(node..node + 2).is_some_and(|firsts| firsts[0] != firsts[1])
    }

    /// The node of the name `words`; 0 where no name begins so.
    pub(crate) fn walk(&self, words: &[Word]) -> u32 {
        let step = |node, &word| Some(self.step(node, word)).filter(|&next| next != 0);
        words.iter().try_fold(0, step).unwrap_or(0)
    }

    /// How many nodes there are.
    pub(crate) const fn nodes(&self) -> usize {
        self.firsts.len().saturating_sub(2)
    }

    /// The names that end at `node`.
    #[inline]
    pub(crate) fn terminals(&self, node: u32) -> &[Terminal] {
        let at = |node: u32| self.firsts.get(node as usize).copied().unwrap_or(0) as usize;
        self.terminals.get(at(node)..at(node.saturating_add(1))).unwrap_or_default()
    }
}

/// A trie under construction.
#[derive(Debug)]
pub(crate) struct TrieBuilder {
    steps: FxHashMap<u64, u32>,
    masks: Vec<u64>,
    nodes: u32,
    terminals: Vec<(u32, Terminal)>,
    /// The name inserted last with its nodes: in sorted rows, the next begins as it does.
    last: Vec<(Word, u32)>,
}

impl Default for TrieBuilder {
    fn default() -> Self {
        // Room for the dictionaries that come with the program, so that the table is not moved while it grows.
        Self {
            steps: FxHashMap::with_capacity_and_hasher(1 << 16, FxBuildHasher),
            masks: vec![0],
            nodes: 0,
            terminals: Vec::with_capacity(1 << 16),
            last: Vec::with_capacity(LONGEST),
        }
    }
}

impl TrieBuilder {
    /// The node of the name `words`, made where it is new; the second is the node of its first word.
    pub(crate) fn insert(&mut self, words: &[Word]) -> (u32, u32) {
        let same = self.last.iter().zip(words).take_while(|((known, _), word)| known == *word).count();
        self.last.truncate(same);
        let mut node = self.last.last().map_or(0, |&(_, node)| node);
        for &word in words.get(same..).unwrap_or_default() {
            let next = self.nodes + 1;
            let entry = self.steps.entry(key(node, word)).or_insert(next);
            if *entry == next {
                self.nodes = next;
                self.masks.push(0);
                if let Some(mask) = self.masks.get_mut(node as usize) {
                    *mask |= bit(word);
                }
            }
            node = *entry;
            self.last.push((word, node));
        }
        (node, self.last.first().map_or(0, |&(_, root)| root))
    }

    /// Lets a name end at `node`.
    pub(crate) fn end(&mut self, node: u32, terminal: Terminal) {
        self.terminals.push((node, terminal));
    }

    /// The finished trie of the terminals that `keep` accepts. Names that end at one node stay in the order in which their
    /// entries came; one entry ends at a node once, with the fewer needs.
    pub(crate) fn finish(mut self, keep: impl Fn(u32, &Terminal) -> bool) -> Trie {
        self.terminals.retain(|(node, terminal)| keep(*node, terminal));
        let mut firsts = vec![0_u32; self.nodes as usize + 2];
        let terminals = self.by_node(&mut firsts);
        let mut trie = Trie { steps: self.steps, masks: self.masks, firsts, terminals };
        trie.drop_doubles();
        trie
    }

    /// The terminals in the order of their nodes, those of one node by entry. `firsts` becomes where each node's begin.
    fn by_node(&self, firsts: &mut [u32]) -> Vec<Terminal> {
        for (node, _) in &self.terminals {
            if let Some(count) = firsts.get_mut(*node as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for first in firsts.iter_mut() {
            sum += *first;
            *first = sum;
        }
        let Some(&(_, any)) = self.terminals.first() else { return Vec::new() };
        let mut sorted = vec![any; self.terminals.len()];
        let mut next = firsts.to_vec();
        for (node, terminal) in &self.terminals {
            if let Some(at) = next.get_mut(*node as usize)
                && let Some(slot) = sorted.get_mut(*at as usize)
            {
                *slot = *terminal;
                *at += 1;
            }
        }
        sorted
    }
}

impl Trie {
    /// Sorts the terminals of each node by entry, and leaves one of each entry, with the fewer needs.
    fn drop_doubles(&mut self) {
        let mut kept = 0;
        let mut start = 0;
        for node in 0..self.firsts.len().saturating_sub(1) {
            let end = self.firsts.get(node + 1).map_or(start, |&end| end as usize);
            if let Some(here) = self.terminals.get_mut(start..end).filter(|here| here.len() > 1) {
                here.sort_by_key(|terminal| terminal.entry);
            }
            let first = kept;
            for at in start..end {
                let Some(&terminal) = self.terminals.get(at) else { break };
                match self.terminals.get_mut(first..kept).and_then(<[_]>::last_mut) {
                    Some(last) if last.entry == terminal.entry => {
                        last.needs.capital &= terminal.needs.capital;
                        last.needs.upper &= terminal.needs.upper;
                    }
                    _ => {
                        if let Some(slot) = self.terminals.get_mut(kept) {
                            *slot = terminal;
                        }
                        kept += 1;
                    }
                }
            }
            if let Some(end) = self.firsts.get_mut(node + 1) {
                *end = narrow(kept);
            }
            start = end;
        }
        self.terminals.truncate(kept);
    }
}

/// The bit of `word` in the filter of a node.
const fn bit(word: Word) -> u64 {
    1 << (word.0 & 63)
}

/// Node and word as one key. Words are 64-bit hashes, so that two pairs share a key as rarely as two words share a hash.
const fn key(node: u32, word: Word) -> u64 {
    word.0 ^ (node as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
