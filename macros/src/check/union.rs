//! A union: an enum of objects.

use syn::ext::IdentExt;
use syn::{DataEnum, DeriveInput, Fields, Type};

use super::listed_type::{direction, listed_type};
use crate::diagnostics::Diagnostics;
use crate::facts::{self, Direction, RuleKind, TypeFacts};
use crate::messages;
use crate::model::{Discriminator, Shape, Variant};
use crate::names::snake_case;
use crate::syntax::{self, Container};
use crate::types;

/// Checks the variants of an enum.
pub(super) fn check(
    item: &DeriveInput,
    data: &DataEnum,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> Option<(Shape, Direction)> {
    let found = listed_type(item, container, name, sink);
    if found
        .as_ref()
        .is_some_and(|found| found.variants().is_empty())
    {
        sink.error(messages::is_object(&item.ident, name));
        return None;
    }
    let (mut text, mut list, mut unknown) = (None, None, None);
    let mut variants = Vec::new();
    for variant in &data.variants {
        let content = match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first(),
            _ => None,
        };
        let Some(content) = content else {
            sink.error(messages::variant_form(variant));
            return None;
        };
        let ty = &content.ty;
        if variant.ident == "Unknown" {
            unknown = Some(variant.ident.clone());
        } else if types::simple_name(ty).as_deref() == Some("String") {
            text = Some(variant.ident.clone());
        } else if types::argument(ty, "Vec").is_some() {
            list = Some(variant.ident.clone());
        } else {
            variants.extend(check_variant(variant, ty, name, found.as_ref(), sink));
        }
    }
    let discriminator = discriminator(item, container, found.as_ref(), sink)?;
    if let Some(rule) = found
        .iter()
        .flat_map(|found| &found.rules)
        .find(|rule| rule.kind == RuleKind::ZeroField)
    {
        // The decoder reads the value as the first variant, and expects zero for the second.
        variants.sort_by_key(|variant| rule.others.first() == Some(&variant.name.as_str()));
    }
    let direction = direction(found.as_ref());
    if let Some(found) = &found {
        for listed in found.variants() {
            if !variants
                .iter()
                .any(|variant: &Variant| variant.name == listed.name)
            {
                sink.error(messages::missing_variant(
                    &item.ident,
                    name,
                    listed.name,
                    listed.tag,
                ));
            }
        }
        let is_closed = matches!(discriminator, Discriminator::ZeroField(_));
        if direction.comes_in() && unknown.is_none() && !is_closed {
            sink.error(messages::missing_unknown(&item.ident, name, true));
        }
    }
    let shape = Shape::Union {
        discriminator,
        variants,
        text,
        list,
        unknown,
    };
    Some((shape, direction))
}

fn discriminator(
    item: &DeriveInput,
    container: &Container,
    found: Option<&TypeFacts>,
    sink: &mut Diagnostics,
) -> Option<Discriminator> {
    let Some(found) = found else {
        return match &container.tag {
            Some(tag) => Some(Discriminator::Tag(tag.value())),
            None if container.unlisted.is_some() => {
                sink.error(messages::missing_tag(&item.ident));
                None
            }
            None => None,
        };
    };
    if let facts::Shape::Union { tag: Some(tag), .. } = &found.shape {
        return Some(Discriminator::Tag((*tag).to_owned()));
    }
    let zero = found
        .rules
        .iter()
        .find(|rule| rule.kind == RuleKind::ZeroField);
    Some(match zero.and_then(|rule| rule.params.first()) {
        Some(field) => Discriminator::ZeroField((*field).to_owned()),
        None => Discriminator::Fields,
    })
}

/// One variant of a union, found by the type that it holds or by its own name.
fn check_variant(
    variant: &syn::Variant,
    ty: &Type,
    union: &str,
    found: Option<&TypeFacts>,
    sink: &mut Diagnostics,
) -> Option<Variant> {
    let keys = syntax::field(&variant.attrs, &variant.ident, sink);
    let content = types::argument(ty, "Box").unwrap_or(ty);
    let own = variant.ident.unraw().to_string();
    let held = types::simple_name(content).unwrap_or_default();
    let renamed = keys.rename.map(|(_, literal)| literal.value());
    let model = |name: &str, tag: &str, discriminating_fields: Vec<String>| Variant {
        ident: variant.ident.clone(),
        ty: ty.clone(),
        content: content.clone(),
        name: name.to_owned(),
        tag: tag.to_owned(),
        discriminating_fields,
    };
    let Some(found) = found else {
        let tag = renamed.unwrap_or_else(|| snake_case(&own));
        return Some(model(&held, &tag, Vec::new()));
    };
    let whole = format!("{union}{own}");
    let names = [renamed.as_deref().unwrap_or(&held), &held, &own, &whole];
    let listed = names
        .iter()
        .find_map(|name| found.variants().iter().find(|listed| listed.name == *name));
    let Some(listed) = listed else {
        let known: Vec<_> = found.variants().iter().map(|listed| listed.name).collect();
        sink.error(messages::unknown_variant(
            &variant.ident,
            union,
            &held,
            &known,
        ));
        return None;
    };
    let discriminating_fields = listed
        .discriminating_fields
        .iter()
        .map(|field| (*field).to_owned())
        .collect();
    Some(model(
        listed.name,
        listed.tag.unwrap_or_default(),
        discriminating_fields,
    ))
}
