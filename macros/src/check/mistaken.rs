//! An attribute for the other kind of item: `#[telegram_type]` on a method, and the reverse. Both
//! have been reported; here is what was meant.

use syn::ext::IdentExt;
use syn::{DeriveInput, LitStr};

use crate::facts;
use crate::names::camel_case;
use crate::syntax::Container;

/// The name of the method that `#[telegram_type]` is on.
pub(crate) fn method(item: &DeriveInput, container: &Container) -> Option<LitStr> {
    let (name, span) = match &container.name {
        Some(literal) => (literal.value(), literal.span()),
        None => (item.ident.unraw().to_string(), item.ident.span()),
    };
    let is_type = container.unlisted.is_some() || facts::ty(&name).is_some();
    let name = camel_case(&name);
    let is_method = !is_type && facts::method(&name).is_some();
    is_method.then(|| LitStr::new(&name, span))
}

/// Whether `#[telegram_method]` is on a type.
pub(crate) fn is_type(item: &DeriveInput, container: &Container) -> bool {
    let name = match &container.name {
        Some(literal) => literal.value(),
        None if container.wrong_name.is_none() => item.ident.unraw().to_string(),
        None => return false,
    };
    let owner = name
        .split_once('.')
        .map_or(name.as_str(), |(owner, _)| owner);
    let is_method = facts::method(&name).or_else(|| facts::method(&camel_case(&name)));
    let is_known = container.name.is_some() && facts::method(&name).is_some();
    facts::ty(owner).is_some() && !is_known && (container.name.is_some() || is_method.is_none())
}
