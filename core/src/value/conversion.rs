//! Conversions into unions, only from types that a single variant holds. Whether two types are the
//! same is left to the compiler, because one may be an alias of the other.

use std::convert::Infallible;
use std::marker::PhantomData;

/// Two types, which may be the same.
#[doc(hidden)]
pub struct Same<A: ?Sized, B: ?Sized>(PhantomData<A>, PhantomData<B>);

impl<T: ?Sized> Same<T, T> {
    /// Whether they are. Takes precedence over [`Differ::IS`].
    pub const IS: bool = true;
}

/// The answer for types that are not the same.
#[doc(hidden)]
pub trait Differ {
    /// Whether the types are the same.
    const IS: bool = false;
}

impl<A: ?Sized, B: ?Sized> Differ for Same<A, B> {}

/// The variant at an index, and whether another one holds the same type.
#[doc(hidden)]
pub struct Held<const IS_REPEATED: bool, const INDEX: usize>;

/// The source of the conversion into a variant of `U` that holds a `T`.
///
/// With `U`, the compiler knows that no other crate implements it. `Others` are what the other
/// variants hold: if one of these does not exist, nothing else is reported.
#[doc(hidden)]
pub trait Source<U, Others, T> {
    /// The type that is converted.
    type Type;

    /// Returns what the variant holds.
    fn content(source: Self::Type) -> T;
}

impl<U, Others, T, const INDEX: usize> Source<U, Others, T> for Held<false, INDEX> {
    type Type = T;

    #[inline]
    fn content(source: T) -> T {
        source
    }
}

/// A type without values, in place of one that several variants of `U` hold.
#[doc(hidden)]
pub struct Repeated<U, T, const INDEX: usize>(Infallible, PhantomData<(U, T)>);

impl<U, Others, T, const INDEX: usize> Source<U, Others, T> for Held<true, INDEX> {
    type Type = Repeated<U, T, INDEX>;

    fn content(source: Repeated<U, T, INDEX>) -> T {
        match source.0 {}
    }
}
