//! Requests of a walk: most go to the server without a connection, some through one.

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use serde_json::{Map, Value};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::timeout;

use super::super::{FakeBotApi, PATIENCE, connect, exchange};
use super::random::Random;
use crate::protocol::cut::cuttable;
use crate::server::http::{Running, handle};

/// The way to a server.
pub(super) struct Wire {
    pub(super) running: Running,
    stream: TcpStream,
    _stop: watch::Sender<()>,
}

/// A request without its address.
pub(super) struct Content {
    pub(super) verb: &'static str,
    pub(super) query: String,
    pub(super) media_type: &'static str,
    pub(super) body: String,
}

impl Content {
    pub(super) fn get() -> Self {
        Self {
            verb: "GET",
            query: String::new(),
            media_type: "",
            body: String::new(),
        }
    }

    pub(super) fn json(body: &Map<String, Value>) -> Self {
        Self {
            verb: "POST",
            query: String::new(),
            media_type: "application/json",
            body: Value::Object(body.clone()).to_string(),
        }
    }

    /// Encodes parameters in one of the ways that the server understands.
    pub(super) fn of(random: &mut Random, parameters: &Map<String, Value>) -> Self {
        match random.below(6) {
            0 => Self {
                media_type: "application/x-www-form-urlencoded",
                body: encoded(parameters),
                ..Self::json(&Map::new())
            },
            1 => Self {
                media_type: "multipart/form-data; boundary=walk",
                body: form(parameters),
                ..Self::json(&Map::new())
            },
            2 if encoded(parameters).len() < 4000 => Self {
                query: format!("?{}", encoded(parameters)),
                ..Self::get()
            },
            _ => Self::json(parameters),
        }
    }
}

/// Returns a parameter as it is in a form.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

pub(super) fn encoded(parameters: &Map<String, Value>) -> String {
    let escaped = |text: &str| {
        let bytes = text.bytes().map(|byte| format!("%{byte:02X}"));
        bytes.collect::<Vec<_>>().concat()
    };
    let pairs = parameters
        .iter()
        .map(|(name, value)| format!("{}={}", escaped(name), escaped(&text(value))));
    pairs.collect::<Vec<_>>().join("&")
}

fn form(parameters: &Map<String, Value>) -> String {
    let part = |(name, value): (&String, &Value)| {
        let value = text(value);
        // What is referred to is uploaded.
        let file = value.strip_prefix("attach://").map(|part| {
            format!("--walk\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"a.png\"\r\n\r\n{part}\r\n")
        });
        let file = file.unwrap_or_default();
        format!(
            "--walk\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n{file}"
        )
    };
    let parts: String = parameters.iter().map(part).collect();
    format!("{parts}--walk--\r\n")
}

impl Wire {
    pub(super) async fn new(fake: &FakeBotApi) -> Self {
        let (_, connection) = cuttable(connect(fake).await);
        let (sender, stop) = watch::channel(());
        let running = Running {
            shared: fake.shared.clone(),
            stop,
            connection,
        };
        Self {
            running,
            stream: connect(fake).await,
            _stop: sender,
        }
    }

    /// Sends a request. Returns the status and the body of the response.
    pub(super) async fn send(&self, path: &str, content: &Content) -> (u16, String) {
        let uri = format!("{path}{}", content.query);
        let mut request = Request::builder().method(content.verb).uri(uri);
        if !content.media_type.is_empty() {
            request = request.header("Content-Type", content.media_type);
        }
        let body = Full::new(Bytes::from(content.body.clone()));
        let request = request.body(body).expect("a request");
        let answering = handle(self.running.clone(), request);
        let response = timeout(PATIENCE, answering).await.expect("no hang");
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.expect("a body");
        let body = String::from_utf8(body.to_bytes().to_vec());
        (status, body.expect("UTF-8"))
    }

    /// Sends a request through the connection, which stays open.
    pub(super) async fn send_by_http(&mut self, path: &str, content: &Content) -> (u16, String) {
        let request = format!(
            "{} {path}{} HTTP/1.1\r\nHost: fake\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}",
            content.verb,
            content.query,
            content.media_type,
            content.body.len(),
            content.body
        );
        let answer = exchange(&mut self.stream, &request).await;
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        (status.expect("a status"), body.to_owned())
    }

    /// Connects anew, after the server has closed the connection.
    pub(super) async fn reconnect(&mut self, fake: &FakeBotApi) {
        self.stream = connect(fake).await;
    }
}
