//! Bare mentions of a title (`Thủ tướng yêu cầu`) that one person alone holds in this text.
//!
//! The same words settle it; so does a mention cut off before a body or place (`Thủ tướng` of `Thủ tướng Chính phủ`), or
//! one that spells out where the office is (`Bí thư Thành ủy Thành phố A` after `Bí thư Thành ủy`). Ranks, professions and
//! seats are never settled so: many have them.

use rustc_hash::FxHashMap;

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Claim, Name, NameKind};
use crate::model::span::Extent;
use crate::model::token::Word;
use crate::resolve::holders::ledger::{How, Ledger};
use crate::resolve::holders::office;
use crate::resolve::holders::scene::{Item, Scene};
use crate::resolve::nest::Nest;
use crate::resolve::words;
use crate::w;

/// The longest title that is compared by its parts, in words.
const LONGEST: usize = 24;

/// How many items back `này` may point.
const NEAR: usize = 8;

/// Gives bare mentions to the only holder.
pub fn bare(scene: &Scene<'_>, nest: &Nest, ledger: &mut Ledger) {
    let held = Held::new(scene, nest, ledger);
    let mut cut = None;
    for (at, item) in scene.items.iter().enumerate() {
        let general = item.lead.plural || office::is_general(scene.doc, item.extent) || is_unnamed(scene, at);
        if item.is_person || !ledger.is_open(at) || general {
            continue;
        }
        // `người phát ngôn này`: the one before.
        if scene.doc.word(item.extent.end()) == w!("này") {
            for person in nearest(scene, ledger, at) {
                ledger.give(at, How::Later, person);
            }
            continue;
        }
        // `Kỷ luật cựu Chủ tịch ...`: a headline cut off inside the title.
        let person = if matches!(scene.doc.token_text(item.extent.end()), "..." | "…") {
            let begun = cut.get_or_insert_with(|| beginnings(scene, ledger));
            held.holder(scene, nest, at).or_else(|| begun.get(stems(scene, at).last()?).copied().flatten())
        } else {
            held.holder(scene, nest, at)
        };
        if let Some(person) = person {
            ledger.give(at, How::Later, person);
        }
    }
}

/// `khoảng 20% là ủy viên A`, `bầu Chủ tịch nước mới`: not whom the text names.
fn is_unnamed(scene: &Scene<'_>, at: usize) -> bool {
    let Some(item) = scene.item(at) else { return false };
    let share = item.lead.from > 1
        && scene.doc.word(item.lead.from - 1) == w!("là")
        && scene.doc.token_text(item.lead.from - 2).ends_with('%');
    share || scene.doc.word(item.extent.end()) == w!("mới")
}

/// The holders of the nearest title before the title `at` that begins with its words.
fn nearest(scene: &Scene<'_>, ledger: &Ledger, at: usize) -> Vec<usize> {
    let stem = stems(scene, at).last().copied();
    let alike =
        |&before: &usize| scene.is_title(before) && stem.is_some_and(|stem| stems(scene, before).contains(&stem));
    let before = (at.saturating_sub(NEAR)..at).rev().find(alike);
    before.map(|before| ledger.holders(before).to_vec()).unwrap_or_default()
}

/// Who holds a title that begins with these words; none where several people do.
type Holders = FxHashMap<u64, Option<usize>>;

/// Whole titles and beginnings of titles, each with its holder.
#[derive(Default)]
struct Held {
    parts: Vec<Parts>,
    whole: Holders,
    /// By the words without those that say what a place is, of titles that have none of these: `Bí thư Tỉnh ủy A`.
    plain: Holders,
    /// The same of all titles: `Bí thư Tỉnh ủy tỉnh A`.
    loose: Holders,
    begun: Holders,
    /// By the first words and a place in the title: `Bộ trưởng` … `Ấn Độ`.
    placed: Holders,
    /// By the mere post, what follows it where the text names but one such: `Bộ trưởng` | `Bộ A`.
    sole: FxHashMap<u64, Option<u64>>,
}

