//! Types that can be rejected by their shape, without the type checker.

use syn::Type;

use crate::diagnostics::Diagnostics;
use crate::facts::{FieldFacts, TypeExpr};
use crate::messages::{self, Unsendable};
use crate::types::{argument, bare, is_str, is_unsized, option, simple_name};

/// Reports a type that cannot be sent. Returns whether it is one.
pub(super) fn check(
    ty: &Type,
    is_last: bool,
    facts: Option<&FieldFacts>,
    sink: &mut Diagnostics,
) -> bool {
    let inner = option(ty).unwrap_or(ty);
    // The compiler rejects unsized fields, except for the last one.
    if is_refused(inner) || (is_unsized(inner) && !(is_last && option(ty).is_none())) {
        return true;
    }
    if option(ty).is_some() && option(inner).is_some() {
        sink.error(messages::nested_option(inner));
        return true;
    }
    let what = match bare(inner) {
        Type::FnPtr(_) => Unsendable::Function,
        Type::Ptr(_) => Unsendable::Pointer,
        Type::TraitObject(_) => Unsendable::TraitObject,
        Type::Slice(slice) => Unsendable::List(&slice.elem),
        inner if is_str(inner) => Unsendable::Text,
        _ => return check_content(inner, facts, sink),
    };
    sink.error(messages::unsendable_type(inner, &what));
    true
}

/// Whether the compiler rejects a field of this type, so that no error is needed here.
fn is_refused(ty: &Type) -> bool {
    matches!(
        bare(ty),
        Type::ImplTrait(_) | Type::Infer(_) | Type::Never(_)
    )
}

/// Whether a function can take and return such a field. If not, all generated code would cause
/// further errors.
pub(crate) fn can_be_passed(ty: &Type) -> bool {
    let inner = option(ty).unwrap_or(ty);
    !(is_unsized(ty) || is_unsized(inner) || is_refused(inner))
}

fn check_content(ty: &Type, facts: Option<&FieldFacts>, sink: &mut Diagnostics) -> bool {
    // In a list of integers, bytes are small integers.
    let is_list = facts.is_some_and(|facts| matches!(facts.ty, TypeExpr::Array(_)));
    let mut owned = bare(ty);
    while let Type::Reference(reference) = owned {
        owned = bare(&reference.elem);
    }
    let item = match owned {
        Type::Array(array) => Some(&*array.elem),
        Type::Slice(slice) => Some(&*slice.elem),
        _ => argument(owned, "Vec"),
    };
    match item {
        Some(item) if simple_name(item).as_deref() == Some("u8") && !is_list => {
            let known = facts.map(|facts| facts.ty.rust_type());
            let instead = known.unwrap_or_else(|| "InputFile".to_owned());
            sink.error(messages::raw_bytes(ty, &instead));
            true
        }
        Some(item) => check_content(item, facts, sink),
        None => match simple_name(owned) {
            Some(name) if name == "usize" || name == "isize" => {
                sink.error(messages::no_fixed_size(ty, &name));
                true
            }
            _ => false,
        },
    }
}
