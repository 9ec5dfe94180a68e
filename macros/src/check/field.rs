//! One field: how it is sent, and whether that agrees with the Bot API.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Expr, Lit, LitStr, Meta, Type};

use super::checked_field::CheckedField;
use super::meant::{self, Siblings};
use super::target::Target;
use super::{default, inner, range, shape};
use crate::diagnostics::Diagnostics;
use crate::facts::{FieldFacts, Members, Place, Source, TypeExpr};
use crate::messages;
use crate::model::{ApiType, Field, Param, Upload};
use crate::names::{is_snake_case, snake_case};
use crate::syntax::{self, FieldKeys};
use crate::types;

/// Checks all fields of `owner`. Without `facts`, every parameter is treated as `unlisted`.
pub(crate) fn fields(
    fields: &[&syn::Field],
    owner: &Ident,
    facts: Option<&Members<'_>>,
    sink: &mut Diagnostics,
) -> Vec<CheckedField> {
    let mut checked: Vec<CheckedField> = Vec::new();
    let last = fields.last().copied();
    let base = inner::base(fields);
    for &field in fields {
        let Some(ident) = &field.ident else { continue };
        // The compiler reports a second field of the same name; everything about it would be a
        // further error.
        if checked.iter().any(|other| other.ident() == ident) {
            continue;
        }
        let is_last = last.is_some_and(|last| std::ptr::eq(last, field));
        let siblings = Siblings {
            all: fields,
            checked: &checked,
            base,
        };
        let errors = sink.errors.len();
        let mut found = check(field, ident, owner, is_last, facts, siblings, sink);
        if let Some(param) = found.param() {
            let same = |other: &&CheckedField| other.wire_name() == Some(param.name.as_str());
            if let Some(first) = checked.iter().find(same).and_then(CheckedField::param) {
                let at = renaming(field, ident).unwrap_or_else(|| ident.to_token_stream());
                sink.error(messages::same_wire_name(at, &param.name, &first.ident));
            }
        }
        found.set_broken(sink.errors.len() > errors);
        checked.push(found);
    }
    checked
}

/// The literal of `rename`, to point at.
fn renaming(field: &syn::Field, ident: &Ident) -> Option<TokenStream> {
    let keys = syntax::field(&field.attrs, ident, &mut Diagnostics::default());
    keys.rename.map(|(_, literal)| literal.to_token_stream())
}

