//! Which objects of the catalogue are members of which unions, for the type checker.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::facts::{self, TypeExpr};

/// `impl VariantOf<ChatMember> for ChatMemberOwner {}` for every member of every union.
pub(crate) fn expand() -> TokenStream {
    let listed = |name: &str| {
        let name = Ident::new(name, Span::call_site());
        quote!(::telegrammar::types::#name)
    };
    let implementations = facts::unions().into_iter().map(|(union, mut members)| {
        let whole = if let TypeExpr::Ref(name) = &union {
            listed(name)
        } else {
            // The first and the last member name the others.
            let ends = [members.first(), members.last()];
            let ends = ends.into_iter().flatten().map(|name| listed(name));
            quote!((#(#ends),*))
        };
        // A union with a name may stand for one without.
        let name = union.rust_type();
        if !matches!(union, TypeExpr::Ref(_)) && facts::ty(&name).is_some() {
            members.extend(facts::type_names().find(|known| *known == name));
        }
        let members = members.iter().map(|name| listed(name));
        quote!(#(impl ::telegrammar::type_check::VariantOf<#whole> for #members {})*)
    });
    implementations.collect()
}
