//! The questions that fields are checked by: can this type hold an Integer, a String, a `User`?
//!
//! Every question is asked in four ways: of a parameter that is required, of one that may be unset,
//! and of a field of a type, which is decoded as well, in the same two ways. What may be unset may
//! be an `Option`, which only matters behind an alias: the expansion takes an `Option` apart itself.
//!
//! The traits have no supertraits and unlike names, because the compiler would mention these.

use super::declared::{Array, Declared, Fits};
use super::markers::{
    Boolean, Chat, File, Float, Integer, Long, SignedInteger, SmallInteger, Text, Upload,
};
use crate::value::target::{Decode, Target};
use crate::value::{FieldVisitor, Param, visit, visit_flag};

/// The functions by which the expansion visits a value, as they are declared and as they are for
/// every type.
macro_rules! visits {
    (declared) => {
        /// Visits the value at `index`, if there is one.
        fn visit<'a>(&'a self, index: usize, visit: &mut FieldVisitor<'_, 'a>);

        /// Visits the value at `index`, if it is `true`.
        fn visit_flag<'a>(&'a self, index: usize, visit: &mut FieldVisitor<'_, 'a>);

        /// Visits the value at `index`, if there is one.
        fn visit_optional<'a>(
            value: &'a Option<Self>,
            index: usize,
            visit: &mut FieldVisitor<'_, 'a>,
        ) where
            Self: Sized;

        /// See `Param::shape`.
        #[cfg(feature = "openapi")]
        fn shape() -> crate::schema::Shape;
    };
    (implemented) => {
        #[cfg(feature = "openapi")]
        fn shape() -> crate::schema::Shape {
            <Self as Param>::shape()
        }

        #[inline]
        fn visit<'a>(&'a self, index: usize, visit: &mut FieldVisitor<'_, 'a>) {
            self::visit(self, index, visit);
        }

        #[inline]
        fn visit_flag<'a>(&'a self, index: usize, visit: &mut FieldVisitor<'_, 'a>) {
            self::visit_flag(self, index, visit);
        }

        #[inline]
        fn visit_optional<'a>(
            value: &'a Option<Self>,
            index: usize,
            visit: &mut FieldVisitor<'_, 'a>,
        ) {
            if let Some(value) = value {
                self::visit(value, index, visit);
            }
        }
    };
}

/// The functions by which the expansion decodes a value, in the same two forms.
macro_rules! targets {
    (declared) => {
        /// Creates an empty value to decode into.
        fn empty_field() -> Self
        where
            Self: Sized;

        /// Returns the target for the value.
        fn field_target(&mut self) -> Target<'_>;

        /// Returns the target for an optional value.
        fn optional_target(value: &mut Option<Self>) -> Target<'_>
        where
            Self: Sized;
    };
    (implemented) => {
        #[inline]
        fn empty_field() -> Self {
            Decode::empty()
        }

        #[inline]
        fn field_target(&mut self) -> Target<'_> {
            Decode::target(self)
        }

        #[inline]
        fn optional_target(value: &mut Option<Self>) -> Target<'_> {
            Decode::target(value)
        }
    };
}

