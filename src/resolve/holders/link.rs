//! What joins two neighbours among people and titles: nothing, a comma, `kiêm`, or words that part them.

use crate::gazetteer::annotated::Annotated;
use crate::gazetteer::kind::EntryKind;
use crate::model::mention::{Claim, Name};
use crate::model::token::{Gap, Word};
use crate::resolve::holders::filler;
use crate::resolve::words;
use crate::w;

/// What stands between two neighbours, once brackets, terms of office and ages are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Nothing: `Thủ tướng | A`.
    Touch,
    /// The end of a line: a signature under a post.
    Line,
    /// A comma or a slash.
    Comma,
    /// A dash.
    Dash,
    /// A bracket that opens.
    Open,
    /// `kiêm`, `đồng thời là`, `rồi`: one person has both.
    Plus,
    /// `và`, `cùng`, `cùng với`.
    And,
    /// `;`
    Semicolon,
    /// `:`, also `gồm`, `gồm có`, `có`.
    Colon,
    /// `như`: examples follow.
    Such,
    /// `là`.
    Is,
    /// Other words, or the end of a sentence.
    Far,
}

impl Link {
    /// True where a title may be in apposition so.
    #[must_use]
    pub fn is_apposition(self) -> bool {
        matches!(self, Self::Comma | Self::Dash | Self::Open | Self::Plus | Self::Touch)
    }
}

/// What leads up to a name: `các đồng chí`, `hai ông`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// Its first token; the name's own where there is none.
    pub from: usize,
    /// There is an honorific.
    pub honorific: bool,
    /// There is a word of number.
    pub plural: bool,
}

/// The lead of the name whose first token is `first`, not before token `floor`.
#[must_use]
pub fn lead(doc: &Annotated<'_>, first: usize, floor: usize) -> Lead {
    let mut lead = Lead { from: first, honorific: false, plural: false };
    loop {
        let at = lead.from;
        if at <= floor || doc.gap(at).is_break() {
            return lead;
        }
        match words::honorific_before(doc, at) {
            Some((from, _)) if from >= floor => (lead.from, lead.honorific) = (from, true),
            _ if words::is_plural(doc, at - 1) => return Lead { from: at - 1, plural: true, ..lead },
            _ if words::is_markup(doc, at - 1) => lead.from = at - 1,
            _ => match words::tag_before(doc, at).filter(|&tag| tag >= floor) {
                Some(tag) => lead.from = tag,
                None => return lead,
            },
        }
    }
}

/// The names between two neighbours, in the order of the text.
#[derive(Debug, Clone, Copy)]
pub struct Inner<'n> {
    /// Bodies and places.
    pub names: &'n [Claim<Name>],
    /// The first of the neighbours is a title.
    pub titled: bool,
}

/// What stands between the tokens `from` and `to`; `apart` where a sentence ends between them. `inner` are the names there.
#[must_use]
pub fn between(doc: &Annotated<'_>, from: usize, to: usize, apart: bool, inner: Inner<'_>) -> Link {
    let mut at = from + usize::from(is_abbreviated(doc, from));
    let mut link = Link::Touch;
    let mut lines = 0;
    while at < to {
        if let Some(next) = filler::skip(doc, at, to).or_else(|| filler::aside(doc, at, to, inner.names, inner.titled))
        {
            at = next;
        } else if let Some((mark, next)) = joint(doc, at) {
            let Some(joined) = join(link, mark) else { return Link::Far };
            (link, at) = (joined, next);
        } else {
            return Link::Far;
        }
    }
    for at in from..=to {
        lines += usize::from(doc.gap(at) >= Gap::Line);
    }
    match link {
        Link::Touch if lines > 0 || apart && !is_abbreviated(doc, from) => Link::Line,
        Link::Semicolon | Link::Colon => link,
        _ if apart && !is_abbreviated(doc, from) => Link::Far,
        _ => link,
    }
}

/// The dot of a degree whose name leaves it out: `TS | . | A`.
fn is_abbreviated(doc: &Annotated<'_>, dot: usize) -> bool {
    const DEGREES: [Word; 8] = [w!("ts"), w!("ths"), w!("gs"), w!("pgs"), w!("bs"), w!("ls"), w!("ks"), w!("kts")];
    doc.token_text(dot) == "." && dot > 0 && DEGREES.contains(&doc.word(dot - 1))
}

