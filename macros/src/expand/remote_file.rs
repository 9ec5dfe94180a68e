//! The trait of an object that refers to a file which can be downloaded.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::base::Base;
use crate::model::Param;

/// The field that identifies a file.
const FILE_ID: &str = "file_id";

/// The trait, if the object has the field. Whether a base has it is left to the compiler.
pub(super) fn expand<'p>(
    ident: &Ident,
    mut params: impl Iterator<Item = &'p Param>,
    base: Option<Base<'_>>,
    private: &TokenStream,
) -> TokenStream {
    let inherited = if params.any(|param| param.name == FILE_ID) {
        quote!()
    } else if let Some(base) = base {
        let ty = base.ty();
        // The lifetime defers the check: without it, a bound that does not hold is an error.
        quote!(where for<'__file> #ty: #private::RemoteFile)
    } else {
        return quote!();
    };
    quote! {
        #[automatically_derived]
        impl #private::RemoteFile for #ident #inherited {
            fn file_ref(&self) -> #private::FileRef {
                #private::file_ref(self)
            }
        }
    }
}
