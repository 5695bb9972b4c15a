//! Words before a title that tell of a post: `giữ chức`, `được bầu làm`, `thôi chức vụ`, `với cương vị`, `là`.

use crate::gazetteer::annotated::Annotated;
use crate::model::token::Word;
use crate::resolve::words;
use crate::w;

/// What the words before a title say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// Somebody has, gets or loses it: `giữ chức`, `làm`, `thôi giữ chức`, `học vị`.
    Holds,
    /// It is given or taken: `bổ nhiệm`, `bầu`, `phê chuẩn`, `cách chức`. The one before may be the giver.
    Gives,
    /// The post as such: `chức danh`, `chức vụ`, `tư cách`.
    Post,
    /// A position from which somebody acts: `với cương vị`, `trong vai trò`.
    Station,
    /// `là`.
    Is,
    /// Somebody acts in the name of it or aspires to it: `thay mặt`, `KT.`, `thừa ủy quyền của`, `ứng cử viên`: no holder
    /// follows.
    Proxy,
}

/// The cue that ends right before token `at`, not reaching before `floor`; and its first token.
#[must_use]
pub fn before(doc: &Annotated<'_>, at: usize, floor: usize) -> Option<(Cue, usize)> {
    let mut end = at;
    while end > floor && (words::is_markup(doc, end - 1) || matches!(doc.token_text(end - 1), ":" | ".")) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|&last| last >= floor)?;
    // `trên cương vị mới là`, `với tư cách là`, `qua các chức vụ như`, `thừa ủy quyền của`
    let mut noun = last;
    while noun > floor
        && last - noun < 3
        && matches!(doc.token_text(noun), "là" | "mới" | "như" | "gồm" | "sau" | "đây" | "của" | "công" | "tác")
    {
        noun -= 1;
    }
    for at in [last, noun] {
        let Some(first) = at.checked_sub(1).filter(|&first| first >= floor) else { continue };
        let pair = PAIRS.iter().find(|&&(one, two, _)| one == doc.word(first) && two == doc.word(at));
        let proxied = |cue: &Cue| *cue == Cue::Proxy && doc.word(last) == w!("của");
        if let Some(&(_, _, cue)) = pair.filter(|(_, _, cue)| {
            let noun = matches!(cue, Cue::Station | Cue::Post | Cue::Holds) && doc.word(last) != w!("của");
            at == last || noun || proxied(cue)
        }) {
            return Some(strengthen(doc, cue, first, floor));
        }
    }
    let single = SINGLE.iter().find(|&&(word, _)| word == doc.word(last));
    single.map(|&(_, cue)| strengthen(doc, cue, last, floor))
}

/// `giữ chức vụ`, `thôi chức vụ`, `đảm nhiệm chức danh`, `giữ cương vị`, `trải qua nhiều vị trí`: somebody has or loses it.
fn strengthen(doc: &Annotated<'_>, cue: Cue, from: usize, floor: usize) -> (Cue, usize) {
    const VERBS: [Word; 10] = [
        w!("giữ"),
        w!("thôi"),
        w!("nhận"),
        w!("nhiệm"),
        w!("trao"),
        w!("kiêm"),
        w!("rời"),
        w!("qua"),
        w!("trải"),
        w!("nắm"),
    ];
    const GIVEN: [Word; 3] = [w!("bổ"), w!("miễn"), w!("bãi")];
    let mut noun = from;
    while noun > floor && from - noun < 3 && (words::is_plural(doc, noun - 1) || doc.word(noun - 1) == w!("một")) {
        noun -= 1;
    }
    let verb = noun.checked_sub(1).filter(|&verb| verb >= floor && VERBS.contains(&doc.word(verb)));
    match (cue, verb) {
        (Cue::Post, Some(verb))
            if doc.word(verb) == w!("nhiệm") && verb > floor && GIVEN.contains(&doc.word(verb - 1)) =>
        {
            (Cue::Gives, verb - 1)
        }
        (Cue::Post | Cue::Station, Some(verb)) => (Cue::Holds, verb),
        _ => (cue, from),
    }
}

