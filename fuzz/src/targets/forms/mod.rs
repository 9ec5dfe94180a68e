//! Requests to the fake server: query strings, JSON, forms, and what is no HTTP. An input has three lines or more:
//!
//! - `GIVEN`, a query string, a content type, and then the body, or
//! - `CALL`, a file name, a text, and then the content of a file, which telegrammar encodes, or
//! - `RAW`, and then the bytes of the connection.

mod create;

use std::cell::RefCell;
use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_core::Stream;
use telegrammar::methods::{SendDocument, SendMessage};
use telegrammar::transport::{Request, Response};
use telegrammar::{Bot, InputFile, Method};
use telegrammar_testing::{FakeBotApi, ReceivedRequest};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tower::service_fn;

use super::envelope::Members;
use super::first_line;
use crate::run::panics;

pub(crate) use create::create;

/// A server that hangs longer than this on loopback hangs forever.
const PATIENCE: Duration = Duration::from_secs(5);

/// A server with what runs it. It stores requests and complaints, so each case has its own.
struct Server {
    runtime: Runtime,
    fake: FakeBotApi,
}

thread_local! {
    static RUNTIME: RefCell<Option<Runtime>> = const { RefCell::new(None) };
}

pub(crate) fn run(input: &[u8]) {
    let runtime = RUNTIME.take().unwrap_or_else(|| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        runtime.expect("a runtime")
    });
    let fake = runtime.block_on(FakeBotApi::start()).expect("a server");
    let server = Server { runtime, fake };
    let before = panics();
    let (mode, rest) = first_line(input);
    match mode {
        b"CALL" => server.is_received(rest),
        // Without the end, the server may wait for more.
        b"RAW" => drop(server.exchange(rest, true)),
        _ => server.is_as_given(rest),
    }
    assert_eq!(panics(), before, "the server panicked");
    let Server { runtime, fake } = server;
    drop(fake);
    // Lets the server end.
    runtime.block_on(tokio::task::yield_now());
    RUNTIME.set(Some(runtime));
}

impl Server {
    /// Sends bytes, and nothing more if these are the last ones. Returns what is received until the connection is
    /// closed.
    fn exchange(&self, bytes: &[u8], are_last: bool) -> Vec<u8> {
        let address = self.fake.url().trim_start_matches("http://");
        self.runtime.block_on(async {
            let exchange = async {
                let mut received = Vec::new();
                let mut stream = TcpStream::connect(address).await.expect("a connection");
                let (mut reader, mut writer) = stream.split();
                // The server may close the connection before it has read all.
                let write = async {
                    let _ = writer.write_all(bytes).await;
                    if are_last {
                        let _ = writer.shutdown().await;
                    }
                };
                let read = async {
                    let _ = reader.read_to_end(&mut received).await;
                };
                both(write, read).await;
                received
            };
            let received = tokio::time::timeout(PATIENCE, exchange).await;
            received.expect("the server hangs")
        })
    }

    /// Sends a request, which must be received.
    fn send(&self, method: &str, query: &str, content_type: &[u8], body: &[u8]) -> ReceivedRequest {
        let head = format!(
            "POST /bot{}/{method}{}{query} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {}\r\n",
            self.fake.token(),
            if query.is_empty() { "" } else { "?" },
            body.len()
        );
        let mut bytes = head.into_bytes();
        if !content_type.is_empty() {
            bytes.extend([b"Content-Type: ", content_type, b"\r\n"].concat());
        }
        bytes.extend(b"\r\n");
        bytes.extend(body);
        let received = self.exchange(&bytes, false);
        let status = received
            .strip_prefix(b"HTTP/1.1 ")
            .and_then(|rest| rest.get(..3));
        let status = String::from_utf8_lossy(status.unwrap_or_default()).into_owned();
        assert!(
            matches!(&*status, "200" | "400" | "404" | "413"),
            "{status}: {}",
            String::from_utf8_lossy(&received)
        );
        let mut requests = self.fake.take_requests();
        assert_eq!(requests.len(), 1, "requests");
        requests.remove(0)
    }

    fn is_as_given(&self, input: &[u8]) {
        let (query, rest) = first_line(input);
        let (content_type, body) = first_line(rest);
        let query = in_url(query);
        let is_visible = |byte: &u8| matches!(byte, b' '..=b'~' | 0x80..);
        let mut content_type = content_type.to_vec();
        content_type.retain(is_visible);
        let content_type = content_type.trim_ascii();
        let request = self.send("anything", &query, content_type, body);
        assert_eq!(request.body(), body);
        let mut expected = pairs(query.as_bytes());
        let kind = content_type.to_ascii_lowercase();
        let has = |word: &[u8]| kind.windows(word.len()).any(|part| part == word);
        if body.is_empty()
            || !has(b"multipart/form-data")
                && !has(b"application/x-www-form-urlencoded")
                && !has(b"application/json")
        {
            assert_eq!(request.parameters(), expected);
        } else if has(b"multipart/form-data") {
            assert!(request.parameters().starts_with(&expected));
        } else if has(b"application/x-www-form-urlencoded") {
            expected.extend(pairs(body));
            assert_eq!(request.parameters(), expected);
        } else if let Some(members) = members(body) {
            expected.extend(members);
            assert_eq!(request.parameters(), expected);
        } else {
            assert!(request.parameters().starts_with(&expected));
            assert!(
                !self.fake.complaints().is_empty(),
                "malformed JSON without a complaint"
            );
        }
    }

