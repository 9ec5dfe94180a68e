//! The schema of a union: `oneOf`, of which exactly one fits every value of the union.
//!
//! Variants with a tag require it, with its value. Those without are distinguished by the fields that
//! they require: of two that could both fit, the one that needs more is meant, as in the decoder.

use super::super::doc_text::DocText;
use super::super::json::{Map, Node, list};
use super::forms::Forms;
use super::types::{Direction, variant_type, variants};
use crate::schema::{
    ApiType, DefinedContent, Definition, Discriminator, Member, Shape, TypeInfo, UnionInfo,
    VariantInfo,
};

/// A variant, and what it holds.
struct Variant {
    info: &'static VariantInfo,
    member: Member,
    schema: Map,
    object: Option<&'static TypeInfo>,
    /// The tags of all objects that it can be.
    tags: Vec<&'static str>,
}

impl Variant {
    fn of(
        union: &'static Definition,
        info: &'static VariantInfo,
        member: &Member,
        forms: Forms<'_>,
    ) -> Self {
        let shape = (member.shape)();
        let schema = match variant_type(union, info, member) {
            Some(of) => forms.of_type(&of),
            None => forms.value(shape),
        };
        Self {
            info,
            member: *member,
            schema,
            object: object(shape),
            tags: tags(union, info, shape),
        }
    }

    fn is_object(&self) -> bool {
        match (self.member.shape)() {
            Shape::Defined(Definition {
                content: DefinedContent::Words { .. },
                ..
            }) => false,
            Shape::Defined(_) | Shape::Members => true,
            _ => false,
        }
    }

    /// The fields by which the variant is known.
    fn needs(&self) -> Vec<&'static str> {
        if !self.info.discriminating_fields.is_empty() {
            return self.info.discriminating_fields.to_vec();
        }
        let fields = self.object.map_or(&[][..], |info| info.fields);
        let required = fields.iter().filter(|field| field.required);
        required.map(|field| field.name).collect()
    }

    fn has(&self, name: &str) -> bool {
        self.object
            .is_none_or(|info| info.fields.iter().any(|field| field.name == name))
    }

    fn needs_more_than(&self, other: &Self) -> bool {
        self.needs().iter().any(|name| !other.has(name))
    }
}

/// Returns the schema of a union.
pub(super) fn schema(
    union: &'static Definition,
    info: &'static UnionInfo,
    members: &[Member],
    is_open: bool,
    forms: Forms<'_>,
) -> Map {
    let all = variants(union).zip(members);
    let all: Vec<_> = all
        .map(|(info, member)| Variant::of(union, info, member, forms))
        .collect();
    schema_of(info, &all, is_open, forms)
}

/// Returns the schema of some variants of a union; `None` if all are listed, or others.
pub(super) fn some(union: &'static Definition, types: &[ApiType], forms: Forms<'_>) -> Option<Map> {
    let DefinedContent::Union { info, members, .. } = union.content else {
        return None;
    };
    let is_listed = |variant: &VariantInfo| types.contains(&ApiType::Object(variant.name));
    let (listed, others): (Vec<_>, Vec<_>) = variants(union)
        .zip(members)
        .partition(|(variant, _)| is_listed(variant));
    if listed.len() != types.len() || others.is_empty() {
        return None;
    }
    let listed = listed.into_iter();
    let listed: Vec<_> = listed
        .map(|(info, member)| Variant::of(union, info, member, forms))
        .collect();
    Some(schema_of(info, &listed, false, forms))
}

fn schema_of(info: &UnionInfo, all: &[Variant], is_open: bool, forms: Forms<'_>) -> Map {
    let (objects, others): (Vec<_>, Vec<_>) = all.iter().partition(|variant| variant.is_object());
    let mut each = match objects.as_slice() {
        [only] => only.schema.clone(),
        _ => Map::new().with("oneOf", list(told_apart(info, &objects, forms))),
    };
    if let Discriminator::Tag(field) = info.discriminator
        && let Some(mapping) = mapping(&objects)
    {
        let discriminator = Map::new()
            .with("propertyName", field)
            .with("mapping", mapping);
        // It is read beside several schemas only.
        if each.has("oneOf") {
            each.set("discriminator", discriminator);
        }
    }
    let mut more: Vec<_> = others
        .iter()
        .map(|variant| variant.schema.clone())
        .collect();
    if is_open {
        more.extend(unknown(info, &objects));
    }
    if more.is_empty() {
        return each;
    }
    if let [_] = objects.as_slice() {
        more.insert(0, each);
    } else if !objects.is_empty() {
        // Validators that know discriminators let anything pass that is no object.
        let objects = Map::new().with("type", "object");
        more.insert(0, objects.and_all(each));
    }
    Map::new().with("oneOf", list(more))
}

