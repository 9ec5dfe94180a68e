//! State that all clones of a bot share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::deadline::DeadlineLayer;
use super::migration::MigrationLayer;
use super::retry::layer::RetryLayer;
use crate::error::Repair;
use crate::http::endpoint::Endpoint;
use crate::http::timer::SharedTimer;
use crate::http::transport::Transport;
use crate::http::transport::file::FileTransport;

/// State that all clones of a bot and all its calls share.
pub(crate) struct Shared {
    pub(super) endpoint: Arc<Endpoint>,
    /// The transport and the layers inside of retries.
    pub(super) inner: Transport,
    /// The same with the layers around it, which pass on a request that does not ask for them.
    pub(super) transport: Transport,
    /// The transport of downloads. `None` beside a custom transport.
    pub(super) files: Option<FileTransport>,
    pub(super) migrations: Option<MigrationLayer>,
    /// The retries, whose budget also a call has that brings its own policy.
    pub(super) retries: RetryLayer,
    pub(super) timer: SharedTimer,
    pub(super) settings: Settings,
    pub(super) on_repair: Option<OnRepair>,
}

/// Callback invoked with each repair in a result.
pub(super) type OnRepair = Arc<dyn Fn(&Repair) + Send + Sync>;

/// Settings that apply to every call of a bot.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) timeout: Option<Duration>,
    pub(super) answer_timeout: Duration,
    pub(super) idle_timeout: Duration,
    pub(super) validation: bool,
    pub(super) strict: bool,
    pub(super) response_limit: usize,
    pub(super) trace_bodies: bool,
}

/// Wraps a transport in the outer layers of a bot: deadline → migration → retry.
pub(super) fn layered(
    inner: &Transport,
    retries: &RetryLayer,
    migrations: Option<&MigrationLayer>,
    timer: &SharedTimer,
) -> Transport {
    let transport = retries.wrap(inner.clone());
    let transport = match migrations {
        Some(layer) => layer.wrap(transport),
        None => transport,
    };
    DeadlineLayer::with(timer.clone()).wrap(transport)
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bot")
            .field("token", &self.endpoint.token)
            .field("server", &self.endpoint.server)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
