//! A value without its type, in the one form that validation and encoding read.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use super::input_file::InputFile;
use crate::schema::TypeInfo;

/// How the expansion visits a field: the same in each trait that it may ask.
macro_rules! views {
    () => {
        /// Visits the field at `index`, if it has a value.
        #[doc(hidden)]
        #[inline]
        fn visit<'a>(&'a self, index: usize, visit: &mut $crate::value::FieldVisitor<'_, 'a>)
        where
            Self: Sized,
        {
            match $crate::value::Param::value(self) {
                $crate::value::Value::Absent => {}
                value => visit(index, value),
            }
        }

        /// The same for an `Option`.
        #[doc(hidden)]
        #[inline]
        fn visit_optional<'a>(
            value: &'a Option<Self>,
            index: usize,
            visit: &mut $crate::value::FieldVisitor<'_, 'a>,
        ) where
            Self: Sized,
        {
            if let Some(value) = value {
                match $crate::value::Param::value(value) {
                    $crate::value::Value::Absent => {}
                    value => visit(index, value),
                }
            }
        }

        /// The same for a flag, which is left out when it is false.
        #[doc(hidden)]
        #[inline]
        fn visit_flag<'a>(&'a self, index: usize, visit: &mut $crate::value::FieldVisitor<'_, 'a>)
        where
            Self: Sized,
        {
            match $crate::value::Param::value(self) {
                $crate::value::Value::Absent | $crate::value::Value::Bool(false) => {}
                value => visit(index, value),
            }
        }
    };
}

pub(crate) use views;

/// The value of a parameter or field, borrowed from it for the time of a call.
///
/// Everything that telegrammar sends is seen through this type: one engine walks it to check rules
/// and to write JSON, so a definition contributes no code of its own to either.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Value<'a> {
    /// Nothing is sent.
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
    /// A floating-point number. One that is not finite is refused when it is encoded.
    Float(f64),
    /// A floating-point number of 32 bits, written with no more digits than it has.
    Float32(f32),
    /// A text.
    Text(&'a str),
    /// A file.
    File(&'a InputFile),
    /// A JSON array.
    List(&'a dyn List),
    /// An object of the Bot API.
    Object(&'a dyn Object),
    /// An object of a union that tells its variants apart by a field and its value.
    Tagged(&'a dyn Object, &'static (&'static str, &'static str)),
    /// A member that an object does not know: its name and its JSON.
    Unknown(&'a str, &'a str),
    /// JSON as it is.
    Raw(&'a str),
    /// Any value that serde can turn into JSON.
    Json(&'a dyn Json),
}

/// A type that can be sent as a parameter.
///
/// Numbers, `bool`, texts, and lists and options of sendable types are parameters already. A type
/// of your own joins with one line, and says by it which kind of value it is:
///
/// ```
/// use telegrammar_core::value::{Param, Value};
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
    /// What this parameter holds now.
    fn value(&self) -> Value<'_>;

    views!();
}

/// Callback invoked with `(index, value)` of each field that is set.
pub type FieldVisitor<'v, 'a> = dyn FnMut(usize, Value<'a>) + 'v;

/// A value that is a JSON object with named fields: an object of the Bot API, or the parameters of a
/// method.
pub trait Object {
    /// What is known of the object.
    fn info(&self) -> &'static TypeInfo;

    /// Visits the fields that are set, in their order. An object that stores unknown members visits
    /// them last, with the number of fields as index.
    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>);
}

impl dyn Object + '_ {
    /// Returns what the field at `index` holds; absent past the end. Not in the trait, so that it is
    /// compiled once and not for every type.
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
    /// How many items there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the item at `index` holds, if there is one.
    fn item(&self, index: usize) -> Option<Value<'_>>;
}

/// Anything that serde can write as JSON. Implemented for every `serde::Serialize`.
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

macro_rules! scalar {
    ($($variant:ident($wide:ty): $($narrow:ty)+;)+) => {$($(
        impl Param for $narrow {
            #[inline]
            fn value(&self) -> Value<'_> {
                Value::$variant(<$wide>::from(*self))
            }
        }
    )+)+};
}

scalar! {
    Bool(bool): bool;
    Int(i64): i8 i16 i32 i64;
    Uint(u64): u8 u16 u32 u64;
    Int128(i128): i128;
    Uint128(u128): u128;
    Float(f64): f64;
    Float32(f32): f32;
}

impl Param for str {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Param for String {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl<T: Param> Param for Option<T> {
    #[inline]
    fn value(&self) -> Value<'_> {
        match self {
            Some(value) => value.value(),
            None => Value::Absent,
        }
    }
}

impl<T: Param + ToOwned<Owned: Param> + ?Sized> Param for Cow<'_, T> {
    #[inline]
    fn value(&self) -> Value<'_> {
        self.as_ref().value()
    }
}

macro_rules! pointer {
    ($($pointer:ty),+) => {$(
        impl<T: Param + ?Sized> Param for $pointer {
            #[inline]
            fn value(&self) -> Value<'_> {
                (**self).value()
            }
        }
    )+};
}

pointer!(&T, Box<T>, Rc<T>, Arc<T>);

macro_rules! list {
    ($([$($generics:tt)*] $list:ty;)+) => {$(
        impl<$($generics)*> Param for $list {
            #[inline]
            fn value(&self) -> Value<'_> {
                Value::List(self)
            }
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
    [T: Param] Vec<T>;
    [T: Param, const N: usize] [T; N];
    [T: Param] &[T];
    [T: Param] Box<[T]>;
}

macro_rules! json {
    ($([$($generics:tt)*] $type:ty;)+) => {$(
        impl<$($generics)*> Param for $type {
            fn value(&self) -> Value<'_> {
                Value::Json(self)
            }
        }
    )+};
}

json! {
    [] serde_json::Value;
    [T: serde::Serialize] BTreeMap<String, T>;
    [T: serde::Serialize, S] HashMap<String, T, S>;
}
