//! Definitions with tokens changed.

use std::sync::LazyLock;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::fixtures::texts;
use crate::random::Source;

/// Definitions of the catalogue, the examples and the tests, with and without mistakes.
static SEEDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut seeds = Vec::new();
    for case in texts("macros/src/tests/cases", "txt") {
        for case in case.split("=== ").skip(1) {
            let source = case
                .split_once('\n')
                .and_then(|(_, rest)| rest.split_once("---\n"));
            // Marks of the expected carets.
            let source = source.map(|(source, _)| source.replace(['«', '»'], ""));
            seeds.extend(source.filter(|source| source.parse::<TokenStream>().is_ok()));
        }
    }
    let folders = [
        "src/methods",
        "src/types",
        "examples",
        "tests/ui",
        "tests/definitions",
        "tests/definitions/unions",
    ];
    for text in folders.iter().flat_map(|folder| texts(folder, "rs")) {
        if let Ok(tokens) = text.parse() {
            definitions(tokens, &mut seeds);
        }
    }
    assert!(seeds.len() > 1000, "{} definitions", seeds.len());
    // Messages quote names in backticks, which those of documentation would be taken for.
    let plain = seeds.into_iter().map(|seed: String| seed.replace('`', "'"));
    plain.collect()
});

/// Tokens that can replace others: keys, names of the Bot API, types, and what is often mistyped.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    const WORDS: &str = r##"
        range len bytes items default rename skip unlisted flatten rest returns one_of tag repeatable once crate krate
        type r#type self Self super pub struct enum union fn const static impl dyn where for as mut ref in
        i64 u8 i128 u64 f64 f32 bool char str String Option Vec Box Rc Arc Cow HashMap InputFile ChatId UnknownFields
        Unknown User Message Update Default Clone Debug Serialize Deserialize telegram telegram_method telegram_type
        serde cfg cfg_attr derive doc non_exhaustive deprecated allow all any new send validate INFO text limit offset
        0 1 100 -1 1..=100 0..5 ..=5 1.. .. 255u8 1_000 0x10 1.5 1e3 18446744073709551616 340282366920938463463374607431768211456
        "sendMessage" "getUpdates" "User" "RichText" "" "\u{0}" r#"raw"# b"bytes" c"text" 'a' 'static b'a' true false
        = == => :: : ; , . ? ! @ # $ & && | < > << >> + - * / % ^ ~ _ () [] {} ( ) [u8; 4] &'a str &mut
        (i64, String) Option<i64> Vec<Option<String>> impl Fn() dyn Send fn() -> bool <T as U>::V [T; N] !
        #[telegram(default = 5)] #[serde(rename = "a")] #[cfg(any())] #[doc = "x"] $(i64) $("a") $($(1))
    "##;
    let mut words = Vec::new();
    for line in WORDS.lines() {
        let pieces = line
            .split_whitespace()
            .filter_map(|piece| piece.parse::<TokenStream>().ok());
        words.extend(pieces.flatten().map(|token| token.to_string()));
        let tokens = line.parse::<TokenStream>().into_iter().flatten();
        words.extend(tokens.map(|token| token.to_string()));
    }
    words
});

/// Finds the items with an attribute of telegrammar, also within other items.
fn definitions(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut start = 0;
    let mut is_definition = false;
    for (at, token) in tokens.iter().enumerate() {
        let is_end = match token {
            TokenTree::Group(group) => {
                let text = group.stream().to_string();
                is_definition |=
                    text.starts_with("telegram_method") || text.starts_with("telegram_type");
                if group.delimiter() == Delimiter::Brace && !is_definition {
                    definitions(group.stream(), found);
                }
                group.delimiter() == Delimiter::Brace
            }
            TokenTree::Punct(punct) => punct.as_char() == ';',
            _ => false,
        };
        if is_end {
            if is_definition {
                let definition: TokenStream = tokens[start..=at].iter().cloned().collect();
                found.push(definition.to_string());
            }
            is_definition = false;
            start = at + 1;
        }
    }
}

pub(crate) fn create(source: &mut Source) -> Vec<u8> {
    let mut tokens = seed(source);
    if source.chance(95) {
        for _ in 0..=source.below(4) {
            let count = count(&tokens);
            if count > 0 {
                let mut at = source.below(count);
                tokens = edit(tokens, &mut at, &mut |before, token, after| {
                    change(before, token, after, source)
                });
            }
        }
    }
    tokens.to_string().into_bytes()
}

fn seed(source: &mut Source) -> TokenStream {
    source.pick::<String>(&SEEDS).parse().unwrap_or_default()
}

/// How many tokens there are, with those in groups.
fn count(tokens: &TokenStream) -> usize {
    let all = tokens.clone().into_iter();
    all.map(|token| match token {
        TokenTree::Group(group) => 1 + count(&group.stream()),
        _ => 1,
    })
    .sum()
}

/// Gets the tokens before a token, it and those after it, and returns what takes their place.
type Change<'a> = dyn FnMut(Vec<TokenTree>, TokenTree, Vec<TokenTree>) -> Vec<TokenTree> + 'a;

