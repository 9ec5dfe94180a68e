//! A union: an enum of objects.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::direction::{lazily, received};
use crate::model::{Definition, Discriminator, Shape};

/// The impls of a union, and the expression for its value.
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
    let (lazily, is_received) = (lazily(definition), received(definition));
    let Shape::Union {
        discriminator,
        variants,
        text,
        list,
        unknown,
    } = shape
    else {
        return (quote!(), quote!());
    };
    let discriminator_value = match discriminator {
        Discriminator::Tag(tag) => quote!(#private::Discriminator::Tag(#tag)),
        Discriminator::Fields => quote!(#private::Discriminator::Fields),
        Discriminator::ZeroField(field) => quote!(#private::Discriminator::ZeroField(#field)),
    };
    let infos = variants.iter().map(|variant| {
        let (name, tag, fields) = (&variant.name, &variant.tag, &variant.discriminating_fields);
        let fields = if fields.is_empty() {
            quote!()
        } else {
            quote!(.with_discriminating_fields(&[#(#fields),*]))
        };
        quote!(#private::VariantInfo::new(#name, #tag)#fields)
    });
    let selections = variants.iter().enumerate().map(|(index, variant)| {
        let (index, variant) = (Literal::usize_unsuffixed(index), &variant.ident);
        quote!(#index => Self::#variant(#private::Decode::empty()),)
    });
    let selected = variants.iter().map(|variant| {
        let variant = &variant.ident;
        quote!(Self::#variant(value) => #private::Option::Some(#private::Decode::target(value)),)
    });
    let own = variants.iter().map(|variant| {
        let ident = &variant.ident;
        let value = quote!(#private::Param::value(value));
        match discriminator {
            // The objects of a listed union have their own tags.
            Discriminator::Tag(field) if !definition.is_listed => {
                let tag = &variant.tag;
                quote!(Self::#ident(value) => #private::tagged(#value, &(#field, #tag)),)
            }
            _ => quote!(Self::#ident(value) => #value,),
        }
    });
    let others = [text, list, unknown].into_iter().flatten();
    // An erroneous definition may have variants that are unknown here.
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
    let store = unknown.as_ref().map(|unknown| {
        quote! {
            #lazily
            fn store(&mut self, unknown: #private::Unknown) -> ::core::primitive::bool {
                *self = Self::#unknown(unknown);
                true
            }
        }
    });
    let plain = |variant: &proc_macro2::Ident, plain: TokenStream| {
        quote! {
            #private::Plain::#plain => {
                *self = Self::#variant(#private::Decode::empty());
                if let Self::#variant(value) = self {
                    return #private::Option::Some(#private::Decode::target(value));
                }
            }
        }
    };
    let plains: Vec<_> = text
        .iter()
        .map(|variant| plain(variant, quote!(Text)))
        .chain(list.iter().map(|variant| plain(variant, quote!(List))))
        .collect();
    let select_plain = (!plains.is_empty()).then(|| {
        quote! {
            #lazily
            fn select_plain(&mut self, plain: #private::Plain)
                -> #private::Option<#private::Target<'_>> {
                #[allow(unreachable_patterns)]
                match plain {
                    #(#plains)*
                    _ => {}
                }
                #private::Option::None
            }
        }
    });
    let empty = match (unknown, variants.first()) {
        (Some(unknown), _) => quote!(Self::#unknown(#private::Unknown::empty())),
        (None, Some(first)) => {
            let first = &first.ident;
            quote!(Self::#first(#private::Decode::empty()))
        }
        // Without variants, there is no value; the compiler has reported that.
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
            /// The type's description: its name and variants.
            #vis const INFO: &'static #private::UnionInfo =
                &#private::UnionInfo::new(#name, #discriminator_value, &[#(#infos,)*]);
        }
        #[automatically_derived]
        impl #private::Union for #ident {
            #[inline]
            fn info(&self) -> &'static #private::UnionInfo {
                Self::INFO
            }
            #lazily
            fn select(&mut self, index: ::core::primitive::usize)
                -> #private::Option<#private::Target<'_>> {
                // Assigned in a single place, so that the code that drops the old value exists
                // once.
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
            #store
            #select_plain
        }
        #[automatically_derived]
        impl #private::Decode for #ident {
            #is_received
            #lazily
            fn empty() -> Self {
                #empty
            }
            #[inline]
            fn target(&mut self) -> #private::Target<'_> {
                #private::Target::Union(self)
            }
        }
        #(#conversions)*
    };
    (tokens, value)
}
