//! The settings of a server.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, mpsc};

use serde_json::{Map, Value};
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::sync::watch;

use super::FakeBotApi;
use crate::actions;
use crate::protocol::token;
use crate::server::connection;
use crate::server::shared::{OnCall, Shared, State};
use crate::world::{BotKey, Clock, FloodLimits};

/// A token that no bot has; its secret says so.
const FAKE_TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

impl FakeBotApi {
    /// Starts a server on a free port of 127.0.0.1, with a token that no real bot has.
    ///
    /// # Errors
    ///
    /// No port can be opened.
    ///
    /// # Panics
    ///
    /// Panics outside a tokio runtime with I/O and time enabled.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Starts a server like [`start`](Self::start), but with this token. Invent one: a test should
    /// not use the token of a real bot.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::InvalidInput`] if the real server would reject the token by its form alone;
    /// otherwise if no port can be opened.
    ///
    /// # Panics
    ///
    /// Panics outside a tokio runtime with I/O and time enabled.
    pub async fn with_token(token: impl Into<String>) -> io::Result<Self> {
        Self::builder().token(token).start().await
    }

    /// Starts a server on a thread of its own, for a test that blocks its thread.
    ///
    /// # Errors
    ///
    /// No port can be opened, or no thread started.
    pub fn start_blocking() -> io::Result<Self> {
        Self::builder().start_blocking()
    }

    /// Returns a builder, to choose address, port and tokens.
    pub fn builder() -> FakeBotApiBuilder {
        FakeBotApiBuilder::default()
    }
}

/// Creates a [`FakeBotApi`] with an address, a port and tokens.
#[must_use = "a server is started by `start` or `start_blocking`"]
pub struct FakeBotApiBuilder {
    address: IpAddr,
    port: u16,
    tokens: Vec<String>,
    has_privacy: bool,
    world: Option<String>,
    has_control: bool,
    flood_limits: Option<FloodLimits>,
    server_pace: bool,
    has_legacy_members: bool,
    on_call: Option<OnCall>,
    clock: Clock,
}

impl Default for FakeBotApiBuilder {
    fn default() -> Self {
        Self {
            address: Ipv4Addr::LOCALHOST.into(),
            port: 0,
            tokens: Vec::new(),
            has_privacy: true,
            world: None,
            has_control: false,
            flood_limits: None,
            server_pace: false,
            has_legacy_members: false,
            on_call: None,
            clock: Clock::default(),
        }
    }
}

impl FakeBotApiBuilder {
    /// Sets the address to listen on. Default: 127.0.0.1. Do not expose the server to a network.
    pub fn address(mut self, address: impl Into<IpAddr>) -> Self {
        self.address = address.into();
        self
    }

