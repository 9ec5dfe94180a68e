//! One field: how it is sent, and whether it may be so.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Expr, Lit, LitStr, Meta, Token};

use super::{FieldKeys, facts as against, range, types};
use crate::diagnostics::Diagnostics;
use crate::facts::{FieldFacts, MethodFacts, Source, TypeExpr};
use crate::messages;
use crate::model::{Field, Kind, Param, Upload};
use crate::names::is_snake_case;
use crate::syntax;

/// A field with what later checks ask of it.
pub(crate) struct CheckedField {
    pub(crate) model: Field,
    /// The parameter that an unknown name was probably meant to be.
    pub(crate) meant: Option<&'static str>,
}

impl CheckedField {
    pub(crate) fn wire_name(&self) -> Option<&str> {
        self.param().map(|param| param.name.as_str())
    }

    pub(crate) fn param(&self) -> Option<&Param> {
        match &self.model {
            Field::Param(param) => Some(param),
            Field::Skipped { .. } => None,
        }
    }
}

/// Checks all fields. Without `facts`, every parameter is as good as `unlisted`.
pub(crate) fn fields(
    fields: Vec<&syn::Field>,
    facts: Option<&MethodFacts>,
    sink: &mut Diagnostics,
) -> Vec<CheckedField> {
    let mut checked: Vec<CheckedField> = Vec::new();
    for field in fields {
        let Some(ident) = &field.ident else { continue };
        let found = check(field, ident, facts, sink);
        if let Some(param) = found.param() {
            let same = |other: &&CheckedField| other.wire_name() == Some(param.name.as_str());
            if let Some(first) = checked.iter().find(same).and_then(CheckedField::param) {
                let at = renaming(&field.attrs).unwrap_or_else(|| ident.to_token_stream());
                sink.error(messages::same_wire_name(at, &param.name, &first.ident));
            }
        }
        checked.push(found);
    }
    checked
}

/// The literal of `rename`, to point at.
fn renaming(attributes: &[Attribute]) -> Option<TokenStream> {
    let keys = syntax::field(attributes, &mut Diagnostics::default());
    keys.rename.map(|(_, literal)| literal.to_token_stream())
}

fn check(
    field: &syn::Field,
    ident: &Ident,
    facts: Option<&MethodFacts>,
    sink: &mut Diagnostics,
) -> CheckedField {
    let keys = syntax::field(&field.attrs, sink);
    check_serde(field, sink);
    if let Some(skip) = &keys.skip {
        check_skip(skip, &keys, sink);
        let model = Field::Skipped {
            ident: ident.clone(),
            ty: field.ty.clone(),
        };
        return CheckedField { model, meant: None };
    }
    let name = wire_name(
        ident,
        keys.rename.as_ref().map(|(_, literal)| literal),
        sink,
    );
    let is_sendable = !types::check_shape(&field.ty, sink);
    let unlisted = keys.unlisted.is_some();
    let listed = facts.and_then(|method| method.field(&name));
    if let (Some(unlisted), Some(_)) = (&keys.unlisted, listed) {
        sink.warn(messages::parameter_is_listed(unlisted, &name));
    }
    let mut meant = None;
    if let (Some(method), None, false) = (facts, listed, unlisted) {
        if is_snake_case(&name) {
            let at = match &keys.rename {
                Some((_, literal)) => literal.to_token_stream(),
                None => ident.to_token_stream(),
            };
            sink.error(messages::unknown_parameter(at, &name, method));
        }
        let known = method.fields.iter().map(|field| field.name);
        meant = crate::facts::nearest(&name, known).and_then(|name| {
            method
                .fields
                .iter()
                .map(|field| field.name)
                .find(|known| *known == name)
        });
    }
    let listed = listed.filter(|_| !unlisted);
    let inner = types::option(&field.ty);
    if let (Some(method), Some(listed), Some(inner)) = (facts, listed, inner) {
        if listed.required && is_sendable {
            sink.error(messages::required_made_optional(
                &field.ty,
                method.name,
                listed.name,
                inner,
            ));
        }
    }
    let content = inner.unwrap_or(&field.ty);
    let mut assertions = Vec::new();
    let method = facts.map_or("", |method| method.name);
    let target = range::Target {
        name: &name,
        ty: content,
        facts: listed,
        method,
    };
    let rules = range::rules(&keys, &target, &mut assertions, sink);
    let default = against::default(&keys, &target, inner.is_some(), &rules, sink);
    let (docs, summary) = docs(&field.attrs);
    CheckedField {
        model: Field::Param(Box::new(Param {
            ident: ident.clone(),
            kind: kind(listed),
            ty: field.ty.clone(),
            inner: inner.cloned(),
            name,
            rules,
            assertions,
            default,
            docs,
            summary,
        })),
        meant,
    }
}

