//! The words of time: day parts, weekdays, what makes a number a count instead of a date.

use crate::model::token::{Word, word};
use crate::rules::date::expr::DayPart;

macro_rules! words {
    ($($name:ident = $folded:literal),* $(,)?) => { $(pub(super) const $name: Word = word($folded);)* };
}

words! {
    AM = "âm", BUOI = "buổi", CACH = "cách", CHAM = "chậm", CHAP = "chạp", CHIEN = "chiến",
    CHIEU = "chiều", CHO = "cho", CHU = "chủ", CHUA = "chúa", CN = "cn", CUA = "của", CUNG = "cùng", CUOI = "cuối",
    DAU = "đầu", DAY = "đây", DEM = "đêm", DEN = "đến", DICH = "dịch", DO = "đó", DOAN = "đoạn", GIAI = "giai", GIAI_SPORT = "giải",
    GIENG = "giêng", GIO = "giờ", GIUA = "giữa", GMT = "gmt", HA = "hạ", HANG = "hàng", HANG_EVERY = "hằng", HET = "hết", HE = "hè",
    HIEN = "hiện", HOC = "học", HOI = "hồi", HOM = "hôm", KEM = "kém", KHOANG = "khoảng", KHOA = "khóa", KHUYA = "khuya", KIA = "kia",
    KY = "kỷ", KY_I = "kỉ", KY_TERM = "kỳ", KY_TERM_I = "kì", LICH = "lịch", LUC = "lúc", MAI = "mai", MANG = "mạng", MOI = "mỗi",
    MONG = "mồng", MUA = "mùa", MUNG = "mùng", MUON = "muộn", NAM = "năm", NAY = "nay", NAY_THIS = "này", NGAY = "ngày",
    NGOAI = "ngoái", NHAT = "nhật", NHAT_MOST = "nhất", NHIEM = "nhiệm", NHUNG = "những", NIEN = "niên", NUA = "nửa", PHUT = "phút", QUA = "qua",
    QUY = "quý", QUY_I = "quí", RAM = "rằm", RANG = "rạng", ROI = "rồi", RUOI = "rưỡi", SANG = "sáng", SAU = "sau",
    SOM = "sớm", TAI = "tài", TET = "tết", THANG = "tháng", THAP = "thập", THE = "thế", THOI = "thời", THU = "thứ", THUONG = "thượng",
    TOI = "tối", TOI_UNTIL = "tới", TRUA = "trưa", TRUNG = "trung", TRUOC = "trước", TU = "từ", TUAN = "tuần",
    VE = "về", VA = "và", VU = "vụ", VUA = "vừa", BONG = "bóng", CHINH = "chính", XUAN = "xuân", DONG = "đông", THU_AUTUMN = "thu",
    LA = "là", TUC = "tức", H = "h", G = "g",
    ONE = "một", TWO = "hai", THREE = "ba", FOUR = "bốn", SIX = "sáu", SEVEN = "bảy", SEVEN_A = "bẩy", EIGHT = "tám", NINE = "chín", TEN = "mười", FOUR_TU = "tư",
}

/// The words that a date may begin with: those of `Scan::date`, and the stems of the cycle of sixty.
const OPENERS: &[Word] = &[
    TU,
    NGAY,
    HOM,
    MUNG,
    MONG,
    RAM,
    THANG,
    NAM,
    QUY,
    QUY_I,
    TUAN,
    SANG,
    TRUA,
    CHIEU,
    TOI,
    DEM,
    KHUYA,
    RANG,
    BUOI,
    DAU,
    GIUA,
    CUOI,
    NUA,
    THUONG,
    TRUNG,
    HA,
    THU,
    CHU,
    CHUA,
    CN,
    GIAI,
    NHIEM,
    THOI,
    NIEN,
    MUA,
    CHIEN,
    VU,
    HE,
    THAP,
    NHUNG,
    THE,
    CUNG,
    CACH,
    ONE,
    TWO,
    THREE,
    FOUR,
    SIX,
    SEVEN,
    EIGHT,
    NINE,
    TEN,
    word("giáp"),
    word("ất"),
    word("bính"),
    word("đinh"),
    word("mậu"),
    word("kỷ"),
    word("canh"),
    word("tân"),
    word("nhâm"),
];

