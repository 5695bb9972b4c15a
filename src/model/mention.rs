//! What the rules claim: a stretch of tokens, what it is, and the rule that says so. Only `resolve` decides.

use crate::gazetteer::annotated::EntryId;
use crate::model::span::Extent;

/// The id of a rule, `family.what-it-sees`.
pub type RuleId = &'static str;

/// A claim of a rule: that the tokens of `extent` are a `T`.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim<T> {
    /// The tokens.
    pub extent: Extent,
    /// The rule that claims it.
    pub rule: RuleId,
    /// What it is.
    pub what: T,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// A person.
    Person,
    /// A post, office, rank, degree or profession of a person.
    Title,
    /// A body: an organisation.
    Body,
    /// A place.
    Place,
}

/// A name: what it names, and the dictionary row that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Name {
    /// What it names.
    pub kind: NameKind,
    /// The row of the dictionaries, where one matched the whole name.
    pub entry: Option<EntryId>,
}

/// A point or span of calendar time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateValue {
    /// The value in the notation of the record: `2017-03-04`, `2017-03-04TMO`, `2016/2020`, `XXXX-03-04`, …
    pub value: String,
    /// The finest unit named.
    pub grain: Grain,
}

/// The finest unit that a date names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Grain {
    Minute,
    Hour,
    DayPart,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A cited law, decision, resolution or plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citation {
    /// The type of document, canonical: `Chỉ thị`.
    pub kind: String,
    /// The number, canonical: `05-CT/TW`.
    pub number: Option<String>,
    /// The year that number or name carries.
    pub year: Option<u16>,
    /// The code of the issuer in the number: `TW`, `CP`, `BXD`.
    pub issuer_code: Option<String>,
    /// The tokens that name the issuer in the text (`của Bộ Chính trị`).
    pub issuer: Option<Extent>,
    /// The tokens of the date beside it (`ngày 15-5-2016`).
    pub issued: Option<Extent>,
    /// The provision cited before it: `khoản 2 Điều 5`.
    pub provision: Option<String>,
    /// What names one document throughout a text, so that its mentions become one entity: canonical number, else
    /// folded name with year.
    pub key: String,
}

/// An announced number of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// The number announced.
    pub count: u32,
    /// The tokens of its head: `nhiệm vụ, giải pháp trọng tâm`.
    pub head: Extent,
}

/// One item of a numbered list of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskItem {
    /// The path of numbers from the outermost list: `1`, `2.a`, `II.3`.
    pub number: String,
    /// The tokens of the marker.
    pub marker: Extent,
    /// The addressees, in the order of the text: the tokens that name them.
    pub assignees: Vec<Extent>,
    /// The deadline: its value and its tokens.
    pub deadline: Option<(String, Extent)>,
    /// The number of the item that this one is part of.
    pub parent: Option<String>,
    /// True where it was read out of prose after an announcement.
    pub derived: bool,
}
