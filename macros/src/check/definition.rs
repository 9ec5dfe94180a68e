//! `#[telegram_type]`: a struct or enum beside what the Bot API says of the type.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DataEnum, DeriveInput, Fields, Type};

use super::field::CheckedField;
use super::{facts as against, field, relations, types};
use crate::diagnostics::Diagnostics;
use crate::facts::{self, Direction, RuleKind, TypeFacts};
use crate::messages;
use crate::model::{Definition, Distinction, Shape, Variant};
use crate::names::{pascal_case, snake_case};
use crate::syntax::{self, Container};

/// Checks the type in `item`.
pub(crate) fn check(
    item: &DeriveInput,
    container: &Container,
    sink: &mut Diagnostics,
) -> Option<Definition> {
    if !item.generics.params.is_empty() {
        sink.error(messages::no_generics(&item.generics.params));
        return None;
    }
    check_attributes(&item.attrs, sink);
    if let (Data::Enum(_), Some(one_of)) = (&item.data, container.one_of.first()) {
        sink.error(messages::one_of_without_fields(&one_of.key));
    }
    let krate = super::krate(container);
    let name = match &container.name {
        Some(literal) => literal.value(),
        None => item.ident.unraw().to_string(),
    };
    // A closed set of words has no name on the page; it is named by the field that it is for.
    let (shape, direction) = match &item.data {
        Data::Enum(data) if is_word(data) => word(item, data, container, &name, sink),
        Data::Enum(data) => union(item, data, container, &name, sink)?,
        Data::Struct(data) => {
            let fields = super::named(item, &data.fields, container, sink)?;
            object(item, fields, container, &name, sink)
        }
        Data::Union(_) => return None,
    };
    Some(Definition {
        krate,
        ident: item.ident.clone(),
        vis: item.vis.clone(),
        name,
        is_listed: container.unlisted.is_none(),
        direction,
        shape,
        broken: sink.has_errors(),
    })
}

fn check_attributes(attributes: &[Attribute], sink: &mut Diagnostics) {
    for found in attributes {
        if found.path().is_ident("telegram") {
            sink.error(messages::not_on_a_field(found, true));
        }
    }
}

