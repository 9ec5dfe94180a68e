//! Settings of a bot, and the functions that create one.

mod policies;

use std::error::Error as StdError;
use std::ffi::OsString;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tower_layer::Layer;
use tower_service::Service;

use super::bot::Bot;
use super::build_error::BuildError;
use super::migration::MigrationLayer;
use super::retry::layer::RetryLayer;
use super::retry::policy::Retry;
use super::shared::{OnRepair, Settings, Shared, layered};
use super::throttle::layer::ThrottleLayer;
use super::throttle::policy::Throttle;
use crate::error::Repair;
use crate::http::endpoint::Endpoint;
use crate::http::file::request::FileRequest;
use crate::http::file::response::FileResponse;
use crate::http::request::{RESPONSE_LIMIT, Request};
use crate::http::response::Response;
use crate::http::server::Server;
use crate::http::timer::SharedTimer;
use crate::http::token::Token;
use crate::http::transport::Transport;
use crate::http::transport::file::FileTransport;

const TOKEN_VARIABLE: &str = "TELEGRAM_BOT_TOKEN";
const SERVER_VARIABLE: &str = "TELEGRAM_BOT_API_URL";

/// Builder of a [`Bot`], created by [`Bot::builder`].
#[must_use = "a builder creates no bot until `build` is called"]
pub struct BotBuilder {
    token: Result<Token, BuildError>,
    server: Server,
    #[cfg(feature = "reqwest")]
    client: Option<reqwest::Client>,
    #[cfg(feature = "reqwest")]
    client_options: crate::http::transport::ClientOptions,
    transport: Option<Transport>,
    files: Option<FileTransport>,
    layers: Vec<Box<dyn FnOnce(Transport) -> Transport + Send>>,
    timer: SharedTimer,
    retry: Option<Retry>,
    throttle: Option<Throttle>,
    migrations: Option<MigrationLayer>,
    settings: Settings,
    on_repair: Option<OnRepair>,
}

impl Bot {
    /// Creates a bot on Telegram's own server with default settings. `token` is a [`Token`], or
    /// text that is parsed as one.
    ///
    /// # Errors
    ///
    /// The text is not a token, or the default transport cannot be created.
    pub fn new<T>(token: T) -> Result<Self, BuildError>
    where
        T: TryInto<Token>,
        T::Error: Into<BuildError>,
    {
        Self::builder(token).build()
    }

    /// Creates a bot from environment variables: the token from `TELEGRAM_BOT_TOKEN`, and the base
    /// URL of the server from `TELEGRAM_BOT_API_URL`. If the latter is unset or empty, Telegram's
    /// own server is used.
    ///
    /// # Errors
    ///
    /// `TELEGRAM_BOT_TOKEN` is not set; a variable has an invalid value; or the default transport
    /// cannot be created.
    pub fn from_env() -> Result<Self, BuildError> {
        from_vars(std::env::var_os)?.build()
    }

