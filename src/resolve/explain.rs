//! Why each mention was taken, in words and numbers: its rule, the dictionary rows behind it, its weighed features, the
//! readings that lost.
//!
//! Nothing is decided here: what was decided is read again, with the reasons kept.

use crate::gazetteer::Gazetteer;
use crate::gazetteer::annotated::{Annotated, EntryId};
use crate::gazetteer::kind::PlaceKind;
use crate::model::mention::{Claim, Name, NameKind, RuleId};
use crate::model::span::{Extent, Input, Span};
use crate::normalize::text::Text;
use crate::resolve::Decided;
use crate::resolve::lattice::explain::{Contest, Weighed, contests};
use crate::rules::name::RULES;
use crate::rules::name::board::Board;
use crate::rules::name::feature;
use crate::rules::name::weights::Weights;
use crate::rules::task;

/// One mention with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// Bytes of the input.
    pub span: Span<Input>,
    /// `PER`, `TITLE`, `ORG`, `LOC`, `DATE`, `DOC`, `COUNT`, `TASK`; `-` where no name was taken.
    pub kind: &'static str,
    /// The rule that claimed it; empty where no name was taken, `task.no-list` for a numbered list of no tasks.
    pub rule: RuleId,
    /// A date's value, a document's or task's number, the number announced.
    pub value: Option<String>,
    /// The name or date that it stands in, as bytes of the input.
    pub within: Option<Span<Input>>,
    /// For names, and lists of tasks, that were weighed: the score and its features by name, the weightiest first.
    pub weights: Option<(f32, Vec<(String, f32)>)>,
    /// The dictionary rows that name it or what it begins with.
    pub rows: Vec<Row>,
    /// The readings that lost, the nearest first.
    pub rivals: Vec<Rival>,
}

/// A dictionary row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The file and line: `places/provinces.tsv:12`.
    pub place: String,
    /// True for a row of the user's own.
    pub user: bool,
    /// Its kind, as the row spells it: `title.post`.
    pub kind: String,
    /// Its canonical name.
    pub name: String,
    /// How many more rows have this name.
    pub more: usize,
}

/// A reading that lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Rival {
    /// Bytes of the input.
    pub span: Span<Input>,
    /// As in [`Explained::kind`].
    pub kind: &'static str,
    /// The rule that proposed it.
    pub rule: RuleId,
    /// The sum of its features' weights.
    pub score: f32,
    /// What the best reading of the sentence with it in is worth less than the one that was taken.
    pub behind: f32,
    /// Its weightiest features by name.
    pub features: Vec<(String, f32)>,
}

/// The mentions of a document with their reasons, in the order of the text, the longer first; among them the stretches
/// that might have been names and were not taken.
#[must_use]
pub fn explain(
    doc: &Annotated<'_>,
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    weights: &Weights,
    decided: &Decided,
) -> Vec<Explained> {
    let settled = decided.documents.iter().map(|claim| claim.extent).chain(decided.dates.iter().map(|c| c.extent));
    let board = Board::new(*doc, gazetteer, settled);
    let show = Show { doc, text, gazetteer };
    let mut found: Vec<(Extent, Explained)> = Vec::new();
    show.names(decided, &contests(&board, weights), &mut found);
    found.extend(decided.dates.iter().map(|claim| show.other(claim, "DATE", Some(claim.what.value.clone()))));
    found.extend(decided.documents.iter().map(|claim| show.other(claim, "DOC", claim.what.number.clone())));
    found.extend(decided.announced.iter().map(|claim| show.other(claim, "COUNT", Some(claim.what.count.to_string()))));
    show.tasks(decided, &mut found);
    found.sort_by_key(|(extent, _)| (extent.first(), std::cmp::Reverse(extent.end())));
    found.into_iter().map(|(_, explained)| explained).collect()
}

/// The dictionary rows that a name lists at most.
const ROWS: usize = 4;

struct Show<'s> {
    doc: &'s Annotated<'s>,
    text: &'s Text<'s>,
    gazetteer: &'s Gazetteer,
}