/// Looks the type up. An unlisted one has no facts, and neither has a wrong name.
fn listed(
    item: &DeriveInput,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> Option<TypeFacts> {
    let found = facts::ty(name);
    match (&container.unlisted, &found) {
        (Some(unlisted), Some(_)) => {
            sink.warn(messages::type_is_listed(unlisted, name));
        }
        (None, None) => {
            sink.error(messages::unknown_type(place(item, container), name));
        }
        _ => {}
    }
    found.filter(|_| container.unlisted.is_none())
}

fn object(
    item: &DeriveInput,
    fields: Vec<&syn::Field>,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> (Shape, Direction) {
    let mut found = listed(item, container, name, sink);
    if let Some(facts::Shape::Union { .. }) = found.as_ref().map(|found| &found.shape) {
        let help = format!("`enum {} {{ … }}`, with a variant for each", item.ident);
        sink.error(messages::wrong_shape(
            &item.ident,
            name,
            "one of several objects",
            &help,
        ));
        found = None;
    }
    let direction = direction(found.as_ref());
    let constant = found.as_ref().and_then(|found| {
        found
            .fields()
            .iter()
            .find_map(|field| Some((field.name, field.constant?)))
    });
    let mut late = Diagnostics::default();
    let members = found.as_ref().map(TypeFacts::members);
    let checked = field::fields(fields, members.as_ref(), &mut late);
    if let Some((tag, value)) = constant {
        let same = checked
            .iter()
            .filter_map(CheckedField::param)
            .find(|param| param.name == tag);
        if let Some(param) = same {
            late.error(messages::constant_field(&param.ident, tag, value));
        }
    }
    if let Some(members) = &members {
        against::missing(item, members, &checked, sink);
    }
    let is_rule_bound = found.as_ref().filter(|_| direction.goes_out());
    let rules = is_rule_bound.map_or(&[][..], |found| &found.rules);
    let relations = relations::of_object(container, &checked, rules, sink);
    sink.append(late);
    let tag = constant.map(|(tag, value)| (tag.to_owned(), value.to_owned()));
    let fields = checked.into_iter().map(|field| field.model).collect();
    let shape = Shape::Object {
        fields,
        tag,
        relations,
    };
    (shape, direction)
}

/// Which way values of the type go. A type of the user's own may go both.
fn direction(found: Option<&TypeFacts>) -> Direction {
    found.map_or(Direction::Both, |found| found.direction)
}

fn is_word(data: &DataEnum) -> bool {
    data.variants
        .iter()
        .all(|variant| variant.fields.is_empty() || variant.ident == "Unknown")
}

/// The word that stands for a variant: that of `rename`, or the variant's own name.
fn word_of(variant: &syn::Variant, sink: &mut Diagnostics) -> (Ident, String) {
    let keys = syntax::field(&variant.attrs, &variant.ident, sink);
    let own = variant.ident.unraw().to_string();
    let renamed = keys.rename.map(|(_, literal)| literal.value());
    (
        variant.ident.clone(),
        renamed.unwrap_or_else(|| snake_case(&own)),
    )
}

/// A closed set of words. `Type.field` or `method.parameter` names the set.
fn word(
    item: &DeriveInput,
    data: &DataEnum,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> (Shape, Direction) {
    let unknown = data
        .variants
        .iter()
        .find(|variant| variant.ident == "Unknown");
    let words: Vec<_> = data
        .variants
        .iter()
        .filter(|variant| variant.ident != "Unknown")
        .map(|variant| word_of(variant, sink))
        .collect();
    let mut is_incoming = false;
    if container.unlisted.is_none() {
        if let Some((values, incoming)) = closed_set(name) {
            is_incoming = incoming;
            check_words(item, name, &words, &values, sink);
        } else {
            sink.error(messages::unknown_type(place(item, container), name));
        }
    }
    if is_incoming && unknown.is_none() {
        sink.error(messages::missing_unknown(&item.ident, name, false));
    }
    let direction = if is_incoming || container.unlisted.is_some() {
        Direction::Both
    } else {
        Direction::Out
    };
    let unknown = unknown.map(|variant| variant.ident.clone());
    (Shape::Word { words, unknown }, direction)
}

/// Compares the words of an enum with those of the Bot API, both ways.
fn check_words(
    item: &DeriveInput,
    name: &str,
    words: &[(Ident, String)],
    values: &[&'static str],
    sink: &mut Diagnostics,
) {
    for (ident, word) in words {
        if !values.contains(&word.as_str()) {
            sink.error(messages::unknown_variant(ident, name, word, values));
        }
    }
    for value in values {
        if !words.iter().any(|(_, word)| word == value) {
            let suggestion = pascal_case(value);
            sink.error(messages::missing_word(
                &item.ident,
                name,
                value,
                &suggestion,
            ));
        }
    }
}

/// Where the name of the type stands: in the attribute, or as that of the item.
fn place(item: &DeriveInput, container: &Container) -> TokenStream {
    match &container.name {
        Some(literal) => literal.to_token_stream(),
        None => item.ident.to_token_stream(),
    }
}

/// The values that `Type.field` or `method.parameter` can have, and whether they come in.
fn closed_set(name: &str) -> Option<(Vec<&'static str>, bool)> {
    let (owner, field) = name.split_once('.')?;
    let values = |field: &facts::FieldFacts| {
        if field.values.is_empty() {
            field.each_of.clone()
        } else {
            field.values.clone()
        }
    };
    if let Some(ty) = facts::ty(owner) {
        let incoming = ty.direction.comes_in();
        return ty.field(field).map(|field| (values(field), incoming));
    }
    facts::method(owner)?
        .field(field)
        .map(|field| (values(field), false))
}

fn union(
    item: &DeriveInput,
    data: &DataEnum,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> Option<(Shape, Direction)> {
    let found = listed(item, container, name, sink);
    if found
        .as_ref()
        .is_some_and(|found| found.variants().is_empty())
    {
        let help = format!("`struct {} {{ … }}`", item.ident);
        sink.error(messages::wrong_shape(&item.ident, name, "an object", &help));
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
    let distinction = distinction(item, container, found.as_ref(), sink)?;
    if let Some(rule) = found
        .iter()
        .flat_map(|found| &found.rules)
        .find(|rule| rule.kind == RuleKind::TellApart)
    {
        // The engine reads the value as the first variant, and knows zero for the second.
        variants.sort_by_key(|variant| rule.others.first() == Some(&variant.name.as_str()));
    }
    let direction = direction(found.as_ref());
    if let Some(found) = &found {
        for listed in found.variants() {
            if !variants
                .iter()
                .any(|variant: &Variant| variant.name == listed.name)
            {
                let tag = listed.tag.unwrap_or_default();
                sink.error(messages::missing_variant(
                    &item.ident,
                    name,
                    listed.name,
                    tag,
                ));
            }
        }
        let is_closed = matches!(distinction, Distinction::Zero(_));
        if direction.comes_in() && unknown.is_none() && !is_closed {
            sink.error(messages::missing_unknown(&item.ident, name, true));
        }
    }
    let shape = Shape::Union {
        distinction,
        variants,
        text,
        list,
        unknown,
    };
    Some((shape, direction))
}

fn distinction(
    item: &DeriveInput,
    container: &Container,
    found: Option<&TypeFacts>,
    sink: &mut Diagnostics,
) -> Option<Distinction> {
    let Some(found) = found else {
        return match &container.tag {
            Some(tag) => Some(Distinction::Tag(tag.value())),
            None if container.unlisted.is_some() => {
                sink.error(messages::missing_tag(&item.ident));
                None
            }
            None => None,
        };
    };
    if let facts::Shape::Union { tag: Some(tag), .. } = &found.shape {
        return Some(Distinction::Tag((*tag).to_owned()));
    }
    let zero = found
        .rules
        .iter()
        .find(|rule| rule.kind == RuleKind::TellApart);
    Some(match zero.and_then(|rule| rule.params.first()) {
        Some(field) => Distinction::Zero((*field).to_owned()),
        None => Distinction::Fields,
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
    let model = |name: &str, tag: &str, telling: Vec<String>| Variant {
        ident: variant.ident.clone(),
        ty: ty.clone(),
        content: content.clone(),
        name: name.to_owned(),
        tag: tag.to_owned(),
        telling,
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
    let telling = listed
        .discriminating_fields
        .iter()
        .map(|field| (*field).to_owned())
        .collect();
    Some(model(listed.name, listed.tag.unwrap_or_default(), telling))
}
