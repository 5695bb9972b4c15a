//! The dictionary's office-holder whom a person of the text is: one of that name, who held a post that the text gives to
//! the person, by the day of the document. The name alone settles nothing, since many bear one name.

use crate::gazetteer::entry::Entry;
use crate::gazetteer::fold::word_of;
use crate::gazetteer::kind::EntryKind;
use crate::gazetteer::sheet::Column;
use crate::model::span::Extent;
use crate::model::token::Word;
use crate::resolve::holders::office;
use crate::resolve::record::Ground;
use crate::w;

/// How many rows of one name, and titles of one person, are compared.
const MOST: usize = 64;

/// The id of the office-holder whose full name stands at `name` and who held one of the titles at `titles`.
#[must_use]
pub fn reference(ground: &Ground<'_>, name: Extent, titles: &[Extent]) -> Option<String> {
    let hits = ground.doc.lookups_at(name.first()).iter();
    let hits = hits.filter(|hit| hit.extent == name && hit.kind == EntryKind::Person);
    let rows = hits.flat_map(|hit| ground.gazetteer.rows(hit.entry)).filter(|row| !row.reference.is_empty());
    let mut rows = rows.take(MOST).peekable();
    // Most people are in no dictionary.
    rows.peek()?;
    let day = ground.doc.reference.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day));
    let held: Vec<Held> = titles.iter().take(MOST).map(|&title| Held::new(ground, title)).collect();
    let mut buffer = String::new();
    let mut found = None;
    for row in rows {
        let post = row.field(Column::Post).split_whitespace();
        let mut post = post.flat_map(|word| office::expand(word_of(word, &mut buffer))).peekable();
        // A post that begins as no title does is read no further.
        if !row.user && !held.iter().any(|title| title.words.first() == post.peek()) {
            continue;
        }
        let post: Vec<Word> = post.collect();
        // Who adds a name without a post to a dictionary of their own means that person by it.
        let meant = row.user && post.is_empty();
        if !meant && !held.iter().any(|title| title.is(&post) && title.was_held(&post, &row, day.as_deref())) {
            continue;
        }
        match found {
            Some(other) if other != row.reference => return None,
            _ => found = Some(row.reference),
        }
    }
    found.map(str::to_owned)
}

/// A title that the text gives to a person.
struct Held {
    words: Vec<Word>,
    past: bool,
}

impl Held {
    fn new(ground: &Ground<'_>, title: Extent) -> Self {
        const PAST: [Word; 3] = [w!("nguyên"), w!("cựu"), w!("cố")];
        let words: Vec<Word> = office::words(ground.doc, title).map(|(_, word)| word).collect();
        let past = words.iter().take_while(|word| PAST.contains(word)).count();
        Self { words: words.get(past..).unwrap_or_default().to_vec(), past: past > 0 }
    }

    /// True where one is the beginning of the other: `Thủ tướng` and `Thủ tướng Chính phủ`.
    fn is(&self, post: &[Word]) -> bool {
        self.words.len().min(post.len()) >= 2 && (self.words.starts_with(post) || post.starts_with(&self.words))
    }

    /// True where the person had the post by that day. A title that says less than the post (`Chủ tịch`) is of one held at
    /// the time, unless it says that it is past.
    fn was_held(&self, post: &[Word], row: &Entry<'_>, day: Option<&str>) -> bool {
        let Some(day) = day else { return true };
        let year = |day: &str| day.get(..4).map(str::to_owned);
        let (from, to) = (row.field(Column::From), row.field(Column::To));
        let begun = from.is_empty() || year(from) <= year(day);
        let lasts = to.is_empty() || year(to) >= year(day);
        begun && (lasts || self.past || self.words.len() >= post.len())
    }
}
