//! The handle of a running server.

mod builder;
mod time;
mod world;

use std::fmt::{self, Write as _};
use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use telegrammar::types::{Update, UpdateKind};
use telegrammar::{Method, from_json};
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use crate::answers::decode;
use crate::feed::all_seen;
use crate::records::{self, ReceivedRequest};
use crate::scripts::Reply;
use crate::server::complaints;
use crate::server::delivery;
use crate::server::http::DOWNLOADS;
use crate::server::idle;
use crate::server::shared::{Shared, State};
use crate::world::BotKey;

pub use builder::FakeBotApiBuilder;

/// The most lines of a chat that are printed if a test fails.
const MOST_LINES: usize = 30;
/// Longer than a call takes on a loaded machine; only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(10);

/// A Bot API server on the loopback interface that responds as the real one does.
///
/// A response is chosen in this order:
///
/// 1. The protocol: a verb other than GET and POST gets 501, a malformed form gets 400 with an
///    empty body, a path that is not a Bot API request gets 404, a token of no bot gets 401.
/// 2. A reply that the test has specified with [`reply`](Self::reply) or [`on`](Self::on), whether
///    the Bot API has such a method or not.
/// 3. An answer made from the definition of the method and from what the server remembers: chats,
///    messages, files, settings, updates and the webhook. Everything that is given and that the
///    result can carry comes back.
/// 4. 404 `Not Found: method not found`.
///
/// A private chat 42 with a user 42, and a supergroup -1001234567890 with that user as a member exist
/// from the start. [`user`](Self::user) adds others, as does a [`world`](crate::FakeBotApiBuilder::world), and an
/// update that is [delivered](Self::deliver) introduces the chats and users in it. Other chats are not found.
///
/// The last 10,000 requests, and at most 32 MiB of them, are stored. In strict mode, mistakes that the
/// real server silently tolerates are stored for [`complaints`](Self::complaints). Strict mode is on
/// unless [`set_strict`](Self::set_strict) disables it. The responses are the same in both modes.
///
/// Opened in a browser, the URL is a page with the chats and the calls. See
/// [`testing_a_bot`](crate::testing_a_bot#in-a-browser).
///
/// The server stops when this value is dropped: connections are closed, and delayed responses are not
/// sent. If the test panics, what the server received and sent is printed, and what the users of the first
/// bot see: of each chat, the last 30 lines.
pub struct FakeBotApi {
    pub(crate) url: String,
    pub(crate) shared: Arc<Shared>,
    /// The first bot.
    pub(crate) key: BotKey,
    /// Dropping it stops the server.
    pub(crate) _running: watch::Sender<()>,
}

