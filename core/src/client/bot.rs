//! A bot: the token, server, transport and settings that all its calls share.

use std::fmt;
use std::sync::Arc;

use super::call::Call;
use super::method::Method;
use super::shared::Shared;
use crate::http::server::Server;
use crate::http::token::Token;

/// A client of the Bot API for one bot. Clones are cheap and share connections.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::Bot;
///
/// # #[cfg(feature = "reqwest")] {
/// let bot = Bot::new("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")?;
/// assert_eq!(bot.token().bot_id(), 123_456);
/// # }
/// # Ok::<(), telegrammar::error::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Bot(pub(super) Arc<Shared>);

impl Bot {
    /// Returns the bot's token.
    #[must_use]
    pub fn token(&self) -> &Token {
        &self.0.token
    }

    /// Returns the server that the bot's calls go to. A custom transport may ignore it.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.0.server
    }

    /// Creates a call of `method`, given by value or by reference. Parameters are validated and
    /// encoded now; the request is sent when the call is awaited.
    pub fn send<M: Method>(&self, method: M) -> Call<M::Response> {
        self.call(&method)
    }

    /// Creates a call of a method, which is borrowed only until it is encoded.
    pub(crate) fn call<M: Method>(&self, method: &M) -> Call<M::Response> {
        Call::new(&self.0, method)
    }
}

impl fmt::Debug for Bot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
