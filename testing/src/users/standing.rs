//! What users do to the standing of the bot, and to their own.

use serde_json::{Map, Value, json};

use super::action::Action;
use super::user::User;

impl<'f> User<'f> {
    /// Opens a Mini App of the bot, and returns what the app finds in `Telegram.WebApp.initData`: the user,
    /// a `query_id`, the time, a hash for the bot, and a signature by
    /// [`mini_app_key`](crate::FakeBotApi::mini_app_key).
    #[must_use]
    #[track_caller]
    pub fn opens_mini_app(&self) -> String {
        let done = self.does("mini_app");
        let data = done.get("init_data").and_then(Value::as_str);
        data.unwrap_or_default().to_owned()
    }

    /// Blocks the bot. Messages to this user are refused until [`unblocks_bot`](Self::unblocks_bot): 403,
    /// "bot was blocked by the user". The bot gets a `my_chat_member` update.
    ///
    /// # Panics
    ///
    /// Panics if the user has blocked the bot already.
    #[track_caller]
    pub fn blocks_bot(&self) -> Action<'f> {
        self.does("block");
        Action::new(self.fake, ())
    }

    /// Permits the bot to write again. It gets a `my_chat_member` update.
    ///
    /// # Panics
    ///
    /// Panics if the user has not blocked the bot.
    #[track_caller]
    pub fn unblocks_bot(&self) -> Action<'f> {
        self.does("unblock");
        Action::new(self.fake, ())
    }

    /// Deletes the account, of which bots are not told. Messages to this user are refused: 403, "user is
    /// deactivated".
    #[track_caller]
    pub fn deletes_account(&self) -> Action<'f> {
        self.does("deactivate");
        Action::new(self.fake, ())
    }

    /// Removes the bot from the group or channel. Its calls there are refused: 403, "bot was kicked from
    /// the supergroup chat". It gets a `my_chat_member` update.
    ///
    /// # Panics
    ///
    /// Panics in a private chat, and if the bot is not in the chat.
    #[track_caller]
    pub fn kicks_bot(&self) -> Action<'f> {
        self.does("kick_bot");
        Action::new(self.fake, ())
    }

    /// Adds the bot to the group or channel, as an administrator with all rights. It gets a
    /// `my_chat_member` update and, in a group, a message with itself among the `new_chat_members`.
    ///
    /// # Panics
    ///
    /// Panics in a private chat, and if the bot is in the chat.
    #[track_caller]
    pub fn adds_bot(&self) -> Action<'f> {
        self.does("add_bot");
        Action::new(self.fake, ())
    }

    /// Gives the bot these rights of an administrator in the group or channel and no others, such as
    /// `can_pin_messages`. Without any, it is a mere member. It has all of them at first. It gets a
    /// `my_chat_member` update.
    ///
    /// # Panics
    ///
    /// Panics in a private chat, if the bot is not in the chat, and if there is no such right in it.
    #[track_caller]
    pub fn gives_bot_rights(&self, rights: &[&str]) -> Action<'f> {
        self.acts("rights", json!({"rights": rights}));
        Action::new(self.fake, ())
    }

    /// Joins the group or channel. A bot that is an administrator gets a `chat_member` update if it asks
    /// for them. In a group, every bot gets a message with `new_chat_members`.
    ///
    /// # Panics
    ///
    /// Panics in a private chat, if the bot is not in the chat, and if the user is in it or banned.
    #[track_caller]
    pub fn joins(&self) -> Action<'f> {
        self.does("join");
        Action::new(self.fake, ())
    }

    /// Joins by an invite link of the bot, whatever chat the user is in here. If the link demands that, the
    /// user asks to join instead: the bot gets a `chat_join_request`.
    ///
    /// # Panics
    ///
    /// Panics if there is no such link, if it is revoked, has expired or has reached its `member_limit`, and
    /// if the user is in the chat or banned there.
    #[track_caller]
    pub fn joins_by(&self, invite_link: &str) -> Action<'f> {
        let body = json!({"user": self.id(), "invite_link": invite_link});
        self.fake.act("join", body);
        Action::new(self.fake, ())
    }

    /// Becomes something else in the group or channel: `creator`, which is the owner, `administrator` with
    /// these rights, `member`, `restricted` to these permissions, `left` or `kicked`. The bot is told as if
    /// the owner did it, who can do what the bot cannot: such an administrator cannot be edited by the bot.
    ///
    /// # Panics
    ///
    /// Panics in a private chat, and if there is no such status, right or permission.
    #[track_caller]
    pub fn becomes(&self, status: &str, rights: &[&str]) -> Action<'f> {
        let names = match status {
            "restricted" => "permissions",
            _ => "rights",
        };
        self.acts("member", json!({"status": status, names: rights}));
        Action::new(self.fake, ())
    }

    /// Asks to join the group or channel. The bot gets a `chat_join_request`; if it approves, the user is a
    /// member.
    ///
    /// # Panics
    ///
    /// Panics in a private chat, if the bot is not in the chat, if the user is in it or banned, and if an
    /// earlier request has no answer.
    #[track_caller]
    pub fn requests_to_join(&self) -> Action<'f> {
        self.does("request_join");
        Action::new(self.fake, ())
    }

    /// Leaves the group or channel. A bot that is an administrator gets a `chat_member` update if it asks
    /// for them. In a group, every bot gets a message with `left_chat_member`.
    ///
    /// # Panics
    ///
    /// Panics if the user or the bot is not in the chat.
    #[track_caller]
    pub fn leaves(&self) -> Action<'f> {
        self.does("leave");
        Action::new(self.fake, ())
    }

    /// Makes the group a supergroup, and returns its id. Calls with the old id are refused with the new
    /// one. The bot gets a message with `migrate_to_chat_id` in the group and one with
    /// `migrate_from_chat_id` in the supergroup.
    ///
    /// # Panics
    ///
    /// Panics if the chat is no basic group.
    #[track_caller]
    pub fn upgrades_group(&self) -> Action<'f, i64> {
        let done = self.does("migrate");
        let id = done.get("chat").and_then(|chat| chat.get("id")?.as_i64());
        Action::new(self.fake, id.expect("the id of the supergroup"))
    }

    /// Does what needs no more than a user and a chat.
    #[track_caller]
    pub(crate) fn does(&self, name: &str) -> Map<String, Value> {
        self.acts(name, json!({}))
    }

    /// Does something where this user is.
    #[track_caller]
    pub(crate) fn acts(&self, name: &str, mut body: Value) -> Map<String, Value> {
        if let Some(body) = body.as_object_mut() {
            body.insert("user".to_owned(), self.id().into());
            body.insert("chat".to_owned(), self.chat.into());
            if let Some(thread) = self.thread {
                body.insert("message_thread_id".to_owned(), thread.into());
            }
            if let Some(message) = self.reply_to {
                body.insert("reply_to".to_owned(), message.into());
            }
            let account = self.account;
            let account = account
                .and_then(|owner| self.with_bot(|bot| bot.business_of(owner).map(str::to_owned)));
            if let Some(account) = account {
                body.insert("business_connection_id".to_owned(), account.into());
            }
        }
        self.fake.act(name, body)
    }
}
