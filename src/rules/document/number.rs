//! Numbers of documents: `30/2020/NĐ-CP`, `05-CT/TƯ`, `45/2019/QH14`, also with stray spaces and dashes, in one reading.
//!
//! Forms: Nghị định 30/2020/NĐ-CP (state), Quy định 66-QĐ/TW (party), Luật Ban hành văn bản quy phạm pháp luật (laws).

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Gap, Shape};
use crate::rules::document::tables::Tables;
use crate::w;

/// A number as read from the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// Canonical: `05-CT/TW`, `29/2025/NĐ-CP`, `19`.
    pub(crate) canonical: String,
    /// The code of the issuer: `TW`, `CP`, `QH14`.
    pub(crate) issuer: Option<String>,
    /// The year in it.
    pub(crate) year: Option<u16>,
    /// True where it is digits alone: `19` in `Nghị quyết 19`.
    pub(crate) bare: bool,
    /// The token after it.
    pub(crate) end: usize,
}

/// Tokens that a number may take: more are no number.
const LONGEST: usize = 12;

/// The number that begins with the token `at`, a number or code.
pub(crate) fn read(doc: &Annotated<'_>, at: usize) -> Option<Number> {
    if !matches!(doc.shape(at), Shape::Number | Shape::Code)
        || !doc.token_text(at).starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let mut written = doc.token_text(at).to_owned();
    let mut end = at + 1;
    while end < at + LONGEST {
        let Some((piece, next)) = piece_at(doc, end, &written) else { break };
        written.push_str(&piece);
        end = next;
    }
    if let Some((spaced, next)) = spaced_year(doc, end, &written)
        .or_else(|| spaced_code(doc, end, &written))
        .or_else(|| spaced_issuer(doc, end, &written))
    {
        (written, end) = (spaced, next);
    }
    finish(&written, end).or_else(|| finish(doc.token_text(at), at + 1))
}

/// A separator and what follows it, where it goes on with the number: ` /2025/NĐ-CP`, `- QĐ`, `–KL`.
fn piece_at(doc: &Annotated<'_>, at: usize, written: &str) -> Option<(String, usize)> {
    let mark = match doc.word(at) {
        word if word == w!("/") => '/',
        word if word == w!("-") || matches!(doc.token_text(at), "-" | "–" | "—" | "‑") => '-',
        _ => return None,
    };
    let (before, after) = (doc.gap(at), doc.gap(at + 1));
    if before > Gap::Wrap || after > Gap::Wrap {
        return None;
    }
    let piece = doc.token_text(at + 1);
    let apart = before != Gap::None && after != Gap::None;
    let fits = match doc.shape(at + 1) {
        Shape::Number => {
            mark == '/' && is_year(piece) || mark == '/' && !apart && is_digits(piece) && is_digits(written)
        }
        Shape::Code => mark == '/' || !apart,
        Shape::Upper | Shape::Mixed | Shape::Title => {
            let tables = Tables::get();
            let known = tables.type_code(piece).is_some() || tables.issuer(piece).is_some();
            known || !apart && doc.shape(at + 1) != Shape::Title
        }
        Shape::Lower | Shape::Punct => false,
    };
    fits.then(|| (format!("{mark}{piece}"), at + 2))
}

/// `38 2024 TT-BGTVT`: the slashes round the year were lost.
fn spaced_year(doc: &Annotated<'_>, at: usize, written: &str) -> Option<(String, usize)> {
    let (year, code) = (doc.token_text(at), doc.token_text(at + 1));
    let near = doc.gap(at) == Gap::Space && doc.gap(at + 1) == Gap::Space;
    if !near || !is_digits(written) || !is_year(year) || !doc.shape(at + 1).is_capital() {
        return None;
    }
    Tables::get().type_code(code)?;
    let issuer = doc.token_text(at + 3);
    let joined = doc.token_text(at + 2) == "-" && doc.gap(at + 2) == Gap::None && doc.gap(at + 3) == Gap::None;
    (joined && doc.shape(at + 3).is_capital()).then(|| (format!("{written}/{year}/{code}-{issuer}"), at + 4))
}

/// `3044/QĐ UBND`: the dash before the issuer was lost.
fn spaced_issuer(doc: &Annotated<'_>, at: usize, written: &str) -> Option<(String, usize)> {
    let (_, kind) = written.rsplit_once('/')?;
    let tables = Tables::get();
    if doc.gap(at) != Gap::Space || !doc.shape(at).is_capital() || kind.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    tables.type_code(kind)?;
    let (issuer, _) = tables.issuer(doc.token_text(at))?;
    Some((format!("{written}-{issuer}"), at + 1))
}

