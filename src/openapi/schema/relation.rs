//! Constraints between fields, as far as JSON Schema has words for them. A condition is never stricter
//! than the constraint: what cannot be said exactly is left to `x-rules`.

use super::super::json::{Map, Node, list};
use super::and;
use crate::schema::{Condition, FieldInfo, Literal, Member, Relation, Shape, Test};

type Fields = [(&'static FieldInfo, Member)];

/// Adds a constraint to the schema of the object.
pub(super) fn apply(relation: &Relation, fields: &Fields, schema: &mut Map) {
    let is_said = |names: &[&str]| names.iter().all(|name| !name.contains('['));
    match relation {
        Relation::OneOf(names) if !is_said(names) => {}
        Relation::AnyOf(groups) if !groups.iter().all(|group| is_said(group)) => {}
        Relation::OneOf(names) => {
            let each = names.iter().map(|name| given(name, fields));
            and(schema, Map::new().with("oneOf", list(each)));
        }
        Relation::AnyOf(groups) => {
            let mut each: Vec<_> = groups
                .iter()
                .map(|group| all_given(group, fields))
                .collect();
            match each.len() {
                1 => and(schema, each.remove(0)),
                _ => and(schema, Map::new().with("anyOf", list(each))),
            }
        }
        Relation::Implies(conditions, then) => {
            if let Some(rule) = implies(conditions, then, fields) {
                if let Some((of, needed)) = dependent(conditions, then, fields) {
                    require(schema, of, needed);
                } else {
                    and(schema, rule);
                }
            }
        }
        _ => {}
    }
}

/// The names, if the second must be given when the first is.
fn dependent(
    conditions: &[Condition],
    then: &Condition,
    fields: &Fields,
) -> Option<(&'static str, &'static str)> {
    let [condition] = conditions else {
        return None;
    };
    let is_plain = |condition: &Condition| {
        condition.test == Test::Given
            && fields.iter().any(|(info, _)| info.name == condition.param)
            && !is_flag(condition.param, fields)
    };
    (is_plain(condition) && is_plain(then)).then_some((condition.param, then.param))
}

fn require(schema: &mut Map, of: &'static str, needed: &'static str) {
    if !schema.has("dependentRequired") {
        schema.set("dependentRequired", Map::new());
    }
    let all = schema.get_mut("dependentRequired");
    let Some(all) = all.and_then(Node::as_map_mut) else {
        return;
    };
    match all.get_mut(of) {
        Some(Node::List(names)) => names.push(needed.into()),
        _ => all.set(of, list([needed])),
    }
}

/// One of the conditions does not hold, or the last one does.
fn implies(conditions: &[Condition], then: &Condition, fields: &Fields) -> Option<Map> {
    let mut either = Vec::new();
    for condition in conditions {
        either.push(not(holds(condition, fields)?));
    }
    let then = holds(then, fields)?;
    if let (Some(first), Some(second), 1) = (
        either.first().and_then(missing),
        missing(&then),
        either.len(),
    ) {
        let both = Map::new().with("required", list([first, second]));
        return Some(not(both));
    }
    if either.is_empty() {
        return Some(then);
    }
    either.push(then);
    Some(Map::new().with("anyOf", list(either)))
}

/// The name, if a schema is that of the objects without just this member.
fn missing(schema: &Map) -> Option<String> {
    let (1, Some(Node::Map(inner))) = (schema.names().count(), schema.get("not")) else {
        return None;
    };
    // The property says nothing.
    let has_value = inner.get("properties").and_then(Node::as_map);
    let has_value = has_value.is_some_and(|properties| {
        let mut values = properties.iter();
        values.any(|(_, value)| value.as_map().is_none_or(|schema| !schema.is_empty()))
    });
    match (inner.names().count(), inner.get("required")) {
        (2, Some(Node::List(names))) if !has_value => match names.as_slice() {
            [name] => name.as_text().map(ToOwned::to_owned),
            _ => None,
        },
        _ => None,
    }
}

/// The schema of the objects that fulfil a condition.
fn holds(condition: &Condition, fields: &Fields) -> Option<Map> {
    let path = condition.param;
    if path.contains('[') {
        return None;
    }
    let name = path.split('.').next().unwrap_or(path);
    // A field that the object does not have is never set.
    let is_known = fields.iter().any(|(info, _)| info.name == name);
    if !is_known {
        return None;
    }
    match condition.test {
        Test::Given => Some(at(path, None, fields)),
        Test::Absent => {
            let absent = not(at(path, None, fields));
            let default = fields.iter().find(|(info, _)| info.name == path);
            match default.and_then(|(info, _)| info.default) {
                Some(Literal::Int(value)) => {
                    let default = Map::new().with("const", value);
                    let same = at(path, Some(default), fields);
                    Some(Map::new().with("anyOf", list([absent, same])))
                }
                _ => Some(absent),
            }
        }
        Test::Equals(value) => Some(at(path, Some(equal(value)), fields)),
        Test::Differs(value) => Some(not(at(path, Some(equal(value)), fields))),
        Test::Items(min, max) => {
            let items = Map::new().with("minItems", min).with("maxItems", max);
            Some(properties(path, items))
        }
        _ => None,
    }
}

/// A value that is sent as this word.
fn equal(word: &'static str) -> Map {
    let mut values = vec![Node::from(word)];
    values.extend(word.parse::<bool>().ok().map(Node::from));
    values.extend(word.parse::<i64>().ok().map(Node::from));
    match values.as_slice() {
        [_] => Map::new().with("const", word),
        _ => Map::new().with("enum", values),
    }
}

/// Objects in which the value at the path is set, and fits the schema.
fn at(path: &str, value: Option<Map>, fields: &Fields) -> Map {
    let Some((name, rest)) = path.split_once('.') else {
        return match value {
            None => given(path, fields),
            Some(value) => required(path).with("properties", member(path, value)),
        };
    };
    let inner = match value {
        None if !rest.contains('.') => declared(required(rest)),
        value => at(rest, Some(value.unwrap_or_default()), &[]),
    };
    let inner = Map::new().with("type", "object").and_all(inner);
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

/// Objects in which the parameter is set. A flag that is `false` is not.
fn given(name: &str, fields: &Fields) -> Map {
    if name.contains('.') {
        return at(name, None, fields);
    }
    let schema = required(name);
    if is_flag(name, fields) {
        let raised = Map::new().with("const", true);
        return schema.with("properties", member(name, raised));
    }
    schema
}

fn all_given(names: &[&'static str], fields: &Fields) -> Map {
    if let [name] = names {
        return given(name, fields);
    }
    let is_plain = |name: &str| !name.contains('.') && !is_flag(name, fields);
    if names.iter().all(|name| is_plain(name)) {
        return Map::new().with("required", list(names.iter().copied()));
    }
    let each = names.iter().map(|name| given(name, fields));
    Map::new().with("allOf", list(each))
}

fn is_flag(name: &str, fields: &Fields) -> bool {
    let mut fields = fields.iter();
    fields.any(|(info, member)| {
        info.name == name && !info.required && matches!((member.shape)(), Shape::Boolean)
    })
}

fn not(mut schema: Map) -> Map {
    if schema.names().count() == 1
        && let Some(Node::Map(inner)) = schema.remove("not")
    {
        return inner;
    }
    Map::new().with("not", declared(schema))
}

/// The schema with the members that it requires among its properties: linters look for them there.
fn declared(mut schema: Map) -> Map {
    let Some(Node::List(names)) = schema.get("required").cloned() else {
        return schema;
    };
    let mut properties = match schema.remove("properties") {
        Some(Node::Map(properties)) => properties,
        _ => Map::new(),
    };
    for name in names.iter().filter_map(Node::as_text) {
        if !properties.has(name) {
            properties.set(name.to_owned(), Map::new());
        }
    }
    schema.with("properties", properties)
}
