//! What the server received.

use std::fmt;

use bytes::Bytes;
use serde_json::Value;

use super::file::ReceivedFile;

/// A request as [`FakeBotApi`](super::FakeBotApi) received it.
///
/// `Debug` shows the names of headers and parameters but no values, of files no content, and not the
/// path, which holds the token.
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
    pub(super) files: Vec<ReceivedFile>,
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
    /// body, be it JSON, a form with files or one without, each a text. A JSON string stands for its
    /// content; a JSON number, object or array for its JSON, as it was written; `true`, `false` and
    /// `null` for these very words. Files are not among them, and neither is anything of a malformed
    /// form.
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

    /// The value that the server takes for a parameter, read as JSON: for one that is an object or
    /// a list, which is JSON in a form too.
    #[must_use]
    pub fn parameter_json(&self, name: &str) -> Option<Value> {
        serde_json::from_str(self.parameter(name)?).ok()
    }

    /// The files of a form, in its order.
    #[must_use]
    pub fn files(&self) -> &[ReceivedFile] {
        &self.files
    }

    /// The file that the server takes for a parameter: the part that its value names with
    /// `attach://`, or the part that is called like the parameter if it has no value. A parameter
    /// that is the id or URL of a file has none here.
    #[must_use]
    pub fn file(&self, parameter: &str) -> Option<&ReceivedFile> {
        match self.parameter(parameter) {
            None | Some("") => self.part(parameter),
            Some(value) => self.attached(value),
        }
    }

    /// The file that a value such as `attach://file0` refers to, wherever it stands.
    #[must_use]
    pub fn attached(&self, value: &str) -> Option<&ReceivedFile> {
        self.part(value.strip_prefix("attach://")?)
    }

    fn part(&self, name: &str) -> Option<&ReceivedFile> {
        self.files.iter().find(|file| file.part() == name)
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
            .field("files", &self.files)
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
