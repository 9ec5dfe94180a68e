//! The inherent functions: `new`, a setter per optional parameter, `validate` and `send`.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Type, Visibility};

use super::ask::asked;
use super::docs;
use super::formatted;
use super::question::Place;
use crate::model::{Field, Inner, Method, Param};
use crate::spans::{associated, at, places, skipped};
use crate::types::{boxed, is_taken_by_value};

pub(super) fn expand(method: &Method) -> TokenStream {
    let Method {
        krate, ident, vis, ..
    } = method;
    let private = quote!(#krate::__private);
    let (impl_generics, ty_generics, where_clause) = method.generics.split_for_impl();
    let owner = Owner::of(method);
    let new = new(owner);
    let setters = owner.params().filter_map(|param| setter(owner, param));
    let formatted = formatted_setters(owner);
    let doc = docs::send(&method.name, method.listed, &method.response);
    let response = response(method);
    let (validate, send) = (named("validate", ident), named("send", ident));
    let bot = named("__bot", ident);
    let parameter = at(&quote!(#bot: &#private::Bot), ident.span());
    quote! {
        #[automatically_derived]
        impl #impl_generics #ident #ty_generics #where_clause {
            #new
            #(#setters)*
            #(#formatted)*
            /// Checks the parameters against the rules of the Bot API. Nothing is sent.
            ///
            /// # Errors
            ///
            /// Lists every violated rule.
            #[inline]
            #vis fn #validate(&self) -> #private::Result<(), #private::ValidationError> {
                #private::Method::validate(self)
            }
            #[doc = #doc]
            #[inline]
            #vis fn #send(&self, #parameter) -> #private::Call<#response> {
                #private::send(#bot, self)
            }
        }
    }
}

/// The result type in the signature of `send`, which editors display. A type that the definition
/// declares may be private, of which the compiler would warn here.
fn response(method: &Method) -> TokenStream {
    if method.says_response {
        let krate = &method.krate;
        quote!(<Self as #krate::__private::Method>::Response)
    } else {
        method.response.clone()
    }
}

/// The message for an unused request.
const UNSENT: &str = "a request does nothing until it is sent";

/// The message for an unused value of a type.
pub(super) const WITHOUT_EFFECT: &str = "this creates a value and has no effect by itself";

/// The name of a function, at the span of the struct's name, from which it is derived for readers.
fn named(name: &str, owner: &Ident) -> Ident {
    Ident::new(name, owner.span())
}

/// The struct that functions are generated for.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    pub(super) krate: &'a TokenStream,
    pub(super) ident: &'a Ident,
    pub(super) vis: &'a Visibility,
    pub(super) fields: &'a [Field],
    /// The message for an unused value.
    pub(super) unused: &'static str,
}

impl<'a> Owner<'a> {
    pub(super) fn of(method: &'a Method) -> Self {
        Self {
            krate: &method.krate,
            ident: &method.ident,
            vis: &method.vis,
            fields: &method.fields,
            unused: UNSENT,
        }
    }

    pub(super) fn params(self) -> impl Iterator<Item = &'a Param> {
        self.fields.iter().filter_map(|field| match field {
            Field::Param(param) => Some(&**param),
            Field::Skipped { .. } | Field::Base(_) | Field::Rest(_) => None,
        })
    }

    /// The parameters of `new`: the names and types of what is required.
    pub(super) fn required(self) -> impl Iterator<Item = (&'a Ident, &'a Type)> {
        self.fields.iter().filter_map(|field| match field {
            Field::Param(param) if param.is_required && !param.is_flag => {
                Some((&param.ident, &param.ty))
            }
            Field::Base(base) => Some((&base.ident, &base.ty)),
            Field::Param(_) | Field::Skipped { .. } | Field::Rest(_) => None,
        })
    }
}

