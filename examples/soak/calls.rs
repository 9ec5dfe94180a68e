//! The calls of the run, and what the client reports of them.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use telegrammar::error::Delivery;
use telegrammar::methods::{GetChat, SendMessage};
use telegrammar::transport::{Request, Transport};
use telegrammar::{Bot, Error, Retry, Server};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tower::layer::layer_fn;
use tower::{Service as _, service_fn};

use crate::random::random;

/// How many calls are made at once.
pub(crate) const CONCURRENT: usize = 200;
/// The time for each response, which a server that stalls takes.
const ANSWER: Duration = Duration::from_millis(500);

/// What the client reports of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Report {
    Succeeded,
    /// The server did not perform it: it was not sent, or refused.
    NotPerformed,
    Unknown,
    /// The call was dropped before it was over.
    Cancelled,
}

/// A call that was made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    pub(crate) id: u64,
    pub(crate) is_repeatable: bool,
    pub(crate) report: Report,
}

/// A bot and what it calls.
pub(crate) struct Calls {
    bot: Bot,
    seed: u64,
}

impl Calls {
    pub(crate) fn new(url: &str, seed: u64) -> Result<Self, Box<dyn std::error::Error>> {
        let retry = Retry::standard()
            .attempts(6)
            .backoff(Duration::from_millis(20))
            .max_backoff(Duration::from_millis(200));
        let bot = Bot::builder("123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0")
            .server(Server::new(url)?)
            .response_limit(64 << 10)
            .retry(retry)
            .connect_timeout(Duration::from_secs(2))
            // Shorter than a bot permits, because the server answers at once or never.
            .layer(layer_fn(|inner: Transport| {
                service_fn(move |request: Request| {
                    let mut inner = inner.clone();
                    let request = request.with_answer_timeout(Some(ANSWER));
                    async move { inner.call(request).await }
                })
            }))
            .build()?;
        Ok(Self { bot, seed })
    }

    /// Makes the calls with these ids.
    pub(crate) async fn run(&self, ids: Range<u64>) -> Vec<Outcome> {
        let permits = Arc::new(Semaphore::new(CONCURRENT));
        let mut running = JoinSet::new();
        let mut outcomes = Vec::new();
        for id in ids {
            let Ok(permit) = Arc::clone(&permits).acquire_owned().await else {
                break;
            };
            let (bot, seed) = (self.bot.clone(), self.seed);
            running.spawn(async move {
                let _permit = permit;
                call(&bot, seed, id).await
            });
            while let Some(Ok(outcome)) = running.try_join_next() {
                outcomes.push(outcome);
            }
        }
        while let Some(Ok(outcome)) = running.join_next().await {
            outcomes.push(outcome);
        }
        outcomes
    }

    /// Returns whether a call succeeds now.
    pub(crate) async fn is_usable(&self) -> bool {
        for attempt in 0..20 {
            let chat = i64::MAX - attempt;
            if GetChat::new(chat).send(&self.bot).await.is_ok() {
                return true;
            }
        }
        false
    }
}

/// Makes a call. Every third may be repeated, and every twentieth is dropped after a random time.
async fn call(bot: &Bot, seed: u64, id: u64) -> Outcome {
    let is_repeatable = id.is_multiple_of(3);
    let chat = i64::try_from(id).unwrap_or_default() + 1;
    let work = async {
        if is_repeatable {
            GetChat::new(chat).send(bot).await.map(drop)
        } else {
            SendMessage::new(chat, "Hello").send(bot).await.map(drop)
        }
    };
    let is_dropped = random(seed, &[id, 1]).is_multiple_of(20);
    let report = if is_dropped {
        let time = Duration::from_micros(random(seed, &[id, 2]) % 30_000);
        match tokio::time::timeout(time, work).await {
            Ok(result) => report(result),
            Err(_) => Report::Cancelled,
        }
    } else {
        report(work.await)
    };
    Outcome {
        id,
        is_repeatable,
        report,
    }
}

fn report(result: Result<(), Error>) -> Report {
    match result {
        Ok(()) => Report::Succeeded,
        // A proxy's page of an outage, or a result that cannot be read.
        Err(Error::Response(_) | Error::Decode(_)) => Report::Unknown,
        Err(error) => match error.delivery() {
            Delivery::NotSent | Delivery::Answered => Report::NotPerformed,
            Delivery::Unknown => Report::Unknown,
        },
    }
}
