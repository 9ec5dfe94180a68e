//! The budget that processes share by a redis server.
//!
//! Each window is a sorted set: an entry for each message, with the moment at which it ends to count
//! as its score. The scripts are atomic, and all moments are those of the server's clock.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, RedisResult, Script, ScriptInvocation};

use super::budget::{Budget, BudgetFuture, Reservation, Reserved};
use super::limit::Limit;

const PREFIX: &str = "telegrammar:";
/// A call waits for the server no longer than this, and neither do the calls behind it.
const LONGEST: Duration = Duration::from_secs(2);
/// In ms: about 30,000 years.
const LONGEST_FREEZE: u64 = 1_000_000_000_000_000;
const CONNECTING: Duration = Duration::from_secs(1);

/// A budget on a redis server, which all processes share that use the same bot and the same
/// [prefix](Self::prefix): together, they send no more than one of them could. Clones share the
/// connection.
///
/// ```no_run
/// # use telegrammar_core as telegrammar;
/// use telegrammar::transport::RedisBudget;
/// use telegrammar::{Bot, Throttle};
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let budget = RedisBudget::connect("redis://127.0.0.1/").await?;
/// let throttle = Throttle::telegram().budget(budget);
/// let bot = Bot::builder("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")
///     .throttle(throttle)
///     .build()?;
/// # let _ = bot;
/// # Ok(())
/// # }
/// ```
///
/// Windows and floods are shared; the queue is not, so calls are in order within a process only.
/// Time is measured by the server's clock, so that those of the machines need not agree. All keys
/// expire.
///
/// A process whose calls need much room at once, such as albums, may wait for long while others send
/// single messages to the same chat: see [`Budget`].
///
/// While the server does not respond within 2 s or cannot be reached, no call is sent: each fails
/// with [`TransportErrorKind::Budget`](crate::error::TransportErrorKind::Budget), whose source is the
/// error of redis, and for 1 s the calls behind it do so at once. A [`Retry`](crate::Retry) repeats such
/// calls. The connection is restored when the server is there again.
///
/// It needs a tokio runtime, and redis 5 or later, or another server with its scripts, as a single
/// server and not as a cluster. A call that is dropped while the server is asked counts as sent and
/// without a response.
///
/// The keys contain the bot's id and the ids of chats, and no token. In place of the id, those of a
/// [custom token](crate::Token::custom) contain the first 64 bits of a SHA-1 hash: whoever can read the
/// keys can check a guess of the token, so it should be long and random.
#[derive(Clone)]
pub struct RedisBudget {
    connection: ConnectionManager,
    prefix: Arc<str>,
    /// Distinguishes the reservations of processes.
    process: Arc<str>,
    scripts: Arc<Scripts>,
}

struct Scripts {
    reserve: Script,
    finish: Script,
    freeze: Script,
}

