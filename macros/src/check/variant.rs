//! What the variants of unions and of sets of words have in common.

use crate::facts::nearest;

/// Whether the variant is for what a later version of the Bot API adds.
pub(super) fn is_unknown(variant: &syn::Variant) -> bool {
    variant.ident == "Unknown"
}

/// The listed name that is most similar to `name` and that no variant has.
pub(super) fn nearest_free(
    name: &str,
    listed: &[&'static str],
    there: &[&str],
) -> Option<&'static str> {
    let free = listed.iter().copied().filter(|name| !there.contains(name));
    nearest(name, free)
}
