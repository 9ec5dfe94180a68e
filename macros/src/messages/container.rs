//! Messages about the item and the parameters of the attribute.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitStr, Path, Type};

use super::text::{alike, found_or, inside, meant, typed};
use crate::diagnostics::{Code, Diagnostic};
use crate::facts::nearest;
use crate::keys::{FIELD_KEYS, METHOD_KEYS, TYPE_KEYS};
use crate::names::pascal_case;

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
        "extern" => "an extern item",
        "use" => "an import",
        "macro_rules" | "macro" => "a macro",
        _ => "this item",
    };
    let first = args.clone().into_iter().next();
    let name = syn::parse2::<LitStr>(first.into_token_stream());
    let name = name.map(|name| pascal_case(&name.value())).ok();
    let name = name.filter(|name| syn::parse_str::<Ident>(name).is_ok());
    let name = name.as_deref().unwrap_or("GetMe");
    Diagnostic::new(
        Code::NotAStruct,
        keyword,
        format!("`#[telegram_method]` describes a struct, not {what}"),
    )
    .help(format!("one struct per method: `pub struct {name};`"))
}

pub(crate) fn unnamed_fields(fields: impl ToTokens, name: &Ident, named: &str) -> Diagnostic {
    let help = if named.is_empty() {
        format!("`struct {name};`")
    } else {
        format!("`struct {name} {{ {named} }}`")
    };
    Diagnostic::new(
        Code::UnnamedFields,
        fields,
        "parameters are sent by name, so the fields need names",
    )
    .help(help)
}

/// The maximum is that of the runtime's tables.
pub(crate) fn too_many_fields(name: &Ident, count: usize, most: usize) -> Diagnostic {
    Diagnostic::new(
        Code::TooManyFields,
        name,
        format!("a definition has at most {most} fields, but `{name}` has {count}"),
    )
    .help("leave out optional fields, or `#[telegram(skip)]` those that are not sent")
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

pub(crate) fn not_a_type(keyword: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::NotAStruct,
        keyword,
        "`#[telegram_type]` describes a struct or an enum",
    )
    .help("`struct` for an object, `enum` for a union or a closed set of words")
}

pub(super) fn describes_one(is_type: bool) -> &'static str {
    if is_type {
        "a definition describes one type"
    } else {
        "a struct describes one method"
    }
}

pub(crate) fn second_attribute(attribute: Span, is_type: bool) -> Diagnostic {
    Diagnostic::at(Code::SecondAttribute, attribute, describes_one(is_type))
        .help("remove this attribute")
}

/// For `#[telegram_type]` beside `#[telegram_method]`.
pub(crate) fn method_and_type(attribute: Span) -> Diagnostic {
    Diagnostic::at(
        Code::SecondAttribute,
        attribute,
        "a definition describes either a method or a type",
    )
    .help("remove this attribute, or `#[telegram_method(...)]`")
}

/// The attribute's name.
pub(super) fn attribute_name(is_type: bool) -> &'static str {
    if is_type {
        "telegram_type"
    } else {
        "telegram_method"
    }
}

pub(crate) fn not_on_a_field(attribute: impl ToTokens, is_type: bool) -> Diagnostic {
    let own = attribute_name(is_type);
    Diagnostic::new(
        Code::NotOnAField,
        attribute,
        "`#[telegram(...)]` belongs on a field",
    )
    .help(format!("container options go into `#[{own}(...)]`"))
}

pub(crate) fn derived_already(name: &Ident, is_type: bool) -> Diagnostic {
    let attribute = attribute_name(is_type);
    Diagnostic::new(
        Code::DerivedAlready,
        name,
        format!("`{name}` is already derived by `#[{attribute}]`"),
    )
    .help("remove it from the derive list")
}

/// `what` is the item that the attribute is on.
pub(crate) fn serde_attribute(
    attribute: impl ToTokens,
    what: &str,
    instead: Option<&str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::SerdeAttribute,
        attribute,
        format!("`#[serde(...)]` has no effect on {what}"),
    );
    match instead {
        Some(instead) => diagnostic.help(format!("`#[telegram({instead})]`")),
        None => diagnostic.help("remove it; `#[telegram(...)]` says how a field is sent"),
    }
}

/// The key that was probably meant.
pub(crate) fn container_key(name: &str, is_type: bool) -> Option<&'static str> {
    meant(name, container_keys(is_type))
}

