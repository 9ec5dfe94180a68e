//! What can be told of a type by its tokens alone. Everything else is asked of the type checker.

use syn::{GenericArgument, Path, PathArguments, Type};

use crate::diagnostics::Diagnostics;
use crate::facts::{FieldFacts, TypeExpr};
use crate::messages;

/// The type without parentheses and invisible groups around it.
pub(crate) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        ty => ty,
    }
}

fn path(ty: &Type) -> Option<&Path> {
    match bare(ty) {
        Type::Path(path) if path.qself.is_none() => Some(&path.path),
        _ => None,
    }
}

/// The `T` of `Option<T>`.
pub(crate) fn option(ty: &Type) -> Option<&Type> {
    argument(ty, "Option")
}

/// The `T` of a `Box<T>` that a value can be put into.
pub(crate) fn boxed(ty: &Type) -> Option<&Type> {
    argument(ty, "Box").filter(|content| !is_unsized(content))
}

/// The `T` of `Name<T>`.
pub(crate) fn argument<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let segment = path(ty)?
        .segments
        .last()
        .filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    match (arguments.args.first(), arguments.args.len()) {
        (Some(GenericArgument::Type(ty)), 1) => Some(ty),
        _ => None,
    }
}

/// The name of a type without arguments.
pub(crate) fn simple_name(ty: &Type) -> Option<String> {
    let segment = path(ty)?.segments.last()?;
    segment
        .arguments
        .is_none()
        .then(|| segment.ident.to_string())
}

/// The least and the greatest value of an integer type by its name.
pub(crate) fn integer_limits(name: &str) -> Option<(i128, u128)> {
    Some(match name {
        "i8" => (i8::MIN.into(), i8::MAX.unsigned_abs().into()),
        "i16" => (i16::MIN.into(), i16::MAX.unsigned_abs().into()),
        "i32" => (i32::MIN.into(), i32::MAX.unsigned_abs().into()),
        "i64" => (i64::MIN.into(), i64::MAX.unsigned_abs().into()),
        "i128" => (i128::MIN, i128::MAX.unsigned_abs()),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" => (0, u64::MAX.into()),
        "u128" => (0, u128::MAX),
        _ => return None,
    })
}

/// Whether a setter takes the type as it is: numbers, `bool`, references and lists, where an
/// `impl Into` would only stand in the way of type inference.
pub(crate) fn is_taken_by_value(ty: &Type) -> bool {
    match bare(ty) {
        Type::Path(_) => {
            let scalar = simple_name(ty).is_some_and(|name| {
                integer_limits(&name).is_some()
                    || ["bool", "f32", "f64", "char", "usize", "isize"].contains(&name.as_str())
            });
            scalar || argument(ty, "Vec").is_some()
        }
        _ => true,
    }
}

/// Reports types that cannot be a parameter whatever the type checker says. Gives whether any was.
pub(crate) fn check_shape(
    ty: &Type,
    is_last: bool,
    facts: Option<&FieldFacts>,
    sink: &mut Diagnostics,
) -> bool {
    let inner = option(ty).unwrap_or(ty);
    // The compiler itself lets nothing unsized through but as the last field.
    if is_refused(inner) || (is_unsized(inner) && !(is_last && option(ty).is_none())) {
        return true;
    }
    if option(ty).is_some() && option(inner).is_some() {
        sink.error(messages::nested_option(inner));
        return true;
    }
    let (what, instead) = match bare(inner) {
        Type::FnPtr(_) => ("a function pointer", None),
        Type::Ptr(_) => ("a raw pointer", None),
        Type::TraitObject(_) => ("a trait object", None),
        Type::Slice(slice) => (
            "an unsized list",
            Some(format!("Vec<{}>", messages::typed(&slice.elem))),
        ),
        inner if is_str(inner) => ("an unsized text", Some("String".to_owned())),
        _ => return check_content(inner, facts, sink),
    };
    sink.error(messages::unsendable_shape(inner, what, instead.as_deref()));
    true
}

fn is_unsized(ty: &Type) -> bool {
    is_str(ty) || matches!(bare(ty), Type::TraitObject(_) | Type::Slice(_))
}

fn is_str(ty: &Type) -> bool {
    simple_name(ty).as_deref() == Some("str")
}

/// Whether the compiler refuses a field of this type, so that nothing more needs to be said.
fn is_refused(ty: &Type) -> bool {
    matches!(
        bare(ty),
        Type::ImplTrait(_) | Type::Infer(_) | Type::Never(_)
    )
}

/// Whether a function can take and return such a field at all. If not, nothing can be generated
/// that would not be one more mistake.
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
            let known = facts.map(|facts| super::facts::rust_type(&facts.ty));
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
