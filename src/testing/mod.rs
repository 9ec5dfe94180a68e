//! A Bot API server of our own, for tests: [`FakeBotApi`].
//!
//! It is a real HTTP server on the loopback interface, so a bot under test goes through its whole
//! way out and back: URL, headers, body, status, envelope. Nothing leaves the machine and no token
//! is needed.
//!
//! ```
//! use telegrammar::testing::{FakeBotApi, Reply};
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

mod address;
mod answer;
mod builtin;
mod complaint;
mod cut;
mod disposition;
mod file;
mod form;
mod integer;
mod parameters;
mod reply;
mod request;
mod server;
mod state;
#[cfg(test)]
mod tests;
mod token;

use std::fmt;
use std::io;
use std::sync::Arc;

use tokio::sync::watch;

pub use file::ReceivedFile;
pub use reply::Reply;
pub use request::ReceivedRequest;

use state::State;

/// A token that no bot has; its secret says so.
const FAKE_TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

/// A Bot API server on the loopback interface that answers as the real one does.
///
/// What it answers is decided in this order:
///
/// 1. The protocol: another verb than GET and POST gets 501, a form that is malformed gets 400 with
///    an empty body, a path that is no call gets 404, a token other than [`token`](Self::token) gets
///    401.
/// 2. What [`reply`](Self::reply) has queued for the method, whether the Bot API has such a method
///    or not.
/// 3. A built-in answer for `getMe`, `getUserProfilePhotos` (every user has the same few pictures),
///    `sendMessage` (the message comes back, its text taken literally) and `getUpdates` (at once
///    and always empty, whatever its `timeout`).
/// 4. 404 `Not Found: method not found`.
///
/// Everything received is kept for [`requests`](Self::requests). In strict mode, which is on unless
/// [`set_strict`](Self::set_strict) turns it off, mistakes that the real server tolerates in silence
/// are noted for [`complaints`](Self::complaints); the answers are the same in both modes.
///
/// It differs from the real server in a few things. Compressed bodies are not unpacked. Header names are
/// sent in lower case and with a `date` among them, and a client that asks for it with
/// `Connection: close` gets its connection closed. What is not HTTP, down to a bare `"`, `<`, `>` or
/// non-ASCII byte in the URL, gets an empty 400 and is not kept.
///
/// The server runs on the tokio runtime that it was started on, and stops when this value is
/// dropped: idle connections are closed, and answers that are still being delayed are never sent.
pub struct FakeBotApi {
    url: String,
    state: Arc<State>,
    /// Dropping it tells the server to stop.
    _running: watch::Sender<()>,
}

impl FakeBotApi {
    /// Starts a server on a free port of 127.0.0.1, with a token that no real bot has.
    ///
    /// # Errors
    ///
    /// If no port can be opened.
    ///
    /// # Panics
    ///
    /// Outside a tokio runtime with I/O and time enabled.
    pub async fn start() -> io::Result<Self> {
        Self::with_token(FAKE_TOKEN).await
    }

    /// Like [`start`](Self::start), but the server accepts `token` instead. Invent one: a test
    /// has no use for the token of a real bot.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::InvalidInput`] if the real server would refuse the token for its form alone;
    /// otherwise if no port can be opened.
    ///
    /// # Panics
    ///
    /// Outside a tokio runtime with I/O and time enabled.
    pub async fn with_token(token: impl Into<String>) -> io::Result<Self> {
        let token = token.into();
        let bot_id = token::bot_id(&token)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "not the form of a token"))?;
        let state = Arc::new(State::new(token, bot_id));
        let (running, stop) = watch::channel(());
        let address = server::start(Arc::clone(&state), stop).await?;
        Ok(Self {
            url: format!("http://{address}"),
            state,
            _running: running,
        })
    }

    /// The base URL, such as `http://127.0.0.1:40123`, without a slash at its end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The token that the server accepts.
    #[must_use]
    pub fn token(&self) -> &str {
        self.state.token()
    }

    /// Queues the answer to a coming call of `method`, whose case does not matter.
    ///
    /// Each reply is used for one call, in the order in which they were queued. A reply made with
    /// [`Reply::always`] is not part of that order: it answers whenever nothing is queued, and the
    /// last one given holds.
    pub fn reply(&self, method: &str, reply: Reply) {
        self.state.queue(method, reply);
    }

    /// Everything received so far, refused requests included, in the order in which the requests
    /// were complete. A request that was cut short, or was not HTTP, is not among them.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.state.requests()
    }

    /// Like [`requests`](Self::requests), and forgets them. Complaints stay.
    #[expect(
        clippy::must_use_candidate,
        reason = "a test may call it only to forget"
    )]
    pub fn take_requests(&self) -> Vec<ReceivedRequest> {
        self.state.take_requests()
    }

    /// Turns strict mode, which is on from the start, on or off for the requests to come.
    pub fn set_strict(&self, strict: bool) {
        self.state.set_strict(strict);
    }

    /// What clients did wrong although the real server says nothing about it, one sentence each,
    /// in the order of [`requests`](Self::requests). They never quote the value of a parameter.
    ///
    /// Noted are: a JSON `null` as a parameter (the server reads the word "null"); a body with a
    /// Content-Type that the server does not know, or with none (its parameters are lost); JSON that
    /// breaks off, or is not an object (what follows is lost); what is wrong with a malformed form,
    /// and a `filename*` or `name*` in one (it is lost); and a parameter given twice (the second is
    /// lost), be it in the query string, the body, or both.
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        self.state.complaints()
    }
}

/// Shows where the server is and the id of its bot, never the token.
impl fmt::Debug for FakeBotApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeBotApi")
            .field("url", &self.url)
            .field("bot_id", &self.state.bot_id())
            .finish_non_exhaustive()
    }
}