fn check(
    field: &syn::Field,
    ident: &Ident,
    owner: &Ident,
    is_last: bool,
    facts: Option<&Members<'_>>,
    siblings: Siblings<'_>,
    sink: &mut Diagnostics,
) -> CheckedField {
    let mut keys = syntax::field(&field.attrs, ident, sink);
    let is_listed = |name: &str| facts.is_some_and(|owner| owner.field(name).is_some());
    let serde = check_serde(field, ident, is_listed, sink);
    if let (Some(Serde::Flatten(key)), None) = (&serde, &keys.flatten) {
        keys.flatten = Some(key.clone());
    }
    if let Some(found) = inner::check(field, ident, &keys, owner, facts, sink) {
        return found;
    }
    let is_skipped = keys.skip.is_some() || matches!(serde, Some(Serde::Skip));
    if is_skipped {
        // A base has what is required.
        let facts = facts.filter(|_| siblings.base.is_none());
        return skipped(field, ident, &keys, facts, sink);
    }
    if let Some(found) = inner::forgotten(field, ident, &keys, owner, facts, siblings) {
        return found;
    }
    if let (Some(Serde::Rename(key, name)), None) = (serde, &keys.rename) {
        keys.rename = Some((key, name));
    }
    let known = |name: &str| meant::similar(name, facts?, siblings);
    let (name, name_at) = wire_name(ident, &keys, known, sink);
    let is_nameless = name_at.is_none();
    let unlisted = keys.unlisted.is_some();
    let listed = facts
        .and_then(|method| method.field(&name))
        .filter(|_| !is_nameless);
    let inner = types::option(&field.ty);
    let content = inner.unwrap_or(&field.ty);
    let is_of_base = inner::is_of_base(siblings, content, facts, listed.filter(|_| !unlisted));
    let quiet = &mut Diagnostics::default();
    let sink = if let (Some(owner), true) = (facts, is_of_base) {
        sink.error(messages::member_of_base(ident, &name, owner.name));
        quiet
    } else {
        sink
    };
    let is_sendable = !shape::check(&field.ty, is_last, listed, sink);
    if let (Some(unlisted), Some(_)) = (&keys.unlisted, listed) {
        sink.warn(messages::parameter_is_listed(unlisted, &name));
    }
    let mut meant = None;
    let mut is_unknown = false;
    if let (Some(method), None, false, false) = (facts, listed, unlisted, is_nameless) {
        if is_snake_case(&name) {
            meant = meant::unknown(name_at, &name, method, siblings, sink);
            is_unknown = true;
        } else {
            meant = meant::similar(&name, method, siblings);
        }
    }
    if !is_unknown {
        check_generated(ident, sink);
    }
    let listed = listed.filter(|_| !unlisted);
    if is_sendable && siblings.base.is_none() {
        check_required(&field.ty, facts, listed, sink);
    }
    let mut assertions = Vec::new();
    let method = facts.map_or("", |method| method.name);
    let target = Target {
        name: &name,
        ty: content,
        facts: listed,
        method,
    };
    let rules = range::rules(&keys, &target, &mut assertions, sink);
    let default = default::default(&keys, &target, inner.is_some(), &rules, sink);
    let (docs, summary) = docs(&field.attrs);
    let is_deprecated = |attribute: &&Attribute| attribute.path().is_ident("deprecated");
    let deprecated = field.attrs.iter().find(is_deprecated);
    CheckedField {
        model: Field::Param(Box::new(Param {
            ident: ident.clone(),
            is_flag: is_flag(listed, inner.is_some()),
            is_required: inner.is_none()
                && listed.is_none_or(|facts| facts.required || facts.ty != TypeExpr::True),
            may_be_unset: inner.is_none() && listed.is_some_and(|facts| !facts.required),
            is_broken: false,
            api_type: api_type(listed),
            ty: field.ty.clone(),
            inner: inner.cloned(),
            name,
            rules,
            assertions,
            default,
            docs,
            deprecated: deprecated.cloned(),
            summary,
        })),
        meant,
        is_nameless,
    }
}

/// Reports an `Option` for a required parameter.
fn check_required(
    ty: &Type,
    facts: Option<&Members<'_>>,
    listed: Option<&FieldFacts>,
    sink: &mut Diagnostics,
) {
    if let (Some(method), Some(listed), Some(inner)) = (facts, listed, types::option(ty))
        && listed.required
    {
        let error = messages::required_made_optional(ty, method.name, listed.name, inner);
        sink.error(error);
    }
}

/// A field that is not sent.
fn skipped(
    field: &syn::Field,
    ident: &Ident,
    keys: &FieldKeys,
    facts: Option<&Members<'_>>,
    sink: &mut Diagnostics,
) -> CheckedField {
    if let Some(skip) = &keys.skip {
        inner::check_alone(skip, keys, sink);
    }
    let own = ident.unraw().to_string();
    let name = keys.rename.as_ref().map_or(own, |(_, name)| name.value());
    let listed = facts.and_then(|method| method.field(&name));
    let required = listed.filter(|listed| listed.required && listed.constant.is_none());
    if let (Some(skip), Some(method), Some(_)) = (&keys.skip, facts, required) {
        sink.error(messages::required_skipped(skip, method.name, &name));
    }
    let model = Field::Skipped {
        ident: ident.clone(),
        ty: Box::new(field.ty.clone()),
    };
    CheckedField {
        model,
        meant: required.map(|listed| listed.name),
        is_nameless: false,
    }
}

