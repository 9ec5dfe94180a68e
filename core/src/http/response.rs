//! The response that passes through layers: a status, a body, and what flood control and group
//! upgrades say in it.

use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;

use super::envelope::refusal;
use super::size::Size;
use crate::json::decode::{Failed, to_text};

/// A response: an HTTP status and the bytes of the body. Clones share the body.
#[derive(Clone)]
pub struct Response {
    status: u16,
    retry_after: Option<Duration>,
    body: Bytes,
    /// What the body says. Parsed when a layer first asks.
    verdict: OnceLock<Verdict>,
}

/// What a body says to layers.
#[derive(Clone, Copy)]
enum Verdict {
    Succeeded,
    Refused(Refused),
    /// It is no response of the Bot API.
    Foreign,
}

/// What an error of the Bot API says to layers.
#[derive(Clone, Copy)]
struct Refused {
    code: Option<i32>,
    retry_after: Option<Duration>,
    migrate_to_chat_id: Option<i64>,
}

impl Response {
    /// Creates a response with this HTTP status and body.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            retry_after: None,
            body: body.into(),
            verdict: OnceLock::new(),
        }
    }

    /// Sets the time of the header `Retry-After`. It counts if the body does not say how long to
    /// wait.
    #[must_use]
    pub fn with_retry_after(mut self, retry_after: Option<Duration>) -> Self {
        self.retry_after = retry_after;
        self
    }

    /// Returns the time of the header `Retry-After`.
    pub(crate) fn retry_after_header(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns the HTTP status, such as 200.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the body as received.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns whether the body says that the call failed, or the status does and the body is no
    /// response of the Bot API.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        match self.verdict() {
            Verdict::Succeeded => false,
            Verdict::Refused(_) => true,
            Verdict::Foreign => !(200..300).contains(&self.status),
        }
    }

    /// Returns the Bot API's `error_code`, or the HTTP status of any other failure; `None` if the
    /// call succeeded.
    #[must_use]
    pub fn error_code(&self) -> Option<i32> {
        let code = self.refused().and_then(|refused| refused.code);
        code.or_else(|| self.is_failure().then(|| self.status.into()))
    }

    /// Returns how long to wait before another attempt: what the Bot API says in `parameters`, or
    /// the header `Retry-After` of a failure.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        if !self.is_failure() {
            return None;
        }
        let said = self.refused().and_then(|refused| refused.retry_after);
        said.or(self.retry_after)
    }

    /// Returns the id of the supergroup that the group was migrated to, if that is why the call
    /// failed.
    #[must_use]
    pub fn migrate_to_chat_id(&self) -> Option<i64> {
        self.refused()?.migrate_to_chat_id
    }

    fn refused(&self) -> Option<Refused> {
        match self.verdict() {
            Verdict::Refused(refused) => Some(refused),
            Verdict::Succeeded | Verdict::Foreign => None,
        }
    }

    fn verdict(&self) -> Verdict {
        // As every successful body starts.
        if self.body.starts_with(br#"{"ok":true,"#) {
            return Verdict::Succeeded;
        }
        *self
            .verdict
            .get_or_init(|| match refusal::find(&to_text(&self.body).0) {
                Ok(None) => Verdict::Succeeded,
                Ok(Some(refusal)) => Verdict::Refused(Refused {
                    code: refusal.code(),
                    retry_after: refusal.retry_after(),
                    migrate_to_chat_id: refusal.migrate_to_chat_id(),
                }),
                Err(Failed) => Verdict::Foreign,
            })
    }
}

/// Displays only the body's size, because it may contain user data.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("retry_after", &self.retry_after)
            .field("body", &Size(self.body.len()))
            .finish_non_exhaustive()
    }
}
