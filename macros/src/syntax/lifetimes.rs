//! Lifetimes that are missing or not declared. The compiler reports them in the item; in generated
//! code they would cause the same errors again.

use proc_macro2::Span;
use syn::{Data, DeriveInput, GenericArgument, Lifetime, PathArguments, Type};

/// Replaces them by `'static`. Returns whether there are any.
pub(crate) fn replace_missing(item: &mut DeriveInput) -> bool {
    let lifetimes = item.generics.lifetimes();
    let declared: Vec<_> = lifetimes.map(|it| it.lifetime.ident.to_string()).collect();
    let fields: Vec<_> = match &mut item.data {
        Data::Struct(data) => data.fields.iter_mut().collect(),
        Data::Enum(data) => {
            let variants = data.variants.iter_mut();
            variants
                .flat_map(|variant| variant.fields.iter_mut())
                .collect()
        }
        Data::Union(_) => Vec::new(),
    };
    let mut is_changed = false;
    for field in fields {
        is_changed |= in_type(&mut field.ty, &declared);
    }
    is_changed
}

fn in_type(ty: &mut Type, declared: &[String]) -> bool {
    match ty {
        Type::Reference(reference) => {
            let place = reference.and_token.span;
            let is_changed = match &mut reference.lifetime {
                Some(lifetime) => replace(lifetime, declared),
                missing => {
                    *missing = Some(Lifetime::new("'static", place));
                    true
                }
            };
            in_type(&mut reference.elem, declared) | is_changed
        }
        Type::Path(path) => {
            let mut is_changed = false;
            for segment in &mut path.path.segments {
                let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else {
                    continue;
                };
                let is_lifetime =
                    |argument: &GenericArgument| matches!(argument, GenericArgument::Lifetime(_));
                if segment.ident == "Cow" && !arguments.args.iter().any(is_lifetime) {
                    let lifetime = Lifetime::new("'static", segment.ident.span());
                    let lifetime = GenericArgument::Lifetime(lifetime);
                    arguments.args.insert(0, lifetime);
                    is_changed = true;
                }
                for argument in &mut arguments.args {
                    is_changed |= match argument {
                        GenericArgument::Lifetime(lifetime) => replace(lifetime, declared),
                        GenericArgument::Type(ty) => in_type(ty, declared),
                        _ => false,
                    };
                }
            }
            is_changed
        }
        Type::Tuple(tuple) => {
            let mut is_changed = false;
            for ty in &mut tuple.elems {
                is_changed |= in_type(ty, declared);
            }
            is_changed
        }
        Type::Array(array) => in_type(&mut array.elem, declared),
        Type::Slice(slice) => in_type(&mut slice.elem, declared),
        Type::Group(group) => in_type(&mut group.elem, declared),
        Type::Paren(paren) => in_type(&mut paren.elem, declared),
        // Functions and trait objects have lifetimes of their own.
        _ => false,
    }
}

fn replace(lifetime: &mut Lifetime, declared: &[String]) -> bool {
    let name = lifetime.ident.to_string();
    let is_declared = name == "static" || declared.contains(&name);
    if !is_declared {
        let place: Span = lifetime.span();
        *lifetime = Lifetime::new("'static", place);
    }
    !is_declared
}
