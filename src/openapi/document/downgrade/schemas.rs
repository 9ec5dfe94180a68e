//! Visits the schemas of a document, and no example or default that only looks like one.

use super::super::super::json::{Map, Node};

/// Visits each schema with its JSON pointer: the inner ones first.
pub(super) fn each(root: &mut Node, visit: &mut dyn FnMut(&mut Map, &str)) {
    outside(root, &mut String::new(), visit);
}

/// Visits the schemas in what is no schema itself.
fn outside(node: &mut Node, pointer: &mut String, visit: &mut dyn FnMut(&mut Map, &str)) {
    match node {
        Node::List(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                below(pointer, &index.to_string(), |pointer| {
                    outside(item, pointer, visit);
                });
            }
        }
        Node::Map(map) => {
            for (name, value) in map.iter_mut() {
                let name = name.to_owned();
                below(pointer, &name, |pointer| match &*name {
                    "schema" => inside(value, pointer, visit),
                    "schemas" => each_of(value, pointer, visit),
                    "example" | "examples" | "default" => {}
                    name if name.starts_with("x-") && name != "x-webhooks" => {}
                    _ => outside(value, pointer, visit),
                });
            }
        }
        _ => {}
    }
}

/// Visits a schema.
fn inside(node: &mut Node, pointer: &mut String, visit: &mut dyn FnMut(&mut Map, &str)) {
    let Node::Map(schema) = node else {
        return;
    };
    for (name, value) in schema.iter_mut() {
        let name = name.to_owned();
        below(pointer, &name, |pointer| match &*name {
            "properties" | "allOf" | "anyOf" | "oneOf" => each_of(value, pointer, visit),
            "items" | "not" | "if" | "then" | "additionalProperties" => {
                inside(value, pointer, visit);
            }
            _ => {}
        });
    }
    visit(schema, pointer);
}

/// Visits the schemas of a list, or the values of an object.
fn each_of(node: &mut Node, pointer: &mut String, visit: &mut dyn FnMut(&mut Map, &str)) {
    match node {
        Node::List(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                below(pointer, &index.to_string(), |pointer| {
                    inside(item, pointer, visit);
                });
            }
        }
        Node::Map(map) => {
            for (name, value) in map.iter_mut() {
                let name = name.to_owned();
                below(pointer, &name, |pointer| inside(value, pointer, visit));
            }
        }
        _ => {}
    }
}

fn below(pointer: &mut String, name: &str, visit: impl FnOnce(&mut String)) {
    let length = pointer.len();
    pointer.push('/');
    pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    visit(pointer);
    pointer.truncate(length);
}
