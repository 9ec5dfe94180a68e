//! The fake as its clients see it: bytes out, bytes in.

mod builtin;
mod faults;
mod forms;
mod protocol;
mod received;
mod replies;
mod strict;

use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{FakeBotApi, Reply};

/// Long enough for a loaded machine; only a hanging test waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

async fn start() -> FakeBotApi {
    FakeBotApi::start().await.expect("a port")
}

async fn connect(fake: &FakeBotApi) -> TcpStream {
    let address = fake.url().strip_prefix("http://").expect("an HTTP URL");
    TcpStream::connect(address).await.expect("a connection")
}

/// Sends bytes over a connection of their own and returns the answer.
async fn talk(fake: &FakeBotApi, request: &str) -> String {
    let mut stream = connect(fake).await;
    exchange(&mut stream, request).await
}

/// Sends bytes and returns the answer, or what there is of it when the server hangs up, without the
/// `date` line, which is the HTTP library's and not the Bot API's. After an announced `close` the
/// server must hang up.
async fn exchange(stream: &mut TcpStream, request: &str) -> String {
    stream.write_all(request.as_bytes()).await.expect("sent");
    let reading = async {
        let mut answer = Vec::new();
        while missing(&answer) > 0 && stream.read_buf(&mut answer).await.expect("readable") > 0 {}
        answer
    };
    let answer = tokio::time::timeout(PATIENCE, reading).await;
    let answer = String::from_utf8(answer.expect("an answer in time")).expect("ASCII");
    answer
        .split_inclusive("\r\n")
        .filter(|line| !line.starts_with("date: "))
        .collect()
}

/// How many bytes are to come at least before the answer is whole.
fn missing(answer: &[u8]) -> usize {
    let text = String::from_utf8_lossy(answer);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return 1;
    };
    if head.contains("\r\nconnection: close") {
        return 1;
    }
    let (_, length) = head.split_once("\r\ncontent-length: ").expect("a length");
    let length = length.lines().next().and_then(|length| length.parse().ok());
    usize::saturating_sub(length.expect("a number"), body.len())
}

/// A call with a body.
fn post(path: &str, content_type: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: fake\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// A call without a body.
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

/// What the server sends for that status and JSON.
fn json_answer(status: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nconnection: keep-alive\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// The result in an answer.
fn result(answer: &str) -> Value {
    let (_, body) = answer.split_once("\r\n\r\n").expect("a head");
    let envelope: Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(envelope["ok"], true, "{answer}");
    envelope["result"].clone()
}

fn refusal(code: u16, description: &str) -> String {
    format!(r#"{{"ok":false,"error_code":{code},"description":"{description}"}}"#)
}