const PAIRS: [(Word, Word, Cue); 54] = [
    (w!("giữ"), w!("chức"), Cue::Holds),
    (w!("thôi"), w!("chức"), Cue::Holds),
    (w!("nhận"), w!("chức"), Cue::Holds),
    (w!("cách"), w!("chức"), Cue::Gives),
    (w!("miễn"), w!("chức"), Cue::Gives),
    (w!("trở"), w!("thành"), Cue::Holds),
    (w!("giành"), w!("chức"), Cue::Holds),
    (w!("nhậm"), w!("chức"), Cue::Holds),
    (w!("từ"), w!("chức"), Cue::Holds),
    (w!("đắc"), w!("cử"), Cue::Holds),
    (w!("trúng"), w!("cử"), Cue::Holds),
    (w!("tốt"), w!("nghiệp"), Cue::Holds),
    (w!("có"), w!("bằng"), Cue::Holds),
    (w!("lấy"), w!("bằng"), Cue::Holds),
    (w!("nhận"), w!("bằng"), Cue::Holds),
    (w!("đảm"), w!("nhiệm"), Cue::Holds),
    (w!("đảm"), w!("nhận"), Cue::Holds),
    (w!("kiêm"), w!("nhiệm"), Cue::Holds),
    (w!("kiêm"), w!("giữ"), Cue::Holds),
    (w!("học"), w!("vị"), Cue::Holds),
    (w!("học"), w!("hàm"), Cue::Holds),
    (w!("quân"), w!("hàm"), Cue::Holds),
    (w!("bậc"), w!("hàm"), Cue::Holds),
    (w!("cấp"), w!("hàm"), Cue::Holds),
    (w!("nghiệp"), w!("vụ"), Cue::Holds),
    (w!("trình"), w!("độ"), Cue::Holds),
    (w!("danh"), w!("hiệu"), Cue::Holds),
    (w!("bổ"), w!("nhiệm"), Cue::Gives),
    (w!("miễn"), w!("nhiệm"), Cue::Gives),
    (w!("bãi"), w!("nhiệm"), Cue::Gives),
    (w!("phê"), w!("chuẩn"), Cue::Gives),
    (w!("chỉ"), w!("định"), Cue::Gives),
    (w!("tiến"), w!("cử"), Cue::Gives),
    (w!("đề"), w!("cử"), Cue::Gives),
    (w!("chức"), w!("danh"), Cue::Post),
    (w!("chức"), w!("vụ"), Cue::Post),
    (w!("vị"), w!("trí"), Cue::Station),
    (w!("tư"), w!("cách"), Cue::Station),
    (w!("cương"), w!("vị"), Cue::Station),
    (w!("vai"), w!("trò"), Cue::Station),
    (w!("trách"), w!("nhiệm"), Cue::Station),
    (w!("thay"), w!("mặt"), Cue::Proxy),
    (w!("ủy"), w!("quyền"), Cue::Proxy),
    (w!("thừa"), w!("lệnh"), Cue::Proxy),
    (w!("ủy"), w!("nhiệm"), Cue::Proxy),
    (w!("cử"), w!("viên"), Cue::Proxy),
    (w!("ứng"), w!("viên"), Cue::Proxy),
    (w!("tranh"), w!("cử"), Cue::Proxy),
    (w!("bầu"), w!("cử"), Cue::Proxy),
    (w!("tranh"), w!("chức"), Cue::Proxy),
    (w!("tín"), w!("nhiệm"), Cue::Gives),
    (w!("giới"), w!("thiệu"), Cue::Gives),
    (w!("coi"), w!("là"), Cue::Holds),
    (w!("xem"), w!("là"), Cue::Holds),
];

const SINGLE: [(Word, Cue); 13] = [
    (w!("chức"), Cue::Post),
    (w!("làm"), Cue::Holds),
    (w!("giữ"), Cue::Holds),
    (w!("bầu"), Cue::Gives),
    (w!("cử"), Cue::Gives),
    (w!("phong"), Cue::Gives),
    (w!("hàm"), Cue::Holds),
    (w!("là"), Cue::Is),
    (w!("kt"), Cue::Proxy),
    (w!("tm"), Cue::Proxy),
    (w!("tl"), Cue::Proxy),
    (w!("tuq"), Cue::Proxy),
    (w!("t/m"), Cue::Proxy),
];
