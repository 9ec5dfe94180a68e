//! A server for one call. It stores the request verbatim and sends a given response.

use std::error::Error;

use serde::de::DeserializeOwned;
use telegrammar::{Bot, Call, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::TOKEN;

/// A request as received.
#[derive(Debug)]
pub(crate) struct Sent {
    /// The request line.
    pub(crate) line: String,
    /// The headers, their names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Sent {
    pub(crate) fn header(&self, name: &str) -> Vec<&str> {
        let same = self.headers.iter().filter(|(known, _)| known == name);
        same.map(|(_, value)| value.as_str()).collect()
    }
}

/// Sends the call that `make` returns, and responds with `result`. Returns the request and the
/// outcome of the call.
pub(crate) async fn answered<R: DeserializeOwned + Send + 'static>(
    result: &str,
    make: impl FnOnce(&Bot) -> Call<R>,
) -> Result<(Sent, R), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let bot = Bot::builder(TOKEN).server(Server::new(&url)?).build()?;
    let call = make(&bot);
    let answer = format!(r#"{{"ok":true,"result":{result}}}"#);
    let serve = async {
        let (stream, _) = listener.accept().await?;
        exchange(stream, &answer).await
    };
    let (sent, outcome) = tokio::join!(serve, call);
    Ok((sent?, outcome?))
}

/// Returns the body of a call whose result is `true`.
pub(crate) async fn body(make: impl FnOnce(&Bot) -> Call<bool>) -> String {
    let (sent, done) = answered("true", make).await.expect("the call is answered");
    assert!(done);
    sent.body
}

async fn exchange(mut stream: TcpStream, answer: &str) -> std::io::Result<Sent> {
    let mut bytes = Vec::new();
    let (head, length) = loop {
        stream.read_buf(&mut bytes).await?;
        if let Some(end) = find(&bytes, b"\r\n\r\n") {
            let rest = bytes.split_off(end + 4);
            let head = String::from_utf8_lossy(&bytes).into_owned();
            bytes = rest;
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length")
                    .then(|| value.trim().parse::<usize>().ok())?
            });
            break (head, length.unwrap_or_default());
        }
    };
    while bytes.len() < length {
        stream.read_buf(&mut bytes).await?;
    }
    let response = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{answer}",
        answer.len()
    );
    stream.write_all(response.as_bytes()).await?;
    let mut lines = head.trim_end().split("\r\n");
    Ok(Sent {
        line: lines.next().unwrap_or_default().to_owned(),
        headers: lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect(),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}
