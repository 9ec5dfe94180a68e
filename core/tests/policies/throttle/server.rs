//! A server in memory that records when each call arrived.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use telegrammar_core::Throttle;
use telegrammar_core::error::TransportError;
use telegrammar_core::schema::MethodInfo;
use telegrammar_core::transport::{
    Body, Request, Response, Sleep, ThrottleLayer, Timer, Transport, TransportFuture,
};
use tokio::time::{Instant, sleep};
use tower::{Layer, Service};

pub(crate) const OK: &str = r#"{"ok":true,"result":true}"#;

pub(crate) const fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub(crate) const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

/// The clock of a test, which starts at 0.
#[derive(Clone, Copy)]
pub(crate) struct Clock(Instant);

impl Clock {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }
}

impl Timer for Clock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        Box::pin(sleep(duration))
    }
}

/// A call as the server saw it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Arrival {
    pub(crate) at: Duration,
    pub(crate) method: &'static str,
    pub(crate) chat: String,
    /// The JSON; empty for a form.
    pub(crate) body: String,
}

type Latency = dyn Fn(&Request) -> (Duration, Duration) + Send + Sync;

/// Replies to all calls, and records them.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) clock: Clock,
    record: Arc<Mutex<Vec<Arrival>>>,
    /// The next replies to calls of a chat.
    replies: Arc<Mutex<HashMap<String, Vec<Response>>>>,
    /// The calls that got one of these, at the moment of the reply.
    refused: Arc<Mutex<Vec<Arrival>>>,
    /// The times on the way to the server and back.
    latency: Arc<Latency>,
}

impl Server {
    /// A server without latency.
    pub(crate) fn new() -> Self {
        Self::with_latency(|| (Duration::ZERO, Duration::ZERO))
    }

    pub(crate) fn with_latency(
        latency: impl Fn() -> (Duration, Duration) + Send + Sync + 'static,
    ) -> Self {
        Self::with_latency_of(move |_| latency())
    }

    /// The latency depends on the call.
    pub(crate) fn with_latency_of(
        latency: impl Fn(&Request) -> (Duration, Duration) + Send + Sync + 'static,
    ) -> Self {
        Self {
            clock: Clock::start(),
            record: Arc::default(),
            replies: Arc::default(),
            refused: Arc::default(),
            latency: Arc::new(latency),
        }
    }

    /// Refuses the next call of a chat with a 429.
    pub(crate) fn flood(&self, chat: &str, parameters: &str) {
        let body = format!(
            r#"{{"ok":false,"error_code":429,"description":"Too Many Requests"{parameters}}}"#
        );
        let mut replies = self.replies.lock().unwrap();
        let of_chat = replies.entry(chat.to_owned()).or_default();
        of_chat.push(Response::new(429, body));
    }

    /// Returns a transport of the bot with this id.
    pub(crate) fn bot(&self, throttle: &Throttle, id: u64) -> Transport {
        ThrottleLayer::new(throttle.clone())
            .scope(id)
            .timer(self.clock)
            .layer(self.clone())
    }

    pub(crate) fn record(&self) -> Vec<Arrival> {
        self.record.lock().unwrap().clone()
    }

    pub(crate) fn refused(&self) -> Vec<Arrival> {
        self.refused.lock().unwrap().clone()
    }

    /// Returns when the calls arrived, in ms.
    pub(crate) fn times(&self) -> Vec<u128> {
        let record = self.record();
        record
            .iter()
            .map(|arrival| arrival.at.as_millis())
            .collect()
    }

    /// Returns the numbers of the calls of a chat, in the order of their arrival.
    pub(crate) fn numbers(&self, chat: i64) -> Vec<i64> {
        let of_chat = self.record().into_iter();
        let of_chat = of_chat.filter(|arrival| arrival.chat == chat.to_string());
        of_chat.map(|arrival| number(&arrival.body)).collect()
    }

    /// Returns the chats of the calls, in the order of their arrival.
    pub(crate) fn chats(&self) -> Vec<String> {
        let record = self.record();
        record.into_iter().map(|arrival| arrival.chat).collect()
    }
}

