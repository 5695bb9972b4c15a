//! What sort of title it is: an office that one person holds, or a rank, degree, profession or seat that many have.

use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::model::token::Word;
use crate::w;

/// True for an office of authority (`Bí thư Tỉnh ủy`, `Phó Giám đốc`, `Tổng thống`); false for ranks, degrees,
/// professions and seats (`Đại tá`, `Tiến sĩ`, `HLV`, `Ủy viên Bộ Chính trị`, `đại biểu Quốc hội`).
#[must_use]
pub fn is_office(doc: &Annotated<'_>, extent: Extent) -> bool {
    const MARKS: [Word; 24] = [
        w!("trưởng"),
        w!("phó"),
        w!("tịch"),
        w!("đốc"),
        w!("chánh"),
        w!("trực"),
        w!("sứ"),
        w!("ngôn"),
        w!("vương"),
        w!("hoàng"),
        w!("chủ"),
        w!("tập"),
        w!("hiến"),
        w!("nhiệm"),
        w!("thủ"),
        w!("quyền"),
        w!("thống"),
        w!("tổng"),
        w!("thị"),
        w!("ttg"),
        w!("ttgcp"),
        w!("pttg"),
        w!("pttgcp"),
        w!("lý"),
    ];
    let at = extent.first();
    let secretary =
        |at: usize| doc.word(at) == w!("thư") && matches!(doc.token_text(at.saturating_sub(1)), "Bí" | "bí" | "BÍ");
    if doc.word(at) == w!("ủy") || (doc.word(at) == w!("đại") && doc.word(at + 1) != w!("sứ")) {
        return false;
    }
    extent.range().take(5).any(|at| MARKS.contains(&doc.word(at)) || secretary(at))
}

/// True for an office that one person alone holds at a time in its body: no deputy, no former one.
#[must_use]
pub fn is_sole(doc: &Annotated<'_>, extent: Extent) -> bool {
    const NOT: [Word; 5] = [w!("phó"), w!("nguyên"), w!("cựu"), w!("cố"), w!("thứ")];
    is_office(doc, extent) && !extent.range().take(3).any(|at| NOT.contains(&doc.word(at)))
}

/// True where the title names many posts at once: `Chủ tịch UBND các tỉnh`, `Giám đốc các sở`.
#[must_use]
pub fn is_general(doc: &Annotated<'_>, extent: Extent) -> bool {
    // One body of many: `Ủy ban về các vấn đề xã hội`, `Khối các cơ quan`, `Hiệp hội các nhà đầu tư`.
    const ONE: [Word; 6] = [w!("về"), w!("khối"), w!("hội"), w!("đoàn"), w!("hiệp"), w!("giữa")];
    // `Bộ trưởng Tư pháp hai nước`
    let both = matches!(doc.token_text(extent.end()), "hai" | "các") && doc.token_text(extent.end() + 1) != "bên";
    both || extent.range().any(|at| {
        matches!(doc.token_text(at), "các" | "CÁC" | "những" | "mọi")
            && (at == extent.first() || !ONE.contains(&doc.word(at - 1)))
    })
}

/// The words of a name, for comparing: folded, with the common abbreviations of bodies spelled out, each with its token.
pub fn words(doc: &Annotated<'_>, extent: Extent) -> impl Iterator<Item = (usize, Word)> {
    let doc = *doc;
    let counts = move |&at: &usize| !matches!(doc.token_text(at), "." | "," | "*" | "|");
    extent.range().filter(counts).flat_map(move |at| expand(doc.word(at)).map(move |word| (at, word)))
}

/// The words that an abbreviation stands for; the word itself where it is none.
pub fn expand(word: Word) -> impl Iterator<Item = Word> {
    let long = ABBREVIATIONS.iter().find(|&&(short, _)| short == word).map(|&(_, long)| long);
    let one = if long.is_some() { None } else { Some(word) };
    long.unwrap_or_default().iter().copied().chain(one)
}

const ABBREVIATIONS: [(Word, &[Word]); 11] = [
    (w!("gtvt"), &[w!("giao"), w!("thông"), w!("vận"), w!("tải")]),
    (w!("ubnd"), &[w!("ủy"), w!("ban"), w!("nhân"), w!("dân")]),
    (w!("hđnd"), &[w!("hội"), w!("đồng"), w!("nhân"), w!("dân")]),
    (w!("tp"), &[w!("thành"), w!("phố")]),
    (w!("tw"), &[w!("trung"), w!("ương")]),
    (w!("tư"), &[w!("trung"), w!("ương")]),
    (w!("bch"), &[w!("ban"), w!("chấp"), w!("hành")]),
    (w!("mttq"), &[w!("mặt"), w!("trận"), w!("tổ"), w!("quốc")]),
    (w!("lđlđ"), &[w!("liên"), w!("đoàn"), w!("lao"), w!("động")]),
    (w!("hcm"), &[w!("hồ"), w!("chí"), w!("minh")]),
    (w!("tphcm"), &[w!("thành"), w!("phố"), w!("hồ"), w!("chí"), w!("minh")]),
];
