//! Messages about fields, their keys, names and types.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{LitStr, Type};

use super::facts::has_no;
use super::text::{alike, field_name, found_or, inside, meant, names, typed};
use crate::diagnostics::{Code, Diagnostic};
use crate::facts::Members;
use crate::keys::{FIELD_KEYS, Measure};
use crate::names::{is_snake_case, pascal_case, snake_case};
use crate::types::option;

pub(crate) fn empty_telegram(attribute: impl ToTokens) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyTelegram,
        attribute,
        "`#[telegram]` needs at least one key",
    )
    .help(format!("known keys: {}", names(FIELD_KEYS.iter().copied())))
}

/// The key that was probably meant.
pub(crate) fn field_key(name: &str) -> Option<&'static str> {
    meant(name, FIELD_KEYS)
}

/// Whether a key such as `min` or `max_len` is for the lower bound; `None` if it is not for a bound.
pub(crate) fn side(key: &str) -> Option<bool> {
    let parts: Vec<_> = key.split('_').collect();
    let has = |words: [&str; 3]| parts.iter().any(|part| words.contains(part));
    match (
        has(["min", "minimum", "least"]),
        has(["max", "maximum", "most"]),
    ) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// For a bound with a key of its own. `range` has both bounds.
pub(crate) fn lone_bound(key: &Ident, measure: Measure, range: &str) -> Diagnostic {
    Diagnostic::new(Code::UnknownFieldKey, key, format!("unknown key `{key}`"))
        .help(format!("write both bounds: `{} = {range}`", measure.key()))
}

pub(crate) fn unknown_field_key(key: &Ident) -> Diagnostic {
    let name = key.to_string();
    let diagnostic = Diagnostic::new(Code::UnknownFieldKey, key, format!("unknown key `{name}`"));
    match (name.as_str(), field_key(&name)) {
        ("returns", _) => diagnostic.help("`returns` goes into `#[telegram_method(...)]`"),
        ("one_of" | "crate", _) => {
            let attributes = "`#[telegram_method(...)]` or `#[telegram_type(...)]`";
            diagnostic.help(format!("`{name}` goes into {attributes}"))
        }
        ("optional", _) => diagnostic.help("an optional parameter is an `Option`"),
        (_, Some(similar)) => diagnostic.help(format!("did you mean `{similar}`?")),
        (_, None) => {
            let known = alike(&name, FIELD_KEYS.iter().copied());
            diagnostic.help(format!("known keys: {known}"))
        }
    }
}

/// `found` are the tokens instead of the text, if there are any.
pub(crate) fn rename_needs_text(key: &Ident, found: TokenStream) -> Diagnostic {
    let word = inside(&found).to_string();
    let word = word.trim_matches('"').trim_start_matches("r#");
    let name = if is_snake_case(word) { word } else { "chat_id" };
    let help = format!("`rename = \"{name}\"`");
    Diagnostic::new(
        Code::RenameForm,
        found_or(key, found),
        "`rename` needs a string literal",
    )
    .help(help)
}

pub(crate) fn rename_is_empty(literal: &LitStr) -> Diagnostic {
    Diagnostic::new(
        Code::RenameForm,
        literal,
        "a parameter name cannot be empty",
    )
    .help("`rename = \"chat_id\"`")
}

pub(crate) fn rename_is_not_snake_case(literal: &LitStr) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::RenameForm,
        literal,
        "Bot API parameters are snake_case",
    );
    let name = snake_case(&literal.value());
    if is_snake_case(&name) {
        diagnostic.help(format!("`rename = \"{name}\"`"))
    } else {
        diagnostic.help(SNAKE_CASE)
    }
}

/// Used if no name can be suggested.
const SNAKE_CASE: &str = "a letter from `a` to `z`, then such letters, digits and `_`";

pub(crate) fn same_wire_name(field: impl ToTokens, name: &str, first: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::SameWireName,
        field,
        format!("parameter `{name}` is sent twice, first by field `{first}`"),
    )
    .help("rename one of them")
}

/// `key` is `skip`, `flatten` or `rest`, or what was typed for it.
pub(crate) fn key_with_other(key: &Ident, other: &str) -> Diagnostic {
    let note = match key.to_string().as_str() {
        "skip" => "a skipped field is never sent",
        "rest" => "unknown members have no rules",
        _ => "the fields of a base have keys of their own",
    };
    Diagnostic::new(
        Code::SkipWithOther,
        key,
        format!("`{key}` cannot be combined with `{other}`"),
    )
    .help(format!("remove `{other}`, or `{key}`"))
    .note(note)
}

pub(crate) fn second_inner(key: &Ident, first: &Ident) -> Diagnostic {
    let (head, help) = if key == "rest" {
        (
            "unknown members are stored once",
            "remove the field".to_owned(),
        )
    } else {
        (
            "a definition has at most one base",
            format!("keep `{first}`, and declare the others' fields one by one"),
        )
    };
    Diagnostic::new(Code::Flatten, key, head).help(help)
}

