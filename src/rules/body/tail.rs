//! The open tail of a body's name: `Phòng Cảnh sát hình sự | Công an tỉnh Nghệ An`.
//!
//! From the starter on, the tail is walked token by token, place by place; after every step where a name may stop, the
//! stretch so far is proposed. Each step and each stop is a feature, so that the edge is a weighed choice: how common the
//! word is in names of bodies, whether it is a capital, what stands behind.

use crate::gazetteer::annotated::Lookup;
use crate::gazetteer::kind::EntryKind;
use crate::model::cue::Cue;
use crate::model::mention::NameKind;
use crate::model::span::Extent;
use crate::model::token::{Classes, Gap, Shape, Token};
use crate::rules::body::level::{level_end, unit_end};
use crate::rules::body::step::{Step, is_small};
use crate::rules::body::{Sort, Starter};
use crate::rules::name::board::Board;
use crate::rules::name::candidate::{Lattice, Reading};
use crate::rules::name::echo::Shared;
use crate::rules::name::feature::{Feature, STEPS, Template, feature};
use crate::rules::name::rule;
use crate::rules::name::scene::Scene;
use crate::rules::name::sides;
use crate::rules::place::typed_end;
use crate::w;

/// The most steps that a tail may have.
const MOST_STEPS: usize = 24;

/// Each step has up to four features, a stop has five.
const ROOM: usize = MOST_STEPS * 4 + 5;

/// Proposes the bodies that begin with `starter` and end before token `until`; `shared` is how far the document says the
/// same elsewhere.
pub fn propose(scene: &Scene<'_, '_>, lattice: &mut Lattice, starter: &Starter, shared: Shared, until: usize) {
    // `đảng Cộng hòa` is a type word in the dictionaries, but a name by its capital.
    let within = starter.extent.first() + 1..starter.extent.end();
    let named = starter.sort != Sort::Head || within.into_iter().any(|at| scene.board.doc.shape(at).is_capital());
    let mut walk = Walk {
        scene,
        starter,
        at: starter.extent.end(),
        named,
        steps: 0,
        last: None,
        local: [0; ROOM],
        heard: 0,
        worth: 0.0,
        lower: false,
        opens: opens_line(scene, starter.extent.first()),
        shared,
    };
    walk.stop(lattice);
    while walk.steps < MOST_STEPS {
        let Some((step, end)) = walk.next() else { break };
        if step == Step::TypedPlace {
            walk.stop_at_level(lattice);
        }
        if end >= until {
            break;
        }
        walk.take(step, end);
        if !matches!(
            step,
            Step::And
                | Step::AndCapital
                | Step::Comma
                | Step::CommaCapital
                | Step::Dash
                | Step::Ampersand
                | Step::About
                | Step::Plural
                | Step::Function
                | Step::Seat
        ) {
            walk.stop(lattice);
        }
    }
}

/// True where nothing but a number and marks stands before `first` in the sentence: `16. Cục Quản lý, giám sát bảo hiểm`.
fn opens_line(scene: &Scene<'_, '_>, first: usize) -> bool {
    let start = scene.sentence.first();
    first - start <= 4 && (start..first).all(|at| matches!(scene.board.doc.shape(at), Shape::Punct | Shape::Number))
}

struct Walk<'a, 's, 'd> {
    scene: &'a Scene<'s, 'd>,
    starter: &'a Starter,
    at: usize,
    /// True once something stands in the tail that makes it a name.
    named: bool,
    steps: usize,
    /// The step before.
    last: Option<Step>,
    /// True where nothing but a number and marks stands before the name in its sentence.
    opens: bool,
    /// True once a word in lower case stands in the tail.
    lower: bool,
    /// The features of the steps, and room for those of a stop.
    local: [Feature; ROOM],
    /// How many of them there are.
    heard: usize,
    /// What they are worth.
    worth: f32,
    /// How far the document says the same elsewhere.
    shared: Shared,
}

