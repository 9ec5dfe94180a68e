//! JSON whose members keep their order.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// JSON whose members keep their order, which `serde_json::Value` does only with one of its features.
///
/// It displays as compact JSON, and with `{:#}` as indented lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Json(pub(super) Node);

impl Json {
    /// Returns the same as a value of `serde_json`.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        serde_json::to_value(&self.0).unwrap_or_default()
    }

    /// Returns the value at a JSON pointer, such as `/paths/~1getMe`; `None` if there is none.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<Self> {
        let mut node = &self.0;
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            node = match node {
                Node::Map(map) => map.get(&token)?,
                Node::List(items) => items.get(token.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(Self(node.clone()))
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if f.alternate() {
            serde_json::to_string_pretty(&self.0)
        } else {
            serde_json::to_string(&self.0)
        };
        f.write_str(&text.map_err(|_| fmt::Error)?)
    }
}

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Int(i128),
    Uint(u128),
    Float(f64),
    Text(Cow<'static, str>),
    List(Vec<Node>),
    Map(Map),
}

/// The members of an object, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Map(Vec<(Cow<'static, str>, Node)>);

impl Map {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds a member.
    pub(super) fn with(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Node>,
    ) -> Self {
        self.set(name, value);
        self
    }

    /// Adds a member, if there is a value.
    pub(super) fn with_some(
        self,
        name: impl Into<Cow<'static, str>>,
        value: Option<impl Into<Node>>,
    ) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Sets a member. A new one comes last.
    pub(super) fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Node>) {
        let (name, value) = (name.into(), value.into());
        match self.get_mut(&name) {
            Some(known) => *known = value,
            None => self.0.push((name, value)),
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        let mut members = self.0.iter();
        members.find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        let mut members = self.0.iter_mut();
        members.find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub(super) fn remove(&mut self, name: &str) -> Option<Node> {
        let place = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.remove(place).1)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut Node)> {
        self.0.iter_mut().map(|(name, value)| (&**name, value))
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| &**name)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds all members of the other object.
    pub(super) fn and_all(mut self, other: Self) -> Self {
        self.extend(other);
        self
    }

    /// Adds all members of the other object.
    pub(super) fn extend(&mut self, other: Self) {
        for (name, value) in other.0 {
            self.set(name, value);
        }
    }
}

impl Node {
    pub(super) fn as_map(&self) -> Option<&Map> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    pub(super) fn as_map_mut(&mut self) -> Option<&mut Map> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            // Not all serializers take 128 bits.
            Self::Int(value) => match i64::try_from(*value) {
                Ok(value) => serializer.serialize_i64(value),
                Err(_) => serializer.serialize_i128(*value),
            },
            Self::Uint(value) => serializer.serialize_u128(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(map) => {
                let mut members = serializer.serialize_map(Some(map.0.len()))?;
                for (name, value) in &map.0 {
                    members.serialize_entry(name, value)?;
                }
                members.end()
            }
        }
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident;)+) => {$(
        impl From<$type> for Node {
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        }
    )+};
}

from! {
    bool => Bool;
    i64 => Int;
    i128 => Int;
    u32 => Int;
    f64 => Float;
    &'static str => Text;
    String => Text;
    Vec<Node> => List;
    Map => Map;
}

impl From<u128> for Node {
    fn from(value: u128) -> Self {
        Self::Uint(value)
    }
}

impl From<usize> for Node {
    fn from(value: usize) -> Self {
        Self::Uint(value as u128)
    }
}

impl From<serde_json::Value> for Node {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => match (number.as_i128(), number.as_u128()) {
                (Some(value), _) => Self::Int(value),
                (None, Some(value)) => Self::Uint(value),
                (None, None) => Self::Float(number.as_f64().unwrap_or_default()),
            },
            Value::String(text) => Self::Text(text.into()),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                let members = members.into_iter();
                let members = members.map(|(name, value)| (name.into(), value.into()));
                Self::Map(Map(members.collect()))
            }
        }
    }
}

/// A list of values.
pub(super) fn list<T: Into<Node>>(items: impl IntoIterator<Item = T>) -> Node {
    Node::List(items.into_iter().map(Into::into).collect())
}
