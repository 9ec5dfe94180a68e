//! The parameters of `#[telegram_method(...)]` and `#[telegram_type(...)]`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Lit, LitStr, Path, Token, Type};

use super::elements::{
    behind_equals, check_suffix, each, element, flag, misplaced, peek, rest, skip, value,
};
use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::types::integer_limits;

/// The parameters of `#[telegram_method(...)]` or `#[telegram_type(...)]`.
#[derive(Clone, Default)]
pub(crate) struct Container {
    /// Whether the attribute is `#[telegram_type]`, where the name is optional.
    is_type: bool,
    pub(crate) name: Option<LitStr>,
    pub(crate) returns: Option<Type>,
    pub(crate) one_of: Vec<OneOf>,
    pub(crate) unlisted: Option<Ident>,
    /// A second call of an unlisted method does no harm.
    pub(crate) repeatable: Option<Ident>,
    /// The field whose value identifies the variant of a union, and the key unless it is misspelt.
    pub(crate) tag: Option<(Option<Ident>, LitStr)>,
    pub(crate) krate: Option<Path>,
    /// The tokens instead of the name, if they are not a string literal.
    pub(crate) wrong_name: Option<TokenStream>,
    /// `returns` cannot be parsed, and that has been reported.
    pub(crate) returns_is_wrong: bool,
    /// `returns` is what a slip probably meant, and the slip has been reported.
    pub(crate) returns_is_guess: bool,
}

/// `one_of(a, b)`.
#[derive(Clone)]
pub(crate) struct OneOf {
    pub(crate) key: Ident,
    pub(crate) fields: Vec<Ident>,
}

/// Parses the parameters of the attribute.
pub(crate) fn container(args: TokenStream, is_type: bool, sink: &mut Diagnostics) -> Container {
    let mut guessed = Container {
        is_type,
        ..Container::default()
    };
    let mut container = Container {
        is_type,
        ..Container::default()
    };
    each(args, sink, |input, index, sink| {
        container.read(input, index, &mut guessed, sink)?;
        // A string can only be the name, so the mistake is not a missing comma.
        while input.peek(LitStr) {
            container.read_literal(&input.parse::<Lit>()?, index + 1, sink);
        }
        let is_flag = index > 0 && starts_with(input, "->");
        if !is_type && container.name.is_some() && (index == 0 || is_flag) {
            guessed.read_arrow(input, ", ", sink);
        }
        Ok(())
    });
    container.complete(guessed);
    container
}

impl Container {
    /// Returns the same parameters with this name.
    pub(crate) fn with_name(&self, name: LitStr) -> Self {
        Self {
            name: Some(name),
            ..self.clone()
        }
    }

    /// Reads one element. A key with a misspelt name has been reported, and goes to `guessed`.
    fn read(
        &mut self,
        input: ParseStream<'_>,
        index: usize,
        guessed: &mut Self,
        sink: &mut Diagnostics,
    ) -> syn::Result<()> {
        if input.peek(Lit) {
            self.read_literal(&input.parse::<Lit>()?, index, sink);
            return Ok(());
        }
        if !input.peek(Ident::peek_any) {
            if index > 0 && !self.is_type && starts_with(input, "->") {
                guessed.read_arrow(input, "", sink);
                return Ok(());
            }
            let tokens = element(input, |_| false);
            if index == 0 && !self.is_type {
                self.wrong_name = Some(tokens);
            } else if let (false, Ok(ty)) = (self.is_type, syn::parse2::<Type>(tokens.clone())) {
                guessed.read_type(tokens, ty, "", sink);
            } else {
                sink.error(messages::expected_key(tokens));
            }
            return Ok(());
        }
        let key = input.call(Ident::parse_any)?;
        let name = key.to_string();
        if self.read_key(&name, &key, input, sink) {
            return Ok(());
        }
        let is_value = input.peek(Token![=]) && !input.peek(Token![=>]);
        match name.as_str() {
            "name" | "method" if self.name.is_none() && is_value => {
                if let Some(name) = value::<LitStr>(input) {
                    check_suffix(&name, sink);
                    sink.error(messages::name_needs_no_key(&key, &name, self.is_type));
                    self.name = Some(name);
                } else {
                    let found = behind_equals(input).map(rest);
                    self.wrong_name = Some(found.unwrap_or_else(|| key.to_token_stream()));
                }
            }
            _ if index == 0 && !self.is_type && !is_value => {
                self.wrong_name = Some(with_rest(&key, input));
            }
            _ => match messages::container_key(&name, self.is_type) {
                Some(meant) => {
                    sink.error(messages::unknown_container_key(&key, self.is_type));
                    guessed.read_key(meant, &key, input, &mut Diagnostics::default());
                }
                None if is_value || !(starts_type(&name) || input.peek(Token![::])) => {
                    sink.error(messages::unknown_container_key(&key, self.is_type));
                    skip(input);
                }
                None => self.read_bare(&key, index, input, guessed, sink),
            },
        }
        Ok(())
    }

