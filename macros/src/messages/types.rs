//! Messages about `#[telegram_type]`.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use super::text::{alike, found_or, inside, replaced};
use crate::diagnostics::{Code, Diagnostic};
use crate::facts::{self, nearest};

pub(crate) fn unknown_type(at: impl ToTokens, name: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::UnknownType,
        at,
        format!("unknown Bot API type `{name}`"),
    );
    if let Some(retired) = facts::retired("type", name) {
        return replaced(diagnostic, &retired);
    }
    match nearest(name, facts::type_names()) {
        Some(similar) => diagnostic.help(format!("a type with a similar name exists: `{similar}`")),
        None => diagnostic.help(format!(
            "a type of your own, or newer than Bot API {}? `#[telegram_type(unlisted)]`",
            facts::VERSION
        )),
    }
}

pub(crate) fn type_is_listed(unlisted: &Ident, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TypeListed,
        unlisted,
        format!("`{name}` is listed, so `unlisted` is not needed"),
    )
    .help("remove it")
}

/// For a struct that declares a union.
pub(crate) fn is_union(at: &Ident, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::WrongShape,
        at,
        format!("`{name}` is one of several objects"),
    )
    .help(format!("`enum {at} {{ … }}`, with a variant for each"))
}

/// For an enum that declares an object.
pub(crate) fn is_object(at: &Ident, name: &str) -> Diagnostic {
    Diagnostic::new(Code::WrongShape, at, format!("`{name}` is an object"))
        .help(format!("`struct {at} {{ … }}`"))
}

pub(crate) fn no_generics(at: impl ToTokens) -> Diagnostic {
    Diagnostic::new(Code::TypeGenerics, at, "a Bot API type has no parameters")
        .help("use concrete types that own what they hold")
}

pub(crate) fn constant_field(at: &Ident, field: &str, value: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ConstantField,
        at,
        format!("`{field}` is constant and is added automatically"),
    )
    .help("remove the field")
    .note(format!("its value is `\"{value}\"`"))
}

pub(crate) fn missing_variant(
    at: &Ident,
    union: &str,
    name: &str,
    tag: Option<&str>,
) -> Diagnostic {
    let what = tag.unwrap_or(name);
    let short = name
        .strip_prefix(union)
        .filter(|short| !short.is_empty())
        .unwrap_or(name);
    Diagnostic::new(
        Code::MissingVariant,
        at,
        format!("`{union}` has no variant for `{what}`"),
    )
    .help(format!("`{short}({name}),`"))
}

pub(crate) fn unknown_variant(at: &Ident, owner: &str, name: &str, known: &[&str]) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::UnknownVariant,
        at,
        format!("`{owner}` has no `{name}`"),
    );
    if let Some(retired) = facts::retired(owner, name) {
        return replaced(diagnostic, &retired);
    }
    match nearest(name, known.iter().copied()) {
        Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
        None => diagnostic
            .help("remove the variant, or give the Bot API's word: `#[telegram(rename = \"…\")]`")
            .note(format!("known: {}", alike(name, known.iter().copied()))),
    }
}

pub(crate) fn missing_word(at: &Ident, owner: &str, word: &str, suggestion: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MissingVariant,
        at,
        format!("`{owner}` can be `\"{word}\"`, which this enum leaves out"),
    )
    .help(format!("`{suggestion},`"))
}

pub(crate) fn missing_unknown(at: &Ident, owner: &str, is_union: bool) -> Diagnostic {
    let variant = if is_union {
        "Unknown(Unknown)"
    } else {
        "Unknown(String)"
    };
    Diagnostic::new(
        Code::MissingUnknown,
        at,
        format!("`{owner}` is received, so it needs a variant for what comes later"),
    )
    .help(format!("`{variant},`"))
}

pub(crate) fn variant_form(at: impl ToTokens) -> Diagnostic {
    Diagnostic::new(
        Code::VariantForm,
        at,
        "a variant is one word without content, or holds one object",
    )
    .help("`Owner(ChatMemberOwner)`")
}

pub(crate) fn missing_tag(at: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::MissingTag,
        at,
        "an unlisted union needs `tag`, the field that names its variant",
    )
    .help("`#[telegram_type(unlisted, tag = \"type\")]`")
}

/// `found` are the tokens instead of the text, if there are any.
pub(crate) fn tag_needs_text(key: &Ident, found: TokenStream) -> Diagnostic {
    let word = syn::parse2::<Ident>(inside(&found));
    let word = word.map_or_else(|_| "type".to_owned(), |word| word.to_string());
    Diagnostic::new(
        Code::MissingTag,
        found_or(key, found),
        "`tag` needs the name of a field",
    )
    .help(format!("`tag = \"{word}\"`"))
}
