//! A server on loopback that sends canned bytes and stores the requests.
// Each test binary uses a part of it, and all of it is private to the binary.
#![allow(dead_code, unreachable_pub)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde::Deserialize;
use telegrammar_core::__private::FieldVisitor;
use telegrammar_core::schema::{ApiType, FieldInfo, MethodInfo, Rule};
use telegrammar_core::type_check::AnyParam as _;
use telegrammar_core::{Bot, BotBuilder, Method, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

pub const SECRET: &str = "ABC-DEF1234ghIkl-zyx57W2v1u123ew11";
pub const TOKEN: &str = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

/// The expansion of the attribute, written by hand so that no macro is needed.
#[derive(Clone, Default)]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub offset: Option<i64>,
    pub limit: Option<i64>,
}

impl Method for GetUserProfilePhotos {
    type Response = UserProfilePhotos;

    const INFO: &'static MethodInfo = &MethodInfo::new(
        "getUserProfilePhotos",
        &[
            FieldInfo::required("user_id", ApiType::Integer, ""),
            FieldInfo::optional("offset", ApiType::Integer, ""),
            FieldInfo::optional("limit", ApiType::Integer, "").rules(&[Rule::range(1, 100)]),
        ],
    );

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.user_id.visit(0, visit);
        self.offset.visit(1, visit);
        self.limit.visit(2, visit);
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UserProfilePhotos {
    pub total_count: i64,
    pub photos: Vec<Vec<PhotoSize>>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PhotoSize {
    pub file_id: String,
    pub width: i64,
}

/// A method with a float and a string, neither of which is validated.
pub struct SendThing {
    pub latitude: f64,
    pub text: String,
}

impl Method for SendThing {
    type Response = bool;

    const INFO: &'static MethodInfo = &MethodInfo::new(
        "sendThing",
        &[
            FieldInfo::required("latitude", ApiType::Float, ""),
            FieldInfo::required("text", ApiType::String, ""),
        ],
    );

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.latitude.visit(0, visit);
        self.text.visit(1, visit);
    }
}

pub fn photos(user_id: i64) -> GetUserProfilePhotos {
    GetUserProfilePhotos {
        user_id,
        ..GetUserProfilePhotos::default()
    }
}

pub const EMPTY: &str = r#"{"ok":true,"result":{"total_count":0,"photos":[]}}"#;

/// The server's reaction to one request.
#[derive(Clone)]
pub enum Reply {
    /// Writes these bytes and waits for the next request.
    Keep(Vec<u8>),
    /// Does the same, but the body comes some time after the head.
    Late(Vec<u8>),
    /// Writes these bytes and closes the connection.
    Close(Vec<u8>),
    /// Writes these bytes and nothing more, without closing.
    Stall(Vec<u8>),
}

/// Returns a complete HTTP response as the real server writes it.
pub fn http(status: u16, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status} X\r\nConnection: keep-alive\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Returns the response in chunks of at most `size` bytes.
pub fn chunked(body: &str, size: usize) -> Vec<u8> {
    let mut out = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    for chunk in body.as_bytes().chunks(size) {
        out.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        out.extend_from_slice(chunk);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b"0\r\n\r\n");
    out
}

pub struct Loopback {
    pub url: String,
    requests: mpsc::UnboundedReceiver<String>,
    connections: Arc<AtomicUsize>,
}

impl Loopback {
    /// Sends the replies in order, on any number of connections. The last one is repeated.
    pub async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (seen, requests) = mpsc::unbounded_channel();
        let replies = Arc::new(std::sync::Mutex::new(replies));
        let connections = Arc::new(AtomicUsize::new(0));
        let accepted = connections.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                accepted.fetch_add(1, Ordering::SeqCst);
                let next = {
                    let replies = replies.clone();
                    move || {
                        let mut replies = replies.lock().unwrap();
                        if replies.len() > 1 {
                            replies.remove(0)
                        } else {
                            replies[0].clone()
                        }
                    }
                };
                tokio::spawn(talk(stream, next, seen.clone()));
            }
        });
        Self {
            url,
            requests,
            connections,
        }
    }

    pub async fn once(reply: Reply) -> Self {
        Self::start(vec![reply]).await
    }

    pub fn builder(&self) -> BotBuilder {
        Bot::builder(TOKEN).server(Server::new(&self.url).unwrap())
    }

    pub fn bot(&self) -> Bot {
        self.builder().build().unwrap()
    }

    /// Returns the number of connections that were accepted.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Returns the next request verbatim.
    pub async fn request(&mut self) -> String {
        self.requests.recv().await.unwrap()
    }

    /// Returns the number of requests that were not read.
    pub fn unseen(&mut self) -> usize {
        let mut count = 0;
        while self.requests.try_recv().is_ok() {
            count += 1;
        }
        count
    }
}

async fn talk(
    mut stream: TcpStream,
    next: impl Fn() -> Reply,
    seen: mpsc::UnboundedSender<String>,
) {
    while let Some(request) = receive(&mut stream).await {
        let _ = seen.send(request);
        match next() {
            Reply::Keep(bytes) => {
                let _ = stream.write_all(&bytes).await;
            }
            Reply::Late(bytes) => {
                let end = bytes.windows(4).position(|end| end == b"\r\n\r\n");
                let (head, body) = bytes.split_at(end.unwrap() + 4);
                let _ = stream.write_all(head).await;
                tokio::time::sleep(Duration::from_millis(50)).await;
                let _ = stream.write_all(body).await;
            }
            Reply::Close(bytes) => {
                let _ = stream.write_all(&bytes).await;
                let _ = stream.shutdown().await;
                return;
            }
            Reply::Stall(bytes) => {
                let _ = stream.write_all(&bytes).await;
                tokio::time::sleep(Duration::from_secs(60)).await;
            }
        }
    }
}

pub async fn receive(stream: &mut TcpStream) -> Option<String> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .filter_map(|line| line.split_once(": "))
                .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
                .map_or(0, |(_, length)| length.parse().unwrap());
            if body.len() >= length {
                return Some(text);
            }
        }
        match stream.read(&mut buffer).await {
            Ok(read) if read > 0 => request.extend_from_slice(&buffer[..read]),
            _ => return None,
        }
    }
}
