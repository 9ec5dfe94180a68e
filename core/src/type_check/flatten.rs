//! The questions that the type of a base and that of the unknown members are checked by.

use crate::schema::{Content, MethodInfo, TypeInfo};
#[cfg(feature = "openapi")]
use crate::schema::{MethodDefinition, Shape};
use crate::value::target::{Decode, ObjectTarget, Target};
use crate::value::{FieldVisitor, Object, Param, UnknownFields, Value};

/// A method whose parameters another method can have too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no parameters to flatten",
    label = "not a Bot API method",
    note = "help: a struct with `#[telegram_method]` itself, such as `telegrammar::methods::SendMessage`",
    note = "[telegrammar::diagnostics T17]"
)]
pub trait FlattenedMethod {
    /// The method's name and parameters.
    const INFO: &'static MethodInfo;

    /// Visits the parameters that are set.
    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>);

    /// The rest of the definition, for documents.
    #[cfg(feature = "openapi")]
    fn definition() -> &'static MethodDefinition;
}

/// An object whose fields another type can have too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no fields to flatten",
    label = "not an object of the Bot API",
    note = "help: a struct with `#[telegram_type]` itself, such as `telegrammar::types::Message`; for unknown members, `#[telegram(rest)]`",
    note = "[telegrammar::diagnostics T17]"
)]
pub trait FlattenedType: Sized {
    /// The type's name and fields.
    const INFO: &'static TypeInfo;

    /// Whether values of the type are only ever received.
    const IS_RECEIVED: bool;

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

    /// Visits the fields that are set, and the unknown members that `whole` does not declare.
    fn visit_base<'a>(&'a self, whole: &TypeInfo, visit: &mut FieldVisitor<'_, 'a>);

    /// Creates an empty value to decode into.
    fn empty_base() -> Self;

    /// Returns the target of the field at `index`.
    fn base_target(&mut self, index: usize) -> Option<Target<'_>>;

    /// Returns the value of the whole object. A base that is no object stands for all of it, such as
    /// an update that could not be decoded.
    fn whole_value<'a>(&'a self, whole: &'a dyn Object) -> Value<'a>;

    /// See `Param::shape`.
    #[cfg(feature = "openapi")]
    fn shape() -> Shape;
}

#[diagnostic::do_not_recommend]
impl<T: Object + ObjectTarget + Decode + Param> FlattenedType for T {
    const INFO: &'static TypeInfo = match T::CONTENT {
        Content::Object(info) => info,
        // No object has another content.
        _ => &TypeInfo::new("", &[]),
    };

    const IS_RECEIVED: bool = T::IS_RECEIVED;

    const CAN_UPLOAD: bool = <T as Param>::CAN_UPLOAD;
    const CAN_UPLOAD_3: bool = <T as Param>::CAN_UPLOAD_3;
    const CAN_UPLOAD_2: bool = <T as Param>::CAN_UPLOAD_2;
    const CAN_UPLOAD_1: bool = <T as Param>::CAN_UPLOAD_1;
    const CAN_UPLOAD_0: bool = <T as Param>::CAN_UPLOAD_0;

    #[inline]
    fn visit_base<'a>(&'a self, whole: &TypeInfo, visit: &mut FieldVisitor<'_, 'a>) {
        if Self::INFO.stores_unknown {
            visit_storing(self, whole, visit);
        } else {
            Object::visit_fields(self, visit);
        }
    }

    #[inline]
    fn empty_base() -> Self {
        T::empty()
    }

    #[inline]
    fn base_target(&mut self, index: usize) -> Option<Target<'_>> {
        ObjectTarget::target(self, index)
    }

    #[inline]
    fn whole_value<'a>(&'a self, whole: &'a dyn Object) -> Value<'a> {
        match self.value() {
            Value::Object(_) => Value::Object(whole),
            other => other,
        }
    }

    #[cfg(feature = "openapi")]
    fn shape() -> Shape {
        <T as Param>::shape()
    }
}

/// Visits the fields of a base, and its unknown members other than those that `whole` declares beside
/// it. An update stores a second kind as an unknown member, although that is a field.
#[inline(never)]
fn visit_storing<'a>(base: &'a dyn Object, whole: &TypeInfo, visit: &mut FieldVisitor<'_, 'a>) {
    let info = base.info();
    base.visit_fields(&mut |index, value| match value {
        Value::Unknown(name, _) if whole.declares_beyond(info, name) => {}
        value => visit(index, value),
    });
}

/// A type that stores the members that an object does not know.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot store unknown members",
    label = "wrong kind",
    note = "help: `telegrammar::value::UnknownFields`",
    note = "[telegrammar::diagnostics T17]"
)]
pub trait RestField: Sized {
    /// Creates a value without members.
    fn empty_rest() -> Self;

    /// Visits the members that `info` does not declare.
    fn visit_rest<'a>(&'a self, info: &TypeInfo, visit: &mut FieldVisitor<'_, 'a>);

    /// Returns the target for a member.
    fn rest_target(&mut self) -> Target<'_>;
}

#[diagnostic::do_not_recommend]
impl RestField for UnknownFields {
    #[inline]
    fn empty_rest() -> Self {
        Self::new()
    }

    #[inline]
    fn visit_rest<'a>(&'a self, info: &TypeInfo, visit: &mut FieldVisitor<'_, 'a>) {
        self.visit(info, visit);
    }

    #[inline]
    fn rest_target(&mut self) -> Target<'_> {
        Target::UnknownFields(self)
    }
}
