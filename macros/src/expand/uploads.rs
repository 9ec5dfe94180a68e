//! Whether a value can be or contain a file to upload: the facts say so of what they list, and the
//! type checker of everything else.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::ask::asked;
use super::base::Base;
use super::question::Place;
use super::union;
use crate::facts;
use crate::model::{ApiType, Definition, Field, Method, Param, Shape};

/// The constants of `Param`. Each answers for fewer levels of pointers and lists than the one before,
/// so that no constant of a recursive type depends on itself.
const CONSTANTS: [&str; 5] = [
    "CAN_UPLOAD",
    "CAN_UPLOAD_3",
    "CAN_UPLOAD_2",
    "CAN_UPLOAD_1",
    "CAN_UPLOAD_0",
];

/// `.uploads_if(…)` for the parameters that the facts do not know; empty without any.
pub(super) fn of_method(method: &Method) -> TokenStream {
    if method.broken {
        return quote!();
    }
    let unlisted = method.params().filter(|param| is_unlisted(param));
    let can_upload: Vec<_> = unlisted
        .map(|param| asked(param, Place::Parameter, &method.krate, None, "CAN_UPLOAD").0)
        .collect();
    if can_upload.is_empty() {
        return quote!();
    }
    quote!(.uploads_if(#(#can_upload)||*))
}

/// The constants of a type; empty if it can contain no file, which is the default.
pub(super) fn of_type(definition: &Definition) -> TokenStream {
    if definition.broken {
        return quote!();
    }
    if definition.is_listed && facts::can_upload(&definition.name) {
        return quote!(
            const CAN_UPLOAD: ::core::primitive::bool = true;
        );
    }
    let constants = CONSTANTS.map(|name| {
        let held = held(definition, name);
        let name = Ident::new(name, Span::call_site());
        (!held.is_empty()).then(|| quote!(const #name: ::core::primitive::bool = #(#held)||*;))
    });
    quote!(#(#constants)*)
}

/// The constant of everything in a type that the facts do not know.
fn held(definition: &Definition, constant: &str) -> Vec<TokenStream> {
    let krate = &definition.krate;
    match &definition.shape {
        Shape::Object { fields, .. } => {
            let base = Base::of_type(fields, krate).map(|base| base.item(constant));
            let params = fields.iter().filter_map(|field| match field {
                Field::Param(param) if is_unlisted(param) => {
                    Some(asked(param, Place::Field, krate, None, constant).0)
                }
                _ => None,
            });
            base.into_iter().chain(params).collect()
        }
        Shape::Union { variants, .. } => variants
            .iter()
            .filter(|variant| variant.is_own)
            .map(|variant| union::content(definition, variant, constant))
            .collect(),
        Shape::Word { .. } => Vec::new(),
    }
}

fn is_unlisted(param: &Param) -> bool {
    !param.is_broken && matches!(param.api_type, ApiType::Unlisted)
}
