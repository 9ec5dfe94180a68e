//! Texts about the item and the attribute's own arguments.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::LitStr;

use super::{CONTAINER_KEYS, meant, names, typed};
use crate::diagnostics::Diagnostic;
use crate::facts::{self, nearest};
use crate::messages::Code;
use crate::names::{camel_case, pascal_case};

pub(crate) fn not_a_struct(keyword: &Ident, args: &TokenStream) -> Diagnostic {
    let what = match keyword.to_string().as_str() {
        "enum" => "an enum",
        "union" => "a union",
        "fn" => "a function",
        "impl" => "an impl block",
        "trait" => "a trait",
        "mod" => "a module",
        "type" => "a type alias",
        "const" => "a constant",
        "static" => "a static",
        "use" => "an import",
        "macro_rules" | "macro" => "a macro",
        _ => "this item",
    };
    let name = syn::parse2::<LitStr>(args.clone())
        .map_or_else(|_| "GetMe".to_owned(), |name| pascal_case(&name.value()));
    Diagnostic::new(
        Code::NotAStruct,
        keyword,
        format!("`#[telegram_method]` describes a struct, not {what}"),
    )
    .help(format!("one struct per method: `pub struct {name};`"))
}

pub(crate) fn unnamed_fields(fields: impl ToTokens, name: &Ident, suggestion: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnnamedFields,
        fields,
        "parameters are sent by name, so the fields need names",
    )
    .help(format!("`struct {name} {{ {suggestion} }}`"))
}

pub(crate) fn type_parameter(parameter: impl ToTokens, is_const: bool) -> Diagnostic {
    let what = if is_const { "const" } else { "type" };
    Diagnostic::new(
        Code::TypeParameter,
        parameter,
        format!("{what} parameters are not supported on a Bot API method"),
    )
    .help("use a concrete type; lifetimes are allowed")
}

pub(crate) fn second_attribute(attribute: Span) -> Diagnostic {
    Diagnostic::at(
        Code::SecondAttribute,
        attribute,
        "a struct describes one method",
    )
    .help("remove this attribute")
}

pub(crate) fn not_on_a_field(attribute: impl ToTokens) -> Diagnostic {
    Diagnostic::new(
        Code::NotOnAField,
        attribute,
        "`#[telegram(...)]` belongs on a field",
    )
    .help("container options go into `#[telegram_method(...)]`")
}

pub(crate) fn derived_already(name: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::DerivedAlready,
        name,
        format!("`{name}` is already derived by `#[telegram_method]`"),
    )
    .help("remove it from the derive list")
}

pub(crate) fn serde_attribute(attribute: impl ToTokens, rename: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::SerdeAttribute,
        attribute,
        "`#[serde(...)]` has no effect on a Bot API method",
    );
    match rename {
        Some(name) => diagnostic.help(format!("`#[telegram(rename = \"{name}\")]`")),
        None => diagnostic.help("remove it; `#[telegram(...)]` says how a field is sent"),
    }
}

pub(crate) fn missing_name(attribute: Span, definition: &Ident) -> Diagnostic {
    let guess = camel_case(&definition.to_string());
    let name = nearest(&guess, facts::method_names()).unwrap_or(&guess);
    Diagnostic::at(Code::MissingName, attribute, "the method name is missing")
        .help(format!("`#[telegram_method(\"{name}\")]`"))
}

