//! Which updates must be handled one after the other.

use super::{Message, Update, UpdateKind};

/// The key of updates that must be handled in order.
///
/// Updates with different keys can be handled at the same time. Returned by
/// [`Update::chat_key`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChatKey(Key);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    /// A chat of the bot. The private chat with a user has the id of the user.
    Chat(i64),
    /// A chat of a business account, by the connection and the chat.
    Business(Box<str>, i64),
    Poll(Box<str>),
}

impl Update {
    /// Returns the key of updates that must be handled in order. `None` for an update of an unknown
    /// kind.
    ///
    /// It is the order in which the server sends updates to a webhook, where at most one update per
    /// key is in flight:
    ///
    /// - by the chat: messages, posts, reactions, boosts, changes of the bot's own membership;
    /// - by the business connection and the chat: messages of business accounts;
    /// - by the user: queries, payments, join requests, and changes of the membership of others,
    ///   where the user is the member;
    /// - by the poll: polls and votes.
    ///
    /// A user has the same key as the private chat with them. So a message in a private chat and
    /// the press of a button there are in order. In a group they are not, because presses are
    /// ordered by user.
    ///
    /// ```
    /// use telegrammar::types::Update;
    ///
    /// let update = |json: &str| telegrammar::from_json::<Update>(json);
    /// let message = update(
    ///     r#"{"update_id":1,"message":{"message_id":5,"date":6,"chat":{"id":7,"type":"private"}}}"#,
    /// )?;
    /// let query = update(
    ///     r#"{"update_id":2,"inline_query":{"id":"8","query":"","offset":"",
    ///         "from":{"id":7,"is_bot":false,"first_name":"Ada"}}}"#,
    /// )?;
    /// assert_eq!(message.chat_key(), query.chat_key());
    /// # Ok::<(), telegrammar::error::JsonError>(())
    /// ```
    #[must_use]
    pub fn chat_key(&self) -> Option<ChatKey> {
        let key = match &self.kind {
            UpdateKind::Poll(poll) => Key::Poll(poll.id.as_str().into()),
            UpdateKind::PollAnswer(answer) => Key::Poll(answer.poll_id.as_str().into()),
            UpdateKind::DeletedBusinessMessages(deleted) => {
                let connection = deleted.business_connection_id.as_str().into();
                Key::Business(connection, deleted.chat.id)
            }
            UpdateKind::CallbackQuery(query) => Key::Chat(query.from.id),
            UpdateKind::ChatMember(changed) => {
                let (old, new) = (&changed.old_chat_member, &changed.new_chat_member);
                let member = new.user().or_else(|| old.user());
                Key::Chat(member.unwrap_or(&changed.from).id)
            }
            UpdateKind::ChatJoinRequest(request) => Key::Chat(request.from.id),
            _ => match (self.message(), self.chat(), self.sender()) {
                (Some(message), ..) => of_message(message),
                (None, Some(chat), _) => Key::Chat(chat.id),
                (None, None, Some(user)) => Key::Chat(user.id),
                (None, None, None) => return None,
            },
        };
        Some(ChatKey(key))
    }
}

fn of_message(message: &Message) -> Key {
    match message.business_connection_id.as_deref() {
        Some(connection) => Key::Business(connection.as_str().into(), message.chat.id),
        None => Key::Chat(message.chat.id),
    }
}
