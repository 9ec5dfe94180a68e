//! Section [Available types](https://core.telegram.org/bots/api#available-types): service messages.

use super::*;
use crate::{Unknown, telegram_type};

/// Data that a Web App sent to the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#webappdata)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebAppData {
    /// What was sent; not to be trusted, since a bad client can put anything here.
    pub data: String,
    /// Text of the keyboard button that opened the Web App; not to be trusted, since a bad client
    /// can put anything here.
    pub button_text: String,
}

/// Service message: a user came close enough to another one to set off their alert.
///
/// [Bot API](https://core.telegram.org/bots/api#proximityalerttriggered)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ProximityAlertTriggered {
    /// Who came close.
    pub traveler: User,
    /// Who had set the alert.
    pub watcher: User,
    /// How far apart the two are, in meters.
    pub distance: i64,
}

/// Service message: the auto-delete timer was changed.
///
/// [Bot API](https://core.telegram.org/bots/api#messageautodeletetimerchanged)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageAutoDeleteTimerChanged {
    /// Seconds after which messages in the chat are now deleted.
    pub message_auto_delete_time: i64,
}

/// A bot that was created for the current bot to manage.
///
/// [Bot API](https://core.telegram.org/bots/api#managedbotcreated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ManagedBotCreated {
    /// The new bot; `getManagedBotToken` gets its token.
    pub bot: User,
}

/// A managed bot that was created, or got a new token or owner.
///
/// [Bot API](https://core.telegram.org/bots/api#managedbotupdated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ManagedBotUpdated {
    /// Who created the bot.
    pub user: User,
    /// The managed bot; `getManagedBotToken` gets its token.
    pub bot: User,
}

/// A change of a user's paid subscription to the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#botsubscriptionupdated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotSubscriptionUpdated {
    /// Who has the subscription.
    pub user: User,
    /// The payload the bot gave the invoice.
    pub invoice_payload: String,
    /// What it is now: `"canceled"` by the user, `"active"` again after that, or `"failed"` for
    /// want of payment.
    pub state: SubscriptionState,
}

/// A user's wish that the bot stop generating a message.
///
/// [Bot API](https://core.telegram.org/bots/api#messagegenerationstopped)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageGenerationStopped {
    /// The chat of the unfinished message.
    pub chat: Chat,
    /// The message thread of the unfinished message.
    pub message_thread_id: Option<i64>,
    /// Id of the draft that was stopped.
    pub draft_id: i64,
}

/// Service message: a poll got a new option.
///
/// [Bot API](https://core.telegram.org/bots/api#polloptionadded)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PollOptionAdded {
    /// The message with the poll, if known; its own `reply_to_message` is omitted.
    pub poll_message: Option<Box<MaybeInaccessibleMessage>>,
    /// Persistent id of the new option.
    pub option_persistent_id: String,
    /// Text of the option.
    pub option_text: String,
    /// Formatting and special parts of the text.
    pub option_text_entities: Option<Vec<MessageEntity>>,
}

/// Service message: a poll lost an option.
///
/// [Bot API](https://core.telegram.org/bots/api#polloptiondeleted)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PollOptionDeleted {
    /// The message with the poll, if known; its own `reply_to_message` is omitted.
    pub poll_message: Option<Box<MaybeInaccessibleMessage>>,
    /// Persistent id of the option that is gone.
    pub option_persistent_id: String,
    /// Text of the option.
    pub option_text: String,
    /// Formatting and special parts of the text.
    pub option_text_entities: Option<Vec<MessageEntity>>,
}

/// Service message: a user boosted the chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatboostadded)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatBoostAdded {
    /// How many boosts the user added.
    pub boost_count: i64,
}

/// How a background is filled with colors.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundfill)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BackgroundFill {
    /// A fill of one single color.
    Solid(BackgroundFillSolid),
    /// A fill that goes from one color to another.
    Gradient(BackgroundFillGradient),
    /// A fill that blends several colors and turns a bit with each message.
    FreeformGradient(BackgroundFillFreeformGradient),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A fill of one single color.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundfillsolid)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundFillSolid {
    /// The color, as 24-bit RGB.
    pub color: i64,
}

/// A fill that goes from one color to another.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundfillgradient)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundFillGradient {
    /// Color at the top, as 24-bit RGB.
    pub top_color: i64,
    /// Color at the bottom, as 24-bit RGB.
    pub bottom_color: i64,
    /// How far it is turned clockwise, in degrees from 0 to 359.
    pub rotation_angle: i64,
}

/// A fill that blends several colors and turns a bit with each message.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundfillfreeformgradient)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundFillFreeformGradient {
    /// The 3 or 4 colors it is made from, as 24-bit RGB.
    pub colors: Vec<i64>,
}

