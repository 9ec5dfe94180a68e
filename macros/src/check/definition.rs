//! `#[telegram_type]`: compares a struct or enum with the Bot API's type.

use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput};

use super::item::{docs, krate, named_fields};
use super::{object, union, word};
use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::Definition;
use crate::syntax::Container;

/// Checks the type in `item`.
pub(crate) fn check(
    item: &DeriveInput,
    container: &Container,
    sink: &mut Diagnostics,
) -> Option<Definition> {
    if !item.generics.params.is_empty() {
        sink.error(messages::no_generics(&item.generics.params));
        return None;
    }
    check_attributes(&item.attrs, sink);
    if let (Data::Enum(_), Some(one_of)) = (&item.data, container.one_of.first()) {
        sink.error(messages::one_of_without_fields(&one_of.key));
    }
    let name = match &container.name {
        Some(literal) => literal.value(),
        None => item.ident.unraw().to_string(),
    };
    let is_word = matches!(&item.data, Data::Enum(data) if word::is_word(data, container, &name));
    let what = match &item.data {
        Data::Enum(_) => is_word.then_some("a set of words"),
        _ => Some("an object"),
    };
    if let (Some(what), Some((Some(key), _))) = (what, &container.tag) {
        sink.error(messages::tag_without_effect(key, what, None));
    }
    let krate = krate(container);
    // A closed set of words has no name on the page; it is identified by its field.
    let (shape, direction) = match &item.data {
        Data::Enum(data) if is_word => word::check(item, data, container, &name, sink),
        Data::Enum(data) => union::check(item, data, container, &name, sink),
        Data::Struct(data) => {
            let fields = named_fields(item, &data.fields, container, sink)?;
            object::check(item, &fields, container, &name, sink)
        }
        Data::Union(_) => return None,
    };
    Some(Definition {
        krate,
        ident: item.ident.clone(),
        vis: item.vis.clone(),
        name,
        is_listed: container.unlisted.is_none(),
        direction,
        shape,
        docs: docs(item),
        broken: sink.has_errors(),
    })
}

fn check_attributes(attributes: &[Attribute], sink: &mut Diagnostics) {
    for found in attributes {
        if found.path().is_ident("telegram") {
            sink.error(messages::not_on_a_field(found, true));
        } else if found.path().is_ident("serde") {
            sink.error(messages::serde_on_type(found, None));
        }
    }
}
