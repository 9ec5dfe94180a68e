//! What the server received.

use std::fmt;

use bytes::Bytes;
use serde_json::Value;

/// A request as [`FakeBotApi`](super::FakeBotApi) received it.
///
/// `Debug` shows the names of headers and parameters but no values, and not the path, which holds
/// the token.
#[derive(Clone)]
pub struct ReceivedRequest {
    pub(super) verb: String,
    pub(super) path: String,
    pub(super) query: Option<String>,
    pub(super) method: String,
    pub(super) test: bool,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Bytes,
    pub(super) parameters: Vec<(String, String)>,
}

impl ReceivedRequest {
    /// The Bot API method as the client wrote it, upper and lower case as they came. It is empty if
    /// the path is not that of a call.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The HTTP verb, such as `POST`.
    #[must_use]
    pub fn verb(&self) -> &str {
        &self.verb
    }

    /// The path as it was sent, token included, without the query string.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The query string as it was sent, without its question mark.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// Whether the call went to the test environment: `/bot<TOKEN>/test/<METHOD>`.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.test
    }

    /// The headers in the order of the request, their names in lower case.
    #[must_use]
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The first header with that name, whose case does not matter.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// The body, byte for byte. Only the first 64 MiB are kept.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as JSON, if it is JSON; the Content-Type does not matter.
    #[must_use]
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// The parameters as the real server sees them: those of the query string, then those of the
    /// body, each a text. A JSON string stands for its content; a JSON number, object or array for
    /// its JSON, as it was written; `true`, `false` and `null` for these very words.
    ///
    /// Parameters given twice are here twice; the server takes the first.
    #[must_use]
    pub fn parameters(&self) -> &[(String, String)] {
        &self.parameters
    }

    /// The value that the server takes for a parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        let (_, value) = parameters.find(|(known, _)| known == name)?;
        Some(value)
    }
}

impl fmt::Debug for ReceivedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReceivedRequest")
            .field("verb", &self.verb)
            .field("method", &self.method)
            .field("test", &self.test)
            .field("headers", &Names(&self.headers))
            .field("parameters", &Names(&self.parameters))
            .field("body_length", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// The names of a list of pairs.
struct Names<'a>(&'a [(String, String)]);

impl fmt::Debug for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|(name, _)| name))
            .finish()
    }
}