fn container_keys(is_type: bool) -> &'static [&'static str] {
    if is_type { TYPE_KEYS } else { METHOD_KEYS }
}

pub(crate) fn unknown_container_key(key: &Ident, is_type: bool) -> Diagnostic {
    let name = key.to_string();
    let diagnostic = Diagnostic::new(
        Code::UnknownContainerKey,
        key,
        format!("unknown key `{name}`"),
    );
    match container_key(&name, is_type) {
        Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
        None if FIELD_KEYS.contains(&name.as_str()) => {
            diagnostic.help(format!("it goes onto a field: `#[telegram({name} = …)]`"))
        }
        None => {
            let known = alike(&name, container_keys(is_type).iter().copied());
            diagnostic.help(format!("known keys: {known}"))
        }
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
        "leave out `{by}` or the other targets, or say it: `returns = bool`"
    ))
    .note(format!("the result is `True` when `{by}` is given"))
}

/// The type that was probably meant by tokens instead of `= Type`.
pub(crate) fn meant_type(found: &TokenStream) -> Option<Type> {
    if let Ok(text) = syn::parse2::<LitStr>(found.clone()) {
        return text.parse().ok();
    }
    let is_arrow = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => "->".contains(punct.as_char()),
        _ => false,
    };
    let inside: TokenStream = inside(found).into_iter().skip_while(is_arrow).collect();
    syn::parse2(inside).ok()
}

/// `found` are the tokens instead of the type, if there are any.
pub(crate) fn returns_needs_type(key: &Ident, found: TokenStream) -> Diagnostic {
    let ty = meant_type(&found).map_or_else(|| "Type".to_owned(), typed);
    Diagnostic::new(
        Code::ReturnsForm,
        found_or(key, found),
        "`returns` needs a type",
    )
    .help(format!("`returns = {ty}`"))
}

/// For a type instead of a key, or after an arrow. `comma` is missing before it.
pub(crate) fn type_without_key(found: TokenStream, ty: &Type, comma: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ReturnsForm,
        found,
        "the result type needs the key `returns`",
    )
    .help(format!("`{comma}returns = {}`", typed(ty)))
}

pub(crate) fn borrowed_result(ty: impl ToTokens, owned: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BorrowedResult,
        ty,
        "the result is decoded from the response and must be owned",
    )
    .help(format!("`{owned}`"))
}

/// `found` are the tokens instead of the path, if there are any.
pub(crate) fn crate_needs_path(key: &Ident, found: TokenStream) -> Diagnostic {
    let inside = syn::parse2::<Path>(inside(&found));
    let path = inside.map_or_else(|_| "::renamed".to_owned(), typed);
    Diagnostic::new(
        Code::CrateForm,
        found_or(key, found),
        "`crate` needs the path of telegrammar",
    )
    .help(format!("`crate = {path}`"))
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

pub(crate) fn one_of_without_fields(key: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::OneOfForm,
        key,
        "`one_of` is about the fields of a struct",
    )
    .help("remove `one_of`")
    .note("an enum is always exactly one of its variants")
}

pub(crate) fn one_of_twice(field: &Ident) -> Diagnostic {
    Diagnostic::new(Code::OneOfForm, field, format!("`{field}` is listed twice"))
        .help("keep one of them")
}

/// `sent` is the field with this wire name.
pub(crate) fn one_of_unknown(field: &Ident, sent: Option<String>, known: &[String]) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::OneOfUnknown, field, format!("no field `{field}`"));
    let known_names = || known.iter().map(String::as_str);
    let similar = || nearest(&field.to_string(), known_names());
    match sent.or_else(|| similar().map(ToOwned::to_owned)) {
        Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
        None if known.is_empty() => diagnostic.help("remove `one_of`"),
        None => diagnostic.help(format!(
            "known fields: {}",
            alike(&field.to_string(), known_names())
        )),
    }
}

pub(crate) fn one_of_skipped(field: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::OneOfUnknown,
        field,
        format!("`{field}` is skipped, so it cannot be one of several"),
    )
    .help("remove it from `one_of`")
    .note("a skipped field is never sent")
}

pub(crate) fn one_of_required(field: &Ident, ty: impl ToTokens) -> Diagnostic {
    Diagnostic::new(
        Code::OneOfRequired,
        field,
        format!("`{field}` is required, so it cannot be one of several"),
    )
    .help(format!("`{field}: Option<{}>`", typed(ty)))
}
