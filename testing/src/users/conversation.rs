//! What users do to messages, and without any.

use serde_json::{Map, Value, json};

use super::action::Action;
use super::user::User;

impl<'f> User<'f> {
    /// Edits the text or caption of a message of this user.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message, or if it is not by this user.
    #[track_caller]
    pub fn edits(&self, message: impl Into<i64>, text: &str) -> Action<'f> {
        self.acts("edit", json!({"message_id": message.into(), "text": text}));
        Action::new(self.fake, ())
    }

    /// Deletes a message, of which bots are not told.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message, or if it is in a group and not by this user.
    #[track_caller]
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
    #[track_caller]
    pub fn reacts(&self, message: impl Into<i64>, emoji: &str) -> Action<'f> {
        self.acts(
            "react",
            json!({"message_id": message.into(), "emoji": emoji}),
        );
        Action::new(self.fake, ())
    }

    /// Reacts to a message with an emoji in a way that the bot is told only how often each reaction was
    /// given, by a `message_reaction_count`. A bot gets that only if its `allowed_updates` say so. In
    /// channels, all reactions are like that.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message.
    #[track_caller]
    pub fn reacts_anonymously(&self, message: impl Into<i64>, emoji: &str) -> Action<'f> {
        let body = json!({"message_id": message.into(), "emoji": emoji, "anonymous": true});
        self.acts("react", body);
        Action::new(self.fake, ())
    }

    /// Votes for options of a poll, by their texts. None retracts the vote.
    ///
    /// # Panics
    ///
    /// Panics if the message has no such poll, or if the poll does not allow the vote.
    #[track_caller]
    pub fn votes(&self, message: impl Into<i64>, options: &[&str]) -> Action<'f> {
        self.acts(
            "vote",
            json!({"message_id": message.into(), "options": options}),
        );
        Action::new(self.fake, ())
    }

    /// Marks tasks of a checklist as done, by their ids. The bot gets a message with `checklist_tasks_done`,
    /// whose id is returned.
    ///
    /// # Panics
    ///
    /// Panics if the message has no such tasks, or if it is by somebody else and does not allow others to
    /// mark them.
    #[track_caller]
    pub fn checks(&self, message: impl Into<i64>, tasks: &[i64]) -> Action<'f, i64> {
        self.marks(message.into(), tasks, true)
    }

    /// Marks tasks of a checklist as not done. See [`checks`](Self::checks).
    ///
    /// # Panics
    ///
    /// As [`checks`](Self::checks).
    #[track_caller]
    pub fn unchecks(&self, message: impl Into<i64>, tasks: &[i64]) -> Action<'f, i64> {
        self.marks(message.into(), tasks, false)
    }

    #[track_caller]
    fn marks(&self, message: i64, tasks: &[i64], done: bool) -> Action<'f, i64> {
        let body = json!({"message_id": message, "tasks": tasks, "done": done});
        let done = self.acts("check", body);
        Action::new(self.fake, message_id(&done))
    }

    /// Adds tasks with these texts to a checklist. The bot gets a message with `checklist_tasks_added`,
    /// whose id is returned.
    ///
    /// # Panics
    ///
    /// Panics if the message has no checklist, or if it is by somebody else and does not allow others to
    /// add tasks.
    #[track_caller]
    pub fn adds_tasks(&self, message: impl Into<i64>, texts: &[&str]) -> Action<'f, i64> {
        let body = json!({"message_id": message.into(), "texts": texts});
        let done = self.acts("add_tasks", body);
        Action::new(self.fake, message_id(&done))
    }

    /// Types something after the name of the bot, which gets an inline query. Returns its id.
    #[track_caller]
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
    #[track_caller]
    pub fn chooses(&self, result_id: &str) -> Action<'f> {
        self.acts("choose", json!({"result_id": result_id}));
        Action::new(self.fake, ())
    }

    /// Sends a poll. Bots are told of it, but not of votes in it. Returns the id of the message.
    ///
    /// # Panics
    ///
    /// Panics without options.
    #[track_caller]
    pub fn sends_poll(&self, question: &str, options: &[&str]) -> Action<'f, i64> {
        let done = self.acts("poll", json!({"question": question, "options": options}));
        let id = done.get("message_id").and_then(Value::as_i64);
        Action::new(self.fake, id.unwrap_or_default())
    }

    /// Closes an own poll. The bot gets a `poll`.
    ///
    /// # Panics
    ///
    /// Panics if the message has no poll by this user, or if it is closed.
    #[track_caller]
    pub fn closes_poll(&self, message: impl Into<i64>) -> Action<'f> {
        self.acts("close_poll", json!({"message_id": message.into()}));
        Action::new(self.fake, ())
    }

    /// Stops a message that the bot generates with `sendMessageDraft`. The bot gets a
    /// `stopped_message_generation`.
    ///
    /// # Panics
    ///
    /// Panics if the bot has not shown a draft with `can_stop` within the last 30 seconds.
    #[track_caller]
    pub fn stops_generation(&self) -> Action<'f> {
        self.does("stop_generation");
        Action::new(self.fake, ())
    }
}

fn message_id(done: &Map<String, Value>) -> i64 {
    let id = done.get("message_id").and_then(Value::as_i64);
    id.unwrap_or_default()
}
