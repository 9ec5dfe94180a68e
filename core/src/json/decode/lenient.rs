//! A second try at a result that could not be decoded: in it, an object that can keep what it does
//! not understand may do so instead of failing. The usual path knows nothing of it.

use std::cell::Cell;

use serde::de::Error;

use crate::client::method::Read;
use crate::json::decode::reader::{Reader, keeper};
use crate::json::decode::union::{Members, object_of};
use crate::value::object::Object;

thread_local! {
    static SECOND_TRY: Cell<bool> = const { Cell::new(false) };
}

/// Whether the decoding that is going on is a second try.
pub(crate) fn is_second_try() -> bool {
    SECOND_TRY.get()
}

/// Reads a value. If that fails, what can hold a part that it does not understand gets a second try,
/// so that one bad update does not cost the batch.
pub(crate) fn read<T>(read: Read<T>, json: &str) -> Result<T, serde_json::Error> {
    read(json).or_else(|error| within(|| read(json)).map_err(|_| error))
}

/// Runs `decode` as a second try.
fn within<T>(decode: impl FnOnce() -> T) -> T {
    /// Ends the second try, even if the decoding panics, and not one that it is within.
    struct End(bool);

    impl Drop for End {
        fn drop(&mut self) {
            SECOND_TRY.set(self.0);
        }
    }

    let _end = End(SECOND_TRY.replace(true));
    decode()
}

/// Fills an object from its members. Whatever is wrong with one that is not required stays with the
/// object, which keeps itself as JSON then.
pub(crate) fn salvage(object: &mut dyn Object, members: &Members) -> Result<(), serde_json::Error> {
    let mut reader = Reader::new(object);
    let mut problem = None;
    for (name, json) in members {
        if let Err(error) = reader.replay(name, json) {
            if reader.is_required() {
                return Err(serde_json::Error::custom(error));
            }
            problem.get_or_insert(error);
        }
    }
    reader.finish::<serde_json::Error>()?;
    let (Some(problem), Some(keeper)) = (problem, keeper(object)) else {
        return Ok(());
    };
    keeper.keep_broken(problem, object_of(members)?);
    Ok(())
}
