//! Conversions into a union from what its variants hold.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::facts;
use crate::model::{Definition, Variant};
use crate::types;

/// `From` for each type that only one variant holds.
pub(super) fn expand(
    definition: &Definition,
    variants: &[Variant],
    private: &TokenStream,
) -> TokenStream {
    let held: Vec<_> = variants
        .iter()
        .enumerate()
        .filter(|(_, variant)| !variant.is_plain)
        .map(|(index, variant)| {
            (
                index,
                variant,
                variant.content.to_token_stream().to_string(),
            )
        })
        .collect();
    held.iter()
        .map(|(index, variant, text)| {
            let others = || held.iter().filter(|(other, ..)| other != index);
            if others().any(|(.., other)| other == text) {
                return TokenStream::new();
            }
            let unclear: Vec<_> = others()
                .map(|(_, other, _)| *other)
                .filter(|other| can_be_same(variant, other))
                .collect();
            let source = &variant.content;
            if unclear.is_empty() {
                return conversion(
                    definition,
                    variant,
                    private,
                    &quote!(#source),
                    &quote!(__value),
                );
            }
            guarded(definition, *index, variant, &unclear, private)
        })
        .collect()
}

/// Whether the types may be the same although their names differ: one may be an alias.
fn can_be_same(variant: &Variant, other: &Variant) -> bool {
    let is_listed = |variant: &Variant| {
        let name = types::simple_name(&variant.content);
        name.is_some_and(|name| facts::ty(&name).is_some())
    };
    variant.is_own && !(is_listed(variant) && is_listed(other))
}

fn conversion(
    definition: &Definition,
    variant: &Variant,
    private: &TokenStream,
    source: &TokenStream,
    content: &TokenStream,
) -> TokenStream {
    let (ident, name, ty) = (&definition.ident, &variant.ident, &variant.ty);
    let is_boxed = types::boxed(ty).is_some();
    let content = if is_boxed {
        quote!(#private::Box::new(#content))
    } else {
        content.clone()
    };
    quote! {
        #[automatically_derived]
        impl #private::From<#source> for #ident {
            #[inline]
            fn from(__value: #source) -> Self {
                Self::#name(#content)
            }
        }
    }
}

/// A conversion that exists unless another variant holds the same type, which only the compiler
/// knows.
fn guarded(
    definition: &Definition,
    index: usize,
    variant: &Variant,
    others: &[&Variant],
    private: &TokenStream,
) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let (ident, content) = (&definition.ident, &variant.content);
    let others: Vec<_> = others.iter().map(|other| &other.content).collect();
    let source = quote!(<__Held as #private::Source<#ident, __Others, #content>>);
    let conversion = conversion(
        definition,
        variant,
        private,
        &quote!(__Source),
        &quote!(#source::content(__value)),
    );
    quote! {
        const _: () = {
            const __IS_REPEATED: ::core::primitive::bool = {
                use #private::Differ as _;
                #private::Same::<(), [(); 0]>::IS #(|| #private::Same::<#content, #others>::IS)*
            };
            type __Held = #private::Held<{ __IS_REPEATED }, #index>;
            type __Others = (#(#others,)*);
            type __Source = #source::Type;
            #conversion
        };
    }
}
