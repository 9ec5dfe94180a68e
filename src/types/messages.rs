//! Section [Available types](https://core.telegram.org/bots/api#available-types): messages.

use super::*;
use crate::{Unknown, telegram_type};

/// A message, including service messages.
///
/// Members that few messages have are boxed, so that the others do not carry them around.
///
/// [Bot API](https://core.telegram.org/bots/api#message)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Message {
    /// Id within the chat; 0 for ephemeral messages. Also 0 when the server scheduled the message,
    /// which cannot be used until it is sent.
    pub message_id: i64,
    /// The message thread or forum topic it is in; supergroups and private chats only.
    pub message_thread_id: Option<i64>,
    /// The topic it is in, for direct messages chats.
    pub direct_messages_topic: Option<Box<DirectMessagesTopic>>,
    /// Who sent it; may be missing in channels. Outside channels, a stand-in user when it was sent
    /// as a chat.
    pub from: Option<Box<User>>,
    /// The chat it was sent as, such as a supergroup with anonymous administrators or a linked
    /// channel.
    pub sender_chat: Option<Box<Chat>>,
    /// How many times the sender has boosted the chat.
    pub sender_boost_count: Option<i64>,
    /// The bot that really sent it for the business account; outgoing messages only.
    pub sender_business_bot: Option<Box<User>>,
    /// The sender's tag or custom title; supergroups only.
    pub sender_tag: Option<Box<String>>,
    /// Who got the ephemeral message.
    pub receiver_user: Option<Box<User>>,
    /// Id of the ephemeral message within the chat; may be given to another one after this is
    /// gone.
    pub ephemeral_message_id: Option<i64>,
    /// When it was sent, as Unix time in seconds; always positive.
    pub date: i64,
    /// The guest query to answer with `answerGuestQuery`. If set, the chat is the one the bot was
    /// summoned in, whatever other chats share its id.
    pub guest_query_id: Option<Box<String>>,
    /// The business connection it came through. If set, the chat is the business account's, not
    /// the bot's own chat of the same id.
    pub business_connection_id: Option<Box<String>>,
    /// The chat it is in.
    pub chat: Box<Chat>,
    /// Where a forwarded message came from.
    pub forward_origin: Option<Box<MessageOrigin>>,
    /// Whether it is in a topic, of a forum supergroup or of a private chat with the bot.
    pub is_topic_message: bool,
    /// Whether it is a channel post forwarded automatically to the linked discussion group.
    pub is_automatic_forward: bool,
    /// The message it replies to, in the same chat and thread, without that one's own
    /// `reply_to_message`. May be missing for an ephemeral original.
    pub reply_to_message: Option<Box<Message>>,
    /// The message it replies to, when that may be from another chat or topic.
    pub external_reply: Option<Box<ExternalReplyInfo>>,
    /// The part of the original that the reply quotes.
    pub quote: Option<Box<TextQuote>>,
    /// The story it replies to.
    pub reply_to_story: Option<Box<Story>>,
    /// The checklist task it replies to.
    pub reply_to_checklist_task_id: Option<i64>,
    /// Persistent id of the poll option it replies to.
    pub reply_to_poll_option_id: Option<Box<String>>,
    /// The inline bot it was sent through.
    pub via_bot: Option<Box<User>>,
    /// The user whose message made the guest bot answer with this one.
    pub guest_bot_caller_user: Option<Box<User>>,
    /// The chat whose message made the guest bot answer with this one.
    pub guest_bot_caller_chat: Option<Box<Chat>>,
    /// When it was last edited, as Unix time in seconds.
    pub edit_date: Option<i64>,
    /// Whether forwarding it is barred.
    pub has_protected_content: bool,
    /// Whether it was sent automatically: an away or greeting message of a business, or a scheduled
    /// message.
    pub is_from_offline: bool,
    /// Whether it is a paid post, which cannot be edited and earns only if kept for 24 hours.
    pub is_paid_post: bool,
    /// Id within the chat of the album it is part of.
    pub media_group_id: Option<Box<String>>,
    /// Signature of a channel post's author, or an anonymous administrator's custom title in
    /// groups.
    pub author_signature: Option<Box<String>>,
    /// Telegram Stars the sender paid to send it.
    pub paid_star_count: Option<i64>,
    /// The text, in a text message.
    pub text: Option<String>,
    /// Formatting and special parts of the text.
    pub entities: Option<Vec<MessageEntity>>,
    /// How the link preview was set up, in text messages where that was changed.
    pub link_preview_options: Option<Box<LinkPreviewOptions>>,
    /// Terms of a suggested post in a channel's direct messages chat. Once approved or declined,
    /// it cannot be edited.
    pub suggested_post_info: Option<Box<SuggestedPostInfo>>,
    /// Id of the message effect.
    pub effect_id: Option<Box<String>>,
    /// The rich formatted content, if the message has it.
    pub rich_message: Option<Box<RichMessage>>,
    /// The animation, if the message is one; `document` is then set as well.
    pub animation: Option<Box<Animation>>,
    /// The audio file, if the message is one.
    pub audio: Option<Box<Audio>>,
    /// The file, if the message is a general file.
    pub document: Option<Box<Document>>,
    /// The live photo, if the message is one; `photo` is then set as well.
    pub live_photo: Option<Box<LivePhoto>>,
    /// The paid media in the message.
    pub paid_media: Option<Box<PaidMediaInfo>>,
    /// The sizes of the photo, if the message is one.
    pub photo: Option<Vec<PhotoSize>>,
    /// The sticker, if the message is one.
    pub sticker: Option<Box<Sticker>>,
    /// The story, if the message forwards one.
    pub story: Option<Box<Story>>,
    /// The video, if the message is one.
    pub video: Option<Box<Video>>,
    /// The video note, if the message is one.
    pub video_note: Option<Box<VideoNote>>,
    /// The voice message, if the message is one.
    pub voice: Option<Box<Voice>>,
    /// Caption of the media.
    pub caption: Option<String>,
    /// Formatting and special parts of the caption.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Whether the caption goes above the media.
    pub show_caption_above_media: bool,
    /// Whether a spoiler hides the media.
    pub has_media_spoiler: bool,
    /// The checklist, if the message is one.
    pub checklist: Option<Box<Checklist>>,
    /// The contact that was shared.
    pub contact: Option<Box<Contact>>,
    /// The dice with its random value, if the message is one.
    pub dice: Option<Box<Dice>>,
    /// The game, if the message is one.
    pub game: Option<Box<Game>>,
    /// The poll, if the message is one.
    pub poll: Option<Box<Poll>>,
    /// The venue, if the message is one; `location` is then set as well.
    pub venue: Option<Box<Venue>>,
    /// The location that was shared.
    pub location: Option<Box<Location>>,
    /// Who was added to the group or supergroup; may include the bot.
    pub new_chat_members: Option<Vec<User>>,
    /// Who left or was removed from the group; may be the bot.
    pub left_chat_member: Option<Box<User>>,
    /// Service message: the owner left the chat.
    pub chat_owner_left: Option<ChatOwnerLeft>,
    /// Service message: the chat got another owner.
    pub chat_owner_changed: Option<Box<ChatOwnerChanged>>,
    /// Service message: the chat's new title.
    pub new_chat_title: Option<Box<String>>,
    /// Service message: the chat's new photo.
    pub new_chat_photo: Option<Box<Vec<PhotoSize>>>,
    /// Service message: the chat's photo was removed.
    pub delete_chat_photo: bool,
    /// Service message: this group was created.
    pub group_chat_created: bool,
    /// Service message: this supergroup was created. Seen only inside `reply_to_message`, as no
    /// bot is there from the start.
    pub supergroup_chat_created: bool,
    /// Service message: this channel was created. Seen only inside `reply_to_message`, as no bot
    /// is there from the start.
    pub channel_chat_created: bool,
    /// Service message: the auto-delete timer was changed.
    pub message_auto_delete_timer_changed: Option<Box<MessageAutoDeleteTimerChanged>>,
    /// Id of the supergroup that this group became; up to 52 bits, so it fits an `i64`.
    pub migrate_to_chat_id: Option<i64>,
    /// Id of the group that this supergroup used to be; up to 52 bits, so it fits an `i64`.
    pub migrate_from_chat_id: Option<i64>,
    /// Service message: the message that was pinned, without its own `reply_to_message`.
    pub pinned_message: Option<Box<MaybeInaccessibleMessage>>,
    /// The invoice, if the message is one.
    pub invoice: Option<Box<Invoice>>,
    /// Service message: a payment went through.
    pub successful_payment: Option<Box<SuccessfulPayment>>,
    /// Service message: a payment was given back.
    pub refunded_payment: Option<Box<RefundedPayment>>,
    /// Service message: the user shared users with the bot.
    pub users_shared: Option<Box<UsersShared>>,
    /// Service message: the user shared a chat with the bot.
    pub chat_shared: Option<Box<ChatShared>>,
    /// Service message: a regular gift was given or received.
    pub gift: Option<Box<GiftInfo>>,
    /// Service message: a unique gift was given or received.
    pub unique_gift: Option<Box<UniqueGiftInfo>>,
    /// Service message: someone paid for upgrading a gift after it was sent.
    pub gift_upgrade_sent: Option<Box<GiftInfo>>,
    /// Domain of the website the user logged in to through Telegram.
    pub connected_website: Option<Box<String>>,
    /// Service message: the user let the bot write, by adding it to a menu, opening a Web App
    /// link, or agreeing to `requestWriteAccess`.
    pub write_access_allowed: Option<Box<WriteAccessAllowed>>,
    /// Telegram Passport data the user shared.
    pub passport_data: Option<Box<PassportData>>,
    /// Service message: someone sharing a live location came close enough to another user to set
    /// off an alert.
    pub proximity_alert_triggered: Option<Box<ProximityAlertTriggered>>,
    /// Service message: a user boosted the chat.
    pub boost_added: Option<Box<ChatBoostAdded>>,
    /// Service message: the chat got a background.
    pub chat_background_set: Option<Box<ChatBackground>>,
    /// Service message: checklist tasks were ticked or unticked.
    pub checklist_tasks_done: Option<Box<ChecklistTasksDone>>,
    /// Service message: a checklist got new tasks.
    pub checklist_tasks_added: Option<Box<ChecklistTasksAdded>>,
    /// Service message: the chat or bot became part of a community.
    pub community_chat_added: Option<Box<CommunityChatAdded>>,
    /// Service message: somebody joined the chat from a community.
    pub community_chat_joined: Option<Box<CommunityChatJoined>>,
    /// Service message: the chat or bot was taken out of a community.
    pub community_chat_removed: Option<CommunityChatRemoved>,
    /// Service message: writing to the channel's direct messages chat has a new price.
    pub direct_message_price_changed: Option<Box<DirectMessagePriceChanged>>,
    /// Service message: a forum topic was created.
    pub forum_topic_created: Option<Box<ForumTopicCreated>>,
    /// Service message: a forum topic was edited.
    pub forum_topic_edited: Option<Box<ForumTopicEdited>>,
    /// Service message: a forum topic was closed.
    pub forum_topic_closed: Option<ForumTopicClosed>,
    /// Service message: a forum topic was reopened.
    pub forum_topic_reopened: Option<ForumTopicReopened>,
    /// Service message: the General topic was hidden.
    pub general_forum_topic_hidden: Option<GeneralForumTopicHidden>,
    /// Service message: the General topic was shown again.
    pub general_forum_topic_unhidden: Option<GeneralForumTopicUnhidden>,
    /// Service message: someone set up a scheduled giveaway.
    pub giveaway_created: Option<Box<GiveawayCreated>>,
    /// The scheduled giveaway, if the message announces one.
    pub giveaway: Option<Box<Giveaway>>,
    /// The winners of a finished giveaway, where they are public.
    pub giveaway_winners: Option<Box<GiveawayWinners>>,
    /// Service message: a giveaway ended, its winners not public.
    pub giveaway_completed: Option<Box<GiveawayCompleted>>,
    /// Service message: the user created a bot for this bot to manage.
    pub managed_bot_created: Option<Box<ManagedBotCreated>>,
    /// Service message: paid messages in the chat have a new price.
    pub paid_message_price_changed: Option<Box<PaidMessagePriceChanged>>,
    /// Service message: a poll got a new option.
    pub poll_option_added: Option<Box<PollOptionAdded>>,
    /// Service message: a poll lost an option.
    pub poll_option_deleted: Option<Box<PollOptionDeleted>>,
    /// Service message: a suggested post was accepted.
    pub suggested_post_approved: Option<Box<SuggestedPostApproved>>,
    /// Service message: a suggested post could not be approved.
    pub suggested_post_approval_failed: Option<Box<SuggestedPostApprovalFailed>>,
    /// Service message: a suggested post was turned down.
    pub suggested_post_declined: Option<Box<SuggestedPostDeclined>>,
    /// Service message: a suggested post was paid for.
    pub suggested_post_paid: Option<Box<SuggestedPostPaid>>,
    /// Service message: the money for a suggested post was given back.
    pub suggested_post_refunded: Option<Box<SuggestedPostRefunded>>,
    /// Service message: a video chat was scheduled.
    pub video_chat_scheduled: Option<Box<VideoChatScheduled>>,
    /// Service message: a video chat began.
    pub video_chat_started: Option<VideoChatStarted>,
    /// Service message: a video chat ended.
    pub video_chat_ended: Option<Box<VideoChatEnded>>,
    /// Service message: people were invited to a video chat.
    pub video_chat_participants_invited: Option<Box<VideoChatParticipantsInvited>>,
    /// Service message: a Web App sent data.
    pub web_app_data: Option<Box<WebAppData>>,
    /// The inline keyboard under the message; `login_url` buttons show up as `url` ones.
    pub reply_markup: Option<Box<InlineKeyboardMarkup>>,
}

