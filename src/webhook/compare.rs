//! Comparison of secrets.

use std::hint::black_box;

/// Returns whether two texts are equal, in a time that does not depend on where they differ. It
/// depends on their length, which is not secret.
///
/// A few lines and not the crate `subtle`, which is not built without default features.
pub(super) fn is_equal(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let difference = one
        .iter()
        .zip(other)
        // Opaque, so that the compiler cannot end the loop early.
        .fold(0, |difference, (one, other)| {
            black_box(difference | (one ^ other))
        });
    difference == 0
}
