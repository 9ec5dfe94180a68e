//! Traits that check the types of fields against the Bot API.
//!
//! The expansion accesses each field through one of the traits below, so a field of the wrong type
//! is rejected where it is declared, whatever the type is called. Users' own types participate by
//! implementing the trait.
//!
//! The field's type is always the `Self` of a trait, never the bound of a function, and no
//! implementation is recommended: then the compiler underlines the field, states what is needed,
//! and prints nothing about this module.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::schema::Rule;
use crate::value::input_file::InputFile;
#[doc(hidden)]
pub use crate::value::variant::{UnknownVariant, UnknownWord, VariantContent};
use crate::value::{Param, Value, views};

macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $kind:ident, $message:literal, $help:literal, $code:literal: $($type:ty),*;
    )+) => {$(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "wrong kind",
            note = $help,
            note = $code
        )]
        pub trait $kind: Param {
            views!();
        }

        $(
            #[diagnostic::do_not_recommend]
            impl $kind for $type {}
        )*
        #[diagnostic::do_not_recommend]
        impl<T: $kind> $kind for Option<T> {}
        #[diagnostic::do_not_recommend]
        impl<T: $kind + ?Sized> $kind for &T {}
        #[diagnostic::do_not_recommend]
        impl<T: $kind + ?Sized> $kind for Box<T> {}
        #[diagnostic::do_not_recommend]
        impl<T: $kind + ?Sized> $kind for Rc<T> {}
        #[diagnostic::do_not_recommend]
        impl<T: $kind + ?Sized> $kind for Arc<T> {}
    )+};
}

kinds! {
    /// Holds an Integer of the Bot API that fits 32 bits.
    Integer,
        "an Integer is needed, which `{Self}` cannot hold",
        "help: `i64`", "[telegrammar::diagnostics H04]":
        i8, i16, i32, i64, i128, u8, u16, u32, u64, u128;
    /// Holds an Integer of the Bot API that needs 64 bits, such as an id.
    Long,
        "an Integer of 64 bits is needed, which `{Self}` cannot hold",
        "help: `i64`", "[telegrammar::diagnostics H05]":
        i64, i128, u64, u128;
    /// Holds a Float of the Bot API.
    Float,
        "a Float is needed, which `{Self}` cannot hold",
        "help: `f64`", "[telegrammar::diagnostics H04]":
        f32, f64;
    /// Holds a String of the Bot API.
    Text,
        "a String is needed, which `{Self}` cannot hold",
        "help: `String`", "[telegrammar::diagnostics H04]":
        str, String;
    /// Holds a Boolean of the Bot API.
    Boolean,
        "a Boolean is needed, which `{Self}` cannot hold",
        "help: `bool`", "[telegrammar::diagnostics H04]":
        bool;
    /// Holds the id of a chat or its `@username`.
    Chat,
        "a chat's id or `@username` is needed, which `{Self}` cannot hold",
        "help: `ChatId`", "[telegrammar::diagnostics H04]":
        i64, str, String;
    /// Holds a file: an upload, or the id or URL of one.
    File,
        "a file is needed, which `{Self}` cannot hold",
        "help: `InputFile`", "[telegrammar::diagnostics H04]":
        str, String;
    /// Holds a file that is uploaded.
    Upload,
        "a file that is uploaded is needed, which `{Self}` cannot hold",
        "help: `InputFile`", "[telegrammar::diagnostics H09]":;
    /// Holds an object of the Bot API.
    Object,
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
    [T: Param] Box<Vec<T>>;
}

#[diagnostic::do_not_recommend]
impl File for InputFile {}
#[diagnostic::do_not_recommend]
impl Upload for InputFile {}
#[diagnostic::do_not_recommend]
impl Text for Cow<'_, str> {}
#[diagnostic::do_not_recommend]
impl Chat for Cow<'_, str> {}
#[diagnostic::do_not_recommend]
impl File for Cow<'_, str> {}

macro_rules! arrays_of {
    ($($(#[$doc:meta])* $kind:ident, $message:literal, $help:literal, [$($item:tt)+];)+) => {$(
        $(#[$doc])*
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "wrong kind",
            note = $help,
            note = "[telegrammar::diagnostics H04]"
        )]
        pub trait $kind: Param {
            views!();
        }

        #[diagnostic::do_not_recommend]
        impl<T: Array<Item: $($item)+>> $kind for T {}
        #[diagnostic::do_not_recommend]
        impl<T: $kind> $kind for Option<T> {}
    )+};
}

