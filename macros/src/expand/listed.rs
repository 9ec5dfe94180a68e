//! Expands the names of everything that the facts list, as the arguments of a macro. So a test can
//! look at all of the catalogue without a list of its own.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::method::kind;
use crate::facts::{self, FieldFacts, Shape, TypeExpr};
use crate::names::pascal_case;

/// `list! methods` → `list! { methods: GetUpdates SetWebhook … }`. Instead of the methods, it can be
/// `objects`, `unions`, `results`, `words`, `values` or `uploads`.
///
/// A result is the struct of a method and the type of what the server returns, as an `ApiType`:
/// `GetMe (ApiType::Object("User"));`. Values are the words of a closed set, in order:
/// `"Chat.type" ["private" "group" …];`.
///
/// An object is every type with fields, and every type without any that is sent as `{}`. A closed
/// set of words is a field of texts, as in `"Chat.type" types Chat r#type required;`, because only
/// the catalogue gives it a name. The last word is `optional`, `required`, `optional_list` or
/// `required_list`.
///
/// Uploads are the objects with a field that can contain a file, the unions with such a variant, and
/// the methods with such a parameter: `object InputRichMessageMedia { media "InputRichMessageMedia.media"
/// required [InputMediaAnimation …]; }`, with the objects that a type without a name stands for.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let tokens: Vec<_> = input.into_iter().collect();
    let [
        TokenTree::Ident(callback),
        TokenTree::Punct(_),
        TokenTree::Ident(kind),
    ] = tokens.as_slice()
    else {
        return quote!(
            ::core::compile_error! { "expected the name of a macro, `!`, and what to list" }
        );
    };
    let listed = match kind.to_string().as_str() {
        "methods" => methods(),
        "objects" => types(|shape| !matches!(shape, Shape::Union { .. })),
        "unions" => types(|shape| matches!(shape, Shape::Union { .. })),
        "results" => results(),
        "words" => words(),
        "values" => values(),
        "uploads" => uploads(),
        _ => return quote!(::core::compile_error! { "nothing of this kind is listed" }),
    };
    quote!(#callback! { #kind: #listed })
}

/// The structs of a method: the second one is for inline messages.
fn structs(name: &str, has_two: bool) -> Vec<Ident> {
    let mut names = vec![pascal_case(name)];
    if has_two {
        let verb = name.split(char::is_uppercase).next().unwrap_or(name);
        let rest = name.strip_prefix(verb).unwrap_or_default();
        names.push(format!("{}Inline{rest}", pascal_case(verb)));
    }
    let names = names.iter();
    names
        .map(|name| Ident::new(name, Span::call_site()))
        .collect()
}

