//! Cross-field constraints as a table.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::base::Base;
use crate::model::{Condition, Param, Relation, Test, needs_value, root};

/// `.with_relations(…, …)`; empty if there are none. Those of a base come first.
pub(super) fn table<'a>(
    relations: &[Relation],
    params: impl Iterator<Item = &'a Param>,
    base: Option<Base<'_>>,
    krate: &TokenStream,
) -> TokenStream {
    if relations.is_empty() {
        return quote!();
    }
    if let Some(base) = base {
        return base.relations(&entries(relations, krate));
    }
    let names: Vec<_> = params.map(|param| param.name.as_str()).collect();
    let triggers = relations.iter().map(|relation| {
        let trigger = trigger(relation, &names).unwrap_or(0);
        Literal::u64_unsuffixed(trigger)
    });
    let relations = entries(relations, krate);
    quote!(.with_relations(&[#(#relations),*], &[#(#triggers),*]))
}

fn entries(relations: &[Relation], krate: &TokenStream) -> Vec<TokenStream> {
    let entries = relations.iter().map(|relation| match relation {
        Relation::OneOf(names, _) => quote!(#krate::__private::Relation::OneOf(&[#(#names),*])),
        Relation::AnyOf(groups) => {
            let groups = groups.iter().map(|names| quote!(&[#(#names),*]));
            quote!(#krate::__private::Relation::AnyOf(&[#(#groups),*]))
        }
        Relation::Implies(conditions, then) => {
            let conditions = conditions
                .iter()
                .map(|condition| self::condition(condition, krate));
            let then = condition(then, krate);
            quote!(#krate::__private::Relation::Implies(&[#(#conditions),*], #then))
        }
    });
    entries.collect()
}

/// A bit for each parameter whose presence decides whether the constraint holds: for an
/// implication, one that must be set to violate it; for others, those of which one is required.
fn trigger(relation: &Relation, names: &[&str]) -> Option<u64> {
    let bit = |path: &str| {
        let index = names.iter().position(|name| *name == root(path))?;
        1_u64.checked_shl(u32::try_from(index).ok()?)
    };
    let any = |groups: &[Vec<String>]| {
        let alone = groups.iter().filter_map(|group| match group.as_slice() {
            [name] if root(name) == name => bit(name),
            _ => None,
        });
        alone.fold(0, |all, bit| all | bit)
    };
    match relation {
        Relation::OneOf(all, _) => all
            .iter()
            .map(|name| bit(name).filter(|_| root(name) == name))
            .try_fold(0, |all, bit| Some(all | bit?)),
        Relation::AnyOf(groups) => Some(any(groups)),
        Relation::Implies(conditions, then) => {
            let starting = conditions.iter().find(|on| needs_value(&on.test));
            let inside = Some(then).filter(|then| !needs_value(&then.test));
            bit(starting.or(inside)?.param)
        }
    }
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
        Test::First(others) => quote!(First(&[#(#others),*])),
    };
    let param = condition.param;
    let private = quote!(#krate::__private);
    quote!(#private::Condition::new(#param, #private::Test::#test))
}
