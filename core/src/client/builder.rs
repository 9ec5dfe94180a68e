//! Puts a bot together.

use std::error::Error as StdError;
use std::ffi::OsString;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tower_layer::Layer;
use tower_service::Service;

use super::bot::Bot;
use super::build_error::BuildError;
use super::shared::{OnRepair, Settings, Shared};
use crate::error::Repair;
use crate::http::request::{RESPONSE_LIMIT, Request, Response};
use crate::http::server::Server;
use crate::http::token::Token;
use crate::http::transport::Transport;

const TOKEN_VARIABLE: &str = "TELEGRAM_BOT_TOKEN";
const SERVER_VARIABLE: &str = "TELEGRAM_BOT_API_URL";

/// The settings of a bot that is being made, see [`Bot::builder`].
#[must_use = "a builder makes no bot until `build` is called"]
pub struct BotBuilder {
    token: Result<Token, BuildError>,
    server: Server,
    #[cfg(feature = "reqwest")]
    client: Option<reqwest::Client>,
    transport: Option<Transport>,
    layers: Vec<Box<dyn FnOnce(Transport) -> Transport + Send>>,
    settings: Settings,
    on_repair: Option<OnRepair>,
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
        from_vars(std::env::var_os)?.build()
    }

    /// A bot with settings of your own.
    pub fn builder<T>(token: T) -> BotBuilder
    where
        T: TryInto<Token>,
        T::Error: Into<BuildError>,
    {
        BotBuilder::new(token.try_into().map_err(Into::into))
    }
}

impl BotBuilder {
    pub(super) fn new(token: Result<Token, BuildError>) -> Self {
        Self {
            token,
            server: Server::default(),
            #[cfg(feature = "reqwest")]
            client: None,
            transport: None,
            layers: Vec::new(),
            settings: Settings {
                timeout: Duration::from_secs(30),
                validation: true,
                strict: false,
                response_limit: RESPONSE_LIMIT,
                trace_bodies: false,
            },
            on_repair: None,
        }
    }

    /// The server that calls go to. By default Telegram's own.
    pub fn server(mut self, server: Server) -> Self {
        self.server = server;
        self
    }

    /// The HTTP client of the default transport, instead of one that it makes itself.
    ///
    /// Make it with `redirect(Policy::none())` and `referer(false)`: one that follows a redirect
    /// shows the URL, and with it the token, to another host.
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    pub fn client(mut self, client: reqwest::Client) -> Self {
        self.client = Some(client);
        self
    }

    /// How long a call takes at most, from its start to the end of the answer. 30 s by default:
    /// the server absorbs flood waits of up to 8 s by answering late.
    ///
    /// To a long poll is added what it is to wait for, its parameter `timeout`; to a call that
    /// uploads a second for each 32 KiB, and one that uploads a stream of unknown length has no
    /// timeout. [`Call::timeout`](crate::Call::timeout) is for one call alone.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// Whether arguments are checked against the rules of the Bot API before anything is sent. On
    /// by default; the server checks them anyway.
    pub fn validation(mut self, validation: bool) -> Self {
        self.settings.validation = validation;
        self
    }

    /// Whether a result that does not have the documented form is an error. Off by default: what a
    /// server leaves out or gets wrong is repaired where nothing has to be made up, and told to
    /// [`on_repair`](Self::on_repair).
    pub fn strict(mut self, strict: bool) -> Self {
        self.settings.strict = strict;
        self
    }

    /// Sets a callback that is invoked with each repair in a result: a field that could not be
    /// decoded, a required flag that the server does not know, an update that is not understood. The
    /// same is told to `tracing` as a warning, without the value.
    ///
    /// The callback must return at once. It may get what people write.
    pub fn on_repair(mut self, on_repair: impl Fn(&Repair) + Send + Sync + 'static) -> Self {
        self.on_repair = Some(Box::new(on_repair));
        self
    }

    /// The largest body of an answer that is read, in bytes. 64 MiB by default.
    pub fn response_limit(mut self, limit: usize) -> Self {
        self.settings.response_limit = limit;
        self
    }

