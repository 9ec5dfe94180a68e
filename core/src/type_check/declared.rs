//! What a Rust type is in terms of the Bot API.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

/// A type whose counterpart in the Bot API is known.
pub trait Declared {
    /// The counterpart: [`Named`] for an object or union that the facts list, [`Unlisted`] for any
    /// other object, the widest Rust type for a scalar, [`ListOf`] for a list.
    type Kind;
}

/// The object or union that the catalogue declares as `T`.
#[derive(Debug)]
pub struct Named<T>(PhantomData<T>);

/// An object that the facts do not list. It may stand for any of them.
#[derive(Debug)]
pub enum Unlisted {}

/// A list of what is `K`.
#[derive(Debug)]
pub struct ListOf<K>(PhantomData<K>);

/// Any JSON value.
#[derive(Debug)]
pub enum Any {}

/// A type of the catalogue that is one of those that `U` stands for: of the variants of a union, or
/// of the members of a tuple.
pub trait VariantOf<U> {}

#[diagnostic::do_not_recommend]
impl<T> VariantOf<T> for T {}

/// Holds any object.
pub trait Object {}

#[diagnostic::do_not_recommend]
impl<T: Declared<Kind: IsObject> + ?Sized> Object for T {}

/// A kind that is an object.
pub trait IsObject {}

impl<T> IsObject for Named<T> {}
impl IsObject for Unlisted {}
impl IsObject for Any {}

/// A kind that can stand where the Bot API takes a `W`.
pub trait Fits<W> {}

#[diagnostic::do_not_recommend]
impl<T: VariantOf<W>, W> Fits<W> for Named<T> {}
#[diagnostic::do_not_recommend]
impl<W> Fits<W> for Unlisted {}
#[diagnostic::do_not_recommend]
impl<W> Fits<W> for Any {}

/// A list.
pub trait Array {
    /// The type of an item.
    type Item;
}

impl<T> Array for [T] {
    type Item = T;
}

impl<T> Array for Vec<T> {
    type Item = T;
}

impl<T, const N: usize> Array for [T; N] {
    type Item = T;
}

macro_rules! declared {
    ($($type:ty => $kind:ty;)+) => {$(
        impl Declared for $type {
            type Kind = $kind;
        }
    )+};
}

declared! {
    bool => bool;
    i32 => i64;
    i64 => i64;
    i128 => i64;
    u32 => i64;
    u64 => i64;
    u128 => i64;
    // Too narrow for an Integer of unknown size.
    i8 => i8;
    i16 => i8;
    u8 => i8;
    u16 => i8;
    f32 => f64;
    f64 => f64;
    str => String;
    String => String;
    // No result of the Bot API is one of these.
    char => char;
    () => ();
    serde_json::Value => Any;
}

impl<T: Declared> Declared for [T] {
    type Kind = ListOf<T::Kind>;
}

impl<T: Declared> Declared for Vec<T> {
    type Kind = ListOf<T::Kind>;
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty;)+) => {$(
        impl<T: Declared, $($generics)*> Declared for $list {
            type Kind = ListOf<T::Kind>;
        }
    )+};
}

lists! {
    [const N: usize] [T; N];
    [] Vec<Option<T>>;
    [] VecDeque<T>;
    [] BTreeSet<T>;
    [S] HashSet<T, S>;
}

macro_rules! tuples {
    ($(($($item:ident),+))+) => {$(
        /// No result of the Bot API is a list of different things.
        impl<$($item),+> Declared for ($($item,)+) {
            type Kind = ();
        }
    )+};
}

tuples!((A)(A, B)(A, B, C)(A, B, C, D));

impl<K, V> Declared for BTreeMap<K, V> {
    type Kind = Unlisted;
}

impl<K, V, S> Declared for HashMap<K, V, S> {
    type Kind = Unlisted;
}

macro_rules! pointers {
    ($($pointer:ty),+) => {$(
        impl<T: Declared + ?Sized> Declared for $pointer {
            type Kind = T::Kind;
        }

        impl<T: Array + ?Sized> Array for $pointer {
            type Item = T::Item;
        }
    )+};
}

pointers!(&T, Box<T>, Rc<T>, Arc<T>);

impl<T: Declared + ToOwned + ?Sized> Declared for Cow<'_, T> {
    type Kind = T::Kind;
}

impl<T: Array + ToOwned + ?Sized> Array for Cow<'_, T> {
    type Item = T::Item;
}