/// What a chat background is made of.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundtype)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BackgroundType {
    /// A background of plain colors.
    Fill(BackgroundTypeFill),
    /// A background from a JPEG wallpaper.
    Wallpaper(BackgroundTypeWallpaper),
    /// A background of a PNG or TGV pattern over a fill. TGV is gzipped SVG of type
    /// `application/x-tgwallpattern`.
    Pattern(BackgroundTypePattern),
    /// A background from one of the built-in chat themes.
    ChatTheme(BackgroundTypeChatTheme),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A background of plain colors.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundtypefill)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTypeFill {
    /// The colors and how they are laid out.
    pub fill: BackgroundFill,
    /// How much dark themes dim the background, in percent from 0 to 100.
    pub dark_theme_dimming: i64,
}

/// A background from a JPEG wallpaper.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundtypewallpaper)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTypeWallpaper {
    /// The wallpaper file.
    pub document: Document,
    /// How much dark themes dim the background, in percent from 0 to 100.
    pub dark_theme_dimming: i64,
    /// Whether it is shrunk to fit 450 by 450 pixels, then box-blurred with a radius of 12.
    pub is_blurred: bool,
    /// Whether it shifts a little as the device tilts.
    pub is_moving: bool,
}

/// A background of a PNG or TGV pattern over a fill. TGV is gzipped SVG of type
/// `application/x-tgwallpattern`.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundtypepattern)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTypePattern {
    /// The pattern file.
    pub document: Document,
    /// The fill under the pattern.
    pub fill: BackgroundFill,
    /// How strongly the pattern shows over the fill, from 0 to 100.
    pub intensity: i64,
    /// Whether the fill shows through the pattern only and all the rest is black; dark themes
    /// only.
    pub is_inverted: bool,
    /// Whether it shifts a little as the device tilts.
    pub is_moving: bool,
}

/// A background from one of the built-in chat themes.
///
/// [Bot API](https://core.telegram.org/bots/api#backgroundtypechattheme)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTypeChatTheme {
    /// Name of the theme, usually an emoji.
    pub theme_name: String,
}

/// The background of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatbackground)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatBackground {
    /// What it is made of.
    pub r#type: BackgroundType,
}

/// Service message: checklist tasks were ticked or unticked.
///
/// [Bot API](https://core.telegram.org/bots/api#checklisttasksdone)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChecklistTasksDone {
    /// The message with the checklist; its own `reply_to_message` is omitted.
    pub checklist_message: Option<Box<Message>>,
    /// Ids of the tasks that were ticked.
    pub marked_as_done_task_ids: Option<Vec<i64>>,
    /// Ids of the tasks that were unticked.
    pub marked_as_not_done_task_ids: Option<Vec<i64>>,
}

/// Service message: a checklist got new tasks.
///
/// [Bot API](https://core.telegram.org/bots/api#checklisttasksadded)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChecklistTasksAdded {
    /// The message with the checklist; its own `reply_to_message` is omitted.
    pub checklist_message: Option<Box<Message>>,
    /// The tasks that were added.
    pub tasks: Vec<ChecklistTask>,
}

/// Service message: the chat or bot became part of a community.
///
/// [Bot API](https://core.telegram.org/bots/api#communitychatadded)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CommunityChatAdded {
    /// The community it is now in.
    pub community: Community,
}

/// Service message: somebody joined the chat from a community.
///
/// [Bot API](https://core.telegram.org/bots/api#communitychatjoined)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CommunityChatJoined {
    /// The community they came from.
    pub community: Community,
}

/// Service message: the chat or bot was taken out of a community. Has no fields.
///
/// [Bot API](https://core.telegram.org/bots/api#communitychatremoved)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CommunityChatRemoved {}

/// Service message: a forum topic was created.
///
/// [Bot API](https://core.telegram.org/bots/api#forumtopiccreated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForumTopicCreated {
    /// Name of the topic.
    pub name: String,
    /// Color of the icon, as RGB.
    pub icon_color: i64,
    /// Custom emoji shown as the icon.
    pub icon_custom_emoji_id: Option<String>,
    /// Whether its creator gave no name, so that the bot should probably set one.
    pub is_name_implicit: bool,
}

/// Service message: a forum topic was closed. Has no fields.
///
/// [Bot API](https://core.telegram.org/bots/api#forumtopicclosed)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ForumTopicClosed {}

/// Service message: a forum topic was edited.
///
/// [Bot API](https://core.telegram.org/bots/api#forumtopicedited)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForumTopicEdited {
    /// The new name, if that changed.
    pub name: Option<String>,
    /// The icon's new custom emoji, if that changed; empty when the icon was taken away.
    pub icon_custom_emoji_id: Option<String>,
}

/// Service message: a forum topic was reopened. Has no fields.
///
/// [Bot API](https://core.telegram.org/bots/api#forumtopicreopened)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ForumTopicReopened {}

