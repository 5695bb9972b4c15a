//! Which written forms are Vietnamese syllables: onset, rime and tone, and what may stand beside what.
//!
//! The rules are those of the orthography as school grammars teach them (Đoàn Thiện Thuật, *Ngữ âm tiếng Việt*, 1977;
//! the list of rimes in *Quy định về chính tả tiếng Việt*, Ministry of Education 1984):
//!
//! - an onset from a closed list, or none; `k`, `gh`, `ngh` before `e ê i y`, else `c`, `g`, `ng`; `qu` and `gi` are
//!   onsets (`quý` = qu + y, `giá` = gi + a), and `gi` shares its letter with a rime in `i` (`gì`, `giếng`);
//! - a rime from a closed list; those with a glide (`oa`, `uê`, `uy`, …) do not follow a labial, but for a few loans;
//! - at most one tone mark; a rime that ends in `c ch p t` takes sắc or nặng, no other.
//!
//! Whether a syllable is in use is not asked: `ngoạp` is one. Foreign names mostly are not: `trump`, `jong`, `mat`.

use crate::normalize::letter::{self, Code, LEVEL, NANG, SAC, Tone};

/// The longest syllable, `nghiêng`, in letters.
const LONGEST: usize = 7;

/// True where `folded` (lower case, NFC) is one Vietnamese syllable, wherever its tone mark stands (`hòa`, `hoà`).
#[must_use]
pub fn is_vietnamese(folded: &str) -> bool {
    Spelling::read(folded.chars()).and_then(Spelling::parse).is_some()
}

/// The letters of one word, apart from its tone mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spelling {
    letters: [Code; LONGEST],
    len: usize,
    tone: Tone,
    tone_at: usize,
}

/// A spelling that is a syllable: where its tone mark belongs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Syllable {
    spelling: Spelling,
    home: usize,
}

impl Spelling {
    /// The spelling of a lower-case word; `None` where it has other than Vietnamese letters, too many, or two tones.
    pub(crate) fn read(word: impl Iterator<Item = char>) -> Option<Self> {
        let mut spelling = Self { letters: [0; LONGEST], len: 0, tone: LEVEL, tone_at: 0 };
        for c in word {
            let (code, tone) = letter::of(c)?;
            *spelling.letters.get_mut(spelling.len)? = code;
            if tone != LEVEL {
                if spelling.tone != LEVEL {
                    return None;
                }
                (spelling.tone, spelling.tone_at) = (tone, spelling.len);
            }
            spelling.len += 1;
        }
        (spelling.len > 0).then_some(spelling)
    }

    /// The same letters under `tone`; `None` where there is a tone already.
    pub(crate) fn with_tone(mut self, tone: Tone) -> Option<Self> {
        (self.tone == LEVEL).then(|| self.tone = tone)?;
        Some(self)
    }

    /// Reads it as a syllable.
    pub(crate) fn parse(self) -> Option<Syllable> {
        let letters = self.letters.get(..self.len)?;
        let (onset, rime, home) = split(letters)?;
        if !agrees(onset, rime) {
            return None;
        }
        let stopped = matches!(rime.last(), Some(&(C | P | T))) || rime.ends_with(&[C, H]);
        if stopped && self.tone != SAC && self.tone != NANG {
            return None;
        }
        Some(Syllable { spelling: self, home: self.len - rime.len() + home })
    }
}

impl Syllable {
    /// True where the tone mark stands where the old placement has it (`hòa`, `thủy`, `quý`), or there is none.
    pub(crate) fn is_at_home(&self) -> bool {
        self.spelling.tone == LEVEL || self.spelling.tone_at == self.home
    }

    /// Its letters with the tone mark in the old placement.
    pub(crate) fn chars(&self) -> impl Iterator<Item = char> + '_ {
        self.spelling
            .letters
            .iter()
            .take(self.spelling.len)
            .enumerate()
            .map(|(at, &code)| letter::form(code, if at == self.home { self.spelling.tone } else { LEVEL }))
    }
}

/// Onset, rime, and the index in the rime of the letter that bears the tone.
fn split(letters: &[Code]) -> Option<(&[Code], &[Code], usize)> {
    let vowel = letters.iter().position(|&code| is_vowel(code))?;
    let (mut onset, _) = letters.split_at(vowel);
    match (onset, letters.get(vowel), letters.get(vowel + 1)) {
        // `qu` is an onset throughout; `gi` is one unless its `i` is the only vowel, or the first of `iê` (not of `giê`).
        ([Q], Some(&U), _) => onset = letters.get(..2)?,
        ([Q], ..) => return None,
        ([G], Some(&I), Some(&next)) if is_vowel(next) && (next != E_HAT || letters.len() == 3) => {
            onset = letters.get(..2)?
        }
        _ => {}
    }
    let rime = letters.get(onset.len()..)?;
    let home = rime_home(rime)?;
    is_onset(onset).then_some((onset, rime, home))
}