    /// Reads the value of a known key. Returns whether it is one.
    fn read_key(
        &mut self,
        name: &str,
        key: &Ident,
        input: ParseStream<'_>,
        sink: &mut Diagnostics,
    ) -> bool {
        match name {
            "returns" if !self.is_type => self.read_returns(key, input, sink),
            "one_of" => self.read_one_of(key.clone(), input, sink),
            "unlisted" => read_flag(key, input, &mut self.unlisted, sink),
            "repeatable" if !self.is_type => read_flag(key, input, &mut self.repeatable, sink),
            "tag" if self.is_type => match value::<LitStr>(input) {
                Some(tag) if self.tag.is_none() => {
                    check_tag(&tag, sink);
                    self.tag = Some((Some(key.clone()), tag));
                }
                Some(_) => sink.error(messages::given_twice(key, None)),
                None => {
                    let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
                    // The check can continue with any tag.
                    self.tag = Some((Some(key.clone()), LitStr::new("type", key.span())));
                    sink.error(messages::tag_needs_text(key, found));
                }
            },
            "crate" => match value::<Path>(input) {
                Some(path) if self.krate.is_none() => self.krate = Some(path),
                Some(_) => sink.error(messages::given_twice(key, None)),
                None => {
                    let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
                    sink.error(messages::crate_needs_path(key, found));
                }
            },
            _ => return false,
        }
        true
    }

    /// Reads the name of a type without a key: the result of a method, or the type itself without
    /// quotes.
    fn read_bare(
        &mut self,
        key: &Ident,
        index: usize,
        input: ParseStream<'_>,
        guessed: &mut Self,
        sink: &mut Diagnostics,
    ) {
        let tokens = with_rest(key, input);
        if !self.is_type {
            match syn::parse2::<Type>(tokens.clone()) {
                Ok(ty) => guessed.read_type(tokens, ty, "", sink),
                Err(_) => sink.error(messages::unknown_container_key(key, self.is_type)),
            }
        } else if index == 0 && self.name.is_none() {
            let text = name_of_path(&messages::typed(&tokens).replace(' ', ""));
            // The name in a constant is not known; probably it is that of the item.
            let is_constant = !text.chars().any(char::is_lowercase);
            let name = (!is_constant).then(|| LitStr::new(&text, key.span()));
            sink.error(messages::type_is_not_a_literal(tokens, name.as_ref()));
            self.name = name;
        } else {
            sink.error(messages::unknown_container_key(key, self.is_type));
        }
    }

    /// Reports a type without the key `returns`, or without the comma before it.
    fn read_type(&mut self, tokens: TokenStream, ty: Type, comma: &str, sink: &mut Diagnostics) {
        sink.error(messages::type_without_key(tokens, &ty, comma));
        self.returns_is_guess |= self.returns.is_none();
        self.returns.get_or_insert(ty);
    }

    /// Reads `-> Type` and the like after the name.
    fn read_arrow(&mut self, input: ParseStream<'_>, comma: &str, sink: &mut Diagnostics) {
        if !["->", "=>", ":", "="]
            .iter()
            .any(|arrow| starts_with(input, arrow))
        {
            return;
        }
        let tokens = rest(input);
        let is_arrow = |token: &TokenTree| match token {
            TokenTree::Punct(punct) => "-=>:".contains(punct.as_char()),
            _ => false,
        };
        let ty: TokenStream = tokens.clone().into_iter().skip_while(is_arrow).collect();
        match syn::parse2::<Type>(ty) {
            Ok(ty) => self.read_type(tokens, ty, comma, sink),
            Err(_) => {
                if let Some(next) = tokens.into_iter().next() {
                    sink.error(messages::unexpected(&next));
                }
            }
        }
    }

