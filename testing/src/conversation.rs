//! What users do to messages, and without any.

use serde_json::{Value, json};

use crate::user::User;

impl User<'_> {
    /// Edits the text or caption of a message of this user.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message, or if it is not by this user.
    pub fn edits(&self, message: i64, text: &str) {
        self.acts("edit", json!({"message_id": message, "text": text}));
    }

    /// Deletes a message, of which bots are not told.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message, or if it is in a group and not by this user.
    pub fn deletes(&self, message: i64) {
        self.acts("delete", json!({"message_id": message}));
    }

    /// Reacts to a message with an emoji, instead of earlier reactions. A bot gets that only if its
    /// `allowed_updates` say so.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message.
    pub fn reacts(&self, message: i64, emoji: &str) {
        self.acts("react", json!({"message_id": message, "emoji": emoji}));
    }

    /// Votes for options of a poll, by their texts. None retracts the vote.
    ///
    /// # Panics
    ///
    /// Panics if the message has no such poll, or if the poll does not allow the vote.
    pub fn votes(&self, message: i64, options: &[&str]) {
        self.acts("vote", json!({"message_id": message, "options": options}));
    }

    /// Types something after the name of the bot, which gets an inline query. Returns its id.
    pub fn queries_inline(&self, text: &str) -> String {
        let done = self.acts("inline", json!({"query": text}));
        let id = done.get("inline_query_id").and_then(Value::as_str);
        id.unwrap_or_default().to_owned()
    }

    /// Chooses a result of the newest inline query by its id. If it is a text, it is sent. The bot gets a
    /// `chosen_inline_result`, as if its feedback were enabled.
    ///
    /// # Panics
    ///
    /// Panics if the bot has not answered this query, or not with such a result.
    pub fn chooses(&self, result_id: &str) {
        self.acts("choose", json!({"result_id": result_id}));
    }

    /// Shares the own phone number, +1 555 0100. Returns the id of the message.
    #[expect(clippy::must_use_candidate, reason = "what counts is the update")]
    pub fn shares_contact(&self) -> i64 {
        let name = self.first_name();
        let contact =
            json!({"phone_number": "+15550100", "first_name": name, "user_id": self.id()});
        self.sends(&json!({"contact": contact}))
    }

    /// Shares a location, in degrees. Returns the id of the message.
    #[expect(clippy::must_use_candidate, reason = "what counts is the update")]
    pub fn shares_location(&self, latitude: f64, longitude: f64) -> i64 {
        self.sends(&json!({"location": {"latitude": latitude, "longitude": longitude}}))
    }
}
