//! A closed set of words: an enum without content.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Type;

use super::assertions::asked;
use super::direction::lazily;
use crate::facts::ignores_case;
use crate::model::Definition;
use crate::spans::implementation;

pub(super) fn expand(
    definition: &Definition,
    words: &[(Ident, String)],
    unknown: Option<&(Ident, Type)>,
    is_complete: bool,
) -> TokenStream {
    let Definition {
        krate, ident, vis, ..
    } = definition;
    let private = quote!(#krate::__private);
    let lazily = lazily(definition);
    let (idents, texts): (Vec<_>, Vec<_>) = words.iter().map(|(ident, word)| (ident, word)).unzip();
    let of_unknown = |item: &str| {
        let (variant, ty) = unknown?;
        Some((variant, asked(ty, "UnknownWord", item, &private)))
    };
    let unknown_text =
        of_unknown("text").map(|(variant, text)| quote!(Self::#variant(__word) => #text(__word),));
    let rest = (!is_complete).then(|| quote!(_ => "",));
    // After a mistake, a word may be used twice.
    let is_first = |(index, (_, text)): &(usize, &(Ident, String))| {
        !words
            .iter()
            .take(*index)
            .any(|(_, earlier)| earlier == text)
    };
    let set = words.iter().enumerate().filter(is_first);
    let set = set.map(|(_, (ident, text))| quote!(#text => Self::#ident,));
    let unknown_set = if let Some((variant, of)) = of_unknown("of") {
        quote!(_ => Self::#variant(#of(__word)),)
    } else {
        quote!(_ => return false,)
    };
    let (word, set) = if words.is_empty() && unknown.is_none() {
        (quote!(_), quote!(false))
    } else {
        let known = if definition.is_listed && ignores_case(&definition.name) {
            quote!(#private::ignoring_case(&[#(#texts),*], __word))
        } else {
            quote!(__word)
        };
        let set = quote! {
            *self = match #known {
                #(#set)*
                #unknown_set
            };
            true
        };
        (quote!(__word), set)
    };
    let empty = match (of_unknown("of"), idents.first()) {
        (Some((variant, of)), _) => quote!(Self::#variant(#of(""))),
        (None, Some(first)) => quote!(Self::#first),
        // Without variants, there is no value; that has been reported.
        (None, None) => quote!(loop {}),
    };
    let display = implementation(
        &quote!(impl ::core::fmt::Display for #ident),
        None,
        quote! {
            #lazily
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __f.write_str(self.as_str())
            }
        },
        ident,
    );
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
                    #rest
                }
            }
        }
        #display
        #[automatically_derived]
        impl #private::Word for #ident {
            #lazily
            fn set(&mut self, #word: &::core::primitive::str) -> ::core::primitive::bool {
                #set
            }
            #lazily
            fn words(&self) -> &'static [&'static ::core::primitive::str] {
                &[#(#texts),*]
            }
        }
        #[automatically_derived]
        impl #private::Decode for #ident {
            const CONTENT: #private::Content = #private::Content::Text;
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
