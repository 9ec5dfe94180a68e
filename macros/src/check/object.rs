//! An object: compares a struct with the fields of the Bot API's type.

use syn::DeriveInput;

use super::checked_field::CheckedField;
use super::listed_type::{Declared, direction, listed_type};
use super::{field, inner, missing, relations};
use crate::diagnostics::Diagnostics;
use crate::facts::{Direction, TypeFacts};
use crate::messages;
use crate::model::Shape;
use crate::syntax::Container;

/// Checks the fields of a struct.
pub(super) fn check(
    item: &DeriveInput,
    fields: &[&syn::Field],
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> (Shape, Direction) {
    let found = listed_type(item, container, name, Declared::Object, sink);
    let direction = direction(found.as_ref());
    let constant = found.as_ref().and_then(|found| {
        found
            .fields()
            .iter()
            .find_map(|field| Some((field.name, field.constant?)))
    });
    let mut late = Diagnostics::default();
    let members = found.as_ref().map(TypeFacts::members);
    let mut checked = field::fields(fields, &item.ident, members.as_ref(), &mut late);
    inner::check_all(&mut checked, members.as_ref(), false, &mut late);
    if direction.comes_in() {
        for field in &mut checked {
            field.expect_absence(name);
        }
    }
    if let Some((tag, value)) = constant {
        let same = checked
            .iter()
            .filter_map(CheckedField::param)
            .find(|param| param.name == tag);
        if let Some(param) = same {
            late.error(messages::constant_field(&param.ident, tag, value));
        }
    }
    missing::excess(item, &checked, sink);
    if let Some(members) = &members {
        missing::missing(item, members, &checked, sink);
    }
    let is_rule_bound = found.as_ref().filter(|_| direction.goes_out());
    let rules = is_rule_bound.map_or(&[][..], |found| &found.rules);
    let relations = relations::of_object(container, &checked, rules, sink);
    sink.append(late);
    let tag = constant.map(|(tag, value)| (tag.to_owned(), value.to_owned()));
    let fields = checked.into_iter().map(|field| field.model).collect();
    let shape = Shape::Object {
        fields,
        tag,
        relations,
    };
    (shape, direction)
}