fn methods() -> TokenStream {
    let methods = facts::method_names().filter_map(facts::method);
    let names = methods.flat_map(|method| structs(method.name, method.returns_by.is_some()));
    quote!(#(#names)*)
}

fn results() -> TokenStream {
    let schema = quote!(::telegrammar::schema);
    let methods = facts::method_names().filter_map(facts::method);
    let results = methods.map(|method| {
        let name = structs(method.name, false);
        let result = kind(&method.returns, &schema);
        quote!(#(#name)* (#result);)
    });
    results.collect()
}

fn types(wanted: impl Fn(&Shape) -> bool) -> TokenStream {
    let types = facts::type_names().filter_map(facts::ty);
    // A file is no JSON.
    let types = types.filter(|ty| wanted(&ty.shape) && ty.name != "InputFile");
    let names = types.map(|ty| Ident::new(ty.name, Span::call_site()));
    quote!(#(#names)*)
}

fn words() -> TokenStream {
    let methods = facts::method_names().filter_map(facts::method);
    let methods = methods.map(|method| {
        let name = structs(method.name, false);
        sets(method.name, &quote!(methods #(#name)*), &method.fields)
    });
    let types = facts::type_names().filter_map(facts::ty);
    let types = types.map(|ty| {
        let name = Ident::new(ty.name, Span::call_site());
        sets(ty.name, &quote!(types #name), ty.fields())
    });
    methods.chain(types).collect()
}

fn values() -> TokenStream {
    let methods = facts::method_names().filter_map(facts::method);
    let methods = methods.map(|method| (method.name, method.fields));
    let types = facts::type_names().filter_map(facts::ty);
    let types = types.map(|ty| (ty.name, ty.fields().to_vec()));
    let sets = methods.chain(types).flat_map(|(owner, fields)| {
        let fields = fields.into_iter();
        let sets = fields.filter_map(move |field| {
            let words = [field.values, field.each_of].concat();
            let path = format!("{owner}.{}", field.name);
            (!words.is_empty()).then(|| quote!(#path [#(#words)*];))
        });
        sets.collect::<Vec<_>>()
    });
    sets.collect()
}

/// The closed sets among the members of a method or an object.
fn sets(owner: &str, place: &TokenStream, fields: &[FieldFacts]) -> TokenStream {
    let set = |field: &FieldFacts| {
        let is_text = matches!(&field.ty, TypeExpr::String)
            || matches!(&field.ty, TypeExpr::Array(item) if **item == TypeExpr::String);
        if !is_text || (field.values.is_empty() && field.each_of.is_empty()) {
            return None;
        }
        let (path, name, form) = parts(owner, field);
        Some(quote!(#path #place #name #form;))
    };
    fields.iter().filter_map(set).collect()
}

/// The path of a field, its name in Rust, and what its type is made of.
fn parts(owner: &str, field: &FieldFacts) -> (String, Ident, Ident) {
    let form = match (&field.ty, field.required) {
        (TypeExpr::Array(_), true) => "required_list",
        (TypeExpr::Array(_), false) => "optional_list",
        (_, true) => "required",
        (_, false) => "optional",
    };
    let name = syn::parse_str::<Ident>(field.name);
    let name = name.unwrap_or_else(|_| Ident::new_raw(field.name, Span::call_site()));
    let form = Ident::new(form, Span::call_site());
    (format!("{owner}.{}", field.name), name, form)
}

fn uploads() -> TokenStream {
    let types: Vec<_> = facts::type_names().filter_map(facts::ty).collect();
    let can_upload = |fields: &[FieldFacts]| fields.iter().any(|field| field.upload.is_some());
    let objects = types.iter().filter(|ty| can_upload(ty.fields()));
    let names: Vec<_> = objects.clone().map(|ty| ty.name).collect();
    let objects = objects.map(|ty| {
        let (name, fields) = (
            Ident::new(ty.name, Span::call_site()),
            files(ty.name, ty.fields()),
        );
        quote!(object #name { #fields })
    });
    let unions = types.iter().filter_map(|ty| {
        let variants = ty
            .variants()
            .iter()
            .filter(|variant| names.contains(&variant.name));
        let variants: Vec<_> = variants
            .map(|variant| Ident::new(variant.name, Span::call_site()))
            .collect();
        let name = Ident::new(ty.name, Span::call_site());
        (!variants.is_empty()).then(|| quote!(union #name { #(#variants)* }))
    });
    let methods = facts::method_names().filter_map(facts::method);
    let methods = methods.filter(|method| can_upload(&method.fields));
    let methods = methods.map(|method| {
        let (names, fields) = (
            structs(method.name, false),
            files(method.name, &method.fields),
        );
        quote!(method #(#names)* { #fields })
    });
    objects.chain(unions).chain(methods).collect()
}

/// The members of a method or an object that can contain a file.
fn files(owner: &str, fields: &[FieldFacts]) -> TokenStream {
    let fields = fields.iter().filter(|field| field.upload.is_some());
    let fields = fields.map(|field| {
        let (path, name, form) = parts(owner, field);
        let members = facts::members_of(&field.ty);
        let alternatives = members
            .iter()
            .map(|name| Ident::new(name, Span::call_site()));
        quote!(#name #path #form [#(#alternatives)*];)
    });
    fields.collect()
}
