//! What `#[telegram_type]` produces: the table and the two ways into the value, for reading and for
//! filling it, and the traits that follow from them.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::builder::{self, Owner};
use super::method::{ask, entry};
use super::{assertions, relation, skipped, union, word};
use crate::model::{Definition, Field, Param, Relation, Shape};

/// Everything that the definition produces.
pub(crate) fn expand(definition: &Definition) -> TokenStream {
    let (specific, value, kind) = match &definition.shape {
        Shape::Object {
            fields,
            tag,
            relations,
        } => {
            let tokens = object(definition, fields, tag.as_ref(), relations);
            (tokens, None, quote!(ObjectKind))
        }
        Shape::Union { .. } => {
            let (tokens, value) = union::expand(definition);
            (tokens, Some(value), quote!(ObjectKind))
        }
        Shape::Word { words, unknown } => {
            let tokens = word::expand(definition, words, unknown.as_ref());
            (tokens, None, quote!(TextKind))
        }
    };
    let mut tokens = specific;
    shared(definition, value, &kind).to_tokens(&mut tokens);
    tokens
}

/// The traits that every type has, over those that its shape brings.
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
    quote! {
        #[automatically_derived]
        impl #private::Param for #ident {
            #[inline]
            fn value(&self) -> #private::Value<'_> {
                #value
            }
        }
        #[automatically_derived]
        impl #private::#kind for #ident {}
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
    };
    let receiver = Ident::new("self", ident.span());
    let params: Vec<&Param> = if *broken {
        Vec::new()
    } else {
        owner.params().collect()
    };
    let entries = params.iter().map(|param| entry(param, krate));
    let values = params.iter().enumerate().map(|(index, param)| {
        let index = Literal::usize_unsuffixed(index);
        // A flag is left out when it is false.
        let plain = if param.is_flag && !param.is_required {
            "show_flag"
        } else {
            "show"
        };
        let names = [plain, "show_optional"];
        let shown = ask(param, krate, &receiver, names, &quote!(, #index, show));
        quote!(#shown;)
    });
    let rooms = params.iter().enumerate().map(|(index, param)| {
        let (index, ident) = (Literal::usize_unsuffixed(index), &param.ident);
        quote!(#index => #private::Slot::open(&mut self.#ident),)
    });
    let blanks = fields.iter().map(|field| match field {
        Field::Skipped { ident, ty } => {
            let value = skipped(ty, krate);
            quote!(#ident: #value)
        }
        Field::Param(param) => {
            let ident = &param.ident;
            // What `Slot` says too, but quicker to compile.
            let blank = if param.inner.is_some() {
                quote!(Option::None)
            } else {
                quote!(Slot::blank())
            };
            quote!(#ident: #private::#blank)
        }
    });
    let tag = tag.map(|(field, value)| quote!(.tag(#field, #value)));
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
            /// Checks the fields against the rules of the Bot API, those of objects inside too.
            ///
            /// # Errors
            ///
            /// Every rule that is broken, all at once.
            #[inline]
            #vis fn validate(&self) -> #private::Result<(), #private::Invalid> {
                #private::validate_object(self)
            }
        }
    });
    let lazily = lazily(definition);
    let assertions = (!broken).then(|| assertions::expand(owner.params(), &private));
    let unused = |tokens: TokenStream| if params.is_empty() { quote!(_) } else { tokens };
    let (show, index) = (unused(quote!(show)), unused(quote!(index)));
    let room = if params.is_empty() {
        quote!(#private::Option::None)
    } else {
        quote! {
            #private::Option::Some(match index {
                #(#rooms)*
                _ => return #private::Option::None,
            })
        }
    };
    quote! {
        #[automatically_derived]
        #[allow(dead_code, clippy::too_many_arguments)]
        impl #ident {
            /// What is known of the type: its name and fields.
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
            fn values<'a>(&'a #receiver, #show: &mut #private::Show<'_, 'a>) {
                #(#values)*
            }
            #lazily
            fn open(&mut self, #index: ::core::primitive::usize)
                -> #private::Option<#private::Target<'_>> {
                #room
            }
        }
        #[automatically_derived]
        impl #private::Slot for #ident {
            #lazily
            fn blank() -> Self {
                Self { #(#blanks),* }
            }
            #[inline]
            fn open(&mut self) -> #private::Target<'_> {
                #private::Target::Object(self)
            }
        }
        #assertions
    }
}

/// What the server never sends is compiled in a program that uses it, and not with the catalogue:
/// a bot has few of those types, while updates may hold all others.
pub(super) fn lazily(definition: &Definition) -> Option<TokenStream> {
    (!definition.direction.comes_in()).then(|| quote!(#[inline]))
}

/// The table. With more than a few fields it has an index of their names.
fn info(
    name: &str,
    entries: impl Iterator<Item = TokenStream>,
    count: usize,
    more: &TokenStream,
    private: &TokenStream,
) -> TokenStream {
    // Fewer fields are found as quickly one by one; more than an index can tell apart are not
    // known to the Bot API.
    if !(5..=200).contains(&count) {
        return quote!(&#private::TypeInfo::new(#name, &[#(#entries,)*])#more);
    }
    let size = Literal::usize_unsuffixed((count * 2).next_power_of_two());
    quote!({
        const FIELDS: &[#private::ParamInfo] = &[#(#entries,)*];
        const INDEX: [::core::primitive::u8; #size] = #private::index(FIELDS);
        &#private::TypeInfo::new(#name, FIELDS).index(&INDEX)#more
    })
}