    /// Adds what was probably meant, so that everything else can be checked.
    fn complete(&mut self, guessed: Self) {
        self.returns_is_guess |= self.returns.is_none() && guessed.returns.is_some();
        self.returns = self.returns.take().or(guessed.returns);
        self.returns_is_wrong |= guessed.returns_is_wrong;
        self.unlisted = self.unlisted.take().or(guessed.unlisted);
        self.repeatable = self.repeatable.take().or(guessed.repeatable);
        let tag = guessed.tag.map(|(_, tag)| (None, tag));
        self.tag = self.tag.take().or(tag);
        self.krate = self.krate.take().or(guessed.krate);
    }

    fn read_literal(&mut self, literal: &Lit, index: usize, sink: &mut Diagnostics) {
        match literal {
            Lit::Str(name) if self.name.is_some() => {
                sink.error(messages::second_name(name, self.is_type));
            }
            Lit::Str(name) => {
                check_suffix(name, sink);
                // `"newMethod"unlisted` is one mistake: the comma.
                if name.suffix() == "unlisted" {
                    self.unlisted
                        .get_or_insert_with(|| Ident::new(name.suffix(), name.span()));
                }
                if index > 0 && self.wrong_name.is_none() {
                    sink.error(messages::name_is_not_first(name, self.is_type));
                }
                self.name = Some(name.clone());
            }
            other if self.is_type && index == 0 && text_of(other).is_some() => {
                self.name = text_of(other);
                let name = self.name.as_ref();
                sink.error(messages::type_is_not_a_literal(
                    other.to_token_stream(),
                    name,
                ));
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
        self.returns_is_guess = true;
        let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
        // The intended type is often clear. The words of a text need not be in scope.
        let is_text = syn::parse2::<LitStr>(found.clone()).is_ok();
        self.returns = messages::meant_type(&found).filter(|_| !is_text);
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

/// Reads a key without a value.
fn read_flag(
    key: &Ident,
    input: ParseStream<'_>,
    found: &mut Option<Ident>,
    sink: &mut Diagnostics,
) {
    flag(key, input, sink);
    if found.is_some() {
        sink.error(messages::given_twice(key, None));
    } else {
        *found = Some(key.clone());
    }
}

/// The key and the rest of its element.
fn with_rest(key: &Ident, input: ParseStream<'_>) -> TokenStream {
    let mut tokens = key.to_token_stream();
    tokens.extend(rest(input));
    tokens
}

/// The name of a type or of a closed set that a path spells: `Location` of `types::Location`, and
/// `Chat.type` of `Chat::type`.
fn name_of_path(text: &str) -> String {
    let mut segments = text.rsplit("::");
    let last = segments.next().unwrap_or_default();
    match segments.next() {
        Some(owner) if last.starts_with(char::is_lowercase) => format!("{owner}.{last}"),
        _ => last.to_owned(),
    }
}

/// The text of `b"Location"` and the like.
fn text_of(literal: &Lit) -> Option<LitStr> {
    let text = match literal {
        Lit::ByteStr(bytes) => String::from_utf8(bytes.value()).ok()?,
        Lit::CStr(text) => text.value().into_string().ok()?,
        _ => return None,
    };
    Some(LitStr::new(&text, literal.span()))
}

/// Whether the next tokens are these punctuation characters.
fn starts_with(input: ParseStream<'_>, puncts: &str) -> bool {
    let ahead = input.fork();
    puncts.chars().all(|expected| match ahead.parse() {
        Ok(TokenTree::Punct(punct)) => punct.as_char() == expected,
        _ => false,
    })
}

/// Whether a word looks like that of a type: capitalised, or a primitive one.
fn starts_type(word: &str) -> bool {
    let is_primitive =
        ["bool", "f32", "f64", "char", "str", "std", "core", "alloc"].contains(&word);
    is_primitive || integer_limits(word).is_some() || word.starts_with(char::is_uppercase)
}

/// Checks the name of a field that is the discriminator of a union.
fn check_tag(tag: &LitStr, sink: &mut Diagnostics) {
    check_suffix(tag, sink);
    let name = tag.value();
    let is_escaped = |letter: char| letter.is_control() || "\"\\".contains(letter);
    if name.trim().is_empty() || name.contains(is_escaped) {
        sink.error(messages::tag_is_no_name(tag));
    }
}
