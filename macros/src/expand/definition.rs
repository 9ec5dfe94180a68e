//! The output of `#[telegram_type]`: the description, access to the value for encoding and
//! decoding, and the traits that follow from them.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::builder::{self, Owner};
use super::direction::{lazily, received};
use super::method::{entry, visit};
use super::spans::skipped;
use super::{assertions, relation, surface, union, word};
use crate::model::{Definition, Field, Param, Relation, Shape};

/// Everything that is generated for the definition.
pub(crate) fn expand(definition: &Definition) -> TokenStream {
    let (specific, value, kind) = match &definition.shape {
        Shape::Object {
            fields,
            tag,
            relations,
        } => {
            let tokens = object(definition, fields, tag.as_ref(), relations);
            (tokens, None, quote!(type_check::Object))
        }
        Shape::Union { .. } => {
            let (tokens, value) = union::expand(definition);
            (tokens, Some(value), quote!(type_check::Object))
        }
        Shape::Word {
            words,
            unknown,
            is_complete,
        } => {
            let tokens = word::expand(definition, words, unknown.as_ref(), *is_complete);
            (tokens, None, quote!(type_check::Text))
        }
    };
    let mut tokens = specific;
    shared(definition, value, &kind).to_tokens(&mut tokens);
    tokens
}

/// The traits that every type implements, in addition to those of its shape.
fn shared(definition: &Definition, value: Option<TokenStream>, kind: &TokenStream) -> TokenStream {
    let Definition { krate, ident, .. } = definition;
    let private = quote!(#krate::__private);
    let value = value.unwrap_or_else(|| {
        if let Shape::Word { .. } = definition.shape {
            quote!(#private::Value::Text(self.as_str()))
        } else {
            quote!(#private::Value::Object(self))
        }
    });
    let kinds = if definition.broken {
        surface::kinds(ident, &syn::Generics::default(), &private)
    } else {
        quote! {
            #[automatically_derived]
            impl #private::#kind for #ident {}
        }
    };
    quote! {
        #[automatically_derived]
        impl #private::Param for #ident {
            #[inline]
            fn value(&self) -> #private::Value<'_> {
                #value
            }
        }
        #kinds
        #[automatically_derived]
        impl #private::Serialize for #ident {
            #[inline]
            fn serialize<S: #private::Serializer>(&self, serializer: S)
                -> #private::Result<S::Ok, S::Error> {
                #private::Serialize::serialize(&#private::Param::value(self), serializer)
            }
        }
        #[automatically_derived]
        impl<'de> #private::Deserialize<'de> for #ident {
            #[inline]
            fn deserialize<D: #private::Deserializer<'de>>(deserializer: D)
                -> #private::Result<Self, D::Error> {
                #private::decode(deserializer)
            }
        }
    }
}

