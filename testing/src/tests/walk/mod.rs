//! Random walks: users act, bots call, time passes, and after each step the world is as it must be.
//!
//! ```sh
//! SEED=7 STEPS=1000000 cargo test --release -p telegrammar-testing --lib walk
//! ```

mod compare;
mod known;
mod perform;
mod queries;
mod random;
mod results;
mod steps;
mod stream;
mod updates;
mod values;
mod wire;

use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use serde_json::{Map, Value};
use tokio::time::timeout;

use super::webhooks::Endpoint;
use super::{FakeBotApi, PATIENCE};
use crate::answers::schema::{self, Listed};
use crate::world::{Clock, FloodLimits};
use known::Known;
use queries::Queries;
use random::Random;
use stream::{Items, Stream};
use updates::Updates;
use wire::{Content, Wire};

const SEED: u64 = 1;
const STEPS: usize = 10_000;
/// Each walk begins with a new server.
const STEPS_OF_WALK: usize = 200;
/// After so many steps, the events are read.
const STEPS_OF_LOOK: usize = 5;
/// The steps that a failure prints.
const SHOWN: usize = 20;
/// The time at which each walk begins.
const START: Duration = Duration::from_secs(1_800_000_000);
/// The bots: two in production, and one in the test environment.
const BOTS: [(&str, &str, &str); 3] = [
    (
        "123456789",
        "123456789:AAFirstSecretOfNoBotFirstSecretOfNo",
        "",
    ),
    (
        "987654321",
        "987654321:AAOtherSecretOfNoBotOtherSecretOfNo",
        "",
    ),
    (
        "123456789/test",
        "123456789:AAFirstSecretOfNoBotFirstSecretOfNo",
        "/test",
    ),
];

/// A bot, as the walk sees it.
struct Bot {
    name: &'static str,
    path: String,
    known: Known,
    updates: Updates,
    queries: Queries,
    /// Whether an update has named messages of a business account.
    names_account_messages: bool,
    /// Where its webhook is, if the walk has any.
    hook: Option<Endpoint>,
    hook_url: String,
}

struct Walk {
    seed: u64,
    fake: FakeBotApi,
    wire: Wire,
    random: Random,
    methods: Vec<Listed>,
    actions: Vec<String>,
    bots: Vec<Bot>,
    /// The change up to which the events were read.
    change: u64,
    number: usize,
    last: VecDeque<String>,
    /// The time in the world.
    time: Duration,
    has_limits: bool,
    /// The methods that an action has given a reply.
    scripted: BTreeSet<String>,
    /// What the events have told.
    items: Items,
    /// Another reader of the events, until it is interrupted.
    stream: Option<Stream>,
    /// The answers, without the addresses of servers.
    answers: Vec<String>,
}

/// Prints the last steps if one panics.
impl Drop for Walk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let steps: Vec<String> = self.last.drain(..).collect();
            eprintln!(
                "the walk with the seed {} failed in step {}:\n{}\nrepeat it with SEED={} STEPS={STEPS_OF_WALK}",
                self.seed,
                self.number,
                steps.join("\n"),
                self.seed
            );
            // The transcript of the server would say the same.
            self.fake.take_requests();
        }
    }
}

