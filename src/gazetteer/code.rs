//! Kinds of entries as bytes, for compiled dictionaries: the family in the upper half, its member in the lower.

use crate::gazetteer::kind::{BodyKind, EntryKind, ModifierPlace, PlaceKind, SeenKind, TitleKind};

/// The byte of a kind.
pub(crate) const fn code(kind: EntryKind) -> u8 {
    let (family, member) = match kind {
        EntryKind::Person => (0, 0),
        EntryKind::Title(kind) => (1, kind as u8),
        EntryKind::Modifier(place) => (2, place as u8),
        EntryKind::Body(kind) => (3, kind as u8),
        EntryKind::BodyHead(kind) => (4, kind as u8),
        EntryKind::Place(kind) => (5, kind as u8),
        EntryKind::PlaceHead(kind) => (6, kind as u8),
        EntryKind::Honorific => (7, 0),
        EntryKind::Saying => (8, 0),
        EntryKind::DocumentType => (9, 0),
        EntryKind::DocumentName => (10, 0),
        EntryKind::Issuer => (11, 0),
        EntryKind::Compound => (12, 0),
        EntryKind::Seen(kind) => (13, kind as u8),
    };
    assert!(member < 16, "a family has at most sixteen members");
    family << 4 | member
}

/// The kind of a byte.
#[inline]
pub(crate) const fn kind(code: u8) -> EntryKind {
    KINDS[code as usize]
}

const KINDS: [EntryKind; 256] = {
    let mut kinds = [EntryKind::Person; 256];
    macro_rules! families {
        ($($family:ident: $member:ident),+; $($single:ident),+) => {
            $(
                let mut at = 0;
                while at < $member::ALL.len() {
                    let kind = EntryKind::$family($member::ALL[at]);
                    kinds[code(kind) as usize] = kind;
                    at += 1;
                }
            )+
            $(kinds[code(EntryKind::$single) as usize] = EntryKind::$single;)+
        };
    }
    families! {
        Title: TitleKind, Modifier: ModifierPlace, Body: BodyKind, BodyHead: BodyKind, Place: PlaceKind,
        PlaceHead: PlaceKind, Seen: SeenKind;
        Person, Honorific, Saying, DocumentType, DocumentName, Issuer, Compound
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_code_of_its_own() {
        let spelled = [
            "person",
            "title.religious",
            "modifier.after",
            "body.party",
            "body.other",
            "body-head.club",
            "place.other",
            "place-head.country",
            "honorific",
            "saying",
            "document.type",
            "document.name",
            "issuer",
            "compound",
            "seen.place",
        ];
        for text in spelled {
            let wanted = EntryKind::parse(text).unwrap();
            assert_eq!(kind(code(wanted)), wanted, "{text}");
        }
    }
}
