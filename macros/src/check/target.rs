//! The field that a rule or a default applies to.

use syn::Type;

use crate::facts::FieldFacts;

/// A parameter whose rules and default are checked.
pub(crate) struct Target<'a> {
    pub(crate) name: &'a str,
    /// The type of a value, without the `Option` around it.
    pub(crate) ty: &'a Type,
    pub(crate) facts: Option<&'a FieldFacts>,
    pub(crate) method: &'a str,
}