fn kind(listed: Option<&FieldFacts>) -> Kind {
    let Some(facts) = listed else {
        return Kind::Unlisted;
    };
    let only = facts
        .upload
        .as_ref()
        .is_some_and(|upload| upload.sources == [Source::Upload]);
    Kind::Listed(
        facts.ty.clone(),
        if only { Upload::Only } else { Upload::Any },
    )
}

/// The wire name: that of `rename`, or the field's own.
fn wire_name(ident: &Ident, rename: Option<&LitStr>, sink: &mut Diagnostics) -> String {
    let own = ident.unraw().to_string();
    if ["new", "send", "validate"].contains(&own.as_str()) {
        sink.error(messages::generated_name(ident, &own));
    }
    let Some(literal) = rename else {
        if !is_snake_case(&own) {
            sink.error(messages::field_is_not_snake_case(ident, &own));
        }
        return own;
    };
    let name = literal.value();
    if name.is_empty() {
        sink.error(messages::rename_is_empty(literal));
        return own;
    }
    if !is_snake_case(&name) {
        sink.error(messages::rename_is_not_snake_case(literal));
    }
    name
}

fn check_skip(skip: &Ident, keys: &FieldKeys, sink: &mut Diagnostics) {
    let other = keys.rules.first().map(|rule| rule.key.to_string());
    let other = other
        .or_else(|| keys.default.as_ref().map(|_| "default".to_owned()))
        .or_else(|| keys.rename.as_ref().map(|(key, _)| key.to_string()))
        .or_else(|| keys.unlisted.as_ref().map(ToString::to_string));
    if let Some(other) = other {
        sink.error(messages::skip_with_other(skip, &other));
    }
}

fn check_serde(field: &syn::Field, sink: &mut Diagnostics) {
    for attribute in field
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        let mut name = None;
        if let Meta::List(list) = &attribute.meta {
            // Only `rename = "…"` has a counterpart; whatever else stands there is not read.
            let rename = |input: syn::parse::ParseStream<'_>| {
                let key: Ident = input.call(Ident::parse_any)?;
                input.parse::<Token![=]>()?;
                let value: LitStr = input.parse()?;
                input.parse::<TokenStream>()?;
                Ok((key == "rename").then(|| value.value()))
            };
            name = syn::parse::Parser::parse2(rename, list.tokens.clone())
                .ok()
                .flatten();
        }
        sink.error(messages::serde_attribute(attribute, name.as_deref()));
    }
}

/// The documentation of a field: its attributes, and the first line.
fn docs(attributes: &[Attribute]) -> (Vec<Attribute>, String) {
    let docs: Vec<_> = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .cloned()
        .collect();
    let summary = docs.iter().find_map(|attribute| {
        let Meta::NameValue(pair) = &attribute.meta else {
            return None;
        };
        let Expr::Lit(literal) = &pair.value else {
            return None;
        };
        let Lit::Str(text) = &literal.lit else {
            return None;
        };
        let text = text.value();
        let line = text
            .trim()
            .lines()
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
        (!line.is_empty()).then_some(line)
    });
    (docs, summary.unwrap_or_default())
}

/// The kind of a parameter in words, and what measures it.
pub(crate) fn describe(ty: &TypeExpr) -> (&'static str, Option<&'static str>) {
    match ty {
        TypeExpr::Integer(_) | TypeExpr::Float => ("a number", Some("range")),
        TypeExpr::String => ("text", Some("len")),
        TypeExpr::Array(_) => ("a list", Some("items")),
        TypeExpr::Boolean | TypeExpr::True => ("a Boolean", None),
        TypeExpr::Ref(_) => ("an object", None),
        TypeExpr::OneOf(alternatives) if alternatives.contains(&TypeExpr::String) => {
            ("an id or a name", None)
        }
        TypeExpr::OneOf(_) => ("one of several objects", None),
    }
}
