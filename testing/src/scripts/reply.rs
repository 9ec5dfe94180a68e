//! Responses that a test specifies.

use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;

use crate::server::envelope::Answer;

/// A response to one call, for [`FakeBotApi::reply`](crate::FakeBotApi::reply).
///
/// ```
/// use std::time::Duration;
/// use telegrammar_testing::Reply;
///
/// let refused = Reply::error(403, "Forbidden: bot was blocked by the user");
/// let slow = Reply::result(true.into()).delay(Duration::from_millis(50));
/// let down = Reply::raw(502, "text/html", "<h1>Bad Gateway</h1>").always();
/// ```
#[derive(Clone, Debug)]
#[must_use = "a reply does nothing until it is queued with `FakeBotApi::reply`"]
pub struct Reply {
    pub(crate) action: Action,
    pub(crate) delay: Duration,
    pub(crate) always: bool,
}

/// The action on the connection.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    Send(Answer),
    /// Closes the connection after this many bytes of the response's body.
    Cut(Answer, usize),
    Disconnect,
}

impl Reply {
    /// Creates a success: `{"ok":true,"result":…}` with status 200.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "tests write `json!` in place"
    )]
    pub fn result(result: Value) -> Self {
        Answer::result(&result).into()
    }

    /// Creates a failure: `{"ok":false,"error_code":…,"description":…}`, with the code as status.
    ///
    /// For 429 and for a migrated group, use [`flood`](Self::flood) and [`migrate`](Self::migrate),
    /// which include the additional data of the server. A code that is not a valid status (below
    /// 200 or above 999) is sent with status 500.
    pub fn error(code: u16, description: impl AsRef<str>) -> Self {
        Answer::error(code, description.as_ref()).into()
    }

    /// Creates a 429 `Too Many Requests: retry after N`, with `retry_after` and a `Retry-After`
    /// header.
    pub fn flood(retry_after_seconds: u32) -> Self {
        Answer::flood(retry_after_seconds).into()
    }

    /// Creates a 400 with `migrate_to_chat_id`: the group was migrated to the supergroup `chat_id`.
    pub fn migrate(chat_id: i64) -> Self {
        Answer::migrate(chat_id).into()
    }

    /// Creates a response with any status and body, such as a proxy's HTML page or malformed JSON.
    ///
    /// An empty content type sends no such header. A status below 200 or above 999 is sent as 500.
    /// HTTP forbids a body with some statuses, such as 204; then none is sent.
    pub fn raw(status: u16, content_type: impl Into<String>, body: impl Into<Bytes>) -> Self {
        let content_type = content_type.into();
        Self::from(Answer {
            status,
            content_type: (!content_type.is_empty()).then_some(content_type),
            retry_after: None,
            body: body.into(),
            closes: false,
        })
    }

    /// Closes the connection without a response after the request has been read.
    pub fn disconnect() -> Self {
        Action::Disconnect.into()
    }

    /// Sends the beginning of a successful response, and closes the connection after that many
    /// bytes of its body. The `Content-Length` is always larger.
    pub fn cut(after_n_bytes: usize) -> Self {
        let result = Value::from("x".repeat(after_n_bytes));
        Action::Cut(Answer::result(&result), after_n_bytes).into()
    }

    /// Waits before the reply is performed.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Uses the reply for all calls of the method for which nothing else is queued.
    pub fn always(mut self) -> Self {
        self.always = true;
        self
    }
}

impl From<Action> for Reply {
    fn from(action: Action) -> Self {
        Self {
            action,
            delay: Duration::ZERO,
            always: false,
        }
    }
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        Action::Send(answer).into()
    }
}
