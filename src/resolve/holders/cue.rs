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
    /// Somebody else acts in the name of it: `thay mặt`, `KT.`, `thừa ủy quyền của`.
    Proxy,
    /// Somebody aspires to it: `ứng cử viên`. No holder follows.
    Aspires,
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
        && matches!(doc.token_text(noun), "là" | "mới" | "như" | "gồm" | "sau" | "đây" | "của" | "công" | "tác" | "từ")
    {
        noun -= 1;
    }
    for at in [last, noun] {
        let Some(first) = at.checked_sub(1).filter(|&first| first >= floor) else { continue };
        let pair = PAIRS.iter().find(|&&(one, two, _)| one == doc.word(first) && two == doc.word(at));
        let proxied = |cue: &Cue| *cue == Cue::Proxy && doc.word(last) == w!("của");
        if let Some(&(_, _, cue)) = pair.filter(|(_, _, cue)| {
            let noun = matches!(cue, Cue::Station | Cue::Post | Cue::Holds) && doc.word(last) != w!("của");
            // `được bổ nhiệm là A`
            let given = *cue == Cue::Gives && doc.word(last) == w!("là") && at + 1 == last;
            at == last || noun || proxied(cue) || given
        }) {
            return Some(strengthen(doc, cue, first, floor));
        }
    }
    if let Some(first) = career(doc, last, floor) {
        return Some((Cue::Holds, first));
    }
    // `được bầu là A`
    let elected = doc.word(last) == w!("là") && last > floor && matches!(doc.token_text(last - 1), "bầu" | "cử");
    let last = if elected { last - 1 } else { last };
    let single = SINGLE.iter().find(|&&(word, _)| word == doc.word(last));
    single.map(|&(_, cue)| strengthen(doc, cue, last, floor))
}

/// The same of posts announced before a name: `nhiều vai trò khác của bà A như`, not reaching before `floor`.
#[must_use]
pub fn career_before(doc: &Annotated<'_>, at: usize, floor: usize) -> Option<(Cue, usize)> {
    let plain = |&at: &usize| !words::is_markup(doc, at) && doc.token_text(at) != ":";
    let last = (floor..at).rev().take(4).find(plain)?;
    let listed = doc.token_text(last) != ",";
    career(doc, last, floor).filter(|_| listed).map(|first| (Cue::Holds, first))
}

/// `trải qua nhiều chức vụ trong ngành như`, `với các vị trí Thành viên A,`: the first token of the posts announced, with
/// other words between them and the first that is named.
fn career(doc: &Annotated<'_>, last: usize, floor: usize) -> Option<usize> {
    const NOUNS: [(Word, Word); 4] =
        [(w!("chức"), w!("vụ")), (w!("vị"), w!("trí")), (w!("cương"), w!("vị")), (w!("vai"), w!("trò"))];
    if !matches!(doc.token_text(last), "như" | "gồm" | ",") {
        return None;
    }
    let comma = doc.token_text(last) == ",";
    let noun = |&at: &usize| {
        NOUNS.contains(&(doc.word(at), doc.word(at + 1)))
            && at > 0
            && words::is_plural(doc, at - 1)
            && (!comma || doc.shape(at + 2).is_capital() || at > 1 && doc.word(at - 2) == w!("qua"))
    };
    (floor..last).rev().take(LONGEST_CAREER).find(noun)
}

/// How many tokens stand at most between `chức vụ` and the first post.
const LONGEST_CAREER: usize = 24;

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

const PAIRS: [(Word, Word, Cue); 61] = [
    (w!("đào"), w!("tạo"), Cue::Holds),
    (w!("phụ"), w!("trách"), Cue::Holds),
    (w!("nhiệm"), w!("vụ"), Cue::Post),
    (w!("đương"), w!("chức"), Cue::Station),
    (w!("từ"), w!("một"), Cue::Station),
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
    (w!("cử"), w!("viên"), Cue::Aspires),
    (w!("ứng"), w!("viên"), Cue::Aspires),
    (w!("tranh"), w!("cử"), Cue::Aspires),
    (w!("bầu"), w!("cử"), Cue::Aspires),
    (w!("tranh"), w!("chức"), Cue::Aspires),
    (w!("thừa"), w!("quyền"), Cue::Proxy),
    (w!("chuyên"), w!("môn"), Cue::Holds),
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