impl Walk {
    async fn start(seed: u64) -> Self {
        let has_limits = seed.is_multiple_of(4);
        let mut builder = FakeBotApi::builder()
            .control(true)
            .clock(Clock::fixed(START));
        if has_limits {
            builder = builder.flood_limits(FloodLimits::default());
        }
        let fake = builder.token(BOTS[0].1).token(BOTS[1].1);
        let fake = fake.start().await.expect("a port");
        for (_, bot) in fake.shared.state().world.all_bots() {
            bot.queue.begin_at(updates::FIRST);
        }
        let wire = Wire::new(&fake).await;
        let methods = schema::all_methods().into_iter();
        // Polls are apart, and after the others most calls are refused.
        let apart = ["getUpdates", "close", "logOut"];
        let methods = methods.filter(|method| !apart.contains(&method.info.name()));
        let mut bots = Vec::new();
        for (name, token, environment) in BOTS {
            let hook = seed.is_multiple_of(3).then(Endpoint::default);
            let hook_url = match &hook {
                Some(hook) => hook.start().await,
                None => "https://example.com/hook".to_owned(),
            };
            bots.push(Bot {
                name,
                path: format!("/bot{token}{environment}"),
                known: Known::default(),
                updates: Updates::default(),
                queries: Queries::default(),
                names_account_messages: false,
                hook,
                hook_url,
            });
        }
        let stream = Stream::open(&wire, None).await;
        let mut walk = Self {
            seed,
            wire,
            random: Random::new(seed),
            methods: methods.collect(),
            actions: Vec::new(),
            bots,
            change: 0,
            number: 0,
            last: VecDeque::new(),
            time: START,
            has_limits,
            scripted: BTreeSet::new(),
            items: Items::new(),
            stream: Some(stream),
            answers: Vec::new(),
            fake,
        };
        walk.actions = walk.all_actions().await;
        walk
    }

    /// Returns the names of all actions, as the server tells them.
    async fn all_actions(&mut self) -> Vec<String> {
        let (status, body) = self
            .wire
            .send("/control/?", &Content::json(&Map::new()))
            .await;
        assert_eq!(status, 404, "{body}");
        let (_, names) = body.split_once("/control/").expect("names");
        let names = names.split(|it: char| !it.is_ascii_lowercase() && it != '_');
        let names = names.filter(|name| !name.is_empty());
        names.map(str::to_owned).collect()
    }

    fn fail(&self, why: &str) -> ! {
        panic!("step {}: {why}", self.number);
    }

    fn check(&self, outcome: Result<(), String>) {
        if let Err(why) = outcome {
            self.fail(&why);
        }
    }

    /// Sends a request. Returns the result, if the server has not refused.
    async fn send(&mut self, path: &str, content: &Content) -> (Option<Value>, String) {
        let line = format!("{} {path}{} {}", content.verb, content.query, content.body);
        self.last.push_back(line.chars().take(600).collect());
        if self.last.len() > SHOWN {
            self.last.pop_front();
        }
        let by_http = self.random.once_in(16);
        let (status, body) = if by_http {
            self.wire.send_by_http(path, content).await
        } else {
            self.wire.send(path, content).await
        };
        // It closes the connection.
        if by_http && matches!(status, 400 | 413) && body.is_empty() {
            self.wire.reconnect(&self.fake).await;
        }
        if let Some(line) = self.last.back_mut() {
            line.push_str(" → ");
            line.extend(body.chars().take(300));
        }
        // This action is asked for the token.
        let may_tell = path == "/control/token";
        for (_, token, _) in BOTS.iter().filter(|_| !may_tell) {
            let (_, secret) = token.split_once(':').unwrap_or_default();
            if body.contains(secret) {
                self.fail("the token is in the answer");
            }
        }
        let mut shown = body.replace(self.fake.url(), "http://fake");
        for bot in &self.bots {
            shown = shown.replace(&bot.hook_url, "http://hook");
        }
        self.answers.push(format!("{status} {shown}"));
        match results::envelope(status, &body) {
            Ok(result) => (result, body),
            Err(why) => self.fail(&format!("{why}: {body}")),
        }
    }

    async fn step(&mut self) {
        self.number += 1;
        let bot = [0, 0, 0, 0, 1, 2][self.random.below(6)];
        let is_given = match self.random.below(20) {
            0..9 => {
                self.call(bot).await;
                false
            }
            9..16 => self.act().await,
            16..19 => {
                self.poll(bot).await;
                false
            }
            _ => {
                self.pass_time(bot).await;
                false
            }
        };
        self.settle().await;
        // The events are the slow part.
        if is_given || self.number.is_multiple_of(STEPS_OF_LOOK) {
            self.look(is_given);
        }
        self.look_at_updates();
        if self.number.is_multiple_of(50) {
            self.compare().await;
        }
    }