/// The server of a [`RedisBudget`] cannot be used. It never contains the server's password.
#[derive(Debug, thiserror::Error)]
#[error("the redis server of the budget cannot be used: {0}")]
pub struct RedisBudgetError(#[source] redis::RedisError);

impl RedisBudget {
    /// Connects to a server, such as `redis://user:password@host:6379/database`.
    ///
    /// A URL `rediss://`, with TLS, needs one of the features of the crate `redis` for it, such as
    /// `tokio-rustls-comp`: name them in your own dependency on `redis` 1.
    ///
    /// # Errors
    ///
    /// The URL is invalid, or the server cannot be reached within 1 s.
    pub async fn connect(url: &str) -> Result<Self, RedisBudgetError> {
        let connect = async {
            let config = ConnectionManagerConfig::new()
                .set_connection_timeout(Some(CONNECTING))
                .set_response_timeout(Some(LONGEST))
                .set_number_of_retries(1);
            ConnectionManager::new_with_config(Client::open(url)?, config).await
        };
        let connection = connect.await.map_err(RedisBudgetError)?;
        Ok(Self::new(connection))
    }

    fn new(connection: ConnectionManager) -> Self {
        let random = RandomState::new();
        let process = format!("{:x}{:x}", random.hash_one(0_u8), random.hash_one(1_u8));
        Self {
            connection,
            prefix: PREFIX.into(),
            process: process.into(),
            scripts: Arc::new(Scripts {
                reserve: Script::new(concat!(
                    include_str!("window.lua"),
                    include_str!("reserve.lua")
                )),
                finish: Script::new(concat!(
                    include_str!("window.lua"),
                    include_str!("finish.lua")
                )),
                freeze: Script::new(include_str!("freeze.lua")),
            }),
        }
    }

    /// Sets what all keys begin with. Default: `telegrammar:`.
    #[must_use]
    pub fn prefix(mut self, prefix: &str) -> Self {
        self.prefix = prefix.into();
        self
    }

    fn window(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    fn frozen(&self, key: &str) -> String {
        format!("{}{key}:frozen", self.prefix)
    }

    /// Returns the first arguments of a script.
    fn arguments<'s>(&self, script: &'s Script, reservation: &Reservation) -> ScriptInvocation<'s> {
        let id = format!("{}:{}", self.process, reservation.id());
        let mut call = script.prepare_invoke();
        call.arg(id)
            .arg(reservation.cost())
            .arg(micros(reservation.longest_call()));
        call
    }

    async fn ask(&self, reservation: &Reservation) -> RedisResult<Reserved> {
        let mut call = self.arguments(&self.scripts.reserve, reservation);
        for (key, limit) in reservation.parts() {
            call.key(self.window(key)).key(self.frozen(key));
            add_limit(&mut call, *limit);
        }
        let mut connection = self.connection.clone();
        let (part, time): (usize, u64) = call.invoke_async(&mut connection).await?;
        Ok(match part.checked_sub(1) {
            None => Reserved::Granted,
            Some(part) => Reserved::Wait {
                part,
                time: Duration::from_micros(time),
            },
        })
    }

    async fn end(&self, reservation: &Reservation, is_spent: bool) -> RedisResult<()> {
        let mut call = self.arguments(&self.scripts.finish, reservation);
        call.arg(u8::from(is_spent));
        for (key, limit) in reservation.parts() {
            call.key(self.window(key));
            add_limit(&mut call, *limit);
        }
        call.invoke_async(&mut self.connection.clone()).await
    }
}

impl Budget for RedisBudget {
    fn reserve(&self, reservation: Reservation) -> BudgetFuture<Reserved> {
        let this = self.clone();
        Box::pin(async move { Ok(this.ask(&reservation).await.map_err(RedisBudgetError)?) })
    }

    fn finish(&self, reservation: &Reservation, _: Duration, is_spent: bool) {
        // Without a runtime, it counts as a call without a response.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return;
        };
        let (this, reservation) = (self.clone(), reservation.clone());
        runtime.spawn(async move {
            if let Err(error) = this.end(&reservation, is_spent).await {
                tracing::debug!(target: "telegrammar", %error, "redis failed");
            }
        });
    }

    fn freeze(&self, keys: Vec<Arc<str>>, time: Duration, _: Duration) -> BudgetFuture<()> {
        let this = self.clone();
        Box::pin(async move {
            let mut call = this.scripts.freeze.prepare_invoke();
            // A time of 0 is no valid expiry, nor is one beyond the range of the server's clock.
            let time = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
            call.arg(time.clamp(1, LONGEST_FREEZE));
            for key in &keys {
                call.key(this.frozen(key));
            }
            let frozen: RedisResult<()> = call.invoke_async(&mut this.connection.clone()).await;
            Ok(frozen.map_err(RedisBudgetError)?)
        })
    }
}

fn add_limit(call: &mut ScriptInvocation<'_>, limit: Limit) {
    call.arg(limit.count()).arg(micros(limit.per()));
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

/// Hides the address of the server, which may contain a password.
impl fmt::Debug for RedisBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisBudget")
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}