    /// What telegrammar sends is what the server receives.
    fn is_received(&self, input: &[u8]) {
        let (name, rest) = first_line(input);
        let (words, content) = first_line(rest);
        let name = String::from_utf8_lossy(name).into_owned();
        let words = String::from_utf8_lossy(words).into_owned();
        let sent = body_of(SendMessage::new("@chat", words.clone()));
        let request = self.send("sendMessage", "", sent.0.as_bytes(), &sent.1);
        assert_eq!(request.parameter("text"), Some(&*words));
        assert_eq!(request.parameter("chat_id"), Some("@chat"));
        assert_eq!(request.parameters().len(), 2);
        let file = InputFile::bytes(content.to_vec()).file_name(name.clone());
        let sent = body_of(SendDocument::new(-100_i64, file).caption(words.clone()));
        let request = self.send("sendDocument", "", sent.0.as_bytes(), &sent.1);
        assert_eq!(request.parameter("caption"), Some(&*words));
        assert_eq!(request.parameter("chat_id"), Some("-100"));
        let file = request.file("document").expect("the file");
        // A file needs some name.
        let name = if name.is_empty() { "file" } else { &name };
        assert_eq!(file.file_name(), name);
        assert_eq!(file.content(), content);
        let complaints = self.fake.complaints();
        assert!(complaints.is_empty(), "{complaints:?}");
    }
}

/// Waits for both.
async fn both(one: impl Future<Output = ()>, other: impl Future<Output = ()>) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut is_one, mut is_other) = (false, false);
    poll_fn(|context| {
        is_one = is_one || one.as_mut().poll(context).is_ready();
        is_other = is_other || other.as_mut().poll(context).is_ready();
        if is_one && is_other {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

/// The content type and the body of a call, as telegrammar writes them.
fn body_of<M: Method>(method: M) -> (String, Vec<u8>) {
    let sent = Arc::new(Mutex::new(None));
    let sending = Arc::clone(&sent);
    let transport = service_fn(move |request: Request| {
        let sending = Arc::clone(&sending);
        async move {
            let mut body = Vec::new();
            let mut stream = request.body().open().await.expect("a body");
            while let Some(chunk) =
                poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await
            {
                body.extend_from_slice(&chunk.expect("a chunk"));
            }
            let content_type = request.body().content_type().to_owned();
            *sending.lock().expect("a lock") = Some((content_type, body));
            Ok::<_, Infallible>(Response::new(200, "{\"ok\":false}"))
        }
    });
    let bot = Bot::builder(super::TOKEN)
        .transport(transport)
        .validation(false)
        .build();
    let bot = bot.expect("a bot");
    let mut call = pin!(bot.send(method));
    // Neither the transport nor the body waits.
    let _ = call.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    sent.lock().expect("a lock").take().expect("a request")
}

/// Encodes what must not be in a URL.
fn in_url(query: &[u8]) -> String {
    let mut url = String::new();
    for byte in query {
        match byte {
            b'!'..=b'~' if !matches!(byte, b'#' | b'"' | b'<' | b'>') => {
                url.push(char::from(*byte));
            }
            _ => url.extend([format!("%{byte:02X}")]),
        }
    }
    url
}

/// The pairs of a query string.
fn pairs(text: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(text).into_owned().collect()
}

/// The server reads values that are at most this deep in each other.
const DEEPEST: usize = 100;

/// Returns how deep the values of a JSON text are in each other.
fn depth(body: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_string, mut is_escaped) = (false, false);
    for byte in body {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            b'[' | b'{' if !is_string => depth += 1,
            b']' | b'}' if !is_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The parameters of a JSON body, if it is an object that the server reads to its end.
fn members(body: &[u8]) -> Option<Vec<(String, String)>> {
    if depth(body) > DEEPEST {
        return None;
    }
    let Members(members) = serde_json::from_slice(body).ok()?;
    members
        .into_iter()
        .map(|(name, json)| {
            let json = json.get();
            let text = if json.starts_with('"') {
                serde_json::from_str(json).ok()?
            } else {
                json.to_owned()
            };
            Some((name, text))
        })
        .collect()
}
