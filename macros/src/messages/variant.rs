//! Messages about the variants of an enum.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::LitStr;
use syn::ext::IdentExt;

use super::text::{found_or, inside, meant, names};
use crate::diagnostics::{Code, Diagnostic};
use crate::keys::VARIANT_KEYS;
use crate::names::snake_case;

/// The variant without its attributes.
fn bare(variant: &syn::Variant) -> TokenStream {
    let (ident, fields) = (&variant.ident, &variant.fields);
    quote!(#ident #fields)
}

/// For a key of a field on a variant, or any key on `Unknown`.
pub(crate) fn variant_key(key: &Ident, variant: &Ident) -> Diagnostic {
    let (what, note) = if variant == "Unknown" {
        ("`Unknown`", "it stores what has no variant of its own")
    } else {
        ("a variant", "a variant takes `rename` and `unlisted`")
    };
    Diagnostic::new(
        Code::VariantKey,
        key,
        format!("`{key}` has no effect on {what}"),
    )
    .help("remove it")
    .note(note)
}

pub(crate) fn empty_variant_keys(attribute: impl ToTokens) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyTelegram,
        attribute,
        "`#[telegram]` needs at least one key",
    )
    .help(format!(
        "known keys: {}",
        names(VARIANT_KEYS.iter().copied())
    ))
}

/// `found` are the tokens instead of the text, if there are any.
pub(crate) fn rename_needs_word(key: &Ident, variant: &Ident, found: TokenStream) -> Diagnostic {
    let word = syn::parse2::<Ident>(inside(&found)).map(|word| word.unraw().to_string());
    let word = word.unwrap_or_else(|_| snake_case(&variant.unraw().to_string()));
    Diagnostic::new(
        Code::RenameForm,
        found_or(key, found),
        "`rename` needs a string literal",
    )
    .help(format!("`rename = \"{word}\"`"))
}

/// Whether the key is another word for `rename`.
pub(crate) fn means_rename(key: &Ident) -> bool {
    meant(&key.to_string(), VARIANT_KEYS) == Some("rename")
}

pub(crate) fn unknown_variant_key(key: &Ident) -> Diagnostic {
    let name = key.to_string();
    let diagnostic = Diagnostic::new(Code::UnknownFieldKey, key, format!("unknown key `{name}`"));
    match meant(&name, VARIANT_KEYS) {
        Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
        None => diagnostic.help(format!(
            "known keys: {}",
            names(VARIANT_KEYS.iter().copied())
        )),
    }
}

/// For `#[telegram(...)]` on what a variant holds.
pub(crate) fn not_on_content(attribute: impl ToTokens) -> Diagnostic {
    Diagnostic::new(
        Code::VariantKey,
        attribute,
        "`#[telegram(...)]` has no effect on what a variant holds",
    )
    .help("put it in front of the variant")
    .note("a variant takes `rename` and `unlisted`")
}

/// `instead` is the attribute that does what this one is meant to do.
pub(crate) fn serde_on_type(attribute: impl ToTokens, instead: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::SerdeAttribute,
        attribute,
        "`#[serde(...)]` has no effect on a Bot API type",
    );
    match instead {
        Some(instead) => diagnostic.help(format!("`{instead}`")),
        None => diagnostic.help("remove it"),
    }
}

/// The same name on the wire, or the same object, in two variants.
pub(crate) fn same_variant(at: impl ToTokens, name: &str, first: &Ident) -> Diagnostic {
    let first = first.unraw();
    Diagnostic::new(
        Code::SameVariant,
        at,
        format!("`{name}` is used twice, first by variant `{first}`"),
    )
    .help("remove or rename one of them")
}

pub(crate) fn empty_word(at: impl ToTokens, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::RenameForm,
        at,
        "the name of a variant cannot be empty",
    )
    .help(format!("`rename = \"{name}\"`"))
}

/// For `Unknown` with other content than that which stores an unknown value.
pub(crate) fn unknown_form(variant: &syn::Variant, is_union: bool) -> Diagnostic {
    let (content, path) = if is_union {
        ("an `Unknown`", "telegrammar::Unknown")
    } else {
        ("a `String`", "String")
    };
    Diagnostic::new(
        Code::VariantForm,
        bare(variant),
        format!("`Unknown` must hold {content}"),
    )
    .help(format!("`Unknown({path}),`"))
}

/// `content` is the object that the variant should hold.
pub(crate) fn variant_form(variant: &syn::Variant, content: &str) -> Diagnostic {
    Diagnostic::new(
        Code::VariantForm,
        bare(variant),
        "a variant is one word without content, or holds one object",
    )
    .help(format!("`{}({content}),`", variant.ident))
}

/// For a variant with content among words. `is_rest` is whether it was meant to store all other
/// words, and `is_listed` whether it can be a word.
pub(crate) fn word_with_content(
    variant: &syn::Variant,
    is_rest: bool,
    is_listed: bool,
) -> Diagnostic {
    let help = if is_rest {
        "`Unknown(String),`".to_owned()
    } else if is_listed {
        format!("`{},`", variant.ident)
    } else {
        "remove the variant".to_owned()
    };
    Diagnostic::new(Code::VariantForm, bare(variant), "a word has no content").help(help)
}

pub(crate) fn no_variants(at: &Ident) -> Diagnostic {
    Diagnostic::new(Code::MissingVariant, at, "an enum needs a variant")
        .help(format!("`enum {at} {{ First, Second }}`"))
}

/// For a `tag` where it has no effect. `what` is the item, and `field` that which already is the
/// discriminator.
pub(crate) fn tag_without_effect(key: &Ident, what: &str, field: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::TagWithoutEffect,
        key,
        format!("`tag` has no effect on {what}"),
    )
    .help("remove `tag`");
    match field {
        Some(field) => diagnostic.note(format!("its variants differ in `{field}`")),
        None => diagnostic,
    }
}

/// For `rename` on a variant without a tag.
pub(crate) fn rename_without_effect(literal: &LitStr, why: &str) -> Diagnostic {
    Diagnostic::new(
        Code::VariantKey,
        literal,
        "`rename` has no effect on this variant",
    )
    .help("remove it")
    .note(why)
}

/// For a variant that is adopted by a union whose variants are distinguished by a number.
pub(crate) fn closed_union(unlisted: &Ident, union: &str, field: &str) -> Diagnostic {
    Diagnostic::new(
        Code::VariantKey,
        unlisted,
        format!("`{union}` cannot have another variant"),
    )
    .help("remove the variant")
    .note(format!("its variants differ in whether `{field}` is 0"))
}

pub(crate) fn holds_itself(ty: impl ToTokens, union: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::VariantForm,
        ty,
        format!("a variant of `{union}` cannot be a `{union}` itself"),
    )
    .help(format!("`Vec<{union}>`, or a struct with a field for it"))
}

/// For a `rename` that is not the tag of the object.
pub(crate) fn other_tag(literal: &LitStr, object: &str, tag: &str) -> Diagnostic {
    Diagnostic::new(
        Code::OtherTag,
        literal,
        format!("`{object}` has the tag `{tag}`, not `{}`", literal.value()),
    )
    .help("remove `rename`")
}
