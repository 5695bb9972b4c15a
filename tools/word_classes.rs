//! Sorts words into classes by the company that they keep: `dictionaries/seen/classes.tsv` and, finer, `circles.tsv`.
//!
//! ```text
//! zcat NEWS.ndjson.gz | cargo run --release --features fit --bin word-classes -- [--field text] [--least 6] [--rounds 12] >dictionaries/seen/classes.tsv
//! zcat NEWS.ndjson.gz | cargo run --release --features fit --bin word-classes -- --kind circle --classes 900 --rounds 8 >dictionaries/seen/circles.tsv
//! ```
//!
//! Words that stand between the same neighbours come into one class: surnames, clubs, months, verbs of saying. What a
//! class is, nobody says; the weights of names learn what it is worth. A word with a capital and one without are two
//! words. The method is the exchange algorithm for class bigrams (Martin, Liermann and Ney 1998): from a first guess by
//! frequency, each word in turn goes where the likelihood of the text is best. The same texts give the same classes.

use std::collections::HashMap;
use std::io::{BufRead, Write};

use boctin::model::token::Shape;
use boctin::normalize::fold::fold_word;
use boctin::normalize::text::Text;
use boctin::segment::{sentence, token, wrap};

/// The edge of a sentence, numbers, codes, rare words: fixed classes behind the others.
const FIXED: usize = 4;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut field, mut least, mut rounds) = ("text".to_owned(), 6, 12);
    let (mut kind, mut classes) = ("company".to_owned(), 255);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or("an option takes a value")?;
        match argument.as_str() {
            "--field" => field = value,
            "--least" => least = value.parse()?,
            "--rounds" => rounds = value.parse()?,
            "--kind" => kind = value,
            "--classes" => classes = value.parse()?,
            other => return Err(format!("unknown option {other}").into()),
        }
    }
    let mut corpus = Corpus::default();
    for line in std::io::stdin().lock().lines() {
        let value: serde_json::Value = serde_json::from_str(&line?)?;
        corpus.add(value.get(&field).and_then(serde_json::Value::as_str).unwrap_or_default());
    }
    let mut sorter = Sorter::new(&corpus, least, classes);
    for round in 0..rounds {
        let moved = sorter.round();
        writeln!(std::io::stderr(), "round {round}: {moved} of {} words moved", sorter.kept.len())?;
        if moved == 0 {
            break;
        }
    }
    sorter.write(&corpus, least, &kind)
}

/// The texts as numbers of words.
#[derive(Default)]
struct Corpus {
    numbers: HashMap<String, u32>,
    words: Vec<String>,
    /// In how many texts each word stands, and the last of them.
    texts: Vec<(u32, u32)>,
    sentences: Vec<Vec<u32>>,
    count: u32,
}

