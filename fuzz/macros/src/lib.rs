//! The macros of telegrammar, as functions of tokens. A crate of procedural macros can only be called by
//! the compiler, so its modules are compiled here once more.
#![allow(
    dead_code,
    unused_imports,
    reason = "the crate of the macros and its tests use more of it"
)]

// Named by the modules, as in a crate of procedural macros.
extern crate proc_macro;

#[path = "../../../macros/src/check/mod.rs"]
mod check;
#[path = "../../../macros/src/derive.rs"]
mod derive;
#[path = "../../../macros/src/diagnostics/mod.rs"]
mod diagnostics;
#[path = "../../../macros/src/expand/mod.rs"]
mod expand;
#[path = "../../../macros/src/facts/mod.rs"]
mod facts;
#[path = "../../../macros/src/keys.rs"]
mod keys;
#[path = "../../../macros/src/messages/mod.rs"]
mod messages;
#[path = "../../../macros/src/model.rs"]
mod model;
#[path = "../../../macros/src/names.rs"]
mod names;
#[path = "../../../macros/src/tests/run.rs"]
mod run;
#[path = "../../../macros/src/shim.rs"]
mod shim;
#[path = "../../../macros/src/spans.rs"]
mod spans;
#[path = "../../../macros/src/syntax/mod.rs"]
mod syntax;
#[path = "../../../macros/src/types.rs"]
mod types;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput};

/// What the macros make of a definition.
pub struct Expansion {
    /// The item, as the attribute passes it on.
    pub item: TokenStream,
    /// What the derive adds.
    pub added: TokenStream,
    /// The tokens that report the diagnostics.
    pub reports: TokenStream,
    pub errors: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
    /// Whether a derive expands the item, and its fields are such that a function can take them. If not, the
    /// compiler reports it.
    pub is_expandable: bool,
}

/// A message to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code, such as `H01`.
    pub code: &'static str,
    pub head: String,
    pub help: Option<String>,
    /// The whole text.
    pub text: String,
}

/// Expands the attributes in `tokens`, and the derive of the first.
pub fn expand(tokens: TokenStream) -> Expansion {
    let outcome = run::run_tokens(tokens);
    let all = |found: &[diagnostics::Diagnostic]| found.iter().map(diagnostic).collect();
    Expansion {
        reports: outcome.sink.to_token_stream(),
        errors: all(&outcome.sink.errors),
        warnings: all(&outcome.sink.warnings),
        is_expandable: is_expandable(&outcome.item),
        item: outcome.item,
        added: outcome.expansion,
    }
}

fn is_expandable(item: &TokenStream) -> bool {
    let Ok(item) = syn::parse2::<DeriveInput>(item.clone()) else {
        return false;
    };
    let markers = [shim::METHOD.marker, shim::TYPE.marker];
    let is_marker = |it: &Attribute| markers.iter().any(|marker| it.path().is_ident(marker));
    let can_be_passed = match &item.data {
        Data::Struct(data) => data.fields.iter().all(|it| check::can_be_passed(&it.ty)),
        Data::Enum(_) | Data::Union(_) => true,
    };
    item.attrs.iter().any(is_marker) && can_be_passed
}

fn diagnostic(diagnostic: &diagnostics::Diagnostic) -> Diagnostic {
    Diagnostic {
        code: diagnostic.code.name(),
        head: diagnostic.head.clone(),
        help: diagnostic.help.clone(),
        text: diagnostic.text(),
    }
}