impl FakeBotApi {
    /// Returns the base URL, such as `http://127.0.0.1:40123`, without a trailing slash.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the token of the first bot.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.key.token
    }

    /// Returns a client of the first bot that is connected to this server.
    #[cfg(feature = "reqwest")]
    #[must_use]
    pub fn bot(&self) -> telegrammar::Bot {
        self.bot_with(self.token())
    }

    /// Returns a client with another token that is connected to this server.
    ///
    /// # Panics
    ///
    /// Panics if the token is malformed.
    #[cfg(feature = "reqwest")]
    #[must_use]
    pub fn bot_with(&self, token: &str) -> telegrammar::Bot {
        let server = telegrammar::Server::new(&self.url).expect("the URL of a running server");
        let bot = telegrammar::Bot::builder(token).server(server).build();
        bot.unwrap_or_else(|error| panic!("no bot can have this token: {error}"))
    }

    /// Queues the response to a future call of `method`, whose case is ignored.
    ///
    /// Each reply is used for one call, in the order in which they were queued, unless
    /// [`Reply::times`], [`Reply::always`] or another setting says more. A reply with
    /// [`Reply::always`] is not part of that order: it is used whenever nothing else fits, and the
    /// last one takes precedence.
    pub fn reply(&self, method: &str, reply: Reply) {
        self.shared.state().scripts.add(method, reply);
    }

    /// Queues the response to a future download of a file.
    pub fn reply_to_download(&self, reply: Reply) {
        self.reply(DOWNLOADS, reply);
    }

    /// Computes the results of all calls of a method. See [`Reply::computed`].
    ///
    /// ```
    /// use telegrammar::methods::GetMyName;
    /// use telegrammar_testing::{FakeBotApi, Sample};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let fake = FakeBotApi::start().await?;
    /// fake.on::<GetMyName>(|call| {
    ///     let mut name = telegrammar::types::BotName::sample();
    ///     name.name = format!("Bot {}", call.language_code.unwrap_or_default());
    ///     name
    /// });
    /// let name = GetMyName::new().language_code("de").send(&fake.bot()).await?;
    /// assert_eq!(name.name, "Bot de");
    /// # Ok(())
    /// # }
    /// ```
    pub fn on<M>(&self, result: impl Fn(M) -> M::Response + Send + Sync + 'static)
    where
        M: Method<Response: Serialize> + DeserializeOwned,
    {
        self.reply(M::INFO.name(), Reply::computed(result).always());
    }

    /// Removes all replies for a method, so that it is answered by the server itself.
    pub fn clear_replies(&self, method: &str) {
        self.shared.state().scripts.clear(method);
    }

    /// Removes all replies for all methods.
    pub fn clear_all_replies(&self) {
        self.shared.state().scripts.clear_all();
    }

    /// Returns a sentence about each reply that no call has got, with a suggestion if the Bot API has
    /// no such method.
    #[must_use]
    pub fn unused_replies(&self) -> Vec<String> {
        self.shared.state().scripts.unused()
    }

    /// Returns the stored requests, including rejected ones, in the order in which they were complete.
    /// Requests that were truncated or were not HTTP are not included.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        let state = self.shared.state();
        let requests = state.log.entries().map(|entry| entry.request.clone());
        requests.collect()
    }

    /// Returns all requests as [`requests`](Self::requests) does, and removes them. Complaints are
    /// not removed.
    #[expect(
        clippy::must_use_candidate,
        reason = "a test may call it only to forget"
    )]
    pub fn take_requests(&self) -> Vec<ReceivedRequest> {
        self.shared.state().log.take()
    }

    /// Returns the stored calls of a method, decoded. Uploads are files with their content. The calls
    /// of a definition with the same method, such as
    /// [`EditInlineMessageText`](telegrammar::methods::EditInlineMessageText), are among them.
    ///
    /// # Panics
    ///
    /// Panics if a call cannot be decoded.
    #[must_use]
    #[track_caller]
    pub fn calls<M: Method + DeserializeOwned>(&self) -> Vec<M> {
        let state = self.shared.state();
        let entries = state.log.entries().map(|entry| &entry.request);
        let calls = entries.filter(|request| is_call_of::<M>(request));
        let calls: Result<Vec<M>, String> = calls.map(decode).collect();
        drop(state);
        match calls {
            Ok(calls) => calls,
            Err(error) => panic!("a call cannot be decoded: {error}"),
        }
    }

    /// Waits for the next call of a method, decoded. Each call is returned once, also if it was
    /// received before.
    ///
    /// # Panics
    ///
    /// Panics if there is no call within 10 seconds, or if it cannot be decoded.
    #[track_caller]
    pub fn call<M: Method + DeserializeOwned>(&self) -> impl Future<Output = M> {
        self.next(Location::caller())
    }

    async fn next<M: Method + DeserializeOwned>(&self, caller: &'static Location<'static>) -> M {
        let name = M::INFO.name();
        let end = Instant::now() + PATIENCE;
        let mut changes = self.shared.changes();
        loop {
            changes.mark_unchanged();
            if let Some(call) = next_call::<M>(&mut self.shared.state()) {
                return call.unwrap_or_else(|error| panic!("a call cannot be decoded: {error}"));
            }
            let is_late = timeout_at(end, changes.changed()).await.is_err();
            assert!(
                !is_late,
                "there was no call of `{name}` within {PATIENCE:?}; waited at {caller}"
            );
        }
    }

    /// Returns the last requests and their answers as a person reads them, without the token.
    #[must_use]
    pub fn transcript(&self) -> String {
        records::transcript(&self.shared.state().log)
    }

    /// Enables or disables strict mode for future requests. Default: enabled.
    pub fn set_strict(&self, strict: bool) {
        self.shared.state().log.is_strict = strict;
    }

    /// Sets whether strict mode complains of a bot that sends more than 1 message per second in a chat, or more
    /// than 30 in all. Default: true. Disable it for a test that sends much in a short time on purpose.
    pub fn set_rate_complaints(&self, are_made: bool) {
        self.shared.state().log.is_strict_about_rates = are_made;
    }

    /// Sets whether future answers and updates have the members that are no longer documented. See
    /// [`legacy_members`](crate::FakeBotApiBuilder::legacy_members). Default: disabled.
    pub fn set_legacy_members(&self, has: bool) {
        self.shared.state().world.set_legacy_members(has);
    }

    /// Returns the mistakes of bots and clients that the real server tolerates without an error, one sentence
    /// each, in the order in which they were found. Of the values of parameters, only ids are in them.
    ///
    /// Reported of a request are: a JSON `null` as a parameter (the server reads the word "null"); a body with a
    /// missing or unsupported Content-Type (its parameters are ignored); JSON that is truncated or
    /// not an object (the rest is ignored); the reason why a form is malformed, and `filename*` or
    /// `name*` in one (it is ignored); a duplicate parameter (the second is ignored), in the query
    /// string, the body, or both; a thumbnail or certificate that is no upload (it is dropped);
    /// entities beside a parse mode (they are ignored); a file that is referred to but not in the form,
    /// and one in the form that nothing refers to.
    ///
    /// Reported of a bot are:
    ///
    /// - A callback query that is not answered: when its 150 seconds are over by the clock, or now, while the bot
    ///   has nothing left to do, as [`idle`](Self::idle) defines it. In the latter case the complaint is gone if
    ///   the bot answers after all. A call of `answerCallbackQuery` that fails counts as an answer; a query
    ///   whose update the bot has dropped without having got it is not reported.
    /// - More than 1 message per second in a chat, at most once per chat and second. As on the server, a short
    ///   burst is permitted: 2 messages, or albums, at once. Something that a user does in the chat permits
    ///   another one, because users are faster in a test than they are in reality.
    /// - More than 30 messages or albums within a second in all chats, at most once per second. Messages that
    ///   were refused, and replies that a test has specified, do not count.
    /// - An update that a user caused or the test delivered, and that was dropped because the bot's
    ///   `allowed_updates` leave out its kind, or do not ask for a kind that is sent on request only; once for each
    ///   kind. Changes of members that users cause are not reported, nor is an action of which the bot gets
    ///   another update.
    /// - The answer to a query of a kind that `allowed_updates` leave out.
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        complaints::all(&self.shared)
    }

    /// Delivers an update to the first bot. Returns its number, or `None` if the bot does not want
    /// updates of its kind.
    ///
    /// # Panics
    ///
    /// Panics if the update is [`UpdateKind::Undecodable`].
    #[track_caller]
    pub fn deliver(&self, kind: UpdateKind) -> Option<i64> {
        let update = json!({"update_id": 1}).to_string();
        let mut update: Update = from_json(&update).expect("an update without a kind");
        update.kind = kind;
        let update = serde_json::to_value(&update).expect("an update can be encoded");
        self.deliver_json(update)
    }

    /// Delivers an update that is given as JSON, with or without an `update_id`, which is replaced.
    ///
    /// # Panics
    ///
    /// Panics if it is no object with one member, the kind of the update.
    #[track_caller]
    pub fn deliver_json(&self, update: Value) -> Option<i64> {
        let mut update: Map<String, Value> = match update {
            Value::Object(update) => update,
            other => panic!("an update is an object, not {other}"),
        };
        update.remove("update_id");
        let kinds: Vec<String> = update.keys().cloned().collect();
        let id = match delivery::queue(&self.shared, &self.key, update) {
            Ok(id) => id,
            Err(error) => panic!("the update cannot be delivered: {error}"),
        };
        complaints::not_allowed(&self.shared, &self.key, &kinds);
        id
    }

    /// Waits until the bots have handled everything: no call is open, all updates are confirmed, and a
    /// bot that polls polls again, or its webhook has answered.
    ///
    /// A bot that handles updates on other tasks than it polls must start the first call of a handler
    /// within 20 ms after it got the update.
    ///
    /// # Panics
    ///
    /// Panics if that takes longer than 10 seconds, and says what is left. If no bot runs at all, that is so.
    #[track_caller]
    pub fn idle(&self) -> impl Future<Output = ()> + Send {
        let caller = Location::caller();
        async move {
            let waited = idle::wait(&self.shared, PATIENCE).await;
            waited.unwrap_or_else(|error| panic!("{error}; waited at {caller}"));
        }
    }

    /// Returns what is printed if a test fails: the exchange, and the chats as users see them, without the
    /// token.
    pub(crate) fn report(&self) -> String {
        let mut report = String::new();
        let transcript = self.transcript();
        if !transcript.is_empty() {
            let _ = writeln!(
                report,
                "What the fake Bot API received and sent:\n{transcript}"
            );
        }
        let mut state = self.shared.state();
        let bot = state.world.bot(&self.key);
        let chats = bot.map(|bot| all_seen(bot, MOST_LINES));
        if let Some(chats) = chats.filter(|chats| !chats.is_empty()) {
            let _ = writeln!(report, "What users see:\n{chats}");
        }
        report.replace(self.token(), "(token)")
    }
}

fn is_call_of<M: Method>(request: &ReceivedRequest) -> bool {
    request.method().eq_ignore_ascii_case(M::INFO.name())
}

fn next_call<M: Method + DeserializeOwned>(state: &mut State) -> Option<Result<M, String>> {
    let name = M::INFO.name().to_ascii_lowercase();
    let awaited = state.log.awaited.get(&name).copied().unwrap_or_default();
    let (number, call) = {
        let mut entries = state.log.entries();
        let is_next = |number: u64| number > awaited;
        let next = entries.find(|it| is_next(it.number) && is_call_of::<M>(&it.request))?;
        (next.number, decode(&next.request))
    };
    state.log.awaited.insert(name, number);
    Some(call)
}

/// Prints the exchange and the chats if the test fails.
impl Drop for FakeBotApi {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprint!("{}", self.report());
        }
    }
}

/// Displays the server's URL and the id of its bot, never the token.
impl fmt::Debug for FakeBotApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bot_id = self.key.token.split(':').next().unwrap_or_default();
        f.debug_struct("FakeBotApi")
            .field("url", &self.url)
            .field("bot_id", &bot_id)
            .finish_non_exhaustive()
    }
}
