//! Decodes JSON text into targets. Here: the decoder, lenient decoding and its repairs. Not here:
//! the envelope of a response (`http::envelope`).
//!
//! The output of a serde deserializer is first written as JSON text (`source`), so that the same
//! decoder reads it. This file has the entry points; start reading at `reader`, and find each kind
//! of value in `value`.
#![allow(
    clippy::inline_always,
    reason = "decoding updates takes 4 % fewer instructions with it"
)]

mod containers;
mod default;
mod error;
mod events;
mod fields;
mod held;
mod lenient;
mod locate;
mod number;
mod object;
mod reader;
mod report;
mod skip;
mod source;
mod text;
mod undeclared;
mod union;
mod value;

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, Deserializer, Error};

use crate::value::target::{Decode, Target};

pub use error::JsonError;
pub(crate) use events::events;
pub use fields::{Fields, OwnedBase, finish};
pub(crate) use reader::{Failed, Read, Reader};
pub(crate) use report::{are_reported, report};

/// Decodes a value of the Bot API from JSON, such as the update that a webhook receives.
///
/// A type that is only ever received is read leniently: what a server leaves out or gets wrong costs
/// no more than it must, and [`Update::repairs`] and a `tracing` warning tell of it. Bytes that are
/// not UTF-8 become U+FFFD. A type that can be sent is read strictly, as by [`from_json_strict`].
///
/// ```
/// # use telegrammar_core as telegrammar;
/// let names: Vec<String> = telegrammar::from_json(r#"["Anna","Bo"]"#)?;
/// assert_eq!(names, ["Anna", "Bo"]);
/// # Ok::<(), telegrammar::error::JsonError>(())
/// ```
///
/// [`Update::repairs`]: https://docs.rs/telegrammar/latest/telegrammar/types/struct.Update.html
///
/// # Errors
///
/// The text is not JSON, or its value is not a `T` and cannot be repaired.
pub fn from_json<T: Decode>(json: impl AsRef<[u8]>) -> Result<T, JsonError> {
    if !T::IS_RECEIVED {
        return from_json_strict(json);
    }
    let mut value = T::empty();
    let json = json.as_ref();
    let (text, replaced) = to_text(json);
    let mut reader = Reader::new(&text, true).with_replaced(replaced);
    reader.whole(value.target(), Some(json))?;
    Ok(value)
}

/// Decodes a value of the Bot API from JSON without any repair.
///
/// # Errors
///
/// The text is not JSON in UTF-8, or its value is not a `T`.
pub fn from_json_strict<T: Decode>(json: impl AsRef<[u8]>) -> Result<T, JsonError> {
    let mut value = T::empty();
    let json = json.as_ref();
    let (text, replaced) = to_text(json);
    let mut reader = Reader::new(&text, false);
    if let Some(&at) = replaced.first() {
        let Failed = reader.fail(error::FaultKind::Syntax("the text is not UTF-8"), at);
        return Err(reader.error(Some(json), ""));
    }
    reader.whole(value.target(), Some(json))?;
    Ok(value)
}

/// Decodes a value from any deserializer.
///
/// # Errors
///
/// The deserializer's own error; or the value is not a `T` and cannot be repaired.
pub fn decode<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = source::text(deserializer)?;
    let mut value = T::empty();
    let mut reader = Reader::new(&text, T::IS_RECEIVED);
    let result = reader.whole(value.target(), None);
    result.map_err(D::Error::custom)?;
    Ok(value)
}

/// How many positions of invalid UTF-8 are remembered.
const MOST_REPLACED: usize = 1 << 16;

/// Converts bytes to text. Returns the positions of U+FFFD that replace invalid UTF-8.
pub(crate) fn to_text(bytes: &[u8]) -> (Cow<'_, str>, Vec<usize>) {
    let mut replaced = Vec::new();
    if let Ok(text) = str::from_utf8(bytes) {
        return (text.into(), replaced);
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            // As many as are ever reported.
            if replaced.len() < MOST_REPLACED {
                replaced.push(text.len());
            }
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (text.into(), replaced)
}

impl Reader<'_> {
    /// Reads the whole text into the target, and reports what was repaired. Errors tell a position
    /// in `json`, if that is what the caller knows.
    fn whole(&mut self, target: Target<'_>, json: Option<&[u8]>) -> Result<(), JsonError> {
        let read = self.read(target);
        if read.is_err() && self.is_broken() {
            return Err(self.error(json, ""));
        }
        self.hold_replaced(0);
        // Invalid JSON takes precedence over a value of another form.
        let fault = self.fault.take();
        if self.finish().is_err() {
            return Err(self.error(json, ""));
        }
        if read.is_err() {
            self.fault = fault;
            return Err(self.error(json, ""));
        }
        if are_reported() {
            self.report_repairs();
        }
        Ok(())
    }

    /// The error for a value that could not be read.
    pub(crate) fn error(&self, json: Option<&[u8]>, root: &str) -> JsonError {
        match &self.fault {
            Some(fault) => JsonError::new(fault, json, root),
            // Whatever fails says why.
            None => JsonError::new(
                &error::Fault {
                    kind: error::FaultKind::End,
                    offset: self.at,
                    path: Vec::new(),
                },
                json,
                root,
            ),
        }
    }
}

/// Returns the members of an object, each as its JSON.
pub(crate) fn members(json: &str) -> Result<Vec<(String, &str)>, JsonError> {
    let mut members = Vec::new();
    let mut reader = Reader::new(json, false);
    let read = reader.members(&mut |reader, name, first| {
        members.push((name.to_owned(), reader.slice(first)?));
        Ok(())
    });
    let read = read.and_then(|()| reader.finish());
    read.map_err(|Failed| reader.error(Some(json.as_bytes()), ""))?;
    Ok(members)
}

/// Returns the content of a JSON string.
pub(crate) fn content(json: &str) -> Option<Cow<'_, str>> {
    Reader::new(json, false).text_in_place().ok()
}

/// A function that decodes a result and leaves the reader after it.
pub(crate) type ReadResult<R> = fn(reader: &mut Reader<'_>) -> Read<R>;

/// A function that decodes a result, if it is not decoded with `serde::Deserialize`.
pub type Reading<R> = Option<ReadResult<R>>;

/// Decodes a result of a type that has a target.
///
/// # Errors
///
/// The reader has the fault.
pub fn read_target<T: Decode>(reader: &mut Reader<'_>) -> Read<T> {
    let mut value = T::empty();
    reader.read(value.target())?;
    Ok(value)
}

/// Decodes a result with `serde::Deserialize`.
pub(crate) fn read_serde<T: DeserializeOwned>(reader: &mut Reader<'_>) -> Read<T> {
    let first = reader.token()?;
    let start = reader.at;
    let json = reader.raw(first)?;
    let result = serde_json::from_str(json);
    result.map_err(|error| reader.foreign(start, &error))
}

/// Selects the decoder of a `T` that has a target. For any other `T`, only [`ReadBySerde`] applies.
pub struct ReadByTarget<T>(PhantomData<T>);

impl<T: Decode> ReadByTarget<T> {
    /// The function that decodes it.
    pub const READ: Reading<T> = Some(read_target);
}

/// Fallback of [`ReadByTarget`] for types without a target.
pub trait ReadBySerde<T> {
    /// No function: the type is decoded with `serde::Deserialize`.
    const READ: Reading<T> = None;
}

impl<T> ReadBySerde<T> for ReadByTarget<T> {}
