//! Reads JSON in which nothing is out of the ordinary, as a server sends it.
//!
//! `serde_json` decides what is JSON and what a value is worth; this only gets there sooner. It
//! declines whatever is wrong, rare or unclear, without a word, and the text is then read again by
//! `serde_json`, whose result and errors count. So nothing here explains anything, and a value that
//! is read here is the one that `serde_json` would have read.

mod scan;

use std::fmt;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

use scan::{Integer, Text};

/// How deep values may be in each other. `serde_json` allows 128.
const DEPTH: u8 = 100;

/// Reads one value from the start of `json`, and tells how many bytes of it that were. Gives
/// nothing if that is a matter for `serde_json`.
pub(crate) fn read<T: DeserializeOwned>(json: &str) -> Option<(T, usize)> {
    let mut plain = Plain {
        json,
        at: 0,
        depth: DEPTH,
        unescaped: String::new(),
    };
    let value = T::deserialize(&mut plain).ok()?;
    Some((value, plain.at))
}

/// The text, and how far it is read.
pub(crate) struct Plain<'de> {
    json: &'de str,
    at: usize,
    /// How much deeper it may go.
    depth: u8,
    /// The last text that had escapes.
    unescaped: String,
}

/// The text is for `serde_json` to read.
#[derive(Debug)]
pub(crate) struct NotPlain;

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not plain JSON")
    }
}

impl std::error::Error for NotPlain {}

impl serde::de::Error for NotPlain {
    #[inline]
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl From<serde_json::Error> for NotPlain {
    fn from(_: serde_json::Error) -> Self {
        Self
    }
}

type Result<T> = std::result::Result<T, NotPlain>;

impl<'de> Plain<'de> {
    /// Has `serde_json` read a value that starts here.
    fn delegate<T>(
        &mut self,
        read: impl FnOnce(
            &mut serde_json::Deserializer<serde_json::de::StrRead<'de>>,
        ) -> serde_json::Result<T>,
    ) -> Result<T> {
        let rest = self.json.get(self.at..).ok_or(NotPlain)?;
        let mut parser = serde_json::Deserializer::from_str(rest);
        let value = read(&mut parser)?;
        self.at += parser.into_iter::<IgnoredAny>().byte_offset();
        Ok(value)
    }

    fn float(&mut self) -> Result<f64> {
        self.delegate(|parser| f64::deserialize(parser))
    }

    fn skip(&mut self) -> Result<()> {
        self.delegate(|parser| IgnoredAny::deserialize(parser))?;
        Ok(())
    }

    #[inline]
    fn text<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value> {
        match self.string()? {
            Text::Borrowed(text) => visitor.visit_borrowed_str(text),
            Text::Unescaped => visitor.visit_str(&self.unescaped),
        }
    }

    fn deeper(&mut self) -> Result<()> {
        self.depth = self.depth.checked_sub(1).ok_or(NotPlain)?;
        self.at += 1;
        Ok(())
    }

    /// The closing bracket of a list or object.
    fn close(&mut self, bracket: u8) -> Result<()> {
        self.depth += 1;
        self.expect(bracket)
    }
}

impl<'de> Deserializer<'de> for &mut Plain<'de> {
    type Error = NotPlain;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.peek()? {
            b'"' => {
                self.at += 1;
                self.text(visitor)
            }
            b'-' | b'0'..=b'9' => match self.integer()? {
                Integer::Positive(value) => visitor.visit_u64(value),
                Integer::Negative(value) => visitor.visit_i64(value),
                Integer::Float => visitor.visit_f64(self.float()?),
            },
            b'{' => {
                self.deeper()?;
                let value = visitor.visit_map(Members {
                    plain: self,
                    is_first: true,
                })?;
                self.close(b'}')?;
                Ok(value)
            }
            b'[' => {
                self.deeper()?;
                let value = visitor.visit_seq(Items {
                    plain: self,
                    is_first: true,
                })?;
                self.close(b']')?;
                Ok(value)
            }
            b't' => {
                self.word("true")?;
                visitor.visit_bool(true)
            }
            b'f' => {
                self.word("false")?;
                visitor.visit_bool(false)
            }
            b'n' => {
                self.word("null")?;
                visitor.visit_unit()
            }
            _ => Err(NotPlain),
        }
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.expect(b'"')?;
        self.text(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.peek()? == b'n' {
            self.word("null")?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        // A name like this is a question to `serde_json` that only it understands.
        if name.starts_with('$') {
            self.peek()?;
            return self.delegate(|parser| parser.deserialize_newtype_struct(name, visitor));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.delegate(|parser| parser.deserialize_enum(name, variants, visitor))
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(NotPlain)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(NotPlain)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string unit unit_struct seq tuple
        tuple_struct map struct identifier
    }
}

struct Items<'a, 'de> {
    plain: &'a mut Plain<'de>,
    is_first: bool,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = NotPlain;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.plain.has_next(b']', &mut self.is_first)? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.plain).map(Some)
    }
}

struct Members<'a, 'de> {
    plain: &'a mut Plain<'de>,
    is_first: bool,
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = NotPlain;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.plain.has_next(b'}', &mut self.is_first)? {
            return Ok(None);
        }
        seed.deserialize(Key(&mut *self.plain)).map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.plain.expect(b':')?;
        seed.deserialize(&mut *self.plain)
    }
}

/// The name of a member. For those who want no text there, `serde_json` looks into it.
struct Key<'a, 'de>(&'a mut Plain<'de>);

impl<'de> Deserializer<'de> for Key<'_, 'de> {
    type Error = NotPlain;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(NotPlain)
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.0.deserialize_str(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.0.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.0.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.0.deserialize_str(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum
    }
}

#[cfg(test)]
mod tests;
