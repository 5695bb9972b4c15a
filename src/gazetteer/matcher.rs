//! [`Gazetteer`]: the dictionaries as one immutable thing that annotates tokens and finds names in them.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::gazetteer::annotated::{EntryId, Lookup};
use crate::gazetteer::code;
use crate::gazetteer::compiled::Compiled;
use crate::gazetteer::entry::{Entry, RowPlace};
use crate::gazetteer::kind::EntryKind;
use crate::gazetteer::lexicon::{NameWeight, WordCache};
use crate::gazetteer::sheet::Column;
use crate::gazetteer::source::Source;
use crate::gazetteer::trie::{self, Needs, Terminal};
use crate::model::span::Extent;
use crate::model::token::{Classes, Gap, Shape, Token, Word};
use crate::w;

/// The dictionaries, compiled. Immutable; one serves all threads, each with its own [`WordCache`].
#[derive(Debug)]
pub struct Gazetteer {
    id: u64,
    pub(crate) compiled: Compiled,
    pub(crate) sources: Vec<Source>,
}

impl Gazetteer {
    /// The gazetteer of `sources`, which were compiled to `compiled`.
    pub(crate) fn new(compiled: Compiled, sources: Vec<Source>) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self { id: NEXT.fetch_add(1, Ordering::Relaxed), compiled, sources }
    }

    /// Fills in `word`, `classes` and `root` of every token of `text`.
    pub fn annotate(&self, text: &str, tokens: &mut [Token], cache: &mut WordCache) {
        cache.belong_to(self.id);
        for token in tokens {
            let known = cache.read(&self.compiled, text, token.start as usize, token.end as usize);
            token.word = known.word;
            token.classes = known.classes;
            token.root = known.root;
            token.alone = known.alone;
            token.context = known.context;
            token.company = known.company;
            token.circle = known.circle;
            token.tail = known.tail;
            token.surname = known.surname;
            token.given = known.given;
        }
    }

    /// Appends every name found in annotated tokens to `out`: by first token, then longest first, then the user's rows
    /// first. A name runs across spaces and soft wraps, not across the end of a line. Within a compound (`pháp luật`) no
    /// shorter name is found.
    pub fn lookups(&self, tokens: &[Token], out: &mut Vec<Lookup>) {
        let mut compound = Extent::new(0, 0);
        for (first, token) in tokens.iter().enumerate() {
            if token.root != 0 && self.may_lead(token, tokens.get(first + 1)) {
                let before = out.len();
                self.lookups_at(tokens, first, &mut compound, out);
                if first < compound.end() {
                    drop_parts(compound, before, out);
                }
            }
        }
    }

    /// False for most words that begin names: none is as short as the word, none goes on with the next.
    #[inline]
    fn may_lead(&self, token: &Token, next: Option<&Token>) -> bool {
        trie::is_alone(token.alone, token.shape)
            || next.is_some_and(|next| !next.gap.is_break() && self.compiled.trie.may_step(token.root, next.word))
    }

    /// Appends the names that begin at the token `first`, the longest first. A compound there that reaches further than
    /// `compound` takes its place.
    fn lookups_at(&self, tokens: &[Token], first: usize, compound: &mut Extent, out: &mut Vec<Lookup>) {
        let before = out.len();
        let mut seen = Needs::default();
        let mut node = 0;
        for (position, token) in tokens.get(first..).unwrap_or_default().iter().enumerate() {
            if position == 0 {
                node = token.root;
            } else {
                if token.gap.is_break() {
                    break;
                }
                node = self.compiled.trie.step(node, token.word);
                if node == 0 {
                    break;
                }
            }
            seen.see(position, token.shape);
            if position == 0 && !trie::is_alone(token.alone, token.shape) {
                continue;
            }
            let extent = Extent::new(first, first + position + 1);
            // Pushed backwards, since the whole is turned round below.
            for terminal in self.compiled.trie.terminals(node).rev() {
                if !terminal.needs.met_by(seen) || is_part(tokens, extent, &terminal) {
                    continue;
                }
                if terminal.kind != EntryKind::Compound {
                    out.push(Lookup { extent, entry: terminal.entry, kind: terminal.kind });
                } else if terminal.needs.is_compound(seen, extent.len()) && extent.end() > compound.end() {
                    *compound = extent;
                }
            }
        }
        if let Some(found) = out.get_mut(before..).filter(|found| found.len() > 1) {
            found.reverse();
        }
    }

    /// The row of a hit; the first of them where several rows share a name ([`rows`](Self::rows)).
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Option<Entry<'_>> {
        let data = self.compiled.entries.get(id.0 as usize)?;
        let mut entry = self.row_at(code::kind(data.kind), data.place)?;
        if let Some(made) = data.made.checked_sub(1).and_then(|at| self.compiled.made.get(at as usize)) {
            entry.name = self.compiled.arena.text(made.name..made.reference);
            entry.reference = self.compiled.arena.text(made.reference..made.end);
        }
        Some(entry)
    }

    /// Every row of a hit: the units of one name, the posts of one person, the years of one law.
    pub fn rows(&self, id: EntryId) -> impl Iterator<Item = Entry<'_>> {
        let kind = self.compiled.entries.get(id.0 as usize).map(|data| code::kind(data.kind));
        let more = &self.compiled.more;
        let start = more.partition_point(0..more.len(), |more| more.entry < id.0);
        let others = more.range(start..more.len()).take_while(move |more| more.entry == id.0);
        self.entry(id).into_iter().chain(others.filter_map(move |more| self.row_at(kind?, more.place)))
    }

    pub(crate) fn row_at(&self, kind: EntryKind, place: RowPlace) -> Option<Entry<'_>> {
        let source = self.sources.get(usize::from(place.source))?;
        let rest = source.text.get(place.offset as usize..)?;
        let header = source.header.as_ref()?;
        let (line, ends) = header.line(rest);
        Some(Entry {
            kind,
            name: header.field_of(line, &ends, Column::Name),
            reference: header.field_of(line, &ends, Column::Ref),
            user: source.user,
            file: &source.file,
            line: place.number as usize,
            header,
            text: line,
            ends,
        })
    }

    /// How common a word is in each part of a person's name.
    #[must_use]
    pub fn name_weight(&self, word: Word) -> NameWeight {
        self.compiled.lexicon.get(word).map_or_else(NameWeight::default, |info| NameWeight {
            surname: info.surname,
            middle: info.middle,
            given: info.given,
        })
    }

    /// How common a word is in names of bodies behind their type word, as `round(10 ln(1 + n))`.
    #[must_use]
    pub fn tail_weight(&self, word: Word) -> u8 {
        self.compiled.lexicon.get(word).map_or(0, |info| info.tail)
    }

    /// The classes of a word.
    #[must_use]
    pub fn classes(&self, word: Word) -> Classes {
        self.compiled.lexicon.get(word).map_or(Classes::NONE, |info| Classes(info.classes))
    }
}

