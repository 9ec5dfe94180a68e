//! Required fields that are absent, where the definition says what an absent value means.

use crate::schema::{Literal, Number};
use crate::value::target::Target;

/// Sets an absent field to its default, or to `None`. Returns whether that is possible.
#[cold]
pub(super) fn set_absent(target: Target<'_>, default: Option<Literal>) -> bool {
    match (target, default) {
        // An `Option` that the definition hides behind an alias.
        (Target::Optional(optional), _) => {
            optional.set(false);
        }
        (Target::Bool(slot), Some(Literal::Bool(value))) => *slot = value,
        (Target::Int(slot), Some(Literal::Int(value))) => match value.try_into() {
            Ok(value) => *slot = value,
            Err(_) => return false,
        },
        (Target::Integer(slot), Some(Literal::Int(value))) => return slot.set(Number::Int(value)),
        (Target::Float(slot), Some(Literal::Float(value))) => *slot = value,
        (Target::Text(slot), Some(Literal::Text(value))) => value.clone_into(slot),
        (Target::Word(slot), Some(Literal::Text(value))) => return slot.set(value),
        (Target::Converted(target), default) => {
            return target.convert(&mut |target| set_absent(target, default));
        }
        _ => return false,
    }
    true
}