/// Service message: the General topic was hidden. Has no fields.
///
/// [Bot API](https://core.telegram.org/bots/api#generalforumtopichidden)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GeneralForumTopicHidden {}

/// Service message: the General topic was shown again. Has no fields.
///
/// [Bot API](https://core.telegram.org/bots/api#generalforumtopicunhidden)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GeneralForumTopicUnhidden {}

/// A user shared with the bot through a `KeyboardButtonRequestUsers` button.
///
/// [Bot API](https://core.telegram.org/bots/api#shareduser)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SharedUser {
    /// Id of the user, up to 52 bits. May be of no use unless the bot knows the user from
    /// elsewhere.
    pub user_id: i64,
    /// First name, if the bot asked for names.
    pub first_name: Option<String>,
    /// Last name, if the bot asked for names.
    pub last_name: Option<String>,
    /// Username, if the bot asked for it.
    pub username: Option<String>,
    /// The sizes of the profile photo, if the bot asked for it.
    pub photo: Option<Vec<PhotoSize>>,
}

/// The users shared with the bot through a `KeyboardButtonRequestUsers` button.
///
/// [Bot API](https://core.telegram.org/bots/api#usersshared)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UsersShared {
    /// Id the bot gave the request.
    pub request_id: i64,
    /// The users that were shared.
    pub users: Vec<SharedUser>,
}

/// A chat shared with the bot through a `KeyboardButtonRequestChat` button.
///
/// [Bot API](https://core.telegram.org/bots/api#chatshared)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatShared {
    /// Id the bot gave the request.
    pub request_id: i64,
    /// Id of the chat, up to 52 bits. May be of no use unless the bot knows the chat from
    /// elsewhere.
    pub chat_id: i64,
    /// Title, if the bot asked for it.
    pub title: Option<String>,
    /// Username, if the bot asked for it and there is one.
    pub username: Option<String>,
    /// The sizes of the chat's photo, if the bot asked for it.
    pub photo: Option<Vec<PhotoSize>>,
}

/// Service message: the user let the bot write, by adding it to a menu, opening a Web App link, or
/// agreeing to `requestWriteAccess`.
///
/// [Bot API](https://core.telegram.org/bots/api#writeaccessallowed)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WriteAccessAllowed {
    /// Whether the user agreed to a Web App's `requestWriteAccess` call.
    pub from_request: Option<bool>,
    /// Name of the Web App whose link was opened, if that is how it came about.
    pub web_app_name: Option<String>,
    /// Whether it came from adding the bot to the attachment or side menu.
    pub from_attachment_menu: Option<bool>,
}

/// Service message: a video chat was scheduled.
///
/// [Bot API](https://core.telegram.org/bots/api#videochatscheduled)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VideoChatScheduled {
    /// When an administrator is to start it, as Unix time in seconds.
    pub start_date: i64,
}

/// Service message: a video chat began. Has no fields.
///
/// [Bot API](https://core.telegram.org/bots/api#videochatstarted)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct VideoChatStarted {}

/// Service message: a video chat ended.
///
/// [Bot API](https://core.telegram.org/bots/api#videochatended)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VideoChatEnded {
    /// How many seconds it lasted.
    pub duration: i64,
}

/// Service message: people were invited to a video chat.
///
/// [Bot API](https://core.telegram.org/bots/api#videochatparticipantsinvited)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VideoChatParticipantsInvited {
    /// Who was invited.
    pub users: Vec<User>,
}

/// Service message: paid messages in the chat have a new price.
///
/// [Bot API](https://core.telegram.org/bots/api#paidmessagepricechanged)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaidMessagePriceChanged {
    /// Telegram Stars an ordinary supergroup member now pays per message.
    pub paid_message_star_count: i64,
}

/// Service message: direct messages to the channel have a new price.
///
/// [Bot API](https://core.telegram.org/bots/api#directmessagepricechanged)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DirectMessagePriceChanged {
    /// Whether the channel takes direct messages.
    pub are_direct_messages_enabled: bool,
    /// Telegram Stars a direct message now costs users, 0 by default. Administrators can exempt
    /// users.
    pub direct_message_star_count: Option<i64>,
}

/// Service message: a suggested post was accepted.
///
/// [Bot API](https://core.telegram.org/bots/api#suggestedpostapproved)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuggestedPostApproved {
    /// The message with the suggested post; its own `reply_to_message` is omitted.
    pub suggested_post_message: Option<Box<Message>>,
    /// What was paid for the post.
    pub price: Option<SuggestedPostPrice>,
    /// When the post goes out, as Unix time in seconds.
    pub send_date: i64,
}

