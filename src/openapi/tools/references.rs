//! The definitions that a schema refers to, so that it needs no other document.

use std::collections::BTreeSet;

use super::super::json::{Map, Node};
use super::schemas::FOLDER;

/// Adds the definitions that the schema refers to, also through others, in the order of `types`.
pub(super) fn with_definitions(mut schema: Map, types: &Map) -> Map {
    let mut names = BTreeSet::new();
    for (_, node) in schema.iter() {
        collect(node, types, &mut names);
    }
    // A schema that the root refers to as a whole is found among the members only.
    if let Some(name) = schema.get("$ref").and_then(target) {
        collect_type(name, types, &mut names);
    }
    let mut definitions = match schema.remove("$defs") {
        Some(Node::Map(own)) => own,
        _ => Map::new(),
    };
    for (name, definition) in types.iter().filter(|(name, _)| names.contains(name)) {
        definitions.set(name.to_owned(), definition.clone());
    }
    if !definitions.is_empty() {
        schema.set("$defs", definitions);
    }
    schema
}

fn collect<'t>(node: &Node, types: &'t Map, names: &mut BTreeSet<&'t str>) {
    match node {
        Node::List(items) => items.iter().for_each(|item| collect(item, types, names)),
        Node::Map(map) => {
            for (key, value) in map.iter() {
                match (key, target(value)) {
                    ("$ref", Some(name)) => collect_type(name, types, names),
                    _ => collect(value, types, names),
                }
            }
        }
        _ => {}
    }
}

fn collect_type<'t>(name: &str, types: &'t Map, names: &mut BTreeSet<&'t str>) {
    let known = types.iter().find(|(known, _)| *known == name);
    if let Some((name, definition)) = known
        && names.insert(name)
    {
        collect(definition, types, names);
    }
}

/// The name of the type that a reference leads to.
fn target(reference: &Node) -> Option<&str> {
    reference.as_text()?.strip_prefix(FOLDER)
}
