//! A response before it is sent over HTTP.

use std::fmt::Write as _;

use bytes::Bytes;
use serde_json::Value;

/// Status, the few headers that vary, and the body.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) retry_after: Option<u32>,
    pub(crate) body: Bytes,
    /// Whether the server closes the connection afterwards.
    pub(crate) closes: bool,
}

impl Answer {
    pub(crate) fn result(result: &Value) -> Self {
        Self::result_text(&result.to_string())
    }

    /// Creates a success from JSON.
    pub(crate) fn result_text(result: &str) -> Self {
        Self::json(200, &format!(r#"{{"ok":true,"result":{result}}}"#))
    }

    /// Creates a success with the description that the server adds to a few results.
    pub(crate) fn described(result: &Value, description: &str) -> Self {
        let description = Value::from(description);
        Self::json(
            200,
            &format!(r#"{{"ok":true,"result":{result},"description":{description}}}"#),
        )
    }

    /// Returns the body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn error(code: u16, description: &str) -> Self {
        Self::refusal(code, description, "")
    }

    pub(crate) fn flood(seconds: u32) -> Self {
        let answer = Self::refusal(
            429,
            &format!("Too Many Requests: retry after {seconds}"),
            &format!(r#","parameters":{{"retry_after":{seconds}}}"#),
        );
        Self {
            retry_after: Some(seconds),
            ..answer
        }
    }

    pub(crate) fn migrate(chat_id: i64) -> Self {
        Self::refusal(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            &format!(r#","parameters":{{"migrate_to_chat_id":{chat_id}}}"#),
        )
    }

    /// The server's response if it aborts reading a request.
    pub(crate) fn unread(status: u16) -> Self {
        Self {
            status,
            content_type: None,
            retry_after: None,
            body: Bytes::new(),
            closes: true,
        }
    }

    fn refusal(code: u16, description: &str, parameters: &str) -> Self {
        let description = Value::from(description);
        Self::json(
            code,
            &format!(
                r#"{{"ok":false,"error_code":{code},"description":{description}{parameters}}}"#
            ),
        )
    }

    /// `text` must be JSON.
    fn json(status: u16, text: &str) -> Self {
        Self {
            status,
            content_type: Some("application/json".to_owned()),
            retry_after: None,
            body: Bytes::from(ascii(text)),
            closes: false,
        }
    }
}

/// Escapes everything outside ASCII, as the server does. In JSON, it only occurs in strings.
pub(crate) fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() {
            text.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}
