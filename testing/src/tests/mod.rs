//! The fake server as its clients see it, byte for byte. Not here: calls of a `Bot`
//! (`tests/calls`).

mod actions;
mod builtin;
mod business;
mod clock;
mod control;
mod conversation;
mod crowd;
mod curl;
mod detected;
mod events;
mod every_method;
mod extremes;
mod faults;
mod files;
mod first_faults;
mod floods;
mod forms;
#[cfg(feature = "reqwest")]
mod idle;
mod invites;
mod invoices;
mod keyboards;
mod kinds;
mod legacy;
mod load;
mod members;
mod message_memory;
mod messages;
#[cfg(feature = "reqwest")]
mod mini_app;
mod page;
mod payments;
mod permissions;
mod polls;
mod prepared;
mod privacy;
mod protocol;
mod received;
mod refusals;
mod replies;
mod samples;
pub(crate) mod schemas;
#[cfg(feature = "reqwest")]
mod scripts;
mod seeds;
mod seen;
mod sends;
mod shares;
mod states;
mod strict;
mod texts;
mod topics;
mod unchanged;
mod unfit;
mod updates;
mod walk;
mod webhooks;

use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{FakeBotApi, Reply};

/// Long enough for a loaded machine; only a hanging test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

async fn start() -> FakeBotApi {
    FakeBotApi::start().await.expect("a port")
}

async fn connect(fake: &FakeBotApi) -> TcpStream {
    let address = fake.url().strip_prefix("http://").expect("an HTTP URL");
    TcpStream::connect(address).await.expect("a connection")
}

/// Sends bytes over a new connection and returns the response.
async fn talk(fake: &FakeBotApi, request: &str) -> String {
    let mut stream = connect(fake).await;
    exchange(&mut stream, request).await
}

/// Sends bytes and returns the response, or the part received before the server closes the
/// connection. After a `close` header, the server must close the connection.
async fn exchange(stream: &mut TcpStream, request: &str) -> String {
    stream.write_all(request.as_bytes()).await.expect("sent");
    let reading = async {
        let mut answer = Vec::new();
        while missing(&answer) > 0 && stream.read_buf(&mut answer).await.expect("readable") > 0 {}
        answer
    };
    let answer = tokio::time::timeout(PATIENCE, reading).await;
    String::from_utf8(answer.expect("an answer in time")).expect("ASCII")
}

/// Returns the minimum number of bytes that are missing from the response.
fn missing(answer: &[u8]) -> usize {
    let text = String::from_utf8_lossy(answer);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return 1;
    };
    if head.contains("\r\nConnection: close") {
        return 1;
    }
    let (_, length) = head.split_once("\r\nContent-Length: ").expect("a length");
    let length = length.lines().next().and_then(|length| length.parse().ok());
    usize::saturating_sub(length.expect("a number"), body.len())
}

/// Returns a request with a body.
fn post(path: &str, content_type: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: fake\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Returns a request without a body.
fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: fake\r\n\r\n")
}

fn path(fake: &FakeBotApi, method: &str) -> String {
    format!("/bot{}/{method}", fake.token())
}

/// Calls a method with a JSON body.
async fn call(fake: &FakeBotApi, method: &str, body: &str) -> String {
    talk(fake, &post(&path(fake, method), "application/json", body)).await
}

/// Connects the business account of a user by a connection with this id.
fn connect_business(fake: &FakeBotApi, id: &str) {
    let user = json!({"id": 1001, "is_bot": false, "first_name": "Ann"});
    let connection =
        json!({"id": id, "user": user, "user_chat_id": 1001, "date": 1, "is_enabled": true});
    fake.deliver_json(json!({"business_connection": connection}));
}

/// Returns the server's response for this status and JSON.
fn json_answer(status: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nConnection: keep-alive\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Returns the result in a response.
fn result(answer: &str) -> Value {
    let (_, body) = answer.split_once("\r\n\r\n").expect("a head");
    let envelope: Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(envelope["ok"], true, "{answer}");
    envelope["result"].clone()
}

fn refusal(code: u16, description: &str) -> String {
    format!(r#"{{"ok":false,"error_code":{code},"description":"{description}"}}"#)
}

/// Starts a server that can be controlled over HTTP.
async fn start_with_control() -> FakeBotApi {
    let builder = FakeBotApi::builder().control(true);
    builder.start().await.expect("a port")
}

/// Sends a control request. Returns the whole answer.
async fn control(fake: &FakeBotApi, name: &str, body: &Value) -> String {
    let path = format!("/control/{name}");
    talk(fake, &post(&path, "application/json", &body.to_string())).await
}
