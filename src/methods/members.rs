//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): members and invite links.

use crate::telegram_method;
use crate::types::{ChatId, ChatPermissions, JoinRequestAnswer};

/// Bans a user from a group, supergroup or channel. Needs the matching administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#banchatmember)
#[telegram_method("banChatMember")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BanChatMember {
    /// The chat to ban from, by id or `@username`.
    pub chat_id: ChatId,
    /// The user to ban, by id.
    pub user_id: i64,
    /// When the ban ends, as Unix time in seconds; under 30 seconds or over 366 days away means
    /// never. Supergroups and channels only.
    pub until_date: Option<i64>,
    /// Also delete what was said in the chat from the view of the user; always on in supergroups
    /// and channels.
    pub revoke_messages: Option<bool>,
}

/// Lifts a ban in a supergroup or channel, so that the user may join again. Removes current
/// members too unless `only_if_banned` is set; needs administrator rights.
///
/// [Bot API](https://core.telegram.org/bots/api#unbanchatmember)
#[telegram_method("unbanChatMember")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnbanChatMember {
    /// The chat to unban in, by id or `@username`.
    pub chat_id: ChatId,
    /// The user to unban, by id.
    pub user_id: i64,
    /// Leave users without a ban alone.
    pub only_if_banned: Option<bool>,
}

/// Limits what a user may do in a supergroup. Needs the matching administrator right; granting
/// every permission lifts all limits.
///
/// [Bot API](https://core.telegram.org/bots/api#restrictchatmember)
#[telegram_method("restrictChatMember")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RestrictChatMember {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The user to restrict, by id.
    pub user_id: i64,
    /// What the user may do from now on.
    pub permissions: ChatPermissions,
    /// Apply each permission on its own, so that none of them implies other ones.
    pub use_independent_chat_permissions: Option<bool>,
    /// When the limits end, as Unix time in seconds; under 30 seconds or over 366 days away means
    /// never.
    pub until_date: Option<i64>,
}

/// Makes a user an administrator of a supergroup or channel, or takes that away when every right
/// is `false`. Needs the matching administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#promotechatmember)
#[telegram_method("promoteChatMember")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PromoteChatMember {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The user to promote or demote, by id.
    pub user_id: i64,
    /// Hide that the administrator is in the chat.
    pub is_anonymous: Option<bool>,
    /// Let them use the event log, boosts and hidden member lists, report spam, and skip slow mode
    /// and Star fees. Any other right implies it.
    pub can_manage_chat: Option<bool>,
    /// Let them delete what others sent.
    pub can_delete_messages: Option<bool>,
    /// Let them run video chats.
    pub can_manage_video_chats: Option<bool>,
    /// Let them restrict, ban and unban members and see supergroup statistics; on by default for
    /// channel administrators.
    pub can_restrict_members: Option<bool>,
    /// Let them appoint administrators with some of their own rights, and demote those they or
    /// their appointees chose.
    pub can_promote_members: Option<bool>,
    /// Let them change the title, photo and other settings.
    pub can_change_info: Option<bool>,
    /// Let them invite new members.
    pub can_invite_users: Option<bool>,
    /// Let them post stories for the chat.
    pub can_post_stories: Option<bool>,
    /// Let them edit stories of others, post and pin stories on the chat page, and open the
    /// archive.
    pub can_edit_stories: Option<bool>,
    /// Let them delete stories that others posted.
    pub can_delete_stories: Option<bool>,
    /// Let them post, approve suggested posts and see statistics; channels only.
    pub can_post_messages: Option<bool>,
    /// Let them edit posts of others and pin messages; channels only.
    pub can_edit_messages: Option<bool>,
    /// Let them pin messages; supergroups only.
    pub can_pin_messages: Option<bool>,
    /// Let them create, rename, close and reopen topics; supergroups only.
    pub can_manage_topics: Option<bool>,
    /// Let them handle direct messages of the channel and turn down suggested posts; channels
    /// only.
    pub can_manage_direct_messages: Option<bool>,
    /// Let them change tags of ordinary members; groups and supergroups only.
    pub can_manage_tags: Option<bool>,
    /// Let them manage welcome messages, or send these if the member is a bot.
    pub can_send_welcome_messages: Option<bool>,
}

/// Sets the custom title of an administrator whom the bot promoted in a supergroup.
///
/// [Bot API](https://core.telegram.org/bots/api#setchatadministratorcustomtitle)
#[telegram_method("setChatAdministratorCustomTitle")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetChatAdministratorCustomTitle {
    /// The supergroup to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The administrator to title, by id.
    pub user_id: i64,
    /// The title to show, without emoji.
    pub custom_title: String,
}

/// Sets the tag of an ordinary member of a group or supergroup. Needs the `can_manage_tags`
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#setchatmembertag)
#[telegram_method("setChatMemberTag")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetChatMemberTag {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// The member to tag, by id.
    pub user_id: i64,
    /// The tag to show, without emoji.
    pub tag: Option<String>,
}

/// Bans a channel from a supergroup or channel, so that its owner cannot write there as any
/// channel. Needs the matching administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#banchatsenderchat)
#[telegram_method("banChatSenderChat")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BanChatSenderChat {
    /// The chat to ban from, by id or `@username`.
    pub chat_id: ChatId,
    /// The channel to ban, by id.
    pub sender_chat_id: i64,
}