impl Walk<'_, '_, '_> {
    fn take(&mut self, step: Step, end: usize) {
        self.named |= !matches!(
            step,
            Step::Common | Step::Fair | Step::Rare | Step::Unseen | Step::Function | Step::Comma | Step::And
        );
        self.hear(Template::Step, self.starter.sort as usize * STEPS + step as usize);
        self.hear(Template::StepPair, self.last.map_or(STEPS - 1, |last| last as usize) * STEPS + step as usize);
        if matches!(step, Step::Common | Step::Fair | Step::Rare | Step::Unseen | Step::Function) {
            let parted = matches!(self.last, Some(Step::And | Step::Comma | Step::Dash | Step::Ampersand));
            let company = sides::company(self.scene.board, self.scene.sentence, self.at);
            self.hear(Template::TailCompany, company * 2 + usize::from(parted));
            self.hear(Template::TailCircle, sides::circle(self.scene.board, self.scene.sentence, self.at));
            self.lower = true;
        }
        self.steps += 1;
        self.last = Some(step);
        self.at = end;
    }

    /// Proposes the stretch so far.
    fn stop(&mut self, lattice: &mut Lattice) {
        let starter = self.starter;
        let capital = self.board().doc.shape(starter.extent.first()).is_capital();
        // A type word by itself, or with a tail in lower case, is a common noun unless a capital makes it the short name.
        if !self.named && !capital {
            return;
        }
        let rule = match starter.sort {
            Sort::Known if self.steps == 0 => rule!("body.dictionary"),
            Sort::Known | Sort::Head => rule!("body.head-tail"),
            Sort::Acronym => rule!("body.acronym"),
        };
        let entry = starter.entry.filter(|_| self.steps == 0);
        let tail = usize::from(self.steps > 0);
        let start = starter.kind as usize * 4 + usize::from(capital) * 2 + tail;
        let build = starter.sort as usize * 4 + usize::from(self.named) * 2 + tail;
        let stop = [
            (Template::Start, start),
            (Template::Rest, self.rest()),
            (Template::Build, build),
            (Template::Item, self.item()),
            (Template::Again, self.shared.grade(self.at - starter.extent.first())),
        ];
        let kept = (self.heard, self.worth);
        for (template, value) in stop {
            self.hear(template, value);
        }
        let extent = Extent::new(starter.extent.first(), self.at);
        let reading = Reading { extent, kind: NameKind::Body, rule, entry, inner: None };
        self.scene.propose_summed(lattice, reading, &self.local[..self.heard], self.worth);
        (self.heard, self.worth) = kept;
    }

    fn hear(&mut self, template: Template, value: usize) {
        let feature = feature(NameKind::Body, template, value);
        self.local[self.heard] = feature;
        self.heard += 1;
        self.worth += self.scene.weights.of(feature);
    }

    /// `Chủ tịch UBND tỉnh Phan Văn Ba`: what follows the type word may be a person's name and not the place's.
    fn stop_at_level(&mut self, lattice: &mut Lattice) {
        let Some(end) = unit_end(self.board(), self.at) else { return };
        let (at, named, last, lower) = (self.at, self.named, self.last, self.lower);
        let kept = (self.heard, self.worth);
        self.take(Step::Level, end);
        self.stop(lattice);
        self.steps -= 1;
        (self.at, self.named, self.last, self.lower) = (at, named, last, lower);
        (self.heard, self.worth) = kept;
    }

    /// What a stop here leaves behind: how the next word is written and how common it is in tails.
    fn rest(&self) -> usize {
        let Some(next) = self.board().token(self.at).filter(|_| self.at < self.scene.sentence.end()) else { return 0 };
        let common = match next.tail {
            0 => 0,
            1..=20 => 1,
            21..=40 => 2,
            _ => 3,
        };
        match next.shape {
            Shape::Lower => 4 + common,
            Shape::Title | Shape::Mixed => 8 + common,
            Shape::Upper => 12,
            Shape::Number | Shape::Code => 13,
            Shape::Punct => 1,
        }
    }

    /// Whether the name so far is all that its line or item of a list says: `16. Cục Quản lý, giám sát bảo hiểm.`
    fn item(&self) -> usize {
        let (board, sentence) = (self.board(), self.scene.sentence);
        let ends = self.at >= sentence.end()
            || !board.goes_on(self.at)
            || matches!(board.doc.token_text(self.at), "." | ";" | "(" | "|");
        usize::from(self.opens) * 8 + usize::from(ends) * 4 + usize::from(self.lower) * 2 + usize::from(self.steps > 3)
    }

    fn next(&self) -> Option<(Step, usize)> {
        let (board, at) = (self.board(), self.at);
        if at >= self.scene.sentence.end() || !board.goes_on(at) {
            return None;
        }
        let token = board.token(at)?;
        if let Some(found) = self.next_known(at) {
            return Some(found);
        }
        match token.shape {
            Shape::Punct => self.next_mark(at, token),
            Shape::Number => (token.end - token.start <= 4).then_some((Step::Number, at + 1)),
            Shape::Code => Some((Step::Code, at + 1)),
            Shape::Upper if !self.scene.shouted => Some((Step::Upper, at + 1)),
            Shape::Title | Shape::Mixed | Shape::Upper => Some((self.capital(token), at + 1)),
            Shape::Lower => self.next_lower(at, token),
        }
    }

    fn capital(&self, token: &Token) -> Step {
        if self.is_whole() && token.tail < 25 {
            return Step::CapitalBehind;
        }
        if !token.is(Classes::SYLLABLE) {
            Step::Foreign
        } else if token.tail >= 25 {
            Step::CapitalCommon
        } else {
            Step::Capital
        }
    }

    /// A place, a level or a body that begins at `at`.
    fn next_known(&self, at: usize) -> Option<(Step, usize)> {
        let board = self.board();
        if let Some(end) = level_end(board, at, self.scene.sentence.end()) {
            return Some((Step::Level, end));
        }
        if self.begins_person(at) {
            return Some((Step::CapitalBehind, at + 1));
        }
        let mut head = None;
        for lookup in board.lookups_at(at) {
            match lookup.kind {
                EntryKind::Place(_) => return Some((Step::KnownPlace, lookup.extent.end())),
                EntryKind::PlaceHead(_) if head.is_none() => {
                    head = typed_end(board, lookup.extent.end()).map(|end| (Step::TypedPlace, end));
                }
                EntryKind::Body(_) if board.doc.shape(at).is_capital() => {
                    return Some((Step::KnownBody, lookup.extent.end()));
                }
                EntryKind::BodyHead(_) if head.is_none() && board.doc.shape(at).is_capital() => {
                    head = Some((Step::BodyHead, lookup.extent.end()));
                }
                _ => {}
            }
        }
        head.filter(|&(_, end)| end <= self.scene.sentence.end())
    }

    /// `Bộ trưởng Bộ Tài chính Đoàn Bá Lâm`: a type word that is a surname, and another capital, behind a whole name.
    fn begins_person(&self, at: usize) -> bool {
        let board = self.board();
        let heads = |lookup: &Lookup| matches!(lookup.kind, EntryKind::BodyHead(_)) && lookup.extent.len() == 1;
        self.is_whole()
            && board.token(at).is_some_and(|token| token.is(Classes::SURNAME) && token.shape == Shape::Title)
            && board.doc.shape(at + 1) == Shape::Title
            && board.goes_on(at + 1)
            && board.lookups_at(at).first().is_some_and(heads)
    }

    /// True where the name so far ends with a known body, a place or a level, or with capitals behind one.
    fn is_whole(&self) -> bool {
        match self.last {
            Some(last) => matches!(
                last,
                Step::KnownBody | Step::KnownPlace | Step::TypedPlace | Step::Level | Step::CapitalBehind
            ),
            None => self.starter.sort == Sort::Known,
        }
    }

    fn next_lower(&self, at: usize, token: &Token) -> Option<(Step, usize)> {
        let board = self.board();
        if token.word == w!("và") {
            let capital = board.goes_on(at + 1) && board.doc.shape(at + 1).is_capital();
            return Some((if capital { Step::AndCapital } else { Step::And }, at + 1));
        }
        if token.word == w!("các") {
            return Some((Step::Plural, at + 1));
        }
        if token.word == w!("về") {
            return Some((Step::About, at + 1));
        }
        if matches!(token.word, word if word == w!("tại") || word == w!("ở")) && self.has_seat() {
            return Some((Step::Seat, at + 1));
        }
        if token.word == w!("phòng") && board.doc.token_text(at + 1) == "," && board.doc.word(at + 2) == w!("chống")
        {
            return Some((Step::Guard, at + 3));
        }
        let weight = token.tail;
        let cue = board.left.get(at).copied().unwrap_or(Cue::Lower);
        let ends = matches!(
            cue,
            Cue::Aux | Cue::Passive | Cue::Pronoun | Cue::Demonstrative | Cue::Conjunction | Cue::Copula | Cue::Saying
        );
        if ends && weight == 0 || matches!(token.word, word if word == w!("của") || word == w!("thuộc")) {
            return None;
        }
        let step = match weight {
            _ if is_small(token, cue) => Step::Function,
            0 => Step::Unseen,
            1..=20 => Step::Rare,
            21..=40 => Step::Fair,
            _ => Step::Common,
        };
        Some((step, at + 1))
    }

    /// True for missions, offices and branches, which are named by the place where they sit.
    fn has_seat(&self) -> bool {
        let doc = self.board().doc;
        let office = |at: usize| [w!("quán"), w!("diện"), w!("nhánh"), w!("đoàn")].contains(&doc.word(at));
        self.starter.extent.range().any(office)
    }

    /// A mark that may stand inside a name: a comma or dash between its parts, `&`, an abbreviation in brackets.
    fn next_mark(&self, at: usize, token: &Token) -> Option<(Step, usize)> {
        let board = self.board();
        let next = board.token(at + 1).filter(|_| at + 1 < self.scene.sentence.end() && board.goes_on(at + 1))?;
        let capital = next.shape.is_capital();
        match token.text(board.doc.text) {
            "," if next.shape.is_word() => Some((if capital { Step::CommaCapital } else { Step::Comma }, at + 1)),
            "-" | "–" if next.shape.is_word() => Some((Step::Dash, at + 1)),
            // `dịch Covid-19`, `Bệnh viện 19-8`.
            "-" if next.shape == Shape::Number && token.gap == Gap::None && next.gap == Gap::None => {
                Some((Step::Code, at + 2))
            }
            "&" | "/" => Some((Step::Ampersand, at + 1)),
            "." if token.gap == Gap::None && next.gap == Gap::None && capital => Some((Step::Ampersand, at + 1)),
            "(" => self.bracket_end(at).map(|end| (Step::Bracket, end)),
            _ => None,
        }
    }

    /// `Liên đoàn Lao động (LĐLĐ) huyện …`: past the bracket, where the name goes on behind it.
    fn bracket_end(&self, at: usize) -> Option<usize> {
        let board = self.board();
        let inside = (at + 1..(at + 6).min(self.scene.sentence.end())).take_while(|&inner| board.goes_on(inner));
        let close = inside.into_iter().find(|&inner| board.doc.token_text(inner) == ")")?;
        let short = (at + 1..close)
            .all(|inner| matches!(board.doc.shape(inner), Shape::Upper | Shape::Mixed | Shape::Punct | Shape::Code));
        let goes_on = close + 1 < self.scene.sentence.end()
            && board.goes_on(close + 1)
            && matches!(board.right.get(close + 1), Some(Cue::PlaceType | Cue::Capital | Cue::Foreign | Cue::Upper));
        (short && goes_on).then_some(close + 1)
    }

    fn board(&self) -> &Board<'_> {
        self.scene.board
    }
}
