//! What separates the parts of a form.

use std::fmt::Write;
use std::hash::{BuildHasher, RandomState};

/// A text of 128 random bits, which no content holds by chance or can be made to hold.
///
/// The keys of the standard library's hash maps are random, and their hash cannot be foreseen
/// without them; so no crate for random numbers is needed.
pub(super) fn boundary() -> String {
    let mut boundary = "telegrammar-".to_owned();
    for salt in 0..2_u8 {
        let bits = RandomState::new().hash_one(salt);
        // Writing to a string cannot fail.
        let _ = write!(boundary, "{bits:016x}");
    }
    boundary
}
