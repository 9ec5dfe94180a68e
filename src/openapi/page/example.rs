//! Examples of requests and responses: recorded ones, and samples for methods of which none is.

use serde_json::Value;

use super::super::document::recorded;
use super::super::json::{Map, Node, list};
use super::super::methods::MethodEntry;
use super::super::schema::{
    Parameters, Type, fields, form, literal, members, variant_type, variants,
};
use crate::schema::{Bounds, DefinedContent, FieldInfo, Number, Relation, Rule, Shape};

/// How deep samples are nested at most.
const MOST_LEVELS: usize = 8;

/// Returns an example of the parameters. Members are in the order of the definition.
pub(super) fn request(entry: &MethodEntry) -> Node {
    let parameters = Parameters::of(entry);
    let recorded = is_of_bot_api(entry)
        .then(|| recorded(entry.name(), "request"))
        .flatten();
    let takes = |value: &Value| {
        let given = value.as_object().map_or(0, serde_json::Map::len);
        let params = entry.info().params();
        let known = params
            .iter()
            .filter(|param| value.get(param.name).is_some());
        known.count() == given
    };
    let fields = parameters.forms();
    if let Some(value) = recorded.filter(|value| takes(value)) {
        return object(value, fields);
    }
    let relations = entry.info().relations();
    sampled(
        fields.filter(|(info, _)| is_sampled(info, relations, true)),
        0,
    )
    .into()
}

/// Returns an example of the response to a call that succeeded.
pub(super) fn response(entry: &MethodEntry) -> Node {
    let shape = (entry.definition().result)();
    let recorded = is_of_bot_api(entry)
        .then(|| recorded(entry.name(), "response"))
        .flatten();
    let result = match recorded.and_then(|response| response.get("result")) {
        Some(result) => ordered(result, shape),
        None => sample(shape, "result", &[], 0),
    };
    Map::new().with("ok", true).with("result", result).into()
}

fn is_of_bot_api(entry: &MethodEntry) -> bool {
    !entry.definition().section.is_empty()
}

/// The same value, with members in the order of the definition.
fn ordered(value: &Value, shape: Shape) -> Node {
    match (value, shape) {
        (Value::Array(items), Shape::List(item) | Shape::Array(item, _)) => {
            list(items.iter().map(|value| ordered(value, item())))
        }
        (value, Shape::Optional(inner)) => ordered(value, inner()),
        (Value::Object(_), Shape::Defined(definition)) => match definition.content {
            DefinedContent::Object { info, .. } => {
                let members = members(definition);
                let fields = fields(info, &members).into_iter();
                object(
                    value,
                    fields.map(|(info, member)| (info, form(info, &member))),
                )
            }
            _ => value.clone().into(),
        },
        _ => value.clone().into(),
    }
}