    /// Sets the port. Default: 0, which is any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Adds a bot with this token. Each bot has its own chats, files and updates. Default: one bot
    /// whose token no real bot has.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.tokens.push(token.into());
        self
    }

    /// Switches privacy mode, as `@BotFather` does: while it is on, a bot that is a mere member of a group gets
    /// only service messages, commands, mentions, and replies to what is its own or meant for it. The other
    /// messages are in the group all the same. Administrators get everything. Default: true.
    pub fn privacy(mut self, is_on: bool) -> Self {
        self.has_privacy = is_on;
        self
    }

    /// Adds users, chats and what is in them, as JSON: see [`control`](crate::control#a-world). Each bot has
    /// this world, with its own chats.
    pub fn world(mut self, json: impl Into<String>) -> Self {
        self.world = Some(json.into());
        self
    }

    /// Allows tests in any language, and people on the page, to act as users, to deliver updates and to
    /// specify replies, over HTTP at `/control/…`. Default: false, which only allows to look. See
    /// [`control`](crate::control).
    pub fn control(mut self, is_allowed: bool) -> Self {
        self.has_control = is_allowed;
        self
    }

    /// Refuses messages that exceed these limits, with 429. Default: no limits. See
    /// [`FakeBotApi::set_flood_limits`].
    pub fn flood_limits(mut self, limits: FloodLimits) -> Self {
        self.flood_limits = Some(limits);
        self
    }

    /// Slows down a bot that calls too often what brings updates, as the server does. Default: false, because
    /// it slows down tests.
    ///
    /// - A poll with the `offset` of the one before, which began less than 3 seconds earlier, waits for at
    ///   least 3 seconds if there are no updates. Within half a second, it brings at most one update.
    /// - A webhook that is set less than a second after the one before is refused with 429.
    pub fn server_pace(mut self, is_kept: bool) -> Self {
        self.server_pace = is_kept;
        self
    }

    /// Adds the members that the server still sends although they are no longer documented, such as
    /// `forward_date`, `new_chat_participant`, `thumb` and `all_members_are_administrators`, to show that
    /// a decoder tolerates them. Default: false. They can be switched later by
    /// [`set_legacy_members`](FakeBotApi::set_legacy_members).
    pub fn legacy_members(mut self, has: bool) -> Self {
        self.has_legacy_members = has;
        self
    }

    /// Sets a callback that gets a line about each call when it comes, and one about its answer. It must
    /// not block.
    pub fn on_call(mut self, on_call: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.on_call = Some(Arc::new(on_call));
        self
    }

    /// Sets the clock of the world.
    #[cfg(test)]
    pub(crate) fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Starts the server on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::InvalidInput`] if the real server would reject a token by its form alone, and if
    /// something is wrong with the [`world`](Self::world); otherwise if the port cannot be opened.
    ///
    /// # Panics
    ///
    /// Panics outside a tokio runtime with I/O and time enabled.
    pub async fn start(self) -> io::Result<FakeBotApi> {
        let (running, stop) = watch::channel(());
        let (shared, key, address) = self.serve(stop).await?;
        Ok(FakeBotApi {
            url: format!("http://{address}"),
            shared,
            key,
            _running: running,
        })
    }

    /// Starts the server on a thread of its own, for a test that blocks its thread.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start), and if no thread can be started.
    pub fn start_blocking(self) -> io::Result<FakeBotApi> {
        let (running, stop) = watch::channel(());
        let (sender, receiver) = mpsc::channel();
        let serve = move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            let runtime = match runtime {
                Ok(runtime) => runtime,
                Err(error) => return drop(sender.send(Err(error))),
            };
            runtime.block_on(async move {
                let mut stopped = stop.clone();
                let _ = sender.send(self.serve(stop).await);
                while stopped.changed().await.is_ok() {}
            });
        };
        std::thread::Builder::new()
            .name("fake-bot-api".to_owned())
            .spawn(serve)?;
        let ended = |_| io::Error::other("the thread of the server ended");
        let (shared, key, address) = receiver.recv().map_err(ended)??;
        Ok(FakeBotApi {
            url: format!("http://{address}"),
            shared,
            key,
            _running: running,
        })
    }

    async fn serve(
        mut self,
        stop: watch::Receiver<()>,
    ) -> io::Result<(Arc<Shared>, BotKey, SocketAddr)> {
        if self.tokens.is_empty() {
            self.tokens.push(FAKE_TOKEN.to_owned());
        }
        let mut state = State::default();
        state.world.clock = self.clock;
        for token in &self.tokens {
            let id = token::bot_id(token).map_err(|_| {
                io::Error::new(io::ErrorKind::InvalidInput, "a token has the form 123456789:AAF…, with at least 24 characters after the colon")
            })?;
            state.world.add(token, id);
        }
        state.world.set_flood_limits(self.flood_limits);
        for (_, bot) in state.world.all_bots() {
            bot.has_server_pace = self.server_pace;
            bot.set_privacy(self.has_privacy);
        }
        if let Some(json) = &self.world {
            add_world(&mut state, json)
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        }
        state.world.set_legacy_members(self.has_legacy_members);
        let first = state.world.first();
        let key = first.ok_or_else(|| io::Error::other("there is no bot"))?;
        let listener = TcpListener::bind((self.address, self.port)).await?;
        let address = listener.local_addr()?;
        let shared = Shared::new(
            state,
            Handle::current(),
            self.has_control,
            address.ip().is_loopback(),
            self.on_call,
        );
        let shared = Arc::new(shared);
        connection::start(Arc::clone(&shared), listener, stop);
        Ok((shared, key, address))
    }
}

/// Adds a world to each bot.
fn add_world(state: &mut State, json: &str) -> Result<(), String> {
    let world = serde_json::from_str(json);
    let world: Map<String, Value> =
        world.map_err(|error| format!("the world is wrong: {error}"))?;
    for (key, bot) in state.world.all_bots() {
        let done = actions::act(bot, "world", &world, &key.token);
        if let Some(Err(error)) = done {
            return Err(format!("the world is wrong: {error}"));
        }
    }
    Ok(())
}

/// Displays everything but the tokens.
impl fmt::Debug for FakeBotApiBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeBotApiBuilder")
            .field("address", &self.address)
            .field("port", &self.port)
            .field("bots", &self.tokens.len())
            .field("has_control", &self.has_control)
            .field("has_legacy_members", &self.has_legacy_members)
            .finish_non_exhaustive()
    }
}
