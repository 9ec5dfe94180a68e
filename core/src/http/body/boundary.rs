//! The boundary between the parts of a form.

use std::fmt::Write;
use std::hash::{BuildHasher, RandomState};

/// Returns a text of 128 random bits, which no content contains by chance or can be made to
/// contain.
///
/// The keys of the standard library's hash maps are random, and their hashes cannot be predicted
/// without them, so no crate for random numbers is needed.
pub(super) fn boundary() -> String {
    let mut boundary = "telegrammar-".to_owned();
    for salt in 0..2_u8 {
        let bits = RandomState::new().hash_one(salt);
        // Writing to a string cannot fail.
        let _ = write!(boundary, "{bits:016x}");
    }
    boundary
}
