//! Traits that check the types of fields and results against the Bot API.
//!
//! The expansion accesses each field through one of these traits, so a field of the wrong type is
//! rejected where it is declared, whatever the type is called. Users' own types participate by
//! implementing a trait, for which there are macros.
//!
//! The field's type is always the `Self` of a trait, never the bound of a function, and no
//! implementation is recommended: then the compiler underlines the field, states what is needed,
//! and prints nothing about this module.
//!
//! Not here: what a value looks like without its type (`value`), and the evaluation of rules
//! (`validate`).

mod content;
mod declared;
mod flatten;
mod markers;
mod placeholder;
mod questions;
mod result;
mod rules;

#[doc(hidden)]
pub use crate::value::variant::{UnknownVariant, UnknownWord, VariantContent};
pub use content::ObjectContent;
pub use declared::{Any, Array, Declared, ListOf, Named, Object, Unlisted, VariantOf};
pub use flatten::{FlattenedMethod, FlattenedType, RestField};
pub use markers::*;
pub use placeholder::{Undeclared, broken, undeclared};
pub use questions::*;
pub use result::{Choice, Choose, DeclaredResult, KnownResult, OrTrue, Returned, UnknownResult};
#[cfg(feature = "openapi")]
pub use result::{KnownShape, UnknownShape};
pub use rules::{
    Absentable, BytesRule, ItemsRule, Itself, LenRule, Ranged, Skippable, between, ordered,
};
