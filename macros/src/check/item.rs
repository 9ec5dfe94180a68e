//! What methods and types have in common.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, LitStr, Type};

use crate::diagnostics::Diagnostics;
use crate::facts::{self, Category, FieldFacts};
use crate::messages;
use crate::model::Docs;
use crate::names::{is_snake_case, snake_case};
use crate::syntax::Container;
use crate::types;

/// The path of telegrammar.
pub(crate) fn krate(container: &Container) -> TokenStream {
    let path = container.krate.as_ref().map(ToTokens::to_token_stream);
    path.unwrap_or_else(|| quote!(::telegrammar))
}

/// The documentation of an item and of its variants, if documents are made of it.
pub(super) fn docs(item: &DeriveInput) -> Docs {
    if !cfg!(feature = "openapi") {
        return Docs::default();
    }
    let docs = |attributes: &[Attribute]| {
        let is_doc = |attribute: &&Attribute| attribute.path().is_ident("doc");
        attributes.iter().filter(is_doc).cloned().collect()
    };
    let mut variants = Vec::new();
    if let Data::Enum(data) = &item.data {
        let all = data.variants.iter();
        variants.extend(all.map(|variant| (variant.ident.clone(), docs(&variant.attrs))));
    }
    Docs {
        own: docs(&item.attrs),
        variants,
    }
}

/// The fields of a struct; none for a unit struct. Reports fields without names.
pub(super) fn named_fields<'a>(
    item: &DeriveInput,
    fields: &'a Fields,
    container: &Container,
    sink: &mut Diagnostics,
) -> Option<Vec<&'a syn::Field>> {
    match fields {
        Fields::Named(fields) => Some(fields.named.iter().collect()),
        Fields::Unit => Some(Vec::new()),
        Fields::Unnamed(fields) => {
            let types: Vec<_> = fields.unnamed.iter().map(|field| &field.ty).collect();
            let named = named(&types, listed_fields(item, container).as_deref());
            sink.error(messages::unnamed_fields(fields, &item.ident, &named));
            None
        }
    }
}

/// The parameters of the method, or the fields of the type, that the item declares.
fn listed_fields(item: &DeriveInput, container: &Container) -> Option<Vec<FieldFacts>> {
    let own = item.ident.unraw().to_string();
    let name = container.name.as_ref().map_or(own, LitStr::value);
    match facts::method(&name) {
        Some(method) => Some(method.fields),
        None => Some(facts::ty(&name)?.fields().to_vec()),
    }
}

/// The types with the names of the listed fields that they fit, and the required fields that are
/// missing.
fn named(types: &[&Type], listed: Option<&[FieldFacts]>) -> String {
    let mut free: Vec<_> = listed
        .unwrap_or_default()
        .iter()
        .filter(|field| field.constant.is_none())
        .collect();
    let mut fields = Vec::new();
    for (index, ty) in types.iter().enumerate() {
        let fitness = |field: &FieldFacts| fitness(ty, field);
        // The first one of those that fit best.
        let best = free.iter().enumerate().rev();
        let best = best.max_by_key(|(_, field)| fitness(field));
        let found = best.filter(|(_, field)| fitness(field) > 0);
        let name = match found.map(|(at, _)| at) {
            Some(at) => messages::field_name(free.remove(at).name),
            None if listed.is_none() => own_name(ty, index),
            // The method has no such parameter.
            None => continue,
        };
        fields.push(format!("{name}: {}", messages::typed(ty)));
    }
    for field in free.iter().filter(|field| field.required) {
        let name = messages::field_name(field.name);
        fields.push(format!("{name}: {}", field.ty.rust_type()));
    }
    fields.join(", ")
}

/// How well a type fits a listed field: 0 if not at all.
fn fitness(ty: &Type, field: &FieldFacts) -> usize {
    let inner = types::option(ty);
    let content = inner.unwrap_or(ty);
    let name = messages::typed(content);
    let last = types::simple_name(content).unwrap_or_default();
    let category = field.ty.category();
    let is_number = types::integer_limits(&last).is_some();
    let is_text = last == "String" || name.ends_with("str");
    let kind = if name == field.ty.rust_type() || last == field.ty.rust_type() {
        3
    } else {
        let fits = match category {
            Category::Integer => is_number,
            Category::Number => is_number || last.starts_with('f'),
            Category::Text | Category::File => is_text,
            Category::IdOrName => is_number || is_text,
            Category::List | Category::Boolean | Category::Object | Category::OneOfObjects => false,
        };
        usize::from(fits) * 2
    };
    if kind == 0 {
        return 0;
    }
    // Rather a required parameter for a type that is always sent.
    kind * 2 + usize::from(field.required == inner.is_none()) * 3
}

/// A name that the type suggests, for a field that is not listed.
fn own_name(ty: &Type, index: usize) -> String {
    let name = types::simple_name(types::option(ty).unwrap_or(ty)).unwrap_or_default();
    let is_own = name.starts_with(char::is_uppercase) && name != "String";
    let name = snake_case(&name);
    if is_own && is_snake_case(&name) {
        messages::field_name(&name)
    } else {
        format!("field{}", index + 1)
    }
}
