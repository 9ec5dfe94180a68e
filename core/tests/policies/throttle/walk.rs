//! Random interleavings of calls that are made, dropped, left by their tasks and polled again, of floods,
//! and of a budget that is slow and fails. Judged by the server's record.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::error::{Delivery, TransportErrorKind};
use telegrammar_core::transport::{
    Body, Budget, BudgetFuture, MemoryBudget, Request, Reservation, Reserved, Timer as _,
    TransportFuture,
};
use tokio::task::JoinHandle;

/// A budget in memory that takes its time, and fails now and then.
struct Moody {
    inner: MemoryBudget,
    way: Mutex<Random>,
}

impl Budget for Moody {
    fn reserve(&self, reservation: Reservation) -> BudgetFuture<Reserved> {
        let inner = self.inner.clone();
        let mood = self.way.lock().unwrap().below(1000);
        Box::pin(async move {
            match mood {
                0..3 => return Err("a bad mood".into()),
                3..200 => tokio::time::sleep(ms(mood)).await,
                200..203 => tokio::time::sleep(secs(3)).await,
                _ => {}
            }
            inner.reserve(reservation).await
        })
    }

    fn finish(&self, reservation: &Reservation, now: Duration, is_spent: bool) {
        self.inner.finish(reservation, now, is_spent);
    }

    fn freeze(&self, keys: Vec<Arc<str>>, time: Duration, now: Duration) -> BudgetFuture<()> {
        self.inner.freeze(keys, time, now)
    }
}

/// A call that was handed to the network.
#[derive(Clone, Debug)]
struct Sent {
    at: Duration,
    bot: i64,
    /// 0 if it has none.
    chat: i64,
    number: i64,
    is_action: bool,
    is_paid: bool,
}

