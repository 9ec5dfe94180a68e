//! The schema of an object, and of the parameters of a method.

use super::super::doc_text::DocText;
use super::super::json::{Map, Node, list};
use super::super::methods::MethodEntry;
use super::forms::{Forms, form};
use super::relation;
use super::types::{Tag, members, parameters};
use crate::schema::{Definition, FieldInfo, Member, Shape, TypeInfo};

/// The names of the parts of a form that every client writes as they are.
const PART_NAME: &str = "^[A-Za-z0-9_.-]+$";

/// The form of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::openapi) enum Body {
    /// JSON, which refers to files by id or URL.
    Json,
    /// A form, which can contain files.
    Multipart,
}

/// The parameters of a method.
pub(in crate::openapi) struct Parameters {
    info: &'static TypeInfo,
    members: Vec<Member>,
    doc: &'static str,
}

impl Parameters {
    pub(in crate::openapi) fn of(method: &MethodEntry) -> Self {
        let definition = method.definition();
        Self {
            info: &method.info().parameters,
            members: parameters(definition),
            doc: definition.doc,
        }
    }

    /// Returns the descriptions of the parameters with the forms of their values.
    pub(in crate::openapi) fn forms(&self) -> impl Iterator<Item = (&'static FieldInfo, Shape)> {
        fields(self.info, &self.members)
            .into_iter()
            .map(|(info, member)| (info, form(info, &member)))
    }

    /// Returns the schema of a request.
    pub(in crate::openapi) fn schema(&self, body: Body, forms: Forms<'_>) -> Map {
        let mut schema = Object {
            info: self.info,
            members: &self.members,
            tag: None,
            // The server ignores other members, but they are always a mistake.
            is_closed: true,
        }
        .schema(forms);
        match body {
            Body::Json => {
                described(&mut schema, self.doc);
            }
            Body::Multipart => self.put_files(&mut schema),
        }
        schema
    }

    /// Replaces the texts that stand for files by texts or files.
    fn put_files(&self, schema: &mut Map) {
        let file = || Map::new().with("contentMediaType", "application/octet-stream");
        let mut has_inner = false;
        let properties = schema.get_mut("properties").and_then(Node::as_map_mut);
        for (name, property) in properties.into_iter().flat_map(Map::iter_mut) {
            let form = self.forms().find(|(info, _)| info.name == name);
            match (form, property) {
                (Some((_, Shape::File | Shape::Upload)), Node::Map(property)) => {
                    let description = property.remove("description");
                    let mut text = std::mem::take(property);
                    text.remove("x-telegram-ignored-unless-uploaded");
                    *property = Map::new()
                        .with("anyOf", list([file(), text]))
                        .with_some("description", description);
                }
                (_, Node::Map(property)) => {
                    property.remove("description");
                    has_inner |= !is_scalar(property);
                }
                _ => {}
            }
        }
        if has_inner {
            // Files that inner objects refer to, as in `attach://name`.
            schema.set("additionalProperties", file());
            // A part with any other name cannot be read by the server, or not as every client writes it.
            let names = Map::new().with("pattern", PART_NAME);
            schema.set("propertyNames", names);
        }
    }
}

/// Whether a value is a plain text in a form, and not JSON.
pub(in crate::openapi) fn is_scalar(schema: &Map) -> bool {
    match schema.get("type").and_then(Node::as_text) {
        Some(name) => name != "array" && name != "object",
        None => false,
    }
}

/// An object whose schema is wanted.
pub(super) struct Object<'a> {
    pub(super) info: &'static TypeInfo,
    pub(super) members: &'a [Member],
    /// The tag that its union adds.
    pub(super) tag: Option<Tag>,
    pub(super) is_closed: bool,
}

impl Object<'_> {
    pub(super) fn schema(&self, forms: Forms<'_>) -> Map {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        if let Some((name, value)) = self.info.tag.or(self.tag) {
            let constant = Map::new().with("type", "string").with("const", value);
            properties.set(name, constant);
            required.push(name);
        }
        for (info, member) in fields(self.info, self.members) {
            properties.set(info.name, forms.member(info, &member));
            if info.required {
                required.push(info.name);
            }
        }
        let mut schema = Map::new().with("type", "object");
        if !properties.is_empty() {
            schema.set("properties", properties);
        }
        if !required.is_empty() {
            schema.set("required", list(required));
        }
        if self.is_closed {
            schema.set("additionalProperties", false);
        }
        if forms.is_sent() && !self.info.relations.is_empty() {
            let fields = fields(self.info, self.members);
            for relation in self.info.relations {
                relation::apply(relation, &fields, &mut schema);
            }
            let rules = self.info.relations.iter().map(ToString::to_string);
            schema.set("x-rules", list(rules));
        }
        schema
    }
}

/// The schema of a declared object.
pub(super) fn schema(
    definition: &'static Definition,
    info: &'static TypeInfo,
    tag: Option<Tag>,
    forms: Forms<'_>,
) -> Map {
    Object {
        info,
        members: &members(definition),
        tag,
        is_closed: info.is_only_sent && forms.is_sent(),
    }
    .schema(forms)
}

/// Sets the description; with the link to the page, if there is one.
pub(super) fn described(schema: &mut Map, doc: &str) {
    let doc = DocText::of(doc);
    if !doc.text.is_empty() {
        schema.set("description", doc.text);
    }
}

/// The fields of a table with the rest of their definitions. Without the latter, as in a method that
/// implements the trait itself, nothing is known of the types.
pub(in crate::openapi) fn fields(
    info: &TypeInfo,
    members: &[Member],
) -> Vec<(&'static FieldInfo, Member)> {
    let unknown = Member {
        doc: "",
        shape: || Shape::Any,
        values: &[],
        may_grow: false,
    };
    let members = members.iter().copied();
    let members = members.chain(std::iter::repeat(unknown));
    info.fields.iter().zip(members).collect()
}
