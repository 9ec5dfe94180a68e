//! Users who boost chats.

use serde_json::Value;

use super::action::Action;
use super::user::User;

impl<'f> User<'f> {
    /// Boosts the supergroup or channel, and is a member of it. A bot that is an administrator gets a
    /// `chat_boost`, and `getUserChatBoosts` returns it. In a supergroup, every bot gets a message with
    /// `boost_added`. Returns the id of the boost.
    ///
    /// # Panics
    ///
    /// Panics in other chats, if the bot is not in the chat, and if the user is banned.
    #[track_caller]
    pub fn boosts(&self) -> Action<'f, String> {
        let done = self.does("boost");
        let id = done.get("boost_id").and_then(Value::as_str);
        Action::new(self.fake, id.unwrap_or_default().to_owned())
    }

    /// Takes the newest boost of the chat away. A bot that is an administrator gets a
    /// `removed_chat_boost`.
    ///
    /// # Panics
    ///
    /// Panics if the user does not boost the chat.
    #[track_caller]
    pub fn removes_boost(&self) -> Action<'f> {
        self.does("remove_boost");
        Action::new(self.fake, ())
    }
}
