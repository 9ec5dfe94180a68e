//! Views on the inside of users' own types. Rules see only these.
//!
//! `As…` are the types with such a view of their own, for each kind; the trait with the name of the
//! kind is what a view may yield.

use std::marker::PhantomData;

use crate::type_check;
use crate::value::input_file::InputFile;
use crate::value::{Param, Value};

/// A view that is known to be of a kind. `R` is the type that further kinds are compared with.
pub struct Viewed<'a, R>(Value<'a>, PhantomData<R>);

impl<'a, R> Viewed<'a, R> {
    fn new(value: Value<'a>) -> Self {
        Self(value, PhantomData)
    }

    /// Returns the value, to be sent.
    #[inline]
    #[must_use]
    pub fn value(self) -> Value<'a> {
        self.0
    }
}

macro_rules! yields {
    ($(
        $kind:ident $compared:ty, $message:literal, $help:literal: $($number:ty),*;
    )+) => {$(
        /// A view of this kind.
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "wrong kind of view",
            note = $help,
            note = "[telegrammar::diagnostics F06]"
        )]
        pub trait $kind<'a>: Sized {
            /// Returns the value of the view.
            fn view(self) -> Viewed<'a, $compared>;
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T: Param + type_check::$kind + ?Sized> $kind<'a> for &'a T
        where
            &'a T: Param,
        {
            #[inline]
            fn view(self) -> Viewed<'a, $compared> {
                Viewed::new(Param::value(self))
            }
        }

        $(
            #[diagnostic::do_not_recommend]
            impl<'a> $kind<'a> for $number {
                #[inline]
                fn view(self) -> Viewed<'a, $compared> {
                    Viewed::new(number(self))
                }
            }
        )*

        /// Its kind is known only to the user.
        #[diagnostic::do_not_recommend]
        impl<'a> $kind<'a> for Value<'a> {
            #[inline]
            fn view(self) -> Viewed<'a, $compared> {
                Viewed::new(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T: $kind<'a>> $kind<'a> for Option<T> {
            #[inline]
            fn view(self) -> Viewed<'a, $compared> {
                let value = self.map(|view| view.view().value());
                Viewed::new(value.unwrap_or(Value::Absent))
            }
        }

    )+};
}

yields! {
    Integer Self, "`{Self}` is not a view of an Integer", "help: a view of an Integer is `i64`": i8, i16, i32, i64, i128, u8, u16, u32, u64, u128;
    Long i64, "`{Self}` is not a view of an Integer of 64 bits", "help: a view of an Integer of 64 bits is `i64`": i64, i128, u64, u128;
    Float f64, "`{Self}` is not a view of a Float", "help: a view of a Float is `f64`": f32, f64;
    Text &'a str, "`{Self}` is not a view of a String", "help: a view of a String is `&str`":;
    Boolean bool, "`{Self}` is not a view of a Boolean", "help: a view of a Boolean is `bool`": bool;
    Chat Self, "`{Self}` is not a view of a chat's id or `@username`", "help: a view of a chat's id or `@username` is `i64` or `&str`": i64;
    File Self, "`{Self}` is not a view of a file", "help: a view of a file is `&InputFile` or `&str`":;
    Upload &'a InputFile, "`{Self}` is not a view of a file that is uploaded", "help: a view of a file that is uploaded is `&InputFile`":;
    Object Self, "`{Self}` is not a view of an object", "help: a view of an object is `&T` with `#[telegram_type]` on `T`":;
}

/// Compares the view with a further kind, which has the name of the function.
#[allow(
    non_snake_case,
    clippy::missing_const_for_fn,
    reason = "the names of kinds"
)]
#[allow(missing_docs)]
impl<'a, R> Viewed<'a, R> {
    #[inline]
    #[must_use]
    pub fn Integer(self) -> Self
    where
        R: Integer<'a>,
    {
        self
    }

    #[inline]
    #[must_use]
    pub fn Long(self) -> Self
    where
        R: Long<'a>,
    {
        self
    }

    #[inline]
    #[must_use]
    pub fn Float(self) -> Self
    where
        R: Float<'a>,
    {
        self
    }

    #[inline]
    #[must_use]
    pub fn Text(self) -> Self
    where
        R: Text<'a>,
    {
        self
    }

    #[inline]
    #[must_use]
    pub fn Boolean(self) -> Self
    where
        R: Boolean<'a>,
    {
        self
    }

    #[inline]
    #[must_use]
    pub fn Chat(self) -> Self
    where
        R: Chat<'a>,
    {
        self
    }

    #[inline]
    #[must_use]
    pub fn File(self) -> Self
    where
        R: File<'a>,
    {
        self
    }

    #[inline]
    #[must_use]
    pub fn Upload(self) -> Self
    where
        R: Upload<'a>,
    {
        self
    }

    #[inline]
    #[must_use]
    pub fn Object(self) -> Self
    where
        R: Object<'a>,
    {
        self
    }
}

/// A number by value.
trait Number {
    fn value(self) -> Value<'static>;
}

macro_rules! numbers {
    ($($variant:ident($wide:ty): $($narrow:ty)+;)+) => {$($(
        impl Number for $narrow {
            #[inline]
            fn value(self) -> Value<'static> {
                Value::$variant(<$wide>::from(self))
            }
        }
    )+)+};
}

numbers! {
    Bool(bool): bool;
    Int(i64): i8 i16 i32 i64;
    Uint(u64): u8 u16 u32 u64;
    Int128(i128): i128;
    Uint128(u128): u128;
    Float(f64): f64;
    Float32(f32): f32;
}

