//! Macros that make users' own types fields of definitions. Here: the implementations that they
//! generate. Not here: the traits (`value`, `type_check`).

/// Makes a type that implements `serde::Serialize` usable as a parameter.
///
/// By default it is an object. The names after a colon state what else it can be: `Integer`, `Long`
/// (an integer of 64 bits), `Float`, `Text`, `Boolean`, `Chat` or `File`.
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
        impl $crate::__private::Param for $type {
            fn value(&self) -> $crate::__private::Value<'_> {
                $crate::__private::Value::Json(self)
            }
        }
        $(impl $crate::__private::type_check::$kind for $type {})+
    };
}

/// Makes a type that implements serde's traits and `Default` usable as a field of Bot API types and
/// as a parameter. The names after a colon are those of [`param!`](crate::param).
#[macro_export]
macro_rules! field {
    ($type:ty) => {
        $crate::field!($type: Object);
    };
    ($type:ty: $($kind:ident),+) => {
        $crate::param!($type: $($kind),+);

        impl $crate::__private::Decode for $type {
            fn empty() -> Self {
                ::core::default::Default::default()
            }

            fn target(&mut self) -> $crate::__private::Target<'_> {
                $crate::__private::Target::Json(self)
            }
        }
    };
}
