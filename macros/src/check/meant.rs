//! The parameter that a field with an unknown name was probably meant to be.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Type;
use syn::ext::IdentExt;

use super::checked_field::CheckedField;
use crate::diagnostics::Diagnostics;
use crate::facts::{Members, nearest, retired_member};
use crate::messages;
use crate::syntax;

/// The fields beside the one that is checked.
#[derive(Clone, Copy)]
pub(super) struct Siblings<'a> {
    pub(super) all: &'a [&'a syn::Field],
    /// Those before it.
    pub(super) checked: &'a [CheckedField],
    /// The type of the base.
    pub(super) base: Option<&'a Type>,
}

impl Siblings<'_> {
    /// Whether another field is this parameter, or was meant to be.
    fn have(&self, name: &str) -> bool {
        let is = |field: &&syn::Field| {
            let Some(ident) = &field.ident else {
                return false;
            };
            let keys = syntax::field(&field.attrs, ident, &mut Diagnostics::default());
            match keys.rename {
                Some((_, literal)) => literal.value() == name,
                None => ident.unraw() == name,
            }
        };
        self.all.iter().any(is) || self.checked.iter().any(|field| field.is(name))
    }
}

/// Reports an unknown name at `at`. Returns the parameter that was probably meant: what replaced it,
/// one that it resembles, or the only one that starts with it, but none that another field is for.
pub(super) fn unknown(
    at: Option<TokenStream>,
    name: &str,
    owner: &Members<'_>,
    siblings: Siblings<'_>,
    sink: &mut Diagnostics,
) -> Option<&'static str> {
    let at = at.into_token_stream();
    if let Some(retired) = retired_member(owner, name) {
        let is_there = siblings.have(retired.root());
        sink.error(messages::retired_parameter(at, &retired, owner, is_there));
        return Some(retired.root());
    }
    let meant = similar(name, owner, siblings);
    sink.error(messages::unknown_parameter(at, name, meant, owner));
    meant
}

/// What people call a parameter whose name is a keyword.
const HABITS: [(&str, &str); 2] = [("kind", "type"), ("ty", "type")];

/// The parameter that `name` resembles, the one that is often called so, or the only one that starts
/// with it.
pub(super) fn similar(
    name: &str,
    owner: &Members<'_>,
    siblings: Siblings<'_>,
) -> Option<&'static str> {
    let known: Vec<_> = owner.fields.iter().map(|field| field.name).collect();
    // Most names resemble nothing, so the other fields are read only if necessary.
    let mut free = known.clone();
    while let Some(found) = nearest(name, free.iter().copied()) {
        if !siblings.have(found) {
            return Some(found);
        }
        free.retain(|known| *known != found);
    }
    let habit = HABITS.iter().find(|(habit, _)| *habit == name);
    if let Some((_, meant)) = habit
        && known.contains(meant)
        && !siblings.have(meant)
    {
        return Some(meant);
    }
    let mut longer = known.into_iter().filter(|known| known.starts_with(name));
    let found = longer.next().filter(|_| longer.next().is_none())?;
    (!siblings.have(found)).then_some(found)
}
