//! What identifies a bot.

use crate::protocol::encoding::percent_decoded;

/// A bot is identified by its token, and by the environment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct BotKey {
    pub(crate) token: String,
    pub(crate) is_test: bool,
}

impl BotKey {
    /// Returns the bot of a download, and the path of the file. `None` if the path of the request is not
    /// that of a download.
    pub(crate) fn of_download(path: &str) -> Option<(Self, String)> {
        let path = percent_decoded(path.as_bytes());
        let (token, rest) = path.strip_prefix("/file/bot")?.split_once('/')?;
        let (is_test, path) = match rest.strip_prefix("test/") {
            Some(path) => (true, path),
            None => (false, rest),
        };
        let key = Self {
            token: token.to_owned(),
            is_test,
        };
        Some((key, path.to_owned()))
    }

    /// Returns the name of the bot without its secret: its id, and `/test` in the test environment. The id
    /// is `?` if the token is malformed.
    pub(crate) fn name(&self) -> String {
        let parts = self.token.split_once(':');
        let is_id = |id: &&str| id.len() <= 20 && id.bytes().all(|byte| byte.is_ascii_digit());
        let id = parts.map(|(id, _)| id).filter(is_id).unwrap_or("?");
        let environment = if self.is_test { "/test" } else { "" };
        format!("{id}{environment}")
    }
}