arrays_of! {
    /// Holds an Array of Integers that fit 32 bits.
    Integers, "an Array of Integer is needed, which `{Self}` cannot hold",
        "help: `Vec<i64>`", [Integer];
    /// Holds an Array of Integers that need 64 bits.
    Longs, "an Array of Integer of 64 bits is needed, which `{Self}` cannot hold",
        "help: `Vec<i64>`", [Long];
    /// Holds an Array of Floats.
    Floats, "an Array of Float is needed, which `{Self}` cannot hold",
        "help: `Vec<f64>`", [Float];
    /// Holds an Array of Strings.
    Texts, "an Array of String is needed, which `{Self}` cannot hold",
        "help: `Vec<String>`", [Text];
    /// Holds an Array of objects.
    Objects, "an Array of objects is needed, which `{Self}` cannot hold",
        "help: `Vec<…>` of a type with `#[telegram_type]`, or of one that derives `serde::Serialize` and is named in `telegrammar::param!`",
        [Object];
    /// Holds rows of objects.
    Rows, "an Array of Array of objects is needed, which `{Self}` cannot hold",
        "help: `Vec<Vec<…>>`", [Array<Item: Object>];
}

/// Returns the object of a variant, with the tag of its union if it has none of its own.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn tagged<'a>(value: Value<'a>, tag: &'static (&'static str, &'static str)) -> Value<'a> {
    match value {
        Value::Object(object) => Value::Tagged(object, tag),
        Value::Json(json) => Value::TaggedJson(json, tag),
        value => value,
    }
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
    /// The primitive type of the bounds.
    type Number;

    /// Whether it is a float.
    const IS_FLOAT: bool;
}

macro_rules! ranged {
    ($is_float:literal $($number:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl Ranged for $number {
            type Number = $number;
            const IS_FLOAT: bool = $is_float;
        }
    )+};
}

ranged!(false i8 i16 i32 i64 i128 u8 u16 u32 u64 u128);
ranged!(true f32 f64);

#[diagnostic::do_not_recommend]
impl<T: Ranged> Ranged for Option<T> {
    type Number = T::Number;
    const IS_FLOAT: bool = T::IS_FLOAT;
}

macro_rules! rule_checks {
    ($($(#[$doc:meta])* $trait:ident $message:literal $label:literal $help:literal;)+) => {$(
        $(#[$doc])*
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(
            message = $message,
            label = $label,
            note = $help,
            note = "[telegrammar::diagnostics E07]"
        )]
        pub trait $trait {
            /// Referenced to check the bound.
            const HOLDS: () = ();
        }
    )+};
}

rule_checks! {
    /// A string that `len` can measure.
    LenRule
        "`len` needs text, but this field is `{Self}`" "not text"
        "help: for numbers: `range = 1..=10`, for lists: `items = 1..=10`";
    /// A string that `bytes` can measure.
    BytesRule
        "`bytes` needs text, but this field is `{Self}`" "not text"
        "help: for numbers: `range = 1..=10`, for lists: `items = 1..=10`";
    /// A list that `items` can count.
    ItemsRule
        "`items` needs a list, but this field is `{Self}`" "not a list"
        "help: for numbers: `range = 1..=10`, for text: `len = 1..=10`";
}

#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> LenRule for T {}
#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> BytesRule for T {}
#[diagnostic::do_not_recommend]
impl<T: Array> ItemsRule for T {}
#[diagnostic::do_not_recommend]
impl<T: ItemsRule> ItemsRule for Option<T> {}

/// A type for a field that is never sent.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` needs `Default` to be skipped",
    label = "no default value",
    note = "help: derive or implement `Default` for it",
    note = "[telegrammar::diagnostics D07]"
)]
pub trait Skippable: Sized {
    /// Returns the value of a skipped field.
    fn skipped() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> Skippable for T {
    fn skipped() -> Self {
        T::default()
    }
}

/// Returns the rule for bounds that are constants, whose values and type a macro does not know.
#[doc(hidden)]
#[must_use]
pub const fn between(is_float: bool, integers: [i128; 2], floats: [f64; 2]) -> Rule {
    if is_float {
        Rule::float_range(floats[0], floats[1])
    } else {
        Rule::range(integers[0], integers[1])
    }
}

/// Checks bounds that are constants once their values are known. The macro made the messages.
#[doc(hidden)]
#[track_caller]
#[allow(clippy::cast_precision_loss)] // Limits of the Bot API are small.
pub const fn ordered(
    low: f64,
    high: f64,
    [min, max]: [Option<i128>; 2],
    [empty, wider]: [&'static str; 2],
) {
    assert!(low <= high, "{}", empty);
    if let Some(min) = min {
        assert!(low >= min as f64, "{}", wider);
    }
    if let Some(max) = max {
        assert!(high <= max as f64, "{}", wider);
    }
}

/// Placeholder for the result type of an erroneous definition.
#[doc(hidden)]
#[derive(Debug)]
pub enum Undeclared {}

impl<'de> serde::Deserialize<'de> for Undeclared {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        broken(deserializer)
    }
}

/// The body of `deserialize` for an erroneous definition. It never runs.
#[doc(hidden)]
pub fn broken<'de, D: serde::Deserializer<'de>, T>(_: D) -> Result<T, D::Error> {
    Err(serde::de::Error::custom("the definition has errors"))
}