#[inline]
fn number(number: impl Number) -> Value<'static> {
    number.value()
}

macro_rules! texts {
    ($($trait:ident $kind:ident $content:ty, $message:literal, $help:literal;)+) => {$(
        /// A type that shows what is inside of it for this kind.
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "its inside is unknown",
            note = $help,
            note = "[telegrammar::diagnostics F06]"
        )]
        pub trait $trait {
            /// Returns what is inside.
            fn view(&self) -> Viewed<'_, &$content>;
        }

        #[diagnostic::do_not_recommend]
        impl<T: AsRef<$content> + ?Sized> $trait for T {
            #[inline]
            fn view(&self) -> Viewed<'_, &$content> {
                Viewed::new(Param::value(self.as_ref()))
            }
        }
    )+};
}

texts! {
    AsText Text str, "`{Self}` does not show the String inside of it",
        "help: `impl AsRef<str> for {Self}`, or `telegrammar::param!({Self}: Text = |text| &text.0);`";
    AsChat Chat str, "`{Self}` does not show the chat inside of it",
        "help: `impl AsRef<str> for {Self}`, or `telegrammar::param!({Self}: Chat = |chat| &chat.0);`";
    AsFile File str, "`{Self}` does not show the file inside of it",
        "help: `impl AsRef<str> for {Self}`, or `telegrammar::param!({Self}: File = |file| &file.0);`";
    AsUpload Upload InputFile, "`{Self}` does not show the file inside of it",
        "help: `impl AsRef<InputFile> for {Self}`, or `telegrammar::param!({Self}: Upload = |file| &file.0);`";
}

/// Finds out whether `T` has a conversion into `N` by reference.
pub struct Conversion<T: ?Sized, N>(PhantomData<N>, PhantomData<T>);

impl<T, N> Conversion<T, N>
where
    for<'a> &'a T: Into<N>,
{
    /// It has.
    pub const IS_BY_REFERENCE: bool = true;
}

/// Fallback of [`Conversion`].
pub trait ByValue {
    /// It has none, but maybe one by value.
    const IS_BY_REFERENCE: bool = false;
}

impl<T: ?Sized, N> ByValue for Conversion<T, N> {}

impl ByValue for () {}

macro_rules! conversions {
    ($($trait:ident $number:ty, $message:literal, $help:literal;)+) => {$(
        /// A type that shows what is inside of it for this kind, by a conversion.
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "its inside is unknown",
            note = $help,
            note = "[telegrammar::diagnostics F06]"
        )]
        pub trait $trait<const IS_BY_REFERENCE: bool> {
            /// Returns what is inside.
            fn view(&self) -> Viewed<'_, $number>;
        }

        #[diagnostic::do_not_recommend]
        impl<T> $trait<true> for T
        where
            for<'a> &'a T: Into<$number>,
        {
            #[inline]
            fn view(&self) -> Viewed<'_, $number> {
                Viewed::new(number(self.into()))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Clone + Into<$number>> $trait<false> for T {
            #[inline]
            fn view(&self) -> Viewed<'_, $number> {
                Viewed::new(number(self.clone().into()))
            }
        }
    )+};
}

conversions! {
    AsInteger i64, "`{Self}` does not show the Integer inside of it",
        "help: `impl From<&{Self}> for i64`, or `telegrammar::param!({Self}: Integer = |number| number.0);`";
    AsLong i64, "`{Self}` does not show the Integer inside of it",
        "help: `impl From<&{Self}> for i64`, or `telegrammar::param!({Self}: Long, Integer = |id| id.0);`";
    AsFloat f64, "`{Self}` does not show the Float inside of it",
        "help: `impl From<&{Self}> for f64`, or `telegrammar::param!({Self}: Float = |number| number.0);`";
    AsBoolean bool, "`{Self}` does not show the Boolean inside of it",
        "help: `impl From<&{Self}> for bool`, or `telegrammar::param!({Self}: Boolean = |flag| flag.0);`";
}

/// A type that is sent as serde writes it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as JSON",
    label = "not `serde::Serialize`",
    note = "help: derive `serde::Serialize` for it",
    note = "[telegrammar::diagnostics F03]"
)]
pub trait AsObject {
    /// Returns the object.
    fn view(&self) -> Viewed<'_, Value<'_>>;
}

#[diagnostic::do_not_recommend]
impl<T: serde::Serialize> AsObject for T {
    #[inline]
    fn view(&self) -> Viewed<'_, Value<'_>> {
        Viewed::new(Value::Json(self))
    }
}

/// A type that is read as serde reads it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from JSON",
    label = "not `serde::Deserialize`",
    note = "help: derive `serde::Deserialize` for it, or use `telegrammar::param!` if it is only sent",
    note = "[telegrammar::diagnostics T11]"
)]
pub trait Readable {
    /// Returns the target for JSON.
    fn target(&mut self) -> crate::value::target::Target<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: serde::de::DeserializeOwned> Readable for T {
    #[inline]
    fn target(&mut self) -> crate::value::target::Target<'_> {
        crate::value::target::Target::Json(self)
    }
}

/// A type that has a value before it is read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` needs `Default` to be read",
    label = "no default value",
    note = "help: derive or implement `Default` for it",
    note = "[telegrammar::diagnostics T11]"
)]
pub trait Startable: Sized {
    /// Returns the value that is replaced by what is read.
    fn start() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> Startable for T {
    #[inline]
    fn start() -> Self {
        T::default()
    }
}
