//! Section [Available types](https://core.telegram.org/bots/api#available-types): members and rights.

use super::*;
use crate::{Unknown, telegram_type};

/// A community, which is a group of chats.
///
/// [Bot API](https://core.telegram.org/bots/api#community)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Community {
    /// Id of the community; up to 52 bits, so it fits an `i64`.
    pub id: i64,
    /// The community's name.
    pub name: String,
}

/// The photo of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatPhoto {
    /// File id of the 160x160 photo, for download only and only until the photo changes.
    pub small_file_id: String,
    /// For the 160x160 photo, an id that stays the same over time and across bots; no good for
    /// downloading or resending.
    pub small_file_unique_id: String,
    /// File id of the 640x640 photo, for download only and only until the photo changes.
    pub big_file_id: String,
    /// For the 640x640 photo, an id that stays the same over time and across bots; no good for
    /// downloading or resending.
    pub big_file_unique_id: String,
}

/// An invite link of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatinvitelink)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatInviteLink {
    /// The link itself; partly blanked out if another administrator created it.
    pub invite_link: String,
    /// Who created the link.
    pub creator: User,
    /// Whether administrators must approve those who use it.
    pub creates_join_request: bool,
    /// Whether it is the primary link.
    pub is_primary: bool,
    /// Whether it was revoked.
    pub is_revoked: bool,
    /// Name of the link.
    pub name: Option<String>,
    /// When it runs out, or did, as Unix time in seconds.
    pub expire_date: Option<i64>,
    /// How many members the link may bring in at the same time, 1 to 99999.
    pub member_limit: Option<i64>,
    /// How many of its join requests still wait.
    pub pending_join_request_count: Option<i64>,
    /// How many seconds a payment keeps the subscription going.
    pub subscription_period: Option<i64>,
    /// Telegram Stars a member pays at the start and for each further period.
    pub subscription_price: Option<i64>,
}

/// What an administrator may do in a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatadministratorrights)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatAdministratorRights {
    /// Whether the administrator stays hidden in the chat.
    pub is_anonymous: bool,
    /// May see the event log, boosts and hidden members, report spam, skip slow mode and write
    /// without paying. Comes with every other right.
    pub can_manage_chat: bool,
    /// May delete what others wrote.
    pub can_delete_messages: bool,
    /// May run video chats.
    pub can_manage_video_chats: bool,
    /// May restrict, ban and unban members, and see supergroup statistics.
    pub can_restrict_members: bool,
    /// May appoint administrators with some of their own rights, and demote those they appointed,
    /// even indirectly.
    pub can_promote_members: bool,
    /// May change the chat's title, photo and other settings.
    pub can_change_info: bool,
    /// May invite users to the chat.
    pub can_invite_users: bool,
    /// May post stories to the chat.
    pub can_post_stories: bool,
    /// May edit others' stories, put stories on the chat page, pin them and open the story
    /// archive.
    pub can_edit_stories: bool,
    /// May delete others' stories.
    pub can_delete_stories: bool,
    /// May post, approve suggested posts and see statistics; channels only.
    pub can_post_messages: Option<bool>,
    /// May edit others' messages and pin messages; channels only.
    pub can_edit_messages: Option<bool>,
    /// May pin messages; groups and supergroups only.
    pub can_pin_messages: Option<bool>,
    /// May create, rename, close and reopen topics; supergroups only.
    pub can_manage_topics: Option<bool>,
    /// May handle the channel's direct messages and decline suggested posts; channels only.
    pub can_manage_direct_messages: Option<bool>,
    /// May edit tags of ordinary members; groups and supergroups only.
    pub can_manage_tags: Option<bool>,
    /// May set up welcome messages; a bot may send them itself.
    pub can_send_welcome_messages: bool,
}

/// A change in somebody's membership of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatmemberupdated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatMemberUpdated {
    /// The chat where the membership changed.
    pub chat: Chat,
    /// The user whose action caused the change.
    pub from: User,
    /// When the change happened, as Unix time in seconds.
    pub date: i64,
    /// The membership before the change.
    pub old_chat_member: ChatMember,
    /// The membership after the change.
    pub new_chat_member: ChatMember,
    /// The invite link used to join; only present when somebody joined by a link.
    pub invite_link: Option<Box<ChatInviteLink>>,
    /// Whether an administrator approved a join request that was sent directly, not through an
    /// invite link.
    pub via_join_request: Option<bool>,
    /// Whether the user came in through the invite link of a chat folder.
    pub via_chat_folder_invite_link: Option<bool>,
}

