//! Tokens to a raw model of the definition. Nothing is judged here but what cannot be read at all,
//! and after that the reading goes on behind the next comma.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Lit, LitStr, Meta, Path, Token, Type};

use crate::diagnostics::Diagnostics;
use crate::messages;

/// The arguments of `#[telegram_method(...)]`.
#[derive(Default)]
pub(crate) struct Container {
    pub(crate) name: Option<LitStr>,
    pub(crate) returns: Option<Type>,
    pub(crate) one_of: Vec<OneOf>,
    pub(crate) unlisted: Option<Ident>,
    pub(crate) krate: Option<Path>,
    /// Something stands where the name should, and has been reported.
    pub(crate) name_is_wrong: bool,
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
    pub(crate) skip: Option<Ident>,
    pub(crate) unlisted: Option<Ident>,
    seen: Vec<Ident>,
}

/// `range = …`, `len = …`, `bytes = …` or `items = …`.
pub(crate) struct RawRule {
    pub(crate) key: Ident,
    pub(crate) range: RawRange,
}

/// What stands where a range should.
pub(crate) struct RawRange {
    pub(crate) tokens: TokenStream,
    pub(crate) form: RangeForm,
}

/// The forms of a range that can be told apart.
pub(crate) enum RangeForm {
    /// `a..=b`, the only right one.
    Inclusive(Bound, Bound),
    /// `a..b`.
    HalfOpen(Bound, Bound),
    /// `a..`, `..=b`, `..`: a bound is missing.
    Open,
    /// No range at all.
    Other,
}

/// One end of a range.
#[derive(Clone)]
pub(crate) struct Bound {
    pub(crate) tokens: TokenStream,
    pub(crate) value: BoundValue,
}

/// What is known of a bound while the macro runs.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum BoundValue {
    Int(i128),
    Float(f64),
    /// A path to a constant.
    Const,
}

/// `default = …`.
pub(crate) struct RawDefault {
    pub(crate) tokens: TokenStream,
    pub(crate) value: DefaultValue,
}

/// The constant behind `default =`.
#[derive(Clone, PartialEq)]
pub(crate) enum DefaultValue {
    Int(i128),
    Float(f64),
    Bool(bool),
    Text(String),
    /// Not a literal.
    Other,
}

/// Reads the arguments of the attribute.
pub(crate) fn container(args: TokenStream, sink: &mut Diagnostics) -> Container {
    let mut container = Container::default();
    each(args, sink, |input, index, sink| {
        container.read(input, index, sink)
    });
    container
}

/// Reads all `#[telegram(...)]` of a field.
pub(crate) fn field(attributes: &[Attribute], sink: &mut Diagnostics) -> FieldKeys {
    let mut keys = FieldKeys::default();
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("telegram"))
    {
        match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => {
                each(list.tokens.clone(), sink, |input, _, sink| {
                    keys.read(input, sink)
                });
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
            if let Err(error) = read(input, index, sink) {
                sink.syntax(&error);
                skip(input);
            }
            index += 1;
            if input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
            } else if let Ok(next) = input.fork().parse::<TokenTree>() {
                if opens_element(&next) {
                    sink.error(messages::missing_comma(&next));
                } else {
                    sink.error(messages::unexpected(&next));
                    skip(input);
                    if input.peek(Token![,]) {
                        input.parse::<Token![,]>()?;
                    }
                }
            }
        }
        Ok(())
    };
    // Every error inside has been reported by then, and the tokens are at their end.
    drop(walk.parse2(tokens));
}

fn opens_element(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_))
}

/// Skips to the next comma that does not stand in angle brackets.
fn skip(input: ParseStream<'_>) {
    let mut depth = 0_usize;
    while !input.is_empty() && !(depth == 0 && input.peek(Token![,])) {
        match input.parse::<TokenTree>() {
            Ok(TokenTree::Punct(punct)) if punct.as_char() == '<' => depth += 1,
            Ok(TokenTree::Punct(punct)) if punct.as_char() == '>' => {
                depth = depth.saturating_sub(1);
            }
            Ok(_) => {}
            Err(_) => return,
        }
    }
}

