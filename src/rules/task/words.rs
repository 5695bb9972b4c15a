//! The words that the rules of tasks turn on: verbs of order, openers of a predicate, heads of addressees, closing formulas.

use std::sync::OnceLock;

use crate::gazetteer::annotated::Annotated;
use crate::model::token::{Shape, Word};
use crate::rules::document::phrases::{Phrases, rows};
use crate::w;

/// What a phrase of the dictionary of orders does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// A verb that heads an order, also behind an addressee.
    Verb,
    /// A verb that counts only at the head of an item: it is too common elsewhere.
    Head,
    /// Opens the predicate behind an addressee: `theo chức năng`, `trên cơ sở`.
    Manner,
}

/// The order that begins at `at`, with the token after its phrase.
pub(crate) fn order_at(doc: &Annotated<'_>, at: usize) -> Option<(Order, usize)> {
    static ORDERS: OnceLock<Phrases<Order>> = OnceLock::new();
    let orders = ORDERS.get_or_init(|| {
        let mut orders = Phrases::default();
        for [phrase, class] in rows(include_str!("../../../dictionaries/documents/orders.tsv")) {
            let order = match class {
                "order" => Order::Verb,
                "head" => Order::Head,
                _ => Order::Manner,
            };
            orders.add(phrase, order);
        }
        orders
    });
    orders.longest(doc, at).filter(|&(_, end)| !is_noun(doc, at, end))
}

/// True where what looks like a verb of order is the head of a noun: `giao dịch`, `tổ chức tín dụng`, `tổ chức, cá nhân`.
fn is_noun(doc: &Annotated<'_>, at: usize, end: usize) -> bool {
    let next = doc.word(end);
    if end == at + 1 && doc.word(at) == w!("giao") {
        return [w!("thông"), w!("dịch"), w!("lưu"), w!("thừa"), w!("diện"), w!("điểm"), w!("hưởng"), w!("cắt")]
            .contains(&next);
    }
    if end == at + 1 && doc.word(at) == w!("không") {
        return next == w!("gian") || next == w!("khí");
    }
    if end == at + 1 && doc.word(at) == w!("chi") {
        return [w!("đầu"), w!("thường"), w!("phí"), w!("nhánh"), w!("cục"), w!("bộ"), w!("hội"), w!("tiết")]
            .contains(&next);
    }
    if doc.follows(at, &[w!("tổ"), w!("chức")]) && end == at + 2 {
        let bodies =
            [w!("đảng"), w!("cá"), w!("kinh"), w!("tín"), w!("chính"), w!("hành"), w!("phi"), w!("quốc"), w!("tôn")];
        return bodies.contains(&next) || next == w!(",") && doc.word(end + 1) == w!("cá");
    }
    false
}

/// True where the item whose text begins at `at` is headed by a verb of order.
pub(crate) fn heads_order(doc: &Annotated<'_>, at: usize) -> bool {
    matches!(order_at(doc, at), Some((Order::Verb | Order::Head, _)))
}

/// True where a predicate of order begins at `at`, behind an addressee: in small letters.
pub(crate) fn opens_predicate(doc: &Annotated<'_>, at: usize) -> bool {
    doc.shape(at) == Shape::Lower && matches!(order_at(doc, at), Some((Order::Verb | Order::Manner, _)))
}