macro_rules! questions {
    ($(
        $(#[$doc:meta])*
        $param:ident $optional_param:ident $field:ident $optional_field:ident
            [$([$($declared:tt)+] [$($used:tt)+])?] {$($bound:tt)+}
            $message:literal, $help:literal, $code:literal;
    )+) => {$(
        questions!(@trait $param [$($($declared)+)?] [visits]
            $message $help $code [$(#[$doc])*]);
        #[diagnostic::do_not_recommend]
        impl<T: Param + $($bound)+ $(, $($declared)+)?> $param$(<$($used)+>)? for T {
            visits!(implemented);
        }

        questions!(@trait $optional_param [$($($declared)+)?] [visits]
            $message $help $code [$(#[$doc])*]);
        #[diagnostic::do_not_recommend]
        impl<T: Param + $($bound)+ $(, $($declared)+)?> $optional_param$(<$($used)+>)? for T {
            visits!(implemented);
        }
        #[diagnostic::do_not_recommend]
        impl<T: Param + $($bound)+ $(, $($declared)+)?> $optional_param$(<$($used)+>)?
            for Option<T>
        {
            visits!(implemented);
        }

        questions!(@trait $field [$($($declared)+)?] [visits targets]
            $message $help $code [$(#[$doc])*]);
        #[diagnostic::do_not_recommend]
        impl<T: Param + Decode + $($bound)+ $(, $($declared)+)?> $field$(<$($used)+>)? for T {
            visits!(implemented);
            targets!(implemented);
        }

        questions!(@trait $optional_field [$($($declared)+)?] [visits targets]
            $message $help $code [$(#[$doc])*]);
        #[diagnostic::do_not_recommend]
        impl<T: Param + Decode + $($bound)+ $(, $($declared)+)?> $optional_field$(<$($used)+>)?
            for T
        {
            visits!(implemented);
            targets!(implemented);
        }
        #[diagnostic::do_not_recommend]
        impl<T: Param + Decode + $($bound)+ $(, $($declared)+)?> $optional_field$(<$($used)+>)?
            for Option<T>
        {
            visits!(implemented);
            targets!(implemented);
        }
    )+};
    (@trait $name:ident [$($declared:tt)*] [$($functions:ident)+]
        $message:literal $help:literal $code:literal [$(#[$doc:meta])*]) => {
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "wrong kind",
            note = $help,
            note = $code
        )]
        pub trait $name<$($declared)*> {
            $($functions!(declared);)+
        }
    };
}

questions! {
    /// Holds an Integer of the Bot API that fits 32 bits.
    IntegerParam OptionalIntegerParam IntegerField OptionalIntegerField [] {Integer}
        "an Integer is needed, which `{Self}` cannot hold",
        "help: `i64`", "[telegrammar::diagnostics H04]";
    /// Holds an Integer that fits 32 bits and may be negative.
    SignedIntegerParam OptionalSignedIntegerParam SignedIntegerField OptionalSignedIntegerField [] {SignedInteger}
        "an Integer is needed, which `{Self}` cannot hold",
        "help: `i64`, or another signed integer of 32 bits or more", "[telegrammar::diagnostics H04]";
    /// Holds an Integer up to `MAX`.
    SmallIntegerParam OptionalSmallIntegerParam SmallIntegerField OptionalSmallIntegerField [[const MAX: u16] [MAX]] {SmallInteger<MAX>}
        "an Integer is needed, which `{Self}` cannot hold",
        "help: `i64`, or another integer that can be {MAX}", "[telegrammar::diagnostics H04]";
    /// Holds an Integer of the Bot API that needs 64 bits, such as an id.
    LongParam OptionalLongParam LongField OptionalLongField [] {Long}
        "an Integer of 64 bits is needed, which `{Self}` cannot hold",
        "help: `i64`", "[telegrammar::diagnostics H05]";
    /// Holds a Float of the Bot API.
    FloatParam OptionalFloatParam FloatField OptionalFloatField [] {Float}
        "a Float is needed, which `{Self}` cannot hold",
        "help: `f64`", "[telegrammar::diagnostics H04]";
    /// Holds a String of the Bot API.
    TextParam OptionalTextParam TextField OptionalTextField [] {Text}
        "a String is needed, which `{Self}` cannot hold",
        "help: `String`", "[telegrammar::diagnostics H04]";
    /// Holds a Boolean of the Bot API.
    BooleanParam OptionalBooleanParam BooleanField OptionalBooleanField [] {Boolean}
        "a Boolean is needed, which `{Self}` cannot hold",
        "help: `bool`", "[telegrammar::diagnostics H04]";
    /// Holds the id of a chat or its `@username`.
    ChatParam OptionalChatParam ChatField OptionalChatField [] {Chat}
        "a chat's id or `@username` is needed, which `{Self}` cannot hold",
        "help: `ChatId`", "[telegrammar::diagnostics H04]";
    /// Holds a file: an upload, or the id or URL of one.
    FileParam OptionalFileParam FileField OptionalFileField [] {File}
        "a file is needed, which `{Self}` cannot hold",
        "help: `InputFile`", "[telegrammar::diagnostics H04]";
    /// Holds a file that is uploaded.
    UploadParam OptionalUploadParam UploadField OptionalUploadField [] {Upload}
        "a file that is uploaded is needed, which `{Self}` cannot hold",
        "help: `InputFile`", "[telegrammar::diagnostics H09]";
    /// Holds the object or union `W`.
    ObjectParam OptionalObjectParam ObjectField OptionalObjectField [[W] [W]] {Declared<Kind: Fits<W>>}
        "`{W}` is needed, which `{Self}` cannot hold",
        "help: `{W}`, or a type of your own: one with `#[telegram_type(unlisted)]`, or one named in `telegrammar::param!`",
        "[telegrammar::diagnostics H04]";
    /// Holds one of several objects, of which `W` names the first and the last. `H` can hold any of
    /// them.
    OneOfParam OptionalOneOfParam OneOfField OptionalOneOfField [[W, H] [W, H]] {Declared<Kind: Fits<W>>}
        "`{H}` is needed, which `{Self}` cannot hold",
        "help: `{H}`, one of its objects, or a type of your own with `#[telegram_type(unlisted)]`",
        "[telegrammar::diagnostics H04]";
    /// Holds an Array of Integers that fit 32 bits.
    IntegersParam OptionalIntegersParam IntegersField OptionalIntegersField [] {Array<Item: Integer>}
        "an Array of Integer is needed, which `{Self}` cannot hold",
        "help: `Vec<i64>`", "[telegrammar::diagnostics H04]";
    /// Holds an Array of Integers that need 64 bits.
    LongsParam OptionalLongsParam LongsField OptionalLongsField [] {Array<Item: Long>}
        "an Array of Integer of 64 bits is needed, which `{Self}` cannot hold",
        "help: `Vec<i64>`", "[telegrammar::diagnostics H04]";
    /// Holds an Array of Floats.
    FloatsParam OptionalFloatsParam FloatsField OptionalFloatsField [] {Array<Item: Float>}
        "an Array of Float is needed, which `{Self}` cannot hold",
        "help: `Vec<f64>`", "[telegrammar::diagnostics H04]";
    /// Holds an Array of Strings.
    TextsParam OptionalTextsParam TextsField OptionalTextsField [] {Array<Item: Text>}
        "an Array of String is needed, which `{Self}` cannot hold",
        "help: `Vec<String>`", "[telegrammar::diagnostics H04]";
    /// Holds an Array of what is `W`.
    ObjectsParam OptionalObjectsParam ObjectsField OptionalObjectsField [[W] [W]] {Array<Item: Declared<Kind: Fits<W>>>}
        "an Array of `{W}` is needed, which `{Self}` cannot hold",
        "help: `Vec<{W}>`, or a `Vec` of a type of your own: one with `#[telegram_type(unlisted)]`, or one named in `telegrammar::param!`",
        "[telegrammar::diagnostics H04]";
    /// Holds an Array of several objects, of which `W` names the first and the last. `H` can hold any
    /// of them.
    OneOfsParam OptionalOneOfsParam OneOfsField OptionalOneOfsField [[W, H] [W, H]] {Array<Item: Declared<Kind: Fits<W>>>}
        "an Array of `{H}` is needed, which `{Self}` cannot hold",
        "help: `Vec<{H}>`, or a `Vec` of one of its objects, or of a type of your own with `#[telegram_type(unlisted)]`",
        "[telegrammar::diagnostics H04]";
    /// Holds rows of what is `W`.
    RowsParam OptionalRowsParam RowsField OptionalRowsField [[W] [W]] {Array<Item: Array<Item: Declared<Kind: Fits<W>>>>}
        "an Array of Array of `{W}` is needed, which `{Self}` cannot hold",
        "help: `Vec<Vec<{W}>>`", "[telegrammar::diagnostics H04]";
}

/// Whether a value can be or contain a file to upload, as [`Param::CAN_UPLOAD`] and the constants
/// below it.
macro_rules! uploads {
    (declared) => {
        const CAN_UPLOAD: bool;
        const CAN_UPLOAD_3: bool;
        const CAN_UPLOAD_2: bool;
        const CAN_UPLOAD_1: bool;
        const CAN_UPLOAD_0: bool;
    };
    (implemented) => {
        const CAN_UPLOAD: bool = <T as Param>::CAN_UPLOAD;
        const CAN_UPLOAD_3: bool = <T as Param>::CAN_UPLOAD_3;
        const CAN_UPLOAD_2: bool = <T as Param>::CAN_UPLOAD_2;
        const CAN_UPLOAD_1: bool = <T as Param>::CAN_UPLOAD_1;
        const CAN_UPLOAD_0: bool = <T as Param>::CAN_UPLOAD_0;
    };
}

macro_rules! any {
    ($($(#[$meta:meta])* $name:ident {$($bound:tt)+} [$($functions:ident)+])+) => {$(
        $(#[$meta])*
        pub trait $name {
            $($functions!(declared);)+
        }

        #[diagnostic::do_not_recommend]
        impl<T: $($bound)+> $name for T {
            $($functions!(implemented);)+
        }
    )+};
}

any! {
    /// A parameter that the facts do not know.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be sent as a Bot API parameter",
        label = "not a parameter",
        note = "help: `Vec` for a set, a plain integer for a `NonZero`; else a type of your own, which derives `serde::Serialize` and is named in `telegrammar::param!`; or leave the field out: `#[telegram(skip)]`",
        note = "[telegrammar::diagnostics F03]"
    )]
    AnyParam {Param} [uploads visits]
    /// A field that the facts do not know.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be a field of a Bot API type",
        label = "not a field type",
        note = "help: `Vec` for a set, a plain integer for a `NonZero`; else a type of your own with `#[telegram_type]`, or one that derives serde's traits and `Default` and is named in `telegrammar::field!`",
        note = "[telegrammar::diagnostics T11]"
    )]
    AnyField {Param + Decode} [uploads visits targets]
}

/// Creates a Boolean that is `true`, of any type that holds one.
pub fn raised<T>(empty: fn() -> T, target: fn(&mut T) -> Target<'_>) -> T {
    let mut value = empty();
    if let Target::Bool(flag) = target(&mut value) {
        *flag = true;
    }
    value
}
