//! The tables of the old one-byte encodings, and of VNI, which sets a letter's marks as a byte after it.
//!
//! Sources: RFC 1456 for VISCII, TCVN 5712:1993, Microsoft's code pages 1252 and 1258, the published charts of the VNI
//! and VPS fonts.

use crate::normalize::compose::add_mark;
use crate::normalize::encoding::Encoding;

/// What stands for a byte that the encoding does not allow.
pub(crate) const UNDEFINED: char = '\u{FFFD}';

/// A one-byte encoding: the characters of 0x80 to 0xFF, and those letters that stand among the control codes.
pub(crate) struct Charset {
    high: Vec<char>,
    low: &'static [(u8, char)],
}

impl Charset {
    /// The table of `encoding`; `None` where it has none.
    pub(crate) fn of(encoding: Encoding) -> Option<Self> {
        let (high, low): (String, &[_]) = match encoding {
            Encoding::Windows1258 => (WINDOWS_1258.concat(), &[]),
            Encoding::Tcvn3 => ([WINDOWS_1252_LOW, TCVN3].concat(), &[]),
            Encoding::Tcvn5712 => ([TCVN5712_LOW, TCVN5712].concat(), TCVN5712_CONTROLS),
            Encoding::Viscii => (VISCII.concat(), VISCII_CONTROLS),
            Encoding::Vps => (VPS.concat(), VPS_CONTROLS),
            Encoding::Vni => ([WINDOWS_1252_LOW, VNI].concat(), &[]),
            _ => return None,
        };
        Some(Self { high: high.chars().collect(), low })
    }

    /// The character of `byte`, or [`UNDEFINED`].
    pub(crate) fn char(&self, byte: u8) -> char {
        match byte.checked_sub(0x80) {
            Some(high) => self.high.get(usize::from(high)).copied().unwrap_or(UNDEFINED),
            None if byte < 0x20 => {
                self.low.iter().find(|&&(code, _)| code == byte).map_or(char::from(byte), |&(_, c)| c)
            }
            None => char::from(byte),
        }
    }
}

/// The VNI letter that begins `bytes`, and how many bytes it is; `None` where they begin with something else.
pub(crate) fn vni_letter(bytes: &[u8]) -> Option<(char, usize)> {
    let &first = bytes.first()?;
    if let Some(&(_, c)) = VNI_SINGLE.iter().find(|&&(code, _)| code == first) {
        let marked = bytes.get(1).and_then(|&mark| vni_marked(c, mark));
        return Some(marked.map_or((c, 1), |c| (c, 2)));
    }
    if !matches!(first.to_ascii_lowercase(), b'a' | b'e' | b'o' | b'u' | b'y') {
        return None;
    }
    Some((vni_marked(char::from(first), *bytes.get(1)?)?, 2))
}

/// `letter` with the marks of one VNI byte, in either case: the letter decides.
fn vni_marked(letter: char, mark: u8) -> Option<char> {
    let small = if mark >= 0xC0 { mark | 0x20 } else { return None };
    let marks = VNI_MARKS.iter().find(|&&(code, _)| code == small)?.1;
    marks.chars().try_fold(letter, add_mark)
}

/// Marks of VNI by their small byte.
const VNI_MARKS: &[(u8, &str)] = &[
    (0xF8, "\u{300}"),
    (0xF9, "\u{301}"),
    (0xFB, "\u{309}"),
    (0xF5, "\u{303}"),
    (0xEF, "\u{323}"),
    (0xE2, "\u{302}"),
    (0xE0, "\u{302}\u{300}"),
    (0xE1, "\u{302}\u{301}"),
    (0xE5, "\u{302}\u{309}"),
    (0xE3, "\u{302}\u{303}"),
    (0xE4, "\u{323}\u{302}"),
    (0xEA, "\u{306}"),
    (0xE8, "\u{306}\u{300}"),
    (0xE9, "\u{306}\u{301}"),
    (0xFA, "\u{306}\u{309}"),
    (0xFC, "\u{306}\u{303}"),
    (0xEB, "\u{323}\u{306}"),
];

