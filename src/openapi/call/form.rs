//! The forms that a value may have, with unions resolved.

use serde_json::Value;

use crate::openapi::schema::{form, members, variant_type, variants};
use crate::schema::{
    DefinedContent, Definition, Discriminator, FieldInfo, Member, Shape, TypeInfo,
};

/// A form that a value may have.
pub(super) enum Form {
    /// Nothing is known of it.
    Any,
    Boolean,
    Integer,
    Number,
    Text,
    Chat,
    File,
    List(fn() -> Shape),
    Object(Object),
}

/// An object whose members are known.
pub(super) struct Object {
    pub(super) info: &'static TypeInfo,
    pub(super) members: Vec<Member>,
    /// The field that a union adds.
    tag: Option<&'static str>,
}

impl Form {
    /// Whether a value is of this kind. Decoders also take numbers without a fraction for integers.
    pub(super) fn fits(&self, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::Boolean => value.is_boolean(),
            Self::Integer => value.is_i64() || value.is_u64() || value.is_f64(),
            Self::Number => value.is_number(),
            Self::Text | Self::File => value.is_string(),
            Self::Chat => value.is_string() || value.is_i64(),
            Self::List(_) => value.is_array(),
            Self::Object(_) => value.is_object(),
        }
    }

    /// The kind in words.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Any => "any value",
            Self::Boolean => "`true` or `false`",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::Chat => "the id or `@username` of a chat",
            Self::File => "a text: the id, URL or `attach://` of a file",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

impl Object {
    pub(super) fn new(info: &'static TypeInfo, members: Vec<Member>) -> Self {
        Self {
            info,
            members,
            tag: None,
        }
    }

    /// Returns the fields with the shapes of their values.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'static FieldInfo, Shape)> {
        let fields = self.info.fields.iter().zip(&self.members);
        fields.map(|(info, member)| (info, form(info, member)))
    }

    /// Whether this member tells what type the object is of.
    pub(super) fn is_tag(&self, name: &str) -> bool {
        let own = self.info.tag.map(|(name, _)| name);
        own.into_iter().chain(self.tag).any(|tag| tag == name)
    }
}

/// Adds the forms of a shape. Of a union, those of the variant that the value says it is.
pub(super) fn add(shape: Shape, value: &Value, forms: &mut Vec<Form>) {
    forms.push(match shape {
        Shape::Boolean => Form::Boolean,
        Shape::Integer(..) => Form::Integer,
        Shape::Float => Form::Number,
        Shape::Text => Form::Text,
        Shape::Chat => Form::Chat,
        Shape::File | Shape::Upload => Form::File,
        Shape::List(item) | Shape::Array(item, _) => Form::List(item),
        Shape::Optional(inner) => return add(inner(), value, forms),
        Shape::Defined(definition) => return add_defined(definition, None, value, forms),
        _ => Form::Any,
    });
}

fn add_defined(
    definition: &'static Definition,
    tag: Option<&'static str>,
    value: &Value,
    forms: &mut Vec<Form>,
) {
    match definition.content {
        DefinedContent::Object { info, .. } => forms.push(Form::Object(Object {
            info,
            members: members(definition),
            tag,
        })),
        DefinedContent::Union {
            info,
            members,
            is_open,
            ..
        } => {
            let tag = match info.discriminator {
                Discriminator::Tag(field) => value.get(field).and_then(Value::as_str),
                _ => None,
            };
            let is_meant = |known: &str| match tag {
                Some(tag) if info.ignores_case => tag.eq_ignore_ascii_case(known),
                Some(tag) => tag == known,
                None => true,
            };
            let all = variants(definition).zip(members);
            let mut meant = all.filter(|(variant, _)| is_meant(variant.tag)).peekable();
            if is_open && meant.peek().is_none() {
                forms.push(Form::Any);
            }
            for (variant, member) in meant {
                match variant_type(definition, variant, member) {
                    Some(of) => {
                        add_defined(of.definition, of.tag.map(|(name, _)| name), value, forms);
                    }
                    None => add((member.shape)(), value, forms),
                }
            }
        }
        DefinedContent::Words { .. } => forms.push(Form::Text),
        _ => forms.push(Form::Any),
    }
}
