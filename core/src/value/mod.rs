//! What a parameter holds, in the one form that validation and encoding read.

pub(crate) mod input_file;
pub(crate) mod object;
pub(crate) mod target;

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// How the expansion looks at a field: the same in each trait that it may ask.
macro_rules! views {
    () => {
        /// The value without its type.
        #[doc(hidden)]
        #[inline]
        fn view(&self) -> &dyn $crate::Param
        where
            Self: Sized,
        {
            self
        }

        /// The same for a value that may be left out.
        #[doc(hidden)]
        #[inline]
        fn optional(value: &Option<Self>) -> &dyn $crate::Param
        where
            Self: Sized,
        {
            value
        }

        /// Shows the value of the field at `index`, if it has one.
        #[doc(hidden)]
        #[inline]
        fn show<'a>(&'a self, index: usize, show: &mut $crate::Show<'_, 'a>)
        where
            Self: Sized,
        {
            match $crate::Param::value(self) {
                $crate::Value::Absent => {}
                value => show(index, value),
            }
        }

        /// The same for a value that may be left out.
        #[doc(hidden)]
        #[inline]
        fn show_optional<'a>(value: &'a Option<Self>, index: usize, show: &mut $crate::Show<'_, 'a>)
        where
            Self: Sized,
        {
            if let Some(value) = value {
                match $crate::Param::value(value) {
                    $crate::Value::Absent => {}
                    value => show(index, value),
                }
            }
        }

        /// The same for a flag, which is left out when it is false.
        #[doc(hidden)]
        #[inline]
        fn show_flag<'a>(&'a self, index: usize, show: &mut $crate::Show<'_, 'a>)
        where
            Self: Sized,
        {
            match $crate::Param::value(self) {
                $crate::Value::Absent | $crate::Value::Bool(false) => {}
                value => show(index, value),
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
    File(&'a crate::value::input_file::InputFile),
    /// A JSON array.
    List(&'a dyn List),
    /// An object of the Bot API.
    Object(&'a dyn crate::value::object::Object),
    /// An object of a union that tells its variants apart by a field and its value.
    Tagged(
        &'a dyn crate::value::object::Object,
        &'static (&'static str, &'static str),
    ),
    /// A member that an object does not know.
    Kept(&'a dyn crate::value::object::Keeper),
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
/// use telegrammar_core::{Param, Value};
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

/// Makes a type that implements `serde::Serialize` a parameter.
///
/// By itself it stands for an object; behind a colon stands what else it is: `Integer`, `Long` (an
/// integer of 64 bits), `Float`, `Text`, `Boolean`, `Chat` or `File`.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// #[derive(serde::Serialize)]
/// struct Point { x: f64, y: f64 }
/// telegrammar::param!(Point);
///
/// #[derive(serde::Serialize)]
/// struct UserId(i64);
/// telegrammar::param!(UserId: Long, Integer);
/// ```
#[macro_export]
macro_rules! param {
    ($type:ty) => {
        $crate::param!($type: Object);
    };
    ($type:ty: $($kind:ident),+) => {
        impl $crate::Param for $type {
            fn value(&self) -> $crate::Value<'_> {
                $crate::Value::Json(self)
            }
        }
        $(impl $crate::type_check::$kind for $type {})+
    };
}
