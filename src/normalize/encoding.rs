//! The encodings that texts come in, by name.

use std::fmt;
use std::str::FromStr;

use crate::model::error::{Error, ErrorKind};

/// An encoding of Vietnamese text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, least byte first.
    Utf16Le,
    /// UTF-16, most significant byte first.
    Utf16Be,
    /// Windows code page 1258: letters with their modifier, and combining tone marks.
    Windows1258,
    /// TCVN 5712 as the ABC fonts (`.VnTime`) have it. Capitals with tone marks stand in fonts of their own under the
    /// codes of the small letters, so they come out small.
    Tcvn3,
    /// The full set of TCVN 5712-1:1993, with its capitals among the control codes.
    Tcvn5712,
    /// VNI for Windows: a letter, then its marks as one byte.
    Vni,
    /// VIQR (RFC 1456): marks as ASCII punctuation after the letter.
    Viqr,
    /// VISCII 1.1 (RFC 1456).
    Viscii,
    /// VPS, of the Vietnamese Professionals Society.
    Vps,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1258,
        Self::Tcvn3,
        Self::Tcvn5712,
        Self::Vni,
        Self::Viqr,
        Self::Viscii,
        Self::Vps,
    ];

    /// Its name, in small letters: `utf-8`, `windows-1258`, `tcvn3`, …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1258 => "windows-1258",
            Self::Tcvn3 => "tcvn3",
            Self::Tcvn5712 => "tcvn5712-1",
            Self::Vni => "vni",
            Self::Viqr => "viqr",
            Self::Viscii => "viscii",
            Self::Vps => "vps",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Encoding {
    type Err = Error;

    /// By [`name`](Encoding::name), whatever the case, and by the other names in use (`ABC`, `CP1258`, `VNI-Windows`).
    fn from_str(name: &str) -> Result<Self, Error> {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        match plain.as_str() {
            "utf8" | "ascii" | "usascii" => Ok(Self::Utf8),
            "utf16le" | "utf16" => Ok(Self::Utf16Le),
            "utf16be" => Ok(Self::Utf16Be),
            "windows1258" | "cp1258" => Ok(Self::Windows1258),
            "tcvn3" | "abc" | "tcvn" | "tcvn3abc" => Ok(Self::Tcvn3),
            "tcvn5712" | "tcvn57121" | "tcvn571211993" | "vscii" => Ok(Self::Tcvn5712),
            "vni" | "vniwindows" | "vniwin" => Ok(Self::Vni),
            "viqr" | "vietnet" => Ok(Self::Viqr),
            "viscii" | "viscii11" => Ok(Self::Viscii),
            "vps" => Ok(Self::Vps),
            _ => {
                let names = Self::ALL.map(Self::name).join(", ");
                Err(Error::new(ErrorKind::Usage, format!("no encoding is called {name:?}; there are {names}")))
            }
        }
    }
}
