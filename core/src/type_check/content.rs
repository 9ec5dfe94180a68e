//! The question that the variants of listed unions are checked by.

use super::declared::{Declared, Fits};
use crate::schema::Content;
#[cfg(feature = "openapi")]
use crate::schema::Shape;
use crate::value::Value;
use crate::value::target::Target;
use crate::value::variant::VariantContent;

/// A type that a variant for the object `W` can hold.
#[diagnostic::on_unimplemented(
    message = "`{W}` is needed, which `{Self}` cannot hold",
    label = "wrong kind",
    note = "help: `{W}`, or a type of your own: one with `#[telegram_type(unlisted)]`, or one named in `telegrammar::field!`",
    note = "[telegrammar::diagnostics H04]"
)]
pub trait ObjectContent<W>: Sized {
    /// What it looks like in JSON.
    const CONTENT: Content;

    /// See [`Param::CAN_UPLOAD`](crate::value::Param::CAN_UPLOAD).
    const CAN_UPLOAD: bool;
    /// See [`Param::CAN_UPLOAD`](crate::value::Param::CAN_UPLOAD).
    const CAN_UPLOAD_3: bool;
    /// See [`Param::CAN_UPLOAD`](crate::value::Param::CAN_UPLOAD).
    const CAN_UPLOAD_2: bool;
    /// See [`Param::CAN_UPLOAD`](crate::value::Param::CAN_UPLOAD).
    const CAN_UPLOAD_1: bool;
    /// See [`Param::CAN_UPLOAD`](crate::value::Param::CAN_UPLOAD).
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
impl<T: VariantContent + Declared<Kind: Fits<W>>, W> ObjectContent<W> for T {
    const CONTENT: Content = T::CONTENT;

    const CAN_UPLOAD: bool = T::CAN_UPLOAD;
    const CAN_UPLOAD_3: bool = T::CAN_UPLOAD_3;
    const CAN_UPLOAD_2: bool = T::CAN_UPLOAD_2;
    const CAN_UPLOAD_1: bool = T::CAN_UPLOAD_1;
    const CAN_UPLOAD_0: bool = T::CAN_UPLOAD_0;

    #[inline]
    fn value(&self) -> Value<'_> {
        VariantContent::value(self)
    }

    #[inline]
    fn empty() -> Self {
        VariantContent::empty()
    }

    #[inline]
    fn target(&mut self) -> Target<'_> {
        VariantContent::target(self)
    }

    #[cfg(feature = "openapi")]
    fn shape() -> Shape {
        <T as VariantContent>::shape()
    }
}