/// Drops the hits from `before` on that are parts of `compound`. Those before them are as many as the text is long.
fn drop_parts(compound: Extent, before: usize, out: &mut Vec<Lookup>) {
    let covered = |hit: &Lookup| compound.contains(hit.extent) && hit.extent.len() < compound.len();
    let mut kept = before;
    for at in before..out.len() {
        if !out.get(at).is_some_and(covered) {
            out.swap(kept, at);
            kept += 1;
        }
    }
    out.truncate(kept);
}

/// True for a hit of an abbreviation that is a part of something else: a syllable (`TƯ`) amid words in capitals
/// (`TƯ PHÁP`), or the end of a longer abbreviation (`ĐT` of `GD&ĐT`, `TT` of `VH-TT`).
fn is_part(tokens: &[Token], extent: Extent, terminal: &Terminal) -> bool {
    if terminal.needs.upper & 1 == 0 {
        return false;
    }
    let at = |back: usize| extent.first().checked_sub(back).and_then(|index| tokens.get(index));
    let is_capitals = |token: &Token| matches!(token.shape, Shape::Upper | Shape::Code);
    let first = tokens.get(extent.first());
    if first.is_some_and(|token| token.gap == Gap::None)
        && at(1).is_some_and(|mark| mark.gap == Gap::None && (mark.word == w!("&") || mark.word == w!("-")))
        && at(2).is_some_and(is_capitals)
    {
        return true;
    }
    let shouts =
        |token: Option<&Token>| token.is_some_and(|token| token.shape == Shape::Upper && token.is(Classes::SYLLABLE));
    extent.len() == 1 && shouts(first) && (shouts(at(1)) || shouts(tokens.get(extent.end())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::compile::Compiler;
    use crate::segment::token::tokenize;

    const ROWS: &str = "\
kind\tname\taliases\tref
place.province\tLâm Thao\t\t98
place.province\tBa Vàng - Vũng Dừa\tBV-VD\t99
place-head.province\ttỉnh\t\t
place-head.city\tthành phố\tTP; TP.\t
body.party\tTrung ương Đảng\tTƯ\ttw
body.state\tHội Trăng\t\ttrang
title.post\tchủ tịch\t\t
title.post\tchủ tịch nước\t\t
word.function\tđã\t\t
body-head.government\tsở\t\t
place-head.site\tcầu\t\t
place.country\tLuật\t\tlu
compound\tpháp luật\t\t
compound\tyêu cầu\t\t
compound\tsở hữu\t\t
";

    fn gazetteer(user: &str) -> Gazetteer {
        let mut compiler = Compiler::default();
        compiler.add(Source::ours("ours.tsv", ROWS)).unwrap();
        if !user.is_empty() {
            compiler.add(Source::of_user("mine.tsv".to_owned(), user.to_owned())).unwrap();
        }
        let (compiled, sources) = compiler.finish();
        Gazetteer::new(compiled, sources)
    }

    fn found(gazetteer: &Gazetteer, text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        gazetteer.annotate(text, &mut tokens, &mut WordCache::new());
        let mut lookups = Vec::new();
        gazetteer.lookups(&tokens, &mut lookups);
        let name = |lookup: &Lookup| {
            let (first, last) = (&tokens[lookup.extent.first()], &tokens[lookup.extent.end() - 1]);
            text[first.start as usize..last.end as usize].to_owned()
        };
        lookups.iter().map(name).collect()
    }

    #[test]
    fn the_longest_comes_first() {
        let gazetteer = gazetteer("");
        assert_eq!(found(&gazetteer, "ông chủ tịch nước đã đến"), ["chủ tịch nước", "chủ tịch"]);
    }

    #[test]
    fn capitals_of_names_are_asked_for() {
        let gazetteer = gazetteer("");
        assert_eq!(found(&gazetteer, "Tỉnh Lâm Thao, lâm thao, LÂM THAO"), ["Tỉnh", "Lâm Thao", "LÂM THAO"]);
        assert_eq!(found(&gazetteer, "hội trăng, Hội trăng"), [""; 0]);
        assert_eq!(found(&gazetteer, "Trung ương đảng, trung ương Đảng"), ["Trung ương đảng"]);
    }

    #[test]
    fn abbreviations_stand_in_capitals_and_are_no_syllables() {
        let gazetteer = gazetteer("");
        assert_eq!(found(&gazetteer, "Tư, TƯ, TP.BV-VD, tp Lâm Thao"), ["TƯ", "TP.", "TP", "BV-VD", "Lâm Thao"]);
    }

    #[test]
    fn a_part_of_an_abbreviation_is_none() {
        let gazetteer = gazetteer("");
        assert_eq!(found(&gazetteer, "VH&TP, VH-TP Lâm Thao, An-TP.BV-VD"), ["Lâm Thao", "TP.", "TP", "BV-VD"]);
    }

    #[test]
    fn within_a_compound_nothing_shorter_is_found() {
        let gazetteer = gazetteer("");
        assert_eq!(found(&gazetteer, "Pháp luật yêu cầu sở hữu cầu"), ["cầu"]);
        assert_eq!(found(&gazetteer, "PHÁP LUẬT, Sở Hữu Luật"), ["Sở", "Luật"]);
    }

    #[test]
    fn names_cross_spaces_and_dashes_but_no_line() {
        let gazetteer = gazetteer("");
        assert_eq!(
            found(&gazetteer, "Ba Vàng – Vũng Dừa và Ba Vàng-Vũng Dừa"),
            ["Ba Vàng – Vũng Dừa", "Ba Vàng-Vũng Dừa"]
        );
        assert_eq!(found(&gazetteer, "Lâm\nThao"), [""; 0]);
    }

    #[test]
    fn rows_of_the_user_win_and_say_so() {
        let gazetteer =
            gazetteer("kind\tname\tref\treason\nbody.club\tLâm Thao\tlt\t\nignore\tchủ tịch nước\t\tmine\n");
        assert_eq!(found(&gazetteer, "chủ tịch nước"), ["chủ tịch"]);
        let (text, mut tokens, mut lookups) = ("Lâm Thao", Vec::new(), Vec::new());
        tokenize(text, &mut tokens);
        gazetteer.annotate(text, &mut tokens, &mut WordCache::new());
        gazetteer.lookups(&tokens, &mut lookups);
        assert_eq!(lookups.len(), 1);
        let entry = gazetteer.entry(lookups[0].entry).unwrap();
        assert!(entry.user && entry.reference == "lt" && entry.line == 2);
        assert_eq!(entry.kind, EntryKind::parse("body.club").unwrap());
    }

    #[test]
    fn a_cache_serves_one_gazetteer_after_another() {
        let (one, other) = (gazetteer(""), gazetteer("kind\tname\nword.function\tchủ\n"));
        let mut cache = WordCache::new();
        for _ in 0..2 {
            for (gazetteer, function) in [(&one, false), (&other, true)] {
                let (text, mut tokens) = ("chủ", Vec::new());
                tokenize(text, &mut tokens);
                gazetteer.annotate(text, &mut tokens, &mut cache);
                assert_eq!(tokens[0].is(Classes::FUNCTION), function);
            }
        }
    }

    #[test]
    fn a_wrong_row_names_its_place_and_the_remedy() {
        let mut compiler = Compiler::default();
        let text = "# mine\nkind\tname\nperson\tAn Văn Bình\nbody.zoo\tVườn Thú\n";
        let errors = compiler.add(Source::of_user("mine.tsv".to_owned(), text.to_owned())).unwrap_err();
        assert_eq!(errors.len(), 1);
        let message = errors[0].to_string();
        for part in ["mine.tsv:4", "body.zoo", "Vườn Thú", "dict stats"] {
            assert!(message.contains(part), "{message}");
        }
    }
}
