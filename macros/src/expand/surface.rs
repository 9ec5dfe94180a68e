//! What is generated for an erroneous definition of a form that nothing else can be generated for:
//! with fields without names, with type parameters, or on the wrong kind of item. Other code can
//! use it in every way without further errors. The bodies never run.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, GenericParam, Generics, Lifetime, LifetimeParam, Type};

use super::builder::argument;
use crate::model::Method;
use crate::types::option;

/// The surface of a method. `method` is what is known of it without its fields.
pub(crate) fn method(item: &DeriveInput, method: &Method) -> TokenStream {
    let surface = Surface::new(item, &method.krate);
    let Surface {
        private,
        vis,
        ident,
        ..
    } = &surface;
    let (response, name) = (&method.response, &method.name);
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let send = quote! {
        #[allow(missing_docs, dead_code)]
        #vis fn send(&self, _: &#private::Bot) -> #private::Call<<Self as #private::Method>::Response> {
            loop {}
        }
    };
    let inherent = surface.inherent(&send);
    let serde = surface.serde();
    quote! {
        #[automatically_derived]
        impl #impl_generics #private::Method for #ident #ty_generics #where_clause {
            type Response = #response;
            const INFO: &'static #private::MethodInfo = &#private::MethodInfo::new(#name, &[]);
            fn visit_fields<'__fields>(
                &'__fields self,
                _: &mut #private::FieldVisitor<'_, '__fields>,
            ) {
            }
        }
        #inherent
        #serde
    }
}

/// The surface of a type. `is_sent` says whether bots create values of it.
pub(crate) fn ty(item: &DeriveInput, krate: &TokenStream, is_sent: bool) -> TokenStream {
    let surface = Surface::new(item, krate);
    let Surface {
        private,
        vis,
        ident,
        ..
    } = &surface;
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let info = match &item.data {
        Data::Enum(_) => quote! {
            &#private::UnionInfo::new("", #private::Discriminator::Fields, &[])
        },
        Data::Struct(_) | Data::Union(_) => quote!(&#private::TypeInfo::new("", &[])),
    };
    let info_type = match &item.data {
        Data::Enum(_) => quote!(UnionInfo),
        Data::Struct(_) | Data::Union(_) => quote!(TypeInfo),
    };
    let info = quote! {
        #[allow(missing_docs, dead_code)]
        #vis const INFO: &'static #private::#info_type = #info;
    };
    let inherent = if is_sent {
        surface.inherent(&info)
    } else {
        quote!(impl #impl_generics #ident #ty_generics #where_clause { #info })
    };
    let words = surface.words();
    let (serde, kinds) = (surface.serde(), kinds(ident, &item.generics, private));
    quote! {
        #inherent
        #[automatically_derived]
        impl #impl_generics #private::Param for #ident #ty_generics #where_clause {
            fn value(&self) -> #private::Value<'_> {
                loop {}
            }
        }
        #[automatically_derived]
        impl #impl_generics #private::Decode for #ident #ty_generics #where_clause {
            fn empty() -> Self {
                loop {}
            }
            fn target(&mut self) -> #private::Target<'_> {
                loop {}
            }
        }
        #words
        #kinds
        #serde
    }
}

/// States that the type is whatever a field can be, as after a mistake nobody knows.
pub(super) fn kinds(ident: &Ident, generics: &Generics, private: &TokenStream) -> TokenStream {
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #private::type_check::Declared for #ident #ty_generics #where_clause {
            type Kind = #private::type_check::Any;
        }
        #[automatically_derived]
        impl #impl_generics #private::type_check::Text for #ident #ty_generics #where_clause {}
    }
}

struct Surface<'a> {
    item: &'a DeriveInput,
    ident: &'a Ident,
    vis: &'a syn::Visibility,
    krate: &'a TokenStream,
    private: TokenStream,
}

