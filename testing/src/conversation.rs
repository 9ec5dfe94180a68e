//! What users do to messages, and without any.

use serde_json::{Value, json};

use crate::action::Action;
use crate::user::User;

impl<'f> User<'f> {
    /// Edits the text or caption of a message of this user.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message, or if it is not by this user.
    pub fn edits(&self, message: impl Into<i64>, text: &str) -> Action<'f> {
        self.acts("edit", json!({"message_id": message.into(), "text": text}));
        Action::new(self.fake, ())
    }

    /// Deletes a message, of which bots are not told.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message, or if it is in a group and not by this user.
    pub fn deletes(&self, message: impl Into<i64>) -> Action<'f> {
        self.acts("delete", json!({"message_id": message.into()}));
        Action::new(self.fake, ())
    }

    /// Reacts to a message with an emoji, instead of earlier reactions. A bot gets that only if its
    /// `allowed_updates` say so.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message.
    pub fn reacts(&self, message: impl Into<i64>, emoji: &str) -> Action<'f> {
        self.acts(
            "react",
            json!({"message_id": message.into(), "emoji": emoji}),
        );
        Action::new(self.fake, ())
    }

    /// Votes for options of a poll, by their texts. None retracts the vote.
    ///
    /// # Panics
    ///
    /// Panics if the message has no such poll, or if the poll does not allow the vote.
    pub fn votes(&self, message: impl Into<i64>, options: &[&str]) -> Action<'f> {
        self.acts(
            "vote",
            json!({"message_id": message.into(), "options": options}),
        );
        Action::new(self.fake, ())
    }

    /// Types something after the name of the bot, which gets an inline query. Returns its id.
    pub fn queries_inline(&self, text: &str) -> Action<'f, String> {
        let done = self.acts("inline", json!({"query": text}));
        let id = done.get("inline_query_id").and_then(Value::as_str);
        Action::new(self.fake, id.unwrap_or_default().to_owned())
    }

    /// Chooses a result of the newest inline query by its id. If it is a text, it is sent. The bot gets a
    /// `chosen_inline_result`, as if its feedback were enabled.
    ///
    /// # Panics
    ///
    /// Panics if the bot has not answered this query within 30 seconds, or not with such a result.
    pub fn chooses(&self, result_id: &str) -> Action<'f> {
        self.acts("choose", json!({"result_id": result_id}));
        Action::new(self.fake, ())
    }

    /// Shares the own phone number, +1 555 0100. Returns the id of the message.
    pub fn shares_contact(&self) -> Action<'f, i64> {
        let name = self.first_name();
        let contact =
            json!({"phone_number": "+15550100", "first_name": name, "user_id": self.id()});
        self.sends(&json!({"contact": contact}))
    }

    /// Shares a location, in degrees. Returns the id of the message.
    pub fn shares_location(&self, latitude: f64, longitude: f64) -> Action<'f, i64> {
        self.sends(&json!({"location": {"latitude": latitude, "longitude": longitude}}))
    }
}
