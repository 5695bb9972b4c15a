//! [`Filter`]: a set of words of one document that may say yes too often, and never no where it should say yes.

/// `SLOTS` times 64 bits; `SLOTS` is a power of two.
#[derive(Debug)]
pub struct Filter<const SLOTS: usize>([u64; SLOTS]);

impl<const SLOTS: usize> Default for Filter<SLOTS> {
    fn default() -> Self {
        Self([0; SLOTS])
    }
}

impl<const SLOTS: usize> Filter<SLOTS> {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Adds what `value` stands for.
    #[inline]
    pub fn add(&mut self, value: u64) {
        let (slot, bit) = Self::place(value);
        self.0[slot] |= bit;
    }

    /// True where `value` was added, and by chance for one that was not.
    #[inline]
    #[must_use]
    pub const fn may_have(&self, value: u64) -> bool {
        let (slot, bit) = Self::place(value);
        self.0[slot] & bit != 0
    }

    /// The upper bits of the mixed value: first those of the slot, then those of the bit in it.
    #[inline]
    const fn place(value: u64) -> (usize, u64) {
        const { assert!(SLOTS.is_power_of_two() && SLOTS > 1) };
        let bits = SLOTS.ilog2();
        let mixed = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let upper = (mixed >> 32) as u32;
        ((upper >> (32 - bits)) as usize, 1 << (mixed >> (58 - bits) & 63))
    }
}
