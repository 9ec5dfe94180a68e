//! Macros that make users' own types fields of definitions. Here: the implementations that they
//! generate, and the views on the inside of such types (`view`), to which all rules apply. Not here:
//! the traits for the kinds (`type_check`).

mod view;

pub use view::*;

/// Makes a type usable as a parameter: an object that implements `serde::Serialize`, or a newtype of
/// another kind.
///
/// The names after a colon are the kinds: `Integer`, `Long` (an integer of 64 bits), `Float`, `Text`,
/// `Boolean`, `Chat`, `File`, `Upload` (a file that is always uploaded) or `Object`, which is the
/// default. What is inside of a newtype is sent, and must satisfy the rules of its parameter. It is
/// the type's
///
/// - `AsRef<str>` for `Text`, `Chat` and `File`, `AsRef<InputFile>` for `Upload`,
/// - conversion into `i64`, `f64` or `bool` for the others: `From<&UserId> for i64`, or
///   `From<UserId> for i64` and `Clone`,
/// - or what follows `=`: a closure or a function that returns it.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// #[derive(serde::Serialize)]
/// struct Point { x: f64, y: f64 }
/// telegrammar::param!(Point);
///
/// struct UserId(i64);
/// telegrammar::param!(UserId: Long, Integer = |id| id.0);
///
/// struct Title(String);
/// impl AsRef<str> for Title {
///     fn as_ref(&self) -> &str { &self.0 }
/// }
/// telegrammar::param!(Title: Text);
/// ```
///
/// To read a method from JSON, the type's `serde::Deserialize` must accept what is sent.
#[macro_export]
macro_rules! param {
    (@view $self:ident, $type:ty, Text) => {
        <$type as $crate::__private::own_type::AsText>::view($self)
    };
    (@view $self:ident, $type:ty, Chat) => {
        <$type as $crate::__private::own_type::AsChat>::view($self)
    };
    (@view $self:ident, $type:ty, File) => {
        <$type as $crate::__private::own_type::AsFile>::view($self)
    };
    (@view $self:ident, $type:ty, Upload) => {
        <$type as $crate::__private::own_type::AsUpload>::view($self)
    };
    (@view $self:ident, $type:ty, Integer) => {
        $crate::param!(@number $self, $type, AsInteger, i64)
    };
    (@view $self:ident, $type:ty, Long) => {
        $crate::param!(@number $self, $type, AsLong, i64)
    };
    (@view $self:ident, $type:ty, Float) => {
        $crate::param!(@number $self, $type, AsFloat, f64)
    };
    (@view $self:ident, $type:ty, Boolean) => {
        $crate::param!(@number $self, $type, AsBoolean, bool)
    };
    (@view $self:ident, $type:ty, Object) => {
        <$type as $crate::__private::own_type::AsObject>::view($self)
    };
    // The name of the kind is reported where its trait is implemented.
    (@view $self:ident, $type:ty, $other:ident) => {
        <() as $crate::__private::own_type::AsObject>::view(&())
    };
    (@yielded $view:expr, Integer) => {
        $crate::__private::own_type::Integer::view($view)
    };
    (@yielded $view:expr, Long) => {
        $crate::__private::own_type::Long::view($view)
    };
    (@yielded $view:expr, Float) => {
        $crate::__private::own_type::Float::view($view)
    };
    (@yielded $view:expr, Text) => {
        $crate::__private::own_type::Text::view($view)
    };
    (@yielded $view:expr, Boolean) => {
        $crate::__private::own_type::Boolean::view($view)
    };
    (@yielded $view:expr, Chat) => {
        $crate::__private::own_type::Chat::view($view)
    };
    (@yielded $view:expr, File) => {
        $crate::__private::own_type::File::view($view)
    };
    (@yielded $view:expr, Upload) => {
        $crate::__private::own_type::Upload::view($view)
    };
    (@yielded $view:expr, Object) => {
        $crate::__private::own_type::Object::view($view)
    };
    (@yielded $view:expr, $other:ident) => {{
        let _ = $view;
        <() as $crate::__private::own_type::AsObject>::view(&())
    }};
    (@number $self:ident, $type:ty, $view:ident, $number:ident) => {
        <$type as $crate::__private::own_type::$view<{
            use $crate::__private::own_type::ByValue as _;
            // The second one uses the trait in any case, so that its import is never unused.
            $crate::__private::own_type::Conversion::<$type, ::core::primitive::$number>::IS_BY_REFERENCE
                || <()>::IS_BY_REFERENCE
        }>>::view($self)
    };
    (@impl $self:ident, $type:ty, $value:expr, $($kind:ident),+) => {
        impl $crate::__private::Param for $type {
            const CAN_UPLOAD: ::core::primitive::bool =
                false $(|| $crate::param!(@uploads $kind))+;

            #[inline]
            fn value(&$self) -> $crate::__private::Value<'_> {
                $value
            }

            $crate::__describe!(kinds $($kind)+);
        }
        $($crate::param!(@kind $type, $kind);)+
        $crate::param!(@ranged $type, $($kind),+);
    };
    (@uploads File) => { true };
    (@uploads Upload) => { true };
    (@uploads $other:ident) => { false };
    // The bounds of `range` are of the first kind that is a number.
    (@ranged $type:ty, Integer $(, $more:ident)*) => {
        $crate::param!(@ranged $type, i64, false);
    };
    (@ranged $type:ty, Long $(, $more:ident)*) => {
        $crate::param!(@ranged $type, i64, false);
    };
    (@ranged $type:ty, Float $(, $more:ident)*) => {
        $crate::param!(@ranged $type, f64, true);
    };
    (@ranged $type:ty, $number:ident, $is_float:literal) => {
        impl $crate::__private::type_check::Ranged for $type {
            type Number = ::core::primitive::$number;
            const IS_FLOAT: ::core::primitive::bool = $is_float;
        }
    };
    (@ranged $type:ty, $other:ident $(, $more:ident)*) => {
        $($crate::param!(@ranged $type, $more);)*
    };
    (@kind $type:ty, Object) => {
        impl $crate::__private::type_check::Declared for $type {
            type Kind = $crate::__private::type_check::Unlisted;
        }
    };
    (@kind $type:ty, Integer) => {
        impl $crate::__private::type_check::Integer for $type {}
        impl $crate::__private::type_check::SignedInteger for $type {}
        impl<const MAX: ::core::primitive::u16> $crate::__private::type_check::SmallInteger<MAX>
            for $type
        {
        }
    };
    (@kind $type:ty, $kind:ident) => {
        // A kind that does not exist is looked for by this path.
        impl $crate::type_check::$kind for $type {}
    };
    ($type:ty) => {
        $crate::param!($type: Object);
    };
    ($type:ty: $kind:ident $(, $more:ident)* $(,)?) => {
        $crate::param!(
            @impl self, $type,
            $crate::param!(@view self, $type, $kind)$(.$more())*.value(),
            $kind $(, $more)*
        );
    };
    ($type:ty: $kind:ident $(, $more:ident)* = |$it:pat_param| $view:expr) => {
        $crate::param!(
            @impl self, $type,
            {
                let $it = self;
                $crate::param!(@yielded $view, $kind)$(.$more())*.value()
            },
            $kind $(, $more)*
        );
    };
    ($type:ty: $kind:ident $(, $more:ident)* = |$it:ident: $of:ty| $view:expr) => {
        $crate::param!($type: $kind $(, $more)* = |$it| {
            let $it: $of = $it;
            $view
        });
    };
    ($type:ty: $kind:ident $(, $more:ident)* = $view:expr) => {
        $crate::param!($type: $kind $(, $more)* = |it| ($view)(it));
    };
}

/// Makes a type usable as a field of Bot API types and as a parameter: as [`param!`](crate::param)
/// does, and it is read with serde's `Deserialize`. The type must implement `Default`.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// #[derive(Default, serde::Deserialize)]
/// struct UserId(i64);
/// telegrammar::field!(UserId: Long, Integer = |id| id.0);
/// ```
#[macro_export]
macro_rules! field {
    ($type:ty $(: $($rest:tt)+)?) => {
        $crate::param!($type $(: $($rest)+)?);

        impl $crate::__private::Decode for $type {
            const CONTENT: $crate::__private::Content =
                $crate::__private::Content::of_kind(::core::stringify!($($($rest)+)?));

            fn empty() -> Self {
                <$type as $crate::__private::own_type::Startable>::start()
            }

            fn target(&mut self) -> $crate::__private::Target<'_> {
                <$type as $crate::__private::own_type::Readable>::target(self)
            }
        }
    };
}