fn object(value: &Value, fields: impl Iterator<Item = (&'static FieldInfo, Shape)>) -> Node {
    let mut all = Map::new();
    for (info, shape) in fields {
        all = all.with_some(
            info.name,
            value.get(info.name).map(|value| ordered(value, shape)),
        );
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        if !all.has(name) {
            all.set(name.clone(), value.clone());
        }
    }
    all.into()
}

/// Whether a sample has a field: those that are required, and the first of alternatives. Defaults are
/// shown in requests only.
fn is_sampled(info: &FieldInfo, relations: &[Relation], with_defaults: bool) -> bool {
    for relation in relations {
        match relation {
            Relation::OneOf(names) if names.contains(&info.name) => {
                return names.first() == Some(&info.name);
            }
            Relation::AnyOf([first, ..]) if first.contains(&info.name) => return true,
            _ => {}
        }
    }
    info.required || with_defaults && info.default.is_some()
}

/// Returns an object with a sample of each field.
fn sampled(fields: impl Iterator<Item = (&'static FieldInfo, Shape)>, level: usize) -> Map {
    let mut all = Map::new();
    for (info, shape) in fields {
        let value = match info.default {
            Some(default) => literal(default),
            None => sample(shape, info.name, info.rules, level),
        };
        all.set(info.name, value);
    }
    all
}

/// Returns a sample of a value, with only those members that are required.
fn sample(shape: Shape, name: &str, rules: &[Rule], level: usize) -> Node {
    if level > MOST_LEVELS {
        return Node::Null;
    }
    match shape {
        Shape::Boolean | Shape::True => true.into(),
        Shape::Integer(..) | Shape::Chat => number(rules, 42),
        Shape::Float => Node::Float(0.5),
        Shape::Text => text(rules, name).into(),
        Shape::File => "file id".into(),
        Shape::Upload => "attach://file".into(),
        Shape::List(item) => {
            let least = rules.iter().find_map(|rule| match rule {
                Rule::Items(bounds) => bounds.min,
                _ => None,
            });
            let items = 0..least.unwrap_or(1).max(1);
            list(items.map(|_| sample(item(), name, &[], level + 1)))
        }
        Shape::Array(item, count) => list((0..count).map(|_| sample(item(), name, &[], level + 1))),
        Shape::Optional(inner) => sample(inner(), name, rules, level),
        Shape::Defined(definition) => {
            let of = Type {
                definition,
                tag: None,
            };
            defined(of, name, level + 1)
        }
        _ => Map::new().into(),
    }
}

fn defined(of: Type, name: &str, level: usize) -> Node {
    match of.definition.content {
        DefinedContent::Object { info, .. } => {
            let mut all = Map::new();
            if let Some((name, value)) = info.tag.or(of.tag) {
                all.set(name, value);
            }
            let members = members(of.definition);
            let relations = info.relations;
            let fields = fields(info, &members).into_iter();
            let needed = fields.filter(|(info, _)| is_sampled(info, relations, false));
            let needed = needed.map(|(info, member)| (info, form(info, &member)));
            all.extend(sampled(needed, level));
            all.into()
        }
        DefinedContent::Union { members, .. } => {
            let mut all = variants(of.definition).zip(members);
            all.next().map_or(Node::Null, |(variant, member)| {
                match variant_type(of.definition, variant, member) {
                    Some(of) => defined(of, name, level),
                    None => sample((member.shape)(), name, &[], level),
                }
            })
        }
        DefinedContent::Words { words, .. } => {
            words.first().map_or(Node::Null, |word| word.word.into())
        }
        _ => Node::Null,
    }
}

/// Returns a number that the rules accept, if possible this one.
fn number(rules: &[Rule], wanted: i128) -> Node {
    let bounds = rules.iter().find_map(|rule| match rule {
        Rule::Range(bounds) | Rule::RangeOr(bounds, _) => Some(bounds),
        _ => None,
    });
    match bounds {
        Some(Bounds { min: Some(min), .. }) if *min > Number::Int(wanted) => node(*min),
        Some(Bounds { max: Some(max), .. }) if *max < Number::Int(wanted) => node(*max),
        _ => wanted.into(),
    }
}

fn node(number: Number) -> Node {
    match number {
        Number::Int(value) => value.into(),
        Number::Uint(value) => value.into(),
        Number::Float(value) => value.into(),
    }
}

/// Returns a text that is not too short and not too long.
fn text(rules: &[Rule], name: &str) -> String {
    let bounds = rules.iter().find_map(|rule| match rule {
        Rule::Len(bounds) | Rule::LenAfterEntities(bounds) | Rule::Bytes(bounds) => Some(bounds),
        _ => None,
    });
    let (least, most) = bounds.map_or((None, None), |bounds| (bounds.min, bounds.max));
    let name = name.replace('_', " ");
    let letters = name.chars().chain(std::iter::repeat('a'));
    let count = name.chars().count().max(least.unwrap_or(0));
    letters
        .take(count.min(most.unwrap_or(usize::MAX)))
        .collect()
}
