//! A union: an enum of objects.

use syn::ext::IdentExt;
use syn::{DataEnum, DeriveInput, Fields, Type};

use super::listed_type::{Declared, direction, listed_type};
use super::variant::nearest_free;
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
    let found = listed_type(item, container, name, Declared::Union, sink);
    let mut meant = Vec::new();
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
            let there = names_of(data);
            variants.extend(check_variant(
                variant,
                ty,
                name,
                found.as_ref(),
                (&there, &mut meant),
                sink,
            ));
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
                && !meant.contains(&listed.name)
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

/// The types that the variants of an enum hold, and their own names.
fn names_of(data: &DataEnum) -> Vec<String> {
    let variants = data.variants.iter();
    let names = variants.flat_map(|variant| {
        let held = variant.fields.iter().next().map(|field| &field.ty);
        let content = held.map(|ty| types::argument(ty, "Box").unwrap_or(ty));
        [
            Some(variant.ident.unraw().to_string()),
            content.and_then(types::simple_name),
        ]
    });
    names.flatten().collect()
}

/// One variant of a union, found by the type that it holds or by its own name.
fn check_variant(
    variant: &syn::Variant,
    ty: &Type,
    union: &str,
    found: Option<&TypeFacts>,
    (there, meant): (&[String], &mut Vec<&'static str>),
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
        let taken: Vec<_> = there.iter().map(String::as_str).collect();
        let taken = [taken.as_slice(), meant.as_slice()].concat();
        let similar = [held.as_str(), &whole]
            .into_iter()
            .find_map(|name| nearest_free(name, &known, &taken));
        sink.error(match similar {
            Some(similar) => messages::misspelt_variant(&variant.ident, union, &held, similar),
            None => messages::unknown_variant(&variant.ident, union, &held, &known),
        });
        meant.extend(similar);
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
