//! Rules of fields that depend on the field's type.

use std::rc::Rc;
use std::sync::Arc;

use super::declared::Array;
use super::markers::Text;
use crate::schema::Rule;

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

macro_rules! ranged_inside {
    ($($pointer:ident)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Ranged> Ranged for $pointer<T> {
            type Number = T::Number;
            const IS_FLOAT: bool = T::IS_FLOAT;
        }
    )+};
}

ranged_inside!(Option Box Rc Arc);

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

/// A type for the field `F`, which the server may leave out of `O`. The parameters only have names,
/// for the text.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the server may leave out `{F}` of `{O}`, which `{Self}` cannot express",
    label = "always has a value",
    note = "help: `Option<{Self}>`, or a default for when it is absent: `#[telegram(default = …)]`",
    note = "[telegrammar::diagnostics H13]"
)]
pub trait Absentable<F, O> {
    /// Referenced to check the field.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<T, F, O> Absentable<F, O> for Option<T> {}
#[diagnostic::do_not_recommend]
impl<F, O> Absentable<F, O> for bool {}
#[diagnostic::do_not_recommend]
impl<T: Array, F, O> Absentable<F, O> for T {}

/// A type by a path, whose tokens have more than one place.
#[doc(hidden)]
pub trait Itself {
    /// The type.
    type This: ?Sized;
}

impl<T: ?Sized> Itself for T {
    type This = T;
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
