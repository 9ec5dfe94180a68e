//! Required parameters that a definition does not have, and fields that it has too many of.

use syn::DeriveInput;

use super::checked_field::CheckedField;
use crate::diagnostics::Diagnostics;
use crate::facts::Members;
use crate::messages;

/// The most fields that the runtime's tables can hold.
const MOST: usize = 256;

/// Reports a definition with more fields than the runtime's tables can hold.
pub(super) fn excess(item: &DeriveInput, fields: &[CheckedField], sink: &mut Diagnostics) {
    let count = fields.iter().filter_map(CheckedField::param).count();
    if count > MOST {
        sink.error(messages::too_many_fields(&item.ident, count, MOST));
    }
}

/// Reports each required parameter that no field is for, unless a base may have it.
pub(crate) fn missing(
    item: &DeriveInput,
    members: &Members<'_>,
    fields: &[CheckedField],
    sink: &mut Diagnostics,
) {
    if fields.iter().any(|field| field.base().is_some()) {
        return;
    }
    for listed in members
        .fields
        .iter()
        .filter(|listed| listed.required && listed.constant.is_none())
    {
        let is_there = fields
            .iter()
            .any(|field| field.is_nameless || field.is(listed.name));
        if !is_there {
            let ty = listed.ty.rust_type();
            sink.error(messages::missing_parameter(
                &item.ident,
                members.name,
                listed.name,
                &ty,
            ));
        }
    }
}
