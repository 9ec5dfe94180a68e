//! What users share with the bot.

use serde_json::{Value, json};

use super::action::Action;
use super::user::User;

impl<'f> User<'f> {
    /// Shares the own phone number, +1 555 0100. Returns the id of the message.
    #[track_caller]
    pub fn shares_contact(&self) -> Action<'f, i64> {
        let name = self.first_name();
        let contact =
            json!({"phone_number": "+15550100", "first_name": name, "user_id": self.id()});
        self.sends(&json!({"contact": contact}))
    }

    /// Shares a location, in degrees. Returns the id of the message.
    #[track_caller]
    pub fn shares_location(&self, latitude: f64, longitude: f64) -> Action<'f, i64> {
        self.sends(&json!({"location": {"latitude": latitude, "longitude": longitude}}))
    }

    /// Presses a button with `request_users`, and shares these users. The bot gets a message with
    /// `users_shared`. Returns its id.
    ///
    /// # Panics
    ///
    /// Panics if there is no such button, if it asks for other or fewer users, and if the bot does not know
    /// one of them.
    #[track_caller]
    pub fn shares_users(&self, label: &str, users: &[i64]) -> Action<'f, i64> {
        self.answers_button(json!({"label": label, "users": users}))
    }

    /// Presses a button with `request_chat`, and shares this group or channel. The bot gets a message with
    /// `chat_shared`. Returns its id.
    ///
    /// # Panics
    ///
    /// Panics if there is no such button, if the bot does not know the chat, and if the button asks for a
    /// channel and it is none, or the other way round.
    #[track_caller]
    pub fn shares_chat(&self, label: &str, chat: impl Into<i64>) -> Action<'f, i64> {
        self.answers_button(json!({"label": label, "shared_chat": chat.into()}))
    }

    /// Presses a button with `request_poll`, and sends a poll of the type that it asks for. Returns the id
    /// of the message.
    ///
    /// # Panics
    ///
    /// Panics if there is no such button, and without options.
    #[track_caller]
    pub fn shares_poll(&self, label: &str, question: &str, options: &[&str]) -> Action<'f, i64> {
        let poll = json!({"question": question, "options": options});
        self.answers_button(json!({"label": label, "poll": poll}))
    }

    /// Presses a button with a `web_app` below the input field, whose app calls `sendData`. The bot gets a
    /// message with `web_app_data`. Returns its id.
    ///
    /// # Panics
    ///
    /// Panics if there is no such button.
    #[track_caller]
    pub fn sends_web_app_data(&self, label: &str, data: &str) -> Action<'f, i64> {
        self.answers_button(json!({"label": label, "data": data}))
    }

    /// Creates a bot that is managed by the bot, which gets a `managed_bot` and a message with
    /// `managed_bot_created`. If there is such a bot, its token changes. Returns its id.
    #[track_caller]
    pub fn creates_managed_bot(&self, name: &str, username: &str) -> Action<'f, i64> {
        let done = self.acts("managed_bot", json!({"name": name, "username": username}));
        let id = done.get("managed_bot").and_then(|bot| bot.get("id"));
        Action::new(self.fake, id.and_then(Value::as_i64).unwrap_or_default())
    }

    /// Mentions the bot in a group that it is not in. The bot gets a `guest_message`. Returns the
    /// `guest_query_id`, to which the bot can answer.
    #[track_caller]
    pub fn summons_bot(&self, text: &str) -> Action<'f, String> {
        let done = self.acts("summon", json!({"text": text}));
        let id = done.get("guest_query_id").and_then(Value::as_str);
        Action::new(self.fake, id.unwrap_or_default().to_owned())
    }

    #[track_caller]
    fn answers_button(&self, body: Value) -> Action<'f, i64> {
        let label = body.get("label").cloned().unwrap_or_default();
        let done = self.acts("press", body);
        let id = done.get("message_id").and_then(Value::as_i64);
        let Some(id) = id else {
            panic!("the button {label} asks for something else");
        };
        Action::new(self.fake, id)
    }
}
