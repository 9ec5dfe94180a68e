use super::*;

const SECRET: &str = "ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

fn token(text: &str) -> Result<Token, TokenError> {
    text.parse()
}

#[test]
fn a_token_shows_its_id_and_hides_its_secret() {
    let token = token(&format!("123456:{SECRET}")).unwrap();
    assert_eq!(token.bot_id(), 123_456);
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
