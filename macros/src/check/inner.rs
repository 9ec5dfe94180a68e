//! Fields that stand for members of other names: a base, and the storage of unknown members.

use proc_macro2::Ident;
use syn::Type;
use syn::ext::IdentExt;

use super::checked_field::CheckedField;
use super::meant::{self, Siblings};
use crate::diagnostics::Diagnostics;
use crate::facts::{Category, FieldFacts, Members, TypeExpr, Width};
use crate::messages;
use crate::model::{Field, Inner};
use crate::names::pascal_case;
use crate::syntax::{self, FieldKeys};
use crate::types;

/// Checks a field with `flatten` or `rest`; `None` without them. `owner` is the definition.
pub(super) fn check(
    field: &syn::Field,
    ident: &Ident,
    keys: &FieldKeys,
    owner: &Ident,
    facts: Option<&Members<'_>>,
    sink: &mut Diagnostics,
) -> Option<CheckedField> {
    let key = keys.flatten.as_ref().or(keys.rest.as_ref())?;
    check_alone(key, keys, sink);
    if let Some(inner) = types::option(&field.ty) {
        sink.error(messages::optional_inner(key, &field.ty, inner));
    } else if keys.flatten.is_some() && is_itself(&field.ty, owner) {
        sink.error(messages::own_base(&field.ty, facts));
    }
    let inner = Inner {
        key: key.clone(),
        ident: ident.clone(),
        ty: field.ty.clone(),
        is_broken: false,
        is_forgotten: false,
    };
    Some(checked(inner, keys.flatten.is_none()))
}

fn checked(inner: Inner, is_rest: bool) -> CheckedField {
    let inner = Box::new(inner);
    CheckedField {
        model: if is_rest {
            Field::Rest(inner)
        } else {
            Field::Base(inner)
        },
        meant: None,
        is_nameless: false,
    }
}

/// A field without `flatten` or `rest` whose type says that it was meant to have one of them.
pub(super) fn forgotten(
    field: &syn::Field,
    ident: &Ident,
    keys: &FieldKeys,
    owner: &Ident,
    facts: Option<&Members<'_>>,
    siblings: Siblings<'_>,
) -> Option<CheckedField> {
    let is_plain = keys.rules.is_empty() && keys.default.is_none() && keys.rename.is_none();
    if !is_plain || keys.unlisted.is_some() {
        return None;
    }
    let name = ident.unraw().to_string();
    if facts.is_some_and(|facts| facts.field(&name).is_some()) {
        return None;
    }
    let content = types::option(&field.ty).unwrap_or(&field.ty);
    let is_rest = types::simple_name(content).as_deref() == Some("UnknownFields");
    let is_base = facts.is_some_and(|facts| {
        is_listed(&field.ty, facts)
            && !is_itself(&field.ty, owner)
            && meant::similar(&name, facts, siblings).is_none()
    });
    let key = if is_rest { "rest" } else { "flatten" };
    let inner = Inner {
        key: Ident::new(key, ident.span()),
        ident: ident.clone(),
        ty: field.ty.clone(),
        is_broken: true,
        is_forgotten: true,
    };
    (is_rest || is_base).then(|| checked(inner, is_rest))
}

/// Reports a key that has no effect beside `key`, which is `skip`, `flatten` or `rest`.
pub(super) fn check_alone(key: &Ident, keys: &FieldKeys, sink: &mut Diagnostics) {
    let other = keys.rules.first().map(|rule| rule.key.to_string());
    let flags = [&keys.unlisted, &keys.skip, &keys.rest];
    let mut flags = flags.into_iter().flatten().filter(|other| *other != key);
    let other = other
        .or_else(|| keys.default.as_ref().map(|_| "default".to_owned()))
        .or_else(|| keys.rename.as_ref().map(|(key, _)| key.to_string()))
        .or_else(|| flags.next().map(ToString::to_string));
    if let Some(other) = other {
        sink.error(messages::key_with_other(key, &other));
    }
}

/// Reports a second base or storage, a storage in a method, and a forgotten key.
pub(super) fn check_all(
    fields: &mut [CheckedField],
    facts: Option<&Members<'_>>,
    is_method: bool,
    sink: &mut Diagnostics,
) {
    let mut first: [Option<Ident>; 2] = [None, None];
    for field in fields {
        let (inner, is_rest) = match &mut field.model {
            Field::Base(inner) => (inner, false),
            Field::Rest(inner) => (inner, true),
            Field::Param(_) | Field::Skipped { .. } => continue,
        };
        let first = &mut first[usize::from(is_rest)];
        let found = if let Some(first) = first {
            Some(messages::second_inner(&inner.key, first))
        } else if is_rest && is_method {
            Some(messages::rest_in_method(&inner.key))
        } else if inner.is_forgotten {
            Some(messages::forgotten_inner(
                &inner.key,
                &inner.ident,
                &inner.ty,
                facts,
            ))
        } else {
            None
        };
        if let Some(found) = found {
            sink.error(found);
            inner.is_broken = true;
        }
        first.get_or_insert_with(|| inner.ident.clone());
    }
}

/// The type of the base among these fields, if there is one.
pub(super) fn base<'a>(fields: &[&'a syn::Field]) -> Option<&'a Type> {
    fields.iter().copied().find_map(|field| {
        let ident = field.ident.as_ref()?;
        let keys = syntax::field(&field.attrs, ident, &mut Diagnostics::default());
        keys.flatten.map(|_| &field.ty)
    })
}

/// Whether a member beside a base is certainly one of the base, or wrong: the base is what telegrammar
/// declares, and that has the member. An own definition of the same name may lack it.
pub(super) fn is_of_base(
    siblings: Siblings<'_>,
    ty: &Type,
    facts: Option<&Members<'_>>,
    listed: Option<&FieldFacts>,
) -> bool {
    let (Some(base), Some(facts), Some(listed)) = (siblings.base, facts, listed) else {
        return false;
    };
    is_listed(base, facts) && (listed.required || differs(ty, &listed.ty))
}

/// Whether the type has the name of what the facts describe.
fn is_listed(ty: &Type, facts: &Members<'_>) -> bool {
    types::simple_name(ty).is_some_and(|name| name == pascal_case(facts.name))
}

/// Whether the type is that of the definition, also in a `Box`.
fn is_itself(ty: &Type, owner: &Ident) -> bool {
    let ty = types::boxed(ty).unwrap_or(ty);
    types::lone_name(ty).is_some_and(|name| name == owner || name == "Self")
}

/// Whether a type that is known by its name cannot hold such a value.
fn differs(ty: &Type, expected: &TypeExpr) -> bool {
    let category = expected.category();
    let Some(name) = types::simple_name(ty) else {
        return types::argument(ty, "Vec").is_some() && category != Category::List;
    };
    let is_wide = matches!(
        expected,
        TypeExpr::Integer(Width::Signed64 | Width::Significant52)
    );
    match name.as_str() {
        "String" => !matches!(
            category,
            Category::Text | Category::IdOrName | Category::File
        ),
        "bool" => category != Category::Boolean,
        "f32" | "f64" => category != Category::Number,
        "i8" | "i16" | "i32" | "u8" | "u16" | "u32" if is_wide => true,
        name if types::integer_limits(name).is_some() => !matches!(
            category,
            Category::Integer | Category::Number | Category::IdOrName
        ),
        _ => false,
    }
}
