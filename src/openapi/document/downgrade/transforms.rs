//! The transforms from OpenAPI 3.1 to 3.0.3, in the order in which they are applied.

use super::super::super::json::{Map, Node, list};
use super::recursive;

/// Reports a loss: where, and what.
type Report<'r> = dyn FnMut(String, &'static str) + 'r;

type OfDocument = fn(&mut Map, &mut Report<'_>);

/// A key of a schema, and what is lost with it.
type Lost = (&'static str, &'static str);

type OfSchema = fn(&mut Map) -> Option<Lost>;

/// What is done to the document itself.
pub(super) const OF_DOCUMENT: [(&str, OfDocument); 4] = [
    ("version", version),
    ("license", license),
    ("webhooks", webhooks),
    ("recursive-ref-siblings", recursive_references),
];

/// What is done to each schema.
pub(super) const OF_SCHEMA: [(&str, OfSchema); 8] = [
    ("const", constant),
    ("null", null),
    ("content-media-type", media_type),
    ("property-names", property_names),
    ("dependent-required", dependent_required),
    ("if-then", if_then),
    ("type-list", type_list),
    ("ref-siblings", reference),
];

fn version(root: &mut Map, _: &mut Report<'_>) {
    root.set("openapi", "3.0.3");
}

fn license(root: &mut Map, report: &mut Report<'_>) {
    let license = root.get_mut("info").and_then(Node::as_map_mut);
    let license = license.and_then(|info| info.get_mut("license"));
    if let Some(license) = license.and_then(Node::as_map_mut)
        && license.remove("identifier").is_some()
    {
        license.set("url", "https://spdx.org/licenses/");
        report(
            "/info/license/identifier".to_owned(),
            "the identifier of the license, of which only the name stays",
        );
    }
}

fn webhooks(root: &mut Map, report: &mut Report<'_>) {
    if let Some(webhooks) = root.remove("webhooks") {
        root.set("x-webhooks", webhooks);
        report(
            "/webhooks".to_owned(),
            "tools do not read webhooks, which are in `x-webhooks`",
        );
    }
}

fn recursive_references(root: &mut Map, _: &mut Report<'_>) {
    recursive::references(root);
}

/// `const: V` → `enum: [V]`
fn constant(schema: &mut Map) -> Option<Lost> {
    if let Some(value) = schema.remove("const") {
        schema.set("enum", Node::List(vec![value]));
    }
    None
}

/// `{type: null}` in `anyOf` → the `null` of a `nullable` type
fn null(schema: &mut Map) -> Option<Lost> {
    let Some(Node::List(each)) = schema.get_mut("anyOf") else {
        return None;
    };
    let is_null = |node: &Node| {
        let of = node.as_map().and_then(|schema| schema.get("type"));
        of.and_then(Node::as_text) == Some("null")
    };
    for value in each.iter_mut().filter(|value| is_null(value)) {
        // There is no type of `null` alone. Of a type that is nullable, it is one value.
        let null = Map::new().with("type", "object").with("nullable", true);
        *value = null.with("enum", Node::List(vec![Node::Null])).into();
    }
    None
}

/// A file of a form.
fn media_type(schema: &mut Map) -> Option<Lost> {
    if schema.remove("contentMediaType").is_some() {
        schema.set("type", "string");
        schema.set("format", "binary");
    }
    None
}

/// `propertyNames` → nothing
fn property_names(schema: &mut Map) -> Option<Lost> {
    let key = "propertyNames";
    let names = schema.remove(key);
    names.map(|_| (key, "which names the parts of a form can have"))
}

/// "If `a`, then `b`" → "not `a` without `b`"
fn dependent_required(schema: &mut Map) -> Option<Lost> {
    let Some(Node::Map(all)) = schema.remove("dependentRequired") else {
        return None;
    };
    for (of, needed) in all.iter() {
        let given = Map::new().with("required", list([of.to_owned()]));
        let then = Map::new().with("required", needed.clone());
        forbid(schema, given, then);
    }
    None
}

/// "If `a`, then `b`" → "not `a` without `b`"
fn if_then(schema: &mut Map) -> Option<Lost> {
    if let (Some(Node::Map(condition)), Some(Node::Map(then))) =
        (schema.remove("if"), schema.remove("then"))
    {
        forbid(schema, condition, then);
    }
    None
}

/// Forbids what fits the first schema, but not the second. Generators of types skip `not`, where they
/// would read `anyOf` as other types.
fn forbid(schema: &mut Map, condition: Map, then: Map) {
    let not = |schema: Map| Map::new().with("not", schema);
    let broken = if condition.has("not") {
        Map::new().with("allOf", list([condition, not(then)]))
    } else {
        condition.with("not", then)
    };
    if !schema.has("not") {
        schema.set("not", broken);
    } else if let Some(Node::List(known)) = schema.get_mut("allOf") {
        known.push(not(broken).into());
    } else {
        schema.set("allOf", list([not(broken)]));
    }
}

/// `type: [a, b]` → `anyOf`
fn type_list(schema: &mut Map) -> Option<Lost> {
    if let Some(Node::List(types)) = schema.get("type") {
        let each = types.iter().cloned();
        let each = each.map(|name| Map::new().with("type", name));
        let each = list(each.collect::<Vec<_>>());
        schema.remove("type");
        schema.set("anyOf", each);
    }
    None
}

/// Everything beside `$ref` is ignored, so the reference becomes one of `allOf`.
fn reference(schema: &mut Map) -> Option<Lost> {
    if schema.names().count() > 1
        && let Some(reference) = schema.remove("$ref")
    {
        let reference = Node::from(Map::new().with("$ref", reference));
        match schema.get_mut("allOf") {
            Some(Node::List(known)) => known.insert(0, reference),
            _ => schema.set("allOf", Node::List(vec![reference])),
        }
    }
    None
}
