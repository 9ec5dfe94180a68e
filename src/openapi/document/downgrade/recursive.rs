//! References to schemas that contain themselves other than by a property, such as a text that is a
//! list of texts.

use std::collections::HashSet;

use super::super::super::json::{Map, Node, list};
use super::schemas;

/// Where something stands beside such a reference, it becomes the only one of `anyOf`: within `allOf`,
/// where other references go, openapi-spec-validator follows it without end.
pub(super) fn references(root: &mut Map) {
    let names = recursive(root);
    let mut node = Node::Map(std::mem::take(root));
    schemas::each(&mut node, &mut |schema, _| {
        let is_it = target(schema).is_some_and(|name| names.contains(name));
        if is_it
            && schema.names().count() > 1
            && let Some(reference) = schema.remove("$ref")
        {
            schema.set("anyOf", list([Map::new().with("$ref", reference)]));
        }
    });
    if let Node::Map(map) = node {
        *root = map;
    }
}

/// Returns the names of the schemas that contain themselves.
fn recursive(root: &Map) -> HashSet<String> {
    let all = root.get("components").and_then(Node::as_map);
    let all = all.and_then(|components| components.get("schemas"));
    let Some(all) = all.and_then(Node::as_map) else {
        return HashSet::new();
    };
    let contains_itself = |name: &str| {
        let mut seen = HashSet::new();
        let mut waiting = vec![name];
        while let Some(next) = waiting.pop() {
            let mut found = Vec::new();
            if let Some(schema) = all.get(next) {
                contained(schema, &mut found);
            }
            if found.contains(&name) {
                return true;
            }
            waiting.extend(found.into_iter().filter(|name| seen.insert(*name)));
        }
        false
    };
    let names = all.names().filter(|name| contains_itself(name));
    names.map(ToOwned::to_owned).collect()
}

/// Collects the schemas that a schema is made of.
fn contained<'n>(node: &'n Node, found: &mut Vec<&'n str>) {
    match node {
        Node::List(items) => items.iter().for_each(|item| contained(item, found)),
        Node::Map(schema) => {
            found.extend(target(schema));
            for name in ["allOf", "anyOf", "oneOf", "items", "not"] {
                if let Some(inner) = schema.get(name) {
                    contained(inner, found);
                }
            }
        }
        _ => {}
    }
}

/// The name of the schema that a reference leads to.
fn target(schema: &Map) -> Option<&str> {
    let reference = schema.get("$ref")?.as_text()?;
    reference.rsplit('/').next()
}