/// Changes the token with this number.
fn edit(tokens: TokenStream, number: &mut usize, change: &mut Change<'_>) -> TokenStream {
    let mut all: Vec<_> = tokens.into_iter().collect();
    for at in 0..all.len() {
        if *number == 0 {
            *number = usize::MAX;
            let after = all.split_off(at + 1);
            let token = all.pop();
            let Some(token) = token else { break };
            return change(all, token, after).into_iter().collect();
        }
        *number -= 1;
        if let TokenTree::Group(group) = &all[at] {
            let inner = count(&group.stream());
            if *number < inner {
                let changed = edit(group.stream(), number, change);
                all[at] = Group::new(group.delimiter(), changed).into();
                break;
            }
            *number -= inner;
        }
    }
    all.into_iter().collect()
}

/// Any token of any definition.
fn donor(source: &mut Source) -> Vec<TokenTree> {
    if source.chance(60) {
        let word = source.pick::<String>(&WORDS).parse::<TokenStream>();
        return word.into_iter().flatten().collect();
    }
    let seed = seed(source);
    let mut at = source.below(count(&seed).max(1));
    let length = 1 + source.below(4);
    let mut found = Vec::new();
    edit(seed, &mut at, &mut |before, token, after| {
        found = std::iter::once(token).chain(after).take(length).collect();
        before
    });
    found
}

fn change(
    mut tokens: Vec<TokenTree>,
    token: TokenTree,
    mut after: Vec<TokenTree>,
    source: &mut Source,
) -> Vec<TokenTree> {
    match source.below(14) {
        0 | 1 => {}
        2 => tokens.extend([token.clone(), token]),
        3 => after.clear(),
        4 if !after.is_empty() => {
            let next = after.remove(0);
            tokens.extend([next, token]);
        }
        5 | 6 => tokens.extend(donor(source)),
        7 => {
            tokens.push(token);
            tokens.extend(donor(source));
        }
        8 => tokens.extend(wrapped(&token, source)),
        9 => match token {
            TokenTree::Group(group) => tokens.extend(group.stream()),
            token => tokens.extend(wrapped(&token, source)),
        },
        10 => match token {
            TokenTree::Group(group) => {
                let other =
                    *source.pick(&[Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis]);
                tokens.push(Group::new(other, group.stream()).into());
            }
            token => tokens.push(token),
        },
        11 => {
            // From here to the end of the item, and once more.
            let end = after
                .iter()
                .position(|it| it.to_string() == ",")
                .map_or(after.len(), |at| at + 1);
            let item: Vec<_> = std::iter::once(token).chain(after.drain(..end)).collect();
            tokens.extend(item.iter().cloned().chain(item.iter().cloned()));
        }
        _ => tokens.push(altered(token, source)),
    }
    tokens.extend(after);
    tokens
}

fn wrapped(token: &TokenTree, source: &mut Source) -> Vec<TokenTree> {
    let delimiters = [Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis];
    let group = |delimiter| TokenTree::from(Group::new(delimiter, token.clone().into()));
    match source.pick_or(&delimiters) {
        Some(delimiter) => vec![group(delimiter)],
        None => vec![
            Punct::new('$', Spacing::Alone).into(),
            group(Delimiter::Parenthesis),
        ],
    }
}

impl Source {
    /// Picks an item, or none as often as one in two.
    fn pick_or<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        self.chance(50).then(|| *self.pick(items))
    }
}

/// A similar token: another name, number or text.
fn altered(token: TokenTree, source: &mut Source) -> TokenTree {
    match token {
        TokenTree::Ident(ident) => {
            let mut name: Vec<char> = ident.to_string().trim_start_matches("r#").chars().collect();
            let at = source.below(name.len().max(1));
            match source.below(5) {
                0 if name.len() > 1 => drop(name.remove(at)),
                1 => name.insert(at, *source.pick(&['a', '_', 'é', 'X', 'z'])),
                2 if at + 1 < name.len() => name.swap(at, at + 1),
                3 => name.extend(
                    "_of_a_name_that_is_much_longer_than_any_line_of_any_message_to_anybody"
                        .chars(),
                ),
                _ => name.truncate(at.max(1)),
            }
            let name: String = name.into_iter().collect();
            match syn::parse_str::<syn::Ident>(&name) {
                Ok(_) => Ident::new(&name, Span::call_site()).into(),
                Err(_) => ident.into(),
            }
        }
        TokenTree::Literal(literal) => {
            let text = literal.to_string();
            let other = match source.below(4) {
                0 => format!("{text}0"),
                1 => text.replace('"', ""),
                2 => format!("\"{}\"", text.trim_matches('"').to_uppercase()),
                _ => source
                    .pick(&["0", "\"\"", "9223372036854775808", "1e400", "\"a\\u{301}\""])
                    .to_string(),
            };
            other
                .parse::<Literal>()
                .map_or(literal.into(), TokenTree::from)
        }
        TokenTree::Punct(_) => Punct::new(
            *source.pick(&[',', ';', '=', ':', '.', '<', '>', '#', '-', '&']),
            Spacing::Alone,
        )
        .into(),
        TokenTree::Group(group) => Group::new(group.delimiter(), TokenStream::new()).into(),
    }
}
