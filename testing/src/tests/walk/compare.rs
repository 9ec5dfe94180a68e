//! What the events have told, and what there is.

use std::collections::BTreeSet;

use serde_json::Value;
use telegrammar::schema::ApiType;

use super::stream::{Items, Stream};
use super::wire::{Content, encoded};
use super::{Walk, results};

impl Walk {
    /// Compares what the events have told with what there is.
    pub(super) async fn compare(&mut self) {
        for bot in 0..self.bots.len() {
            let name = self.bots[bot].name;
            let state = self.look_at("state", &[("bot", name.into())]).await;
            let chats = state["bots"][0]["chats"].as_array().cloned();
            let known = &self.bots[bot].known;
            // A bot of the test environment is shown once it does something.
            if known.chats().is_empty() {
                continue;
            }
            for chat in chats.unwrap_or_default() {
                let id = chat["chat"]["id"].as_i64().unwrap_or_default();
                let there: Vec<&Value> =
                    chat["messages"].as_array().into_iter().flatten().collect();
                let told: Vec<Value> = known.chat(id).messages.values().map(shown).collect();
                if there.len() != told.len()
                    || there.iter().zip(&told).any(|(one, other)| *one != other)
                {
                    self.fail(&format!(
                        "the chat {id} of {name} is not what was told: {told:?} {there:?}"
                    ));
                }
            }
            self.compare_accounts(bot).await;
        }
        // Users of the first bot.
        for chat in self.bots[0].known.chats() {
            let seen = self.fake.first_user().in_chat(chat).sees();
            let mut rest = seen.as_str();
            for item in self.bots[0].known.chat(chat).messages.values() {
                let line = line(&item["message"]);
                match rest.split_once(&line) {
                    Some((_, after)) => rest = after,
                    None => self.fail(&format!("{line:?} is not in {seen:?}")),
                }
            }
            let _ = self.fake.first_user().in_chat(chat).last_message();
        }
    }

    /// Checks the messages of business accounts. Their ids are unique in the account.
    async fn compare_accounts(&mut self, bot: usize) {
        let name = self.bots[bot].name;
        let accounts: Vec<(String, Vec<i64>)> = {
            let mut state = self.fake.shared.state();
            let key = state.world.named(name);
            let bot = key.and_then(|key| state.world.bot(&key));
            let accounts = bot.into_iter().flat_map(|bot| &bot.business);
            accounts
                .map(|(id, account)| (id.clone(), account.chats.keys().copied().collect()))
                .collect()
        };
        for (account, chats) in accounts {
            let mut ids = BTreeSet::new();
            let is_named = self.bots[bot].names_account_messages;
            for chat in chats {
                let account = account.as_str();
                let query = [
                    ("bot", name.into()),
                    ("business_connection_id", account.into()),
                    ("chat", chat.into()),
                ];
                let messages = self.look_at("messages", &query).await;
                for message in messages.as_array().into_iter().flatten() {
                    let id = message["message_id"].as_i64().unwrap_or_default();
                    let is_there = is_named || message["business_connection_id"] == account;
                    let is_there = is_there && message["chat"]["id"] == chat;
                    let is_new = ids.insert(id) || is_named;
                    if !is_new || !is_there {
                        self.fail(&format!("the account {account} has {message} in {chat}"));
                    }
                    self.check(check_message(message));
                }
            }
        }
    }

    async fn look_at(&mut self, what: &str, query: &[(&str, Value)]) -> Value {
        let query = query.iter().cloned();
        let query = query
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let content = Content {
            query: format!("?{}", encoded(&query)),
            ..Content::get()
        };
        let (status, body) = self.wire.send(&format!("/control/{what}"), &content).await;
        if status != 200 {
            self.fail(&format!(
                "/control/{what}{} is {status}: {body}",
                content.query
            ));
        }
        let body: Value = serde_json::from_str(&body).expect("JSON");
        body["result"].clone()
    }

    /// Lets the other reader read what there is until now.
    pub(super) async fn interrupt_stream(&mut self) {
        self.look(false);
        let position = self.fake.shared.state().feed.position(self.change);
        if let Some(stream) = &mut self.stream {
            stream.read_to(&position).await;
        }
    }

    /// Compares what three readers of the events get: this walk, one that is interrupted, and a new one.
    pub(super) async fn compare_streams(&mut self) {
        let position = self.fake.shared.state().feed.position(self.change);
        for earlier in [self.stream.take(), None] {
            let mut stream = Stream::open(&self.wire, earlier).await;
            stream.read_to(&position).await;
            if let Some(key) = different(&stream.items, &self.items) {
                self.fail(&format!(
                    "a reader has of {key}: {:?}, not {:?}",
                    stream.items.get(&key),
                    self.items.get(&key)
                ));
            }
        }
    }
}

/// Returns the first item that is not the same. A new reader is not told what was deleted before.
fn different(items: &Items, others: &Items) -> Option<String> {
    let keys: BTreeSet<&String> = items.keys().chain(others.keys()).collect();
    let mut keys = keys.into_iter();
    let found = keys.find(|key| items.get(*key) != others.get(*key));
    found.cloned()
}

/// Returns a message of the events as it is in the state.
fn shown(item: &Value) -> Value {
    let mut message = item["message"].clone();
    message["reactions"] = item["reactions"].clone();
    message["votes"] = item["votes"].clone();
    message
}

/// Checks a message of the state.
fn check_message(message: &Value) -> Result<(), String> {
    let mut message = message.clone();
    if let Some(members) = message.as_object_mut() {
        members.remove("reactions");
        members.remove("votes");
    }
    results::conforms(&ApiType::Object("Message"), &message, "Message")
}

/// Returns how a message must begin where users see it.
fn line(message: &Value) -> String {
    let sender = message["from"]["first_name"].as_str();
    let sender = sender.or(message["sender_chat"]["title"].as_str());
    let text = message["text"].as_str().unwrap_or("<");
    format!("{}: {text}", sender.unwrap_or_default())
}
