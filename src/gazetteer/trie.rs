//! The matcher's trie over words: nodes numbered by distance from the first, so that those after one node stand
//! together and a step is a search among few words; hits are kept a node.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::gazetteer::code;
use crate::gazetteer::entry::EntryId;
use crate::gazetteer::kind::EntryKind;
use crate::gazetteer::table::{Table, record};
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

record! {
    /// A node: what it steps on, and where what ends and what goes on there begins.
    Node {
        /// The words that it steps on, as a filter of 64 bits: most words that follow go on no name.
        mask: u64,
        /// The first of the nodes after it; they stand together, in the order of their words.
        child: u32,
        /// The first of its terminals.
        terminal: u32,
    }
}

record! {
    /// A [`Terminal`] as it is kept.
    End { entry: u32, capital: u32, upper: u32, kind: u8 }
}

/// Steps by word from node to node. Node 0 is before the first word; as the outcome of a step it is none.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    /// One more than there are nodes, so that each ends where the next begins.
    nodes: Table<Node>,
    /// The word that leads to each node.
    words: Table<u64>,
    /// The steps from nodes with more than a [`FEW`] of them, as a filter of [`STEP_BITS`]: to search among these words
    /// for one that is not there would cost far more.
    steps: Table<u64>,
    terminals: Table<End>,
}

impl Trie {
    /// The node after `node` on `word`; 0 for none.
    #[inline]
    pub(crate) fn step(&self, node: u32, word: Word) -> u32 {
        let Some(Range { start: child, end }) = self.ahead(node, word) else { return 0 };
        let at = if end - child > FEW as usize {
            self.words.partition_point(child..end, |other| other < word.0)
        } else {
            child + self.words.range(child..end).take_while(|&other| other < word.0).count()
        };
        if at < end && self.words.get(at) == Some(word.0) { narrow(at) } else { 0 }
    }

    /// False for most words on which no step leads from `node`.
    #[inline]
    pub(crate) fn may_step(&self, node: u32, word: Word) -> bool {
        self.ahead(node, word).is_some()
    }

    /// The nodes after `node`, where one of them may be that of `word`.
    #[inline]
    fn ahead(&self, node: u32, word: Word) -> Option<Range<usize>> {
        let from = self.nodes.get(node as usize).filter(|from| from.mask & bit(word) != 0)?;
        let end = self.nodes.get(node as usize + 1).map_or(from.child, |next| next.child);
        let (slot, step) = place(node, word);
        let known = || self.steps.get(slot).is_some_and(|steps| steps & step != 0);
        (end - from.child <= FEW || known()).then_some(from.child as usize..end as usize)
    }

    /// How a single token must be written to be a name that ends at `root`, the node of its word: for [`is_alone`].
    pub(crate) fn alone(&self, root: u32) -> u8 {
        let written = [Shape::Lower, Shape::Title, Shape::Upper].map(|shape| {
            let mut seen = Needs::default();
            seen.see(0, shape);
            (self.terminals(root).any(|terminal| terminal.needs.met_by(seen)), as_written(shape))
        });
        if root == 0 { 0 } else { written.into_iter().filter(|&(met, _)| met).map(|(_, bit)| bit).sum() }
    }

    /// The node of the name `words`; 0 where no name begins so.
    pub(crate) fn walk(&self, words: &[Word]) -> u32 {
        let step = |node, &word| Some(self.step(node, word)).filter(|&next| next != 0);
        words.iter().try_fold(0, step).unwrap_or(0)
    }

    /// How many nodes there are.
    pub(crate) fn nodes(&self) -> usize {
        self.nodes.len().saturating_sub(2)
    }

