//! The type of a method's result, where a definition declares it.

use std::marker::PhantomData;

use super::declared::{Any, Declared, ListOf, Named, Unlisted};
#[cfg(feature = "openapi")]
use crate::schema::Shape;
#[cfg(feature = "openapi")]
use crate::value::Param;

/// What is `K`, or `True`, depending on the parameters.
#[derive(Debug)]
pub struct OrTrue<K>(PhantomData<K>);

/// The choice of one of two results by the parameters: 0 for the first, 1 for the second one, 2 if
/// they do not decide.
#[derive(Debug)]
pub struct Choice<const CHOICE: u8>;

/// What `A`, `B` or `C` stands for, depending on the choice.
pub trait Choose<A, B, C> {
    /// The one that is chosen.
    type Chosen;
}

impl<A, B, C> Choose<A, B, C> for Choice<0> {
    type Chosen = A;
}

impl<A, B, C> Choose<A, B, C> for Choice<1> {
    type Chosen = B;
}

impl<A, B, C> Choose<A, B, C> for Choice<2> {
    type Chosen = C;
}

/// A result type of which the counterpart in the Bot API is known. Any other type is accepted for
/// any result.
pub trait KnownResult {
    /// The counterpart.
    type Kind;
}

impl<T: Declared> KnownResult for T {
    type Kind = T::Kind;
}

impl<T: Declared> KnownResult for Option<T> {
    type Kind = T::Kind;
}

/// A type that can hold the result of the method `M`, which is `K`. The other parameters only have
/// names, for the text: `D` describes the result, and `H` is the type to declare.
#[diagnostic::on_unimplemented(
    message = "`{M}` returns a `{D}`, which `{Self}` cannot hold",
    label = "wrong result",
    note = "help: leave `returns` out, or `returns = {H}`",
    note = "[telegrammar::diagnostics C10]"
)]
pub trait Returned<K, M, D, H> {}

#[diagnostic::do_not_recommend]
impl<T: KnownResult<Kind: Is<K>>, K, M, D, H> Returned<K, M, D, H> for T {}

/// A declared result type, to be compared with the one of the Bot API.
#[derive(Debug)]
pub struct DeclaredResult<T, K, M, D, H>(PhantomData<(T, K, M, D, H)>);

impl<T: KnownResult, K, M, D, H> DeclaredResult<T, K, M, D, H> {
    /// Compiles only if the type can hold the result.
    pub const fn holds()
    where
        T: Returned<K, M, D, H>,
    {
    }
}

/// Accepts a type that telegrammar knows nothing about. An inherent function takes precedence.
pub trait UnknownResult {
    /// Always compiles.
    fn holds() {}
}

impl<T, K, M, D, H> UnknownResult for DeclaredResult<T, K, M, D, H> {}

/// A kind that is another one.
pub trait Is<K> {}

impl Is<bool> for bool {}
impl Is<i64> for i64 {}
impl Is<f64> for f64 {}
impl Is<String> for String {}
impl<T> Is<Named<T>> for Named<T> {}
impl<T> Is<Named<T>> for Unlisted {}
impl<K, L: Is<K>> Is<ListOf<K>> for ListOf<L> {}
impl<K> Is<K> for Any {}
impl<K> Is<OrTrue<K>> for bool {}
impl<T> Is<OrTrue<Named<T>>> for Named<T> {}
impl<T> Is<OrTrue<Named<T>>> for Unlisted {}

/// Selects the form of a result that can be a field too. For any other `T`, only [`UnknownShape`]
/// applies.
#[cfg(feature = "openapi")]
#[derive(Debug)]
pub struct KnownShape<T>(PhantomData<T>);

#[cfg(feature = "openapi")]
impl<T: Param> KnownShape<T> {
    /// Returns what the values look like in JSON.
    #[must_use]
    pub fn shape() -> Shape {
        T::shape()
    }
}

/// Fallback of [`KnownShape`].
#[cfg(feature = "openapi")]
pub trait UnknownShape {
    /// Returns that nothing is known of the values.
    #[must_use]
    fn shape() -> Shape {
        Shape::Any
    }
}

#[cfg(feature = "openapi")]
impl<T> UnknownShape for KnownShape<T> {}
