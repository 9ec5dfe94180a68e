//! Section [Available types](https://core.telegram.org/bots/api#available-types): users and chats.

use super::*;
use crate::telegram_type;

/// A user of Telegram, or a bot.
///
/// [Bot API](https://core.telegram.org/bots/api#user)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// The user's or bot's id; up to 52 bits, so it fits an `i64`.
    pub id: i64,
    /// Whether this is a bot.
    pub is_bot: bool,
    /// First name of the user or bot.
    pub first_name: String,
    /// Last name of the user or bot.
    pub last_name: Option<String>,
    /// Username, without the leading `@`.
    pub username: Option<String>,
    /// Language of the user, as an IETF tag.
    pub language_code: Option<String>,
    /// Whether the user has Telegram Premium.
    pub is_premium: bool,
    /// Whether the user put the bot into the attachment menu.
    pub added_to_attachment_menu: bool,
    /// Whether groups may invite the bot; only from `getMe`.
    pub can_join_groups: Option<bool>,
    /// Whether the bot's privacy mode is off; only from `getMe`.
    pub can_read_all_group_messages: Option<bool>,
    /// Whether the bot answers guest queries in chats it has not joined; only from `getMe`.
    pub supports_guest_queries: Option<bool>,
    /// Whether the bot takes inline queries; only from `getMe`.
    pub supports_inline_queries: Option<bool>,
    /// Whether user accounts can connect the bot to be managed by it; only from `getMe`.
    pub can_connect_to_business: Option<bool>,
    /// Whether there is a main Web App for the bot; only from `getMe`.
    pub has_main_web_app: Option<bool>,
    /// Whether private chats with the bot have forum topics; only from `getMe`.
    pub has_topics_enabled: Option<bool>,
    /// Whether users may add and remove topics in private chats with the bot; only from `getMe`.
    pub allows_users_to_create_topics: Option<bool>,
    /// Whether the bot may control other bots created for it; only from `getMe`.
    pub can_manage_bots: Option<bool>,
    /// Whether the bot can be put in charge of join request queries; only from `getMe`.
    pub supports_join_request_queries: Option<bool>,
}

/// A private chat, group, supergroup or channel.
///
/// [Bot API](https://core.telegram.org/bots/api#chat)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Chat {
    /// The chat's id; up to 52 bits and possibly negative, so it fits an `i64`.
    pub id: i64,
    /// Kind of chat: `"private"`, `"group"`, `"supergroup"` or `"channel"`.
    pub r#type: ChatType,
    /// Title of a group, supergroup or channel.
    pub title: Option<String>,
    /// Username of a private chat, supergroup or channel, where there is one.
    pub username: Option<String>,
    /// First name of the person a private chat is with.
    pub first_name: Option<String>,
    /// Last name of the person a private chat is with.
    pub last_name: Option<String>,
    /// Whether the supergroup is a forum, with topics.
    pub is_forum: bool,
    /// Whether this is a channel's direct messages chat.
    pub is_direct_messages: bool,
}

