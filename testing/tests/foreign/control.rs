//! The control of the server over HTTP, as a test in any language uses it.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};

/// The server that the requests go to.
#[derive(Debug)]
pub(crate) struct Control {
    /// The host and the port.
    authority: String,
}

impl Control {
    pub(crate) fn new(url: &str) -> Self {
        let authority = url.strip_prefix("http://").unwrap_or(url).to_owned();
        Self { authority }
    }

    /// Acts, and returns the result.
    pub(crate) fn post(&self, name: &str, body: &Value) -> Value {
        let answer = self.request("POST", &format!("/control/{name}"), &body.to_string());
        result(&answer).unwrap_or_else(|| panic!("/control/{name} answered {answer} to {body}"))
    }

    /// Acts, and returns what is wrong with that.
    pub(crate) fn refused(&self, name: &str, body: &Value) -> String {
        let answer = self.request("POST", &format!("/control/{name}"), &body.to_string());
        let description = answer.get("description").and_then(Value::as_str);
        let description = description.map(str::to_owned);
        description.unwrap_or_else(|| panic!("/control/{name} answered {answer} to {body}"))
    }

    /// Looks at something, and returns it.
    pub(crate) fn get(&self, path: &str) -> Value {
        let answer = self.request("GET", &format!("/control/{path}"), "");
        result(&answer).unwrap_or_else(|| panic!("/control/{path} answered {answer}"))
    }

    /// Waits until the bot has handled everything.
    pub(crate) fn idle(&self) {
        self.post("idle", &json!({}));
    }

    /// Sends a request on a connection of its own.
    fn request(&self, method: &str, path: &str, body: &str) -> Value {
        let Self { authority } = self;
        let mut stream = TcpStream::connect(authority).expect("the server listens");
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        );
        let sent = stream.write_all(request.as_bytes());
        sent.expect("the server reads the request");
        let mut response = String::new();
        let read = stream.read_to_string(&mut response);
        read.expect("the server answers in UTF-8");
        let (_, body) = response.split_once("\r\n\r\n").unwrap_or_default();
        serde_json::from_str(body).unwrap_or_else(|error| panic!("{error} in {response}"))
    }
}

fn result(answer: &Value) -> Option<Value> {
    answer.get("result").cloned()
}