/// One bit for each value of a word's last bits, so that most words are passed over at the cost of one look.
const FILTER: [u64; 32] = {
    let mut bits = [0; 32];
    let mut at = 0;
    while at < OPENERS.len() {
        let place = OPENERS[at].0 % 2048;
        bits[(place / 64) as usize] |= 1 << (place % 64);
        at += 1;
    }
    bits
};

/// False for nearly all words that no date begins with.
pub(super) const fn may_open(word: Word) -> bool {
    let place = word.0 % 2048;
    FILTER[(place / 64) as usize] >> (place % 64) & 1 == 1
}

/// The part of the day that a single word names.
pub(super) const fn day_part(word: Word) -> Option<DayPart> {
    match word {
        SANG => Some(DayPart::Morning),
        TRUA => Some(DayPart::Noon),
        CHIEU => Some(DayPart::Afternoon),
        TOI => Some(DayPart::Evening),
        DEM | KHUYA => Some(DayPart::Night),
        _ => None,
    }
}

/// The weekday, 1 (Monday) to 6, that follows `thứ`: `hai` to `bảy`.
pub(super) const fn weekday(word: Word) -> Option<u8> {
    match word {
        TWO => Some(1),
        THREE => Some(2),
        FOUR_TU => Some(3),
        NAM => Some(4),
        SIX => Some(5),
        SEVEN | SEVEN_A => Some(6),
        _ => None,
    }
}

/// `này`, `trước`, `tới` and the like after `tuần`, `tháng`, `quý`, `mùa giải`: how many units from now.
pub(super) const fn shift(word: Word) -> Option<i32> {
    match word {
        NAY_THIS | NAY => Some(0),
        TRUOC | ROI | QUA => Some(-1),
        TOI_UNTIL | SAU => Some(1),
        _ => None,
    }
}