impl Held {
    fn new(scene: &Scene<'_>, nest: &Nest, ledger: &Ledger) -> Self {
        let of =
            |(at, item): (usize, &Item)| if item.is_person { Parts::default() } else { Parts::of(scene, nest, at) };
        let mut held = Self { parts: scene.items.iter().enumerate().map(of).collect(), ..Self::default() };
        for (parts, item) in held.parts.iter().zip(&scene.items).filter(|(_, item)| !item.is_person) {
            if let Some(&post) = parts.cuts.first().filter(|_| !item.lead.plural) {
                let entry = held.sole.entry(post).or_insert(Some(parts.whole));
                *entry = entry.filter(|&other| other == parts.whole);
            }
        }
        for (at, (parts, item)) in held.parts.iter().zip(&scene.items).enumerate() {
            let holders = ledger.holders(at);
            let Some(&holder) = holders.first().filter(|_| !item.is_person) else { continue };
            let holder = Some(holder).filter(|_| holders.len() == 1);
            note(&mut held.whole, parts.whole, holder);
            if office::is_office(scene.doc, item.extent) {
                note(&mut held.loose, parts.loose, holder);
                if !parts.typed {
                    note(&mut held.plain, parts.loose, holder);
                }
                for &cut in &parts.cuts {
                    note(&mut held.begun, cut, holder);
                }
                for key in placed(scene, nest, at) {
                    note(&mut held.placed, key, holder);
                }
            }
        }
        held
    }

    fn holder(&self, scene: &Scene<'_>, nest: &Nest, at: usize) -> Option<usize> {
        let item = scene.item(at)?;
        let Parts { whole, loose, typed, cuts } = self.parts.get(at)?;
        if let Some(&holder) = self.whole.get(whole) {
            return holder;
        }
        if !office::is_office(scene.doc, item.extent) {
            return None;
        }
        let alike = if *typed { &self.plain } else { &self.loose };
        if let Some(&holder) = alike.get(loose).or_else(|| self.begun.get(whole)) {
            return holder;
        }
        if let Some(holder) = brief(scene, nest, at).and_then(|key| self.placed.get(&key)) {
            return *holder;
        }
        // The longest beginning that somebody holds as a title; not the mere post (`Bộ trưởng` for `Bộ trưởng Bộ A`),
        // unless it is the government's.
        let first = item.extent.first();
        let government = scene.doc.word(item.extent.end().saturating_sub(1)) == w!("phủ")
            || (scene.doc.word(first + 1) == w!("tịch") && scene.doc.word(first + 2) == w!("nước"));
        // Also a minister, where the text knows no other.
        let minister = scene.doc.word(first) == w!("bộ") && scene.doc.word(first + 1) == w!("trưởng");
        let alone = minister && cuts.first().is_some_and(|post| matches!(self.sole.get(post), Some(Some(_))));
        let enough = usize::from(!government && !alone);
        cuts.iter().skip(enough).rev().find_map(|cut| self.whole.get(cut).copied()).flatten()
    }
}

/// The holders of titles by each of their beginnings.
fn beginnings(scene: &Scene<'_>, ledger: &Ledger) -> Holders {
    let mut begun = Holders::default();
    for at in 0..scene.items.len() {
        if let &[holder] = ledger.holders(at) {
            for stem in stems(scene, at) {
                note(&mut begun, stem, Some(holder));
            }
        }
    }
    begun
}

/// The values of the first word of a title, of the first two, …; `cựu` is `nguyên`.
fn stems(scene: &Scene<'_>, at: usize) -> Vec<u64> {
    let Some(item) = scene.item(at) else { return Vec::new() };
    let words = office::words(scene.doc, item.extent).take(LONGEST);
    let stem = |hash: &mut u64, (_, word): (usize, Word)| {
        *hash = words::more(*hash, if word == w!("cựu") { w!("nguyên") } else { word });
        Some(*hash)
    };
    words.scan(words::EMPTY, stem).collect()
}

fn note(map: &mut FxHashMap<u64, Option<usize>>, key: u64, holder: Option<usize>) {
    let entry = map.entry(key).or_insert(holder);
    if *entry != holder {
        *entry = None;
    }
}

/// A title's words in the values by which titles are compared.
#[derive(Default)]
struct Parts {
    /// All of them.
    whole: u64,
    /// Those that do not only say what a place is: `tỉnh`, `thành phố`.
    loose: u64,
    /// There are some that do.
    typed: bool,
    /// The beginnings that end before a body or place in the title.
    cuts: Vec<u64>,
}

