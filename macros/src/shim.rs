//! The attribute itself: it passes the item on unchanged, and adds a hidden derive and the
//! attribute's parameters. So the item never disappears, `#[cfg]` on fields is evaluated before
//! parsing, and every token keeps its span.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Path, Token};

use crate::diagnostics::Diagnostics;
use crate::messages;

/// One of the attributes.
#[derive(Clone, Copy)]
pub(crate) struct Attribute {
    /// The helper attribute of the derive that contains the parameters of the attribute. It is unlike
    /// the attribute, so that the compiler does not suggest it after a forgotten import.
    pub(crate) marker: &'static str,
    derive: &'static str,
    takes_enums: bool,
}

/// `#[telegram_method]`.
pub(crate) const METHOD: Attribute = Attribute {
    marker: "__method_arguments",
    derive: "TelegramMethod",
    takes_enums: false,
};

/// `#[telegram_type]`.
pub(crate) const TYPE: Attribute = Attribute {
    marker: "__type_arguments",
    derive: "TelegramType",
    takes_enums: true,
};

/// Expands `#[telegram_method(args)] item` and the like. `place` is the span of the attribute.
pub(crate) fn expand(
    attribute: Attribute,
    place: Span,
    args: &TokenStream,
    item: TokenStream,
    sink: &mut Diagnostics,
) -> TokenStream {
    let outline = Outline::read(attribute, item, sink);
    let item = outline.item;
    match outline.keyword {
        Some(keyword) if keyword == "struct" => {}
        Some(keyword) if keyword == "enum" && attribute.takes_enums => {}
        Some(keyword) => {
            sink.error(if attribute.takes_enums {
                messages::not_a_type(&keyword)
            } else {
                messages::not_a_struct(&keyword, args)
            });
            // Only these can have a derive, which generates what other code may use.
            if keyword != "enum" && keyword != "union" {
                return item;
            }
        }
        // Not an item; the compiler reports it.
        None => return item,
    }
    if let Some(span) = outline.marker {
        sink.error(messages::second_attribute(
            span.located_at(place),
            attribute.takes_enums,
        ));
        return item;
    }
    if outline.is_method {
        // The item is declared by the attribute that follows.
        let span = outline.anchor.unwrap_or(place).located_at(place);
        sink.error(messages::method_and_type(span));
        return item;
    }
    let derive = derive_path(attribute, args);
    // The marker has the span of the attribute, and so passes it on to the derive.
    let span = outline.anchor.unwrap_or(place).located_at(place);
    let marker = Ident::new(attribute.marker, span);
    let arguments = quote_spanned!(span=> (#args));
    let item = with_boxed_base(item);
    quote! {
        #[derive(#derive)]
        #[#marker #arguments]
        #item
    }
}

/// Puts the type of a base that is the item itself into a `Box`. The derive reports it; the compiler
/// would also report that the size of the item is infinite.
fn with_boxed_base(item: TokenStream) -> TokenStream {
    let mut owner = None;
    let mut is_name = false;
    let tokens = item.into_iter().map(|token| match token {
        TokenTree::Ident(ident) => {
            if is_name {
                owner = Some(ident.to_string());
            }
            is_name = owner.is_none() && ident == "struct";
            ident.into()
        }
        TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => match &owner {
            Some(owner) if has_flatten(body.stream()) => {
                let fields = split_at(body.stream(), ',').into_iter();
                let fields = fields.map(|field| boxed_base(field, owner));
                replace(&body, fields.collect()).into()
            }
            _ => body.into(),
        },
        token => token,
    });
    tokens.collect()
}

/// Whether one of the attributes in these tokens contains `flatten`.
fn has_flatten(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has_flatten(group.stream()),
        TokenTree::Ident(ident) => ident == "flatten",
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// The tokens up to and with each of these signs that is not in angle brackets.
fn split_at(tokens: TokenStream, sign: char) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    let mut depth = 0_i32;
    for token in tokens {
        let found = match &token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        depth += i32::from(found == '<') - i32::from(found == '>');
        if let Some(part) = parts.last_mut() {
            part.push(token);
        }
        if found == sign && depth == 0 {
            parts.push(Vec::new());
        }
    }
    parts
}

/// A field, whose type is put into a `Box` if it is a base of the type `owner`.
fn boxed_base(mut field: Vec<TokenTree>, owner: &str) -> TokenStream {
    let is =
        |token: &TokenTree, sign| matches!(token, TokenTree::Punct(it) if it.as_char() == sign);
    let colon = field.iter().position(|token| is(token, ':'));
    let start = colon.map_or(field.len(), |colon| colon + 1);
    let mut ty = field.split_off(start);
    let comma = ty.pop_if(|token| is(token, ','));
    let is_owner = matches!(ty.first(), Some(TokenTree::Ident(name)) if name == owner || name == "Self")
        && ty.get(1).is_none_or(|next| is(next, '<'))
        && has_flatten(field.iter().cloned().collect());
    let mut tokens: TokenStream = field.into_iter().collect();
    if let (Some(first), Some(last), true) = (ty.first(), ty.last(), is_owner) {
        tokens.extend(quote_spanned!(first.span()=> ::std::boxed::Box<));
        let end = quote_spanned!(last.span()=> >);
        tokens.extend(ty);
        tokens.extend(end);
    } else {
        tokens.extend(ty);
    }
    tokens.extend(comma);
    tokens
}

/// `::telegrammar::__private::TelegramMethod`, or below the path that `crate = path` names.
fn derive_path(attribute: Attribute, args: &TokenStream) -> TokenStream {
    let root = crate_path(args.clone()).unwrap_or_else(|| quote!(::telegrammar));
    let derive = Ident::new(attribute.derive, Span::call_site());
    quote!(#root::__private::#derive)
}

/// The tokens after `crate =`, up to the next comma.
fn crate_path(args: TokenStream) -> Option<TokenStream> {
    let is =
        |token: &TokenTree, punct| matches!(token, TokenTree::Punct(it) if it.as_char() == punct);
    let mut args = args.into_iter().peekable();
    // Other paths may start with `crate` too. `krate` is reported, but its path is meant.
    let is_key = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "crate" || ident == "krate");
    while !(is_key(&args.next()?) && args.next_if(|next| is(next, '=')).is_some()) {}
    let path: TokenStream = args.take_while(|token| !is(token, ',')).collect();
    syn::parse2::<Path>(path.clone()).is_ok().then_some(path)
}

/// Facts about an item without parsing it.
struct Outline {
    /// The item, without the derives that would collide with the generated implementations.
    item: TokenStream,
    /// `struct`, `enum`, `fn`, …
    keyword: Option<Ident>,
    /// An earlier attribute of this crate.
    marker: Option<Span>,
    /// Whether `#[telegram_method]` follows `#[telegram_type]`.
    is_method: bool,
    /// A token with the span of the user's code, so that errors are not attributed to the macro.
    anchor: Option<Span>,
}

impl Outline {
    fn read(attribute: Attribute, item: TokenStream, sink: &mut Diagnostics) -> Self {
        let mut outline = Self {
            item: TokenStream::new(),
            keyword: None,
            marker: None,
            is_method: false,
            anchor: None,
        };
        let mut in_attribute = false;
        let mut perhaps = None;
        for token in unwrapped(item) {
            let token = match token {
                TokenTree::Group(group) if in_attribute => {
                    in_attribute = false;
                    outline.read_attribute(attribute, group, sink).into()
                }
                TokenTree::Punct(punct) if outline.keyword.is_none() => {
                    in_attribute = punct.as_char() == '#';
                    punct.into()
                }
                TokenTree::Ident(ident) if outline.keyword.is_none() => {
                    outline.anchor.get_or_insert(ident.span());
                    // Words that may precede the keyword of the item.
                    let prefixes = ["pub", "crate", "unsafe", "async", "default", "auto"];
                    if ident == "const" || ident == "extern" {
                        // These are the keyword too, unless the item is a function.
                        perhaps = Some(ident.clone());
                    } else if !prefixes.iter().any(|prefix| ident == prefix) {
                        let said = perhaps.take().filter(|_| ident != "fn");
                        outline.keyword = said.or_else(|| Some(ident.clone()));
                    }
                    ident.into()
                }
                token => token,
            };
            outline.item.extend([token]);
        }
        outline.keyword = outline.keyword.or(perhaps);
        outline
    }

    /// Records a marker of this crate, and removes `Serialize` and `Deserialize` from a derive
    /// list: a second implementation would cause a second error.
    fn read_attribute(
        &mut self,
        attribute: Attribute,
        group: Group,
        sink: &mut Diagnostics,
    ) -> Group {
        let mut tokens = unwrapped(group.stream()).into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(name)), _) if name == attribute.marker => {
                self.marker = Some(name.span());
            }
            _ if is_named(&group, "telegram_method") && attribute.takes_enums => {
                self.is_method = true;
            }
            _ if is_named(&group, "telegram_type") && !attribute.takes_enums => {
                sink.error(messages::method_and_type(group.span()));
                // An attribute without effect.
                return replace(&group, quote!(cfg(all())));
            }
            (Some(TokenTree::Ident(name)), Some(TokenTree::Group(list))) if name == "derive" => {
                if let Some(rest) = other_derives(attribute, list.stream(), sink) {
                    let list = replace(&list, rest);
                    return replace(&group, quote!(#name #list));
                }
            }
            _ => {}
        }
        group
    }
}

/// Whether the path of an attribute ends with this name.
fn is_named(attribute: &Group, name: &str) -> bool {
    let is_argument = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => punct.as_char() != ':',
        TokenTree::Ident(_) => false,
        TokenTree::Group(_) | TokenTree::Literal(_) => true,
    };
    let path = unwrapped(attribute.stream()).into_iter();
    let last = path.take_while(|token| !is_argument(token)).last();
    matches!(last, Some(TokenTree::Ident(last)) if last == name)
}

