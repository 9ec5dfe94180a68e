//! Conversions into a union from what its variants hold.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::facts;
use crate::model::{Definition, Variant};
use crate::spans::implementation;
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
            conversion(definition, *index, variant, &unclear, private)
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

/// The conversion into a variant. If another one may hold the same type, which only the compiler
/// knows, it does not exist in that case.
fn conversion(
    definition: &Definition,
    index: usize,
    variant: &Variant,
    others: &[&Variant],
    private: &TokenStream,
) -> TokenStream {
    let (ident, name, content) = (&definition.ident, &variant.ident, &variant.content);
    let (source, value, guard) = if others.is_empty() {
        (quote!(__Content), quote!(__value), quote!())
    } else {
        let guard = guard(ident, index, others, private);
        let value =
            quote!(<__Held as #private::Source<#ident, __Others, __Content>>::content(__value));
        (quote!(__Source), value, guard)
    };
    let value = if types::boxed(&variant.ty).is_some() {
        quote!(#private::Box::new(#value))
    } else {
        value
    };
    let implementation = implementation(
        &quote!(impl #private::From<#source> for #ident),
        None,
        quote! {
            #[inline]
            fn from(__value: #source) -> Self {
                Self::#name(#value)
            }
        },
        name,
    );
    // For a type that does not exist, the compiler reports the same as in the enum.
    quote! {
        const _: () = {
            type __Content = #content;
            #guard
            #implementation
        };
    }
}

/// The source of a conversion: what the variant holds, or a type without values.
fn guard(ident: &Ident, index: usize, others: &[&Variant], private: &TokenStream) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let others: Vec<_> = others.iter().map(|other| &other.content).collect();
    quote! {
        const __IS_REPEATED: ::core::primitive::bool = {
            use #private::Differ as _;
            #private::Same::<(), [(); 0]>::IS #(|| #private::Same::<__Content, #others>::IS)*
        };
        type __Held = #private::Held<{ __IS_REPEATED }, #index>;
        type __Others = (#(#others,)*);
        type __Source = <__Held as #private::Source<#ident, __Others, __Content>>::Type;
    }
}
