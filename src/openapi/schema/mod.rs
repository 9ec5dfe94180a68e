//! JSON Schema (2020-12) of definitions. Here: a schema for each type and method, from the tables.
//! Not here: what stands around it in an OpenAPI document (`document`).

mod condition;
mod definition;
mod forms;
mod object;
mod relation;
mod rule;
mod types;
mod union;
pub(super) mod whole;
mod words;

pub(super) use forms::{form, literal, values};
pub(super) use object::{Body, Parameters, fields, is_scalar};
pub(super) use types::{Direction, Type, Types, members, parameters, variant_type, variants};
pub(super) use whole::Schemas;

use super::json::{Map, Node, list};

/// Adds a condition to a schema, also if it has one of the kind already.
fn and(schema: &mut Map, condition: Map) {
    let is_free = |name: &str| !schema.has(name) && !schema.has("$ref");
    let names: Vec<_> = condition.names().collect();
    if names.iter().all(|name| is_free(name)) {
        schema.extend(condition);
    } else {
        and_all_of(schema, condition);
    }
}

/// Adds a condition to those of `allOf`.
fn and_all_of(schema: &mut Map, condition: Map) {
    if let Some(Node::List(all)) = schema.get_mut("allOf") {
        all.push(condition.into());
    } else {
        schema.set("allOf", list([condition]));
    }
}
