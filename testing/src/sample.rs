//! Values of received types, for tests.

use serde_json::Value;
use telegrammar::__private::Decode;
use telegrammar::{from_json, types};
use telegrammar_macros::listed;

use crate::answers::sample;
use crate::world::Clock;

/// A type of which a test can make a value: every object of the Bot API.
///
/// A sample has plausible values in the required fields, and nothing else. Set what the test is about:
///
/// ```
/// use telegrammar::types::Message;
/// use telegrammar_testing::Sample;
///
/// let mut message = Message::sample();
/// message.text = Some("Hello".to_owned());
/// assert_eq!(message.text.as_deref(), Some("Hello"));
/// ```
pub trait Sample: Sized {
    /// Returns a plausible value.
    #[must_use]
    fn sample() -> Self;
}

/// Decodes a value, which a test makes sure to be possible for every type.
fn decoded<T: Decode>(value: &Value) -> T {
    let text = value.to_string();
    from_json(&text).unwrap_or_else(|error| panic!("a sample cannot be decoded: {error}"))
}

macro_rules! samples {
    (objects: $($name:ident)+) => {
        $(impl Sample for types::$name {
            fn sample() -> Self {
                decoded(&sample::object(types::$name::INFO, Clock::default().now()).into())
            }
        })+

        /// Decodes a sample of each type.
        #[cfg(test)]
        pub(crate) fn all() -> Vec<&'static str> {
            vec![$({ let _ = types::$name::sample(); stringify!($name) },)+]
        }
    };
}

listed!(samples! objects);
