//! Section [Available types](https://core.telegram.org/bots/api#available-types): keyboards.

use super::*;
use crate::telegram_type;

/// A custom keyboard of ready replies. Not for channels or business accounts.
///
/// [Bot API](https://core.telegram.org/bots/api#replykeyboardmarkup)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplyKeyboardMarkup {
    /// The rows of buttons.
    pub keyboard: Vec<Vec<KeyboardButton>>,
    /// Keep it shown whenever the regular keyboard is hidden; by default users can fold it behind
    /// an icon.
    pub is_persistent: Option<bool>,
    /// Let clients fit its height to the buttons; by default it is as tall as the app's own
    /// keyboard.
    pub resize_keyboard: Option<bool>,
    /// Hide it once it was used; users can still bring it back. Off by default.
    pub one_time_keyboard: Option<bool>,
    /// Hint in the input field while the keyboard is there, 1 to 64 characters.
    pub input_field_placeholder: Option<String>,
    /// Limit this to users mentioned in the text and to the author of the message replied to in
    /// the same chat and topic.
    pub selective: Option<bool>,
    /// Open the reply interface, just like tapping Reply on the message.
    pub force_reply: Option<bool>,
}

/// A button of a reply keyboard, or a plain string for text only. No more than one field besides
/// `text`, `icon_custom_emoji_id` and `style` may be set.
///
/// [Bot API](https://core.telegram.org/bots/api#keyboardbutton)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct KeyboardButton {
    /// Text on the button; sent as a message on a tap, unless another field sets what the button
    /// does.
    pub text: String,
    /// Custom emoji to show before the button text. Needs extra usernames bought on Fragment, or,
    /// in non-channel messages the bot sends itself, an owner with Telegram Premium.
    pub icon_custom_emoji_id: Option<String>,
    /// Color of the button: `"danger"` is red, `"success"` green, `"primary"` blue. The app
    /// decides if unset.
    pub style: Option<ButtonStyle>,
    /// A tap lets the user pick users, whose ids come in a `users_shared` service message; private
    /// chats only.
    pub request_users: Option<KeyboardButtonRequestUsers>,
    /// A tap lets the user pick a chat, whose id comes in a `chat_shared` service message; private
    /// chats only.
    pub request_chat: Option<KeyboardButtonRequestChat>,
    /// A tap lets the user create a bot for this one to manage. Private chats only; management
    /// must be enabled in `@BotFather`.
    pub request_managed_bot: Option<KeyboardButtonRequestManagedBot>,
    /// A tap shares the user's phone number as a contact; private chats only.
    pub request_contact: Option<bool>,
    /// A tap shares where the user is now; private chats only.
    pub request_location: Option<bool>,
    /// A tap lets the user make a poll for the bot; private chats only.
    pub request_poll: Option<KeyboardButtonPollType>,
    /// A tap opens this Web App, which can send a `web_app_data` service message; private chats
    /// only.
    pub web_app: Option<WebAppInfo>,
}

/// Which users to ask for; those picked are shared with the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#keyboardbuttonrequestusers)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct KeyboardButtonRequestUsers {
    /// Signed 32-bit id, unique within the message, that comes back in `UsersShared`.
    pub request_id: i32,
    /// Ask for bots if true, for regular users if false, for either if unset.
    pub user_is_bot: Option<bool>,
    /// Ask for users with Telegram Premium if true, without it if false, for either if unset.
    pub user_is_premium: Option<bool>,
    /// How many users may be picked, 1 to 10; 1 by default.
    pub max_quantity: Option<i64>,
    /// Ask for first and last names too.
    pub request_name: Option<bool>,
    /// Ask for usernames too.
    pub request_username: Option<bool>,
    /// Ask for photos too.
    pub request_photo: Option<bool>,
}