impl<'a> Surface<'a> {
    fn new(item: &'a DeriveInput, krate: &'a TokenStream) -> Self {
        Self {
            item,
            ident: &item.ident,
            vis: &item.vis,
            krate,
            private: quote!(#krate::__private),
        }
    }

    /// `new`, the setters, `validate` and others.
    fn inherent(&self, others: &TokenStream) -> TokenStream {
        let Self {
            item,
            ident,
            vis,
            private,
            ..
        } = self;
        let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
        let required = self.fields().filter(|(_, ty)| option(ty).is_none());
        let arguments = required.map(|(name, ty)| {
            let ty = self.argument(ty);
            quote!(#name: #ty)
        });
        let optional = self
            .fields()
            .filter_map(|(name, ty)| Some((name, option(ty)?)));
        let is_named = |name: &Ident| !name.unraw().to_string().starts_with("__");
        let setters = optional
            .filter(|(name, _)| is_named(name))
            .map(|(name, ty)| {
                let ty = self.argument(ty);
                quote!(#vis fn #name(self, #name: #ty) -> Self { loop {} })
            });
        quote! {
            #[automatically_derived]
            #[allow(missing_docs, dead_code, unused_variables)]
            impl #impl_generics #ident #ty_generics #where_clause {
                #vis fn new(#(#arguments),*) -> Self {
                    loop {}
                }
                #(#setters)*
                #vis fn validate(&self) -> #private::Result<(), #private::ValidationError> {
                    loop {}
                }
                #others
            }
        }
    }

    /// The text of a set of words, which has no content but that of `Unknown`.
    fn words(&self) -> Option<TokenStream> {
        let Self {
            item, ident, vis, ..
        } = self;
        let Data::Enum(data) = &item.data else {
            return None;
        };
        let mut variants = data.variants.iter();
        let is_word =
            |variant: &syn::Variant| variant.fields.is_empty() || variant.ident == "Unknown";
        variants.all(is_word).then_some(())?;
        let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
        Some(quote! {
            #[automatically_derived]
            #[allow(missing_docs, dead_code)]
            impl #impl_generics #ident #ty_generics #where_clause {
                #vis fn as_str(&self) -> &::core::primitive::str {
                    loop {}
                }
            }
            #[automatically_derived]
            impl #impl_generics ::core::fmt::Display for #ident #ty_generics #where_clause {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    loop {}
                }
            }
        })
    }

    /// The fields, with names for those that have none.
    fn fields(&self) -> impl Iterator<Item = (Ident, &'a Type)> {
        let fields = match &self.item.data {
            Data::Struct(data) => Some(&data.fields),
            Data::Enum(_) | Data::Union(_) => None,
        };
        let fields = fields.into_iter().flat_map(Fields::iter).enumerate();
        fields.map(|(index, field)| {
            let name = field.ident.clone();
            (
                name.unwrap_or_else(|| format_ident!("__{index}")),
                &field.ty,
            )
        })
    }

    /// The type of an argument. Conversions to a type parameter could not be inferred.
    fn argument(&self, ty: &Type) -> TokenStream {
        if self.item.generics.type_params().next().is_some() {
            quote!(#ty)
        } else {
            argument(ty, self.krate)
        }
    }

    fn serde(&self) -> TokenStream {
        let Self {
            item,
            ident,
            private,
            ..
        } = self;
        let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
        let generics = with_lifetime(&item.generics);
        let (de_generics, ..) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #impl_generics #private::Serialize for #ident #ty_generics #where_clause {
                fn serialize<__S: #private::Serializer>(&self, _: __S)
                    -> #private::Result<__S::Ok, __S::Error> {
                    loop {}
                }
            }
            #[automatically_derived]
            impl #de_generics #private::Deserialize<'__de> for #ident #ty_generics #where_clause {
                fn deserialize<__D: #private::Deserializer<'__de>>(_: __D)
                    -> #private::Result<Self, __D::Error> {
                    loop {}
                }
            }
        }
    }
}

/// The generics with the lifetime of what is deserialized.
fn with_lifetime(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let lifetime = Lifetime::new("'__de", Span::call_site());
    let parameter = GenericParam::Lifetime(LifetimeParam::new(lifetime));
    generics.params.insert(0, parameter);
    generics
}
