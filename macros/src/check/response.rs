//! The type of a method's result.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::checked_field::CheckedField;
use super::name::Name;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::facts::{self, MethodFacts, TypeExpr, Width};
use crate::messages;
use crate::model::Returns;
use crate::spans::{associated, at, without_lifetimes};
use crate::syntax::Container;
use crate::types::is_str;

/// The type of the result: that of the attribute, or that of the facts.
pub(crate) fn response(
    container: &Container,
    name: &Name,
    krate: &TokenStream,
    fields: &[CheckedField],
    sink: &mut Diagnostics,
) -> TokenStream {
    if let Some(ty) = &container.returns {
        if let Type::Reference(reference) = ty {
            let owned = match &*reference.elem {
                Type::Slice(slice) => format!("Vec<{}>", messages::typed(&slice.elem)),
                elem if is_str(elem) => "String".to_owned(),
                elem => messages::typed(elem),
            };
            sink.error(messages::borrowed_result(ty, &owned));
            return unknown_response(krate);
        }
        return ty.to_token_stream();
    }
    // A method with a wrong name has the result of the one that was meant, so that code which uses
    // it compiles.
    let Some(facts) = name.facts.as_ref().or(name.meant.as_ref()) else {
        if let (Some(unlisted), false) = (&container.unlisted, container.returns_is_wrong)
            && container.name.is_some()
        {
            sink.error(messages::missing_returns(unlisted));
        }
        return unknown_response(krate);
    };
    if let [result] = results(facts, fields).as_slice() {
        return result_type(result, krate, name.span);
    }
    if let (Some(literal), Some(by), Some(_)) = (&container.name, facts.returns_by, &name.facts) {
        let ambiguous = messages::ambiguous_returns(literal, by);
        if let Some(choice) = selected(facts, fields, krate) {
            return decided(facts, &choice, &ambiguous, krate);
        }
        sink.error(ambiguous);
    }
    unknown_response(krate)
}

/// The results that the method can have with these parameters: two if the struct does not decide.
fn results<'a>(facts: &'a MethodFacts, fields: &[CheckedField]) -> Vec<&'a TypeExpr> {
    let (TypeExpr::OneOf(alternatives), Some(by)) = (&facts.returns, facts.returns_by) else {
        return vec![&facts.returns];
    };
    // What the base has is known to the compiler only.
    if fields.iter().any(|field| field.base().is_some()) {
        return alternatives.iter().collect();
    }
    let has = |name: &str| fields.iter().any(|field| field.wire_name() == Some(name));
    let others = facts.rules.iter().flat_map(facts::RuleFacts::groups);
    let has_other = others
        .flatten()
        .any(|name| name != by && has(name) && is_target(facts, name));
    let chosen = match (has(by), has_other) {
        (true, true) => return alternatives.iter().collect(),
        (true, false) => alternatives.last(),
        (false, _) => alternatives.first(),
    };
    chosen.into_iter().collect()
}

/// Whether parameters of a base select one of two results.
pub(crate) fn is_selected(facts: &MethodFacts, fields: &[CheckedField]) -> bool {
    facts.returns_by.is_some() && fields.iter().any(|field| field.base().is_some())
}

/// The result that the parameters of the base select, or the error that they do not.
fn decided(
    facts: &MethodFacts,
    choice: &TokenStream,
    ambiguous: &Diagnostic,
    krate: &TokenStream,
) -> TokenStream {
    let place = ambiguous.start;
    let (private, text) = (quote!(#krate::__private), ambiguous.text());
    let function = at(&quote!(#private::decides), place);
    let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#choice, #text));
    arguments.set_span(place);
    let (TypeExpr::OneOf(results), checks) = (&facts.returns, quote!(#private::type_check)) else {
        return unknown_response(krate);
    };
    let results = results.iter().map(|ty| result_type(ty, krate, place));
    quote! {
        <#checks::Choice<{ #function #arguments }> as #checks::Choose<
            #(#results,)* #private::Undeclared,
        >>::Chosen
    }
}

/// The choice between two results, if a base has some of the parameters that decide.
fn selected(
    facts: &MethodFacts,
    fields: &[CheckedField],
    krate: &TokenStream,
) -> Option<TokenStream> {
    let base = fields.iter().find_map(CheckedField::base);
    let (base, by) = (base.filter(|base| !base.is_broken)?, facts.returns_by?);
    let ty = without_lifetimes(&base.ty);
    let info = associated(ty, krate, "FlattenedMethod", "INFO");
    let groups = facts.rules.iter().flat_map(facts::RuleFacts::groups);
    let others: Vec<_> = groups
        .flatten()
        .filter(|name| *name != by && is_target(facts, name))
        .collect();
    let has = |name: &str| fields.iter().any(|field| field.wire_name() == Some(name));
    let own = [has(by), others.iter().any(|name| has(name))];
    let selects = quote!(#krate::__private::selects);
    Some(quote!(#selects(&#info.parameters, #by, &[#(#others),*], [#(#own),*])))
}

/// The declared result and what it must be able to hold, if the facts know that.
pub(crate) fn returns(
    container: &Container,
    facts: &MethodFacts,
    fields: &[CheckedField],
    krate: &TokenStream,
) -> Option<Returns> {
    let ty = container.returns.as_ref()?;
    // A reference or a slip has been reported, and `unlisted` says that the facts are outdated.
    let is_reported = matches!(ty, Type::Reference(_)) || container.returns_is_guess;
    if is_reported || container.unlisted.is_some() {
        return None;
    }
    let alternatives: Vec<_> = results(facts, fields).into_iter().cloned().collect();
    Some(Returns {
        ty: ty.clone(),
        alternatives,
        choice: selected(facts, fields, krate),
    })
}

/// Whether the parameter is one of those that identify the message.
fn is_target(facts: &MethodFacts, name: &str) -> bool {
    facts.rules.iter().any(|rule| {
        rule.kind == facts::RuleKind::ExactlyOneGroup
            && rule.groups().any(|group| group.contains(&name))
    })
}

/// The placeholder for a result type that is unknown because of an error.
fn unknown_response(krate: &TokenStream) -> TokenStream {
    quote!(#krate::__private::Undeclared)
}

/// Whether the result type is the placeholder.
pub(crate) fn is_unknown(response: &TokenStream, krate: &TokenStream) -> bool {
    response.to_string() == unknown_response(krate).to_string()
}

fn result_type(ty: &TypeExpr, krate: &TokenStream, span: Span) -> TokenStream {
    match ty {
        TypeExpr::Integer(Width::Signed32) => {
            quote_spanned!(span=> ::core::primitive::i32)
        }
        TypeExpr::Integer(_) => quote_spanned!(span=> ::core::primitive::i64),
        TypeExpr::Float => quote_spanned!(span=> ::core::primitive::f64),
        TypeExpr::String => quote_spanned!(span=> #krate::__private::String),
        TypeExpr::Boolean | TypeExpr::True => quote_spanned!(span=> ::core::primitive::bool),
        TypeExpr::Ref(name) => {
            let name = Ident::new(name, span);
            quote_spanned!(span=> #krate::types::#name)
        }
        TypeExpr::Array(item) => {
            let item = result_type(item, krate, span);
            quote_spanned!(span=> #krate::__private::Vec<#item>)
        }
        // The caller selects one of them.
        TypeExpr::OneOf(_) => unknown_response(krate),
    }
}
