//! The output of `#[telegram_type]`: the description, access to the value for encoding and
//! decoding, and the traits that follow from them.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use super::ask::{ask, asked};
use super::base::{self, Base};
use super::builder::{self, Owner};
use super::direction::{lazily, received};
use super::method::{entry, visit};
use super::question::Place;
use super::{assertions, description, relation, remote_file, surface, union, uploads, used, word};
use crate::facts;
use crate::model::{Definition, Field, Param, Relation, Shape, rest};
use crate::spans::{associated, implementation, skipped};

/// Everything that is generated for the definition.
pub(crate) fn expand(definition: &Definition) -> TokenStream {
    let (mut tokens, value) = match &definition.shape {
        Shape::Object {
            fields,
            tag,
            relations,
        } => {
            let tokens = object(definition, fields, tag.as_ref(), relations);
            let base = Base::of_type(fields, &definition.krate);
            (tokens, base.map(Base::whole_value))
        }
        Shape::Union { .. } => {
            let (tokens, value) = union::expand(definition);
            (tokens, Some(value))
        }
        Shape::Word {
            words,
            unknown,
            is_complete,
        } => {
            let tokens = word::expand(definition, words, unknown.as_ref(), *is_complete);
            (tokens, None)
        }
    };
    shared(definition, value).to_tokens(&mut tokens);
    tokens
}

/// What the type is in terms of the Bot API.
fn kind(definition: &Definition, private: &TokenStream) -> TokenStream {
    let Definition {
        krate, ident, name, ..
    } = definition;
    if definition.broken {
        return surface::kinds(ident, &syn::Generics::default(), private);
    }
    if let Shape::Word { .. } = definition.shape {
        return quote! {
            #[automatically_derived]
            impl #private::type_check::Text for #ident {}
            #[automatically_derived]
            impl #private::type_check::Declared for #ident {
                type Kind = #private::String;
            }
        };
    }
    let kind = if definition.is_listed && facts::ty(name).is_some() {
        let name = Ident::new(name, Span::call_site());
        quote!(Named<#krate::types::#name>)
    } else {
        quote!(Unlisted)
    };
    quote! {
        #[automatically_derived]
        impl #private::type_check::Declared for #ident {
            type Kind = #private::type_check::#kind;
        }
    }
}