    /// The names that end at `node`.
    #[inline]
    pub(crate) fn terminals(&self, node: u32) -> impl DoubleEndedIterator<Item = Terminal> + '_ {
        let at = |node: usize| self.nodes.get(node).map_or(0, |node| node.terminal as usize);
        self.terminals.range(at(node as usize)..at(node as usize + 1)).map(Terminal::from)
    }

    #[allow(dead_code, reason = "build.rs calls it")]
    pub(crate) fn store(&self, out: &mut Vec<u8>) {
        self.nodes.store(out);
        self.words.store(out);
        self.steps.store(out);
        self.terminals.store(out);
    }

    pub(crate) fn load(bytes: &mut &'static [u8]) -> Self {
        let (nodes, words) = (Table::load(bytes), Table::load(bytes));
        Self { nodes, words, steps: Table::load(bytes), terminals: Table::load(bytes) }
    }
}

/// True where `alone` says that a token written so is a name by itself. Most words that are some name (`Huynh`) stand in
/// small letters mostly, as no name.
#[inline]
pub(crate) const fn is_alone(alone: u8, shape: Shape) -> bool {
    alone & as_written(shape) != 0
}

/// The bit of a shape, as far as [`Needs`] tell shapes apart.
#[inline]
const fn as_written(shape: Shape) -> u8 {
    match shape {
        Shape::Lower => 1,
        Shape::Title => 2,
        Shape::Upper | Shape::Mixed | Shape::Code | Shape::Number | Shape::Punct => 4,
    }
}

/// Up to how many words are looked through one after another.
const FEW: u32 = 8;

/// The size of the filter of steps: 64 KiB, a bit for each.
const STEP_BITS: u32 = 19;

/// Where the filter keeps the step from `node` on `word`.
#[inline]
const fn place(node: u32, word: Word) -> (usize, u64) {
    let mixed = key(node, word).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - STEP_BITS);
    ((mixed >> 6) as usize, 1 << (mixed & 63))
}

/// The filter of the steps between `nodes`, to each of which one of `words` leads.
fn filter(nodes: &[Node], words: &[u64]) -> Table<u64> {
    let mut steps = vec![0; 1 << (STEP_BITS - 6)];
    for (node, pair) in (0..).zip(nodes.windows(2)) {
        let (child, end) = (pair[0].child as usize, pair[1].child as usize);
        let after = words.get(child..end).filter(|after| after.len() > FEW as usize).unwrap_or_default();
        for &word in after {
            let (slot, step) = place(node, Word(word));
            if let Some(slot) = steps.get_mut(slot) {
                *slot |= step;
            }
        }
    }
    steps.into_iter().collect()
}

impl From<End> for Terminal {
    #[inline]
    fn from(end: End) -> Self {
        let needs = Needs { capital: end.capital, upper: end.upper };
        Self { entry: EntryId(end.entry), kind: code::kind(end.kind), needs }
    }
}

impl From<Terminal> for End {
    fn from(terminal: Terminal) -> Self {
        let Needs { capital, upper } = terminal.needs;
        Self { entry: terminal.entry.0, capital, upper, kind: code::code(terminal.kind) }
    }
}

/// A trie under construction.
#[derive(Debug)]
pub(crate) struct TrieBuilder {
    steps: FxHashMap<u64, u32>,
    /// How each node is reached: the node before it, and the word. Node 0 is by itself.
    nodes: Vec<(u32, Word)>,
    terminals: Vec<(u32, Terminal)>,
    /// The name inserted last with its nodes: in sorted rows, the next begins as it does.
    last: Vec<(Word, u32)>,
}

impl Default for TrieBuilder {
    fn default() -> Self {
        Self {
            steps: FxHashMap::default(),
            nodes: vec![(0, Word(0))],
            terminals: Vec::new(),
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
            let next = narrow(self.nodes.len());
            let entry = *self.steps.entry(key(node, word)).or_insert(next);
            if entry == next {
                self.nodes.push((node, word));
            }
            node = entry;
            self.last.push((word, node));
        }
        (node, self.last.first().map_or(0, |&(_, root)| root))
    }

