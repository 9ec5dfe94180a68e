use std::error::Error as StdError;
use std::fmt::Write;
use std::io;

use bytes::Bytes;

use super::*;

fn api(code: i32) -> ApiError {
    ApiError::new("getMe", code, "")
}

fn transport(kind: TransportErrorKind) -> Error {
    TransportError::new("getMe", kind).into()
}

#[test]
fn an_error_is_small() {
    assert!(size_of::<Error>() <= 64, "{}", size_of::<Error>());
}

#[test]
fn the_kind_follows_from_code_and_parameters() {
    for (code, kind) in [
        (400, ApiErrorKind::BadRequest),
        (401, ApiErrorKind::Unauthorized),
        (403, ApiErrorKind::Forbidden),
        (404, ApiErrorKind::NotFound),
        (409, ApiErrorKind::Conflict),
        (413, ApiErrorKind::TooLarge),
        (421, ApiErrorKind::Misdirected),
        (429, ApiErrorKind::TooManyRequests),
        (500, ApiErrorKind::Server),
        (502, ApiErrorKind::Server),
        (402, ApiErrorKind::Other),
        (-1, ApiErrorKind::Other),
    ] {
        assert_eq!(api(code).kind(), kind, "{code}");
    }
    let mut migrated = api(400);
    migrated.migrate_to_chat_id = Some(-1_001_234_567_890);
    assert_eq!(migrated.kind(), ApiErrorKind::Migrated);
}

#[test]
fn delivery_and_acceptance_depend_on_the_error() {
    for (error, delivery) in [
        (transport(TransportErrorKind::Connect), Delivery::NotSent),
        (transport(TransportErrorKind::Timeout), Delivery::Unknown),
        (
            transport(TransportErrorKind::Interrupted),
            Delivery::Unknown,
        ),
        (transport(TransportErrorKind::Other), Delivery::Unknown),
        (
            transport(TransportErrorKind::TooLarge {
                status: 200,
                limit: 1,
            }),
            Delivery::Answered,
        ),
        (api(500).into(), Delivery::Answered),
    ] {
        assert_eq!(error.delivery(), delivery, "{error}");
        assert_eq!(error.method(), "getMe");
        assert!(!error.accepted());
    }
}

#[test]
fn bodies_are_stored_but_not_displayed() {
    let body = Bytes::from_static(b"<html>private</html>");
    let response = ResponseError::new("getMe", 502, ResponseErrorKind::Html, body.clone());
    let decode = DecodeError::new("getMe", "result".into(), "no".into(), body.clone());
    assert_eq!(response.body(), &body);
    assert_eq!(decode.body(), &body);
    let output = format!("{response} {response:?} {decode} {decode:?}");
    assert!(!output.contains("private"), "{output}");
    assert!(output.contains("20 bytes"), "{output}");
}

#[test]
fn a_boxed_transport_error_is_unwrapped() {
    let ours: Box<dyn StdError + Send + Sync> =
        TransportError::new("getMe", TransportErrorKind::Connect).into();
    let unwrapped = TransportError::from_foreign("getMe", ours);
    assert_eq!(unwrapped.kind(), TransportErrorKind::Connect);
    let foreign = TransportError::from_foreign("getMe", "other".into());
    assert_eq!(foreign.kind(), TransportErrorKind::Other);
}

#[test]
fn the_error_of_a_build_has_no_method() -> Result<(), Error> {
    fn parsed(text: &str) -> Result<Token, BuildError> {
        Ok(text.parse()?)
    }
    fn built(text: &str) -> Result<Token, Error> {
        Ok(parsed(text)?)
    }
    let error = built("").unwrap_err();
    assert_eq!(error.method(), "");
    assert_eq!(error.delivery(), Delivery::NotSent);
    assert!(!error.accepted() && !error.is_transient());
    assert_eq!(error.to_string(), "the token is empty");
    assert_eq!(error.outcome(), "build");
    built("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11").map(drop)
}

#[test]
fn transient_errors_are_told_apart() {
    let response = |status, kind, body: &'static str| -> Error {
        ResponseError::new("getMe", status, kind, body.into()).into()
    };
    let decode = DecodeError::new("getMe", "result".into(), "no".into(), Bytes::new());
    for (is_transient, error) in [
        (true, transport(TransportErrorKind::Connect)),
        (true, transport(TransportErrorKind::Timeout)),
        (true, transport(TransportErrorKind::Interrupted)),
        (false, transport(TransportErrorKind::Upload)),
        (false, transport(TransportErrorKind::Other)),
        (true, api(429).into()),
        (true, api(500).into()),
        (false, api(400).into()),
        (false, api(403).into()),
        (true, response(502, ResponseErrorKind::Html, "<html>")),
        (true, response(503, ResponseErrorKind::Empty, "")),
        (true, response(429, ResponseErrorKind::NotJson, "slow")),
        (false, response(400, ResponseErrorKind::Empty, "")),
        (false, response(200, ResponseErrorKind::Truncated, "{")),
        (
            false,
            response(502, ResponseErrorKind::Truncated, r#"{"ok":true,"r"#),
        ),
        (false, decode.into()),
    ] {
        assert_eq!(error.is_transient(), is_transient, "{error}");
    }
}

#[test]
fn an_error_of_the_api_answers_for_the_call() {
    let mut flood = api(429);
    flood.retry_after = Some(Duration::from_secs(7));
    let flood = Error::from(flood);
    assert_eq!(flood.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(flood.migrate_to_chat_id(), None);
    let mut migrated = api(400);
    migrated.migrate_to_chat_id = Some(-1_001_234_567_890);
    let migrated = Error::from(migrated);
    assert_eq!(migrated.migrate_to_chat_id(), Some(-1_001_234_567_890));
    assert!(!migrated.is_recipient_gone());
    let blocked = ApiError::new("m", 403, "Forbidden: bot was blocked by the user");
    assert!(Error::from(blocked).is_recipient_gone());
    let timeout = transport(TransportErrorKind::Timeout);
    assert!(!timeout.is_recipient_gone() && timeout.retry_after().is_none());
}

mod display;
mod secrecy;
