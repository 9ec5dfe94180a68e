//! Type-erased views of values, for validation and encoding.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use super::input_file::InputFile;
#[cfg(feature = "openapi")]
use crate::schema::Shape;
use crate::schema::TypeInfo;

/// The value of a parameter or field, borrowed for the duration of a call.
///
/// Everything that telegrammar sends is accessed through this type. One encoder walks it to
/// validate and to write JSON, so a definition generates no code for either.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Value<'a> {
    /// No value is sent.
    Absent,
    /// A JSON boolean.
    Bool(bool),
    /// A signed integer of up to 64 bits.
    Int(i64),
    /// An unsigned integer of up to 64 bits.
    Uint(u64),
    /// A signed integer of 128 bits.
    Int128(i128),
    /// An unsigned integer of 128 bits.
    Uint128(u128),
    /// A floating-point number. Encoding fails if it is not finite.
    Float(f64),
    /// A floating-point number of 32 bits, written with its own precision.
    Float32(f32),
    /// A string.
    Text(&'a str),
    /// A file.
    File(&'a InputFile),
    /// A JSON array.
    List(&'a dyn List),
    /// An object of the Bot API.
    Object(&'a dyn Object),
    /// An object of a union whose discriminator is a field and its value.
    Tagged(&'a dyn Object, &'static (&'static str, &'static str)),
    /// An unknown member of an object: its name and its JSON.
    Unknown(&'a str, &'a str),
    /// JSON, written verbatim.
    Raw(&'a str),
    /// Any value that serde can serialize as JSON.
    Json(&'a dyn Json),
    /// The same for a variant of a union, whose discriminator is added if it is missing.
    TaggedJson(&'a dyn Json, &'static (&'static str, &'static str)),
}

/// A type that can be sent as a parameter.
///
/// Numbers, `bool`, strings, and lists and options of parameters are parameters already. A custom
/// type becomes one with a single line, which determines the kind of its value:
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::value::{Param, Value};
///
/// struct UserId(i64);
///
/// impl Param for UserId {
///     fn value(&self) -> Value<'_> { self.0.value() }
/// }
/// ```
///
/// For a type that derives `serde::Serialize`, the line in the body is `Value::Json(self)`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a Bot API parameter",
    label = "not a parameter",
    note = "help: derive `serde::Serialize` for it and add `telegrammar::param!({Self});`, or leave it out: `#[telegram(skip)]`",
    note = "[telegrammar::diagnostics F03]"
)]
pub trait Param {
    /// Whether a value can be or contain a file to upload. Decides whether an unlisted method
    /// [can upload](crate::schema::MethodInfo::can_upload). Default: `false`.
    const CAN_UPLOAD: bool = false;

    /// The same as far as at most three pointers or lists lead: each of them looks one level less
    /// far, because a constant of a recursive type must not depend on itself.
    #[doc(hidden)]
    const CAN_UPLOAD_3: bool = Self::CAN_UPLOAD;

    /// As far as at most two lead.
    #[doc(hidden)]
    const CAN_UPLOAD_2: bool = Self::CAN_UPLOAD;

    /// As far as at most one leads.
    #[doc(hidden)]
    const CAN_UPLOAD_1: bool = Self::CAN_UPLOAD;

    /// In the value itself.
    #[doc(hidden)]
    const CAN_UPLOAD_0: bool = Self::CAN_UPLOAD;

    /// Returns the current value of the parameter.
    fn value(&self) -> Value<'_>;

    /// Returns what the values look like in JSON, for documents. Default: nothing is known.
    #[cfg(feature = "openapi")]
    #[doc(hidden)]
    #[must_use]
    fn shape() -> Shape {
        Shape::Any
    }
}

/// Visits the field at `index`, if it has a value.
#[inline]
pub(crate) fn visit<'a, T: Param>(value: &'a T, index: usize, visit: &mut FieldVisitor<'_, 'a>) {
    match value.value() {
        Value::Absent => {}
        value => visit(index, value),
    }
}

/// Visits the field at `index`, if it is `true`.
#[inline]
pub(crate) fn visit_flag<'a, T: Param>(
    value: &'a T,
    index: usize,
    visit: &mut FieldVisitor<'_, 'a>,
) {
    match value.value() {
        Value::Absent | Value::Bool(false) => {}
        value => visit(index, value),
    }
}

/// Callback invoked with `(index, value)` of each field that is set.
pub type FieldVisitor<'v, 'a> = dyn FnMut(usize, Value<'a>) + 'v;

/// A value that is a JSON object with named fields: an object of the Bot API, or the parameters of a
/// method.
pub trait Object {
    /// Returns the description of the object.
    fn info(&self) -> &'static TypeInfo;

    /// Visits the fields that are set, in their order. An object that stores unknown members visits
    /// them too, with [`TypeInfo::UNKNOWN`] as index.
    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>);
}

impl dyn Object + '_ {
    /// Returns the value of the field at `index`; `Value::Absent` past the end. Not part of the
    /// trait, so that it is compiled once and not for every type.
    #[must_use]
    pub fn value(&self, index: usize) -> Value<'_> {
        let mut found = Value::Absent;
        self.visit_fields(&mut |visited, value| {
            if visited == index {
                found = value;
            }
        });
        found
    }
}

/// The items of a parameter that is a JSON array.
pub trait List {
    /// Returns the number of items.
    fn len(&self) -> usize;

    /// Returns whether there are no items.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the item at `index`, if there is one.
    fn item(&self, index: usize) -> Option<Value<'_>>;
}

