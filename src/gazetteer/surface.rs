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
    /// The surface's bytes and its length; 0 for an empty slot.
    surface: u128,
    value: V,
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
        let Some(slot) = self.slots.get_mut(slot_of(packed)) else { return make(surface(), &mut self.buffer) };
        if slot.surface != packed {
            *slot = Slot { surface: packed, value: make(surface(), &mut self.buffer) };
        }
        slot.value
    }
}

/// The bytes `start..end` and their number as one value; `None` for those that do not fit.
fn pack(bytes: &[u8], start: usize, end: usize) -> Option<u128> {
    let length = end.checked_sub(start)?;
    if length == 0 || length > LONGEST {
        return None;
    }
    let mut packed = [0; 16];
    if let Some(whole) = bytes.get(start..start + 16) {
        packed.copy_from_slice(whole);
        let value = u128::from_le_bytes(packed) & (u128::MAX >> (128 - 8 * length));
        return Some(value | (length as u128) << 120);
    }
    packed[..length].copy_from_slice(bytes.get(start..end)?);
    packed[15] = u8::try_from(length).ok()?;
    Some(u128::from_le_bytes(packed))
}

#[allow(clippy::cast_possible_truncation)] // Hashing: the halves are mixed, then the top bits kept.
const fn slot_of(packed: u128) -> usize {
    let mixed = (packed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ ((packed >> 64) as u64).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOT_BITS)) as usize
}
