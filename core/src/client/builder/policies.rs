//! The settings of a bot about time: limits, retries, migrations and budgets.

use std::time::Duration;

use super::BotBuilder;
use crate::client::migration::MigrationLayer;
use crate::client::retry::policy::Retry;
use crate::client::throttle::policy::Throttle;
use crate::http::timer::{SharedTimer, Timer};

/// The shortest time for a response: the server delays responses by up to 8 s to absorb flood waits.
const SHORTEST_ANSWER: Duration = Duration::from_secs(10);

impl BotBuilder {
    /// Sets the time that each call may take in all: waits, attempts and the response. Default: no
    /// limit, because an upload or a flood wait may take any time; the limits of each attempt below
    /// end a call that makes no progress.
    ///
    /// For a long poll, its parameter `timeout` is added. [`Call::timeout`](crate::Call::timeout)
    /// sets the time of a single call.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// Sets the time within which a connection must be established. Default: 10 s. The time of a
    /// [`client`](Self::client) of your own is set when you build it.
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.client_options.connect_timeout = timeout;
        self
    }

    /// Sets the time within which each attempt must be answered after the request was sent. Default:
    /// 30 s. At least 10 s, because the server delays responses by up to 8 s to absorb flood waits.
    ///
    /// For a long poll, its parameter `timeout` is added. For an upload, one second for each 32 KiB
    /// is added, which systems may hold back after the last byte was passed on. There is no limit for
    /// a file that a [local server](crate::Server::local) reads from its disk, because it sends the
    /// file on before it answers.
    pub fn answer_timeout(mut self, timeout: Duration) -> Self {
        self.settings.answer_timeout = timeout.max(SHORTEST_ANSWER);
        self
    }

    /// Sets the time after which an upload that makes no progress fails, and a download is resumed.
    /// Default: 30 s. There is no limit for an upload or download as a whole.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.settings.idle_timeout = timeout;
        self
    }

    /// Sets how failed calls are repeated. Default: never. [`Retry::standard`] is recommended;
    /// [`Call::retry`](crate::Call::retry) sets it for a single call.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Repeats a call whose group was migrated to a supergroup, with the new id as `chat_id`.
    /// `hook` is called with the old and the new id, once for each migration; it must return at
    /// once. Default: such a call fails with
    /// [`ApiErrorKind::Migrated`](crate::ApiErrorKind::Migrated).
    pub fn follow_migrations(mut self, hook: impl Fn(i64, i64) + Send + Sync + 'static) -> Self {
        self.migrations = Some(MigrationLayer::new(hook));
        self
    }

    /// Makes calls wait so that the bot stays within the limits of its server. Default: no call
    /// waits. [`Throttle::telegram`] has Telegram's limits; give clones of it to all bots.
    pub fn throttle(mut self, throttle: Throttle) -> Self {
        self.throttle = Some(throttle);
        self
    }

    /// Sets the clock of timeouts, retries and budgets. Default: that of tokio; without the feature
    /// `reqwest`, one with a thread for each wait; on `wasm32`, none, so that a call with a timeout
    /// or a throttle fails, and none is repeated.
    ///
    /// A tokio runtime needs its own timers for that: `enable_time` or `enable_all` when it is built.
    pub fn timer(mut self, timer: impl Timer) -> Self {
        self.timer = SharedTimer::new(timer);
        self
    }
}