/// A value that serde can serialize as JSON. Implemented for every `serde::Serialize`.
pub trait Json {
    /// Appends the value to `out` as JSON.
    ///
    /// # Errors
    ///
    /// The error of the type's own `Serialize`.
    fn write_json(&self, out: &mut Vec<u8>) -> Result<(), serde_json::Error>;
}

impl<T: serde::Serialize + ?Sized> Json for T {
    fn write_json(&self, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
        serde_json::to_writer(out, self)
    }
}

/// The constants of a type that holds a `T` behind a pointer or in a list.
macro_rules! can_upload_behind {
    ($type:ident) => {
        const CAN_UPLOAD: bool = $type::CAN_UPLOAD_3;
        const CAN_UPLOAD_3: bool = $type::CAN_UPLOAD_2;
        const CAN_UPLOAD_2: bool = $type::CAN_UPLOAD_1;
        const CAN_UPLOAD_1: bool = $type::CAN_UPLOAD_0;
        const CAN_UPLOAD_0: bool = false;
    };
}

/// The constants of a type that holds a `T` in itself, which cannot be recursive.
macro_rules! can_upload_within {
    ($type:ident) => {
        const CAN_UPLOAD: bool = $type::CAN_UPLOAD;
        const CAN_UPLOAD_3: bool = $type::CAN_UPLOAD_3;
        const CAN_UPLOAD_2: bool = $type::CAN_UPLOAD_2;
        const CAN_UPLOAD_1: bool = $type::CAN_UPLOAD_1;
        const CAN_UPLOAD_0: bool = $type::CAN_UPLOAD_0;
    };
}

/// Defines [`Param::shape`].
macro_rules! shape {
    ($shape:expr) => {
        #[cfg(feature = "openapi")]
        fn shape() -> Shape {
            $shape
        }
    };
}

macro_rules! scalar {
    ($($variant:ident($wide:ty) $shape:ident: $($narrow:ident)+;)+) => {$($(
        impl Param for $narrow {
            #[inline]
            fn value(&self) -> Value<'_> {
                Value::$variant(<$wide>::from(*self))
            }

            shape!(scalar!(@shape $shape $narrow));
        }
    )+)+};
    (@shape Integer $narrow:ident) => {
        Shape::Integer($narrow::BITS, $narrow::MIN != 0)
    };
    (@shape $shape:ident $narrow:ident) => {
        Shape::$shape
    };
}

scalar! {
    Bool(bool) Boolean: bool;
    Int(i64) Integer: i8 i16 i32 i64;
    Uint(u64) Integer: u8 u16 u32 u64;
    Int128(i128) Integer: i128;
    Uint128(u128) Integer: u128;
    Float(f64) Float: f64;
    Float32(f32) Float: f32;
}

impl Param for str {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }

    shape!(Shape::Text);
}

impl Param for String {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }

    shape!(Shape::Text);
}

impl<T: Param> Param for Option<T> {
    can_upload_within!(T);

    #[inline]
    fn value(&self) -> Value<'_> {
        match self {
            Some(value) => value.value(),
            None => Value::Absent,
        }
    }

    shape!(Shape::Optional(T::shape));
}

impl<T: Param + ToOwned<Owned: Param> + ?Sized> Param for Cow<'_, T> {
    can_upload_behind!(T);

    #[inline]
    fn value(&self) -> Value<'_> {
        self.as_ref().value()
    }

    shape!(T::shape());
}

macro_rules! pointer {
    ($($pointer:ty),+) => {$(
        impl<T: Param + ?Sized> Param for $pointer {
            can_upload_behind!(T);

            #[inline]
            fn value(&self) -> Value<'_> {
                (**self).value()
            }

            shape!(T::shape());
        }
    )+};
}

pointer!(&T, Box<T>, Rc<T>, Arc<T>);

macro_rules! list {
    ($($held:ident [$($generics:tt)*] $list:ty, $shape:expr;)+) => {$(
        impl<$($generics)*> Param for $list {
            $held!(T);

            #[inline]
            fn value(&self) -> Value<'_> {
                Value::List(self)
            }

            shape!($shape);
        }

        impl<$($generics)*> List for $list {
            fn len(&self) -> usize {
                <[T]>::len(self)
            }

            fn item(&self, index: usize) -> Option<Value<'_>> {
                self.get(index).map(Param::value)
            }
        }
    )+};
}

list! {
    can_upload_behind [T: Param] Vec<T>, Shape::List(T::shape);
    can_upload_within [T: Param, const N: usize] [T; N], Shape::Array(T::shape, N);
    can_upload_behind [T: Param] &[T], Shape::List(T::shape);
    can_upload_behind [T: Param] Box<[T]>, Shape::List(T::shape);
    can_upload_behind [T: Param] Rc<[T]>, Shape::List(T::shape);
    can_upload_behind [T: Param] Arc<[T]>, Shape::List(T::shape);
    can_upload_behind [T: Param + Clone] Cow<'_, [T]>, Shape::List(T::shape);
}

macro_rules! json {
    ($([$($generics:tt)*] $type:ty, $shape:ident;)+) => {$(
        impl<$($generics)*> Param for $type {
            fn value(&self) -> Value<'_> {
                Value::Json(self)
            }

            shape!(Shape::$shape);
        }
    )+};
}

json! {
    [] serde_json::Value, Any;
    [K: TextKey + serde::Serialize, T: serde::Serialize] BTreeMap<K, T>, Members;
    [K: TextKey + serde::Serialize, T: serde::Serialize, S] HashMap<K, T, S>, Members;
}

/// A text that can be the key of a map.
#[doc(hidden)]
pub trait TextKey {}

macro_rules! text_keys {
    ($($text:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl TextKey for $text {}
    )+};
}

text_keys!(String, &str, Box<str>, Rc<str>, Arc<str>, Cow<'_, str>);

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