/// The content of the invisible group around all tokens that a `macro_rules!` fragment has.
fn unwrapped(tokens: TokenStream) -> TokenStream {
    let mut all = tokens.clone().into_iter();
    match (all.next(), all.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            unwrapped(group.stream())
        }
        _ => tokens,
    }
}

/// The rest of a derive list after derives of serde have been removed.
fn other_derives(
    attribute: Attribute,
    list: TokenStream,
    sink: &mut Diagnostics,
) -> Option<TokenStream> {
    let paths = Punctuated::<Path, Token![,]>::parse_terminated
        .parse2(list)
        .ok()?;
    let all = paths.len();
    let rest: Vec<_> = paths
        .into_iter()
        .filter(|path| {
            let derived = serde_derive(path);
            if let Some(name) = derived {
                sink.error(messages::derived_already(name, attribute.takes_enums));
            }
            derived.is_none()
        })
        .collect();
    (rest.len() < all).then(|| quote!(#(#rest),*))
}

/// The name of a derive of serde. Other crates have their own `Serialize`.
fn serde_derive(path: &Path) -> Option<&Ident> {
    let mut segments = path.segments.iter().rev().map(|segment| &segment.ident);
    let name = segments
        .next()
        .filter(|name| *name == "Serialize" || *name == "Deserialize")?;
    let is_serde = |owner: &Ident| owner == "serde" || owner == "serde_derive";
    segments.next().is_none_or(is_serde).then_some(name)
}

fn replace(group: &Group, stream: TokenStream) -> Group {
    let mut replaced = Group::new(group.delimiter(), stream);
    replaced.set_span(group.span());
    replaced
}
