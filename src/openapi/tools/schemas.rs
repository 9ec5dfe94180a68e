//! The schemas of a tool's input and output: objects, whatever the method takes and returns.

use super::super::json::{Map, Node, list};
use crate::schema::{DefinedContent, Shape};

/// Where the schemas of types are.
pub(super) const FOLDER: &str = "#/$defs/";

/// The keys of a request that are the same for all structs of a method, or are united.
const OWN: [&str; 5] = [
    "type",
    "properties",
    "required",
    "additionalProperties",
    "description",
];

/// Returns the schema of the parameters, from those of the method's structs.
///
/// Providers of language models refuse combinations such as `oneOf` at the root of a tool's schema, and
/// some readers ignore what stands beside a `$ref`. So these are the consequence of a condition that
/// always holds.
pub(super) fn input(requests: &[Map]) -> Map {
    let mut properties = Map::new();
    for (name, property) in requests.iter().flat_map(members) {
        match properties.get(name) {
            Some(known) if known != property => {
                // Each struct says what it takes.
                properties.set(name.to_owned(), Map::new());
            }
            Some(_) => {}
            None => properties.set(name.to_owned(), property.clone()),
        }
    }
    let is_common = |name: &&Node| {
        requests
            .iter()
            .all(|request| required(request).contains(name))
    };
    let always = requests.first().map(required).unwrap_or_default();
    let always: Vec<_> = always.iter().filter(is_common).cloned().collect();
    let rules = match requests {
        [request] => combinations(request),
        requests => {
            let each = requests
                .iter()
                .map(|request| one_of_several(request, &properties));
            Map::new().with("oneOf", list(each))
        }
    };
    let mut schema = Map::new().with("type", "object");
    schema.set("properties", properties);
    if !always.is_empty() {
        schema.set("required", Node::List(always));
    }
    schema.set("additionalProperties", false);
    if !rules.is_empty() {
        schema.set("if", Map::new());
        schema.set("then", rules);
    }
    schema
}

/// Returns what the schema of a request says beside the parameters. What it says in words is in the
/// description of the tool.
fn combinations(request: &Map) -> Map {
    let mut rules = Map::new();
    let is_rule = |name: &str| !OWN.contains(&name) && !name.starts_with("x-");
    for (name, value) in request.iter().filter(|(name, _)| is_rule(name)) {
        rules.set(name.to_owned(), value.clone());
    }
    rules
}

/// Returns what distinguishes a struct from the others of its method.
fn one_of_several(request: &Map, all: &Map) -> Map {
    let mut properties = Map::new();
    for (name, united) in all.iter() {
        match members(request).find(|(known, _)| *known == name) {
            None => properties.set(name.to_owned(), false),
            Some((_, own)) if own != united => properties.set(name.to_owned(), own.clone()),
            Some(_) => {}
        }
    }
    let mut rules = combinations(request);
    if !properties.is_empty() {
        rules.set("properties", properties);
    }
    rules.with_some("required", request.get("required").cloned())
}

fn members(request: &Map) -> impl Iterator<Item = (&str, &Node)> {
    let properties = request.get("properties").and_then(Node::as_map);
    properties.into_iter().flat_map(Map::iter)
}

fn required(request: &Map) -> &[Node] {
    match request.get("required") {
        Some(Node::List(names)) => names,
        _ => &[],
    }
}

/// Returns the schema of the result, from those of the method's structs, each with whether it is an
/// object.
pub(super) fn output(results: Vec<(Map, bool)>) -> Map {
    let is_object = results.iter().all(|(_, is_object)| *is_object);
    let mut results: Vec<_> = results.into_iter().map(|(result, _)| result).collect();
    let result = match results.len() {
        1 => results.remove(0),
        _ => Map::new().with("anyOf", list(results)),
    };
    if is_object {
        return Map::new().with("type", "object").and_all(result);
    }
    Map::new()
        .with("type", "object")
        .with("properties", Map::new().with("result", result))
        .with("required", list(["result"]))
        .with("x-telegram-wrapped", true)
}

/// Whether every value of this form is an object.
pub(super) fn is_object(shape: Shape) -> bool {
    match shape {
        Shape::Members => true,
        Shape::Defined(definition) => match definition.content {
            DefinedContent::Object { .. } => true,
            DefinedContent::Union { members, .. } => {
                members.iter().all(|member| is_object((member.shape)()))
            }
            _ => false,
        },
        _ => false,
    }
}
