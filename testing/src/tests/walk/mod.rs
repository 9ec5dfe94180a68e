//! Random walks: users act, bots call, time passes, and after each step the world is as it must be.
//!
//! ```sh
//! SEED=7 STEPS=1000000 cargo test --release -p telegrammar-testing --lib walk
//! ```

mod compare;
mod known;
mod poller;
mod random;
mod results;
mod steps;
mod values;
mod wire;

use std::collections::VecDeque;
use std::time::Duration;

use serde_json::{Map, Value};

use super::FakeBotApi;
use crate::answers::schema::{self, Listed};
use known::Known;
use poller::{Offset, Poller};
use random::Random;
use values::Values;
use wire::{Content, Wire};

const SEED: u64 = 1;
const STEPS: usize = 10_000;
/// Each walk begins with a new server.
const STEPS_OF_WALK: usize = 200;
/// The steps that a failure prints.
const SHOWN: usize = 20;
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
    poller: Poller,
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
    /// What was done, without what depends on the time.
    trace: u64,
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
        let builder = FakeBotApi::builder().control(true);
        let fake = builder.token(BOTS[0].1).token(BOTS[1].1);
        let fake = fake.start().await.expect("a port");
        let wire = Wire::new(&fake).await;
        let methods = schema::all_methods().into_iter();
        let methods = methods.filter(|method| method.info.name() != "getUpdates");
        let bots = BOTS.map(|(name, token, environment)| Bot {
            name,
            path: format!("/bot{token}{environment}"),
            known: Known::default(),
            poller: Poller::default(),
        });
        let mut walk = Self {
            seed,
            wire,
            random: Random::new(seed),
            methods: methods.collect(),
            actions: Vec::new(),
            bots: bots.into(),
            change: 0,
            number: 0,
            last: VecDeque::new(),
            trace: 0,
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
        // What is no longer documented would be unknown here.
        let names = names.filter(|name| !name.is_empty() && *name != "legacy_members");
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
        for (_, token, _) in BOTS {
            let (_, secret) = token.split_once(':').unwrap_or_default();
            if body.contains(secret) && path != "/control/token" {
                self.fail("the token is in the answer");
            }
        }
        self.trace = self.trace.wrapping_mul(31).wrapping_add(status.into());
        match results::envelope(status, &body) {
            Ok(result) => (result, body),
            Err(why) => self.fail(&format!("{why}: {body}")),
        }
    }

    async fn step(&mut self) {
        self.number += 1;
        let bot = [0, 0, 0, 0, 1, 2][self.random.below(6)];
        let is_given = match self.random.below(20) {
            0..9 => self.call(bot).await,
            9..16 => self.act().await,
            16..19 => {
                self.poll(bot).await;
                false
            }
            _ => {
                let time = [0, 1, 900, 20_000, 4_000_000, 90_000_000];
                let time = self.random.pick(&time).unwrap_or_default();
                // Updates that wait for long are dropped.
                for bot in 0..self.bots.len() {
                    if time >= 20_000 {
                        self.confirm_all(bot).await;
                    }
                }
                self.fake.advance(Duration::from_millis(time));
                false
            }
        };
        self.look(is_given);
        if self.number.is_multiple_of(50) {
            self.compare().await;
        }
    }

    fn values(&mut self, bot: usize) -> Values<'_> {
        let chats = self.bots[bot].known.chats();
        let chat = self.random.pick(&chats).unwrap_or(42);
        Values {
            random: &mut self.random,
            known: &self.bots[bot].known,
            chat,
            is_event: false,
        }
    }

    /// Calls a random method.
    async fn call(&mut self, bot: usize) -> bool {
        let Some(method) = self.random.pick(&self.methods) else {
            return false;
        };
        // Without messages, nothing else happens.
        let method = match self.random.below(5) {
            0 => schema::method("sendmessage").unwrap_or(method),
            _ => method,
        };
        let name = method.info.name();
        let arguments = self.values(bot).arguments(method.info);
        let content = Content::of(&mut self.random, &arguments);
        let path = format!("{}/{name}", self.bots[bot].path);
        let (result, _) = self.send(&path, &content).await;
        // The server does so even if it then refuses the webhook.
        if arguments.contains_key("drop_pending_updates") {
            self.bots[bot].poller.drop_pending();
        }
        let Some(result) = result else {
            return false;
        };
        let known = &self.bots[bot].known;
        let fault = results::check(name, &result).err();
        let fault = fault.or_else(|| target_is_deleted(known, name, &arguments));
        let fault = fault.or_else(|| known.deleted_in(&result));
        if let Some(fault) = fault {
            self.fail(&format!("{name}: {fault}\n{result}"));
        }
        let known = &mut self.bots[bot].known;
        known.learn(&result);
        known.learn(&Value::Object(arguments));
        false
    }

    /// Does a random action. What the server says that it needs is added, and what it does not know removed.
    async fn act(&mut self) -> bool {
        let actions = self.actions.clone();
        let name = self.random.pick(&actions).unwrap_or_default();
        if name == "idle" && !self.random.once_in(20) {
            return false;
        }
        let bot = [0, 0, 0, 1, 2][self.random.below(5)];
        let mut values = self.values(bot);
        let mut body = match &*name {
            "update" => values.update(),
            _ => Map::new(),
        };
        for (member, times) in [("user", 2), ("chat", 2), ("reply_to", 8), ("message_id", 6)] {
            if name != "update" && values.random.once_in(times) {
                body.insert(member.to_owned(), values.member(member));
            }
        }
        if name == "update" || bot != 0 || values.random.once_in(5) {
            body.insert("bot".to_owned(), BOTS[bot].0.into());
        }
        let path = format!("/control/{name}");
        for _ in 0..9 {
            let (result, answer) = self.send(&path, &Content::json(&body)).await;
            if let Some(result) = result {
                self.bots[bot].poller.owe(&result);
                self.bots[bot].known.learn(&result);
                break;
            }
            // It is between the first backticks.
            let Some(member) = answer.split('`').nth(1) else {
                break;
            };
            if answer.contains("` is no member of `") {
                body.remove(member);
                continue;
            }
            let is_name = member
                .chars()
                .all(|it| it.is_ascii_lowercase() || it == '_');
            if is_name && !member.is_empty() {
                let value = self.values(bot).member(member);
                body.insert(member.to_owned(), value);
            }
        }
        name == "update"
    }

    async fn poll(&mut self, bot: usize) {
        let (offset, call) = self.bots[bot].poller.call(&mut self.random);
        self.poll_from(bot, offset, &call).await;
    }

    /// Polls until nothing is pending.
    async fn confirm_all(&mut self, bot: usize) {
        loop {
            let (offset, call) = self.bots[bot].poller.next();
            match self.poll_from(bot, offset, &call).await {
                Some(0) => return,
                Some(_) => {}
                // There is a webhook, or the bot is logged out.
                None => return self.bots[bot].poller.drop_pending(),
            }
        }
    }

    /// Returns the number of updates, if the server has not refused.
    async fn poll_from(
        &mut self,
        bot: usize,
        offset: Offset,
        call: &Map<String, Value>,
    ) -> Option<usize> {
        let content = Content::of(&mut self.random, call);
        let path = format!("{}/getUpdates", self.bots[bot].path);
        let (result, _) = self.send(&path, &content).await;
        let result = result?;
        let updates = result.as_array().cloned().unwrap_or_default();
        for update in &updates {
            self.check(results::check_update(update));
        }
        let outcome = self.bots[bot].poller.take(offset, &updates);
        self.check(outcome);
        self.bots[bot].known.learn(&result);
        Some(updates.len())
    }

    /// Reads what changed.
    fn look(&mut self, is_given: bool) {
        while let Some(batch) = self.fake.shared.after(self.change) {
            self.change = batch.change;
            for item in &batch.items {
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

/// Returns what is wrong with a call that succeeded.
fn target_is_deleted(known: &Known, name: &str, arguments: &Map<String, Value>) -> Option<String> {
    let of = |name: &str| arguments.get(name);
    let chat = of("from_chat_id").or(of("chat_id"))?.as_i64()?;
    let message = of("message_id")?.as_i64()?;
    let is_deleted = known.is_deleted(chat, message);
    is_deleted.then(|| format!("{name} succeeds with the deleted message {message} of {chat}"))
}

fn number<N: std::str::FromStr<Err: std::fmt::Debug>>(name: &str) -> Option<N> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().expect(name))
}

/// Walks, and returns what came of it.
async fn walk(seed: u64, steps: usize) -> u64 {
    let mut walk = Walk::start(seed).await;
    walk.look(false);
    for _ in 0..steps {
        walk.step().await;
    }
    walk.trace
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
    assert_eq!(walk(5, 200).await, walk(5, 200).await);
    assert_ne!(walk(5, 200).await, walk(6, 200).await);
}
