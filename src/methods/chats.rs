//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): chats.

use crate::telegram_method;
use crate::types::{ChatId, InputFile};

/// Sets the photo of a group or channel; private chats are excluded. Needs the matching
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#setchatphoto)
#[telegram_method("setChatPhoto")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetChatPhoto {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The photo to set, which has to be uploaded.
    pub photo: InputFile,
}

/// Removes the photo of a group or channel; private chats are excluded. Needs the matching
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#deletechatphoto)
#[telegram_method("deleteChatPhoto")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteChatPhoto {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
}

/// Renames a group or channel; private chats are excluded. Needs the matching administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#setchattitle)
#[telegram_method("setChatTitle")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetChatTitle {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The title to set.
    pub title: String,
}

/// Sets the description of a group, supergroup or channel. Needs the matching administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#setchatdescription)
#[telegram_method("setChatDescription")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetChatDescription {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The description to set.
    pub description: Option<String>,
}

/// Pins a message. Groups need the `can_pin_messages` administrator right and channels
/// `can_edit_messages`; private and direct messages chats need none.
///
/// [Bot API](https://core.telegram.org/bots/api#pinchatmessage)
#[telegram_method("pinChatMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PinChatMessage {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The message to pin; no service messages.
    pub message_id: i64,
    /// Pin without notifying the members; always so in channels and private chats.
    pub disable_notification: Option<bool>,
}

/// Unpins a message. Groups need the `can_pin_messages` administrator right and channels
/// `can_edit_messages`; private and direct messages chats need none.
///
/// [Bot API](https://core.telegram.org/bots/api#unpinchatmessage)
#[telegram_method("unpinChatMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnpinChatMessage {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The message to unpin; the latest pinned one if unset. Needed with
    /// `business_connection_id`.
    pub message_id: Option<i64>,
}

/// Unpins every message of a chat. Groups need the `can_pin_messages` administrator right and
/// channels `can_edit_messages`; private and direct messages chats need none.
///
/// [Bot API](https://core.telegram.org/bots/api#unpinallchatmessages)
#[telegram_method("unpinAllChatMessages")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnpinAllChatMessages {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
}

/// Takes the bot out of a group, supergroup or channel.
///
/// [Bot API](https://core.telegram.org/bots/api#leavechat)
#[telegram_method("leaveChat")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LeaveChat {
    /// The chat to leave, by id or `@username`; for a direct messages chat, leave its channel.
    pub chat_id: ChatId,
}

/// Fetches current, full information about a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#getchat)
#[telegram_method("getChat")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetChat {
    /// The chat to look up, by id or `@username`.
    pub chat_id: ChatId,
}

/// Lists the administrators of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#getchatadministrators)
#[telegram_method("getChatAdministrators")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetChatAdministrators {
    /// The chat to look up, by id or `@username`.
    pub chat_id: ChatId,
    /// List other bots too; only the bot itself is included otherwise.
    pub return_bots: Option<bool>,
}

/// Counts the members of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#getchatmembercount)
#[telegram_method("getChatMemberCount")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetChatMemberCount {
    /// The chat to look up, by id or `@username`.
    pub chat_id: ChatId,
}

/// Looks up a member of a chat. Other users are only certain to be found if the bot is an
/// administrator.
///
/// [Bot API](https://core.telegram.org/bots/api#getchatmember)
#[telegram_method("getChatMember")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetChatMember {
    /// The chat to look in, by id or `@username`.
    pub chat_id: ChatId,
    /// The member to look up, by id.
    pub user_id: i64,
}

/// Lists the latest messages of the personal chat shown on a user's profile.
///
/// [Bot API](https://core.telegram.org/bots/api#getuserpersonalchatmessages)
#[telegram_method("getUserPersonalChatMessages")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUserPersonalChatMessages {
    /// Whose personal chat to read.
    pub user_id: i64,
    /// How many messages to return at most.
    pub limit: i64,
}

/// Sets the group sticker set of a supergroup. Needs the matching administrator right; see
/// `can_set_sticker_set` in the result of `getChat`.
///
/// [Bot API](https://core.telegram.org/bots/api#setchatstickerset)
#[telegram_method("setChatStickerSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetChatStickerSet {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// Name of the sticker set to use.
    pub sticker_set_name: String,
}

/// Removes the group sticker set of a supergroup. Needs the matching administrator right; see
/// `can_set_sticker_set` in the result of `getChat`.
///
/// [Bot API](https://core.telegram.org/bots/api#deletechatstickerset)
#[telegram_method("deleteChatStickerSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteChatStickerSet {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
}
