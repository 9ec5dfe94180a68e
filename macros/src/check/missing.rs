//! Required parameters that a definition does not have.

use syn::DeriveInput;

use super::checked_field::CheckedField;
use crate::diagnostics::Diagnostics;
use crate::facts::Members;
use crate::messages;

/// Reports each required parameter that no field is for.
pub(crate) fn missing(
    item: &DeriveInput,
    members: &Members<'_>,
    fields: &[CheckedField],
    sink: &mut Diagnostics,
) {
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
