//! What the variants of an enum hold.

use super::target::{Decode, Target};
use super::unknown::Unknown;
use super::view::{Param, Value};
use crate::schema::Content;
#[cfg(feature = "openapi")]
use crate::schema::Shape;

/// A type that a variant of a union can hold.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the content of a variant",
    label = "not the content of a variant",
    note = "help: hold a type with `#[telegram_type]` or one that is named in `telegrammar::field!`; of the standard library `String`, `Vec`, `bool` and numbers",
    note = "[telegrammar::diagnostics T11]"
)]
pub trait VariantContent: Sized {
    /// What it looks like in JSON.
    const CONTENT: Content;

    /// See [`Param::CAN_UPLOAD`].
    const CAN_UPLOAD: bool;
    /// See [`Param::CAN_UPLOAD`].
    const CAN_UPLOAD_3: bool;
    /// See [`Param::CAN_UPLOAD`].
    const CAN_UPLOAD_2: bool;
    /// See [`Param::CAN_UPLOAD`].
    const CAN_UPLOAD_1: bool;
    /// See [`Param::CAN_UPLOAD`].
    const CAN_UPLOAD_0: bool;

    /// Returns the value to encode.
    fn value(&self) -> Value<'_>;

    /// Creates an empty value to decode into.
    fn empty() -> Self;

    /// Returns the target for the value.
    fn target(&mut self) -> Target<'_>;

    /// See `Param::shape`.
    #[cfg(feature = "openapi")]
    fn shape() -> Shape;
}

#[diagnostic::do_not_recommend]
impl<T: Param + Decode> VariantContent for T {
    const CONTENT: Content = T::CONTENT;

    const CAN_UPLOAD: bool = <T as Param>::CAN_UPLOAD;
    const CAN_UPLOAD_3: bool = <T as Param>::CAN_UPLOAD_3;
    const CAN_UPLOAD_2: bool = <T as Param>::CAN_UPLOAD_2;
    const CAN_UPLOAD_1: bool = <T as Param>::CAN_UPLOAD_1;
    const CAN_UPLOAD_0: bool = <T as Param>::CAN_UPLOAD_0;

    #[inline]
    fn value(&self) -> Value<'_> {
        Param::value(self)
    }

    #[inline]
    fn empty() -> Self {
        Decode::empty()
    }

    #[inline]
    fn target(&mut self) -> Target<'_> {
        Decode::target(self)
    }

    #[cfg(feature = "openapi")]
    fn shape() -> Shape {
        <T as Param>::shape()
    }
}

/// A type for the values of a union that are unknown: [`Unknown`].
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`Unknown` must hold an `Unknown`, not `{Self}`",
    label = "not an `Unknown`",
    note = "help: `Unknown(telegrammar::Unknown),`",
    note = "[telegrammar::diagnostics T09]"
)]
pub trait UnknownVariant: Sized {
    /// Creates a value of the variant.
    fn of(unknown: Unknown) -> Self;

    /// Returns the value to encode.
    fn value(&self) -> Value<'_>;
}

#[diagnostic::do_not_recommend]
impl UnknownVariant for Unknown {
    #[inline]
    fn of(unknown: Unknown) -> Self {
        unknown
    }

    #[inline]
    fn value(&self) -> Value<'_> {
        Param::value(self)
    }
}

/// A type for the words of a set that are unknown, such as `String`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`Unknown` must hold a `String`, not `{Self}`",
    label = "not a text",
    note = "help: `Unknown(String),`",
    note = "[telegrammar::diagnostics T09]"
)]
pub trait UnknownWord: Sized {
    /// Creates a value of the variant.
    fn of(word: &str) -> Self;

    /// Returns the word.
    fn text(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: From<String> + AsRef<str>> UnknownWord for T {
    #[inline]
    fn of(word: &str) -> Self {
        word.to_owned().into()
    }

    #[inline]
    fn text(&self) -> &str {
        self.as_ref()
    }
}
