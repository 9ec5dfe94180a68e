//! A bot: the token, the server, and the way to it, shared by all calls.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::builder::{self, BotBuilder, BuildError};
use crate::client::call::Call;
use crate::client::method::Method;
use crate::client::server::Server;
use crate::client::token::Token;
use crate::http::transport::Transport;

/// A bot that calls can be sent with. Clones are cheap and share connections.
///
/// ```
/// use telegrammar_core::Bot;
///
/// # #[cfg(feature = "reqwest")] {
/// let bot = Bot::new("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")?;
/// assert_eq!(bot.token().bot_id(), 123_456);
/// # }
/// # Ok::<(), telegrammar_core::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Bot(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) token: Token,
    pub(super) server: Server,
    pub(super) transport: Transport,
    pub(super) settings: Settings,
}

/// What every call of a bot starts from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    pub(crate) timeout: Duration,
    pub(crate) validation: bool,
    pub(crate) response_limit: usize,
    pub(crate) trace_bodies: bool,
}

impl Bot {
    /// A bot on Telegram's own server, with every setting at its default. The token is a
    /// [`Token`], or a text that is checked to be one.
    ///
    /// # Errors
    ///
    /// The text is not a token, or the default transport cannot be made.
    pub fn new<T>(token: T) -> Result<Self, BuildError>
    where
        T: TryInto<Token>,
        T::Error: Into<BuildError>,
    {
        Self::builder(token).build()
    }

    /// A bot as the environment tells: its token from `TELEGRAM_BOT_TOKEN`; its server's base URL
    /// from `TELEGRAM_BOT_API_URL`, or Telegram's own if that is not set or empty.
    ///
    /// # Errors
    ///
    /// `TELEGRAM_BOT_TOKEN` is not set; a variable holds something else than it should; or the
    /// default transport cannot be made.
    pub fn from_env() -> Result<Self, BuildError> {
        builder::from_vars(std::env::var_os)?.build()
    }

    /// A bot with settings of your own.
    pub fn builder<T>(token: T) -> BotBuilder
    where
        T: TryInto<Token>,
        T::Error: Into<BuildError>,
    {
        BotBuilder::new(token.try_into().map_err(Into::into))
    }

    /// A call of `method`, given as a value or a reference. It is checked and encoded now, and sent
    /// when it is awaited.
    pub fn send<M: Method>(&self, method: M) -> Call<M::Response> {
        Call::new(self, &method)
    }

    /// The bot's token.
    #[must_use]
    pub fn token(&self) -> &Token {
        &self.0.token
    }

    /// The server that the bot's calls go to. A transport of your own decides that by itself.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.0.server
    }

    pub(crate) fn transport(&self) -> &Transport {
        &self.0.transport
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }
}

impl fmt::Debug for Bot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bot")
            .field("token", &self.0.token)
            .field("server", &self.0.server)
            .field("settings", &self.0.settings)
            .finish_non_exhaustive()
    }
}