#[allow(
    clippy::too_many_lines,
    reason = "one part after the other, as they stand in the output"
)]
fn object(
    definition: &Definition,
    fields: &[Field],
    tag: Option<&(String, String)>,
    relations: &[Relation],
) -> TokenStream {
    let Definition {
        krate,
        ident,
        vis,
        name,
        broken,
        ..
    } = definition;
    let private = quote!(#krate::__private);
    let owner = Owner {
        krate,
        ident,
        vis,
        fields,
        unused: builder::WITHOUT_EFFECT,
    };
    let receiver = Ident::new("self", ident.span());
    let params: Vec<&Param> = if *broken {
        Vec::new()
    } else {
        owner.params().collect()
    };
    let entries = params.iter().map(|param| entry(param, krate));
    let visits = params
        .iter()
        .enumerate()
        .map(|(index, param)| visit(index, param, krate, &receiver));
    let targets = params.iter().enumerate().map(|(index, param)| {
        let (index, ident) = (Literal::usize_unsuffixed(index), &param.ident);
        quote!(#index => #private::Decode::target(&mut self.#ident),)
    });
    let empties = fields.iter().map(|field| match field {
        Field::Skipped { ident, ty } => {
            let value = skipped(ty, krate);
            quote!(#ident: #value)
        }
        Field::Param(param) => {
            let ident = &param.ident;
            // The same as in `Decode`, but faster to compile.
            let empty = if param.inner.is_some() {
                quote!(Option::None)
            } else {
                quote!(Decode::empty())
            };
            quote!(#ident: #private::#empty)
        }
    });
    let tag = tag.map(|(field, value)| quote!(.with_tag(#field, #value)));
    let relations = relation::table(relations, owner.params(), krate);
    let more = quote!(#tag #relations);
    let info = info(name, entries, params.len(), &more, &private);
    let builder = if definition.direction.goes_out() {
        let new = builder::new(owner);
        let setters = owner
            .params()
            .filter_map(|param| builder::setter(owner, param));
        quote!(#new #(#setters)*)
    } else {
        quote!()
    };
    let validate = definition.direction.goes_out().then(|| {
        quote! {
            /// Checks the fields against the rules of the Bot API, including those of inner
            /// objects.
            ///
            /// # Errors
            ///
            /// Lists every violated rule.
            #[inline]
            #vis fn validate(&self) -> #private::Result<(), #private::ValidationError> {
                #private::check(self)
            }
        }
    });
    let (lazily, is_received) = (lazily(definition), received(definition));
    let assertions = (!broken).then(|| assertions::expand(owner.params(), &private));
    let unused = |tokens: TokenStream| if params.is_empty() { quote!(_) } else { tokens };
    let (visit, index) = (unused(quote!(visit)), unused(quote!(index)));
    let target = if params.is_empty() {
        quote!(#private::Option::None)
    } else {
        quote! {
            #private::Option::Some(match index {
                #(#targets)*
                _ => return #private::Option::None,
            })
        }
    };
    quote! {
        #[automatically_derived]
        #[allow(dead_code, clippy::too_many_arguments)]
        impl #ident {
            /// The type's description: its name and fields.
            #vis const INFO: &'static #private::TypeInfo = #info;
            #builder
            #validate
        }
        #[automatically_derived]
        impl #private::Object for #ident {
            #[inline]
            fn info(&self) -> &'static #private::TypeInfo {
                Self::INFO
            }
            #lazily
            fn visit_fields<'__fields>(
                &'__fields #receiver,
                #visit: &mut #private::FieldVisitor<'_, '__fields>,
            ) {
                #(#visits)*
            }
        }
        #[automatically_derived]
        impl #private::ObjectTarget for #ident {
            #lazily
            fn target(&mut self, #index: ::core::primitive::usize)
                -> #private::Option<#private::Target<'_>> {
                #target
            }
        }
        #[automatically_derived]
        impl #private::Decode for #ident {
            #is_received
            const CONTENT: #private::Content = #private::Content::Object(Self::INFO);
            #lazily
            fn empty() -> Self {
                Self { #(#empties),* }
            }
            #[inline]
            fn target(&mut self) -> #private::Target<'_> {
                #private::Target::Object(self, Self::INFO)
            }
        }
        #assertions
    }
}

/// The description. With more than a few fields, it has an index of their names.
fn info(
    name: &str,
    entries: impl Iterator<Item = TokenStream>,
    count: usize,
    more: &TokenStream,
    private: &TokenStream,
) -> TokenStream {
    // Fewer fields are found as fast one by one. The Bot API has no type with more fields than an
    // index can hold.
    if !(5..=200).contains(&count) {
        return quote!(&#private::TypeInfo::new(#name, &[#(#entries,)*])#more);
    }
    let size = Literal::usize_unsuffixed((count * 2).next_power_of_two());
    quote!({
        const FIELDS: &[#private::FieldInfo] = &[#(#entries,)*];
        const INDEX: [::core::primitive::u8; #size] = #private::index(FIELDS);
        &#private::TypeInfo::new(#name, FIELDS).with_index(&INDEX)#more
    })
}
