//! Raw model and facts to a checked model. One small function per rule; a rule that finds something
//! reports it and the checking goes on.

mod bounds;
mod definition;
mod facts;
mod field;
mod further;
mod implications;
mod method;
mod range;
mod relations;
mod types;

pub(crate) use definition::check as check_type;
#[cfg(test)]
pub(crate) use facts::rust_type;
pub(crate) use implications::{needs_value, root};
pub(crate) use range::Target;
#[cfg(test)]
pub(crate) use types::can_be_passed;
pub(crate) use types::{boxed, is_taken_by_value};

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields, GenericParam};

use crate::diagnostics::Diagnostics;
use crate::facts::MethodFacts;
use crate::messages;
use crate::model::Method;
use crate::syntax::{Container, FieldKeys};

/// Checks the definition in `item`. `attribute` is the place of `#[telegram_method]`.
pub(crate) fn check(
    item: &DeriveInput,
    attribute: Span,
    container: &Container,
    sink: &mut Diagnostics,
) -> Option<Method> {
    let fields = match &item.data {
        Data::Struct(data) => named(item, &data.fields, container, sink),
        // The shim lets nothing else through.
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
            sink.error(messages::serde_attribute(found, None));
        }
    }
    let name = method::name(item, attribute, container, sink);
    let facts = name.facts.as_ref();
    let fields = fields?;
    let has_surface = fields.iter().all(|field| types::can_be_passed(&field.ty));
    // Fields come last in the source, but everything else needs to know them.
    let mut late = Diagnostics::default();
    let fields = field::fields(fields, facts.map(MethodFacts::members).as_ref(), &mut late);
    let krate = krate(container);
    let response = method::response(container, &name, &krate, &fields, sink);
    let relations = relations::relations(item, container, &fields, facts, sink);
    if let Some(facts) = facts {
        facts::missing(item, &facts.members(), &fields, sink);
    }
    sink.append(late);
    has_surface.then(|| Method {
        krate,
        ident: item.ident.clone(),
        vis: item.vis.clone(),
        generics: item.generics.clone(),
        listed: name.facts.is_some(),
        carries_files: facts
            .is_some_and(|facts| facts.fields.iter().any(|field| field.upload.is_some())),
        name: name.text,
        response,
        says_response: container.returns.is_some(),
        fields: fields.into_iter().map(|field| field.model).collect(),
        relations,
        broken: sink.has_errors(),
    })
}

fn krate(container: &Container) -> TokenStream {
    let path = container.krate.as_ref().map(ToTokens::to_token_stream);
    path.unwrap_or_else(|| quote!(::telegrammar))
}

/// The fields of a struct with names; none for a unit struct.
fn named<'a>(
    item: &DeriveInput,
    fields: &'a Fields,
    container: &Container,
    sink: &mut Diagnostics,
) -> Option<Vec<&'a syn::Field>> {
    match fields {
        Fields::Named(fields) => Some(fields.named.iter().collect()),
        Fields::Unit => Some(Vec::new()),
        Fields::Unnamed(fields) => {
            let name = container.name.as_ref();
            let method = name.and_then(|name| crate::facts::method(&name.value()));
            let known = method
                .iter()
                .flat_map(|method| &method.fields)
                .map(|field| field.name);
            let named: Vec<_> = fields
                .unnamed
                .iter()
                .zip(known.chain(std::iter::repeat("name")))
                .map(|(field, name)| format!("{name}: {}", messages::typed(&field.ty)))
                .collect();
            sink.error(messages::unnamed_fields(
                fields,
                &item.ident,
                &named.join(", "),
            ));
            None
        }
    }
}