    /// Waits until webhooks have got everything.
    async fn settle(&self) {
        let mut changes = self.fake.shared.changes();
        let settling = async {
            loop {
                changes.mark_unchanged();
                let is_settled = self.fake.shared.state().world.bots().all(|bot| {
                    let mut hook = bot.webhook.iter().filter(|it| !it.endpoint.is_https);
                    hook.all(|hook| hook.in_flight.is_empty() && bot.queue.len() == 0)
                });
                if is_settled {
                    return;
                }
                let _ = changes.changed().await;
            }
        };
        if timeout(PATIENCE, settling).await.is_err() {
            self.fail("the updates were not delivered");
        }
    }

    /// Compares the queues of updates with what they must be.
    fn look_at_updates(&mut self) {
        let time = self.fake.shared.state().world.clock.time();
        if time != self.time {
            self.fail(&format!("the time is {time:?}, not {:?}", self.time));
        }
        for bot in 0..self.bots.len() {
            let last = self.bots[bot].updates.last();
            let queued: Vec<(i64, Value)> = {
                let mut state = self.fake.shared.state();
                let key = state.world.named(self.bots[bot].name).expect("a bot");
                let pending = state.world.bot(&key).expect("a bot").queue.pending();
                let whole = |(id, update): (i64, &Map<String, Value>)| {
                    let is_new = id > last;
                    let update = is_new.then(|| Value::from(update.clone()));
                    (id, update.unwrap_or_default())
                };
                pending.map(whole).collect()
            };
            let known = &mut self.bots[bot];
            let delivered = known.hook.as_ref().map(Endpoint::take);
            known.updates.expire(time);
            match known
                .updates
                .compare(&queued, delivered.unwrap_or_default(), time)
            {
                Ok(new) => {
                    for update in new {
                        known.queries.learn(&update, time);
                        known.known.learn(&update);
                    }
                }
                Err(why) => self.fail(&why),
            }
        }
    }

    /// Reads what changed.
    fn look(&mut self, is_given: bool) {
        while let Some(batch) = self.fake.shared.after(self.change) {
            self.change = batch.change;
            for item in &batch.items {
                stream::learn(&mut self.items, item);
                let bot = self.bots.iter_mut().find(|bot| item["bot"] == bot.name);
                if let Some(bot) = bot {
                    let outcome = bot.known.take(item, is_given);
                    self.check(outcome);
                }
            }
        }
        if let Some(fault) = self.bots.iter_mut().find_map(|bot| bot.known.fault()) {
            self.fail(&fault);
        }
    }
}

fn number<N: std::str::FromStr<Err: std::fmt::Debug>>(name: &str) -> Option<N> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().expect(name))
}

/// Walks, and returns the answers.
async fn walk(seed: u64, steps: usize) -> Vec<String> {
    let mut walk = Walk::start(seed).await;
    walk.look(false);
    for step in 0..steps {
        walk.step().await;
        if step == steps / 2 {
            walk.interrupt_stream().await;
        }
    }
    walk.look(false);
    walk.compare().await;
    walk.compare_streams().await;
    std::mem::take(&mut walk.answers)
}

#[tokio::test]
async fn the_world_holds_together() {
    let (first, steps) = (
        number("SEED").unwrap_or(SEED),
        number("STEPS").unwrap_or(STEPS),
    );
    let mut left = steps;
    for seed in first.. {
        if left == 0 {
            break;
        }
        walk(seed, left.min(STEPS_OF_WALK)).await;
        left = left.saturating_sub(STEPS_OF_WALK);
    }
}

#[tokio::test]
async fn a_walk_can_be_repeated() {
    // The first of them has webhooks and the other has flood limits.
    for seed in [9, 8] {
        let (one, other) = (walk(seed, 200).await, walk(seed, 200).await);
        let different = one.iter().zip(&other).position(|(one, other)| one != other);
        let shown = different.map(|at| (at, &one[at], &other[at]));
        assert_eq!(shown, None);
        assert_eq!(one.len(), other.len());
    }
    assert_ne!(walk(5, 200).await, walk(6, 200).await);
}
