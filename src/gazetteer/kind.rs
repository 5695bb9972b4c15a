//! What a row of a dictionary names: [`EntryKind`], and how kinds are spelled in the column `kind`.

/// What a dictionary row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryKind {
    /// An office-holder's full name: `person`.
    Person,
    /// A post, rank, degree, profession or honour without what it is of: `title.post` (`Chủ tịch`, `Bí thư`).
    Title(TitleKind),
    /// A word that changes a title: `modifier.before` (`nguyên`, `Phó`), `modifier.after` (`Thường trực`).
    Modifier(ModifierPlace),
    /// The whole name of one body: `body.state` (`Quốc hội`).
    Body(BodyKind),
    /// The words that names of bodies begin with: `body-head.company` (`công ty`, `tổng công ty`).
    BodyHead(BodyKind),
    /// The name of a place without its type word, unless that belongs to it: `place.province` (`Nghệ An`).
    Place(PlaceKind),
    /// The type of a place: `place-head.district` (`huyện`, `H.`).
    PlaceHead(PlaceKind),
    /// What stands before a person's name and is no title: `honorific` (`ông`, `đồng chí`).
    Honorific,
    /// A verb of saying of two or more words: `saying` (`cho biết`).
    Saying,
    /// A type of document: `document.type` (`Nghị định`).
    DocumentType,
    /// A document known by its name: `document.name` (`Luật Đất đai`).
    DocumentName,
    /// The code of an issuer in document numbers: `issuer` (`BXD`).
    Issuer,
    /// A word of several syllables within which no shorter name is found: `compound` (`pháp luật` is not of `Pháp`).
    Compound,
    /// What a name mostly is in many articles, counted, not known: `seen.person`. Evidence for the weights alone.
    Seen(SeenKind),
}

/// What a name mostly is in many articles: always but for one in ten, seldom met but always, or mostly (six in ten).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum SeenKind {
    Person,
    PersonRare,
    PersonMostly,
    Body,
    BodyRare,
    BodyMostly,
    Place,
    PlaceRare,
    PlaceMostly,
    /// Capitals that are no name: `Ngữ Văn`, `Android`.
    Other,
    OtherRare,
    OtherMostly,
}

/// What sort of title it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TitleKind {
    /// An office or post: `Chủ tịch`. Offices count also without a name beside them.
    Post,
    /// A member of a body: `Ủy viên`, `đại biểu`.
    Member,
    /// A rank of the forces: `Thượng tướng`.
    Rank,
    /// An academic degree or rank: `PGS.TS`.
    Degree,
    /// A profession, which counts only beside a name: `luật sư`.
    Profession,
    /// An honour: `Nghệ sĩ Nhân dân`, `Anh hùng Lao động`.
    Honour,
    /// An office of a religion or a court of old: `Hòa thượng`, `Linh mục`, `Vua`.
    Religious,
}

/// Where a modifier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ModifierPlace {
    /// Before the head: `nguyên Chủ tịch`.
    Before,
    /// After the head: `Chủ tịch danh dự`.
    After,
}

/// What sort of body it is; the names are those of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum BodyKind {
    Party,
    State,
    Government,
    Assembly,
    Court,
    Military,
    Police,
    Company,
    School,
    Hospital,
    Press,
    Union,
    International,
    Club,
    Other,
}

/// What sort of place it is; the names are those of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum PlaceKind {
    Country,
    Province,
    District,
    Commune,
    Hamlet,
    Street,
    Region,
    Water,
    Island,
    Mountain,
    City,
    Site,
    Other,
}

/// Which capitals of the row a text must have for a hit. An abbreviation in capitals must always stand in capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// All of them.
    Exact,
    /// That of the first word.
    Lead,
    /// None.
    Any,
}