impl Parts {
    fn of(scene: &Scene<'_>, nest: &Nest, at: usize) -> Self {
        let mut parts = Self { whole: words::EMPTY, loose: words::EMPTY, ..Self::default() };
        let Some(item) = scene.item(at) else { return parts };
        let inner: Vec<(usize, usize)> = nest
            .within(scene.names, item.name)
            .filter_map(|inner| scene.names.get(inner))
            .map(|inner| (inner.extent.first(), type_end(scene.doc, inner)))
            .collect();
        let mut last = item.extent.first();
        let mut before = None;
        for (token, word) in office::words(scene.doc, item.extent).take(LONGEST) {
            let word = if word == w!("cựu") { w!("nguyên") } else { word };
            // `tân Thủ tướng` is `Thủ tướng`, `Bộ trưởng Bộ A` is `Bộ trưởng A`.
            let ministry = word == w!("bộ") && before == Some(w!("trưởng"));
            let fresh = word == w!("tân") && before.is_none();
            before = Some(word);
            if ministry || fresh {
                if ministry {
                    parts.cuts.push(parts.whole);
                }
                continue;
            }
            // Also behind the type word of a place: `Chủ tịch UBND tỉnh`.
            let cuts = |&(first, typed): &(usize, usize)| token == first || token == typed;
            // … and before `Chính phủ`, as a part of another body's name: `Tổng Thanh tra | Chính phủ`.
            let state = word == w!("chính") && scene.doc.word(token + 1) == w!("phủ");
            if token != last && (state || inner.iter().any(cuts)) {
                parts.cuts.push(parts.whole);
            }
            last = token;
            parts.whole = words::more(parts.whole, word);
            let city = scene.doc.word(token) == w!("tphcm") && (word == w!("thành") || word == w!("phố"));
            if city || inner.iter().any(|&(first, typed)| (first..typed).contains(&token)) {
                parts.typed = true;
            } else {
                parts.loose = words::more(parts.loose, word);
            }
        }
        parts
    }
}

/// Where the word that says what the place `name` is ends: `tỉnh | Mây`; its first token where there is none.
fn type_end(doc: &Annotated<'_>, name: &Claim<Name>) -> usize {
    const ONE: [Word; 7] = [w!("tỉnh"), w!("tp"), w!("quận"), w!("huyện"), w!("xã"), w!("phường"), w!("thôn")];
    const TWO: [(Word, Word); 3] = [(w!("thành"), w!("phố")), (w!("thị"), w!("xã")), (w!("thị"), w!("trấn"))];
    let first = name.extent.first();
    let end = if TWO.contains(&(doc.word(first), doc.word(first + 1))) {
        first + 2
    } else {
        first + usize::from(ONE.contains(&doc.word(first)))
    };
    let dotted = end + usize::from(end > first && doc.token_text(end) == ".");
    if name.what.kind == NameKind::Place && dotted < name.extent.end() { dotted } else { first }
}

/// The longest beginning of a title that may stand for it beside a place, in words: `Bộ trưởng`, `Phó Chủ tịch`.
const LONGEST_HEAD: usize = 3;

/// Each of the first words of a title with each place in it.
fn placed(scene: &Scene<'_>, nest: &Nest, at: usize) -> Vec<u64> {
    let Some(item) = scene.item(at) else { return Vec::new() };
    let places: Vec<u64> = places(scene, nest, item.name).map(|place| place_key(scene, place)).collect();
    let mut hash = words::EMPTY;
    let mut keys = Vec::new();
    for (_, word) in office::words(scene.doc, item.extent).take(LONGEST_HEAD) {
        hash = words::more(hash, word);
        keys.extend(places.iter().map(|place| hash ^ place));
    }
    keys
}

/// The same of a title that is but a post and a place: `Chủ tịch Hà Nội`.
fn brief(scene: &Scene<'_>, nest: &Nest, at: usize) -> Option<u64> {
    let item = scene.item(at)?;
    let place = places(scene, nest, item.name).next().filter(|place| place.end() == item.extent.end())?;
    let head = Extent::new(item.extent.first(), place.first());
    let direct = nest.within(scene.names, item.name).count() == 1 && head.len() <= LONGEST_HEAD;
    direct.then(|| words::hash(office::words(scene.doc, head).map(|(_, word)| word)) ^ place_key(scene, place))
}

fn places<'s>(scene: &'s Scene<'s>, nest: &'s Nest, name: usize) -> impl Iterator<Item = Extent> + 's {
    let inner = nest.within(scene.names, name).filter_map(|inner| scene.names.get(inner));
    inner.filter(|inner| inner.what.kind == NameKind::Place).map(|inner| inner.extent)
}

/// The last two words of a place: `thành phố Hà Nội` is `Hà Nội`.
fn place_key(scene: &Scene<'_>, place: Extent) -> u64 {
    words::hash(place.range().skip(place.len().saturating_sub(2)).map(|at| scene.doc.word(at)))
}
