//! Expands the checked model to tokens. Here: one file per generated item. Not here: checks
//! (`check`).
//!
//! All paths are absolute. Tokens that may fail to compile because of the definition have the span
//! of the cause.

mod ask;
mod assertions;
mod base;
mod builder;
mod conversions;
mod definition;
mod description;
mod direction;
mod docs;
mod formatted;
mod listed;
mod members;
mod method;
mod question;
mod quiet;
mod relation;
mod remote_file;
mod result;
mod rule;
mod serde;
mod surface;
mod union;
mod uploads;
mod used;
mod word;

pub(crate) use definition::expand as expand_type;
pub(crate) use listed::expand as expand_listed;
pub(crate) use members::expand as expand_members;
pub(crate) use quiet::quiet;
pub(crate) use surface::{method as method_surface, ty as type_surface};

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use self::base::Base;
use self::builder::Owner;
use crate::model::Method;

/// Everything that is generated for the definition. For an erroneous one, only what other code may
/// refer to.
pub(crate) fn expand(method: &Method) -> TokenStream {
    let mut tokens = TokenStream::new();
    method::expand(method).to_tokens(&mut tokens);
    builder::expand(method).to_tokens(&mut tokens);
    if !method.broken {
        used::expand(Owner::of(method), &["validate", "send"]).to_tokens(&mut tokens);
    }
    serde::expand(method).to_tokens(&mut tokens);
    let private = &method.krate;
    let private = quote!(#private::__private);
    let sound = || method.params().filter(|param| !param.is_broken);
    assertions::expand(sound(), &private).to_tokens(&mut tokens);
    if let (Some(base), false) = (
        Base::of_method(&method.fields, &method.krate),
        method.broken,
    ) {
        let name = method.listed.then_some(method.name.as_str());
        base.assertions(name, sound(), &method.fields, &method.relations)
            .to_tokens(&mut tokens);
    }
    if let Some(returns) = &method.returns {
        result::expand(returns, &method.name, &method.krate).to_tokens(&mut tokens);
    }
    tokens
}