macro_rules! spelled {
    ($kind:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        impl $kind {
            /// Every kind, in the order of the record's documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As spelled in dictionaries and records.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The kind that `text` spells.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

spelled!(TitleKind {
    Post = "post",
    Member = "member",
    Rank = "rank",
    Degree = "degree",
    Profession = "profession",
    Honour = "honour",
    Religious = "religious",
});

spelled!(SeenKind {
    Person = "person",
    PersonRare = "person-rare",
    PersonMostly = "person-mostly",
    Body = "body",
    BodyRare = "body-rare",
    BodyMostly = "body-mostly",
    Place = "place",
    PlaceRare = "place-rare",
    PlaceMostly = "place-mostly",
    Other = "other",
    OtherRare = "other-rare",
    OtherMostly = "other-mostly",
});

spelled!(ModifierPlace { Before = "before", After = "after" });

spelled!(BodyKind {
    Party = "party",
    State = "state",
    Government = "government",
    Assembly = "assembly",
    Court = "court",
    Military = "military",
    Police = "police",
    Company = "company",
    School = "school",
    Hospital = "hospital",
    Press = "press",
    Union = "union",
    International = "international",
    Club = "club",
    Other = "other",
});

spelled!(PlaceKind {
    Country = "country",
    Province = "province",
    District = "district",
    Commune = "commune",
    Hamlet = "hamlet",
    Street = "street",
    Region = "region",
    Water = "water",
    Island = "island",
    Mountain = "mountain",
    City = "city",
    Site = "site",
    Other = "other",
});

impl EntryKind {
    /// The kind that `text` spells in the column `kind`: `person`, `title.post`, `body-head.company`, …
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (family, member) = text.split_once('.').unwrap_or((text, ""));
        match family {
            "person" if member.is_empty() => Some(Self::Person),
            "title" => TitleKind::parse(member).map(Self::Title),
            "modifier" => ModifierPlace::parse(member).map(Self::Modifier),
            "body" => BodyKind::parse(member).map(Self::Body),
            "body-head" => BodyKind::parse(member).map(Self::BodyHead),
            "place" => PlaceKind::parse(member).map(Self::Place),
            "place-head" => PlaceKind::parse(member).map(Self::PlaceHead),
            "honorific" if member.is_empty() => Some(Self::Honorific),
            "saying" if member.is_empty() => Some(Self::Saying),
            "document" if member == "type" => Some(Self::DocumentType),
            "document" if member == "name" => Some(Self::DocumentName),
            "issuer" if member.is_empty() => Some(Self::Issuer),
            "seen" => SeenKind::parse(member).map(Self::Seen),
            "compound" if member.is_empty() => Some(Self::Compound),
            _ => None,
        }
    }

    /// The two parts of its spelling: `("title", "post")`, `("person", "")`.
    #[must_use]
    pub const fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Person => ("person", ""),
            Self::Title(kind) => ("title", kind.as_str()),
            Self::Modifier(place) => ("modifier", place.as_str()),
            Self::Body(kind) => ("body", kind.as_str()),
            Self::BodyHead(kind) => ("body-head", kind.as_str()),
            Self::Place(kind) => ("place", kind.as_str()),
            Self::PlaceHead(kind) => ("place-head", kind.as_str()),
            Self::Honorific => ("honorific", ""),
            Self::Saying => ("saying", ""),
            Self::DocumentType => ("document", "type"),
            Self::DocumentName => ("document", "name"),
            Self::Issuer => ("issuer", ""),
            Self::Seen(kind) => ("seen", kind.as_str()),
            Self::Compound => ("compound", ""),
        }
    }

    /// The capitals that a row of this kind asks for, where its column `case` says nothing. `words` is the length of
    /// the name in tokens: the press writes only the first word of a long body's name with a capital
    /// (`Ban chấp hành Trung ương`).
    #[must_use]
    pub const fn default_case(self, words: usize) -> Case {
        match self {
            Self::Person | Self::Place(_) | Self::Issuer | Self::Seen(_) | Self::Compound => Case::Exact,
            Self::Body(_) | Self::DocumentName => {
                if words >= 3 {
                    Case::Lead
                } else {
                    Case::Exact
                }
            }
            Self::Title(_)
            | Self::Modifier(_)
            | Self::BodyHead(_)
            | Self::PlaceHead(_)
            | Self::Honorific
            | Self::Saying
            | Self::DocumentType => Case::Any,
        }
    }
}