impl Show<'_> {
    fn names(&self, decided: &Decided, contests: &[Contest], found: &mut Vec<(Extent, Explained)>) {
        let mut next = 0;
        let mut outer: Option<Extent> = None;
        for claim in &decided.names {
            while let Some(contest) = contests.get(next) {
                let first =
                    contest.taken.as_ref().or(contest.rivals.first()).map_or(0, |weighed| weighed.extent.first());
                if contest.taken.is_some() || first >= claim.extent.first() {
                    break;
                }
                found.extend(self.untaken(contest));
                next += 1;
            }
            let weighed = contests.get(next).and_then(|contest| Some((contest.taken.as_ref()?, &contest.rivals)));
            let own = weighed.filter(|(taken, _)| taken.extent == claim.extent && taken.kind == claim.what.kind);
            let within = outer.filter(|outer| own.is_none() && outer.contains(claim.extent));
            found.push((claim.extent, self.name(claim, within, own)));
            if own.is_some() {
                next += 1;
                outer = Some(claim.extent);
            }
        }
        for contest in contests.get(next..).unwrap_or_default() {
            found.extend(self.untaken(contest));
        }
    }

    fn name(&self, claim: &Claim<Name>, within: Option<Extent>, own: Option<(&Weighed, &Vec<Weighed>)>) -> Explained {
        Explained {
            span: self.span(claim.extent),
            kind: tag(claim.what.kind),
            rule: claim.rule,
            value: None,
            within: within.map(|outer| self.span(outer)),
            weights: own.map(|(taken, _)| (taken.score, named(taken))),
            rows: self.rows(claim.extent, claim.what.entry),
            rivals: own.map(|(_, rivals)| self.rivals(rivals)).unwrap_or_default(),
        }
    }

    /// A stretch that might have been a name.
    fn untaken(&self, contest: &Contest) -> Option<(Extent, Explained)> {
        let nearest = contest.rivals.first().filter(|_| contest.taken.is_none())?;
        let explained = Explained {
            span: self.span(nearest.extent),
            kind: "-",
            rule: "",
            value: None,
            within: None,
            weights: None,
            rows: self.rows(nearest.extent, nearest.entry),
            rivals: self.rivals(&contest.rivals),
        };
        Some((nearest.extent, explained))
    }

    /// What is decided before names are weighed.
    fn other<T>(&self, claim: &Claim<T>, kind: &'static str, value: Option<String>) -> (Extent, Explained) {
        let span = self.span(claim.extent);
        let rows = if kind == "DOC" { self.rows(claim.extent, None) } else { Vec::new() };
        let explained =
            Explained { span, kind, rule: claim.rule, value, within: None, weights: None, rows, rivals: Vec::new() };
        (claim.extent, explained)
    }

    /// The tasks, with what was weighed of their lists, and the beginnings of the lists that are of no tasks.
    fn tasks(&self, decided: &Decided, found: &mut Vec<(Extent, Explained)>) {
        let lists = task::reasons(self.doc, &task::addressees(&decided.names));
        let weights = |list: &task::Reasoned| {
            let mut named: Vec<(String, f32)> =
                list.evidences.iter().map(|&(name, points)| (name.to_owned(), points)).collect();
            named.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
            (list.evidences.iter().map(|evidence| evidence.1).sum(), named)
        };
        for claim in &decided.tasks {
            let (extent, mut explained) = self.other(claim, "TASK", Some(claim.what.number.clone()));
            // The innermost list comes last.
            let own = lists.iter().rev().find(|list| list.is_task && list.extent.contains(claim.extent));
            explained.weights = own.filter(|_| !claim.what.derived).map(weights);
            found.push((extent, explained));
        }
        for list in lists.iter().filter(|list| !list.is_task) {
            let claim = Claim { extent: list.extent, rule: "task.no-list", what: () };
            let (extent, mut explained) = self.other(&claim, "-", None);
            explained.weights = Some(weights(list));
            found.push((extent, explained));
        }
    }

    fn rivals(&self, rivals: &[Weighed]) -> Vec<Rival> {
        let rival = |weighed: &Weighed| Rival {
            span: self.span(weighed.extent),
            kind: tag(weighed.kind),
            rule: weighed.rule,
            score: weighed.score,
            behind: weighed.behind,
            features: named(weighed),
        };
        rivals.iter().map(rival).collect()
    }

    /// The row of the whole name, then those of the names and type words in it, no one within another.
    fn rows(&self, extent: Extent, entry: Option<EntryId>) -> Vec<Row> {
        let mut rows: Vec<Row> = entry.and_then(|entry| self.row(entry)).into_iter().collect();
        let mut at = extent.first();
        while at < extent.end() && rows.len() < ROWS {
            let inside = self.doc.lookups_at(at).iter().filter(|lookup| extent.contains(lookup.extent));
            let longest = inside.clone().map(|lookup| lookup.extent.end()).max();
            for lookup in inside.filter(|lookup| Some(lookup.extent.end()) == longest) {
                let row = self.row(lookup.entry).filter(|row| rows.len() < ROWS && !rows.contains(row));
                rows.extend(row);
            }
            at = longest.unwrap_or(at + 1).max(at + 1);
        }
        rows
    }

    fn row(&self, id: EntryId) -> Option<Row> {
        let entry = self.gazetteer.entry(id)?;
        let (family, member) = entry.kind.parts();
        let dot = if member.is_empty() { "" } else { "." };
        Some(Row {
            place: format!("{}:{}", entry.file, entry.line),
            user: entry.user,
            kind: format!("{family}{dot}{member}"),
            name: entry.name.to_owned(),
            more: self.gazetteer.rows(id).skip(1).count(),
        })
    }

    fn span(&self, extent: Extent) -> Span<Input> {
        self.text.to_input(self.doc.span(extent))
    }
}

fn named(weighed: &Weighed) -> Vec<(String, f32)> {
    weighed.features.iter().map(|&(feature, weight)| (readable(feature::name(feature)), weight)).collect()
}

/// The name of a feature, with the rule's id or the kind of row in place of its number.
fn readable(name: String) -> String {
    let Some((what, number)) = name.split_once('=') else { return name };
    let Ok(number) = number.parse::<usize>() else { return name };
    let value = match what.split_once('.').map_or(what, |(_, template)| template) {
        "rule" => RULES.get(number).copied(),
        "entry" => ENTRIES
            .get(number)
            .copied()
            .or_else(|| PlaceKind::ALL.get(number.saturating_sub(ENTRIES.len())).map(|kind| kind.as_str())),
        _ => None,
    };
    value.map_or_else(|| name.clone(), |value| format!("{what}={value}"))
}

/// What the values of the feature `entry` stand for; kinds of places follow.
const ENTRIES: [&str; 8] = ["person", "title", "modifier", "body", "body-head", "place-head", "honorific", "no-row"];

const fn tag(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "PER",
        NameKind::Title => "TITLE",
        NameKind::Body => "ORG",
        NameKind::Place => "LOC",
    }
}