/// Which chat to ask for; the one picked is shared with the bot, which may also be given the
/// rights asked for.
///
/// [Bot API](https://core.telegram.org/bots/api#keyboardbuttonrequestchat)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct KeyboardButtonRequestChat {
    /// Signed 32-bit id, unique within the message, that comes back in `ChatShared`.
    pub request_id: i32,
    /// Ask for a channel if true, for a group or supergroup if false.
    pub chat_is_channel: bool,
    /// Ask for a forum supergroup if true, for a non-forum if false, for either if unset.
    pub chat_is_forum: Option<bool>,
    /// Ask for a chat with a username if true, without one if false, for either if unset.
    pub chat_has_username: Option<bool>,
    /// Ask only for chats the user owns.
    pub chat_is_created: Option<bool>,
    /// Rights the user must have there, including all of `bot_administrator_rights`; any when left
    /// out.
    pub user_administrator_rights: Option<ChatAdministratorRights>,
    /// Rights the bot must have there, all of them among `user_administrator_rights`; any when
    /// unset.
    pub bot_administrator_rights: Option<ChatAdministratorRights>,
    /// Ask only for chats the bot is in.
    pub bot_is_member: Option<bool>,
    /// Ask for the title too.
    pub request_title: Option<bool>,
    /// Ask for the username too.
    pub request_username: Option<bool>,
    /// Ask for the photo too.
    pub request_photo: Option<bool>,
}

/// How to create a managed bot, which is then shared by a `managed_bot` update and a
/// `managed_bot_created` message.
///
/// [Bot API](https://core.telegram.org/bots/api#keyboardbuttonrequestmanagedbot)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct KeyboardButtonRequestManagedBot {
    /// Signed 32-bit id of the request, unique within the message.
    pub request_id: i32,
    /// Name to propose for the bot.
    pub suggested_name: Option<String>,
    /// Username to propose for the bot.
    pub suggested_username: Option<String>,
}

/// Which kind of poll a button lets users create.
///
/// [Bot API](https://core.telegram.org/bots/api#keyboardbuttonpolltype)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct KeyboardButtonPollType {
    /// Only `"quiz"` or only `"regular"` polls; either if unset.
    pub r#type: Option<PollType>,
}

/// Takes the custom keyboard away and brings back the letter one. Not for channels or business
/// accounts.
///
/// [Bot API](https://core.telegram.org/bots/api#replykeyboardremove)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplyKeyboardRemove {
    /// Take the keyboard away for good; to just hide it, there is `one_time_keyboard` in
    /// `ReplyKeyboardMarkup`.
    pub remove_keyboard: bool,
    /// Limit this to users mentioned in the text and to the author of the message replied to in
    /// the same chat and topic.
    pub selective: Option<bool>,
}

/// An inline keyboard, shown right with its message.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinekeyboardmarkup)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineKeyboardMarkup {
    /// The rows of buttons.
    pub inline_keyboard: Vec<Vec<InlineKeyboardButton>>,
    /// Open the reply interface, just like tapping Reply on the message. Editing the keyboard
    /// cannot change it.
    pub force_reply: Option<bool>,
}

/// A button of an inline keyboard. Needs exactly one field besides `text`, `icon_custom_emoji_id`
/// and `style`.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinekeyboardbutton)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineKeyboardButton {
    /// Text on the button.
    pub text: String,
    /// Custom emoji to show before the button text. Needs extra usernames bought on Fragment, or,
    /// in non-channel messages the bot sends itself, an owner with Telegram Premium.
    pub icon_custom_emoji_id: Option<String>,
    /// Color of the button: `"danger"` is red, `"success"` green, `"primary"` blue. The app
    /// decides if unset.
    pub style: Option<ButtonStyle>,
    /// HTTP or `tg://` address to open. A `tg://user?id=<user_id>` link mentions a user by id, if
    /// their privacy settings let it.
    pub url: Option<String>,
    /// Data for the callback query a tap sends, 1 to 64 bytes.
    pub callback_data: Option<String>,
    /// The Web App to open, which can write for the user through `answerWebAppQuery`. Private
    /// chats with the bot only; not for business accounts.
    pub web_app: Option<Box<WebAppInfo>>,
    /// HTTPS address that logs the user in, like the Telegram Login Widget. Not for ephemeral
    /// messages.
    pub login_url: Option<Box<LoginUrl>>,
    /// Let the user pick a chat and start this inline query there; may be empty. Not in direct
    /// messages chats of channels or for business accounts.
    pub switch_inline_query: Option<String>,
    /// Start this inline query in the same chat; may be empty. Not in channels, their direct
    /// messages chats or for business accounts.
    pub switch_inline_query_current_chat: Option<String>,
    /// Let the user pick a chat of certain kinds and start an inline query there. Not in direct
    /// messages chats of channels or for business accounts.
    pub switch_inline_query_chosen_chat: Option<Box<SwitchInlineQueryChosenChat>>,
    /// The text that a tap copies.
    pub copy_text: Option<Box<CopyTextButton>>,
    /// The game to launch. Must be the first button of the first row.
    pub callback_game: Option<CallbackGame>,
    /// Make it a Pay button, where a star emoji and `XTR` in the text become a Star icon. Invoices
    /// only, first button of the first row.
    pub pay: Option<bool>,
    /// Makes the button do nothing.
    pub disabled: Option<DisabledButton>,
}

