//! What goes wrong on the way, in real time against a server that injects it: the error says the
//! method and the cause, and whether the call was delivered, and a repetition never delivers twice
//! what may not be.

mod check;
mod server;

use std::time::{Duration, Instant};

use telegrammar_core::ApiErrorKind;
use telegrammar_core::error::{Delivery, ResponseErrorKind, TransportErrorKind};

use self::check::Repeated::{Every, Never, Repeatable};
use self::check::{Case, Kind, Thing, check_all};
use self::server::Fault;
use super::limits::TRUE;
use super::loopback::{Loopback, Reply, TOKEN, http};

/// More than the systems at both ends buffer.
const BIG: usize = 16 << 20;
const LOST: &str = "and the server may have acted on it: ";

/// Returns a refusal by the Bot API, which repeats the URL.
fn refusal(code: u16, more: &str) -> Fault {
    let description = format!("because of /bot{TOKEN}/thing");
    Fault::Answer(http(
        code,
        &format!(r#"{{"ok":false,"error_code":{code},"description":"{description}"{more}}}"#),
    ))
}

/// Returns a successful response with this header.
fn with(header: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\n{header}\r\n\r\n{TRUE}").into_bytes()
}

#[tokio::test]
async fn a_connection_that_is_refused_or_cut_is_told() {
    let chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{";
    let lost = [
        ("closed at once", Fault::Cut(0, 10)),
        ("cut in a small request", Fault::Cut(10, 10)),
        ("cut in the head of a request", Fault::Cut(10, BIG)),
        ("cut in the body of a request", Fault::Cut(1 << 20, BIG)),
        ("closed without a response", Fault::Answer(Vec::new())),
        (
            "cut in a head",
            Fault::Answer(b"HTTP/1.1 200 OK\r\nCont".to_vec()),
        ),
        (
            "too long a `Content-Length`",
            Fault::Answer(with("Content-Length: 99")),
        ),
        ("cut in a chunk", Fault::Answer(chunk.into())),
    ];
    let kind = Kind::Transport(TransportErrorKind::Interrupted);
    let lost = lost.map(|(name, fault)| Case(name, fault, kind, LOST, Repeatable));
    let kind = Kind::Transport(TransportErrorKind::Connect);
    let words = "was not sent: no connection to the server: ";
    let refused = Case("refused", Fault::Refuse, kind, words, Every);
    check_all(lost.into_iter().chain([refused])).await;
}

#[tokio::test]
async fn a_stall_ends_on_time() {
    let head = with("Content-Length: 999");
    let half = b"HTTP/1.1 200 OK\r\nX: ".to_vec();
    let wait = Duration::from_millis(20);
    let cases = [
        ("stalls before reading", Fault::Stall(0, 10)),
        ("stalls before reading a big request", Fault::Stall(0, BIG)),
        ("stalls within a request", Fault::Stall(1 << 20, BIG)),
        ("stalls after reading", Fault::Hold(Vec::new())),
        ("stalls within a head", Fault::Hold(b"HTTP/1.1 2".to_vec())),
        ("stalls within a body", Fault::Hold(head.clone())),
        ("trickles a head", Fault::Repeat(half, b"x".to_vec(), wait)),
        ("trickles a body", Fault::Repeat(head, b" ".to_vec(), wait)),
    ];
    let kind = Kind::Transport(TransportErrorKind::Timeout);
    let words = "got no response in time, and the server may have acted on it: ";
    check_all(cases.map(|(name, fault)| Case(name, fault, kind, words, Repeatable))).await;
}

#[tokio::test]
async fn a_refusal_of_the_server_is_told() {
    use ApiErrorKind::{BadRequest, Conflict, Server, TooManyRequests, Unauthorized};
    let started = Instant::now();
    let asked = refusal(429, r#","parameters":{"retry_after":1}"#);
    let empty = refusal(429, r#","parameters":{}"#);
    let cases = [
        (
            "429 with a wait",
            asked,
            TooManyRequests,
            "code 429: because",
            Every,
        ),
        (
            "429 without parameters",
            refusal(429, ""),
            TooManyRequests,
            "code 429: because",
            Every,
        ),
        (
            "429 with empty parameters",
            empty,
            TooManyRequests,
            "code 429: because",
            Every,
        ),
        (
            "500",
            refusal(500, ""),
            Server,
            "code 500: because",
            Repeatable,
        ),
        (
            "502",
            refusal(502, ""),
            Server,
            "code 502: because",
            Repeatable,
        ),
        (
            "409",
            refusal(409, ""),
            Conflict,
            "code 409: because",
            Never,
        ),
        (
            "400",
            refusal(400, ""),
            BadRequest,
            "code 400: because",
            Never,
        ),
        (
            "401",
            refusal(401, ""),
            Unauthorized,
            "code 401: because",
            Never,
        ),
    ];
    let case =
        |(name, fault, kind, words, repeated)| Case(name, fault, Kind::Api(kind), words, repeated);
    check_all(cases.map(case)).await;
    // Two waits of 1 s for each method.
    assert!(started.elapsed() >= Duration::from_secs(4));
}

#[tokio::test]
async fn what_is_no_answer_of_a_bot_api_is_told() {
    use ResponseErrorKind::{Empty, Html, InvalidUtf8, NotAnEnvelope, NotJson, Truncated};
    let page = format!("<html><h1>Bad Gateway</h1>/bot{TOKEN}/thing</html>");
    let answer = |status, body: &str| Fault::Answer(http(status, body));
    let short = Fault::Answer(with("Content-Length: 20"));
    let binary = Fault::Answer([&b"HTTP/1.1 200 OK\r\n\r\n"[..], &[0xff, 0, 1]].concat());
    let cases = [
        (
            "502 HTML",
            answer(502, &page),
            Html,
            "a web page",
            Repeatable,
        ),
        ("200 HTML", answer(200, &page), Html, "a web page", Never),
        (
            "500 empty",
            answer(500, ""),
            Empty,
            "status 500 and an empty body",
            Repeatable,
        ),
        (
            "503 text",
            answer(503, "down"),
            NotJson,
            "the server is not available",
            Repeatable,
        ),
        (
            "413 empty",
            answer(413, ""),
            Empty,
            "larger than the server accepts",
            Never,
        ),
        (
            "redirect",
            answer(302, ""),
            Empty,
            "which is not followed",
            Never,
        ),
        (
            "no content",
            answer(204, ""),
            Empty,
            "status 204 and an empty body",
            Never,
        ),
        (
            "too short a `Content-Length`",
            short,
            Truncated,
            "JSON that ends too early",
            Never,
        ),
        (
            "garbage",
            answer(200, "%&garbage"),
            NotJson,
            "is not JSON",
            Never,
        ),
        ("binary", binary, InvalidUtf8, "not UTF-8", Never),
        (
            "zeros",
            answer(200, &"\0".repeat(100)),
            NotJson,
            "is not JSON",
            Never,
        ),
        (
            "an array",
            answer(200, "[1]"),
            NotAnEnvelope,
            "without `ok`",
            Never,
        ),
        (
            "an object",
            answer(200, "{}"),
            NotAnEnvelope,
            "without `ok`",
            Never,
        ),
    ];
    let case = |(name, fault, kind, words, repeated)| {
        Case(name, fault, Kind::Response(kind), words, repeated)
    };
    check_all(cases.map(case)).await;
}

#[tokio::test]
async fn a_giant_response_ends_at_the_limit() {
    let big = " ".repeat(4096).into_bytes();
    let endless = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec();
    let length = Fault::Hold(with("Content-Length: 99999999999999999"));
    let cases = [
        ("giant length", length),
        ("endless body", Fault::Repeat(endless, big, Duration::ZERO)),
    ];
    let kind = Kind::Response(ResponseErrorKind::TooLarge { limit: 1000 });
    let words = "larger than the limit of 1000 bytes";
    check_all(cases.map(|(name, fault)| Case(name, fault, kind, words, Never))).await;
}

#[tokio::test]
async fn what_is_not_http_is_told() {
    let half = b"HTTP/1.1 200 OK\r\nX: ".to_vec();
    let two = "Content-Length: 25\r\nContent-Length: 20";
    let cases = [
        (
            "another protocol",
            Fault::Answer(b"SSH-2.0-OpenSSH\r\n\r\n".to_vec()),
        ),
        ("binary head", Fault::Answer(vec![0xff; 100])),
        (
            "a length that is no number",
            Fault::Answer(with("Content-Length: many")),
        ),
        (
            "a negative length",
            Fault::Answer(with("Content-Length: -1")),
        ),
        (
            "a length that is reserved",
            Fault::Answer(with("Content-Length: 18446744073709551615")),
        ),
        ("two lengths", Fault::Answer(with(two))),
        (
            "a bad chunk",
            Fault::Answer(with("Transfer-Encoding: chunked")),
        ),
        (
            "endless head",
            Fault::Repeat(half, vec![b'x'; 4096], Duration::ZERO),
        ),
    ];
    let kind = Kind::Transport(TransportErrorKind::Interrupted);
    check_all(cases.map(|(name, fault)| Case(name, fault, kind, LOST, Repeatable))).await;
}

/// The connection is kept, and more than the response was written to it.
#[tokio::test]
async fn what_follows_a_response_is_not_the_answer_of_the_next_call() {
    let no = r#"{"ok":true,"result":false}"#;
    let double = [http(200, TRUE), http(200, no)].concat();
    let short = [http(200, TRUE), no.as_bytes().to_vec()].concat();
    for bytes in [double, short] {
        let server = Loopback::once(Reply::Keep(bytes)).await;
        let bot = server.bot();
        for _ in 0..20 {
            match bot.send(Thing::<false>(String::new())).await {
                Ok(result) => assert!(result),
                // It is seen only after the request was written.
                Err(error) => assert_eq!(error.delivery(), Delivery::Unknown, "{error}"),
            }
        }
    }
}
