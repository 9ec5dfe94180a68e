//! The output refers only to items of the user's code, of telegrammar and of `core`.

use std::collections::HashSet;

use proc_macro2::{Spacing, TokenStream, TokenTree};

use super::cases::{all, valid};
use super::run::run;

/// With `method`, which says what `describe!` describes.
const KEYWORDS: &[&str] = &[
    "as", "const", "dyn", "else", "false", "fn", "for", "if", "impl", "in", "let", "loop", "match",
    "method", "mut", "pub", "ref", "return", "self", "Self", "static", "true", "type", "use",
    "where", "_",
];

const ATTRIBUTES: &[&str] = &[
    "allow",
    "automatically_derived",
    "deprecated",
    "doc",
    "inline",
    "must_use",
];

/// All identifiers with the punctuation around them.
struct Names {
    found: Vec<Name>,
}

struct Name {
    word: String,
    /// It is the first segment of a path.
    is_first: bool,
    /// Two colons precede the path.
    is_absolute: bool,
    /// A colon follows, or a preceding keyword declares the name.
    is_declared: bool,
    /// The second segment of the same path.
    second: Option<String>,
}

impl Names {
    fn of(tokens: TokenStream) -> Self {
        let mut names = Self { found: Vec::new() };
        names.read(tokens);
        names
    }

    fn read(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_punct = |at: Option<usize>, mark: &str| {
            at.and_then(|at| tokens.get(at))
                .is_some_and(|token| token.to_string() == mark)
        };
        let joint = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
            Some(TokenTree::Punct(punct)) => punct.spacing() == Spacing::Joint,
            _ => false,
        };
        let colons = |at: Option<usize>| is_punct(at, ":") && joint(at);
        // The parameters of a function, up to the closing bracket.
        let mut is_parameter = false;
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) if is_punct(at.checked_sub(1), "#") => {
                    let name = group
                        .stream()
                        .into_iter()
                        .next()
                        .map(|name| name.to_string());
                    let name = name.unwrap_or_default();
                    assert!(ATTRIBUTES.contains(&name.as_str()), "attribute {name}");
                }
                TokenTree::Group(group) => self.read(group.stream()),
                TokenTree::Ident(name) => {
                    let before = at.checked_sub(1);
                    let is_after_colons = colons(at.checked_sub(2));
                    let is_field = is_punct(before, ".") || is_punct(before, "'");
                    let leads = at.checked_sub(3).and_then(|at| tokens.get(at));
                    let is_leading = leads.is_none_or(|token| match token {
                        TokenTree::Punct(punct) if punct.as_char() == '>' => {
                            is_punct(at.checked_sub(4), "-")
                        }
                        TokenTree::Ident(word) => {
                            let word = word.to_string();
                            word != "Self" && KEYWORDS.contains(&word.as_str())
                        }
                        _ => true,
                    });
                    let words = ["fn", "const", "type", "let", "mut", "match"];
                    let is_made = words.iter().any(|word| is_punct(before, word)) || is_parameter;
                    is_parameter |= is_punct(before, "fn") && is_punct(Some(at + 1), "<");
                    let is_bound = is_punct(Some(at + 1), ":") && !joint(Some(at + 1));
                    let second = colons(Some(at + 1)).then(|| tokens.get(at + 3)).flatten();
                    self.found.push(Name {
                        word: name.to_string(),
                        is_first: !is_after_colons && !is_field,
                        is_absolute: is_after_colons && is_leading,
                        is_declared: is_made || is_bound,
                        second: second.map(ToString::to_string),
                    });
                }
                TokenTree::Punct(punct) => is_parameter &= punct.as_char() != '>',
                TokenTree::Literal(_) => {}
            }
        }
    }

    fn first(&self) -> impl Iterator<Item = &Name> {
        self.found.iter().filter(|name| name.is_first)
    }

    fn absolute(&self) -> impl Iterator<Item = &Name> {
        self.found.iter().filter(|name| name.is_absolute)
    }

    fn declared(&self) -> HashSet<&str> {
        self.first()
            .filter(|name| name.is_declared)
            .map(|name| name.word.as_str())
            .collect()
    }
}

/// Returns what is wrong with the tokens that are generated from `source`, with telegrammar under
/// the name `root`.
fn stray(source: &str, tokens: TokenStream, root: &str) -> Option<String> {
    // The attribute's own words are not the user's.
    let users = Names::of(strip(source.parse().unwrap()));
    let absolute: HashSet<_> = users.absolute().map(|name| name.word.as_str()).collect();
    let users: HashSet<_> = users.first().map(|name| name.word.as_str()).collect();
    let names = Names::of(tokens);
    let declared = names.declared();
    for Name {
        word: name, second, ..
    } in names.absolute()
    {
        if name == root {
            let second = second.as_deref().unwrap_or_default();
            if !["__private", "types"].contains(&second) {
                return Some(format!("::{name}::{second}"));
            }
        } else if name != "core" && !absolute.contains(name.as_str()) {
            return Some(format!("::{name}"));
        }
    }
    // Users have no such names.
    let is_local = |name: &str| name.starts_with("__");
    let is_known = |name: &&str| {
        KEYWORDS.contains(name) || declared.contains(name) || users.contains(name) || is_local(name)
    };
    let mut first = names.first().map(|name| name.word.as_str());
    first.find(|name| !is_known(name)).map(ToOwned::to_owned)
}

