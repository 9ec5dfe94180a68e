//! What parameters or fields owe each other, as a table.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::{Condition, Relation, Test};

/// `.relations(…)`; nothing without any.
pub(super) fn table(relations: &[Relation], krate: &TokenStream) -> TokenStream {
    if relations.is_empty() {
        return quote!();
    }
    let relations = relations.iter().map(|relation| match relation {
        Relation::OneOf(names) => quote!(#krate::__private::Relation::OneOf(&[#(#names),*])),
        Relation::AnyOf(groups) => {
            let groups = groups.iter().map(|names| quote!(&[#(#names),*]));
            quote!(#krate::__private::Relation::AnyOf(&[#(#groups),*]))
        }
        Relation::AnyOrNothing(groups) => {
            let groups = groups.iter().map(|names| quote!(&[#(#names),*]));
            quote!(#krate::__private::Relation::AnyOrNothing(&[#(#groups),*]))
        }
        Relation::Implies(conditions, then) => {
            let conditions = conditions
                .iter()
                .map(|condition| self::condition(condition, krate));
            let then = condition(then, krate);
            quote!(#krate::__private::Relation::Implies(&[#(#conditions),*], #then))
        }
    });
    quote!(.relations(&[#(#relations),*]))
}

fn condition(condition: &Condition, krate: &TokenStream) -> TokenStream {
    let number = |most: i128| Literal::i128_unsuffixed(most);
    let test = match &condition.test {
        Test::Given => quote!(Given),
        Test::Absent => quote!(Absent),
        Test::Equals(value) => quote!(Equals(#value)),
        Test::Differs(value) => quote!(Differs(#value)),
        Test::Items(min, max) => {
            let (min, max) = (
                Literal::usize_unsuffixed(*min),
                Literal::usize_unsuffixed(*max),
            );
            quote!(Items(#min, #max))
        }
        Test::AtMost(other) => quote!(AtMost(#other)),
        Test::Sum(most) => {
            let most = number(*most);
            quote!(Sum(#most))
        }
        Test::SumWith(other, most) => {
            let most = number(*most);
            quote!(SumWith(#other, #most))
        }
        Test::RatioWith(other, most) => {
            let most = number(*most);
            quote!(RatioWith(#other, #most))
        }
        Test::Distinct => quote!(Distinct),
        Test::Alike(names) => quote!(Alike(&[#(#names),*])),
        Test::IsNot(name) => quote!(IsNot(#name)),
        Test::NoUpload => quote!(NoUpload),
        Test::OnlyFirst(fields, others) => quote!(OnlyFirst(&[#(#fields),*], &[#(#others),*])),
    };
    let param = condition.param;
    let private = quote!(#krate::__private);
    quote!(#private::Condition::new(#param, #private::Test::#test))
}