/// The id of a message.
///
/// [Bot API](https://core.telegram.org/bots/api#messageid)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageId {
    /// Id of the message; 0 when the server scheduled it, in which case it cannot be used until it
    /// is sent.
    pub message_id: i64,
}

/// A message the bot cannot see, for example because it was deleted.
///
/// [Bot API](https://core.telegram.org/bots/api#inaccessiblemessage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InaccessibleMessage {
    /// The chat it was in.
    pub chat: Chat,
    /// Id within the chat.
    pub message_id: i64,
    /// Always 0, which distinguishes it from a regular `Message`.
    pub date: i64,
}

/// A message, or what is left of one the bot cannot see.
///
/// [Bot API](https://core.telegram.org/bots/api#maybeinaccessiblemessage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MaybeInaccessibleMessage {
    /// A message, including service messages.
    Message(Box<Message>),
    /// A message the bot cannot see, for example because it was deleted.
    Inaccessible(InaccessibleMessage),
}

/// A formatted or special part of a text, such as a link, a mention or bold words.
///
/// [Bot API](https://core.telegram.org/bots/api#messageentity)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageEntity {
    /// Kind of entity, such as `"mention"`, `"url"`, `"bold"`, `"pre"` or `"custom_emoji"`.
    pub r#type: MessageEntityType,
    /// Where it starts, in UTF-16 code units.
    pub offset: i64,
    /// How long it is, in UTF-16 code units.
    pub length: i64,
    /// The address a tap opens; `"text_link"` only.
    pub url: Option<String>,
    /// Who is mentioned; `"text_mention"` only.
    pub user: Option<Box<User>>,
    /// Programming language of the code; `"pre"` only.
    pub language: Option<String>,
    /// Id of the custom emoji, for `getCustomEmojiStickers`; `"custom_emoji"` only.
    pub custom_emoji_id: Option<String>,
    /// The moment shown, as Unix time in seconds; `"date_time"` only.
    pub unix_time: Option<i64>,
    /// How the date and time are to be formatted; `"date_time"` only.
    pub date_time_format: Option<String>,
}