macro_rules! set {
    ($(#[$doc:meta])* $name:ident: $($folded:literal)*) => {
        $(#[$doc])*
        pub(super) fn $name(of: Word) -> bool {
            const WORDS: &[Word] = &[$(word($folded)),*];
            WORDS.contains(&of)
        }
    };
}

set! {
    /// What is counted: a number before one of these is no date.
    is_counted: "lần" "tiếng" "giờ" "bữa" "người" "buổi" "triệu" "nghìn" "ngàn" "tỷ" "tỉ" "đồng" "con" "chuyến" "cuộc" "cái"
    "phút" "giây" "kg" "km" "m" "cm" "mm" "ha" "tấn" "tạ" "viên" "vòng" "suất" "trận" "lượt" "đêm" "độ" "usd" "euro" "mét" "hộ"
    "tuổi" "chiếc" "căn" "vụ" "ca" "tháng" "ngày" "tuần" "năm" "phiếu" "cây" "kwh" "mw" "lít" "quyển" "cuốn" "tờ" "hecta" "héc" "m2" "m3"
    "gói" "km2" "vé" "ghế" "suất"
}

set! {
    /// Words that make `N/M` after them a share, an address or a name.
    is_no_date_before: "số" "đường" "phố" "sân" "cầu" "chợ" "trường" "khu" "tỷ" "tỉ" "hơn" "gần" "chiếm" "lấy" "mạng" "tổ" "ngõ"
    "hẻm" "kiệt" "nhà" "lô" "phòng" "ty" "máy" "xưởng" "nghiệp" "bàn" "thôn" "ấp" "khóm" "lộ" "thắng" "hòa" "thua" "điều" "khoản"
    "mục" "điểm" "bằng" "đạt" "có" "tận" "khoảng" "xấp" "chừng" "thị" "viện" "quảng" "vườn" "tại" "còn" "gồm" "với"
}

set! {
    /// Words before a score.
    is_score_before: "thắng" "thua" "bại"
}

set! {
    /// Words after which `17-9`, which no smaller number opens, is a day.
    is_day_before: "từ" "trước" "vào" "hết" "kể" "hôm" "đến"
}

set! {
    /// What follows `đồng` where it counts no money: `đồng loạt`, `đồng thời`.
    is_together: "loạt" "thời" "chí" "bào" "ý" "hành" "bằng" "chủ" "tổ"
}

set! {
    /// Words before a number and a year that make them the number of a document: `Nghị định 10/2020`.
    is_document_before: "định" "tư" "quyết" "thị" "điện" "hoạch" "văn" "lệnh" "luật" "báo" "số" "trình" "án" "lịch" "hợp" "chuẩn"
    "nđ" "tt" "qđ" "nq" "ct" "kh" "kl" "hđ" "tb" "cv" "thư" "ước"
}

set! {
    /// Words after which a bare `4/3` is a day.
    is_date_before: "trước" "từ" "đến" "tới" "vào" "phiên" "sau" "hết" "dịp" "lễ" "khánh" "nay" "qua" "mai" "nhật" "bảy" "sáu" "tư" "hai" "ba"
    "năm" "bẩy" "kể" "cn" "hồi" "ttxvn" "hạn" "chót" "hôm"
}

set! {
    /// Words after which a number of four digits is a year.
    is_year_before: "từ" "trong" "vào" "hồi" "sau" "trước" "cuối" "đầu" "giữa" "sinh" "sn" "tỉnh" "rộng" "xã" "đến" "tới" "nhìn"
}

set! {
    /// Words that may follow a bare day or year in a sentence, where a thing counted may not.
    is_after_date: "đã" "sẽ" "tại" "ở" "đến" "tới" "và" "là" "của" "do" "được" "cho" "theo" "vừa" "này" "có" "mới" "đang" "trên"
    "khi" "để" "thì" "nhưng" "vì" "các" "những" "một" "ông" "bà" "anh" "chị" "trong" "về" "ra" "vào" "cùng" "hoặc" "hay" "bị" "còn"
    "như" "nêu" "với" "giữa" "mà" "nhằm" "diễn" "từ" "vẫn" "lại" "cũng" "nên" "chính" "sau" "trước" "tải" "quy" "tăng" "giảm" "đạt"
    "thay" "kết" "thế" "nhân" "hồi" "qua" "không" "chưa" "rằng" "tập" "so" "vọng" "vì" "khai" "tổ" "yêu" "ban" "sửa"
}

set! {
    /// Words before a count of units that make it no date: `nhiều năm trước`, `hơn 3 tháng trước`.
    is_vague_before: "hơn" "gần" "khoảng" "chừng" "vài" "mấy" "nhiều" "những" "các" "suốt" "ít" "tròn" "đúng" "trong" "dưới" "trên" "mỗi" "hàng"
    "chục" "trăm" "nghìn" "đủ" "đến" "tới" "thêm" "mười" "đa" "hạn" "cả"
}

set! {
    /// Words of a number that is not said: `nhiều năm nay` is how long.
    is_many: "nhiều" "mấy" "vài" "chục" "bao" "lắm"
}

set! {
    /// Words before a time of day that say when, not how long.
    is_clock_before: "lúc" "hồi" "vào" "từ" "đến" "tới" "trước" "sau" "khoảng" "nhất"
}

set! {
    /// Words before a lone `thứ hai` that make it an ordinal.
    is_ordinal_before: "trận" "lượt" "lần" "đứng" "hạng" "vị" "trí" "kỳ" "họp" "người" "đợt" "vòng" "tập" "năm" "tuần" "phiên" "bàn" "nhà" "vụ" "ngày" "tháng"
    "con" "bên" "quý" "loại" "nước" "điều" "thời" "cuộc" "phần" "bậc" "nghị" "hội" "đích" "mọi" "các" "tầng" "giải" "điểm" "cấp" "vấn" "đề"
}

set! {
    /// Words of other languages in the names of events, beside which a year is a date.
    is_event: "cup" "euro" "olympic" "olympics" "games" "open" "copa" "america" "league" "champions" "championship" "miss" "mister"
    "universe" "world" "international" "grand" "gp" "prix" "asiad" "paralympic" "masters" "oscar" "oscars" "grammy" "awards" "cannes"
    "wimbledon" "festival" "expo" "forum" "summit" "fair" "show" "day" "week" "party"
}

set! {
    /// Words that make `qua` a verb: `tối qua đời`.
    is_passing: "đời" "lại" "khỏi" "đường" "sông" "cầu"
}

set! {
    /// Words before a lone weekday that make it a day.
    is_weekday_before: "vào" "hôm" "sáng" "trưa" "chiều" "tối" "đêm" "đến" "trước" "sau"
}
