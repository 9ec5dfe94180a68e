//! Responses that a test specifies.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use telegrammar::Method;

use crate::answers::decode;
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::records::ReceivedRequest;

/// A response to one call, for [`FakeBotApi::reply`](crate::FakeBotApi::reply).
///
/// ```
/// use std::time::Duration;
/// use telegrammar_testing::{Refusal, Reply};
///
/// let refused = Reply::refuse(Refusal::BlockedByUser);
/// let slow = Reply::result(true.into()).delay(Duration::from_millis(50));
/// let down = Reply::raw(502, "text/html", "<h1>Bad Gateway</h1>").always();
/// ```
#[derive(Clone, Debug)]
#[must_use = "a reply does nothing until it is queued with `FakeBotApi::reply`"]
pub struct Reply {
    pub(crate) action: Action,
    pub(crate) delay: Duration,
    pub(crate) uses: Uses,
    /// How many calls are answered otherwise before.
    after: usize,
    /// Parameters and the values that they must have.
    only: Vec<(String, String)>,
    /// The share of calls that get the reply, and a seed.
    rate: Option<(f64, u64)>,
}

/// How often a reply is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Uses {
    Times(usize),
    Always,
}

/// The action on the connection.
#[derive(Clone)]
pub(crate) enum Action {
    Send(Answer),
    /// Closes the connection after this many bytes of the response's body.
    Cut(Answer, usize),
    Disconnect,
    /// Sends what a closure of the test returns.
    Compute(Compute),
    /// Never answers.
    Stall,
}

type Compute = Arc<dyn Fn(&ReceivedRequest) -> Answer + Send + Sync>;

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Send(answer) => f.debug_tuple("Send").field(answer).finish(),
            Self::Cut(answer, after) => f.debug_tuple("Cut").field(answer).field(after).finish(),
            Self::Disconnect => f.write_str("Disconnect"),
            Self::Compute(_) => f.write_str("Compute"),
            Self::Stall => f.write_str("Stall"),
        }
    }
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

    /// Creates an error of the real server, with its code and text.
    pub fn refuse(refusal: Refusal) -> Self {
        refusal.answer().into()
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

    /// Never answers: the client waits until it gives up, or until the server stops.
    pub fn stall() -> Self {
        Action::Stall.into()
    }

    /// Computes the result from the call, both typed. A call that is not that of the method `M`, or
    /// whose parameters cannot be decoded as such, gets status 500 with the reason.
    pub fn computed<M>(result: impl Fn(M) -> M::Response + Send + Sync + 'static) -> Self
    where
        M: Method<Response: Serialize> + DeserializeOwned,
    {
        let compute = move |request: &ReceivedRequest| {
            let value = decode::<M>(request).map(&result);
            let value = value
                .and_then(|value| serde_json::to_value(value).map_err(|error| error.to_string()));
            match value {
                Ok(value) => Answer::result(&value),
                Err(error) => Answer::error(500, &format!("the reply cannot be computed: {error}")),
            }
        };
        Action::Compute(Arc::new(compute)).into()
    }

    /// Waits before the reply is performed.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Uses the reply for all calls of the method for which nothing else is queued.
    pub fn always(mut self) -> Self {
        self.uses = Uses::Always;
        self
    }

    /// Uses the reply for this many calls. Default: 1.
    pub fn times(mut self, times: usize) -> Self {
        self.uses = Uses::Times(times);
        self
    }

    /// Answers this many calls otherwise before. Default: 0.
    pub fn after(mut self, calls: usize) -> Self {
        self.after = calls;
        self
    }

    /// Uses the reply only for calls with this value of a parameter, such as a chat. Of several
    /// conditions, all must hold. A number is given as its digits.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "tests write numbers and texts in place"
    )]
    pub fn when(mut self, parameter: impl Into<String>, value: impl ToString) -> Self {
        self.only.push((parameter.into(), value.to_string()));
        self
    }

    /// Uses the reply for a share of the calls, between 0.0 and 1.0, and for as many as there are. The
    /// same seed selects the same calls.
    pub fn rate(mut self, share: f64, seed: u64) -> Self {
        self.rate = Some((share, seed));
        self.always()
    }

    /// Returns whether the conditions on parameters hold.
    pub(crate) fn fits(&self, request: &ReceivedRequest) -> bool {
        let mut only = self.only.iter();
        only.all(|(name, value)| request.parameter(name) == Some(value))
    }

    /// Returns whether a call is answered with the reply. `number` is that of the call, from 1.
    pub(crate) fn is_due(&self, number: usize) -> bool {
        let is_selected = |(share, seed): (f64, u64)| {
            let number = u64::try_from(number).unwrap_or(u64::MAX);
            // The upper 53 bits as a fraction.
            #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
            let fraction = (mixed(seed, number) >> 11) as f64 / (1_u64 << 53) as f64;
            fraction < share
        };
        number > self.after && self.rate.is_none_or(is_selected)
    }
}

/// Mixes the bits of a seed and a number, as the generator `SplitMix64` does.
fn mixed(seed: u64, number: u64) -> u64 {
    let mut bits = seed.wrapping_add(number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

impl From<Action> for Reply {
    fn from(action: Action) -> Self {
        Self {
            action,
            delay: Duration::ZERO,
            uses: Uses::Times(1),
            after: 0,
            only: Vec::new(),
            rate: None,
        }
    }
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        Action::Send(answer).into()
    }
}