/// One user's membership of a chat, in one of six statuses.
///
/// [Bot API](https://core.telegram.org/bots/api#chatmember)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatMember {
    /// The owner of a chat, who holds every administrator right.
    Owner(ChatMemberOwner),
    /// An administrator of a chat, with the rights they were given.
    Administrator(ChatMemberAdministrator),
    /// An ordinary member of a chat, without extra rights or restrictions.
    Member(ChatMemberMember),
    /// A user with restrictions in a supergroup.
    Restricted(ChatMemberRestricted),
    /// A user who is not in the chat now but is free to join.
    Left(ChatMemberLeft),
    /// A user banned from a chat, who can neither come back nor read it.
    Banned(ChatMemberBanned),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// The owner of a chat, who holds every administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#chatmemberowner)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatMemberOwner {
    /// The user who has this membership.
    pub user: User,
    /// Whether the owner stays hidden in the chat.
    pub is_anonymous: bool,
    /// The owner's custom title, if one is set.
    pub custom_title: Option<String>,
}

/// An administrator of a chat, with the rights they were given.
///
/// [Bot API](https://core.telegram.org/bots/api#chatmemberadministrator)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatMemberAdministrator {
    /// The user who has this membership.
    pub user: User,
    /// Whether the bot may change this administrator's rights.
    pub can_be_edited: bool,
    /// Whether the administrator stays hidden in the chat.
    pub is_anonymous: bool,
    /// May read the event log and boost list, see hidden members, report spam, and skip slow mode
    /// and paid-message fees. Every other administrator right includes this one.
    pub can_manage_chat: bool,
    /// May delete messages that others sent.
    pub can_delete_messages: bool,
    /// May manage the chat's video chats.
    pub can_manage_video_chats: bool,
    /// May restrict, ban and unban members, and look at supergroup statistics.
    pub can_restrict_members: bool,
    /// May appoint administrators with some of their own rights, and demote those they appointed,
    /// directly or through others.
    pub can_promote_members: bool,
    /// May change the title, photo and other chat settings.
    pub can_change_info: bool,
    /// May invite new people to the chat.
    pub can_invite_users: bool,
    /// May post stories for the chat.
    pub can_post_stories: bool,
    /// May edit others' stories, post and pin stories on the chat page, and open the story
    /// archive.
    pub can_edit_stories: bool,
    /// May delete stories that others posted.
    pub can_delete_stories: bool,
    /// May post to the channel, approve suggested posts and view channel statistics; channels
    /// only.
    pub can_post_messages: Option<bool>,
    /// May edit others' messages and pin messages; channels only.
    pub can_edit_messages: Option<bool>,
    /// May pin messages; groups and supergroups only.
    pub can_pin_messages: Option<bool>,
    /// May create, rename, close and reopen topics of the forum; supergroups only.
    pub can_manage_topics: Option<bool>,
    /// May handle the channel's direct messages and turn down suggested posts; channels only.
    pub can_manage_direct_messages: Option<bool>,
    /// May edit tags of ordinary members; groups and supergroups only.
    pub can_manage_tags: Option<bool>,
    /// May manage the chat's welcome messages; a bot may send them itself.
    pub can_send_welcome_messages: bool,
    /// The administrator's custom title, if one is set.
    pub custom_title: Option<String>,
}

/// An ordinary member of a chat, without extra rights or restrictions.
///
/// [Bot API](https://core.telegram.org/bots/api#chatmembermember)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatMemberMember {
    /// The member's tag, if any.
    pub tag: Option<String>,
    /// The user who has this membership.
    pub user: User,
    /// When the member's paid subscription ends, as Unix time in seconds.
    pub until_date: Option<i64>,
}