/// The traits that every type implements, in addition to those of its shape.
fn shared(definition: &Definition, value: Option<TokenStream>) -> TokenStream {
    let Definition { krate, ident, .. } = definition;
    let private = quote!(#krate::__private);
    let kind = kind(definition, &private);
    let uploads = uploads::of_type(definition);
    let description = description::of_type(definition);
    let value = value.unwrap_or_else(|| {
        if let Shape::Word { .. } = definition.shape {
            quote!(#private::Value::Text(self.as_str()))
        } else {
            quote!(#private::Value::Object(self))
        }
    });
    let serialize = implementation(
        &quote!(impl #private::Serialize for #ident),
        None,
        quote! {
            #[inline]
            fn serialize<__S: #private::Serializer>(&self, __serializer: __S)
                -> #private::Result<__S::Ok, __S::Error> {
                #private::Serialize::serialize(&#private::Param::value(self), __serializer)
            }
        },
        ident,
    );
    let deserialize = implementation(
        &quote!(impl<'__de> #private::Deserialize<'__de> for #ident),
        None,
        quote! {
            #[inline]
            fn deserialize<__D: #private::Deserializer<'__de>>(__deserializer: __D)
                -> #private::Result<Self, __D::Error> {
                #private::decode(__deserializer)
            }
        },
        ident,
    );
    quote! {
        #[automatically_derived]
        impl #private::Param for #ident {
            #uploads
            #[inline]
            fn value(&self) -> #private::Value<'_> {
                #value
            }
            #description
        }
        #kind
        #serialize
        #deserialize
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
    let params: Vec<&Param> = owner.params().filter(|param| !param.is_broken).collect();
    let entries: Vec<_> = params.iter().map(|param| entry(param, krate)).collect();
    let (base, rest) = (Base::of_type(fields, krate), rest(fields));
    let inherited = base.map(|base| base.visit(&receiver, !params.is_empty()));
    let visits = params.iter().enumerate().map(|(index, param)| {
        let index = base::index(index, base);
        visit(&index, param, Place::Field, krate, &receiver)
    });
    let visited_rest = rest.map(|rest| {
        let function = associated(&rest.ty, krate, "RestField", "visit_rest");
        let ident = &rest.ident;
        quote!(#function(&#receiver.#ident, Self::INFO, __visit);)
    });
    let targets = params.iter().enumerate().map(|(index, param)| {
        let index = Literal::usize_unsuffixed(index);
        let function = if param.inner.is_some() {
            "optional_target"
        } else {
            "field_target"
        };
        let borrow = quote!(&mut);
        let target = ask(
            param,
            Place::Field,
            krate,
            &receiver,
            function,
            &borrow,
            &quote!(),
        );
        quote!(#index => #target,)
    });
    let empties = fields.iter().map(|field| match field {
        Field::Skipped { ident, ty } => {
            let value = skipped(ty, krate);
            quote!(#ident: #value)
        }
        Field::Param(param) => {
            let ident = &param.ident;
            if param.inner.is_some() {
                return quote!(#ident: #private::Option::None);
            }
            let (empty, _) = asked(param, Place::Field, krate, None, "empty_field");
            quote!(#ident: #empty())
        }
        Field::Base(inner) => {
            let ident = &inner.ident;
            // A second base has been reported.
            let empty = base.filter(|_| !inner.is_broken).map_or_else(
                || quote!(#private::type_check::undeclared),
                |base| base.item("empty_base"),
            );
            quote!(#ident: #empty())
        }
        Field::Rest(rest) => {
            let (ident, empty) = (&rest.ident, builder::empty_rest(rest, krate));
            quote!(#ident: #empty)
        }
    });
    let empty = if params.len() < owner.params().count() {
        // Those that are skipped are checked all the same.
        let skipped = fields.iter().filter_map(|field| match field {
            Field::Skipped { ty, .. } => Some(skipped(ty, krate)),
            Field::Param(_) | Field::Base(_) | Field::Rest(_) => None,
        });
        quote!(#(let _ = #skipped;)* #private::type_check::undeclared())
    } else {
        quote!(Self { #(#empties),* })
    };
    let tag = tag.map(|(field, value)| {
        let ignoring_case = facts::tag_ignores_case(name).then(|| quote!(.ignoring_case()));
        quote!(.with_tag(#field, #value)#ignoring_case)
    });
    // Whatever may be received may have members that are still unknown.
    let only_sent = (!definition.direction.comes_in()).then(|| quote!(.only_sent()));
    let table = (!broken).then(|| relation::table(relations, owner.params(), base, krate));
    let stores = rest.map(|_| quote!(.with_rest()));
    let more = quote!(#tag #only_sent #table #stores);
    let info = match base {
        None => info(name, &entries, &more, &private),
        Some(base) => {
            let tables = base.tables(&entries);
            quote!({
                #tables
                const __INDEX: [::core::primitive::u8; #private::index_size(__FIELDS.len())] =
                    #private::index(__FIELDS);
                &#private::TypeInfo::new(#name, __FIELDS).with_index(&__INDEX).with_base(__BASE)#more
            })
        }
    };
    let builder = if definition.direction.goes_out() {
        let new = builder::new(owner);
        let setters = owner
            .params()
            .filter_map(|param| builder::setter(owner, param));
        let formatted = builder::formatted_setters(owner);
        quote!(#new #(#setters)* #(#formatted)*)
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
    let is_built = definition.direction.goes_out() && !broken;
    let used = is_built.then(|| used::expand(owner, &["validate"]));
    let (lazily, is_received) = (lazily(definition), received(definition, base));
    let assertions = assertions::expand(params.iter().copied(), &private);
    let remote_file = remote_file::expand(ident, params.iter().copied(), base, &private);
    let checks = base.filter(|_| !broken).map(|base| {
        let name = definition.is_listed.then_some(name.as_str());
        base.assertions(name, params.iter().copied(), fields, relations)
    });
    let is_empty = params.is_empty() && base.is_none() && rest.is_none();
    let unused = |tokens: TokenStream| if is_empty { quote!(_) } else { tokens };
    let (visit, index) = (unused(quote!(__visit)), unused(quote!(__index)));
    let other = base::other_target(base, rest, krate, &receiver);
    let position = if base.is_some() {
        quote!(__index - __own)
    } else {
        quote!(__index)
    };
    let target = if params.is_empty() {
        quote!(#other #private::Option::None)
    } else {
        quote! {
            #other
            #private::Option::Some(match #position {
                #(#targets)*
                _ => return #private::Option::None,
            })
        }
    };
    quote! {
        #used
        #[automatically_derived]
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
                #inherited
                #(#visits)*
                #visited_rest
            }
        }
        #[automatically_derived]
        impl #private::ObjectTarget for #ident {
            #lazily
            fn target(&mut #receiver, #index: ::core::primitive::usize)
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
                #empty
            }
            #[inline]
            fn target(&mut self) -> #private::Target<'_> {
                #private::Target::Object(self, Self::INFO)
            }
        }
        #remote_file
        #assertions
        #checks
    }
}

/// The description. With more than a few fields, it has an index of their names.
fn info(
    name: &str,
    entries: &[TokenStream],
    more: &TokenStream,
    private: &TokenStream,
) -> TokenStream {
    // Fewer fields are found as fast one by one. The Bot API has no type with more fields than an
    // index can hold.
    if !(5..=200).contains(&entries.len()) {
        return quote!(&#private::TypeInfo::new(#name, &[#(#entries,)*])#more);
    }
    let size = Literal::usize_unsuffixed((entries.len() * 2).next_power_of_two());
    quote!({
        const FIELDS: &[#private::FieldInfo] = &[#(#entries,)*];
        const INDEX: [::core::primitive::u8; #size] = #private::index(FIELDS);
        &#private::TypeInfo::new(#name, FIELDS).with_index(&INDEX)#more
    })
}