/// Returns a number of a body; 0 if it has none.
fn field(body: &str, name: &str) -> i64 {
    let rest = body.split_once(&format!(r#""{name}":"#));
    let value = rest.and_then(|(_, rest)| rest.split([',', '}']).next());
    value.map_or(0, |value| value.parse().unwrap())
}

fn sent(request: &Request, at: Duration) -> Sent {
    let Body::Json(body) = request.body() else {
        panic!("{request:?}");
    };
    let body = std::str::from_utf8(body).unwrap();
    Sent {
        at,
        bot: field(body, "bot"),
        chat: field(body, "chat_id"),
        number: field(body, "number"),
        is_action: request.method() == "sendChatAction",
        is_paid: body.contains("paid"),
    }
}

struct Walk {
    way: Random,
    server: Server,
    throttle: Throttle,
    sent: Arc<Mutex<Vec<Sent>>>,
    /// The number of the last call.
    last: i64,
    tasks: Vec<JoinHandle<()>>,
    /// Calls that were polled and that no task polls.
    left: Vec<TransportFuture>,
    /// The numbers of those, of which the throttle promises less.
    lazy: HashSet<i64>,
}

impl Walk {
    fn new(seed: u64, is_moody: bool) -> Self {
        let all: Arc<Mutex<Vec<Sent>>> = Arc::default();
        let (record, clock) = (Arc::clone(&all), Clock::start());
        let way = Mutex::new(Random(seed + 1));
        let server = Server::with_latency_of(move |request| {
            record.lock().unwrap().push(sent(request, clock.now()));
            let mut way = way.lock().unwrap();
            match way.below(40) {
                0 => (secs(way.below(8)), secs(way.below(8))),
                1..10 => (ms(0), ms(0)),
                _ => (ms(way.below(200)), ms(way.below(200))),
            }
        });
        let throttle = Throttle::telegram();
        let throttle = if is_moody {
            throttle.budget(Moody {
                inner: MemoryBudget::new(),
                way: Mutex::new(Random(seed + 2)),
            })
        } else {
            throttle
        };
        Self {
            way: Random(seed),
            server,
            throttle,
            sent: all,
            last: 0,
            tasks: Vec::new(),
            left: Vec::new(),
            lazy: HashSet::new(),
        }
    }

    fn call(&mut self) -> TransportFuture {
        self.last += 1;
        let (number, bot) = (self.last, 1 + self.way.below(2));
        let chat = match self.way.below(10) {
            0..4 => 1,
            4..6 => 2,
            6..8 => -3,
            _ => number % 30 + 10,
        };
        let paid = match self.way.below(4) {
            0 => r#","allow_paid_broadcast":true"#,
            _ => "",
        };
        let (method, chat) = match self.way.below(20) {
            0..3 => ("sendChatAction", format!(r#","chat_id":{chat}{paid}"#)),
            3 => ("getMe", String::new()),
            4 => {
                let album = format!(r#","chat_id":{chat}{paid},"media":[1,2,3]"#);
                ("sendMediaGroup", album)
            }
            _ => ("sendMessage", format!(r#","chat_id":{chat}{paid}"#)),
        };
        let body = format!(r#"{{"bot":{bot}{chat},"number":{number}}}"#);
        let deadline = self.server.clock.now() + ms(self.way.below(20_000));
        let has_deadline = self.way.below(8) == 0;
        let request = request(method, body).with_deadline(has_deadline.then_some(deadline));
        send(&self.server.bot(&self.throttle, bot), request)
    }

    fn spawn(&mut self, future: impl Future<Output = ()> + Send + 'static) {
        self.tasks.push(tokio::spawn(future));
    }

    /// Returns the index of one of so many, if there is one.
    fn one_of(&mut self, len: usize) -> Option<usize> {
        let bound = u64::try_from(len).unwrap();
        (len > 0).then(|| usize::try_from(self.way.below(bound)).unwrap())
    }

    async fn step(&mut self) {
        match self.way.below(100) {
            0..50 => {
                let call = self.call();
                self.spawn(ends_or_was_not_sent(call));
            }
            50..55 => {
                let (first, second) = (self.call(), self.call());
                self.spawn(async {
                    tokio::join!(ends_or_was_not_sent(first), ends_or_was_not_sent(second));
                });
            }
            55..65 => {
                let (call, time) = (self.call(), ms(self.way.below(5000)));
                self.spawn(async move { drop(tokio::time::timeout(time, call).await) });
            }
            65..72 => {
                let (mut call, time) = (self.call(), ms(self.way.below(2) * 150));
                self.lazy.insert(self.last);
                if tokio::time::timeout(time, &mut call).await.is_err() {
                    self.left.push(call);
                }
            }
            72..80 => {
                let Some(index) = self.one_of(self.left.len()) else {
                    return;
                };
                let call = self.left.swap_remove(index);
                if self.way.below(2) == 0 {
                    self.spawn(ends_or_was_not_sent(call));
                }
            }
            80..82 => {
                let chat = ["1", "2", "-3", "10"][self.one_of(4).unwrap()];
                self.server
                    .flood(chat, r#","parameters":{"retry_after":6}"#);
            }
            82..84 => {
                if let Some(index) = self.one_of(self.tasks.len()) {
                    self.tasks[index].abort();
                }
            }
            84..86 => tokio::time::sleep(secs(self.way.below(8))).await,
            _ => tokio::time::sleep(ms(self.way.below(400))).await,
        }
        tokio::task::yield_now().await;
    }

    /// Ends all calls.
    async fn end(&mut self) {
        self.throttle.close();
        // Meanwhile, they are passed over.
        tokio::time::sleep(secs(20)).await;
        self.left.clear();
        let drained = tokio::time::timeout(secs(3600), self.throttle.drain()).await;
        drained.expect("a call waits for ever");
        assert_eq!(self.throttle.pending(), 0);
        for task in self.tasks.drain(..) {
            if let Err(error) = task.await {
                assert!(error.is_cancelled(), "{error}");
            }
        }
    }

    fn check(&self) {
        let sent = self.sent.lock().unwrap();
        let kept = || sent.iter().filter(|call| !self.lazy.contains(&call.number));
        let mut last = HashMap::new();
        for call in kept().filter(|call| call.chat != 0) {
            let before = last.insert((call.bot, call.chat, call.is_action), call.number);
            assert!(before < Some(call.number), "{call:?} after {before:?}");
        }
        for refused in self.server.refused() {
            let (bot, chat) = (field(&refused.body, "bot"), field(&refused.body, "chat_id"));
            let frozen = |at| refused.at < at && at < refused.at + secs(6);
            let mut others = sent
                .iter()
                .filter(|call| call.bot == bot && call.chat == chat);
            // A call that is not polled does not know of its response.
            let is_known = !self.lazy.contains(&number(&refused.body));
            let early = others.find(|call| is_known && frozen(call.at));
            assert!(early.is_none(), "{early:?} after {refused:?}");
        }
        let calls: HashMap<i64, &Sent> = kept().map(|call| (call.number, call)).collect();
        let mut windows: HashMap<(i64, Option<i64>), Vec<Duration>> = HashMap::new();
        for arrival in self.server.record() {
            let Some(call) = calls.get(&number(&arrival.body)) else {
                continue;
            };
            let cost = if arrival.method == "sendMediaGroup" {
                3
            } else {
                1
            };
            let of_chat = (call.chat != 0).then_some((call.bot, Some(call.chat)));
            let of_bot = (!call.is_paid).then_some((call.bot, None));
            for key in of_chat.into_iter().chain(of_bot) {
                let times = windows.entry(key).or_default();
                times.extend(std::iter::repeat_n(arrival.at, cost));
            }
        }
        for (key, times) in windows {
            let (count, window) = match key.1 {
                Some(_) => (3, secs(3)),
                None => (30, secs(1)),
            };
            assert!(most(&times, window) <= count, "{key:?}: {times:?}");
            let is_group = key.1.is_some_and(|chat| chat < 0);
            assert!(!is_group || most(&times, secs(60)) <= 20, "{times:?}");
        }
    }
}

async fn ends_or_was_not_sent(call: TransportFuture) {
    if let Err(error) = call.await {
        assert_eq!(error.delivery(), Delivery::NotSent, "{error}");
        let kind = error.kind();
        let expected = [TransportErrorKind::Throttled, TransportErrorKind::Budget];
        assert!(expected.contains(&kind), "{error}");
    }
}

/// With 2 bots, calls with and without a chat, paid and normal ones in one chat.
#[tokio::test(start_paused = true)]
async fn random_interleavings_lose_no_call_and_keep_orders_limits_and_floods() {
    for seed in 1..=16 {
        let mut walk = Walk::new(seed * 7919, seed % 2 == 0);
        for _ in 0..500 {
            walk.step().await;
        }
        walk.end().await;
        walk.check();
    }
}