/// What of onset and rime may stand together.
fn agrees(onset: &[Code], rime: &[Code]) -> bool {
    let Some(&first) = rime.first() else { return false };
    let front = matches!(first, E | E_HAT | I | Y);
    let glide = is_glide(rime);
    let fits = match onset {
        [K] | [G, H] | [N, G, H] => front,
        // Before a glide, `c` is written `q`.
        [C] => !front && !glide,
        [N, G] => !front,
        // `gì`, `gìn`, `giếng`: the onset gi, written once.
        [G] => !front || (first == I && rime.get(1) != Some(&A)),
        [G, I] => !front || first == E || first == E_HAT,
        [Q, U] => {
            matches!(first, A | A_BREVE | A_HAT | E | E_HAT | O_HORN) || is_front_alone(rime) || *rime == [O_HAT, C]
        }
        [B | M | P | V] | [P, H] if glide => LABIAL_GLIDES.contains(&letter::key_of(&[onset, rime].concat())),
        _ => true,
    };
    fits && (first != Y || is_y_fit(onset, rime))
}

/// Where `y` may begin a rime: after `qu` (`quýt`); alone, also for `i` in names (`Lý`, `Thy`); in `yên`, `yêu` with
/// nothing before.
fn is_y_fit(onset: &[Code], rime: &[Code]) -> bool {
    matches!(
        (onset, rime),
        ([Q, U], _) | ([] | [D | H | K | L | M | N | R | S | T | V] | [T, H], [Y]) | ([], [Y, E_HAT, ..])
    )
}

/// Rimes in a plain `i` or `y` (not `ia`, `iê`), and `yê`, as they follow `qu`.
fn is_front_alone(rime: &[Code]) -> bool {
    match rime {
        [I, A | E_HAT, ..] => false,
        [I | Y, ..] => true,
        _ => false,
    }
}

/// True for rimes that begin with the glide: `oa`, `oă`, `oe`, `uâ`, `uê`, `uơ`, `uy`.
fn is_glide(rime: &[Code]) -> bool {
    matches!(rime, [O, A | A_BREVE | E, ..] | [U, A_HAT | E_HAT | O_HORN | Y, ..])
}

fn is_onset(onset: &[Code]) -> bool {
    ONSETS.binary_search(&letter::key_of(onset)).is_ok()
}

fn rime_home(rime: &[Code]) -> Option<usize> {
    // Longer ones share no key with a rime, since a key of five letters is above every key of four.
    let key = letter::key_of(rime.get(..5.min(rime.len()))?);
    let at = RIMES.binary_search_by_key(&key, |&(key, _)| key).ok()?;
    RIMES.get(at).map(|&(_, home)| home)
}

const fn is_vowel(code: Code) -> bool {
    matches!(code, A | A_BREVE | A_HAT | E | E_HAT | I | O | O_HAT | O_HORN | U | U_HORN | Y)
}

const fn code(letter: &str) -> Code {
    (letter::key(letter) & 31) as Code
}

const A: Code = code("a");
const A_BREVE: Code = code("ă");
const A_HAT: Code = code("â");
const B: Code = code("b");
const C: Code = code("c");
const D: Code = code("d");
const E: Code = code("e");
const E_HAT: Code = code("ê");
const G: Code = code("g");
const H: Code = code("h");
const I: Code = code("i");
const K: Code = code("k");
const L: Code = code("l");
const M: Code = code("m");
const N: Code = code("n");
const O: Code = code("o");
const O_HAT: Code = code("ô");
const O_HORN: Code = code("ơ");
const P: Code = code("p");
const Q: Code = code("q");
const R: Code = code("r");
const S: Code = code("s");
const T: Code = code("t");
const U: Code = code("u");
const U_HORN: Code = code("ư");
const V: Code = code("v");
const Y: Code = code("y");

static ONSETS: [u32; 29] = onsets();

const fn onsets() -> [u32; 29] {
    let list = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
        "qu", "r", "s", "t", "th", "tr", "v", "x", "",
    ];
    let mut keys = [0; 29];
    let mut at = 0;
    while at < list.len() {
        keys[at] = letter::key(list[at]);
        let mut to = at;
        while to > 0 && keys[to - 1] > keys[to] {
            (keys[to - 1], keys[to]) = (keys[to], keys[to - 1]);
            to -= 1;
        }
        at += 1;
    }
    keys
}

