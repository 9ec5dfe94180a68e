//! Schemas without what a tool needs not tell.

use super::super::json::{Map, Node};

/// What a model does not need of a type. Some clients refuse formats that they do not know.
pub(super) const OF_NO_USE: [&str; 3] = ["externalDocs", "x-telegram-direction", "format"];

/// The same for results: a model decides on parameters.
pub(super) const UNDESCRIBED: [&str; 4] = [
    "externalDocs",
    "x-telegram-direction",
    "format",
    "description",
];

/// Returns the schemas without these keys.
pub(super) fn of_all(schemas: &Map, without: &[&str]) -> Map {
    let mut all = Map::new();
    for (name, schema) in schemas.iter() {
        all.set(name.to_owned(), of(schema, without));
    }
    all
}

/// Returns the schema of a result.
pub(super) fn schema(schema: &Map) -> Map {
    map(schema, &UNDESCRIBED)
}

fn map(map: &Map, without: &[&str]) -> Map {
    let mut brief = Map::new();
    for (key, value) in map.iter().filter(|(key, _)| !without.contains(key)) {
        let value = match (key, value) {
            // Its members are names, which may be those of keys.
            ("properties", Node::Map(properties)) => of_all(properties, without).into(),
            // A value, and no schema.
            ("const" | "default" | "enum", value) => value.clone(),
            ("description", Node::Text(text)) => without_echoes(text).into(),
            (_, value) => of(value, without),
        };
        brief.set(key.to_owned(), value);
    }
    brief
}

fn of(schema: &Node, without: &[&str]) -> Node {
    match schema {
        Node::Map(schema) => map(schema, without).into(),
        Node::List(items) => Node::List(items.iter().map(|item| of(item, without)).collect()),
        other => other.clone(),
    }
}

/// Removes the lines that explain a word by itself.
fn without_echoes(text: &str) -> String {
    let is_echo = |line: &str| {
        let parts = line
            .strip_prefix("- ")
            .and_then(|line| line.split_once(": "));
        parts.is_some_and(|(word, meaning)| meaning.trim_end_matches('.') == word)
    };
    let lines: Vec<_> = text.lines().filter(|line| !is_echo(line)).collect();
    lines.join("\n").trim_end().to_owned()
}
