//! A memory of surfaces: bytes of a text to what was made of them, one look-up of 16 bytes.

/// What was made of the surfaces met: one slot a hash, the newest surface wins, so that its size is fixed and nothing
/// read through it depends on what came before.
#[derive(Debug)]
pub(crate) struct SurfaceCache<V> {
    slots: Vec<Slot<V>>,
    buffer: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot<V> {
    surface: Packed,
    value: V,
}

/// A surface's bytes, and its length in the last of the sixteen; all zero for an empty slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Packed {
    low: u64,
    high: u64,
}

const SLOT_BITS: u32 = 14;
/// The longest surface in bytes that a slot holds.
const LONGEST: usize = 15;

impl<V: Copy + Default> Default for SurfaceCache<V> {
    /// A memory that remembers nothing until it is [`clear`](Self::clear)ed, and costs nothing till then.
    fn default() -> Self {
        Self { slots: Vec::new(), buffer: String::new() }
    }
}

impl<V: Copy + Default> SurfaceCache<V> {
    /// Forgets everything; from then on it remembers.
    pub(crate) fn clear(&mut self) {
        self.slots.clear();
        self.slots.resize(1 << SLOT_BITS, Slot::default());
    }

    /// What `make` makes of the bytes `start..end` of `text`, remembered. `make` gets a buffer to write in.
    #[inline]
    pub(crate) fn get(&mut self, text: &str, start: usize, end: usize, make: impl Fn(&str, &mut String) -> V) -> V {
        let surface = || text.get(start..end).unwrap_or_default();
        let Some(packed) = pack(text.as_bytes(), start, end) else { return make(surface(), &mut self.buffer) };
        let Some(slot) = self.slots.get_mut(packed.slot()) else { return make(surface(), &mut self.buffer) };
        if slot.surface != packed {
            *slot = Slot { surface: packed, value: make(surface(), &mut self.buffer) };
        }
        slot.value
    }
}

/// The bytes `start..end` and their number; `None` for those that do not fit.
#[inline]
fn pack(bytes: &[u8], start: usize, end: usize) -> Option<Packed> {
    let length = end.checked_sub(start).filter(|length| (1..=LONGEST).contains(length))?;
    let mut near = [0; 16];
    // Sixteen bytes from the text are one load, but at its end.
    match bytes.get(start..start + 16) {
        Some(whole) => near.copy_from_slice(whole),
        None => near.get_mut(..length)?.copy_from_slice(bytes.get(start..end)?),
    }
    let near = u128::from_le_bytes(near);
    let (low, high) = halves(near);
    let number = (length as u64) << 56;
    Some(if length <= 8 {
        Packed { low: low & FIRST[length], high: number }
    } else {
        Packed { low, high: high & FIRST[length - 8] | number }
    })
}

/// Masks of the first bytes of eight, by their number.
const FIRST: [u64; 9] =
    [0, 0xff, 0xffff, 0xff_ffff, 0xffff_ffff, 0xff_ffff_ffff, 0xffff_ffff_ffff, 0xff_ffff_ffff_ffff, u64::MAX];

#[allow(clippy::cast_possible_truncation)] // The halves of one value.
const fn halves(value: u128) -> (u64, u64) {
    (value as u64, (value >> 64) as u64)
}

impl Packed {
    #[allow(clippy::cast_possible_truncation)] // Hashing: the halves are mixed, then the top bits kept.
    #[inline]
    const fn slot(self) -> usize {
        let mixed = self.low.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ self.high.wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
        (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOT_BITS)) as usize
    }
}
