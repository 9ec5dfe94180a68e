//! Converts the output of any serde deserializer to JSON text.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::reader::{DEPTH, Reader};
use crate::json::escape;

/// The names by which `serde_json` is asked for a value as text, and by which it yields numbers if
/// another crate of the program has enabled `arbitrary_precision`. A deserializer that does not
/// know the first is read value by value.
const RAW: &str = "$serde_json::private::RawValue";
const NUMBER: &str = "$serde_json::private::Number";

/// Returns the output of the deserializer as JSON text: borrowed if it reads JSON text itself.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'de, str>, D::Error> {
    deserializer.deserialize_newtype_struct(RAW, TextVisitor)
}

struct TextVisitor;

impl TextVisitor {
    fn write<'de, E>(
        write: impl FnOnce(Transcriber<'_>) -> Result<(), E>,
    ) -> Result<Cow<'de, str>, E> {
        let mut out = Vec::new();
        write(Transcriber {
            out: &mut out,
            depth: 0,
        })?;
        // Only valid UTF-8 is written.
        Ok(String::from_utf8(out).unwrap_or_default().into())
    }
}

macro_rules! forward {
    ($($visit:ident($type:ty);)+) => {$(
        fn $visit<E: Error>(self, value: $type) -> Result<Cow<'de, str>, E> {
            Self::write(|writer| writer.$visit(value))
        }
    )+};
}

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    forward! {
        visit_bool(bool);
        visit_i64(i64);
        visit_u64(u64);
        visit_i128(i128);
        visit_u128(u128);
        visit_f64(f64);
        visit_str(&str);
    }

    fn visit_unit<E: Error>(self) -> Result<Cow<'de, str>, E> {
        Ok("null".into())
    }

    fn visit_none<E: Error>(self) -> Result<Cow<'de, str>, E> {
        Ok("null".into())
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Cow<'de, str>, D::Error> {
        text(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        inner: D,
    ) -> Result<Cow<'de, str>, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Cow<'de, str>, A::Error> {
        Self::write(|writer| writer.visit_seq(seq))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cow<'de, str>, A::Error> {
        let first = map.next_key_seed(KEY)?;
        if first.as_deref() == Some(RAW) {
            return map.next_value_seed(TEXT);
        }
        Self::write(|writer| writer.map(first, map))
    }
}

/// Writes the value that a deserializer yields as JSON.
struct Transcriber<'o> {
    out: &'o mut Vec<u8>,
    /// The number of open containers.
    depth: u32,
}

impl Transcriber<'_> {
    fn enter<E: Error>(&mut self) -> Result<Transcriber<'_>, E> {
        if self.depth >= DEPTH {
            return Err(E::custom(super::error::FaultKind::Depth));
        }
        Ok(Transcriber {
            out: self.out,
            depth: self.depth + 1,
        })
    }

    fn inner(&mut self) -> Transcriber<'_> {
        Transcriber {
            out: self.out,
            depth: self.depth,
        }
    }

    /// Writes a map whose first key has been read.
    fn map<'de, A: MapAccess<'de>>(
        mut self,
        first: Option<Cow<'de, str>>,
        mut map: A,
    ) -> Result<(), A::Error> {
        if first.as_deref() == Some(RAW) || first.as_deref() == Some(NUMBER) {
            let text = map.next_value_seed(TEXT)?;
            // Any format can name a member so.
            if !Reader::new(&text, false).is_one_value() {
                return Err(A::Error::custom("the text is not JSON"));
            }
            self.out.extend_from_slice(text.as_bytes());
            return Ok(());
        }
        let mut writer = self.enter()?;
        writer.out.push(b'{');
        let mut next = first;
        let mut is_first = true;
        while let Some(key) = next {
            if !is_first {
                writer.out.push(b',');
            }
            is_first = false;
            escape::write(&key, writer.out);
            writer.out.push(b':');
            map.next_value_seed(writer.inner())?;
            next = map.next_key_seed(KEY)?;
        }
        writer.out.push(b'}');
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Transcriber<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! put {
    ($($visit:ident($type:ty);)+) => {$(
        fn $visit<E: Error>(self, value: $type) -> Result<(), E> {
            self.out.extend_from_slice(value.to_string().as_bytes());
            Ok(())
        }
    )+};
}

impl<'de> Visitor<'de> for Transcriber<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    put! {
        visit_bool(bool);
        visit_i64(i64);
        visit_u64(u64);
        visit_i128(i128);
        visit_u128(u128);
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::custom(format_args!("{value} is not a number of JSON")));
        }
        // Exact, and with a point or exponent, so that it remains a float.
        self.out.extend_from_slice(format!("{value:?}").as_bytes());
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        escape::write(value, self.out);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let mut writer = self.enter()?;
        writer.out.push(b'[');
        let start = writer.out.len();
        loop {
            let before = writer.out.len();
            if before > start {
                writer.out.push(b',');
            }
            if seq.next_element_seed(writer.inner())?.is_none() {
                writer.out.truncate(before);
                break;
            }
        }
        writer.out.push(b']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let first = map.next_key_seed(KEY)?;
        self.map(first, map)
    }
}

/// A string, borrowed if possible.
struct Str {
    /// Whether it is the key of a map. Formats with keys of other types yield them as strings.
    is_key: bool,
}

const KEY: Str = Str { is_key: true };
const TEXT: Str = Str { is_key: false };

impl<'de> DeserializeSeed<'de> for Str {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! keys {
    ($($visit:ident($type:ty);)+) => {$(
        fn $visit<E: Error>(self, value: $type) -> Result<Cow<'de, str>, E> {
            if self.is_key {
                return Ok(value.to_string().into());
            }
            Err(E::invalid_type(serde::de::Unexpected::Other("another value"), &self))
        }
    )+};
}

impl<'de> Visitor<'de> for Str {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    keys! {
        visit_bool(bool);
        visit_i64(i64);
        visit_u64(u64);
        visit_i128(i128);
        visit_u128(u128);
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value))
    }
}
