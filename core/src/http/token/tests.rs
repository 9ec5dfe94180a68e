use super::*;

const SECRET: &str = "ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

fn token(text: &str) -> Result<Token, TokenError> {
    text.parse()
}

#[test]
fn a_token_shows_its_id_and_hides_its_secret() {
    let token = token(&format!("123456:{SECRET}")).unwrap();
    assert_eq!(token.bot_id(), Some(123_456));
    assert_eq!(token.expose(), format!("123456:{SECRET}"));
    assert_eq!(token.to_string(), "123456:***");
    assert_eq!(format!("{token:?}"), "Token(123456:***)");
    assert_eq!(token, token.clone());
}

#[test]
fn every_conversion_validates() {
    let text = format!("123456:{SECRET}");
    let made = [
        Token::try_from(text.as_str()),
        Token::try_from(&text),
        Token::try_from(text.clone()),
        text.parse(),
    ];
    assert!(made.iter().all(Result::is_ok));
    assert_eq!(Token::try_from(String::new()), Err(TokenError::Empty));
}

#[test]
fn each_mistake_has_its_error() {
    let long = format!("123456:{}", "a".repeat(74));
    let cases = [
        ("", TokenError::Empty),
        (" ", TokenError::Whitespace),
        (&format!("123456:{SECRET}\n"), TokenError::Whitespace),
        (
            &format!("https://api.telegram.org/bot123456:{SECRET}/getMe"),
            TokenError::Url,
        ),
        (&format!("bot123456:{SECRET}"), TokenError::BotPrefix),
        (&format!("/bot123456:{SECRET}/"), TokenError::BotPrefix),
        (&long, TokenError::TooLong),
        (&format!("123456{SECRET}"), TokenError::NoColon),
        (&format!(":{SECRET}"), TokenError::Id),
        (&format!("0:{SECRET}"), TokenError::Id),
        (&format!("0123:{SECRET}"), TokenError::Id),
        (&format!("+123:{SECRET}"), TokenError::Id),
        (&format!("-123:{SECRET}"), TokenError::Id),
        (&format!("12a:{SECRET}"), TokenError::Id),
        (&format!("18014398509481984:{SECRET}"), TokenError::Id),
        (&format!("99999999999999999999:{SECRET}"), TokenError::Id),
        ("123456:", TokenError::ShortSecret),
        ("123456:ABCDEFGHIJKLMNOPQRSTUVW", TokenError::ShortSecret),
        (
            &format!("123456:{SECRET}/getMe"),
            TokenError::SecretCharacter,
        ),
        (&format!("123456:{SECRET}é"), TokenError::SecretCharacter),
    ];
    for (text, error) in cases {
        assert_eq!(token(text), Err(error), "{text:?}");
        let output = format!("{error} {error:?}");
        assert!(!output.contains(&SECRET[..6]), "{output}");
    }
}

#[test]
fn the_bounds_are_inclusive() {
    assert!(token(&format!("18014398509481983:{SECRET}")).is_ok());
    assert!(token("1:ABCDEFGHIJKLMNOPQRSTUVWX").is_ok());
    assert!(token(&format!("123456:{}", "a".repeat(73))).is_ok());
}

#[test]
fn the_secret_is_redacted_at_any_position() {
    let token = token(&format!("123456:{SECRET}")).unwrap();
    assert_eq!(
        token.redact(&format!("/bot123456:{SECRET}/getMe {SECRET}")),
        Some("/bot123456:***/getMe ***".to_owned())
    );
    assert_eq!(token.redact("123456"), None);
}

#[test]
fn a_custom_token_is_secret_as_a_whole() {
    let token = Token::custom("001.0123:secret").unwrap();
    assert_eq!(token.bot_id(), None);
    assert_eq!(token.expose(), "001.0123:secret");
    assert_eq!(format!("{token} {token:?}"), "*** Token(***)");
    assert_eq!(
        token,
        Token::custom(String::from("001.0123:secret")).unwrap()
    );
    assert_ne!(token, Token::custom("001.0123:secreT").unwrap());
    assert_ne!(
        Token::custom(format!("123456:{SECRET}")),
        Token::try_from(format!("123456:{SECRET}"))
    );
}

#[test]
fn a_custom_token_has_any_visible_text() {
    for text in [
        "a",
        "a/b?c#d%20",
        "ключ-от-бота",
        "bot123",
        "::",
        "{token}",
        "\"\\",
    ] {
        let token = Token::custom(text).unwrap();
        assert_eq!(token.expose(), text);
        assert!(
            token.in_path().len() == text.len() || token.in_path().contains('%'),
            "{text}"
        );
    }
    for (text, error) in [
        ("", TokenError::Empty),
        (" a", TokenError::Whitespace),
        ("a\n", TokenError::Whitespace),
        ("a b", TokenError::Invisible),
        ("a\u{a0}b", TokenError::Invisible),
        ("a\0b", TokenError::Invisible),
        ("https://example.org/bota/getMe", TokenError::Url),
    ] {
        assert_eq!(Token::custom(text), Err(error), "{text:?}");
    }
}

#[test]
fn a_custom_token_is_percent_encoded_in_a_path() {
    for (text, path) in [
        ("001.a-b_c~d:e@f", "001.a-b_c~d:e@f"),
        ("a/../b", "a%2F..%2Fb"),
        ("a?b#c%20", "a%3Fb%23c%2520"),
        ("é[]", "%C3%A9%5B%5D"),
    ] {
        assert_eq!(Token::custom(text).unwrap().in_path(), path);
    }
}

#[test]
fn every_spelling_of_a_custom_token_is_redacted() {
    let token = Token::custom("клю/ч\"+AbC%:=").unwrap();
    for spelling in [
        token.expose(),
        token.in_path(),
        "%d0%ba%d0%bb%d1%8e%2f%d1%87%22+AbC%25:=",
        "%D0%BA%D0%BB%D1%8E%2F%D1%87%22%2BAbC%25%3A%3D",
        "клю/ч\\\"+AbC%:=",
        "\\u043a\\u043b\\u044e/\\u0447\\\"+AbC%:=",
        "\\u043a\\u043b\\u044e\\/\\u0447\\\"+AbC%:=",
    ] {
        let text = format!("GET /bot{spelling}/getMe, {spelling}");
        let redacted = token.redact(&text);
        assert_eq!(
            redacted.as_deref(),
            Some("GET /bot***/getMe, ***"),
            "{text}"
        );
    }
    assert_eq!(token.redact("GET /bot/getMe"), None);
    // What was cut before it could be searched for.
    let token = Token::custom("0123456789abcdef").unwrap();
    assert_eq!(
        token
            .redact("a 0123456789ab… and 01234567…, 0123456…")
            .as_deref(),
        Some("a ***… and ***…, 0123456…")
    );
}

#[test]
fn a_short_custom_token_is_redacted_in_urls_only() {
    let token = Token::custom("Message").unwrap();
    assert_eq!(token.redact("Message not found, botMessage"), None);
    assert_eq!(
        token
            .redact("https://example.org/botMessage/sendMessage")
            .as_deref(),
        Some("https://example.org/bot***/sendMessage")
    );
    let token = Token::custom("Messages").unwrap();
    assert_eq!(token.redact("Messages").as_deref(), Some("***"));
}