impl Container {
    fn read(
        &mut self,
        input: ParseStream<'_>,
        index: usize,
        sink: &mut Diagnostics,
    ) -> syn::Result<()> {
        if input.peek(Lit) {
            self.read_name(&input.parse::<Lit>()?, index, sink);
            return Ok(());
        }
        if !input.peek(Ident::peek_any) {
            let token: TokenTree = input.parse()?;
            self.name_is_wrong |= index == 0;
            sink.error(messages::expected_key(&token));
            skip(input);
            return Ok(());
        }
        let key = input.call(Ident::parse_any)?;
        match key.to_string().as_str() {
            "returns" => self.read_returns(&key, input, sink),
            "one_of" => {
                let fields = if input.peek(syn::token::Paren) {
                    let content;
                    syn::parenthesized!(content in input);
                    content.parse_terminated(Ident::parse_any, Token![,]).ok()
                } else {
                    None
                };
                match fields {
                    Some(fields) => {
                        self.one_of.push(OneOf {
                            key,
                            fields: fields.into_iter().collect(),
                        });
                    }
                    None => {
                        sink.error(messages::one_of_form(&key));
                        skip(input);
                    }
                }
            }
            "unlisted" => {
                flag(&key, input, sink);
                if self.unlisted.is_some() {
                    sink.error(messages::given_twice(&key, None));
                } else {
                    self.unlisted = Some(key);
                }
            }
            "crate" => match value::<Path>(input) {
                Some(path) if self.krate.is_none() => self.krate = Some(path),
                Some(_) => sink.error(messages::given_twice(&key, None)),
                None => {
                    sink.error(messages::crate_needs_path(&key));
                    skip(input);
                }
            },
            _ => {
                let alone = input.is_empty() || input.peek(Token![,]);
                if index == 0 && alone && self.name.is_none() {
                    self.name_is_wrong = true;
                    sink.error(messages::name_is_not_a_literal(
                        &key,
                        Some(&key.to_string()),
                    ));
                } else {
                    sink.error(messages::unknown_container_key(&key));
                    skip(input);
                }
            }
        }
        Ok(())
    }

    fn read_name(&mut self, literal: &Lit, index: usize, sink: &mut Diagnostics) {
        match literal {
            Lit::Str(name) if self.name.is_some() => sink.error(messages::second_name(name)),
            Lit::Str(name) => {
                if index > 0 && !self.name_is_wrong {
                    sink.error(messages::name_is_not_first(name));
                }
                self.name = Some(name.clone());
            }
            _ if self.name.is_some() => sink.error(messages::expected_key(literal)),
            other => {
                self.name_is_wrong = true;
                let bytes = match other {
                    Lit::ByteStr(bytes) => String::from_utf8(bytes.value()).ok(),
                    _ => None,
                };
                sink.error(messages::name_is_not_a_literal(other, bytes.as_deref()));
            }
        }
    }

    fn read_returns(&mut self, key: &Ident, input: ParseStream<'_>, sink: &mut Diagnostics) {
        if self.returns.is_some() || self.returns_is_wrong {
            sink.error(messages::given_twice(key, None));
            skip(input);
            return;
        }
        let behind = input.fork();
        let text = behind
            .parse::<Token![=]>()
            .and_then(|_| behind.parse::<LitStr>())
            .ok();
        if let Some(text) = text {
            sink.error(messages::returns_is_text(&text));
        } else if let Some(ty) = value::<Type>(input) {
            self.returns = Some(ty);
            return;
        } else if let Ok(TokenTree::Group(group)) = input.fork().parse::<TokenTree>() {
            sink.error(messages::returns_needs_type(
                &group,
                &group.stream().to_string(),
            ));
        } else {
            sink.error(messages::returns_needs_type(key, "Type"));
        }
        self.returns_is_wrong = true;
        skip(input);
    }
}

