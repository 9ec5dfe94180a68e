//! The schema of a value: by its form, and by what its place says of it.

use super::super::doc_text::DocText;
use super::super::json::{Map, Node, list};
use super::types::{Direction, Type, Types};
use super::{rule, union};
use crate::schema::{ApiType, DefinedContent, FieldInfo, Literal, Member, Shape, Word};

/// The schemas of values in one direction.
#[derive(Clone, Copy)]
pub(in crate::openapi) struct Forms<'t> {
    pub(in crate::openapi) types: &'t Types,
    /// Where the schemas of types are, such as `#/$defs/`.
    pub(in crate::openapi) folder: &'static str,
    pub(in crate::openapi) direction: Direction,
}

/// The schema of a chat: its id or its name.
pub(in crate::openapi) const CHAT: &str = "ChatId";

/// The schema of a file in JSON.
pub(in crate::openapi) const FILE: &str = "InputFile";

impl Forms<'_> {
    pub(in crate::openapi) fn is_sent(&self) -> bool {
        self.direction == Direction::Sent
    }

    /// A reference to a schema.
    pub(in crate::openapi) fn reference(&self, name: &str) -> Map {
        Map::new().with("$ref", format!("{}{name}", self.folder))
    }

    /// A reference to the schema of a type.
    pub(super) fn of_type(&self, of: &Type) -> Map {
        self.reference(&self.types.name(of, self.direction))
    }

    /// The schema of a value.
    pub(in crate::openapi) fn value(&self, shape: Shape) -> Map {
        let of = |name: &'static str| Map::new().with("type", name);
        match shape {
            Shape::Boolean => of("boolean"),
            Shape::True => of("boolean").with("const", true),
            Shape::Integer(bits, is_signed) => integer(bits, is_signed),
            Shape::Float => of("number"),
            Shape::Text => of("string"),
            Shape::Chat => self.reference(CHAT),
            Shape::File | Shape::Upload => self.reference(FILE),
            Shape::List(item) => of("array").with("items", self.value(item())),
            Shape::Array(item, count) => of("array")
                .with("items", self.value(item()))
                .with("minItems", count)
                .with("maxItems", count),
            Shape::Members => of("object"),
            Shape::Optional(value) => {
                Map::new().with("anyOf", list([self.value(value()), of("null")]))
            }
            Shape::Defined(definition) => self.of_type(&Type {
                definition,
                tag: None,
            }),
            _ => Map::new(),
        }
    }

    /// The schema of a value. Of a union, what is sent is only what its place lists.
    fn listed(&self, shape: Shape, api_type: &ApiType) -> Map {
        match (shape, api_type) {
            (Shape::List(item), ApiType::Array(api_type)) => Map::new()
                .with("type", "array")
                .with("items", self.listed(item(), api_type)),
            (Shape::Defined(union), ApiType::OneOf(types)) if self.is_sent() => {
                union::some(union, types, *self).unwrap_or_else(|| self.value(shape))
            }
            _ => self.value(shape),
        }
    }

    /// The schema of a parameter or field.
    pub(in crate::openapi) fn member(&self, info: &FieldInfo, member: &Member) -> Map {
        let listed = values(info, member);
        let is_closed = self.is_sent() && !listed.is_empty() && !member.may_grow;
        let mut schema = if self.is_sent() && has_own_words(info, member) {
            Map::new().with("type", "string")
        } else {
            self.listed(form(info, member), &info.api_type)
        };
        if !listed.is_empty() {
            let key = if is_closed {
                "enum"
            } else {
                "x-telegram-known-values"
            };
            schema.set(key, list(listed.iter().copied().map(literal)));
        }
        let doc = DocText::of(member.doc).text;
        let doc = if doc.is_empty() {
            info.doc.to_owned()
        } else {
            doc
        };
        if !doc.is_empty() {
            schema.set("description", doc);
        }
        if self.is_sent() {
            for rule in info.rules {
                rule::apply(rule, &mut schema);
            }
        } else if !info.rules.is_empty() {
            // A later version may send other values.
            let rules = info.rules.iter().map(ToString::to_string);
            schema.set("x-telegram-rules", list(rules));
        }
        if let Some(default) = info.default {
            schema.set("default", literal(default));
        }
        schema
    }
}

/// The values that the Bot API page lists for a member; none if they are the words of its type.
pub(in crate::openapi) fn values(info: &FieldInfo, member: &Member) -> &'static [Literal] {
    if let Shape::Defined(definition) = form(info, member)
        && let DefinedContent::Words {
            words,
            ignores_case,
            ..
        } = definition.content
    {
        let is_listed = |word: &Word| member.values.contains(&Literal::Text(word.word));
        if ignores_case || words.iter().all(is_listed) {
            return &[];
        }
    }
    member.values
}

/// Whether what is sent is one of fewer words than the type of a member has.
pub(super) fn has_own_words(info: &FieldInfo, member: &Member) -> bool {
    let is_text = matches!(values(info, member), [Literal::Text(_), ..]);
    is_text && !member.may_grow
}

/// The form of a member. Where its type does not tell, the Bot API does.
pub(in crate::openapi) fn form(info: &FieldInfo, member: &Member) -> Shape {
    let shape = match (member.shape)() {
        // In an object, what has no value is left out.
        Shape::Optional(value) => value(),
        shape => shape,
    };
    match (shape, info.api_type) {
        (Shape::Any, ApiType::Integer) => Shape::Integer(64, true),
        (Shape::Any, ApiType::Float) => Shape::Float,
        (Shape::Any, ApiType::String) => Shape::Text,
        (Shape::Any, ApiType::Boolean) => Shape::Boolean,
        (Shape::Any, ApiType::ChatId) => Shape::Chat,
        (Shape::Any, ApiType::InputFile) => Shape::File,
        (shape, _) => shape,
    }
}

fn integer(bits: u32, is_signed: bool) -> Map {
    let schema = Map::new().with("type", "integer");
    match (bits, is_signed) {
        (64, true) => schema.with("format", "int64"),
        (32, true) => schema.with("format", "int32"),
        (128.., true) => schema,
        (128.., false) => schema.with("minimum", 0_i64),
        (bits, true) => {
            let most = 1_i128 << (bits.max(1) - 1);
            schema.with("minimum", -most).with("maximum", most - 1)
        }
        (bits, false) => schema
            .with("minimum", 0_i64)
            .with("maximum", (1_i128 << bits.min(126)) - 1),
    }
}

pub(in crate::openapi) fn literal(literal: Literal) -> Node {
    match literal {
        Literal::Int(value) => value.into(),
        Literal::Float(value) => value.into(),
        Literal::Bool(value) => value.into(),
        Literal::Text(value) => value.into(),
        _ => Node::Null,
    }
}