pub(super) fn new(owner: Owner<'_>) -> TokenStream {
    let Owner {
        krate,
        ident,
        vis,
        fields,
        unused,
    } = owner;
    let private = quote!(#krate::__private);
    let arguments = owner.required().map(|(ident, ty)| {
        let ty = argument(ty, krate);
        quote!(#ident: #ty)
    });
    let values = fields.iter().map(|field| match field {
        Field::Skipped { ident, ty } => {
            let value = skipped(ty, krate);
            quote!(#ident: #value)
        }
        Field::Param(param) => {
            let ident = &param.ident;
            if param.inner.is_some() {
                return quote!(#ident: #private::Option::None);
            }
            if param.is_flag {
                let value = flag(param, krate);
                return quote!(#ident: #value);
            }
            let value = conversion(&param.ty, quote!(#ident), krate);
            quote!(#ident: #value)
        }
        Field::Base(base) => {
            let ident = &base.ident;
            let value = conversion(&base.ty, quote!(#ident), krate);
            quote!(#ident: #value)
        }
        Field::Rest(rest) => {
            let (ident, empty) = (&rest.ident, empty_rest(rest, krate));
            quote!(#ident: #empty)
        }
    });
    let names = owner.required().map(|(ident, _)| ident.unraw().to_string());
    let names: Vec<_> = names.collect();
    let doc = docs::new(ident, &names);
    let new = named("new", ident);
    // Where the lint is forbidden, its `allow` is an error, so it is rare.
    let is_long = names.len() > 7;
    let allow = is_long.then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        #[doc = #doc]
        #[inline]
        #allow
        #[must_use = #unused]
        #vis fn #new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

/// The value of a storage without unknown members.
pub(super) fn empty_rest(rest: &Inner, krate: &TokenStream) -> TokenStream {
    if rest.is_broken {
        return quote!(#krate::__private::type_check::undeclared());
    }
    let empty = associated(&rest.ty, krate, "RestField", "empty_rest");
    quote!(#empty())
}

/// The value of a flag that nobody sets: `true` if it is required. The type need not be `bool`
/// itself, and one that holds no Boolean has been reported by its question.
fn flag(param: &Param, krate: &TokenStream) -> TokenStream {
    let private = quote!(#krate::__private);
    if param.is_broken {
        return quote!(#private::type_check::undeclared());
    }
    let (empty, _) = asked(param, Place::Field, krate, None, "empty_field");
    if !param.is_required {
        return quote!(#empty());
    }
    let (target, _) = asked(param, Place::Field, krate, None, "field_target");
    quote!(#private::type_check::raised(#empty, #target))
}

/// The functions other than setters.
const GENERATED: [&str; 3] = ["new", "send", "validate"];

/// The type that the setter of a parameter takes, if it has a setter.
pub(super) fn set_type(param: &Param) -> Option<&Type> {
    // Such a field has been reported; a second function of its name would cause a second error.
    if GENERATED.iter().any(|name| param.ident == name) {
        return None;
    }
    let is_flag = param.is_flag && !param.is_required;
    param.inner.as_ref().or(is_flag.then_some(&param.ty))
}

pub(super) fn setter(owner: Owner<'_>, param: &Param) -> Option<TokenStream> {
    let Owner {
        krate, vis, unused, ..
    } = owner;
    let private = quote!(#krate::__private);
    let inner = set_type(param)?;
    let is_flag = param.inner.is_none();
    let Param {
        ident,
        docs: written,
        deprecated,
        ..
    } = param;
    let documented = if written.is_empty() {
        let doc = format!(" Sets `{}`.", ident.unraw());
        quote!(#[doc = #doc])
    } else {
        quote!(#(#written)*)
    };
    let notes = docs::setter(param).map(|doc| quote!(#[doc = ""] #[doc = #doc]));
    let ty = argument(inner, krate);
    let value = conversion(inner, quote!(#ident), krate);
    let value = if is_flag {
        value
    } else {
        quote!(#private::Option::Some(#value))
    };
    Some(quote! {
        #documented
        #notes
        #deprecated
        #[inline]
        #[must_use = #unused]
        #vis fn #ident(mut self, #ident: #ty) -> Self {
            self.#ident = #value;
            self
        }
    })
}

/// The functions that set a text and its entities.
pub(super) fn formatted_setters(owner: Owner<'_>) -> impl Iterator<Item = TokenStream> {
    let Owner {
        krate, vis, unused, ..
    } = owner;
    formatted::pairs(owner.fields).map(move |pair| formatted::expand(pair, krate, vis, unused))
}

pub(super) fn argument(ty: &Type, krate: &TokenStream) -> TokenStream {
    if let Some(content) = boxed(ty) {
        return argument(content, krate);
    }
    if is_taken_by_value(ty) {
        quote!(#ty)
    } else {
        let (start, end) = places(ty);
        let krate = at(krate, start);
        let close = quote_spanned!(end=> >);
        quote_spanned!(start=> impl #krate::__private::Into<#ty #close)
    }
}

/// Converts the parameter of a function to the value of a field.
fn conversion(ty: &Type, value: TokenStream, krate: &TokenStream) -> TokenStream {
    if let Some(content) = boxed(ty) {
        let value = conversion(content, value, krate);
        return quote!(#krate::__private::Box::new(#value));
    }
    if is_taken_by_value(ty) {
        value
    } else {
        quote!(#krate::__private::Into::into(#value))
    }
}
