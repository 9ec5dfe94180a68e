//! A second try at a result that could not be decoded: in it, a type that can hold what it does not
//! understand may do so instead of failing. The usual path knows nothing of it.

use std::cell::Cell;

thread_local! {
    static TOLERANT: Cell<bool> = const { Cell::new(false) };
}

/// Whether the decoding that is going on is a second try.
#[must_use]
pub fn is_tolerant() -> bool {
    TOLERANT.get()
}

/// Runs `decode` as a second try.
pub(crate) fn within<T>(decode: impl FnOnce() -> T) -> T {
    /// Ends the second try, even if the decoding panics.
    struct End;

    impl Drop for End {
        fn drop(&mut self) {
            TOLERANT.set(false);
        }
    }

    TOLERANT.set(true);
    let _end = End;
    decode()
}
