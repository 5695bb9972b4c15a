//! Years by the cycle of sixty: `Đinh Dậu`. Ten stems (*can*) and twelve branches (*chi*) advance together.

use crate::model::token::Word;
use crate::w;

/// The place of a stem in its cycle, `Giáp` being 0.
#[must_use]
pub fn stem(word: Word) -> Option<i32> {
    Some(match word {
        w if w == w!("giáp") => 0,
        w if w == w!("ất") => 1,
        w if w == w!("bính") => 2,
        w if w == w!("đinh") => 3,
        w if w == w!("mậu") => 4,
        w if w == w!("kỷ") || w == w!("kỉ") => 5,
        w if w == w!("canh") => 6,
        w if w == w!("tân") => 7,
        w if w == w!("nhâm") => 8,
        w if w == w!("quý") || w == w!("quí") => 9,
        _ => return None,
    })
}

/// The place of a branch in its cycle, `Tý` being 0.
#[must_use]
pub fn branch(word: Word) -> Option<i32> {
    Some(match word {
        w if w == w!("tý") || w == w!("tí") => 0,
        w if w == w!("sửu") => 1,
        w if w == w!("dần") => 2,
        w if w == w!("mão") || w == w!("mẹo") => 3,
        w if w == w!("thìn") => 4,
        w if w == w!("tỵ") || w == w!("tị") => 5,
        w if w == w!("ngọ") => 6,
        w if w == w!("mùi") => 7,
        w if w == w!("thân") => 8,
        w if w == w!("dậu") => 9,
        w if w == w!("tuất") => 10,
        w if w == w!("hợi") => 11,
        _ => return None,
    })
}

/// The year of that `stem` and `branch` nearest to `near`; the later of two equally near. `None` for a pair that the
/// cycle does not have (`Giáp Sửu`).
#[must_use]
pub fn year(stem: i32, branch: i32, near: i32) -> Option<i32> {
    let place = (0..60).find(|place| place % 10 == stem && place % 12 == branch)?;
    let later = near + (place + 4 - near).rem_euclid(60);
    Some(if later - near > 30 { later - 60 } else { later })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_cycle() {
        let named = |s, b, near| year(stem(s).unwrap(), branch(b).unwrap(), near);
        assert_eq!(named(w!("đinh"), w!("dậu"), 2017), Some(2017));
        assert_eq!(named(w!("ất"), w!("dậu"), 1950), Some(1945));
        assert_eq!(named(w!("giáp"), w!("thìn"), 2017), Some(2024));
        assert_eq!(named(w!("quý"), w!("mão"), 2024), Some(2023));
        assert_eq!(named(w!("giáp"), w!("sửu"), 2024), None);
        assert_eq!(stem(w!("ngày")), None);
    }
}
