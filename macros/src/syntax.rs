//! Tokens to a raw model of the definition. Nothing is judged here but what cannot be read at all,
//! and after that the reading goes on behind the next comma.

mod values;

pub(crate) use values::{Bound, BoundValue, DefaultValue, RangeForm, RawDefault, RawRange, ends};

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Lit, LitStr, Meta, Path, Token, Type};

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::names::is_snake_case;

/// The arguments of `#[telegram_method(...)]`.
#[derive(Default)]
pub(crate) struct Container {
    pub(crate) name: Option<LitStr>,
    pub(crate) returns: Option<Type>,
    pub(crate) one_of: Vec<OneOf>,
    pub(crate) unlisted: Option<Ident>,
    /// The field that tells the variants of a union apart.
    pub(crate) tag: Option<LitStr>,
    pub(crate) krate: Option<Path>,
    /// What stands where the name should and cannot be one.
    pub(crate) wrong_name: Option<TokenStream>,
    /// `returns` is there but cannot be read, and has been reported.
    pub(crate) returns_is_wrong: bool,
}

/// `one_of(a, b)`.
pub(crate) struct OneOf {
    pub(crate) key: Ident,
    pub(crate) fields: Vec<Ident>,
}

/// The keys of all `#[telegram(...)]` on one field.
#[derive(Default)]
pub(crate) struct FieldKeys {
    pub(crate) rules: Vec<RawRule>,
    pub(crate) default: Option<RawDefault>,
    pub(crate) rename: Option<(Ident, LitStr)>,
    /// `rename` is there but cannot be read, and has been reported.
    pub(crate) rename_is_wrong: bool,
    pub(crate) skip: Option<Ident>,
    pub(crate) unlisted: Option<Ident>,
    seen: Vec<Ident>,
}

/// `range = …`, `len = …`, `bytes = …` or `items = …`.
pub(crate) struct RawRule {
    pub(crate) key: Ident,
    pub(crate) range: RawRange,
}

/// Reads the arguments of the attribute.
pub(crate) fn container(args: TokenStream, sink: &mut Diagnostics) -> Container {
    let mut container = Container::default();
    each(args, sink, |input, index, sink| {
        container.read(input, index, sink)?;
        // A string can only be the name, so the missing comma is not what is wrong.
        while input.peek(LitStr) {
            container.read_literal(&input.parse::<Lit>()?, index + 1, sink);
        }
        Ok(())
    });
    container
}

/// Reads all `#[telegram(...)]` of a field.
pub(crate) fn field(attributes: &[Attribute], field: &Ident, sink: &mut Diagnostics) -> FieldKeys {
    let mut keys = FieldKeys::default();
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("telegram"))
    {
        match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => {
                let read = |input: ParseStream<'_>, _, sink: &mut _| keys.read(input, field, sink);
                each(list.tokens.clone(), sink, read);
            }
            _ => sink.error(messages::empty_telegram(attribute)),
        }
    }
    keys
}

