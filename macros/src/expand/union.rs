//! A union: an enum of objects.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::definition::lazily;
use crate::model::{Definition, Discriminator as Distinction, Shape};

/// The impls of a union, and the expression that views its value.
#[allow(
    clippy::too_many_lines,
    reason = "one part after the other, as they stand in the output"
)]
pub(super) fn expand(definition: &Definition) -> (TokenStream, TokenStream) {
    let Definition {
        krate,
        ident,
        vis,
        name,
        shape,
        ..
    } = definition;
    let private = quote!(#krate::__private);
    let lazily = lazily(definition);
    let Shape::Union {
        discriminator: distinction,
        variants,
        text,
        list,
        unknown,
    } = shape
    else {
        return (quote!(), quote!());
    };
    let told = match distinction {
        Distinction::Tag(tag) => quote!(#private::Distinction::Tag(#tag)),
        Distinction::Fields => quote!(#private::Distinction::Fields),
        Distinction::ZeroField(field) => quote!(#private::Distinction::Zero(#field)),
    };
    let infos = variants.iter().map(|variant| {
        let (name, tag, telling) = (&variant.name, &variant.tag, &variant.discriminating_fields);
        let telling = if telling.is_empty() {
            quote!()
        } else {
            quote!(.telling(&[#(#telling),*]))
        };
        quote!(#private::VariantInfo::new(#name, #tag)#telling)
    });
    let selections = variants.iter().enumerate().map(|(index, variant)| {
        let (index, variant) = (Literal::usize_unsuffixed(index), &variant.ident);
        quote!(#index => Self::#variant(#private::Slot::blank()),)
    });
    let selected = variants.iter().map(|variant| {
        let variant = &variant.ident;
        quote!(Self::#variant(value) => #private::Option::Some(#private::Slot::open(value)),)
    });
    let own = variants.iter().map(|variant| {
        let ident = &variant.ident;
        let value = quote!(#private::Param::value(value));
        match distinction {
            // The objects of a listed union bring their own tags.
            Distinction::Tag(field) if !definition.is_listed => {
                let tag = &variant.tag;
                quote!(Self::#ident(value) => #private::tagged(#value, &(#field, #tag)),)
            }
            _ => quote!(Self::#ident(value) => #value,),
        }
    });
    let others = [text, list, unknown].into_iter().flatten();
    // A broken definition may have variants that are not known here.
    let rest = definition
        .broken
        .then(|| quote!(_ => #private::Value::Absent,));
    let value = quote! {
        match self {
            #(#own)*
            #(Self::#others(value) => #private::Param::value(value),)*
            #rest
        }
    };
    let keep = unknown.as_ref().map(|unknown| {
        quote! {
            #lazily
            fn keep(&mut self, unknown: #private::Unknown) -> ::core::primitive::bool {
                *self = Self::#unknown(unknown);
                true
            }
        }
    });
    let bare = |variant: &proc_macro2::Ident, bare: TokenStream| {
        quote! {
            #private::Bare::#bare => {
                *self = Self::#variant(#private::Slot::blank());
                if let Self::#variant(value) = self {
                    return #private::Option::Some(#private::Slot::open(value));
                }
            }
        }
    };
    let bares: Vec<_> = text
        .iter()
        .map(|variant| bare(variant, quote!(Text)))
        .chain(list.iter().map(|variant| bare(variant, quote!(List))))
        .collect();
    let open_bare = (!bares.is_empty()).then(|| {
        quote! {
            #lazily
            fn open_bare(&mut self, bare: #private::Bare)
                -> #private::Option<#private::Target<'_>> {
                #[allow(unreachable_patterns)]
                match bare {
                    #(#bares)*
                    _ => {}
                }
                #private::Option::None
            }
        }
    });
    let blank = match (unknown, variants.first()) {
        (Some(unknown), _) => quote!(Self::#unknown(#private::Unknown::blank())),
        (None, Some(first)) => {
            let first = &first.ident;
            quote!(Self::#first(#private::Slot::blank()))
        }
        // Without a variant there is no value either; the compiler has said so.
        (None, None) => quote!(loop {}),
    };
    let conversions = variants.iter().map(|variant| {
        let (name, content) = (&variant.ident, &variant.content);
        let is_boxed = quote!(#content).to_string() != {
            let ty = &variant.ty;
            quote!(#ty).to_string()
        };
        let value = if is_boxed {
            quote!(#private::Box::new(value))
        } else {
            quote!(value)
        };
        quote! {
            #[automatically_derived]
            impl #private::From<#content> for #ident {
                #[inline]
                fn from(value: #content) -> Self {
                    Self::#name(#value)
                }
            }
        }
    });
    let tokens = quote! {
        #[automatically_derived]
        impl #ident {
            /// What is known of the union: its name and variants.
            #vis const INFO: &'static #private::UnionInfo = &#private::UnionInfo {
                name: #name,
                distinction: #told,
                variants: &[#(#infos,)*],
            };
        }
        #[automatically_derived]
        impl #private::Union for #ident {
            #[inline]
            fn info(&self) -> &'static #private::UnionInfo {
                Self::INFO
            }
            #[inline]
            fn value(&self) -> #private::Value<'_> {
                #private::Param::value(self)
            }
            #lazily
            fn select(&mut self, index: ::core::primitive::usize)
                -> #private::Option<#private::Target<'_>> {
                // Assigned in one place, so that what drops the old value is there once.
                *self = match index {
                    #(#selections)*
                    _ => return #private::Option::None,
                };
                #[allow(unreachable_patterns)]
                match self {
                    #(#selected)*
                    _ => #private::Option::None,
                }
            }
            #keep
            #open_bare
        }
        #[automatically_derived]
        impl #private::Slot for #ident {
            #lazily
            fn blank() -> Self {
                #blank
            }
            #[inline]
            fn open(&mut self) -> #private::Target<'_> {
                #private::Target::Union(self)
            }
        }
        #(#conversions)*
    };
    (tokens, value)
}
