//! What can be derived from the tokens of a type. Everything else is left to the type checker.

use proc_macro2::Ident;
use syn::{Fields, GenericArgument, Path, PathArguments, Type, Variant};

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

/// The `T` of a `Box<T>`.
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

/// The name of a type without a path, with or without arguments.
pub(crate) fn lone_name(ty: &Type) -> Option<&Ident> {
    path(ty)
        .filter(|path| path.leading_colon.is_none() && path.segments.len() == 1)
        .and_then(|path| path.segments.first())
        .map(|segment| &segment.ident)
}

/// The minimum and maximum of an integer type by its name.
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

/// The largest number of a type that is known by its name, or the smallest one.
pub(crate) fn largest(ty: &Type, is_negative: bool) -> String {
    let name = simple_name(ty).unwrap_or_default();
    match (name.as_str(), integer_limits(&name)) {
        (_, Some((min, _))) if is_negative => min.to_string(),
        (_, Some((_, max))) => max.to_string(),
        ("f32" | "f64", None) if is_negative => "-1e38".to_owned(),
        ("f32" | "f64", None) => "1e38".to_owned(),
        (_, None) if is_negative => i64::MIN.to_string(),
        (_, None) => i64::MAX.to_string(),
    }
}

/// Whether a setter takes the type itself: numbers, `bool`, references and lists, for which `impl
/// Into` would only hinder type inference.
pub(crate) fn is_taken_by_value(ty: &Type) -> bool {
    match bare(ty) {
        Type::Path(_) => {
            let scalar = simple_name(ty).is_some_and(|name| is_scalar(&name));
            scalar || argument(ty, "Vec").is_some()
        }
        _ => true,
    }
}

/// Whether the type is an unsized string, list or trait object.
pub(crate) fn is_unsized(ty: &Type) -> bool {
    is_str(ty) || matches!(bare(ty), Type::TraitObject(_) | Type::Slice(_))
}

/// Whether the type is a bare `str`.
pub(crate) fn is_str(ty: &Type) -> bool {
    simple_name(ty).as_deref() == Some("str")
}

/// Whether a type of this name is a number, a Boolean or a letter.
pub(crate) fn is_scalar(name: &str) -> bool {
    integer_limits(name).is_some()
        || ["bool", "f32", "f64", "char", "usize", "isize"].contains(&name)
}

/// The type of the only field of a variant without names.
pub(crate) fn only_field(variant: &Variant) -> Option<&Type> {
    match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            fields.unnamed.first().map(|field| &field.ty)
        }
        _ => None,
    }
}