/// VNI letters of one byte.
const VNI_SINGLE: &[(u8, char)] = &[
    (0xF1, 'đ'),
    (0xD1, 'Đ'),
    (0xF4, 'ơ'),
    (0xD4, 'Ơ'),
    (0xF6, 'ư'),
    (0xD6, 'Ư'),
    (0xEC, 'ì'),
    (0xCC, 'Ì'),
    (0xED, 'í'),
    (0xCD, 'Í'),
    (0xE6, 'ỉ'),
    (0xC6, 'Ỉ'),
    (0xF3, 'ĩ'),
    (0xD3, 'Ĩ'),
    (0xF2, 'ị'),
    (0xD2, 'Ị'),
    (0xEE, 'ỵ'),
    (0xCE, 'Ỵ'),
];

/// 0x80 to 0x9F of Windows: quotes, dashes.
const WINDOWS_1252_LOW: &str = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";

/// 0xA0 to 0xFF of VNI but for its letters: ISO 8859-1 without what are marks, which stand for nothing alone.
const VNI: &str = "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ������ÆÇ����ÌÍÎ�ÐÑÒÓÔ�Ö×�����ÝÞß������æç����ìíî�ðñòóô�ö÷�����ýþÿ";

const WINDOWS_1258: [&str; 2] = [
    "€�‚ƒ„…†‡ˆ‰�‹Œ����‘’“”•–—˜™�›œ��Ÿ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿",
    "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ßàáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ",
];

/// 0xA0 to 0xFF of the ABC fonts.
const TCVN3: &str =
    "\u{A0}ĂÂÊÔƠƯĐăâêôơưđ������àảãáạ�ằẳẵắ�������ặầẩẫấậè�ẻẽéẹềểễếệìỉ���ĩíịò�ỏõóọồổỗốộờởỡớợù�ủũúụừửữứựỳỷỹýỵ�";

const TCVN5712_LOW: &str = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ";

const TCVN5712: &str = "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ\
    ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

const TCVN5712_CONTROLS: &[(u8, char)] = &[
    (0x01, 'Ú'),
    (0x02, 'Ụ'),
    (0x04, 'Ừ'),
    (0x05, 'Ử'),
    (0x06, 'Ữ'),
    (0x11, 'Ứ'),
    (0x12, 'Ự'),
    (0x13, 'Ỳ'),
    (0x14, 'Ỷ'),
    (0x15, 'Ỹ'),
    (0x16, 'Ý'),
    (0x17, 'Ỵ'),
];

const VISCII: [&str; 2] = [
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ",
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
];

const VISCII_CONTROLS: &[(u8, char)] = &[(0x02, 'Ẳ'), (0x05, 'Ẵ'), (0x06, 'Ẫ'), (0x14, 'Ỷ'), (0x19, 'Ỹ'), (0x1E, 'Ỵ')];

const VPS: [&str; 2] = [
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ\u{A0}ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự",
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺßàáâãảạăçèéêẽìíîĩẴĐòóôõöƠụùúủüỶẼỳ",
];

const VPS_CONTROLS: &[(u8, char)] = &[
    (0x02, 'Ạ'),
    (0x03, 'Ậ'),
    (0x04, 'Ặ'),
    (0x05, 'Ẹ'),
    (0x06, 'Ệ'),
    (0x10, 'Ị'),
    (0x11, 'Ọ'),
    (0x12, 'Ộ'),
    (0x13, 'Ợ'),
    (0x14, 'Ụ'),
    (0x15, 'Ự'),
    (0x19, 'Ỵ'),
    (0x1C, 'Ẫ'),
    (0x1D, 'Ữ'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_all_bytes_and_no_letter_twice() {
        for encoding in Encoding::ALL {
            let Some(charset) = Charset::of(encoding) else { continue };
            assert_eq!(charset.high.len(), 128, "{encoding}");
            let mut letters: Vec<char> = charset.high.iter().copied().filter(|&c| c != UNDEFINED).collect();
            letters.extend(charset.low.iter().map(|&(_, c)| c));
            let len = letters.len();
            letters.sort_unstable();
            letters.dedup();
            assert_eq!(letters.len(), len, "{encoding}");
        }
    }

    #[test]
    fn every_table_has_the_whole_alphabet() {
        for encoding in [Encoding::Viscii, Encoding::Vps, Encoding::Tcvn5712] {
            let charset = Charset::of(encoding).unwrap();
            let all: Vec<char> = (0..=255).map(|byte| charset.char(byte)).collect();
            for c in "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ".chars()
            {
                assert!(all.contains(&c), "{encoding} {c}");
                let capital = c.to_uppercase().next().unwrap();
                assert!(all.contains(&capital), "{encoding} {capital}");
            }
        }
    }
}
