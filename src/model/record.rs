//! The record: the only wire type. One JSON object a document, fields in the order written here.
//!
//! All `start`/`end` count Unicode code points of the input as decoded, end exclusive, unless the caller asked for
//! bytes or UTF-16 units.

use serde::{Deserialize, Serialize};

/// The value of [`Record::schema`].
pub const SCHEMA: &str = "boctin/1";

/// What one document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// `boctin/1`.
    pub schema: String,
    /// The file's path as given, the NDJSON `id`, the WARC record's URI, …
    pub id: String,
    /// What is known of the document itself.
    pub meta: Meta,
    /// The people named.
    pub people: Vec<Person>,
    /// Their posts, offices, ranks, degrees and professions.
    pub titles: Vec<Title>,
    /// The bodies named.
    pub bodies: Vec<Body>,
    /// The places named.
    pub locations: Vec<Location>,
    /// Points and spans of calendar time.
    pub dates: Vec<Date>,
    /// Laws, decisions, resolutions, plans.
    pub documents: Vec<CitedDocument>,
    /// Announced numbers of tasks.
    pub announced: Vec<Announced>,
    /// Items of numbered lists of tasks.
    pub tasks: Vec<Task>,
}

/// What is known of the document itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// The headline.
    pub title: Option<String>,
    /// When it was published, RFC 3339, to the precision known.
    pub published: Option<String>,
    /// The news agency that signs it: `TTXVN`.
    pub agency: Option<String>,
    /// The encoding that the input was decoded from.
    pub encoding: String,
    /// The length of the input in code points.
    pub chars: usize,
    /// What was repaired, what was given up.
    pub warnings: Vec<String>,
}

/// A place in the text where something is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The input's text from `start` to `end`.
    pub text: String,
    /// The id of the rule that found it.
    pub rule: String,
}

/// A mention of a title, with its holders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TitleMention {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The input's text from `start` to `end`.
    pub text: String,
    /// The id of the rule that found it.
    pub rule: String,
    /// The ids of the people who hold the title, as far as the text says so.
    pub holders: Vec<String>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// `p1`, `p2`, … in the order of first mention.
    pub id: String,
    /// The fullest form of the name in the text.
    pub name: String,
    /// The ids of the titles held.
    pub titles: Vec<String>,
    /// The dictionary's id of an office-holder of that name and post, where the text settles it.
    pub r#ref: Option<String>,
    /// Where it is named.
    pub mentions: Vec<Mention>,
}

/// A title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// `t1`, `t2`, …
    pub id: String,
    /// The title as first written, on one line.
    pub name: String,
    /// The word of the post itself: `Trưởng`.
    pub head: String,
    /// The id of the body it is of.
    pub body: Option<String>,
    /// The id of the place it is of.
    pub place: Option<String>,
    /// `nguyên`, `Phó`, … as written.
    pub modifier: Option<String>,
    /// Where it is named.
    pub mentions: Vec<TitleMention>,
}

/// A body: an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// `b1`, `b2`, …
    pub id: String,
    /// The fullest form of the name in the text.
    pub name: String,
    /// `party`, `state`, `government`, `assembly`, `court`, `military`, `police`, `company`, `school`, `hospital`,
    /// `press`, `union`, `international`, `club`, `other`.
    pub kind: String,
    /// The dictionary's id.
    pub r#ref: Option<String>,
    /// Other forms seen in the text.
    pub aliases: Vec<String>,
    /// The id of the body it belongs to.
    pub parent: Option<String>,
    /// Where it is named.
    pub mentions: Vec<Mention>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// `l1`, `l2`, …
    pub id: String,
    /// The name with its type word, as first written.
    pub name: String,
    /// `country`, `province`, `district`, `commune`, `street`, `region`, `water`, `island`, `mountain`, `city`,
    /// `site`, `other`.
    pub kind: String,
    /// GSO code of a Vietnamese unit, ISO 3166 code of a country.
    pub code: Option<String>,
    /// The id of the place it lies within, where the text names it; else the name of the unit it lies within.
    pub within: Option<String>,
    /// Of a unit of the time before 1 July 2025, the smallest unit since then that holds the whole of it: the commune that a
    /// commune went into, the province where a commune or a district was divided. None where nothing changed.
    pub now: Option<Unit>,
    /// The units it may be, where the text does not settle it; where it does and the unit was divided on 1 July 2025, the
    /// units that have a part of it, unless they are more than ten.
    pub candidates: Vec<Unit>,
    /// Where it is named.
    pub mentions: Vec<Mention>,
}

/// An administrative unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// GSO code.
    pub code: String,
    /// Full name with its parents: `xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La`.
    pub name: String,
}

/// A date: all mentions of one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Date {
    /// `YYYY-MM-DD` and its kin; see the documentation of dates.
    pub value: String,
    /// `minute`, `hour`, `daypart`, `day`, `week`, `month`, `quarter`, `half`, `year`, `decade`, `century`.
    pub grain: String,
    /// Where it is named.
    pub mentions: Vec<Mention>,
}

/// A cited document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CitedDocument {
    /// `d1`, `d2`, …
    pub id: String,
    /// `Chỉ thị`, `Nghị định`, …
    pub kind: String,
    /// The number, canonical: `05-CT/TW`.
    pub number: Option<String>,
    /// The year of its number or name.
    pub year: Option<u16>,
    /// The id of the body that issued it.
    pub issuer: Option<String>,
    /// The date of issue, as a date value.
    pub issued: Option<String>,
    /// The provision cited: `khoản 2 Điều 5`.
    pub provision: Option<String>,
    /// Where it is named.
    pub mentions: Vec<Mention>,
}

/// An announced number of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Announced {
    /// The number.
    pub count: u32,
    /// What is counted: `nhiệm vụ, giải pháp trọng tâm`.
    pub head: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The input's text from `start` to `end`.
    pub text: String,
    /// The numbers of the tasks that answer it.
    pub tasks: Vec<String>,
    /// True where as many were found as announced.
    pub complete: bool,
}

/// One numbered task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// The path of numbers: `1`, `2.a`, `II.3`.
    pub number: String,
    /// The input's text from `start` to `end`.
    pub text: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Who is to do it.
    pub assignee: Option<Assignee>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// The number of the item it is part of.
    pub parent: Option<String>,
    /// True where it was read out of prose that carries no numbers.
    pub derived: bool,
}

/// Who is to do a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assignee {
    /// As written, on one line; several are joined by `|`.
    pub text: String,
    /// The id of the body, where it is one.
    pub body: Option<String>,
    /// The id of the title, where it is one.
    pub title: Option<String>,
}

/// By when a task is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// A date value.
    pub value: String,
    /// As written.
    pub text: String,
}
