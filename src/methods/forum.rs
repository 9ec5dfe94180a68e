//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): forum topics.

use crate::telegram_method;
use crate::types::ChatId;

/// Lists the custom emoji stickers that anyone may use as a topic icon.
///
/// [Bot API](https://core.telegram.org/bots/api#getforumtopiciconstickers)
#[telegram_method("getForumTopicIconStickers")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetForumTopicIconStickers {}

/// Creates a topic in a forum supergroup or a private chat. A supergroup needs the
/// `can_manage_topics` administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#createforumtopic)
#[telegram_method("createForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateForumTopic {
    /// The chat to create the topic in, by id or `@username`.
    pub chat_id: ChatId,
    /// Name of the topic.
    pub name: String,
    /// Color of the icon as an RGB number, one of six allowed.
    pub icon_color: Option<i64>,
    /// The custom emoji to use as the icon, one of those from `getForumTopicIconStickers`.
    pub icon_custom_emoji_id: Option<String>,
}

/// Changes the name and icon of a topic. A supergroup needs the `can_manage_topics` administrator
/// right, unless the bot created the topic.
///
/// [Bot API](https://core.telegram.org/bots/api#editforumtopic)
#[telegram_method("editForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditForumTopic {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic to act on, by its thread id.
    pub message_thread_id: i64,
    /// The name to set; empty or unset keeps the old one.
    pub name: Option<String>,
    /// The custom emoji to use as the icon, from `getForumTopicIconStickers`; empty removes it,
    /// unset keeps it.
    pub icon_custom_emoji_id: Option<String>,
}

/// Closes a topic of a forum supergroup. Needs the `can_manage_topics` administrator right, unless
/// the bot created the topic.
///
/// [Bot API](https://core.telegram.org/bots/api#closeforumtopic)
#[telegram_method("closeForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CloseForumTopic {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic to act on, by its thread id.
    pub message_thread_id: i64,
}

/// Opens a closed topic of a forum supergroup again. Needs the `can_manage_topics` administrator
/// right, unless the bot created the topic.
///
/// [Bot API](https://core.telegram.org/bots/api#reopenforumtopic)
#[telegram_method("reopenForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReopenForumTopic {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic to act on, by its thread id.
    pub message_thread_id: i64,
}

/// Deletes a topic and every message in it. A supergroup needs the `can_delete_messages`
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#deleteforumtopic)
#[telegram_method("deleteForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteForumTopic {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic to act on, by its thread id.
    pub message_thread_id: i64,
}

/// Unpins every message of a topic. A supergroup needs the `can_pin_messages` administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#unpinallforumtopicmessages)
#[telegram_method("unpinAllForumTopicMessages")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnpinAllForumTopicMessages {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic to act on, by its thread id.
    pub message_thread_id: i64,
}

/// Renames the General topic of a forum supergroup. Needs the `can_manage_topics` administrator
/// right.
///
/// [Bot API](https://core.telegram.org/bots/api#editgeneralforumtopic)
#[telegram_method("editGeneralForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditGeneralForumTopic {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The name to set.
    pub name: String,
}

/// Closes the General topic of a forum supergroup. Needs the `can_manage_topics` administrator
/// right.
///
/// [Bot API](https://core.telegram.org/bots/api#closegeneralforumtopic)
#[telegram_method("closeGeneralForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CloseGeneralForumTopic {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
}

/// Opens the closed General topic of a forum supergroup again, and shows it if hidden. Needs the
/// `can_manage_topics` administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#reopengeneralforumtopic)
#[telegram_method("reopenGeneralForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReopenGeneralForumTopic {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
}

/// Hides the General topic of a forum supergroup, closing it if open. Needs the
/// `can_manage_topics` administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#hidegeneralforumtopic)
#[telegram_method("hideGeneralForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HideGeneralForumTopic {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
}

/// Shows the hidden General topic of a forum supergroup again. Needs the `can_manage_topics`
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#unhidegeneralforumtopic)
#[telegram_method("unhideGeneralForumTopic")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnhideGeneralForumTopic {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
}

/// Unpins every message of the General topic. Needs the `can_pin_messages` administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#unpinallgeneralforumtopicmessages)
#[telegram_method("unpinAllGeneralForumTopicMessages")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnpinAllGeneralForumTopicMessages {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
}
