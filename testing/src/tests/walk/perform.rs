//! The parts of a step: a bot calls or polls, a user acts, or time passes.

use std::time::Duration;

use serde_json::{Map, Value};

use super::known::Known;
use super::values::Values;
use super::wire::Content;
use super::{BOTS, START, Walk, results};
use crate::answers::schema;

/// What most calls are: without messages, nothing else happens.
const FREQUENT: [&str; 5] = [
    "sendmessage",
    "sendmessage",
    "sendmessage",
    "answercallbackquery",
    "setwebhook",
];

impl Walk {
    fn values(&mut self, bot: usize) -> Values<'_> {
        let chats = self.bots[bot].known.chats();
        let chat = self.random.pick(&chats).unwrap_or(42);
        Values {
            random: &mut self.random,
            known: &self.bots[bot].known,
            chat,
            hook: &self.bots[bot].hook_url,
            is_event: false,
        }
    }

    /// Calls a random method.
    pub(super) async fn call(&mut self, bot: usize) {
        let frequent = self.random.pick(&FREQUENT).and_then(schema::method);
        let frequent = frequent.filter(|_| self.random.once_in(3));
        let Some(method) = frequent.or_else(|| self.random.pick(&self.methods)) else {
            return;
        };
        let name = method.info.name();
        let arguments = self.values(bot).arguments(method.info);
        let content = Content::of(&mut self.random, &arguments);
        let path = format!("{}/{name}", self.bots[bot].path);
        let (mut result, mut answer) = self.send(&path, &content).await;
        if answer.contains("\"error_code\":429")
            && !self.scripted.contains(&name.to_ascii_lowercase())
        {
            if !self.has_limits {
                self.fail("there are no flood limits");
            }
            self.wait(&answer);
            (result, answer) = self.send(&path, &content).await;
            if answer.contains("\"error_code\":429") {
                self.fail("the pause was too short");
            }
        }
        // The server does so even if it then refuses the webhook.
        let has_queue = matches!(name, "setWebhook" | "deleteWebhook");
        if has_queue && arguments.get("drop_pending_updates") == Some(&true.into()) {
            self.bots[bot].updates.clear();
        }
        let Some(result) = result else {
            return;
        };
        let time = self.time;
        let known = &self.bots[bot].known;
        let fault = results::check(name, &result).err();
        let fault = fault.or_else(|| target_is_deleted(known, name, &arguments));
        let fault = fault.or_else(|| known.deleted_in(&result));
        let queries = &mut self.bots[bot].queries;
        let fault = fault.or_else(|| queries.answer(name, &arguments, time).err());
        if let Some(fault) = fault {
            self.fail(&format!("{name}: {fault}\n{result}"));
        }
        let known = &mut self.bots[bot].known;
        known.learn(&result);
        known.learn(&Value::Object(arguments));
    }

    /// Waits as long as the server says.
    fn wait(&mut self, answer: &str) {
        let answer: Value = serde_json::from_str(answer).unwrap_or_default();
        let seconds = answer.pointer("/parameters/retry_after");
        let seconds = seconds.and_then(Value::as_u64);
        let seconds = seconds.filter(|it| (1..=60).contains(it));
        let Some(seconds) = seconds else {
            self.fail("the server says not how long to wait")
        };
        let pause = Duration::from_secs(seconds);
        self.move_time(pause);
        self.fake.advance(pause);
    }

    /// Does a random action. What the server says that it needs is added. Returns whether it may name
    /// messages that are new or deleted.
    pub(super) async fn act(&mut self) -> bool {
        let actions = self.actions.clone();
        let name = self.random.pick(&actions).unwrap_or_default();
        if name == "idle" && !self.random.once_in(20) {
            return false;
        }
        let bot = [0, 0, 0, 1, 2][self.random.below(5)];
        let names_messages = matches!(&*name, "update" | "world");
        if names_messages {
            self.look(false);
        }
        let mut values = self.values(bot);
        let mut body = match &*name {
            "update" => values.update(),
            _ => Map::new(),
        };
        let optional = [
            ("user", 2),
            ("chat", 2),
            ("reply_to", 8),
            ("message_id", 6),
            ("business_connection_id", 8),
        ];
        for (member, times) in optional {
            if name != "update" && values.random.once_in(times) {
                body.insert(member.to_owned(), values.member(member));
            }
        }
        if name == "update" || bot != 0 || values.random.once_in(5) {
            body.insert("bot".to_owned(), BOTS[bot].0.into());
        }
        let path = format!("/control/{name}");
        for _ in 0..6 {
            let (result, answer) = self.send(&path, &Content::json(&body)).await;
            if let Some(result) = result {
                self.acted(bot, &name, &body, &result);
                break;
            }
            // It is between the first backticks.
            let Some(member) = answer.split('`').nth(1) else {
                break;
            };
            let is_name = member
                .chars()
                .all(|it| it.is_ascii_lowercase() || it == '_');
            if is_name && !member.is_empty() {
                let value = self.values(bot).member(member);
                body.insert(member.to_owned(), value);
            }
        }
        names_messages
    }

    /// Notes that the clock was moved. It has a last millisecond.
    fn move_time(&mut self, time: Duration) {
        let milliseconds = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let ahead =
            milliseconds(self.time.saturating_sub(START)).saturating_add(milliseconds(time));
        self.time = START + Duration::from_millis(ahead);
    }

    /// Takes note of an action that was done.
    fn acted(&mut self, bot: usize, name: &str, body: &Map<String, Value>, result: &Value) {
        let time = self.time;
        match name {
            "advance" => {
                let seconds = body.get("seconds").and_then(Value::as_f64);
                self.move_time(Duration::from_secs_f64(seconds.unwrap_or_default()));
            }
            "flood_limits" => self.has_limits = body.get("on") != Some(&false.into()),
            "reply" => {
                let method = body.get("method").and_then(Value::as_str);
                let method = method.unwrap_or_default().to_ascii_lowercase();
                self.scripted.insert(method);
            }
            // It may replace a query, also if its kind is not queued.
            "update" => {
                let bot = &mut self.bots[bot];
                bot.queries.learn(&body.clone().into(), time);
                bot.names_account_messages |= body.keys().any(|kind| kind.contains("business"));
            }
            _ => {}
        }
        self.bots[bot].updates.promise(result);
        self.bots[bot].known.learn(result);
    }

    pub(super) async fn poll(&mut self, bot: usize) {
        let call = self.bots[bot].updates.call(&mut self.random);
        let content = Content::of(&mut self.random, &call);
        let path = format!("{}/getUpdates", self.bots[bot].path);
        let (result, _) = self.send(&path, &content).await;
        let Some(result) = result else {
            return;
        };
        let updates = result.as_array().cloned().unwrap_or_default();
        let outcome = self.bots[bot].updates.take(&call, &updates);
        self.check(outcome);
        self.bots[bot].known.learn(&result);
    }

    /// Lets time pass, after which a query that is over cannot be answered.
    pub(super) async fn pass_time(&mut self, bot: usize) {
        let times = [0, 1, 900, 20_000, 200_000, 4_000_000, 90_000_000];
        let time = self.random.pick(&times).unwrap_or_default();
        let time = Duration::from_millis(time);
        self.move_time(time);
        self.fake.advance(time);
        let Some((method, call)) = self.bots[bot].queries.late_answer(self.time) else {
            return;
        };
        let path = format!("{}/{method}", self.bots[bot].path);
        let (result, _) = self.send(&path, &Content::json(&call)).await;
        if result.is_some() {
            self.fail("the query is over");
        }
    }
}

/// Returns what is wrong with a call that succeeded.
fn target_is_deleted(known: &Known, name: &str, arguments: &Map<String, Value>) -> Option<String> {
    let of = |name: &str| arguments.get(name);
    // Accounts have messages of their own.
    if of("business_connection_id").is_some() {
        return None;
    }
    let chat = of("from_chat_id").or(of("chat_id"))?.as_i64()?;
    let message = of("message_id")?.as_i64()?;
    let is_deleted = known.is_deleted(chat, message);
    is_deleted.then(|| format!("{name} succeeds with the deleted message {message} of {chat}"))
}
