//! Laws, codes, ordinances and treaties by name: where the name ends, and the year or number that belongs to it.
//!
//! A known name ends where the dictionary says. An unknown one begins with a capital and runs over the words of its
//! sentence up to a mark, a word of grammar or a verb; it is taken only where something else says that a law is meant: a
//! year, a number, a provision before it, a verb of law-making.

use crate::gazetteer::annotated::Annotated;
use crate::model::mention::{Citation, RuleId};
use crate::model::span::Extent;
use crate::model::token::{Gap, Shape, Word};
use crate::rules::document::number::{self, is_year};
use crate::rules::document::tables::Tables;
use crate::rules::document::{BY_NAME, BY_NUMBER, Found};
use crate::w;

/// Tokens that the name of a law may take.
const LONGEST: usize = 24;

/// The citation of a law whose type word stands at `at..after`.
pub(crate) fn read(doc: &Annotated<'_>, at: usize, after: usize, kind: &str) -> Option<Found> {
    if belongs_to_other_name(doc, at) {
        return None;
    }
    if let Some(found) = numbered(doc, at, after, kind) {
        return Some(found);
    }
    if doc.word(after) == w!("sửa") && doc.word(after + 1) == w!("đổi") {
        return amending(doc, at, after, kind);
    }
    let tables = Tables::get();
    let capital = doc.shape(at).is_capital();
    // A line break between `Luật` and a name that is known does not part them.
    let broken = || {
        let is_broken = doc.gap(after) == Gap::Line && doc.shape(after).is_capital() && after == at + 1;
        if is_broken { tables.law_after(doc, &[doc.word(at)], after) } else { None }
    };
    if let Some((law, end)) = tables.law_at(doc, at).or_else(broken) {
        let tail = Tail::read(doc, end);
        if capital || doc.shape(after).is_capital() || tail.year.is_some() || tail.number.is_some() {
            return Some(found(law.name, kind, at, end, tail, law.numbers));
        }
        return None;
    }
    let end = unknown_name_end(doc, after)?;
    let tail = Tail::read(doc, end);
    let sure = tail.year.is_some() || tail.number.is_some() || tail.amended || made_law(doc, at) || of_law(doc, end);
    let name = doc.slice(Extent::new(at, end)).split_whitespace().collect::<Vec<_>>().join(" ");
    sure.then(|| found(&name, kind, at, end, tail, ""))
}

/// `Luật số 45/2019/QH14`.
fn numbered(doc: &Annotated<'_>, at: usize, after: usize, kind: &str) -> Option<Found> {
    let mut first = after + usize::from(doc.word(after) == w!("số"));
    first += usize::from(first > after && doc.token_text(first) == ":");
    let number = number::read(doc, first).filter(|number| !number.bare && doc.gap(first) <= Gap::Line)?;
    let end = number.end;
    Some(Found { extent: Extent::new(at, end), rule: BY_NUMBER, citation: citation_of(kind, number) })
}

pub(crate) fn citation_of(kind: &str, number: number::Number) -> Citation {
    let key = if number.bare { format!("{kind} {}", number.canonical) } else { number.canonical.clone() };
    Citation {
        kind: kind.to_owned(),
        key,
        number: Some(number.canonical),
        year: number.year,
        issuer_code: number.issuer,
        ..Citation::default()
    }
}

fn found(name: &str, kind: &str, at: usize, end: usize, tail: Tail, numbers: &str) -> Found {
    let rule: RuleId = if tail.number.is_some() { BY_NUMBER } else { BY_NAME };
    let known = tail.year.and_then(|year| {
        let mut of_year =
            numbers.split(' ').filter(|number| number.split('/').nth(1) == Some(year.to_string().as_str()));
        of_year.next().filter(|_| of_year.next().is_none())
    });
    let key = match (&tail.number, known, tail.year) {
        (Some(number), _, _) => number.canonical.clone(),
        (None, Some(number), _) => number.to_owned(),
        (None, None, Some(year)) => format!("{} {year}", fold(name)),
        (None, None, None) => fold(name),
    };
    let number = tail.number.map(|number| (number.canonical, number.issuer, number.year));
    let (number, issuer_code, number_year) = number.map_or((None, None, None), |(n, i, y)| (Some(n), i, y));
    let citation = Citation {
        kind: kind.to_owned(),
        number,
        year: tail.year.or(number_year),
        issuer_code,
        key,
        ..Citation::default()
    };
    Found { extent: Extent::new(at, tail.end.max(end)), rule, citation }
}

