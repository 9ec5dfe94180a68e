//! The checked model to tokens, one file per item that comes out.
//!
//! Everything is named by an absolute path. Tokens that can fail to compile for a reason in the
//! definition carry the place of that reason.

mod assertions;
mod builder;
mod definition;
mod direction;
mod docs;
mod method;
mod relation;
mod rule;
mod serde;
mod spans;
mod union;
mod word;

pub(crate) use definition::expand as expand_type;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::model::Method;

/// Everything that the definition produces. For a broken one, only what other code may name.
pub(crate) fn expand(method: &Method) -> TokenStream {
    let mut tokens = TokenStream::new();
    method::expand(method).to_tokens(&mut tokens);
    builder::expand(method).to_tokens(&mut tokens);
    serde::expand(method).to_tokens(&mut tokens);
    if !method.broken {
        let private = &method.krate;
        let private = quote!(#private::__private);
        assertions::expand(method.params(), &private).to_tokens(&mut tokens);
    }
    tokens
}
