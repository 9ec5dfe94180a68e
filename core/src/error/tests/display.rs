//! What a user sees who prints an error, or an error and its sources.

use super::*;
use crate::http::body::error::Problem;
use crate::json::encode::EncodeProblem;
use crate::schema::{Number, Rule};

/// An error with a source, as HTTP clients have.
#[derive(Debug, thiserror::Error)]
#[error("client error")]
struct Outer(#[source] io::Error);

fn refused() -> Outer {
    Outer(io::Error::other("connection refused"))
}

fn missing() -> io::Error {
    io::Error::from_raw_os_error(2)
}

fn encode(path: &str, problem: EncodeProblem) -> Error {
    EncodeError::new("sendIt", path.into(), problem).into()
}

fn transport(
    kind: TransportErrorKind,
    source: impl Into<Box<dyn StdError + Send + Sync>>,
) -> Error {
    TransportError::new("sendIt", kind)
        .with_source(source)
        .into()
}

fn upload(problem: Problem) -> Error {
    transport(
        TransportErrorKind::Upload,
        UploadError::new("photo", "a.png".into(), problem),
    )
}

fn response(status: u16, kind: ResponseErrorKind) -> Error {
    ResponseError::new("sendIt", status, kind, Bytes::new()).into()
}

fn build(error: BuildError) -> Error {
    error.into()
}

fn invalid(violations: Vec<Violation>) -> Error {
    ValidationError::of_call("sendIt", violations).into()
}

type Texts = Vec<(Error, &'static str)>;

/// Every variant of every error, with its whole text.
fn all() -> Texts {
    let groups = [not_encoded(), of_transport(), answered(), not_built()];
    groups.into_iter().flatten().collect()
}

/// Errors of the parameters.
fn not_encoded() -> Texts {
    let absent = EncodeProblem::AbsentItem;
    let unreadable = EncodeProblem::Unreadable {
        file: "/photos/a.png".into(),
        error: missing(),
    };
    let serialize = EncodeProblem::Serialize(serde::ser::Error::custom("keys must be strings"));
    let not_finite = EncodeProblem::NotFinite;
    vec![
        (
            invalid(vec![
                Violation::Value {
                    path: "limit".into(),
                    found: Number::Int(0),
                    rule: Rule::NonZero,
                },
                Violation::NotAFile {
                    path: "photo".into(),
                    text: "cat.png".into(),
                },
            ]),
            "`sendIt` was not sent: `limit` must not be 0, but is 0; `photo` must be a file id or a URL with a scheme, but is \"cat.png\"; for a file on disk: `InputFile::path(\"cat.png\")`",
        ),
        (
            encode("latitude", not_finite(f64::NAN)),
            "`sendIt` was not sent: `latitude` must be a finite number, but is NaN",
        ),
        (
            encode("latitude", not_finite(f64::NEG_INFINITY)),
            "`sendIt` was not sent: `latitude` must be a finite number, but is negative infinite",
        ),
        (
            encode("latitude", not_finite(f64::INFINITY)),
            "`sendIt` was not sent: `latitude` must be a finite number, but is infinite",
        ),
        (
            encode("media[2]", absent),
            "`sendIt` was not sent: `media[2]` must have a value, because it is an item of a list",
        ),
        (
            encode("photo", unreadable),
            "`sendIt` was not sent: `photo` is the file `/photos/a.png`, which cannot be read: No such file or directory (os error 2)",
        ),
        (
            encode("data", serialize),
            "`sendIt` was not sent: `data` cannot be encoded as JSON: keys must be strings",
        ),
    ]
}

/// Errors of the transport.
fn of_transport() -> Texts {
    vec![
        (
            transport(TransportErrorKind::Connect, refused()),
            "`sendIt` was not sent: no connection to the server: client error: connection refused",
        ),
        (
            transport(TransportErrorKind::Timeout, "operation timed out"),
            "`sendIt` got no response in time, and the server may have acted on it: operation timed out",
        ),
        (
            TransportError::new("sendIt", TransportErrorKind::Timeout).into(),
            "`sendIt` got no response in time, and the server may have acted on it",
        ),
        (
            transport(TransportErrorKind::Interrupted, "connection reset"),
            "the connection was lost before the response to `sendIt` was complete, and the server may have acted on it: connection reset",
        ),
        (
            transport(TransportErrorKind::Other, "the queue is full"),
            "the transport failed for `sendIt`: the queue is full",
        ),
        (
            TransportError::new("sendIt", TransportErrorKind::Upload).into(),
            "`sendIt` was not sent: a file cannot be read",
        ),
        (
            upload(Problem::Io(missing())),
            "`sendIt` was not sent: the file `a.png` in `photo` cannot be sent: No such file or directory (os error 2)",
        ),
        (
            upload(Problem::UsedUp),
            "`sendIt` was not sent: the file `a.png` in `photo` cannot be sent: it is a one-shot stream that has been read already: use `InputFile::stream_with`",
        ),
        (
            upload(Problem::Shorter {
                expected: 3,
                found: 2,
            }),
            "`sendIt` was not sent: the file `a.png` in `photo` cannot be sent: it has 2 bytes, not the 3 that were announced",
        ),
        (
            upload(Problem::Longer { expected: 3 }),
            "`sendIt` was not sent: the file `a.png` in `photo` cannot be sent: it has more than the 3 bytes that were announced",
        ),
    ]
}

/// Errors that the server or a proxy answered.
fn answered() -> Texts {
    vec![
        (
            ApiError::new("sendIt", 400, "Bad Request: chat not found").into(),
            "`sendIt` was refused with code 400: Bad Request: chat not found",
        ),
        (
            ApiError::new("sendIt", 500, "").into(),
            "`sendIt` was refused with code 500",
        ),
        (
            response(413, ResponseErrorKind::Empty),
            "`sendIt` returned status 413 and an empty body: the request is larger than the server accepts",
        ),
        (
            response(502, ResponseErrorKind::Html),
            "`sendIt` returned status 502 and a web page instead of JSON: the server is not available",
        ),
        (
            response(302, ResponseErrorKind::Empty),
            "`sendIt` returned status 302 and an empty body: the server's URL redirects, which is not followed",
        ),
        (
            response(200, ResponseErrorKind::NotJson),
            "`sendIt` returned status 200 and a body that is not JSON",
        ),
        (
            response(200, ResponseErrorKind::Truncated),
            "`sendIt` returned status 200 and JSON that ends too early",
        ),
        (
            response(200, ResponseErrorKind::NotAnEnvelope),
            "`sendIt` returned status 200 and JSON without `ok`",
        ),
        (
            response(200, ResponseErrorKind::NoResult),
            "`sendIt` returned status 200 and `ok`, so it succeeded, but no `result`",
        ),
        (
            response(200, ResponseErrorKind::InvalidUtf8),
            "`sendIt` returned status 200 and a body that is not UTF-8",
        ),
        (
            response(200, ResponseErrorKind::TooLarge { limit: 7 }),
            "`sendIt` returned status 200 and a body larger than the limit of 7 bytes, which `BotBuilder::response_limit` sets",
        ),
        (
            DecodeError::new(
                "sendIt",
                "result.date".into(),
                "expected a 64-bit integer, found a string".into(),
                Bytes::new(),
            )
            .into(),
            "`sendIt` succeeded, but its result could not be decoded at `result.date`: expected a 64-bit integer, found a string",
        ),
    ]
}

/// Errors of building a bot.
fn not_built() -> Texts {
    vec![
        (
            build(BuildError::Token(TokenError::NoColon)),
            "the token has no `:` between the bot's id and the secret",
        ),
        (
            build(BuildError::Server(ServerError::Scheme)),
            "the server's URL must begin with `https://` or `http://`",
        ),
        (
            build(BuildError::NotSet { name: "T" }),
            "the environment variable `T` is not set",
        ),
        (
            build(BuildError::Variable {
                name: "T",
                source: TokenError::Empty.into(),
            }),
            "the environment variable `T` cannot be used: the token is empty",
        ),
        (
            build(BuildError::NoTransport),
            "the bot has no transport: enable the feature `reqwest`, or give one with `BotBuilder::transport`",
        ),
    ]
}

#[test]
fn the_text_alone_says_what_is_wrong_and_why() {
    for (error, text) in all() {
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn a_report_of_the_chain_says_nothing_twice() {
    for (error, text) in all() {
        let sources = chain::chain(&error).skip(1).map(ToString::to_string);
        for source in sources {
            assert!(!text.contains(&source), "{text}: {source}");
        }
    }
}

#[test]
fn the_cause_can_be_downcast() {
    let Error::Transport(error) = upload(Problem::UsedUp) else {
        unreachable!()
    };
    let upload = error.cause().and_then(|cause| cause.downcast_ref());
    assert!(upload.is_some_and(UploadError::is_used_up));
    let unreadable = EncodeProblem::Unreadable {
        file: "a".into(),
        error: missing(),
    };
    let error = EncodeError::new("sendIt", "photo".into(), unreadable);
    let kind = error.io_error().map(io::Error::kind);
    assert_eq!(kind, Some(io::ErrorKind::NotFound));
    let error = UploadError::new("photo", "a".into(), Problem::Io(missing()));
    assert!(error.io_error().is_some());
}

#[cfg(feature = "reqwest")]
#[tokio::test]
async fn an_error_of_reqwest_is_told_by_its_innermost_cause_and_without_its_url() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = gone.local_addr().unwrap();
    drop(gone);
    let provider = rustls::crypto::ring::default_provider();
    let tls = rustls::ClientConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    let client = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .no_proxy()
        .build()
        .unwrap();
    let file = format!("http://{address}/file/bot12:secret/photos/file_1.jpg");
    let error = client.get(file).send().await.unwrap_err();
    let error = transport(TransportErrorKind::Connect, error);
    let cause = std::net::TcpStream::connect(address).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("`sendIt` was not sent: no connection to the server: {cause}")
    );
    let shown = format!("{error:?} {:?}", chain::chain(&error).collect::<Vec<_>>());
    assert!(
        !shown.contains("file_1") && !shown.contains("secret"),
        "{shown}"
    );
}