/// A user with restrictions in a supergroup.
///
/// [Bot API](https://core.telegram.org/bots/api#chatmemberrestricted)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatMemberRestricted {
    /// The member's tag, if any.
    pub tag: Option<String>,
    /// The user who has this membership.
    pub user: User,
    /// Whether the user is in the chat right now.
    pub is_member: bool,
    /// May send text and rich messages, contacts, giveaways and their results, invoices, locations
    /// and venues.
    pub can_send_messages: bool,
    /// May send audio files to the chat.
    pub can_send_audios: bool,
    /// May send documents to the chat.
    pub can_send_documents: bool,
    /// May send photos to the chat.
    pub can_send_photos: bool,
    /// May send videos to the chat.
    pub can_send_videos: bool,
    /// May send video notes to the chat.
    pub can_send_video_notes: bool,
    /// May send voice notes to the chat.
    pub can_send_voice_notes: bool,
    /// May send polls and checklists to the chat.
    pub can_send_polls: bool,
    /// May send animations, games and stickers, and use inline bots.
    pub can_send_other_messages: bool,
    /// May add link previews to messages.
    pub can_add_web_page_previews: bool,
    /// May react to messages in the chat.
    pub can_react_to_messages: bool,
    /// May change their own tag.
    pub can_edit_tag: bool,
    /// May change the title, photo and other chat settings.
    pub can_change_info: bool,
    /// May invite new people to the chat.
    pub can_invite_users: bool,
    /// May pin messages in the chat.
    pub can_pin_messages: bool,
    /// May create topics in the forum.
    pub can_manage_topics: bool,
    /// When the restrictions end, as Unix time in seconds; 0 means never.
    pub until_date: i64,
}

/// A user who is not in the chat now but is free to join.
///
/// [Bot API](https://core.telegram.org/bots/api#chatmemberleft)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatMemberLeft {
    /// The user who has this membership.
    pub user: User,
}

/// A user banned from a chat, who can neither come back nor read it.
///
/// [Bot API](https://core.telegram.org/bots/api#chatmemberbanned)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatMemberBanned {
    /// The user who has this membership.
    pub user: User,
    /// When the ban ends, as Unix time in seconds; 0 means never.
    pub until_date: i64,
}

/// A user's request to join a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatjoinrequest)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatJoinRequest {
    /// The chat the user wants to join.
    pub chat: Chat,
    /// The user who asks to join.
    pub from: User,
    /// The private chat with that user; may need 52 bits. The bot may write there for 5 minutes,
    /// until the request is handled or another administrator makes contact.
    pub user_chat_id: i64,
    /// When the request was sent, as Unix time in seconds.
    pub date: i64,
    /// The user's bio, if any.
    pub bio: Option<String>,
    /// The invite link through which the request came.
    pub invite_link: Option<Box<ChatInviteLink>>,
    /// Id of the join request query, only for bots set to handle requests. Within 10 seconds call
    /// `sendChatJoinRequestWebApp` or `answerChatJoinRequestQuery`.
    pub query_id: Option<String>,
}

/// What users who are not administrators may do in a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatpermissions)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatPermissions {
    /// May send text and rich messages, contacts, giveaways and their results, invoices, locations
    /// and venues.
    pub can_send_messages: Option<bool>,
    /// May send audio files to the chat.
    pub can_send_audios: Option<bool>,
    /// May send documents to the chat.
    pub can_send_documents: Option<bool>,
    /// May send photos to the chat.
    pub can_send_photos: Option<bool>,
    /// May send videos to the chat.
    pub can_send_videos: Option<bool>,
    /// May send video notes to the chat.
    pub can_send_video_notes: Option<bool>,
    /// May send voice notes to the chat.
    pub can_send_voice_notes: Option<bool>,
    /// May send polls and checklists to the chat.
    pub can_send_polls: Option<bool>,
    /// May send animations, games and stickers, and use inline bots.
    pub can_send_other_messages: Option<bool>,
    /// May add link previews to messages.
    pub can_add_web_page_previews: Option<bool>,
    /// May react to messages; same as `can_send_messages` if unset.
    pub can_react_to_messages: Option<bool>,
    /// May change their own tag; same as `can_pin_messages` if unset.
    pub can_edit_tag: Option<bool>,
    /// May change the title, photo and other chat settings; no effect in public supergroups.
    pub can_change_info: Option<bool>,
    /// May invite new people to the chat.
    pub can_invite_users: Option<bool>,
    /// May pin messages; no effect in public supergroups.
    pub can_pin_messages: Option<bool>,
    /// May create topics in the forum; same as `can_pin_messages` if unset.
    pub can_manage_topics: Option<bool>,
}
