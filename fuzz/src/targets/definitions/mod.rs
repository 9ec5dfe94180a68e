//! The macros: definitions as source text, with tokens changed. `$(…)` is a fragment of a `macro_rules!`, which
//! the compiler passes as an invisible group.

mod create;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use telegrammar_fuzz_macros::{Diagnostic, Expansion, expand};

pub(crate) use create::create;

/// Deeper nesting is a matter of the compiler's own parser.
const DEEPEST: usize = 40;

/// Expands the definition.
pub(crate) fn run(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    let mut depth = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' | b'<' => depth += 1,
            b')' | b']' | b'}' | b'>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return;
        }
    }
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return;
    };
    let tokens = with_fragments(tokens);
    let expansion = expand(tokens.clone());
    // Often enough.
    if text.len() % 4 == 0 {
        is_the_same(&expansion, &expand(tokens));
    }
    let quotes = text.contains('`');
    for diagnostic in expansion.errors.iter().chain(&expansion.warnings) {
        if !quotes {
            follows_the_style(diagnostic);
        }
    }
    let is_silent = expansion.errors.is_empty() && expansion.warnings.is_empty();
    assert_eq!(
        is_silent,
        expansion.reports.is_empty() && !expansion.added.to_string().contains("compile_error")
    );
    let is_item = syn::parse2::<syn::Item>(expansion.item.clone()).is_ok();
    if is_item {
        if let Err(error) = syn::parse2::<syn::File>(expansion.added.clone()) {
            panic!("the expansion is no Rust: {error}\n{}", expansion.added);
        }
        let is_missing =
            expansion.is_expandable && expansion.errors.is_empty() && expansion.added.is_empty();
        assert!(!is_missing, "neither an expansion nor an error");
    }
    if let Err(error) = syn::parse2::<syn::File>(expansion.reports.clone()) {
        panic!("the reports are no Rust: {error}\n{}", expansion.reports);
    }
}

/// The output depends on the tokens alone.
fn is_the_same(one: &Expansion, other: &Expansion) {
    let texts = |it: &Expansion| [&it.item, &it.added, &it.reports].map(ToString::to_string);
    assert_eq!(texts(one), texts(other), "not the same again");
    assert_eq!(one.errors, other.errors);
    assert_eq!(one.warnings, other.warnings);
}

/// Puts the group after `$` into an invisible group, as the compiler does with a fragment.
fn with_fragments(tokens: TokenStream) -> TokenStream {
    let mut found = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_dollar = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '$');
        let delimiter = match (&token, tokens.peek()) {
            (_, Some(TokenTree::Group(_))) if is_dollar => Some(Delimiter::None),
            (TokenTree::Group(group), _) => Some(group.delimiter()),
            _ => None,
        };
        let group = if is_dollar && delimiter.is_some() {
            tokens.next()
        } else {
            Some(token)
        };
        found.extend(match (group, delimiter) {
            (Some(TokenTree::Group(group)), Some(delimiter)) => {
                Some(Group::new(delimiter, with_fragments(group.stream())).into())
            }
            (other, _) => other,
        });
    }
    found.into_iter().collect()
}

/// The text with every name in backticks replaced by one letter.
fn without_names(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .map(|(at, part)| if at % 2 == 0 { part } else { "x" })
        .collect()
}

/// Words of the implementation, which mean nothing to a user.
const INNER: [&str; 10] = [
    "meta",
    "tokenstream",
    "syn",
    "please",
    "span",
    "__private",
    "undeclared",
    "panic",
    "unwrap",
    "placeholder",
];

/// The text is as those of the tests are.
fn follows_the_style(diagnostic: &Diagnostic) {
    let Diagnostic {
        code,
        head,
        help,
        text,
    } = diagnostic;
    let first = head.strip_prefix("Bot API ").unwrap_or(head).chars().next();
    assert!(
        first.is_some_and(|first| first.is_lowercase() || first == '`'),
        "{code}: {head}"
    );
    assert!(!head.ends_with(['.', '!', '?', ',', ' ']), "{code}: {head}");
    let width = head.chars().count();
    assert!(
        width <= 80 || without_names(head).chars().count() <= 60,
        "{code}: {head}"
    );
    assert!(
        text.split('\n').all(|line| !line.trim().is_empty()),
        "{code}: {text}"
    );
    if let Some(help) = help {
        assert!(
            !help.trim().is_empty() && help.trim() == help,
            "{code}: {text}"
        );
    }
    let words = without_names(text).to_lowercase();
    let words: Vec<_> = words
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .collect();
    let inner = INNER.iter().find(|inner| words.contains(inner));
    assert!(inner.is_none(), "{code}: {inner:?} in {text}");
}
