//! Fields that stand for members of other names: a base, and the storage of unknown members.

use proc_macro2::Ident;

use super::checked_field::CheckedField;
use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Field, Inner};
use crate::syntax::FieldKeys;
use crate::types;

/// Checks a field with `flatten` or `rest`; `None` without them.
pub(super) fn check(
    field: &syn::Field,
    ident: &Ident,
    keys: &FieldKeys,
    sink: &mut Diagnostics,
) -> Option<CheckedField> {
    let key = keys.flatten.as_ref().or(keys.rest.as_ref())?;
    check_alone(key, keys, sink);
    if let Some(inner) = types::option(&field.ty) {
        sink.error(messages::optional_inner(key, &field.ty, inner));
    }
    let inner = Box::new(Inner {
        key: key.clone(),
        ident: ident.clone(),
        ty: field.ty.clone(),
        is_broken: false,
    });
    let is_base = keys.flatten.is_some();
    Some(CheckedField {
        model: if is_base {
            Field::Base(inner)
        } else {
            Field::Rest(inner)
        },
        meant: None,
        is_nameless: false,
    })
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

/// Reports a second base or storage, and a storage in a method.
pub(super) fn check_all(fields: &mut [CheckedField], is_method: bool, sink: &mut Diagnostics) {
    let mut first: [Option<Ident>; 2] = [None, None];
    for field in fields {
        let (inner, first) = match &mut field.model {
            Field::Base(inner) => (inner, &mut first[0]),
            Field::Rest(inner) => (inner, &mut first[1]),
            Field::Param(_) | Field::Skipped { .. } => continue,
        };
        let is_rest = inner.key == "rest";
        if let Some(first) = first {
            sink.error(messages::second_inner(&inner.key, first));
            inner.is_broken = true;
        } else if is_rest && is_method {
            sink.error(messages::rest_in_method(&inner.key));
            inner.is_broken = true;
        }
        first.get_or_insert_with(|| inner.ident.clone());
    }
}