/// Lifts the ban of a channel in a supergroup or channel. Needs the matching administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#unbanchatsenderchat)
#[telegram_method("unbanChatSenderChat")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnbanChatSenderChat {
    /// The chat to unban in, by id or `@username`.
    pub chat_id: ChatId,
    /// The channel to unban, by id.
    pub sender_chat_id: i64,
}

/// Sets what members of a group or supergroup may do by default. Needs the `can_restrict_members`
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#setchatpermissions)
#[telegram_method("setChatPermissions")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetChatPermissions {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// What members may do from now on.
    pub permissions: ChatPermissions,
    /// Apply each permission on its own, so that none of them implies other ones.
    pub use_independent_chat_permissions: Option<bool>,
}

/// Makes a new primary invite link of the bot for a chat and revokes the old one. Needs the
/// matching administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#exportchatinvitelink)
#[telegram_method("exportChatInviteLink")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExportChatInviteLink {
    /// The chat to link to, by id or `@username`.
    pub chat_id: ChatId,
}

/// Creates an additional invite link for a chat. Needs the matching administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#createchatinvitelink)
#[telegram_method("createChatInviteLink")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateChatInviteLink {
    /// The chat to link to, by id or `@username`.
    pub chat_id: ChatId,
    /// Name of the link.
    pub name: Option<String>,
    /// When the link stops working, as Unix time in seconds.
    pub expire_date: Option<i64>,
    /// How many users who came by the link may be in the chat at once.
    pub member_limit: Option<i64>,
    /// Have administrators approve those who come by the link; rules out `member_limit`.
    pub creates_join_request: Option<bool>,
}

/// Changes an invite link that the bot made, other than the primary one. Needs the matching
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#editchatinvitelink)
#[telegram_method("editChatInviteLink")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditChatInviteLink {
    /// The chat the link leads to, by id or `@username`.
    pub chat_id: ChatId,
    /// The link to change.
    pub invite_link: String,
    /// Name of the link.
    pub name: Option<String>,
    /// When the link stops working, as Unix time in seconds.
    pub expire_date: Option<i64>,
    /// How many users who came by the link may be in the chat at once.
    pub member_limit: Option<i64>,
    /// Have administrators approve those who come by the link; rules out `member_limit`.
    pub creates_join_request: Option<bool>,
}

/// Creates an invite link to a channel whose users pay a subscription. Needs the `can_invite_users`
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#createchatsubscriptioninvitelink)
#[telegram_method("createChatSubscriptionInviteLink")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateChatSubscriptionInviteLink {
    /// The channel to link to, by id or `@username`.
    pub chat_id: ChatId,
    /// Name of the link.
    pub name: Option<String>,
    /// Seconds between payments; 2592000 (30 days) is the only choice.
    pub subscription_period: i64,
    /// Price of each period in Telegram Stars, the first included.
    pub subscription_price: i64,
}

/// Changes a subscription invite link that the bot made. Needs the `can_invite_users`
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#editchatsubscriptioninvitelink)
#[telegram_method("editChatSubscriptionInviteLink")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditChatSubscriptionInviteLink {
    /// The channel the link leads to, by id or `@username`.
    pub chat_id: ChatId,
    /// The link to change.
    pub invite_link: String,
    /// Name of the link.
    pub name: Option<String>,
}

/// Revokes an invite link that the bot made; a primary one gets replaced. Needs the matching
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#revokechatinvitelink)
#[telegram_method("revokeChatInviteLink")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RevokeChatInviteLink {
    /// The chat the link leads to, by id or `@username`.
    pub chat_id: ChatId,
    /// The link to revoke.
    pub invite_link: String,
}

/// Lets in a user who asked to join. Needs the `can_invite_users` administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#approvechatjoinrequest)
#[telegram_method("approveChatJoinRequest")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ApproveChatJoinRequest {
    /// The chat to let the user into, by id or `@username`.
    pub chat_id: ChatId,
    /// The user to let in, by id.
    pub user_id: i64,
}

/// Turns away a user who asked to join. Needs the `can_invite_users` administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#declinechatjoinrequest)
#[telegram_method("declineChatJoinRequest")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeclineChatJoinRequest {
    /// The chat the user asked to join, by id or `@username`.
    pub chat_id: ChatId,
    /// The user to turn away, by id.
    pub user_id: i64,
}

/// Decides on a join request that was sent to the bot as a query.
///
/// [Bot API](https://core.telegram.org/bots/api#answerchatjoinrequestquery)
#[telegram_method("answerChatJoinRequestQuery")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnswerChatJoinRequestQuery {
    /// The join request query to answer.
    pub chat_join_request_query_id: String,
    /// The decision: `"approve"`, `"decline"`, or `"queue"` to let other administrators decide.
    pub result: JoinRequestAnswer,
}

/// Opens a Mini App for a user who asked to join, ahead of the decision. Give that later with
/// `answerChatJoinRequestQuery`.
///
/// [Bot API](https://core.telegram.org/bots/api#sendchatjoinrequestwebapp)
#[telegram_method("sendChatJoinRequestWebApp")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendChatJoinRequestWebApp {
    /// The join request query to handle.
    pub chat_join_request_query_id: String,
    /// HTTPS address of the Mini App to open.
    pub web_app_url: String,
}
