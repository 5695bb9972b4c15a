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
    orders.longest(doc, at)
}

/// True where the item whose text begins at `at` is headed by a verb of order.
pub(crate) fn heads_order(doc: &Annotated<'_>, at: usize) -> bool {
    matches!(order_at(doc, at), Some((Order::Verb | Order::Head, _)))
}

/// True where a predicate of order begins at `at`, behind an addressee: in small letters.
pub(crate) fn opens_predicate(doc: &Annotated<'_>, at: usize) -> bool {
    doc.shape(at) == Shape::Lower && matches!(order_at(doc, at), Some((Order::Verb | Order::Manner, _)))
}

/// First words of bodies, offices and groups that are told to do something.
pub(crate) fn is_addressee_head(word: Word) -> bool {
    const HEADS: &[Word] = &[
        w!("ủy"), w!("bộ"), w!("sở"), w!("ban"), w!("các"), w!("công"), w!("tỉnh"), w!("huyện"), w!("xã"), w!("ubnd"), w!("hđnd"),
        w!("văn"), w!("cục"), w!("vụ"), w!("chi"), w!("tổng"), w!("viện"), w!("trường"), w!("đài"), w!("báo"), w!("thông"),
        w!("mặt"), w!("hội"), w!("liên"), w!("đoàn"), w!("ngân"), w!("tập"), w!("giám"), w!("chủ"), w!("thủ"), w!("trưởng"),
        w!("chánh"), w!("đồng"), w!("bí"), w!("tòa"), w!("đơn"), w!("cơ"), w!("ngành"), w!("lực"), w!("thường"), w!("đảng"),
        w!("thành"), w!("quận"), w!("nhà"), w!("doanh"), w!("địa"), w!("phòng"), w!("trung"), w!("kho"), w!("thuế"), w!("hải"),
        w!("bảo"), w!("quân"), w!("tổ"), w!("cấp"), w!("phường"), w!("thanh"), w!("kiểm"), w!("học"), w!("đại"), w!("chính"),
        w!("quốc"), w!("phó"), w!("người"), w!("những"), w!("toàn"), w!("mỗi"), w!("từng"), w!("cả"), w!("vpcp"), w!("ủy"),
        w!("hiệp"), w!("tp"), w!("bệnh"), w!("khối"), w!("cán"), w!("đảng"), w!("bch"), w!("evn"), w!("ttxvn"), w!("nhnn"),
        w!("thị"), w!("lãnh"), w!("phân"), w!("tiểu"), w!("trạm"), w!("bưu"), w!("đội"), w!("điện"), w!("cảng"), w!("ngài"),
    ];
    HEADS.contains(&word)
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
        && (matches!(text, "*" | "|" | "_" | "#" | ">" | "~") || text.len() > 1 && text.bytes().all(|b| matches!(b, b'*' | b'_' | b'#' | b'~')))
}
