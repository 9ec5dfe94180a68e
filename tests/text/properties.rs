//! What holds for every text.

use telegrammar::text::{
    Text, escape_html, escape_markdown_v2, escape_markdown_v2_code, escape_markdown_v2_url,
    parse_html, parse_markdown, parse_markdown_v2,
};
use telegrammar::types::MessageEntityType;

use super::random::{LETTERS, MARKUP, Random, text};

const CASES: u64 = 20_000;

#[test]
fn no_markup_makes_a_parser_panic() {
    let mut parsed = [0; 3];
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let markup = random.string(&MARKUP, 12);
        let results = [
            parse_html(&markup),
            parse_markdown_v2(&markup),
            parse_markdown(&markup),
        ];
        for (result, count) in results.iter().zip(&mut parsed) {
            match result {
                Ok(text) => {
                    *count += 1;
                    let texts = text
                        .entities()
                        .iter()
                        .map(|entity| entity.text(text.as_str()));
                    assert!(texts.into_iter().all(|text| text.is_some()), "{markup:?}");
                    assert!(text.server_len() <= text.utf16_len(), "{markup:?}");
                }
                Err(error) => {
                    let inside = error.offset().is_none_or(|offset| offset <= markup.len());
                    assert!(inside, "{markup:?}: {error}");
                }
            }
        }
    }
    assert!(parsed.iter().all(|count| *count > 500), "{parsed:?}");
}

#[test]
fn escaped_text_is_parsed_as_plain_text() {
    for seed in 0..CASES {
        let text = Random::new(seed).string(&LETTERS, 20);
        let plain = Text::from(&text);
        assert_eq!(parse_html(&escape_html(&text)).as_ref(), Ok(&plain));
        assert_eq!(
            parse_markdown_v2(&escape_markdown_v2(&text)).as_ref(),
            Ok(&plain)
        );
        if text.is_empty() {
            continue;
        }
        let code = format!("`{}`", escape_markdown_v2_code(&text));
        // Without the letter, an accent at the start would not matter, but two backticks would.
        assert_eq!(
            parse_markdown_v2(&code),
            Ok(Text::new().code(&text)),
            "{code:?}"
        );
        let url = format!("https://a.b/x{text}x");
        let link = format!("[a]({})", escape_markdown_v2_url(&url));
        let html = format!("<a href=\"{}\">a</a>", escape_html(&url));
        if !text.contains('\0') {
            assert_eq!(parse_markdown_v2(&link), parse_html(&html), "{url:?}");
        }
    }
}

#[test]
fn html_has_the_same_text_and_entities() {
    let mut nested = 0;
    for seed in 0..CASES {
        let text = text(&mut Random::new(seed));
        let html = text.to_html();
        let parsed = parse_html(&html).unwrap_or_else(|error| panic!("{text:?} {html:?} {error}"));
        let normal = text.clone().normalised();
        if parsed == text {
            nested += 1;
        } else {
            assert_eq!(parsed, normal, "{html:?}");
        }
        assert_eq!(parsed.normalised(), normal, "{html:?}");
        assert_eq!(normal.clone().normalised(), normal, "{html:?}");
    }
    assert!(nested > 1000, "{nested}");
}

#[test]
fn markdown_has_the_same_text_and_entities() {
    let is_quote = |r#type: &MessageEntityType| {
        let quotes = [
            MessageEntityType::Blockquote,
            MessageEntityType::ExpandableBlockquote,
        ];
        quotes.contains(r#type)
    };
    for seed in 0..CASES {
        let text = text(&mut Random::new(seed));
        let markdown = text.to_markdown_v2();
        let parsed = parse_markdown_v2(&markdown)
            .unwrap_or_else(|error| panic!("{text:?} {markdown:?} {error}"));
        assert_eq!(parsed.as_str(), text.as_str(), "{markdown:?}");
        let again = parse_markdown_v2(&parsed.to_markdown_v2());
        assert_eq!(again.as_ref(), Ok(&parsed), "{markdown:?}");
        let has_quote = text
            .entities()
            .iter()
            .any(|entity| is_quote(&entity.r#type));
        if !has_quote && parsed != text {
            assert_eq!(parsed, text.normalised(), "{markdown:?}");
        }
    }
}

#[test]
fn values_that_the_server_refuses_have_no_markup() {
    use telegrammar::types::{MessageEntity, MessageEntityType as Type};
    let bare = |r#type| Text::from_parts("x", vec![MessageEntity::new(r#type, 0, 1)]);
    let texts = [
        Text::new().custom_emoji("x", "abc"),
        Text::new().custom_emoji("x", "0"),
        Text::new().custom_emoji("x", ""),
        Text::new().date_time("x", 0, "r"),
        Text::new().date_time("x", (1 << 32) + 5, "r"),
        Text::new().date_time("x", 5, "now"),
        Text::new().mention_id("x", 0),
        Text::new().mention_id("x", -5),
        Text::new().link("x", ""),
        Text::new().link("x", "https://a.b/\0"),
        bare(Type::TextLink),
        bare(Type::TextMention),
        bare(Type::CustomEmoji),
        bare(Type::DateTime),
    ];
    for text in texts {
        let plain = Ok(Text::from("x"));
        assert_eq!(parse_html(&text.to_html()), plain, "{text:?}");
        assert_eq!(parse_markdown_v2(&text.to_markdown_v2()), plain, "{text:?}");
    }
    let code = Text::new().pre_in("a\0b", "x").to_html();
    assert_eq!(parse_html(&code), Ok(Text::new().pre("x")), "{code:?}");
}