/// Runs `read` for each element of a comma-separated list. An element that fails is reported, and
/// the rest of it skipped.
fn each(
    tokens: TokenStream,
    sink: &mut Diagnostics,
    mut read: impl FnMut(ParseStream<'_>, usize, &mut Diagnostics) -> syn::Result<()>,
) {
    let walk = |input: ParseStream<'_>| -> syn::Result<()> {
        let mut index = 0;
        while !input.is_empty() {
            if input.peek(Token![,]) {
                let comma: TokenTree = input.parse()?;
                sink.error(messages::expected_key(&comma));
                continue;
            }
            if let Err(error) = read(input, index, sink) {
                sink.syntax(&error);
                skip(input);
            }
            index += 1;
            if let (Some(next), false) = (peek(input), input.peek(Token![,])) {
                if opens_element(input) {
                    sink.error(messages::missing_comma(&next));
                    continue;
                }
                sink.error(messages::unexpected(&next));
                skip(input);
            }
            if input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    };
    // Every error inside has been reported by then, and the tokens are at their end.
    drop(walk.parse2(tokens));
}

/// Whether the next tokens can only be an element of their own, before which a comma is missing.
fn opens_element(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let Ok(key) = ahead.call(Ident::parse_any) else {
        return false;
    };
    let ends = || ahead.is_empty() || ahead.peek(Token![,]) || opens_element(&ahead);
    let assigns = ahead.peek(Token![=]) && !ahead.peek(Token![==]) && !ahead.peek(Token![=>]);
    assigns
        || ((key == "skip" || key == "unlisted") && ends())
        || (key == "one_of" && ahead.peek(syn::token::Paren))
}

/// Skips to the next comma that does not stand in angle brackets.
fn skip(input: ParseStream<'_>) {
    element(input, |_| false);
}

/// All tokens up to the next comma, or to an element before which it is missing; but at least one.
fn rest(input: ParseStream<'_>) -> TokenStream {
    element(input, opens_element)
}

/// What stands where an `=` should.
fn misplaced(input: ParseStream<'_>) -> TokenStream {
    if opens_element(input) {
        TokenStream::new()
    } else {
        rest(input)
    }
}

fn element(input: ParseStream<'_>, ends: impl Fn(ParseStream<'_>) -> bool) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut depth = 0_usize;
    while !input.is_empty() && !(depth == 0 && input.peek(Token![,])) {
        if depth == 0 && !tokens.is_empty() && ends(input) {
            break;
        }
        let Ok(token) = input.parse::<TokenTree>() else {
            break;
        };
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        tokens.extend([token]);
    }
    tokens
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
            if index == 0 {
                self.wrong_name = Some(tokens);
            } else {
                sink.error(messages::expected_key(tokens));
            }
            return Ok(());
        }
        let key = input.call(Ident::parse_any)?;
        match key.to_string().as_str() {
            "returns" => self.read_returns(&key, input, sink),
            "one_of" => self.read_one_of(key, input, sink),
            "unlisted" => {
                flag(&key, input, sink);
                if self.unlisted.is_some() {
                    sink.error(messages::given_twice(&key, None));
                } else {
                    self.unlisted = Some(key);
                }
            }
            "tag" => match value::<LitStr>(input) {
                Some(tag) if self.tag.is_none() => self.tag = Some(tag),
                Some(_) => sink.error(messages::given_twice(&key, None)),
                None => {
                    sink.error(messages::tag_needs_text(&key));
                    skip(input);
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
                    sink.error(messages::name_needs_no_key(&key, &name));
                    self.name = Some(name);
                } else {
                    let found = behind_equals(input).map(rest);
                    self.wrong_name = Some(found.unwrap_or_else(|| key.to_token_stream()));
                }
            }
            _ if index == 0 && !input.peek(Token![=]) => {
                let rest = rest(input);
                let mut tokens = key.to_token_stream();
                tokens.extend(rest);
                self.wrong_name = Some(tokens);
            }
            _ => {
                sink.error(messages::unknown_container_key(&key));
                skip(input);
            }
        }
        Ok(())
    }

    fn read_literal(&mut self, literal: &Lit, index: usize, sink: &mut Diagnostics) {
        match literal {
            Lit::Str(name) if self.name.is_some() => sink.error(messages::second_name(name)),
            Lit::Str(name) => {
                if index > 0 && self.wrong_name.is_none() {
                    sink.error(messages::name_is_not_first(name));
                }
                self.name = Some(name.clone());
            }
            other if index > 0 => sink.error(messages::expected_key(other)),
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

impl FieldKeys {
    fn read(
        &mut self,
        input: ParseStream<'_>,
        field: &Ident,
        sink: &mut Diagnostics,
    ) -> syn::Result<()> {
        if !input.peek(Ident::peek_any) {
            sink.error(messages::expected_key(element(input, |_| false)));
            return Ok(());
        }
        let key = input.call(Ident::parse_any)?;
        let name = key.to_string();
        if !messages::FIELD_KEYS.contains(&name.as_str()) {
            sink.error(messages::unknown_field_key(&key));
            skip(input);
            return Ok(());
        }
        if self.seen.contains(&key) {
            sink.error(messages::given_twice(&key, Some(field)));
            skip(input);
            return Ok(());
        }
        self.seen.push(key.clone());
        match name.as_str() {
            "skip" => {
                flag(&key, input, sink);
                self.skip = Some(key);
            }
            "unlisted" => {
                flag(&key, input, sink);
                self.unlisted = Some(key);
            }
            "rename" => self.read_rename(key, input, sink),
            "default" => {
                let default = match behind_equals(input) {
                    Some(input) => RawDefault::parse(input),
                    None => Err(misplaced(input)),
                };
                match default {
                    Ok(default) => self.default = Some(default),
                    Err(found) => sink.error(messages::default_needs_literal(&key, found)),
                }
            }
            // `range`, `len`, `bytes` and `items`
            _ => match behind_equals(input) {
                Some(input) => self.rules.push(RawRule {
                    key,
                    range: RawRange::parse(input),
                }),
                None => sink.error(messages::rule_needs_range(&key, misplaced(input))),
            },
        }
        Ok(())
    }

    fn read_rename(&mut self, key: Ident, input: ParseStream<'_>, sink: &mut Diagnostics) {
        if let Some(literal) = value::<LitStr>(input) {
            self.rename = Some((key, literal));
            return;
        }
        let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
        // A bare word says what is meant, so that everything else can be checked.
        match syn::parse2::<LitStr>(found.clone()).or_else(|_| bare_word(found.clone())) {
            Ok(word) if is_snake_case(&word.value()) => self.rename = Some((key.clone(), word)),
            _ => self.rename_is_wrong = true,
        }
        sink.error(messages::rename_needs_text(&key, found));
    }
}

/// An identifier as the text that it spells.
fn bare_word(tokens: TokenStream) -> syn::Result<LitStr> {
    let word = Ident::parse_any.parse2(tokens)?;
    Ok(LitStr::new(&word.unraw().to_string(), word.span()))
}

/// Behind the `=`, if there is one and something follows it.
fn behind_equals<'a>(input: ParseStream<'a>) -> Option<ParseStream<'a>> {
    input.parse::<Token![=]>().ok()?;
    (!input.is_empty() && !input.peek(Token![,])).then_some(input)
}

/// `= value`, or nothing at all is taken.
fn value<T: Parse>(input: ParseStream<'_>) -> Option<T> {
    let fork = input.fork();
    fork.parse::<Token![=]>().ok()?;
    fork.parse::<T>().ok()?;
    input.parse::<Token![=]>().ok()?;
    input.parse::<T>().ok()
}

/// The token that comes next.
fn peek(input: ParseStream<'_>) -> Option<TokenTree> {
    input.fork().parse().ok()
}

/// Reports a value behind a key that takes none.
fn flag(key: &Ident, input: ParseStream<'_>, sink: &mut Diagnostics) {
    let has_value = input.peek(Token![=]) || matches!(peek(input), Some(TokenTree::Group(_)));
    if has_value {
        let value = rest(input);
        sink.error(messages::flag_with_value(key, value));
    }
}
