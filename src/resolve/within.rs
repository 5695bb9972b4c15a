//! The places in a body's name: `UBND [tỉnh Bắc Giang]`, `Đảng Cộng sản [Việt Nam]`; and what only looks like one: the
//! city of a foreign club (`Real Madrid`), a firm's name that a commune has too (`Tập đoàn Thuận An`), a person's
//! (`Trường Đại học Tôn Đức Thắng`).

use crate::gazetteer::annotated::{EntryId, Lookup};
use crate::gazetteer::kind::{BodyKind, EntryKind, PlaceKind};
use crate::model::mention::{Claim, Name, NameKind, RuleId};
use crate::model::span::Extent;
use crate::model::token::{Classes, Shape, Token};
use crate::rules::name::board::Board;
use crate::rules::place::typed_end;
use crate::w;

/// Appends the places in the name `body`, in the order of the text.
pub fn places_within(board: &Board<'_>, body: Extent, names: &mut Vec<Claim<Name>>) {
    let inside = Inside { board, body, kind: kind_of(board, body) };
    let mut at = body.first();
    while at < body.end() {
        let Some((extent, rule, entry)) = inside.place_at(at) else {
            at = inside.past_known(at);
            continue;
        };
        names.push(Claim { extent, rule, what: Name { kind: NameKind::Place, entry } });
        at = extent.end();
    }
}

/// What sort of body the dictionaries take a name for.
fn kind_of(board: &Board<'_>, body: Extent) -> Option<BodyKind> {
    board.lookups_at(body.first()).iter().filter(|lookup| body.contains(lookup.extent)).find_map(|lookup| match lookup
        .kind
    {
        EntryKind::Body(kind) | EntryKind::BodyHead(kind) => Some(kind),
        _ => None,
    })
}

struct Inside<'b, 'd> {
    board: &'b Board<'d>,
    body: Extent,
    kind: Option<BodyKind>,
}

impl Inside<'_, '_> {
    /// Past a known name that is not meant as a place: `Mộc Châu` has no `Châu …`.
    fn past_known(&self, at: usize) -> usize {
        let known = self.board.longest_at(at, |kind| matches!(kind, EntryKind::Place(_)));
        known.map_or(at + 1, |known| known.extent.end())
    }

    fn place_at(&self, at: usize) -> Option<(Extent, RuleId, Option<EntryId>)> {
        self.board.lookups_at(at).iter().find_map(|lookup| match lookup.kind {
            EntryKind::Place(kind) => {
                self.is_place(lookup.extent, kind).then_some((lookup.extent, "place.dictionary", Some(lookup.entry)))
            }
            EntryKind::PlaceHead(kind) => self.typed(at, lookup, kind),
            _ => None,
        })
    }

    /// True where the known name of a place is meant as that place.
    fn is_place(&self, extent: Extent, kind: PlaceKind) -> bool {
        if !self.body.contains(extent) || extent == self.body {
            return false;
        }
        let before = (extent.first() > self.body.first()).then(|| self.board.token(extent.first() - 1)).flatten();
        let behind = (extent.end() < self.body.end()).then(|| self.board.token(extent.end())).flatten();
        // `Inter Milan`, `Manchester City`: the names of clubs and firms of other countries are not taken apart.
        let own = self.board.token(extent.first()).filter(|token| token.shape != Shape::Upper);
        if is_foreign(own) && (is_foreign(before) || is_foreign(behind)) {
            return false;
        }
        let joined = before.is_some_and(|before| before.shape == Shape::Title);
        match kind {
            // A bare commune's name inside a body's is mostly a coincidence, and so is one behind another capital.
            PlaceKind::Commune | PlaceKind::District | PlaceKind::Hamlet | PlaceKind::Other => {
                extent.end() == self.body.end() && !joined && self.kind != Some(BodyKind::Company)
            }
            // `Kiên Nga`, not `Nga`.
            PlaceKind::Country => extent.len() > 1 || !joined || is_foreign(self.board.token(extent.first())),
            _ => true,
        }
    }

    /// The place whose type word is `head`.
    fn typed(&self, at: usize, head: &Lookup, kind: PlaceKind) -> Option<(Extent, RuleId, Option<EntryId>)> {
        if self.stays_outside(at, kind)
            || self.in_type(at, head.extent.end(), kind)
            || head.extent.end() >= self.body.end()
        {
            return None;
        }
        let end = typed_end(self.board, head.extent.end()).filter(|&end| end <= self.body.end())?;
        let extent = Extent::new(at, end);
        let known = self.board.longest_at(head.extent.end(), |kind| matches!(kind, EntryKind::Place(_)));
        if extent == self.body || known.is_none() && !self.is_whole(end) {
            return None;
        }
        let rule = if known.is_some() { "place.typed-known" } else { "place.typed-run" };
        Some((extent, rule, known.map(|known| known.entry)))
    }

    /// True where a run of capitals that ends at `end` is not the beginning of a common noun (`Cổng Thông tin điện tử`).
    fn is_whole(&self, end: usize) -> bool {
        end == self.body.end()
            || self.board.token(end).is_none_or(|next| next.shape != Shape::Lower)
            || self.board.lookups_at(end).iter().any(|lookup| matches!(lookup.kind, EntryKind::PlaceHead(_)))
    }

    /// `nước Cộng hòa Pháp`, `khu vực Nam Bộ`: type words that are not of the place's name.
    fn stays_outside(&self, at: usize, kind: PlaceKind) -> bool {
        kind == PlaceKind::Country
            || kind == PlaceKind::Region && [w!("vùng"), w!("khu")].contains(&self.board.doc.word(at))
    }

    /// True where the words up to `end` are part of a body's type that begins before `at`: `Quân khu 2` has no `khu 2`. The
    /// type words of units stand by themselves there: `Công an tỉnh`.
    fn in_type(&self, at: usize, end: usize, kind: PlaceKind) -> bool {
        let unit = matches!(kind, PlaceKind::City | PlaceKind::Province | PlaceKind::District | PlaceKind::Commune);
        !unit
            && (self.body.first().max(at.saturating_sub(4))..at).any(|first| {
                let is_type =
                    |lookup: &Lookup| matches!(lookup.kind, EntryKind::BodyHead(_)) && lookup.extent.end() >= end;
                self.board.lookups_at(first).iter().any(is_type)
            })
    }
}

/// A capital that is no Vietnamese syllable.
fn is_foreign(token: Option<&Token>) -> bool {
    token.is_some_and(|token| token.shape.is_capital() && !token.is(Classes::SYLLABLE))
}
