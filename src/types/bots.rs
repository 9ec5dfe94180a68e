//! Section [Available types](https://core.telegram.org/bots/api#available-types): the bot itself.

use super::*;
use crate::{Unknown, telegram_type};

/// Who may use a bot.
///
/// [Bot API](https://core.telegram.org/bots/api#botaccesssettings)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotAccessSettings {
    /// Whether only chosen users, and always the owner, may use the bot.
    pub is_access_restricted: bool,
    /// The chosen users besides the owner, when access is restricted.
    pub added_users: Option<Vec<User>>,
}

/// Which kinds of gifts a user or chat accepts.
///
/// [Bot API](https://core.telegram.org/bots/api#acceptedgifttypes)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AcceptedGiftTypes {
    /// Whether regular gifts of unlimited supply are welcome.
    pub unlimited_gifts: bool,
    /// Whether regular gifts of limited supply are welcome.
    pub limited_gifts: bool,
    /// Whether unique gifts are welcome, and gifts with a free upgrade to unique.
    pub unique_gifts: bool,
    /// Whether Telegram Premium subscriptions are welcome as gifts.
    pub premium_subscription: bool,
    /// Whether channels may transfer unique gifts here.
    pub gifts_from_channels: bool,
}

/// An amount of Telegram Stars.
///
/// [Bot API](https://core.telegram.org/bots/api#staramount)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StarAmount {
    /// Whole Telegram Stars, rounded towards zero; can be below zero.
    pub amount: i64,
    /// Billionths of a Telegram Star, -999999999 to 999999999; negative only if `amount` is zero
    /// or below.
    pub nanostar_amount: Option<i64>,
}

/// A command of the bot, as listed to users.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommand)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotCommand {
    /// The command without its slash; 1 to 32 lowercase English letters, digits and underscores.
    pub command: String,
    /// What the command does, 1 to 256 characters.
    pub description: String,
    /// Whether the command is sent as an ephemeral message, visible to its sender and the bot
    /// alone.
    pub is_ephemeral: Option<bool>,
}

/// Which users and chats a list of bot commands is for.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommandscope)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BotCommandScope {
    /// Every user for whom no narrower scope has commands.
    Default(BotCommandScopeDefault),
    /// All private chats with the bot.
    AllPrivateChats(BotCommandScopeAllPrivateChats),
    /// All groups and supergroups.
    AllGroupChats(BotCommandScopeAllGroupChats),
    /// The administrators of all groups and supergroups.
    AllChatAdministrators(BotCommandScopeAllChatAdministrators),
    /// Everybody in one given chat.
    Chat(BotCommandScopeChat),
    /// The administrators of one given group or supergroup.
    ChatAdministrators(BotCommandScopeChatAdministrators),
    /// One given member of one given group or supergroup.
    ChatMember(BotCommandScopeChatMember),
}

/// Every user for whom no narrower scope has commands.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommandscopedefault)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BotCommandScopeDefault {}

/// All private chats with the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommandscopeallprivatechats)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BotCommandScopeAllPrivateChats {}

/// All groups and supergroups.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommandscopeallgroupchats)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BotCommandScopeAllGroupChats {}

/// The administrators of all groups and supergroups.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommandscopeallchatadministrators)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BotCommandScopeAllChatAdministrators {}

/// Everybody in one given chat.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommandscopechat)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotCommandScopeChat {
    /// The chat, by id or supergroup `@username`; not a channel or a channel's direct messages
    /// chat.
    pub chat_id: ChatId,
}

/// The administrators of one given group or supergroup.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommandscopechatadministrators)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotCommandScopeChatAdministrators {
    /// The chat, by id or supergroup `@username`; not a channel or a channel's direct messages
    /// chat.
    pub chat_id: ChatId,
}

/// One given member of one given group or supergroup.
///
/// [Bot API](https://core.telegram.org/bots/api#botcommandscopechatmember)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotCommandScopeChatMember {
    /// The chat, by id or supergroup `@username`; not a channel or a channel's direct messages
    /// chat.
    pub chat_id: ChatId,
    /// The member the commands are for.
    pub user_id: i64,
}

/// The name of the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#botname)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotName {
    /// The name as users see it.
    pub name: String,
}

/// The description of the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#botdescription)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotDescription {
    /// The text of the description.
    pub description: String,
}

/// The short description of the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#botshortdescription)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BotShortDescription {
    /// The text of the short description.
    pub short_description: String,
}

/// What the bot's menu button does in a private chat. A chat without its own button uses the
/// default one, which initially opens the command list.
///
/// [Bot API](https://core.telegram.org/bots/api#menubutton)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MenuButton {
    /// A menu button that lists the bot's commands.
    Commands(MenuButtonCommands),
    /// A menu button that opens a Web App.
    WebApp(MenuButtonWebApp),
    /// No menu button of its own: the default applies.
    Default(MenuButtonDefault),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A menu button that lists the bot's commands.
///
/// [Bot API](https://core.telegram.org/bots/api#menubuttoncommands)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct MenuButtonCommands {}

/// A menu button that opens a Web App.
///
/// [Bot API](https://core.telegram.org/bots/api#menubuttonwebapp)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MenuButtonWebApp {
    /// The label of the button.
    pub text: String,
    /// The Web App to open, which may answer with `answerWebAppQuery`. A `t.me` link to one of the
    /// bot's Web Apps works too.
    pub web_app: WebAppInfo,
}

/// No menu button of its own: the default applies.
///
/// [Bot API](https://core.telegram.org/bots/api#menubuttondefault)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct MenuButtonDefault {}
