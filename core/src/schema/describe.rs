//! The macro by which code outside of this crate describes itself for documents.

/// Defines the function that leads from a type or method to its definition. It expands to nothing if
/// this crate is built without the feature `openapi`: the attributes may be built with it all the
/// same, because a procedural macro is built once for all that use it.
#[cfg(feature = "openapi")]
#[doc(hidden)]
#[macro_export]
macro_rules! __describe {
    (type $($definition:tt)*) => {
        fn shape() -> $crate::__private::Shape {
            $crate::__private::Shape::Defined(const { &$($definition)* })
        }
    };
    (method $($definition:tt)*) => {
        fn definition() -> &'static $crate::__private::MethodDefinition {
            const { &$($definition)* }
        }
    };
    // The first kind of a user's own type, as in `param!`.
    (kinds $kind:ident $($more:ident)*) => {
        fn shape() -> $crate::__private::Shape {
            $crate::__describe!(@kind $kind)
        }
    };
    (@kind Integer) => {
        $crate::__describe!(@kind Long)
    };
    (@kind Long) => {
        $crate::__private::Shape::Integer(64, true)
    };
    // It is sent as its own `Serialize` writes it.
    (@kind Object) => {
        $crate::__private::Shape::Any
    };
    (@kind Float) => {
        $crate::__private::Shape::Float
    };
    (@kind Boolean) => {
        $crate::__private::Shape::Boolean
    };
    (@kind Text) => {
        $crate::__private::Shape::Text
    };
    (@kind Chat) => {
        $crate::__private::Shape::Chat
    };
    (@kind File) => {
        $crate::__private::Shape::File
    };
    (@kind Upload) => {
        $crate::__private::Shape::Upload
    };
    // A kind that does not exist is reported by `param!`.
    (@kind $other:ident) => {
        $crate::__private::Shape::Any
    };
}

/// Expands to nothing, because there are no documents.
#[cfg(not(feature = "openapi"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __describe {
    ($($tokens:tt)*) => {};
}

pub use __describe;
