//! `one_of(a, b)` of an attribute.

use syn::ext::IdentExt;

use super::checked_field::CheckedField;
use crate::diagnostics::Diagnostics;
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
                let sent = fields.iter().find(|other| other.wire_name() == Some(&name));
                let sent = sent.and_then(CheckedField::param);
                sink.error(if fields.iter().any(skips) {
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
    is_right.then_some(Relation::OneOf(names))
}