fn is_flag(listed: Option<&FieldFacts>, is_optional: bool) -> bool {
    !is_optional && listed.is_some_and(|facts| facts.ty == TypeExpr::True)
}

fn api_type(listed: Option<&FieldFacts>) -> ApiType {
    let Some(facts) = listed else {
        return ApiType::Unlisted;
    };
    let file = facts
        .upload
        .as_ref()
        .filter(|upload| upload.place != Place::Nested);
    let upload = file.map(|upload| match upload.sources.as_slice() {
        [Source::Upload] => Upload::Only,
        _ => Upload::Any,
    });
    ApiType::Listed(facts.ty.clone(), upload)
}

fn check_generated(ident: &Ident, sink: &mut Diagnostics) {
    let own = ident.unraw().to_string();
    if ["new", "send", "validate"].contains(&own.as_str()) {
        sink.error(messages::generated_name(ident, &own));
    }
}

/// The wire name and its tokens: those of `rename`, or the field's own. Without tokens, the name
/// cannot be parsed, and that has been reported.
fn wire_name(
    ident: &Ident,
    keys: &FieldKeys,
    known: impl Fn(&str) -> Option<&'static str>,
    sink: &mut Diagnostics,
) -> (String, Option<TokenStream>) {
    let own = ident.unraw().to_string();
    if keys.rename_is_wrong {
        return (own, None);
    }
    let Some((_, literal)) = &keys.rename else {
        if !is_snake_case(&own) {
            let snake = snake_case(&own);
            let meant = known(&snake).unwrap_or(&snake);
            sink.error(messages::field_is_not_snake_case(ident, meant));
        }
        return (own, Some(ident.to_token_stream()));
    };
    let name = literal.value();
    if name.is_empty() {
        sink.error(messages::rename_is_empty(literal));
        return (own, None);
    }
    if !is_snake_case(&name) {
        sink.error(messages::rename_is_not_snake_case(literal));
    }
    (name, Some(literal.to_token_stream()))
}

/// The purpose of a `#[serde(...)]` attribute.
enum Serde {
    Rename(Ident, LitStr),
    Skip,
    Flatten(Ident),
}

/// Reports `#[serde(...)]`, and returns what it probably meant. A name other than that of the
/// parameter is of no use.
fn check_serde(
    field: &syn::Field,
    ident: &Ident,
    is_listed: impl Fn(&str) -> bool,
    sink: &mut Diagnostics,
) -> Option<Serde> {
    let mut meant = None;
    for attribute in field
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        let found = match &attribute.meta {
            Meta::List(list) => serde(list.tokens.clone()),
            _ => None,
        };
        let found = found.filter(|found| match found {
            Serde::Rename(_, name) => {
                is_listed(&name.value()) || !is_listed(&ident.unraw().to_string())
            }
            Serde::Skip | Serde::Flatten(_) => true,
        });
        let instead = found.as_ref().map(|found| match found {
            Serde::Rename(_, name) => format!("rename = {}", name.token()),
            Serde::Skip => "skip".to_owned(),
            Serde::Flatten(_) => "flatten".to_owned(),
        });
        sink.error(messages::serde_attribute(
            attribute,
            "a field",
            instead.as_deref(),
        ));
        meant = meant.or(found);
    }
    meant
}

/// Finds attributes with a counterpart: `rename = "…"`, `skip` or `flatten`.
fn serde(tokens: TokenStream) -> Option<Serde> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    tokens
        .iter()
        .enumerate()
        .find_map(|(at, token)| match token {
            TokenTree::Ident(key) if key == "rename" => {
                let name = tokens.get(at + 2)?.to_token_stream();
                Some(Serde::Rename(key.clone(), syn::parse2(name).ok()?))
            }
            TokenTree::Ident(key) if key == "skip" || key == "skip_serializing" => {
                Some(Serde::Skip)
            }
            TokenTree::Ident(key) if key == "flatten" => Some(Serde::Flatten(key.clone())),
            _ => None,
        })
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
