//! What the Bot API takes for a parameter, as questions to the type checker.
//!
//! The expansion passes each field through one of the functions below. So a field of a wrong type
//! is refused where it is declared, whatever the type is called, and a type of a user's own joins
//! by implementing the trait of its kind.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::value::{Param, Value};

macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $kind:ident $check:ident, $message:literal, $help:literal, $code:literal: $($type:ty),*;
    )+) => {$(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "wrong kind",
            note = $help,
            note = $code
        )]
        pub trait $kind: Param {}

        $(impl $kind for $type {})*
        impl<T: $kind> $kind for Option<T> {}
        impl<T: $kind + ?Sized> $kind for &T {}
        impl<T: $kind + ?Sized> $kind for Box<T> {}
        impl<T: $kind + ?Sized> $kind for Rc<T> {}
        impl<T: $kind + ?Sized> $kind for Arc<T> {}

        #[doc(hidden)]
        #[inline]
        pub fn $check<T: $kind>(value: &T) -> &dyn Param {
            value
        }
    )+

    /// The same questions, for the fields of a type.
    #[doc(hidden)]
    pub mod values {
        use super::{Array, Float, Integer, Long, Object, Param, Text, Value};

        $(
            #[inline]
            pub fn $check<T: super::$kind>(value: &T) -> Value<'_> {
                value.value()
            }
        )+

        #[inline]
        pub fn any<T: Param>(value: &T) -> Value<'_> {
            value.value()
        }

        #[inline]
        pub fn integers<T: Array<Item: Integer>>(value: &T) -> Value<'_> {
            value.value()
        }

        #[inline]
        pub fn longs<T: Array<Item: Long>>(value: &T) -> Value<'_> {
            value.value()
        }

        #[inline]
        pub fn floats<T: Array<Item: Float>>(value: &T) -> Value<'_> {
            value.value()
        }

        #[inline]
        pub fn texts<T: Array<Item: Text>>(value: &T) -> Value<'_> {
            value.value()
        }

        #[inline]
        pub fn objects<T: Array<Item: Object>>(value: &T) -> Value<'_> {
            value.value()
        }

        #[inline]
        pub fn rows<T: Array<Item: Array<Item: Object>>>(value: &T) -> Value<'_> {
            value.value()
        }
    }
    };
}

kinds! {
    /// Holds an Integer of the Bot API that fits 32 bits.
    Integer integer,
        "an Integer is needed, which `{Self}` cannot hold",
        "help: `i64`", "[telegrammar::diagnostics H04]":
        i8, i16, i32, i64, i128, u8, u16, u32, u64, u128;
    /// Holds an Integer of the Bot API that needs 64 bits, such as an id.
    Long long,
        "an Integer of 64 bits is needed, which `{Self}` cannot hold",
        "help: `i64`", "[telegrammar::diagnostics H05]":
        i64, i128, u64, u128;
    /// Holds a Float of the Bot API.
    Float float,
        "a Float is needed, which `{Self}` cannot hold",
        "help: `f64`", "[telegrammar::diagnostics H04]":
        f32, f64;
    /// Holds a String of the Bot API.
    Text text,
        "a String is needed, which `{Self}` cannot hold",
        "help: `String`", "[telegrammar::diagnostics H04]":
        str, String;
    /// Holds a Boolean of the Bot API.
    Boolean boolean,
        "a Boolean is needed, which `{Self}` cannot hold",
        "help: `bool`", "[telegrammar::diagnostics H04]":
        bool;
    /// Holds the id of a chat or its `@username`.
    Chat chat_id,
        "a chat's id or `@username` is needed, which `{Self}` cannot hold",
        "help: `ChatId`", "[telegrammar::diagnostics H04]":
        i64, str, String;
    /// Holds a file: an upload, or the id or URL of one.
    File file,
        "a file is needed, which `{Self}` cannot hold",
        "help: `InputFile`", "[telegrammar::diagnostics H04]":
        str, String;
    /// Holds a file that is uploaded.
    Upload upload,
        "a file that is uploaded is needed, which `{Self}` cannot hold",
        "help: `InputFile`", "[telegrammar::diagnostics H09]":;
    /// Holds an object of the Bot API.
    Object object,
        "an object is needed, which `{Self}` cannot hold",
        "help: a type with `#[telegram_type]`, or one that derives `serde::Serialize` and is named in `telegrammar::param!`",
        "[telegrammar::diagnostics H04]":;
}

/// Holds an Array of the Bot API.
#[diagnostic::on_unimplemented(
    message = "an Array is needed, which `{Self}` cannot hold",
    label = "wrong kind",
    note = "help: `Vec<…>`",
    note = "[telegrammar::diagnostics H04]"
)]
pub trait Array: Param {
    /// The type of an item.
    type Item;
}

macro_rules! arrays {
    ($([$($generics:tt)*] $list:ty;)+) => {$(
        impl<$($generics)*> Array for $list {
            type Item = T;
        }
    )+};
}

