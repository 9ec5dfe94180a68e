//! What a type can hold, as far as that is no object: markers that users' own types implement too.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::value::input_file::InputFile;

/// Holds an Integer of the Bot API that fits 32 bits.
pub trait Integer {}

/// Holds an Integer that fits 32 bits and may be negative.
pub trait SignedInteger {}

/// Holds an Integer of the Bot API that needs 64 bits, such as an id.
pub trait Long {}

/// Holds a Float of the Bot API.
pub trait Float {}

/// Holds a String of the Bot API.
pub trait Text {}

/// Holds a Boolean of the Bot API.
pub trait Boolean {}

/// Holds the id of a chat or its `@username`.
pub trait Chat {}

/// Holds a file: an upload, or the id or URL of one.
pub trait File {}

/// Holds a file that is uploaded.
pub trait Upload {}

/// Holds an Integer up to `MAX`.
pub trait SmallInteger<const MAX: u16> {}

/// Implements the questions for types.
macro_rules! answers {
    ($($kind:ident: $($type:ty),+;)+) => {$($(
        #[diagnostic::do_not_recommend]
        impl $kind for $type {}
    )+)+};
}

answers! {
    Integer: i32, i64, i128, u32, u64, u128;
    SignedInteger: i32, i64, i128;
    Long: i64, i128, u64, u128;
    Float: f32, f64;
    Text: str, String, Cow<'_, str>;
    Boolean: bool;
    Chat: i64, str, String, Cow<'_, str>;
    File: str, String, Cow<'_, str>, InputFile;
    Upload: InputFile;
}

/// Implements the questions for small integers, with the limits that a type can hold.
macro_rules! small {
    ($($type:ty: $($max:literal)+;)+) => {$($(
        #[diagnostic::do_not_recommend]
        impl SmallInteger<$max> for $type {}
    )+)+};
    ($($type:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<const MAX: u16> SmallInteger<MAX> for $type {}
    )+};
}

small! {
    i8: 127;
    u8: 127 255;
    i16: 127 255 32767;
    u16: 127 255 32767 65535;
}
small!(i32, i64, i128, u32, u64, u128);

/// Makes a pointer hold what its content holds.
macro_rules! pointers {
    ($kinds:tt: $($pointer:ty),+) => {
        $(pointers!(@one $kinds $pointer);)+
    };
    (@one [$($kind:ident)+] $pointer:ty) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T: $kind + ?Sized> $kind for $pointer {}
        )+
        #[diagnostic::do_not_recommend]
        impl<T: SmallInteger<MAX> + ?Sized, const MAX: u16> SmallInteger<MAX> for $pointer {}
    };
}

pointers!(
    [Integer SignedInteger Long Float Text Boolean Chat File Upload]: &T, Box<T>, Rc<T>, Arc<T>
);
