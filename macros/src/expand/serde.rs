//! `Serialize` and `Deserialize`, implemented with the shared encoder and decoder.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericParam, Lifetime, Type, WherePredicate, parse_quote};

use super::base::{self, Base};
use crate::model::{self, Field, Method};
use crate::spans::{implementation, skipped, with_lifetime, without_lifetimes};

pub(super) fn expand(method: &Method) -> TokenStream {
    let Method { krate, ident, .. } = method;
    let private = quote!(#krate::__private);
    let (impl_generics, ty_generics, where_clause) = method.generics.split_for_impl();
    let de = Lifetime::new("'__de", proc_macro2::Span::call_site());
    let mut generics = method.generics.clone();
    let borrowed: Vec<_> = generics
        .lifetimes()
        .map(|borrowed| borrowed.lifetime.clone())
        .collect();
    let mut param = syn::LifetimeParam::new(de.clone());
    param.bounds.extend(borrowed);
    let types = Types::of(method);
    if types.borrows_forever() {
        param
            .bounds
            .push(Lifetime::new("'static", proc_macro2::Span::call_site()));
    }
    if !param.bounds.is_empty() {
        param.colon_token = Some(syn::Token![:](proc_macro2::Span::call_site()));
    }
    generics.params.insert(0, GenericParam::Lifetime(param));
    // A struct with a type that can be serialized but not deserialized has the same limitation,
    // which is no mistake.
    if let Some(base) = model::base(&method.fields).filter(|_| !method.broken) {
        let ty = &base.ty;
        let bound = parse_quote!(#ty: #private::OwnedBase<#de>);
        generics.make_where_clause().predicates.push(bound);
    }
    for bound in types.bounds(&quote!(#private::Deserialize<#de>)) {
        generics.make_where_clause().predicates.push(bound);
    }
    let (de_generics, _, de_where_clause) = generics.split_for_impl();
    let body = body(method, &private);
    let serialize = implementation(
        &quote!(impl #impl_generics #private::Serialize for #ident #ty_generics),
        where_clause,
        quote! {
            #[inline]
            fn serialize<__S: #private::Serializer>(&self, __serializer: __S)
                -> #private::Result<__S::Ok, __S::Error> {
                #private::serialize(self, __serializer)
            }
        },
        ident,
    );
    let deserialize = implementation(
        &quote!(impl #de_generics #private::Deserialize<#de> for #ident #ty_generics),
        de_where_clause,
        quote! {
            #[inline]
            fn deserialize<__D: #private::Deserializer<#de>>(__deserializer: __D)
                -> #private::Result<Self, __D::Error> {
                #body
            }
        },
        ident,
    );
    quote!(#serialize #deserialize)
}

/// Types that can certainly be deserialized.
const PLAIN: [&str; 13] = [
    "bool", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128",
];

/// The types of the fields, each once, without the plain ones.
struct Types<'a>(Vec<FieldType<'a>>);

struct FieldType<'a> {
    ty: &'a Type,
    text: String,
    /// The text with `'static` for every lifetime.
    erased: String,
}

impl<'a> Types<'a> {
    fn of(method: &'a Method) -> Self {
        let mut types: Vec<FieldType<'_>> = Vec::new();
        for param in method.params().filter(|_| !method.broken) {
            let ty = param.inner.as_ref().unwrap_or(&param.ty);
            let text = ty.to_token_stream().to_string();
            let known = types.iter().any(|other| other.text == text);
            if !known && !PLAIN.contains(&text.as_str()) {
                let erased = without_lifetimes(ty).to_string();
                types.push(FieldType { ty, text, erased });
            }
        }
        Self(types)
    }

    /// The bounds by which the types must be deserializable. Those on types that differ only in a
    /// lifetime are ambiguous to the compiler: one that holds for every lifetime is used instead.
    /// It never holds for a borrowed text, which needs none.
    fn bounds(&self, deserialize: &TokenStream) -> impl Iterator<Item = WherePredicate> {
        self.0.iter().enumerate().filter_map(move |(place, own)| {
            let ty = own.ty;
            if self.is_alone(own) {
                return Some(parse_quote!(#ty: #deserialize));
            }
            let is_first =
                || self.0.iter().position(|other| other.erased == own.erased) == Some(place);
            if own.is_borrowed_text() || !is_first() {
                return None;
            }
            let ty = with_lifetime(ty, "__any");
            Some(parse_quote!(for<'__any> #ty: #deserialize))
        })
    }

    fn is_alone(&self, own: &FieldType<'_>) -> bool {
        let same = self.0.iter().filter(|other| other.erased == own.erased);
        same.count() == 1
    }

    /// Whether a text is borrowed for `'static` beside one with another lifetime, so that only what
    /// lives as long can be read.
    fn borrows_forever(&self) -> bool {
        let mut types = self.0.iter();
        types.any(|own| own.is_borrowed_text() && own.text == own.erased && !self.is_alone(own))
    }
}

impl FieldType<'_> {
    /// Whether all references are to texts, which can be read from what they borrow from.
    fn is_borrowed_text(&self) -> bool {
        let references = self.erased.matches('&').count();
        references > 0 && references == self.erased.matches("& 'static str").count()
    }
}

fn body(method: &Method, private: &TokenStream) -> TokenStream {
    if method.broken {
        return quote!(#private::broken(__deserializer));
    }
    let base = Base::of_method(&method.fields, &method.krate);
    let mut index = 0;
    let fields = method.fields.iter().map(|field| match field {
        Field::Skipped { ident, ty } => {
            let value = skipped(ty, &method.krate);
            quote!(#ident: #value)
        }
        Field::Param(param) => {
            let (ident, position) = (&param.ident, base::index(index, base));
            index += 1;
            if param.inner.is_some() {
                quote!(#ident: __fields.find(#position))
            } else {
                quote!(#ident: __fields.take(#position)?)
            }
        }
        Field::Base(inner) => {
            let ident = &inner.ident;
            let count = base.map(Base::count);
            quote!(#ident: __fields.base(#count)?)
        }
        // A method has none.
        Field::Rest(_) => quote!(),
    });
    let fields: Vec<_> = fields.collect();
    let own = base.filter(|_| index > 0).map(Base::own);
    let given = quote!(#private::Fields::new(<Self as #private::Method>::INFO, __deserializer)?);
    if index == 0 && base.is_none() {
        return quote!(#private::finish(Self { #(#fields),* }, #given));
    }
    quote! {
        #own
        let mut __fields = #given;
        #private::finish(Self { #(#fields),* }, __fields)
    }
}
