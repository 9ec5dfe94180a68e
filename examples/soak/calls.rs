//! The calls of the run.

use std::error::Error;
use std::io;
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_core::Stream;
use telegrammar::methods::{EditMessageMedia, GetChat, SendDocument, SendMessage};
use telegrammar::transport::Transport;
use telegrammar::types::InputMediaDocument;
use telegrammar::{Bot, InputFile, Retry, Server, Token};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tower::layer::layer_fn;
use tower::service_fn;

use crate::files::Files;
use crate::plan::{Key, Plan, Source, Upload, Work};
use crate::record::Record;
use crate::report::Report;
use crate::server::Addresses;
use crate::ways::Ways;

/// How many calls are made at once.
pub(crate) const CONCURRENT: usize = 200;
/// No call takes as long as this.
const LONGEST: Duration = Duration::from_secs(60);
/// The maximum size of a response.
const RESPONSE: usize = 64 << 10;

/// A call that was made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    pub(crate) id: u64,
    pub(crate) report: Report,
    pub(crate) ended: Instant,
}

/// A bot and what it calls. Clones share the bot.
#[derive(Clone)]
pub(crate) struct Calls {
    bot: Bot,
    plan: Plan,
    files: Arc<Files>,
}

impl Calls {
    pub(crate) fn new(
        plan: Plan,
        record: Record,
        addresses: Addresses,
    ) -> Result<Self, Box<dyn Error>> {
        let token: Token = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0".parse()?;
        let ways = Ways::new(plan, record, addresses, &token)?;
        let bot = Bot::builder(token)
            .server(Server::new(&format!("http://{}", addresses.open))?)
            .response_limit(RESPONSE)
            .connect_timeout(Duration::from_millis(500))
            .layer(layer_fn(move |inner: Transport| {
                let ways = ways.clone();
                service_fn(move |request| ways.clone().send(inner.clone(), request))
            }))
            .build()?;
        let files = Arc::new(Files::create()?);
        Ok(Self { bot, plan, files })
    }

    /// Makes the calls with these ids, and adds what they come to.
    pub(crate) async fn run(&self, ids: Range<u64>, outcomes: &mut Vec<Outcome>) {
        let permits = Arc::new(Semaphore::new(CONCURRENT));
        let mut running = JoinSet::new();
        for id in ids {
            let Ok(permit) = Arc::clone(&permits).acquire_owned().await else {
                break;
            };
            let calls = self.clone();
            running.spawn(async move {
                let _permit = permit;
                calls.outcome(id).await
            });
            while let Some(Ok(outcome)) = running.try_join_next() {
                outcomes.push(outcome);
            }
        }
        while let Some(Ok(outcome)) = running.join_next().await {
            outcomes.push(outcome);
        }
    }

    /// Returns whether a call that the server does not fail succeeds.
    pub(crate) async fn is_usable(&self) -> bool {
        self.call(self.plan.calls).await == Report::Succeeded
    }

    async fn outcome(&self, id: u64) -> Outcome {
        let dropped = self.plan.dropped_after(id);
        let dropped = dropped.map(|time| (time, Report::Cancelled));
        let (time, report) = dropped.unwrap_or((LONGEST, Report::Endless));
        let ended = tokio::time::timeout(time, self.call(id)).await;
        Outcome {
            id,
            report: ended.unwrap_or(report),
            ended: Instant::now(),
        }
    }

    async fn call(&self, id: u64) -> Report {
        let retry = Retry::standard()
            .attempts(self.plan.attempts(id).try_into().unwrap_or(1))
            .backoff(Duration::from_millis(20))
            .max_backoff(Duration::from_millis(200));
        let chat = Key { id, attempt: 0 }.chat();
        Report::of(match self.plan.work(id) {
            Work::Chat => {
                let call = GetChat::new(chat).send(&self.bot).retry(retry);
                call.await.map(drop)
            }
            Work::Message => {
                let call = SendMessage::new(chat, "Hello").send(&self.bot);
                call.retry(retry).await.map(drop)
            }
            Work::Document(upload) => {
                let call = SendDocument::new(chat, self.file(upload)).send(&self.bot);
                call.retry(retry).await.map(drop)
            }
            Work::Edit(upload) => {
                let media = InputMediaDocument::new(self.file(upload));
                let call = EditMessageMedia::new(chat, 1, media).send(&self.bot);
                call.retry(retry).await.map(drop)
            }
        })
    }

    fn file(&self, upload: Upload) -> InputFile {
        let content = self.files.content(upload.size);
        match upload.source {
            Source::Bytes => InputFile::bytes(content),
            Source::Path => InputFile::path(self.files.path(upload.size)),
            Source::Once { has_length } => {
                let length = u64::try_from(content.len()).ok().filter(|_| has_length);
                InputFile::stream_once(length, Pieces(content))
            }
        }
    }
}

/// A stream of a file in pieces.
struct Pieces(Bytes);

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let size = self.0.len().min(16 << 10);
        let piece = self.0.split_to(size);
        Poll::Ready(Some(Ok(piece)).filter(|_| size > 0))
    }
}
