//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): settings of the bot.

use crate::telegram_method;
use crate::types::{
    BotCommand, BotCommandScope, ChatAdministratorRights, InputProfilePhoto, MenuButton,
};

/// Sets the command list of the bot for some users.
///
/// [Bot API](https://core.telegram.org/bots/api#setmycommands)
#[telegram_method("setMyCommands")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMyCommands {
    /// The commands to list.
    pub commands: Vec<BotCommand>,
    /// Which users the commands are for; `BotCommandScopeDefault` if unset.
    pub scope: Option<BotCommandScope>,
    /// Two-letter ISO 639-1 code of the language served; empty for users whose language has no
    /// list of its own.
    pub language_code: Option<String>,
}

/// Removes the command list for a scope and language. The next broader list is shown in its place.
///
/// [Bot API](https://core.telegram.org/bots/api#deletemycommands)
#[telegram_method("deleteMyCommands")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteMyCommands {
    /// Which users the commands are for; `BotCommandScopeDefault` if unset.
    pub scope: Option<BotCommandScope>,
    /// Two-letter ISO 639-1 code of the language served; empty for the list without a language.
    pub language_code: Option<String>,
}

/// Lists the commands of the bot for a scope and language; empty if none are set.
///
/// [Bot API](https://core.telegram.org/bots/api#getmycommands)
#[telegram_method("getMyCommands")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetMyCommands {
    /// Which users to look up the commands of; `BotCommandScopeDefault` if unset.
    pub scope: Option<BotCommandScope>,
    /// Two-letter ISO 639-1 code of the language to look up, or empty for the default.
    pub language_code: Option<String>,
}

/// Sets the name of the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#setmyname)
#[telegram_method("setMyName")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMyName {
    /// The name to set; empty removes the one for this language.
    pub name: Option<String>,
    /// Two-letter ISO 639-1 code of the language served; empty for users whose language has no
    /// name of its own.
    pub language_code: Option<String>,
}

/// Fetches the name of the bot in a language.
///
/// [Bot API](https://core.telegram.org/bots/api#getmyname)
#[telegram_method("getMyName")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetMyName {
    /// Two-letter ISO 639-1 code of the language to look up, or empty for the default.
    pub language_code: Option<String>,
}

/// Sets the description that an empty chat with the bot shows.
///
/// [Bot API](https://core.telegram.org/bots/api#setmydescription)
#[telegram_method("setMyDescription")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMyDescription {
    /// The description to set; empty removes the one for this language.
    pub description: Option<String>,
    /// Two-letter ISO 639-1 code of the language served; empty for users whose language has no
    /// description of its own.
    pub language_code: Option<String>,
}

/// Fetches the description of the bot in a language.
///
/// [Bot API](https://core.telegram.org/bots/api#getmydescription)
#[telegram_method("getMyDescription")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetMyDescription {
    /// Two-letter ISO 639-1 code of the language to look up, or empty for the default.
    pub language_code: Option<String>,
}

/// Sets the short description shown on the profile of the bot and sent along when it is shared.
///
/// [Bot API](https://core.telegram.org/bots/api#setmyshortdescription)
#[telegram_method("setMyShortDescription")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMyShortDescription {
    /// The short description to set; empty removes the one for this language.
    pub short_description: Option<String>,
    /// Two-letter ISO 639-1 code of the language served; empty for users whose language has no
    /// short description of its own.
    pub language_code: Option<String>,
}

/// Fetches the short description of the bot in a language.
///
/// [Bot API](https://core.telegram.org/bots/api#getmyshortdescription)
#[telegram_method("getMyShortDescription")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetMyShortDescription {
    /// Two-letter ISO 639-1 code of the language to look up, or empty for the default.
    pub language_code: Option<String>,
}

/// Sets the profile photo of the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#setmyprofilephoto)
#[telegram_method("setMyProfilePhoto")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMyProfilePhoto {
    /// The photo to set.
    pub photo: InputProfilePhoto,
}

/// Removes the bot's own profile photo.
///
/// [Bot API](https://core.telegram.org/bots/api#removemyprofilephoto)
#[telegram_method("removeMyProfilePhoto")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RemoveMyProfilePhoto {}

/// Sets the menu button of the bot, in one private chat or by default.
///
/// [Bot API](https://core.telegram.org/bots/api#setchatmenubutton)
#[telegram_method("setChatMenuButton")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetChatMenuButton {
    /// The private chat to change, by id; the default button if unset.
    pub chat_id: Option<i64>,
    /// The button to show; `MenuButtonDefault` if unset.
    pub menu_button: Option<MenuButton>,
}

/// Fetches the menu button of the bot, in one private chat or by default.
///
/// [Bot API](https://core.telegram.org/bots/api#getchatmenubutton)
#[telegram_method("getChatMenuButton")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetChatMenuButton {
    /// The private chat to look up, by id; the default button if unset.
    pub chat_id: Option<i64>,
}

/// Sets the rights the bot suggests when it is added as an administrator. Users may change them
/// first.
///
/// [Bot API](https://core.telegram.org/bots/api#setmydefaultadministratorrights)
#[telegram_method("setMyDefaultAdministratorRights")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMyDefaultAdministratorRights {
    /// The rights to suggest; unset clears them.
    pub rights: Option<ChatAdministratorRights>,
    /// Set the rights for channels, rather than for groups and supergroups.
    pub for_channels: Option<bool>,
}

/// Fetches the rights the bot suggests when it is added as an administrator.
///
/// [Bot API](https://core.telegram.org/bots/api#getmydefaultadministratorrights)
#[telegram_method("getMyDefaultAdministratorRights")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetMyDefaultAdministratorRights {
    /// Look up the rights for channels, rather than for groups and supergroups.
    pub for_channels: Option<bool>,
}
