//! The request for a file, or for the rest of one.

use std::fmt;

use crate::http::server::Server;
use crate::http::token::Token;

/// A request for the content of a file, which a service for files performs as HTTP `GET`. See
/// [`BotBuilder::file_transport`](crate::BotBuilder::file_transport).
#[derive(Clone)]
pub struct FileRequest {
    url: String,
    token: Token,
    offset: u64,
    if_range: Option<String>,
}

impl FileRequest {
    /// Creates a request for the file with this `file_path` of `getFile`. `None` if
    /// [`Server::file_url`] refuses the path.
    #[must_use]
    pub fn new(server: &Server, token: &Token, file_path: &str) -> Option<Self> {
        Some(Self {
            url: server.file_url(token, file_path)?,
            token: token.clone(),
            offset: 0,
            if_range: None,
        })
    }

    /// Requests only the bytes from `offset` on, if the file still has this entity tag or
    /// date of its last modification.
    #[must_use]
    pub fn with_range(mut self, offset: u64, if_range: Option<String>) -> Self {
        self.offset = offset;
        self.if_range = if_range;
        self
    }

    /// Returns the URL.
    ///
    /// **It contains the secret**: pass it to an HTTP client only, and not to logs or errors.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the value of the header `Range`; `None` if the whole file is requested.
    #[must_use]
    pub fn range(&self) -> Option<String> {
        (self.offset > 0).then(|| format!("bytes={}-", self.offset))
    }

    /// Returns the value of the header `If-Range`, which is sent with `Range` only.
    #[must_use]
    pub fn if_range(&self) -> Option<&str> {
        self.if_range.as_deref().filter(|_| self.offset > 0)
    }

    /// Returns the bot's token, to redact it in errors.
    #[cfg(feature = "reqwest")]
    pub(crate) fn token(&self) -> &Token {
        &self.token
    }
}

/// Redacts the token's secret.
impl fmt::Debug for FileRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let redacted = self.token.redact(&self.url);
        f.debug_struct("FileRequest")
            .field("url", redacted.as_ref().unwrap_or(&self.url))
            .field("range", &self.range())
            .field("if_range", &self.if_range)
            .finish_non_exhaustive()
    }
}