/// True where a body, an office or a group that can be told to do something begins at `at`, by its first words.
pub(crate) fn is_addressee_head(doc: &Annotated<'_>, at: usize) -> bool {
    const ALONE: &[Word] = &[
        w!("bộ"),
        w!("sở"),
        w!("ban"),
        w!("tỉnh"),
        w!("huyện"),
        w!("xã"),
        w!("phường"),
        w!("quận"),
        w!("ubnd"),
        w!("hđnd"),
        w!("cục"),
        w!("vụ"),
        w!("viện"),
        w!("trường"),
        w!("đài"),
        w!("hội"),
        w!("đoàn"),
        w!("ngành"),
        w!("vpcp"),
        w!("tp"),
        w!("phòng"),
        w!("ttxvn"),
        w!("evn"),
        w!("nhnn"),
        w!("khối"),
        w!("trạm"),
        w!("thuế"),
    ];
    const PAIRS: &[[Word; 2]] = &[
        [w!("ủy"), w!("ban")],
        [w!("công"), w!("an")],
        [w!("công"), w!("ty")],
        [w!("công"), w!("đoàn")],
        [w!("văn"), w!("phòng")],
        [w!("chi"), w!("cục")],
        [w!("chi"), w!("nhánh")],
        [w!("tổng"), w!("cục")],
        [w!("tổng"), w!("công")],
        [w!("tổng"), w!("giám")],
        [w!("thông"), w!("tấn")],
        [w!("mặt"), w!("trận")],
        [w!("liên"), w!("đoàn")],
        [w!("liên"), w!("minh")],
        [w!("ngân"), w!("hàng")],
        [w!("tập"), w!("đoàn")],
        [w!("giám"), w!("đốc")],
        [w!("chủ"), w!("tịch")],
        [w!("chủ"), w!("đầu")],
        [w!("chủ"), w!("nhiệm")],
        [w!("chủ"), w!("rừng")],
        [w!("chủ"), w!("tàu")],
        [w!("thủ"), w!("trưởng")],
        [w!("thủ"), w!("tướng")],
        [w!("trưởng"), w!("ban")],
        [w!("trưởng"), w!("phòng")],
        [w!("chánh"), w!("văn")],
        [w!("chánh"), w!("thanh")],
        [w!("đồng"), w!("chí")],
        [w!("bí"), w!("thư")],
        [w!("tòa"), w!("án")],
        [w!("đơn"), w!("vị")],
        [w!("cơ"), w!("quan")],
        [w!("lực"), w!("lượng")],
        [w!("thường"), w!("trực")],
        [w!("đảng"), w!("ủy")],
        [w!("đảng"), w!("đoàn")],
        [w!("đảng"), w!("bộ")],
        [w!("tỉnh"), w!("ủy")],
        [w!("thành"), w!("ủy")],
        [w!("thành"), w!("phố")],
        [w!("thành"), w!("đoàn")],
        [w!("quân"), w!("ủy")],
        [w!("quân"), w!("khu")],
        [w!("nhà"), w!("thầu")],
        [w!("nhà"), w!("trường")],
        [w!("doanh"), w!("nghiệp")],
        [w!("địa"), w!("phương")],
        [w!("trung"), w!("tâm")],
        [w!("trung"), w!("ương")],
        [w!("kho"), w!("bạc")],
        [w!("hải"), w!("quan")],
        [w!("bảo"), w!("hiểm")],
        [w!("tổ"), w!("chức")],
        [w!("tổ"), w!("công")],
        [w!("cấp"), w!("ủy")],
        [w!("thanh"), w!("tra")],
        [w!("kiểm"), w!("toán")],
        [w!("kiểm"), w!("lâm")],
        [w!("học"), w!("viện")],
        [w!("đại"), w!("học")],
        [w!("chính"), w!("phủ")],
        [w!("chính"), w!("quyền")],
        [w!("quốc"), w!("hội")],
        [w!("phó"), w!("chủ")],
        [w!("phó"), w!("thủ")],
        [w!("người"), w!("đứng")],
        [w!("hiệp"), w!("hội")],
        [w!("bệnh"), w!("viện")],
        [w!("cán"), w!("bộ")],
        [w!("thị"), w!("xã")],
        [w!("lãnh"), w!("đạo")],
        [w!("bưu"), w!("điện")],
        [w!("điện"), w!("lực")],
        [w!("cảng"), w!("vụ")],
        [w!("ban"), w!("chấp")],
        [w!("báo"), w!("chí")],
        [w!("cổng"), w!("thông")],
        [w!("hội"), w!("đồng")],
        [w!("đài"), w!("truyền")],
    ];
    const MANY: &[Word] =
        &[w!("các"), w!("những"), w!("mỗi"), w!("từng"), w!("toàn"), w!("tất"), w!("hai"), w!("một"), w!("cả")];
    // Of many only nouns of people and bodies: `các cấp ủy`, not `các hồ sơ`.
    const NOUNS: &[Word] = &[
        w!("cấp"),
        w!("chủ"),
        w!("thành"),
        w!("nhà"),
        w!("hợp"),
        w!("đảng"),
        w!("khu"),
        w!("cảng"),
        w!("cá"),
        w!("công"),
        w!("cơ"),
        w!("đơn"),
        w!("địa"),
        w!("doanh"),
        w!("tổ"),
        w!("đồng"),
        w!("lực"),
        w!("tập"),
        w!("tổng"),
        w!("ủy"),
        w!("đại"),
        w!("chi"),
        w!("thôn"),
        w!("hộ"),
        w!("nhân"),
        w!("cán"),
        w!("hãng"),
        w!("tỉnh"),
        w!("ban"),
        w!("cơ"),
        w!("học"),
        w!("giáo"),
        w!("bệnh"),
    ];
    if doc.follows(at, &[w!("trường"), w!("hợp")]) {
        return false;
    }
    if doc.word(at) == w!("hội")
        && [w!("nghị"), w!("thảo"), w!("chợ"), w!("thi"), w!("diễn")].contains(&doc.word(at + 1))
    {
        return false;
    }
    if doc.word(at) == w!("vụ") && [w!("án"), w!("việc"), w!("cháy"), w!("tai"), w!("nổ")].contains(&doc.word(at + 1))
    {
        return false;
    }
    if MANY.contains(&doc.word(at)) {
        let noun = at + 1 + usize::from(doc.word(at + 1) == w!("các") || doc.word(at + 1) == w!("cả"));
        let mechanism =
            doc.word(noun) == w!("cơ") && doc.word(noun + 1) != w!("quan") && doc.word(noun + 1) != w!("sở");
        if doc.follows(noun, &[w!("trường"), w!("hợp")]) || doc.follows(noun, &[w!("hội"), w!("nghị")]) {
            return false;
        }
        return ALONE.contains(&doc.word(noun)) || NOUNS.contains(&doc.word(noun)) && !mechanism;
    }
    ALONE.contains(&doc.word(at)) || PAIRS.iter().any(|pair| doc.follows(at, pair))
}