/// Two joints in a row as one; none where they make no sense together.
fn join(first: Link, second: Link) -> Option<Link> {
    match (first, second) {
        (Link::Touch, other) | (other, Link::Touch) => Some(other),
        // `là các ông, bà: A; B`
        (Link::Is | Link::Colon, Link::Comma) => Some(first),
        (Link::Comma, Link::Comma | Link::Dash) | (Link::Dash, Link::Comma) => Some(Link::Comma),
        (Link::Comma, other @ (Link::Plus | Link::And | Link::Is | Link::Colon | Link::Such)) => Some(other),
        // `A (52 tuổi, Giám đốc B)`
        (Link::Open, Link::Comma) => Some(Link::Open),
        (Link::Semicolon, _) | (_, Link::Semicolon) => Some(Link::Semicolon),
        (Link::Is, Link::Colon) | (Link::Colon, Link::Dash | Link::Colon | Link::Is) => Some(Link::Colon),
        (Link::And, Link::Plus) | (Link::Plus, Link::Is) => Some(Link::Plus),
        _ => None,
    }
}

fn joint(doc: &Annotated<'_>, at: usize) -> Option<(Link, usize)> {
    const TWO: [(Word, Word, Link); 17] = [
        (w!("các"), w!("ông"), Link::Touch),
        (w!("các"), w!("đồng"), Link::Touch),
        (w!("chí"), w!("sau"), Link::Touch),
        (w!("nguyên"), w!(":"), Link::Plus),
        (w!("nguyên"), w!("là"), Link::Plus),
        (w!("nguyên"), w!("các"), Link::Plus),
        (w!("đồng"), w!("thời"), Link::Plus),
        (w!("cùng"), w!("với"), Link::And),
        (w!("và"), w!("là"), Link::Plus),
        (w!("kiêm"), w!("nhiệm"), Link::Plus),
        (w!("gồm"), w!("có"), Link::Colon),
        (w!("bao"), w!("gồm"), Link::Colon),
        (w!("cũng"), w!("là"), Link::Plus),
        (w!("sau"), w!("là"), Link::Plus),
        (w!("sau"), w!("đó"), Link::Plus),
        (w!("lần"), w!("lượt"), Link::Touch),
        (w!("cũng"), w!("như"), Link::And),
    ];
    const ONE: [(Word, Link); 24] = [
        (w!("ông"), Link::Touch),
        (w!("bà"), Link::Touch),
        (w!("chí"), Link::Touch),
        (w!("lên"), Link::Plus),
        (w!(","), Link::Comma),
        (w!("/"), Link::Comma),
        (w!("-"), Link::Dash),
        (w!("–"), Link::Dash),
        (w!("—"), Link::Dash),
        (w!("("), Link::Open),
        (w!("["), Link::Open),
        (w!(";"), Link::Semicolon),
        (w!(":"), Link::Colon),
        (w!("gồm"), Link::Colon),
        (w!("và"), Link::And),
        (w!("cùng"), Link::And),
        (w!("với"), Link::And),
        (w!("&"), Link::And),
        (w!("kiêm"), Link::Plus),
        (w!("rồi"), Link::Plus),
        (w!("là"), Link::Is),
        (w!("+"), Link::Comma),
        (w!("như"), Link::Such),
        (w!("khác"), Link::Touch),
    ];
    let word = doc.word(at);
    // `A, một Thứ trưởng B`
    let titled =
        || doc.longest_at(at + 1, |kind| matches!(kind, EntryKind::Title(_) | EntryKind::Modifier(_))).is_some();
    if word == w!("một") && at > 0 && doc.token_text(at - 1) == "," && titled() {
        return Some((Link::Touch, at + 1));
    }
    let two = TWO.iter().find(|&&(first, second, _)| first == word && second == doc.word(at + 1));
    if let Some(&(_, _, link)) = two {
        return Some((link, at + 2));
    }
    ONE.iter().find(|&&(first, _)| first == word).map(|&(_, link)| (link, at + 1))
}