/// The schemas of objects, of which a value fits one at most.
fn told_apart(info: &UnionInfo, objects: &[&Variant], forms: Forms<'_>) -> Vec<Map> {
    let each = objects.iter().enumerate();
    let each = each.map(|(index, variant)| {
        if let Discriminator::ZeroField(field) = info.discriminator {
            let zero = Map::new().with("const", 0_i64);
            let test = if index == 1 {
                zero
            } else {
                Map::new().with("not", zero)
            };
            let properties = Map::new().with(field, test);
            return all_of(variant, [Map::new().with("properties", properties)]);
        }
        let mut others = objects.iter().enumerate();
        let lost = others.by_ref().filter(|(other, winner)| {
            *other != index
                && has_same_tag(variant, winner)
                && !is_disjoint(variant, winner, forms)
                && wins((*other, winner), (index, variant))
        });
        let lost: Vec<_> = lost
            .map(|(_, winner)| {
                Map::new().with("not", Map::new().with("required", list(winner.needs())))
            })
            .collect();
        if lost.is_empty() {
            variant.schema.clone()
        } else {
            all_of(variant, lost)
        }
    });
    each.collect()
}

fn all_of(variant: &Variant, more: impl IntoIterator<Item = Map>) -> Map {
    let all = [variant.schema.clone()].into_iter().chain(more);
    Map::new().with("allOf", list(all))
}

fn has_same_tag(one: &Variant, other: &Variant) -> bool {
    one.tags.is_empty()
        || other.tags.is_empty()
        || one.tags.iter().any(|tag| other.tags.contains(tag))
}

/// Whether no object fits both, because one accepts no member that the other requires.
fn is_disjoint(one: &Variant, other: &Variant, forms: Forms<'_>) -> bool {
    let excludes = |closed: &Variant, open: &Variant| {
        let is_closed = closed
            .object
            .is_some_and(|info| info.is_only_sent && forms.direction == Direction::Sent);
        is_closed && open.needs_more_than(closed)
    };
    excludes(one, other) || excludes(other, one)
}

/// Whether the first is meant, where both fit.
fn wins((first, one): (usize, &Variant), (second, other): (usize, &Variant)) -> bool {
    match (one.needs_more_than(other), other.needs_more_than(one)) {
        (true, false) => true,
        (false, true) => false,
        _ => first < second,
    }
}

/// The schemas by tag; `None` if a tag is that of several variants.
fn mapping(objects: &[&Variant]) -> Option<Map> {
    let mut mapping = Map::new();
    for variant in objects {
        let reference = variant.schema.get("$ref").and_then(Node::as_text)?;
        for tag in &variant.tags {
            if mapping.has(tag) {
                return None;
            }
            mapping.set(*tag, reference.to_owned());
        }
    }
    (!mapping.is_empty()).then_some(mapping)
}

/// The objects that this version does not know.
fn unknown(info: &UnionInfo, objects: &[&Variant]) -> Option<Map> {
    let object = Map::new().with("type", "object");
    match info.discriminator {
        Discriminator::Tag(field) => {
            let known = objects.iter().flat_map(|variant| variant.tags.clone());
            let known = Map::new().with("enum", list(known));
            let tag = Map::new().with("type", "string").with("not", known);
            Some(
                object
                    .with("properties", Map::new().with(field, tag))
                    .with("required", list([field])),
            )
        }
        Discriminator::Fields => {
            let known = objects.iter();
            let known = known.map(|variant| Map::new().with("required", list(variant.needs())));
            Some(object.with("not", Map::new().with("anyOf", list(known))))
        }
        _ => None,
    }
}

/// What the variants mean, as a list in Markdown; empty without documentation.
pub(super) fn explained(union: &'static Definition, members: &[Member]) -> String {
    let lines = variants(union).zip(members).filter_map(|(info, member)| {
        let text = DocText::of(member.doc).text.replace('\n', " ");
        (!text.is_empty()).then(|| format!("- `{}`: {text}", info.name))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn object(shape: Shape) -> Option<&'static TypeInfo> {
    match shape {
        Shape::Defined(definition) => match definition.content {
            DefinedContent::Object { info, .. } => Some(info),
            _ => None,
        },
        _ => None,
    }
}

/// The tags of what a variant holds: of a union, those of its variants.
fn tags(
    union: &'static Definition,
    variant: &'static VariantInfo,
    shape: Shape,
) -> Vec<&'static str> {
    if let DefinedContent::Union { info, .. } = union.content
        && let Discriminator::Tag(_) = info.discriminator
        && !variant.tag.is_empty()
    {
        return vec![variant.tag];
    }
    let Shape::Defined(definition) = shape else {
        return Vec::new();
    };
    let DefinedContent::Union { members, .. } = definition.content else {
        return Vec::new();
    };
    let all = variants(definition).zip(members);
    all.flat_map(|(info, member)| tags(definition, info, (member.shape)()))
        .collect()
}