#[track_caller]
fn check(source: &str, tokens: TokenStream, root: &str) {
    assert_eq!(stray(source, tokens, root), None, "{source}");
}

/// Removes all attributes, except for the types and bounds in them, and what documentation is made by.
fn strip(tokens: TokenStream) -> TokenStream {
    let mut rest = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match (token, tokens.peek()) {
            (TokenTree::Punct(hash), Some(TokenTree::Group(group))) if hash.as_char() == '#' => {
                let inside: Vec<_> = group.stream().into_iter().collect();
                // `#[telegram(…)]`, `#[telegram_method(…)]`
                if let [TokenTree::Ident(name), TokenTree::Group(list)] = inside.as_slice()
                    && name.to_string().starts_with("telegram")
                {
                    rest.extend(list.stream());
                } else if let [TokenTree::Ident(name), _, text @ ..] = inside.as_slice()
                    && name == "doc"
                {
                    rest.extend(text.iter().cloned());
                }
                tokens.next();
            }
            (TokenTree::Group(group), _) => rest.extend(strip(group.stream())),
            (token, _) => rest.push(token),
        }
    }
    rest.into_iter().collect()
}

#[test]
fn every_path_is_absolute() {
    for case in valid() {
        let root = if case.source.contains("renamed") {
            "renamed"
        } else {
            "telegrammar"
        };
        check(&case.source, run(&case.source).expansion, root);
    }
}

#[test]
fn every_path_is_absolute_even_after_a_mistake() {
    for case in all() {
        let outcome = run(&case.source);
        if !case.source.contains("crate =") && !case.source.contains("crate(") {
            let (expansion, sink) = (outcome.expansion, outcome.sink);
            check(&case.source, quote::quote!(#expansion #sink), "telegrammar");
        }
    }
}

const RENAMED: &str = "
    #[telegram_method(\"frobnicate\", unlisted, returns = Frob, crate = ::renamed, one_of(a, b))]
    struct Frobnicate<'a> {
        #[telegram(len = 1..=5, default = \"x\")]
        a: ::core::option::Option<&'a ::core::primitive::str>,
        #[telegram(items = 1..=5)]
        b: ::core::option::Option<::std::vec::Vec<Nob>>,
        #[telegram(range = LEAST..=5, default = 1)]
        c: ::core::option::Option<Number>,
        d: ::core::primitive::i64,
        #[telegram(skip)]
        e: Foo,
    }
";

#[test]
fn only_the_renamed_crate_is_referred_to() {
    let outcome = run(RENAMED);
    assert!(outcome.codes().is_empty());
    let (item, expansion) = (outcome.item, outcome.expansion);
    for tokens in [item.to_string(), expansion.to_string()] {
        assert!(!tokens.contains("telegrammar ::"), "{tokens}");
        assert!(tokens.contains(":: renamed :: __private ::"), "{tokens}");
    }
    check(RENAMED, expansion, "renamed");
}

#[test]
fn a_renamed_crate_survives_a_mistake() {
    let source = RENAMED.replace("len = 1..=5", "len = 5..=1");
    let outcome = run(&source);
    assert_eq!(outcome.codes(), ["E01"]);
    assert!(!outcome.expansion.to_string().contains("telegrammar ::"));
    let listed = "#[telegram_method(\"getMe\", crate = a::b)] struct GetMe { x: i64 }";
    let outcome = run(listed);
    assert_eq!(outcome.codes(), ["H01"]);
    assert!(
        outcome
            .expansion
            .to_string()
            .contains("type Response = a :: b :: types :: User")
    );
}

#[test]
fn a_path_that_starts_with_crate_is_not_the_key() {
    let source =
        "#[telegram_method(\"getMe\", returns = crate::User, crate = crate::api)] struct GetMe;";
    let outcome = run(source);
    assert!(outcome.codes().is_empty());
    assert!(
        outcome
            .item
            .to_string()
            .contains("crate :: api :: __private :: TelegramMethod")
    );
    let source = "#[telegram_method(\"getMe\", returns = crate::User)] struct GetMe;";
    assert!(
        run(source)
            .item
            .to_string()
            .contains("(:: telegrammar :: __private")
    );
}

#[test]
fn a_relative_path_is_detected() {
    let good = [
        "impl ::core::clone::Clone for X {}",
        "fn x() -> ::telegrammar::__private::Bot { x }",
    ];
    let bad = [
        "impl Clone for X {}",
        "fn x() -> Option<X> { ::core::option::Option::None }",
        "fn x() -> ::std::option::Option<X> {}",
        "fn x() -> ::telegrammar::Bot {}",
        "const A: u8 = 1;",
        "fn x() { vec![1] }",
        "fn x(x: &X) { drop(x) }",
    ];
    let passes =
        |tokens: &str| stray("struct X;", tokens.parse().unwrap(), "telegrammar").is_none();
    for tokens in good {
        assert!(passes(tokens), "{tokens}");
    }
    for tokens in bad {
        assert!(!passes(tokens), "{tokens}");
    }
}
