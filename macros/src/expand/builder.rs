//! The inherent functions: `new`, a setter per optional parameter, `validate` and `send`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;
use syn::ext::IdentExt;

use super::docs;
use crate::check::is_taken_by_value;
use crate::model::{Field, Method, Param};

pub(super) fn expand(method: &Method) -> TokenStream {
    let Method {
        krate, ident, vis, ..
    } = method;
    let private = quote!(#krate::__private);
    let (impl_generics, ty_generics, where_clause) = method.generics.split_for_impl();
    let new = new(method);
    let setters = method.params().filter_map(|param| setter(method, param));
    let send = docs::send(&method.name, method.listed);
    quote! {
        #[automatically_derived]
        #[allow(dead_code, clippy::too_many_arguments)]
        impl #impl_generics #ident #ty_generics #where_clause {
            #new
            #(#setters)*
            /// Checks the arguments against the rules of the Bot API. Nothing is sent.
            ///
            /// # Errors
            ///
            /// Every rule that is broken, all at once.
            #[inline]
            #vis fn validate(&self) -> #private::Result<(), #private::Invalid> {
                #private::Method::validate(self)
            }
            #[doc = #send]
            #[inline]
            #vis fn send(
                &self,
                bot: &#private::Bot,
            ) -> #private::Call<<Self as #private::Method>::Response> {
                #private::send(bot, self)
            }
        }
    }
}

fn new(method: &Method) -> TokenStream {
    let Method {
        krate, ident, vis, ..
    } = method;
    let private = quote!(#krate::__private);
    let arguments = method
        .params()
        .filter(|param| param.inner.is_none())
        .map(|param| {
            let (ident, ty) = (&param.ident, argument(&param.ty, krate));
            quote!(#ident: #ty)
        });
    let values = method.fields.iter().map(|field| match field {
        Field::Skipped { ident, .. } => quote!(#ident: #private::skipped()),
        Field::Param(param) => {
            let ident = &param.ident;
            match &param.inner {
                Some(_) => quote!(#ident: #private::Option::None),
                None => {
                    let value = conversion(&param.ty, quote!(#ident), krate);
                    quote!(#ident: #value)
                }
            }
        }
    });
    let doc = docs::new(method, ident);
    quote! {
        #[doc = #doc]
        #[inline]
        #[must_use]
        #vis fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

fn setter(method: &Method, param: &Param) -> Option<TokenStream> {
    let Method { krate, vis, .. } = method;
    let private = quote!(#krate::__private);
    let inner = param.inner.as_ref()?;
    let Param {
        ident,
        docs: written,
        ..
    } = param;
    let documented = if written.is_empty() {
        let doc = format!(" Sets `{}`.", ident.unraw());
        quote!(#[doc = #doc])
    } else {
        quote!(#(#written)*)
    };
    let constraint = docs::constraint(param).map(|doc| quote!(#[doc = ""] #[doc = #doc]));
    let ty = argument(inner, krate);
    let value = conversion(inner, quote!(#ident), krate);
    Some(quote! {
        #documented
        #constraint
        #[inline]
        #[must_use]
        #vis fn #ident(mut self, #ident: #ty) -> Self {
            self.#ident = #private::Option::Some(#value);
            self
        }
    })
}

fn argument(ty: &Type, krate: &TokenStream) -> TokenStream {
    if is_taken_by_value(ty) {
        quote!(#ty)
    } else {
        quote!(impl #krate::__private::Into<#ty>)
    }
}

fn conversion(ty: &Type, value: TokenStream, krate: &TokenStream) -> TokenStream {
    if is_taken_by_value(ty) {
        value
    } else {
        quote!(#krate::__private::Into::into(#value))
    }
}
