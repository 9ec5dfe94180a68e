//! `#[telegram_method]`: compares a struct with the Bot API's method.

use proc_macro2::Span;
use syn::{Data, DeriveInput, GenericParam};

use super::item::{docs, krate, named_fields};
use super::shape::can_be_passed;
use super::{field, inner, missing, name, relations, response};
use crate::diagnostics::Diagnostics;
use crate::facts::MethodFacts;
use crate::messages;
use crate::model::Method;
use crate::syntax::Container;

/// Checks the definition in `item`. `attribute` is the span of `#[telegram_method]`.
pub(crate) fn check(
    item: &DeriveInput,
    attribute: Span,
    container: &Container,
    sink: &mut Diagnostics,
) -> Option<Method> {
    let fields = match &item.data {
        Data::Struct(data) => named_fields(item, &data.fields, container, sink),
        // The shim accepts nothing else.
        Data::Enum(_) | Data::Union(_) => return None,
    };
    for parameter in &item.generics.params {
        match parameter {
            GenericParam::Lifetime(_) => {}
            GenericParam::Type(parameter) => {
                sink.error(messages::type_parameter(&parameter.ident, false));
            }
            GenericParam::Const(parameter) => {
                sink.error(messages::type_parameter(parameter, true));
            }
        }
    }
    for found in &item.attrs {
        if found.path().is_ident("telegram") {
            sink.error(messages::not_on_a_field(found, false));
        } else if found.path().is_ident("serde") {
            sink.error(messages::serde_attribute(found, "a Bot API method", None));
        }
    }
    let name = name::name(item, attribute, container, sink);
    let facts = name.facts.as_ref();
    let fields = fields?;
    let has_surface = fields.iter().all(|field| can_be_passed(&field.ty));
    // Fields come last in the source, but all other checks depend on them.
    let mut late = Diagnostics::default();
    let members = facts.map(MethodFacts::members);
    let mut fields = field::fields(&fields, &item.ident, members.as_ref(), &mut late);
    inner::check_all(&mut fields, members.as_ref(), true, &mut late);
    let krate = krate(container);
    let response = response::response(container, &name, &krate, &fields, sink);
    let returns = facts.and_then(|facts| response::returns(container, facts, &fields, &krate));
    let relations = relations::of_method(item, container, &fields, facts, sink);
    missing::excess(item, &fields, sink);
    if let Some(facts) = facts {
        missing::missing(item, &facts.members(), &fields, sink);
    }
    sink.append(late);
    has_surface.then(|| Method {
        krate,
        ident: item.ident.clone(),
        vis: item.vis.clone(),
        generics: item.generics.clone(),
        listed: name.facts.is_some(),
        is_repeatable: match facts {
            Some(facts) => facts.is_repeatable(),
            None => container.repeatable.is_some(),
        },
        is_long_poll: facts.is_some_and(MethodFacts::is_long_poll),
        carries_files: facts
            .is_some_and(|facts| facts.fields.iter().any(|field| field.upload.is_some())),
        name: name.text,
        response,
        says_response: container.returns.is_some()
            || facts.is_some_and(|facts| response::is_selected(facts, &fields)),
        returns,
        fields: fields.into_iter().map(|field| field.model).collect(),
        relations,
        docs: docs(item),
        broken: sink.has_errors(),
    })
}