arrays! {
    [T: Param] Vec<T>;
    [T: Param, const N: usize] [T; N];
    [T: Param] &[T];
    [T: Param] Box<[T]>;
}

impl<T: Array> Array for Option<T> {
    type Item = T::Item;
}

impl Text for Cow<'_, str> {}
impl Chat for Cow<'_, str> {}
impl File for Cow<'_, str> {}

macro_rules! arrays_of {
    ($($check:ident $kind:ident;)+) => {$(
        #[doc(hidden)]
        #[inline]
        pub fn $check<T: Array<Item: $kind>>(value: &T) -> &dyn Param {
            value
        }
    )+};
}

arrays_of! {
    integers Integer;
    longs Long;
    floats Float;
    texts Text;
    objects Object;
}

#[doc(hidden)]
#[inline]
pub fn rows<T: Array<Item: Array<Item: Object>>>(value: &T) -> &dyn Param {
    value
}

/// The object of a variant, with the tag of its union if it has none of its own.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn tagged<'a>(value: Value<'a>, tag: &'static (&'static str, &'static str)) -> Value<'a> {
    match value {
        Value::Object(object) => Value::Tagged(object, tag),
        value => value,
    }
}

/// A flag is left out when it is false.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn flag(value: Value<'_>) -> Value<'_> {
    match value {
        Value::Bool(false) => Value::Absent,
        value => value,
    }
}

#[doc(hidden)]
#[inline]
pub fn any<T: Param>(value: &T) -> &dyn Param {
    value
}

/// A number that `range` can bound.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`range` needs a number, but this field is `{Self}`",
    label = "not a number",
    note = "help: for text: `len = 1..=10`, for lists: `items = 1..=10`",
    note = "[telegrammar::diagnostics E07]"
)]
pub trait Ranged {
    /// The primitive that the bounds are written in.
    type Number;
}

macro_rules! ranged {
    ($($number:ty)+) => {$(
        impl Ranged for $number {
            type Number = $number;
        }
    )+};
}

ranged!(i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64);

impl<T: Ranged> Ranged for Option<T> {
    type Number = T::Number;
}

macro_rules! rule_checks {
    ($($(#[$doc:meta])* $trait:ident $check:ident $message:literal $label:literal $help:literal;)+) => {$(
        $(#[$doc])*
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(
            message = $message,
            label = $label,
            note = $help,
            note = "[telegrammar::diagnostics E07]"
        )]
        pub trait $trait {}

        #[doc(hidden)]
        pub const fn $check<T: $trait + ?Sized>() {}
    )+};
}

rule_checks! {
    /// A text that `len` can measure.
    LenRule len_rule
        "`len` needs text, but this field is `{Self}`" "not text"
        "help: for numbers: `range = 1..=10`, for lists: `items = 1..=10`";
    /// A text that `bytes` can measure.
    BytesRule bytes_rule
        "`bytes` needs text, but this field is `{Self}`" "not text"
        "help: for numbers: `range = 1..=10`, for lists: `items = 1..=10`";
    /// A list that `items` can count.
    ItemsRule items_rule
        "`items` needs a list, but this field is `{Self}`" "not a list"
        "help: for numbers: `range = 1..=10`, for text: `len = 1..=10`";
}

#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> LenRule for T {}
#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> BytesRule for T {}
#[diagnostic::do_not_recommend]
impl<T: Array> ItemsRule for T {}

/// A value for a field that is never sent.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` needs `Default` to be skipped",
    label = "no default value",
    note = "help: derive or implement `Default` for it",
    note = "[telegrammar::diagnostics D07]"
)]
pub trait Skippable: Sized {
    /// The value of a skipped field.
    fn skipped() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> Skippable for T {
    fn skipped() -> Self {
        T::default()
    }
}

#[doc(hidden)]
pub const fn skippable<T: Skippable>() {}

#[doc(hidden)]
#[must_use]
pub fn skipped<T: Default>() -> T {
    T::default()
}

/// Checks bounds that are constants once their values are known.
#[doc(hidden)]
#[track_caller]
#[allow(clippy::cast_precision_loss)] // Limits of the Bot API are small.
pub const fn ordered(low: f64, high: f64, min: Option<i128>, max: Option<i128>) {
    assert!(
        low <= high,
        "the range is empty: its minimum exceeds its maximum"
    );
    if let Some(min) = min {
        assert!(
            low >= min as f64,
            "the range starts below what the Bot API accepts"
        );
    }
    if let Some(max) = max {
        assert!(
            high <= max as f64,
            "the range ends above what the Bot API accepts"
        );
    }
}

/// Stands for a result type that a definition with errors does not tell.
#[doc(hidden)]
#[derive(Debug)]
pub enum Undeclared {}

impl<'de> serde::Deserialize<'de> for Undeclared {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        broken(deserializer)
    }
}

/// The body of a `deserialize` whose definition has errors and never runs.
#[doc(hidden)]
pub fn broken<'de, D: serde::Deserializer<'de>, T>(_: D) -> Result<T, D::Error> {
    Err(serde::de::Error::custom("the definition has errors"))
}
