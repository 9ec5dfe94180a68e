//! A closed set of words: an enum without content.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::direction::lazily;
use crate::model::Definition;

pub(super) fn expand(
    definition: &Definition,
    words: &[(Ident, String)],
    unknown: Option<&Ident>,
) -> TokenStream {
    let Definition {
        krate, ident, vis, ..
    } = definition;
    let private = quote!(#krate::__private);
    let lazily = lazily(definition);
    let (idents, texts): (Vec<_>, Vec<_>) = words.iter().map(|(ident, word)| (ident, word)).unzip();
    let unknown_text = unknown.map(|unknown| quote!(Self::#unknown(word) => word,));
    let unknown_set = if let Some(unknown) = unknown {
        quote!(_ => Self::#unknown(#private::Into::into(word)),)
    } else {
        quote!(_ => return false,)
    };
    let empty = match (unknown, idents.first()) {
        (Some(unknown), _) => quote!(Self::#unknown(#private::Decode::empty())),
        (None, Some(first)) => quote!(Self::#first),
        // Without variants, there is no value; the compiler has reported that.
        (None, None) => quote!(loop {}),
    };
    quote! {
        #[automatically_derived]
        impl #ident {
            /// The word as the Bot API writes it.
            #lazily
            #[must_use]
            #vis fn as_str(&self) -> &::core::primitive::str {
                match self {
                    #(Self::#idents => #texts,)*
                    #unknown_text
                }
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            #lazily
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
        #[automatically_derived]
        impl #private::Word for #ident {
            #lazily
            fn set(&mut self, word: &::core::primitive::str) -> ::core::primitive::bool {
                *self = match word {
                    #(#texts => Self::#idents,)*
                    #unknown_set
                };
                true
            }
            #lazily
            fn words(&self) -> &'static [&'static ::core::primitive::str] {
                &[#(#texts),*]
            }
        }
        #[automatically_derived]
        impl #private::Decode for #ident {
            #lazily
            fn empty() -> Self {
                #empty
            }
            #[inline]
            fn target(&mut self) -> #private::Target<'_> {
                #private::Target::Word(self)
            }
        }
    }
}
