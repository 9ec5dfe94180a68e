//! Messages about the name of a method or type in an attribute.

use proc_macro2::{Ident, Span, TokenStream};
use syn::LitStr;

use super::container::{attribute_name, describes_one};
use super::text::replaced;
use crate::diagnostics::{Code, Diagnostic};
use crate::facts;

pub(crate) fn missing_name(attribute: Span, name: &str) -> Diagnostic {
    Diagnostic::at(Code::MissingName, attribute, "the method name is missing")
        .help(format!("`#[telegram_method(\"{name}\")]`"))
}

/// For a struct with the name of a type.
pub(crate) fn missing_name_of_type(attribute: Span, ty: &str) -> Diagnostic {
    Diagnostic::at(
        Code::MissingName,
        attribute,
        format!("the method name is missing, and `{ty}` is a type"),
    )
    .help("`#[telegram_type]`")
}

pub(crate) fn empty_name(literal: &LitStr, name: &str) -> Diagnostic {
    Diagnostic::new(Code::EmptyName, literal, "the method name is empty")
        .help(format!("`\"{name}\"`"))
}

pub(crate) fn name_is_path(literal: &LitStr, name: &str, is_url: bool) -> Diagnostic {
    let found = if is_url { "a URL" } else { "a path" };
    Diagnostic::new(
        Code::NameIsPath,
        literal,
        format!("expected a method name, found {found}"),
    )
    .help(format!("`\"{name}\"`"))
    .note("the base URL belongs to the `Bot`")
}

pub(crate) fn name_character(literal: &LitStr, character: char, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NameCharacter,
        literal,
        format!("`{character:?}` cannot occur in a method name"),
    )
    .help(format!("`\"{name}\"`"))
}

pub(crate) fn name_is_not_camel_case(literal: &LitStr, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NameNotCamelCase,
        literal,
        "Bot API method names are camelCase",
    )
    .help(format!("`\"{name}\"`"))
}

pub(crate) fn name_is_not_a_literal(tokens: &TokenStream, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NameNotLiteral,
        tokens,
        "the method name must be a string literal",
    )
    .help(format!("`\"{name}\"`"))
}

pub(crate) fn name_needs_no_key(key: &Ident, name: &LitStr, is_type: bool) -> Diagnostic {
    let attribute = attribute_name(is_type);
    Diagnostic::new(
        Code::UnknownContainerKey,
        key,
        format!("unknown key `{key}`"),
    )
    .help(format!("`#[{attribute}(\"{}\")]`", name.value()))
    .note("the name comes first and without a key")
}

pub(crate) fn second_name(name: &LitStr, is_type: bool) -> Diagnostic {
    Diagnostic::new(Code::SecondName, name, describes_one(is_type))
        .help(format!("remove `\"{}\"`", name.value()))
}

pub(crate) fn name_is_not_first(name: &LitStr, is_type: bool) -> Diagnostic {
    let what = if is_type { "type" } else { "method" };
    let attribute = attribute_name(is_type);
    Diagnostic::new(
        Code::NameNotFirst,
        name,
        format!("the {what} name comes first"),
    )
    .help(format!("`#[{attribute}(\"{}\", …)]`", name.value()))
}

/// `similar` is the method that was probably meant.
pub(crate) fn unknown_method(literal: &LitStr, similar: Option<&str>) -> Diagnostic {
    let name = literal.value();
    let diagnostic = Diagnostic::new(
        Code::UnknownMethod,
        literal,
        format!("unknown Bot API method `{name}`"),
    );
    if let Some(retired) = facts::retired("method", &name) {
        return replaced(diagnostic, &retired);
    }
    match similar {
        Some(similar) => {
            diagnostic.help(format!("a method with a similar name exists: `{similar}`"))
        }
        None => diagnostic.help(format!(
            "newer than Bot API {}? add `unlisted` and say what it `returns`",
            facts::version()
        )),
    }
}

/// For the name of a type, which `is_own` says is also that of the struct.
pub(crate) fn name_is_type(literal: &LitStr, name: &str, is_own: bool) -> Diagnostic {
    let help = if is_own {
        "`#[telegram_type]`".to_owned()
    } else {
        format!("`#[telegram_type({name:?})]`")
    };
    Diagnostic::new(
        Code::UnknownMethod,
        literal,
        format!("`{name}` is a type, not a method"),
    )
    .help(help)
}

pub(crate) fn struct_name(definition: &Ident, expected: &str, method: &str) -> Diagnostic {
    Diagnostic::new(
        Code::StructName,
        definition,
        format!("the struct's name differs from the method's, `{method}`"),
    )
    .help(format!("`{expected}`"))
}

pub(crate) fn method_is_listed(unlisted: &Ident, method: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MethodListed,
        unlisted,
        format!("`{method}` is listed, so `unlisted` is not needed"),
    )
    .help("remove it")
}

/// For `repeatable` on a listed method whose class is already known.
pub(crate) fn repeatable_is_listed(repeatable: &Ident, method: &str) -> Diagnostic {
    Diagnostic::new(
        Code::RepeatableListed,
        repeatable,
        format!("`{method}` is listed as repeatable, so `repeatable` is not needed"),
    )
    .help("remove it")
}

/// `why` is the reason for which a second call does harm, if the method's verb does not tell.
pub(crate) fn not_repeatable(repeatable: &Ident, method: &str, why: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        Code::RepeatableListed,
        repeatable,
        format!("`{method}` is not repeatable"),
    )
    .help("remove `repeatable`")
    .note(why.unwrap_or("a second call has a second effect"))
}

pub(crate) fn type_is_not_a_literal(found: TokenStream, name: Option<&LitStr>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::NameNotLiteral,
        found,
        "the type name must be a string literal",
    );
    match name {
        Some(name) => diagnostic.help(format!("`{:?}`", name.value())),
        None => diagnostic.help("remove it if it is the name of the item, or write it in quotes"),
    }
}
