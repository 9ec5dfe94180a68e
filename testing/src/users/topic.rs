//! What users do with topics.

use serde_json::{Value, json};

use super::action::Action;
use super::user::User;

impl<'f> User<'f> {
    /// Creates a topic in the forum. Returns its id, for [`in_topic`](Self::in_topic). The bot gets a
    /// message with `forum_topic_created`.
    ///
    /// # Panics
    ///
    /// Panics if the chat is no forum, and if the user may not create topics.
    #[track_caller]
    pub fn creates_topic(&self, name: &str) -> Action<'f, i64> {
        let done = self.acts("topic", json!({"name": name}));
        let id = done.get("message_thread_id").and_then(Value::as_i64);
        Action::new(self.fake, id.unwrap_or_default())
    }

    /// Closes the topic in which this user is, or the general one with [`in_topic(1)`](Self::in_topic):
    /// members cannot write there until it is reopened. The bot gets a message with `forum_topic_closed`.
    ///
    /// # Panics
    ///
    /// Panics if there is no such topic, and if the user has not created it and is no administrator with
    /// `can_manage_topics`.
    #[track_caller]
    pub fn closes_topic(&self) -> Action<'f> {
        self.acts("edit_topic", json!({"is_closed": true}));
        Action::new(self.fake, ())
    }

    /// Reopens the topic in which this user is. The bot gets a message with `forum_topic_reopened`.
    ///
    /// # Panics
    ///
    /// As [`closes_topic`](Self::closes_topic).
    #[track_caller]
    pub fn reopens_topic(&self) -> Action<'f> {
        self.acts("edit_topic", json!({"is_closed": false}));
        Action::new(self.fake, ())
    }

    /// Renames the topic in which this user is. The bot gets a message with `forum_topic_edited`.
    ///
    /// # Panics
    ///
    /// As [`closes_topic`](Self::closes_topic).
    #[track_caller]
    pub fn renames_topic(&self, name: &str) -> Action<'f> {
        self.acts("edit_topic", json!({"name": name}));
        Action::new(self.fake, ())
    }

    /// Deletes the topic in which this user is with its messages, of which bots are not told.
    ///
    /// # Panics
    ///
    /// Panics if there is no such topic, and if the user has not created it and is no administrator with
    /// `can_delete_messages`.
    #[track_caller]
    pub fn deletes_topic(&self) -> Action<'f> {
        self.does("delete_topic");
        Action::new(self.fake, ())
    }
}
