//! A server that keeps requests byte for byte.

use std::sync::Arc;

use telegrammar::{Bot, BotBuilder, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::form::{Form, find};

pub(crate) const TOKEN: &str = "4242:Loopback_Secret_Of_No_Real_Bot_00000";

/// A request as it came, its body put together again if it was in chunks.
#[derive(Debug)]
pub(crate) struct Received {
    head: String,
    pub(crate) body: Vec<u8>,
    /// How many bytes of body came over the wire.
    pub(crate) on_wire: usize,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    pub(crate) fn form(&self) -> Form {
        Form::parse(self.header("content-type").expect("a type"), &self.body)
    }

    pub(crate) fn json(&self) -> &str {
        assert_eq!(self.header("content-type"), Some("application/json"));
        std::str::from_utf8(&self.body).expect("UTF-8")
    }
}

pub(crate) struct Receiver {
    pub(crate) address: Server,
    requests: mpsc::UnboundedReceiver<Received>,
}

impl Receiver {
    /// Answers each request with this result.
    pub(crate) async fn start(result: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let answer: Arc<str> = format!(r#"{{"ok":true,"result":{result}}}"#).into();
        let (seen, requests) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&answer), seen.clone()));
            }
        });
        Self {
            address: Server::new(&format!("http://{address}")).expect("a server"),
            requests,
        }
    }

    pub(crate) fn builder(&self) -> BotBuilder {
        Bot::builder(TOKEN).server(self.address.clone())
    }

    pub(crate) fn bot(&self) -> Bot {
        self.builder().build().expect("a bot")
    }

    pub(crate) async fn next(&mut self) -> Received {
        self.requests.recv().await.expect("a request")
    }

    pub(crate) fn is_unseen(&mut self) -> bool {
        self.requests.try_recv().is_err()
    }
}

async fn serve(mut stream: TcpStream, answer: Arc<str>, seen: mpsc::UnboundedSender<Received>) {
    while let Some(received) = receive(&mut stream).await {
        let _ = seen.send(received);
        let response = format!(
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{answer}",
            answer.len()
        );
        let _ = stream.write_all(response.as_bytes()).await;
    }
}

/// A whole request, or nothing if the connection ends before that.
async fn receive(stream: &mut TcpStream) -> Option<Received> {
    let mut bytes = Vec::new();
    let end = loop {
        match find(&bytes, b"\r\n\r\n") {
            Some(end) => break end + 4,
            None => more(stream, &mut bytes).await?,
        }
    };
    let body = bytes.split_off(end);
    let mut received = Received {
        head: String::from_utf8(bytes).expect("UTF-8"),
        body,
        on_wire: 0,
    };
    if received.header("transfer-encoding") == Some("chunked") {
        assert_eq!(received.header("content-length"), None);
        while !received.body.ends_with(b"\r\n0\r\n\r\n") {
            more(stream, &mut received.body).await?;
        }
        received.on_wire = received.body.len();
        received.body = dechunked(&received.body);
    } else {
        let length = received.header("content-length").expect("a length");
        let length: usize = length.parse().expect("a number");
        while received.body.len() < length {
            more(stream, &mut received.body).await?;
        }
        received.on_wire = received.body.len();
    }
    Some(received)
}

async fn more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> Option<()> {
    let read = stream.read_buf(bytes).await.ok()?;
    (read > 0).then_some(())
}

fn dechunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let end = find(rest, b"\r\n").expect("the size of a chunk");
        let size = std::str::from_utf8(&rest[..end]).expect("a size");
        let size = usize::from_str_radix(size, 16).expect("a size");
        if size == 0 {
            return body;
        }
        body.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 2 + size + 2..];
    }
}
