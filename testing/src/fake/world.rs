//! The world of a server: its chats, and what users do in them.

use serde_json::{Map, Value, json};

use super::FakeBotApi;
use crate::actions;
use crate::server::acts;

impl FakeBotApi {
    /// Adds a basic group in which the bot is an administrator. Returns its id. A user enters it with
    /// [`User::in_chat`](crate::User::in_chat).
    #[must_use]
    pub fn group(&self, title: &str) -> i64 {
        self.added("group", title)
    }

    /// Adds a supergroup in which the bot is an administrator with all rights. Returns its id.
    #[must_use]
    pub fn supergroup(&self, title: &str) -> i64 {
        self.added("supergroup", title)
    }

    /// Adds a supergroup with topics in which the bot is an administrator with all rights. Returns its id.
    #[must_use]
    pub fn forum(&self, title: &str) -> i64 {
        self.added_as(json!({"title": title, "is_forum": true}))
    }

    /// Adds a channel in which the bot is an administrator with all rights. Returns its id.
    #[must_use]
    pub fn channel(&self, title: &str) -> i64 {
        self.added("channel", title)
    }

    /// Adds users, chats and what is in them, as JSON: see [`control`](crate::control#a-world). The bot is told
    /// nothing.
    ///
    /// # Panics
    ///
    /// Panics if something is wrong with it, and names the place, such as `chats[0].members[1].user`. What
    /// precedes that has been added.
    #[track_caller]
    pub fn add_world(&self, json: &str) {
        match serde_json::from_str(json) {
            Ok(world) => self.act("world", world),
            Err(error) => panic!("{error}"),
        };
    }

    /// Switches privacy mode of the first bot. See [`privacy`](crate::FakeBotApiBuilder::privacy).
    pub fn set_privacy(&self, is_on: bool) {
        self.act("privacy", json!({"on": is_on}));
    }

    /// Returns the Ed25519 public key that stands for Telegram's, with which third parties verify the data of
    /// Mini Apps.
    ///
    /// # Panics
    ///
    /// Never.
    #[must_use]
    pub fn mini_app_key(&self) -> [u8; 32] {
        actions::public_key().expect("the key of the fake server")
    }

    fn added(&self, kind: &str, title: &str) -> i64 {
        self.added_as(json!({"type": kind, "title": title}))
    }

    fn added_as(&self, chat: Value) -> i64 {
        let done = self.act("chat", chat);
        let id = done.get("chat").and_then(|chat| chat.get("id")?.as_i64());
        id.expect("the id of a chat")
    }

    /// Carries out an action of `/control/…` for the first bot. Returns its result.
    #[track_caller]
    pub(crate) fn act(&self, name: &str, body: Value) -> Map<String, Value> {
        let Value::Object(body) = body else {
            panic!("the body of an action is an object, not {body}");
        };
        let done = acts::act(&self.shared, &self.key, name, &body);
        match done {
            Ok(Value::Object(done)) => done,
            Ok(_) => Map::new(),
            Err(error) => panic!("{error}"),
        }
    }
}