impl Corpus {
    fn add(&mut self, input: &str) {
        self.count += 1;
        let text = Text::new(input);
        let normal = text.normal();
        let (mut tokens, mut extents) = (Vec::new(), Vec::new());
        token::tokenize(normal, &mut tokens);
        wrap::soften(normal, &mut tokens);
        sentence::split(normal, &tokens, &mut extents);
        for extent in extents {
            let tokens = &tokens[extent.range()];
            let (words, upper) = tokens
                .iter()
                .filter(|token| token.shape.is_word())
                .fold((0, 0), |(all, upper), token| (all + 1, upper + usize::from(token.shape == Shape::Upper)));
            if upper * 2 > words {
                continue;
            }
            let sentence = tokens.iter().map(|token| self.number(&key(token.text(normal), token.shape))).collect();
            self.sentences.push(sentence);
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(word.to_owned()).or_insert(next);
        if number == next {
            self.words.push(word.to_owned());
            self.texts.push((0, 0));
        }
        let (texts, last) = &mut self.texts[number as usize];
        if *last != self.count {
            (*texts, *last) = (*texts + 1, self.count);
        }
        number
    }
}

/// A word as the classes know it: folded, behind `^` where it begins with a capital.
fn key(surface: &str, shape: Shape) -> String {
    let mut key = String::new();
    match shape {
        Shape::Number => key.push_str("<number>"),
        Shape::Code => key.push_str("<code>"),
        Shape::Punct => key.push_str(surface),
        _ => {
            fold_word(surface, &mut key);
            if surface.chars().next().is_some_and(char::is_uppercase) {
                key.insert(0, '^');
            }
        }
    }
    key
}

/// The classes in the making.
struct Sorter {
    /// How many classes words are sorted into.
    classes: usize,
    /// The words that have a class of their own choosing, the most frequent first: numbers in the corpus.
    kept: Vec<u32>,
    class: Vec<u16>,
    /// For each kept word what stands before it and behind it, with counts; itself left out.
    before: Vec<Vec<(u32, u32)>>,
    behind: Vec<Vec<(u32, u32)>>,
    twice: Vec<u32>,
    /// How often a class follows a class, and how often each stands at all.
    pairs: Vec<i64>,
    totals: Vec<i64>,
    logs: Vec<f64>,
}

const EDGE: u32 = u32::MAX;

impl Sorter {
    fn new(corpus: &Corpus, least: u32, classes: usize) -> Self {
        let all = classes + FIXED;
        let mut counts = vec![0u32; corpus.words.len()];
        for &word in corpus.sentences.iter().flatten() {
            counts[word as usize] += 1;
        }
        let is_kept = |word: &u32| {
            let index = *word as usize;
            corpus.texts[index].0 >= least && !matches!(corpus.words[index].as_str(), "<number>" | "<code>")
        };
        let mut kept: Vec<u32> = (0..).take(corpus.words.len()).filter(is_kept).collect();
        kept.sort_by_key(|&word| (std::cmp::Reverse(counts[word as usize]), word));
        let mut class = vec![u16::try_from(classes + 3).unwrap_or(0); corpus.words.len()];
        for (name, fixed) in [("<number>", 1), ("<code>", 2)] {
            if let Some(&word) = corpus.numbers.get(name) {
                class[word as usize] = u16::try_from(classes + fixed).unwrap_or(0);
            }
        }
        let mut place = vec![u32::MAX; corpus.words.len()];
        for (rank, &word) in kept.iter().enumerate() {
            class[word as usize] = u16::try_from(rank % classes).unwrap_or(0);
            place[word as usize] = u32::try_from(rank).unwrap_or(0);
        }
        let mut pairs: HashMap<(u32, u32), u32> = HashMap::new();
        for sentence in &corpus.sentences {
            let mut last = EDGE;
            for &word in sentence.iter().chain([&EDGE]) {
                *pairs.entry((last, word)).or_default() += 1;
                last = word;
            }
        }
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_unstable();
        let mut sorter = Self {
            classes,
            before: vec![Vec::new(); kept.len()],
            behind: vec![Vec::new(); kept.len()],
            twice: vec![0; kept.len()],
            pairs: vec![0; all * all],
            totals: vec![0; all],
            logs: (0..1 << 20).map(|n| f64::from(n) * f64::from(n.max(1)).ln()).collect(),
            kept,
            class,
        };
        for ((one, other), count) in pairs {
            let (from, to) = (sorter.class_of(one), sorter.class_of(other));
            sorter.pairs[from * all + to] += i64::from(count);
            sorter.totals[from] += i64::from(count);
            let rank = |word: u32| place.get(word as usize).copied().filter(|&rank| rank != u32::MAX);
            match (rank(one), rank(other)) {
                (Some(rank), _) if one == other => sorter.twice[rank as usize] = count,
                (one_rank, other_rank) => {
                    if let Some(rank) = one_rank {
                        sorter.behind[rank as usize].push((other, count));
                    }
                    if let Some(rank) = other_rank {
                        sorter.before[rank as usize].push((one, count));
                    }
                }
            }
        }
        sorter
    }

    fn class_of(&self, word: u32) -> usize {
        if word == EDGE { self.classes } else { usize::from(self.class[word as usize]) }
    }

    /// The classes with the fixed ones.
    fn all(&self) -> usize {
        self.classes + FIXED
    }

    /// `n ln n`.
    fn log(&self, n: i64) -> f64 {
        usize::try_from(n).ok().and_then(|n| self.logs.get(n).copied()).unwrap_or_else(|| {
            #[allow(clippy::cast_precision_loss)]
            let n = n as f64;
            n * n.max(1.0).ln()
        })
    }

