//! JSON as a tree that can be damaged: members keep their order, and may be there twice.

use serde_json::Value;

use crate::random::Source;

#[derive(Clone)]
pub(crate) enum Document {
    /// Written in one piece.
    Leaf(String),
    List(Vec<Document>),
    /// Names are written with their quotes.
    Object(Vec<(String, Document)>),
}

impl From<&Value> for Document {
    fn from(value: &Value) -> Self {
        match value {
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| (quoted(name), Self::from(value)))
                    .collect(),
            ),
            leaf => Self::Leaf(leaf.to_string()),
        }
    }
}

pub(crate) fn quoted(name: &str) -> String {
    Value::from(name).to_string()
}

/// White space that may stand between tokens.
const SPACES: [&str; 4] = [" ", "\n", "\r\n\t", "  \t "];

impl Document {
    /// The text, with white space in so many of a hundred places.
    pub(crate) fn text(&self, source: &mut Source, percent: usize) -> String {
        let mut text = String::new();
        self.write(&mut text, source, percent);
        text
    }

    fn write(&self, text: &mut String, source: &mut Source, percent: usize) {
        let mut put = |text: &mut String, piece: &str| {
            text.push_str(piece);
            if percent > 0 && source.chance(percent) {
                text.push_str(source.pick::<&str>(&SPACES));
            }
        };
        match self {
            Self::Leaf(leaf) => put(text, leaf),
            Self::List(items) => {
                put(text, "[");
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    item.write(text, source, percent);
                }
                text.push(']');
            }
            Self::Object(members) => {
                put(text, "{");
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    text.push_str(name);
                    text.push(':');
                    value.write(text, source, percent);
                }
                text.push('}');
            }
        }
    }

    /// How many values there are, with those inside.
    pub(crate) fn count(&self) -> usize {
        1 + match self {
            Self::Leaf(_) => 0,
            Self::List(items) => items.iter().map(Self::count).sum(),
            Self::Object(members) => members
                .iter()
                .map(|(_, value)| value.count())
                .sum::<usize>(),
        }
    }

    /// The value with this number, in the order of the text.
    pub(crate) fn at(&mut self, number: usize) -> Option<&mut Self> {
        if number == 0 {
            return Some(self);
        }
        let mut number = number - 1;
        let inner: Box<dyn Iterator<Item = &mut Self>> = match self {
            Self::Leaf(_) => return None,
            Self::List(items) => Box::new(items.iter_mut()),
            Self::Object(members) => Box::new(members.iter_mut().map(|(_, value)| value)),
        };
        for value in inner {
            let count = value.count();
            if number < count {
                return value.at(number);
            }
            number -= count;
        }
        None
    }
}