/// The part of a message that a reply quotes.
///
/// [Bot API](https://core.telegram.org/bots/api#textquote)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TextQuote {
    /// The quoted text.
    pub text: String,
    /// Formatting of the quote: bold, italic, underline, strikethrough, spoiler, custom emoji and
    /// date-time only.
    pub entities: Option<Vec<MessageEntity>>,
    /// About where the quote is in the original, in UTF-16 code units, according to the sender.
    pub position: i64,
    /// Whether the sender chose the quote; otherwise the server added it.
    pub is_manual: bool,
}

/// A message that is replied to, possibly from another chat or topic.
///
/// [Bot API](https://core.telegram.org/bots/api#externalreplyinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExternalReplyInfo {
    /// Where the original message came from.
    pub origin: MessageOrigin,
    /// The chat of the original message; supergroups and channels only.
    pub chat: Option<Box<Chat>>,
    /// Id of the original message in its chat; supergroups and channels only.
    pub message_id: Option<i64>,
    /// How the link preview was set up, if the original is a text message.
    pub link_preview_options: Option<Box<LinkPreviewOptions>>,
    /// The animation, if the original is one.
    pub animation: Option<Box<Animation>>,
    /// The audio file, if the original is one.
    pub audio: Option<Box<Audio>>,
    /// The file, if the original is a general file.
    pub document: Option<Box<Document>>,
    /// The live photo, if the original is one.
    pub live_photo: Option<Box<LivePhoto>>,
    /// The paid media in the original.
    pub paid_media: Option<Box<PaidMediaInfo>>,
    /// The sizes of the photo, if the original is one.
    pub photo: Option<Vec<PhotoSize>>,
    /// The sticker, if the original is one.
    pub sticker: Option<Box<Sticker>>,
    /// The story, if the original forwards one.
    pub story: Option<Box<Story>>,
    /// The video, if the original is one.
    pub video: Option<Box<Video>>,
    /// The video note, if the original is one.
    pub video_note: Option<Box<VideoNote>>,
    /// The voice message, if the original is one.
    pub voice: Option<Box<Voice>>,
    /// Whether a spoiler hides the media.
    pub has_media_spoiler: bool,
    /// The checklist, if the original is one.
    pub checklist: Option<Box<Checklist>>,
    /// The contact that was shared.
    pub contact: Option<Box<Contact>>,
    /// The dice with its random value, if the original is one.
    pub dice: Option<Box<Dice>>,
    /// The game, if the original is one.
    pub game: Option<Box<Game>>,
    /// The scheduled giveaway, if the original announces one.
    pub giveaway: Option<Box<Giveaway>>,
    /// The winners of a finished giveaway, where they are public.
    pub giveaway_winners: Option<Box<GiveawayWinners>>,
    /// The invoice, if the original is one.
    pub invoice: Option<Box<Invoice>>,
    /// The location that was shared.
    pub location: Option<Box<Location>>,
    /// The poll, if the original is one.
    pub poll: Option<Box<Poll>>,
    /// The venue, if the original is one.
    pub venue: Option<Box<Venue>>,
}