/// Service message: a suggested post could not be approved, since the user had too little money.
///
/// [Bot API](https://core.telegram.org/bots/api#suggestedpostapprovalfailed)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuggestedPostApprovalFailed {
    /// The message with the suggested post; its own `reply_to_message` is omitted.
    pub suggested_post_message: Option<Box<Message>>,
    /// What the post would have cost.
    pub price: SuggestedPostPrice,
}

/// Service message: a suggested post was turned down.
///
/// [Bot API](https://core.telegram.org/bots/api#suggestedpostdeclined)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuggestedPostDeclined {
    /// The message with the suggested post; its own `reply_to_message` is omitted.
    pub suggested_post_message: Option<Box<Message>>,
    /// What the decliner said about it.
    pub comment: Option<String>,
}

/// Service message: a suggested post was paid for.
///
/// [Bot API](https://core.telegram.org/bots/api#suggestedpostpaid)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuggestedPostPaid {
    /// The message with the suggested post; its own `reply_to_message` is omitted.
    pub suggested_post_message: Option<Box<Message>>,
    /// What was paid in: `"XTR"` for Telegram Stars, `"TON"` for TON grams.
    pub currency: PostCurrency,
    /// Nanograms the channel received; TON grams only.
    pub amount: Option<i64>,
    /// Telegram Stars the channel received; Telegram Stars only.
    pub star_amount: Option<StarAmount>,
}

/// Service message: the money for a suggested post was given back.
///
/// [Bot API](https://core.telegram.org/bots/api#suggestedpostrefunded)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuggestedPostRefunded {
    /// The message with the suggested post; its own `reply_to_message` is omitted.
    pub suggested_post_message: Option<Box<Message>>,
    /// Why: `"post_deleted"` if it was gone within 24 hours or never came out,
    /// `"payment_refunded"` if the payer got a refund.
    pub reason: SuggestedPostRefundReason,
}

/// Service message: someone set up a scheduled giveaway.
///
/// [Bot API](https://core.telegram.org/bots/api#giveawaycreated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GiveawayCreated {
    /// Telegram Stars the winners will share; Telegram Star giveaways only.
    pub prize_star_count: Option<i64>,
}

/// A scheduled giveaway.
///
/// [Bot API](https://core.telegram.org/bots/api#giveaway)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Giveaway {
    /// Chats one has to be in to take part.
    pub chats: Vec<Chat>,
    /// When the winners are drawn, as Unix time in seconds.
    pub winners_selection_date: i64,
    /// How many winners there are to be.
    pub winner_count: i64,
    /// Whether only those can win who join the chats after the start.
    pub only_new_members: bool,
    /// Whether everybody will see who won.
    pub has_public_winners: bool,
    /// What else there is to win.
    pub prize_description: Option<String>,
    /// Countries whose users may take part, as two-letter ISO 3166-1 codes; all when empty.
    /// Fragment phone numbers are always let in.
    pub country_codes: Option<Vec<String>>,
    /// Telegram Stars the winners will share; Telegram Star giveaways only.
    pub prize_star_count: Option<i64>,
    /// How many months of Telegram Premium each winner gets; Telegram Premium giveaways only.
    pub premium_subscription_month_count: Option<i64>,
}

/// A finished giveaway and its public winners.
///
/// [Bot API](https://core.telegram.org/bots/api#giveawaywinners)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GiveawayWinners {
    /// The chat that ran it.
    pub chat: Chat,
    /// Id of the giveaway's message in that chat.
    pub giveaway_message_id: i64,
    /// When the winners were drawn, as Unix time in seconds.
    pub winners_selection_date: i64,
    /// How many winners there are in all.
    pub winner_count: i64,
    /// The winners, at most 100 of them.
    pub winners: Vec<User>,
    /// How many further chats one had to be in to take part.
    pub additional_chat_count: Option<i64>,
    /// Telegram Stars the winners shared; Telegram Star giveaways only.
    pub prize_star_count: Option<i64>,
    /// How many months of Telegram Premium each winner gets; Telegram Premium giveaways only.
    pub premium_subscription_month_count: Option<i64>,
    /// How many prizes were left over.
    pub unclaimed_prize_count: Option<i64>,
    /// Whether only those could win who joined the chats after the start.
    pub only_new_members: bool,
    /// Whether it was called off since its payment was refunded.
    pub was_refunded: bool,
    /// What else there was to win.
    pub prize_description: Option<String>,
}

/// Service message: a giveaway ended, its winners not public.
///
/// [Bot API](https://core.telegram.org/bots/api#giveawaycompleted)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GiveawayCompleted {
    /// How many winners there are.
    pub winner_count: i64,
    /// How many prizes were left over.
    pub unclaimed_prize_count: Option<i64>,
    /// The giveaway's message, unless it was deleted.
    pub giveaway_message: Option<Box<Message>>,
    /// Whether the prize was Telegram Stars rather than Telegram Premium.
    pub is_star_giveaway: bool,
}