pub(crate) fn rest_in_method(key: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::Flatten,
        key,
        "a method has no unknown parameters to store",
    )
    .help("declare each parameter as a field: `#[telegram(unlisted)]`")
}

/// For a base or a storage that is an `Option` of `inner`.
pub(crate) fn optional_inner(key: &Ident, ty: &Type, inner: &Type) -> Diagnostic {
    Diagnostic::new(
        Code::Flatten,
        ty,
        format!("`{key}` needs a value that is always there"),
    )
    .help(format!("`{}`", typed(inner)))
}

/// For a base of the type that has it. `facts` are those of the definition.
pub(crate) fn own_base(ty: &Type, facts: Option<&Members<'_>>) -> Diagnostic {
    let help = facts.map_or_else(
        || "name another definition, whose fields this one has too".to_owned(),
        |facts| {
            let module = if facts.noun == "field" {
                "types"
            } else {
                "methods"
            };
            format!("`telegrammar::{module}::{}`", pascal_case(facts.name))
        },
    );
    Diagnostic::new(Code::Flatten, ty, "a definition cannot be its own base").help(help)
}

/// For a field whose type says that it is a base or a storage. `key` is what is missing.
pub(crate) fn forgotten_inner(
    key: &Ident,
    field: &Ident,
    ty: &Type,
    facts: Option<&Members<'_>>,
) -> Diagnostic {
    let ty = typed(option(ty).unwrap_or(ty));
    let help = format!("`#[telegram({key})] {field}: {ty}`");
    match facts {
        Some(facts) => has_no(field.to_token_stream(), &field.unraw().to_string(), facts),
        None => Diagnostic::new(
            Code::Flatten,
            field,
            "unknown members are not the value of a field",
        ),
    }
    .help(help)
}

/// For a member that the base has too.
pub(crate) fn member_of_base(at: impl ToTokens, name: &str, base: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BaseMember,
        at,
        format!("`{name}` is a member of the base `{base}` already"),
    )
    .help("remove the field, and use that of the base")
}

pub(crate) fn nested_option(inner: impl ToTokens) -> Diagnostic {
    let help = format!("`{}`", typed(&inner));
    Diagnostic::new(
        Code::NestedOption,
        inner,
        "a parameter is either sent or not, so `Option` cannot be nested",
    )
    .help(help)
}

/// A type without sendable values.
pub(crate) enum Unsendable<'a> {
    Function,
    Pointer,
    TraitObject,
    /// With the type of the items.
    List(&'a Type),
    Text,
}

pub(crate) fn unsendable_type(ty: impl ToTokens, what: &Unsendable<'_>) -> Diagnostic {
    let (what, instead) = match what {
        Unsendable::Function => ("a function pointer", None),
        Unsendable::Pointer => ("a raw pointer", None),
        Unsendable::TraitObject => ("a trait object", None),
        Unsendable::List(item) => ("an unsized list", Some(format!("Vec<{}>", typed(item)))),
        Unsendable::Text => ("an unsized text", Some("String".to_owned())),
    };
    let help = match instead {
        Some(instead) => format!("`{instead}`"),
        None => "a type with a value, or `#[telegram(skip)]`".to_owned(),
    };
    Diagnostic::new(Code::UnsendableShape, ty, format!("{what} cannot be sent")).help(help)
}

pub(crate) fn raw_bytes(ty: impl ToTokens, instead: &str) -> Diagnostic {
    Diagnostic::new(Code::RawBytes, ty, "raw bytes are not a parameter")
        .help(format!("`{instead}`"))
}

pub(crate) fn no_fixed_size(ty: impl ToTokens, name: &str) -> Diagnostic {
    let help = if name == "usize" {
        "`u32` or `i64`"
    } else {
        "`i32` or `i64`"
    };
    Diagnostic::new(
        Code::NoFixedSize,
        ty,
        format!("`{name}` has no fixed size on the wire"),
    )
    .help(help)
}

pub(crate) fn generated_name(field: &Ident, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::GeneratedName,
        field,
        format!("field `{name}` collides with the generated `{name}`"),
    )
    .help(format!(
        "rename the field, keep the wire name: `#[telegram(rename = \"{name}\")]`"
    ))
}

/// `meant` is the name in snake case, or the parameter that was probably intended.
pub(crate) fn field_is_not_snake_case(field: &Ident, meant: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::NotSnakeCase,
        field,
        "Bot API parameters are snake_case",
    );
    if is_snake_case(meant) {
        diagnostic.help(format!("`{}`", field_name(meant)))
    } else {
        diagnostic.help(SNAKE_CASE)
    }
}
