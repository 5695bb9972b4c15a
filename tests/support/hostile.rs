//! Pieces of texts that are no news, to be repeated: what the test of work counts and the benchmark of limits times.

/// A name and a piece of many tokens or of many marks without a space.
pub(crate) const HOSTILE: [(&str, &str); 15] = [
    ("capitals", "HỘI NGHỊ TỔNG KẾT CÔNG TÁC NĂM CỦA ỦY BAN NHÂN DÂN TỈNH LÂM THAO "),
    ("brackets", "("),
    ("digits", "1234567890 "),
    ("one word", "Nguyễn "),
    ("names", "Đinh Văn Thao, "),
    ("names without commas", "Đinh Văn Thao "),
    ("type words", "Ủy ban nhân dân "),
    ("titles", "nguyên Phó Chủ tịch Thường trực UBND tỉnh "),
    ("bodies", "Bộ Y tế và "),
    ("hyphens", "A-B-"),
    ("hyphens behind a place", "Hà Nội-Xa-"),
    ("dashes between places", "Hà Nội - Xa - "),
    ("modifiers that are titles", "Thường trực "),
    ("type words of places", "Đường "),
    ("brackets behind bodies", ". Sở Y tế ("),
];
