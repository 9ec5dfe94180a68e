//! Definitions that come out of a `macro_rules!`, whose fragments are in invisible groups.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::run::run_tokens;

/// Puts the group after `$` into an invisible group, as the compiler does with a fragment.
fn with_fragments(source: &str) -> TokenStream {
    wrap(source.parse().unwrap())
}

fn wrap(tokens: TokenStream) -> TokenStream {
    let mut wrapped = Vec::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        wrapped.push(match token {
            TokenTree::Punct(punct) if punct.as_char() == '$' => {
                let Some(TokenTree::Group(fragment)) = tokens.next() else {
                    panic!("no fragment")
                };
                grouped(Delimiter::None, &fragment)
            }
            TokenTree::Group(group) => grouped(group.delimiter(), &group),
            token => token,
        });
    }
    wrapped.into_iter().collect()
}

fn grouped(delimiter: Delimiter, group: &Group) -> TokenTree {
    let mut grouped = Group::new(delimiter, wrap(group.stream()));
    grouped.set_span(group.span());
    grouped.into()
}

fn codes(source: &str) -> Vec<&'static str> {
    run_tokens(with_fragments(source)).codes()
}

#[test]
fn fragments_are_seen_through() {
    let source = "
        #[telegram_method($(\"getUserProfilePhotos\"), returns = $(Vec<Update>), crate = $(::renamed))]
        $(pub(crate)) struct GetUserProfilePhotos {
            user_id: $(i64),
            #[telegram(range = $(1)..=$(100), default = $(100))]
            limit: $(Option<$(i64)>),
            #[telegram(rename = $(\"offset\"))]
            skipped: Option<$($(u8))>,
        }
    ";
    let outcome = run_tokens(with_fragments(source));
    assert!(outcome.codes().is_empty(), "{:?}", outcome.sink.errors);
    let expansion = outcome.expansion.to_string();
    assert!(expansion.contains("fn limit (") && !expansion.contains(":: telegrammar ::"));
    assert!(outcome.item.to_string().contains(":: renamed :: __private"));
}

#[test]
fn negative_fragments_are_numbers() {
    let source = "
        #[telegram_method(\"frobnicate\", unlisted, returns = bool)]
        struct Frobnicate {
            #[telegram(range = $(-5)..=$(-1), default = $(-2))]
            a: Option<i8>,
        }
    ";
    assert_eq!(codes(source), [""; 0]);
}

#[test]
fn mistakes_in_fragments_are_found() {
    let source = "
        #[telegram_method($(\"getUserProfilePhotos\"))]
        #[$(derive(Serialize))]
        struct GetUserProfilePhotos {
            user_id: $(Option<i64>),
            #[telegram(range = $(1)..=$(200))]
            limit: Option<i64>,
            #[telegram(default = $(\"zero\"))]
            offset: $(Option<i64>),
        }
    ";
    assert_eq!(codes(source), ["A06", "H03", "H06", "E13"]);
}

#[test]
fn a_whole_item_can_be_a_fragment() {
    let source = "#[telegram_method(\"getMe\")] $(struct GetMe { chat_id: i64 })";
    assert_eq!(codes(source), ["H01"]);
}