/// True where the line that begins at `at` closes a list: thanks, signature, addressees of copies, a note of the site.
pub(crate) fn closes(doc: &Annotated<'_>, at: usize) -> bool {
    const OPENINGS: &[&[Word]] = &[
        &[w!("trên"), w!("đây"), w!("là")],
        &[w!("nơi"), w!("nhận")],
        &[w!("quý"), w!("khách")],
        &[w!("như"), w!("vậy")],
        &[w!("xem"), w!("thêm")],
        &[w!("xem"), w!("chi"), w!("tiết")],
        &[w!("tải"), w!("về")],
        &[w!("lưu"), w!("ý")],
        &[w!("yêu"), w!("cầu")],
        &[w!("đề"), w!("nghị")],
        &[w!("căn"), w!("cứ")],
        &[w!("kt"), w!(".")],
        &[w!("tm"), w!(".")],
        &[w!("tl"), w!(".")],
        &[w!("tuq"), w!(".")],
        &[w!("trong"), w!("quá"), w!("trình"), w!("thực"), w!("hiện")],
        &[w!("trong"), w!("quá"), w!("trình"), w!("triển"), w!("khai")],
        &[w!("văn"), w!("phòng"), w!("chính"), w!("phủ"), w!("thông"), w!("báo")],
        &[w!("văn"), w!("phòng"), w!("chính"), w!("phủ"), w!("xin"), w!("thông")],
        &[w!("nhận"), w!("được")],
        &[w!("theo"), w!("đó")],
        &[w!("ngoài"), w!("ra")],
        &[w!("phát"), w!("biểu")],
        &[w!("kết"), w!("thúc")],
        &[w!("bên"), w!("cạnh"), w!("đó")],
        &[w!("trân"), w!("trọng")],
        &[w!("nguồn"), w!(":")],
        &[w!("ảnh"), w!(":")],
    ];
    const THIS: &[&[Word]] = &[
        &[w!("chỉ"), w!("thị"), w!("này")],
        &[w!("công"), w!("điện"), w!("này")],
        &[w!("kế"), w!("hoạch"), w!("này")],
        &[w!("quyết"), w!("định"), w!("này")],
        &[w!("nghị"), w!("quyết"), w!("này")],
        &[w!("kết"), w!("luận"), w!("này")],
        &[w!("thông"), w!("báo"), w!("này")],
        &[w!("thông"), w!("tư"), w!("này")],
    ];
    OPENINGS.iter().chain(THIS).any(|words| doc.follows(at, words))
}

/// True for marks of markup, which are no text: `**`, `|`, `#`.
pub(crate) fn is_markup(doc: &Annotated<'_>, at: usize) -> bool {
    let text = doc.token_text(at);
    doc.shape(at) == Shape::Punct
        && (matches!(text, "*" | "|" | "_" | "#" | ">" | "~")
            || text.len() > 1 && text.bytes().all(|b| matches!(b, b'*' | b'_' | b'#' | b'~')))
}