/// Loans that set a glide after a labial: `xe buýt`, `vải voan`, `thùng phuy`, `tiền boa`, `moay ơ`.
static LABIAL_GLIDES: [u32; 5] =
    [letter::key("buyt"), letter::key("voan"), letter::key("phuy"), letter::key("boa"), letter::key("moay")];

/// Every rime by the index of the letter that bears its tone in the old placement: in an open rime with a glide that
/// is the glide (`hòa`, `hòe`, `thủy`), else the main vowel (`hoàn`, `huệ`, `thuở`, `tiên`, `cười`, `mùa`).
const RIME_LISTS: [&str; 3] = [
    "a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
     e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu \
     o oa oe oi oc om on ong op ot ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
     u ua ui uc um un ung up ut uy ư ưa ưi ưc ưm ưn ưng ưt ưu y ynh yt ych",
    "iêc iêm iên iêng iêp iêt iêu oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt \
     oec oem oen oeo oet ooc oong uâc uân uâng uât uây uê uêch uên uênh uêu uơ uôc uôi uôm uôn uông uôt \
     uya uych uyn uynh uyp uyt uyu ươc ươi ươm ươn ương ươp ươt ươu yêm yên yêng yêt yêu",
    "uyên uyêt",
];

const RIME_COUNT: usize = count(RIME_LISTS[0]) + count(RIME_LISTS[1]) + count(RIME_LISTS[2]);

static RIMES: [(u32, usize); RIME_COUNT] = rimes();

const fn count(list: &str) -> usize {
    let (mut at, mut words) = (0, 1);
    while at < list.len() {
        words += (list.as_bytes()[at] == b' ') as usize;
        at += 1;
    }
    words
}

/// The lists as one table in the order of its keys.
const fn rimes() -> [(u32, usize); RIME_COUNT] {
    let mut table = [(0, 0); RIME_COUNT];
    let (mut len, mut home) = (0, 0);
    while home < RIME_LISTS.len() {
        let mut rest = RIME_LISTS[home];
        loop {
            let (word, tail) = first_word(rest);
            let mut to = len;
            table[to] = (letter::key(word), home);
            while to > 0 && table[to - 1].0 > table[to].0 {
                (table[to - 1], table[to]) = (table[to], table[to - 1]);
                to -= 1;
            }
            len += 1;
            match tail {
                Some(tail) => rest = tail,
                None => break,
            }
        }
        home += 1;
    }
    table
}

const fn first_word(list: &str) -> (&str, Option<&str>) {
    let mut at = 0;
    while at < list.len() && list.as_bytes()[at] != b' ' {
        at += 1;
    }
    let (word, tail) = list.split_at(at);
    if tail.is_empty() { (word, None) } else { (word, Some(tail.split_at(1).1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_hold_each_entry_once() {
        assert!(RIMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(ONSETS.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(RIMES.iter().all(|&(key, _)| key & 31 != 0));
    }

    #[test]
    fn syllables_of_the_language() {
        let yes = "a ý ỷ y ế ơi ả nguyễn thị hòa hoà hoàn thủy thuỷ quý quí quyết quốc quới quạu quỳnh quýt giá gì gìn \
                   giếng giêng giết giữ giỗ giặt già nghiêng nghĩa ngoẻo khuỷu khuya rượu hươu huỳnh xuýt thuở huơ quờ yên yêu \
                   yết lý mỹ thy vy kỳ sỹ tỵ tỷ hy ty đắc đức ghế ghi kính cấm công ngành trường thượng chuyện khuếch \
                   xoong moóc soóc boong pin pa buýt voan phuy tuýp xoạch loắt quắt ngoạp ê ô u ư ưu ướt uống oanh oai \
                   uyên uy uỷ huệ huê khuâng bưởi chuối rìa bịa kìa khía mùa lửa ước iếc ỉu in ích kiêng kiểm \
                   gượng gỗ gà gác ghềnh queo què quầy quấy quân quăng quên quen quẹt quách qua quả";
        for word in yes.split_whitespace() {
            assert!(is_vietnamese(word), "{word}");
        }
    }

    #[test]
    fn what_is_none() {
        let no = "trump biden jong wang zhao fa obama paris mat sat kop kạn kông cinh ca-ta nghành ngiêng gế q qa qo qu \
                  b ng nh đ bòai mòe ăm-pe ă â êng ing ic nguyễnn hòà hỏp tàt mạch1 hoa2 quon quia quiên quoa thyên lyn kyên \
                  strong street smith anna lee koo boo cc dd nghhi yên2 öl été";
        for word in no.split_whitespace().chain(["", " ", "ho a", "Hòa", "nghiêngg"]) {
            assert!(!is_vietnamese(word), "{word}");
        }
    }
}
