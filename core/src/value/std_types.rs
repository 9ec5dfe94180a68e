//! Decode targets for types of the standard library, and for types that implement serde's traits.

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, hash_map};
use std::hash::{BuildHasher, Hash};
use std::rc::Rc;
use std::sync::Arc;

use super::target::{
    ConvertedTarget, Decode, IntegerTarget, JsonTarget, ListTarget, MapTarget, OptionalTarget,
    Target,
};
use super::view::TextKey;
use crate::schema::{Content, Kinds, Number};

impl<T: serde::de::DeserializeOwned> JsonTarget for T {
    fn set(&mut self, json: &str) -> Result<(), serde_json::Error> {
        *self = serde_json::from_str(json)?;
        Ok(())
    }
}

macro_rules! scalars {
    ($($type:ty => $variant:ident $content:expr;)+) => {$(
        impl Decode for $type {
            const CONTENT: Content = $content;

            #[inline]
            fn empty() -> Self {
                Self::default()
            }

            #[inline]
            fn target(&mut self) -> Target<'_> {
                Target::$variant(self)
            }
        }
    )+};
}

scalars! {
    bool => Bool Content::Boolean;
    i64 => Int Content::Number;
    f64 => Float Content::Number;
    f32 => Float32 Content::Number;
    String => Text Content::Text;
    serde_json::Value => Json Content::Foreign(Kinds::ALL);
}

macro_rules! integers {
    ($($type:ty)+) => {$(
        impl Decode for $type {
            const CONTENT: Content = Content::Number;

            #[inline]
            fn empty() -> Self {
                0
            }

            #[inline]
            fn target(&mut self) -> Target<'_> {
                Target::Integer(self)
            }
        }

        impl IntegerTarget for $type {
            fn set(&mut self, value: Number) -> bool {
                let value = match value {
                    Number::Int(value) => Self::try_from(value).ok(),
                    Number::Uint(value) => Self::try_from(value).ok(),
                    Number::Float(_) => None,
                };
                value.map(|value| *self = value).is_some()
            }
        }
    )+};
}

integers!(i8 i16 i32 i128 u8 u16 u32 u64 u128);

impl<T: Decode> Decode for Option<T> {
    const IS_RECEIVED: bool = T::IS_RECEIVED;
    const CONTENT: Content = Content::Optional;

    #[inline]
    fn empty() -> Self {
        None
    }

    #[inline]
    fn target(&mut self) -> Target<'_> {
        Target::Optional(self)
    }
}

impl<T: Decode> OptionalTarget for Option<T> {
    fn set(&mut self, is_some: bool) -> Option<Target<'_>> {
        if !is_some {
            *self = None;
            return None;
        }
        // Unlike `insert`, this brings no code that drops what was there.
        Some(self.get_or_insert_with(T::empty).target())
    }
}

impl<T: Decode> Decode for Box<T> {
    const IS_RECEIVED: bool = T::IS_RECEIVED;
    const CONTENT: Content = T::CONTENT;

    #[inline]
    fn empty() -> Self {
        // Allocates first, so that no code is generated that drops a `T`.
        Box::write(Self::new_uninit(), T::empty())
    }

    #[inline]
    fn target(&mut self) -> Target<'_> {
        (**self).target()
    }
}

impl<T: Decode> Decode for Vec<T> {
    const IS_RECEIVED: bool = T::IS_RECEIVED;
    const CONTENT: Content = Content::List;

    #[inline]
    fn empty() -> Self {
        Self::new()
    }

    #[inline]
    fn target(&mut self) -> Target<'_> {
        Target::List(self)
    }
}

impl<T: Decode> ListTarget for Vec<T> {
    fn push(&mut self) -> Option<Target<'_>> {
        Vec::push(self, T::empty());
        self.last_mut().map(Decode::target)
    }
}

impl<K: TextKey + From<String> + Ord, T: Decode> Decode for BTreeMap<K, T> {
    const IS_RECEIVED: bool = T::IS_RECEIVED;
    const CONTENT: Content = Content::Members;

    fn empty() -> Self {
        Self::new()
    }

