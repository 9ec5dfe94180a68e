//! The parameters of `#[telegram_method(...)]` and `#[telegram_type(...)]`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Lit, LitStr, Path, Token, Type};

use super::elements::{behind_equals, each, element, flag, misplaced, peek, rest, skip, value};
use crate::diagnostics::Diagnostics;
use crate::messages;

/// The parameters of `#[telegram_method(...)]` or `#[telegram_type(...)]`.
#[derive(Default)]
pub(crate) struct Container {
    /// Whether the attribute is `#[telegram_type]`, where the name is optional.
    is_type: bool,
    pub(crate) name: Option<LitStr>,
    pub(crate) returns: Option<Type>,
    pub(crate) one_of: Vec<OneOf>,
    pub(crate) unlisted: Option<Ident>,
    /// The field whose value identifies the variant of a union.
    pub(crate) tag: Option<LitStr>,
    pub(crate) krate: Option<Path>,
    /// The tokens instead of the name, if they are not a string literal.
    pub(crate) wrong_name: Option<TokenStream>,
    /// `returns` cannot be parsed, and that has been reported.
    pub(crate) returns_is_wrong: bool,
}

/// `one_of(a, b)`.
pub(crate) struct OneOf {
    pub(crate) key: Ident,
    pub(crate) fields: Vec<Ident>,
}

/// Parses the parameters of the attribute.
pub(crate) fn container(args: TokenStream, is_type: bool, sink: &mut Diagnostics) -> Container {
    let mut container = Container {
        is_type,
        ..Container::default()
    };
    each(args, sink, |input, index, sink| {
        container.read(input, index, sink)?;
        // A string can only be the name, so the mistake is not a missing comma.
        while input.peek(LitStr) {
            container.read_literal(&input.parse::<Lit>()?, index + 1, sink);
        }
        Ok(())
    });
    container
}

impl Container {
    fn read(
        &mut self,
        input: ParseStream<'_>,
        index: usize,
        sink: &mut Diagnostics,
    ) -> syn::Result<()> {
        if input.peek(Lit) {
            self.read_literal(&input.parse::<Lit>()?, index, sink);
            return Ok(());
        }
        if !input.peek(Ident::peek_any) {
            let tokens = element(input, |_| false);
            if index == 0 && !self.is_type {
                self.wrong_name = Some(tokens);
            } else {
                sink.error(messages::expected_key(tokens));
            }
            return Ok(());
        }
        let key = input.call(Ident::parse_any)?;
        match key.to_string().as_str() {
            "returns" if !self.is_type => self.read_returns(&key, input, sink),
            "one_of" => self.read_one_of(key, input, sink),
            "unlisted" => {
                flag(&key, input, sink);
                if self.unlisted.is_some() {
                    sink.error(messages::given_twice(&key, None));
                } else {
                    self.unlisted = Some(key);
                }
            }
            "tag" if self.is_type => match value::<LitStr>(input) {
                Some(tag) if self.tag.is_none() => self.tag = Some(tag),
                Some(_) => sink.error(messages::given_twice(&key, None)),
                None => {
                    let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
                    // The check can continue with any tag.
                    self.tag = Some(LitStr::new("type", key.span()));
                    sink.error(messages::tag_needs_text(&key, found));
                }
            },
            "crate" => match value::<Path>(input) {
                Some(path) if self.krate.is_none() => self.krate = Some(path),
                Some(_) => sink.error(messages::given_twice(&key, None)),
                None => {
                    let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
                    sink.error(messages::crate_needs_path(&key, found));
                }
            },
            "name" | "method" if self.name.is_none() && input.peek(Token![=]) => {
                if let Some(name) = value::<LitStr>(input) {
                    sink.error(messages::name_needs_no_key(&key, &name, self.is_type));
                    self.name = Some(name);
                } else {
                    let found = behind_equals(input).map(rest);
                    self.wrong_name = Some(found.unwrap_or_else(|| key.to_token_stream()));
                }
            }
            _ if index == 0 && !self.is_type && !input.peek(Token![=]) => {
                let rest = rest(input);
                let mut tokens = key.to_token_stream();
                tokens.extend(rest);
                self.wrong_name = Some(tokens);
            }
            _ => {
                sink.error(messages::unknown_container_key(&key, self.is_type));
                skip(input);
            }
        }
        Ok(())
    }

    fn read_literal(&mut self, literal: &Lit, index: usize, sink: &mut Diagnostics) {
        match literal {
            Lit::Str(name) if self.name.is_some() => {
                sink.error(messages::second_name(name, self.is_type));
            }
            Lit::Str(name) => {
                if index > 0 && self.wrong_name.is_none() {
                    sink.error(messages::name_is_not_first(name, self.is_type));
                }
                self.name = Some(name.clone());
            }
            other if index > 0 || self.is_type => sink.error(messages::expected_key(other)),
            other => self.wrong_name = Some(other.to_token_stream()),
        }
    }

    fn read_returns(&mut self, key: &Ident, input: ParseStream<'_>, sink: &mut Diagnostics) {
        if self.returns.is_some() || self.returns_is_wrong {
            sink.error(messages::given_twice(key, None));
            skip(input);
            return;
        }
        if let Some(ty) = value::<Type>(input) {
            self.returns = Some(ty);
            return;
        }
        self.returns_is_wrong = true;
        let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
        sink.error(messages::returns_needs_type(key, found));
    }

    fn read_one_of(&mut self, key: Ident, input: ParseStream<'_>, sink: &mut Diagnostics) {
        let list = |input: ParseStream<'_>| input.parse_terminated(Ident::parse_any, Token![,]);
        let fields = match peek(input) {
            Some(TokenTree::Group(group)) if input.peek(syn::token::Paren) => {
                list.parse2(group.stream()).ok()
            }
            _ => None,
        };
        let all = rest(input);
        match fields {
            Some(fields) if all.into_iter().count() == 1 => {
                self.one_of.push(OneOf {
                    key,
                    fields: fields.into_iter().collect(),
                });
            }
            _ => sink.error(messages::one_of_form(&key)),
        }
    }
}
