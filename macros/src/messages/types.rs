//! Messages about `#[telegram_type]`.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::LitStr;

use super::text::{alike, field_name, found_or, inside, replaced};
use crate::diagnostics::{Code, Diagnostic};
use crate::facts::{self, Retired, nearest};
use crate::names::{pascal_case, snake_case};

/// `sets` are the closed sets of the type or method that the name starts with.
pub(crate) fn unknown_type(at: impl ToTokens, name: &str, sets: &[String]) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::UnknownType,
        at,
        format!("unknown Bot API type `{name}`"),
    );
    if let Some(retired) = facts::retired("type", name) {
        return replaced(diagnostic, &retired);
    }
    let similar = nearest(name, facts::type_names()).filter(|_| !name.contains('.'));
    match similar {
        Some(similar) => diagnostic.help(format!("a type with a similar name exists: `{similar}`")),
        None if sets.is_empty() => diagnostic.help(format!(
            "a type of your own, or newer than Bot API {}? `#[telegram_type(unlisted)]`",
            facts::version()
        )),
        None => {
            let sets = alike(name, sets.iter().map(String::as_str));
            diagnostic.help(format!("known closed sets of words: {sets}"))
        }
    }
}

/// For the name of a closed set of words.
pub(crate) fn similar_set(at: impl ToTokens, name: &str, set: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::UnknownType,
        at,
        format!("unknown Bot API type `{name}`"),
    );
    if name.contains('.') {
        diagnostic.help(format!("did you mean `\"{set}\"`?"))
    } else {
        diagnostic
            .help(format!("`#[telegram_type(\"{set}\")]`"))
            .note("a closed set of words is named by a field or parameter that takes it")
    }
}

/// For the name of a method.
pub(crate) fn is_method(at: impl ToTokens, method: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownType,
        at,
        format!("`{method}` is a method, not a type"),
    )
    .help(format!("`#[telegram_method(\"{method}\")]`"))
}

pub(crate) fn type_is_listed(unlisted: &Ident, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TypeListed,
        unlisted,
        format!("`{name}` is listed, so `unlisted` is not needed"),
    )
    .help("remove it")
}

/// For something else that declares a union.
pub(crate) fn is_union(at: &Ident, name: &str, variants: &[&str]) -> Diagnostic {
    let first = variants.first().copied().unwrap_or(name);
    Diagnostic::new(
        Code::WrongShape,
        at,
        format!("`{name}` is one of several objects"),
    )
    .help(format!(
        "`enum {at} {{ {}({first}), … }}`, with a variant for each",
        short(name, first)
    ))
}

/// For an enum that declares an object. `fields` are those that are required, with their types.
pub(crate) fn is_object(at: &Ident, name: &str, fields: &[(&str, String)]) -> Diagnostic {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, ty)| format!("{}: {ty}", field_name(name)))
        .collect();
    let body = if fields.is_empty() {
        ";".to_owned()
    } else {
        format!(" {{ {} }}", fields.join(", "))
    };
    Diagnostic::new(Code::WrongShape, at, format!("`{name}` is an object"))
        .help(format!("`struct {at}{body}`"))
}

/// For something else that declares a closed set of words.
pub(crate) fn is_set_of_words(
    at: &Ident,
    name: &str,
    words: &[&str],
    is_received: bool,
) -> Diagnostic {
    let unknown = is_received.then(|| "Unknown(String)".to_owned());
    let mut variants: Vec<String> = Vec::new();
    for word in words {
        let variant = word_variant(word);
        let name = |variant: &str| variant.rsplit(' ').next().map(ToOwned::to_owned);
        // Words may differ in case only.
        let is_taken = variants.iter().any(|other| name(other) == name(&variant));
        variants.push(if is_taken {
            let capital = name(&variant).unwrap_or_default();
            format!("#[telegram(rename = {word:?})] Other{capital}")
        } else {
            variant
        });
    }
    variants.extend(unknown);
    Diagnostic::new(
        Code::WrongShape,
        at,
        format!("`{name}` is a closed set of words"),
    )
    .help(format!("`enum {at} {{ {} }}`", variants.join(", ")))
}

/// The name of a variant for an object of the union.
fn short<'a>(union: &str, object: &'a str) -> &'a str {
    object
        .strip_prefix(union)
        .filter(|short| syn::parse_str::<Ident>(short).is_ok())
        .unwrap_or(object)
}

/// A variant for the word, with a `rename` if its name does not say the word.
fn word_variant(word: &str) -> String {
    let name = pascal_case(word);
    let name = if syn::parse_str::<Ident>(&name).is_ok() {
        name
    } else {
        // An emoji or a number.
        let letters = word
            .chars()
            .map(|letter| format!("U{:X}", u32::from(letter)));
        letters.collect::<Vec<_>>().concat()
    };
    if snake_case(&name) == word {
        name
    } else {
        format!("#[telegram(rename = {word:?})] {name}")
    }
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
    Diagnostic::new(
        Code::MissingVariant,
        at,
        format!("`{union}` has no variant for `{what}`"),
    )
    .help(format!("`{}({name}),`", short(union, name)))
}

fn has_no(at: impl ToTokens, owner: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownVariant,
        at,
        format!("`{owner}` has no `{name}`"),
    )
}

/// `can_grow` says whether a later version of the Bot API can add variants.
pub(crate) fn unknown_variant(
    at: impl ToTokens,
    owner: &str,
    name: &str,
    known: &[&str],
    can_grow: bool,
) -> Diagnostic {
    let help = if can_grow {
        let version = facts::version();
        format!(
            "newer than Bot API {version}? `#[telegram(unlisted)]`; another name for a known one? \
             `#[telegram(rename = \"…\")]`"
        )
    } else {
        "remove the variant".to_owned()
    };
    has_no(at, owner, name)
        .help(help)
        .note(format!("known: {}", alike(name, known.iter().copied())))
}

/// `meant` is the object that the variant should hold.
pub(crate) fn misspelt_variant(at: &Ident, owner: &str, name: &str, meant: &str) -> Diagnostic {
    has_no(at, owner, name).help(format!("did you mean `{}({meant})`?", short(owner, meant)))
}

/// `is_renamed` says whether the word is that of a `rename`.
pub(crate) fn misspelt_word(
    at: impl ToTokens,
    owner: &str,
    word: &str,
    meant: &str,
    variant: &Ident,
    is_renamed: bool,
) -> Diagnostic {
    let name = pascal_case(meant);
    let meant = if is_renamed {
        format!("{meant:?}")
    } else if snake_case(&name) == meant {
        name
    } else {
        format!("#[telegram(rename = {meant:?})] {variant}")
    };
    has_no(at, owner, word).help(format!("did you mean `{meant}`?"))
}

pub(crate) fn retired_word(at: impl ToTokens, owner: &str, retired: &Retired) -> Diagnostic {
    replaced(has_no(at, owner, retired.name), retired)
}

pub(crate) fn missing_word(at: &Ident, owner: &str, word: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MissingVariant,
        at,
        format!("`{owner}` can be `\"{word}\"`, which this enum leaves out"),
    )
    .help(format!("`{},`", word_variant(word)))
}

pub(crate) fn missing_unknown(at: &Ident, owner: &str, is_union: bool) -> Diagnostic {
    let variant = if is_union {
        "Unknown(telegrammar::Unknown)"
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

pub(crate) fn tag_is_no_name(tag: &LitStr) -> Diagnostic {
    Diagnostic::new(Code::MissingTag, tag, "`tag` needs the name of a field")
        .help("`tag = \"type\"`")
}
