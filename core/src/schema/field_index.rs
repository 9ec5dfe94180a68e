//! Finds fields by their names, and remembers which have been there.

use crate::schema::ParamInfo;
use crate::value::object::TypeInfo;

/// A set of up to 256 fields of one object. The largest type of the Bot API has half as many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldSet([u64; 4]);

impl FieldSet {
    /// No field.
    pub(crate) const EMPTY: Self = Self([0; 4]);

    /// The fields that an object must have.
    #[must_use]
    pub(crate) const fn required(fields: &[ParamInfo]) -> Self {
        let mut set = [0; 4];
        let mut index = 0;
        while index < fields.len() && index < 256 {
            if fields[index].required {
                set[index / 64] |= 1 << (index % 64);
            }
            index += 1;
        }
        Self(set)
    }

    /// Whether the field is in the set.
    #[inline]
    pub(crate) fn has(&self, index: usize) -> bool {
        self.0
            .get(index / 64)
            .is_some_and(|part| part >> (index % 64) & 1 == 1)
    }

    /// Puts the field into the set.
    #[inline]
    pub(crate) fn insert(&mut self, index: usize) {
        if let Some(part) = self.0.get_mut(index / 64) {
            *part |= 1 << (index % 64);
        }
    }

    /// The first field of `wanted` that is not in the set.
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

/// Marks a slot without a field.
const FREE: u8 = u8::MAX;

/// The fields by a number made of their names: `N` slots, a power of two and larger than the number
/// of fields, each with the index of a field.
#[must_use]
pub const fn index<const N: usize>(fields: &[ParamInfo]) -> [u8; N] {
    let mut slots = [FREE; N];
    let mut field = 0;
    while field < fields.len() && field < FREE as usize {
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

/// Names differ in their lengths and in a few of their letters. The factors are those that spread
/// the fields of the Bot API best.
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

/// The index of the field called `name`. Looks at the one that is expected before it searches.
#[inline]
pub(crate) fn find(info: &'static TypeInfo, next: usize, name: &str) -> Option<usize> {
    if is(info, next, name) {
        return Some(next);
    }
    let field = first(info, name);
    if is(info, field, name) {
        return Some(field);
    }
    search(info, name)
}

/// Where the index has the name, unless another one took its slot.
#[inline]
fn first(info: &'static TypeInfo, name: &str) -> usize {
    let mask = info.index.len().wrapping_sub(1);
    let slot = hash(name.as_bytes()) & mask;
    info.index.get(slot).copied().unwrap_or(FREE).into()
}

#[inline(never)]
fn search(info: &'static TypeInfo, name: &str) -> Option<usize> {
    let Some(mask) = info.index.len().checked_sub(1) else {
        return info.fields.iter().position(|field| field.name == name);
    };
    let mut slot = hash(name.as_bytes());
    // There is always a free slot, so the search ends.
    while let Some(&field) = info.index.get(slot & mask) {
        if is(info, field.into(), name) {
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
fn is(info: &'static TypeInfo, index: usize, name: &str) -> bool {
    let field = info.fields.get(index);
    field.is_some_and(|field| same(field.name.as_bytes(), name.as_bytes()))
}

/// Whether two names are equal. Names are short: two words of the machine hold most of them, which
/// costs less than a call of the function that compares any memory.
#[inline]
fn same(one: &[u8], other: &[u8]) -> bool {
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

/// The first and the last bytes, which may overlap.
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