    /// Lets a name end at `node`.
    pub(crate) fn end(&mut self, node: u32, terminal: Terminal) {
        self.terminals.push((node, terminal));
    }

    /// The finished trie of the terminals that `keep` accepts, with the number that each node has in it. Names that end
    /// at one node stand in the order in which their entries came; one entry ends at a node once, with the fewer needs.
    pub(crate) fn finish(self, keep: impl Fn(u32, &Terminal) -> bool) -> (Trie, Vec<u32>) {
        let (order, numbers) = self.numbered();
        let renamed = |node: u32| numbers.get(node as usize).copied().unwrap_or(0);
        let mut nodes = vec![Node::default(); self.nodes.len() + 1];
        let mut words = vec![0; self.nodes.len()];
        // Backwards, so that the first child is the last to say where it stands.
        for (at, &old) in order.iter().enumerate().rev() {
            let Some(&(parent, word)) = self.nodes.get(old as usize).filter(|_| at > 0) else { continue };
            if let Some(parent) = nodes.get_mut(renamed(parent) as usize) {
                parent.mask |= bit(word);
                parent.child = narrow(at);
            }
            if let Some(slot) = words.get_mut(at) {
                *slot = word.0;
            }
        }
        let kept = self.terminals.into_iter().filter(|(node, terminal)| keep(*node, terminal));
        let terminals = sorted(kept.map(|(node, terminal)| (renamed(node), terminal)).collect());
        for &(node, _) in &terminals {
            if let Some(after) = nodes.get_mut(node as usize + 1) {
                after.terminal += 1;
            }
        }
        let (mut child, mut terminal) = (narrow(order.len()), 0);
        for node in &mut nodes {
            terminal += node.terminal;
            node.terminal = terminal;
        }
        for node in nodes.iter_mut().rev() {
            child = if node.mask == 0 { child } else { node.child };
            node.child = child;
        }
        let terminals = terminals.into_iter().map(|(_, terminal)| End::from(terminal)).collect();
        let steps = filter(&nodes, &words);
        (Trie { nodes: nodes.into_iter().collect(), words: words.into_iter().collect(), steps, terminals }, numbers)
    }

    /// The nodes by distance from the first, those after one node together and in the order of their words; and the place
    /// of each in that order.
    fn numbered(&self) -> (Vec<u32>, Vec<u32>) {
        let mut children: Vec<(u32, u64, u32)> =
            (1..).zip(self.nodes.iter().skip(1)).map(|(node, &(parent, word))| (parent, word.0, node)).collect();
        children.sort_unstable();
        let (mut order, mut numbers) = (vec![0], vec![0; self.nodes.len()]);
        let mut at = 0;
        while let Some(&parent) = order.get(at) {
            if let Some(number) = numbers.get_mut(parent as usize) {
                *number = narrow(at);
            }
            let first = children.partition_point(|&(other, ..)| other < parent);
            let here = children.get(first..).unwrap_or_default().iter().take_while(|&&(other, ..)| other == parent);
            order.extend(here.map(|&(.., node)| node));
            at += 1;
        }
        (order, numbers)
    }
}

/// The terminals by node, those of one node by entry, one of each entry, with the fewer needs.
fn sorted(mut terminals: Vec<(u32, Terminal)>) -> Vec<(u32, Terminal)> {
    terminals.sort_by_key(|&(node, terminal)| (node, terminal.entry));
    terminals.dedup_by(|(node, next), (other, kept)| {
        let same = node == other && next.entry == kept.entry;
        if same {
            kept.needs.capital &= next.needs.capital;
            kept.needs.upper &= next.needs.upper;
        }
        same
    });
    terminals
}

/// The bit of `word` in the filter of a node.
const fn bit(word: Word) -> u64 {
    1 << (word.0 & 63)
}

/// Node and word as one key. Words are 64-bit hashes, so that two pairs share a key as rarely as two words share a hash.
const fn key(node: u32, word: Word) -> u64 {
    word.0 ^ (node as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