pub(crate) fn fold(name: &str) -> String {
    name.to_lowercase().replace(',', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What follows a law's name and belongs to it: `năm 2013`, `2014`, `sửa đổi 2020`, `số 100/2015/QH13`, `(sửa đổi)`.
#[derive(Debug, Default)]
pub(crate) struct Tail {
    pub(crate) year: Option<u16>,
    number: Option<number::Number>,
    amended: bool,
    pub(crate) end: usize,
}

impl Tail {
    pub(crate) fn read(doc: &Annotated<'_>, end: usize) -> Self {
        let mut tail = Self { end, ..Self::default() };
        let near = |at: usize| doc.gap(at) <= Gap::Wrap;
        let amended = |at: usize| doc.word(at) == w!("sửa") && doc.word(at + 1) == w!("đổi");
        let mut at = end;
        let supplemented = |at: usize| if doc.follows(at, &[w!(","), w!("bổ"), w!("sung")]) { at + 3 } else { at };
        let closed = supplemented(at + 3);
        if doc.token_text(at) == "(" && near(at) && amended(at + 1) && doc.token_text(closed) == ")" {
            (tail.amended, tail.end, at) = (true, closed + 1, closed + 1);
        } else if amended(at) && near(at) {
            // The year must follow: `Luật Xây dựng sửa đổi 2020`, else a verb: `Luật Xây dựng sửa đổi các quy định`.
            at = supplemented(at + 2);
        }
        let year_at = at + usize::from(doc.word(at) == w!("năm"));
        if near(at) && is_year(doc.token_text(year_at)) && doc.gap(year_at) <= Gap::Wrap {
            tail.year = doc.token_text(year_at).parse().ok();
            tail.end = year_at + 1;
        } else if at == end
            && near(at)
            && let marked = doc.word(at) == w!("số")
            && (marked || doc.token_text(at).contains("/QH"))
            && let Some(number) = number::read(doc, at + usize::from(marked)).filter(|number| !number.bare)
        {
            tail.end = number.end;
            tail.number = Some(number);
        }
        tail
    }
}

/// `Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức năm 2019`: up to the last law named.
fn amending(doc: &Annotated<'_>, at: usize, after: usize, kind: &str) -> Option<Found> {
    let tables = Tables::get();
    let mut end = None;
    let mut next = after;
    while next < after + LONGEST * 2 && doc.gap(next) <= Gap::Wrap {
        let Some((law, law_end)) = law_or_run(doc, tables, next) else {
            let joins = [
                w!(","),
                w!("và"),
                w!("của"),
                w!("các"),
                w!("một"),
                w!("số"),
                w!("điều"),
                w!("sửa"),
                w!("đổi"),
                w!("bổ"),
                w!("sung"),
            ];
            if !joins.contains(&doc.word(next)) || end.is_some() && ![w!(","), w!("và")].contains(&doc.word(next)) {
                break;
            }
            next += 1;
            continue;
        };
        let tail = Tail::read(doc, law_end);
        next = tail.end;
        end = Some((law, tail));
    }
    let (_, tail) = end?;
    let name = doc.slice(Extent::new(at, tail.end)).to_owned();
    let end = tail.end;
    Some(found(&name, kind, at, end, Tail { year: tail.year, number: tail.number, amended: false, end }, ""))
}

/// The law named at `at` inside the name of another: known, or a run of words behind the type word.
fn law_or_run(doc: &Annotated<'_>, tables: &Tables, at: usize) -> Option<((), usize)> {
    if let Some((_, end)) = tables.law_at(doc, at) {
        return Some(((), end));
    }
    let after = match doc.word(at) {
        word if word == w!("luật") => at + 1,
        word if word == w!("bộ") && doc.word(at + 1) == w!("luật") => at + 2,
        word if word == w!("pháp") && doc.word(at + 1) == w!("lệnh") => at + 2,
        _ => return None,
    };
    unknown_name_end(doc, after).map(|end| ((), end))
}

/// The end of a name that no dictionary has, which begins at `first` with a capital.
pub(crate) fn unknown_name_end(doc: &Annotated<'_>, first: usize) -> Option<usize> {
    if !matches!(doc.shape(first), Shape::Title | Shape::Upper | Shape::Mixed) || doc.gap(first) > Gap::Wrap {
        return None;
    }
    let mut at = first + 1;
    while at < first + LONGEST && doc.shape(at).is_word() && doc.gap(at) <= Gap::Wrap && !stops_name(doc, at) {
        at += 1;
    }
    // `phòng, chống`: a comma before `chống` does not end the name.
    if doc.word(at) == w!(",") && doc.word(at + 1) == w!("chống") && doc.word(at - 1) == w!("phòng") {
        return unknown_rest(doc, at + 1, first);
    }
    Some(at)
}

fn unknown_rest(doc: &Annotated<'_>, from: usize, first: usize) -> Option<usize> {
    let mut at = from;
    while at < first + LONGEST && doc.shape(at).is_word() && doc.gap(at) <= Gap::Wrap && !stops_name(doc, at) {
        at += 1;
    }
    Some(at)
}

/// Words of grammar and verbs that follow a law's name and are no part of it.
fn stops_name(doc: &Annotated<'_>, at: usize) -> bool {
    const STOPS: &[Word] = &[
        w!("là"),
        w!("được"),
        w!("đã"),
        w!("sẽ"),
        w!("thì"),
        w!("có"),
        w!("không"),
        w!("cũng"),
        w!("này"),
        w!("đó"),
        w!("nêu"),
        w!("cho"),
        w!("tại"),
        w!("theo"),
        w!("để"),
        w!("do"),
        w!("khi"),
        w!("nếu"),
        w!("mà"),
        w!("bị"),
        w!("đang"),
        w!("còn"),
        w!("với"),
        w!("từ"),
        w!("trong"),
        w!("như"),
        w!("gồm"),
        w!("bao"),
        w!("hiện"),
        w!("vừa"),
        w!("năm"),
        w!("số"),
        w!("và"),
        w!("hoặc"),
        w!("hay"),
        w!("trên"),
        w!("về"),
        w!("nhưng"),
        w!("của"),
        w!("ngày"),
        w!("nhằm"),
        w!("phải"),
        w!("cần"),
        w!("chưa"),
        w!("vẫn"),
        w!("đến"),
        w!("lần"),
        w!("vào"),
        w!("gọi"),
        w!("thông"),
        w!("ban"),
        w!("sửa"),
        w!("cấm"),
    ];
    let word = doc.word(at);
    if doc.shape(at) != Shape::Lower {
        return word == w!("luật") || word == w!("bộ") && doc.word(at + 1) == w!("luật");
    }
    let pair = |second: Word| doc.word(at + 1) == second;
    STOPS.contains(&word)
        || word == w!("quy") && pair(w!("định"))
        || word == w!("yêu") && pair(w!("cầu"))
        || word == w!("ra") && pair(w!("đời"))
}

/// True where the words before the token `at` say that a law is meant: `thông qua`, `dự án`, `Điều 5`, `quy định của`.
fn made_law(doc: &Annotated<'_>, at: usize) -> bool {
    let back = |count: usize| at.checked_sub(count).map_or(Word(0), |before| doc.word(before));
    let pair = (back(2), back(1));
    let pairs = [
        (w!("thông"), w!("qua")),
        (w!("dự"), w!("án")),
        (w!("dự"), w!("thảo")),
        (w!("ban"), w!("hành")),
        (w!("sửa"), w!("đổi")),
        (w!("thi"), w!("hành")),
        (w!("định"), w!("của")),
        (w!("định"), w!("tại")),
        (w!("căn"), w!("cứ")),
        (w!("toàn"), w!("văn")),
        (w!("xây"), w!("dựng")),
        (w!("cứ"), w!("vào")),
        (w!("bổ"), w!("sung")),
    ];
    pairs.contains(&pair) || at > 0 && doc.shape(at - 1) == Shape::Number && back(2) == w!("điều")
}

/// True where what follows the token before `at` is said of laws: `quy định`, `có hiệu lực`.
fn of_law(doc: &Annotated<'_>, at: usize) -> bool {
    doc.follows(at, &[w!("quy"), w!("định")]) || doc.follows(at, &[w!("có"), w!("hiệu"), w!("lực")])
}

/// True where the word belongs to another name: `Đại học Luật Hà Nội`, `Công ty Luật …`, `Ủy ban Pháp luật`, `luật sư`.
fn belongs_to_other_name(doc: &Annotated<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| doc.gap(at) <= Gap::Wrap) else { return false };
    let word = doc.word(before);
    let names = [
        w!("học"),
        w!("ty"),
        w!("pháp"),
        w!("nhân"),
        w!("sĩ"),
        w!("sỹ"),
        w!("khoa"),
        w!("viện"),
        w!("trường"),
        w!("ngành"),
        w!("kỷ"),
        w!("kỉ"),
        w!("tnhh"),
        w!("báo"),
        w!("đoàn"),
        w!("hãng"),
        w!("dân"),
    ];
    names.contains(&word) || word == w!("phòng") && doc.word(before.saturating_sub(1)) == w!("văn")
}
