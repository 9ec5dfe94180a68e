//! Schemas without what a tool needs not tell.

use super::super::json::{Map, Node};

/// What a model does not need of a type.
pub(super) const OF_NO_USE: [&str; 2] = ["externalDocs", "x-telegram-direction"];

/// The same for results: a model decides on parameters.
pub(super) const UNDESCRIBED: [&str; 3] = ["externalDocs", "x-telegram-direction", "description"];

/// Returns the schemas without these keys.
pub(super) fn of_all(schemas: &Map, without: &[&str]) -> Map {
    let mut all = Map::new();
    for (name, schema) in schemas.iter() {
        all.set(name.to_owned(), of(schema, without));
    }
    all
}

fn of(schema: &Node, without: &[&str]) -> Node {
    match schema {
        Node::Map(map) => {
            let mut brief = Map::new();
            for (key, value) in map.iter().filter(|(key, _)| !without.contains(key)) {
                let value = match (key, value) {
                    // Its members are names, which may be those of keys.
                    ("properties", Node::Map(properties)) => of_all(properties, without).into(),
                    // A value, and no schema.
                    ("const" | "default" | "enum", value) => value.clone(),
                    (_, value) => of(value, without),
                };
                brief.set(key.to_owned(), value);
            }
            brief.into()
        }
        Node::List(items) => Node::List(items.iter().map(|item| of(item, without)).collect()),
        other => other.clone(),
    }
}
