//! The body of a request: JSON, and where a file can be among the parameters, a form.

use super::super::json::{Map, Node, list};
use super::super::methods::MethodEntry;
use super::super::schema::{Body, Direction, Parameters, Schemas, is_scalar};
use super::builder::FOLDER;
use super::examples;

/// Returns the body of a method, which is declared by these structs; `None` without parameters.
pub(super) fn body(entries: &[&MethodEntry], names: &[&str], schemas: &Schemas) -> Option<Map> {
    let has_parameters = |entry: &&&MethodEntry| !entry.info().params().is_empty();
    entries.iter().find(has_parameters)?;
    let forms = schemas.forms(FOLDER, Direction::Sent);
    let schema = one_of(names.iter().map(|name| forms.reference(name)).collect());
    let name = entries.first().map_or("", |entry| entry.name());
    let json = Map::new()
        .with("schema", schema)
        .with_some("examples", examples::request(name));
    let mut content = Map::new().with("application/json", json);
    if entries.iter().any(|entry| entry.info().can_upload) {
        let form = form(entries, schemas).with_some("examples", examples::form(name));
        content.set("multipart/form-data", form);
    }
    let needs = |entry: &&MethodEntry| entry.info().params().iter().any(|param| param.required);
    Some(
        Map::new()
            .with("required", entries.iter().all(needs))
            .with("content", content),
    )
}

/// A form. Everything in it but texts and numbers is JSON.
fn form(entries: &[&MethodEntry], schemas: &Schemas) -> Map {
    let forms = schemas.forms(FOLDER, Direction::Sent);
    let all: Vec<_> = entries
        .iter()
        .map(|entry| Parameters::of(entry).schema(Body::Multipart, forms))
        .collect();
    let mut encoding = Map::new();
    for schema in &all {
        let properties = schema.get("properties").and_then(Node::as_map);
        for (name, property) in properties.into_iter().flat_map(Map::iter) {
            let Some(property) = property.as_map().filter(|property| !is_scalar(property)) else {
                continue;
            };
            let reference = property.get("$ref").and_then(Node::as_text);
            let content_type = match reference {
                // Of texts and numbers, but OpenAPI takes what has no `type` for bytes.
                Some(reference) if schemas.is_text(reference) => "text/plain",
                // A file, or its name.
                None if property.has("anyOf") => continue,
                _ => "application/json",
            };
            let content_type = Map::new().with("contentType", content_type);
            encoding.set(name.to_owned(), content_type);
        }
    }
    Map::new()
        .with("schema", one_of(all))
        .with_some("encoding", (!encoding.is_empty()).then_some(encoding))
}

fn one_of(mut schemas: Vec<Map>) -> Map {
    match schemas.len() {
        1 => schemas.remove(0),
        _ => Map::new().with("oneOf", list(schemas)),
    }
}