    /// Moves each word to the class where the likelihood is best; returns how many moved.
    fn round(&mut self) -> usize {
        let mut moved = 0;
        for rank in 0..self.kept.len() {
            let word = self.kept[rank];
            let old = self.class_of(word);
            let company = self.company(rank);
            self.shift(&company, old, -1);
            let mut best = (self.gain(&company, old), old);
            for class in (0..self.classes).filter(|&class| class != old) {
                let gain = self.gain(&company, class);
                if gain > best.0 + 1e-9 {
                    best = (gain, class);
                }
            }
            self.shift(&company, best.1, 1);
            self.class[word as usize] = u16::try_from(best.1).unwrap_or(0);
            moved += usize::from(best.1 != old);
        }
        moved
    }

    /// The classes before and behind a word, with counts.
    fn company(&self, rank: usize) -> Company {
        let gather = |list: &[(u32, u32)]| {
            let mut counts = vec![0i64; self.all()];
            for &(word, count) in list {
                counts[self.class_of(word)] += i64::from(count);
            }
            counts.into_iter().enumerate().filter(|&(_, count)| count > 0).collect::<Vec<_>>()
        };
        let behind = gather(&self.behind[rank]);
        let twice = i64::from(self.twice[rank]);
        let total = behind.iter().map(|&(_, count)| count).sum::<i64>() + twice;
        Company { before: gather(&self.before[rank]), behind, twice, total }
    }

    /// Puts a word into a class (`sign` 1) or takes it out (-1).
    fn shift(&mut self, company: &Company, class: usize, sign: i64) {
        let all = self.all();
        for &(other, count) in &company.before {
            self.pairs[other * all + class] += sign * count;
        }
        for &(other, count) in &company.behind {
            self.pairs[class * all + other] += sign * count;
        }
        self.pairs[class * all + class] += sign * company.twice;
        self.totals[class] += sign * company.total;
    }

    /// What the likelihood gains where a word that is in no class goes into `class`.
    fn gain(&self, company: &Company, class: usize) -> f64 {
        let step = |now: i64, more: i64| self.log(now + more) - self.log(now);
        let mut gain = -2.0 * step(self.totals[class], company.total);
        let mut own = company.twice;
        for &(other, count) in &company.before {
            if other == class {
                own += count;
            } else {
                gain += step(self.pairs[other * self.all() + class], count);
            }
        }
        for &(other, count) in &company.behind {
            if other == class {
                own += count;
            } else {
                gain += step(self.pairs[class * self.all() + other], count);
            }
        }
        gain + step(self.pairs[class * self.all() + class], own)
    }

    fn write(&self, corpus: &Corpus, least: u32, kind: &str) -> Result<(), Box<dyn std::error::Error>> {
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        writeln!(
            out,
            "# content: classes of words that keep the same company; what a class is worth, the weights say"
        )?;
        writeln!(
            out,
            "# source: sorted by tools/word_classes.rs from {} news articles and documents; words of at least {least} of them",
            corpus.count
        )?;
        writeln!(out, "# licence: CC0-1.0 (statistics)")?;
        writeln!(out, "# retrieved: 2026-11-24")?;
        writeln!(out, "kind\tname\tweight")?;
        let mut rows: Vec<(&str, &str, u16)> = self
            .kept
            .iter()
            .map(|&word| (corpus.words[word as usize].as_str(), self.class[word as usize] + 1))
            .filter(|(word, _)| word.chars().any(char::is_alphabetic))
            .map(|(word, class)| match word.strip_prefix('^') {
                Some(word) => ("-capital", word, class),
                None => ("", word, class),
            })
            .collect();
        rows.sort_unstable();
        for (case, word, class) in rows {
            writeln!(out, "word.{kind}{case}\t{word}\t{class}")?;
        }
        out.flush()?;
        Ok(())
    }
}

/// What stands around a word: classes with counts, the word itself left out, how often it follows itself.
struct Company {
    before: Vec<(usize, i64)>,
    behind: Vec<(usize, i64)>,
    twice: i64,
    total: i64,
}
