//! A bot: the token, server, transport and settings that all its calls share.

use std::fmt;
use std::sync::Arc;

use super::build_error::BuildError;
use super::call::Call;
use super::method::Method;
use super::shared::{Shared, layered};
use crate::http::endpoint::Endpoint;
use crate::http::server::Server;
use crate::http::timer::SharedTimer;
use crate::http::token::Token;

/// A client of the Bot API for one bot. Clones are cheap and share connections.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::Bot;
///
/// # #[cfg(feature = "reqwest")] {
/// let bot = Bot::new("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")?;
/// assert_eq!(bot.token().bot_id(), Some(123_456));
/// # }
/// # Ok::<(), telegrammar::error::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Bot(pub(super) Arc<Shared>);

impl Bot {
    /// Returns the bot's token.
    #[must_use]
    pub fn token(&self) -> &Token {
        &self.0.endpoint.token
    }

    /// Returns the server that the bot's calls go to. A custom transport may ignore it.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.0.endpoint.server
    }

    /// Returns a bot with another token that shares everything else with this one: server, settings,
    /// layers, and the transport with its connections. So a process with many bots needs one pool.
    ///
    /// Layers are shared, too: a limit or a budget of theirs counts the requests of all these bots,
    /// unless it tells them apart by [`Request::token`](crate::transport::Request::token). A custom
    /// transport must use that token as well; one that holds a token itself goes on using its own.
    ///
    /// ```
    /// # use telegrammar_core as telegrammar;
    /// use telegrammar::Bot;
    ///
    /// # #[cfg(feature = "reqwest")] {
    /// let first = Bot::new("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")?;
    /// let second = first.with_token("654321:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")?;
    /// assert_eq!(second.server(), first.server());
    /// # }
    /// # Ok::<(), telegrammar::error::BuildError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The text is not a token. A [`Token`] is always accepted.
    pub fn with_token<T>(&self, token: T) -> Result<Self, BuildError>
    where
        T: TryInto<Token>,
        T::Error: Into<BuildError>,
    {
        let endpoint = Endpoint {
            server: self.server().clone(),
            token: token.try_into().map_err(Into::into)?,
        };
        let Shared {
            inner,
            migrations,
            timer,
            ..
        } = &*self.0;
        // The budget of retries is the bot's own.
        let retries = self.0.retries.with_own_budget();
        Ok(Self(Arc::new(Shared {
            endpoint: Arc::new(endpoint),
            transport: layered(inner, &retries, migrations.as_ref(), timer),
            inner: inner.clone(),
            files: self.0.files.clone(),
            migrations: migrations.clone(),
            retries,
            timer: timer.clone(),
            settings: self.0.settings.clone(),
            on_repair: self.0.on_repair.clone(),
        })))
    }

    /// Creates a call of `method`, given by value or by reference. Parameters are validated and
    /// encoded now; the request is sent when the call is awaited.
    pub fn send<M: Method>(&self, method: M) -> Call<M::Response> {
        self.call(&method)
    }

    /// Returns the bot's clock.
    pub(crate) fn timer(&self) -> &SharedTimer {
        &self.0.timer
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
