//! Section [Available types](https://core.telegram.org/bots/api#available-types): reactions and topics.

use super::*;
use crate::{Unknown, telegram_type};

/// A kind of reaction: emoji, custom emoji or paid.
///
/// [Bot API](https://core.telegram.org/bots/api#reactiontype)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ReactionType {
    /// A reaction with an ordinary emoji.
    Emoji(ReactionTypeEmoji),
    /// A reaction with a custom emoji.
    CustomEmoji(ReactionTypeCustomEmoji),
    /// A paid reaction, bought with Telegram Stars.
    Paid(ReactionTypePaid),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A reaction with an ordinary emoji.
///
/// [Bot API](https://core.telegram.org/bots/api#reactiontypeemoji)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReactionTypeEmoji {
    /// The emoji, one of the fixed set that Telegram allows as reactions.
    pub emoji: String,
}

/// A reaction with a custom emoji.
///
/// [Bot API](https://core.telegram.org/bots/api#reactiontypecustomemoji)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReactionTypeCustomEmoji {
    /// The id of the custom emoji.
    pub custom_emoji_id: String,
}

/// A paid reaction, bought with Telegram Stars.
///
/// [Bot API](https://core.telegram.org/bots/api#reactiontypepaid)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ReactionTypePaid {}

/// A reaction and how often a message got it.
///
/// [Bot API](https://core.telegram.org/bots/api#reactioncount)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReactionCount {
    /// The reaction that was counted.
    pub r#type: ReactionType,
    /// How many times the message got it.
    pub total_count: i64,
}

/// A user's change of their reactions to a message.
///
/// [Bot API](https://core.telegram.org/bots/api#messagereactionupdated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageReactionUpdated {
    /// The chat where the message is.
    pub chat: Chat,
    /// The message that was reacted to, by its id in the chat.
    pub message_id: i64,
    /// The user who changed their reactions; absent if anonymous.
    pub user: Option<Box<User>>,
    /// The chat that an anonymous user acted as.
    pub actor_chat: Option<Box<Chat>>,
    /// When the reactions changed, as Unix time in seconds.
    pub date: i64,
    /// The user's reactions before the change.
    pub old_reaction: Vec<ReactionType>,
    /// The user's reactions after the change.
    pub new_reaction: Vec<ReactionType>,
}

/// New reaction counts of a message whose reactions are anonymous.
///
/// [Bot API](https://core.telegram.org/bots/api#messagereactioncountupdated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageReactionCountUpdated {
    /// The chat where the message is.
    pub chat: Chat,
    /// The message that was reacted to, by its id in the chat.
    pub message_id: i64,
    /// When the counts changed, as Unix time in seconds.
    pub date: i64,
    /// The reactions the message has now, with their counts.
    pub reactions: Vec<ReactionCount>,
}

/// A topic of a forum.
///
/// [Bot API](https://core.telegram.org/bots/api#forumtopic)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForumTopic {
    /// The topic's id, used as `message_thread_id` elsewhere.
    pub message_thread_id: i64,
    /// The topic's name as shown.
    pub name: String,
    /// Color of the topic's icon, as an RGB number.
    pub icon_color: i64,
    /// The custom emoji used as the icon, by its id.
    pub icon_custom_emoji_id: Option<String>,
    /// Set when the creator gave no name of their own, so the bot should probably pick a better
    /// one.
    pub is_name_implicit: bool,
}
