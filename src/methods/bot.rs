//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): the bot and its session.

use crate::telegram_method;

/// Returns the bot itself as a `User`. Handy for checking the token.
///
/// [Bot API](https://core.telegram.org/bots/api#getme)
#[telegram_method("getMe")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetMe {}

/// Logs the bot out of the cloud Bot API server, needed before running it on a local one. Logging
/// back in to the cloud is barred for 10 minutes.
///
/// [Bot API](https://core.telegram.org/bots/api#logout)
#[telegram_method("logOut")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct LogOut {}

/// Closes the bot before moving it between local servers. Delete the webhook first; fails with
/// error 429 for 10 minutes after launch.
///
/// [Bot API](https://core.telegram.org/bots/api#close)
#[telegram_method("close")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Close {}
