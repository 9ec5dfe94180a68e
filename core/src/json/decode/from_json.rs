//! Reads values of the Bot API from JSON, by the engine that fills them from their tables.

use std::marker::PhantomData;

use serde::de::DeserializeSeed;

use crate::client::method::Reading;
use crate::json::decode::fill::Place;
use crate::json::decode::lenient;
use crate::value::target::{Slot, Target};

/// Reads a value of the Bot API from JSON, such as the update that a webhook got.
///
/// It does what `serde_json::from_str` does, by code that is compiled once in telegrammar and not
/// again in every program. An [update](https://core.telegram.org/bots/api#update) that cannot be
/// decoded is kept, as it is in a batch.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// let names: Vec<String> = telegrammar::from_json(r#"["Anna","Bo"]"#)?;
/// assert_eq!(names, ["Anna", "Bo"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// The parser's own; a value of a wrong kind; a required field that is not there.
pub fn from_json<T: Slot>(json: &str) -> Result<T, serde_json::Error> {
    lenient::read(read, json)
}

/// Reads a result that has a [`Target`], from JSON that holds nothing else.
///
/// # Errors
///
/// The parser's own; a value of a wrong kind; a required field that is not there.
pub fn read<T: Slot>(json: &str) -> Result<T, serde_json::Error> {
    let mut value = T::blank();
    read_into(value.open(), json)?;
    Ok(value)
}

/// What reads a `T`, if it has a table. Otherwise `T` has only what [`ReadBySerde`] gives.
pub struct ReadByTable<T>(PhantomData<T>);

impl<T: Slot> ReadByTable<T> {
    /// The function that does it.
    pub const READ: Reading<T> = Some(read);
}

/// What stands in for [`ReadByTable`] where there is no table.
pub trait ReadBySerde<T> {
    /// No function: the type's own `serde::Deserialize` reads it.
    const READ: Reading<T> = None;
}

impl<T> ReadBySerde<T> for ReadByTable<T> {}

/// The one place where the engine meets `serde_json`, so that it is compiled here with it, and not
/// again wherever a result is read.
#[inline(never)]
fn read_into(target: Target<'_>, json: &str) -> Result<(), serde_json::Error> {
    let mut parser = serde_json::Deserializer::from_str(json);
    Place(target).deserialize(&mut parser)?;
    parser.end()
}
