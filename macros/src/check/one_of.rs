//! `one_of(a, b)` of an attribute.

use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::checked_field::CheckedField;
use crate::diagnostics::Diagnostics;
use crate::facts::nearest;
use crate::messages;
use crate::model::{Field, Relation};
use crate::syntax::{Container, OneOf};
use crate::types;

/// The constraints that the attribute states.
pub(super) fn relations(
    container: &Container,
    fields: &[CheckedField],
    sink: &mut Diagnostics,
) -> Vec<Relation> {
    let one_of = container.one_of.iter();
    one_of
        .filter_map(|one_of| check(one_of, fields, sink))
        .collect()
}

fn check(one_of: &OneOf, fields: &[CheckedField], sink: &mut Diagnostics) -> Option<Relation> {
    let mut names: Vec<String> = Vec::new();
    let mut of_base: Vec<Ident> = Vec::new();
    let has_base = fields.iter().any(|field| field.base().is_some());
    let mut is_right = true;
    for field in &one_of.fields {
        let own = field.unraw();
        let param = fields
            .iter()
            .filter_map(CheckedField::param)
            .find(|param| param.ident.unraw() == own);
        match param {
            // A field with a misspelt name was meant, which has been reported.
            None if fields
                .iter()
                .any(|other| own == other.meant.unwrap_or_default()) =>
            {
                is_right = false;
            }
            None => {
                let known: Vec<_> = fields
                    .iter()
                    .filter_map(CheckedField::param)
                    .map(|param| param.ident.unraw().to_string())
                    .collect();
                let skips = |other: &CheckedField| match &other.model {
                    Field::Skipped { ident, .. } => ident.unraw() == own,
                    Field::Param(_) | Field::Base(_) | Field::Rest(_) => false,
                };
                let name = own.to_string();
                if names.contains(&name) {
                    sink.error(messages::one_of_twice(field));
                    is_right = false;
                    continue;
                }
                let sent = fields.iter().find(|other| other.wire_name() == Some(&name));
                let sent = sent.and_then(CheckedField::param);
                let is_skipped = fields.iter().any(skips);
                let is_known = nearest(&name, known.iter().map(String::as_str)).is_some();
                if has_base && !is_skipped && sent.is_none() && !is_known {
                    // The compiler knows what the base has.
                    of_base.push(field.clone());
                    names.push(name);
                    continue;
                }
                sink.error(if is_skipped {
                    messages::one_of_skipped(field)
                } else {
                    let sent = sent.map(|param| param.ident.to_string());
                    messages::one_of_unknown(field, sent, &known)
                });
                is_right = false;
            }
            Some(param) if names.contains(&param.name) => {
                sink.error(messages::one_of_twice(field));
                is_right = false;
            }
            Some(param) => {
                if types::option(&param.ty).is_none() {
                    sink.error(messages::one_of_required(field, &param.ty));
                    is_right = false;
                }
                names.push(param.name.clone());
            }
        }
    }
    if is_right && names.len() < 2 {
        match one_of.fields.first() {
            Some(field) => sink.error(messages::one_of_too_few(field)),
            None => sink.error(messages::one_of_too_few(&one_of.key)),
        }
        return None;
    }
    is_right.then_some(Relation::OneOf(names, of_base))
}
