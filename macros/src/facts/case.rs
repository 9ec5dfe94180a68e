//! Values whose case the server ignores: it converts them to lower case before it compares them.
//! The page does not say so.

use super::{Shape, ty};

/// Whether the case is ignored of a closed set of words, `Type.field` or `method.parameter`.
pub(crate) fn ignores_case(set: &str) -> bool {
    match set.rsplit_once('.') {
        Some((_, "style" | "allowed_updates") | ("sendChatAction", "action")) => true,
        Some((_, field)) => field.ends_with("parse_mode"),
        None => false,
    }
}

/// Whether the case of its tag is ignored, of a union or one of its objects.
pub(crate) fn tag_ignores_case(name: &str) -> bool {
    const UNION: &str = "InlineQueryResult";
    if !name.starts_with(UNION) {
        return false;
    }
    match ty(UNION).map(|union| union.shape) {
        Some(Shape::Union { variants, .. }) => {
            name == UNION || variants.iter().any(|variant| variant.name == name)
        }
        _ => false,
    }
}