/// `136 CĐ TTg`, `212 KL TW`: the separators were lost, the codes of type and issuer are known.
fn spaced_code(doc: &Annotated<'_>, at: usize, written: &str) -> Option<(String, usize)> {
    if !written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/')
        || doc.gap(at) != Gap::Space
        || doc.gap(at + 1) != Gap::Space
    {
        return None;
    }
    let tables = Tables::get();
    let code = tables.type_code(doc.token_text(at)).filter(|_| doc.shape(at).is_capital())?;
    let (issuer, _) = tables.issuer(doc.token_text(at + 1)).filter(|_| doc.shape(at + 1).is_capital())?;
    let party = matches!(issuer, "TW" | "TU" | "HU" | "QU" | "ĐU");
    Some((if party { format!("{written}-{code}/{issuer}") } else { format!("{written}/{code}-{issuer}") }, at + 2))
}

/// The number that `written` is, if it has the form of one.
fn finish(written: &str, end: usize) -> Option<Number> {
    if is_digits(written) {
        return (written.len() <= 5).then(|| Number {
            canonical: written.to_owned(),
            issuer: None,
            year: None,
            bare: true,
            end,
        });
    }
    let mut pieces = written.split('/');
    let (first, rest): (&str, Vec<&str>) = (pieces.next()?, pieces.collect());
    let year = rest.first().filter(|piece| is_year(piece)).and_then(|piece| piece.parse().ok());
    let has_letter = written.chars().any(char::is_alphabetic);
    if !has_letter {
        // `Nghị định 30/2020`
        let plain = rest.len() == 1 && year.is_some() && is_digits(first);
        return plain.then(|| Number { canonical: written.to_owned(), issuer: None, year, bare: false, end });
    }
    let body = first.split('-').next()?;
    let counted = !body.is_empty() && body.chars().take_while(char::is_ascii_digit).count() > 0 && body.len() <= 8;
    if !counted || !written.contains(['/', '-']) {
        return None;
    }
    let (canonical, issuer) = canonical(written);
    Some(Number { canonical, issuer, year, bare: false, end })
}

/// The canonical form and the code of the issuer.
fn canonical(written: &str) -> (String, Option<String>) {
    let tables = Tables::get();
    let mut out = String::with_capacity(written.len());
    let mut last = "";
    for (count, piece) in written.split('/').enumerate() {
        if count > 0 {
            out.push('/');
        }
        for (part, code) in piece.split('-').enumerate() {
            if part > 0 {
                out.push('-');
            }
            let code = without_tail(tables, code.trim_end_matches('.'));
            let fixed = match code {
                "TƯ" | "T.Ư" | "T.W" => "TW",
                "" => "",
                _ => tables.issuer(code).map(|(issuer, _)| issuer).or_else(|| tables.type_code(code)).unwrap_or(code),
            };
            if let Some((kind, issuer)) = joined(tables, fixed).filter(|_| count > 0 && !piece.contains('-')) {
                // `129/CĐTTg`: the dash between type and issuer was lost.
                out.push_str(kind);
                out.push('-');
                out.push_str(issuer);
                last = issuer;
                continue;
            }
            out.push_str(fixed);
            if fixed.chars().any(char::is_alphabetic) {
                last = fixed;
            }
        }
    }
    let issuer = (!last.is_empty()).then(|| last.to_owned());
    (out, issuer)
}

/// `175/2024/NĐ-CPngày`: a known code, without the word that lost its space.
fn without_tail<'c>(tables: &Tables, code: &'c str) -> &'c str {
    let is_known = |code: &str| tables.issuer(code).is_some() || tables.type_code(code).is_some();
    ["ngày", "năm", "của", "về"]
        .iter()
        .find_map(|tail| code.strip_suffix(tail).filter(|code| is_known(code)))
        .unwrap_or(code)
}

/// The codes of type and issuer that were written as one: `CĐTTg`.
fn joined<'c>(tables: &Tables, code: &'c str) -> Option<(&'static str, &'c str)> {
    if tables.issuer(code).is_some() || tables.type_code(code).is_some() {
        return None;
    }
    ["NĐ", "QĐ", "CĐ", "CT", "NQ", "TT", "TB", "KH"].iter().find_map(|kind| {
        let issuer = code.strip_prefix(kind)?;
        tables.issuer(issuer).map(|_| (*kind, issuer))
    })
}

pub(crate) fn is_year(text: &str) -> bool {
    text.len() == 4 && is_digits(text) && (text.starts_with("19") || text.starts_with("20"))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