    /// Returns a builder for a bot with custom settings.
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
            #[cfg(feature = "reqwest")]
            client_options: crate::http::transport::ClientOptions::default(),
            transport: None,
            files: None,
            layers: Vec::new(),
            timer: SharedTimer::default(),
            retry: None,
            throttle: None,
            migrations: None,
            settings: Settings {
                timeout: None,
                answer_timeout: Duration::from_secs(30),
                idle_timeout: Duration::from_secs(30),
                validation: true,
                strict: false,
                response_limit: RESPONSE_LIMIT,
                trace_bodies: false,
            },
            on_repair: None,
        }
    }

    /// Sets the server that calls go to. Default: Telegram's own.
    pub fn server(mut self, server: Server) -> Self {
        self.server = server;
        self
    }

    /// Sets the HTTP client of the default transport. By default, the transport creates its own.
    ///
    /// Build the client with `redirect(Policy::none())` and `referer(false)`. A client that follows
    /// redirects discloses the URL, which contains the token, to another host. Proxies are those of the
    /// client. Enable a feature for TLS of your reqwest, such as `rustls`: without one, building a
    /// client panics, see "Beside your own reqwest" in the README of telegrammar.
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    pub fn client(mut self, client: reqwest::Client) -> Self {
        self.client = Some(client);
        self
    }

    /// Sets whether a server without encryption (`http://`) is reached through the proxy that
    /// `HTTP_PROXY` or `ALL_PROXY` of the environment names. Default: `false`, because that proxy
    /// sees the token of each call.
    ///
    /// This does not apply to a server on this machine, which is always reached directly, to one over
    /// `https://`, or to a [`client`](Self::client) of your own.
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    pub fn proxy_http(mut self, proxy: bool) -> Self {
        self.client_options.proxy_http = proxy;
        self
    }

    /// Sets whether parameters are checked against the rules of the Bot API before a request is
    /// sent. Default: `true`. The server checks them in any case.
    pub fn validation(mut self, validation: bool) -> Self {
        self.settings.validation = validation;
        self
    }

    /// Sets whether a result that does not have the documented form is an error. Default: `false`:
    /// what a server omits or gets wrong is repaired if no data has to be made up, and reported to
    /// [`on_repair`](Self::on_repair).
    ///
    /// This does not apply to types of the Bot API inside of a type that only serde decodes.
    pub fn strict(mut self, strict: bool) -> Self {
        self.settings.strict = strict;
        self
    }

    /// Sets a callback that is invoked with each repair in a result: a field that could not be
    /// decoded, a required flag that the server omits, an update that could not be decoded. Each
    /// repair is also logged by `tracing` as a warning, without the value.
    ///
    /// The callback must return at once. Repairs may contain user data.
    pub fn on_repair(mut self, on_repair: impl Fn(&Repair) + Send + Sync + 'static) -> Self {
        self.on_repair = Some(Arc::new(on_repair));
        self
    }

    /// Sets the maximum size of a response body in bytes. Default: 64 MiB.
    pub fn response_limit(mut self, limit: usize) -> Self {
        self.settings.response_limit = limit;
        self
    }

    /// Sets whether the bodies of requests and responses are logged by `tracing` at level `TRACE`.
    /// Default: `false`, because they contain user data. The token's secret is redacted in them.
    pub fn trace_bodies(mut self, trace: bool) -> Self {
        self.settings.trace_bodies = trace;
        self
    }

    /// Wraps the transport in a tower layer. The layer that is added last is outermost: it receives
    /// a request first and its response last.
    ///
    /// Its service must be `Clone`, and clones must share their state, such as counters and limits.
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

    /// Sets the service that sends requests, instead of the default transport. It builds URLs with
    /// [`Server::method_url`] from [`Request::server`] and [`Request::token`], or communicates in any
    /// other way. It must observe the timeout and the response limit of each [`Request`].
    pub fn transport<S>(mut self, service: S) -> Self
    where
        S: Service<Request, Response = Response> + Clone + Send + Sync + 'static,
        S::Error: Into<Box<dyn StdError + Send + Sync>>,
        S::Future: Send,
    {
        self.transport = Some(Transport::new(service));
        self
    }

    /// Sets the service that requests the content of files for [`Bot::download`]. Default: the
    /// default transport; if a custom [`transport`](Self::transport) is set, none, so that downloads
    /// fail.
    ///
    /// It performs a `GET` of [`FileRequest::url`] with the headers of the request, does not follow
    /// redirects, because they would disclose the token, and passes the body on as it arrives.
    /// Downloads resume what breaks off, and observe [`idle_timeout`](Self::idle_timeout). Errors
    /// need no redaction. [`Reqwest`] is such a service.
    ///
    #[cfg_attr(feature = "reqwest", doc = "[`Reqwest`]: crate::transport::Reqwest")]
    #[cfg_attr(
        not(feature = "reqwest"),
        doc = "[`Reqwest`]: https://docs.rs/telegrammar-core"
    )]
    pub fn file_transport<S>(mut self, service: S) -> Self
    where
        S: Service<FileRequest, Response = FileResponse> + Clone + Send + Sync + 'static,
        S::Error: Into<Box<dyn StdError + Send + Sync>>,
        S::Future: Send,
    {
        self.files = Some(FileTransport::new(service));
        self
    }

    /// Creates the bot.
    ///
    /// # Errors
    ///
    /// The token is invalid; the default transport cannot be created, for example because a variable
    /// of the environment names a proxy that cannot be used; or there is no transport, because the
    /// feature `reqwest` is off and none was set.
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
        let transport = match self.throttle {
            Some(throttle) => ThrottleLayer::with(throttle, self.timer.clone()).wrap(transport),
            None => transport,
        };
        let retry = self.retry.unwrap_or_else(Retry::never);
        let retries = RetryLayer::with(retry, self.timer.clone());
        Ok(Bot(Arc::new(Shared {
            endpoint: Arc::new(Endpoint {
                server: self.server,
                token,
            }),
            transport: layered(&transport, &retries, self.migrations.as_ref(), &self.timer),
            inner: transport,
            files: self.files,
            migrations: self.migrations,
            retries,
            timer: self.timer,
            settings: self.settings,
            on_repair: self.on_repair,
        })))
    }

    #[cfg(feature = "reqwest")]
    fn default_transport(&mut self, token: &Token) -> Result<Transport, BuildError> {
        use crate::http::transport::Reqwest;
        let (server, token) = (self.server.clone(), token.clone());
        let transport = match self.client.take() {
            Some(client) => Reqwest::assemble(client, server, token, self.client_options),
            None => Reqwest::create(server, token, self.client_options)?,
        };
        self.files
            .get_or_insert_with(|| FileTransport::new(transport.clone()));
        Ok(Transport::reqwest(transport))
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

/// Creates a builder from the variables that `get` returns.
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
        // The error of this conversion contains the value, so it is replaced.
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
