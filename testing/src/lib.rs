//! A fake Bot API server for tests: [`FakeBotApi`].
//!
//! It is a real HTTP server on the loopback interface, so a bot under test is exercised end to end:
//! URL, headers, body, status, envelope. Nothing leaves the machine, and no token is needed.
//!
//! Here: the server, its replies and the requests that it received. Not here: a model of Telegram;
//! only a few methods have a built-in response.
//!
//! ```
//! use telegrammar_testing::{FakeBotApi, Reply};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let fake = FakeBotApi::start().await?;
//! fake.reply("sendMessage", Reply::flood(3));
//!
//! // Now let the bot talk to `fake.url()` with `fake.token()`, and then look at what it sent.
//! assert!(fake.url().starts_with("http://127.0.0.1:"));
//! assert!(fake.requests().is_empty());
//! assert!(fake.complaints().is_empty());
//! # Ok(())
//! # }
//! ```

mod answers;
mod records;
mod scripts;
mod server;
#[cfg(test)]
mod tests;
mod world;

use std::fmt;
use std::io;
use std::sync::Arc;

use tokio::sync::watch;

pub use records::{ReceivedFile, ReceivedRequest};
pub use scripts::Reply;

use server::{http, token};
use world::state::State;

/// A token that no bot has; its secret says so.
const FAKE_TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

/// A Bot API server on the loopback interface that responds as the real one does.
///
/// A response is chosen in this order:
///
/// 1. The protocol: a verb other than GET and POST gets 501, a malformed form gets 400 with an
///    empty body, a path that is not a Bot API request gets 404, a token other than
///    [`token`](Self::token) gets 401.
/// 2. A reply queued for the method with [`reply`](Self::reply), whether the Bot API has such a
///    method or not.
/// 3. A built-in response for `getMe`, `getUserProfilePhotos` (every user has the same few
///    pictures), `sendMessage` (the message is returned, its text taken literally) and `getUpdates`
///    (immediate and always empty, whatever its `timeout`).
/// 4. 404 `Not Found: method not found`.
///
/// All requests are stored for [`requests`](Self::requests). In strict mode, mistakes that the real
/// server silently tolerates are stored for [`complaints`](Self::complaints). Strict mode is on
/// unless [`set_strict`](Self::set_strict) disables it. The responses are the same in both modes.
///
/// It differs from the real server in a few respects. Compressed bodies are not decompressed.
/// Header names are sent in lower case and include a `date`. A client that sends `Connection:
/// close` gets its connection closed. Anything that is not HTTP, including a bare `"`, `<`, `>` or
/// non-ASCII byte in the URL, gets an empty 400 and is not stored.
///
/// The server runs on the tokio runtime that it was started on, and stops when this value is
/// dropped: idle connections are closed, and delayed responses are not sent.
pub struct FakeBotApi {
    url: String,
    state: Arc<State>,
    /// Dropping it stops the server.
    _running: watch::Sender<()>,
}

impl FakeBotApi {
    /// Starts a server on a free port of 127.0.0.1, with a token that no real bot has.
    ///
    /// # Errors
    ///
    /// No port can be opened.
    ///
    /// # Panics
    ///
    /// Panics outside a tokio runtime with I/O and time enabled.
    pub async fn start() -> io::Result<Self> {
        Self::with_token(FAKE_TOKEN).await
    }

    /// Starts a server like [`start`](Self::start), but with this token. Invent one: a test should
    /// not use the token of a real bot.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::InvalidInput`] if the real server would reject the token by its form alone;
    /// otherwise if no port can be opened.
    ///
    /// # Panics
    ///
    /// Panics outside a tokio runtime with I/O and time enabled.
    pub async fn with_token(token: impl Into<String>) -> io::Result<Self> {
        let token = token.into();
        let bot_id = token::bot_id(&token)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "not the form of a token"))?;
        let state = Arc::new(State::new(token, bot_id));
        let (running, stop) = watch::channel(());
        let address = http::start(Arc::clone(&state), stop).await?;
        Ok(Self {
            url: format!("http://{address}"),
            state,
            _running: running,
        })
    }

    /// Returns the base URL, such as `http://127.0.0.1:40123`, without a trailing slash.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the token that the server accepts.
    #[must_use]
    pub fn token(&self) -> &str {
        self.state.token()
    }

    /// Queues the response to a future call of `method`, whose case is ignored.
    ///
    /// Each reply is used for one call, in the order in which they were queued. A reply with
    /// [`Reply::always`] is not part of that order: it is used whenever nothing is queued, and the
    /// last one takes precedence.
    pub fn reply(&self, method: &str, reply: Reply) {
        self.state.queue(method, reply);
    }

    /// Returns all requests received so far, including rejected ones, in the order in which they
    /// were complete. Requests that were truncated or were not HTTP are not included.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.state.requests()
    }

    /// Returns all requests as [`requests`](Self::requests) does, and removes them. Complaints are
    /// not removed.
    #[expect(
        clippy::must_use_candidate,
        reason = "a test may call it only to forget"
    )]
    pub fn take_requests(&self) -> Vec<ReceivedRequest> {
        self.state.take_requests()
    }

    /// Enables or disables strict mode for future requests. Default: enabled.
    pub fn set_strict(&self, strict: bool) {
        self.state.set_strict(strict);
    }

    /// Returns the mistakes of clients that the real server silently tolerates, one sentence each,
    /// in the order of [`requests`](Self::requests). They never contain the value of a parameter.
    ///
    /// Reported are: a JSON `null` as a parameter (the server reads the word "null"); a body with a
    /// missing or unsupported Content-Type (its parameters are ignored); JSON that is truncated or
    /// not an object (the rest is ignored); the reason why a form is malformed, and `filename*` or
    /// `name*` in one (it is ignored); and a duplicate parameter (the second is ignored), in the
    /// query string, the body, or both.
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        self.state.complaints()
    }
}

/// Displays the server's URL and the id of its bot, never the token.
impl fmt::Debug for FakeBotApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeBotApi")
            .field("url", &self.url)
            .field("bot_id", &self.state.bot_id())
            .finish_non_exhaustive()
    }
}