/// Which message to reply to, and how.
///
/// [Bot API](https://core.telegram.org/bots/api#replyparameters)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplyParameters {
    /// The message to reply to, in this chat or in `chat_id`. Needed unless `ephemeral_message_id`
    /// is given.
    pub message_id: Option<i64>,
    /// The chat of the message, if another one, by id or `@username`. Not for business accounts,
    /// direct messages chats of channels or ephemeral messages.
    pub chat_id: Option<ChatId>,
    /// The incoming ephemeral message to reply to, within 15 seconds and with an ephemeral one.
    /// Needed unless `message_id` is given.
    pub ephemeral_message_id: Option<i64>,
    /// Send even when the message to reply to is gone. Always off for other chats or topics and
    /// ephemeral messages, always on for business accounts.
    pub allow_sending_without_reply: Option<bool>,
    /// The part to quote, 0 to 1024 characters after parsing; must match the original exactly,
    /// formatting included, or sending fails. Ignored for ephemeral messages.
    pub quote: Option<String>,
    /// How to read formatting marks in the quote.
    pub quote_parse_mode: Option<ParseMode>,
    /// Formatting of the quote, instead of `quote_parse_mode`.
    pub quote_entities: Option<Vec<MessageEntity>>,
    /// Where the quote starts in the original, in UTF-16 code units.
    pub quote_position: Option<i64>,
    /// The checklist task to reply to.
    pub checklist_task_id: Option<i64>,
    /// Persistent id of the poll option to reply to.
    pub poll_option_id: Option<String>,
}