pub(crate) fn empty_name(name: &LitStr, definition: &Ident) -> Diagnostic {
    let guess = camel_case(&definition.to_string());
    let guess = nearest(&guess, facts::method_names()).unwrap_or(&guess);
    Diagnostic::new(Code::EmptyName, name, "the method name is empty")
        .help(format!("`\"{guess}\"`"))
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

pub(crate) fn name_is_not_a_literal(token: impl ToTokens, name: Option<&str>) -> Diagnostic {
    let name = name.filter(|name| !name.is_empty()).unwrap_or("getMe");
    Diagnostic::new(
        Code::NameNotLiteral,
        token,
        "the method name must be a string literal",
    )
    .help(format!("`\"{name}\"`"))
}

pub(crate) fn second_name(name: &LitStr) -> Diagnostic {
    Diagnostic::new(Code::SecondName, name, "a struct describes one method")
        .help(format!("remove `\"{}\"`", name.value()))
}

pub(crate) fn name_is_not_first(name: &LitStr) -> Diagnostic {
    Diagnostic::new(Code::NameNotFirst, name, "the method name comes first")
        .help(format!("`#[telegram_method(\"{}\", …)]`", name.value()))
}

pub(crate) fn unknown_method(literal: &LitStr) -> Diagnostic {
    let name = literal.value();
    let diagnostic = Diagnostic::new(
        Code::UnknownMethod,
        literal,
        format!("unknown Bot API method `{name}`"),
    );
    match nearest(&name, facts::method_names()) {
        Some(similar) => {
            diagnostic.help(format!("a method with a similar name exists: `{similar}`"))
        }
        None => diagnostic.help(format!(
            "newer than Bot API {}? add `unlisted` and say what it `returns`",
            facts::VERSION
        )),
    }
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

pub(crate) fn unknown_container_key(key: &Ident) -> Diagnostic {
    let name = key.to_string();
    let diagnostic = Diagnostic::new(
        Code::UnknownContainerKey,
        key,
        format!("unknown key `{name}`"),
    );
    match meant(&name, CONTAINER_KEYS) {
        Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
        None if super::FIELD_KEYS.contains(&name.as_str()) => {
            diagnostic.help(format!("it goes onto a field: `#[telegram({name} = …)]`"))
        }
        None => diagnostic.help(format!(
            "known keys: {}",
            names(CONTAINER_KEYS.iter().copied())
        )),
    }
}

pub(crate) fn missing_returns(unlisted: &Ident) -> Diagnostic {
    Diagnostic::new(Code::MissingReturns, unlisted, "the result type is missing")
        .help("`returns = Type`")
}

pub(crate) fn ambiguous_returns(name: &LitStr, by: &str) -> Diagnostic {
    let method = name.value();
    Diagnostic::new(
        Code::MissingReturns,
        name,
        format!("`{method}` has two results, and this struct does not say which"),
    )
    .help(format!(
        "leave out `{by}`, or all other targets; or say it: `returns = bool`"
    ))
    .note(format!("the result is `True` when `{by}` is given"))
}

pub(crate) fn returns_needs_type(at: impl ToTokens, suggestion: &str) -> Diagnostic {
    Diagnostic::new(Code::ReturnsForm, at, "`returns` needs a type")
        .help(format!("`returns = {suggestion}`"))
}

pub(crate) fn returns_is_text(text: &LitStr) -> Diagnostic {
    returns_needs_type(text, &text.value())
}

pub(crate) fn borrowed_result(ty: impl ToTokens, owned: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BorrowedResult,
        ty,
        "the result is decoded from the response and must be owned",
    )
    .help(format!("`{owned}`"))
}

pub(crate) fn crate_needs_path(key: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::CrateForm,
        key,
        "`crate` needs the path of telegrammar",
    )
    .help("`crate = ::renamed`")
}

pub(crate) fn one_of_form(key: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::OneOfForm,
        key,
        "`one_of` needs the names of fields in parentheses",
    )
    .help("`one_of(chat_id, inline_message_id)`")
}

pub(crate) fn one_of_too_few(key: &Ident) -> Diagnostic {
    Diagnostic::new(Code::OneOfForm, key, "`one_of` needs at least two fields")
        .help("`one_of(chat_id, inline_message_id)`")
}

pub(crate) fn one_of_twice(field: &Ident) -> Diagnostic {
    Diagnostic::new(Code::OneOfForm, field, format!("`{field}` is listed twice"))
        .help("keep one of them")
}

pub(crate) fn one_of_unknown(field: &Ident, known: &[String]) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::OneOfUnknown, field, format!("no field `{field}`"));
    match nearest(&field.to_string(), known.iter().map(String::as_str)) {
        Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
        None => diagnostic.help(format!(
            "known fields: {}",
            names(known.iter().map(String::as_str))
        )),
    }
}

pub(crate) fn one_of_required(field: &Ident, ty: impl ToTokens) -> Diagnostic {
    Diagnostic::new(
        Code::OneOfRequired,
        field,
        format!("`{field}` is required, so it cannot be one of several"),
    )
    .help(format!("`{field}: Option<{}>`", typed(ty)))
}
