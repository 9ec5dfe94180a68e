//! Field-name hash index and bitset of seen fields.

use super::field::FieldInfo;

/// A bitset of up to 256 fields of one object. The largest type of the Bot API has half as many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldSet([u64; 4]);

impl FieldSet {
    /// The number of fields that it can hold.
    pub(crate) const CAPACITY: usize = 256;

    /// The empty set.
    pub(crate) const EMPTY: Self = Self([0; 4]);

    /// Returns the set of required fields.
    #[must_use]
    pub(crate) const fn required(fields: &[FieldInfo]) -> Self {
        let mut set = [0; 4];
        let mut index = 0;
        while index < fields.len() && index < Self::CAPACITY {
            if fields[index].required {
                set[index / 64] |= 1 << (index % 64);
            }
            index += 1;
        }
        Self(set)
    }

    /// Returns whether the field is in the set.
    #[inline]
    pub(crate) fn has(&self, index: usize) -> bool {
        self.0
            .get(index / 64)
            .is_some_and(|part| part >> (index % 64) & 1 == 1)
    }

    /// Adds the field.
    #[inline]
    pub(crate) fn insert(&mut self, index: usize) {
        if let Some(part) = self.0.get_mut(index / 64) {
            *part |= 1 << (index % 64);
        }
    }

    /// Returns the first field of `wanted` that is not in the set.
    #[inline]
    pub(crate) fn first_missing(&self, wanted: &Self) -> Option<usize> {
        let parts = wanted.0.iter().zip(&self.0).enumerate();
        for (part, (wanted, seen)) in parts {
            let missing = wanted & !seen;
            if missing != 0 {
                return Some(part * 64 + missing.trailing_zeros() as usize);
            }
        }
        None
    }
}

/// The value of an empty slot.
const FREE: u8 = u8::MAX;

/// Builds the index: `N` slots, a power of two and larger than the number of fields; 0 for none. Each
/// slot contains the index of a field, at a hash of its name.
#[must_use]
pub const fn index<const N: usize>(fields: &[FieldInfo]) -> [u8; N] {
    let mut slots = [FREE; N];
    let mut field = 0;
    while field < fields.len() && field < FREE as usize && N > 0 {
        let mut slot = hash(fields[field].name.as_bytes()) & (N - 1);
        while slots[slot] != FREE {
            slot = (slot + 1) & (N - 1);
        }
        #[allow(clippy::cast_possible_truncation)] // Bounded by the loop.
        let content = field as u8;
        slots[slot] = content;
        field += 1;
    }
    slots
}

/// Names differ in their length and in a few letters. The factors are those that distribute the
/// fields of the Bot API best.
#[inline]
const fn hash(name: &[u8]) -> usize {
    let length = name.len();
    if length == 0 {
        return 0;
    }
    (name[length / 2] as usize * 87)
        .wrapping_add(name[length - 1] as usize * 227)
        .wrapping_add(length.wrapping_mul(213))
}

/// Returns the index of the field with this name.
#[inline]
pub(super) fn find(fields: &[FieldInfo], index: &[u8], name: &[u8]) -> Option<usize> {
    let mask = index.len().wrapping_sub(1);
    let field = index.get(hash(name) & mask).copied();
    let field = field.unwrap_or(FREE).into();
    if is(fields, field, name) {
        return Some(field);
    }
    search(fields, index, name)
}

/// Searches for a field whose slot is occupied by another one.
#[inline(never)]
fn search(fields: &[FieldInfo], index: &[u8], name: &[u8]) -> Option<usize> {
    let Some(mask) = index.len().checked_sub(1) else {
        return (0..fields.len()).find(|field| is(fields, *field, name));
    };
    let mut slot = hash(name);
    // There is always an empty slot, so the search ends.
    while let Some(&field) = index.get(slot & mask) {
        if is(fields, field.into(), name) {
            return Some(field.into());
        }
        if field == FREE {
            return None;
        }
        slot += 1;
    }
    None
}

#[inline]
fn is(fields: &[FieldInfo], index: usize, name: &[u8]) -> bool {
    let field = fields.get(index);
    field.is_some_and(|field| same(field.name.as_bytes(), name))
}

/// Returns whether two names are equal. Most names fit two machine words, which are faster to
/// compare than by a call of `memcmp`.
#[inline]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    match (ends::<8>(one), ends::<8>(other)) {
        (Some(ends), Some(others)) => ends == others && (one.len() <= 16 || one == other),
        _ => match (ends::<4>(one), ends::<4>(other)) {
            (Some(ends), Some(others)) => ends == others,
            _ => one == other,
        },
    }
}

/// [`same`] in constants, where texts cannot be compared otherwise.
pub(super) const fn same_text(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Returns the first and the last bytes, which may overlap.
#[inline]
fn ends<const N: usize>(name: &[u8]) -> Option<([u8; N], [u8; N])> {
    Some((*name.first_chunk()?, *name.last_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_past_the_set_is_no_other_field() {
        let mut seen = FieldSet::EMPTY;
        seen.insert(0);
        assert!(seen.has(0) && !seen.has(256), "{seen:?}");
        seen.insert(255);
        seen.insert(257);
        assert!(seen.has(255) && !seen.has(1) && !seen.has(257), "{seen:?}");
    }
}