/// A button that logs the user in to a website, in place of the Telegram Login Widget.
///
/// [Bot API](https://core.telegram.org/bots/api#loginurl)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LoginUrl {
    /// HTTPS address to open, with login data in the query string unless the user refuses. Always
    /// check the hash of that data.
    pub url: String,
    /// Text on the button when the message is forwarded.
    pub forward_text: Option<String>,
    /// The bot to log in with, this one if unset; its linked domain must match `url`. Not for
    /// `RichMessageButton`.
    pub bot_username: Option<String>,
    /// Ask that the bot may write to the user.
    pub request_write_access: Option<bool>,
}

/// A button that starts an inline query in a chat the user picks.
///
/// [Bot API](https://core.telegram.org/bots/api#switchinlinequerychosenchat)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SwitchInlineQueryChosenChat {
    /// The inline query to fill in; only the bot's username when empty.
    pub query: Option<String>,
    /// Whether a private chat with a user may be picked.
    pub allow_user_chats: Option<bool>,
    /// Whether a private chat with a bot may be picked.
    pub allow_bot_chats: Option<bool>,
    /// Whether a group or supergroup may be picked.
    pub allow_group_chats: Option<bool>,
    /// Whether a channel may be picked.
    pub allow_channel_chats: Option<bool>,
}

/// A button that copies text.
///
/// [Bot API](https://core.telegram.org/bots/api#copytextbutton)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CopyTextButton {
    /// The text to copy, 1 to 256 characters.
    pub text: String,
}

/// Marks a button that does nothing. Has no fields.
///
/// [Bot API](https://core.telegram.org/bots/api#disabledbutton)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DisabledButton {}

/// A tap on a callback button. Answer it with `answerCallbackQuery` in any case, as the client
/// shows a progress bar until then.
///
/// [Bot API](https://core.telegram.org/bots/api#callbackquery)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CallbackQuery {
    /// Id of the query.
    pub id: String,
    /// Who tapped the button.
    pub from: User,
    /// The bot's message with the button; unset for inline messages.
    pub message: Option<Box<MaybeInaccessibleMessage>>,
    /// Id of the message with the button, if it was sent through the bot in inline mode.
    pub inline_message_id: Option<String>,
    /// An id that stands for the chat with the button, good for high scores in games.
    pub chat_instance: String,
    /// The button's callback data. May differ from any button the message really has.
    pub data: Option<String>,
    /// Short name of the game to open, instead of `data`.
    pub game_short_name: Option<String>,
}

/// Opens the reply interface for the user, handy for step-by-step questions under privacy mode.
/// Not for channels or messages sent for a user account.
///
/// [Bot API](https://core.telegram.org/bots/api#forcereply)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForceReply {
    /// Always true; opens the reply interface, just like tapping Reply on the message.
    pub force_reply: bool,
    /// Hint in the input field during the reply, 1 to 64 characters.
    pub input_field_placeholder: Option<String>,
    /// Limit this to users mentioned in the text and to the author of the message replied to in
    /// the same chat and topic.
    pub selective: Option<bool>,
}
