//! A union: an enum of objects.

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::assertions::asked;
use super::conversions;
use super::direction::{lazily, received};
use crate::facts::tag_ignores_case;
use crate::model::{Definition, Discriminator, Shape, Variant};
use crate::spans::{at, places};

/// The impls of a union, and the expression for its value.
pub(super) fn expand(definition: &Definition) -> (TokenStream, TokenStream) {
    let Definition { krate, shape, .. } = definition;
    let private = quote!(#krate::__private);
    let Shape::Union {
        discriminator,
        variants,
        unknown,
        is_complete,
    } = shape
    else {
        return (quote!(), quote!());
    };
    let union = Union {
        definition,
        private,
        discriminator,
        variants,
        unknown: unknown.as_ref(),
        is_complete: *is_complete,
    };
    let parts = [
        union.info(),
        union.union(),
        union.decode(),
        union.assertions(),
        conversions::expand(definition, variants, &union.private),
    ];
    (parts.into_iter().collect(), union.value())
}

/// The item of the trait for what a variant holds.
pub(super) fn content(definition: &Definition, variant: &Variant, item: &str) -> TokenStream {
    let Variant { ty, name, .. } = variant;
    let krate = &definition.krate;
    if variant.is_own {
        return asked(ty, "VariantContent", item, &quote!(#krate::__private));
    }
    let (start, end) = places(ty);
    let krate = at(krate, start);
    let (name, item) = (Ident::new(name, start), Ident::new(item, end));
    let question = quote_spanned! {start=>
        #krate::__private::type_check::ObjectContent<#krate::types::#name>
    };
    let answer = quote_spanned!(end=> ::#item);
    quote_spanned!(start=> <#ty as #question> #answer)
}

struct Union<'a> {
    definition: &'a Definition,
    private: TokenStream,
    discriminator: &'a Discriminator,
    variants: &'a [Variant],
    unknown: Option<&'a (Ident, Type)>,
    is_complete: bool,
}

impl Union<'_> {
    /// An item of the trait for what a variant holds. That of a listed union must hold its object.
    fn content(&self, variant: &Variant, item: &str) -> TokenStream {
        content(self.definition, variant, item)
    }

    /// An item of the trait for what `Unknown` holds.
    fn unknown(&self, ty: &Type, item: &str) -> TokenStream {
        asked(ty, "UnknownVariant", item, &self.private)
    }

    /// The expression for the value to encode.
    fn value(&self) -> TokenStream {
        let private = &self.private;
        let arms = self.variants.iter().map(|variant| {
            let (ident, value) = (&variant.ident, self.content(variant, "value"));
            let value = quote!(#value(__value));
            match self.discriminator {
                Discriminator::Tag(field) if variant.adds_tag => {
                    let tag = &variant.tag;
                    quote!(Self::#ident(__value) => #private::tagged(#value, &(#field, #tag)),)
                }
                _ => quote!(Self::#ident(__value) => #value,),
            }
        });
        let unknown = self.unknown.map(|(ident, ty)| {
            let value = self.unknown(ty, "value");
            quote!(Self::#ident(__value) => #value(__value),)
        });
        let rest = (!self.is_complete).then(|| quote!(_ => #private::Value::Absent,));
        quote! {
            match self { #(#arms)* #unknown #rest }
        }
    }

    /// The constant that describes the union.
    fn info(&self) -> TokenStream {
        let Definition {
            ident, vis, name, ..
        } = self.definition;
        let private = &self.private;
        let discriminator = match self.discriminator {
            Discriminator::Tag(tag) => quote!(Tag(#tag)),
            Discriminator::Fields => quote!(Fields),
            Discriminator::ZeroField(field) => quote!(ZeroField(#field)),
        };
        let (plain, variants): (Vec<_>, Vec<_>) = self
            .variants
            .iter()
            .partition(|variant| variant.is_plain && self.definition.is_listed);
        let variants = variants.into_iter().map(|variant| self.variant(variant));
        let plain: Vec<_> = plain
            .into_iter()
            .map(|variant| self.variant(variant))
            .collect();
        let ignoring_case =
            (self.definition.is_listed && tag_ignores_case(name)).then(|| quote!(.ignoring_case()));
        let plain = (!plain.is_empty()).then(|| quote!(.with_plain(&[#(#plain,)*])));
        quote! {
            #[automatically_derived]
            impl #ident {
                /// The type's description: its name and variants.
                #vis const INFO: &'static #private::UnionInfo = &#private::UnionInfo::new(
                    #name,
                    #private::Discriminator::#discriminator,
                    &[#(#variants,)*],
                )#ignoring_case #plain;
            }
        }
    }

    /// The description of a variant.
    fn variant(&self, variant: &Variant) -> TokenStream {
        let private = &self.private;
        let (name, tag, fields) = (&variant.name, &variant.tag, &variant.discriminating_fields);
        let fields =
            (!fields.is_empty()).then(|| quote!(.with_discriminating_fields(&[#(#fields),*])));
        let holding = self.needs_content(variant).then(|| {
            let content = self.content(variant, "CONTENT");
            quote!(.holding(#content))
        });
        let own_tag = match self.discriminator {
            Discriminator::Tag(field) if variant.is_own && !variant.is_renamed => {
                Some(quote!(.with_own_tag(#field)))
            }
            _ => None,
        };
        let tag = if variant.is_plain { "" } else { tag };
        quote!(#private::VariantInfo::new(#name, #tag) #fields #holding #own_tag)
    }

    /// Whether the variant is selected by what it holds.
    fn needs_content(&self, variant: &Variant) -> bool {
        let is_adopting = || {
            self.variants
                .iter()
                .any(|other| other.is_own && !other.is_plain)
        };
        let by_fields = matches!(self.discriminator, Discriminator::Fields);
        variant.is_own || variant.adds_tag || (by_fields && is_adopting())
    }

    fn union(&self) -> TokenStream {
        let ident = &self.definition.ident;
        let (private, lazily) = (&self.private, lazily(self.definition));
        let empty = self.variants.iter().enumerate().map(|(index, variant)| {
            let (index, ident) = (Literal::usize_unsuffixed(index), &variant.ident);
            let empty = self.content(variant, "empty");
            quote!(#index => Self::#ident(#empty()),)
        });
        let selected = self.variants.iter().map(|variant| {
            let (ident, target) = (&variant.ident, self.content(variant, "target"));
            quote!(Self::#ident(__value) => #private::Option::Some(#target(__value)),)
        });
        let has_others = self.unknown.is_some() || !self.is_complete;
        let others = has_others.then(|| quote!(_ => #private::Option::None,));
        let (index, select) = if self.variants.is_empty() {
            (quote!(_), quote!(#private::Option::None))
        } else {
            let select = quote! {
                // Assigned in a single place, so that the code that drops the old value exists once.
                *self = match __index {
                    #(#empty)*
                    _ => return #private::Option::None,
                };
                match self { #(#selected)* #others }
            };
            (quote!(__index), select)
        };
        let store = self.unknown.map(|(variant, ty)| {
            let of = self.unknown(ty, "of");
            quote! {
                #lazily
                fn store(&mut self, __unknown: #private::Unknown) -> ::core::primitive::bool {
                    *self = Self::#variant(#of(__unknown));
                    true
                }
            }
        });
        quote! {
            #[automatically_derived]
            impl #private::Union for #ident {
                #[inline]
                fn info(&self) -> &'static #private::UnionInfo {
                    Self::INFO
                }
                #lazily
                fn select(&mut self, #index: ::core::primitive::usize)
                    -> #private::Option<#private::Target<'_>> {
                    #select
                }
                #store
            }
        }
    }

    fn decode(&self) -> TokenStream {
        let ident = &self.definition.ident;
        let private = &self.private;
        let (lazily, is_received) = (lazily(self.definition), received(self.definition, None));
        let empty = match (self.unknown, self.variants.first()) {
            (Some((unknown, ty)), _) => {
                let of = self.unknown(ty, "of");
                quote!(Self::#unknown(#of(#private::Unknown::empty())))
            }
            (None, Some(first)) if self.definition.is_listed || self.variants.len() == 1 => {
                let (first, empty) = (&first.ident, self.content(first, "empty"));
                quote!(Self::#first(#empty()))
            }
            (None, Some(_)) => self.first_empty(),
            // Without variants, there is no value; that has been reported.
            (None, None) => quote!(loop {}),
        };
        quote! {
            #[automatically_derived]
            impl #private::Decode for #ident {
                #is_received
                const CONTENT: #private::Content = #private::Content::Union(Self::INFO);
                #lazily
                fn empty() -> Self {
                    #empty
                }
                #[inline]
                fn target(&mut self) -> #private::Target<'_> {
                    #private::Target::Union(self)
                }
            }
        }
    }

    /// An empty value of the first variant that does not need another one.
    fn first_empty(&self) -> TokenStream {
        let (private, ident) = (&self.private, &self.definition.ident);
        let last = self.variants.len().saturating_sub(1);
        let arms = self.variants.iter().enumerate().map(|(index, variant)| {
            let (name, empty) = (&variant.ident, self.content(variant, "empty"));
            let pattern = if index == last {
                quote!(_)
            } else {
                let index = Literal::usize_unsuffixed(index);
                quote!(#index)
            };
            quote!(#pattern => #ident::#name(#empty()),)
        });
        quote! {
            fn __of(__index: ::core::primitive::usize) -> #ident {
                match __index { #(#arms)* }
            }
            #private::empty_union(Self::INFO, __of)
        }
    }

    /// Checks that need the types of the variants.
    fn assertions(&self) -> TokenStream {
        let Definition { ident, broken, .. } = self.definition;
        let checked = self.variants.iter().enumerate();
        let is_checked = |variant: &Variant| variant.is_own || variant.adds_tag;
        let checked = checked.filter(|(_, variant)| is_checked(variant) && !broken);
        checked
            .map(|(index, variant)| {
                let index = Literal::usize_unsuffixed(index);
                let (start, end) = places(&variant.ty);
                let private = at(&self.private, start);
                let mut arguments =
                    Group::new(Delimiter::Parenthesis, quote!(#ident::INFO, #index));
                arguments.set_span(end);
                let check = quote_spanned!(start=> #private::check_variant);
                quote!(const _: () = #check #arguments;)
            })
            .collect()
    }
}
