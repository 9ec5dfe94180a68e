use super::*;
use crate::error::TokenError;

const TOKEN: &str = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

fn from(variables: &'static [(&'static str, &'static str)]) -> Result<BotBuilder, BuildError> {
    from_vars(|name| {
        variables
            .iter()
            .find(|(variable, _)| *variable == name)
            .map(|(_, value)| value.into())
    })
}

#[test]
fn token_and_server_come_from_the_environment() {
    let builder = from(&[
        (TOKEN_VARIABLE, TOKEN),
        (SERVER_VARIABLE, "http://localhost:8081/"),
    ])
    .unwrap();
    assert_eq!(builder.token.unwrap().bot_id(), Some(123_456));
    assert_eq!(builder.server.base_url(), "http://localhost:8081");
}

#[test]
fn the_official_server_is_the_default() {
    for variables in [
        &[(TOKEN_VARIABLE, TOKEN)][..],
        &[(TOKEN_VARIABLE, TOKEN), (SERVER_VARIABLE, "")],
    ] {
        assert_eq!(from(variables).unwrap().server, Server::default());
    }
}

#[test]
fn the_error_names_the_invalid_variable() {
    for (variables, name, cause) in [
        (&[][..], TOKEN_VARIABLE, "is not set"),
        (
            &[(TOKEN_VARIABLE, "")],
            TOKEN_VARIABLE,
            "the token is empty",
        ),
        (
            &[(TOKEN_VARIABLE, TOKEN), (SERVER_VARIABLE, "localhost")],
            SERVER_VARIABLE,
            "the server's URL must begin with `https://` or `http://`",
        ),
    ] {
        let error = from(variables).unwrap_err();
        assert!(error.to_string().contains(name), "{error}");
        assert!(error.to_string().ends_with(cause), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_text_is_not_displayed() {
    use std::os::unix::ffi::OsStringExt;

    let mut bytes = TOKEN.as_bytes().to_vec();
    bytes.push(0xff);
    let error = from_vars(|_| Some(OsString::from_vec(bytes.clone()))).unwrap_err();
    assert!(!format!("{error:?}").contains("ABC"), "{error:?}");
}

#[test]
fn a_wrong_token_is_an_error_of_build() {
    let error = Bot::builder("123456").build().unwrap_err();
    assert!(matches!(error, BuildError::Token(TokenError::NoColon)));
}

#[cfg(not(feature = "reqwest"))]
#[test]
fn the_error_for_a_missing_transport_names_the_fix() {
    let error = Bot::new(TOKEN).unwrap_err();
    assert!(matches!(error, BuildError::NoTransport));
    assert!(error.to_string().contains("`reqwest`"));
}

#[cfg(feature = "reqwest")]
#[test]
fn a_bot_is_created_from_text_or_token_and_hides_the_secret() {
    let token: Token = TOKEN.parse().unwrap();
    let bots = [Bot::new(TOKEN), Bot::new(TOKEN.to_owned()), Bot::new(token)];
    for bot in bots {
        let output = format!("{:?}", bot.unwrap());
        assert!(
            output.contains("123456:***") && !output.contains("ABC"),
            "{output}"
        );
    }
    let output = format!("{:?}", Bot::builder(TOKEN));
    assert!(!output.contains("ABC"), "{output}");
}
