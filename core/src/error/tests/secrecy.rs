//! The secret in every text of every error that can have one.

use super::*;
use crate::http::body::error::Problem;
use crate::json::encode::EncodeProblem;
use crate::schema::{Number, Relation, Rule};

const SECRET: &str = "ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

/// An error whose `Display` hides what its `Debug` output shows.
#[derive(Debug, thiserror::Error)]
#[error("hidden")]
struct Hidden(#[allow(dead_code, reason = "shown by `Debug`")] String);

/// An error whose source has the secret.
#[derive(Debug, thiserror::Error)]
#[error("outer")]
struct Outer(#[source] Box<dyn StdError + Send + Sync>);

/// Every error with this text in every place for a text.
fn all(text: &str) -> Vec<Error> {
    let io = || io::Error::other(text);
    let texts = || text.to_owned();
    let transport = |source: Box<dyn StdError + Send + Sync>| {
        TransportError::new("m", TransportErrorKind::Other).with_source(source)
    };
    let encode = |path: String, problem| EncodeError::new("m", path, problem).into();
    let upload = |file, problem| {
        let error = UploadError::new("photo", file, problem);
        TransportError::new("m", TransportErrorKind::Upload)
            .with_source(error)
            .into()
    };
    let variable = |source| BuildError::Variable { name: "T", source }.into();
    let violations = vec![
        Violation::Value {
            path: texts(),
            found: Number::Int(0),
            rule: Rule::NonZero,
        },
        Violation::File {
            path: texts(),
            found: "a URL",
            rule: Rule::Uploaded,
        },
        Violation::NotAFile {
            path: texts(),
            text: texts(),
        },
        Violation::Relation {
            path: texts(),
            given: Vec::new(),
            found: None,
            relation: Relation::OneOf(&["a", "b"]),
        },
    ];
    let kinds = [
        ResponseErrorKind::Empty,
        ResponseErrorKind::Html,
        ResponseErrorKind::NotJson,
        ResponseErrorKind::Truncated,
        ResponseErrorKind::NotAnEnvelope,
        ResponseErrorKind::NoResult,
        ResponseErrorKind::InvalidUtf8,
        ResponseErrorKind::TooLarge { limit: 1 },
    ];
    let mut errors = vec![
        ValidationError::of_call("m", violations).into(),
        encode(texts(), EncodeProblem::NotFinite(f64::NAN)),
        encode(texts(), EncodeProblem::AbsentItem),
        encode(
            texts(),
            EncodeProblem::Unreadable {
                file: texts(),
                error: io(),
            },
        ),
        encode(
            String::new(),
            EncodeProblem::Unreadable {
                file: String::new(),
                error: io::Error::other(Hidden(texts())),
            },
        ),
        encode(
            texts(),
            EncodeProblem::Serialize(serde::ser::Error::custom(text)),
        ),
        upload(texts(), Problem::Io(io())),
        upload(texts(), Problem::Io(io::Error::other(Outer(io().into())))),
        upload(texts(), Problem::UsedUp),
        upload(texts(), Problem::Longer { expected: 1 }),
        upload(
            texts(),
            Problem::Shorter {
                expected: 2,
                found: 1,
            },
        ),
        transport(text.into()).into(),
        transport(Hidden(texts()).into()).into(),
        transport(Outer(text.into()).into()).into(),
        transport(Outer(Box::new(Hidden(texts()))).into()).into(),
        transport(transport(text.into()).into()).into(),
        ApiError::new("m", 400, text)
            .with_body(texts().into())
            .into(),
        DecodeError::new("m", texts(), texts(), texts().into()).into(),
        variable(text.into()),
        variable(Hidden(texts()).into()),
        variable(Outer(text.into()).into()),
    ];
    errors.extend(kinds.map(|kind| ResponseError::new("m", 502, kind, texts().into()).into()));
    errors
}

/// Everything that can be printed of an error.
fn everything(error: &Error) -> String {
    let mut output = String::new();
    for error in chain::chain(error) {
        write!(output, "{error} {error:#} {error:?} {error:#?} ").unwrap();
    }
    if let Error::Transport(error) = error
        && let Some(cause) = error.cause()
    {
        for error in chain::chain(cause) {
            write!(output, "{error} {error:?} {error:#?} ").unwrap();
        }
    }
    if let Error::Build(error) = error
        && let BuildError::Variable { source, .. } = &**error
    {
        write!(output, "{source} {source:?} ").unwrap();
    }
    output
}

#[test]
fn a_bot_redacts_its_secret_in_every_text() {
    let token: Token = format!("123456:{SECRET}").parse().unwrap();
    // The secret alone does not look like a token, so only the bot can know it.
    for text in [
        format!("/bot123456:{SECRET}/getMe"),
        format!("{SECRET}.png"),
        format!("bot123456%3A{SECRET}"),
        format!("é{SECRET}é{SECRET}"),
    ] {
        for error in all(&text) {
            let error = error.redact(&token);
            let output = everything(&error);
            assert!(!output.contains(SECRET), "{output}");
        }
    }
}

#[test]
fn what_looks_like_a_token_is_redacted_without_a_bot() {
    let text = format!("/bot123456:{SECRET}/getMe");
    for error in all(&text) {
        let mut output = String::new();
        for error in chain::chain(&error) {
            write!(output, "{error} {error:?} {error:#?} ").unwrap();
        }
        assert!(!output.contains(SECRET), "{output}");
    }
}

#[test]
fn texts_without_the_secret_are_unchanged() {
    let token: Token = format!("123456:{SECRET}").parse().unwrap();
    for (error, same) in all("a: 12:34 é").into_iter().zip(all("a: 12:34 é")) {
        let before = everything(&same);
        assert_eq!(everything(&error.redact(&token)), before);
        assert!(!before.contains("***"), "{before}");
    }
}