    fn target(&mut self) -> Target<'_> {
        Target::Map(self)
    }
}

impl<K: From<String> + Ord, T: Decode> MapTarget for BTreeMap<K, T> {
    fn insert(&mut self, key: String) -> Option<Target<'_>> {
        match self.entry(key.into()) {
            Entry::Vacant(entry) => Some(entry.insert(T::empty()).target()),
            Entry::Occupied(_) => None,
        }
    }
}

impl<K, T, S> Decode for HashMap<K, T, S>
where
    K: TextKey + From<String> + Eq + Hash,
    T: Decode,
    S: BuildHasher + Default,
{
    const IS_RECEIVED: bool = T::IS_RECEIVED;
    const CONTENT: Content = Content::Members;

    fn empty() -> Self {
        Self::default()
    }

    fn target(&mut self) -> Target<'_> {
        Target::Map(self)
    }
}

impl<K: From<String> + Eq + Hash, T: Decode, S: BuildHasher> MapTarget for HashMap<K, T, S> {
    fn insert(&mut self, key: String) -> Option<Target<'_>> {
        match self.entry(key.into()) {
            hash_map::Entry::Vacant(entry) => Some(entry.insert(T::empty()).target()),
            hash_map::Entry::Occupied(_) => None,
        }
    }
}

/// Makes a type decodable through another one, which it is converted from.
macro_rules! converted {
    ($([$($generics:tt)*] $type:ty, $from:ty, $is_list:literal;)+) => {$(
        impl<$($generics)*> Decode for $type {
            const IS_RECEIVED: bool = <$from as Decode>::IS_RECEIVED;
            const CONTENT: Content = <$from as Decode>::CONTENT;

            #[inline]
            fn empty() -> Self {
                <$from as Decode>::empty().into()
            }

            #[inline]
            fn target(&mut self) -> Target<'_> {
                Target::Converted(self)
            }
        }

        impl<$($generics)*> ConvertedTarget for $type {
            #[inline]
            fn convert(&mut self, decode: &mut dyn FnMut(Target<'_>) -> bool) -> bool {
                let mut value = <$from as Decode>::empty();
                let is_decoded = decode(Decode::target(&mut value));
                if is_decoded {
                    *self = value.into();
                }
                is_decoded
            }

            #[inline]
            fn is_list(&self) -> bool {
                $is_list
            }
        }
    )+};
}

converted! {
    [] Box<str>, String, false;
    [] Rc<str>, String, false;
    [] Arc<str>, String, false;
    [] Cow<'static, str>, String, false;
    [T: Decode] Rc<T>, T, false;
    [T: Decode] Arc<T>, T, false;
    [T: Decode] Box<[T]>, Vec<T>, true;
    [T: Decode] Rc<[T]>, Vec<T>, true;
    [T: Decode] Arc<[T]>, Vec<T>, true;
    [T: Decode + Clone] Cow<'static, [T]>, Vec<T>, true;
}

impl<T: Decode + Clone> Decode for Cow<'static, T> {
    const IS_RECEIVED: bool = T::IS_RECEIVED;
    const CONTENT: Content = T::CONTENT;

    fn empty() -> Self {
        Self::Owned(T::empty())
    }

    fn target(&mut self) -> Target<'_> {
        self.to_mut().target()
    }
}

impl<T: Decode, const N: usize> Decode for [T; N] {
    const IS_RECEIVED: bool = T::IS_RECEIVED;
    const CONTENT: Content = Content::List;

    fn empty() -> Self {
        std::array::from_fn(|_| T::empty())
    }

    fn target(&mut self) -> Target<'_> {
        Target::Converted(self)
    }
}

impl<T: Decode, const N: usize> ConvertedTarget for [T; N] {
    fn convert(&mut self, decode: &mut dyn FnMut(Target<'_>) -> bool) -> bool {
        let mut items = Vec::new();
        if !decode(Decode::target(&mut items)) {
            return false;
        }
        // A list of another length does not fit.
        let items = items.try_into();
        items.map(|items| *self = items).is_ok()
    }
}
