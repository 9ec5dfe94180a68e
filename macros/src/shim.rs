//! The attribute itself: it keeps the item word for word and puts a hidden derive, with the
//! attribute's arguments beside it, in front. So the item can never vanish, `#[cfg]` on fields is
//! resolved before anything is read, and every token keeps its place.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use crate::diagnostics::Diagnostics;
use crate::messages;

/// The derive's helper attribute that carries the arguments.
pub(crate) const MARKER: &str = "telegrammar_method";

/// Expands `#[telegram_method(args)] item`. `attribute` is the place of the attribute.
pub(crate) fn expand(
    attribute: Span,
    args: TokenStream,
    item: TokenStream,
    sink: &mut Diagnostics,
) -> TokenStream {
    let outline = Outline::read(item, sink);
    let item = outline.item;
    match outline.keyword {
        Some(keyword) if keyword == "struct" => {}
        Some(keyword) => {
            sink.error(messages::not_a_struct(&keyword, &args));
            return item;
        }
        // Not an item at all; the compiler says what it is.
        None => return item,
    }
    if let Some(span) = outline.marker {
        let attribute = span.located_at(attribute);
        sink.error(messages::second_attribute(attribute));
        return item;
    }
    let derive = derive_path(&args);
    // The marker stands where the attribute does, and so names that place to the derive.
    let span = outline.anchor.unwrap_or(attribute).located_at(attribute);
    let marker = Ident::new(MARKER, span);
    let arguments = quote_spanned!(span=> (#args));
    quote! {
        #[derive(#derive)]
        #[#marker #arguments]
        #item
    }
}

/// `::telegrammar::__private::TelegramMethod`, or below the path that `crate = path` names.
fn derive_path(args: &TokenStream) -> TokenStream {
    let root = crate_path(args.clone()).unwrap_or_else(|| quote!(::telegrammar));
    quote!(#root::__private::TelegramMethod)
}

/// The tokens behind `crate =`, up to the next comma.
fn crate_path(args: TokenStream) -> Option<TokenStream> {
    let mut args = args.into_iter();
    args.by_ref()
        .find(|token| matches!(token, TokenTree::Ident(ident) if ident == "crate"))?;
    args.next()
        .filter(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '='))?;
    let path: TokenStream = args
        .take_while(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','))
        .collect();
    syn::parse2::<syn::Path>(path.clone())
        .is_ok()
        .then_some(path)
}

/// What can be told of an item without parsing it.
struct Outline {
    /// The item, less the derives that would collide with ours.
    item: TokenStream,
    /// `struct`, `enum`, `fn`, …
    keyword: Option<Ident>,
    /// An earlier attribute of ours.
    marker: Option<Span>,
    /// A token as the user wrote it, so that errors are not taken for the macro's own.
    anchor: Option<Span>,
}

impl Outline {
    fn read(item: TokenStream, sink: &mut Diagnostics) -> Self {
        let mut outline = Self {
            item: TokenStream::new(),
            keyword: None,
            marker: None,
            anchor: None,
        };
        let mut in_attribute = false;
        for token in item {
            let token = match token {
                TokenTree::Group(group) if in_attribute => {
                    in_attribute = false;
                    outline.read_attribute(group, sink).into()
                }
                TokenTree::Punct(punct) if outline.keyword.is_none() => {
                    in_attribute = punct.as_char() == '#';
                    punct.into()
                }
                TokenTree::Ident(ident) if outline.keyword.is_none() => {
                    outline.anchor.get_or_insert(ident.span());
                    // Words that may stand before the one that says what the item is.
                    let prefixes = [
                        "pub", "crate", "unsafe", "async", "extern", "default", "auto",
                    ];
                    if !prefixes.iter().any(|prefix| ident == prefix) {
                        outline.keyword = Some(ident.clone());
                    }
                    ident.into()
                }
                token => token,
            };
            outline.item.extend([token]);
        }
        outline
    }

    /// Notes a marker of ours, and takes `Serialize` and `Deserialize` out of a derive list:
    /// a second implementation would bring a second error.
    fn read_attribute(&mut self, group: Group, sink: &mut Diagnostics) -> Group {
        let mut tokens = group.stream().into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(name)), _) if name == MARKER => self.marker = Some(name.span()),
            (Some(TokenTree::Ident(name)), Some(TokenTree::Group(list))) if name == "derive" => {
                let kept = keep_derives(list.stream(), sink);
                let list = replace(&list, kept);
                return replace(&group, quote!(#name #list));
            }
            _ => {}
        }
        group
    }
}

fn keep_derives(list: TokenStream, sink: &mut Diagnostics) -> TokenStream {
    let mut kept = TokenStream::new();
    let mut entry = TokenStream::new();
    let mut last = None;
    let mut end_entry = |entry: &mut TokenStream, last: &mut Option<Ident>| {
        let path = std::mem::take(entry);
        match last.take() {
            Some(name) if name == "Serialize" || name == "Deserialize" => {
                sink.error(messages::derived_already(&name));
            }
            Some(_) => kept.extend(quote!(#path,)),
            None => {}
        }
    };
    for token in list {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => end_entry(&mut entry, &mut last),
            token => {
                if let TokenTree::Ident(ident) = &token {
                    last = Some(ident.clone());
                }
                entry.extend([token]);
            }
        }
    }
    end_entry(&mut entry, &mut last);
    kept
}

fn replace(group: &Group, stream: TokenStream) -> Group {
    let mut replaced = Group::new(group.delimiter(), stream);
    replaced.set_span(group.span());
    replaced
}