/// Makes a message ephemeral, and says for whom.
///
/// [Bot API](https://core.telegram.org/bots/api#ephemeralmessageparameters)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EphemeralMessageParameters {
    /// Who is to see the message. Delivery is not certain, least of all while they are offline.
    pub receiver_user_id: i64,
    /// The callback query this answers, if any.
    pub callback_query_id: Option<String>,
    /// Show it in place of the message with the button. Not for queries from ephemeral messages,
    /// which are edited instead.
    pub replace_callback_query_message: Option<bool>,
}

/// Where a forwarded or quoted message came from.
///
/// [Bot API](https://core.telegram.org/bots/api#messageorigin)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MessageOrigin {
    /// A message that a known user sent first.
    User(MessageOriginUser),
    /// A message first sent by a user who hides their account.
    HiddenUser(MessageOriginHiddenUser),
    /// A message first sent to a group in the name of a chat.
    Chat(MessageOriginChat),
    /// A message first posted in a channel.
    Channel(MessageOriginChannel),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A message that a known user sent first.
///
/// [Bot API](https://core.telegram.org/bots/api#messageoriginuser)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageOriginUser {
    /// When the original was sent, as Unix time in seconds.
    pub date: i64,
    /// Who sent the original.
    pub sender_user: User,
}

/// A message first sent by a user who hides their account.
///
/// [Bot API](https://core.telegram.org/bots/api#messageoriginhiddenuser)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageOriginHiddenUser {
    /// When the original was sent, as Unix time in seconds.
    pub date: i64,
    /// Name of whoever sent the original.
    pub sender_user_name: String,
}

/// A message first sent to a group in the name of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#messageoriginchat)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageOriginChat {
    /// When the original was sent, as Unix time in seconds.
    pub date: i64,
    /// The chat in whose name it was sent.
    pub sender_chat: Chat,
    /// Signature of the author, when that was an anonymous administrator.
    pub author_signature: Option<String>,
}

/// A message first posted in a channel.
///
/// [Bot API](https://core.telegram.org/bots/api#messageoriginchannel)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageOriginChannel {
    /// When the original was sent, as Unix time in seconds.
    pub date: i64,
    /// The channel it was posted in.
    pub chat: Chat,
    /// Id of the original within the channel.
    pub message_id: i64,
    /// Signature of whoever wrote the original.
    pub author_signature: Option<String>,
}
