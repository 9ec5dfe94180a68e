//! A bot: the token, the server, and the way to it, shared by all calls.

use std::fmt;
use std::sync::Arc;

use super::call::Call;
use super::method::Method;
use super::shared::Shared;
use crate::http::server::Server;
use crate::http::token::Token;

/// A bot that calls can be sent with. Clones are cheap and share connections.
///
/// ```
/// use telegrammar_core::Bot;
///
/// # #[cfg(feature = "reqwest")] {
/// let bot = Bot::new("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")?;
/// assert_eq!(bot.token().bot_id(), 123_456);
/// # }
/// # Ok::<(), telegrammar_core::error::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Bot(pub(super) Arc<Shared>);

impl Bot {
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

    /// A call of `method`, given as a value or a reference. It is checked and encoded now, and sent
    /// when it is awaited.
    pub fn send<M: Method>(&self, method: M) -> Call<M::Response> {
        self.call(&method)
    }

    /// A call of a method that is borrowed until it is encoded.
    pub(crate) fn call<M: Method>(&self, method: &M) -> Call<M::Response> {
        Call::new(&self.0, method)
    }
}

impl fmt::Debug for Bot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
