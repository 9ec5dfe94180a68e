//! The objects that fulfil a condition on one of their fields, as a schema.

use super::super::json::{Map, Node, list};
use super::forms::form;
use super::object;
use super::relation::Fields;
use super::types::members;
use crate::schema::{Condition, DefinedContent, FieldInfo, Literal, Member, Shape, Test};

/// The schema of the objects that fulfil a condition; `None` if JSON Schema has no words for it.
pub(super) fn holds(condition: &Condition, fields: &Fields) -> Option<Map> {
    let path = said(condition, fields)?;
    match condition.test {
        Test::Given => Some(given(path, fields)),
        Test::Equals(value) => Some(at(path, Some(equal(value, path, fields)), fields)),
        Test::Items(min, max) => {
            let items = Map::new().with("minItems", min).with("maxItems", max);
            Some(properties(path, items))
        }
        _ => opposite(condition, fields).map(not),
    }
}

/// The schema of the objects that do not fulfil a condition which a field without a value fulfils.
pub(super) fn opposite(condition: &Condition, fields: &Fields) -> Option<Map> {
    let path = said(condition, fields)?;
    match condition.test {
        Test::Absent => {
            let own = fields.iter().find(|(info, _)| info.name == path);
            let other = match own.and_then(|(info, _)| info.default) {
                Some(Literal::Int(value)) => Some(not(Map::new().with("const", value))),
                _ => None,
            };
            Some(at(path, other, fields))
        }
        Test::Differs(value) => Some(at(path, Some(equal(value, path, fields)), fields)),
        _ => None,
    }
}

/// The path of a condition, if a schema can lead to it. A field that the object does not have is never
/// set.
fn said(condition: &Condition, fields: &Fields) -> Option<&'static str> {
    let path = condition.param;
    let name = path.split('.').next().unwrap_or(path);
    let is_known = fields.iter().any(|(info, _)| info.name == name);
    (is_known && !path.contains('[')).then_some(path)
}

/// A value that is sent as this word.
fn equal(word: &'static str, path: &str, fields: &Fields) -> Map {
    let boolean = || word.parse::<bool>().ok().map(Node::from);
    let number = || word.parse::<i64>().ok().map(Node::from);
    let value = match shape(path, fields) {
        Some(Shape::Boolean | Shape::True) => boolean(),
        Some(Shape::Integer(..) | Shape::Float) => number(),
        Some(Shape::Text) => Some(word.into()),
        Some(Shape::Defined(definition)) => {
            let is_words = matches!(definition.content, DefinedContent::Words { .. });
            is_words.then(|| word.into())
        }
        _ => None,
    };
    if let Some(value) = value {
        return Map::new().with("const", value);
    }
    let values = [Some(word.into()), boolean(), number()];
    let mut values: Vec<_> = values.into_iter().flatten().collect();
    match values.len() {
        1 => Map::new().with("const", values.remove(0)),
        _ => Map::new().with("enum", values),
    }
}

/// The form of the value at a path.
fn shape(path: &str, fields: &Fields) -> Option<Shape> {
    if let Some((name, rest)) = path.split_once('.') {
        return shape(rest, &inner(name, fields));
    }
    let found = fields.iter().find(|(info, _)| info.name == path);
    found.map(|(info, member)| form(info, member))
}

/// The fields of the object that a field holds, as far as they are known.
fn inner(name: &str, fields: &Fields) -> Vec<(&'static FieldInfo, Member)> {
    let Some(Shape::Defined(definition)) = shape(name, fields) else {
        return Vec::new();
    };
    match definition.content {
        DefinedContent::Object { info, .. } => object::fields(info, &members(definition)),
        _ => Vec::new(),
    }
}

/// Objects in which the value at the path is set, and fits the schema.
fn at(path: &str, value: Option<Map>, fields: &Fields) -> Map {
    let Some((name, rest)) = path.split_once('.') else {
        let value = value.map(|value| member(path, value));
        return required(path).with_some("properties", value);
    };
    let fields = inner(name, fields);
    let mut inner = at(rest, value, &fields);
    // Where it is always an object, generators would read `type` as that of another one.
    if fields.is_empty() {
        inner.set("type", "object");
    }
    required(name).with("properties", member(name, inner))
}

/// Objects whose value at the path fits the schema, if it is set.
fn properties(path: &str, value: Map) -> Map {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let value = if rest.is_empty() {
        value
    } else {
        properties(rest, value)
    };
    Map::new().with("properties", member(name, value))
}

fn member(name: &str, schema: Map) -> Map {
    Map::new().with(name.to_owned(), schema)
}

fn required(name: &str) -> Map {
    Map::new().with("required", list([name.to_owned()]))
}

/// Objects in which the parameter is set.
pub(super) fn given(path: &str, fields: &Fields) -> Map {
    at(path, None, fields)
}

/// The schema of what fits all of these: one schema, if they are of different members.
pub(super) fn all_of(mut schemas: Vec<Map>) -> Map {
    if let [_] = schemas.as_slice() {
        return schemas.remove(0);
    }
    let mut united = Map::new();
    for schema in &schemas {
        if !unite(&mut united, schema) {
            return Map::new().with("allOf", list(schemas));
        }
    }
    united
}

/// Adds the conditions of a schema, unless both have others for the same.
fn unite(united: &mut Map, schema: &Map) -> bool {
    for (key, node) in schema.iter() {
        match (united.get_mut(key), node) {
            (None, _) => united.set(key.to_owned(), node.clone()),
            (Some(Node::List(known)), Node::List(names)) if key == "required" => {
                let new: Vec<_> = names.iter().filter(|name| !known.contains(name)).collect();
                let new: Vec<_> = new.into_iter().cloned().collect();
                known.extend(new);
            }
            (Some(Node::Map(known)), Node::Map(members)) if key == "properties" => {
                for (name, member) in members.iter() {
                    if known.has(name) {
                        return false;
                    }
                    known.set(name.to_owned(), member.clone());
                }
            }
            (Some(known), node) if known == node => {}
            _ => return false,
        }
    }
    true
}

/// The schema of what does not fit the schema.
pub(super) fn not(mut schema: Map) -> Map {
    if schema.names().count() == 1
        && let Some(Node::Map(inner)) = schema.remove("not")
    {
        return inner;
    }
    Map::new().with("not", schema)
}