    /// Whether the bodies of calls and answers are written to `tracing`, at level `TRACE`. They
    /// hold what people write, so this is off by default. The token's secret is redacted in them.
    pub fn trace_bodies(mut self, trace: bool) -> Self {
        self.settings.trace_bodies = trace;
        self
    }

    /// Puts a tower layer around the transport. The layer that is added last is outermost: it sees
    /// a call first and its answer last.
    ///
    /// Its service must be `Clone`, and clones must share what they count or limit.
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: Layer<Transport> + Send + 'static,
        L::Service: Service<Request, Response = Response> + Clone + Send + Sync + 'static,
        <L::Service as Service<Request>>::Error: Into<Box<dyn StdError + Send + Sync>>,
        <L::Service as Service<Request>>::Future: Send,
    {
        self.layers
            .push(Box::new(move |inner| Transport::new(layer.layer(inner))));
        self
    }

    /// The service that carries calls to the server, instead of the default transport. It builds
    /// URLs with [`Server::method_url`], or talks to something else altogether; and it keeps to the
    /// timeout and the limit of each [`Request`].
    pub fn transport<S>(mut self, service: S) -> Self
    where
        S: Service<Request, Response = Response> + Clone + Send + Sync + 'static,
        S::Error: Into<Box<dyn StdError + Send + Sync>>,
        S::Future: Send,
    {
        self.transport = Some(Transport::new(service));
        self
    }

    /// The bot.
    ///
    /// # Errors
    ///
    /// The token is not one; the default transport cannot be made; or there is none, because the
    /// feature `reqwest` is off and no other was given.
    pub fn build(mut self) -> Result<Bot, BuildError> {
        let transport = self.transport.take();
        let token = std::mem::replace(&mut self.token, Err(BuildError::NoTransport))?;
        let transport = match transport {
            Some(transport) => transport,
            None => self.default_transport(&token)?,
        };
        let transport = self
            .layers
            .into_iter()
            .fold(transport, |inner, layer| layer(inner));
        Ok(Bot(Arc::new(Shared {
            token,
            server: self.server,
            transport,
            settings: self.settings,
            on_repair: self.on_repair,
        })))
    }

    #[cfg(feature = "reqwest")]
    fn default_transport(&mut self, token: &Token) -> Result<Transport, BuildError> {
        let (server, token) = (self.server.clone(), token.clone());
        Ok(Transport::reqwest(match self.client.take() {
            Some(client) => crate::http::transport::Reqwest::with_client(client, server, token),
            None => crate::http::transport::Reqwest::new(server, token)?,
        }))
    }

    #[cfg(not(feature = "reqwest"))]
    #[allow(clippy::unused_self, clippy::needless_pass_by_ref_mut)] // The same as with reqwest.
    fn default_transport(&mut self, _: &Token) -> Result<Transport, BuildError> {
        Err(BuildError::NoTransport)
    }
}

impl fmt::Debug for BotBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BotBuilder")
            .field("token", &self.token)
            .field("server", &self.server)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

/// A builder as the variables that `get` knows tell.
pub(super) fn from_vars(
    get: impl Fn(&'static str) -> Option<OsString>,
) -> Result<BotBuilder, BuildError> {
    let token = text(TOKEN_VARIABLE, &get)?.ok_or(BuildError::NotSet {
        name: TOKEN_VARIABLE,
    })?;
    let token = Token::try_from(token).map_err(unusable(TOKEN_VARIABLE))?;
    let mut builder = BotBuilder::new(Ok(token));
    if let Some(url) = text(SERVER_VARIABLE, &get)?.filter(|url| !url.is_empty()) {
        builder.server = Server::new(&url).map_err(unusable(SERVER_VARIABLE))?;
    }
    Ok(builder)
}

fn text(
    name: &'static str,
    get: impl Fn(&'static str) -> Option<OsString>,
) -> Result<Option<String>, BuildError> {
    get(name)
        .map(OsString::into_string)
        .transpose()
        // The error of the conversion is the value itself.
        .map_err(|_| unusable(name)("its value is not Unicode"))
}

fn unusable<E: Into<Box<dyn StdError + Send + Sync>>>(
    name: &'static str,
) -> impl Fn(E) -> BuildError {
    move |source| BuildError::Variable {
        name,
        source: source.into(),
    }
}

#[cfg(test)]
mod tests;