impl FieldKeys {
    fn read(&mut self, input: ParseStream<'_>, sink: &mut Diagnostics) -> syn::Result<()> {
        if !input.peek(Ident::peek_any) {
            let token: TokenTree = input.parse()?;
            sink.error(messages::expected_key(&token));
            skip(input);
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
            sink.error(messages::given_twice(&key, Some(())));
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
            "rename" => {
                match behind_equals(input).and_then(|input| input.fork().parse::<Lit>().ok()) {
                    Some(Lit::Str(literal)) => {
                        input.parse::<Lit>()?;
                        self.rename = Some((key, literal));
                    }
                    _ => {
                        sink.error(messages::rename_needs_text(&key, peek(input)));
                        skip(input);
                    }
                }
            }
            "default" => match behind_equals(input).map(RawDefault::parse) {
                Some(Ok(default)) => self.default = Some(default),
                _ => {
                    sink.error(messages::default_needs_literal(&key, peek(input)));
                    skip(input);
                }
            },
            // `range`, `len`, `bytes` and `items`
            _ => match behind_equals(input) {
                Some(input) => self.rules.push(RawRule {
                    key,
                    range: RawRange::parse(input)?,
                }),
                None => {
                    sink.error(messages::rule_needs_range(&key));
                    skip(input);
                }
            },
        }
        Ok(())
    }
}

/// Behind the `=`, if there is one.
fn behind_equals<'a>(input: ParseStream<'a>) -> Option<ParseStream<'a>> {
    if !input.peek(Token![=]) {
        return None;
    }
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
    if input.is_empty()
        || input.peek(Token![,])
        || peek(input).is_some_and(|next| opens_element(&next))
    {
        return;
    }
    let rest = rest(input);
    sink.error(messages::flag_with_value(key, &rest));
}

/// All tokens up to the next comma.
fn rest(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        match input.parse::<TokenTree>() {
            Ok(token) => tokens.extend([token]),
            Err(_) => break,
        }
    }
    tokens
}

impl RawRange {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let fork = input.fork();
        let form = Self::form(&fork);
        let complete = fork.is_empty() || fork.peek(Token![,]);
        let tokens = rest(input);
        let form = if complete { form } else { RangeForm::Other };
        Ok(Self { tokens, form })
    }

    fn form(input: ParseStream<'_>) -> RangeForm {
        let low = Bound::parse(input);
        let inclusive = input.parse::<Token![..=]>().is_ok();
        if !inclusive && input.parse::<Token![..]>().is_err() {
            return RangeForm::Other;
        }
        match (low, Bound::parse(input)) {
            (Some(low), Some(high)) if inclusive => RangeForm::Inclusive(low, high),
            (Some(low), Some(high)) => RangeForm::HalfOpen(low, high),
            _ => RangeForm::Open,
        }
    }
}

impl Bound {
    fn parse(input: ParseStream<'_>) -> Option<Self> {
        let minus: Option<Token![-]> = input.parse().ok()?;
        let mut tokens = minus.to_token_stream();
        let value = if input.peek(Lit) {
            let literal: Lit = input.parse().ok()?;
            literal.to_tokens(&mut tokens);
            number(&literal, minus.is_some())?
        } else {
            input.parse::<Path>().ok()?.to_tokens(&mut tokens);
            BoundValue::Const
        };
        Some(Self { tokens, value })
    }
}

fn number(literal: &Lit, negative: bool) -> Option<BoundValue> {
    match literal {
        Lit::Int(literal) => {
            let value: i128 = literal.base10_parse().ok()?;
            Some(BoundValue::Int(if negative { -value } else { value }))
        }
        Lit::Float(literal) => {
            let value: f64 = literal.base10_parse().ok()?;
            Some(BoundValue::Float(if negative { -value } else { value }))
        }
        _ => None,
    }
}

impl RawDefault {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let fork = input.fork();
        let minus: Option<Token![-]> = fork.parse()?;
        let value = match fork.parse::<Lit>()? {
            Lit::Str(text) if minus.is_none() => DefaultValue::Text(text.value()),
            Lit::Bool(value) if minus.is_none() => DefaultValue::Bool(value.value()),
            literal => match number(&literal, minus.is_some()) {
                Some(BoundValue::Int(value)) => DefaultValue::Int(value),
                Some(BoundValue::Float(value)) => DefaultValue::Float(value),
                _ => DefaultValue::Other,
            },
        };
        let tokens = rest(input);
        Ok(Self { tokens, value })
    }
}

/// The first and the last place of some tokens.
pub(crate) fn ends(tokens: impl ToTokens) -> Option<(Span, Span)> {
    let mut spans = tokens
        .into_token_stream()
        .into_iter()
        .map(|token| token.span());
    let first = spans.next()?;
    Some((first, spans.last().unwrap_or(first)))
}
