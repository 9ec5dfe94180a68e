//! Requests that the server received.

use std::fmt;

use bytes::Bytes;
use serde_json::Value;

use super::file::ReceivedFile;

/// A request as [`FakeBotApi`](crate::FakeBotApi) received it.
///
/// `Debug` displays the names of headers and parameters without values, files without content, and
/// not the path, which contains the token.
#[derive(Clone)]
pub struct ReceivedRequest {
    pub(crate) verb: String,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    pub(crate) method: String,
    pub(crate) test: bool,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Bytes,
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) files: Vec<ReceivedFile>,
}

impl ReceivedRequest {
    /// Returns the Bot API method as the client wrote it, with its case. It is empty if the path is
    /// not that of a Bot API request.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Returns the HTTP verb, such as `POST`.
    #[must_use]
    pub fn verb(&self) -> &str {
        &self.verb
    }

    /// Returns the path as sent, including the token, without the query string.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the query string as sent, without its question mark.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// Returns whether the request went to the test environment: `/bot<TOKEN>/test/<METHOD>`.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.test
    }

    /// Returns the headers in the order of the request, their names in lower case.
    #[must_use]
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// Returns the first header with that name, ignoring case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// Returns the body. Only the first 64 MiB are stored.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the body parsed as JSON, if it is JSON. The Content-Type is ignored.
    #[must_use]
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Returns the parameters as the real server sees them: those of the query string, then those
    /// of the body, each as text. The body may be JSON or a form. A JSON string is represented by
    /// its content; a JSON number, object or array by its JSON as sent; `true`, `false` and `null`
    /// by these words. Files are not included, and neither is any part of a malformed form.
    ///
    /// Duplicate parameters are included; the server uses the first.
    #[must_use]
    pub fn parameters(&self) -> &[(String, String)] {
        &self.parameters
    }

    /// Returns the value that the server uses for a parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        let (_, value) = parameters.find(|(known, _)| known == name)?;
        Some(value)
    }

    /// Returns the value that the server uses for a parameter, parsed as JSON. Use it for an object
    /// or a list, which is JSON in a form too.
    #[must_use]
    pub fn parameter_json(&self, name: &str) -> Option<Value> {
        serde_json::from_str(self.parameter(name)?).ok()
    }

    /// Returns the files of a form, in its order.
    #[must_use]
    pub fn files(&self) -> &[ReceivedFile] {
        &self.files
    }

    /// Returns the file that the server uses for a parameter: the part that its value refers to
    /// with `attach://`, or, without a value, the part with the parameter's name. It is `None` for
    /// a parameter that is the id or URL of a file.
    #[must_use]
    pub fn file(&self, parameter: &str) -> Option<&ReceivedFile> {
        match self.parameter(parameter) {
            None | Some("") => self.part(parameter),
            Some(value) => self.attached(value),
        }
    }

    /// Returns the file that a value such as `attach://file0` refers to, at any depth.
    #[must_use]
    pub fn attached(&self, value: &str) -> Option<&ReceivedFile> {
        self.part(value.strip_prefix("attach://")?)
    }

    /// Returns roughly how many bytes the request takes.
    pub(crate) fn weight(&self) -> usize {
        /// Two strings and their allocations.
        const PAIR: usize = 2 * (size_of::<String>() + 16);
        let pairs = self.headers.iter().chain(&self.parameters);
        let pairs: usize = pairs
            .map(|(name, value)| PAIR + name.len() + value.len())
            .sum();
        let files = self.files.iter();
        let files: usize = files.map(|file| 2 * PAIR + file.content().len()).sum();
        let query = self.query.as_ref().map_or(0, String::len);
        size_of::<Self>()
            + self.path.len()
            + query
            + self.method.len()
            + self.body.len()
            + pairs
            + files
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

/// The names in a list of pairs.
struct Names<'a>(&'a [(String, String)]);

impl fmt::Debug for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|(name, _)| name))
            .finish()
    }
}