impl Service<Request> for Server {
    type Response = Response;
    type Error = Infallible;
    type Future =
        std::pin::Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send + 'static>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let this = self.clone();
        Box::pin(async move {
            let (there, back) = (this.latency)(&request);
            if !there.is_zero() {
                sleep(there).await;
            }
            let body = match request.body() {
                Body::Json(json) => json.to_vec(),
                _ => Vec::new(),
            };
            let chat = request.chat().unwrap_or_default().into_owned();
            let mut arrival = Arrival {
                at: this.clock.now(),
                method: request.method(),
                chat: chat.clone(),
                body: String::from_utf8(body).unwrap(),
            };
            this.record.lock().unwrap().push(arrival.clone());
            if !back.is_zero() {
                sleep(back).await;
            }
            let mut replies = this.replies.lock().unwrap();
            let reply = replies.get_mut(&chat).and_then(|replies| {
                let is_left = !replies.is_empty();
                is_left.then(|| replies.remove(0))
            });
            let Some(reply) = reply else {
                return Ok(Response::new(200, OK));
            };
            arrival.at = this.clock.now();
            this.refused.lock().unwrap().push(arrival);
            Ok(reply)
        })
    }
}

static METHODS: [MethodInfo; 9] = [
    MethodInfo::new("sendMessage", &[]),
    MethodInfo::new("editMessageText", &[]),
    MethodInfo::new("sendChatAction", &[]),
    MethodInfo::new("deleteMessage", &[]),
    MethodInfo::new("getMe", &[]),
    MethodInfo::new("getUpdates", &[]).long_poll(),
    MethodInfo::new("answerCallbackQuery", &[]),
    MethodInfo::new("sendMediaGroup", &[]),
    MethodInfo::new("copyMessages", &[]),
];

/// A request with a JSON body.
pub(crate) fn request(method: &str, body: impl Into<String>) -> Request {
    let info = METHODS.iter().find(|info| info.name() == method).unwrap();
    Request::new(info, Body::Json(body.into().into()))
}

/// A `sendMessage` to a chat.
pub(crate) fn message(chat: i64) -> Request {
    request("sendMessage", format!(r#"{{"chat_id":{chat},"text":"a"}}"#))
}

/// A `sendMessage` to a chat with a number.
pub(crate) fn numbered(chat: i64, number: i64) -> Request {
    let body = format!(r#"{{"chat_id":{chat},"number":{number}}}"#);
    request("sendMessage", body)
}

/// Returns the last number of a body.
pub(crate) fn number(body: &str) -> i64 {
    let (_, number) = body.rsplit_once(':').unwrap();
    number.trim_end_matches('}').parse().unwrap()
}

pub(crate) fn send(bot: &Transport, request: Request) -> TransportFuture {
    bot.clone().call(request)
}

/// Sends a request on a task of its own, which has been polled once when this returns.
pub(crate) async fn spawn(
    bot: &Transport,
    request: Request,
) -> tokio::task::JoinHandle<Result<Response, TransportError>> {
    let task = tokio::spawn(send(bot, request));
    tokio::task::yield_now().await;
    task
}

/// Sends requests at once, each on a task of its own, and waits for all responses.
pub(crate) async fn send_all(bot: &Transport, requests: impl IntoIterator<Item = Request>) {
    let mut tasks = Vec::new();
    for request in requests {
        tasks.push(tokio::spawn(send(bot, request)));
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
}

/// Returns the largest number of moments in a window, wherever it starts. `times` is sorted.
pub(crate) fn most(times: &[Duration], window: Duration) -> usize {
    let mut first = 0;
    let mut most = 0;
    for (index, time) in times.iter().enumerate() {
        while time.saturating_sub(times[first]) >= window {
            first += 1;
        }
        most = most.max(index + 1 - first);
    }
    most
}

/// Returns the text of an error and of its sources.
pub(crate) fn with_sources(error: &TransportError) -> String {
    let first: &dyn std::error::Error = error;
    let all = std::iter::successors(Some(first), |error| error.source());
    all.map(|error| error.to_string() + "\n").collect()
}

/// Numbers that are the same in each run: xorshift.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}
