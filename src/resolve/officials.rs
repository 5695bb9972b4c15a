//! The dictionary's office-holder whom a person of the text is: one of that name, who held a post that the text gives to
//! the person. The name alone settles nothing, since many bear one name.

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
    let hit = hits.into_iter().find(|hit| hit.extent == name && hit.kind == EntryKind::Person)?;
    let held: Vec<Vec<Word>> = titles.iter().take(MOST).map(|&title| words(ground, title)).collect();
    let mut buffer = String::new();
    let mut found = None;
    for row in ground.gazetteer.rows(hit.entry).take(MOST).filter(|row| !row.reference.is_empty()) {
        let post = row.field(Column::Post).split_whitespace();
        let post: Vec<Word> = post.flat_map(|word| office::expand(word_of(word, &mut buffer))).collect();
        if !held.iter().any(|title| agree(title, &post)) {
            continue;
        }
        match found {
            Some(other) if other != row.reference => return None,
            _ => found = Some(row.reference),
        }
    }
    found.map(str::to_owned)
}

/// The words of a title, without those that say it is past.
fn words(ground: &Ground<'_>, title: Extent) -> Vec<Word> {
    const PAST: [Word; 3] = [w!("nguyên"), w!("cựu"), w!("cố")];
    let words = office::words(ground.doc, title).map(|(_, word)| word);
    words.skip_while(|word| PAST.contains(word)).collect()
}

/// True where one is the beginning of the other: `Thủ tướng` and `Thủ tướng Chính phủ`.
fn agree(title: &[Word], post: &[Word]) -> bool {
    title.len().min(post.len()) >= 2 && (title.starts_with(post) || post.starts_with(title))
}
