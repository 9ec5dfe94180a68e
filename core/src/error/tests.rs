use std::error::Error as StdError;
use std::fmt::Write;

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
fn texts_name_the_method_and_do_not_repeat_the_source() {
    let error = TransportError::new("getMe", TransportErrorKind::Other).with_source("broken");
    assert_eq!(error.to_string(), "the transport failed for `getMe`");
    assert_eq!(error.source().unwrap().to_string(), "broken");
    assert_eq!(Error::from(error).source().unwrap().to_string(), "broken");
    assert_eq!(api(500).to_string(), "`getMe` was refused with code 500");
    let described = ApiError::new("getMe", 400, "Bad Request: chat not found");
    assert_eq!(
        described.to_string(),
        "`getMe` was refused with code 400: Bad Request: chat not found"
    );
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
fn the_secret_is_redacted_in_every_variant() {
    let secret = "ABC-DEF1234ghIkl-zyx57W2v1u123ew11";
    let token = format!("123456:{secret}").parse().unwrap();
    let text = format!("no response from /bot123456:{secret}/getMe");
    let inner = TransportError::new("inner", TransportErrorKind::Other).with_source(text.clone());
    let errors = [
        TransportError::new("getMe", TransportErrorKind::Other)
            .with_source(inner)
            .into(),
        ApiError::new("getMe", 400, text.clone()).into(),
        DecodeError::new("getMe", text.clone(), text.clone(), Bytes::from(text)).into(),
    ];
    for error in errors.map(|error: Error| error.redact(&token)) {
        let mut output = format!("{error:?} {error:#?}");
        let mut next: Option<&dyn StdError> = Some(&error);
        while let Some(error) = next {
            write!(output, " {error} {error:?}").unwrap();
            next = error.source();
        }
        assert!(!output.contains(secret), "{output}");
        assert!(output.contains("/bot123456:***/getMe"), "{output}");
    }
}
