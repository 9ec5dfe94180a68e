//! What methods and types have in common.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{DeriveInput, Fields};

use crate::diagnostics::Diagnostics;
use crate::facts;
use crate::messages;
use crate::syntax::Container;

/// The path of telegrammar.
pub(super) fn krate(container: &Container) -> TokenStream {
    let path = container.krate.as_ref().map(ToTokens::to_token_stream);
    path.unwrap_or_else(|| quote!(::telegrammar))
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
            let name = container.name.as_ref();
            let method = name.and_then(|name| facts::method(&name.value()));
            let known = method
                .iter()
                .flat_map(|method| &method.fields)
                .map(|field| field.name);
            let named: Vec<_> = fields
                .unnamed
                .iter()
                .zip(known.chain(std::iter::repeat("name")))
                .map(|(field, name)| format!("{name}: {}", messages::typed(&field.ty)))
                .collect();
            sink.error(messages::unnamed_fields(
                fields,
                &item.ident,
                &named.join(", "),
            ));
            None
        }
    }
}