/// Everything about a chat, as `getChat` returns it.
///
/// [Bot API](https://core.telegram.org/bots/api#chatfullinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatFullInfo {
    /// The chat's id; up to 52 bits and possibly negative, so it fits an `i64`.
    pub id: i64,
    /// Kind of chat: `"private"`, `"group"`, `"supergroup"` or `"channel"`.
    pub r#type: ChatType,
    /// Title of a group, supergroup or channel.
    pub title: Option<String>,
    /// Username of a private chat, supergroup or channel, where there is one.
    pub username: Option<String>,
    /// First name of the person a private chat is with.
    pub first_name: Option<String>,
    /// Last name of the person a private chat is with.
    pub last_name: Option<String>,
    /// Whether the supergroup is a forum, with topics.
    pub is_forum: bool,
    /// Whether this is a channel's direct messages chat.
    pub is_direct_messages: bool,
    /// Id of the accent color of the chat name, and of the background of its photo, reply headers
    /// and link previews.
    pub accent_color_id: i64,
    /// How many reactions one message in the chat may have.
    pub max_reaction_count: i64,
    /// The chat's photo.
    pub photo: Option<Box<ChatPhoto>>,
    /// All usernames in use, for private chats, supergroups and channels.
    pub active_usernames: Option<Vec<String>>,
    /// The user's date of birth; private chats only.
    pub birthdate: Option<Box<Birthdate>>,
    /// Intro of the business; private chats with business accounts only.
    pub business_intro: Option<Box<BusinessIntro>>,
    /// Where the business is; private chats with business accounts only.
    pub business_location: Option<Box<BusinessLocation>>,
    /// When the business is open; private chats with business accounts only.
    pub business_opening_hours: Option<Box<BusinessOpeningHours>>,
    /// The user's personal channel; private chats only.
    pub personal_chat: Option<Box<Chat>>,
    /// The channel a direct messages chat belongs to.
    pub parent_chat: Option<Box<Chat>>,
    /// Reactions that may be used in the chat; all emoji reactions if unset.
    pub available_reactions: Option<Vec<ReactionType>>,
    /// Custom emoji on the background of reply headers and link previews.
    pub background_custom_emoji_id: Option<String>,
    /// Id of the accent color of the profile background.
    pub profile_accent_color_id: Option<i64>,
    /// Custom emoji on the profile background.
    pub profile_background_custom_emoji_id: Option<String>,
    /// Custom emoji shown as emoji status by the chat, or by the user of a private chat.
    pub emoji_status_custom_emoji_id: Option<String>,
    /// When the emoji status ends, as Unix time in seconds.
    pub emoji_status_expiration_date: Option<i64>,
    /// Bio of the person a private chat is with.
    pub bio: Option<String>,
    /// Whether the user's privacy settings let `tg://user?id=<user_id>` links to them work only in
    /// chats with them.
    pub has_private_forwards: bool,
    /// Whether the user's privacy settings bar voice and video note messages.
    pub has_restricted_voice_and_video_messages: bool,
    /// Whether one must join the supergroup before writing in it.
    pub join_to_send_messages: bool,
    /// Whether administrators must approve everyone who joins the supergroup without an invite
    /// link.
    pub join_by_request: bool,
    /// Description of a group, supergroup or channel.
    pub description: Option<String>,
    /// Primary invite link of a group, supergroup or channel.
    pub invite_link: Option<String>,
    /// The pinned message that was sent last.
    pub pinned_message: Option<Box<Message>>,
    /// What members may do by default, in groups and supergroups.
    pub permissions: Option<ChatPermissions>,
    /// Kinds of gifts the chat, or the user of a private chat, accepts.
    pub accepted_gift_types: AcceptedGiftTypes,
    /// Whether the channel takes paid media, sent or forwarded; channels only.
    pub can_send_paid_media: bool,
    /// Seconds an ordinary supergroup member must wait between two messages.
    pub slow_mode_delay: Option<i64>,
    /// How many boosts free an ordinary supergroup member from slow mode and chat permissions.
    pub unrestrict_boost_count: Option<i64>,
    /// Seconds after which messages in the chat are deleted by themselves.
    pub message_auto_delete_time: Option<i64>,
    /// Whether the supergroup runs aggressive anti-spam checks; only shown to administrators.
    pub has_aggressive_anti_spam_enabled: bool,
    /// Whether ordinary members see only bots and administrators in the member list.
    pub has_hidden_members: bool,
    /// Whether forwarding messages out of the chat is barred.
    pub has_protected_content: bool,
    /// Whether new members see older messages; only shown to administrators.
    pub has_visible_history: bool,
    /// Name of the supergroup's sticker set.
    pub sticker_set_name: Option<String>,
    /// Whether the bot may change the group's sticker set.
    pub can_set_sticker_set: bool,
    /// Name of the supergroup's custom emoji set, whose emoji every user and bot in it may use.
    pub custom_emoji_sticker_set_name: Option<String>,
    /// Id of the chat linked to this one: a channel's discussion group, or a discussion group's
    /// channel.
    pub linked_chat_id: Option<i64>,
    /// Where a location-based supergroup is.
    pub location: Option<Box<ChatLocation>>,
    /// The user's rating, if any; private chats only.
    pub rating: Option<Box<UserRating>>,
    /// The first audio on the user's profile; private chats only.
    pub first_profile_audio: Option<Box<Audio>>,
    /// Colors from a unique gift to use for the chat's name, replies and link previews.
    pub unique_gift_colors: Option<Box<UniqueGiftColors>>,
    /// Telegram Stars an ordinary user pays per message sent here.
    pub paid_message_star_count: Option<i64>,
    /// The bot that handles the chat's join request queries; only shown to administrators.
    pub guard_bot: Option<Box<User>>,
    /// The community the chat is part of.
    pub community: Option<Box<Community>>,
}
