//! Data of inline buttons.

use std::fmt;

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};

/// The most bytes of callback data.
const MOST: usize = 64;

/// Packs a name and a value into the data of an inline button, which has at most 64 bytes.
///
/// The value can be anything that serde serializes: a number, a text, a tuple, a small struct. The
/// data is the name, a colon, and the JSON of the value. A tuple or list has no brackets, except one
/// of a single value, which would look like the value alone.
/// [`parse_callback_data`] is the inverse.
///
/// # Errors
///
/// The name must not be empty or contain a colon, the value must be serializable, and all must fit
/// into 64 bytes.
///
/// ```
/// use telegrammar::text::{callback_data, parse_callback_data};
///
/// let data = callback_data("vote", (17, "yes"))?;
/// assert_eq!(data, r#"vote:17,"yes""#);
/// let (id, answer): (i64, String) = parse_callback_data("vote", &data).expect("a vote");
/// assert_eq!((id, answer.as_str()), (17, "yes"));
/// assert_eq!(parse_callback_data::<(i64, String)>("close", &data), None);
/// # Ok::<(), telegrammar::text::CallbackDataError>(())
/// ```
pub fn callback_data(name: &str, value: impl Serialize) -> Result<String, CallbackDataError> {
    if name.is_empty() || name.contains(':') {
        return Err(CallbackDataError::Name);
    }
    let json = serde_json::to_string(&value).map_err(|_| CallbackDataError::Value)?;
    let bare = json
        .strip_prefix('[')
        .and_then(|json| json.strip_suffix(']'))
        .filter(|bare| !is_json(bare));
    let data = format!("{name}:{}", bare.unwrap_or(&json));
    match data.len() {
        ..=MOST => Ok(data),
        length => Err(CallbackDataError::Length(length)),
    }
}

/// Returns the value in data that [`callback_data`] packed with a name, or nothing if the name is
/// another one or the value does not fit the type. The data can be anything: clients may send what
/// no button has.
#[must_use]
pub fn parse_callback_data<T: DeserializeOwned>(name: &str, data: &str) -> Option<T> {
    let value = data.strip_prefix(name)?.strip_prefix(':')?;
    if is_json(value) {
        serde_json::from_str(value).ok()
    } else {
        serde_json::from_str(&format!("[{value}]")).ok()
    }
}

/// Returns whether a text is one value, not a list of values without brackets.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Data that an inline button cannot have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallbackDataError {
    /// The name is empty or contains a colon.
    Name,
    /// The value cannot be serialized as JSON.
    Value,
    /// The data would have this many bytes.
    Length(usize),
}

impl fmt::Display for CallbackDataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => f.write_str("the name of callback data must not be empty or contain `:`"),
            Self::Value => f.write_str("the value of callback data cannot be serialized"),
            Self::Length(length) => {
                write!(
                    f,
                    "callback data must have 1..={MOST} bytes, but has {length}"
                )
            }
        }
    }
}

impl std::error::Error for CallbackDataError {}
