//! What the normaliser repaired, counted, for the warnings of a record.

/// One kind of repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Repair {
    /// Letters whose marks stood apart, doubled or out of order.
    Composed,
    /// The Icelandic `Ð ð` (or African `Ɖ`) for `Đ đ`.
    Eth,
    /// A Cyrillic or Greek letter inside a Latin word.
    LookAlike,
    /// A no-break or other odd space.
    Space,
    /// Zero-width characters, soft hyphens, byte order marks, direction marks.
    Invisible,
    /// Control characters.
    Control,
    /// Private-use characters: the bullets of some symbol font, mostly.
    PrivateUse,
    /// A combining mark with no letter to stand on.
    StrayMark,
    /// `\r\n`, `\r`, form feeds and the like for `\n`.
    LineBreak,
    /// `‐` or the no-break hyphen for `-`.
    Hyphen,
}

impl Repair {
    /// All kinds, in the order of [`Repairs::iter`].
    pub const ALL: [Self; 10] = [
        Self::Composed,
        Self::Eth,
        Self::LookAlike,
        Self::Space,
        Self::Invisible,
        Self::Control,
        Self::PrivateUse,
        Self::StrayMark,
        Self::LineBreak,
        Self::Hyphen,
    ];

    /// What was done, to be read after a count: `3` `combining marks composed`.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Composed => "letters with marks composed",
            Self::Eth => "eth read as đ",
            Self::LookAlike => "Cyrillic or Greek look-alikes read as Latin",
            Self::Space => "odd spaces read as a space",
            Self::Invisible => "invisible characters passed over",
            Self::Control => "control characters passed over",
            Self::PrivateUse => "private-use characters passed over",
            Self::StrayMark => "stray combining marks passed over",
            Self::LineBreak => "line breaks read as a line feed",
            Self::Hyphen => "hyphens read as -",
        }
    }
}

/// How often each kind of repair was made in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Repairs {
    counts: [u32; Repair::ALL.len()],
}

impl Repairs {
    /// How many of `kind` were made.
    #[must_use]
    pub fn count(&self, kind: Repair) -> u32 {
        self.counts.get(kind as usize).copied().unwrap_or(0)
    }

    /// True where nothing was repaired.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.iter().all(|&count| count == 0)
    }

    /// The kinds that were made, with their counts.
    pub fn iter(&self) -> impl Iterator<Item = (Repair, u32)> + '_ {
        Repair::ALL.into_iter().map(|kind| (kind, self.count(kind))).filter(|&(_, count)| count > 0)
    }

    /// One line a kind: `3 odd spaces read as a space`.
    pub fn messages(&self) -> impl Iterator<Item = String> + '_ {
        self.iter().map(|(kind, count)| format!("{count} {}", kind.what()))
    }

    pub(crate) fn add(&mut self, kind: Repair) {
        if let Some(count) = self.counts.get_mut(kind as usize) {
            *count = count.saturating_add(1);
        }
    }
}
